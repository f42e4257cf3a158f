from typing import Any

import pytest
from django.test import Client

from angebote.choices import Motiv, Zugang
from angebote.models import Angebot, Foto, Zugangsweg
from angebote.views.fotobilder import build_eingangsbilder, build_fotobilder
from tests.factories import AngebotFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


def create_foto(alt_text: str, **felder: Any) -> Foto:
    angaben = {"kennung": alt_text, "bildnachweis": "Bezirksamt", "breite": 960, "hoehe": 640, "breiten": [480, 960]}
    return Foto.objects.create(alt_text=alt_text, **angaben | felder)


@pytest.fixture
def angebot() -> Angebot:
    angebot: Angebot = AngebotFactory(slug="skat")
    create_foto("Zweites Bild", angebot=angebot, motiv=Motiv.AKTIVITAET, reihenfolge=2)
    create_foto("Erstes Bild", angebot=angebot, motiv=Motiv.RAUM, reihenfolge=1)
    create_foto("Raum im Haus", ort=angebot.ort, motiv=Motiv.RAUM)
    create_foto("Tür vom Haus", ort=angebot.ort, motiv=Motiv.EINGANG)
    create_foto("Anderes Angebot", angebot=AngebotFactory(), motiv=Motiv.RAUM)
    return angebot


def test_fotos_of_the_offer_come_first_in_their_order_and_the_entrance_stands_apart(angebot: Angebot) -> None:
    assert [bild.alt_text for bild in build_fotobilder(angebot)] == ["Erstes Bild", "Zweites Bild", "Raum im Haus"]
    assert [bild.alt_text for bild in build_eingangsbilder(angebot)] == ["Tür vom Haus"]


def test_fotos_of_an_offer_without_place_are_its_own() -> None:
    angebot = AngebotFactory(ort=None)
    create_foto("Ein Telefon", angebot=angebot, motiv=Motiv.AKTIVITAET)
    assert [bild.alt_text for bild in build_fotobilder(angebot)] == ["Ein Telefon"]
    assert build_eingangsbilder(angebot) == []


def test_page_shows_each_foto_with_description_sizes_and_credit(client: Client, angebot: Angebot) -> None:
    html = client.get("/angebote/skat/").content.decode()
    markup = parse_markup(html)
    bilder = {bild.attrs["alt"]: bild.attrs for bild in markup.find("img")}
    assert list(bilder) == ["Erstes Bild", "Zweites Bild", "Raum im Haus", "Tür vom Haus"]
    tuer = bilder["Tür vom Haus"]
    assert (tuer["width"], tuer["height"], tuer["loading"]) == ("960", "640", "lazy")
    assert [zeile.attrs["type"] for zeile in markup.find("source")] == ["image/webp"] * 4
    assert {text.text for text in markup.find("figcaption")} == {
        "Raum · Foto: Bezirksamt",
        "Aktivität · Foto: Bezirksamt",
        "Eingang · Foto: Bezirksamt",
    }
    assert html.index("Zweites Bild") < html.index('id="wann"') < html.index('id="wo"') < html.index('alt="Tür vom')


def test_page_without_a_way_to_go_shows_no_entrance(client: Client, angebot: Angebot) -> None:
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    assert 'alt="Tür vom Haus"' not in client.get("/angebote/skat/").content.decode()


def test_page_without_fotos_has_no_empty_frame(client: Client) -> None:
    AngebotFactory(slug="ohne")
    assert "<figure" not in client.get("/angebote/ohne/").content.decode()


def test_srcset_names_every_file_with_its_width(angebot: Angebot) -> None:
    bild = build_eingangsbilder(angebot)[0]
    assert bild.src.endswith("-960.jpg")
    assert [teil.split()[1] for teil in bild.srcset_webp.split(", ")] == ["480w", "960w"]
    assert bild.srcset_jpg.count(".jpg ") == 2


def test_search_engines_are_told_the_photos_of_the_offer(client: Client, angebot: Angebot, settings: Any) -> None:
    settings.BASIS_URL = "https://portal.example/"
    html = client.get("/angebote/skat/").content.decode()
    assert '"image": ["https://portal.example/fotos/' in html
