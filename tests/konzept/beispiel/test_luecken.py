from datetime import date, timedelta

import pytest

from konzept.beispiel.luecken import save_kieznotizen
from konzept.models import Kieznotiz
from tests.factories import KiezFactory

pytestmark = pytest.mark.django_db


def test_notes_are_marked_as_examples_of_past_days_and_by_nobody(heute: date) -> None:
    KiezFactory(slug="buch")
    save_kieznotizen(heute=heute)
    assert [(notiz.konto, notiz.datum) for notiz in Kieznotiz.objects.all()] == [
        (None, heute - timedelta(days=6)),
        (None, heute - timedelta(days=40)),
    ]
    assert {notiz.text.endswith(" (Beispiel)") for notiz in Kieznotiz.objects.all()} == {True}


def test_without_areas_there_are_no_notes(heute: date) -> None:
    save_kieznotizen(heute=heute)
    assert Kieznotiz.objects.count() == 0
