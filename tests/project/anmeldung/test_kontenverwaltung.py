"""Whoever looks after accounts does not become somebody else by it."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import Group, Permission
from django.test import Client

from pankow_einsamkeit.models import Konto
from tests.konten import create_konto, login

pytestmark = pytest.mark.django_db
KONTEN = "/admin/pankow_einsamkeit/konto/"
FAKTOREN = "/admin/mfa/authenticator/"


@pytest.fixture
def verwaltung(db: None) -> Konto:
    return create_konto("verwaltung", "Verwaltung")


@pytest.fixture
def client(verwaltung: Konto) -> Client:
    return login(Client(), verwaltung)


@pytest.fixture
def technik(db: None) -> Konto:
    return create_konto("technik", is_superuser=True)


@pytest.fixture
def kollegin(db: None) -> Konto:
    return create_konto("kollegin", "Redaktion")


def send_konto(client: Client, konto: Konto, **felder: Any) -> int:
    daten = {
        "username": konto.username,
        "first_name": "",
        "last_name": "",
        "email": "",
        "is_active": "on",
        "is_staff": "on",
        "groups": [gruppe.pk for gruppe in konto.groups.all()],
        "date_joined_0": "2026-11-01",
        "date_joined_1": "08:00",
    }
    return client.post(f"{KONTEN}{konto.pk}/change/", daten | felder).status_code


def name_rollen(konto: Konto) -> set[str]:
    return set(konto.groups.values_list("name", flat=True))


def test_verwaltung_gives_roles_to_others(client: Client, kollegin: Konto) -> None:
    freigabe = Group.objects.get(name="Freigabe")
    assert send_konto(client, kollegin, groups=[freigabe.pk], email="a@example.org") == 302
    assert name_rollen(kollegin) == {"Freigabe"}
    assert Konto.objects.get(pk=kollegin.pk).email == "a@example.org"


def test_verwaltung_gives_itself_no_role(client: Client, verwaltung: Konto) -> None:
    assert send_konto(client, verwaltung, groups=[Group.objects.get(name="Freigabe").pk], first_name="Neu") == 302
    assert name_rollen(verwaltung) == {"Verwaltung"}
    assert Konto.objects.get(pk=verwaltung.pk).first_name == "Neu"


@pytest.mark.parametrize("wen", ["verwaltung", "kollegin"])
def test_verwaltung_makes_no_superuser_and_gives_no_single_rights(client: Client, kollegin: Konto, wen: str) -> None:
    konto = Konto.objects.get(username=wen)
    recht = Permission.objects.get(codename="publish_angebot")
    assert send_konto(client, konto, is_superuser="on", user_permissions=[recht.pk]) == 302
    konto = Konto.objects.get(username=wen)
    assert (konto.is_superuser, konto.user_permissions.count()) == (False, 0)


@pytest.mark.parametrize("seite", ["change/", "password/", "delete/"])
def test_verwaltung_touches_no_superuser(client: Client, technik: Konto, seite: str) -> None:
    vorher = technik.password
    daten = {"username": "technik", "password1": "ganz-neu-und-lang", "password2": "ganz-neu-und-lang", "post": "yes"}
    assert client.post(f"{KONTEN}{technik.pk}/{seite}", daten).status_code == 403
    assert Konto.objects.get(username="technik").password == vorher


def test_verwaltung_removes_a_lost_factor_and_the_log_tells(client: Client, kollegin: Konto) -> None:
    faktor = Authenticator.objects.get(user=kollegin)
    ihr_client = login(Client(), kollegin)
    assert client.post(f"{FAKTOREN}{faktor.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Authenticator.objects.filter(user=kollegin).exists()
    eintrag = LogEntry.objects.get(action_flag=DELETION)
    assert (eintrag.user.username, eintrag.object_id) == ("verwaltung", str(faktor.pk))
    assert ihr_client.get("/admin/")["Location"] == "/konto/zweiter-faktor/"


def test_verwaltung_removes_no_factor_of_a_superuser(client: Client, technik: Konto) -> None:
    faktor = Authenticator.objects.get(user=technik)
    assert client.post(f"{FAKTOREN}{faktor.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(FAKTOREN, {"action": "delete_selected", "_selected_action": str(faktor.pk), "post": "yes"})
    assert Authenticator.objects.filter(pk=faktor.pk).exists()


def test_superuser_changes_superusers(technik: Konto, kollegin: Konto) -> None:
    client = login(Client(), technik)
    assert send_konto(client, kollegin, is_superuser="on") == 302
    assert Konto.objects.get(username="kollegin").is_superuser


@pytest.mark.parametrize("rolle", ["Verwaltung", "Datenschutz-Lesen"])
def test_secrets_are_shown_to_nobody(kollegin: Konto, rolle: str) -> None:
    leser = login(Client(), create_konto("leser", rolle))
    faktor = Authenticator.objects.get(user=kollegin)
    adressen = [f"{FAKTOREN}{faktor.pk}/change/", FAKTOREN, KONTEN, f"{KONTEN}{kollegin.pk}/change/"]
    for adresse in adressen:
        antwort = leser.get(adresse)
        assert antwort.status_code == 200
        assert faktor.data["secret"] not in antwort.content.decode()
        assert kollegin.password not in antwort.content.decode()


def test_list_of_accounts_tells_who_has_no_second_factor(client: Client, kollegin: Konto) -> None:
    create_konto("neu", "Redaktion", mit_faktor=False)
    ergebnis = client.get(KONTEN).context["cl"].result_list
    assert {konto.username: konto.hat_zweiten_faktor for konto in ergebnis} == {
        "kollegin": True,
        "neu": False,
        "verwaltung": True,
    }


@pytest.mark.parametrize("app", ["account", "socialaccount/socialapp", "socialaccount/socialtoken"])
def test_tables_of_the_library_are_not_in_the_admin(technik: Konto, app: str) -> None:
    assert login(Client(), technik).get(f"/admin/{app}/").status_code == 404
