"""What is not there or not allowed below /intern/ and /admin/: staff stay in their frame, everybody else sees what they saw."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT, REDAKTION
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto, login
from tests.konzept.factories_kooperation import KooperationsanfrageFactory
from tests.konzept.factories_netz import AufgabeFactory
from tests.pages.markup import Markup, parse_markup

pytestmark = pytest.mark.django_db
OEFFENTLICHES = "Vielleicht ist das Angebot zu Ende"


@pytest.fixture
def redaktion() -> Client:
    return login(Client(), create_konto("redaktion", REDAKTION))


def read_page(client: Client, adresse: str, *, status: int) -> Markup:
    antwort = client.get(adresse)
    assert antwort.status_code == status
    return parse_markup(antwort.content.decode())


def read_text(markup: Markup) -> str:
    [body] = markup.find("body")
    return " ".join(body.text.split())


def list_wege(markup: Markup) -> list[tuple[str, str]]:
    return [(link.text, str(link.attrs["href"])) for link in markup.find("a") if link.text.startswith(("Zu: ", "Zur "))]


def test_missing_entry_leads_to_the_list_of_its_part_and_to_the_overview(redaktion: Client) -> None:
    markup = read_page(redaktion, "/intern/massnahmen/999999/", status=404)

    assert [h1.text for h1 in markup.find("h1")] == ["Diese Seite gibt es nicht"]
    assert list_wege(markup) == [("Zu: Maßnahmen", reverse("konzept:massnahme-tafel")), ("Zur Übersicht", "/intern/")]
    assert OEFFENTLICHES not in read_text(markup)


def test_missing_page_of_no_part_leads_to_the_overview(redaktion: Client) -> None:
    markup = read_page(redaktion, "/intern/gibt-es-nicht/", status=404)
    assert list_wege(markup) == [("Zur Übersicht", "/intern/")]


def test_refusal_names_the_roles_that_would_do_and_those_of_the_account(redaktion: Client) -> None:
    markup = read_page(redaktion, reverse("konzept:anfrage-liste"), status=403)

    assert [h1.text for h1 in markup.find("h1")] == ["Das darf Ihr Konto nicht"]
    assert "Dafür braucht ein Konto eine dieser Rollen: „Konzept“, „Datenschutz-Lesen“." in read_text(markup)
    assert "Ihr Konto hat die Rolle „Redaktion“." in read_text(markup)
    assert "nicht gespeichert" not in read_text(markup)
    assert list_wege(markup) == [("Zur Übersicht", "/intern/")]


def test_refusal_says_the_same_whether_the_entry_exists_or_not(redaktion: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    vorhanden, fehlend = (reverse("konzept:anfrage-detail", args=[pk]) for pk in (anfrage.pk, 999_999))
    texte = {read_text(read_page(redaktion, adresse, status=403)) for adresse in (vorhanden, fehlend)}
    assert len(texte) == 1


def test_refusal_inside_a_view_names_the_role_too(redaktion: Client) -> None:
    """Anybody may read tasks; this one was given to nobody else."""
    adresse = reverse("konzept:aufgabe-schritt", args=[AufgabeFactory().pk])
    text = read_text(read_page(redaktion, adresse, status=403))
    assert "Dafür braucht ein Konto die Rolle „Konzept“." in text


def test_account_without_a_role_is_led_to_the_redaktion_instead() -> None:
    markup = read_page(login(Client(), create_konto("neu")), "/intern/", status=403)
    assert "Ihr Konto hat noch keine Rolle." in read_text(markup)
    assert list_wege(markup) == [("Zur Redaktion", "/admin/")]


def test_refused_form_says_that_nothing_was_saved(redaktion: Client) -> None:
    antwort = redaktion.post(reverse("konzept:massnahme-neu"), {"titel": "x"})
    assert antwort.status_code == 403
    assert "Was Sie gerade abgeschickt haben, ist nicht gespeichert." in antwort.content.decode()


@pytest.mark.parametrize("adresse", ["/intern/massnahmen/neu/", "/admin/konzept/gremium/add/"])
def test_form_with_an_old_token_is_explained_in_the_frame(adresse: str) -> None:
    client = login(Client(enforce_csrf_checks=True), create_konto("konzept", KONZEPT))

    antwort = client.post(adresse, {"titel": "x"})

    assert antwort.status_code == 403
    html = antwort.content.decode()
    assert "Das Formular ist nicht gespeichert" in html
    assert "Diese Seite ist nicht für alle" not in html


@pytest.mark.parametrize(
    ("adresse", "status", "titel"),
    [
        ("/admin/gibt-es-nicht/", 404, "Diese Seite gibt es nicht"),
        ("/admin/konzept/kooperationsanfrage/", 403, "Das darf Ihr Konto nicht"),
    ],
)
def test_admin_keeps_its_own_frame(redaktion: Client, adresse: str, status: int, titel: str) -> None:
    markup = read_page(redaktion, adresse, status=status)

    assert titel in [h1.text for h1 in markup.find("h1")]
    assert ("Zur Übersicht der Redaktion", "/admin/") in list_wege(markup)
    assert [div for div in markup.find("div") if div.attrs.get("id") == "user-tools"]


@pytest.mark.parametrize("adresse", ["/gibt-es-nicht/", "/angebote/gibt-es-nicht/"])
def test_visitors_keep_their_page_without_a_cookie_and_staff_see_it_on_public_addresses(
    client: Client, redaktion: Client, adresse: str
) -> None:
    antwort = client.get(adresse)

    assert OEFFENTLICHES in antwort.content.decode()
    assert dict(antwort.cookies) == {}
    assert OEFFENTLICHES in read_text(read_page(redaktion, adresse, status=404))


def test_visitor_of_an_internal_address_is_asked_to_sign_in(client: Client) -> None:
    antwort = client.get("/intern/gibt-es-nicht/")
    assert antwort.status_code == 302
    assert antwort["Location"].startswith("/konto/anmelden/")


def test_account_that_is_no_staff_sees_the_public_refusal(client: Client) -> None:
    konto = create_konto("ehemalig", REDAKTION)
    login(client, konto)
    Konto.objects.filter(pk=konto.pk).update(is_staff=False)

    markup = read_page(client, "/intern/", status=403)

    assert "Diese Seite ist nicht für alle" in read_text(markup)
    assert "Rolle" not in read_text(markup)
    assert settings.SESSION_COOKIE_NAME in client.cookies
