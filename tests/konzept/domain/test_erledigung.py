from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from django.core.exceptions import ValidationError

from konzept.choices import Erledigung
from konzept.domain.erledigung import UEBERGAENGE, OhneErgebnisError, Schritt, SchrittFehltError, move_vorgang
from konzept.models import Aufgabe, Kommunikation
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto
from tests.konzept.factories_netz import AufgabeFactory, KommunikationFactory

pytestmark = pytest.mark.django_db

VORGAENGE = pytest.mark.parametrize("fabrik", [AufgabeFactory, KommunikationFactory])
ERLAUBTE = {
    (Erledigung.OFFEN, Schritt.ERLEDIGEN),
    (Erledigung.OFFEN, Schritt.STREICHEN),
    (Erledigung.ERLEDIGT, Schritt.WIEDER_OEFFNEN),
    (Erledigung.ENTFALLEN, Schritt.WIEDER_OEFFNEN),
}
ALLE = list(product(Erledigung, Schritt))


@pytest.fixture
def konto() -> Konto:
    return create_konto("person")


def create_in(fabrik: Callable[..., Aufgabe | Kommunikation], status: Erledigung) -> Aufgabe | Kommunikation:
    return fabrik(status=status, erledigt_am=None if status == Erledigung.OFFEN else date(2026, 11, 1))


def test_table_lists_exactly_these_steps() -> None:
    assert set(UEBERGAENGE) == ERLAUBTE


@VORGAENGE
@pytest.mark.parametrize(("status", "schritt"), [paar for paar in ALLE if paar in ERLAUBTE])
def test_listed_step_is_taken_and_told_in_the_history(
    fabrik: Callable, status: Erledigung, schritt: Schritt, konto: Konto, heute: date
) -> None:
    vorgang = create_in(fabrik, status)

    move_vorgang(vorgang=vorgang, schritt=schritt, ergebnis="Darum.", konto=konto, heute=heute)

    vorgang.refresh_from_db()
    ziel = UEBERGAENGE[status, schritt]
    assert (vorgang.status, vorgang.ergebnis) == (ziel, "Darum.")
    assert vorgang.erledigt_am == (None if ziel == Erledigung.OFFEN else heute)
    spur = vorgang.verlauf.first()
    assert spur is not None
    assert (spur.history_user, spur.history_change_reason) == (konto, f"Status: {ziel.label}")


@VORGAENGE
@pytest.mark.parametrize(("status", "schritt"), [paar for paar in ALLE if paar not in ERLAUBTE])
def test_step_that_is_not_listed_is_refused_and_changes_nothing(
    fabrik: Callable, status: Erledigung, schritt: Schritt, konto: Konto, heute: date
) -> None:
    vorgang = create_in(fabrik, status)
    with pytest.raises(SchrittFehltError) as fehler:
        move_vorgang(vorgang=vorgang, schritt=schritt, ergebnis="Darum.", konto=konto, heute=heute)
    assert fehler.value.messages == [f"Das geht nicht: „{vorgang.titel}“ ist {status.label}."]
    vorgang.refresh_from_db()
    assert (vorgang.status, vorgang.ergebnis) == (status, "")


@VORGAENGE
@pytest.mark.parametrize("ergebnis", ["", "  \n "])
def test_dropping_without_a_reason_is_refused(fabrik: Callable, ergebnis: str, konto: Konto, heute: date) -> None:
    vorgang = fabrik()
    with pytest.raises(OhneErgebnisError):
        move_vorgang(vorgang=vorgang, schritt=Schritt.STREICHEN, ergebnis=ergebnis, konto=konto, heute=heute)
    vorgang.refresh_from_db()
    assert vorgang.status == Erledigung.OFFEN


def test_step_decides_on_what_stands_in_the_database_now(konto: Konto, heute: date) -> None:
    veraltet = AufgabeFactory()
    move_vorgang(vorgang=Aufgabe.objects.get(), schritt=Schritt.ERLEDIGEN, ergebnis="Fertig.", konto=konto, heute=heute)
    with pytest.raises(ValidationError):
        move_vorgang(vorgang=veraltet, schritt=Schritt.STREICHEN, ergebnis="Doch nicht.", konto=konto, heute=heute)


def test_opening_again_keeps_the_result_unless_a_new_one_is_given(konto: Konto, heute: date) -> None:
    aufgabe = AufgabeFactory(status=Erledigung.ERLEDIGT, erledigt_am=heute, ergebnis="Fertig.")
    move_vorgang(vorgang=aufgabe, schritt=Schritt.WIEDER_OEFFNEN, ergebnis=" ", konto=konto, heute=heute)
    aufgabe.refresh_from_db()
    assert aufgabe.ergebnis == "Fertig."
