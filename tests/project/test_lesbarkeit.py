import math

from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.lesbarkeit import (
    Lesbarkeit,
    compute_lesbarkeit,
    ist_lang,
    list_schwerste_saetze,
)
from pankow_einsamkeit.lib.saetze import split_saetze


def test_lesbarkeit_adds_words_per_sentence_and_share_of_long_words():
    # 8 words in 2 sentences, 2 of them ("Nachbarn", "Samstag") long: 4 + 25
    assert compute_lesbarkeit("Wir laden Nachbarn ein. Kommen Sie am Samstag.") == Lesbarkeit(29, 8, 2)


def test_lesbarkeit_of_office_german_is_far_above_plain_german():
    amt = "Die Inanspruchnahme niedrigschwelliger Unterstützungsleistungen setzt eine Terminvereinbarung voraus."
    einfach = "Sie wollen Hilfe? Rufen Sie uns an. Wir finden einen Tag, der passt."
    assert (compute_lesbarkeit(amt).lix, compute_lesbarkeit(einfach).lix) == (58, 4)


def test_lesbarkeit_of_nothing_is_zero():
    assert compute_lesbarkeit(" – … \n") == Lesbarkeit(0, 0, 0)


def test_ist_lang_a_hyphen_makes_a_word_easy():
    assert [ist_lang(wort) for wort in ("Repair-Café", "Nachbarschafts-Café", "Kaffee", "Kaffees,")] == [
        False,
        True,
        False,
        True,
    ]


def test_schwerste_saetze_hardest_first_each_once_and_never_an_easy_one():
    leicht, schwer, schwerer = (
        "Wir trinken Tee.",
        "Gemeinsames Basteln ist schön.",
        "Gedächtnistraining Bewegungsgruppe.",
    )
    saetze = [leicht, schwer, schwerer, schwer]

    gefunden = list_schwerste_saetze(saetze, ueber=50, hoechstens=3)

    assert [(satz, wert.lix) for satz, wert in gefunden] == [(schwerer, 102), (schwer, 54)]
    assert [satz for satz, _wert in list_schwerste_saetze(saetze, ueber=50, hoechstens=1)] == [schwerer]


@given(st.text())
def test_lesbarkeit_of_any_text_is_a_finite_figure_and_counts_its_sentences(text: str):
    wert = compute_lesbarkeit(text)
    assert math.isfinite(wert.lix)
    assert wert.lix >= 0
    assert wert.saetze <= len(split_saetze(text)) <= max(wert.worte, len(text.split()))
    assert (wert.lix == 0) == (wert.worte == 0)
