"""Offers like this one on its page. The clock is the real one: views read it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Kostenart, Status, Wochentag
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot, Kategorie, Kosten
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaffee() -> Angebot:
    return create_treffen("Kaffee", slug="kaffee", ort=OrtFactory(kiez=KiezFactory(name="Weißensee")))


def create_treffen(titel: str, **felder: Any) -> Angebot:
    angebot = AngebotFactory(titel=titel, **felder)
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    return angebot


def refresh() -> None:
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=timezone.localdate())


def read_section(client: Client, angebot: Angebot) -> str:
    """The part of the page with its markup; empty if it is not there."""
    refresh()
    html = client.get(angebot.get_absolute_url()).content.decode()
    treffer = re.search(r"<section[^>]*aehnliche-titel.*?</section>", html, re.DOTALL)
    return treffer[0] if treffer else ""


def read_text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("felder", [{}, {"status": Status.ARCHIVIERT}, {"status": Status.PAUSIERT}])
def test_page_shows_similar_offers_with_reason_date_place_and_cost(
    client: Client, kaffee: Angebot, felder: dict[str, Any]
) -> None:
    Angebot.objects.filter(pk=kaffee.pk).update(**felder)
    waffeln = create_treffen("Waffeln <b>", ort__name="Haus Rot", ort__kiez=kaffee.ort.kiez)
    Kosten.objects.create(angebot=waffeln, art=Kostenart.KOSTENLOS)
    for angebot in (kaffee, waffeln):
        ZeitFactory(angebot=angebot, wochentag=Wochentag.DI)
    html = read_section(client, kaffee)
    text = read_text(html)
    assert text.startswith("Ähnliche Angebote Waffeln &lt;b&gt; Auch in Weißensee, dienstags Wann:")
    assert re.search(
        r"Wann: .*14 bis 16.Uhr Wo: Haus Rot.* · Weißensee kostenlos Auf den Merkzettel : Waff[^:]*$", text
    )
    assert f'href="{waffeln.get_absolute_url()}"' in html


def test_page_says_that_the_times_of_a_similar_offer_are_not_known(client: Client, kaffee: Angebot) -> None:
    create_treffen("Waffeln", ort__kiez=kaffee.ort.kiez)
    text = read_text(read_section(client, kaffee))
    assert "Zeiten nicht bekannt" in text
    assert "kostenlos" not in text


def test_page_leaves_similar_offers_out_where_there_are_none_and_on_paper(client: Client, kaffee: Angebot) -> None:
    assert read_section(client, kaffee) == ""
    create_treffen("Waffeln")
    assert "nicht-drucken" in read_section(client, kaffee)


@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.ARCHIVIERT])
def test_page_has_similar_offers_between_its_facts_and_the_ways_on(
    client: Client, kaffee: Angebot, status: Status
) -> None:
    Angebot.objects.filter(pk=kaffee.pk).update(status=status)
    create_treffen("Waffeln")
    refresh()
    html = client.get(kaffee.get_absolute_url()).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    titel = [read_text(zeile) for zeile in re.findall(r"<h[1-3].*?</h[1-3]>", main, re.DOTALL)]
    weiter = "Weiter suchen" if status == Status.ARCHIVIERT else "Passt nicht ganz?"
    assert titel[-3:] == ["Ähnliche Angebote", "Waffeln", weiter]


def test_page_needs_as_many_queries_among_three_hundred_offers_as_among_four(
    client: Client, kaffee: Angebot, django_assert_num_queries: Any
) -> None:
    """Three for the proposals: version of the catalogue, offers, dates."""
    kieze = [KiezFactory() for _ in range(4)]
    for anzahl in (3, 300):
        for nummer in range(anzahl - Angebot.objects.count() + 1):
            treffen = create_treffen(f"Treff {nummer}", ort=OrtFactory(kiez=kieze[nummer % 4]))
            ZeitFactory(angebot=treffen, wochentag=Wochentag(nummer % 7))
        assert read_section(client, kaffee).count("data-angebot") == 3
        with django_assert_num_queries(24):
            client.get(kaffee.get_absolute_url())
