import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import DATENSCHUTZ, RECHTE, list_rechte
from konzept.handbuch import build_kapiteladresse
from konzept.navigation import BEREICHE, Bereich
from tests.konten import create_konto, login
from tests.konzept.seiten import SEITEN
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


def test_each_part_asks_for_the_right_of_its_first_page() -> None:
    rechte = {seite.name: seite.recht for seite in SEITEN}
    assert {bereich.name: bereich.recht for bereich in BEREICHE}.items() <= rechte.items()


@pytest.mark.parametrize("rolle", RECHTE)
def test_menu_shows_exactly_the_parts_somebody_may_see(rolle: str) -> None:
    client = login(Client(), create_konto("person", rolle))
    eigene = {f"{app}.{name}" for app, _modell, name in list_rechte(rolle)}

    markup = parse_markup(client.get(reverse("konzept:uebersicht")).content.decode())

    adressen = {link.attrs["href"] for link in markup.find("a") if link.text in {str(eine.titel) for eine in BEREICHE}}
    assert adressen == {reverse(bereich.name) for bereich in BEREICHE if bereich.recht in eigene}


def test_menu_marks_the_part_one_is_in() -> None:
    client = login(Client(), create_konto("person", DATENSCHUTZ))
    markup = parse_markup(client.get(reverse("konzept:geschaeftsbereich-liste")).content.decode())
    assert [link.text for link in markup.find("a") if link.attrs.get("aria-current")] == ["Geschäftsbereiche"]


@pytest.mark.parametrize("bereich", BEREICHE, ids=lambda bereich: bereich.name)
def test_page_of_a_part_leads_to_its_chapter(bereich: Bereich) -> None:
    client = login(Client(), create_konto("person", DATENSCHUTZ))
    markup = parse_markup(client.get(reverse(bereich.name)).content.decode())
    hilfen = [link.attrs["href"] for link in markup.find("a") if link.text == "Hilfe zu dieser Seite"]
    assert hilfen == [build_kapiteladresse(bereich.kapitel, bereich.abschnitt)]


def test_page_of_no_part_has_no_help_of_its_own() -> None:
    client = login(Client(), create_konto("person", DATENSCHUTZ))
    assert "Hilfe zu dieser Seite" not in client.get("/intern/gibt-es-nicht/").content.decode()
