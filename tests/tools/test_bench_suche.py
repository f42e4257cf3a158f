"""The arithmetic of the judgement, and that its judgements speak of offers that exist and are public."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from angebote.importers.gebiete import load_gebiete
from angebote.importers.startbestand import load_startbestand
from angebote.models import Angebot, Kategorie, Kiez
from tools.bench.katalog import TAETIGKEITEN, ZUSAETZE
from tools.bench_suche.befragen import Massstab, judge_treffer
from tools.bench_suche.bestand import KATEGORIEN, load_steckbriefe
from tools.bench_suche.einfach import Suchtext, falte, search_einfach
from tools.bench_suche.fragen import (
    OFFEN,
    VERDECKT,
    Frage,
    Steckbrief,
    Thema,
    find_nie,
    find_soll,
    list_kennungen,
    load_fragen,
    load_themen,
)
from tools.bench_suche.masse import Mittelwerte, compute_kehrwert, compute_mittelwerte, compute_recall

THEMEN = {
    "cafe": Thema(frozenset({"q001", "q002"}), ("Nachbarschaftscafé",)),
    "spiele": Thema(frozenset({"q003"}), ("Skatrunde", "zum Kennenlernen")),
}
STECKBRIEFE = [
    Steckbrief(pk=1, titel="Kaffeerunde", kennung="q001", orte="weissensee 13086", kiez="weissensee"),
    Steckbrief(pk=2, titel="Treff", kennung="q002", orte="buchholz", kiez="buchholz"),
    Steckbrief(pk=3, titel="Skatrunde", kennung="q003", orte="buch", kiez="buch"),
    Steckbrief(pk=4, titel="Nachbarschaftscafé für alle", orte="buch", kiez="buch"),
    Steckbrief(pk=5, titel="Skatrunde zum Kennenlernen", ueberall=True),
]


def build_frage(soll: str = "", *, nie: str = "", ort: str = "", kiez: str = "") -> Frage:
    return Frage(wer="alt", q="kaffe", soll=soll, nie=nie, ort=ort, nah="", kiez=kiez)


@pytest.mark.parametrize(
    ("treffer", "soll", "recall"),
    [
        ([1, 2, 3], {1, 3}, 1.0),
        ([1, 2], {1, 3}, 0.5),
        ([], {1}, 0.0),
        ([9, 8, 7, 6, 5, 4, 3, 2, 0, 11, 1], {1}, 0.0),  # the eleventh does not count
        (list(range(10)), set(range(100)), 1.0),  # no more than ten can stand there
        ([0, 1, 2, 3, 4, 200, 201, 202, 203, 204], set(range(100)), 0.5),
    ],
)
def test_recall_counts_the_fitting_ones_of_as_many_as_have_room(
    treffer: list[int], soll: set[int], recall: float
) -> None:
    assert compute_recall(treffer, soll) == recall


@pytest.mark.parametrize(
    ("treffer", "kehrwert"), [([1, 2], 1.0), ([2, 1], 0.5), ([2, 3, 4, 1], 0.25), ([2], 0.0), ([*range(2, 12), 1], 0.0)]
)
def test_kehrwert_is_one_by_the_rank_of_the_first_fitting_one(treffer: list[int], kehrwert: float) -> None:
    assert compute_kehrwert(treffer, {1}) == kehrwert


@given(st.lists(st.integers(0, 30), unique=True), st.sets(st.integers(0, 30), min_size=1))
def test_measures_lie_between_none_and_all(treffer: list[int], soll: set[int]) -> None:
    recall, kehrwert = compute_recall(treffer, soll), compute_kehrwert(treffer, soll)
    assert 0 <= recall <= 1
    assert 0 <= kehrwert <= 1
    assert (recall > 0) == (kehrwert > 0)


def test_mittelwerte_count_each_misleading_query_once() -> None:
    assert compute_mittelwerte([1.0, 0.5], [0.5, 0.0], [0, 3, 1]) == Mittelwerte(2, 0.75, 0.25, 2)
    assert compute_mittelwerte([], [], []) == Mittelwerte(0, 1.0, 1.0, 0)


@pytest.mark.parametrize(
    ("frage", "soll"),
    [
        (build_frage("cafe"), {1, 2, 4}),
        (build_frage("cafe -q002"), {1, 4}),
        (build_frage("cafe spiele"), {1, 2, 3, 4, 5}),
        (build_frage("q002 titel:Skatrunde"), {2, 3, 5}),
        (build_frage("titel:zum_Kennenlernen"), {5}),
        (build_frage("cafe", ort="Buch"), {4}),  # a whole word: not Buchholz
        (build_frage("cafe", ort="Weißensee"), {1}),
        (build_frage("cafe spiele", kiez="buch"), {3, 4, 5}),  # what comes home or by phone is there too
        (build_frage(), set()),
    ],
)
def test_soll_holds_what_the_judgement_names(frage: Frage, soll: set[int]) -> None:
    assert find_soll(frage, STECKBRIEFE, THEMEN, falte=falte) == soll


def test_nie_holds_what_would_mislead_wherever_it_is() -> None:
    assert find_nie(build_frage(nie="cafe q003", kiez="weissensee"), STECKBRIEFE, THEMEN) == {1, 2, 3, 4}


def test_soll_with_an_unknown_theme_raises() -> None:
    with pytest.raises(KeyError):
        find_soll(build_frage("kaffee"), STECKBRIEFE, THEMEN, falte=falte)


def test_urteil_names_what_is_missing_wrong_and_misleading() -> None:
    massstab = Massstab(frage=build_frage("cafe"), soll={1, 2}, nie={4}, namen={1: "a", 2: "b", 3: "c", 4: "d"})
    urteil = judge_treffer(massstab, [3, 1, 4], ("klein", OFFEN, "search"))
    assert (urteil.recall, urteil.kehrwert) == (0.5, 0.5)
    assert (urteil.fehlt, urteil.statt, urteil.falsch) == (["b"], ["c", "d"], ["d"])


def test_urteil_without_anything_that_fits_has_no_measures() -> None:
    urteil = judge_treffer(Massstab(build_frage(), set(), {1}, {1: "a"}), [1], ("klein", OFFEN, "search"))
    assert (urteil.recall, urteil.kehrwert, urteil.falsch) == (None, None, ["a"])


def test_baseline_needs_every_word_and_puts_titles_first() -> None:
    texte = [
        Suchtext(1, "treff", "treff kaffee trinken"),
        Suchtext(2, "kaffee und tee", "kaffee und tee trinken"),
        Suchtext(3, "kaffee trinken", "kaffee trinken"),
        Suchtext(4, "kaffee", "kaffee"),
    ]
    assert search_einfach("Kaffee trinken!", texte) == [3, 2, 1]


def test_synthetic_titles_all_have_categories_and_are_known_to_the_themes() -> None:
    assert set(KATEGORIEN) == set(TAETIGKEITEN)
    muster = {teil for thema in load_themen().values() for teil in thema.muster}
    assert muster - {"Yoga"} <= {*TAETIGKEITEN, *ZUSAETZE}


def test_queries_are_many_and_none_is_both_open_and_held_out() -> None:
    offen, verdeckt = ([frage for frage in load_fragen(datei) if frage.soll] for datei in (OFFEN, VERDECKT))
    assert len(offen) >= 80
    assert len(verdeckt) >= 50
    assert not {(f.q.casefold(), f.nah, f.kiez) for f in offen} & {(f.q.casefold(), f.nah, f.kiez) for f in verdeckt}


@pytest.mark.parametrize("datei", [OFFEN, VERDECKT])
def test_every_query_is_asked_once_and_judged(datei: str) -> None:
    fragen = load_fragen(datei)
    assert len({(f.q, f.nah, f.kiez) for f in fragen}) == len(fragen)
    assert [frage for frage in fragen if not frage.q or not (frage.soll or frage.nie)] == []


def test_every_theme_is_asked_for() -> None:
    fragen = [*load_fragen(OFFEN), *load_fragen(VERDECKT)]
    assert set(load_themen()) - {wort for frage in fragen for wort in f"{frage.soll} {frage.nie}".split()} == set()


@pytest.fixture(scope="module")
def startbestand(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_gebiete()
        load_startbestand(heute=date(2026, 11, 21))
        yield
        transaction.set_rollback(True)


def test_every_judged_offer_is_in_the_starting_catalogue_and_public(startbestand: None, db: None, heute: date) -> None:
    kennungen = Angebot.objects.oeffentlich(heute).values_list("import_kennung", flat=True)
    genannt = list_kennungen([*load_fragen(OFFEN), *load_fragen(VERDECKT)], load_themen())
    assert genannt - {str(kennung).removeprefix("startbestand:") for kennung in kennungen} == set()


def test_every_query_has_something_to_find_or_to_avoid(startbestand: None, db: None, heute: date) -> None:
    steckbriefe, themen = load_steckbriefe(heute=heute), load_themen()
    fragen = [*load_fragen(OFFEN), *load_fragen(VERDECKT)]
    leer = [f.text for f in fragen if f.soll and not find_soll(f, steckbriefe, themen, falte=falte)]
    assert leer == []
    assert {f.kiez for f in fragen} - {""} <= set(Kiez.objects.values_list("slug", flat=True))
    assert {slug for slugs in KATEGORIEN.values() for slug in slugs} <= set(
        Kategorie.objects.values_list("slug", flat=True)
    )
