"""What the columns of the gap analysis are called, without counting anything."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from angebote.choices import Kostenfilter, Tageszeit, Wochentag, Zugang
from angebote.models import Kategorie, Zielgruppe
from konzept.choices import Lueckendimension


def list_zeitworte() -> dict[str, str]:
    """By key, in the order of the week: "Montagvormittag"."""
    return {
        f"{tag.name.lower()}-{zeit.value}": f"{tag.label}{str(zeit.label).lower()}"
        for tag in Wochentag
        for zeit in Tageszeit
    }


def list_kostenworte() -> dict[str, str]:
    return {
        Kostenfilter.KOSTENLOS.value: _("kostenlos"),
        Kostenfilter.SPENDE.value: _("Spende"),
        Kostenfilter.KASSE.value: _("Kasse zahlt"),
        Kostenfilter.ERMAESSIGT.value: _("Ermäßigung"),
        "kostet": _("kostet"),
        "unbekannt": _("nicht bekannt"),
    }


def list_stufenlosworte() -> dict[str, str]:
    return {"ja": _("stufenlos erreichbar"), "nein": _("nicht stufenlos"), "unbekannt": _("nicht bekannt")}


def _list_zugangsworte() -> dict[str, str]:
    return {zugang.value: str(zugang.label) for zugang in Zugang}


RESTWORTE: dict[Lueckendimension, Callable[[], str]] = {
    Lueckendimension.KATEGORIE: lambda: _("andere oder keine Kategorie"),
    Lueckendimension.ZEIT: lambda: _("ohne festen Termin"),
    Lueckendimension.ZUGANG: lambda: _("nicht bekannt"),
    Lueckendimension.ZIELGRUPPE: lambda: _("keine genannt"),
}
WORTE: dict[Lueckendimension, Callable[[], dict[str, str]]] = {
    Lueckendimension.KATEGORIE: lambda: dict(Kategorie.objects.values_list("slug", "name")),
    Lueckendimension.ZEIT: list_zeitworte,
    Lueckendimension.KOSTEN: list_kostenworte,
    Lueckendimension.STUFENLOS: list_stufenlosworte,
    Lueckendimension.ZUGANG: _list_zugangsworte,
    Lueckendimension.ZIELGRUPPE: lambda: dict(Zielgruppe.objects.values_list("slug", "name")),
}


def name_spalte(nach: str, wert: str) -> str:
    """As the table heads it; empty where there is no such column any more. At most one query."""
    if nach not in Lueckendimension.values:
        return ""
    dimension = Lueckendimension(nach)
    if not wert:
        return RESTWORTE[dimension]() if dimension in RESTWORTE else ""
    return WORTE[dimension]().get(wert, "")
