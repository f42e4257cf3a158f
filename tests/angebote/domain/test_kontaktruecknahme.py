from datetime import datetime
from typing import Any

import pytest

from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.bestaetigungen import create_anfrage
from angebote.domain.kontaktruecknahme import KONTAKTFELDER, erase_kontakt
from angebote.domain.redaktion import RechtFehltError, VerweigertError
from angebote.models import (
    Aenderungsvorschlag,
    Anfrageposten,
    Angebot,
    Bestaetigungsanfrage,
    Fassung,
    Importbezug,
    Mitmachrolle,
)
from tests.angebote.domain.redaktionsteam import create_freigabe, create_redaktion
from tests.factories import AngebotFactory, MitmachrolleFactory

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
    MitmachrolleFactory(angebot=angebot, telefon="030 1", email="erika@example.org")
    create_anfrage(adresse="erika@example.org", angebot_ids=[angebot.pk], jetzt=jetzt)
    werte: dict[str, Any] = {"telefon": "030 1", "email": "erika@example.org", "kontakt_name": NAME, "titel": "Chor"}
    werte["mitmachrollen"] = [{"aufgabe": "Vorlesen", "telefon": "030 1", "email": "erika@example.org"}]
    Importbezug.objects.create(angebot=angebot, quelle="Liste", schluessel="1", werte=werte, zuletzt_gesehen_am=jetzt)
    return angebot


def read_everything() -> str:
    tabellen = (
        *(Angebot.objects, Angebot.verlauf, Aenderungsvorschlag.objects, Fassung.objects, Mitmachrolle.objects),
        *(Mitmachrolle.verlauf, Bestaetigungsanfrage.objects, Anfrageposten.objects, Importbezug.objects),
    )
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


def test_contact_of_a_task_that_is_another_persons_stays(angebot: Angebot, jetzt: datetime) -> None:
    MitmachrolleFactory(angebot=angebot, telefon="030 2")
    erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt)
    assert set(Mitmachrolle.objects.values_list("telefon", flat=True)) == {"", "030 2"}


def test_mail_that_asked_about_others_too_stays_for_those(angebot: Angebot, jetzt: datetime) -> None:
    anderes = AngebotFactory(email="erika@example.org")
    create_anfrage(adresse="erika@example.org", angebot_ids=[angebot.pk, anderes.pk], jetzt=jetzt)
    erase_kontakt(angebot_id=angebot.pk, konto=create_freigabe(), jetzt=jetzt)
    assert list(Anfrageposten.objects.values_list("angebot", flat=True)) == [anderes.pk]


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
