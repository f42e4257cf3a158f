from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from angebote.choices import Wochentag
from angebote.domain.bestaetigungen import create_anfrage
from angebote.models import Angebot, Bestaetigungsanfrage, Fassung, Termin
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def run() -> tuple[str, str]:
    stdout, stderr = StringIO(), StringIO()
    call_command("update_termine", stdout=stdout, stderr=stderr, no_color=True)
    return stdout.getvalue(), stderr.getvalue()


def test_update_termine_writes_the_window_and_prints_the_counts(settings) -> None:
    settings.TERMIN_FENSTER_TAGE = 13  # any two weeks have two of each weekday
    heute = timezone.localdate()
    ZeitFactory(wochentag=Wochentag.DO, an_feiertagen=True)

    stdout, stderr = run()

    assert stdout == f"2 Termine von 1 Angeboten bis {heute + timedelta(days=13):%d.%m.%Y}, 2 Zeilen geschrieben.\n"
    assert stderr == ""
    assert run()[0].endswith("0 Zeilen geschrieben.\n")
    assert Termin.objects.count() == 2


def test_update_termine_where_school_holidays_are_unknown_warns_about_those_it_concerns(settings) -> None:
    settings.TERMIN_FENSTER_TAGE = (date(2080, 1, 1) - timezone.localdate()).days
    zeit = ZeitFactory(in_schulferien=True, gueltig_bis=timezone.localdate() + timedelta(days=30))
    assert run()[1] == ""

    zeit.in_schulferien = False
    zeit.save()

    assert "1 Zeiten mit Ferienpause" in run()[1]


def test_update_termine_deletes_fassungen_no_sheet_can_ask_for() -> None:
    angebot = AngebotFactory()
    fassungen = [Fassung.objects.create(angebot=angebot, fakten={}) for _nummer in range(3)]
    for fassung, tage in zip(fassungen, (1000, 900, 10), strict=True):
        Fassung.objects.filter(pk=fassung.pk).update(created_at=timezone.now() - timedelta(days=tage))
    run()
    assert set(Fassung.objects.all()) == set(fassungen[1:])


def test_update_termine_deletes_history_that_is_too_old(settings) -> None:
    settings.VERLAUF_BEHALTEN_MONATE = 2
    angebot = AngebotFactory()
    angebot.titel = "Chor"
    angebot.save()
    neue, alte = Angebot.verlauf.filter(id=angebot.pk)
    Angebot.verlauf.filter(pk=alte.pk).update(history_date=timezone.now() - timedelta(days=80))
    Angebot.verlauf.filter(pk=neue.pk).update(history_date=timezone.now() - timedelta(days=70))
    run()
    assert set(Angebot.verlauf.filter(id=angebot.pk)) == {neue}


def test_update_termine_deletes_old_mails_to_providers(settings) -> None:
    settings.ANFRAGE_LOESCHEN_MONATE = 2
    jetzt = timezone.now()
    anfragen = [
        create_anfrage(
            adresse="haus@example.org", angebot_ids=[AngebotFactory().pk], jetzt=jetzt - timedelta(days=tage)
        )
        for tage in (70, 50)
    ]
    run()
    assert set(Bestaetigungsanfrage.objects.all()) == {anfragen[1]}
