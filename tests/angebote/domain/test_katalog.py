from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Kostenart, Status
from angebote.domain.katalog import angebote_of_ort, generate_slug, refresh_angebote
from angebote.models import Angebot, Kosten, Termin
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def test_refresh_brings_card_facets_search_text_and_dates_in_step(heute: date) -> None:
    angebot = AngebotFactory(titel="Singen am Dienstag")
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    ZeitFactory(angebot=angebot)

    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)

    angebot = Angebot.objects.get()
    assert angebot.kartendaten["kostensatz"] == "kostenlos"
    assert angebot.suchmerkmale.filter(gruppe="kosten", wert="kostenlos").exists()
    naechster = angebot.termine.earliest("datum")
    assert naechster.datum == date(2026, 11, 24)


def test_refresh_after_a_change_leaves_nothing_of_the_old_state(heute: date) -> None:
    angebot = AngebotFactory()
    kosten = Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    zeit = ZeitFactory(angebot=angebot)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    kosten.delete()
    zeit.delete()
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    angebot = Angebot.objects.get()
    assert angebot.kartendaten["ist_kostenlos"] is False
    assert set(angebot.suchmerkmale.filter(gruppe="kosten")) == set()
    assert set(Termin.objects.all()) == set()


def test_refresh_leaves_other_offers_alone(heute: date) -> None:
    gemeint, anderes = AngebotFactory(), AngebotFactory()
    refresh_angebote(angebot_ids=[gemeint.pk, gemeint.pk, 999_999], heute=heute)
    assert Angebot.objects.get(pk=anderes.pk).kartendaten == {}
    assert Angebot.objects.get(pk=gemeint.pk).kartendaten != {}


def test_refresh_of_nothing_asks_the_database_nothing(heute: date) -> None:
    with CaptureQueriesContext(connection) as abfragen:
        refresh_angebote(angebot_ids=[], heute=heute)
    assert len(abfragen) == 0


def test_refresh_needs_the_same_queries_for_one_and_three(heute: date) -> None:
    def count_queries(anzahl: int) -> int:
        angebote = AngebotFactory.create_batch(anzahl)
        for angebot in angebote:
            ZeitFactory(angebot=angebot)
            Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
        with CaptureQueriesContext(connection) as abfragen:
            refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
        return len(abfragen)

    assert count_queries(1) == count_queries(3)


def test_angebote_of_ort_are_all_there_public_or_not() -> None:
    ort = OrtFactory()
    dort = {AngebotFactory(ort=ort), AngebotFactory(ort=ort, status=Status.ENTWURF)}
    AngebotFactory()
    assert set(angebote_of_ort(ort)) == dort


def test_slug_of_a_taken_title_gets_a_number() -> None:
    titel = "Größeres Nähcafé"
    assert generate_slug(titel=titel) == "groesseres-naehcafe"
    erstes = AngebotFactory(slug="groesseres-naehcafe")
    assert generate_slug(titel=titel) == "groesseres-naehcafe-2"
    AngebotFactory(slug="groesseres-naehcafe-2")
    assert generate_slug(titel=titel) == "groesseres-naehcafe-3"
    assert generate_slug(titel=titel, angebot_id=erstes.pk) == "groesseres-naehcafe"


def test_slug_of_emoji_only_is_still_an_address() -> None:
    assert generate_slug(titel="🎉🎉") == "angebot"
    AngebotFactory(slug="angebot")
    assert generate_slug(titel="🎉") == "angebot-2"


def test_slug_of_a_long_taken_title_stays_within_90_characters() -> None:
    titel = "Gemeinsam " * 12
    AngebotFactory(slug=generate_slug(titel=titel))
    zweiter = generate_slug(titel=titel)
    assert len(zweiter) <= 90
    assert zweiter.endswith("-2")


@given(titel=st.text(max_size=120))
def test_slug_of_any_title_is_free_and_fits(titel: str) -> None:
    slug = generate_slug(titel=titel)
    assert 0 < len(slug) <= 90
    assert slug.isascii()
