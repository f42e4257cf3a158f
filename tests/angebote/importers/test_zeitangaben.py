from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angebote.choices import Zeitart
from angebote.importers.zeitangaben import (
    Zeitangabe,
    Zeitergebnis,
    build_notiz,
    build_wortlaut,
    name_jahr,
    parse_oeffnungszeiten,
    parse_rhythmus,
    parse_tage,
    parse_uhrzeit,
    write_out_uhrzeiten,
)
from angebote.models import Angebot, Zeit

MO, DI, MI, DO, FR, SA, SO = range(7)


def regel(tag: int, von: str, bis: str = "", **felder: object) -> Zeitangabe:
    ende = time.fromisoformat(bis) if bis else None
    return Zeitangabe(art=Zeitart.REGEL, wochentag=tag, beginn=time.fromisoformat(von), ende=ende, **felder)


def notiz(text: str) -> tuple[Zeitangabe, ...]:
    return (Zeitangabe(art=Zeitart.UNBEKANNT, hinweis=f"laut Quelle: {write_out_uhrzeiten(text)}"),)


def vereinbarung(tag: int | None = None) -> Zeitangabe:
    return Zeitangabe(art=Zeitart.VEREINBARUNG, wochentag=tag)


@pytest.mark.parametrize(
    ("text", "zeiten"),
    [
        ("Mo 9-17 Uhr", [regel(MO, "09:00", "17:00")]),
        ("Mo 9 bis 17 Uhr", [regel(MO, "09:00", "17:00")]),
        ("Mo 09:00-17:00", [regel(MO, "09:00", "17:00")]),
        ("Mo 9.30–17 Uhr", [regel(MO, "09:30", "17:00")]),
        ("Mo: 9:00 - 12:00 Uhr", [regel(MO, "09:00", "12:00")]),
        ("Mo-Mi 9-17 Uhr", [regel(tag, "09:00", "17:00") for tag in (MO, DI, MI)]),
        ("Mo–Fr 9-17 Uhr", [regel(tag, "09:00", "17:00") for tag in (MO, DI, MI, DO, FR)]),
        ("Mo bis Mi 9-17 Uhr", [regel(tag, "09:00", "17:00") for tag in (MO, DI, MI)]),
        ("Di+Do 10:00–14:00", [regel(DI, "10:00", "14:00"), regel(DO, "10:00", "14:00")]),
        ("Di & Do 10-14 Uhr", [regel(DI, "10:00", "14:00"), regel(DO, "10:00", "14:00")]),
        ("Di und Do 10-14 Uhr", [regel(DI, "10:00", "14:00"), regel(DO, "10:00", "14:00")]),
        ("Di, Do 10-14 Uhr", [regel(DI, "10:00", "14:00"), regel(DO, "10:00", "14:00")]),
        ("täglich 8-22 Uhr", [regel(tag, "08:00", "22:00") for tag in range(7)]),
        ("Sa, So 10-12 Uhr", [regel(SA, "10:00", "12:00"), regel(SO, "10:00", "12:00")]),
        ("Mo-Do 9-17 Uhr; Fr 9-16 Uhr", [*(regel(t, "09:00", "17:00") for t in range(4)), regel(FR, "09:00", "16:00")]),
        ("Mo 9-12, Di 14-18 Uhr", [regel(MO, "09:00", "12:00"), regel(DI, "14:00", "18:00")]),
        ("Fr 14-16; Mo 9-12", [regel(MO, "09:00", "12:00"), regel(FR, "14:00", "16:00")]),
        ("Mo 9-12 und 14-18 Uhr", [regel(MO, "09:00", "12:00"), regel(MO, "14:00", "18:00")]),
        ("Mo 9-12, 14-18 Uhr", [regel(MO, "09:00", "12:00"), regel(MO, "14:00", "18:00")]),
        ("Mo 9-12; Mo 14-18", [regel(MO, "09:00", "12:00"), regel(MO, "14:00", "18:00")]),
        ("Mo geschlossen; Di 9-12", [regel(DI, "09:00", "12:00")]),
        ("Sprechzeiten Di 9-12, Do 15-18", [regel(DI, "09:00", "12:00"), regel(DO, "15:00", "18:00")]),
        ("offene Kirche Mo 9-18, Fr 9-12", [regel(MO, "09:00", "18:00"), regel(FR, "09:00", "12:00")]),
        ("Mo 16:00-00:00", [regel(MO, "16:00", hinweis="bis Mitternacht")]),
        ("Mo 16-24 Uhr", [regel(MO, "16:00", hinweis="bis Mitternacht")]),
        ("nach Vereinbarung", [vereinbarung()]),
        ("nach telefonischer Vereinbarung", [vereinbarung()]),
        ("Di 9-15; sowie nach Vereinbarung", [regel(DI, "09:00", "15:00"), vereinbarung()]),
        (
            "Mo, Mi 14-18 Uhr, Fr nach Vereinbarung",
            [regel(MO, "14:00", "18:00"), regel(MI, "14:00", "18:00"), vereinbarung(FR)],
        ),
        ("Di 9-12; an Feiertagen geöffnet", [regel(DI, "09:00", "12:00", an_feiertagen=True)]),
        (
            "Di 9-12; an Feiertagen geöffnet außer Ostermontag und Pfingstmontag",
            [regel(DI, "09:00", "12:00", an_feiertagen=True)],
        ),
    ],
)
def test_oeffnungszeiten_understood_give_rules(text: str, zeiten: list[Zeitangabe]) -> None:
    assert parse_oeffnungszeiten(text) == Zeitergebnis(tuple(zeiten))


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 10-17 Uhr (Stand 2011)",
        "in der Regel Mo-Fr 9-12 Uhr",
        "Mo 9-12 Uhr; nur in geraden Wochen",
        "Mo 9-12 Uhr; im August geschlossen",
        "Mo, Di, Mi, Do, Fr, Sa, So 24 Stunden geöffnet",
        "Mo geschlossen",
        "Fr-Mo 9-12",  # may mean Friday to Monday or be a slip
        "Mo 17-9 Uhr",
        "Mo 9-12; Mo 9-18",  # two ends for one begin
        "Mo 25-26 Uhr",
        "Mo 9:70-12 Uhr",
        "Mo ab 9 Uhr",
        "Mo",
        "9-17 Uhr",
        "Montag bis Freitag vormittags",
        "Mo 9-12; an Feiertagen geöffnet außer Ostermontag und Pfingstmontag",  # cannot be said
        "Café Mi-So 10-18; Beratung Mo 14-18",
        "Mo 9-12 oder Di 9-12",
        "Mo-Mi-Fr 9-12",
    ],
)
def test_oeffnungszeiten_with_anything_odd_become_a_note_as_a_whole(text: str) -> None:
    assert parse_oeffnungszeiten(text) == Zeitergebnis(notiz(text))


def test_oeffnungszeiten_empty_give_unknown_without_note() -> None:
    assert parse_oeffnungszeiten("").zeiten == (Zeitangabe(art=Zeitart.UNBEKANNT),)


def test_oeffnungszeiten_with_further_remarks_hand_them_back_as_rest() -> None:
    ergebnis = parse_oeffnungszeiten("Di, Do 9-11; weitere: sonst nach Termin")
    assert ergebnis.zeiten == (regel(DI, "09:00", "11:00"), regel(DO, "09:00", "11:00"))
    assert ergebnis.rest == "sonst nach Termin"


def test_oeffnungszeiten_of_something_else_with_own_hours_do_not_touch_the_first() -> None:
    ergebnis = parse_oeffnungszeiten("Di 9-11; Kleiderkammer-Ausgabe Di, Do 12:30-14:00")
    assert (ergebnis.zeiten, ergebnis.rest) == (
        (regel(DI, "09:00", "11:00"),),
        "Kleiderkammer-Ausgabe Di, Do 12:30-14:00",
    )


def test_oeffnungszeiten_only_remarks_become_a_note_without_the_label() -> None:
    assert parse_oeffnungszeiten("weitere: im Notfall anrufen").zeiten == notiz("im Notfall anrufen")


def test_oeffnungszeiten_telephone_hours_are_told_apart() -> None:
    ergebnis = parse_oeffnungszeiten("Sprechzeiten Di 9-12; telefonisch Mo-Mi 9-14:30, Do 13-18")
    assert (ergebnis.zeiten, ergebnis.telefonisch) == ((regel(DI, "09:00", "12:00"),), "Mo-Mi 9-14:30, Do 13-18")


@pytest.mark.parametrize(
    ("felder", "zeiten"),
    [
        (("Di", "14:00", "16:00", "wöchentlich"), [regel(DI, "14:00", "16:00")]),
        (("Di", "14:00", "", "wöchentlich"), [regel(DI, "14:00")]),
        (("Di; Do", "9:00", "12:00", "wöchentlich"), [regel(DI, "09:00", "12:00"), regel(DO, "09:00", "12:00")]),
        (("Mo", "15:00", "17:00", "2. und 4. Montag im Monat"), [regel(MO, "15:00", "17:00", monatswochen="2,4")]),
        (("Mo", "15:00", "", "1., 3. und 5. Montag im Monat"), [regel(MO, "15:00", monatswochen="1,3,5")]),
        (("Di", "17:00", "", "2. Dienstag im Monat"), [regel(DI, "17:00", monatswochen="2")]),
        (("Di", "17:00", "", "jeden 2. Dienstag im Monat"), [regel(DI, "17:00", monatswochen="2")]),
        (("Di", "17:00", "", "2. Dienstag des Monats"), [regel(DI, "17:00", monatswochen="2")]),
        (("Do", "15:00", "18:00", "letzter Donnerstag im Monat"), [regel(DO, "15:00", "18:00", monatswochen="-1")]),
        (("Do", "15:00", "", "jeden letzten Donnerstag im Monat"), [regel(DO, "15:00", monatswochen="-1")]),
        (("Mi", "14:30", "16:30", "monatlich (2. Mittwoch)"), [regel(MI, "14:30", "16:30", monatswochen="2")]),
        (("Mi", "14:30", "", "monatlich (letzter Mittwoch)"), [regel(MI, "14:30", monatswochen="-1")]),
        (("Sa", "14:00", "18:00", "3. Sonnabend im Monat"), [regel(SA, "14:00", "18:00", monatswochen="3")]),
        (
            ("Mo", "14:30", "", "14-täglich ab 16.01.2023"),
            [regel(MO, "14:30", intervall_wochen=2, gueltig_von=date(2023, 1, 16))],
        ),
        (
            ("Mo", "14:30", "", "alle zwei Wochen ab 16.1.2023"),
            [regel(MO, "14:30", intervall_wochen=2, gueltig_von=date(2023, 1, 16))],
        ),
    ],
)
def test_rhythmus_understood_gives_rules(felder: tuple[str, str, str, str], zeiten: list[Zeitangabe]) -> None:
    wochentag, von, bis, rhythmus = felder
    assert parse_rhythmus(wochentag=wochentag, von=von, bis=bis, rhythmus=rhythmus) == Zeitergebnis(tuple(zeiten))


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        (("Di", "", "", "wöchentlich"), "Dienstag, wöchentlich"),
        (("Do", "", "", ""), "Donnerstag"),
        (("", "", "", "monatlich"), "monatlich"),
        (("Do", "15:00", "17:00", "wöchentlich ab April"), "Donnerstag, 15:00 bis 17:00 Uhr, wöchentlich ab April"),
        (
            ("Di", "16:00", "", "wöchentlich (ein Termin belegt)"),
            "Dienstag, 16:00 Uhr, wöchentlich (ein Termin belegt)",
        ),
        (
            ("Mo", "14:30", "", "14-täglich (16. und 30. Januar genannt)"),
            "Montag, 14:30 Uhr, 14-täglich (16. und 30. Januar genannt)",
        ),
        (("Fr", "14:00", "", "14-täglich"), "Freitag, 14:00 Uhr, 14-täglich"),
        (("Di", "14:00", "", "14-täglich ab 16.01.2023"), "Dienstag, 14:00 Uhr, 14-täglich ab 16.01.2023"),
        (("Mo", "14:00", "", "14-täglich ab 31.02.2023"), "Montag, 14:00 Uhr, 14-täglich ab 31.02.2023"),
        (("Di", "17:00", "", "2. Montag im Monat"), "Dienstag, 17:00 Uhr, 2. Montag im Monat"),
        (("Di; Do", "17:00", "", "2. Dienstag im Monat"), "Dienstag und Donnerstag, 17:00 Uhr, 2. Dienstag im Monat"),
        (("Mo", "17:00", "", "2. und 2. Montag im Monat"), "2. und 2. Montag im Monat, 17:00 Uhr"),
        (("Mo", "17:00", "", "6. Montag im Monat"), "6. Montag im Monat, 17:00 Uhr"),
        (("Mo", "17:00", "16:00", "wöchentlich"), "Montag, 17:00 bis 16:00 Uhr, wöchentlich"),
        (("Mo", "17:00", "bald", "wöchentlich"), "Montag, 17:00 bis bald Uhr, wöchentlich"),
        (("Mo", "17:00", "", ""), "Montag, 17:00 Uhr"),
        (("Werktag", "17:00", "", "wöchentlich"), "Werktag, 17:00 Uhr, wöchentlich"),
    ],
)
def test_rhythmus_not_understood_keeps_the_wording(felder: tuple[str, str, str, str], text: str) -> None:
    wochentag, von, bis, rhythmus = felder
    ergebnis = parse_rhythmus(wochentag=wochentag, von=von, bis=bis, rhythmus=rhythmus)
    assert ergebnis == Zeitergebnis(notiz(text))


def test_rhythmus_by_appointment_is_said_so() -> None:
    ergebnis = parse_rhythmus(wochentag="", von="", bis="", rhythmus="einmal wöchentlich, nach Absprache")
    assert ergebnis.zeiten == (Zeitangabe(art=Zeitart.VEREINBARUNG, hinweis="einmal wöchentlich, nach Absprache"),)


@pytest.mark.parametrize(
    ("text", "uhrzeit"),
    [("9", time(9)), ("09:30", time(9, 30)), ("9.30", time(9, 30)), ("24:00", None), ("9:60", None), ("neun", None)],
)
def test_uhrzeit_impossible_is_none(text: str, uhrzeit: time | None) -> None:
    assert parse_uhrzeit(text) == uhrzeit


@pytest.mark.parametrize(
    ("text", "tage"),
    [
        ("Mo; Do", (0, 3)),
        ("Mo.-Mi.", (0, 1, 2)),
        ("täglich", tuple(range(7))),
        ("Mo, Mo", None),
        ("So-Mo", None),
        ("", None),
    ],
)
def test_tage_are_read_or_refused(text: str, tage: tuple[int, ...] | None) -> None:
    assert parse_tage(text) == tage


def test_wortlaut_of_nothing_is_empty() -> None:
    assert build_wortlaut(wochentag="", von="", bis="", rhythmus="") == ""


BAUSTEINE = st.sampled_from(
    [
        *("Mo", "Di", "Fr", "-", "–", ",", ";", " ", " und ", "9", "17", "24:00", "10:30", " Uhr", "nach Vereinbarung"),
        *("bis", "geschlossen", "täglich", "weitere:", "telefonisch ", "an Feiertagen geöffnet", "Ausgabe ", "2."),
        *("letzter", "\0"),
    ]
)
TEXTE = st.one_of(st.text(max_size=400), st.lists(BAUSTEINE, max_size=14).map("".join))
TAGE = st.lists(st.sampled_from(["Mo", "Di", "Do", "Sa", "Sonntag", ""]), max_size=3).map("; ".join)
UHRZEITEN = st.one_of(st.sampled_from(["", "9:00", "14:30", "24:00"]), st.text(max_size=6))
RHYTHMEN = st.one_of(
    TEXTE,
    st.sampled_from(
        ["wöchentlich", "2. und 4. Dienstag im Monat", "14-täglich ab 20.01.2026", "letzter Samstag im Monat"]
    ),
)


def check_zeiten(ergebnis: Zeitergebnis) -> None:
    """Every database constraint and field rule of Zeit holds."""
    assert ergebnis.zeiten
    for angabe in ergebnis.zeiten:
        zeit = Zeit(angebot=Angebot(pk=1), **vars(angabe))
        zeit.clean_fields(exclude=["angebot"])
        zeit.validate_constraints(exclude=["angebot"])


@pytest.mark.django_db  # the constraints are checked by the database
@settings(deadline=None)
@given(TEXTE)
def test_oeffnungszeiten_of_any_text_fit_the_model_and_never_raise(text: str) -> None:
    ergebnis = parse_oeffnungszeiten(text)
    check_zeiten(ergebnis)
    assert parse_oeffnungszeiten(text) == ergebnis


@pytest.mark.django_db  # the constraints are checked by the database
@settings(deadline=None)
@given(TAGE, UHRZEITEN, UHRZEITEN, RHYTHMEN)
def test_rhythmus_of_any_text_fits_the_model_and_never_raises(tage: str, von: str, bis: str, rhythmus: str) -> None:
    ergebnis = parse_rhythmus(wochentag=tage, von=von, bis=bis, rhythmus=rhythmus)
    check_zeiten(ergebnis)
    assert parse_rhythmus(wochentag=tage, von=von, bis=bis, rhythmus=rhythmus) == ergebnis


@pytest.mark.parametrize(
    ("text", "geschrieben"),
    [
        ("Mo 10:00-20:00; Di 09:30 bis 19:00", "Mo 10 bis 20 Uhr, Di 9:30 bis 19 Uhr"),
        ("Mo 14:00-18:00 und Mi 09:00-13:00", "Mo 14 bis 18 Uhr und Mi 9 bis 13 Uhr"),
        ("Mo 10:00 -14:00 Uhr, nach Absprache", "Mo 10 bis 14 Uhr, nach Absprache"),
        ("Montag, 19:30 Uhr; Raum 2", "Montag, 19:30 Uhr, Raum 2"),
        ("16. und 30. Januar", "16. und 30. Januar"),
    ],
)
def test_uhrzeiten_are_written_as_everywhere(text: str, geschrieben: str) -> None:
    assert write_out_uhrzeiten(text) == geschrieben


@pytest.mark.parametrize(
    ("text", "stand", "hinweis"),
    [
        ("Mo 10:00-20:00", "2016-02", "laut Quelle von 2016: Mo 10 bis 20 Uhr"),
        ("Mo 10:00-20:00", "2016-02; 2020-12", "laut Quelle: Mo 10 bis 20 Uhr"),
        ("montags, 2024 vorgestellt", "2024", "laut Quelle: montags, 2024 vorgestellt"),
        ("montags", "undatiert", "laut Quelle: montags"),
        ("", "2016", ""),
    ],
)
def test_notiz_names_the_year_of_its_source_if_there_is_only_one(text: str, stand: str, hinweis: str) -> None:
    (zeit,) = name_jahr(build_notiz(text), stand=stand).zeiten
    assert zeit.hinweis == hinweis


@given(st.text(max_size=600))
def test_notiz_with_its_year_fits_the_field(text: str) -> None:
    (zeit,) = name_jahr(build_notiz(text), stand="2016").zeiten
    assert len(zeit.hinweis) <= 300
