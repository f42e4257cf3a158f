from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest

from angebote.choices import Anmeldung, Ausnahmeart, Status
from angebote.domain.aenderungen import (
    Aenderung,
    Art,
    Pruefung,
    Stand,
    compare_fakten,
    judge_angebot,
    judge_pruefung,
)
from angebote.domain.fakten import Fakten
from tests.factories import FRIST_TAGE, HINWEIS_TAGE, AngebotFactory

HEUTE = date(2026, 11, 21)
GEDRUCKT = date(2026, 11, 10)
ANSCHRIFT = {"name": "Haus", "strasse": "Weg", "hausnummer": "1", "plz": "13086", "ortsname": "Berlin"}
DIENSTAG = {
    "art": "regel",
    "wochentag": 1,
    "intervall_wochen": 1,
    "monatswochen": "",
    "datum": None,
    "beginn": "14:00:00",
    "ende": None,
    "gueltig_von": None,
    "gueltig_bis": None,
    "an_feiertagen": False,
    "in_schulferien": True,
    "hinweis": "",
}


def build(**tatsachen: Any) -> Fakten:
    """saetze: those that differ from the usual ones."""
    saetze = {
        "dauer": [],
        "zeiten": ["jeden Dienstag, ab 14 Uhr"],
        "ort": ["Haus, Weg 1"],
        "kosten": ["kostenlos"],
        "anmeldung": ["ohne Anmeldung"],
        "barrieren": ["Eingang ohne Stufe"],
        "wer": ["Alle sind willkommen."],
        "sprachen": ["Deutsch"],
    }
    saetze.update(tatsachen.pop("saetze", {}))
    voll = {
        "titel": "Kaffeerunde",
        "dauer": {"von": None, "bis": None},
        "zeiten": [DIENSTAG],
        "zeiten_hinweis": {"k": "1"},
        "ausnahmen": [],
        "schliesszeiten": [],
        "anschrift": ANSCHRIFT,
        "treffpunkt": "",
        "eingang": {"k": "1"},
        "haltestelle": None,
        "zugaenge": ["vor-ort"],
        "zugang_hinweise": {"k": "1"},
        "barrieren": {"entrance_level": "ja"},
        "barrieren_notizen": {"k": "1"},
        "kosten": [],
        "kosten_hinweis": "",
        "wer": {"willkommen": True, "exklusiv": False, "zielgruppen": [], "alter": [None, None]},
        "wer_hinweis": {"k": "1"},
        "exklusiv_grund": {"k": "1"},
        "ausschluss": {"k": "1"},
        "sprachen": ["de"],
        "sprachen_hinweis": {"k": "1"},
        "anmeldung": Anmeldung.OHNE,
        "anmeldung_hinweis": {"k": "1"},
        "erstbesuch": {"k": "1"},
        "kontakt": {"k": "1"},
        "kontakt_traeger": {"k": "1"},
        "anruf_hinweis": {"k": "1"},
    }
    return Fakten(tatsachen=deepcopy(voll | tatsachen), saetze=saetze)


def compare(damals: Fakten, jetzt: Fakten) -> list[Aenderung]:
    return list(compare_fakten(damals, jetzt, heute=HEUTE))


def ausnahme(datum: str, **felder: Any) -> dict[str, Any]:
    leer = {"art": Ausnahmeart.FAELLT_AUS, "beginn": None, "neues_datum": None, "neuer_beginn": None}
    return leer | {"datum": datum, "neues_ende": None} | felder


def schliesszeit(von: str, bis: str) -> dict[str, str]:
    return {"von": von, "bis": bis}


def test_same_facts_are_no_change() -> None:
    assert compare(build(), build()) == []


def test_other_words_for_the_same_facts_are_no_change() -> None:
    assert compare(build(), build(saetze={"zeiten": ["immer dienstags"], "kosten": ["gratis"]})) == []


@pytest.mark.parametrize(
    ("tatsachen", "saetze", "art", "bisher", "jetzt"),
    [
        (
            {"zeiten": [DIENSTAG | {"beginn": "15:00:00"}]},
            {"zeiten": ["jeden Dienstag, ab 15 Uhr"]},
            Art.ZEIT,
            "jeden Dienstag, ab 14 Uhr",
            "jeden Dienstag, ab 15 Uhr",
        ),
        (
            {"zeiten": [DIENSTAG | {"an_feiertagen": True}]},
            {"zeiten": ["jeden Dienstag, ab 14 Uhr, auch an Feiertagen"]},
            Art.ZEIT,
            "jeden Dienstag, ab 14 Uhr",
            "jeden Dienstag, ab 14 Uhr, auch an Feiertagen",
        ),
        (
            {"dauer": {"von": None, "bis": "2026-12-31"}},
            {"dauer": ["Das Angebot gibt es bis zum 31. Dezember 2026."]},
            Art.DAUER,
            "ohne festen Anfang und festes Ende",
            "Das Angebot gibt es bis zum 31. Dezember 2026.",
        ),
        (
            {"anschrift": ANSCHRIFT | {"hausnummer": "9"}},
            {"ort": ["Haus, Weg 9"]},
            Art.UMGEZOGEN,
            "Haus, Weg 1",
            "Haus, Weg 9",
        ),
        ({"anschrift": ANSCHRIFT | {"name": "Hof"}}, {"ort": ["Hof, Weg 1"]}, Art.ORT, "Haus, Weg 1", "Hof, Weg 1"),
        ({"anschrift": None}, {"ort": []}, Art.ORT, "Haus, Weg 1", "nicht bekannt"),
        ({"treffpunkt": "Saal"}, {"ort": ["Haus, Weg 1, Saal"]}, Art.ORT, "Haus, Weg 1", "Haus, Weg 1, Saal"),
        ({"zugaenge": ["online"]}, {"ort": ["online"]}, Art.ORT, "Haus, Weg 1", "online"),
        ({"kosten": [{"art": "betrag"}]}, {"kosten": ["5 €"]}, Art.KOSTEN, "kostenlos", "5 €"),
        (
            {"anmeldung": Anmeldung.NOETIG},
            {"anmeldung": ["Anmeldung nötig"]},
            Art.ANMELDUNG,
            "ohne Anmeldung",
            "Anmeldung nötig",
        ),
        (
            {"barrieren": {"entrance_level": "nein"}},
            {"barrieren": ["Eingang nicht stufenlos"]},
            Art.BARRIEREN,
            "Eingang ohne Stufe",
            "Eingang nicht stufenlos",
        ),
        (
            {"wer": {"willkommen": True, "exklusiv": False, "zielgruppen": [], "alter": [60, None]}},
            {"wer": ["Alle ab 60 Jahren sind willkommen."]},
            Art.WER,
            "Alle sind willkommen.",
            "Alle ab 60 Jahren sind willkommen.",
        ),
        ({"sprachen": []}, {"sprachen": []}, Art.SPRACHEN, "Deutsch", "nicht bekannt"),
        (
            {"haltestelle": {"name": "Tram", "minuten": 3}},
            {"ort": ["Haus, Weg 1", "Haltestelle Tram"]},
            Art.ORT,
            "Haus, Weg 1",
            ("Haus, Weg 1", "Haltestelle Tram"),
        ),
        ({"titel": "Teerunde"}, {}, Art.TITEL, "Kaffeerunde", "Teerunde"),
    ],
)
def test_changed_fact_is_told_before_and_after(
    tatsachen: dict[str, Any], saetze: dict[str, list[str]], art: Art, bisher: str, jetzt: str | tuple[str, ...]
) -> None:
    danach = jetzt if isinstance(jetzt, tuple) else (jetzt,)
    assert compare(build(), build(**tatsachen, saetze=saetze)) == [Aenderung(art, (bisher,), danach)]


def test_address_that_has_become_known_is_no_move() -> None:
    damals = build(anschrift=ANSCHRIFT | {"strasse": "", "hausnummer": ""}, saetze={"ort": ["Haus"]})
    assert [aenderung.art for aenderung in compare(damals, build())] == [Art.ORT]


KONTAKTSATZ = "Telefon, Sprechzeiten, E-Mail oder Ansprechperson sind neu. Bitte nehmen Sie die Angaben von heute."
ERSTBESUCHSATZ = "Wie der erste Besuch abläuft, ist neu beschrieben. Es steht auf der Seite des Angebots."
ERSTANRUFSATZ = "Was man beim ersten Anruf sagt, ist neu beschrieben. Es steht auf der Seite des Angebots."


@pytest.mark.parametrize(
    ("gruppen", "art", "satz"),
    [
        (["kontakt"], Art.KONTAKT, KONTAKTSATZ),
        (["kontakt_traeger"], Art.KONTAKT, KONTAKTSATZ),
        (["kontakt", "kontakt_traeger"], Art.KONTAKT, KONTAKTSATZ),
        (["anruf_hinweis"], Art.ERSTANRUF, ERSTANRUFSATZ),
        (["erstbesuch"], Art.ERSTBESUCH, ERSTBESUCHSATZ),
    ],
)
def test_text_that_may_name_somebody_is_told_as_new_without_the_old_one(
    gruppen: list[str], art: Art, satz: str
) -> None:
    assert compare(build(), build(**{gruppe: {"k": "2"} for gruppe in gruppen})) == [Aenderung(art, (), (satz,))]


@pytest.mark.parametrize(
    ("damals", "jetzt", "arten"),
    [
        ({"alt": "1"}, {"neu": "5", "alt": "1"}, []),
        ({"alt": "1"}, {"neu": "5", "alt": "2"}, [Art.KONTAKT]),
        ({"verloren": "1"}, {"neu": "5"}, []),
    ],
)
def test_contact_is_compared_under_the_keys_both_sides_know(
    damals: dict[str, str], jetzt: dict[str, str], arten: list[Art]
) -> None:
    assert [eine.art for eine in compare(build(kontakt=damals), build(kontakt=jetzt))] == arten


@pytest.mark.parametrize(
    ("gruppe", "art", "satz"),
    [
        ("zeiten_hinweis", Art.ZEIT, "jeden Dienstag, ab 14 Uhr"),
        ("eingang", Art.ORT, "Haus, Weg 1"),
        ("zugang_hinweise", Art.ORT, "Haus, Weg 1"),
        ("barrieren_notizen", Art.BARRIEREN, "Eingang ohne Stufe"),
        ("wer_hinweis", Art.WER, "Alle sind willkommen."),
        ("exklusiv_grund", Art.WER, "Alle sind willkommen."),
        ("ausschluss", Art.WER, "Alle sind willkommen."),
        ("sprachen_hinweis", Art.SPRACHEN, "Deutsch"),
        ("anmeldung_hinweis", Art.ANMELDUNG, "ohne Anmeldung"),
    ],
)
def test_new_hint_leads_to_the_page_of_the_offer(gruppe: str, art: Art, satz: str) -> None:
    hinweis = "Ein Hinweis dazu ist neu. Er steht auf der Seite des Angebots."
    assert compare(build(), build(**{gruppe: {"k": "2"}})) == [Aenderung(art, (), (satz, hinweis))]


def build_alte(*neue: str, **tatsachen: Any) -> Fakten:
    """Facts from before the groups `neue` were kept, and sentences from before they had one."""
    fakten = build(**tatsachen)
    for name in neue:
        del fakten["tatsachen"][name]
        fakten["saetze"].pop(name, None)
    return fakten


NEUE = (
    *("haltestelle", "zugang_hinweise", "barrieren", "barrieren_notizen", "wer", "wer_hinweis", "exklusiv_grund"),
    *("ausschluss", "sprachen", "sprachen_hinweis", "erstbesuch", "kontakt_traeger", "anruf_hinweis"),
)


@pytest.mark.parametrize("namen", [NEUE, *((name,) for name in NEUE)])
def test_group_that_only_one_side_has_is_no_change(namen: tuple[str, ...]) -> None:
    assert compare(build_alte(*namen), build()) == compare(build(), build_alte(*namen)) == []


def test_exceptions_ahead_are_told_and_those_behind_are_not() -> None:
    jetzt = build(
        ausnahmen=[
            ausnahme("2026-11-17"),
            ausnahme("2026-11-24"),
            ausnahme("2026-12-01", art=Ausnahmeart.VERSCHOBEN, neues_datum="2026-12-02", neuer_beginn="15:00:00"),
        ]
    )
    saetze = (
        "Fällt aus: Dienstag, 24. November.",
        "Verschoben: nicht Dienstag, 1. Dezember, sondern Mittwoch, 2. Dezember, ab 15 Uhr.",
    )
    assert compare(build(), jetzt) == [Aenderung(Art.TERMIN, (), saetze)]


def test_exception_that_no_longer_holds_is_told() -> None:
    damals = build(ausnahmen=[ausnahme("2026-11-17"), ausnahme("2026-11-24", beginn="14:00:00")])
    erwartet = Aenderung(Art.TERMIN, ("Fällt aus: Dienstag, 24. November, ab 14 Uhr.",), ("Das gilt nicht mehr.",))
    assert compare(damals, build()) == [erwartet]


def test_exception_that_stood_on_the_sheet_is_no_change() -> None:
    assert compare(build(ausnahmen=[ausnahme("2026-11-24")]), build(ausnahmen=[ausnahme("2026-11-24")])) == []


@pytest.mark.parametrize(
    ("damals", "jetzt", "bisher", "danach"),
    [
        ([], [("2026-12-01", "2026-12-02")], [], ["Geschlossen vom 1. Dezember 2026 bis 2. Dezember 2026."]),
        ([("2026-12-01", "2026-12-01")], [], ["Geschlossen: Dienstag, 1. Dezember."], ["Das gilt nicht mehr."]),
        ([("2026-11-21", "2026-11-21")], [("2026-11-21", "2026-11-21")], [], ["Geschlossen: Heute."]),
        (
            [("2026-12-01", "2026-12-01")],
            [("2026-12-01", "2026-12-02")],
            ["Geschlossen: Dienstag, 1. Dezember."],
            ["Geschlossen vom 1. Dezember 2026 bis 2. Dezember 2026."],
        ),
    ],
)
def test_closing_period_is_told_if_it_is_new_or_running(
    damals: list[tuple[str, str]], jetzt: list[tuple[str, str]], bisher: list[str], danach: list[str]
) -> None:
    alte, neue = (build(schliesszeiten=[schliesszeit(*eine) for eine in zeiten]) for zeiten in (damals, jetzt))
    assert compare(alte, neue) == [Aenderung(Art.GESCHLOSSEN, tuple(bisher), tuple(danach))]


def test_closing_period_ahead_that_was_known_and_one_that_is_over_are_no_change() -> None:
    damals = build(schliesszeiten=[schliesszeit("2026-12-01", "2026-12-02")])
    jetzt = build(schliesszeiten=[schliesszeit("2026-11-11", "2026-11-20"), schliesszeit("2026-12-01", "2026-12-02")])
    assert compare(damals, jetzt) == []


def test_single_date_that_is_over_and_has_been_cleared_away_is_no_change() -> None:
    einzelner = DIENSTAG | {"art": "einzeln", "wochentag": None, "datum": "2026-11-20"}
    assert compare(build(zeiten=[DIENSTAG, einzelner]), build()) == []


def judge(damals: Fakten | None, jetzt: Fakten, **felder: Any) -> Stand:
    angebot = AngebotFactory.build(**{"ort": None, "geprueft_am": HEUTE} | felder)
    return judge_angebot(angebot, damals=damals, jetzt=jetzt, gedruckt_am=GEDRUCKT, heute=HEUTE).stand


@pytest.mark.parametrize(
    ("felder", "stand"),
    [
        ({}, Stand.GEAENDERT),
        ({"gueltig_bis": HEUTE}, Stand.GEAENDERT),
        ({"gueltig_bis": HEUTE - timedelta(days=1)}, Stand.BEENDET),
        ({"status": Status.ARCHIVIERT}, Stand.BEENDET),
        ({"status": Status.PAUSIERT}, Stand.PAUSE),
        ({"geprueft_am": HEUTE - timedelta(days=FRIST_TAGE)}, Stand.GEAENDERT),
        ({"geprueft_am": HEUTE - timedelta(days=FRIST_TAGE + 1)}, Stand.UNBESTAETIGT),
    ],
)
def test_status_of_the_offer_beats_its_changes(felder: dict[str, Any], stand: Stand) -> None:
    assert judge(build(), build(titel="Teerunde"), **felder) == stand


def test_offer_without_a_change_is_unchanged_and_without_old_facts_not_compared() -> None:
    assert [judge(build(), build()), judge(None, build())] == [Stand.UNVERAENDERT, Stand.OHNE_VERGLEICH]


@pytest.mark.parametrize("namen", [NEUE, ("wer",)])
def test_offer_is_not_called_unchanged_where_old_facts_say_less(namen: tuple[str, ...]) -> None:
    alte = build_alte(*namen)
    staende = [judge(alte, build()), judge(alte, build(titel="Teerunde")), judge(build(), alte)]
    assert staende == [Stand.OHNE_VERGLEICH, Stand.GEAENDERT, Stand.UNVERAENDERT]


@pytest.mark.parametrize("damals", [None, build()])
def test_offer_closed_today_says_so_first(damals: Fakten | None) -> None:
    assert judge(damals, build(schliesszeiten=[schliesszeit("2026-11-20", "2026-11-21")])) == Stand.GESCHLOSSEN


@pytest.mark.parametrize(
    ("geprueft_am", "pruefung"),
    [
        (HEUTE, Pruefung.SEIT_DRUCK),
        (GEDRUCKT, Pruefung.SEIT_DRUCK),
        (GEDRUCKT - timedelta(days=1), Pruefung.VOR_DRUCK),
        (HEUTE - timedelta(days=HINWEIS_TAGE), Pruefung.VOR_DRUCK),
        (HEUTE - timedelta(days=HINWEIS_TAGE + 1), Pruefung.LANGE_HER),
        (None, Pruefung.LANGE_HER),
    ],
)
def test_check_of_an_offer_is_told_by_its_age(geprueft_am: date | None, pruefung: Pruefung) -> None:
    angebot = AngebotFactory.build(ort=None, geprueft_am=geprueft_am)
    assert judge_pruefung(angebot, gedruckt_am=GEDRUCKT, heute=HEUTE) == pruefung
