"""The parts of the internal section, in the order of the menu: each with its first page and the right it needs."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Bereich:
    """name: of the URL. Every address of a part begins with that of its first page.

    kapitel: of the handbook that tells about it; abschnitt: the heading there, empty for the whole chapter.
    """

    name: str
    titel: str | Promise
    recht: str
    kapitel: str
    abschnitt: str = ""


BEREICHE = (
    Bereich("konzept:uebersicht", _("Übersicht"), "konzept.view_komponente", "konzept-zustaendige", "die-uebersicht"),
    Bereich(
        "konzept:zustaendige",
        _("Zuständige"),
        "konzept.view_zustaendigkeit",
        "konzept-zustaendige",
        "wer-ist-zustaendig",
    ),
    Bereich(
        "konzept:geschaeftsbereich-liste",
        _("Geschäftsbereiche"),
        "konzept.view_geschaeftsbereich",
        "konzept-zustaendige",
        "geschaeftsbereiche-und-aemter",
    ),
    Bereich("konzept:massnahme-tafel", _("Maßnahmen"), "konzept.view_massnahme", "konzept-massnahmen"),
    Bereich("konzept:netzwerk", _("Netzwerk"), "konzept.view_gremium", "konzept-netz"),
    Bereich("konzept:anfrage-liste", _("Anfragen"), "konzept.view_kooperationsanfrage", "konzept-kooperation"),
    Bereich("konzept:luecken", _("Lücken"), "konzept.view_massnahme", "konzept-luecken", "die-tabelle"),
    Bereich("konzept:kiez-profile", _("Kieze"), "konzept.view_massnahme", "konzept-luecken", "die-kieze-nebeneinander"),
    Bereich("konzept:bericht-liste", _("Berichte"), "konzept.view_bericht", "konzept-berichte"),
)
