"""What the pages say of today in the evening: what is over is no next date, nowhere."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.test import Client

from angebote.choices import Wochentag, Zeitart
from angebote.domain.katalog import refresh_angebote
from angebote.domain.suche.mengen import load_menge
from angebote.models import Angebot, Angebotsmenge
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.angebote.views.test_start import read_zahlen
from tests.factories import AngebotFactory, KiezFactory, ZeitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def samstags(heute: date) -> dict[str, Angebot]:
    """Every Saturday, which is today: over, still on without a known end, and one that never comes again."""
    kiez = KiezFactory(slug="weissensee", name="Weißensee")
    angebote = {
        name: AngebotFactory(slug=name, titel=name, ort__kiez=kiez) for name in ("vorbei", "laeuft", "nie-wieder")
    }
    ZeitFactory(angebot=angebote["vorbei"], wochentag=Wochentag.SA, beginn=time(9), ende=time(11))
    ZeitFactory(angebot=angebote["laeuft"], wochentag=Wochentag.SA, beginn=time(19, 30), ende=None)
    ZeitFactory(
        angebot=angebote["nie-wieder"],
        art=Zeitart.EINZELN,
        wochentag=None,
        datum=heute,
        beginn=time(9),
        ende=time(11),
    )
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote.values()], heute=heute)
    assert load_menge(Angebotsmenge.objects.get(gruppe="kiez", wert="weissensee").bits).bit_count() == 3
    return angebote


def read(client: Client, pfad: str) -> str:
    return " ".join(client.get(pfad).content.decode().split())


def read_zeiten(client: Client) -> dict[str, int]:
    """The numbers beside the links of the start page to searches in time."""
    zahlen = read_zahlen(client).items()
    return {zeit[1]: anzahl for url, anzahl in zahlen if (zeit := re.search(r"\?wann=(\w+)", url))}


@pytest.fixture
def abends(stell_uhr: Callable[[datetime], None], heute: date) -> None:
    stell_uhr(datetime.combine(heute, time(20), tzinfo=BERLIN))


def test_today_in_the_morning_holds_all_three(client: Client, samstags: dict[str, Angebot]) -> None:
    assert read_zeiten(client) == {"heute": 3, "woche": 3, "wochenende": 3}
    assert "Heute, 9 bis 11 Uhr" in read(client, "/angebote/vorbei/")


@pytest.mark.usefixtures("abends")
def test_list_and_start_in_the_evening_count_and_show_only_what_is_still_on(
    client: Client, samstags: dict[str, Angebot]
) -> None:
    assert read_zeiten(client) == {"heute": 1, "woche": 1, "wochenende": 1}
    heute, alle = read(client, "/angebote/?wann=heute"), read(client, "/angebote/")
    assert [f'href="/angebote/{name}/"' in heute for name in samstags] == [False, True, False]
    assert "Heute, 9 bis 11 Uhr" not in alle
    assert "Samstag, 28. November, 9 bis 11 Uhr" in alle
    assert "Heute, ab 19:30 Uhr" in alle


@pytest.mark.usefixtures("abends")
def test_offer_page_in_the_evening_begins_with_the_next_date_to_come(
    client: Client, samstags: dict[str, Angebot]
) -> None:
    vorbei, nie_wieder = read(client, "/angebote/vorbei/"), read(client, "/angebote/nie-wieder/")
    assert "Heute, 9 bis 11 Uhr" not in vorbei
    assert "Samstag, 28. November, 9 bis 11 Uhr" in vorbei
    assert "Zurzeit ist kein Termin eingetragen." in nie_wieder


@pytest.mark.usefixtures("abends")
def test_kiez_page_in_the_evening_names_nothing_that_is_over(client: Client, samstags: dict[str, Angebot]) -> None:
    html = read(client, "/kieze/weissensee/")
    assert "Heute, 9 bis 11 Uhr" not in html
    reihenfolge = [html.rindex(f'href="/angebote/{name}/"') for name in ("laeuft", "vorbei", "nie-wieder")]
    assert reihenfolge == sorted(reihenfolge)
