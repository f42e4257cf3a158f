from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from angebote.choices import Status
from angebote.domain.katalogstand import read_version, renew_version
from angebote.domain.naehe import Lage, Naehe, Stelle, Stellenart, find_naehe, find_stelle_bei, load_lagen
from angebote.models import Haltestelle, OrtsteilAnteil, Postleitzahl, Rufname, Strassenabschnitt
from pankow_einsamkeit.lib.geo import Punkt
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, OrtsteilFactory, PlanungsraumFactory

pytestmark = pytest.mark.django_db


def create_halt(name: str, *, lat: float, lon: float = 13.42, gewicht: float = 1) -> None:
    Haltestelle.objects.create(kennung=f"{name} {lat} {lon}", name=name, lat=lat, lon=lon, gewicht=gewicht)


def test_find_rufname_gives_the_area_staff_named(heute: date) -> None:
    raum = PlanungsraumFactory(name="Helmholtzplatz", lat=52.54, lon=13.41)
    Rufname.objects.create(name="Helmi", planungsraum=raum)
    Rufname.objects.create(name="Am Teich", kiez=KiezFactory(lat=52.6, lon=13.5))
    assert find_naehe("helmi", heute=heute) == Naehe(Stelle("Helmi", Punkt(52.54, 13.41), True))
    assert find_naehe("am teich", heute=heute) == Naehe(Stelle("Am Teich", Punkt(52.6, 13.5), True))


def test_find_official_names_are_never_hidden_by_a_nickname(heute: date) -> None:
    teich = KiezFactory(name="Teichviertel", lat=52.6, lon=13.5)
    karow = KiezFactory(name="Karow", lat=52.61, lon=13.48)
    Postleitzahl.objects.create(plz="13187", lat=52.57, lon=13.41)
    PlanungsraumFactory(name="Helmholtzplatz", kiez=karow, lat=52.54, lon=13.41)
    create_halt("S Buch", lat=52.63)
    namen = ["Karow", "13187", "Buch", "helmholtz platz", "12"]
    vorher = {name: find_naehe(name, heute=heute) for name in namen}
    for name in [*namen, "Helmholtzkiez"]:
        Rufname.objects.create(name=name, kiez=teich)
    assert {name: find_naehe(name, heute=heute) for name in namen} == vorher
    assert find_naehe("Helmholtzkiez", heute=heute).stelle == Stelle("Helmholtzkiez", Punkt(52.6, 13.5), True)


def test_find_house_only_if_the_public_sees_an_offer_there(heute: date) -> None:
    haeuser = {
        name: OrtFactory(name=name, lat=52.55, lon=13.42)
        for name in ("Sonnenhaus", "Mondhaus", "Sternhaus", "Leerhaus")
    }
    dort = AngebotFactory(ort=haeuser["Sonnenhaus"], gueltig_bis=heute).pk
    AngebotFactory(ort=haeuser["Mondhaus"], gueltig_bis=heute - timedelta(days=1))
    AngebotFactory(ort=haeuser["Sternhaus"], status=Status.ENTWURF)
    stelle = Stelle("Sonnenhaus", Punkt(52.55, 13.42), False, Stellenart.HAUS, angebote=(dort,))
    assert find_naehe("sonnenhaus", heute=heute) == Naehe(stelle)
    assert find_naehe("sonnenhaus", heute=heute + timedelta(days=1)) == Naehe()
    assert {name for name in haeuser if find_naehe(name, heute=heute) != Naehe()} == {"Sonnenhaus"}


def test_find_house_without_coordinates_is_in_the_middle_of_its_area(heute: date) -> None:
    raum = PlanungsraumFactory(lat=52.56, lon=13.43)
    dort = AngebotFactory(ort=OrtFactory(name="Sonnenhaus (Alte Mühle)", planungsraum=raum, kiez=raum.kiez)).pk
    mond = AngebotFactory(ort=OrtFactory(name="Mondhaus", kiez=KiezFactory(lat=52.57, lon=13.44))).pk
    AngebotFactory(ort=OrtFactory(name="Nirgendhaus", kiez=None))
    sonne = Stelle("Sonnenhaus (Alte Mühle)", Punkt(52.56, 13.43), True, Stellenart.HAUS, angebote=(dort,))
    mondhaus = Stelle("Mondhaus", Punkt(52.57, 13.44), True, Stellenart.HAUS, angebote=(mond,))
    assert find_naehe("Alte Mühle", heute=heute).stelle == sonne
    assert find_naehe("Mondhaus", heute=heute).stelle == mondhaus
    assert find_naehe("Nirgendhaus", heute=heute).stelle is None


@pytest.mark.parametrize(
    ("text", "nummern"),
    [
        ("Breite Straße 49", (0, 1)),
        ("breite str.49", (0, 1)),
        ("BREITE STRASSE Nr. 49, 13187 Berlin", (0, 1)),
        ("Breite Str. 12 A", (2,)),
        ("Breite Straße 12a in Pankow", (2,)),
        ("Breite Straße 9", (3,)),
        ("Breite Str. 9 - 11", (3,)),
    ],
)
def test_find_address_of_a_public_place_is_that_place(heute: date, text: str, nummern: tuple[int, ...]) -> None:
    raum = PlanungsraumFactory(kiez=KiezFactory(name="Pankow"), lat=52.56, lon=13.43)
    Postleitzahl.objects.create(plz="13187", lat=52.57, lon=13.41)
    Strassenabschnitt.objects.create(strasse="Breite Straße", plz="13187", planungsraum=raum, adressen=3)
    adressen = [("Breite Straße", "49"), ("Breite Str.", "49"), ("Breite Straße", "12a"), ("Breite Straße", "9–11")]
    angebote = [
        AngebotFactory(
            ort=OrtFactory(
                name=f"Haus {nr}",
                strasse=strasse,
                hausnummer=hausnummer,
                plz="13187",
                planungsraum=raum,
                kiez=raum.kiez,
            )
        )
        for nr, (strasse, hausnummer) in enumerate(adressen)
    ]
    stelle = find_naehe(text, heute=heute).stelle
    assert stelle is not None
    assert stelle.art == Stellenart.HAUS
    assert stelle.angebote == tuple(angebote[nr].pk for nr in nummern)
    assert find_naehe(stelle.name, heute=heute).stelle == stelle


@pytest.mark.parametrize("text", ["Breite Straße 4", "Breite Straße 490", "Breite Straße 49b", "Breite Straße"])
def test_find_another_number_of_the_street_is_not_that_place(heute: date, text: str) -> None:
    raum = PlanungsraumFactory()
    Strassenabschnitt.objects.create(strasse="Breite Straße", plz="13187", planungsraum=raum, adressen=3)
    AngebotFactory(ort=OrtFactory(strasse="Breite Straße", hausnummer="49", planungsraum=raum))
    naehe = find_naehe(text, heute=heute)
    assert naehe.stelle is not None
    assert (naehe.stelle.art, naehe.stelle.angebote) == (Stellenart.STRASSE, ())
    assert naehe.hausnummer == text.removeprefix("Breite Straße").strip()


def test_find_address_names_other_streets_of_that_name(heute: date) -> None:
    raeume = [PlanungsraumFactory(kiez=KiezFactory(name=f"Dorf {lat}"), lat=lat, lon=13.4) for lat in (52.5, 52.6)]
    for nr, raum in enumerate(raeume):
        Strassenabschnitt.objects.create(strasse="Ringweg", plz=f"1308{nr}", planungsraum=raum, adressen=3)
    AngebotFactory(ort=OrtFactory(strasse="Ringweg", hausnummer="5", planungsraum=raeume[0]))
    naehe = find_naehe("Ringweg 5", heute=heute)
    assert naehe.stelle is not None
    assert (naehe.stelle.name, [stelle.punkt.lat for stelle in naehe.vorschlaege]) == ("Ringweg 5", [52.6])


def test_find_street_stands_at_the_stops_named_after_it(heute: date) -> None:
    kiez = KiezFactory(name="Weißensee")
    mit, ohne = (PlanungsraumFactory(kiez=kiez, lat=52.50, lon=13.40) for _ in range(2))
    Haltestelle.objects.create(
        kennung="1", name="Gustav-Adolf-Str./Langhansstr.", lat=52.51, lon=13.41, planungsraum=mit
    )
    for raum, adressen in ((mit, 3), (ohne, 1)):
        Strassenabschnitt.objects.create(strasse="Langhansstraße", plz="13086", planungsraum=raum, adressen=adressen)
    stelle = find_naehe("Langhansstr. 5", heute=heute).stelle
    assert stelle is not None
    assert stelle.punkt == pytest.approx(Punkt((3 * 52.51 + 52.50) / 4, (3 * 13.41 + 13.40) / 4))


def test_find_ortsteil_without_streets_is_in_the_middle_of_its_kieze(heute: date) -> None:
    ortsteil = OrtsteilFactory(name="Blankenburg")
    for lat, anteil in ((52.50, 0.25), (52.60, 0.75)):
        OrtsteilAnteil.objects.create(ortsteil=ortsteil, kiez=KiezFactory(lat=lat, lon=13.4), adressanteil=anteil)
    stelle = find_naehe("Blankenburg", heute=heute).stelle
    assert stelle is not None
    assert stelle.punkt == pytest.approx(Punkt(52.575, 13.4))


def test_find_platforms_of_one_stop_are_one_place_and_stops_far_apart_a_choice(heute: date) -> None:
    create_halt("Kirche", lat=52.5500, gewicht=1)
    create_halt("Kirche", lat=52.5505, gewicht=9)
    assert find_naehe("Kirche", heute=heute).stelle == Stelle(
        "Kirche", Punkt(52.5505, 13.42), False, Stellenart.HALTESTELLE
    )


def test_find_near_stop_beats_street_and_far_area_asks(heute: date) -> None:
    kiez = KiezFactory(name="Buch", lat=52.63, lon=13.5)
    create_halt("Buch", lat=52.50)
    auswahl = find_naehe("buch", heute=heute).auswahl
    assert {(stelle.name, stelle.punkt) for stelle in auswahl} == {
        ("Ortsteil Buch", Punkt(kiez.lat, kiez.lon)),
        ("Haltestelle Buch", Punkt(52.50, 13.42)),
    }
    assert [find_naehe(stelle.name, heute=heute).stelle for stelle in auswahl] == list(auswahl)


def test_find_when_the_directory_is_kept_needs_no_query(
    heute: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    create_halt("Antonplatz", lat=52.55)
    renew_version()
    version = read_version()
    with django_assert_num_queries(9):
        find_naehe("Antonplatz", heute=heute, version=version)
    with django_assert_num_queries(0):
        assert find_naehe("Antonplatz", heute=heute, version=version).stelle is not None
        assert find_stelle_bei(Punkt(52.55, 13.42), heute=heute, version=version) is not None


def test_find_stelle_bei_within_two_kilometres_only(heute: date) -> None:
    create_halt("Antonplatz", lat=52.55)
    create_halt("S Buch", lat=52.56)
    halt = find_stelle_bei(Punkt(52.557, 13.42), heute=heute)
    assert halt is not None
    assert halt.name == "S Buch"
    assert find_stelle_bei(Punkt(52.579, 13.42), heute=heute) is None


def test_lagen_group_offers_by_place_and_tell_what_is_rough(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    kiez = KiezFactory(lat=52.6, lon=13.5)
    raum = PlanungsraumFactory(kiez=kiez, lat=52.61, lon=13.51)
    ohne_mitte = PlanungsraumFactory(kiez=kiez)
    genau = OrtFactory(kiez=kiez, planungsraum=raum, lat=52.55, lon=13.42)
    angebote = {
        "genau": AngebotFactory(ort=genau),
        "dort": AngebotFactory(ort=genau, status=Status.ENTWURF),
        "raum": AngebotFactory(ort=OrtFactory(kiez=kiez, planungsraum=raum)),
        "kiez": AngebotFactory(ort=OrtFactory(kiez=kiez, planungsraum=ohne_mitte)),
        "auch kiez": AngebotFactory(ort=OrtFactory(kiez=kiez)),
        "nirgends": AngebotFactory(ort=OrtFactory(kiez=None)),
        "ohne ort": AngebotFactory(ort=None),
    }
    OrtFactory(kiez=kiez)
    pks = {name: angebot.pk for name, angebot in angebote.items()}
    with django_assert_num_queries(2):
        lagen = load_lagen()
    assert set(lagen) == {
        Lage(Punkt(52.55, 13.42), True, (pks["genau"], pks["dort"])),
        Lage(Punkt(52.61, 13.51), False, (pks["raum"],)),
        Lage(Punkt(52.6, 13.5), False, (pks["kiez"], pks["auch kiez"])),
    }
