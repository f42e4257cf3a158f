"""History collected and written at the end; what is written one by one is tested beside whoever writes it."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from angebote.choices import Wochentag
from angebote.models import Angebot, Kategorie, Zeit
from angebote.models.verlauf import collect_verlauf, give_anlass, skip_verlauf
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def save(angebot: Angebot, titel: str) -> None:
    angebot.titel = titel
    angebot.save()


def list_titel(angebot: Angebot) -> list[str]:
    """The newest first; without the row of the factory."""
    return list(angebot.verlauf.values_list("titel", flat=True))[:-1]


def test_collected_history_is_one_row_with_the_last_values_the_reason_and_the_account() -> None:
    angebot, konto = AngebotFactory(), Konto.objects.create_user("redaktion")
    kategorie = Kategorie.objects.order_by("pk")[0]

    with give_anlass(grund="Import liste.csv", konto=konto), collect_verlauf():
        save(angebot, "Erst")
        save(angebot, "Dann")
        angebot.kategorien.set([kategorie])

    zeile = angebot.verlauf.first()
    assert list_titel(angebot) == ["Dann"]
    assert (zeile.history_type, zeile.history_change_reason, zeile.history_user) == ("~", "Import liste.csv", konto)
    assert [eintrag.kategorie for eintrag in zeile.kategorien.all()] == [kategorie]


def test_collected_parts_are_added_changed_and_deleted_in_history() -> None:
    bleibt = ZeitFactory()
    weg = ZeitFactory(angebot=bleibt.angebot, wochentag=Wochentag.FR)

    with collect_verlauf():
        neu = ZeitFactory(angebot=bleibt.angebot, wochentag=Wochentag.MI)
        bleibt.wochentag = Wochentag.DO
        bleibt.save()
        weg_id = weg.pk
        weg.delete()

    assert [zeile.history_type for zeile in Zeit.verlauf.filter(id=neu.pk)] == ["+"]
    assert [zeile.wochentag for zeile in Zeit.verlauf.filter(id=bleibt.pk, history_type="~")] == [Wochentag.DO]
    assert Zeit.verlauf.filter(id=weg_id).first().history_type == "-"


def test_collected_history_of_many_costs_as_many_queries_as_of_one() -> None:
    def count(angebote: list[Angebot]) -> int:
        with CaptureQueriesContext(connection) as abfragen, collect_verlauf():
            for angebot in angebote:
                save(angebot, "Neu")
        return len(abfragen) - len(angebote)

    assert count([AngebotFactory()]) == count([AngebotFactory(), AngebotFactory(), AngebotFactory()])


def test_collected_history_leaves_out_what_was_undone() -> None:
    eines, anderes = AngebotFactory(), AngebotFactory()

    def fail() -> None:
        with transaction.atomic(), collect_verlauf():
            save(eines, "Nie gewesen")
            raise ZeroDivisionError

    with collect_verlauf():
        with pytest.raises(ZeroDivisionError):
            fail()
        with transaction.atomic(), collect_verlauf():
            save(anderes, "Gewesen")

    assert (list_titel(eines), list_titel(anderes)) == ([], ["Gewesen"])


def test_skipped_history_is_not_written() -> None:
    angebot = AngebotFactory()

    with skip_verlauf():
        save(angebot, "Nur zur Probe")
    save(angebot, "Wirklich")

    assert list_titel(angebot) == ["Wirklich"]
