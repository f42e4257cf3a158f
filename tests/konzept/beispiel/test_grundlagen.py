"""The numbers that belong together do, and nothing of it could be taken for a real institution."""

from datetime import date

import pytest

from konzept.beispiel.grundlagen import save_grundlagen
from konzept.models import Geschaeftsbereich, Schulung, Zustaendigkeit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def beispiele(heute: date) -> None:
    save_grundlagen(heute=heute)


def test_every_name_says_that_it_is_an_example() -> None:
    namen = [
        *Geschaeftsbereich.objects.values_list("name", flat=True),
        *Schulung.objects.values_list("thema", flat=True),
    ]
    for zeile in Zustaendigkeit.objects.all():
        namen += [zeile.funktion, *filter(None, [zeile.vertretung_funktion])]
    assert [name for name in namen if not name.endswith(" (Beispiel)")] == []


def test_nobody_is_named_and_numbers_are_of_those_kept_free_for_stories() -> None:
    assert {(zeile.person, zeile.vertretung_person, zeile.email) for zeile in Zustaendigkeit.objects.all()} == {
        ("", "", "")
    }
    nummern = set(Zustaendigkeit.objects.exclude(telefon="").values_list("telefon", flat=True))
    assert nummern == {"030 23125 200", "030 23125 201"}


def test_some_have_reported_on_a_working_day_and_others_never(heute: date) -> None:
    berichtet = list(
        Geschaeftsbereich.objects.exclude(letzter_bericht_am=None).values_list("letzter_bericht_am", flat=True)
    )
    assert len(berichtet) == 3
    assert [tag for tag in berichtet if tag.weekday() > 4 or tag >= heute] == []
    assert Geschaeftsbereich.objects.ohne_bericht().exists()


def test_trainings_of_the_adult_education_centre_add_up_to_what_its_measure_counts() -> None:
    teilnehmende = Schulung.objects.filter(geschaeftsbereich__kurzname="Volkshochschule").values_list(
        "teilnehmende", flat=True
    )
    assert (len(teilnehmende), sum(teilnehmende)) == (4, 43)
