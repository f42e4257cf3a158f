"""Alarms are compared with counting day by day, which is slow and surely right."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.choices import Komponentenart
from konzept.domain.zustaendigkeit import (
    VORLAUF,
    Vakanz,
    find_alarme,
    find_antwortende,
    find_erste_luecke,
    list_besetzungen,
)
from konzept.models import Komponente, Zustaendigkeit
from tests.konten import create_konto
from tests.konzept.factories import ZustaendigkeitFactory, get_komponente

HEUTE = date(2026, 11, 28)
MORGEN = HEUTE + timedelta(days=1)
GESTERN = HEUTE - timedelta(days=1)
PRAEVENTION, UEBERWINDUNG, SENSIBILISIERUNG = Komponentenart


def create_haupt(
    art: Komponentenart | None, *, von: date = date(2026, 1, 1), bis: date | None = None
) -> Zustaendigkeit:
    return ZustaendigkeitFactory(komponente=get_komponente(art) if art else None, ist_haupt=True, von=von, bis=bis)


def list_alarme() -> list[tuple[str, date, bool]]:
    return [
        (vakanz.komponente.art, vakanz.ab, vakanz.ist_heute)
        for vakanz in find_alarme(heute=HEUTE)
        if isinstance(vakanz, Vakanz)
    ]


@pytest.mark.django_db
class TestVakanzen:
    def test_without_anybody_all_three_components_are_vacant_today(self) -> None:
        assert list_alarme() == [(art, HEUTE, True) for art in Komponentenart]

    def test_whoever_has_the_whole_concept_covers_all_three(self) -> None:
        create_haupt(None)
        assert list_alarme() == []

    def test_one_component_covered_leaves_the_others_vacant(self) -> None:
        create_haupt(PRAEVENTION)
        assert list_alarme() == [(UEBERWINDUNG, HEUTE, True), (SENSIBILISIERUNG, HEUTE, True)]

    def test_responsibility_beside_the_main_one_covers_nothing(self) -> None:
        ZustaendigkeitFactory(komponente=None, ist_haupt=False)
        assert len(list_alarme()) == 3

    def test_end_within_30_days_alarms_for_the_day_after(self) -> None:
        create_haupt(None, bis=HEUTE + VORLAUF - timedelta(days=1))
        assert list_alarme() == [(art, HEUTE + VORLAUF, False) for art in Komponentenart]

    def test_end_on_the_last_day_of_all_calendars_alarms_for_nothing(self) -> None:
        create_haupt(None, bis=date.max)
        assert list_alarme() == []

    def test_end_after_30_days_alarms_for_nothing_yet(self) -> None:
        create_haupt(None, bis=HEUTE + VORLAUF)
        assert list_alarme() == []

    def test_successor_the_day_after_leaves_no_gap(self) -> None:
        create_haupt(None, bis=MORGEN)
        create_haupt(None, von=MORGEN + timedelta(days=1))
        assert list_alarme() == []

    def test_successor_two_days_after_leaves_one_day(self) -> None:
        create_haupt(None, bis=MORGEN)
        create_haupt(None, von=MORGEN + timedelta(days=2))
        assert list_alarme() == [(art, MORGEN + timedelta(days=1), False) for art in Komponentenart]

    def test_whole_concept_fills_the_gap_of_a_component(self) -> None:
        for art in Komponentenart:
            create_haupt(art, bis=MORGEN)
        create_haupt(None, von=MORGEN)
        assert list_alarme() == []

    def test_sentence_names_component_and_day(self) -> None:
        create_haupt(UEBERWINDUNG)
        create_haupt(SENSIBILISIERUNG, bis=MORGEN)
        assert [str(vakanz) for vakanz in find_alarme(heute=HEUTE)] == [
            "Für „Prävention“ ist heute niemand hauptverantwortlich.",
            "Für „Sensibilisierung und Koordination“ ist ab 30. November 2026 niemand hauptverantwortlich.",
        ]

    def test_component_that_nobody_has_today_comes_before_one_that_ends_soon(self) -> None:
        create_haupt(PRAEVENTION, bis=MORGEN)
        create_haupt(UEBERWINDUNG, bis=HEUTE)
        assert list_alarme() == [
            (SENSIBILISIERUNG, HEUTE, True),
            (UEBERWINDUNG, MORGEN, False),
            (PRAEVENTION, MORGEN + timedelta(days=1), False),
        ]

    def test_account_that_is_closed_leaves_its_components_vacant(self) -> None:
        zeile = create_haupt(PRAEVENTION)
        zeile.konto = create_konto("weg", is_active=False)
        zeile.save()
        create_haupt(UEBERWINDUNG)
        create_haupt(SENSIBILISIERUNG)
        assert [str(alarm) for alarm in find_alarme(heute=HEUTE)] == [
            "Für „Prävention“ ist heute niemand hauptverantwortlich.",
            f"„{zeile}“: Das Konto ist stillgelegt. Bitte beenden oder jemand anderen eintragen.",
        ]

    @pytest.mark.parametrize("ist_haupt", [True, False])
    def test_account_that_is_closed_alarms_though_somebody_has_the_whole_concept(self, ist_haupt: bool) -> None:
        weg = create_konto("weg", is_active=False)
        zeile = ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=ist_haupt, konto=weg)
        ZustaendigkeitFactory(komponente=get_komponente(), konto=weg, bis=GESTERN)
        create_haupt(None)
        assert [str(alarm) for alarm in find_alarme(heute=HEUTE)] == [
            f"„{zeile}“: Das Konto ist stillgelegt. Bitte beenden oder jemand anderen eintragen."
        ]

    def test_account_that_is_active_raises_no_alarm(self) -> None:
        zeile = create_haupt(None)
        zeile.konto = create_konto("da")
        zeile.save()
        assert list_alarme() == []

    def test_two_queries_however_many_rows(self, django_assert_num_queries) -> None:
        for tage in range(0, 90, 3):
            create_haupt(None, von=HEUTE + timedelta(days=tage), bis=HEUTE + timedelta(days=tage + 1))
        with django_assert_num_queries(2):
            find_alarme(heute=HEUTE)


tage = st.integers(min_value=-5, max_value=40)


@given(st.lists(st.tuples(tage, st.one_of(st.none(), st.integers(0, 20))), max_size=6))
def test_first_gap_is_the_first_day_nobody_covers(zeitraeume: list[tuple[int, int | None]]) -> None:
    zeilen = [
        Zustaendigkeit(
            von=HEUTE + timedelta(days=beginn),
            bis=None if laenge is None else HEUTE + timedelta(days=beginn + laenge),
        )
        for beginn, laenge in zeitraeume
    ]
    unbesetzte = (
        tag
        for tag in (HEUTE + timedelta(days=nummer) for nummer in range(31))
        if not any(zeile.von <= tag and (zeile.bis is None or zeile.bis >= tag) for zeile in zeilen)
    )

    assert find_erste_luecke(zeilen, von=HEUTE, bis=HEUTE + timedelta(days=30)) == next(unbesetzte, None)


@pytest.mark.django_db
def test_besetzung_sorts_rows_by_time() -> None:
    frueher = create_haupt(PRAEVENTION, von=date(2025, 1, 1), bis=GESTERN)
    jetzt = create_haupt(PRAEVENTION, von=HEUTE, bis=HEUTE)
    neben = ZustaendigkeitFactory(komponente=get_komponente(PRAEVENTION))
    spaeter = create_haupt(PRAEVENTION, von=MORGEN)

    ganzes, praevention, *_weitere = list_besetzungen(heute=HEUTE)

    assert (ganzes.komponente, ganzes.haupt) == (None, None)
    assert praevention.haupt == jetzt
    assert (praevention.weitere, praevention.kuenftige, praevention.fruehere) == ((neben,), (spaeter,), (frueher,))


@pytest.mark.django_db
def test_who_answers_is_never_somebody_who_has_left() -> None:
    praevention, weg = get_komponente(PRAEVENTION), create_konto("weg", is_active=False)
    eigene, ganze = create_haupt(PRAEVENTION), create_haupt(None)
    neben = ZustaendigkeitFactory(komponente=praevention)
    alle: list[Zustaendigkeit] = [neben, ganze, eigene]

    assert find_antwortende(praevention, alle, heute=HEUTE) == eigene
    assert find_antwortende(None, alle, heute=HEUTE) == ganze
    eigene.konto = weg
    assert find_antwortende(praevention, alle, heute=HEUTE) == ganze
    ganze.konto = weg
    assert find_antwortende(praevention, alle, heute=HEUTE) is None


@pytest.mark.django_db
def test_there_are_exactly_three_components() -> None:
    assert [komponente.art for komponente in Komponente.objects.all()] == list(Komponentenart)
