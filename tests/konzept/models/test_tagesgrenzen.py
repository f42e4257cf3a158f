"""Years that nobody can mean are refused by every form of the concept, each with the same German sentence."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from konzept import models as konzeptmodelle
from konzept.models.tagesgrenzen import check_jahr

MIT_GRENZEN = (
    *(konzeptmodelle.Akteur, konzeptmodelle.Aufgabe, konzeptmodelle.Drucksache, konzeptmodelle.Geschaeftsbereich),
    *(konzeptmodelle.Gremium, konzeptmodelle.Kommunikation, konzeptmodelle.Konzept, konzeptmodelle.Multiplikator),
    *(konzeptmodelle.Materialwunsch, konzeptmodelle.Schulung, konzeptmodelle.Sitzung, konzeptmodelle.Wahltermin),
    *(konzeptmodelle.Beschluss, konzeptmodelle.Zustaendigkeit, konzeptmodelle.Massnahme, konzeptmodelle.Meilenstein),
    *(konzeptmodelle.Indikator, konzeptmodelle.Indikatorwert),
)
SATZ = "Bitte prüfen Sie das Jahr. Möglich sind die Jahre 1950 bis 2099."
FELDER = [
    pytest.param(feld, id=f"{modell.__name__}.{feld.name}")
    for modell in MIT_GRENZEN
    for feld in modell._meta.concrete_fields
    if feld.editable and isinstance(feld, models.DateField | models.TextField)
]


@pytest.mark.parametrize("tag", [date.min, date(1949, 12, 31), date(2100, 1, 1), date.max])
def test_day_out_of_bounds_is_refused(tag: date) -> None:
    with pytest.raises(ValidationError) as fehler:
        check_jahr(tag)
    assert fehler.value.messages == [SATZ]


@pytest.mark.parametrize("tag", [date(1950, 1, 1), date(2099, 12, 31)])
def test_first_and_last_day_are_taken(tag: date) -> None:
    check_jahr(tag)


@pytest.mark.parametrize("feld", FELDER)
def test_field_takes_no_endless_day_and_no_endless_text(feld: Any) -> None:
    zu_viel, eben_noch = (
        (date(9999, 1, 1), date(2026, 1, 1)) if isinstance(feld, models.DateField) else ("x" * 20_001, "x" * 20_000)
    )
    assert feld.clean(eben_noch, None) == eben_noch
    with pytest.raises(ValidationError):
        feld.clean(zu_viel, None)
