from datetime import date, timedelta

import pytest
from django.urls import reverse

from konzept.domain.anstehendes import ARTEN, BERICHT_VORLAUF, count_anstehendes
from konzept.models import Drucksache
from tests.konzept.factories import DrucksacheFactory, GeschaeftsbereichFactory, MassnahmeFactory
from tests.konzept.seiten import SEITEN

pytestmark = pytest.mark.django_db
HEUTE = date(2026, 11, 28)
ALLE = {art.recht for art in ARTEN}


def count(rechte: set[str] = ALLE) -> dict[str, int]:
    return {str(eine.art.titel): eine.anzahl for eine in count_anstehendes(rechte, heute=HEUTE)}


def test_nothing_waits_in_an_empty_section() -> None:
    assert count() == {}


def test_late_measure_comes_before_what_can_wait() -> None:
    MassnahmeFactory(beginn=HEUTE - timedelta(days=9), federfuehrung=GeschaeftsbereichFactory(beitrag="Räume"))
    GeschaeftsbereichFactory(beitrag="")
    assert list(count().items()) == [("Maßnahmen überfällig", 1), ("Bereiche ohne Beitrag", 1)]


def test_kind_is_left_out_for_who_may_not_see_its_page() -> None:
    GeschaeftsbereichFactory(beitrag="")
    assert count(ALLE - {"konzept.view_geschaeftsbereich"}) == {}


@pytest.mark.parametrize(
    ("tage", "status", "anzahl"),
    [
        (-1, "eingebracht", 1),
        (60, "eingebracht", 1),
        (61, "eingebracht", 0),
        (1, "erledigt", 0),
        (-1, "abgelehnt", 0),
        (-1, "zurueckgezogen", 0),
    ],
)
def test_report_waits_from_60_days_before_until_it_is_settled(tage: int, status: str, anzahl: int) -> None:
    beschlossen = HEUTE if status == "erledigt" else None
    DrucksacheFactory(bericht_bis=HEUTE + timedelta(days=tage), status=status, beschlossen_am=beschlossen)
    assert count().get("Berichte an die BVV, bald fällig", 0) == anzahl
    assert Drucksache.objects.bericht_bis_zum(HEUTE + BERICHT_VORLAUF).count() == anzahl


def test_each_kind_leads_to_a_page_that_asks_for_its_right() -> None:
    rechte = {seite.name: seite.recht for seite in SEITEN}
    assert {art.seite: art.recht for art in ARTEN}.items() <= rechte.items()
    assert all(reverse(art.seite) for art in ARTEN)
