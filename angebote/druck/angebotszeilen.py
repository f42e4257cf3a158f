"""The facts of one offer as they stand on paper: complete, short, and with absolute dates, since paper lies about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.choices import ANMELDUNG_NICHT_NOETIG, Anmeldung, Zugang
from angebote.domain.kartendaten import hat_eigenen_ortsnamen
from angebote.domain.kosten import build_kostensatz, ist_kostenlos
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.willkommen import build_willkommen
from angebote.domain.zeitsaetze import build_terminsatz, build_zeitsaetze
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.druck.beschriftung import Label
from angebote.druck.blatt import Satz, Zeile
from angebote.druck.sprachen.zweitsprache import Zweitsprache
from angebote.models import Angebot, Schliesszeit, Termin
from angebote.templatetags.text import unbroken
from angebote.views.karten import build_pruefsatz
from angebote.views.karten_wann import build_wann
from angebote.views.kontakt import build_kontakt
from angebote.views.steckbrief import build_erstbesuch, build_haltestellen
from angebote.views.steckbrief_wann import build_aenderungen, build_altersatz

ERSTBESUCH_HOECHSTENS = 5  # lines (anforderungen.md 7)
ZEITEN_HOECHSTENS = 4
# What a sheet can do without, the first to be left out first.
ENTBEHRLICH = (Label.ZEITEN, Label.SPRACHEN, Label.ERSTER_BESUCH)
WEG_WORTE = {Zugang.TELEFON: Label.AM_TELEFON, Zugang.ONLINE: Label.ONLINE, Zugang.ZUHAUSE: Label.ZUHAUSE}


@dataclass(frozen=True)
class Vorlage:
    """One offer with what has been loaded for it; all parts of views/angebotsseite.TEILE are prefetched."""

    angebot: Angebot
    termine: Sequence[Termin]
    schliesszeiten: Sequence[Schliesszeit]
    heute: date
    sprache: Zweitsprache | None

    def wort(self, label: Label) -> Satz:
        return build_wort(label, self.sprache)


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
        Zeile(vorlage.wort(label), _clean(saetze), ENTBEHRLICH.index(label) + 1 if label in ENTBEHRLICH else 0)
        for label, saetze in zeilen
        if _clean(saetze)
    )


def _clean(saetze: Sequence[Satz]) -> tuple[Satz, ...]:
    """Without empty ones, numbers held to their units."""
    return tuple(Satz(unbroken(satz.text.strip()), satz.zweit) for satz in saetze if satz.text.strip())


def _build_wann(vorlage: Vorlage) -> list[Satz]:
    saetze = [_build_termin(vorlage, termin) for termin in vorlage.termine]
    if not saetze:
        was, zusatz = build_wann(vorlage.angebot, (), heute=vorlage.heute, geoeffnet=False)
        nachfrage = vorlage.angebot.kartendaten.get("nachfrage") or build_nachfrage(vorlage.angebot)
        saetze = [Satz(was), Satz(zusatz)] if was else [Satz(_("nicht bekannt – %(wie)s") % {"wie": nachfrage})]
    aenderungen = build_aenderungen(
        vorlage.angebot, vorlage.schliesszeiten, vorlage.termine, heute=vorlage.heute, absolut=True
    )
    alter = build_altersatz(vorlage.angebot, list(vorlage.angebot.zeiten.all()), heute=vorlage.heute)
    return [*saetze, *(Satz(satz) for satz in aenderungen), Satz(alter)]


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
    nachfrage = {"nachfrage": build_nachfrage(angebot)}
    if angebot.ort is None:
        return [Satz(angebot.treffpunkt or _("Ort nicht bekannt – %(nachfrage)s") % nachfrage), *wege]
    name = angebot.ort.name if hat_eigenen_ortsnamen(angebot) else ""
    anschrift = angebot.ort.anschrift or _("Anschrift nicht bekannt – %(nachfrage)s") % nachfrage
    saetze = [Satz(", ".join(teil for teil in (name, anschrift) if teil)), Satz(angebot.treffpunkt)]
    if angebot.ort.eingang:
        saetze.append(Satz(_("Eingang: %(eingang)s") % {"eingang": angebot.ort.eingang}, ""))
    return [*saetze, *(Satz(satz) for satz in _list_haltestellen(angebot)), *wege]


def _pair(saetze: Sequence[Satz], worte: Sequence[Label], vorlage: Vorlage) -> Iterator[Satz]:
    """The words of the second language only where it is clear which sentence they belong to."""
    if len(saetze) == len(worte) == 1 and vorlage.sprache:
        yield Satz(saetze[0].text, vorlage.sprache.label(worte[0]))
    else:
        yield from saetze


def _list_haltestellen(angebot: Angebot) -> list[str]:
    """The nearest one."""
    return [
        _("Haltestelle %(name)s, etwa %(minuten)d Min. zu Fuß") % {"name": halt.name, "minuten": halt.minuten}
        for halt in build_haltestellen(angebot)[:1]
    ]


def _build_kosten(vorlage: Vorlage) -> list[Satz]:
    angebot, kosten = vorlage.angebot, list(vorlage.angebot.kosten.all())
    satz = build_kostensatz(kosten, hinweis=angebot.kosten_hinweis, nachfrage=build_nachfrage(angebot))
    ist_frei = ist_kostenlos(kosten) and vorlage.sprache is not None
    return [Satz(satz, vorlage.wort(Label.KOSTENLOS).zweit if ist_frei else "")]


def _build_wer(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    ausschluss = _("Leider nicht: %(wer)s") % {"wer": angebot.ausschluss} if angebot.ausschluss else ""
    return [Satz(build_willkommen(angebot)), Satz(angebot.wer_hinweis), Satz(ausschluss)]


def _build_anmeldung(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    zweit = ""
    if vorlage.sprache and angebot.anmeldung in ANMELDUNG_NICHT_NOETIG:
        zweit = vorlage.sprache.label(Label.OHNE_ANMELDUNG)
    elif vorlage.sprache and angebot.anmeldung == Anmeldung.NOETIG:
        zweit = vorlage.sprache.label(Label.ANMELDUNG_NOETIG)
    return [Satz(str(angebot.get_anmeldung_display()), zweit), Satz(angebot.anmeldung_hinweis)]


def _build_erstbesuch(vorlage: Vorlage) -> list[Satz]:
    return [Satz(str(zeile.wert)) for zeile in build_erstbesuch(vorlage.angebot)[:ERSTBESUCH_HOECHSTENS]]


def _build_kontakt(vorlage: Vorlage) -> list[Satz]:
    kontakt = build_kontakt(vorlage.angebot)
    nummern = ", ".join(nummer.anzeige for nummer in kontakt.telefone)
    if nummern and kontakt.sprechzeiten:
        nummern = _("%(nummern)s, erreichbar: %(zeiten)s") % {"nummern": nummern, "zeiten": kontakt.sprechzeiten}
    anruf = vorlage.angebot.anruf_hinweis
    zeilen = [kontakt.name, nummern, anruf, kontakt.email, kontakt.web_name if kontakt.web else ""]
    if kontakt.ist_vom_traeger and vorlage.angebot.traeger and not kontakt.ist_leer:
        zeilen.insert(0, vorlage.angebot.traeger.name)
    return [Satz(zeile) for zeile in zeilen]


def _build_barrieren(vorlage: Vorlage) -> list[Satz]:
    """The sentence of the card: what is there, what is not, what nobody knows."""
    daten = vorlage.angebot.kartendaten
    zweit = vorlage.sprache.label(Label.STUFENLOS) if vorlage.sprache and daten.get("ist_stufenlos") else ""
    return [Satz(daten.get("barrieresatz", ""), zweit)]


def _build_sprachen(vorlage: Vorlage) -> list[Satz]:
    sprachen = ", ".join(sprache.name for sprache in vorlage.angebot.sprachen.all())
    return [Satz(", ".join(teil for teil in (sprachen, vorlage.angebot.sprachen_hinweis) if teil))]


def _build_stand(vorlage: Vorlage) -> list[Satz]:
    angebot = vorlage.angebot
    if angebot.geprueft_am is not None:
        zweit = vorlage.sprache.format_datum(angebot.geprueft_am, mit_wochentag=False) if vorlage.sprache else ""
        return [Satz(date_format(angebot.geprueft_am, "j. F Y"), zweit)]
    hat_telefon = angebot.kartendaten.get("hat_telefon")
    label = Label.UNBESTAETIGT_ANRUFEN if hat_telefon else Label.UNBESTAETIGT_NACHFRAGEN
    return [Satz(build_pruefsatz(angebot), vorlage.wort(label).zweit)]
