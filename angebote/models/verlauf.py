"""Who changed what, and when: django-simple-history keeps a row for every save and delete of what it is put on.

Rows written by bulk_create, bulk_update or update() leave no trace, and shall not: only derived values are written so.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

GRUND_LAENGE = 100  # as the column of django-simple-history


@dataclass(frozen=True)
class Anlass:
    """grund: shown beside every row of history. konto: None where a command writes."""

    grund: str
    konto: Any = None


_anlass: ContextVar[Anlass | None] = ContextVar("anlass", default=None)


@contextmanager
def give_anlass(*, grund: str, konto: Any = None) -> Iterator[Anlass]:
    """Every row of history written inside says why and by whom, parts included.

    Inside another one, what is left out is taken from that.
    """
    aussen = _anlass.get() or Anlass("")
    anlass = Anlass(grund[:GRUND_LAENGE] or aussen.grund, konto or aussen.konto)
    vorher = _anlass.set(anlass)
    try:
        yield anlass
    finally:
        _anlass.reset(vorher)


class Verlauf(HistoricalRecords):
    def get_change_reason_for_object(self, instance: Any, history_type: str, using: str | None) -> str | None:
        eigener: str | None = super().get_change_reason_for_object(instance, history_type, using)
        anlass = _anlass.get()
        return eigener or (anlass.grund or None if anlass else None)

    def get_history_user(self, instance: Any) -> Any:
        anlass = _anlass.get()
        return anlass.konto if anlass and anlass.konto else super().get_history_user(instance)


def build_verlauf(name: str, *, m2m_fields: Collection[object] = (), excluded_fields: Collection[str] = ()) -> Verlauf:
    """name: of one entry, for the admin."""
    return Verlauf(
        verbose_name=_("Verlauf: %(name)s") % {"name": name},
        verbose_name_plural=_("Verlauf: %(name)s") % {"name": name},
        m2m_fields=m2m_fields,
        excluded_fields=list(excluded_fields),
    )
