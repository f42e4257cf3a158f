from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from angebote.domain.orte import (
    HOECHSTENS,
    UMKREIS,
    Vorschlag,
    find_naechste,
    refresh_haltestellen,
    suggest_planungsraum,
)
from angebote.models import Haltestelle, Ort, OrtHaltestelle, Ortsteil, Planungsraum, Strassenabschnitt
from pankow_einsamkeit.lib.geo import Punkt, compute_distance
from tests.factories import KiezFactory, OrtFactory, OrtsteilFactory, PlanungsraumFactory

MITTE = Punkt(52.5500, 13.4500)
GRAD_JE_METER = 1 / 111_195  # of latitude


def build_haltestelle(name: str, meter: float, kennung: str = "") -> Haltestelle:
    """Due north of MITTE."""
    return Haltestelle(kennung=kennung or name, name=name, lat=MITTE.lat + meter * GRAD_JE_METER, lon=MITTE.lon)


def read_haltestellen(ort: Ort) -> list[tuple[str, int]]:
    return [(nahe.haltestelle.name, nahe.meter) for nahe in ort.haltestellen.order_by("meter")]


def test_naechste_are_three_within_reach_nearest_first() -> None:
    haltestellen = [
        build_haltestelle("weit", 901),
        build_haltestelle("vierte", 800),
        build_haltestelle("dritte", 500),
        build_haltestelle("erste", 100),
        build_haltestelle("zweite", 300),
    ]
    assert [(halt.name, meter) for halt, meter in find_naechste(MITTE, haltestellen)] == [
        ("erste", 100),
        ("zweite", 300),
        ("dritte", 500),
    ]


def test_naechste_name_counts_once_with_its_nearest_platform() -> None:
    haltestellen = [
        build_haltestelle("Antonplatz", 250, "b"),
        build_haltestelle("Antonplatz", 200, "a"),
        build_haltestelle("Albertinenstr.", 300),
    ]
    naechste = find_naechste(MITTE, haltestellen)
    assert [(halt.kennung, meter) for halt, meter in naechste] == [("a", 200), ("Albertinenstr.", 300)]


@pytest.mark.parametrize(("meter", "namen"), [(900, ["Rand"]), (901, [])])
def test_naechste_reach_ends_at_900_metres(meter: int, namen: list[str]) -> None:
    assert [halt.name for halt, _meter in find_naechste(MITTE, [build_haltestelle("Rand", meter)])] == namen


HALTESTELLEN = st.lists(
    st.builds(
        Haltestelle,
        kennung=st.uuids().map(str),
        name=st.sampled_from(["A", "B", "C", "D", "E"]),
        lat=st.floats(52.53, 52.57),
        lon=st.floats(13.42, 13.48),
    ),
    max_size=30,
)


@given(HALTESTELLEN)
def test_naechste_nothing_nearer_is_left_out(haltestellen: list[Haltestelle]) -> None:
    naechste = find_naechste(MITTE, haltestellen)
    meter = [entfernung for _halt, entfernung in naechste]
    namen = [halt.name for halt, _entfernung in naechste]
    assert len(naechste) <= HOECHSTENS
    assert meter == sorted(meter)
    assert len(set(namen)) == len(namen)
    grenze = meter[-1] if len(naechste) == HOECHSTENS else UMKREIS
    for halt in haltestellen:
        if halt.name not in namen:
            assert round(compute_distance(MITTE, Punkt(halt.lat, halt.lon))) >= grenze


@pytest.mark.django_db
def test_refresh_haltestellen_replaces_the_rows_of_these_places_only() -> None:
    nah, weit = build_haltestelle("nah", 100), build_haltestelle("weit", 2000)
    Haltestelle.objects.bulk_create([nah, weit])
    ort, anderer = OrtFactory(lat=MITTE.lat, lon=MITTE.lon), OrtFactory(lat=MITTE.lat, lon=MITTE.lon)
    for stelle in (ort, anderer):
        OrtHaltestelle.objects.create(ort=stelle, haltestelle=weit, meter=1)

    assert refresh_haltestellen(ort_ids=[ort.pk]) == 1

    assert read_haltestellen(ort) == [("nah", 100)]
    assert read_haltestellen(anderer) == [("weit", 1)]


@pytest.mark.django_db
def test_refresh_haltestellen_without_coordinates_leaves_none() -> None:
    nah = build_haltestelle("nah", 100)
    nah.save()
    ort = OrtFactory()
    OrtHaltestelle.objects.create(ort=ort, haltestelle=nah, meter=100)
    assert refresh_haltestellen(ort_ids=[ort.pk]) == 0
    assert read_haltestellen(ort) == []


@pytest.mark.django_db
@pytest.mark.parametrize("anzahl", [1, 3])
def test_refresh_haltestellen_needs_the_same_queries_for_one_and_three(
    anzahl: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    build_haltestelle("nah", 100).save()
    orte = OrtFactory.create_batch(anzahl, lat=MITTE.lat, lon=MITTE.lon)
    with django_assert_num_queries(6):  # places, stops, delete, insert, savepoint in and out
        refresh_haltestellen(ort_ids=[ort.pk for ort in orte])


def add_abschnitt(strasse: str, plz: str, raum: Planungsraum, *, adressen: int = 10, ortsteil: str = "") -> None:
    abschnitt = Strassenabschnitt.objects.create(strasse=strasse, plz=plz, planungsraum=raum, adressen=adressen)
    if ortsteil:
        abschnitt.ortsteile.add(Ortsteil.objects.filter(name=ortsteil).first() or OrtsteilFactory(name=ortsteil))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "schreibweise", ["Pistoriusstraße", "pistoriusstr.", "PISTORIUSSTRASSE", " Pistorius-Straße ", "Pistorius Str"]
)
def test_planungsraum_of_an_unambiguous_street_is_found(schreibweise: str) -> None:
    raum = PlanungsraumFactory()
    add_abschnitt("Pistoriusstraße", "13086", raum, ortsteil="Weißensee")
    add_abschnitt("Pistoriusplatz", "13086", PlanungsraumFactory())
    vorschlag = suggest_planungsraum(strasse=schreibweise, plz="13086")
    assert vorschlag.planungsraum == raum
    assert vorschlag.kiez == raum.kiez
    assert vorschlag.ortsteil is not None
    assert vorschlag.ortsteil.name == "Weißensee"
    assert vorschlag.kandidaten == (raum,)


@pytest.mark.django_db
def test_planungsraum_ambiguous_in_one_kiez_gives_the_kiez() -> None:
    kiez = KiezFactory()
    kleiner, groesser = PlanungsraumFactory(kiez=kiez), PlanungsraumFactory(kiez=kiez)
    add_abschnitt("Berliner Allee", "13088", kleiner, adressen=3, ortsteil="Weißensee")
    add_abschnitt("Berliner Allee", "13088", groesser, adressen=30, ortsteil="Weißensee")
    vorschlag = suggest_planungsraum(strasse="Berliner Allee", plz="13088")
    assert (vorschlag.planungsraum, vorschlag.kiez) == (None, kiez)
    assert vorschlag.ortsteil is not None
    assert vorschlag.kandidaten == (groesser, kleiner)


@pytest.mark.django_db
def test_planungsraum_ambiguous_over_kieze_gives_candidates_only() -> None:
    eins, zwei = PlanungsraumFactory(), PlanungsraumFactory()
    add_abschnitt("Berliner Straße", "13187", eins, adressen=20, ortsteil="Pankow")
    add_abschnitt("Berliner Straße", "13127", zwei, adressen=10, ortsteil="Buchholz")
    assert asdict(suggest_planungsraum(strasse="Berliner Straße", plz="")) == {
        "planungsraum": None,
        "kiez": None,
        "ortsteil": None,
        "kandidaten": (eins, zwei),
    }
    assert suggest_planungsraum(strasse="Berliner Str.", plz=" 13127 ").planungsraum == zwei


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("strasse", "plz"),
    [("", ""), ("", "13086"), ("...", "13086"), ("Unbekannte Straße", "13086"), ("Pistoriusstr.", "10405")],
)
def test_planungsraum_of_an_unknown_address_is_not_guessed(strasse: str, plz: str) -> None:
    add_abschnitt("Pistoriusstraße", "13086", PlanungsraumFactory())
    assert suggest_planungsraum(strasse=strasse, plz=plz) == Vorschlag()


@pytest.mark.django_db
def test_planungsraum_suggestion_needs_three_queries_whatever_the_size(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for nummer in range(5):
        add_abschnitt("Pistoriusstraße", "13086", PlanungsraumFactory(), adressen=nummer)
    with django_assert_num_queries(3):
        suggest_planungsraum(strasse="Pistoriusstraße", plz="13086")
