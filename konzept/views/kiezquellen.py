"""Where every figure about a Kiez is from, and of which day (S4). The same sentences on the pages and in the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.domain.suchluecken import MINDESTZAHL
from angebote.models import Kiez
from konzept.domain.bevoelkerung import name_einwohnerquelle


def list_quellen(kieze: Sequence[Kiez], *, heute: date) -> list[tuple[str, str]]:
    """What, and its source with the day. The statistics are those of angebote/daten/README.md."""
    return [
        (_("Angebote"), _("Verzeichnis dieser Website, gültig am %(tag)s") % {"tag": _format(heute)}),
        (_("Einwohner"), _build_einwohnerquelle(kieze)),
        (
            _("Grenzen der Kieze"),
            _("Amt für Statistik Berlin-Brandenburg, Lebensweltlich orientierte Räume (LOR), Stand 1. Januar 2021"),
        ),
        (
            _("Gesucht, nicht gefunden"),
            _("„Das fehlt mir hier“ auf dieser Website, letzte 12 Monate; Zahlen unter %(zahl)s zählen als eins")
            % {"zahl": MINDESTZAHL},
        ),
    ]


def find_stand(kieze: Sequence[Kiez]) -> date | None:
    """The one day of all of them; None where they differ or one has none."""
    tage = {kiez.einwohner_stand for kiez in kieze}
    return tage.pop() if len(tage) == 1 else None


def _build_einwohnerquelle(kieze: Sequence[Kiez]) -> str:
    quelle = name_einwohnerquelle()
    if all(kiez.einwohner is None for kiez in kieze):
        return _("nicht eingetragen")
    stand = find_stand(kieze)
    return f"{quelle}, {_('Stand %(tag)s') % {'tag': _format(stand)} if stand else _('Stand je Kiez verschieden')}"


def _format(tag: date) -> str:
    return date_format(tag, "j. F Y")
