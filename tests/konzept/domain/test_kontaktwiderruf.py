"""Who takes a contact back is found in no row and no answer any more."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError

from konzept.choices import Kontaktgrundlage, Materialart
from konzept.domain.bestellliste import list_pakete
from konzept.domain.kontaktwiderruf import KontaktVorhandenError, SchonWiderrufenError, renew_kontakt, revoke_kontakt
from konzept.models import Akteur, Materialwunsch, Multiplikator
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto
from tests.konzept.factories_netz import (
    AkteurFactory,
    MaterialwunschFactory,
    MitgliedschaftFactory,
    MultiplikatorFactory,
)

pytestmark = pytest.mark.django_db

SPUREN = ("Salon Geheim", "Inhaberin", "030 4711", "salon@example.org", "Geheimweg 1", "Klingel hinten")
KONTAKT = {
    "kontakt_funktion": SPUREN[1],
    "telefon": SPUREN[2],
    "email": SPUREN[3],
    "anschrift": SPUREN[4],
    "grundlage": Kontaktgrundlage.EINWILLIGUNG,
    "grundlage_am": date(2026, 10, 1),
    "textfassung": "2026-10",
}

NEU = {"kontakt_funktion": "Neue Leitung", "telefon": "030 1", "grundlage": Kontaktgrundlage.VERTRAG}


@pytest.fixture
def konto() -> Konto:
    return create_konto("person")


@pytest.fixture
def salon() -> Multiplikator:
    """With an older state of everything in its history."""
    salon = MultiplikatorFactory(name=SPUREN[0], notiz=SPUREN[5], **KONTAKT)
    salon.telefon = "030 999"
    salon.save()
    MaterialwunschFactory(multiplikator=salon, art=Materialart.KARTE, stueck=7)
    return salon


def iterate_werte() -> Iterator[str]:
    """Every value of every row of the section, history and log of the admin included."""
    modelle = [*apps.get_app_config("konzept").get_models(), LogEntry]
    for modell in modelle:
        for zeile in modell._default_manager.values_list():
            yield from map(str, zeile)


def find_spuren() -> set[str]:
    werte = list(iterate_werte())
    return {spur for spur in (*SPUREN, "030 999") if any(spur in wert for wert in werte)}


def test_revoking_a_place_erases_name_and_contact_everywhere(salon: Multiplikator, konto: Konto, heute: date) -> None:
    LogEntry.objects.create(
        user=konto,
        content_type=ContentType.objects.get_for_model(Multiplikator),
        object_id=str(salon.pk),
        object_repr=str(salon),
        action_flag=CHANGE,
    )
    assert find_spuren() == {*SPUREN, "030 999"}

    alte = revoke_kontakt(eintrag=salon, konto=konto, heute=heute)

    assert alte == 3
    assert find_spuren() == set()
    assert list(LogEntry.objects.values_list("object_repr", flat=True)) == ["widerrufen"]
    assert not Materialwunsch.objects.exists()


def test_revoking_a_place_keeps_the_proof_that_there_was_a_consent(
    salon: Multiplikator, konto: Konto, heute: date
) -> None:
    revoke_kontakt(eintrag=salon, konto=konto, heute=heute)
    salon.refresh_from_db()
    assert (salon.grundlage, salon.grundlage_am, salon.textfassung) == ("einwilligung", date(2026, 10, 1), "2026-10")
    assert salon.widerrufen_am == heute
    spur = salon.verlauf.first()
    assert spur is not None
    assert (spur.history_user, spur.history_change_reason) == (konto, "Kontakt widerrufen")


def test_revoking_leaves_others_alone(salon: Multiplikator, konto: Konto, heute: date) -> None:
    anderer = MultiplikatorFactory(name="Bleibt", **KONTAKT)
    revoke_kontakt(eintrag=salon, konto=konto, heute=heute)
    assert list(Multiplikator.objects.ansprechbare()) == [anderer]
    assert set(anderer.verlauf.values_list("name", "telefon")) == {("Bleibt", "030 4711")}


def test_revoked_place_gets_no_pack(salon: Multiplikator, konto: Konto, heute: date) -> None:
    """Not even where a row of material was left behind."""
    revoke_kontakt(eintrag=salon, konto=konto, heute=heute)
    MaterialwunschFactory(multiplikator=salon)
    assert list_pakete(Multiplikator.objects.all()) == []


def test_revoking_an_actor_erases_its_contact_and_keeps_the_institution(konto: Konto, heute: date) -> None:
    akteur = AkteurFactory(name="Beratungsstelle", **KONTAKT)
    akteur.telefon = "030 999"
    akteur.save()

    revoke_kontakt(eintrag=akteur, konto=konto, heute=heute)

    assert find_spuren() == set()
    akteur.refresh_from_db()
    assert (akteur.name, akteur.hat_kontakt, akteur.widerrufen_am) == ("Beratungsstelle", False, heute)


def test_revoking_an_actor_erases_who_speaks_for_it_in_a_round_and_keeps_the_seat(konto: Konto, heute: date) -> None:
    akteur, anderer = AkteurFactory(), AkteurFactory()
    sitz = MitgliedschaftFactory(akteur=akteur, geschaeftsbereich=None, funktion="Leitung, 030 999")
    MitgliedschaftFactory(akteur=anderer, geschaeftsbereich=None, funktion="Praxisleitung")
    sitz.funktion = "Inhaberin, 030 4711"
    sitz.save()

    revoke_kontakt(eintrag=akteur, konto=konto, heute=heute)

    assert find_spuren() == set()
    assert akteur.mitgliedschaften.get().funktion == ""
    assert anderer.mitgliedschaften.get().funktion == "Praxisleitung"
    spur = sitz.verlauf.first()
    assert spur is not None
    assert (spur.history_user, spur.history_change_reason) == (konto, "Kontakt widerrufen")


@pytest.mark.parametrize("fabrik", [AkteurFactory, MultiplikatorFactory])
def test_revoking_twice_is_refused(fabrik: type, konto: Konto, heute: date) -> None:
    eintrag = fabrik(**KONTAKT)
    revoke_kontakt(eintrag=eintrag, konto=konto, heute=heute)
    with pytest.raises(SchonWiderrufenError):
        revoke_kontakt(eintrag=eintrag, konto=konto, heute=heute)


def test_new_contact_after_one_was_taken_back_stands_on_its_own_basis(konto: Konto, heute: date) -> None:
    akteur = AkteurFactory(**KONTAKT)
    revoke_kontakt(eintrag=akteur, konto=konto, heute=heute)

    renew_kontakt(akteur=akteur, angaben=NEU | {"grundlage_am": heute}, konto=konto, heute=heute)

    akteur.refresh_from_db()
    assert (akteur.kontakt_funktion, akteur.telefon, akteur.widerrufen_am) == ("Neue Leitung", "030 1", None)
    assert list(Akteur.objects.ansprechbare()) == [akteur]


@pytest.mark.parametrize("tage", [None, -1, -2000])
def test_contact_that_was_taken_back_does_not_come_back_on_an_older_basis(
    tage: int | None, konto: Konto, heute: date
) -> None:
    akteur = AkteurFactory(**KONTAKT)
    revoke_kontakt(eintrag=akteur, konto=konto, heute=heute)
    tag = None if tage is None else heute + timedelta(days=tage)
    with pytest.raises(ValidationError) as fehler:
        renew_kontakt(akteur=akteur, angaben=NEU | {"grundlage_am": tag}, konto=konto, heute=heute)
    assert set(fehler.value.message_dict) == {"grundlage_am"}
    assert "Nennen Sie bitte den Tag einer neuen Grundlage" in fehler.value.messages[0]
    akteur.refresh_from_db()
    assert (akteur.telefon, akteur.widerrufen_am) == ("", heute)


def test_basis_of_a_new_contact_does_not_lie_ahead(konto: Konto, heute: date) -> None:
    morgen = heute + timedelta(days=1)
    with pytest.raises(ValidationError) as fehler:
        renew_kontakt(akteur=AkteurFactory(), angaben=NEU | {"grundlage_am": morgen}, konto=konto, heute=heute)
    assert fehler.value.message_dict == {"grundlage_am": ["Dieser Tag liegt in der Zukunft."]}


def test_first_contact_needs_no_day_of_its_basis(konto: Konto, heute: date) -> None:
    akteur = renew_kontakt(akteur=AkteurFactory(), angaben=NEU, konto=konto, heute=heute)
    assert akteur.hat_kontakt


def test_contact_that_stands_is_not_overwritten(konto: Konto, heute: date) -> None:
    akteur = AkteurFactory(**KONTAKT)
    with pytest.raises(KontaktVorhandenError):
        renew_kontakt(akteur=akteur, angaben=NEU, konto=konto, heute=heute)
    akteur.refresh_from_db()
    assert akteur.telefon == SPUREN[2]


def test_new_contact_without_a_basis_is_refused(konto: Konto, heute: date) -> None:
    akteur = AkteurFactory()
    with pytest.raises(ValidationError) as fehler:
        renew_kontakt(akteur=akteur, angaben={"telefon": "030 1"}, konto=konto, heute=heute)
    assert fehler.value.messages == ["Ein Kontakt braucht eine Grundlage: Einwilligung, Vertrag oder öffentlich."]
    akteur.refresh_from_db()
    assert akteur.telefon == ""
