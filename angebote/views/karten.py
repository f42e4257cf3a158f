"""The cards of a list: what stands in Angebot.kartendaten plus the next two Termine, whatever list they are for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.abkuerzungen import spell_out
from angebote.domain.karten_wann import build_wann
from angebote.domain.pruefsatz import build_pruefsatz
from angebote.domain.suche import NaechsterTermin, list_naechste_termine
from angebote.models import Angebot
from angebote.views.marken import Teile, split_marken
from pankow_einsamkeit.lib.telefon import Telefonnummer, parse_telefonliste

OHNE_KATEGORIE = "map-pin"  # the icon
UNBEKANNTES = {
    "zeiten": gettext_lazy("Zeiten"),
    "ort": gettext_lazy("Ort"),
    "kosten": gettext_lazy("Kosten"),
    "barrieren": gettext_lazy("Barrieren"),
}


@dataclass(frozen=True)
class Karte:
    """Exactly what templates/_components/angebotsliste.html shows; an empty sentence leaves its line out.

    naechster: the day of the Termin in termin_satz. *_teile: the text in pieces, those to be marked told apart.
    ist_frisch: confirmed, and not long ago.
    """

    id: int
    titel: str
    titel_teile: Teile
    url: str
    nutzen: str
    nutzen_teile: Teile
    bereich: str
    kategorie_name: str
    kategorie_icon: str
    naechster: date | None
    termin_satz: str
    danach_satz: str
    entfernung_satz: str
    ort_satz: str
    kiez_name: str
    haltestelle_satz: str
    kosten_satz: str
    ist_kostenlos: bool
    ohne_anmeldung: bool
    barriere_satz: str
    ist_stufenlos: bool | None
    telefon: Telefonnummer | None
    unbekannt_satz: str
    pruef_satz: str
    pruef_icon: str
    ist_frisch: bool
    zugang_saetze: tuple[str, ...]

    @property
    def wo_satz(self) -> str:
        return " · ".join(teil for teil in (self.ort_satz, self.kiez_name) if teil)

    @property
    def nennt_kosten(self) -> bool:
        """The sentence says itself what it is about."""
        return "Kosten" in self.kosten_satz


def build_karten(
    angebote: Sequence[Angebot],
    *,
    jetzt: datetime,
    termine: Mapping[int, Sequence[NaechsterTermin]] | None = None,
    geoeffnet: bool = False,
    marken: Collection[str] = (),
    entfernungen: Mapping[int, str] | None = None,
) -> list[Karte]:
    """In the order of the offers. `termine`: by primary key the next two of each; a list that asks for no time leaves
    them out, then they cost a constant number of queries.

    geoeffnet: the Termine are opening hours, even if there is only one. marken: folded words to be marked.
    entfernungen: the sentence about the way, by primary key.
    """
    if termine is None:
        termine = list_naechste_termine([angebot.pk for angebot in angebote], jetzt=jetzt) if angebote else {}
    return [
        _build_karte(
            angebot,
            termine.get(angebot.pk, ()),
            heute=jetzt.date(),
            geoeffnet=geoeffnet,
            marken=marken,
            entfernung_satz=(entfernungen or {}).get(angebot.pk, ""),
        )
        for angebot in angebote
    ]


def _build_karte(
    angebot: Angebot,
    termine: Sequence[NaechsterTermin],
    *,
    heute: date,
    geoeffnet: bool,
    marken: Collection[str],
    entfernung_satz: str,
) -> Karte:
    daten: dict[str, Any] = angebot.kartendaten
    nutzen = spell_out(angebot.nutzen)
    termin_satz, danach_satz = build_wann(angebot, termine, heute=heute, geoeffnet=geoeffnet)
    unbekannt = [*([] if termin_satz else ["zeiten"]), *daten.get("unbekannt", ())]
    return Karte(
        id=angebot.pk,
        titel=angebot.titel,
        titel_teile=split_marken(angebot.titel, marken),
        url=angebot.get_absolute_url(),
        nutzen=nutzen,
        nutzen_teile=split_marken(nutzen, marken),
        bereich=angebot.bereich,
        kategorie_name=daten.get("kategorie_name", ""),
        kategorie_icon=daten.get("kategorie_icon") or OHNE_KATEGORIE,
        naechster=termine[0].datum if termine else None,
        termin_satz=termin_satz,
        danach_satz=danach_satz,
        entfernung_satz=entfernung_satz,
        ort_satz="" if "ort" in unbekannt else daten.get("ortsatz", ""),
        kiez_name=daten.get("kiez_name", ""),
        haltestelle_satz=daten.get("haltestellensatz", ""),
        kosten_satz="" if "kosten" in unbekannt else daten.get("kostensatz", ""),
        ist_kostenlos=daten.get("ist_kostenlos", False),
        ohne_anmeldung=daten.get("ohne_anmeldung", False),
        barriere_satz="" if "barrieren" in unbekannt else daten.get("barrieresatz", ""),
        ist_stufenlos=daten.get("ist_stufenlos"),
        telefon=_find_telefon(angebot.telefon),
        unbekannt_satz=_build_unbekanntsatz(angebot, unbekannt, heute=heute),
        pruef_satz=build_pruefsatz(angebot, heute=heute),
        pruef_icon=_name_pruefzeichen(angebot, heute=heute),
        ist_frisch=angebot.ist_frisch(heute),
        zugang_saetze=tuple(daten.get("zugangssaetze", ())),
    )


@lru_cache(maxsize=10_000)
def _find_telefon(text: str) -> Telefonnummer | None:
    """The offer's own first number that a phone can dial; a provider's would cost a query and may lead elsewhere.

    Kept: taking numbers apart would cost more than all the rest of a card.
    """
    return next((nummer for nummer in parse_telefonliste(text) if nummer.href), None)


def _build_unbekanntsatz(angebot: Angebot, unbekannt: Sequence[str], *, heute: date) -> str:
    """All that is not known in one line. An unconfirmed offer asks to call in the line below, and once is enough."""
    if not unbekannt:
        return ""
    satz = _("Nicht bekannt: %(was)s") % {"was": ", ".join(str(UNBEKANNTES[name]) for name in unbekannt)}
    if not angebot.ist_frisch(heute):
        return satz
    return f"{satz} – {angebot.kartendaten.get('nachfrage') or _('bitte nachfragen')}"


def _name_pruefzeichen(angebot: Angebot, *, heute: date) -> str:
    if angebot.ist_frisch(heute):
        return "circle-check"
    return "phone" if angebot.kartendaten.get("hat_telefon") else "circle-help"
