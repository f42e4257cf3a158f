from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from angebote.rollen import DATENSCHUTZ, FREIGABE, KONZEPT, RECHTE, REDAKTION, list_rechte
from konzept.domain.anstehendes import ARTEN, BERICHT_VORLAUF, count_anstehendes
from konzept.models import Drucksache
from konzept.models.kooperationswerte import Anfragestatus
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto
from tests.konzept.factories import DrucksacheFactory, GeschaeftsbereichFactory, MassnahmeFactory
from tests.konzept.factories_bericht import (
    create_eingefrorenen,
    create_entwurf,
    create_freigegebenen,
    get_freigebende,
    get_schreibende,
)
from tests.konzept.factories_kooperation import create_bereit
from tests.konzept.seiten import SEITEN

pytestmark = pytest.mark.django_db
HEUTE = date(2026, 11, 28)
ALLE = {art.recht for art in ARTEN}
WARTENDE = "Anfragen, die auf den Datenschutz warten"
ZUR_FREIGABE = "Berichte, die auf Ihre Freigabe warten"


def list_namen(rolle: str) -> set[str]:
    return {f"{app}.{codename}" for app, _modell, codename in list_rechte(rolle)}


def count(rechte: set[str] = ALLE, konto: Konto | None = None) -> dict[str, int]:
    konto = konto or Konto.objects.filter(username="sieht").first() or create_konto("sieht")
    return {str(eine.art.titel): eine.anzahl for eine in count_anstehendes(rechte, konto=konto, heute=HEUTE)}


def test_nothing_waits_in_an_empty_section() -> None:
    assert count() == {}


def test_late_measure_comes_before_what_can_wait() -> None:
    hat_beides = GeschaeftsbereichFactory(beitrag="Räume", letzter_bericht_am=HEUTE)
    MassnahmeFactory(beginn=HEUTE - timedelta(days=9), federfuehrung=hat_beides)
    GeschaeftsbereichFactory(beitrag="", letzter_bericht_am=HEUTE)
    assert list(count().items()) == [("Maßnahmen überfällig", 1), ("Bereiche ohne Beitrag", 1)]


def test_department_that_never_reported_waits_until_it_does() -> None:
    GeschaeftsbereichFactory(beitrag="Räume", ist_aktiv=False)
    bereich = GeschaeftsbereichFactory(beitrag="Räume")
    vorher = count()
    bereich.letzter_bericht_am = HEUTE
    bereich.save()
    assert (vorher, count()) == ({"Bereiche ohne Bericht": 1}, {})


def test_frozen_report_waits_for_everybody_who_may_release_it_but_not_for_who_froze_it() -> None:
    GeschaeftsbereichFactory(beitrag="Räume", letzter_bericht_am=HEUTE)  # a report on none at all is refused
    create_entwurf()
    create_freigegebenen()
    create_eingefrorenen()
    freigabe, konzept = list_namen(FREIGABE), list_namen(KONZEPT)
    assert {
        konto.username: count(rechte, konto)
        for rechte, konto in (
            (freigabe, get_freigebende()),
            (konzept, get_schreibende()),
            (konzept, create_konto("zweite", KONZEPT)),
            (list_namen(REDAKTION), create_konto("redaktion", REDAKTION)),
        )
    } == {"gibt_frei": {ZUR_FREIGABE: 1}, "schreibt": {}, "zweite": {ZUR_FREIGABE: 1}, "redaktion": {}}


def test_frozen_report_of_an_account_that_is_gone_waits_for_everybody_who_may_release_it() -> None:
    create_eingefrorenen()
    get_schreibende().delete()
    assert count(list_namen(FREIGABE), get_freigebende()) == {ZUR_FREIGABE: 1}


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


@pytest.mark.parametrize(
    ("status", "ohne", "anzahl"),
    [
        (Anfragestatus.BETEILIGUNG, "datenschutz", 1),
        (Anfragestatus.BETEILIGUNG, "presse", 0),
        (Anfragestatus.MATERIALFREIGABE, "freigabe-datenschutz", 1),
        (Anfragestatus.MATERIALFREIGABE, "freigabe-presse", 0),
    ],
)
def test_request_waits_for_the_vote_or_the_release_of_the_datenschutz(
    status: Anfragestatus, ohne: str, anzahl: int
) -> None:
    create_bereit(status, ohne=ohne)
    assert count().get(WARTENDE, 0) == anzahl


def test_only_who_speaks_for_the_datenschutz_is_told_that_requests_wait_for_it() -> None:
    create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    arbeit = {"Kooperationsanfragen in Arbeit": 1}
    assert {rolle: count(list_namen(rolle)) for rolle in (DATENSCHUTZ, KONZEPT)} == {
        DATENSCHUTZ: {WARTENDE: 1} | arbeit,
        KONZEPT: arbeit,
    }


def test_everything_is_counted_by_one_query(django_assert_num_queries: Callable[..., Any]) -> None:
    konto = create_konto("eine")
    create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-datenschutz")
    with django_assert_num_queries(1):
        assert count(konto=konto)[WARTENDE] == 2


def test_each_kind_leads_to_a_page_that_everybody_who_is_told_of_it_may_open() -> None:
    noetig = {seite.name: seite.recht for seite in SEITEN}
    for art in ARTEN:
        assert reverse(art.seite)
        rollen = [rolle for rolle in RECHTE if art.recht in list_namen(rolle)]
        assert rollen
        assert [rolle for rolle in rollen if noetig[art.seite] not in list_namen(rolle)] == [], art.titel
