from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client

from angebote.rollen import RECHTE
from pankow_einsamkeit.anmeldung.demo import build_code
from pankow_einsamkeit.models import Konto

pytestmark = pytest.mark.django_db
NAMEN = ["datenschutz", "freigabe", "konzept", "redaktion", "technik", "verwaltung"]


@pytest.fixture(autouse=True)
def _eigenes_verzeichnis(settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA_PATH = tmp_path / "neu"
    settings.DEMO_PASSWORT = settings.DEMO_ZWEITER_FAKTOR = ""


def run(kommando: str, *args: str) -> str:
    ausgabe = StringIO()
    call_command(kommando, *args, stdout=ausgabe)
    return ausgabe.getvalue()


def read_passwort(ausgabe: str) -> str:
    return ausgabe.splitlines()[0].rsplit(maxsplit=1)[-1]


def test_demokonten_are_one_for_each_role_and_one_that_may_do_everything() -> None:
    run("create_demokonten")

    rollen = {konto.username: [gruppe.name for gruppe in konto.groups.all()] for konto in Konto.objects.all()}
    assert sorted(rollen) == NAMEN
    assert sorted(rolle for eine in rollen.values() for rolle in eine) == sorted(RECHTE)
    assert {konto.username for konto in Konto.objects.filter(is_superuser=True)} == {"technik"}
    assert rollen["technik"] == []


def test_demokonten_printed_password_and_code_open_every_account(client: Client) -> None:
    passwort = read_passwort(run("create_demokonten"))
    assert len(passwort) >= 10
    for name in NAMEN:
        client = Client()
        erster = client.post("/konto/anmelden/", {"login": name, "password": passwort})
        assert (erster.status_code, erster["Location"]) == (302, "/konto/zweiter-faktor/eingeben/")
        zweiter = client.post("/konto/zweiter-faktor/eingeben/", {"code": run("show_demo_code").split()[0]})
        assert (zweiter.status_code, zweiter["Location"]) == (302, "/admin/")
        assert client.get("/admin/").status_code == 200


def test_demokonten_second_start_prints_the_same_and_adds_nothing() -> None:
    erste = run("create_demokonten")
    vorher = [Konto.objects.get(username="redaktion").password, *Authenticator.objects.values_list("pk", "data")]

    assert run("create_demokonten") == erste
    assert Konto.objects.count() == len(NAMEN)
    assert Group.objects.count() == len(RECHTE)
    assert vorher == [
        Konto.objects.get(username="redaktion").password,
        *Authenticator.objects.values_list("pk", "data"),
    ]


def test_demokonten_second_start_brings_back_password_and_factor_that_were_changed() -> None:
    passwort = read_passwort(run("create_demokonten"))
    konto = Konto.objects.get(username="redaktion")
    konto.set_password("etwas ganz anderes")
    konto.save()
    Authenticator.objects.filter(user=konto).update(data={"secret": "unlesbar"})

    run("create_demokonten")

    client = Client()
    client.post("/konto/anmelden/", {"login": "redaktion", "password": passwort})
    client.post("/konto/zweiter-faktor/eingeben/", {"code": run("show_demo_code").split()[0]})
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("name", ["demo_passwort", "demo_zweiter_faktor"])
def test_demokonten_secrets_are_readable_only_by_their_owner(settings: LazySettings, name: str) -> None:
    run("create_demokonten")

    assert (settings.DATA_PATH / name).stat().st_mode & 0o077 == 0


def test_demokonten_given_secrets_are_used_and_not_written_down(settings: LazySettings) -> None:
    settings.DEMO_PASSWORT = "vorgegeben-und-lang"
    settings.DEMO_ZWEITER_FAKTOR = "JBSWY3DPEHPK3PXP"

    run("create_demokonten")

    assert Client().login(username="redaktion", password="vorgegeben-und-lang")  # noqa: S106
    assert not settings.DATA_PATH.exists()


@pytest.mark.parametrize("kommando", ["create_demokonten", "show_demo_code"])
def test_demokonten_in_production_are_refused(settings: LazySettings, kommando: str) -> None:
    settings.PRODUKTION = True

    with pytest.raises(CommandError):
        run(kommando)

    assert not Konto.objects.exists()


@pytest.mark.parametrize(
    ("sekunden", "code", "rest"),
    [(59, "287082", 1), (1111111109, "081804", 1), (1111111111, "050471", 29), (2000000000, "279037", 10)],
)
def test_code_is_that_of_the_standard(sekunden: int, code: str, rest: int) -> None:
    """RFC 6238, appendix B, cut to six digits."""
    jetzt = datetime.fromtimestamp(sekunden, tz=UTC)
    assert build_code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", jetzt=jetzt) == (code, rest)


def test_reset_zweiter_faktor_leads_to_setting_up_a_new_one() -> None:
    passwort = read_passwort(run("create_demokonten"))

    assert "Entfernt: 1." in run("reset_zweiter_faktor", "redaktion")

    client = Client()
    client.post("/konto/anmelden/", {"login": "redaktion", "password": passwort})
    assert client.get("/admin/")["Location"] == "/konto/zweiter-faktor/"
    with pytest.raises(CommandError):
        run("reset_zweiter_faktor", "niemand")
