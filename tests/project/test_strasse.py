import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.strasse import normalise_strasse


@pytest.mark.parametrize(
    ("schreibweise", "name"),
    [
        ("Erich-Weinert-Str.", "Erich-Weinert-Straße"),
        ("Erich Weinert Str.", "Erich-Weinert-Straße"),
        ("ERICH-WEINERT-STRASSE", "Erich-Weinert-Straße"),
        ("erich weinert straße", "Erich-Weinert-Straße"),
        ("Franz-Schmidt Straße", "Franz-Schmidt-Straße"),
        ("Fröbelstr.", "Fröbelstraße"),
        ("Fröbelstr", "Fröbelstraße"),
        ("Froebelstrasse", "Fröbelstraße"),
        ("Fro\u0308belstraße", "Fröbelstraße"),
        ("Berliner straße", "Berliner Straße"),
        ("  Berliner   Str. ", "Berliner Straße"),
        ("Str. 129", "Straße 129"),
        ("Caligaripl.", "Caligariplatz"),
        ("Karower Ch", "Karower Chaussee"),
        ("Elsa-Brändström-Str.", "Elsa-Brändström-Straße"),
    ],
)
def test_strasse_ways_of_writing_have_the_same_key(schreibweise: str, name: str) -> None:
    assert normalise_strasse(schreibweise) == normalise_strasse(name)


@pytest.mark.parametrize(
    ("eine", "andere"),
    [
        ("Berliner Straße", "Berliner Allee"),
        ("Straße 12", "Straße 129"),
        ("Schönholzer Straße", "Neue Schönholzer Straße"),
        ("Am Bach", "Am Bachaussee"),
        ("Schulstraße", "Schillerstraße"),
    ],
)
def test_strasse_different_streets_have_different_keys(eine: str, andere: str) -> None:
    assert normalise_strasse(eine) != normalise_strasse(andere)


@given(st.text() | st.from_regex(r"[A-Za-zäöüß]{0,8}[ -]?(str|straße|Str\.|pl\.|ch)? ?[0-9]{0,3}", fullmatch=True))
def test_strasse_key_of_a_key_is_itself(text: str) -> None:
    schluessel = normalise_strasse(text)
    assert normalise_strasse(schluessel) == schluessel


@given(
    st.sampled_from(["Bötzow", "Grell", "Hosemann", "Erich-Weinert-"]), st.sampled_from(["str.", "strasse", "straße"])
)
def test_strasse_case_and_ending_do_not_matter(stamm: str, endung: str) -> None:
    assert normalise_strasse((stamm + endung).upper()) == normalise_strasse(stamm + "Straße")
