import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from angebote.views.marken import split_marken
from pankow_einsamkeit.lib.text import normalise_text

TITEL = "{% load each %}{% each text ist_marke in teile %}{% if ist_marke %}<mark>{{ text }}</mark>{% else %}{{ text }}{% endif %}{% endeach %}"


@pytest.mark.parametrize(
    ("text", "marken", "teile"),
    [
        ("Kaffee und Kuchen", {"kaffee"}, (("Kaffee", True), (" und Kuchen", False))),
        ("Café-Treff", {"cafe"}, (("Café", True), ("-Treff", False))),
        ("Cafe\u0301!", {"cafe"}, (("Cafe\u0301", True), ("!", False))),
        ("Das Nachbarschaftscafé", {"nachbarschaftscafe"}, (("Das ", False), ("Nachbarschaftscafé", True))),
        ("In der Straße", {"strasse"}, (("In der ", False), ("Straße", True))),
        ("Übungen für Männer", {"uebungen", "maenner"}, (("Übungen", True), (" für ", False), ("Männer", True))),
        ("Kaffeeklatsch", {"kaffee"}, (("Kaffeeklatsch", False),)),
        ("Chor", frozenset(), (("Chor", False),)),
        ("Chor", {"tanz"}, (("Chor", False),)),
        ("", {"tanz"}, (("", False),)),
    ],
)
def test_marken_are_whole_words_in_any_spelling(
    text: str, marken: set[str], teile: tuple[tuple[str, bool], ...]
) -> None:
    assert split_marken(text, marken) == teile


@given(st.text(), st.lists(st.text()))
def test_marken_of_any_text_joined_give_the_text_again(text: str, worte: list[str]) -> None:
    marken = {normalise_text(wort) for wort in worte + text.split()}
    assert "".join(teil for teil, _ist_marke in split_marken(text, marken)) == text


def test_marken_in_a_title_never_become_markup() -> None:
    teile = split_marken("<script>alert(1)</script> & <b>Chor</b>", {"script", "chor", "b"})
    html = Template(TITEL).render(Context({"teile": teile}))
    assert html == (
        "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp; "
        "&lt;<mark>b</mark>&gt;<mark>Chor</mark>&lt;/<mark>b</mark>&gt;"
    )
