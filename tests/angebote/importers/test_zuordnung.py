"""Every word of the collection has its place in our lists, and every list entry we name exists."""

import pytest

from angebote.choices import Konfidenz, Traegerart
from angebote.importers import korrekturen
from angebote.importers.barriereangaben import BARRIEREN
from angebote.importers.tabellen import read_tabelle
from angebote.importers.zuordnung import (
    ANMELDUNGEN,
    NUTZEN,
    SPRACHEN,
    TRAEGER_NAMEN,
    TRAEGERARTEN,
    TYPEN,
    WER_WORTE,
    ZIELGRUPPEN,
    find_traegerart,
)
from angebote.importers.zurueckhaltung import GRUENDE
from angebote.models import Kategorie, Sprache, Zielgruppe

ZEILEN = read_tabelle("angebote")
KENNUNGEN = {zeile["id"] for zeile in ZEILEN}
STIGMA = ("Betroffene", "Einsame", "Bedürftige", "isoliert")


def collect(spalte: str) -> set[str]:
    return {zeile[spalte] for zeile in ZEILEN if zeile[spalte]}


def test_every_word_of_the_collection_is_mapped_and_nothing_else() -> None:
    assert len(ZEILEN) == len(KENNUNGEN) == 175
    assert set(TYPEN) == collect("typ")
    assert set(ZIELGRUPPEN) == collect("zielgruppe")
    assert set(ANMELDUNGEN) == collect("anmeldung") | {""}
    assert set(TRAEGER_NAMEN) <= collect("traeger")
    assert {teil for text in collect("barrierefreiheit") for teil in text.split("; ")} <= set(BARRIEREN)
    assert collect("konfidenz") <= set(Konfidenz.values)
    assert collect("art") == {"einrichtung", "angebot", "dienst"}


def test_every_provider_with_a_kind_exists() -> None:
    namen = {TRAEGER_NAMEN.get(name, name) for name in collect("traeger")}
    assert set(TRAEGERARTEN) <= namen


@pytest.mark.parametrize(
    ("name", "art"),
    [
        ("Bezirksamt Pankow", Traegerart.VERWALTUNG),
        ("Zirkel e.V.", Traegerart.VEREIN),
        ("Zirkel gGmbH", Traegerart.SONSTIGE),
    ],
)
def test_traegerart_follows_table_then_name(name: str, art: Traegerart) -> None:
    assert find_traegerart(name) == art


@pytest.mark.django_db
def test_every_mapped_slug_exists_in_the_database() -> None:
    kategorien = set(Kategorie.objects.values_list("slug", flat=True))
    assert {slug for typ in TYPEN.values() for slug in typ.kategorien} <= kategorien
    assert set(NUTZEN) == kategorien
    gruppen = set(Zielgruppe.objects.values_list("slug", flat=True))
    assert {slug for slugs in ZIELGRUPPEN.values() for slug in slugs} <= gruppen
    assert set(SPRACHEN.values()) <= set(Sprache.objects.values_list("code", flat=True))


def test_benefit_lines_fit_and_label_nobody() -> None:
    saetze = [*NUTZEN.values(), *(typ.nutzen for typ in TYPEN.values() if typ.nutzen)]
    assert max(len(satz) for satz in saetze) <= 160
    assert [satz for satz in saetze if any(wort in satz for wort in (*STIGMA, "Einsamkeit"))] == []


def test_audience_wording_shown_labels_nobody() -> None:
    gezeigt = {WER_WORTE.get(text, text) for text in ZIELGRUPPEN} | set(korrekturen.WER.values())
    assert {text for text in gezeigt if any(wort in text for wort in STIGMA)} == set()


def test_corrections_by_hand_name_rows_that_exist() -> None:
    for tabelle in (
        *(korrekturen.TITEL, korrekturen.BESCHREIBUNG, korrekturen.TREFFPUNKT, korrekturen.BEWIRTUNG),
        *(korrekturen.ZEITEN_NUR_ALS_NOTIZ, korrekturen.ZEIT_NOTIZ, korrekturen.KOSTEN_HINWEIS, korrekturen.WER),
        *(korrekturen.TYP, korrekturen.ORTSNAMEN, korrekturen.GEBIETE, korrekturen.WEGBESCHREIBUNG),
        *(korrekturen.POSTLEITZAHLEN, korrekturen.BARRIERE_AUS_BEMERKUNG, korrekturen.KOSTEN_VERALTET, GRUENDE),
    ):
        assert set(tabelle) <= KENNUNGEN
    titel = [korrekturen.TITEL.get(zeile["id"], zeile["name"]) for zeile in ZEILEN]
    assert max(len(text) for text in titel) <= 120
