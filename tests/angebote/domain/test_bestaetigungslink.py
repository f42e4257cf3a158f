from datetime import datetime, timedelta

import pytest
from django.core import signing

from angebote.choices import Status
from angebote.domain.bestaetigungen import create_anfrage
from angebote.domain.bestaetigungslink import (
    LinkAbgelaufenError,
    LinkUnlesbarError,
    build_link,
    build_token,
    read_token,
)
from angebote.models import Angebot, Bestaetigungsanfrage
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory, TraegerFactory

pytestmark = pytest.mark.django_db
JETZT = datetime(2026, 11, 28, 9, 0, tzinfo=BERLIN)


@pytest.fixture
def anfrage() -> Bestaetigungsanfrage:
    angebot = AngebotFactory(email="Haus@example.org")
    return create_anfrage(adresse="haus@example.org", angebot_ids=[angebot.pk], jetzt=JETZT)


def test_link_leads_back_to_its_mail(anfrage: Bestaetigungsanfrage, settings) -> None:
    settings.BASIS_URL = "https://pankow.example/"
    assert build_link(anfrage).startswith("https://pankow.example/bestaetigen/")
    assert read_token(build_token(anfrage), jetzt=JETZT) == anfrage


@pytest.mark.parametrize("kuerzung", [slice(None, -1), slice(1, None), slice(0, 20), slice(0, 0)])
def test_link_that_lost_a_part_opens_nothing(anfrage: Bestaetigungsanfrage, kuerzung: slice) -> None:
    with pytest.raises(LinkUnlesbarError):
        read_token(build_token(anfrage)[kuerzung], jetzt=JETZT)


def test_link_signed_for_another_purpose_opens_nothing(anfrage: Bestaetigungsanfrage) -> None:
    fremd = signing.Signer(salt="anderes", sep=".").sign(anfrage.kennung)
    with pytest.raises(LinkUnlesbarError):
        read_token(fremd, jetzt=JETZT)


def test_link_of_a_deleted_mail_opens_nothing(anfrage: Bestaetigungsanfrage) -> None:
    token = build_token(anfrage)
    anfrage.delete()
    with pytest.raises(LinkUnlesbarError):
        read_token(token, jetzt=JETZT)


@pytest.mark.parametrize(("tage", "gilt"), [(0, True), (60, True), (61, False)])
def test_link_expires_after_the_days_of_the_setting(anfrage: Bestaetigungsanfrage, tage: int, gilt: bool) -> None:
    if gilt:
        assert read_token(build_token(anfrage), jetzt=JETZT + timedelta(days=tage)) == anfrage
    else:
        with pytest.raises(LinkAbgelaufenError):
            read_token(build_token(anfrage), jetzt=JETZT + timedelta(days=tage))


def test_reminder_makes_the_link_last_longer(anfrage: Bestaetigungsanfrage) -> None:
    anfrage.gesendet_am, anfrage.erinnert_am = JETZT, JETZT + timedelta(days=14)
    anfrage.save()
    assert read_token(build_token(anfrage), jetzt=JETZT + timedelta(days=74)) == anfrage


def test_link_lasts_from_the_mail_not_from_its_planning(anfrage: Bestaetigungsanfrage) -> None:
    anfrage.gesendet_am = JETZT + timedelta(days=10)
    anfrage.save()
    assert read_token(build_token(anfrage), jetzt=JETZT + timedelta(days=70)) == anfrage


@pytest.mark.parametrize(
    "felder", [{"email": "neu@example.org"}, {"email": ""}, {"status": Status.PAUSIERT}, {"status": Status.ARCHIVIERT}]
)
def test_link_whose_address_speaks_for_no_offer_any_more_is_over(anfrage: Bestaetigungsanfrage, felder: dict) -> None:
    Angebot.objects.update(**felder)
    with pytest.raises(LinkAbgelaufenError):
        read_token(build_token(anfrage), jetzt=JETZT)


def test_address_of_the_traeger_speaks_for_an_offer_without_its_own(anfrage: Bestaetigungsanfrage) -> None:
    Angebot.objects.update(email="", traeger=TraegerFactory(email="haus@example.org"))
    assert read_token(build_token(anfrage), jetzt=JETZT) == anfrage
