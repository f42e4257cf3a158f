"""The district's identity provider opens accounts that are there, and replaces no second factor unless told so."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.conf import LazySettings
from django.test import Client

from pankow_einsamkeit.models import Konto
from tests.konten import PASSWORT, create_konto, login
from tests.project.anmeldung.bezirksdienst import CLIENT_ID, CLIENT_SECRET, Bezirksdienst, run_bezirksdienst
from tests.project.test_settings import read_settings

pytestmark = pytest.mark.django_db
HINEIN, ZURUECK = "/konto/oidc/bezirk/login/", "/konto/oidc/bezirk/login/callback/"
ADRESSE = "redaktion@bezirk.example"


@pytest.fixture(scope="module")
def _dienst() -> Iterator[Bezirksdienst]:
    with run_bezirksdienst() as dienst:
        yield dienst


@pytest.fixture
def dienst(_dienst: Bezirksdienst, settings: LazySettings) -> Bezirksdienst:
    _dienst.claims = {"sub": "4711", "email": ADRESSE, "email_verified": True, "preferred_username": "technik"}
    _dienst.aussteller = ""
    _dienst.anfragen.clear()
    app = {
        "provider_id": "bezirk",
        "name": "Bezirksamt Pankow",
        "client_id": CLIENT_ID,
        "secret": CLIENT_SECRET,
        "settings": {"server_url": _dienst.adresse},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    return _dienst


@pytest.fixture
def konto(db: None) -> Konto:
    konto = create_konto("redaktion", "Redaktion", mit_faktor=False)
    konto.email = ADRESSE.upper()
    konto.save()
    return konto


def read_frage(client: Client, query: str = "") -> dict[str, str]:
    """What the browser is sent to the provider with."""
    antwort = client.get(HINEIN + query)
    assert antwort.status_code == 302
    return {name: werte[0] for name, werte in parse_qs(urlsplit(antwort["Location"]).query).items()}


def come_back(client: Client, query: str = "") -> Any:
    return client.get(ZURUECK, {"code": "c", "state": read_frage(client, query)["state"]})


def test_settings_switch_it_on() -> None:
    ohne = read_settings("SOCIALACCOUNT_PROVIDERS")
    mit = read_settings(
        "SOCIALACCOUNT_PROVIDERS",
        OIDC_SERVER_URL="https://idp.example",
        OIDC_CLIENT_ID="a",
        OIDC_CLIENT_SECRET="b",  # noqa: S106
        OIDC_NAME="Bezirk",
    )
    assert ohne == {"SOCIALACCOUNT_PROVIDERS": {}}
    [app] = mit["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert (app["name"], app["client_id"], app["secret"]) == ("Bezirk", "a", "b")
    assert app["settings"] == {"server_url": "https://idp.example"}


def test_without_settings_there_is_no_button_and_no_address(client: Client) -> None:
    assert "Anmelden über" not in client.get("/konto/anmelden/").content.decode()
    assert client.get(HINEIN).status_code == 404


def test_button_leads_to_the_provider_with_state_and_pkce(client: Client, dienst: Bezirksdienst) -> None:
    seite = client.get("/konto/anmelden/?next=/admin/angebote/ort/").content.decode()
    assert "Anmelden über Bezirksamt Pankow" in seite
    assert f'href="{HINEIN}?next=%2Fadmin%2Fangebote%2Fort%2F"' in seite
    assert f'href="{HINEIN}"' in client.get("/konto/anmelden/").content.decode()
    frage = read_frage(client)
    assert frage["client_id"] == CLIENT_ID
    assert frage["redirect_uri"] == f"http://testserver{ZURUECK}"
    assert (frage["response_type"], frage["code_challenge_method"]) == ("code", "S256")
    assert len(frage["state"]) >= 16
    assert len(frage["code_challenge"]) == 43


def test_account_is_found_by_its_verified_address_and_still_needs_the_second_factor(
    client: Client, dienst: Bezirksdienst, konto: Konto
) -> None:
    assert come_back(client, "?next=/admin/angebote/ort/")["Location"] == "/admin/angebote/ort/"
    [anfrage] = dienst.anfragen
    assert len(anfrage["code_verifier"][0]) >= 43
    assert SocialAccount.objects.get().user == konto
    assert client.get("/admin/")["Location"] == "/konto/zweiter-faktor/"
    assert Konto.objects.get().check_password(PASSWORT)
    assert not SocialToken.objects.exists()


def test_account_with_an_app_is_asked_for_the_code(client: Client, dienst: Bezirksdienst, konto: Konto) -> None:
    login(Client(), konto)  # sets one up
    assert come_back(client)["Location"] == "/konto/zweiter-faktor/eingeben/"
    assert client.get("/admin/")["Location"].startswith("/konto/anmelden/")


def test_account_once_found_is_known_by_the_identifier(client: Client, dienst: Bezirksdienst, konto: Konto) -> None:
    come_back(client)
    dienst.claims["email"] = "neuer.name@bezirk.example"
    assert come_back(Client()).status_code == 302
    assert SocialAccount.objects.get().user == konto


@pytest.mark.parametrize(
    "anders",
    [{"email": "fremd@bezirk.example"}, {"email_verified": False}, {"email_verified": None}, {"email": None}],
    ids=["unknown", "unverified", "verified unsaid", "none"],
)
def test_nobody_else_comes_in_and_no_account_comes_about(
    client: Client, dienst: Bezirksdienst, konto: Konto, anders: dict[str, Any]
) -> None:
    dienst.claims |= anders
    antwort = come_back(client)
    assert antwort.status_code == 200
    assert "Für Sie gibt es hier noch kein Konto" in antwort.content.decode()
    assert (Konto.objects.count(), SocialAccount.objects.count()) == (1, 0)
    assert client.get("/admin/")["Location"].startswith("/konto/anmelden/")


def test_address_of_two_accounts_opens_neither(client: Client, dienst: Bezirksdienst, konto: Konto) -> None:
    Konto.objects.create_user("zweite", email=ADRESSE)
    assert "noch kein Konto" in come_back(client).content.decode()
    assert not SocialAccount.objects.exists()


def test_locked_account_stays_locked(client: Client, dienst: Bezirksdienst, konto: Konto) -> None:
    come_back(Client())
    Konto.objects.update(is_active=False)
    assert come_back(client)["Location"] == "/konto/gesperrt/"
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("erlaubt", "amr", "status"),
    [
        (True, ["pwd", "mfa"], 200),
        (True, ["pwd"], 302),
        (True, "mfa", 302),
        (True, None, 302),
        (False, ["pwd", "mfa"], 302),
    ],
)
def test_second_factor_of_the_provider_counts_only_if_allowed_and_said(
    client: Client, dienst: Bezirksdienst, konto: Konto, settings: LazySettings, erlaubt: bool, amr: Any, status: int
) -> None:
    settings.OIDC_ZWEITER_FAKTOR = erlaubt
    dienst.claims["amr"] = amr
    come_back(client)
    assert client.get("/admin/").status_code == status


def test_second_factor_said_once_does_not_count_for_the_next_sign_in(
    client: Client, dienst: Bezirksdienst, konto: Konto, settings: LazySettings
) -> None:
    settings.OIDC_ZWEITER_FAKTOR = True
    dienst.claims["amr"] = ["mfa"]
    come_back(client)
    dienst.claims["amr"] = ["pwd"]
    come_back(client)
    assert client.get("/admin/").status_code == 302


def test_link_that_would_join_accounts_is_refused(dienst: Bezirksdienst, konto: Konto) -> None:
    client = login(Client(), konto)
    dienst.claims["email"] = "angreifer@bezirk.example"
    antwort = come_back(client, "?process=connect")
    assert "Das hat nicht geklappt" in antwort.content.decode() or antwort.status_code == 403
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("query", ["?code=c", "?code=c&state=geraten", "?error=server_error", "?code=c&state="])
def test_way_back_that_nobody_has_begun_is_refused(
    client: Client, dienst: Bezirksdienst, konto: Konto, query: str
) -> None:
    antwort = client.get(ZURUECK + query)
    assert "Das hat nicht geklappt" in antwort.content.decode()
    assert dienst.anfragen == []


def test_token_of_another_provider_is_refused(client: Client, dienst: Bezirksdienst, konto: Konto) -> None:
    dienst.aussteller = "https://anderswo.example"
    assert "Das hat nicht geklappt" in come_back(client).content.decode()
    assert not SocialAccount.objects.exists()


def test_provider_that_is_down_is_told_politely(client: Client, dienst: Bezirksdienst, settings: LazySettings) -> None:
    [app] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    app["settings"] = {"server_url": "http://127.0.0.1:1"}
    antwort = client.get(HINEIN)
    assert antwort.status_code == 503
    assert "Das hat nicht geklappt" in antwort.content.decode()


def test_giving_up_at_the_provider_leads_back(client: Client, dienst: Bezirksdienst) -> None:
    frage = read_frage(client)
    antwort = client.get(ZURUECK, {"error": "access_denied", "state": frage["state"]}, follow=True)
    assert "abgebrochen" in antwort.content.decode()
