"""The week of a Kiez: the same dates as the search, everything once, nothing dropped."""

from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from io import BytesIO

import pikepdf
import pytest

from angebote.choices import Wochentag
from angebote.domain.suche import Suchanfrage, list_treffer
from angebote.druck.satz import set_pdf
from angebote.druck.wochenprogramm import Wochenprogramm, build_wochenprogramm
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Angebot, Kiez, Termin
from tests.angebote.druck.programmkatalog import FEINDLICH, create_angebot, create_kiez, put_text, refresh
from tests.factories import KiezFactory, OrtFactory
from tests.pdf import list_rollen, read_text

pytestmark = pytest.mark.django_db
WOCHE = Zeitraum(date(2026, 11, 30), date(2026, 12, 6))


@pytest.fixture
def kiez(heute: date) -> Kiez:
    return create_kiez(heute)


@pytest.fixture
def programm(kiez: Kiez, jetzt: datetime) -> Wochenprogramm:
    return build_wochenprogramm(kiez, zeitraum=WOCHE, jetzt=jetzt)


def test_days_stand_in_order_with_what_takes_place_once(programm: Wochenprogramm) -> None:
    assert [(tag.titel, [(e.wann, e.titel) for e in tag.eintraege]) for tag in programm.tage] == [
        ("Dienstag, 1.\u00a0Dezember", [("", "Kaffeerunde")]),
        ("Donnerstag, 3.\u00a0Dezember", [("ab 18\u00a0Uhr", "Chor")]),
    ]
    assert programm.leer_satz == "An den anderen Tagen kennen wir keinen festen Termin."


def test_entry_tells_place_number_cost_and_good_news(programm: Wochenprogramm) -> None:
    eintrag = programm.tage[0].eintraege[0]
    assert eintrag.angaben == (
        "Haus am See, Teststraße 1",
        "030\u00a04442514",
        "kostenlos",
        "ohne Anmeldung",
        "stufenlos",
    )


def test_cancelled_date_is_printed_as_cancelled(programm: Wochenprogramm) -> None:
    assert [e.faellt_aus for tag in programm.tage for e in tag.eintraege] == ["fällt aus: Umzug", ""]


def test_unconfirmed_offer_carries_the_sign(programm: Wochenprogramm) -> None:
    eintraege = [e for tag in programm.tage for e in tag.eintraege]
    assert {e.titel: e.ist_unsicher for e in eintraege} == {"Kaffeerunde": False, "Chor": True}


@pytest.mark.parametrize(("tage", "ist_unsicher"), [(90, False), (91, True)])
def test_offer_checked_long_ago_carries_the_sign_too(
    kiez: Kiez, heute: date, jetzt: datetime, tage: int, ist_unsicher: bool
) -> None:
    """From the first day on which its page and the Merkblatt ask to call first."""
    create_angebot(kiez.orte.get(), titel="Tanzkreis", geprueft_am=heute - timedelta(days=tage), zeit={})
    refresh(heute)
    programm = build_wochenprogramm(kiez, zeitraum=WOCHE, jetzt=jetzt)
    zeichen = {e.titel: e.ist_unsicher for tag in programm.tage for e in tag.eintraege}
    assert zeichen == {"Kaffeerunde": False, "Chor": True, "Tanzkreis": ist_unsicher}


def test_houses_and_phones_stand_once_with_their_hours(programm: Wochenprogramm) -> None:
    assert [(a.titel, [(e.titel, e.wann) for e in a.eintraege]) for a in programm.abschnitte] == [
        ("Öffnungszeiten in dieser Woche", [("Offenes Haus", "Montag bis Freitag, 9 bis 17\u00a0Uhr")]),
        (
            "Am Telefon, online, zu Hause, unterwegs",
            [("Plaudertelefon", "Sonntag, 6.\u00a0Dezember, 10 bis 12\u00a0Uhr")],
        ),
    ]


def test_offers_without_fixed_times_are_named_and_counted(programm: Wochenprogramm) -> None:
    assert [e.titel for e in programm.ohne_zeiten.eintraege] == ["Gartengruppe"]
    assert programm.ohne_zeiten_satz == "Dazu 1 Angebot ohne feste Zeiten: 127.0.0.1:8000/kieze/weissensee"


@pytest.mark.parametrize("tage", [0, 3, 7, 30])
def test_dates_equal_those_of_the_search(kiez: Kiez, heute: date, jetzt: datetime, tage: int) -> None:
    zeitraum = Zeitraum(heute + timedelta(days=tage), heute + timedelta(days=tage + 6))
    programm = build_wochenprogramm(kiez, zeitraum=zeitraum, jetzt=jetzt)
    genannt = {e.titel for tag in programm.tage for e in tag.eintraege if not e.faellt_aus} | {
        e.titel for abschnitt in programm.abschnitte for e in abschnitt.eintraege
    }
    anfrage = Suchanfrage(kiez=(kiez.slug,), von=zeitraum.von, bis=zeitraum.bis)
    gefunden = Angebot.objects.in_bulk(list_treffer(anfrage, jetzt=jetzt)).values()
    assert genannt == {angebot.titel for angebot in gefunden}
    for tag in programm.tage:
        am_tag = Suchanfrage(kiez=(kiez.slug,), von=date.fromisoformat(tag.datum), bis=date.fromisoformat(tag.datum))
        titel = {angebot.titel for angebot in Angebot.objects.in_bulk(list_treffer(am_tag, jetzt=jetzt)).values()}
        assert {e.titel for e in tag.eintraege if not e.faellt_aus} == titel - {"Offenes Haus", "Plaudertelefon"}


def test_what_is_over_today_is_neither_printed_nor_found(kiez: Kiez, heute: date, jetzt: datetime) -> None:
    create_angebot(
        kiez.orte.get(), titel="Morgenrunde", zeit={"wochentag": heute.weekday(), "beginn": time(8), "ende": time(9)}
    )
    refresh(heute)
    zeitraum = Zeitraum(heute, heute)
    assert _list_titel(build_wochenprogramm(kiez, zeitraum=zeitraum, jetzt=jetzt)) == ["Morgenrunde"]
    assert _list_titel(build_wochenprogramm(kiez, zeitraum=zeitraum, jetzt=jetzt.replace(hour=10))) == []


def test_empty_kiez_says_that_nothing_is_known(jetzt: datetime) -> None:
    programm = build_wochenprogramm(KiezFactory(name="Leer"), zeitraum=WOCHE, jetzt=jetzt)
    assert (programm.tage, programm.abschnitte, programm.ohne_zeiten.eintraege) == ((), (), ())
    assert programm.leer_satz == "In dieser Woche kennen wir hier keinen festen Termin."
    with pikepdf.open(BytesIO(set_pdf("wochenprogramm", asdict(programm)))) as pdf:
        assert len(pdf.pages) == 1


def test_pdf_says_the_same_words_in_order_and_is_tagged(programm: Wochenprogramm) -> None:
    datei = set_pdf("wochenprogramm", asdict(programm))
    text = read_text(datei)
    worte = ["Wochenprogramm Weißensee", "30. November bis 6. Dezember 2026", "Dienstag, 1. Dezember", "Kaffeerunde"]
    worte += [
        "fällt aus: Umzug",
        "Haus am See, Teststraße 1",
        "Donnerstag, 3. Dezember",
        "Chor",
        "An den anderen Tagen",
    ]
    worte += [
        "Öffnungszeiten in dieser Woche",
        "Offenes Haus",
        "Plaudertelefon",
        "Gartengruppe",
        "0800 111 0 111",
        "112",
    ]
    stellen = [text.index(wort) for wort in worte]
    assert stellen == sorted(stellen)
    with pikepdf.open(BytesIO(datei)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.Lang == "de"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert (
            pdf.open_metadata()["dc:title"] == "Wochenprogramm Weißensee, 30.\u00a0November bis 6.\u00a0Dezember 2026"
        )
        rollen = Counter(list_rollen(pdf))
    assert (rollen["H1"], rollen["H2"], rollen["L"], rollen["Figure"]) == (1, 5, 6, 1)


def test_two_hundred_dates_go_on_to_further_pages_and_none_is_lost(kiez: Kiez, heute: date, jetzt: datetime) -> None:
    ort = kiez.orte.get()
    for nummer in range(200):
        create_angebot(
            ort,
            titel=f"Runde {nummer:03d}",
            zeit={"wochentag": nummer % 7, "beginn": time(8 + nummer % 10), "ende": None},
        )
    refresh(heute)
    programm = build_wochenprogramm(kiez, zeitraum=WOCHE, jetzt=jetzt)
    datei = set_pdf("wochenprogramm", asdict(programm))
    text = read_text(datei)
    assert [nummer for nummer in range(200) if f"Runde {nummer:03d}" not in text] == []
    with pikepdf.open(BytesIO(datei)) as pdf:
        assert len(pdf.pages) == 9


def test_hostile_text_is_printed_as_it_stands(kiez: Kiez, heute: date, jetzt: datetime) -> None:
    ort = OrtFactory(name=f"Ort {FEINDLICH}", strasse="#eval()", hausnummer="1", kiez=kiez)
    create_angebot(ort, titel=f"Titel {FEINDLICH}", nutzen=FEINDLICH, zeit={"wochentag": Wochentag.MO})
    create_angebot(ort, titel="MARKE", zeit={"wochentag": Wochentag.MO})
    create_angebot(ort, titel="Lesen قهوة und קפה ☕ Ende", zeit={"wochentag": Wochentag.MO})
    refresh(heute)
    daten = asdict(build_wochenprogramm(kiez, zeitraum=WOCHE, jetzt=jetzt))
    text = read_text(set_pdf("wochenprogramm", put_text(daten, "MARKE", "Donaudampfschifffahrt " * 13 + "Ende")))
    assert f"Titel {FEINDLICH}" in text
    assert f"Ort {FEINDLICH}, #eval() 1" in text
    assert "Donaudampfschifffahrt " * 13 + "Ende" in text
    assert "und […]" in text


def test_house_says_only_hours_that_are_left_this_week(kiez: Kiez, jetzt: datetime) -> None:
    Termin.objects.filter(datum=date(2026, 12, 2)).delete()
    programm = build_wochenprogramm(kiez, zeitraum=WOCHE, jetzt=jetzt)
    assert programm.abschnitte[0].eintraege[0].wann == "Montag, Dienstag, Donnerstag und Freitag, 9 bis 17\u00a0Uhr"


def _list_titel(programm: Wochenprogramm) -> list[str]:
    return [e.titel for tag in programm.tage for e in tag.eintraege]
