"""Which requests are late: the scope and the loaded request agree. And the history shows votes, too."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from angebote.domain.zusammenlegen import merge_traeger
from angebote.models.verlauf import give_anlass
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Stelle
from pankow_einsamkeit.models import Konto
from tests.factories import TraegerFactory
from tests.konzept.factories_kooperation import TAG, KooperationsanfrageFactory, add_beteiligung, get_konto

pytestmark = pytest.mark.django_db

FELD = {
    Anfragestatus.ZURUECKGESTELLT: "wiedervorlage_am",
    Anfragestatus.VEREINBART: "vollmacht_bis",
    Anfragestatus.MATERIALFREIGABE: "vollmacht_bis",
    Anfragestatus.VERSAND: "vollmacht_bis",
    Anfragestatus.RUECKMELDUNGEN: "bericht_bis",
    Anfragestatus.ERGEBNISBERICHT: "bericht_bis",
}
FELDER = ("wiedervorlage_am", "vollmacht_bis", "bericht_bis")


@pytest.mark.parametrize("status", Anfragestatus)
@pytest.mark.parametrize("tage", [-1, 0, 1])
def test_request_is_late_when_its_day_has_passed_and_a_resubmission_on_its_day(
    status: Anfragestatus, tage: int
) -> None:
    frist = TAG + timedelta(days=tage)
    anfrage = KooperationsanfrageFactory(status=status, **dict.fromkeys(FELDER, frist))

    spaet = status in FELD and (tage < 0 or (tage == 0 and status == Anfragestatus.ZURUECKGESTELLT))

    assert anfrage.ist_ueberfaellig(TAG) is spaet
    assert Kooperationsanfrage.objects.ueberfaellig(TAG).exists() is spaet
    assert anfrage.get_frist() == (frist if status in FELD else None)


@pytest.mark.parametrize(("status", "feld"), FELD.items())
def test_each_state_looks_at_its_own_day(status: Anfragestatus, feld: str) -> None:
    vorbei = date(2026, 1, 1)
    andere = {name: vorbei for name in FELDER if name != feld}
    anfrage = KooperationsanfrageFactory(status=status, **andere)
    assert not anfrage.ist_ueberfaellig(TAG)
    assert not Kooperationsanfrage.objects.ueberfaellig(TAG).exists()


@pytest.mark.parametrize("versand_am", [None, TAG])
@pytest.mark.parametrize("feld", ["vollmacht_bis", "bericht_bis"])
def test_posting_waits_for_the_authorisation_and_once_done_for_the_report(versand_am: date | None, feld: str) -> None:
    verschickt = versand_am and versand_am - timedelta(days=9)
    tage = {"druck_am": verschickt, "versand_am": verschickt, feld: TAG - timedelta(days=1)}
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.VERSAND, **tage)
    spaet = feld == ("bericht_bis" if versand_am else "vollmacht_bis")
    assert anfrage.ist_ueberfaellig(TAG) is spaet
    assert Kooperationsanfrage.objects.ueberfaellig(TAG).exists() is spaet


def test_history_in_the_admin_shows_votes_too(admin_client: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    with give_anlass(grund="Votum", konto=get_konto()):
        add_beteiligung(anfrage, Stelle.DATENSCHUTZ, person="Datenschutzbeauftragte*r")
    seite = reverse("admin:konzept_kooperationsanfrage_history", args=[anfrage.pk])
    inhalt = admin_client.get(seite).content.decode()
    assert "Datenschutzbeauftragte*r" in inhalt
    assert "Eingetragen von: schreibt-mit" in inhalt


def test_provider_that_is_merged_into_another_leaves_its_name(admin_user: Konto, jetzt: datetime) -> None:
    doppelter, bleibender = TraegerFactory(), TraegerFactory()
    anfrage = KooperationsanfrageFactory(traeger=doppelter, traeger_name="Ein Verein")
    merge_traeger(bleibt_id=bleibender.pk, weicht_id=doppelter.pk, konto=admin_user, jetzt=jetzt)
    anfrage.refresh_from_db()
    assert (anfrage.traeger, anfrage.traeger_name) == (bleibender, "Ein Verein")
