"""Offers that say as much as their fields allow: each of them keeps together, or repeats its title."""

from datetime import date, datetime, time

import pytest

from angebote.choices import Kostenart, Merkmal, Wochentag
from angebote.domain.katalog import refresh_angebote
from angebote.druck.angebotszeilen import ZEICHEN_HOECHSTENS, shorten_text
from angebote.druck.blatt import Ausgabe
from angebote.druck.merkblatt import Druckwunsch, build_merkblatt
from angebote.druck.merkblatt_pdf import set_merkblatt
from angebote.models import Angebot, Barriereangabe, Haltestelle, Kosten, OrtHaltestelle, Sprache
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory
from tests.pdf import read_pages

TEXTFELDER = (
    "treffpunkt", "kosten_hinweis", "wer_hinweis", "ausschluss", "sprachen_hinweis", "anmeldung_hinweis",
    "erstbesuch_klingeln", "erstbesuch_begruessung", "erstbesuch_ablauf", "erstbesuch_sprechen", "erstbesuch_dauer",
    "sprechzeiten", "anruf_hinweis", "nutzen",
)  # fmt: skip


def fill(laenge: int) -> str:
    return ("Kommen Sie gern einfach vorbei und bringen Sie mit, wen Sie mögen. " * 10)[:laenge].strip()


@pytest.mark.parametrize(
    ("text", "gekuerzt"),
    [
        (" kurz ", "kurz"),
        ("x" * ZEICHEN_HOECHSTENS, "x" * ZEICHEN_HOECHSTENS),
        ("Wort, " * 40, "Wort, " * 32 + "Wort …"),
        ("https://" + "x" * 300, "https://" + "x" * 300),
    ],
)
def test_text_is_cut_behind_a_word_and_says_so(text: str, gekuerzt: str) -> None:
    assert shorten_text(text) == gekuerzt


@pytest.fixture
def volle(heute: date, db: None) -> list[Angebot]:
    ort = OrtFactory(name=fill(100), eingang=fill(200))
    halt = Haltestelle.objects.create(kennung="de:1", name="Albertinenstraße/Pistoriusstraße", lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=250)
    for merkmal in (Merkmal.ENTRANCE_LEVEL, Merkmal.LIFT, Merkmal.WC, Merkmal.LOOP, Merkmal.ESCORT):
        Barriereangabe.objects.create(ort=ort, merkmal=merkmal, wert="ja")
    felder = {feld: fill(Angebot._meta.get_field(feld).max_length or 0) for feld in TEXTFELDER}
    angebote = [
        AngebotFactory(ort=ort, titel=f"Treffen {nummer} {fill(100)}", telefon="030 4442514", **felder)
        for nummer in range(1, 13)
    ]
    for angebot in angebote:
        angebot.sprachen.add(*Sprache.objects.all()[:6])
        Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
        for tag in (Wochentag.MO, Wochentag.MI, Wochentag.FR):
            ZeitFactory(angebot=angebot, wochentag=tag, beginn=time(14), ende=time(16))
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
    return angebote


@pytest.mark.parametrize("ausgabe", Ausgabe)
def test_facts_of_full_offers_stand_below_their_title_on_every_page(
    volle: list[Angebot], jetzt: datetime, ausgabe: Ausgabe
) -> None:
    blatt = build_merkblatt([angebot.pk for angebot in volle], Druckwunsch(ausgabe=ausgabe), jetzt=jetzt)
    seiten = read_pages(set_merkblatt(blatt))
    namen = ["Was kostet es", "Wer kann kommen", "Barrieren", "Kontakt", "zuletzt geprüft am"]
    ohne_titel = [seite.split(". Treffen ")[0] for seite in seiten]
    assert [seite for seite in ohne_titel if any(name in seite for name in namen)] == []
    assert [" ".join(seiten).count(name) for name in namen] == [12] * 5


def test_full_offers_need_one_page_each_on_the_usual_sheet(volle: list[Angebot], jetzt: datetime) -> None:
    blatt = build_merkblatt([angebot.pk for angebot in volle], Druckwunsch(), jetzt=jetzt)
    text = " ".join(read_pages(set_merkblatt(blatt)))
    assert [text.count(f" {nummer}. Treffen {nummer} ") for nummer in range(1, 13)] == [1] * 12
    assert blatt.fortsetzung not in text
