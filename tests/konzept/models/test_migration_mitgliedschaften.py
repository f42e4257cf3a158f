"""Seats of actors that took their contact back before seats were emptied with it say nobody's name any more."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from konzept.models import Akteur, Mitgliedschaft
from tests.konzept.factories_netz import TAG, AkteurFactory, MitgliedschaftFactory

pytestmark = pytest.mark.django_db
migration = import_module("konzept.migrations.0023_widerrufene_mitgliedschaften")


def create_sitz(*, funktion: str, **felder: object) -> Mitgliedschaft:
    sitz: Mitgliedschaft = MitgliedschaftFactory(
        akteur=AkteurFactory(**felder), geschaeftsbereich=None, funktion=f"alt: {funktion}"
    )
    sitz.funktion = funktion
    sitz.save()
    return sitz


def list_worte(sitz: Mitgliedschaft) -> set[str]:
    """In the row and in all its old rows."""
    sitz.refresh_from_db()
    return {sitz.funktion, *Mitgliedschaft.verlauf.filter(id=sitz.pk).values_list("funktion", flat=True)}


def test_seat_of_a_revoked_actor_is_emptied_in_old_rows_too_and_others_stay() -> None:
    widerrufener = create_sitz(funktion="Frau Muster, 030 1", widerrufen_am=TAG)
    anderer = create_sitz(funktion="Praxisleitung")
    bereich = MitgliedschaftFactory(funktion="Amtsleitung")

    migration.erase(apps, None)

    assert list_worte(widerrufener) == {""}
    assert list_worte(anderer) == {"alt: Praxisleitung", "Praxisleitung"}
    assert list_worte(bereich) == {"Amtsleitung"}
    assert Mitgliedschaft.objects.count() == 3


def test_seat_that_was_removed_is_emptied_in_its_old_rows() -> None:
    sitz = create_sitz(funktion="Frau Muster, 030 1", widerrufen_am=TAG)
    sitz.delete()
    migration.erase(apps, None)
    assert set(Mitgliedschaft.verlauf.values_list("funktion", flat=True)) == {""}


def test_actor_with_a_new_contact_loses_what_was_written_before_it_and_keeps_what_came_after() -> None:
    alter, neuer = (create_sitz(funktion="Frau Muster, 030 1", widerrufen_am=TAG) for _mal in range(2))
    for sitz in (alter, neuer):
        Mitgliedschaft.verlauf.filter(id=sitz.pk).update(history_date=timezone.now() - timedelta(days=2))
        akteur = Akteur.objects.get(pk=sitz.akteur_id)
        akteur.verlauf.update(history_date=timezone.now() - timedelta(days=1))
        akteur.widerrufen_am = None
        akteur.save()
    neuer.funktion = "Büro"
    neuer.save()

    migration.erase(apps, None)

    assert (list_worte(alter), list_worte(neuer)) == ({""}, {"", "Büro"})


def test_what_was_erased_does_not_come_back_on_the_way_back() -> None:
    sitz = create_sitz(funktion="Frau Muster, 030 1", widerrufen_am=TAG)
    migration.erase(apps, None)
    [schritt] = migration.Migration.operations
    schritt.reverse_code(apps, None)
    assert list_worte(sitz) == {""}
