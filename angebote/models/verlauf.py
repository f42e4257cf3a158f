"""Who changed what, and when: django-simple-history keeps a row for every save and delete of what it is put on.

Rows written by bulk_create, bulk_update or update() leave no trace, and shall not: only derived values are written so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import models
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


# Records in the order of their first save, each with "+" or "~"; by model and key, as one row of history tells all.
_Sammlung = dict[tuple[type[models.Model], Any], tuple[models.Model, str]]
_sammlung: ContextVar[_Sammlung | None] = ContextVar("sammlung", default=None)


@contextmanager
def collect_verlauf() -> Iterator[None]:
    """For imports: history is written at the end, all together, one row for each record that was saved inside.

    Inside another one it waits for that. Whatever raises leaves no history of what it undoes.
    """
    aussen, eigene = _sammlung.get(), _Sammlung()
    vorher = _sammlung.set(eigene)
    try:
        yield
    finally:
        _sammlung.reset(vorher)
    if aussen is None:
        _write_gesammelte(eigene)
    else:
        aussen.update(
            {schluessel: (wer, aussen.get(schluessel, (wer, art))[1]) for schluessel, (wer, art) in eigene.items()}
        )


@contextmanager
def skip_verlauf() -> Iterator[None]:
    """For trials that the database forgets again."""
    vorher = _sammlung.set({})
    try:
        yield
    finally:
        _sammlung.reset(vorher)


def _write_gesammelte(sammlung: _Sammlung) -> None:
    gruppen: dict[tuple[type[models.Model], str], list[models.Model]] = {}
    for (modell, _pk), (wer, art) in sammlung.items():
        gruppen.setdefault((modell, art), []).append(wer)
    anlass = _anlass.get() or Anlass("")
    for (modell, art), eintraege in gruppen.items():
        manager: Any = modell.verlauf  # type: ignore[attr-defined]
        write_mengenverlauf(
            manager.bulk_history_create(
                eintraege, update=art == "~", default_user=anlass.konto, default_change_reason=anlass.grund or None
            )
        )


def write_mengenverlauf(zeilen: Sequence[Any]) -> None:
    """Beside rows of history of one model that were written in bulk: what stands in its many-to-many fields now."""
    if not zeilen:
        return
    je_eintrag = {zeile.id: zeile.history_id for zeile in zeilen}
    for menge in zeilen[0]._history_m2m_fields:
        durch, verlauf = menge.remote_field.through, _get_mengenmodell(type(zeilen[0]), menge)
        links, rechts = f"{menge.m2m_field_name()}_id", f"{menge.m2m_reverse_field_name()}_id"
        paare = durch._default_manager.filter(**{f"{links}__in": list(je_eintrag)}).values_list("pk", links, rechts)
        verlauf._default_manager.bulk_create(
            [verlauf(history_id=je_eintrag[wer], id=pk, **{links: wer, rechts: was}) for pk, wer, was in paare]
        )


def _get_mengenmodell(verlaufsmodell: type[Any], menge: models.ManyToManyField[Any, Any]) -> Any:
    beziehungen = verlaufsmodell._meta.related_objects
    return next(b.related_model for b in beziehungen if b.name.endswith(f"_{menge.name}"))


class Verlauf(HistoricalRecords):
    def create_historical_record(self, instance: Any, history_type: str, using: str | None = None) -> None:
        """Of what is deleted at once, since its key is gone afterwards."""
        sammlung = _sammlung.get()
        if sammlung is None or history_type == "-":
            super().create_historical_record(instance, history_type, using)
            return
        schluessel = (type(instance), instance.pk)
        erste_art = sammlung.get(schluessel, (instance, history_type))[1]
        sammlung[schluessel] = (instance, erste_art)

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
