import re

import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Anmeldung, Kostenart, Status, Wochentag, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot, Kategorie, Kiez, Kosten, Zugangsweg
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, PlanungsraumFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def refresh_all() -> None:
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=timezone.localdate())


@pytest.fixture
def weissensee() -> Kiez:
    kiez = KiezFactory(name="Weißensee", slug="weissensee")
    kiez.nachbarn.add(KiezFactory(name="Karow", slug="karow"))
    PlanungsraumFactory(kiez=kiez, name="Komponistenviertel")
    PlanungsraumFactory(kiez=kiez, name="Weißensee")
    return kiez


def test_kiez_liste_counts_public_offers_and_names_quarters(client: Client, weissensee: Kiez) -> None:
    AngebotFactory(ort=OrtFactory(kiez=weissensee))
    AngebotFactory(ort=OrtFactory(kiez=weissensee), status=Status.ENTWURF)
    refresh_all()
    html = client.get("/kieze/").content.decode()
    zahlen = dict(
        re.findall(r'href="/kieze/([\w-]+)/">\s*<span class="kachel__name">.*?(\d+) Angebot', html, re.DOTALL)
    )
    assert zahlen == {"weissensee": "1", "karow": "0"}
    assert "Komponistenviertel" in html


def test_kiez_names_quarters_and_neighbours_but_no_residents(client: Client, weissensee: Kiez) -> None:
    Kiez.objects.update(einwohner=12345)
    html = client.get("/kieze/weissensee/").content.decode()
    assert "Dazu gehören: Komponistenviertel." in html
    assert 'href="/kieze/karow/"' in html
    assert "12345" not in html
    assert "12.345" not in html


def test_kiez_named_after_a_square_is_called_as_people_say_it(client: Client, db: None) -> None:
    KiezFactory(slug="helmholtzplatz", name="Helmholtzplatz")
    assert "Angebote am Helmholtzplatz</h2>" in client.get("/kieze/helmholtzplatz/").content.decode()
    liste = client.get("/angebote/", {"kiez": "helmholtzplatz"}).content.decode()
    assert "Nicht mehr filtern nach: </span>am Helmholtzplatz</span>" in liste


def test_kiez_shows_cards_of_its_own_public_offers(client: Client, weissensee: Kiez) -> None:
    hier = ZeitFactory(angebot__ort=OrtFactory(kiez=weissensee), wochentag=Wochentag.DI).angebot
    AngebotFactory(ort=OrtFactory(kiez=weissensee), status=Status.ENTWURF)
    AngebotFactory(ort=OrtFactory(kiez=Kiez.objects.get(slug="karow")))
    refresh_all()
    html = client.get("/kieze/weissensee/").content.decode()
    assert re.findall(r'data-angebot="(\d+)"', html) == [str(hier.pk)]


def test_kiez_links_into_search_with_the_numbers_the_search_finds(client: Client, weissensee: Kiez) -> None:
    kategorie = Kategorie.objects.get(slug="cafe-treff")
    for _nummer in range(2):
        angebot = AngebotFactory(ort=OrtFactory(kiez=weissensee), anmeldung=Anmeldung.OHNE)
        angebot.kategorien.add(kategorie)
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    am_telefon = AngebotFactory(ort=None)
    Zugangsweg.objects.create(angebot=am_telefon, art=Zugang.TELEFON)
    refresh_all()
    html = client.get("/kieze/weissensee/").content.decode()
    links = {
        url.replace("&amp;", "&"): int(zahl)
        for url, zahl in re.findall(
            r'href="(/angebote/\?kiez=weissensee[^"]*)"[^>]*>(?:(?!</a>).)*?(\d+)\D*?</a>', html, re.DOTALL
        )
    }
    assert links == {
        "/angebote/?kiez=weissensee#treffer": 3,
        "/angebote/?kiez=weissensee&kategorie=cafe-treff#treffer": 2,
        "/angebote/?kiez=weissensee&kosten=kostenlos#treffer": 1,
        "/angebote/?kiez=weissensee&barrierefrei=stufenlos#treffer": 1,
        "/angebote/?kiez=weissensee&anmeldung=ohne#treffer": 2,
    }
    for url, anzahl in links.items():
        assert len(re.findall(r"data-angebot=", client.get(url).content.decode())) == anzahl


def test_kiez_week_lists_single_dates_and_leaves_opening_hours_to_the_cards(client: Client, weissensee: Kiez) -> None:
    einmal = ZeitFactory(angebot__ort=OrtFactory(kiez=weissensee), angebot__titel="Singen", wochentag=Wochentag.DI)
    haus = AngebotFactory(ort=OrtFactory(kiez=weissensee), titel="Offenes Haus")
    for wochentag in (Wochentag.MO, Wochentag.DO):
        ZeitFactory(angebot=haus, wochentag=wochentag)
    refresh_all()
    html = client.get("/kieze/weissensee/").content.decode()
    woche = html[html.index('class="terminliste"') : html.index("themen-titel")]
    assert re.findall(r'<a href="/angebote/([\w-]+)/">', woche) == [einmal.angebot.slug]


def test_kiez_unknown_is_not_found_and_names_all_kieze(client: Client, weissensee: Kiez) -> None:
    antwort = client.get("/kieze/gibt-es-nicht/")
    assert antwort.status_code == 404
    assert {"/kieze/weissensee/", "/kieze/karow/"} <= set(re.findall(r'href="([^"]+)"', antwort.content.decode()))
