"""What a record looked like at any moment, and who changed what: the rows of django-simple-history, replayed.

One act is everything one person changed within a few seconds: saving a form writes a row for the record, one for each
list of keys and one for each part. All rows of one record are read once; the rest is Python.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import models, transaction
from django.db.models import Exists, Max, OuterRef
from django.utils.translation import gettext as _

from angebote.choices import Vorschlagsstatus
from angebote.domain.angebotsdaten import (
    Daten,
    diff_angebotsdaten,
    get_teilmodell,
    list_felder,
    list_mengen,
    list_teile,
    list_teilfelder,
    read_row,
)
from angebote.models import (
    Aenderungsvorschlag,
    Angebot,
    Ausnahme,
    Barriereangabe,
    Kosten,
    Krisenhilfe,
    Mitmachrolle,
    Ort,
    Quellenangabe,
    Schliesszeit,
    Traeger,
    Zeit,
    Zugangsweg,
)

EIN_VORGANG = timedelta(seconds=5)  # between two rows of the same person
GELOESCHT = "-"
STAPEL = 500
MIT_VERLAUF: tuple[type[models.Model], ...] = (
    *(Angebot, Zeit, Ausnahme, Schliesszeit, Zugangsweg, Kosten, Barriereangabe, Quellenangabe),
    *(Mitmachrolle, Ort, Traeger, Krisenhilfe),
)


@dataclass(frozen=True)
class Spur:
    """One row of the history: a record (teil empty) or one of its parts. `werte` is None where it was deleted."""

    wann: datetime
    nummer: int
    teil: str
    pk: int
    werte: Mapping[str, Any] | None
    konto_id: int | None
    grund: str

    @property
    def rang(self) -> tuple[datetime, str, int]:
        return self.wann, self.teil, self.nummer


@dataclass(frozen=True)
class Akt:
    """What one person changed at one go, from the first row to the last; vorher is empty for the very first."""

    von: datetime
    bis: datetime
    konto_id: int | None
    grund: str
    vorher: Daten
    nachher: Daten
    modell: type[models.Model] = field(default=Angebot)

    @cached_property
    def aenderungen(self) -> dict[str, dict[str, Any]]:
        return diff_angebotsdaten(self.vorher, self.nachher, self.modell) if self.vorher else {}


class _Stand:
    """A record being replayed."""

    def __init__(self, modell: type[models.Model]) -> None:
        self.eigene: dict[str, Any] = {}
        self.teile: dict[str, dict[int, Mapping[str, Any]]] = {name: {} for name in list_teile(modell)}

    def play(self, spur: Spur) -> None:
        if not spur.teil:
            self.eigene = dict(spur.werte or {})
        elif spur.werte is None:
            self.teile[spur.teil].pop(spur.pk, None)
        else:
            self.teile[spur.teil][spur.pk] = spur.werte

    def read(self) -> Daten:
        if not self.eigene:
            return {}
        zeilen = {name: sorted(map(dict, teile.values()), key=repr) for name, teile in self.teile.items()}
        return {**self.eigene, **zeilen}


def load_spuren(modell: type[models.Model], pk: int) -> list[Spur]:
    """All rows of a record and its parts in their order. One query per table with history."""
    eigene = list(_manager(modell).filter(id=pk).order_by("history_id"))
    mengen = _load_mengen(modell, pk)
    felder = list_felder(modell)
    leere: dict[str, list[int]] = {name: [] for name in mengen}
    spuren = [
        _build_spur(zeile, "", read_row(zeile, felder) | leere | _mengen_of(zeile.history_id, mengen))
        for zeile in eigene
    ]
    for name in list_teile(modell):
        teilmodell = get_teilmodell(name, modell)
        teilfelder = list_teilfelder(teilmodell)
        bezug = modell._meta.get_field(name).field.attname  # type: ignore[union-attr]
        zeilen = _manager(teilmodell).filter(**{bezug: pk}).order_by("history_id")
        spuren += [_build_spur(zeile, name, read_row(zeile, teilfelder)) for zeile in zeilen]
    return sorted(spuren, key=lambda spur: spur.rang)


def list_akte(modell: type[models.Model], pk: int) -> list[Akt]:
    """Oldest first; rows that changed nothing one can see are part of no act."""
    stand, akte = _Stand(modell), []
    for gruppe in group_spuren(load_spuren(modell, pk)):
        vorher = stand.read()
        for spur in gruppe:
            stand.play(spur)
        nachher = stand.read()
        if nachher != vorher and nachher:
            akte.append(_build_akt(gruppe, vorher, nachher, modell))
    return akte


def group_spuren(spuren: Iterable[Spur]) -> Iterator[list[Spur]]:
    gruppe: list[Spur] = []
    for spur in spuren:
        if gruppe and not _belongs_to(spur, gruppe[-1]):
            yield gruppe
            gruppe = []
        gruppe.append(spur)
    if gruppe:
        yield gruppe


def read_daten_am(modell: type[models.Model], pk: int, zeitpunkt: datetime) -> Daten | None:
    """As read_daten would have read at that moment; None before the history begins."""
    stand = _Stand(modell)
    for spur in load_spuren(modell, pk):
        if spur.wann <= zeitpunkt:
            stand.play(spur)
    return stand.read() or None


@transaction.atomic
def begin_verlauf(*, jetzt: datetime) -> int:
    """A first row for every record that has none, so that its state can be told from now on; how many."""
    return sum(_begin(modell, jetzt=jetzt) for modell in MIT_VERLAUF)


@transaction.atomic
def delete_alten_verlauf(*, jetzt: datetime, monate: int) -> int:
    """Rows older than that, and proposals decided before; how many.

    Of every record that still exists the newest of the old rows stays: it says what was true when the time began.
    """
    grenze = jetzt - relativedelta(months=monate)
    anzahl, _je_modell = (
        Aenderungsvorschlag.objects.filter(entschieden_am__lt=grenze).exclude(status=Vorschlagsstatus.OFFEN).delete()
    )
    return anzahl + sum(_delete_alte(modell, grenze) for modell in MIT_VERLAUF)


def _manager(modell: type[models.Model]) -> Any:
    return modell.verlauf  # type: ignore[attr-defined]


def _load_mengen(modell: type[models.Model], pk: int) -> dict[str, dict[int, list[int]]]:
    """{name: {history_id: keys}}"""
    mengen: dict[str, dict[int, list[int]]] = {}
    for menge in list_mengen(modell):
        je_zeile: dict[int, list[int]] = {}
        zeilen = getattr(_manager(modell).model, menge.name).filter(**{f"{menge.m2m_field_name()}_id": pk})
        for history_id, ziel in zeilen.values_list("history_id", f"{menge.m2m_reverse_field_name()}_id"):
            je_zeile.setdefault(history_id, []).append(ziel)
        mengen[menge.name] = je_zeile
    return mengen


def _mengen_of(history_id: int, mengen: Mapping[str, Mapping[int, list[int]]]) -> dict[str, list[int]]:
    return {name: sorted(je_zeile.get(history_id, ())) for name, je_zeile in mengen.items()}


def _build_spur(zeile: Any, teil: str, werte: Mapping[str, Any]) -> Spur:
    return Spur(
        wann=zeile.history_date,
        nummer=zeile.history_id,
        teil=teil,
        pk=zeile.id,
        werte=None if zeile.history_type == GELOESCHT else werte,
        konto_id=zeile.history_user_id,
        grund=zeile.history_change_reason or "",
    )


def _belongs_to(spur: Spur, vorige: Spur) -> bool:
    gleiche = (spur.konto_id, spur.grund) == (vorige.konto_id, vorige.grund)
    return gleiche and spur.wann - vorige.wann <= EIN_VORGANG


def _build_akt(gruppe: list[Spur], vorher: Daten, nachher: Daten, modell: type[models.Model]) -> Akt:
    erste, letzte = gruppe[0], gruppe[-1]
    return Akt(erste.wann, letzte.wann, erste.konto_id, erste.grund, vorher, nachher, modell)


def _begin(modell: type[models.Model], *, jetzt: datetime) -> int:
    historie = _manager(modell)
    ohne = modell._default_manager.filter(~Exists(historie.model.objects.filter(id=OuterRef("pk")))).order_by("pk")
    eintraege = list(ohne)
    zeilen = historie.bulk_history_create(
        eintraege, batch_size=STAPEL, default_date=jetzt, default_change_reason=_("Beginn des Verlaufs")
    )
    for menge in list_mengen(modell):
        _begin_menge(menge, {zeile.id: zeile for zeile in zeilen}, getattr(historie.model, menge.name).model)
    return len(eintraege)


def _begin_menge(menge: models.ManyToManyField[Any, Any], zeilen: Mapping[int, Any], ziel: Any) -> None:
    bezug, anderes = f"{menge.m2m_field_name()}_id", f"{menge.m2m_reverse_field_name()}_id"
    verbindung: Any = menge.remote_field.through
    durch = verbindung._default_manager.order_by()
    ziel.objects.bulk_create(
        (
            ziel(history=zeilen[eine["bezug"]], **{"id": eine["id"], bezug: eine["bezug"], anderes: eine["anderes"]})
            for eine in durch.values("id", bezug=models.F(bezug), anderes=models.F(anderes)).iterator()
            if eine["bezug"] in zeilen
        ),
        batch_size=STAPEL,
    )


def _delete_alte(modell: type[models.Model], grenze: datetime) -> int:
    zeilen = _manager(modell).model.objects
    alte = zeilen.filter(history_date__lt=grenze).order_by()
    letzte = alte.values("id").annotate(letzte=Max("history_id")).values("letzte")
    bleibende = set(zeilen.filter(history_id__in=letzte).exclude(history_type=GELOESCHT).values_list("pk", flat=True))
    weg = [pk for pk in alte.values_list("pk", flat=True) if pk not in bleibende]
    return _delete_zeilen(modell, weg)


def _delete_zeilen(modell: type[models.Model], history_ids: Collection[int]) -> int:
    historie = _manager(modell).model
    ids = list(history_ids)
    for anfang in range(0, len(ids), STAPEL):
        stapel = ids[anfang : anfang + STAPEL]
        for menge in list_mengen(modell):
            getattr(historie, menge.name).filter(history_id__in=stapel).delete()
        historie.objects.filter(history_id__in=stapel).delete()
    return len(ids)
