"""Measures as a table for a spreadsheet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from konzept.models import Massnahme


def list_spalten() -> list[str]:
    return [
        *(_("Nummer"), _("Titel"), _("Komponente"), _("Art"), _("Status"), _("Federführung"), _("beteiligt")),
        *(_("verantwortlich"), _("Kieze"), _("Beginn"), _("Ende"), _("Meilensteine erledigt"), _("Meilensteine")),
        *(_("Ziel"), _("baut auf"), _("Mittel")),
    ]


def build_zeile(massnahme: Massnahme) -> list[object]:
    """massnahme: of mit_meilensteinen()."""
    return [
        massnahme.pk,
        massnahme.titel,
        massnahme.komponente.name,
        massnahme.get_art_display(),
        massnahme.get_status_display(),
        massnahme.federfuehrung.name,
        ", ".join(bereich.name for bereich in massnahme.beteiligte.all()),
        massnahme.verantwortlich,
        ", ".join(kiez.name for kiez in massnahme.kieze.all()) or _("ganz Pankow"),
        massnahme.beginn,
        massnahme.ende,
        massnahme.meilensteine_erledigt,  # type: ignore[attr-defined]
        massnahme.meilensteine_gesamt,  # type: ignore[attr-defined]
        massnahme.ziel,
        massnahme.baut_auf,
        massnahme.mittel,
    ]
