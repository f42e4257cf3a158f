"""A day of what has happened is refused where it lies ahead, in each form that asks for one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.forms import modelform_factory
from django.utils import timezone

from konzept.admin.geschaeftsbereich import SchulungInline
from konzept.admin.massnahme import IndikatorwertInline, MeilensteinInline
from konzept.admin.netz import MaterialwunschInline
from konzept.models import (
    Akteur,
    Drucksache,
    Geschaeftsbereich,
    Indikatorwert,
    Materialwunsch,
    Meilenstein,
    Multiplikator,
    Schulung,
)

TEILE = {eines.model: eines for eines in (SchulungInline, MeilensteinInline, IndikatorwertInline, MaterialwunschInline)}


def list_fehler(modell: type[Model], formular: Any, feld: str, tag: date) -> list[str]:
    form = modelform_factory(modell, form=formular, fields=[feld])({feld: tag.isoformat()})
    return list(form.errors.get(feld, []))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("modell", "feld"),
    [
        (Geschaeftsbereich, "letzter_bericht_am"),
        (Schulung, "datum"),
        (Akteur, "grundlage_am"),
        (Multiplikator, "grundlage_am"),
        (Drucksache, "eingebracht_am"),
        (Akteur, "dabei_seit"),
        (Multiplikator, "dabei_seit"),
        (Materialwunsch, "geliefert_am"),
        (Meilenstein, "erledigt_am"),
        (Indikatorwert, "tag"),
    ],
)
def test_day_ahead_is_refused_and_today_is_not(modell: type[Model], feld: str) -> None:
    formular = TEILE[modell].form if modell in TEILE else admin.site.get_model_admin(modell).form
    heute = timezone.localdate()
    assert list_fehler(modell, formular, feld, heute + timedelta(days=1)) == ["Dieser Tag liegt in der Zukunft."]
    assert list_fehler(modell, formular, feld, heute) == []
