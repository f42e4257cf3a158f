"""Short forms explained in public texts: at the first use, in words, once, and nothing of the text lost."""

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.abkuerzungen import spell_out
from angebote.domain.textpruefung.wortlisten import read_abkuerzungen

LANG = {kurz: lang for kurz, lang in read_abkuerzungen().items() if lang}
STUECKE = st.sampled_from(
    [*LANG, *LANG.values(), "WC", " ", " ", "\n", "(", ")", "-", "s", "„", "“", "<b>", "&", "Treff"]
)
TEXTE = st.lists(st.one_of(STUECKE, st.text(max_size=4)), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Der SpD hilft.", "Der SpD (Sozialpsychiatrischer Dienst) hilft."),
        (
            "Der SpD hilft. Den SpD erreichen Sie hier.",
            "Der SpD (Sozialpsychiatrischer Dienst) hilft. Den SpD erreichen Sie hier.",
        ),
        ("In DGS und im GpV", "In DGS (Deutsche Gebärdensprache) und im GpV (Gemeindepsychiatrischer Verbund)"),
        ("KBS", "KBS (Kontakt- und Begegnungsstätte)"),
        ("Büro des SpDs", "Büro des SpDs (Sozialpsychiatrischer Dienst)"),
        ("Kommen Sie zum DGS-Kurs.", "Kommen Sie zum DGS-Kurs (DGS: Deutsche Gebärdensprache)."),
        ("Beratung (SpD, 2. Stock)", "Beratung (SpD: Sozialpsychiatrischer Dienst, 2. Stock)"),
        ("Offen (mit KBS-Team)", "Offen (mit KBS-Team – KBS: Kontakt- und Begegnungsstätte)"),
        ("1) Der SpD", "1) Der SpD (Sozialpsychiatrischer Dienst)"),
        ("Im „DGS-Café“ sprechen alle DGS.", "Im „DGS-Café“ sprechen alle DGS (Deutsche Gebärdensprache)."),
        ("Erst\nSpD\nSpD", "Erst\nSpD (Sozialpsychiatrischer Dienst)\nSpD"),
        ("Die PSAG tagt.", "Die PSAG (Psychosoziale Arbeitsgemeinschaft) tagt."),
    ],
)
def test_first_short_form_is_explained(text: str, erwartet: str) -> None:
    assert spell_out(text) == erwartet


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Das WC ist im Erdgeschoss.",  # everybody knows it
        "Sozialpsychiatrischer Dienst (SpD)",
        "SpD (Sozialpsychiatrischer Dienst)",
        "beim Sozialpsychiatrischen Dienst, kurz SpD",
        "https://example.org/SpD/ und spd@example.org und www.SpD.example",
        "im Haus „KBS am Park“",
        "XSpD SpDler spd Nicht-SpD",
    ],
)
def test_text_that_needs_no_explanation_stays(text: str) -> None:
    assert spell_out(text) == text


@given(TEXTE)
def test_text_keeps_all_its_words_in_order(text: str) -> None:
    """What was put in can be taken out again, and the text is the same as before."""
    rest = iter(spell_out(text))
    assert all(zeichen in rest for zeichen in text)


@given(TEXTE)
def test_each_is_explained_at_most_once(text: str) -> None:
    einmal = spell_out(text)
    assert [kurz for kurz, lang in LANG.items() if einmal.count(lang) > text.count(lang) + 1] == []


@given(TEXTE)
def test_explained_text_is_explained_no_further(text: str) -> None:
    einmal = spell_out(text)
    assert spell_out(einmal) == einmal


@given(TEXTE)
def test_filter_leaves_escaping_to_the_template(text: str) -> None:
    html = Template("{% load text %}{{ text|spelled_out }}").render(Context({"text": text}))
    erwartet = Template("{{ text }}").render(Context({"text": spell_out(text)}))
    assert html == erwartet
    assert "<" not in html
