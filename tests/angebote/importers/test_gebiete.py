from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from angebote.domain.katalogstand import read_version
from angebote.importers.gebiete import load_gebiete
from angebote.importers.tabellen import read_tabelle
from angebote.models import (
    Haltestelle,
    Kiez,
    Krisenhilfe,
    Ortsteil,
    OrtsteilAnteil,
    Planungsraum,
    PlzAnteil,
    Postleitzahl,
    Strassenabschnitt,
)

TABELLEN = (
    *(Kiez, Planungsraum, Ortsteil, OrtsteilAnteil, Postleitzahl, PlzAnteil, Strassenabschnitt, Haltestelle),
    *(Krisenhilfe, Kiez.nachbarn.through, Strassenabschnitt.ortsteile.through),
)


def count_all() -> list[int]:
    return [tabelle.objects.count() for tabelle in TABELLEN]


@pytest.fixture(scope="module")
def geladen(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """All areas, loaded once for this file; every test changes them inside its own savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_gebiete()
        transaction.set_rollback(True)


@pytest.fixture
def gebiete(geladen: dict[str, int], db: None) -> dict[str, int]:
    return geladen


def test_gebiete_loaded_have_the_known_numbers(gebiete: dict[str, int]) -> None:
    assert gebiete == {
        "Kieze": 16,
        "Planungsräume": 60,
        "Ortsteile": 13,
        "Postleitzahlen": 24,
        "Straßen": 1248,
        "Haltestellen": 362,
        "Hilfetelefone, neu": 21,
    }
    assert count_all() == [16, 60, 13, 31, 24, 66, 1593, 362, 21, 64, 1613]


def test_gebiete_loaded_twice_change_nothing(gebiete: dict[str, int]) -> None:
    anzahl, kieze = count_all(), list(Kiez.objects.order_by("pk").values())
    assert load_gebiete() == gebiete | {"Hilfetelefone, neu": 0}
    assert count_all() == anzahl
    assert list(Kiez.objects.order_by("pk").values()) == kieze


def test_kiez_weissensee_knows_neighbours_and_people(gebiete: dict[str, int]) -> None:
    kiez = Kiez.objects.get(slug="weissensee")
    assert set(kiez.nachbarn.values_list("kurzname", flat=True)) == {
        *("Blankenburg", "Pankow Süd", "Weißensee Ost", "P-Berg Nord", "P-Berg Ost")
    }
    assert (kiez.einwohner, kiez.ab_65, kiez.einwohner_stand) == (40625, 5290, date(2022, 6, 30))
    assert "Komponistenviertel Weißensee" in {raum.name for raum in kiez.planungsraeume.all()}


def test_ortsteil_shares_have_one_main_kiez_each(gebiete: dict[str, int]) -> None:
    hauptkieze = OrtsteilAnteil.objects.filter(ist_hauptkiez=True).values_list("ortsteil__slug", "kiez__slug")
    assert len(hauptkieze) == 13
    assert ("franzoesisch-buchholz", "buchholz") in hauptkieze


def test_strasse_in_two_postcodes_has_one_row_for_each(gebiete: dict[str, int]) -> None:
    zeilen = Strassenabschnitt.objects.filter(strasse="Ahornallee").values_list(
        "plz", "planungsraum__lor", "adressen", "ortsteile__name"
    )
    assert set(zeilen) == {("13129", "03300514", 39, "Blankenburg"), ("13158", "03200205", 10, "Rosenthal")}


def test_kieze_stale_name_is_brought_up_to_date(gebiete: dict[str, int]) -> None:
    Kiez.objects.filter(slug="buch").update(einwohner=1, kurzname="Alt")
    load_gebiete()
    assert Kiez.objects.get(slug="buch").kurzname == "Buch"
    assert Kiez.objects.get(slug="buch").einwohner == 17278


def test_kacheln_fit_a_phone_and_neighbours_mostly_touch() -> None:
    zeilen = read_tabelle("kieze")
    feld = {zeile["bzr_id"]: (int(zeile["spalte"]), int(zeile["zeile"])) for zeile in zeilen}
    assert len(set(feld.values())) == 16
    assert max(spalte for spalte, _zeile in feld.values()) < 5
    paare = {frozenset((zeile["bzr_id"], nachbar)) for zeile in zeilen for nachbar in zeile["nachbarn"].split()}
    getrennt = {
        paar for paar in paare if max(abs(a - b) for a, b in zip(*(feld[kiez] for kiez in paar), strict=True)) > 1
    }
    assert getrennt == {
        frozenset(("031001", "032002")),
        frozenset(("031001", "033005")),
        frozenset(("036011", "036012")),
    }


def test_planungsraum_lies_where_its_stops_are_and_nowhere_without_one(gebiete: dict[str, int]) -> None:
    raum = Planungsraum.objects.get(name="Behaimstraße")
    halte = raum.haltestellen.values_list("lat", "lon")
    assert (raum.lat, raum.lon) == pytest.approx([sum(werte) / len(halte) for werte in zip(*halte, strict=True)])
    assert set(Planungsraum.objects.filter(lat=None).values_list("name", flat=True)) == {
        *("Parkstraße", "Spiekermann Straße", "Humannplatz", "Helmholtzplatz"),
        *("Christburger Straße", "Immanuelkirchstraße"),
    }


def test_gebiete_loaded_renew_the_version_so_that_no_old_name_is_kept(gebiete: dict[str, int]) -> None:
    vorher = read_version()
    load_gebiete()
    assert read_version() not in {"", vorher}
