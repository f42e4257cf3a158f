"""The parts of the internal section, in the order of the menu: each with its first page and the right it needs."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Bereich:
    """name: of the URL. Every address of a part begins with that of its first page."""

    name: str
    titel: str | Promise
    recht: str


BEREICHE = (
    Bereich("konzept:uebersicht", _("Übersicht"), "konzept.view_komponente"),
    Bereich("konzept:zustaendige", _("Zuständige"), "konzept.view_zustaendigkeit"),
    Bereich("konzept:geschaeftsbereich-liste", _("Geschäftsbereiche"), "konzept.view_geschaeftsbereich"),
    Bereich("konzept:massnahme-tafel", _("Maßnahmen"), "konzept.view_massnahme"),
    Bereich("konzept:netzwerk", _("Netzwerk"), "konzept.view_gremium"),
    Bereich("konzept:anfrage-liste", _("Anfragen"), "konzept.view_kooperationsanfrage"),
    Bereich("konzept:luecken", _("Lücken"), "konzept.view_massnahme"),
    Bereich("konzept:kiez-profile", _("Kieze"), "konzept.view_massnahme"),
    Bereich("konzept:bericht-liste", _("Berichte"), "konzept.view_bericht"),
)
