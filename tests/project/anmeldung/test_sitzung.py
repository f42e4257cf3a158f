"""How long a session lives, what the page that warns is told, and what the sign-in page says afterwards."""

import time
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client

from pankow_einsamkeit.models import Konto
from tests.konten import create_konto, login

pytestmark = pytest.mark.django_db
ADRESSE, ANMELDEN = "/konto/sitzung/", "/konto/anmelden/"
STUNDE = 3600  # seconds


@pytest.fixture
def konto(db: None) -> Konto:
    return create_konto("redaktion", "Redaktion")


@pytest.fixture
def client(konto: Konto) -> Client:
    return login(Client(), konto)


def age(client: Client, sekunden: float) -> None:
    """As if everything in this session had happened so long ago."""
    session = client.session
    for nachweis in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        nachweis["at"] -= sekunden
    session["zuletzt"] = session.get("zuletzt", time.time()) - sekunden
    session.save()


def read(antwort: Any) -> dict[str, Any]:
    assert antwort.status_code == 200
    assert "no-store" in antwort["Cache-Control"]
    inhalt: dict[str, Any] = antwort.json()
    return inhalt


@pytest.mark.parametrize(("alter", "rest"), [(0, STUNDE), (3000, 600), (3590, 10)])
def test_question_tells_how_long_is_left_and_does_not_extend(client: Client, alter: int, rest: int) -> None:
    age(client, alter)
    for _mal in range(2):
        assert read(client.get(ADRESSE))["sekunden"] == pytest.approx(rest, abs=5)


def test_click_extends_to_the_full_time(client: Client) -> None:
    age(client, 3500)
    assert read(client.post(ADRESSE))["sekunden"] == pytest.approx(STUNDE, abs=5)
    assert read(client.get(ADRESSE))["sekunden"] == pytest.approx(STUNDE, abs=5)


def test_any_page_of_the_staff_extends_it_too(client: Client) -> None:
    age(client, 3500)
    client.get("/admin/")
    assert read(client.get(ADRESSE))["sekunden"] == pytest.approx(STUNDE, abs=5)


def test_end_of_the_day_does_not_move(client: Client) -> None:
    age(client, 12 * STUNDE - 120)
    assert read(client.post(ADRESSE))["sekunden"] == pytest.approx(120, abs=5)


def test_time_follows_the_settings(client: Client, settings: Any) -> None:
    settings.SESSION_COOKIE_AGE = 600
    assert read(client.get(ADRESSE))["sekunden"] == pytest.approx(600, abs=5)


def test_visitor_is_told_nothing_and_gets_no_cookie(db: None) -> None:
    visitor = Client()
    assert read(visitor.get(ADRESSE)) == {"angemeldet": False}
    assert read(visitor.post(ADRESSE)) == {"angemeldet": False}
    assert not visitor.cookies


def test_session_without_second_factor_is_led_away(konto: Konto) -> None:
    client = login(Client(), konto, mit_faktor=False)
    assert client.get(ADRESSE).status_code == 302


def test_token_of_the_answer_opens_a_form_after_signing_in_again(konto: Konto) -> None:
    client = login(Client(enforce_csrf_checks=True), konto)
    altes = read(client.get(ADRESSE))["token"]
    del client.cookies["csrftoken"]  # signing in gives another one
    neues = read(client.get(ADRESSE))["token"]
    assert client.post(ADRESSE, {"csrfmiddlewaretoken": altes}).status_code == 403
    assert client.post(ADRESSE, {"csrfmiddlewaretoken": neues}).status_code == 200


def test_page_of_the_staff_carries_the_warning_and_a_public_one_does_not(client: Client) -> None:
    assert 'data-sitzung="/konto/sitzung/" data-sekunden="3' in client.get("/admin/").content.decode()
    assert "data-sitzung" not in client.get("/").content.decode()
    assert "data-sitzung" not in client.get("/admin/angebote/ort/add/?_popup=1").content.decode()


@pytest.mark.parametrize(("methode", "sagt_verlust"), [("get", False), ("post", True)])
def test_sign_in_page_says_that_the_session_has_ended_and_what_was_not_saved(
    client: Client, methode: str, sagt_verlust: bool
) -> None:
    Session.objects.all().delete()  # what the end of its time amounts to
    assert getattr(client, methode)("/admin/angebote/ort/add/").status_code == 302
    seite = client.get(ANMELDEN).content.decode()
    assert "Ihre Anmeldung ist abgelaufen, weil Sie lange nichts angeklickt haben." in seite
    assert ("ist nicht gespeichert" in seite) == sagt_verlust


def test_sign_in_page_says_nothing_to_whoever_was_not_signed_in(db: None) -> None:
    visitor = Client()
    visitor.get("/admin/")
    assert "abgelaufen" not in visitor.get(ANMELDEN).content.decode()
