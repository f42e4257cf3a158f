"""Every word that the form or the list shows for a choice is understood when a list is read."""

import pytest
from django.db.models import TextChoices

from angebote.choices import (
    Ausnahmeart,
    Barrierewert,
    Konfidenz,
    Kostenart,
    Kosteneinheit,
    Merkmal,
    Mitmachzeit,
    Zeitart,
    Zugang,
)
from angebote.importers.pfad.kostennotation import get_vorgaben, parse_kosten, write_kosten
from angebote.importers.pfad.mitmachnotation import parse_mitmachrollen
from angebote.importers.pfad.spalten import list_spalten
from angebote.importers.pfad.spaltenbau import CHOICES
from angebote.importers.pfad.teilenotation import parse_barrieren, parse_quellen, parse_zugangswege
from angebote.importers.pfad.terminnotation import parse_ausnahmen
from angebote.importers.pfad.verzeichnis import read_verzeichnis
from angebote.importers.pfad.zeitnotation import parse_zeiten
from angebote.importers.pfad.zellen import ZellfehlerError

BRAUCHT = {Kostenart.BETRAG: " 2,50 €", Zeitart.REGEL: " Di 14:00", Zeitart.EINZELN: " 12.12.2026 14:00"}


@pytest.mark.parametrize("art", Kostenart)
def test_every_cost_of_the_form_is_understood(art: Kostenart) -> None:
    zeilen = parse_kosten(f"{art.label}{BRAUCHT.get(art, '')}")

    assert [zeile["art"] for zeile in zeilen] == [art]


@pytest.mark.parametrize("art", Kostenart)
def test_every_cost_comes_back_from_the_list_as_it_was(art: Kostenart) -> None:
    zeile = get_vorgaben() | {"art": art.value, "betrag_cent": 250 if art == Kostenart.BETRAG else None}

    assert parse_kosten(write_kosten([zeile])) == [zeile]


@pytest.mark.parametrize("einheit", Kosteneinheit)
def test_every_unit_of_the_form_is_understood(einheit: Kosteneinheit) -> None:
    assert [zeile["einheit"] for zeile in parse_kosten(f"2,50 € {einheit.label}")] == [einheit]


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("fester Betrag", "Hier fehlt, was es kostet"),
        ("0 € fester Betrag", "muss größer als 0 sein"),
        ("nicht bekannt 2 €", "Was nicht bekannt ist, hat keinen Betrag"),
    ],
)
def test_words_of_the_form_that_contradict_the_amount_are_refused(text: str, grund: str) -> None:
    with pytest.raises(ZellfehlerError, match=grund):
        parse_kosten(text)


@pytest.mark.parametrize("art", Zeitart)
def test_every_kind_of_time_of_the_form_is_understood(art: Zeitart) -> None:
    assert [zeile["art"] for zeile in parse_zeiten(f"{art.label}{BRAUCHT.get(art, '')}")] == [art]


def test_single_time_without_date_is_refused() -> None:
    with pytest.raises(ZellfehlerError, match="Das Datum fehlt"):
        parse_zeiten("einzelner Termin 14:00")


@pytest.mark.parametrize("art", Zugang)
def test_every_access_of_the_form_is_understood(art: Zugang) -> None:
    assert [zeile["art"] for zeile in parse_zugangswege(str(art.label))] == [art]


@pytest.mark.parametrize("merkmal", Merkmal)
def test_every_feature_of_the_form_is_understood(merkmal: Merkmal) -> None:
    gelesen = [parse_barrieren(f"{merkmal.label}: {wert.label}") for wert in Barrierewert]

    assert [[(z["merkmal"], z["wert"]) for z in zeilen] for zeilen in gelesen] == [[(merkmal, w)] for w in Barrierewert]


def test_every_kind_of_exception_reliability_and_helping_time_is_understood() -> None:
    ausfall, verschoben = f"24.12.2026 {Ausnahmeart.FAELLT_AUS.label}", f"28.12.2026 {Ausnahmeart.VERSCHOBEN.label}"
    quellen = "; ".join(f"Blatt {wert.label} [Verlässlichkeit: {wert.label}]" for wert in Konfidenz)
    rollen = "; ".join(f"Helfen {wert.label} [Wie oft: {wert.label}] [Zeit: 1 Stunde]" for wert in Mitmachzeit)

    assert {z["art"] for z in parse_ausnahmen(f"{ausfall}; {verschoben} auf 29.12.2026")} == set(Ausnahmeart)
    assert {z["konfidenz"] for z in parse_quellen(quellen)} == set(Konfidenz)
    assert {z["zeitart"] for z in parse_mitmachrollen(rollen)} == set(Mitmachzeit)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "liste"), CHOICES.items())
def test_every_choice_of_a_column_comes_back_from_the_list_as_it_was(name: str, liste: type[TextChoices]) -> None:
    spalte = next(spalte for spalte in list_spalten() if spalte.name == name)
    verzeichnis = read_verzeichnis()

    for wert in liste:
        assert spalte.lesen(spalte.schreiben(wert.value, verzeichnis), verzeichnis) == wert
