from datetime import datetime

import pytest

from angebote.choices import Bereich
from angebote.domain.angebotsdaten import read_angebotsdaten
from angebote.domain.redaktion import RechtFehltError, VerweigertError
from angebote.domain.verlauf import read_angebotsdaten_am
from angebote.domain.wiederherstellung import revert_angebot
from angebote.models import Aenderungsvorschlag, Angebot
from tests.angebote.domain.redaktionsteam import create_freigabe, create_konto, create_redaktion
from tests.angebote.domain.test_verlauf import MINUTE, angebot_mit_verlauf

pytestmark = pytest.mark.django_db
angebot = angebot_mit_verlauf


def test_earlier_state_is_restored_with_a_trace(angebot: Angebot, jetzt: datetime) -> None:
    konto = create_freigabe()
    spaeter = jetzt + 9 * MINUTE
    assert revert_angebot(angebot_id=angebot.pk, zeitpunkt=jetzt + MINUTE, konto=konto, jetzt=spaeter) is None
    assert read_angebotsdaten(Angebot.objects.get()) == read_angebotsdaten_am(angebot.pk, jetzt + MINUTE)
    spur = Angebot.verlauf.first()
    assert (spur.history_user, spur.history_change_reason) == (
        konto,
        "Stand vom 21. November 2026 um 06:01 Uhr wiederhergestellt",
    )


@pytest.mark.parametrize("ist_freigabe", [False, True])
def test_earlier_state_of_a_public_offer_is_proposed_where_changes_wait(
    ist_freigabe: bool, angebot: Angebot, jetzt: datetime
) -> None:
    konto = create_freigabe() if ist_freigabe else create_redaktion()
    if ist_freigabe:
        Angebot.objects.update(bereich=Bereich.UNTERSTUETZUNG)
    vorschlag = revert_angebot(angebot_id=angebot.pk, zeitpunkt=jetzt, konto=konto, jetzt=jetzt)
    assert vorschlag == Aenderungsvorschlag.objects.get()
    assert vorschlag.aenderungen["titel"] == {"alt": "Chor", "neu": "Singen"}
    assert Angebot.objects.get().titel == "Chor"


@pytest.mark.parametrize("minuten", [2, -5])
def test_nothing_to_restore_is_said(minuten: int, angebot: Angebot, jetzt: datetime) -> None:
    with pytest.raises(VerweigertError, match="nichts wiederherzustellen"):
        revert_angebot(angebot_id=angebot.pk, zeitpunkt=jetzt + minuten * MINUTE, konto=create_freigabe(), jetzt=jetzt)


def test_restoring_without_the_right_is_refused(angebot: Angebot, jetzt: datetime) -> None:
    with pytest.raises(RechtFehltError):
        revert_angebot(angebot_id=angebot.pk, zeitpunkt=jetzt, konto=create_konto("ansehen"), jetzt=jetzt)
