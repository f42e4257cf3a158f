from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.domain.suche import Suchanfrage, list_treffer
from angebote.domain.suche.suchtext import rebuild_suchtexte
from angebote.models import Angebot, Kategorie
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    "q",
    [
        *(
            "chöre alle",
            "CHÖRE",
            "choere",
            "chore",
            "neue leute",
            "gemeinsam singen",
            "musik",
            "Träger am Anger",
            "trager",
        ),
        *("buergerhaus", "Bürgerhaus", "burgerhaus", "WEISSENSEE", "weißensee chöre", "singen%00"),
    ],
)
def test_search_finds_word_of_every_part_in_any_spelling(q: str, jetzt: datetime) -> None:
    ort = OrtFactory(name="Bürgerhaus", kiez__name="Weißensee")
    treffer = AngebotFactory(
        titel="Chöre für alle",
        nutzen="Neue Leute kennenlernen",
        beschreibung="Wir kommen zum Singen zusammen, gemeinsam.\nOhne Noten.",
        traeger=TraegerFactory(name="Träger am Anger"),
        ort=ort,
    )
    treffer.kategorien.set(Kategorie.objects.filter(slug="musik-tanz"))
    andere = AngebotFactory(titel="Schach", ort__name="Haus", ort__kiez__name="Buch")
    rebuild_suchtexte(angebot_ids=[treffer.pk, andere.pk])
    gefunden = {angebot.pk for angebot in list_treffer(Suchanfrage(q=q.replace("%00", "")), jetzt=jetzt)}
    assert gefunden == {treffer.pk}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("q", "erwartet"),
    [
        ("chor schach", set()),
        ('"chor" AND NOT chor', set()),
        ("chor% tuba", set()),
        ("chor*", {"Chor"}),
        ("'chor", {"Chor"}),
        ("%", {"Chor", "Schach"}),
        ("\\", {"Chor", "Schach"}),
    ],
)
def test_search_takes_signs_for_no_operators_and_wants_all_words(q: str, erwartet: set[str], jetzt: datetime) -> None:
    angebote = [AngebotFactory(titel="Chor", ort=None), AngebotFactory(titel="Schach", ort=None)]
    rebuild_suchtexte(angebot_ids=[angebot.pk for angebot in angebote])
    assert {angebot.titel for angebot in list_treffer(Suchanfrage(q=q), jetzt=jetzt)} == erwartet


@pytest.mark.django_db
def test_rebuild_suchtexte_of_many_needs_as_many_queries_as_of_few_and_writes_only_changes() -> None:
    ids = [AngebotFactory().pk for _nummer in range(60)]
    with CaptureQueriesContext(connection) as wenige:
        assert rebuild_suchtexte(angebot_ids=ids[:3]) == 3
    with CaptureQueriesContext(connection) as viele:
        assert rebuild_suchtexte(angebot_ids=ids) == 57
    assert len(viele) == len(wenige)
    assert rebuild_suchtexte(angebot_ids=ids) == 0
    assert not Angebot.objects.filter(suchtext="").exists()
