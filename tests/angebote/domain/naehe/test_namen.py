import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.naehe.namen import (
    WORTE,
    build_namensschluessel,
    compute_tippfehler,
    list_kuerzungen,
    list_teilungen,
    split_name,
    strip_fuellworte,
    strip_halt,
)


@pytest.mark.parametrize(
    "schreibweisen",
    [
        ("Erich-Weinert-Straße", "erich weinert str.", "ERICH-WEINERT-STRASSE", "Erich Weinertstr"),
        ("Bötzowstraße", "Boetzowstr.", "Botzowstrasse"),
        ("Straße 74", "Str.74", "Str. 74"),
        ("Antonplatz", "Anton-Platz", "antonpl."),
        ("Blankenburger Chaussee", "Blankenburger Ch."),
        ("Prenzlauer Promenade", "Prenzlauer Prom."),
        ("Französisch Buchholz", "Frz. Buchholz", "Franz. Buchholz"),
        ("Prenzlauer Berg", "Prenzlberg", "P-Berg"),
    ],
)
def test_namensschluessel_is_the_same_however_it_is_written(schreibweisen: tuple[str, ...]) -> None:
    assert len({build_namensschluessel(name) for name in schreibweisen}) == 1


@pytest.mark.parametrize(
    ("text", "bar"),
    [
        ("S Pankow", "pankow"),
        ("S+U Pankow", "pankow"),
        ("S-Bahnhof Pankow", "pankow"),
        ("Bushaltestelle Antonplatz", "antonplatz"),
        ("Pankow Bahnhof", "pankow"),
        ("Antonplatz", None),
        ("Bahnhof", None),
        ("Sudauer Straße", None),
    ],
)
def test_strip_halt_leaves_the_bare_name(text: str, bar: str | None) -> None:
    worte = strip_halt(split_name(text))
    assert (" ".join(worte) if worte else None) == bar


def test_kuerzungen_drop_one_part_of_a_house_number_after_the_other() -> None:
    assert [" ".join(worte) for worte in list_kuerzungen(["strasse", "74", "nr", "12", "a"])] == [
        "strasse 74 nr 12 a",
        "strasse 74 nr 12",
        "strasse 74 nr",
        "strasse 74",
        "strasse",
    ]


@given(st.text(max_size=400))
def test_split_name_any_text_gives_few_bare_words(text: str) -> None:
    worte = split_name(text)
    assert len(worte) <= 2 * WORTE
    assert all(wort == "".join(wort.split()).casefold() for wort in worte)
    assert compute_tippfehler("".join(worte)) in {0, 1, 2, 3}


@given(st.lists(st.sampled_from(["am", "in", "berlin", "s", "u", "pankow", "12", "strasse"]), max_size=8))
def test_parts_of_a_name_hold_its_words_only(worte: list[str]) -> None:
    assert all(set(name) | set(gebiet) <= set(worte) for name, gebiet in list_teilungen(worte))
    assert set(strip_fuellworte(worte)) <= set(worte)
    assert next(iter(list_kuerzungen(worte))) == worte
