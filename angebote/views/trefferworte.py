"""What a list says about its own result: how many, what else, and what the search made of the words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.domain.suche import Suchanfrage, Suchergebnis, find_unbekannte
from angebote.views.listenadresse import build_liste_url


@dataclass(frozen=True)
class Korrektur:
    """The search was for another word than the one typed, which finds nothing.

    hat_treffer: something is listed for it; a filter may take all of it away.
    """

    gesucht: str
    gefunden: str
    href: str
    hat_treffer: bool


def count_gelistete(ergebnis: Suchergebnis) -> int:
    """All that stands on the pages, in whatever group."""
    return ergebnis.anzahl + ergebnis.anzahl_schon_geoeffnet + ergebnis.anzahl_ohne_zeiten + ergebnis.anzahl_teilweise


def ist_nur_wort(anfrage: Suchanfrage) -> bool:
    """Nothing was chosen beside the words, so nothing but they can be to blame. A place takes nothing away."""
    return bool(anfrage.q) and anfrage.mit(q="", nah="", sortierung="") == Suchanfrage()


def build_trefferzahl(ergebnis: Suchergebnis) -> str:
    """The number of hits as a sentence; it is also what screen readers announce after a change."""
    weitere = capfirst(", ".join(_list_weitere(ergebnis)))
    if not ergebnis.anzahl and not weitere:
        if ist_nur_wort(ergebnis.anfrage):
            return _("Zu „%(wort)s“ haben wir kein Angebot gefunden") % {"wort": ergebnis.anfrage.q}
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


def build_ohne_weg(ergebnis: Suchergebnis, *, je_seite: int) -> dict[str, str] | None:
    """Sorted by distance, what needs no way comes after all hits: on the pages before one line leads to its first page.

    A filter could not show the same: an offer with a way may have one of these accesses too.
    """
    beginn = (ergebnis.anzahl - ergebnis.anzahl_ohne_weg) // je_seite + 1
    if not ergebnis.anzahl_ohne_weg or ergebnis.seite >= beginn:
        return None
    satz = ngettext(
        "%(n)d davon ist zu Hause, am Telefon oder online und steht auf Seite %(seite)d.",
        "%(n)d davon sind zu Hause, am Telefon oder online und stehen ab Seite %(seite)d.",
        ergebnis.anzahl_ohne_weg,
    )
    return {
        "satz": satz % {"n": ergebnis.anzahl_ohne_weg, "seite": beginn},
        "href": build_liste_url(ergebnis.anfrage, seite=beginn),
    }


def build_korrektur(ergebnis: Suchergebnis) -> Korrektur | None:
    if ergebnis.text is None or not ergebnis.text.korrektur:
        return None
    gefunden = ergebnis.text.korrektur
    return Korrektur(
        gesucht=ergebnis.anfrage.q,
        gefunden=gefunden,
        href=build_liste_url(ergebnis.anfrage.mit(q=gefunden)),
        hat_treffer=bool(count_gelistete(ergebnis)),
    )
