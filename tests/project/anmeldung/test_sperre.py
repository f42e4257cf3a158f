"""Trying often ends in a pause that ends by itself; it holds in every process, and no address of anybody is kept."""

import time
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.core.cache import caches
from django.db import connection
from django.test import Client, RequestFactory

from pankow_einsamkeit.models import Konto
from tests.konten import PASSWORT, create_konto, login

pytestmark = pytest.mark.django_db
ANMELDEN = "/konto/anmelden/"


@pytest.fixture
def konto(db: None) -> Konto:
    return create_konto("redaktion", "Redaktion")


def try_passwort(client: Client, passwort: str, name: str = "redaktion", **kopf: str) -> Any:
    return client.post(ANMELDEN, {"login": name, "password": passwort}, **kopf)


def read_cache() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM anmeldeversuche")
        return "\n".join(zeile[0] for zeile in cursor.fetchall())


def test_sixth_wrong_password_is_refused_even_where_it_would_be_right(client: Client, konto: Konto) -> None:
    status = [try_passwort(client, f"falsch{n}").status_code for n in range(5)]
    gesperrt = try_passwort(client, PASSWORT)
    text = gesperrt.content.decode()
    assert (status, gesperrt.status_code, gesperrt["Retry-After"]) == ([200] * 5, 429, "600")
    assert "Bitte warten Sie 10 Minuten" in text
    assert "no-store" in gesperrt["Cache-Control"]
    # from another address too, and in another process: it stands in the database
    assert try_passwort(Client(), PASSWORT, REMOTE_ADDR="192.0.2.7").status_code == 429


def test_pause_ends_by_itself(client: Client, konto: Konto, settings: LazySettings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "2/3s/key"}
    assert [try_passwort(client, "falsch").status_code for _ in range(3)] == [200, 200, 429]
    time.sleep(3.1)
    assert try_passwort(client, PASSWORT).status_code == 302


def test_right_passwords_are_not_counted(konto: Konto) -> None:
    assert {try_passwort(Client(), PASSWORT).status_code for _ in range(8)} == {302}


def test_wrong_passwords_for_other_accounts_count_for_the_address(client: Client, konto: Konto) -> None:
    status = [try_passwort(client, "falsch", name=f"name{n}").status_code for n in range(21)]
    assert status == [200] * 20 + [429]
    assert try_passwort(Client(), PASSWORT, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_wrong_codes_are_counted_for_the_account(konto: Konto) -> None:
    status = []
    for _versuch in range(6):
        client = Client()
        try_passwort(client, PASSWORT)
        status.append(client.post("/konto/zweiter-faktor/eingeben/", {"code": "000000"}).status_code)
    assert status == [200] * 5 + [429]


def test_wrong_passwords_of_somebody_signed_in_are_counted_too(konto: Konto) -> None:
    client = login(Client(), konto)
    status = [client.post("/konto/bestaetigen/", {"password": f"falsch{n}"}).status_code for n in range(6)]
    assert status == [200] * 5 + [429]


def test_unknown_and_known_names_get_the_same_answer(client: Client, konto: Konto) -> None:
    def read_fehler(name: str) -> list[str]:
        return try_passwort(client, "falsch", name=name).context["form"].non_field_errors()

    assert read_fehler("redaktion") == read_fehler("gibt-es-nicht") == ["Benutzername oder Passwort stimmt nicht."]


def test_refused_sign_in_keeps_the_name_and_not_the_password(client: Client, konto: Konto) -> None:
    text = try_passwort(client, "ganz-falsch").content.decode()
    assert 'value="redaktion"' in text
    assert "ganz-falsch" not in text


def read_ip(rf: RequestFactory, **kopf: str) -> str:
    request = rf.get("/", **kopf)
    with request_context(request):
        return get_adapter().get_client_ip(request)


def test_forwarded_address_counts_only_behind_our_own_proxy(rf: RequestFactory, settings: LazySettings) -> None:
    ohne = read_ip(rf, REMOTE_ADDR="192.0.2.1")
    assert read_ip(rf, REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.9") == ohne
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    dahinter = read_ip(rf, REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.9")
    assert dahinter != ohne
    # what the visitor has written in front of it makes no difference
    assert read_ip(rf, REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.5, 198.51.100.9") == dahinter


def test_addresses_of_one_ipv6_network_are_one(rf: RequestFactory) -> None:
    eine, nachbar, andere = (read_ip(rf, REMOTE_ADDR=ip) for ip in ("2001:db8::1", "2001:db8::ffff", "2001:db8:1::1"))
    assert eine == nachbar != andere


def test_counting_keeps_no_address_and_no_name(client: Client, konto: Konto) -> None:
    try_passwort(client, "falsch", REMOTE_ADDR="192.0.2.77")
    inhalt = read_cache()
    assert "login_failed" in inhalt
    assert "192.0.2.77" not in inhalt
    assert "redaktion" not in inhalt


def test_cache_is_used_for_sign_in_only(client: Client) -> None:
    caches["default"].clear()
    client.get("/")
    client.get("/angebote/?q=Kaffee")
    assert read_cache() == ""


def test_secret_of_the_app_is_stored_encrypted_and_read_with_a_former_key(settings: LazySettings, konto: Konto) -> None:
    faktor = Authenticator.objects.get()
    from pankow_einsamkeit.anmeldung.verschluesselung import decrypt_geheimnis

    klar = decrypt_geheimnis(faktor.data["secret"])
    assert klar not in faktor.data["secret"]
    alt = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "y" * 60, [alt]
    assert decrypt_geheimnis(faktor.data["secret"]) == klar
    settings.SECRET_KEY_FALLBACKS = []
    verloren = {decrypt_geheimnis(faktor.data["secret"]) for _ in range(2)}
    assert len(verloren) == 2
    assert klar not in verloren
