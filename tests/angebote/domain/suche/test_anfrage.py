from datetime import date, timedelta

import pytest

from angebote.domain.suche import Sortierung, Suchanfrage, Tag
from angebote.domain.suche.anfrage import Zeitraum, compute_zeitraum

SAMSTAG = date(2026, 11, 21)


def test_suchanfrage_of_same_values_in_other_order_is_equal() -> None:
    assert Suchanfrage(kiez=("karow", "buch", "karow")) == Suchanfrage(kiez=("buch", "karow"))


def test_to_query_of_empty_search_is_empty() -> None:
    assert Suchanfrage().to_query() == ""


def test_to_query_has_canonical_order_and_no_defaults() -> None:
    anfrage = Suchanfrage(sortierung="termin", tag=("mi", "di"), q="Café & Chor", von=date(2026, 12, 1), wann="heute")
    assert anfrage.to_query(seite=1) == "q=Caf%C3%A9+%26+Chor&tag=di&tag=mi&von=2026-12-01&sortierung=termin"
    assert anfrage.ohne("q").to_query(seite=2) == "tag=di&tag=mi&von=2026-12-01&seite=2"


@pytest.mark.parametrize(
    ("gruppe", "wert", "erwartet"),
    [
        ("kiez", "buch", Suchanfrage(kiez=("karow",), q="x", wann="heute")),
        ("kiez", None, Suchanfrage(q="x", wann="heute")),
        ("q", None, Suchanfrage(kiez=("buch", "karow"), wann="heute")),
        ("wann", None, Suchanfrage(kiez=("buch", "karow"), q="x")),
    ],
)
def test_ohne_takes_one_filter_away(gruppe: str, wert: str | None, erwartet: Suchanfrage) -> None:
    assert Suchanfrage(kiez=("buch", "karow"), q="x", wann="heute").ohne(gruppe, wert) == erwartet


def test_ohne_wann_takes_dates_away_and_ohne_von_keeps_bis() -> None:
    anfrage = Suchanfrage(von=SAMSTAG, bis=SAMSTAG)
    assert anfrage.ohne("wann") == Suchanfrage()
    assert anfrage.ohne("von") == Suchanfrage(bis=SAMSTAG)


def test_mit_wann_replaces_dates_and_dates_replace_wann() -> None:
    assert Suchanfrage(von=SAMSTAG).mit(wann="woche") == Suchanfrage(wann="woche")
    assert Suchanfrage(wann="woche").mit(von=SAMSTAG) == Suchanfrage(von=SAMSTAG)


@pytest.mark.parametrize(
    ("wann", "von", "bis"),
    [
        ("heute", SAMSTAG, SAMSTAG),
        ("morgen", date(2026, 11, 22), date(2026, 11, 22)),
        ("woche", SAMSTAG, date(2026, 11, 27)),
    ],
)
def test_compute_zeitraum_of_wann(wann: str, von: date, bis: date) -> None:
    assert compute_zeitraum(Suchanfrage(wann=wann), heute=SAMSTAG) == Zeitraum(von, bis)


@pytest.mark.parametrize(
    ("tage", "von", "bis"), [(-5, 5, 6), (-4, 4, 5), (-3, 3, 4), (-2, 2, 3), (-1, 1, 2), (0, 0, 1), (1, 0, 0)]
)
def test_compute_zeitraum_of_wochenende_leaves_past_days_out(tage: int, von: int, bis: int) -> None:
    heute = SAMSTAG + timedelta(days=tage)
    erwartet = Zeitraum(heute + timedelta(days=von), heute + timedelta(days=bis))
    assert compute_zeitraum(Suchanfrage(wann="wochenende"), heute=heute) == erwartet


def test_compute_zeitraum_of_past_date_begins_today() -> None:
    assert compute_zeitraum(Suchanfrage(von=date(2020, 1, 1)), heute=SAMSTAG) == Zeitraum(SAMSTAG)


@pytest.mark.parametrize(
    ("anfrage", "sortierung"),
    [
        (Suchanfrage(), Sortierung.TERMIN),
        (Suchanfrage(q="x"), Sortierung.RELEVANZ),
        (Suchanfrage(q="x", sortierung="termin"), Sortierung.TERMIN),
        (Suchanfrage(sortierung="relevanz"), Sortierung.TERMIN),
        (Suchanfrage(sortierung="entfernung"), Sortierung.TERMIN),
        (Suchanfrage(q="x", sortierung="entfernung"), Sortierung.RELEVANZ),
        (Suchanfrage(q="x", nah="Antonplatz"), Sortierung.ENTFERNUNG),
        (Suchanfrage(q="x", nah="Antonplatz", sortierung="relevanz"), Sortierung.RELEVANZ),
        (Suchanfrage(plz="13086"), Sortierung.TERMIN),
        (Suchanfrage(plz="13086", sortierung="entfernung"), Sortierung.ENTFERNUNG),
    ],
)
def test_wirksame_sortierung(anfrage: Suchanfrage, sortierung: Sortierung) -> None:
    assert anfrage.wirksame_sortierung == sortierung


def test_moegliche_sortierungen_begin_with_the_standard_and_need_words_or_a_place() -> None:
    relevanz, entfernung, termin, name = Sortierung.RELEVANZ, Sortierung.ENTFERNUNG, Sortierung.TERMIN, Sortierung.NAME
    assert Suchanfrage().moegliche_sortierungen == (termin, name)
    assert Suchanfrage(q="x").moegliche_sortierungen == (relevanz, termin, name)
    assert Suchanfrage(plz="13086").moegliche_sortierungen == (termin, entfernung, name)
    assert Suchanfrage(q="x", nah="Anton").moegliche_sortierungen == (entfernung, relevanz, termin, name)


def test_sortierung_that_holds_anyway_or_cannot_hold_falls_away() -> None:
    assert Suchanfrage(nah="Anton", sortierung="entfernung") == Suchanfrage(nah="Anton")
    assert Suchanfrage(sortierung="entfernung") == Suchanfrage()
    assert Suchanfrage(q="x", nah="Anton", sortierung="relevanz").ohne("q") == Suchanfrage(nah="Anton")


def test_suchanfrage_with_nah_alone_narrows_nothing_down() -> None:
    assert Suchanfrage(nah="Antonplatz").ist_leer


def test_tag_has_number_of_its_weekday() -> None:
    assert [tag.wochentag for tag in Tag] == list(range(7))


def test_unbekannt_without_its_filter_falls_away() -> None:
    assert Suchanfrage(unbekannt=("kosten",)) == Suchanfrage()
    assert Suchanfrage(unbekannt=("barrierefrei",)).ist_leer
    anfrage = Suchanfrage(kosten=("kostenlos",), barrierefrei=("wc",), unbekannt=("kosten", "barrierefrei"))
    assert anfrage.to_query() == "kosten=kostenlos&barrierefrei=wc&unbekannt=barrierefrei&unbekannt=kosten"
    assert anfrage.ohne("kosten") == Suchanfrage(barrierefrei=("wc",), unbekannt=("barrierefrei",))


def test_strenge_filter_are_those_that_leave_unknown_facts_out() -> None:
    anfrage = Suchanfrage(kosten=("kostenlos",), barrierefrei=("wc",))
    assert anfrage.strenge_filter == ("kosten", "barrierefrei")
    assert anfrage.mit(unbekannt=("kosten",)).strenge_filter == ("barrierefrei",)
    assert Suchanfrage(kiez=("buch",)).strenge_filter == ()
