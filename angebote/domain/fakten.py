"""The public facts of an offer, in a shape that can be kept and compared later. Pure; reads prefetched parts.

`tatsachen` are compared, `saetze` are shown beside each other: better words of ours never look like a change. A group
in `tatsachen` is compared only where both sides have it: whoever changes what a group holds gives it a new name.
Whatever druck/angebotszeilen.py prints has its group (tests/angebote/druck/test_gedruckte_fakten.py). Two things have
none: why something is closed or called off, which changes nothing about going there; and the day of the last check.
"""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, TypedDict

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Barrierewert, Merkmal, Zugang
from angebote.domain.barrieren import build_barrieresatz, list_genannte, merge_barriereangaben
from angebote.domain.fingerabdruck import build_fingerabdruck, keep_newest
from angebote.domain.kartendaten import find_naechste_haltestelle
from angebote.domain.kosten import list_bekannte
from angebote.domain.nachfrage import build_nachfrage, find_kontaktquelle
from angebote.domain.willkommen import build_willkommen
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot
from angebote.models.angebot import ERSTBESUCHFELDER
from pankow_einsamkeit.lib.geo import estimate_walking_minutes
from pankow_einsamkeit.lib.telefon import parse_telefonliste

# What build_fakten reads of an offer besides its place and its Träger, to be prefetched.
TEILE = (
    *("zugangswege", "kosten", "zeiten", "ausnahmen", "schliesszeiten", "zielgruppen", "sprachen", "barriereangaben"),
    *("ort__schliesszeiten", "ort__barriereangaben", "ort__haltestellen__haltestelle"),
)
# Whoever is named there can take it back (P6): only a fingerprint is kept.
FINGERABDRUECKE = frozenset(
    {
        *("zeiten_hinweis", "eingang", "zugang_hinweise", "barrieren_notizen", "wer_hinweis", "exklusiv_grund"),
        *("ausschluss", "sprachen_hinweis", "anmeldung_hinweis", "erstbesuch", "kontakt", "kontakt_traeger"),
        "anruf_hinweis",
    }
)

ORTFELDER = ("name", "strasse", "hausnummer", "plz", "ortsname")
ZEITFELDER = (
    *("art", "wochentag", "intervall_wochen", "monatswochen", "datum", "beginn", "ende"),
    *("gueltig_von", "gueltig_bis", "an_feiertagen", "in_schulferien", "hinweis"),
)
AUSNAHMEFELDER = ("art", "datum", "beginn", "neues_datum", "neuer_beginn", "neues_ende")
SCHLIESSFELDER = ("von", "bis")
KOSTENFELDER = ("art", "betrag_cent", "einheit", "ist_freiwillig", "schnuppern_anzahl", "hinweis")

Tatsachen = dict[str, Any]


class Fakten(TypedDict):
    """tatsachen: by group. saetze: by the names in _build_saetze, each may be empty."""

    tatsachen: Tatsachen
    saetze: dict[str, list[str]]


def build_fakten(angebot: Angebot) -> Fakten:
    """As JSON gives it back. The sentences are those of the card, so the card has to be up to date."""
    tatsachen = _build_offene(angebot)
    tatsachen.update({name: build_fingerabdruck(text) for name, text in _build_texte(angebot).items()})
    return Fakten(tatsachen=tatsachen, saetze=_build_saetze(angebot))


def keep_for_later(fakten: Fakten) -> Fakten:
    """As a Fassung holds them: no fingerprint under a key that is not in use any more."""
    tatsachen = {
        name: keep_newest(wert) if name in FINGERABDRUECKE else wert for name, wert in fakten["tatsachen"].items()
    }
    return Fakten(tatsachen=tatsachen, saetze=fakten["saetze"])


def drop_past(tatsachen: Tatsachen, *, heute: date) -> Tatsachen:
    """Without what is over by itself: single dates, rules, exceptions and closing periods that lie behind."""
    tag = heute.isoformat()
    dauer = tatsachen["dauer"]
    return {
        **tatsachen,
        "dauer": {**dauer, "von": _drop_begun(dauer["von"], tag)},
        "zeiten": [
            _drop_start(zeit, tag) for zeit in tatsachen["zeiten"] if _ends(zeit, "gueltig_bis", "datum") >= tag
        ],
        "ausnahmen": [eine for eine in tatsachen["ausnahmen"] if max(eine["datum"], eine["neues_datum"] or "") >= tag],
        "schliesszeiten": [eine for eine in tatsachen["schliesszeiten"] if eine["bis"] >= tag],
    }


def _build_offene(angebot: Angebot) -> Tatsachen:
    """What may be kept as it is."""
    ort = angebot.ort
    schliesszeiten = [*angebot.schliesszeiten.all(), *(ort.schliesszeiten.all() if ort else ())]
    zugaenge = compute_zugaenge(angebot)
    return {
        "titel": angebot.titel.strip(),
        "dauer": {"von": _to_plain(angebot.gueltig_von), "bis": _to_plain(angebot.gueltig_bis)},
        "zeiten": _list_rows(angebot.zeiten.all(), ZEITFELDER),
        "ausnahmen": _list_rows(angebot.ausnahmen.all(), AUSNAHMEFELDER),
        "schliesszeiten": _list_rows(schliesszeiten, SCHLIESSFELDER),
        "anschrift": _build_row(ort, ORTFELDER) if ort else None,
        "treffpunkt": angebot.treffpunkt.strip(),
        "haltestelle": None if ist_ohne_weg(zugaenge) else _build_haltestelle(angebot),
        "zugaenge": sorted(zugang.value for zugang in zugaenge),
        "barrieren": list_genannte(merge_barriereangaben(ort=ort, angebot=angebot), zugaenge=zugaenge),
        "kosten": _list_rows(list_bekannte(angebot.kosten.all()), KOSTENFELDER),
        "kosten_hinweis": angebot.kosten_hinweis.strip(),
        "wer": _build_wer(angebot),
        "sprachen": sorted(sprache.code for sprache in angebot.sprachen.all()),
        "anmeldung": angebot.anmeldung,
    }


def _build_texte(angebot: Angebot) -> dict[str, str]:
    """What is kept as a fingerprint only."""
    return {
        "zeiten_hinweis": angebot.zeiten_hinweis.strip(),
        "eingang": angebot.ort.eingang.strip() if angebot.ort else "",
        "zugang_hinweise": _join_zugang_hinweise(angebot),
        "barrieren_notizen": _join_notizen(angebot),
        "wer_hinweis": angebot.wer_hinweis.strip(),
        "exklusiv_grund": angebot.exklusiv_grund.strip() if angebot.exklusiv else "",
        "ausschluss": angebot.ausschluss.strip(),
        "sprachen_hinweis": angebot.sprachen_hinweis.strip(),
        "anmeldung_hinweis": angebot.anmeldung_hinweis.strip(),
        "erstbesuch": "\n".join(getattr(angebot, feld).strip() for feld in ERSTBESUCHFELDER),
        "kontakt": _join_kontakt(angebot),
        "kontakt_traeger": _name_gefragten_traeger(angebot),
        "anruf_hinweis": angebot.anruf_hinweis.strip(),
    }


def _build_haltestelle(angebot: Angebot) -> dict[str, Any] | None:
    """The nearest one, as far as it is said."""
    nahe = find_naechste_haltestelle(angebot)
    return {"name": nahe.haltestelle.name, "minuten": estimate_walking_minutes(nahe.meter)} if nahe else None


def _build_wer(angebot: Angebot) -> dict[str, Any]:
    """willkommen: whether it is said who is welcome. The groups matter only where nobody else may come."""
    return {
        "willkommen": bool(build_willkommen(angebot)),
        "exklusiv": angebot.exklusiv,
        "zielgruppen": sorted(gruppe.slug for gruppe in angebot.zielgruppen.all()) if angebot.exklusiv else [],
        "alter": [angebot.alter_von, angebot.alter_bis],
    }


def _join_zugang_hinweise(angebot: Angebot) -> str:
    wege = [weg for weg in angebot.zugangswege.all() if weg.hinweis.strip() and weg.art != Zugang.VOR_ORT]
    return "\n".join(sorted(f"{weg.art} {weg.hinweis.strip()}" for weg in wege))


def _join_notizen(angebot: Angebot) -> str:
    """What is said about things that are there in part."""
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    genannte = list_genannte(angaben, zugaenge=compute_zugaenge(angebot))
    teilweise = sorted(name for name, wert in genannte.items() if wert == Barrierewert.TEILWEISE)
    return "\n".join(f"{name} {angaben[Merkmal(name)].notiz.strip()}" for name in teilweise)


def _name_gefragten_traeger(angebot: Angebot) -> str:
    """Empty where the offer has a contact of its own, or nobody has one."""
    quelle = find_kontaktquelle(angebot)
    if quelle is angebot or angebot.traeger is None or not (quelle.telefon or quelle.email or quelle.web):
        return ""
    return angebot.traeger.name.strip()


def _drop_begun(von: str | None, tag: str) -> str | None:
    return von if von and von > tag else None


def _drop_start(zeit: dict[str, Any], tag: str) -> dict[str, Any]:
    """A start that lies behind matters only where it says which weeks are meant."""
    return zeit if zeit["intervall_wochen"] > 1 else {**zeit, "gueltig_von": _drop_begun(zeit["gueltig_von"], tag)}


def _ends(zeit: dict[str, Any], *felder: str) -> str:
    return min((zeit[feld] for feld in felder if zeit[feld]), default="9999")


def _list_rows(eintraege: Iterable[Model], felder: tuple[str, ...]) -> list[dict[str, Any]]:
    """Each once and in an order of its own, so that two lists of the same rows are equal."""
    zeilen = {repr(zeile): zeile for eintrag in eintraege if (zeile := _build_row(eintrag, felder))}
    return [zeilen[name] for name in sorted(zeilen)]


def _build_row(eintrag: Model, felder: tuple[str, ...]) -> dict[str, Any]:
    return {feld: _to_plain(getattr(eintrag, feld)) for feld in felder}


def _to_plain(wert: Any) -> Any:
    if isinstance(wert, date | time):
        return wert.isoformat()
    return wert.strip() if isinstance(wert, str) else wert


def _join_kontakt(angebot: Angebot) -> str:
    """The same for a number however it is written."""
    quelle = find_kontaktquelle(angebot)
    telefone = [nummer.href or nummer.anzeige for nummer in parse_telefonliste(quelle.telefon)]
    worte = [angebot.kontakt_name, *telefone, angebot.sprechzeiten, quelle.email.lower(), quelle.web]
    return "\n".join(" ".join(wort.split()) for wort in worte)


def _build_saetze(angebot: Angebot) -> dict[str, list[str]]:
    karte = angebot.kartendaten
    wege = build_zugangssaetze(angebot, mit_hinweis=False)
    ortsaetze = (karte.get("ortsatz", ""), karte.get("haltestellensatz", ""), *wege)
    return {
        "dauer": _list_dauersaetze(angebot),
        "zeiten": list(karte.get("zeitsaetze", ())),
        "ort": [satz for satz in ortsaetze if satz],
        "kosten": [satz for satz in (karte.get("kostensatz", ""),) if satz],
        "anmeldung": [str(angebot.get_anmeldung_display())],
        "barrieren": [_build_barrieresatz(angebot)],
        "wer": [satz for satz in (build_willkommen(angebot, mit_grund=False),) if satz],
        "sprachen": [satz for satz in (", ".join(sprache.name for sprache in angebot.sprachen.all()),) if satz],
    }


def _build_barrieresatz(angebot: Angebot) -> str:
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    zugaenge, nachfrage = compute_zugaenge(angebot), build_nachfrage(angebot)
    return build_barrieresatz(angaben, zugaenge=zugaenge, nachfrage=nachfrage, mit_notizen=False)


def _list_dauersaetze(angebot: Angebot) -> list[str]:
    saetze = []
    if angebot.gueltig_von:
        saetze.append(_("Das Angebot gibt es ab dem %(datum)s.") % {"datum": _format(angebot.gueltig_von)})
    if angebot.gueltig_bis:
        saetze.append(_("Das Angebot gibt es bis zum %(datum)s.") % {"datum": _format(angebot.gueltig_bis)})
    return saetze


def _format(datum: date) -> str:
    return date_format(datum, "j. F Y")
