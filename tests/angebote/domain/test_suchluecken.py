from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.suchluecken import (
    MINDESTZAHL,
    Luecke,
    Lueckensumme,
    count_luecke,
    list_luecken,
    list_luecken_monate,
    sum_luecken,
)
from angebote.models import Suchluecke
from tests.factories import KiezFactory


def create_luecke(anzahl: int, *, monat: str = "2026-11", kiez: str = "buch", kategorie: str = "", tageszeit: str = ""):
    Suchluecke.objects.create(monat=monat, kiez=kiez, kategorie=kategorie, tageszeit=tageszeit, anzahl=anzahl)


@pytest.mark.django_db
@pytest.mark.parametrize(("anzahl", "gezeigt"), [(1, None), (4, None), (5, 5), (12, 12)])
def test_luecken_below_five_hide_the_number(anzahl: int, gezeigt: int | None):
    create_luecke(anzahl, kategorie="bewegung", tageszeit="abend")

    assert list_luecken() == [Luecke("2026-11", "buch", "bewegung", "abend", gezeigt)]


@pytest.mark.django_db
def test_luecken_nobody_has_asked_for_are_not_listed():
    create_luecke(0)

    assert list_luecken() == []
    assert list_luecken_monate() == []


@pytest.mark.django_db
def test_luecken_order_tells_nothing_about_hidden_numbers():
    for anzahl, kategorie in [(1, "a"), (4, "b"), (2, "c"), (7, "d"), (30, "e")]:
        create_luecke(anzahl, kategorie=kategorie)
    create_luecke(99, monat="2026-10")
    create_luecke(3, kiez="")

    assert [(luecke.monat, luecke.kiez, luecke.kategorie) for luecke in list_luecken()] == [
        ("2026-11", "", ""),
        ("2026-11", "buch", "e"),
        ("2026-11", "buch", "d"),
        ("2026-11", "buch", "a"),
        ("2026-11", "buch", "b"),
        ("2026-11", "buch", "c"),
        ("2026-10", "buch", ""),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("filter_", "anzahlen"),
    [
        ({}, [5, 6, 8, 7]),
        ({"monat": "2026-11"}, [5, 6, 8]),
        ({"kiez": "buch"}, [6, 7]),
        ({"kiez": ""}, [5]),
        ({"monat": "2026-10", "kiez": "buch"}, [7]),
        ({"monat": "2020-01"}, []),
    ],
)
def test_luecken_filter_by_month_and_kiez(filter_: dict[str, str], anzahlen: list[int]):
    create_luecke(5, kiez="")
    create_luecke(6)
    create_luecke(7, monat="2026-10")
    create_luecke(8, kiez="karow")

    assert [luecke.anzahl for luecke in list_luecken(**filter_)] == anzahlen


@pytest.mark.django_db
def test_luecken_monate_are_each_named_once_newest_first():
    for monat, kiez in [("2026-09", "buch"), ("2026-11", "buch"), ("2026-11", "karow"), ("2027-01", "")]:
        create_luecke(1, monat=monat, kiez=kiez)

    assert list_luecken_monate() == ["2027-01", "2026-11", "2026-09"]


@pytest.mark.parametrize(
    ("zahlen", "summe"),
    [
        ([], Lueckensumme(0, ist_genau=True)),
        ([5, 9], Lueckensumme(14, ist_genau=True)),
        ([5, None, None], Lueckensumme(7, ist_genau=False)),
        ([None], Lueckensumme(1, ist_genau=False)),
    ],
)
def test_summe_counts_each_hidden_row_once(zahlen: list[int | None], summe: Lueckensumme):
    assert sum_luecken(Luecke("2026-11", "buch", "", "", zahl) for zahl in zahlen) == summe


@pytest.mark.django_db
@given(wahre=st.lists(st.integers(1, 9), max_size=6), andere=st.integers(1, MINDESTZAHL - 1))
def test_summe_stays_the_same_whatever_the_hidden_numbers_are(wahre: list[int], andere: int):
    def compute_summe(zahlen: list[int]) -> Lueckensumme:
        Suchluecke.objects.all().delete()
        for nummer, zahl in enumerate(zahlen):
            create_luecke(zahl, kategorie=f"k{nummer}")
        return sum_luecken(list_luecken())

    ersetzt = [andere if zahl < MINDESTZAHL else zahl for zahl in wahre]

    assert compute_summe(wahre) == compute_summe(ersetzt)


@pytest.mark.django_db
def test_count_of_anything_stores_known_values_only_so_that_rows_are_bounded():
    KiezFactory(slug="buch")
    for kiez in ("buch", "atlantis", "", "x" * 5000):
        for kategorie in ("trauer", "' OR 1=1", "\x01"):
            for tageszeit in ("abend", "nachts"):
                for tag in (date(2026, 11, 1), date(2026, 11, 30)):
                    count_luecke(kiez=kiez, kategorie=kategorie, tageszeit=tageszeit, heute=tag)

    zeilen = Suchluecke.objects.values_list("monat", "kiez", "kategorie", "tageszeit", "anzahl")
    assert set(zeilen) == {
        ("2026-11", kiez, kategorie, tageszeit, (1 if kiez else 3) * (1 if kategorie else 2) * 2)
        for kiez in ("buch", "")
        for kategorie in ("trauer", "")
        for tageszeit in ("abend", "")
    }


@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share SQLite's database in memory")
@pytest.mark.django_db(transaction=True)
def test_count_by_several_people_at_once_loses_none():
    zusammen = Barrier(4)

    def click() -> None:
        zusammen.wait()
        for _mal in range(5):
            count_luecke(kiez="", kategorie="", tageszeit="abend", heute=date(2026, 11, 30))
        connection.close()

    personen = [Thread(target=click) for _person in range(4)]
    for person in personen:
        person.start()
    for person in personen:
        person.join()

    assert [zeile.anzahl for zeile in Suchluecke.objects.all()] == [20]
