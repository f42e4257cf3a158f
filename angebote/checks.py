"""What must be settled in the catalogue before residents see the site; pankow_einsamkeit/checks.py asks for it."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError
from django.utils.translation import gettext as _

from angebote.choices import Status
from angebote.models import Angebot, Angebotsmenge, Gruppe, Volltext


@register(Tags.database, deploy=True)
def check_abgeleitetes(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """After the migration to a version with a new search its tables are empty: offers with 0 beside every filter.

    A database that cannot be asked is the subject of check_seiten.
    """
    if not databases or "default" not in databases:
        return []
    try:
        if not Angebot.objects.using("default").filter(status=Status.VEROEFFENTLICHT).exists() or _is_derived():
            return []
    except DatabaseError:
        return []
    return [
        Error(
            _("Filter und Suche sind für die veröffentlichten Angebote noch nicht berechnet."),
            hint=_("„manage.py update_katalog“ ausführen, nach „migrate“ bei jeder neuen Fassung."),
            id="angebote.E001",
        )
    ]


@register()
def check_pruefrhythmus(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Else every entry would vanish at once, or the note would come after it has vanished."""
    if 1 <= settings.PRUEFUNG_HINWEIS_TAGE < settings.PRUEFUNG_FRIST_TAGE:
        return []
    return [
        Error(
            _("PRUEFUNG_HINWEIS_TAGE und PRUEFUNG_FRIST_TAGE passen nicht zusammen."),
            hint=_("Der Hinweis kommt nach mindestens einem Tag, und ausgeblendet wird erst später als er."),
            id="angebote.E002",
        )
    ]


def _is_derived() -> bool:
    """Every published offer stands in a set and has its words; that the tables are filled is cheap to ask."""
    filtermengen = Angebotsmenge.objects.using("default").exclude(gruppe=Gruppe.TERMIN)
    return filtermengen.exists() and Volltext.objects.using("default").exists()
