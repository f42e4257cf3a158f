from datetime import date, timedelta
from typing import Any

import pytest

from angebote.choices import Mitmachzeit, Status, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.mitmachen import Mitmachergebnis, Mitmachwunsch, find_mitmachrollen
from angebote.models import Angebot, Kategorie, Kiez, Mitmachrolle, Zugangsweg
from tests.factories import AngebotFactory, KiezFactory, MitmachrolleFactory, OrtFactory

pytestmark = pytest.mark.django_db


def create_angebot(kiez: str = "karow", *kategorien: str, **felder: Any) -> Angebot:
    ort = OrtFactory(kiez=Kiez.objects.filter(slug=kiez).first() or KiezFactory(slug=kiez))
    angebot: Angebot = AngebotFactory(ort=ort, **felder)
    angebot.kategorien.set(Kategorie.objects.filter(slug__in=kategorien))
    return angebot


def search(heute: date, **wunsch: str) -> Mitmachergebnis:
    refresh_angebote(angebot_ids=Angebot.objects.values_list("pk", flat=True), heute=heute)
    return find_mitmachrollen(Mitmachwunsch(**wunsch), heute=heute)


def names_of(ergebnis: Mitmachergebnis) -> list[str]:
    namen = dict(Mitmachrolle.objects.values_list("pk", "aufgabe"))
    return [namen[pk] for pk in ergebnis.rollen]


@pytest.fixture
def rollen() -> None:
    cafe = create_angebot("karow", "cafe-treff", "essen-kochen")
    garten = create_angebot("buch", "garten-natur")
    MitmachrolleFactory(angebot=cafe, aufgabe="Kaffee ausschenken", zeitart=Mitmachzeit.REGELMAESSIG)
    MitmachrolleFactory(angebot=cafe, aufgabe="Kuchen backen", zeitart=Mitmachzeit.AB_UND_ZU)
    MitmachrolleFactory(angebot=garten, aufgabe="Beete gießen", zeitart=Mitmachzeit.AB_UND_ZU)


@pytest.mark.usefixtures("rollen")
@pytest.mark.parametrize(
    ("wunsch", "aufgaben"),
    [
        ({}, ["Beete gießen", "Kaffee ausschenken", "Kuchen backen"]),
        ({"kiez": "karow"}, ["Kaffee ausschenken", "Kuchen backen"]),
        ({"kategorie": "garten-natur"}, ["Beete gießen"]),
        ({"zeitart": "ab-und-zu"}, ["Beete gießen", "Kuchen backen"]),
        ({"kiez": "karow", "zeitart": "ab-und-zu"}, ["Kuchen backen"]),
        ({"kiez": "buch", "kategorie": "cafe-treff"}, []),
        ({"zeitart": "einmalig"}, []),
        ({"kiez": "gibt-es-nicht"}, []),
    ],
)
def test_wish_finds_what_fits_in_the_order_of_the_alphabet(
    heute: date, wunsch: dict[str, str], aufgaben: list[str]
) -> None:
    assert names_of(search(heute, **wunsch)) == aufgaben


@pytest.mark.usefixtures("rollen")
def test_numbers_of_a_group_are_those_without_its_own_choice(heute: date) -> None:
    assert search(heute, kiez="karow", zeitart="ab-und-zu").zahlen == {
        "kiez": {"karow": 1, "buch": 1},
        "kategorie": {"cafe-treff": 1, "essen-kochen": 1},
        "zeitart": {"regelmaessig": 1, "ab-und-zu": 1},
    }


@pytest.mark.parametrize("felder", [{"status": Status.ENTWURF}, {"status": Status.PAUSIERT}, {"geprueft_am": None}])
def test_role_of_an_offer_that_is_not_public_is_neither_found_nor_counted(
    heute: date, settings: Any, felder: dict[str, Any]
) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    MitmachrolleFactory(angebot=create_angebot("karow", "cafe-treff", **felder))
    ergebnis = search(heute)
    assert (ergebnis.rollen, ergebnis.zahlen) == ([], {"kiez": {}, "kategorie": {}, "zeitart": {}})


@pytest.mark.parametrize(("tage", "gefunden"), [(-1, False), (0, True), (1, True)])
def test_role_is_found_up_to_its_last_day(heute: date, tage: int, gefunden: bool) -> None:
    rolle = MitmachrolleFactory(angebot=create_angebot(), gesucht_bis=heute + timedelta(days=tage))
    assert bool(search(heute).rollen) == gefunden
    assert rolle.ist_gesucht(heute) == gefunden


def test_role_of_an_offer_for_all_of_pankow_is_found_in_each_kiez(heute: date) -> None:
    KiezFactory(slug="karow")
    angebot = AngebotFactory(ort=None)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    MitmachrolleFactory(angebot=angebot, aufgabe="Zuhören")
    assert names_of(search(heute, kiez="karow")) == ["Zuhören"]


def test_search_for_roles_costs_the_same_for_any_number(heute: date, django_assert_num_queries: Any) -> None:
    for _nummer in range(5):
        MitmachrolleFactory(angebot=create_angebot("karow", "cafe-treff"))
    search(heute)
    with django_assert_num_queries(2):
        find_mitmachrollen(Mitmachwunsch(kiez="karow"), heute=heute)
