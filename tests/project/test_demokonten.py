from io import StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from pankow_einsamkeit.models import Konto


@pytest.fixture(autouse=True)
def _eigenes_verzeichnis(settings: LazySettings, tmp_path: Path):
    settings.DATA_PATH = tmp_path / "neu"
    settings.DEMO_PASSWORT = ""


def create_demokonten() -> str:
    ausgabe = StringIO()
    call_command("create_demokonten", stdout=ausgabe)
    return ausgabe.getvalue()


def login(username: str) -> Client:
    client = Client()
    client.force_login(Konto.objects.get(username=username))
    return client


@pytest.mark.django_db
def test_demokonten_printed_password_opens_both_accounts():
    passwort = create_demokonten().rsplit(maxsplit=1)[-1]

    assert len(passwort) >= 10
    assert Client().login(username="redaktion", password=passwort)
    assert Client().login(username="verwaltung", password=passwort)


@pytest.mark.django_db
def test_demokonten_second_start_prints_the_same_and_adds_nothing():
    erste = create_demokonten()
    hash_vorher = Konto.objects.get(username="redaktion").password

    assert create_demokonten() == erste
    assert Konto.objects.count() == 2
    assert Group.objects.count() == 1
    assert Konto.objects.get(username="redaktion").password == hash_vorher


@pytest.mark.django_db
def test_demokonten_password_file_is_readable_only_by_its_owner(settings: LazySettings):
    create_demokonten()

    assert (settings.DATA_PATH / "demo_passwort").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_demokonten_given_password_is_used_and_not_written_down(settings: LazySettings):
    settings.DEMO_PASSWORT = "vorgegeben-und-lang"

    create_demokonten()

    assert Client().login(username="redaktion", password="vorgegeben-und-lang")  # noqa: S106
    assert not (settings.DATA_PATH / "demo_passwort").exists()


@pytest.mark.django_db
def test_demokonten_in_production_are_refused(settings: LazySettings):
    settings.PRODUKTION = True

    with pytest.raises(CommandError):
        create_demokonten()

    assert not Konto.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "redaktion", "verwaltung"),
    [
        ("angebote_angebot_add", 200, 200),
        ("angebote_ort_add", 200, 200),
        ("angebote_synonymgruppe_add", 200, 200),
        ("angebote_stoppwort_add", 200, 200),
        ("angebote_rufname_add", 200, 200),
        ("angebote_wortprobe", 200, 200),
        ("angebote_suchluecke_changelist", 200, 200),
        ("pankow_einsamkeit_seite_changelist", 200, 200),
        ("pankow_einsamkeit_seite_add", 403, 200),
        ("pankow_einsamkeit_konto_changelist", 403, 200),
        ("auth_group_changelist", 403, 200),
    ],
)
def test_demokonten_rights_end_where_the_catalogue_ends(name: str, redaktion: int, verwaltung: int):
    create_demokonten()

    assert login("redaktion").get(reverse(f"admin:{name}")).status_code == redaktion
    assert login("verwaltung").get(reverse(f"admin:{name}")).status_code == verwaltung


@pytest.mark.django_db
def test_demokonten_editors_have_no_right_to_change_what_is_derived_or_counted():
    create_demokonten()

    rechte = Konto.objects.get(username="redaktion").get_all_permissions()

    abgeleitet = {"termin", "angebotsmenge", "katalogstand", "suchwort", "volltext", "suchluecke"}
    assert {recht for recht in rechte if recht.rsplit("_", 1)[-1] in abgeleitet} == set()
    assert {recht for recht in rechte if recht.endswith("_synonymgruppe")} == {
        f"angebote.{was}_synonymgruppe" for was in ("view", "add", "change", "delete")
    }
