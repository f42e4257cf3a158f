"""A forgotten password is set anew by mail; nobody learns by it who has an account."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from pankow_einsamkeit.logfilter import drop_secrets
from pankow_einsamkeit.models import Konto
from tests.konten import PASSWORT, create_konto, login

pytestmark = pytest.mark.django_db
VERGESSEN = "/konto/passwort/vergessen/"
NEU = "ein-anderes-langes-passwort"


@pytest.fixture
def konto(db: None) -> Konto:
    konto = create_konto("redaktion", "Redaktion")
    Konto.objects.filter(pk=konto.pk).update(email="redaktion@example.org")
    return konto


def request_link(client: Client, adresse: str) -> tuple[Any, str]:
    antwort = client.post(VERGESSEN, {"email": adresse}, follow=True)
    return antwort, mail.outbox[-1].body


def read_link(text: str) -> str:
    return re.search(r"http://testserver(/konto/passwort/neu/\S+)", text)[1]  # type: ignore[index]


def test_link_sets_a_new_password_once_and_the_second_factor_is_still_asked_for(client: Client, konto: Konto) -> None:
    angemeldet = login(Client(), konto)
    _antwort, text = request_link(client, "Redaktion@example.org")
    seite = client.get(read_link(text), follow=True)
    ziel = seite.redirect_chain[-1][0]
    assert ziel.endswith("-set-password/")  # the key has left the address
    client.post(ziel, {"password1": NEU, "password2": NEU})

    assert Konto.objects.get().check_password(NEU)
    assert angemeldet.get("/admin/").status_code == 302
    neu = Client()
    antwort = neu.post("/konto/anmelden/", {"login": "redaktion", "password": NEU})
    assert antwort["Location"] == "/konto/zweiter-faktor/eingeben/"
    assert "Dieser Link gilt nicht mehr" in Client().get(read_link(text), follow=True).content.decode()


def test_known_unknown_and_locked_address_get_the_same_page_and_one_mail_each(client: Client, konto: Konto) -> None:
    gesperrt = Konto.objects.create_user("gesperrt", email="gesperrt@example.org", is_active=False)
    seiten = {}
    for adresse in ("redaktion@example.org", "niemand@example.org", gesperrt.email):
        antwort, _text = request_link(Client(), adresse)
        seiten[adresse] = (antwort.status_code, antwort.redirect_chain, antwort.content)
    assert len(set(map(str, seiten.values()))) == 1
    assert [brief.to for brief in mail.outbox] == [[adresse] for adresse in seiten]
    assert ["/neu/" in brief.body for brief in mail.outbox] == [True, False, False]
    assert {brief.subject for brief in mail.outbox} == {"Gemeinsam in Pankow: Neues Passwort"}


def test_mail_server_that_is_down_tells_nothing(client: Client, konto: Konto, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    for adresse in ("redaktion@example.org", "niemand@example.org"):
        assert client.post(VERGESSEN, {"email": adresse})["Location"] == f"{VERGESSEN}gesendet/"


def test_link_is_asked_for_three_times_an_hour_at_most(client: Client, konto: Konto) -> None:
    assert [client.post(VERGESSEN, {"email": "redaktion@example.org"}).status_code for _ in range(4)] == [302] * 3 + [
        429
    ]


@pytest.mark.parametrize("neu", ["kurz", "passwort1234"[:11], "redaktion-redaktion"[:9], ""])
def test_weak_password_is_refused(konto: Konto, neu: str) -> None:
    client = login(Client(), konto)
    daten = {"oldpassword": PASSWORT, "password1": neu, "password2": neu}
    antwort = client.post("/konto/passwort/aendern/", daten)
    assert antwort.status_code == 200
    assert antwort.context["form"].errors.keys() == {"password1"} | ({"password2"} if not neu else set())
    assert Konto.objects.get().check_password(PASSWORT)


def test_password_is_changed_with_the_present_one_only(konto: Konto) -> None:
    client = login(Client(), konto)
    client.post("/konto/passwort/aendern/", {"oldpassword": "falsch", "password1": NEU, "password2": NEU})
    assert Konto.objects.get().check_password(PASSWORT)
    client.post("/konto/passwort/aendern/", {"oldpassword": PASSWORT, "password1": NEU, "password2": NEU})
    assert Konto.objects.get().check_password(NEU)
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/password_change/")["Location"] == "/konto/passwort/aendern/"


def test_link_stays_out_of_the_logs() -> None:
    zeile = '"GET /konto/passwort/neu/4-c8abc-0123456789abcdef/ HTTP/1.1" 302'
    assert drop_secrets(zeile) == '"GET /konto/passwort/neu/… HTTP/1.1" 302'


@pytest.mark.parametrize("adresse", ["signup/", "registrieren/", "email/", "login/", "2fa/", "3rdparty/", ""])
def test_pages_that_nobody_needs_are_not_there(client: Client, adresse: str) -> None:
    assert client.get(f"/konto/{adresse}").status_code == 404
