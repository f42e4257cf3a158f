from datetime import date

import pytest

from angebote.choices import Anmeldung, Barrierewert, Bereich, Format, JaNein, Kapazitaet, Merkmal, Zugang
from angebote.domain.steckbrief import (
    Angaben,
    Zeile,
    build_barrieregruppen,
    build_erstbesuch,
    build_haltestellen,
    build_quellen,
    build_rahmen,
    build_rahmenfrage,
    build_was_angaben,
    build_wer_angaben,
)
from angebote.models import (
    Angebot,
    Barriereangabe,
    Haltestelle,
    Kategorie,
    OrtHaltestelle,
    Quellenangabe,
    Sprache,
    Zielgruppe,
)
from tests.factories import AngebotFactory, OrtFactory

pytestmark = pytest.mark.django_db


def test_wer_angaben_without_facts_ask_for_registration_and_languages() -> None:
    angaben = build_wer_angaben(AngebotFactory())
    assert (angaben.bekannt, angaben.offen) == ((), "Anmeldung, Sprachen")


def test_wer_angaben_join_fact_and_remark() -> None:
    angebot = AngebotFactory(anmeldung=Anmeldung.NOETIG, anmeldung_hinweis="am Telefon", gruppengroesse="8 bis 12")
    angebot.sprachen.add(*Sprache.objects.filter(code__in=["de", "en"]))
    angaben = build_wer_angaben(angebot)
    assert angaben.bekannt == (
        Zeile("Anmeldung", "Anmeldung nötig. Am Telefon"),
        Zeile("Sprachen", "Deutsch, Englisch"),
        Zeile("So viele sind dabei", "8 bis 12"),
    )
    assert angaben.offen == ""


def test_wer_angaben_name_who_cannot_come() -> None:
    angebot = AngebotFactory(ausschluss="Kinder unter 14 Jahren")
    assert build_wer_angaben(angebot).bekannt == (Zeile("Wer leider nicht kommen kann", "Kinder unter 14 Jahren"),)


def test_erstbesuch_leaves_unanswered_questions_out() -> None:
    angebot = AngebotFactory(erstbesuch_begruessung="Das Team.", erstbesuch_dauer="Eine Stunde.")
    assert build_erstbesuch(angebot) == [
        Zeile("Wer begrüßt mich?", "Das Team."),
        Zeile("Wie lange dauert es?", "Eine Stunde."),
    ]


def test_rahmen_tells_known_from_open_and_dates_what_changes() -> None:
    angebot = AngebotFactory(
        bereich=Bereich.UNTERSTUETZUNG,
        vertraulich=JaNein.JA,
        anonym_moeglich=JaNein.NEIN,
        wartezeit_wochen=3,
        wartezeit_am=date(2026, 11, 2),
        kapazitaet=Kapazitaet.FREI,
        kapazitaet_am=date(2026, 11, 3),
    )
    assert build_rahmen(angebot).bekannt == (
        Zeile("Vertraulich", "ja"),
        Zeile("Ohne Namen möglich", "nein"),
        Zeile("Wartezeit", "etwa 3 Wochen (Stand 2. November 2026)"),
        Zeile("Plätze", "freie Plätze (Stand 3. November 2026)"),
    )
    assert build_rahmenfrage(angebot) == ""


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({}, "Fragen Sie auch nach Wartezeit und Schweigepflicht."),
        ({"vertraulich": JaNein.JA}, "Fragen Sie auch nach der Wartezeit."),
        ({"wartezeit_wochen": 0, "wartezeit_am": date(2026, 11, 2)}, "Fragen Sie auch nach der Schweigepflicht."),
    ],
)
def test_rahmen_asks_for_what_is_not_known_in_one_sentence(felder: dict[str, object], satz: str) -> None:
    angebot = AngebotFactory(bereich=Bereich.UNTERSTUETZUNG, **felder)
    assert build_rahmenfrage(angebot) == satz
    assert build_rahmen(angebot).offen == ""


def test_was_angaben_name_form_and_without_description_the_categories() -> None:
    angebot = AngebotFactory(format=Format.KURS)
    angebot.kategorien.set(Kategorie.objects.filter(slug__in=["musik-tanz"]))
    assert build_was_angaben(angebot).bekannt == (
        Zeile("Art", "Musik, Singen & Tanzen"),
        Zeile("Form", "Kurs mit Beginn"),
    )
    angebot.beschreibung = "Wir singen."
    assert build_was_angaben(angebot).bekannt == (Zeile("Form", "Kurs mit Beginn"),)
    assert build_was_angaben(AngebotFactory()) == Angaben((), "")


@pytest.mark.parametrize(
    ("felder", "gruppen"),
    [
        ({}, ["Auch gut geeignet für"]),
        ({"wer_hinweis": "Frauen"}, ["Auch gut geeignet für"]),
        ({"wer_hinweis": "Frauen", "geprueft_am": None}, []),
        ({"exklusiv": True, "exklusiv_grund": "Schutz"}, []),
    ],
)
def test_wer_angaben_repeat_no_group_that_the_sentence_above_names(
    felder: dict[str, object], gruppen: list[str]
) -> None:
    angebot = AngebotFactory(**felder)
    angebot.zielgruppen.add(Zielgruppe.objects.get(slug="frauen"))
    assert [str(zeile.name) for zeile in build_wer_angaben(angebot).bekannt] == gruppen


def collect_barrieren(angebot: Angebot, zugaenge: set[Zugang]) -> dict[str, list[str]]:
    gruppen = build_barrieregruppen(angebot, zugaenge=zugaenge)
    return {gruppe.art: [str(punkt.name) for punkt in gruppe.punkte] for gruppe in gruppen}


def test_barrieren_without_facts_list_the_minimum_as_unknown() -> None:
    assert collect_barrieren(AngebotFactory(), {Zugang.VOR_ORT}) == {
        "unbekannt": [
            "Eingang ohne Stufe",
            "Aufzug",
            "Raum stufenlos erreichbar",
            "barrierefreies WC",
            "Abholung oder Begleitung",
        ]
    }


def test_barrieren_of_offer_without_way_ask_nothing() -> None:
    assert collect_barrieren(AngebotFactory(ort=None), {Zugang.TELEFON}) == {}


def test_barrieren_stand_under_their_answer_with_note_source_and_date() -> None:
    ort = OrtFactory()
    angebot = AngebotFactory(ort=ort)
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ENTRANCE_LEVEL, wert=Barrierewert.JA)
    Barriereangabe.objects.create(
        ort=ort, merkmal=Merkmal.WC, wert=Barrierewert.TEILWEISE, notiz="ohne Griffe", quelle="Haus", stand="2026-03"
    )
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.LIFT, wert=Barrierewert.NEIN)
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.LIFT, wert=Barrierewert.JA)
    assert collect_barrieren(angebot, {Zugang.VOR_ORT}) == {
        "gut": ["Eingang ohne Stufe", "Aufzug"],
        "teils": ["barrierefreies WC"],
        "unbekannt": ["Raum stufenlos erreichbar", "Abholung oder Begleitung"],
    }
    teils = build_barrieregruppen(angebot, zugaenge={Zugang.VOR_ORT})[1].punkte[0]
    assert (teils.notiz, teils.herkunft) == ("ohne Griffe", "Haus, Stand März 2026")


def test_haltestellen_come_nearest_first_with_minutes() -> None:
    ort = OrtFactory()
    for name, meter in (("Weit", 600), ("Nah", 180)):
        haltestelle = Haltestelle.objects.create(kennung=name, name=name, lat=52.5, lon=13.4)
        OrtHaltestelle.objects.create(ort=ort, haltestelle=haltestelle, meter=meter)
    haltestellen = build_haltestellen(AngebotFactory(ort=ort))
    assert [(halt.name, halt.meter, halt.minuten) for halt in haltestellen] == [("Nah", 180, 4), ("Weit", 600, 13)]


def test_quellen_link_only_plain_addresses() -> None:
    angaben = [
        Quellenangabe(quelle="https://www.stadtteil.example/a/b", stand="2024", konfidenz="hoch"),
        Quellenangabe(quelle="javascript:alert(1)", stand=""),
        Quellenangabe(quelle="https://a.example ; https://b.example", stand="2019"),
    ]
    quellen = build_quellen(angaben)
    assert [(quelle.name, quelle.url, quelle.stand) for quelle in quellen] == [
        ("stadtteil.example", "https://www.stadtteil.example/a/b", "Stand 2024"),
        ("javascript:alert", "", "Stand nicht bekannt"),
        ("a.example", "https://a.example", "Stand 2019"),
        ("b.example", "https://b.example", "Stand 2019"),
    ]
    assert quellen[0].verlass == "verlässliche Quelle"
