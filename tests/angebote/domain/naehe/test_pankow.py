"""What people in Pankow may write, over the real tables: every row says which place they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.naehe import Naehe, Stelle, Stellenart
from angebote.domain.naehe.verzeichnis import Verzeichnis
from pankow_einsamkeit.lib.geo import Punkt, compute_distance
from tests.aufwand import count_aufrufe

pytestmark = pytest.mark.django_db  # for loading; asking needs no query

PLZ, HALT, GEBIET, STRASSE = Stellenart.POSTLEITZAHL, Stellenart.HALTESTELLE, Stellenart.GEBIET, Stellenart.STRASSE
EINGABEN = [
    ("13187", "13187", PLZ),
    (" 13086 Berlin ", "13086", PLZ),
    ("Antonplatz", "Antonplatz", HALT),
    ("anton platz", "Antonplatz", HALT),
    ("ANTONPL.", "Antonplatz", HALT),
    ("Haltestelle Antonplatz", "Antonplatz", HALT),
    ("in der Nähe vom Antonplatz", "Antonplatz", HALT),
    ("Antonplatz, Berlin-Weißensee", "Antonplatz", HALT),
    ("Weißensee, Antonplatz", "Antonplatz", HALT),
    ("S Pankow", "S+U Pankow", HALT),
    ("S+U Pankow", "S+U Pankow", HALT),
    ("U-Bahnhof Pankow", "S+U Pankow", HALT),
    ("Bahnhof Pankow", "S+U Pankow", HALT),
    ("Pankow Bahnhof", "S+U Pankow", HALT),
    ("U Vinetastraße", "U Vinetastraße", HALT),
    ("vinetastr", "U Vinetastraße", HALT),
    ("S-Bhf. Karow", "S Karow", HALT),
    ("Alt-Buch/Wiltbergstr.", "Alt-Buch/Wiltbergstraße", HALT),
    ("Wiltbergstraße Ecke Alt-Buch", "Alt-Buch/Wiltbergstraße", HALT),
    ("Erich Weinert Str.", "Erich-Weinert-Straße", HALT),
    ("Stargarder Straße 12a, 10437 Berlin", "Stargarder Straße", HALT),
    ("Rathaus Weißensee", "Rathaus Weißensee", HALT),
    ("weisser see", "Weißer See", HALT),
    ("Buch", "Buch", GEBIET),
    ("Berlin-Buch", "Buch", GEBIET),
    ("Ortsteil Karow", "Karow", GEBIET),
    ("Bezirk Pankow", "Pankow", GEBIET),
    ("WEISSENSEE", "Weißensee", GEBIET),
    ("Prenzlberg", "Prenzlauer Berg", GEBIET),
    ("Frz. Buchholz", "Französisch Buchholz", GEBIET),
    ("Heinersdorf", "Heinersdorf", GEBIET),
    ("Komponistenviertel", "Komponistenviertel Weißensee", GEBIET),
    ("Bötzowviertel", "Bötzowviertel", GEBIET),
    ("boetzowviertel", "Bötzowviertel", GEBIET),
    ("Botzowkiez", "Bötzowkiez", GEBIET),
    ("Helmholtzkiez", "Helmholtzkiez", GEBIET),
    ("Florakiez", "Florakiez", GEBIET),
    ("Gleimkiez", "Gleimstraße", HALT),
    ("Schönhauser Allee", "S+U Schönhauser Allee", HALT),
    ("Danziger 50", "Danziger Straße", STRASSE),
    ("Dietzgenstr. 20", "Dietzgenstraße", STRASSE),
    ("Langhansstrasse", "Langhansstraße", STRASSE),
    ("Berliner Straße in Pankow", "Berliner Straße in Pankow", STRASSE),
    ("Berliner Straße (Pankow Zentrum)", "Berliner Straße in Pankow Zentrum", STRASSE),
    ("berliner str. 12, 13187", "Berliner Straße, 13187", STRASSE),
    ("13187 Berlin, Berliner Str. 12", "Berliner Straße, 13187", STRASSE),
    ("Parkstr. 3, 13086", "Parkstraße in Weißensee", STRASSE),
    ("Unbekannte Gasse 5, 13187", "13187", PLZ),
]


@pytest.mark.parametrize(("text", "name", "art"), EINGABEN)
def test_find_what_people_write_gives_one_place(
    verzeichnis: Verzeichnis, text: str, name: str, art: Stellenart
) -> None:
    stelle = verzeichnis.find(text).stelle
    assert stelle is not None
    assert (stelle.name, stelle.art) == (name, art)
    assert stelle.ist_gebiet == (art != HALT)


@pytest.mark.parametrize(
    ("text", "auswahl"),
    [
        ("Berliner Straße", ["Berliner Straße in Pankow", "… in Französisch Buchholz", "… in Blankenfelde"]),
        ("Berliner Str. 12", ["Berliner Straße in Pankow", "… in Französisch Buchholz", "… in Blankenfelde"]),
        ("Berliner Straße, Weißensee", ["Berliner Straße in Pankow", "… in Französisch Buchholz", "… in Blankenfelde"]),
        ("Kastanienallee", ["Kastanienallee in Rosenthal", "… in Prenzlauer Berg", "… in Blankenburg"]),
        ("Karower Straße", ["Karower Straße in Niederschönhausen", "… in Buch"]),
        ("Straße 74", ["Straße 74 in Französisch Buchholz", "… in Karow"]),
    ],
)
def test_find_streets_far_apart_gives_a_choice_by_area(verzeichnis: Verzeichnis, text: str, auswahl: list[str]) -> None:
    naehe = verzeichnis.find(text)
    assert naehe.stelle is None
    strasse = auswahl[0].split(" in ")[0]
    assert [stelle.name for stelle in naehe.auswahl] == [name.replace("…", strasse) for name in auswahl]


@pytest.mark.parametrize(
    ("text", "vorschlag"),
    [
        ("Weisensee", "Weißensee"),
        ("prenzlauer alle", "S Prenzlauer Allee"),
        ("13178", "13187"),
    ],
)
def test_find_slip_suggests_first_what_was_meant(verzeichnis: Verzeichnis, text: str, vorschlag: str) -> None:
    naehe = verzeichnis.find(text)
    assert (naehe.stelle, naehe.auswahl) == (None, ())
    assert naehe.vorschlaege[0].name == vorschlag


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Schönhauser Alee 5", "S+U Schönhauser Allee"),
        ("Helmholzplatz", "Helmholtzplatz"),
        ("Antonplaz", "Antonplatz"),
        ("Vinettastraße", "U Vinetastraße"),
        ("Komponistenvirtel", "Komponistenviertel Weißensee"),
    ],
)
def test_find_slip_of_one_letter_that_can_mean_one_place_only_gives_it(
    verzeichnis: Verzeichnis, text: str, name: str
) -> None:
    naehe = verzeichnis.find(text)
    assert naehe.stelle is not None
    assert (naehe.stelle.name, naehe.ist_vermutet, naehe.vorschlaege) == (name, True, ())


@pytest.mark.parametrize("text", ["Schönhauser Allee", "schoenhauser allee 5", "Schönhauser Allee 5, Berlin"])
def test_find_long_street_that_is_a_stop_gives_its_sections_too(verzeichnis: Verzeichnis, text: str) -> None:
    naehe = verzeichnis.find(text)
    assert naehe.stelle is not None
    assert naehe.stelle.name == "S+U Schönhauser Allee"
    assert naehe.hausnummer == ("5" if "5" in text else "")
    assert {stelle.name for stelle in naehe.abschnitte} == {
        "Schönhauser Allee in Helmholtzplatz",
        "Schönhauser Allee in Pankow",
        "Schönhauser Allee in Prenzlauer Berg Nordwest",
        "Schönhauser Allee in Prenzlauer Berg Südwest",
    }
    assert {stelle for stelle in naehe.abschnitte if verzeichnis.find(stelle.name).stelle != stelle} == set()


def test_find_slip_beside_a_known_area_gives_the_area_and_suggests_the_place(verzeichnis: Verzeichnis) -> None:
    naehe = verzeichnis.find("Antonplaz, Weißensee")
    assert naehe.stelle is not None
    assert (naehe.stelle.name, [stelle.name for stelle in naehe.vorschlaege]) == ("Weißensee", ["Antonplatz"])


@pytest.mark.parametrize("text", ["Kreuzberg", "Alexanderplatz", "Spandau", "10115", "Berlin", "12", "Straße", ""])
def test_find_outside_or_nothing_finds_nothing(verzeichnis: Verzeichnis, text: str) -> None:
    assert verzeichnis.find(text) == Naehe()


def test_find_street_with_postcode_of_another_district_only_suggests_ours(verzeichnis: Verzeichnis) -> None:
    naehe = verzeichnis.find("Florastraße 3, 12163 Berlin")
    assert (naehe.stelle, naehe.auswahl) == (None, ())
    assert {stelle.name for stelle in naehe.vorschlaege} == {"Florastraße in Pankow", "Florastraße in Karow"}


def test_every_name_of_the_directory_leads_to_places_that_resolve_to_themselves(verzeichnis: Verzeichnis) -> None:
    eintraege = {eintrag.name for liste in verzeichnis._eintraege.values() for eintrag in liste}
    stellen: set[Stelle] = set()
    ohne = []
    for name in eintraege:
        naehe = verzeichnis.find(name)
        gefunden = (naehe.stelle,) if naehe.stelle else naehe.auswahl
        stellen.update(gefunden)
        if not gefunden or len(naehe.auswahl) == 1:
            ohne.append(name)
    assert len(eintraege) > 1500
    assert ohne == []
    assert {stelle for stelle in stellen if verzeichnis.find(stelle.name).stelle != stelle} == set()


def test_choices_are_far_enough_apart_to_matter(verzeichnis: Verzeichnis) -> None:
    for name in ("Berliner Straße", "Hauptstraße", "Parkstraße", "Heinersdorfer Straße", "Schillerstraße"):
        auswahl = verzeichnis.find(name).auswahl
        nahe = [
            (a.name, b.name) for a in auswahl for b in auswahl if a != b and compute_distance(a.punkt, b.punkt) < 1500
        ]
        assert len(auswahl) > 1
        assert nahe == []


TEILE = ["Antonplatz", "Berliner", "Straße", "Str.", "12", "a", "13187", "10115", "Weißensee", "in", "S", "U", "+"]
TEILE += ["Pankow", "Kiez", "Berlin", "Bahnhof", "Parkstr.", "Buch", ",", "(", "Bötzow", "viertel", "\0", "Karower"]


@given(st.lists(st.sampled_from(TEILE), max_size=7).map(" ".join) | st.text(max_size=60))
def test_find_any_text_gives_a_place_or_a_choice_and_every_name_leads_back(verzeichnis: Verzeichnis, text: str) -> None:
    naehe = verzeichnis.find(text)
    assert naehe.stelle is None or naehe.auswahl == ()
    assert len(naehe.auswahl) != 1
    for stelle in filter(None, (naehe.stelle, *naehe.auswahl, *naehe.vorschlaege, *naehe.abschnitte)):
        assert verzeichnis.find(stelle.name).stelle == stelle


@pytest.mark.parametrize(
    "text",
    [
        "Antonplatz" * 1000,
        "s u " * 2500,
        "\x00\x00Antonplatz\x00",
        "\u202eztalpnotnA",
        "a\u0301\u0301\u0301" * 500,
        "'; DROP TABLE angebote_ort; --",
        '%_%*"AND OR NEAR(',
        "𝐀𝐧𝐭𝐨𝐧",
        "🙂",
        "\ud800",
    ],
)
def test_find_hostile_text_takes_the_work_of_a_few_addresses(verzeichnis: Verzeichnis, text: str) -> None:
    normal = count_aufrufe(lambda: verzeichnis.find("Unbekannte Gasse 5, 13187 Weißensee"))
    assert count_aufrufe(lambda: verzeichnis.find(text)) < 5 * normal


@pytest.mark.parametrize(
    ("punkt", "name"),
    [
        (Punkt(52.548, 13.451), "Antonplatz"),
        (Punkt(52.567, 13.412), "S+U Pankow"),
        (Punkt(52.636, 13.491), "S Buch"),
        (Punkt(52.522, 13.360), None),
        (Punkt(48.137, 11.575), None),
        (Punkt(0.0, 0.0), None),
    ],
)
def test_find_haltestelle_near_a_point_is_known_by_its_name(
    verzeichnis: Verzeichnis, punkt: Punkt, name: str | None
) -> None:
    stelle = verzeichnis.find_haltestelle(punkt, meter=2000)
    assert (stelle.name if stelle else None) == name
    assert stelle is None or verzeichnis.find(stelle.name).stelle == stelle
