"""Rows from before a rule say less after it, and none is lost (the steps of the migration are called by themselves)."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, models

from konzept.models import Drucksache, Geschaeftsbereich, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus
from tests.konzept.factories import DrucksacheFactory, GeschaeftsbereichFactory
from tests.konzept.factories_kooperation import EINGEGANGEN, TAG, KooperationsanfrageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ohne_regeln")]
migration = import_module("konzept.migrations.0019_widersprueche")
FELDER = ("druck_anzahl", "versand_anzahl", "druck_am", "versand_am", "vollmacht_am", "vollmacht_bis")


@pytest.fixture
def ohne_regeln(db: None) -> Iterator[None]:
    """As before the migration, the tables take rows that contradict themselves."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            yield
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
        else:
            for modell in (Drucksache, Geschaeftsbereich, Kooperationsanfrage):
                drop_regeln(modell)
            yield


def drop_regeln(modell: type[models.Model]) -> None:
    """Until the transaction of the test is rolled back."""
    with connection.schema_editor() as editor:
        for regel in modell._meta.constraints:
            if isinstance(regel, models.CheckConstraint):
                editor.remove_constraint(modell, regel)


def test_day_before_the_one_it_follows_is_emptied() -> None:
    falsch = DrucksacheFactory(eingebracht_am=TAG, beschlossen_am=EINGEGANGEN)
    richtig = DrucksacheFactory(eingebracht_am=EINGEGANGEN, beschlossen_am=TAG)
    migration.settle(apps, None)
    tage = Drucksache.objects.values_list("eingebracht_am", "beschlossen_am")
    assert (tage.get(pk=falsch.pk), tage.get(pk=richtig.pk)) == ((None, EINGEGANGEN), (EINGEGANGEN, TAG))


def test_department_that_belongs_to_itself_belongs_to_nobody() -> None:
    bereich = GeschaeftsbereichFactory()
    Geschaeftsbereich.objects.filter(pk=bereich.pk).update(gehoert_zu=bereich.pk, art="amt")
    migration.settle(apps, None)
    assert Geschaeftsbereich.objects.values_list("gehoert_zu", "art").get(pk=bereich.pk) == (None, "geschaeftsbereich")


@pytest.mark.parametrize(
    ("vorher", "leer"),
    [
        ({"druck_anzahl": 0, "versand_anzahl": 0}, {"druck_anzahl", "versand_anzahl"}),
        ({"druck_anzahl": 1, "versand_anzahl": 1}, set()),
        ({"druck_am": TAG, "versand_am": TAG, "vollmacht_am": TAG, "vollmacht_bis": TAG}, set()),
        ({"druck_am": EINGEGANGEN, "versand_am": EINGEGANGEN, "vollmacht_am": TAG}, {"vollmacht_am"}),
        ({"druck_am": TAG, "versand_am": TAG, "vollmacht_bis": EINGEGANGEN}, {"vollmacht_bis"}),
    ],
)
def test_request_loses_only_what_contradicts_itself(vorher: dict[str, date | int], leer: set[str]) -> None:
    anfrage = KooperationsanfrageFactory(**vorher)
    migration.settle(apps, None)
    nachher = Kooperationsanfrage.objects.values(*FELDER).get(pk=anfrage.pk)
    assert nachher == dict.fromkeys(FELDER) | vorher | dict.fromkeys(leer)


def test_posted_letters_were_printed_by_then() -> None:
    anfrage = KooperationsanfrageFactory(versand_am=TAG)
    migration.settle(apps, None)
    assert Kooperationsanfrage.objects.values_list("druck_am", "versand_am").get(pk=anfrage.pk) == (TAG, TAG)


def test_request_that_the_district_ended_counts_as_taken_back_on_the_way_back() -> None:
    beendet = KooperationsanfrageFactory(status=Anfragestatus.BEENDET)
    laeuft = KooperationsanfrageFactory(status=Anfragestatus.VERSAND)
    migration.end_otherwise(apps, None)
    status = Kooperationsanfrage.objects.values_list("status", flat=True)
    assert (status.get(pk=beendet.pk), status.get(pk=laeuft.pk)) == (
        Anfragestatus.ZURUECKGEZOGEN,
        Anfragestatus.VERSAND,
    )
