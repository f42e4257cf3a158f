from datetime import datetime

import pytest

from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.kontaktruecknahme import KONTAKTFELDER, erase_kontakt
from angebote.domain.redaktion import RechtFehltError, VerweigertError
from angebote.models import Aenderungsvorschlag, Angebot, Fassung
from tests.angebote.domain.redaktionsteam import create_freigabe, create_redaktion
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db
NAME = "Erika Beispiel"


@pytest.fixture
def angebot(jetzt: datetime) -> Angebot:
    angebot = AngebotFactory(titel="Singen", kontakt_name=NAME, telefon="030 1", email="erika@example.org")
    angebot.titel = "Chor"
    angebot.save()
    submit_vorschlag(
        angebot_id=angebot.pk,
        aenderungen={"kontakt_name": {"alt": NAME, "neu": f"{NAME}-Neu"}, "nutzen": {"alt": "", "neu": "Singen."}},
        herkunft=Vorschlagsherkunft.ANBIETER,
        jetzt=jetzt,
        absender="erika@example.org",
    )
    return angebot


def read_everything() -> str:
    tabellen = (Angebot.objects, Angebot.verlauf, Aenderungsvorschlag.objects, Fassung.objects)
    return repr([list(tabelle.values()) for tabelle in tabellen])


def test_contact_taken_back_is_nowhere_any_more(angebot: Angebot, jetzt: datetime) -> None:
    vorher = read_everything()
    assert NAME in vorher
    assert "erika@example.org" in vorher
    erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt)
    nachher = read_everything()
    assert NAME not in nachher
    assert "erika@example.org" not in nachher
    assert "030 1" not in nachher


def test_everything_else_stays(angebot: Angebot, jetzt: datetime) -> None:
    erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt, felder=["kontakt_name"])
    gespeichert = Angebot.objects.get()
    assert (gespeichert.kontakt_name, gespeichert.telefon, gespeichert.email) == ("", "030 1", "erika@example.org")
    assert set(Angebot.verlauf.values_list("titel", flat=True)) == {"Singen", "Chor"}
    vorschlag = Aenderungsvorschlag.objects.get()
    assert vorschlag.aenderungen["nutzen"] == {"alt": "", "neu": "Singen."}
    assert vorschlag.absender == "erika@example.org"


def test_contacts_of_other_offers_stay(angebot: Angebot, jetzt: datetime) -> None:
    anderes = AngebotFactory(kontakt_name="Team")
    erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt)
    assert set(Angebot.verlauf.filter(id=anderes.pk).values_list("kontakt_name", flat=True)) == {"Team"}


def test_without_the_right_nothing_is_erased(angebot: Angebot, jetzt: datetime) -> None:
    with pytest.raises(RechtFehltError):
        erase_kontakt(angebot_id=angebot.pk, konto=create_redaktion(), jetzt=jetzt)
    assert Angebot.objects.get().kontakt_name == NAME


@pytest.mark.parametrize("felder", [[], ["titel"], ["telefon", "beschreibung"]])
def test_only_contacts_can_be_erased(felder: list[str], angebot: Angebot, jetzt: datetime) -> None:
    with pytest.raises(VerweigertError):
        erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt, felder=felder)
    assert Angebot.objects.get().telefon == "030 1"


def test_all_contact_fields_can_be_empty(angebot: Angebot, jetzt: datetime) -> None:
    erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt, felder=KONTAKTFELDER)
    gespeichert = Angebot.objects.get()
    assert {getattr(gespeichert, name) for name in KONTAKTFELDER} == {""}
