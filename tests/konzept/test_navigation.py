import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import DATENSCHUTZ, RECHTE, list_rechte
from konzept.navigation import BEREICHE
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
