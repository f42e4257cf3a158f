"""The leaflet keeps its number of pages whatever there is to say, shortens in the promised order, and counts the rest."""

import re
from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from angebote.choices import Kostenart, Kosteneinheit, Wochentag, Zeitart
from angebote.druck.monatsblatt import Monatsblatt, build_monatsblatt
from angebote.druck.satz import set_pdf
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Haltestelle, Kiez, Kosten, Ort, OrtHaltestelle
from tests.angebote.druck.programmkatalog import FEINDLICH, create_angebot, create_kiez, put_text, refresh
from tests.factories import KiezFactory, OrtFactory, ZeitFactory
from tests.pdf import list_rollen, read_text

pytestmark = pytest.mark.django_db
DEZEMBER = Zeitraum(date(2026, 12, 1), date(2026, 12, 31))
HINWEIS = "für Material und Kuchen, bitte in kleinen Scheinen mitbringen und vor Ort bezahlen"
OHNE_ZEITEN: dict[str, Any] = {"art": Zeitart.UNBEKANNT, "wochentag": None, "beginn": None, "ende": None}


@pytest.fixture
def kiez(heute: date) -> Kiez:
    return create_kiez(heute)


def build(kiez: Kiez, jetzt: datetime, seiten: int = 4) -> Monatsblatt:
    return build_monatsblatt(kiez, zeitraum=DEZEMBER, seiten=seiten, tagesbeginn=jetzt)


def set_blatt(blatt: Monatsblatt) -> bytes:
    return set_pdf("monatsblatt", asdict(blatt))


def count_bogen(datei: bytes) -> int:
    with pikepdf.open(BytesIO(datei)) as pdf:
        return len(pdf.pages)


def test_parts_follow_the_week_and_every_offer_stands_once(kiez: Kiez, jetzt: datetime) -> None:
    blatt = build(kiez, jetzt)
    assert [(a.titel, [e.angebot.titel for e in a.eintraege]) for a in blatt.abschnitte] == [
        ("Dienstag", ["Kaffeerunde"]),
        ("Donnerstag", ["Chor"]),
        ("Häuser mit Öffnungszeiten", ["Offenes Haus"]),
        ("Am Telefon, online, zu Hause, unterwegs", ["Plaudertelefon"]),
        ("Ohne feste Zeiten: bitte fragen Sie nach", ["Gartengruppe"]),
    ]


def test_dates_are_named_in_full_and_in_short(kiez: Kiez, jetzt: datetime) -> None:
    zeiten = {
        e.angebot.titel: (e.angebot.zeiten, e.angebot.zeiten_kurz)
        for a in build(kiez, jetzt).abschnitte
        for e in a.eintraege
    }
    assert zeiten["Kaffeerunde"] == (
        ("Dienstag, 14 bis 16\u00a0Uhr: 8., 15., 22. und 29.\u00a0Dezember",),
        ("Jeden Dienstag, 14 bis 16\u00a0Uhr", "nicht am 1.\u00a0Dezember"),
    )
    assert (
        zeiten["Offenes Haus"]
        == (("Montag bis Freitag, 9 bis 17\u00a0Uhr", "nicht am 24., 25. und 31.\u00a0Dezember"),) * 2
    )
    assert zeiten["Gartengruppe"] == (("Zeiten nicht bekannt – bitte anrufen",),) * 2


def test_unknown_times_are_left_out_first_then_unconfirmed_offers(kiez: Kiez, jetzt: datetime) -> None:
    eintraege = [e for a in build(kiez, jetzt).abschnitte for e in a.eintraege]
    assert [e.angebot.titel for e in sorted(eintraege, key=lambda e: e.rang)] == [
        "Offenes Haus",
        "Kaffeerunde",
        "Plaudertelefon",
        "Chor",
        "Gartengruppe",
    ]


def test_sentence_about_the_rest_counts_all_of_it(kiez: Kiez, jetzt: datetime, settings: Any) -> None:
    settings.PORTAL_TELEFON = "030 12 34"
    adresse = "127.0.0.1:8000/kieze/weissensee oder erfahren Sie am Telefon: 030\u00a012\u00a034."
    mitte = (
        "127.0.0.1:8000/kieze/weissensee, dazu 1 ohne feste Zeiten oder erfahren Sie am Telefon: 030\u00a012\u00a034."
    )
    assert build(kiez, jetzt).auslassungen[:3] == (
        "",
        f"1 weiteres Angebot ohne feste Zeiten steht unter {adresse}",
        f"1 weiteres Angebot steht unter {mitte}",
    )


@pytest.mark.parametrize(
    ("seiten", "anzahl"), [(2, 0), (2, 1), (2, 6), (2, 14), (2, 60), (4, 0), (4, 1), (4, 25), (4, 60), (4, 250)]
)
def test_budget_of_pages_holds_and_nothing_is_dropped_silently(
    heute: date, jetzt: datetime, seiten: int, anzahl: int
) -> None:
    kiez = KiezFactory(name="Budget", slug="budget")
    ort = OrtFactory(
        name="Ein Nachbarschaftshaus mit langem Namen", strasse="Langhansstraße", hausnummer="12", kiez=kiez
    )
    for nummer in range(anzahl):
        zeit = (
            OHNE_ZEITEN if nummer % 5 == 0 else {"wochentag": nummer % 7, "beginn": time(9 + nummer % 9), "ende": None}
        )
        nutzen = "Sie lernen Menschen aus der Nachbarschaft kennen. " * (nummer % 4)
        create_angebot(ort, titel=f"Treffen N{nummer:03d}", nutzen=nutzen[:160], telefon="030 1234567", zeit=zeit)
    refresh(heute)
    datei = set_blatt(build(kiez, jetzt, seiten))
    assert count_bogen(datei) == seiten // 2
    text = read_text(datei)
    gedruckt = len(set(re.findall(r"Treffen N(\d{3})", text)))
    rest = re.search(r"(\d+) weiteres? Angebote? .*?budget(?:, dazu (\d+) ohne)?", text)
    ausgelassen = sum(int(zahl) for zahl in rest.groups(default="0")) if rest else 0
    assert gedruckt + ausgelassen == anzahl
    assert (ausgelassen > 0) == (anzahl >= (60 if seiten == 4 else 14))


def test_leaflet_shortens_in_the_promised_order(heute: date, jetzt: datetime) -> None:
    """More and more offers: no step of KUERZUNGEN is taken before the one above it (here the first two save too little alone)."""
    kiez = KiezFactory(name="Stufen", slug="stufen")
    ort = OrtFactory(name="Haus", strasse="Straße", hausnummer="1", kiez=kiez)
    halt = Haltestelle.objects.create(kennung="de:1", name="Antonplatz", lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=250)
    stufen = []
    for nummer in range(38):
        _create_ausfuehrliches(ort, nummer)
        if nummer < 14 or nummer % 2:
            continue
        refresh(heute)
        text = read_text(set_blatt(build(kiez, jetzt)))
        gekuerzt = ["8., 15." not in text, "Antonplatz" not in text, "3 €" not in text, "Sie spielen" not in text]
        stufen.append([*gekuerzt, "weitere Angebote stehen" in text or "weiteres Angebot steht" in text])
    assert all(stufe == sorted(stufe, reverse=True) for stufe in stufen)
    assert {sum(stufe) for stufe in stufen} == {0, 2, 3, 4, 5}
    assert [sum(stufe) for stufe in stufen] == sorted(sum(stufe) for stufe in stufen)


def _create_ausfuehrliches(ort: Ort, nummer: int) -> None:
    angebot = create_angebot(
        ort, titel=f"Runde {nummer}", nutzen="Sie spielen zusammen.", zeit={"wochentag": Wochentag.DI}
    )
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DO, beginn=time(10), ende=time(12))
    Kosten.objects.create(
        angebot=angebot, art=Kostenart.BETRAG, betrag_cent=300, einheit=Kosteneinheit.TERMIN, hinweis=HINWEIS
    )


@pytest.mark.parametrize("seiten", [2, 4])
def test_hostile_and_endless_text_stays_on_the_leaflet(kiez: Kiez, heute: date, jetzt: datetime, seiten: int) -> None:
    ort = kiez.orte.get()
    create_angebot(ort, titel=f"T {FEINDLICH}", nutzen=FEINDLICH[:150], zeit={})
    create_angebot(ort, titel="MARKE", nutzen="M" * 160, zeit={})
    create_angebot(ort, titel="قهوة und קפה ☕", zeit={})
    refresh(heute)
    datei = set_pdf("monatsblatt", put_text(asdict(build(kiez, jetzt, seiten)), "MARKE", "W" * 300))
    assert count_bogen(datei) == seiten // 2
    text = read_text(datei)
    assert f"T {FEINDLICH}" in text
    assert text.replace("\u200b", "").replace(" ", "").count("W" * 300) == 1


def test_pdf_is_tagged_and_reads_page_one_first(kiez: Kiez, jetzt: datetime) -> None:
    with pikepdf.open(BytesIO(set_blatt(build(kiez, jetzt)))) as pdf:
        assert pdf.Root.Lang == "de"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"] == "Programm Weißensee, Dezember 2026"
        assert [float(zahl) for zahl in pdf.pages[0].mediabox] == pytest.approx([0, 0, 841.89, 595.28], abs=0.1)
        rollen = list_rollen(pdf)
        lesezeichen = [str(eines.title) for eines in pdf.open_outline().root]
    assert next(rolle for rolle in rollen if rolle in {"H1", "H2", "H3"}) == "H1"
    zahl = Counter(rollen)
    assert (zahl["H1"], zahl["H2"], zahl["H3"], zahl["L"], zahl["Figure"]) == (1, 5, 5, 1, 1)
    assert lesezeichen == ["Programm Weißensee"]


def test_empty_kiez_has_a_leaflet_that_says_so(jetzt: datetime) -> None:
    text = read_text(set_blatt(build(KiezFactory(name="Leer", slug="leer"), jetzt, 2)))
    assert "Hier kennen wir noch kein Angebot." in text
    assert "weitere" not in text
