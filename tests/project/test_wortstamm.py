import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.text import normalise_text, split_woerter
from pankow_einsamkeit.lib.wortstamm import LAENGE, build_stamm, list_anzeigeworte


@pytest.mark.parametrize(
    "schreibweisen",
    [
        "Café cafe CAFÉ Cafés",
        "Müller Mueller Muller",
        "Weißensee weissensee WEISSENSEE",
        "Männer Maenner Manner Mann",
        "Chöre Choere Chore Chor CHÖREN",
        "Spaziergang Spaziergänge spaziergaenge",
        "singen Singe sing",
        "ältere Älterer aelteren",
        "Senioren Seniorin Seniorinnen senior",
        "Kurs Kurse Kurses",
        "Malkurs Malkursen",
        "Gespräch gesprache Gespraeche",
        "Trauer trauern Trauernde trauernden",
        "Handy Handys",
        "Workshop Workshops",
    ],
)
def test_build_stamm_of_all_forms_and_spellings_is_one(schreibweisen: str) -> None:
    assert len({build_stamm(normalise_text(wort)) for wort in schreibweisen.split()}) == 1


@pytest.mark.parametrize(
    "woerter",
    [
        "Verein Vertrag",
        "Rat Ratte",
        "Buch Buche Bucht",
        "Tanz Tante",
        "Spiel Spind",
        "Buch Bücher",
        "alte ältere",
        "Trauer traue",
        "Wein weinen",
        "Stille stillen",
    ],
)
def test_build_stamm_of_other_words_differs(woerter: str) -> None:
    einzelne = woerter.split()
    assert len({build_stamm(normalise_text(wort)) for wort in einzelne}) > 1


@given(st.text(max_size=200))
def test_build_stamm_of_any_word_is_a_word_of_at_most_its_length(text: str) -> None:
    for wort in split_woerter(text):
        stamm = build_stamm(wort)
        assert 0 < len(stamm) <= LAENGE
        assert split_woerter(stamm) == [stamm]


SILBEN = st.builds(
    "".join, st.tuples(*map(st.sampled_from, ("bdfghklmnprstw", "äöüaeiou", ["", "n", "r", "st", "ch"])))
)


@given(st.lists(SILBEN, min_size=1, max_size=5).map("".join))
def test_build_stamm_of_umlauts_is_that_of_two_letters_and_of_the_bare_vowel(wort: str) -> None:
    blank = wort.translate(str.maketrans("äöü", "aou"))
    assert build_stamm(normalise_text(wort)) == build_stamm(blank)


def test_list_anzeigeworte_gives_the_parts_and_the_whole_of_hyphenated_words() -> None:
    assert list(list_anzeigeworte("Das (Repair-Café), Kinder- und „Tai-Chi“!")) == [
        ("das", "Das"),
        ("repair", "Repair"),
        ("cafe", "Café"),
        ("repaircafe", "Repair-Café"),
        ("kinder", "Kinder"),
        ("und", "und"),
        ("tai", "Tai"),
        ("chi", "Chi"),
        ("taichi", "Tai-Chi"),
    ]


@given(st.text(max_size=80))
def test_list_anzeigeworte_has_every_word_of_the_text(text: str) -> None:
    worte = list(list_anzeigeworte(text))
    assert set(split_woerter(text)) <= {wort for wort, _anzeige in worte}
    assert all(split_woerter(wort) == [wort] for wort, _anzeige in worte)
