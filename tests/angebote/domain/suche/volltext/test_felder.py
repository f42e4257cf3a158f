from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Zugang
from angebote.domain.suche import Suchanfrage, list_treffer
from angebote.domain.suche.volltext import rebuild_volltext
from angebote.models import Angebot, Haltestelle, Kategorie, OrtHaltestelle, Volltext, Zugangsweg
from tests.factories import (
    AngebotFactory,
    KiezFactory,
    OrtFactory,
    OrtsteilFactory,
    PlanungsraumFactory,
    TraegerFactory,
)


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
    rebuild_volltext(angebot_ids=[treffer.pk, andere.pk])
    gefunden = set(list_treffer(Suchanfrage(q=q.replace("%00", "")), jetzt=jetzt))
    assert gefunden == {treffer.pk}


@pytest.mark.django_db
def test_search_leads_nobody_to_an_offer_by_the_words_that_keep_them_out(jetzt: datetime) -> None:
    """Nor by what people say on the phone, which is no fact about the offer."""
    angebot = AngebotFactory(
        titel="Stricken", ausschluss="Kinder unter 14 Jahren", anruf_hinweis="Sagen Sie Ihren Vornamen."
    )
    rebuild_volltext(angebot_ids=[angebot.pk])
    gefunden = {q: set(list_treffer(Suchanfrage(q=q), jetzt=jetzt)) for q in ("Stricken", "Kinder", "Vornamen")}
    assert gefunden == {"Stricken": {angebot.pk}, "Kinder": set(), "Vornamen": set()}


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
    rebuild_volltext(angebot_ids=[angebot.pk for angebot in angebote])
    gefunden = Angebot.objects.filter(pk__in=list_treffer(Suchanfrage(q=q), jetzt=jetzt))
    assert {angebot.titel for angebot in gefunden} == erwartet


@pytest.mark.django_db
def test_rebuild_volltext_of_many_needs_as_many_queries_as_of_few_and_writes_only_changes() -> None:
    ids = [AngebotFactory().pk for _nummer in range(60)]
    with CaptureQueriesContext(connection) as wenige:
        assert rebuild_volltext(angebot_ids=ids[:3]) == 3
    with CaptureQueriesContext(connection) as viele:
        assert rebuild_volltext(angebot_ids=ids) == 57
    assert len(viele) == len(wenige)
    assert rebuild_volltext(angebot_ids=ids) == 0
    assert set(Volltext.objects.values_list("pk", flat=True)) == set(ids)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "q",
    [
        *("Antonplatz", "anton", "Komponistenviertel", "Berlin Weissensee", "Weißenseer Spitze"),
        *("Bizetstraße", "bizetstr", "Bizetstraße 4", "13088", "13088 Bizetstrasse"),
    ],
)
def test_search_finds_what_the_pages_say_of_the_way(q: str, jetzt: datetime) -> None:
    ort = OrtFactory(
        name="Haus",
        strasse="Bizetstraße",
        hausnummer="4",
        plz="13088",
        kiez__name="Kiez im Osten",
        planungsraum=PlanungsraumFactory(name="Komponistenviertel"),
        ortsteil=OrtsteilFactory(name="Berlin-Weißensee"),
    )
    for nummer, name in enumerate(("Antonplatz", "Weißenseer Spitze")):
        halt = Haltestelle.objects.create(kennung=str(nummer), name=name, lat=52, lon=13)
        OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=214)
    treffer, andere = AngebotFactory(titel="Treff", ort=ort), AngebotFactory(titel="Schach", ort__name="Heim")
    rebuild_volltext(angebot_ids=[treffer.pk, andere.pk])
    assert list_treffer(Suchanfrage(q=q), jetzt=jetzt) == [treffer.pk]


@pytest.mark.django_db
def test_search_finds_offers_without_a_way_by_their_kieze_unless_they_serve_the_whole_district(jetzt: datetime) -> None:
    buch, karow = KiezFactory(name="Buch"), KiezFactory(name="Karow")
    angebote = {
        "nur Buch": (AngebotFactory(ort=None), [buch]),
        "alle einzeln": (AngebotFactory(ort=None), [buch, karow]),
        "ohne Angabe": (AngebotFactory(ort=None), []),
        "kommt nach Hause": (AngebotFactory(ort__kiez=karow), [buch]),
        "nur vor Ort": (AngebotFactory(ort__kiez=karow), [buch]),
    }
    for angebot, kieze in angebote.values():
        angebot.einzugsgebiet.set(kieze)
    Zugangsweg.objects.create(angebot=angebote["kommt nach Hause"][0], art=Zugang.ZUHAUSE)
    rebuild_volltext(angebot_ids=[angebot.pk for angebot, _kieze in angebote.values()])
    gefunden = set(list_treffer(Suchanfrage(q="Buch"), jetzt=jetzt))
    assert {name for name, (angebot, _kieze) in angebote.items() if angebot.pk in gefunden} == {
        "nur Buch",
        "kommt nach Hause",
    }
