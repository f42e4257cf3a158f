"""A report as a Vorlage zur Kenntnisnahme: head, numbered chapters, signature. Frozen together with its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Berichtsart
from konzept.domain.berichtsangebote import build_angebote, build_luecken
from konzept.domain.berichtsbloecke import Abschnitt, Angabe, Block, Dokument, build_absaetze, format_tag
from konzept.domain.berichtskapitel import (
    build_anlass,
    build_beitraege,
    build_komponente,
    build_massnahmenstand,
    build_veraenderungen,
    build_zustaendigkeiten,
)

Daten = Mapping[str, Any]


def build_dokument(daten: Daten) -> Dokument:
    """daten: as berichtsabbild.py gathers them."""
    return Dokument(
        kopf=_("Vorlage zur Kenntnisnahme für die Bezirksverordnetenversammlung"),
        titel=_("%(art)s: %(titel)s") % {"art": Berichtsart(daten["art"]).label, "titel": daten["drucksache"]["titel"]},
        angaben=build_angaben(daten),
        abschnitte=[
            Abschnitt(nummer=nummer, titel=titel, bloecke=bloecke)
            for nummer, (titel, bloecke) in enumerate(iterate_kapitel(daten), start=1)
        ],
        ort_datum=_("Berlin, den"),
        stelle=_("Bezirksamt Pankow von Berlin"),
        unterschrift=_("Unterschrift, Funktion"),
    )


def build_angaben(daten: Daten) -> list[Angabe]:
    drucksache = daten["drucksache"]
    angaben = {
        _("Drucksache"): f"{drucksache['nummer']}, {drucksache['titel']}",
        _("Stand der Drucksache"): drucksache["status"],
        _("Berichtsart"): str(Berichtsart(daten["art"]).label),
        _("Stichtag"): format_tag(daten["stichtag"]),
        _("Konzept"): daten["konzept"] or _("Noch gilt keine Version des Konzepts."),
        _("Berichtigt"): daten["berichtigt"],
        _("Vorgelegt von"): _("Bezirksamt Pankow von Berlin"),
    }
    return [Angabe(name=name, wert=wert) for name, wert in angaben.items() if wert]


def iterate_kapitel(daten: Daten) -> Iterator[tuple[str, list[Block]]]:
    yield _("Anlass"), build_anlass(daten)
    yield _("Zuständigkeiten"), build_zustaendigkeiten(daten)
    for komponente in daten["stand"]["komponenten"]:
        titel = _("Komponente %(name)s") % {"name": komponente["name"]}
        yield titel, build_komponente(komponente, daten["texte"]["komponenten"][komponente["art"]])
    yield _("Maßnahmen im Überblick"), build_massnahmenstand(daten)
    yield _("Beiträge der Geschäftsbereiche"), build_beitraege(daten)
    yield _("Angebote in Pankow"), build_angebote(daten)
    yield _("Lücken"), build_luecken(daten)
    yield _("Veränderungen seit dem letzten Bericht"), build_veraenderungen(daten)
    yield _("Ausblick"), build_absaetze(daten["texte"]["ausblick"], leer=_("Dazu ist nichts eingetragen."))
