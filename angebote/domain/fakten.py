"""The public facts of an offer, in a shape that can be kept and compared later. Pure; reads prefetched parts.

`tatsachen` are compared, `saetze` are shown beside each other: better words of ours never look like a change. A group
in `tatsachen` is compared only where both sides have it: whoever changes what a group holds gives it a new name.
"""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, TypedDict

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.domain.fingerabdruck import build_fingerabdruck, keep_newest
from angebote.domain.nachfrage import find_kontaktquelle
from angebote.domain.zugang import compute_zugaenge
from angebote.models import Angebot
from pankow_einsamkeit.lib.telefon import parse_telefonliste

# What build_fakten reads of an offer besides its place and its Träger, to be prefetched.
TEILE = ("zugangswege", "kosten", "zeiten", "ausnahmen", "schliesszeiten", "ort__schliesszeiten")
# Whoever is named there can take it back (P6): only a fingerprint is kept.
FINGERABDRUECKE = frozenset({"kontakt", "anmeldung_hinweis", "zeiten_hinweis", "eingang"})

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
    """tatsachen: by group. saetze: by "dauer", "zeiten", "ort", "kosten", "anmeldung", each may be empty."""

    tatsachen: Tatsachen
    saetze: dict[str, list[str]]


def build_fakten(angebot: Angebot) -> Fakten:
    """As JSON gives it back. The sentences are those of the card, so the card has to be up to date."""
    ort = angebot.ort
    schliesszeiten = [*angebot.schliesszeiten.all(), *(ort.schliesszeiten.all() if ort else ())]
    tatsachen: Tatsachen = {
        "titel": angebot.titel.strip(),
        "dauer": {"von": _to_plain(angebot.gueltig_von), "bis": _to_plain(angebot.gueltig_bis)},
        "zeiten": _list_rows(angebot.zeiten.all(), ZEITFELDER),
        "zeiten_hinweis": build_fingerabdruck(angebot.zeiten_hinweis.strip()),
        "ausnahmen": _list_rows(angebot.ausnahmen.all(), AUSNAHMEFELDER),
        "schliesszeiten": _list_rows(schliesszeiten, SCHLIESSFELDER),
        "anschrift": _build_row(ort, ORTFELDER) if ort else None,
        "treffpunkt": angebot.treffpunkt.strip(),
        "eingang": build_fingerabdruck(ort.eingang.strip() if ort else ""),
        "zugaenge": sorted(zugang.value for zugang in compute_zugaenge(angebot)),
        "kosten": _list_rows(angebot.kosten.all(), KOSTENFELDER),
        "kosten_hinweis": angebot.kosten_hinweis.strip(),
        "anmeldung": angebot.anmeldung,
        "anmeldung_hinweis": build_fingerabdruck(angebot.anmeldung_hinweis.strip()),
        "kontakt": build_fingerabdruck(_join_kontakt(angebot)),
    }
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
    return {
        "dauer": _list_dauersaetze(angebot),
        "zeiten": list(karte.get("zeitsaetze", ())),
        "ort": [satz for satz in (karte.get("ortsatz", ""), *karte.get("zugangssaetze", ())) if satz],
        "kosten": [satz for satz in (karte.get("kostensatz", ""),) if satz],
        "anmeldung": [str(angebot.get_anmeldung_display())],
    }


def _list_dauersaetze(angebot: Angebot) -> list[str]:
    saetze = []
    if angebot.gueltig_von:
        saetze.append(_("Das Angebot gibt es ab dem %(datum)s.") % {"datum": _format(angebot.gueltig_von)})
    if angebot.gueltig_bis:
        saetze.append(_("Das Angebot gibt es bis zum %(datum)s.") % {"datum": _format(angebot.gueltig_bis)})
    return saetze


def _format(datum: date) -> str:
    return date_format(datum, "j. F Y")
