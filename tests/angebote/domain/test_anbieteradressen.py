"""Addresses of providers go when nobody needs them any more: the second before the limit they stay, at it they go."""

from datetime import datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from angebote.choices import Anfrageantwort, Vorschlagsherkunft, Vorschlagsstatus
from angebote.domain.anbieteradressen import delete_alte_adressen
from angebote.domain.bestaetigungen import create_anfrage
from angebote.models import Aenderungsvorschlag, Anfrageposten, Anfragesperre, Angebot, Bestaetigungsanfrage
from angebote.models.bestaetigung import ZEITPUNKTE
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db
ADRESSE = "haus@example.org"
SEKUNDE = timedelta(seconds=1)


@pytest.fixture
def grenze(jetzt: datetime) -> datetime:
    return jetzt - relativedelta(months=12)


def ask(angelegt_am: datetime) -> Bestaetigungsanfrage:
    return create_anfrage(adresse=ADRESSE, angebot_ids=[AngebotFactory().pk], jetzt=angelegt_am)


def test_anfrage_goes_once_the_time_is_over(jetzt: datetime, grenze: datetime) -> None:
    ask(grenze - SEKUNDE)
    junge = ask(grenze)
    assert delete_alte_adressen(jetzt=jetzt, monate=12) == 1
    assert set(Bestaetigungsanfrage.objects.all()) == {junge}
    assert set(Anfrageposten.objects.values_list("anfrage", flat=True)) == {junge.pk}


@pytest.mark.parametrize("feld", ZEITPUNKTE)
def test_anfrage_counts_from_the_last_thing_that_happened(feld: str, jetzt: datetime, grenze: datetime) -> None:
    alte, neue = ask(grenze - timedelta(days=30)), ask(grenze - timedelta(days=30))
    for anfrage, wann in ((alte, grenze - SEKUNDE), (neue, grenze)):
        alles = dict.fromkeys(ZEITPUNKTE, grenze - timedelta(days=20))
        Bestaetigungsanfrage.objects.filter(pk=anfrage.pk).update(**alles | {feld: wann})
    delete_alte_adressen(jetzt=jetzt, monate=12)
    assert set(Bestaetigungsanfrage.objects.all()) == {neue}


def test_anfrage_counts_from_the_last_answer(jetzt: datetime, grenze: datetime) -> None:
    alte, neue = ask(grenze - timedelta(days=30)), ask(grenze - timedelta(days=30))
    for anfrage, wann in ((alte, grenze - SEKUNDE), (neue, grenze)):
        anfrage.posten.update(antwort=Anfrageantwort.STIMMT, beantwortet_am=wann)
    delete_alte_adressen(jetzt=jetzt, monate=12)
    assert set(Bestaetigungsanfrage.objects.all()) == {neue}


def test_decided_proposal_loses_its_sender_and_an_open_one_keeps_it(jetzt: datetime, grenze: datetime) -> None:
    angebot = AngebotFactory()

    def submit(status: Vorschlagsstatus, entschieden_am: datetime | None, absender: str = ADRESSE) -> int:
        vorschlag = Aenderungsvorschlag.objects.create(
            angebot=angebot,
            aenderungen={},
            herkunft=Vorschlagsherkunft.ANBIETER,
            absender=absender,
            eingereicht_am=grenze - timedelta(days=9),
            status=status,
            entschieden_am=entschieden_am,
        )
        return vorschlag.pk

    alt = submit(Vorschlagsstatus.ANGENOMMEN, grenze - SEKUNDE)
    jung = submit(Vorschlagsstatus.ANGENOMMEN, grenze)
    offen = submit(Vorschlagsstatus.OFFEN, None)
    entfernt = submit(Vorschlagsstatus.ANGENOMMEN, grenze - SEKUNDE, "entfernt")
    delete_alte_adressen(jetzt=jetzt, monate=12)
    assert dict(Aenderungsvorschlag.objects.values_list("pk", "absender")) == {
        alt: "",
        jung: ADRESSE,
        offen: ADRESSE,
        entfernt: "entfernt",
    }


@pytest.mark.parametrize(
    ("grund", "danach"),
    [
        (
            f"Vorschlag Nr. 1 angenommen, eingereicht von {ADRESSE}",
            "Vorschlag Nr. 1 angenommen, eingereicht von Anbieter",
        ),
        ("eingereicht von abgeschnitten@", "eingereicht von Anbieter"),
        ("Import", "Import"),
        (None, None),
    ],
)
def test_history_keeps_its_reason_without_the_address(
    grund: str | None, danach: str | None, jetzt: datetime, grenze: datetime
) -> None:
    angebote = AngebotFactory.create_batch(2)
    for angebot, wann in zip(angebote, (grenze - SEKUNDE, grenze), strict=True):
        Angebot.verlauf.filter(id=angebot.pk).update(history_date=wann, history_change_reason=grund)
    delete_alte_adressen(jetzt=jetzt, monate=12)
    gruende = dict(Angebot.verlauf.values_list("id", "history_change_reason"))
    assert gruende == {angebote[0].pk: danach, angebote[1].pk: grund}


def test_whoever_wants_no_mail_stays_known(jetzt: datetime, grenze: datetime) -> None:
    ask(grenze - SEKUNDE)
    Anfragesperre.objects.create(email=ADRESSE, seit=grenze - timedelta(days=900))
    delete_alte_adressen(jetzt=jetzt, monate=12)
    assert Anfragesperre.objects.get().email == ADRESSE
