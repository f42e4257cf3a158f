from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.importers.pfad.zeitnotation import get_vorgaben, parse_zeiten, write_zeiten
from angebote.importers.pfad.zellen import ZellfehlerError


def zeit(**werte: object) -> dict[str, object]:
    return get_vorgaben() | {"art": "regel"} | werte


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Di 14:00-16:00", [zeit(wochentag=1, beginn="14:00:00", ende="16:00:00")]),
        ("dienstags 14 bis 16 Uhr", [zeit(wochentag=1, beginn="14:00:00", ende="16:00:00")]),
        ("jeden Dienstag um 14.30 Uhr", [zeit(wochentag=1, beginn="14:30:00")]),
        ("2. und 4. Mi 10-12", [zeit(wochentag=2, monatswochen="2,4", beginn="10:00:00", ende="12:00:00")]),
        ("letzter Do im Monat 18:00", [zeit(wochentag=3, monatswochen="-1", beginn="18:00:00")]),
        (
            "alle 2 Wochen Mo 14:00-16:00 ab 4.1.2027",
            [zeit(wochentag=0, intervall_wochen=2, beginn="14:00:00", ende="16:00:00", gueltig_von="2027-01-04")],
        ),
        (
            "12.12.2026 3:00 PM-6 PM",
            [zeit(art="einzeln", datum="2026-12-12", beginn="15:00:00", ende="18:00:00")],
        ),
        ("nach Vereinbarung", [zeit(art="vereinbarung")]),
        ("unbekannt (bitte anrufen; montags)", [zeit(art="unbekannt", hinweis="bitte anrufen; montags")]),
        (
            "Sa 10:00 nicht in den Schulferien auch an Feiertagen",
            [zeit(wochentag=5, beginn="10:00:00", in_schulferien=False, an_feiertagen=True)],
        ),
        ("Fr 20-24 Uhr", [zeit(wochentag=4, beginn="20:00:00", hinweis="bis Mitternacht")]),
        ("", []),
    ],
)
def test_zeiten_in_words_become_rows(text: str, erwartet: list[dict[str, object]]) -> None:
    assert parse_zeiten(text) == erwartet


def test_zeiten_of_several_days_become_a_row_each() -> None:
    assert [(z["wochentag"], z["beginn"]) for z in parse_zeiten("Mo-Mi 9-12; Fr 14:00")] == [
        (0, "09:00:00"),
        (1, "09:00:00"),
        (2, "09:00:00"),
        (4, "14:00:00"),
    ]


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("14:00-16:00", "Der Wochentag fehlt"),
        ("Di", "Die Uhrzeit fehlt"),
        ("Di 16:00-14:00", "Das Ende muss nach dem Beginn liegen"),
        ("alle 2 Wochen Di 14:00", "fehlt der erste Termin"),
        ("Di 25:00", "Diese Uhrzeit gibt es nicht"),
        ("Di 13:00 PM", "Bei AM und PM geht die Stunde nur bis 12"),
        ("31.2.2027 14:00", "Diesen Tag gibt es nicht im Kalender"),
        ("Di 14:00 Kaffee", "„Kaffee“ verstehen wir nicht"),
        ("Di 14:00 (mit Kaffee", "wird nicht geschlossen"),
    ],
)
def test_zeiten_not_understood_are_refused_with_the_reason(text: str, grund: str) -> None:
    with pytest.raises(ZellfehlerError, match=grund) as fehler:
        parse_zeiten(text)
    assert text[:10] in str(fehler.value)


@given(st.text(max_size=60))
def test_zeiten_of_any_text_are_read_or_refused(text: str) -> None:
    try:
        zeilen = parse_zeiten(text)
    except ZellfehlerError:
        return
    assert parse_zeiten(write_zeiten(zeilen)) == zeilen


uhrzeiten = st.times().map(lambda eine: eine.replace(second=0, microsecond=0).isoformat())
tage = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1))


@given(
    wochentag=st.integers(0, 6),
    monatswochen=st.sampled_from(["", "1", "2,4", "-1", "1,3,5", "4,2"]),
    beginn=uhrzeiten,
    ende=st.none() | uhrzeiten,
    von=st.none() | tage,
    feiertage=st.booleans(),
    ferien=st.booleans(),
    hinweis=st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=30),
)
def test_zeiten_written_and_read_again_are_the_same(
    wochentag, monatswochen, beginn, ende, von, feiertage, ferien, hinweis
) -> None:
    zeile = zeit(
        wochentag=wochentag,
        monatswochen=monatswochen,
        beginn=beginn,
        ende=ende if ende and ende > beginn else None,
        gueltig_von=von.isoformat() if von else None,
        an_feiertagen=feiertage,
        in_schulferien=ferien,
        hinweis=hinweis,
    )

    assert parse_zeiten(write_zeiten([zeile])) == [zeile]
