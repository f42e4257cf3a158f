"""What a report reads at all: each of these tables is changed in the tests that prove that a frozen one stays as it is."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from konzept.domain.berichtsabbild import build_abbild
from tests.konzept.berichtskatalog import change_everything, create_vollen
from tests.konzept.factories_bericht import create_freigegebenen

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
