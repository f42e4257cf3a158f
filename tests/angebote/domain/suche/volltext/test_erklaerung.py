"""What the Redaktion is told about a word is what the search does with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.suche.volltext.erklaerung import Texterklaerung, Worterklaerung, explain_text
from angebote.domain.suche.volltext.sprachschatz import Sprachschatz
from angebote.domain.suchworte import Wortgruppe
from pankow_einsamkeit.lib.wortstamm import build_stamm, list_anzeigeworte

KATALOG = "Café Nachbarschaftscafé Smartphone Smartphones Gymnastik Spaziergang Nachbarschaft Trauer Gespräche reden"
GRUPPEN = (
    Wortgruppe(1, ("Handy", "Smartphone", "Mobilfunkgerät"), ()),
    Wortgruppe(2, ("traurig",), ("Trauer", "miteinander reden", "Spaziergang Café"), zeigt_hilfe=True),
    Wortgruppe(3, ("kein Geld",), ("Café",)),
)


@pytest.fixture(scope="module")
def schatz() -> Sprachschatz:
    worte = dict(list_anzeigeworte(KATALOG))
    return Sprachschatz(
        ((wort, build_stamm(wort), anzeige) for wort, anzeige in worte.items()), GRUPPEN, ["für", "ein"]
    )


def build_wort(
    wort: str,
    gleiche: tuple[str, ...] = (),
    *,
    verwandte: tuple[str, ...] = (),
    andere: tuple[str, ...] = (),
    fehlende: tuple[str, ...] = (),
    zeigt_hilfe: bool = False,
) -> Worterklaerung:
    return Worterklaerung(wort, gleiche, verwandte, andere, fehlende, zeigt_hilfe)


@pytest.mark.parametrize(
    ("q", "worte"),
    [
        ("", ()),
        ("%_", ()),
        ("CAFE", (build_wort("CAFE", ("Café",), verwandte=("Nachbarschaftscafé",)),)),
        ("Gymna", (build_wort("Gymna", verwandte=("Gymnastik",)),)),
        (
            "Handy",
            (build_wort("Handy", andere=("Smartphone", "Smartphones"), fehlende=("Mobilfunkgerät",)),),
        ),
        (
            "traurig",
            (
                build_wort(
                    "traurig",
                    andere=("Spaziergang + Café", "Trauer"),
                    fehlende=("miteinander",),
                    zeigt_hilfe=True,
                ),
            ),
        ),
        (
            "kein Geld reden",
            (
                build_wort("kein Geld", andere=("Café", "Nachbarschaftscafé")),
                build_wort("reden", ("reden",)),
            ),
        ),
        ("Quatschwort", (build_wort("Quatschwort"),)),
    ],
)
def test_erklaerung_names_the_words_of_offers_that_answer(
    q: str, worte: tuple[Worterklaerung, ...], schatz: Sprachschatz
):
    assert explain_text(q, schatz) == Texterklaerung(worte, fuellwoerter=(), zu_viele=())


def test_erklaerung_names_filler_words_as_they_were_typed(schatz: Sprachschatz):
    erklaerung = explain_text("Ein Café für", schatz)

    assert erklaerung.fuellwoerter == ("Ein", "für")
    assert [eines.wort for eines in erklaerung.worte] == ["Café"]


def test_erklaerung_of_filler_words_only_keeps_them(schatz: Sprachschatz):
    erklaerung = explain_text("für ein", schatz)

    assert erklaerung.fuellwoerter == ()
    assert [eines.wort for eines in erklaerung.worte] == ["für", "ein"]


def test_erklaerung_names_words_beyond_the_limit(schatz: Sprachschatz):
    erklaerung = explain_text(" ".join(f"wort{nummer}" for nummer in range(18)), schatz)

    assert erklaerung.zu_viele == ("wort16", "wort17")
    assert len(erklaerung.worte) == 16


@pytest.mark.parametrize(
    ("q", "ist_unbekannt"), [("Quatschwort", True), ("Café", False), ("Gymna", False), ("Handy", False)]
)
def test_worterklaerung_without_any_word_of_an_offer_is_unknown(q: str, ist_unbekannt: bool, schatz: Sprachschatz):
    assert [eines.ist_unbekannt for eines in explain_text(q, schatz).worte] == [ist_unbekannt]


@given(st.text())
def test_erklaerung_of_any_text_never_raises_and_names_each_word_once(q: str):
    schatz = Sprachschatz([("cafe", "caf", "Café")], GRUPPEN, ["ein"])

    for eines in explain_text(q, schatz).worte:
        listen = [*eines.gleiche, *eines.verwandte, *eines.andere]
        assert len(set(listen)) == len(listen)
