from datetime import date

import pytest

from angebote.druck.zeitraum import Zeitraum, list_monate, list_wochen, read_monat, read_woche

HEUTE = date(2026, 11, 21)  # the last day with known Termine is 21 March 2027
AB_HEUTE = Zeitraum(HEUTE, date(2026, 11, 27))
VIER_WOCHEN = Zeitraum(HEUTE, date(2026, 12, 18))


@pytest.mark.parametrize(
    ("von", "bis", "satz", "titel"),
    [
        (date(2026, 12, 1), date(2026, 12, 7), "1. bis 7. Dezember 2026", "1. bis 7. Dezember 2026"),
        (date(2026, 11, 28), date(2026, 12, 4), "28. November bis 4. Dezember 2026", None),
        (date(2026, 12, 28), date(2027, 1, 3), "28. Dezember 2026 bis 3. Januar 2027", None),
        (date(2026, 12, 1), date(2026, 12, 31), "1. bis 31. Dezember 2026", "Dezember 2026"),
        (date(2027, 2, 1), date(2027, 2, 28), "1. bis 28. Februar 2027", "Februar 2027"),
        (date(2026, 11, 21), date(2026, 11, 30), "21. bis 30. November 2026", None),
    ],
)
def test_period_reads_as_spoken(von: date, bis: date, satz: str, titel: str | None) -> None:
    zeitraum = Zeitraum(von, bis)
    assert (zeitraum.satz, zeitraum.titel) == (satz, titel or satz)


def test_period_lists_each_of_its_weekdays() -> None:
    zeitraum = Zeitraum(date(2026, 12, 2), date(2026, 12, 16))
    assert zeitraum.list_tage(2) == [date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 16)]
    assert zeitraum.list_tage(1) == [date(2026, 12, 8), date(2026, 12, 15)]
    assert Zeitraum(HEUTE, HEUTE).list_tage(0) == []


@pytest.mark.parametrize(
    ("text", "zeitraum", "hinweis"),
    [
        ("", AB_HEUTE, ""),
        ("2026-11-21", AB_HEUTE, ""),
        ("2026-12-07", Zeitraum(date(2026, 12, 7), date(2026, 12, 13)), ""),
        ("2027-03-15", Zeitraum(date(2027, 3, 15), date(2027, 3, 21)), ""),
        ("2027-03-16", AB_HEUTE, "So weit im Voraus kennen wir die Termine nicht. Sie sehen die Woche ab heute."),
        ("9999-12-31", AB_HEUTE, "So weit im Voraus kennen wir die Termine nicht. Sie sehen die Woche ab heute."),
        ("2026-11-20", AB_HEUTE, "Diese Woche ist vorbei. Sie sehen die Woche ab heute."),
        ("2026-02-30", AB_HEUTE, "Dieses Datum verstehen wir nicht. Sie sehen die Woche ab heute."),
        ("'; DROP --\x00", AB_HEUTE, "Dieses Datum verstehen wir nicht. Sie sehen die Woche ab heute."),
    ],
)
def test_week_of_an_address_is_never_an_error(text: str, zeitraum: Zeitraum, hinweis: str) -> None:
    assert read_woche(text, heute=HEUTE) == (zeitraum, hinweis)


@pytest.mark.parametrize(
    ("text", "zeitraum", "hinweis"),
    [
        ("", VIER_WOCHEN, ""),
        ("2026-11", Zeitraum(HEUTE, date(2026, 11, 30)), ""),
        ("2026-12", Zeitraum(date(2026, 12, 1), date(2026, 12, 31)), ""),
        ("2027-02", Zeitraum(date(2027, 2, 1), date(2027, 2, 28)), ""),
        ("2027-03", VIER_WOCHEN, "So weit im Voraus kennen wir die Termine nicht. Sie sehen die nächsten vier Wochen."),
        ("2026-10", VIER_WOCHEN, "Dieser Monat ist vorbei. Sie sehen die nächsten vier Wochen."),
        ("2026-13", VIER_WOCHEN, "Diesen Monat verstehen wir nicht. Sie sehen die nächsten vier Wochen."),
        ("Dezember", VIER_WOCHEN, "Diesen Monat verstehen wir nicht. Sie sehen die nächsten vier Wochen."),
    ],
)
def test_month_of_an_address_is_never_an_error(text: str, zeitraum: Zeitraum, hinweis: str) -> None:
    assert read_monat(text, heute=HEUTE) == (zeitraum, hinweis)


def test_choices_are_weeks_from_monday_and_whole_months() -> None:
    assert [wahl.wert for wahl in list_wochen(HEUTE)] == ["", "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"]
    assert [wahl.wert for wahl in list_monate(HEUTE)] == ["", "2026-12", "2027-01", "2027-02"]
    assert all(read_woche(wahl.wert, heute=HEUTE) == (wahl.zeitraum, "") for wahl in list_wochen(HEUTE))
    assert all(read_monat(wahl.wert, heute=HEUTE) == (wahl.zeitraum, "") for wahl in list_monate(HEUTE))
