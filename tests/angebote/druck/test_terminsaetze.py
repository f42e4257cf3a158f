from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.druck.terminsaetze import build_datenliste, build_oeffnungssaetze, build_reihensaetze, build_terminsaetze
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Termin

HEUTE = date(2026, 11, 21)
DEZEMBER = Zeitraum(date(2026, 12, 1), date(2026, 12, 31))
DIENSTAGE = (1, 8, 15, 22, 29)


def termin(tag: int, beginn: int = 14, ende: int | None = 16) -> Termin:
    return Termin(datum=date(2026, 12, tag), beginn=time(beginn), ende=time(ende) if ende else None)


@pytest.mark.parametrize(
    ("termine", "saetze"),
    [
        ([termin(tag) for tag in DIENSTAGE], ["jeden Dienstag, 14 bis 16 Uhr"]),
        ([termin(tag, ende=None) for tag in DIENSTAGE], ["jeden Dienstag, ab 14 Uhr"]),
        ([termin(tag) for tag in (1, 8, 15)], ["jeden Dienstag, 14 bis 16 Uhr", "nicht am 22. und 29. Dezember"]),
        ([termin(tag) for tag in (1, 15)], ["Dienstag, 14 bis 16 Uhr: 1. und 15. Dezember"]),
        ([termin(8)], ["Dienstag, 8. Dezember, 14 bis 16 Uhr"]),
        (
            [termin(tag) for tag in (*DIENSTAGE, 3, 10, 17, 31)],
            ["Dienstag und Donnerstag, 14 bis 16 Uhr", "nicht am 24. Dezember"],
        ),
        (
            [*(termin(tag) for tag in (1, 8, 15, 22)), termin(29, beginn=18, ende=20)],
            ["Dienstag, 14 bis 16 Uhr: 1., 8., 15. und 22. Dezember", "Dienstag, 29. Dezember, 18 bis 20 Uhr"],
        ),
        ([], []),
    ],
)
def test_reihensaetze_say_these_days_and_no_others(termine: Sequence[Termin], saetze: list[str]) -> None:
    assert build_reihensaetze(termine, zeitraum=DEZEMBER, heute=HEUTE) == saetze


def test_terminsaetze_name_every_date() -> None:
    termine = [*(termin(tag) for tag in DIENSTAGE), termin(9)]
    assert build_terminsaetze(termine, heute=HEUTE) == [
        "Dienstag, 14 bis 16 Uhr: 1., 8., 15., 22. und 29. Dezember",
        "Mittwoch, 9. Dezember, 14 bis 16 Uhr",
    ]


def test_oeffnungssaetze_group_the_days_of_a_week() -> None:
    termine = [termin(tag, beginn=9, ende=17) for tag in (1, 2, 3)] + [termin(5, beginn=10, ende=12)]
    assert build_oeffnungssaetze(termine) == ["Dienstag bis Donnerstag, 9 bis 17 Uhr", "Samstag, 10 bis 12 Uhr"]


def test_datenliste_names_month_and_year_once() -> None:
    tage = [date(2027, 1, 5), date(2026, 12, 24), date(2026, 12, 31), date(2026, 12, 25)]
    assert build_datenliste(tage, heute=HEUTE) == "24., 25. und 31. Dezember, 5. Januar 2027"


@given(st.sets(st.integers(1, 31), min_size=1), st.sets(st.integers(9, 12), min_size=1, max_size=2))
def test_days_of_a_weekly_sentence_and_its_exceptions_are_the_dates(tage: set[int], stunden: set[int]) -> None:
    termine = [termin(tag, beginn=stunde, ende=13) for tag in tage for stunde in stunden]
    saetze = build_reihensaetze(termine, zeitraum=DEZEMBER, heute=HEUTE)
    assert _read_tage(saetze) == {date(2026, 12, tag) for tag in tage}


def _read_tage(saetze: Sequence[str]) -> set[date]:
    """Reads the sentences as a person would."""
    namen = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    genannt: set[date] = set()
    nicht: set[date] = set()
    for satz in saetze:
        if satz.startswith("nicht am "):
            nicht = _read_zahlen(satz)
        elif "Dezember" in satz:
            genannt |= _read_zahlen(satz.split(": ")[-1].split(" Uhr")[0] if ": " in satz else satz.split(", ")[1])
        else:
            genannt |= {
                tag for name in _expand(satz.split(",")[:-1], namen) for tag in DEZEMBER.list_tage(namen.index(name))
            }
    return genannt - nicht


def _read_zahlen(text: str) -> set[date]:
    return {date(2026, 12, int(wort.rstrip(".,"))) for wort in text.split() if wort.rstrip(",").endswith(".")}


def _expand(teile: Sequence[str], namen: Sequence[str]) -> set[str]:
    if teile == ["täglich"]:
        return set(namen)
    gefunden: set[str] = set()
    for teil in ",".join(teile).removeprefix("jeden ").replace(" und ", ", ").split(", "):
        erster, _bis, letzter = teil.partition(" bis ")
        if erster in namen:
            gefunden |= set(namen[namen.index(erster) : namen.index(letzter or erster) + 1])
    return gefunden


def test_missing_today_is_no_exception_where_whole_days_are_asked() -> None:
    zeitraum = Zeitraum(HEUTE, HEUTE + timedelta(days=27))
    tage = zeitraum.list_tage(5)
    termine = [Termin(datum=tag, beginn=time(8), ende=time(9)) for tag in tage]
    assert build_reihensaetze(termine, zeitraum=zeitraum, heute=HEUTE) == ["jeden Samstag, 8 bis 9 Uhr"]
