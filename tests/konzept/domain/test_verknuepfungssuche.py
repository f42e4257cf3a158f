from datetime import date, datetime, time, timedelta

import pytest

from angebote.choices import Status
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot
from konzept.domain.massnahmenverknuepfung import Verknuepfung
from konzept.domain.verknuepfungssuche import GEZEIGTE, find_kandidaten
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konzept.factories_netz import AkteurFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def jetzt(heute: date) -> datetime:
    return datetime.combine(heute, time(12), BERLIN)


def create_angebot(heute: date, titel: str, **felder: object) -> Angebot:
    angebot: Angebot = AngebotFactory(titel=titel, **felder)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return angebot


def test_public_offer_is_found_before_a_draft_and_never_an_archived_one(heute: date, jetzt: datetime) -> None:
    entwurf = create_angebot(heute, "Aabend-Singen", status=Status.ENTWURF, veroeffentlicht_am=None)
    entwurf_genau = create_angebot(heute, "Singen am Abend", status=Status.ENTWURF, veroeffentlicht_am=None)
    offen = create_angebot(heute, "Singen im Chor")
    create_angebot(heute, "Singen früher", status=Status.ARCHIVIERT)
    create_angebot(heute, "Schach")
    fund = find_kandidaten(Verknuepfung.ANGEBOTE, "singen", jetzt=jetzt)
    assert fund.eintraege == [offen, entwurf, entwurf_genau]
    assert (fund.gesamt, fund.weitere) == (3, 0)


def test_offer_nobody_has_confirmed_for_long_is_found_by_its_title(heute: date, jetzt: datetime) -> None:
    angebot = create_angebot(heute, "Töpfern", geprueft_am=heute - timedelta(days=900))
    angebot.refresh_from_db()
    assert not Angebot.objects.oeffentlich(heute).exists()
    assert find_kandidaten(Verknuepfung.ANGEBOTE, "toepfern", jetzt=jetzt).eintraege == [angebot]


@pytest.mark.parametrize("worte", ["bücherei ring", "BUECHEREI", "10409", "ostseering 3"])
def test_place_is_found_by_words_of_its_name_or_address(jetzt: datetime, worte: str) -> None:
    ort = OrtFactory(name="Bücherei", strasse="Ostseering", hausnummer="3", plz="10409")
    OrtFactory(name="Turnhalle", strasse="Nebenweg", hausnummer="9", plz="13187")
    assert find_kandidaten(Verknuepfung.ORTE, worte, jetzt=jetzt).eintraege == [ort]


def test_provider_is_found_by_part_of_the_name(jetzt: datetime) -> None:
    traeger = TraegerFactory(name="Übergang Beispiel")
    TraegerFactory(name="Anderes")
    assert find_kandidaten(Verknuepfung.PARTNER, "übergang", jetzt=jetzt).eintraege == [traeger]


def test_akteur_who_takes_part_no_more_is_not_offered(jetzt: datetime) -> None:
    akteur = AkteurFactory(name="Runde Nord", rolle="Beratung")
    AkteurFactory(name="Runde Süd", ist_aktiv=False)
    assert find_kandidaten(Verknuepfung.AKTEURE, "runde beratung", jetzt=jetzt).eintraege == [akteur]
    assert find_kandidaten(Verknuepfung.AKTEURE, "runde", jetzt=jetzt).eintraege == [akteur]


@pytest.mark.parametrize("art", Verknuepfung)
@pytest.mark.parametrize("worte", ["", "  ", "!?", "nirgends"])
def test_nothing_is_found_without_a_word_that_fits(heute: date, jetzt: datetime, art: Verknuepfung, worte: str) -> None:
    create_angebot(heute, "Singen", ort=OrtFactory(), traeger=TraegerFactory())
    AkteurFactory()
    fund = find_kandidaten(art, worte, jetzt=jetzt)
    assert (fund.eintraege, fund.gesamt) == ([], 0)


def test_more_than_a_page_is_counted(jetzt: datetime) -> None:
    OrtFactory.create_batch(GEZEIGTE + 2, strasse="Langer Weg")
    fund = find_kandidaten(Verknuepfung.ORTE, "langer", jetzt=jetzt)
    assert (len(fund.eintraege), fund.weitere) == (GEZEIGTE, 2)
