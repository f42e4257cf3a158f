"""Measures as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

import tablib
from django.utils.translation import gettext as _

from angebote.importers.pfad.ausgabe import write_tabelle
from angebote.importers.pfad.zellen import guard
from konzept.models import Massnahme


def build_csv(massnahmen: Iterable[Massnahme]) -> bytes:
    """UTF-8 with mark and semicolons, as German Excel opens it; nothing in it runs as a formula."""
    tabelle = tablib.Dataset(headers=list_spalten(), title=_("Maßnahmen"))
    for massnahme in massnahmen:
        tabelle.append([guard(zelle) for zelle in build_zeile(massnahme)])
    return write_tabelle(tabelle, "csv")


def list_spalten() -> list[str]:
    return [
        *(_("Nummer"), _("Titel"), _("Komponente"), _("Art"), _("Status"), _("Federführung"), _("beteiligt")),
        *(_("verantwortlich"), _("Kieze"), _("Beginn"), _("Ende"), _("Meilensteine erledigt"), _("Meilensteine")),
        *(_("Ziel"), _("baut auf"), _("Mittel")),
    ]


def build_zeile(massnahme: Massnahme) -> list[str]:
    """massnahme: of mit_meilensteinen()."""
    return [
        str(massnahme.pk),
        massnahme.titel,
        massnahme.komponente.name,
        massnahme.get_art_display(),
        massnahme.get_status_display(),
        massnahme.federfuehrung.name,
        ", ".join(bereich.name for bereich in massnahme.beteiligte.all()),
        massnahme.verantwortlich,
        ", ".join(kiez.name for kiez in massnahme.kieze.all()) or _("ganz Pankow"),
        massnahme.beginn.isoformat(),
        massnahme.ende.isoformat() if massnahme.ende else "",
        str(massnahme.meilensteine_erledigt),  # type: ignore[attr-defined]
        str(massnahme.meilensteine_gesamt),  # type: ignore[attr-defined]
        massnahme.ziel,
        massnahme.baut_auf,
        massnahme.mittel,
    ]
