"""The facts of one offer as they stand on paper: complete, short, and with absolute dates, since paper lies about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.choices import ANMELDUNG_NICHT_NOETIG, Anmeldung, Ausnahmeart, Barrierewert, Merkmal, Zeitart, Zugang
from angebote.domain.barrieren import ist_barrierefreiheit_unbekannt, merge_barriereangaben
from angebote.domain.karten_wann import build_wann
from angebote.domain.kartendaten import hat_eigenen_ortsnamen
from angebote.domain.kontakt import build_kontakt
from angebote.domain.kosten import build_kostensatz, ist_kostenlos, list_bekannte
from angebote.domain.nachfrage import build_nachfrage, find_kontaktquelle
from angebote.domain.pruefsatz import build_pruefsatz
from angebote.domain.steckbrief import build_erstbesuch, build_haltestellen
from angebote.domain.steckbrief_wann import build_aenderungen, build_altersatz
from angebote.domain.umzug import Umzug, build_umzugssaetze
from angebote.domain.willkommen import build_willkommen
from angebote.domain.zeitsaetze import build_terminsatz, build_zeitsaetze
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.druck.beschriftung import Label
from angebote.druck.blatt import Satz, Zeile
from angebote.druck.sprachen.zweitsprache import Zweitsprache
from angebote.models import Angebot, Schliesszeit, Termin
from pankow_einsamkeit.lib.umbruch import unbroken

ERSTBESUCH_HOECHSTENS = 5  # lines (anforderungen.md 7)
ZEITEN_HOECHSTENS = 4
ZEICHEN_HOECHSTENS = 200  # of one sentence: what else there is stands on the page of the offer
# Put together from many small facts, none of which may be missing.
UNGEKUERZT = frozenset({Label.KOSTEN, Label.BARRIEREN})
# What a sheet can do without, the first to be left out first.
ENTBEHRLICH = (Label.ZEITEN, Label.SPRACHEN, Label.ERSTER_BESUCH)
TRENNER = " · "  # belongs to no language
BARRIERE_WORTE = {Merkmal.WC: Label.WC, Merkmal.ESCORT: Label.BEGLEITUNG}
WEG_WORTE = {Zugang.TELEFON: Label.AM_TELEFON, Zugang.ONLINE: Label.ONLINE, Zugang.ZUHAUSE: Label.ZUHAUSE}


@dataclass(frozen=True)
class Vorlage:
    """One offer with what has been loaded for it; all parts of domain/steckbrief.TEILE are prefetched."""

    angebot: Angebot
    termine: Sequence[Termin]
    schliesszeiten: Sequence[Schliesszeit]
    heute: date
    sprache: Zweitsprache | None
    umzug: Umzug | None

    def wort(self, label: Label) -> Satz:
        return build_wort(label, self.sprache)

    def zweit(self, *labels: Label, **luecken: object) -> str:
        """The same in the second language; empty without one."""
        return TRENNER.join(self.sprache.label(label, **luecken) for label in labels) if self.sprache else ""


def build_wort(label: Label, sprache: Zweitsprache | None) -> Satz:
    return Satz(str(label.label), sprache.label(label) if sprache else "")


def build_zeilen(vorlage: Vorlage) -> tuple[Zeile, ...]:
    """In the order of the offer's page (F2); the first one says when. What has nothing to say is left out."""
    zeilen = (
        (Label.NAECHSTE_TERMINE if vorlage.termine else Label.WANN, _build_wann(vorlage)),
        (Label.ZEITEN, _build_zeiten(vorlage)),
        (Label.WO, _build_wo(vorlage)),
        (Label.KOSTEN, _build_kosten(vorlage)),
        (Label.WER_KANN_KOMMEN, _build_wer(vorlage)),
        (Label.ANMELDUNG, _build_anmeldung(vorlage)),
        (Label.ERSTER_BESUCH, _build_erstbesuch(vorlage)),
        (Label.KONTAKT, _build_kontakt(vorlage)),
        (Label.BARRIEREN, _build_barrieren(vorlage)),
        (Label.SPRACHEN, _build_sprachen(vorlage)),
        (Label.ZULETZT_GEPRUEFT if vorlage.angebot.ist_bestaetigt else Label.STAND, _build_stand(vorlage)),
    )
    return tuple(
        Zeile(vorlage.wort(label), fertige, ENTBEHRLICH.index(label) + 1 if label in ENTBEHRLICH else 0)
        for label, saetze in zeilen
        if (fertige := _clean(saetze, gekuerzt=label not in UNGEKUERZT))
    )


def _clean(saetze: Sequence[Satz], *, gekuerzt: bool) -> tuple[Satz, ...]:
    """Without empty ones, none too long for paper, numbers held to their units."""
    texte = [(shorten_text(satz.text) if gekuerzt else satz.text.strip(), satz.zweit) for satz in saetze]
    return tuple(Satz(unbroken(text), zweit) for text, zweit in texte if text)


def shorten_text(text: str) -> str:
    """Cut behind a word; a single long one, such as an address, is of use only as a whole."""
    text = text.strip()
    if len(text) <= ZEICHEN_HOECHSTENS or " " not in text[:ZEICHEN_HOECHSTENS]:
        return text
    return text[:ZEICHEN_HOECHSTENS].rsplit(" ", maxsplit=1)[0].rstrip(" ,;:–-") + " …"


def _build_wann(vorlage: Vorlage) -> list[Satz]:
    saetze = [_build_termin(vorlage, termin) for termin in vorlage.termine]
    if not saetze:
        was, zusatz = build_wann(vorlage.angebot, (), heute=vorlage.heute, geoeffnet=False)
        nachfrage = vorlage.angebot.kartendaten.get("nachfrage") or build_nachfrage(vorlage.angebot)
        unbekannt = Satz(_("nicht bekannt – %(wie)s") % {"wie": nachfrage}, _unbekannt(vorlage))
        saetze = [Satz(was, _vereinbart(vorlage)), Satz(zusatz)] if was else [unbekannt]
    alter = build_altersatz(vorlage.angebot, list(vorlage.angebot.zeiten.all()), heute=vorlage.heute)
    return [*saetze, *_build_aenderungen(vorlage), Satz(alter)]


def _unbekannt(vorlage: Vorlage) -> str:
    hat_telefon = bool(find_kontaktquelle(vorlage.angebot).telefon)
    return vorlage.zweit(Label.UNBEKANNT_ANRUFEN if hat_telefon else Label.UNBEKANNT_NACHFRAGEN)


def _vereinbart(vorlage: Vorlage) -> str:
    """Where there is no other kind of time that the sentence could speak of."""
    arten = {zeit.art for zeit in vorlage.angebot.zeiten.all()}
    return vorlage.zweit(Label.NACH_VEREINBARUNG) if arten == {Zeitart.VEREINBARUNG} else ""


def _build_aenderungen(vorlage: Vorlage) -> Iterator[Satz]:
    """With words of the second language where all sentences say the same: called off, or closed."""
    arten = {ausnahme.art for ausnahme in vorlage.angebot.ausnahmen.all()}
    zweit = ""
    if vorlage.schliesszeiten and not arten:
        zweit = vorlage.zweit(Label.GESCHLOSSEN)
    elif arten == {Ausnahmeart.FAELLT_AUS} and not vorlage.schliesszeiten:
        zweit = vorlage.zweit(Label.FAELLT_AUS)
    for satz in build_aenderungen(
        vorlage.angebot, vorlage.schliesszeiten, vorlage.termine, heute=vorlage.heute, absolut=True
    ):
        yield Satz(satz, zweit)


def _build_termin(vorlage: Vorlage, termin: Termin) -> Satz:
    """The second language names the day; the hours are digits anyway."""
    deutsch = build_terminsatz(termin.datum, termin.beginn, termin.ende, heute=vorlage.heute, absolut=True)
    return Satz(deutsch, vorlage.sprache.format_datum(termin.datum, heute=vorlage.heute) if vorlage.sprache else "")


def _build_zeiten(vorlage: Vorlage) -> list[Satz]:
    """The rule behind the dates; where there are no dates, what is known stands in the line above."""
    if not vorlage.termine:
        return []
    saetze = build_zeitsaetze(vorlage.angebot.zeiten.all(), heute=vorlage.heute)
    return [Satz(capfirst(satz)) for satz in [*saetze[:ZEITEN_HOECHSTENS], vorlage.angebot.zeiten_hinweis]]


def _build_wo(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    zugaenge = compute_zugaenge(angebot)
    wege = [Satz(satz) for satz in build_zugangssaetze(angebot)]
    if ist_ohne_weg(zugaenge):
        worte = [label for zugang, label in WEG_WORTE.items() if zugang in zugaenge]
        return [*_pair(wege, worte, vorlage), vorlage.wort(Label.KEIN_WEG)]
    if angebot.ort is None:
        return [*_build_treffpunkt(vorlage), *wege]
    name = angebot.ort.name if hat_eigenen_ortsnamen(angebot) else ""
    anschrift = angebot.ort.anschrift or _("Anschrift nicht bekannt – %(wie)s") % {"wie": build_nachfrage(angebot)}
    zweit = "" if angebot.ort.anschrift else _unbekannt(vorlage)
    saetze = [Satz(", ".join(teil for teil in (name, anschrift) if teil), zweit), Satz(angebot.treffpunkt)]
    if vorlage.umzug:
        saetze.append(Satz(" ".join(build_umzugssaetze(vorlage.umzug))))
    if angebot.ort.eingang:
        eingang = _("Eingang: %(eingang)s") % {"eingang": angebot.ort.eingang}
        saetze.append(Satz(eingang, vorlage.zweit(Label.EINGANG)))
    return [*saetze, *_build_haltestelle(vorlage), *wege]


def _build_treffpunkt(vorlage: Vorlage) -> list[Satz]:
    """Of an offer without a place."""
    if vorlage.angebot.treffpunkt:
        return [Satz(vorlage.angebot.treffpunkt)]
    satz = _("Ort nicht bekannt – %(wie)s") % {"wie": build_nachfrage(vorlage.angebot)}
    return [Satz(satz, _unbekannt(vorlage))]


def _pair(saetze: Sequence[Satz], worte: Sequence[Label], vorlage: Vorlage) -> Iterator[Satz]:
    """The words of the second language only where it is clear which sentence they belong to."""
    if len(saetze) == len(worte) == 1:
        yield Satz(saetze[0].text, vorlage.zweit(worte[0]))
    else:
        yield from saetze


def _build_haltestelle(vorlage: Vorlage) -> list[Satz]:
    """The nearest one."""
    return [
        Satz(
            _("Haltestelle %(name)s, etwa %(minuten)d Min. zu Fuß") % {"name": halt.name, "minuten": halt.minuten},
            vorlage.zweit(Label.HALTESTELLE, Label.MINUTEN_ZU_FUSS, minuten=halt.minuten),
        )
        for halt in build_haltestellen(vorlage.angebot)[:1]
    ]


def _build_kosten(vorlage: Vorlage) -> list[Satz]:
    angebot, kosten = vorlage.angebot, list_bekannte(vorlage.angebot.kosten.all())
    satz = build_kostensatz(kosten, hinweis=shorten_text(angebot.kosten_hinweis), nachfrage=build_nachfrage(angebot))
    if not kosten and not angebot.kosten_hinweis.strip():
        return [Satz(satz, _unbekannt(vorlage))]
    return [Satz(satz, vorlage.zweit(Label.KOSTENLOS) if ist_kostenlos(kosten) else "")]


def _build_wer(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    ausschluss = _("Leider nicht: %(wer)s") % {"wer": angebot.ausschluss} if angebot.ausschluss else ""
    return [Satz(build_willkommen(angebot)), Satz(angebot.wer_hinweis), Satz(ausschluss)]


def _build_anmeldung(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    zweit = ""
    if angebot.anmeldung in ANMELDUNG_NICHT_NOETIG:
        zweit = vorlage.zweit(Label.OHNE_ANMELDUNG)
    elif angebot.anmeldung == Anmeldung.NOETIG:
        zweit = vorlage.zweit(Label.ANMELDUNG_NOETIG)
    return [Satz(str(angebot.get_anmeldung_display()), zweit), Satz(angebot.anmeldung_hinweis)]


def _build_erstbesuch(vorlage: Vorlage) -> list[Satz]:
    return [Satz(str(zeile.wert)) for zeile in build_erstbesuch(vorlage.angebot)[:ERSTBESUCH_HOECHSTENS]]


def _build_kontakt(vorlage: Vorlage) -> list[Satz]:
    kontakt = build_kontakt(vorlage.angebot)
    nummern = ", ".join(nummer.anzeige for nummer in kontakt.telefone)
    if nummern and kontakt.sprechzeiten:
        nummern = _("%(nummern)s, erreichbar: %(zeiten)s") % {"nummern": nummern, "zeiten": kontakt.sprechzeiten}
    zweit = vorlage.zweit(Label.TELEFONISCH_ERREICHBAR) if kontakt.sprechzeiten else ""
    weiteres = [vorlage.angebot.anruf_hinweis, kontakt.email, kontakt.web_name if kontakt.web else ""]
    traeger = vorlage.angebot.traeger if kontakt.ist_vom_traeger and not kontakt.ist_leer else None
    return [
        Satz(traeger.name if traeger else ""),
        Satz(kontakt.name),
        Satz(nummern, zweit),
        *(Satz(zeile) for zeile in weiteres),
    ]


def _build_barrieren(vorlage: Vorlage) -> list[Satz]:
    """The sentence of the card: what is there, what is not, what nobody knows."""
    angebot = vorlage.angebot
    angaben, zugaenge = merge_barriereangaben(ort=angebot.ort, angebot=angebot), compute_zugaenge(angebot)
    if ist_barrierefreiheit_unbekannt(angaben, zugaenge=zugaenge):
        return [Satz(angebot.kartendaten.get("barrieresatz", ""), _unbekannt(vorlage))]
    vorhanden = {merkmal for merkmal, angabe in angaben.items() if angabe.wert == Barrierewert.JA}
    if ist_ohne_weg(zugaenge):
        vorhanden.discard(Merkmal.WC)
    worte = [label for merkmal, label in BARRIERE_WORTE.items() if merkmal in vorhanden]
    stufenlos = [Label.STUFENLOS] if angebot.kartendaten.get("ist_stufenlos") else []
    return [Satz(angebot.kartendaten.get("barrieresatz", ""), vorlage.zweit(*stufenlos, *worte))]


def _build_sprachen(vorlage: Vorlage) -> list[Satz]:
    sprachen = ", ".join(sprache.name for sprache in vorlage.angebot.sprachen.all())
    return [Satz(", ".join(teil for teil in (sprachen, vorlage.angebot.sprachen_hinweis) if teil))]


def _build_stand(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    if angebot.geprueft_am is not None:
        zweit = vorlage.sprache.format_datum(angebot.geprueft_am, mit_wochentag=False) if vorlage.sprache else ""
        return [Satz(date_format(angebot.geprueft_am, "j. F Y"), zweit), Satz(_build_altersatz(vorlage))]
    hat_telefon = angebot.kartendaten.get("hat_telefon")
    label = Label.UNBESTAETIGT_ANRUFEN if hat_telefon else Label.UNBESTAETIGT_NACHFRAGEN
    return [Satz(build_pruefsatz(angebot, heute=vorlage.heute), vorlage.wort(label).zweit)]


def _build_altersatz(vorlage: Vorlage) -> str:
    if not vorlage.angebot.ist_lange_her(vorlage.heute):
        return ""
    return _("Das ist länger her – %(nachfrage)s") % {"nachfrage": build_nachfrage(vorlage.angebot, vorher=True)}
