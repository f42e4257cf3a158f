"""Two people decide in the same moment: the second one reads who was first (PostgreSQL only)."""

from datetime import datetime
from threading import Thread

import pytest
from django.db import connection, transaction

from angebote.choices import Status, Vorschlagsherkunft, Vorschlagsstatus
from angebote.domain.aenderungsvorschlaege import accept_vorschlag, reject_vorschlag, submit_vorschlag
from angebote.domain.redaktion import move_angebot
from angebote.models import Aenderungsvorschlag, Angebot, Statuswechsel
from tests.angebote.domain.redaktionsteam import create_freigabe
from tests.angebote.domain.test_sperren import wait_until_blocked
from tests.factories import AngebotFactory

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


def run_beside(work: object, first: object) -> list[str]:
    """Starts `work` while the transaction of `first` is still open; the messages of what it raises."""
    fehler: list[str] = []

    def run() -> None:
        try:
            work()  # type: ignore[operator]
        except Exception as eines:  # noqa: BLE001  whatever it is, the test has to tell it
            fehler.extend(getattr(eines, "messages", [repr(eines)]))
        finally:
            connection.close()

    faden = Thread(target=run)
    try:
        with transaction.atomic():
            first()  # type: ignore[operator]
            faden.start()
            wait_until_blocked()
    finally:
        faden.join()
    return fehler


def test_second_decision_of_the_same_moment_is_told_who_was_first(jetzt: datetime) -> None:
    angebot, erste, zweite = AngebotFactory(), create_freigabe("erste"), create_freigabe("zweite")
    vorschlag = submit_vorschlag(
        angebot_id=angebot.pk,
        aenderungen={"telefon": {"alt": "", "neu": "030 1"}},
        herkunft=Vorschlagsherkunft.REDAKTION,
        jetzt=jetzt,
    )
    meldungen = run_beside(
        lambda: reject_vorschlag(vorschlag_id=vorschlag.pk, konto=zweite, jetzt=jetzt, begruendung="Nein."),
        lambda: accept_vorschlag(vorschlag_id=vorschlag.pk, konto=erste, jetzt=jetzt),
    )
    assert meldungen == [
        "Dieser Vorschlag ist schon entschieden: angenommen von erste am 21. November 2026 um 06:00 Uhr."
    ]
    assert Aenderungsvorschlag.objects.get().status == Vorschlagsstatus.ANGENOMMEN
    assert Angebot.objects.get().telefon == "030 1"


def test_second_step_of_the_same_moment_is_told_who_was_first(jetzt: datetime) -> None:
    angebot, erste, zweite = AngebotFactory(), create_freigabe("erste"), create_freigabe("zweite")

    def pause(konto: object) -> None:
        move_angebot(angebot_id=angebot.pk, nach=Status.PAUSIERT, konto=konto, jetzt=jetzt, grund="x")  # type: ignore[arg-type]

    meldungen = run_beside(lambda: pause(zweite), lambda: pause(erste))
    assert meldungen == ["Das Angebot ist schon „pausiert“. Das war erste am 21. November 2026 um 06:00 Uhr."]
    assert Statuswechsel.objects.count() == 1
