"""What a list says about its own result: how many, what else, and what the search made of the words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.choices import ZUGANG_OHNE_WEG
from angebote.domain.suche import Suchergebnis, find_unbekannte
from angebote.views.listenadresse import build_liste_url


@dataclass(frozen=True)
class Korrektur:
    """The hits are those for another word than the one typed, which finds nothing."""

    gesucht: str
    gefunden: str
    href: str


def build_trefferzahl(ergebnis: Suchergebnis) -> str:
    """The number of hits as a sentence; it is also what screen readers announce after a change."""
    weitere = capfirst(", ".join(_list_weitere(ergebnis)))
    if not ergebnis.anzahl and not weitere:
        return _("Kein Angebot passt zu allem, was Sie gewählt haben")
    if ergebnis.anzahl:
        satz = ngettext("%(n)d Angebot gefunden", "%(n)d Angebote gefunden", ergebnis.anzahl) % {"n": ergebnis.anzahl}
    else:
        satz = _build_nullsatz(ergebnis)
    return f"{satz}. {weitere}." if weitere else satz


def _build_nullsatz(ergebnis: Suchergebnis) -> str:
    if not ergebnis.anzahl_schon_geoeffnet and not ergebnis.anzahl_ohne_zeiten:
        return _("Kein Angebot passt zu allen Ihren Wörtern")
    return _("Kein Termin beginnt dann") if ergebnis.anfrage.zeit else _("Kein Termin passt")


def _list_weitere(ergebnis: Suchergebnis) -> list[str]:
    """What is listed below the hits proper, in clauses of one sentence."""
    geoeffnet, ohne_zeiten = ergebnis.anzahl_schon_geoeffnet, ergebnis.anzahl_ohne_zeiten
    teilweise = ergebnis.anzahl_teilweise
    saetze = [
        (
            geoeffnet,
            ngettext("%(n)d Angebot ist dann schon geöffnet", "%(n)d Angebote sind dann schon geöffnet", geoeffnet),
        ),
        (
            ohne_zeiten,
            ngettext(
                "bei %(n)d Angebot kennen wir die Zeiten nicht",
                "bei %(n)d Angeboten kennen wir die Zeiten nicht",
                ohne_zeiten,
            ),
        ),
        (
            teilweise,
            ngettext(
                "zu %(n)d Angebot passt nur ein Teil Ihrer Wörter",
                "zu %(n)d Angeboten passt nur ein Teil Ihrer Wörter",
                teilweise,
            ),
        ),
    ]
    return [satz % {"n": anzahl} for anzahl, satz in saetze if anzahl]


def build_unbekannte(ergebnis: Suchergebnis) -> dict[str, str] | None:
    """One line above the list: how many more there are if cost and accessibility need not be known."""
    for ausweg in find_unbekannte(ergebnis):
        satz = ngettext(
            "Bei %(n)d weiteren Angebot sind %(was)s nicht bekannt.",
            "Bei %(n)d weiteren Angeboten sind %(was)s nicht bekannt.",
            ausweg.anzahl,
        )
        return {"satz": satz % {"n": ausweg.anzahl, "was": ausweg.label}, "href": build_liste_url(ausweg.anfrage)}
    return None


def build_ohne_weg(ergebnis: Suchergebnis) -> dict[str, str] | None:
    """Sorted by distance, what needs no way comes after all hits: one line tells of it on the pages before."""
    if not ergebnis.anzahl_ohne_weg or ergebnis.angebote_ohne_weg:
        return None
    satz = ngettext(
        "%(n)d davon ist zu Hause, am Telefon oder online und steht am Ende.",
        "%(n)d davon sind zu Hause, am Telefon oder online und stehen am Ende.",
        ergebnis.anzahl_ohne_weg,
    )
    href = build_liste_url(ergebnis.anfrage.mit(zugang=tuple(zugang.value for zugang in ZUGANG_OHNE_WEG)))
    return {"satz": satz % {"n": ergebnis.anzahl_ohne_weg}, "href": href}


def build_korrektur(ergebnis: Suchergebnis) -> Korrektur | None:
    if ergebnis.text is None or not ergebnis.text.korrektur:
        return None
    gefunden = ergebnis.text.korrektur
    return Korrektur(ergebnis.anfrage.q, gefunden, build_liste_url(ergebnis.anfrage.mit(q=gefunden)))
