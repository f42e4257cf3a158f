"""Nobody sees a staff page without a second factor in this very session, whichever way they came."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from pankow_einsamkeit.anmeldung.demo import build_code
from pankow_einsamkeit.decorators import staff_page
from pankow_einsamkeit.models import Konto
from tests.konten import GEHEIMNIS, PASSWORT, create_konto, login, read_code

pytestmark = pytest.mark.django_db
ANMELDEN, EINGEBEN, FAKTOR = "/konto/anmelden/", "/konto/zweiter-faktor/eingeben/", "/konto/zweiter-faktor/"
INTERNE = ["/admin/", "/admin/jsi18n/", "/admin/angebote/angebot/", "/admin/gibt-es-nicht/", "/intern/", "/intern/x/"]


@pytest.fixture
def konto(db: None) -> Konto:
    return create_konto("redaktion", "Redaktion", mit_faktor=False)


@pytest.fixture
def konto_mit_app(konto: Konto) -> Konto:
    TOTP.activate(konto, GEHEIMNIS)
    return konto


def send_passwort(client: Client, passwort: str = PASSWORT, **felder: str) -> Any:
    return client.post(ANMELDEN, {"login": "redaktion", "password": passwort, **felder})


def read_admin(client: Client) -> tuple[int, str]:
    antwort = client.get("/admin/")
    return antwort.status_code, antwort.get("Location", "")


@pytest.mark.parametrize("adresse", INTERNE)
@pytest.mark.parametrize("methode", ["get", "post", "head"])
def test_visitor_is_led_to_the_sign_in_and_back(client: Client, adresse: str, methode: str) -> None:
    antwort = getattr(client, methode)(adresse + "?q=a%26b")
    assert antwort.status_code == 302
    assert antwort["Location"] == f"{ANMELDEN}?next={adresse.replace('/', '%2F')}%3Fq%3Da%2526b"


def test_password_and_code_open_the_staff_pages(client: Client, konto_mit_app: Konto) -> None:
    assert send_passwort(client, next="/admin/angebote/ort/")["Location"] == EINGEBEN
    assert read_admin(client) == (302, f"{ANMELDEN}?next=%2Fadmin%2F")
    code, _rest = build_code(GEHEIMNIS, jetzt=timezone.now())
    assert client.post(EINGEBEN, {"code": code})["Location"] == "/admin/angebote/ort/"
    assert read_admin(client) == (200, "")


def test_code_is_good_for_one_sign_in_only(konto_mit_app: Konto) -> None:
    code = read_code(GEHEIMNIS, sekunden=time.time())
    status = []
    for client in (Client(), Client()):
        send_passwort(client)
        status.append((client.post(EINGEBEN, {"code": code}).status_code, read_admin(client)[0]))
    assert status == [(302, 200), (200, 302)]


@pytest.mark.parametrize("schritte", [-1, 1])
def test_code_of_a_clock_that_is_half_a_minute_wrong_is_taken(
    client: Client, konto_mit_app: Konto, schritte: int
) -> None:
    send_passwort(client)
    client.post(EINGEBEN, {"code": read_code(GEHEIMNIS, sekunden=time.time() + 30 * schritte)})
    assert read_admin(client) == (200, "")


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "1" * 5000])
def test_wrong_code_is_refused_and_opens_nothing(client: Client, konto_mit_app: Konto, code: str) -> None:
    send_passwort(client)
    antwort = client.post(EINGEBEN, {"code": code})
    assert antwort.status_code == 200
    assert 'id="fehlerliste"' in antwort.content.decode()
    assert read_admin(client)[0] == 302


def test_account_without_second_factor_is_led_to_set_one_up_and_nowhere_else(client: Client, konto: Konto) -> None:
    assert send_passwort(client)["Location"] == "/admin/"
    for adresse in INTERNE:
        antwort = client.get(adresse)
        assert (antwort.status_code, antwort["Location"]) == (302, FAKTOR)
    assert "Bevor Sie weiterarbeiten" in client.get(FAKTOR).content.decode()


def test_setting_up_the_app_opens_the_staff_pages_and_shows_the_codes_once(client: Client, konto: Konto) -> None:
    send_passwort(client)
    geheimnis = client.get(f"{FAKTOR}app/einrichten/").context["form"].secret
    antwort = client.post(f"{FAKTOR}app/einrichten/", {"code": read_code(geheimnis, sekunden=time.time())}, follow=True)
    assert antwort.redirect_chain == [(f"{FAKTOR}notfallcodes/", 302)]
    codes = antwort.context["unused_codes"]
    assert len(set(codes)) == 10
    assert all(code in antwort.content.decode() for code in codes)
    assert read_admin(client) == (200, "")
    nochmal = client.get(f"{FAKTOR}notfallcodes/").content.decode()
    assert not any(code in nochmal for code in codes)
    assert geheimnis not in str(Authenticator.objects.get(type="totp").data)

    ohne_handy = Client()
    send_passwort(ohne_handy)
    ohne_handy.post(EINGEBEN, {"code": codes[3]})
    assert read_admin(ohne_handy) == (200, "")
    zum_zweiten = Client()
    send_passwort(zum_zweiten)
    zum_zweiten.post(EINGEBEN, {"code": codes[3]})
    assert read_admin(zum_zweiten)[0] == 302


def test_wrong_first_code_keeps_the_secret_that_was_already_scanned(client: Client, konto: Konto) -> None:
    send_passwort(client)
    geheimnis = client.get(f"{FAKTOR}app/einrichten/").context["form"].secret
    antwort = client.post(f"{FAKTOR}app/einrichten/", {"code": "000000"})
    assert antwort.context["form"].secret == geheimnis
    assert not Authenticator.objects.exists()


@pytest.mark.usefixtures("konto_mit_app")
@pytest.mark.parametrize(
    "name", ["", "app/entfernen/", "app/einrichten/", "notfallcodes/", "notfallcodes/neu/", "schluessel/neu/"]
)
def test_password_alone_opens_nothing_about_the_factors(konto: Konto, name: str) -> None:
    """As if some other way had signed somebody in by the password only."""
    client = login(Client(), konto, mit_faktor=False)
    for adresse in (FAKTOR + name, "/konto/passwort/aendern/", "/admin/"):
        antwort = client.get(adresse)
        assert antwort.status_code == 302
        assert antwort["Location"] == f"{FAKTOR}bestaetigen/?next={adresse.replace('/', '%2F')}"


def test_password_alone_is_made_up_for_by_the_code_and_not_by_the_password(konto_mit_app: Konto) -> None:
    client = login(Client(), konto_mit_app, mit_faktor=False)
    assert client.get("/konto/bestaetigen/").status_code == 302
    seite = client.get(f"{FAKTOR}bestaetigen/?next=/admin/angebote/ort/")
    assert "Mit dem Passwort bestätigen" not in seite.content.decode()
    code = read_code(GEHEIMNIS, sekunden=time.time())
    antwort = client.post(f"{FAKTOR}bestaetigen/", {"code": code, "next": "/admin/angebote/ort/"})
    assert antwort["Location"] == "/admin/angebote/ort/"
    assert read_admin(client) == (200, "")


def test_session_of_unknown_origin_is_ended(client: Client, konto_mit_app: Konto) -> None:
    client.force_login(konto_mit_app)
    assert read_admin(client) == (302, f"{ANMELDEN}?next=%2Fadmin%2F")
    assert "_auth_user_id" not in client.session
    assert "Anmeldung ist abgelaufen" in client.get(ANMELDEN).content.decode()


def test_records_of_another_account_are_worth_nothing(konto_mit_app: Konto) -> None:
    client = login(Client(), konto_mit_app)
    session = client.session
    session["account_authentication_methods_user"] = str(konto_mit_app.pk + 1)
    session.save()
    assert read_admin(client)[0] == 302


def test_second_factor_without_a_first_is_worth_nothing(konto_mit_app: Konto) -> None:
    client = login(Client(), konto_mit_app)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = session[AUTHENTICATION_METHODS_SESSION_KEY][1:]
    session.save()
    assert read_admin(client)[0] == 302


def test_removed_factor_ends_what_it_had_opened(konto_mit_app: Konto) -> None:
    client = login(Client(), konto_mit_app)
    assert read_admin(client) == (200, "")
    Authenticator.objects.all().delete()
    assert read_admin(client) == (302, FAKTOR)


@pytest.mark.parametrize(("is_staff", "is_active", "status"), [(False, True, 403), (True, False, 302)])
def test_account_that_is_no_staff_or_locked_sees_no_staff_page(
    konto_mit_app: Konto, is_staff: bool, is_active: bool, status: int
) -> None:
    client = login(Client(), konto_mit_app)
    Konto.objects.update(is_staff=is_staff, is_active=is_active)
    assert client.get("/admin/").status_code == status


@pytest.mark.parametrize(
    ("adresse", "ziel"),
    [
        ("/admin/login/", ANMELDEN),
        ("/admin/login/?next=/admin/angebote/", f"{ANMELDEN}?next=%2Fadmin%2Fangebote%2F"),
    ],
)
def test_sign_in_of_the_admin_leads_to_ours(client: Client, adresse: str, ziel: str) -> None:
    assert client.get(adresse)["Location"] == ziel
    assert client.post(adresse, {"username": "redaktion", "password": PASSWORT})["Location"] == ziel


def test_sign_out_of_the_admin_ends_the_session(konto_mit_app: Konto) -> None:
    client = login(Client(), konto_mit_app)
    assert client.get("/admin/logout/").status_code == 200
    assert read_admin(client) == (200, "")
    assert client.post("/admin/logout/")["Location"] == ANMELDEN
    assert read_admin(client)[0] == 302


def test_foreign_address_to_go_on_to_is_ignored(client: Client, konto: Konto) -> None:
    assert send_passwort(client, next="https://boese.example/")["Location"] == "/admin/"


@pytest.mark.parametrize(("minuten", "status"), [(59, 200), (61, 302)])
def test_session_without_a_click_ends_after_an_hour(
    konto_mit_app: Konto, stell_uhr: Callable[[datetime], None], minuten: int, status: int
) -> None:
    jetzt = timezone.now()
    client = login(Client(), konto_mit_app)
    stell_uhr(jetzt + timedelta(minutes=minuten))
    assert client.get("/admin/").status_code == status


def test_session_with_clicks_lives_on_but_no_longer_than_twelve_hours(
    konto_mit_app: Konto, stell_uhr: Callable[[datetime], None]
) -> None:
    jetzt = timezone.now()
    client = login(Client(), konto_mit_app)
    status = {}
    for stunde in range(1, 49):
        stell_uhr(jetzt + timedelta(minutes=15 * stunde, seconds=1))
        status[stunde] = client.get("/admin/").status_code
    assert set(list(status.values())[:47]) == {200}
    assert status[48] == 302


def test_session_cookie_ends_with_the_browser_and_is_hidden_from_scripts(client: Client, konto: Konto) -> None:
    cookie = send_passwort(client).cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")


def test_session_is_not_written_with_every_click(konto_mit_app: Konto) -> None:
    client = login(Client(), konto_mit_app)
    client.get(FAKTOR)
    assert client.session.get("zuletzt") is None


def test_staff_page_elsewhere_has_the_same_conditions(rf: RequestFactory, konto_mit_app: Konto) -> None:
    view = staff_page(lambda request: HttpResponse("geheim"))
    request = rf.get("/woanders/?a=1")
    request.user = AnonymousUser()
    assert view(request)["Location"] == f"{ANMELDEN}?next=%2Fwoanders%2F%3Fa%3D1"
    for mit_faktor, status in ((False, 302), (True, 200)):
        request.user = konto_mit_app
        request.session = login(Client(), konto_mit_app, mit_faktor=mit_faktor).session
        assert view(request).status_code == status


def test_visitor_who_is_sent_to_the_sign_in_gets_no_cookie_yet(client: Client) -> None:
    assert client.get("/").cookies == {}
    assert client.get("/admin/").cookies == {}
