"""The booklet: everything once, in two orders, with page numbers that are right."""

import re
from collections import Counter
from dataclasses import asdict
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from angebote.druck import heft as heftmodul
from angebote.druck.heft import Heft, Ordnung, build_heft
from angebote.druck.satz import set_pdf
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Kiez
from tests.angebote.druck.programmkatalog import FEINDLICH, create_angebot, create_kiez, put_text, refresh
from tests.factories import OrtFactory
from tests.pdf import list_rollen, read_lines, read_text

pytestmark = pytest.mark.django_db
DEZEMBER = Zeitraum(date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture
def kiez(heute: date) -> Kiez:
    return create_kiez(heute)


def build(jetzt: datetime, ordnung: Ordnung = Ordnung.KIEZ) -> Heft:
    return build_heft(ordnung=ordnung, zeitraum=DEZEMBER, tagesbeginn=jetzt)


def list_titel(heft: Heft) -> list[tuple[str, list[str]]]:
    return [(teil.titel, [eintrag.angebot.titel for eintrag in teil.eintraege]) for teil in heft.teile]


def read_seite(pdf: bytes, nummer: int) -> str:
    with pikepdf.open(BytesIO(pdf)) as alle:
        eine = pikepdf.Pdf.new()
        eine.pages.append(alle.pages[nummer - 1])
        datei = BytesIO()
        eine.save(datei)
    return read_text(datei.getvalue())


@pytest.mark.usefixtures("kiez")
def test_offers_stand_once_by_kiez_and_those_without_place_last(jetzt: datetime) -> None:
    (andernorts, _woanders), *rest = list_titel(build(jetzt))
    assert andernorts.startswith("Kiez ")
    assert rest == [
        ("Weißensee", ["Chor", "Gartengruppe", "Kaffeerunde", "Offenes Haus"]),
        ("Am Telefon, online, zu Hause, unterwegs", ["Plaudertelefon"]),
    ]


@pytest.mark.usefixtures("kiez")
def test_offers_stand_once_by_weekday(jetzt: datetime) -> None:
    assert list_titel(build(jetzt, Ordnung.TAG)) == [
        ("Dienstag", ["Kaffeerunde", "Woanders"]),
        ("Donnerstag", ["Chor"]),
        ("Häuser mit Öffnungszeiten", ["Offenes Haus"]),
        ("Am Telefon, online, zu Hause, unterwegs", ["Plaudertelefon"]),
        ("Ohne feste Zeiten: bitte fragen Sie nach", ["Gartengruppe"]),
    ]


@pytest.mark.usefixtures("kiez")
def test_entry_tells_the_rule_and_the_next_date(jetzt: datetime) -> None:
    eintraege = {e.angebot.titel: e for teil in build(jetzt).teile for e in teil.eintraege}
    assert eintraege["Kaffeerunde"].angebot.zeiten_kurz == (
        "Jeden Dienstag, 14 bis 16\u00a0Uhr",
        "nicht am 1.\u00a0Dezember",
    )
    assert eintraege["Kaffeerunde"].naechster == "nächster Termin: Dienstag, 8.\u00a0Dezember"
    assert eintraege["Gartengruppe"].naechster == ""


@pytest.mark.usefixtures("kiez")
@pytest.mark.parametrize("ordnung", Ordnung)
def test_contents_and_index_lead_to_the_right_pages(jetzt: datetime, ordnung: Ordnung) -> None:
    heft = build(jetzt, ordnung)
    datei = set_pdf("heft", asdict(heft))
    inhalt = read_seite(datei, 2)
    for teil in heft.teile:
        treffer = re.search(rf"{re.escape(teil.titel)} [. \u2060]*(\d+)", inhalt)
        assert treffer is not None
        seite = read_seite(datei, int(treffer[1]))
        assert [e.angebot.titel for e in teil.eintraege if e.angebot.titel not in seite] == []
    alles = read_lines(datei)
    treffer = re.search(r"Haus am See, Weißensee (\d+(?:, \d+)*)", alles)
    assert treffer is not None
    nummern = [int(nummer) for nummer in treffer[1].split(",")]
    erwartet = {"Kaffeerunde", "Chor", "Offenes Haus", "Gartengruppe"}
    gefunden = {titel for nummer in nummern for titel in erwartet if titel in read_seite(datei, nummer)}
    assert gefunden == erwartet


@pytest.mark.usefixtures("kiez")
def test_pdf_is_tagged_with_bookmarks(jetzt: datetime) -> None:
    with pikepdf.open(BytesIO(set_pdf("heft", asdict(build(jetzt, Ordnung.TAG))))) as pdf:
        assert pdf.Root.Lang == "de"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"] == "Programm für Pankow, Dezember 2026"
        assert [float(zahl) for zahl in pdf.pages[0].mediabox] == pytest.approx([0, 0, 419.53, 595.28], abs=0.1)
        rollen = Counter(list_rollen(pdf))
        with pdf.open_outline() as gliederung:
            wurzel = list(gliederung.root)
            teile = [str(eines.title) for eines in wurzel[0].children]
            unter_dienstag = [str(eines.title) for eines in wurzel[0].children[1].children]
    assert [str(eines.title) for eines in wurzel] == ["Programm für Pankow"]
    assert teile == [
        "Was die Zeichen heißen",
        "Dienstag",
        "Donnerstag",
        "Häuser mit Öffnungszeiten",
        "Am Telefon, online, zu Hause, unterwegs",
        "Ohne feste Zeiten: bitte fragen Sie nach",
        "Orte von A bis Z",
        "Sie brauchen sofort jemanden?",
    ]
    assert unter_dienstag == ["Kaffeerunde", "Woanders"]
    assert (rollen["H1"], rollen["H2"], rollen["H3"], rollen["TOC"], rollen["Figure"]) == (1, 9, 6, 2, 1)
    assert rollen["L"] == 3


@pytest.mark.usefixtures("kiez")
def test_booklet_of_too_many_offers_says_how_many_are_missing(
    jetzt: datetime, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.PORTAL_TELEFON = "030 1234"
    monkeypatch.setattr(heftmodul, "HOECHSTENS", 4)
    heft = build(jetzt)
    assert sum(len(teil.eintraege) for teil in heft.teile) == 4
    assert heft.rest_satz == (
        "2 weitere Angebote stehen unter 127.0.0.1:8000/angebote oder erfahren Sie am Telefon: 030 1234."
    )
    assert "Chor" not in [titel for _teil, alle in list_titel(heft) for titel in alle]  # nobody has confirmed it
    assert heft.rest_satz in read_text(set_pdf("heft", asdict(heft)))


def test_hostile_text_is_printed_as_it_stands(kiez: Kiez, heute: date, jetzt: datetime) -> None:
    ort = OrtFactory(name=f"Ort {FEINDLICH}", kiez=kiez, strasse="Straße")
    angebot = create_angebot(ort, titel=f"T {FEINDLICH}", nutzen=FEINDLICH, zeit={})
    create_angebot(ort, titel="قهوة und קפה ☕", nutzen="\u202everkehrt", zeit={})
    create_angebot(ort, titel="MARKE", zeit={})
    refresh(heute)
    Kiez.objects.filter(pk=kiez.pk).update(name="Kiez #eval <b>")
    text = read_text(set_pdf("heft", put_text(asdict(build(jetzt)), "MARKE", "x" * 300)))
    assert angebot.titel in text
    assert f"Ort {FEINDLICH}, Kiez #eval <b>" in text
    assert "x" * 300 in text.replace("\u200b", "").replace(" ", "")
    assert "verkehrt" in text


def test_empty_catalogue_makes_a_booklet(jetzt: datetime) -> None:
    heft = build(jetzt)
    assert (heft.umfang, heft.teile, heft.orte) == ("0 Angebote", (), ())
    with pikepdf.open(BytesIO(set_pdf("heft", asdict(heft)))) as pdf:
        assert len(pdf.pages) == 2
