from datetime import datetime, time, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from angebote.models import Krisenhilfe, Linkpruefung
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.angebote.netz.webserver import run_webserver
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_krisenhilfen(db: None) -> None:
    Krisenhilfe.objects.all().delete()


def run(**optionen: Any) -> str:
    stdout = StringIO()
    call_command("check_links", stdout=stdout, **({"lokale": True, "pause": 0} | optionen))
    return stdout.getvalue()


def test_check_links_reports_broken_ones_after_several_days(stell_uhr: Any, settings: Any, heute: Any) -> None:
    settings.BASIS_URL = "https://treffen.example"
    with run_webserver() as (basis, gesehen):
        for pfad in ("200", "404", "500", "301/neu"):
            AngebotFactory(web=f"{basis}/{pfad}")
        AngebotFactory(email="post@localhost")
        ausgaben = []
        for tage in range(3):
            stell_uhr(datetime.combine(heute + timedelta(days=tage), time(3), tzinfo=BERLIN))
            ausgaben.append(run())
        assert {kennung for _art, _pfad, kennung in gesehen} == {
            "Gemeinsam in Pankow Linkpruefung (+https://treffen.example)"
        }
        kaputt = {eintrag.adresse for eintrag in Linkpruefung.objects.kaputt()}
        assert kaputt == {f"{basis}/404", f"{basis}/500"}
        assert Linkpruefung.objects.get(ergebnis="umgezogen").ziel == f"{basis}/neu"
    assert ausgaben == [
        "5 von 5 fälligen Adressen geprüft; 1 dauerhaft umgezogen, 0 kaputt.\n",
        "2 von 2 fälligen Adressen geprüft; 0 dauerhaft umgezogen, 1 kaputt.\n",
        "2 von 2 fälligen Adressen geprüft; 0 dauerhaft umgezogen, 2 kaputt.\n",
    ]


def test_check_links_leaves_our_own_network_alone() -> None:
    with run_webserver() as (basis, gesehen):
        AngebotFactory(web=basis)
        run(lokale=False)
        assert gesehen == []
    assert Linkpruefung.objects.get().ergebnis == "unzulaessig"
    assert not Linkpruefung.objects.kaputt().exists()


def test_check_links_without_any_answer_blames_nobody() -> None:
    with run_webserver() as (basis, _gesehen):
        pass
    for nummer in range(5):
        AngebotFactory(web=f"{basis}/{nummer}")
    with pytest.raises(CommandError, match="Keine Adresse hat geantwortet"):
        run()
    assert not Linkpruefung.objects.exists()


@pytest.mark.parametrize("option", ["anzahl", "minuten", "arbeiter"])
def test_check_links_refuses_bounds_that_are_none(option: str) -> None:
    with pytest.raises(CommandError, match="größer als 0"):
        run(**{option: 0})
