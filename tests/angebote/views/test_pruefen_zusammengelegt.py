"""A sheet names an offer that was merged since: it answers with the one that remains."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from angebote.choices import Status
from angebote.domain.zusammenlegen import merge_angebote
from angebote.models import Angebot
from tests.angebote.views.test_pruefen import GEDRUCKT, build_code, list_aenderungen, list_staende, read_text, refresh
from tests.factories import ZeitFactory

pytestmark = pytest.mark.django_db
Paar = tuple[Angebot, Angebot]


def publish(stell_uhr: Callable[[datetime], None], titel: str, **felder: Any) -> Angebot:
    stell_uhr(GEDRUCKT - timedelta(days=2))
    angebot = ZeitFactory(angebot__titel=titel, angebot__geprueft_am=date(2026, 11, 15), **felder).angebot
    refresh(angebot)
    return angebot


@pytest.fixture
def paar(stell_uhr: Callable[[datetime], None], jetzt: datetime) -> Paar:
    """The remaining one first; the other one was printed."""
    bleibt, weicht = publish(stell_uhr, "Kaffeerunde"), publish(stell_uhr, "Kaffeetreff")
    stell_uhr(jetzt)
    merge_angebote(bleibt_id=bleibt.pk, weicht_id=weicht.pk, felder=(), konto=None, jetzt=jetzt)
    return bleibt, weicht


def test_sheet_shows_the_remaining_offer_with_its_dates_and_what_is_different(client: Client, paar: Paar) -> None:
    bleibt, weicht = paar

    html = client.get(f"/pruefen/{build_code(weicht)}/").content.decode()

    assert f'<a href="{bleibt.get_absolute_url()}">Kaffeerunde</a>' in html
    assert list_aenderungen(html) == ["Angaben zum Ort geändert", "Neuer Name"]
    assert "Kaffeetreff" in read_text(html)
    assert "Nächster Termin" in read_text(html)
    assert "streichen" not in read_text(html)


def test_sheet_with_both_says_of_each_how_it_is_now(client: Client, paar: Paar) -> None:
    html = client.get(f"/pruefen/{build_code(*paar)}/").content.decode()

    assert len(list_staende(html)) == 2
    assert f"?id={paar[0].pk}" in html
    assert f"id={paar[1].pk}" not in html


def test_sheet_says_what_has_become_of_the_remaining_offer(client: Client, paar: Paar) -> None:
    Angebot.objects.filter(pk=paar[0].pk).update(status=Status.PAUSIERT)
    refresh(paar[0])

    text = read_text(client.get(f"/pruefen/{build_code(paar[1])}/").content.decode())

    assert "macht zurzeit eine Pause" in text


def test_short_address_leads_to_the_remaining_offer(client: Client, paar: Paar) -> None:
    antwort = client.get(f"/a/{paar[1].kurz_id}/", follow=True)

    assert antwort.redirect_chain[-1] == (paar[0].get_absolute_url(), 301)
