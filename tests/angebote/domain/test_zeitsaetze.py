import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Wochentag, Zeitart
from angebote.domain.zeitsaetze import (
    MONATE,
    WOCHENTAGE,
    build_datumssatz,
    build_terminsatz,
    build_uhrzeitsatz,
    build_zeitsaetze,
    build_zeitsatz,
)
from angebote.models import Zeit
from tests.angebote.domain import zeitstrategien as zs

HEUTE = date(2026, 11, 21)  # a Saturday
MO, DI, MI, DO, FR, SA, SO = Wochentag


def regel(wochentag: Wochentag = DI, beginn: int | time = 14, ende: int | time | None = 16, **felder: Any) -> Zeit:
    return Zeit(art=Zeitart.REGEL, wochentag=wochentag, beginn=clock(beginn), ende=clock(ende), **felder)


def einzeln(datum: date, beginn: int | time = 15, ende: int | time | None = None, **felder: Any) -> Zeit:
    return Zeit(art=Zeitart.EINZELN, datum=datum, beginn=clock(beginn), ende=clock(ende), **felder)


def clock(zeit: int | time | None) -> Any:
    return time(zeit) if isinstance(zeit, int) else zeit


@pytest.mark.parametrize(
    ("uhrzeiten", "satz"),
    [
        ([(time(14), time(16))], "14 bis 16 Uhr"),
        ([(time(14, 30), time(16))], "14:30 bis 16 Uhr"),
        ([(time(9, 5), time(10, 45))], "9:05 bis 10:45 Uhr"),
        ([(time(14), None)], "ab 14 Uhr"),
        ([(time(10, 30), None)], "ab 10:30 Uhr"),
        ([(time(0), time(0, 30))], "0 bis 0:30 Uhr"),
        ([(time(9), time(12)), (time(14), time(18))], "9 bis 12 und 14 bis 18 Uhr"),
        ([(time(8), time(9)), (time(10), time(11)), (time(12), time(13))], "8 bis 9, 10 bis 11 und 12 bis 13 Uhr"),
        ([(time(9), time(12)), (time(14), None)], "9 bis 12 Uhr und ab 14 Uhr"),
    ],
)
def test_uhrzeitsatz_reads_as_spoken(uhrzeiten: list[tuple[time, time | None]], satz: str) -> None:
    assert build_uhrzeitsatz(uhrzeiten) == satz


@pytest.mark.parametrize(
    ("datum", "satz"),
    [
        (date(2026, 11, 21), "Heute"),
        (date(2026, 11, 22), "Morgen"),
        (date(2026, 11, 23), "Montag, 23. November"),
        (date(2026, 11, 25), "Mittwoch, 25. November"),
        (date(2026, 12, 31), "Donnerstag, 31. Dezember"),
        (date(2027, 1, 1), "Freitag, 1. Januar 2027"),
        (date(2027, 3, 6), "Samstag, 6. März 2027"),
        (date(2026, 11, 20), "Freitag, 20. November"),
        (date(2025, 11, 21), "Freitag, 21. November 2025"),
    ],
)
def test_datumssatz_says_today_tomorrow_or_the_day(datum: date, satz: str) -> None:
    assert build_datumssatz(datum, heute=HEUTE) == satz


def test_datumssatz_of_new_years_eve_knows_tomorrow_of_next_year() -> None:
    assert build_datumssatz(date(2027, 1, 1), heute=date(2026, 12, 31)) == "Morgen"


def test_datumssatz_inside_a_sentence_writes_only_names_big() -> None:
    assert build_datumssatz(HEUTE, heute=HEUTE, im_satz=True) == "heute"
    assert build_terminsatz(date(2026, 11, 22), time(9), None, heute=HEUTE, im_satz=True) == "morgen, ab 9 Uhr"
    assert build_datumssatz(date(2026, 11, 25), heute=HEUTE, im_satz=True) == "Mittwoch, 25. November"


@pytest.mark.parametrize(
    ("datum", "beginn", "ende", "satz"),
    [
        (date(2026, 11, 21), time(14), time(16), "Heute, 14 bis 16 Uhr"),
        (date(2026, 11, 22), time(14, 30), time(16), "Morgen, 14:30 bis 16 Uhr"),
        (date(2026, 11, 25), time(14), time(16), "Mittwoch, 25. November, 14 bis 16 Uhr"),
        (date(2026, 11, 25), time(14), None, "Mittwoch, 25. November, ab 14 Uhr"),
        (date(2027, 1, 6), time(9), time(17), "Mittwoch, 6. Januar 2027, 9 bis 17 Uhr"),
    ],
)
def test_terminsatz_names_day_and_hours(datum: date, beginn: time, ende: time | None, satz: str) -> None:
    assert build_terminsatz(datum, beginn, ende, heute=HEUTE) == satz


@pytest.mark.parametrize(
    ("zeit", "satz"),
    [
        (regel(), "jeden Dienstag, 14 bis 16 Uhr"),
        (regel(SO, time(10, 30), 12), "jeden Sonntag, 10:30 bis 12 Uhr"),
        (regel(ende=None), "jeden Dienstag, ab 14 Uhr"),
        (regel(monatswochen="-1", wochentag=MI), "jeden letzten Mittwoch im Monat, 14 bis 16 Uhr"),
        (regel(MO, time(10, 30), None, monatswochen="2,4"), "jeden 2. und 4. Montag im Monat, 10:30 Uhr"),
        (regel(MO, time(10, 30), None, monatswochen="4,2"), "jeden 2. und 4. Montag im Monat, 10:30 Uhr"),
        (regel(monatswochen="1"), "jeden 1. Dienstag im Monat, 14 bis 16 Uhr"),
        (regel(monatswochen="1,3,5"), "jeden 1., 3. und 5. Dienstag im Monat, 14 bis 16 Uhr"),
        (regel(monatswochen="-1,2"), "jeden 2. und letzten Dienstag im Monat, 14 bis 16 Uhr"),
        (regel(monatswochen="3,3"), "jeden 3. Dienstag im Monat, 14 bis 16 Uhr"),
        (regel(in_schulferien=False), "jeden Dienstag, 14 bis 16 Uhr, nicht in den Schulferien"),
        (regel(an_feiertagen=True), "jeden Dienstag, 14 bis 16 Uhr, auch an Feiertagen"),
        (regel(gueltig_bis=date(2027, 6, 30)), "jeden Dienstag, 14 bis 16 Uhr, bis 30. Juni 2027"),
        (regel(gueltig_von=date(2027, 1, 5)), "jeden Dienstag, 14 bis 16 Uhr, ab 5. Januar 2027"),
        (
            regel(
                gueltig_von=date(2026, 9, 1),
                gueltig_bis=date(2027, 6, 30),
                in_schulferien=False,
                hinweis=" Im Hof. ",
            ),
            "jeden Dienstag, 14 bis 16 Uhr, ab 1. September 2026, bis 30. Juni 2027, nicht in den Schulferien (Im Hof)",
        ),
        (
            regel(intervall_wochen=2, gueltig_von=date(2026, 11, 3)),
            "alle 2 Wochen dienstags, 14 bis 16 Uhr, ab 3. November 2026",
        ),
        (
            regel(DO, ende=None, intervall_wochen=3, gueltig_von=date(2026, 11, 1)),
            "alle 3 Wochen donnerstags, ab 14 Uhr, ab 5. November 2026",
        ),
        (einzeln(date(2026, 12, 3)), "am 3. Dezember 2026, 15 Uhr"),
        (einzeln(date(2026, 12, 3), 15, 17), "am 3. Dezember 2026, 15 bis 17 Uhr"),
        (einzeln(date(2026, 12, 3), hinweis="Eingang im Hof"), "am 3. Dezember 2026, 15 Uhr (Eingang im Hof)"),
        (einzeln(date(2026, 12, 3), an_feiertagen=True, in_schulferien=False), "am 3. Dezember 2026, 15 Uhr"),
        (Zeit(art=Zeitart.VEREINBARUNG), "nach Vereinbarung"),
        (Zeit(art=Zeitart.VEREINBARUNG, hinweis="auch abends"), "nach Vereinbarung (auch abends)"),
        (Zeit(art=Zeitart.UNBEKANNT), "Zeiten nicht bekannt – bitte anrufen"),
        (
            Zeit(art=Zeitart.UNBEKANNT, hinweis="dienstags nach dem Mittag"),
            "Zeiten nicht bekannt – bitte anrufen (dienstags nach dem Mittag)",
        ),
        (Zeit(art=Zeitart.REGEL), "Zeiten nicht bekannt – bitte anrufen"),
        (Zeit(art=Zeitart.EINZELN), "Zeiten nicht bekannt – bitte anrufen"),
    ],
)
def test_zeitsatz_says_the_whole_rule(zeit: Zeit, satz: str) -> None:
    assert build_zeitsatz(zeit) == satz


@pytest.mark.parametrize(
    ("zeit", "satz"),
    [
        (
            regel(intervall_wochen=2, gueltig_von=date(2026, 11, 3)),
            "alle 2 Wochen dienstags, 14 bis 16 Uhr, ab 3. November",
        ),
        (regel(gueltig_von=date(2026, 11, 3)), "jeden Dienstag, 14 bis 16 Uhr"),
        (regel(gueltig_von=date(2026, 12, 1)), "jeden Dienstag, 14 bis 16 Uhr, ab 1. Dezember"),
        (regel(gueltig_bis=date(2026, 12, 15)), "jeden Dienstag, 14 bis 16 Uhr, bis 15. Dezember"),
        (regel(gueltig_bis=date(2027, 6, 30)), "jeden Dienstag, 14 bis 16 Uhr, bis 30. Juni 2027"),
    ],
)
def test_zeitsatz_on_a_known_day_leaves_out_what_goes_without_saying(zeit: Zeit, satz: str) -> None:
    assert build_zeitsatz(zeit, heute=HEUTE) == satz


def test_zeitsatz_without_hinweis_leaves_it_to_the_caller() -> None:
    assert build_zeitsatz(regel(hinweis="im Hof"), mit_hinweis=False) == "jeden Dienstag, 14 bis 16 Uhr"


@pytest.mark.parametrize(
    ("zeiten", "saetze"),
    [
        ([], []),
        ([regel()], ["jeden Dienstag, 14 bis 16 Uhr"]),
        ([regel(tag, 9, 17) for tag in (MO, DI, MI, DO, FR)], ["Montag bis Freitag, 9 bis 17 Uhr"]),
        ([regel(tag, 9, 17) for tag in (FR, DI, MO, DO, MI)], ["Montag bis Freitag, 9 bis 17 Uhr"]),
        ([regel(tag, 9, 17) for tag in Wochentag], ["täglich, 9 bis 17 Uhr"]),
        ([regel(tag, 9, 17) for tag in (MO, DI)], ["Montag und Dienstag, 9 bis 17 Uhr"]),
        ([regel(tag, 9, 17) for tag in (MO, MI, FR)], ["Montag, Mittwoch und Freitag, 9 bis 17 Uhr"]),
        ([regel(tag, 9, 17) for tag in (MO, DI, MI, FR)], ["Montag bis Mittwoch und Freitag, 9 bis 17 Uhr"]),
        ([regel(tag, 9, 17) for tag in (MO, SO)], ["Montag und Sonntag, 9 bis 17 Uhr"]),
        ([regel(MO, 9, 12), regel(MO, 14, 18)], ["Montag, 9 bis 12 und 14 bis 18 Uhr"]),
        ([regel(MO, 14, 18), regel(MO, 9, 12)], ["Montag, 9 bis 12 und 14 bis 18 Uhr"]),
        ([regel(MO, 9, 12), regel(MO, 14, None)], ["Montag, 9 bis 12 Uhr und ab 14 Uhr"]),
        (
            [*(regel(tag, 9, 17) for tag in (MO, DI, MI, DO)), regel(FR, 9, 14)],
            ["Montag bis Donnerstag, 9 bis 17 Uhr", "Freitag, 9 bis 14 Uhr"],
        ),
        (
            [*(regel(tag, 9, 12) for tag in (MO, DI, MI)), *(regel(tag, 14, 18) for tag in (MO, DI, MI))],
            ["Montag bis Mittwoch, 9 bis 12 und 14 bis 18 Uhr"],
        ),
        ([regel(DI), regel(DI)], ["Dienstag, 14 bis 16 Uhr"]),
        (
            [regel(DI, in_schulferien=False), regel(DO, in_schulferien=False)],
            ["Dienstag und Donnerstag, 14 bis 16 Uhr, nicht in den Schulferien"],
        ),
        (
            [regel(DI), regel(DO, in_schulferien=False)],
            ["jeden Dienstag, 14 bis 16 Uhr", "jeden Donnerstag, 14 bis 16 Uhr, nicht in den Schulferien"],
        ),
        (
            [regel(DI, hinweis="Kurs A"), regel(DO, hinweis="Kurs B")],
            ["jeden Dienstag, 14 bis 16 Uhr (Kurs A)", "jeden Donnerstag, 14 bis 16 Uhr (Kurs B)"],
        ),
        (
            [regel(DI, hinweis="im Hof"), regel(DO, hinweis="im Hof")],
            ["Dienstag und Donnerstag, 14 bis 16 Uhr (im Hof)"],
        ),
        (
            [
                Zeit(art=Zeitart.UNBEKANNT),
                Zeit(art=Zeitart.VEREINBARUNG),
                einzeln(date(2027, 1, 7)),
                einzeln(date(2026, 12, 3)),
                regel(SA, monatswochen="1"),
                regel(MI, monatswochen="-1"),
                regel(DO),
            ],
            [
                "jeden Donnerstag, 14 bis 16 Uhr",
                "jeden letzten Mittwoch im Monat, 14 bis 16 Uhr",
                "jeden 1. Samstag im Monat, 14 bis 16 Uhr",
                "am 3. Dezember 2026, 15 Uhr",
                "am 7. Januar 2027, 15 Uhr",
                "nach Vereinbarung",
                "Zeiten nicht bekannt – bitte anrufen",
            ],
        ),
        ([Zeit(art=Zeitart.UNBEKANNT), Zeit(art=Zeitart.UNBEKANNT)], ["Zeiten nicht bekannt – bitte anrufen"]),
    ],
)
def test_zeitsaetze_group_what_belongs_together(zeiten: list[Zeit], saetze: list[str]) -> None:
    assert build_zeitsaetze(zeiten) == saetze


def test_zeitsaetze_without_hinweis_group_across_it() -> None:
    zeiten = [regel(DI, hinweis="Kurs A"), regel(DO, hinweis="Kurs B")]

    assert build_zeitsaetze(zeiten, mit_hinweis=False) == ["Dienstag und Donnerstag, 14 bis 16 Uhr"]


def test_zeitsaetze_on_a_known_day_leave_out_its_year() -> None:
    zeiten = [regel(tag, gueltig_von=date(2026, 12, 1)) for tag in (DI, DO)]

    assert build_zeitsaetze(zeiten, heute=HEUTE) == ["Dienstag und Donnerstag, 14 bis 16 Uhr, ab 1. Dezember"]


@given(st.lists(zs.zeiten(), max_size=6))
def test_zeitsaetze_name_every_weekday_and_stand_once(zeiten: list[Zeit]) -> None:
    saetze = build_zeitsaetze(zeiten)

    assert len(saetze) == len(set(saetze)) <= len(zeiten)
    for zeit in zeiten:
        if zeit.art == Zeitart.EINZELN:
            assert any(f"{zeit.datum.day}. {MONATE[zeit.datum.month - 1]} {zeit.datum.year}" in satz for satz in saetze)
        elif zeit.intervall_wochen > 1 or zeit.monatswochen:
            assert any(WOCHENTAGE[zeit.wochentag].lower() in satz.lower() for satz in saetze)
    for satz in saetze:
        assert re.search(r"\d Uhr", satz)
        assert not re.search(r"None|  |,,|:\D|\( ", satz)


def test_zeitsatz_of_unsure_times_says_so_and_then_what_the_source_says() -> None:
    zeit = Zeit(art=Zeitart.UNBEKANNT, hinweis="laut Quelle von 2016: Mo 10 bis 20 Uhr")
    assert build_zeitsatz(zeit) == "Zeiten nicht sicher. Laut Quelle von 2016: Mo 10 bis 20 Uhr"
    assert build_zeitsatz(zeit, mit_hinweis=False) == "Zeiten nicht bekannt – bitte anrufen"


@pytest.mark.parametrize("tage", [0, 1, 2])
def test_termin_for_paper_names_its_day_even_if_it_is_today(heute: date, tage: int) -> None:
    datum = heute + timedelta(days=tage)
    erwartet = ["Samstag, 21. November, 14 bis 16 Uhr", "Sonntag, 22. November, 14 bis 16 Uhr"]
    erwartet.append("Montag, 23. November, 14 bis 16 Uhr")
    assert build_terminsatz(datum, time(14), time(16), heute=heute, absolut=True) == erwartet[tage]
