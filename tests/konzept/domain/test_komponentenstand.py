from datetime import date, timedelta

import pytest

from konzept.choices import Komponentenart, Massnahmenstatus
from konzept.domain.komponentenstand import Wechsel, list_komponentenstand
from konzept.domain.zustaendigkeit import VORLAUF, list_besetzungen
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory, ZustaendigkeitFactory, get_komponente

pytestmark = pytest.mark.django_db
HEUTE = date(2026, 11, 28)


def test_measures_are_counted_by_component_and_status() -> None:
    MassnahmeFactory.create_batch(2, status=Massnahmenstatus.LAEUFT)
    MassnahmeFactory(status=Massnahmenstatus.VERWORFEN)
    MassnahmeFactory(
        komponente=get_komponente(Komponentenart.UEBERWINDUNG),
        status=Massnahmenstatus.LAEUFT,
        ende=HEUTE - timedelta(days=1),
    )

    staende = list_komponentenstand(list_besetzungen(heute=HEUTE), heute=HEUTE)

    zahlen = {stand.komponente.art: [anzahl for _status, anzahl in stand.zahlen] for stand in staende}
    assert zahlen == {"praevention": [0, 2, 0, 1], "ueberwindung": [0, 1, 0, 0], "sensibilisierung": [0, 0, 0, 0]}
    assert [stand.ueberfaellige for stand in staende] == [0, 1, 0]


def test_whole_concept_answers_where_a_component_has_nobody() -> None:
    ganzes = ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    eigene = ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True)
    assert [stand.zustaendig for stand in list_komponentenstand(list_besetzungen(heute=HEUTE), heute=HEUTE)] == [
        eigene,
        ganzes,
        ganzes,
    ]


def test_whole_concept_answers_for_who_has_left() -> None:
    ganzes = ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, konto=create_konto("weg", is_active=False))
    staende = list_komponentenstand(list_besetzungen(heute=HEUTE), heute=HEUTE)
    assert [stand.zustaendig for stand in staende] == [ganzes] * 3


def test_four_queries_however_many_measures(django_assert_num_queries) -> None:
    MassnahmeFactory.create_batch(5)
    with django_assert_num_queries(2 + 2):  # who answers, and the measures
        list_komponentenstand(list_besetzungen(heute=HEUTE), heute=HEUTE)


EIN_TAG = timedelta(days=1)


def list_wechsel() -> list[Wechsel | None]:
    return [stand.wechsel for stand in list_komponentenstand(list_besetzungen(heute=HEUTE), heute=HEUTE)]


def test_end_within_30_days_is_told_though_the_whole_concept_covers_the_component() -> None:
    ganzes = ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, bis=HEUTE + VORLAUF - EIN_TAG)
    ZustaendigkeitFactory(komponente=get_komponente(Komponentenart.UEBERWINDUNG), ist_haupt=True, bis=HEUTE + VORLAUF)
    assert list_wechsel() == [Wechsel(HEUTE + VORLAUF - EIN_TAG, ganzes), None, None]


def test_end_names_the_successor_of_the_component_or_that_there_is_nobody() -> None:
    sensibilisierung = get_komponente(Komponentenart.SENSIBILISIERUNG)
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, bis=HEUTE)
    ZustaendigkeitFactory(komponente=get_komponente(), von=HEUTE + EIN_TAG)  # beside the main one: answers for nothing
    ZustaendigkeitFactory(komponente=sensibilisierung, ist_haupt=True, bis=HEUTE)
    nachfolge = ZustaendigkeitFactory(komponente=sensibilisierung, ist_haupt=True, von=HEUTE + EIN_TAG)
    assert list_wechsel() == [Wechsel(HEUTE, None), None, Wechsel(HEUTE, nachfolge)]
