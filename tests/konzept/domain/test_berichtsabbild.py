"""What a report reads at all: each of these tables is changed in the tests that prove that a frozen one stays as it is."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.verortung import load_kiezbestand
from konzept.models import Bericht
from tests.konzept.berichtskatalog import change_everything, create_vollen, refresh_mengen
from tests.konzept.factories_bericht import JETZT, create_entwurf, create_freigegebenen
from tests.konzept.factories_massnahmen import IndikatorwertFactory

pytestmark = pytest.mark.django_db
# Read by the search along with what a report counts; no figure of a report comes from them.
OHNE_WORT = {
    "angebote_planungsraum",
    "angebote_plzanteil",
    "angebote_postleitzahl",
    "angebote_suchluecke",
    "angebote_termin",
}


def list_tabellen(abfragen: CaptureQueriesContext, worte: str) -> set[str]:
    return {name for abfrage in abfragen for name in re.findall(rf'\b(?:{worte}) "(\w+)"', abfrage["sql"])}


def test_every_table_a_report_reads_is_changed_by_the_tests_of_freezing(heute: date) -> None:
    create_freigegebenen()
    bericht = create_vollen()
    with CaptureQueriesContext(connection) as lesend:
        build_abbild(bericht, heute=heute)
    with CaptureQueriesContext(connection) as schreibend:
        change_everything(bericht)
    gelesene = list_tabellen(lesend, "FROM|JOIN")
    offene = sorted(gelesene - list_tabellen(schreibend, "UPDATE|INTO|DELETE FROM"))
    assert offene == sorted(OHNE_WORT)


@pytest.mark.parametrize("laenge", [1, 3])
@pytest.mark.parametrize(("ist_berichtigung", "abfragen"), [(False, 18), (True, 19)])
def test_report_asks_the_same_queries_after_a_chain_of_corrections(
    heute: date, laenge: int, ist_berichtigung: bool, abfragen: int, django_assert_num_queries: Any
) -> None:
    """What is compared is the end of as long a chain; so is what a correction corrects."""
    IndikatorwertFactory()
    berichte: list[Bericht] = []
    for tage in (9, 3):
        berichte.append(create_freigegebenen(jetzt=JETZT - timedelta(days=tage)))
        for _nummer in range(laenge - 1):
            berichte.append(create_freigegebenen(jetzt=JETZT - timedelta(days=tage), vorlage=berichte[-1]))
    entwurf = create_entwurf(vorlage=berichte[-1] if ist_berichtigung else None)
    bericht = Bericht.objects.select_related("drucksache").get(pk=entwurf.pk)
    refresh_mengen()
    load_kiezbestand(heute=heute)  # kept while the catalogue stays as it is
    with django_assert_num_queries(abfragen):
        abbild = build_abbild(bericht, heute=heute)
    assert abbild["vergleich"]["bericht"] == berichte[laenge - 1 if ist_berichtigung else -1].pk
