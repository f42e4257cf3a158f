from datetime import date
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import call_command

from angebote.checks import check_abgeleitetes, check_pruefrhythmus
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebotsmenge, Volltext
from tests.factories import AngebotFactory


def find_fehler() -> list[tuple[str | None, str | None]]:
    return [(message.id, message.hint) for message in check_abgeleitetes(None, databases=["default"])]


FEHLT = [("angebote.E001", "„manage.py update_katalog“ ausführen, nach „migrate“ bei jeder neuen Fassung.")]


@pytest.mark.django_db
def test_abgeleitetes_without_published_offers_needs_nothing() -> None:
    AngebotFactory(status="entwurf")
    assert find_fehler() == []


@pytest.mark.django_db
@pytest.mark.parametrize("tabelle", [Angebotsmenge, Volltext])
def test_abgeleitetes_after_a_migration_that_made_empty_tables_names_the_remedy(
    heute: date, tabelle: type[Angebotsmenge | Volltext]
) -> None:
    refresh_angebote(angebot_ids=[AngebotFactory().pk], heute=heute)
    assert find_fehler() == []
    tabelle.objects.all().delete()
    assert find_fehler() == FEHLT
    call_command("update_katalog", verbosity=0)
    assert find_fehler() == []


@pytest.mark.django_db
def test_abgeleitetes_is_among_what_refuses_the_start_in_production() -> None:
    AngebotFactory()
    messages = run_checks(include_deployment_checks=True, databases=["default"])
    assert "angebote.E001" in {message.id for message in messages if message.is_serious()}


def test_abgeleitetes_without_a_named_database_asks_none() -> None:
    assert check_abgeleitetes(None) == []


@pytest.mark.parametrize(
    ("hinweis", "frist", "anzahl"), [(90, 180, 0), (1, 2, 0), (0, 180, 1), (90, 90, 1), (180, 90, 1)]
)
def test_pruefrhythmus_of_the_settings_has_to_make_sense(settings: Any, hinweis: int, frist: int, anzahl: int) -> None:
    settings.PRUEFUNG_HINWEIS_TAGE, settings.PRUEFUNG_FRIST_TAGE = hinweis, frist
    assert [message.id for message in check_pruefrhythmus(None)] == ["angebote.E002"] * anzahl
    assert ("angebote.E002" in {message.id for message in run_checks()}) is bool(anzahl)
