"""What has become, or would become, of a file: counts, and one line of text for every row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.feldtexte import Feldaenderung, build_feldaenderungen
from angebote.importers.pfad.plan import Ergebnis, Planzeile
from angebote.importers.pfad.vergleich import describe_neuen, is_neu
from angebote.importers.pfad.zellen import guard

ERGEBNISWORTE = {
    Ergebnis.NEU: gettext_lazy("neu, als Entwurf"),
    Ergebnis.GEAENDERT: gettext_lazy("geändert"),
    Ergebnis.VORSCHLAG: gettext_lazy("als Vorschlag eingereicht"),
    Ergebnis.UNVERAENDERT: gettext_lazy("unverändert"),
    Ergebnis.DOPPELT: gettext_lazy("vielleicht schon da, wartet auf Ihre Entscheidung"),
    Ergebnis.UEBERSPRUNGEN: gettext_lazy("übersprungen"),
    Ergebnis.ABGELEHNT: gettext_lazy("abgelehnt"),
}


@dataclass
class Importbericht:
    """verschwunden: titles of offers the source does not name any more."""

    zeilen: Sequence[Planzeile]
    unbekannte_spalten: Sequence[str] = ()
    hinweise: Sequence[str] = ()
    verschwunden: Sequence[str] = ()
    neue_orte: int = 0
    neue_traeger: int = 0
    zahlen: Mapping[Ergebnis, int] = field(init=False)

    def __post_init__(self) -> None:
        gezaehlt = Counter(zeile.ergebnis for zeile in self.zeilen)
        self.zahlen = {ergebnis: gezaehlt[ergebnis] for ergebnis in Ergebnis}

    @property
    def konflikte(self) -> int:
        return sum(bool(zeile.konflikte) for zeile in self.zeilen)

    def list_zeilen(self, *ergebnisse: Ergebnis) -> list[Planzeile]:
        return [zeile for zeile in self.zeilen if zeile.ergebnis in ergebnisse]


def build_aenderungstexte(aenderungen: Mapping[str, Mapping[str, Any]]) -> list[Feldaenderung]:
    """In words; a place or provider that is still to be created is named."""
    bekannte = {
        name: {seite: None if is_neu(wert) else wert for seite, wert in paar.items()}
        for name, paar in aenderungen.items()
    }
    texte = build_feldaenderungen(bekannte)
    for text in texte:
        neu = aenderungen[text.name]["neu"]
        if is_neu(neu):
            text.neu.append(_("%(name)s (wird neu angelegt)") % {"name": describe_neuen(neu)})
    return texte


def describe_zeile(planzeile: Planzeile) -> str:
    """Everything worth knowing about a row, a line for each."""
    saetze = [str(fehler) for fehler in planzeile.fehler]
    saetze += [
        f"{a.titel}: {' / '.join(a.alt) or '–'} → {' / '.join(a.neu) or '–'}" for a in _describe(planzeile.aenderungen)
    ]
    saetze += [
        _("%(feld)s wurde von der Redaktion geändert und bleibt: %(alt)s (Datei: %(neu)s)")
        % {"feld": a.titel, "alt": " / ".join(a.alt) or "–", "neu": " / ".join(a.neu) or "–"}
        for a in _describe(planzeile.konflikte)
    ]
    saetze += [f"{einer.titel} ({einer.gruende})" for einer in planzeile.doppelte]
    saetze += [
        _("Vielleicht dasselbe wie Zeile %(nummer)d: %(titel)s (%(gruende)s)")
        % {"nummer": eine.angebot_id, "titel": eine.titel, "gruende": eine.gruende}
        for eine in planzeile.aehnliche_zeilen
    ]
    return "\n".join(saetze)


def _describe(aenderungen: Mapping[str, Mapping[str, Any]]) -> list[Feldaenderung]:
    return build_aenderungstexte(aenderungen) if aenderungen else []


def write_berichtszeilen(zeilen: Iterable[Planzeile]) -> list[list[str]]:
    """Row number, key, title, result, details; one line per row of the file."""
    return [
        [
            str(planzeile.zeile.nummer),
            planzeile.zeile.kurz_id or planzeile.zeile.schluessel,
            planzeile.zeile.titel,
            str(ERGEBNISWORTE[planzeile.ergebnis]),
            describe_zeile(planzeile),
        ]
        for planzeile in zeilen
    ]


def write_bericht(zeilen: Iterable[Sequence[str]]) -> str:
    """As CSV for a spreadsheet."""
    ausgabe = StringIO()
    schreiber = csv.writer(ausgabe, delimiter=";", lineterminator="\r\n")
    schreiber.writerow([_("Zeile"), _("Kennung"), _("Titel"), _("Ergebnis"), _("Einzelheiten")])
    schreiber.writerows([guard(text) for text in zeile] for zeile in zeilen)
    return "\ufeff" + ausgabe.getvalue()
