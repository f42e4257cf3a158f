"""A day of what has happened is refused where it lies ahead, in each form that asks for one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.forms import modelform_factory
from django.utils import timezone

from konzept.admin.geschaeftsbereich import SchulungInline
from konzept.models import Akteur, Drucksache, Geschaeftsbereich, Multiplikator, Schulung


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
    ],
)
def test_day_ahead_is_refused_and_today_is_not(modell: type[Model], feld: str) -> None:
    formular = SchulungInline.form if modell is Schulung else admin.site.get_model_admin(modell).form
    heute = timezone.localdate()
    assert list_fehler(modell, formular, feld, heute + timedelta(days=1)) == ["Dieser Tag liegt in der Zukunft."]
    assert list_fehler(modell, formular, feld, heute) == []
