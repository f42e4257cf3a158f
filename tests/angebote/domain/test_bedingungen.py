from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from angebote.choices import Kapazitaet, Zugang
from angebote.domain.bedingungen import clean_geaendertes
from angebote.models import Angebot, Zeit, Zugangsweg
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db
FALSCHE: tuple[dict[str, Any], ...] = (
    {"titel": ""},
    {"email": "niemand"},
    {"alter_von": 60, "alter_bis": 20},
    {"gueltig_von": date(2026, 2, 1), "gueltig_bis": date(2026, 1, 1)},
    {"exklusiv": True},
    {"kapazitaet": Kapazitaet.VOLL},
    {"wartezeit_wochen": 3},
    {"traeger_id": 99_999},
    {"titel": "", "alter_von": 60, "alter_bis": 20},
)


def read_meldungen(pruefe: Any, *werte: Any) -> dict[str, list[str]]:
    try:
        pruefe(*werte)
    except ValidationError as fehler:
        return fehler.message_dict
    return {}


def change(eintrag: models.Model, **felder: Any) -> list[str]:
    for name, wert in felder.items():
        setattr(eintrag, name, wert)
    return [name.removesuffix("_id") for name in felder]


@pytest.mark.parametrize("felder", FALSCHE)
def test_changed_record_is_refused_with_the_words_of_full_clean(felder: dict[str, Any]) -> None:
    angebot = AngebotFactory()
    geaenderte = change(angebot, **felder)

    meldungen = read_meldungen(clean_geaendertes, angebot, geaenderte)

    assert meldungen == read_meldungen(angebot.full_clean)
    assert meldungen


def test_constraint_of_two_fields_is_checked_when_one_of_them_changes() -> None:
    angebot = AngebotFactory(alter_bis=20)
    geaenderte = change(angebot, alter_von=60)

    assert read_meldungen(clean_geaendertes, angebot, geaenderte) == {
        "__all__": ["„Alter bis“ ist kleiner als „Alter von“."]
    }


def test_same_values_are_refused_again_and_others_are_not() -> None:
    erstes, zweites, drittes = AngebotFactory(), AngebotFactory(), AngebotFactory()

    for angebot, bis, anzahl in ((erstes, 20, 1), (zweites, 20, 1), (drittes, 70, 0)):
        geaenderte = change(angebot, alter_von=60, alter_bis=bis)
        assert len(read_meldungen(clean_geaendertes, angebot, geaenderte)) == anzahl


def test_new_part_is_checked_as_a_whole() -> None:
    neue = Zeit(angebot=AngebotFactory(), art="regel")

    meldungen = read_meldungen(clean_geaendertes, neue, ["art"])

    assert meldungen == read_meldungen(neue.full_clean)
    assert meldungen


def test_new_part_that_is_there_already_is_refused() -> None:
    angebot = AngebotFactory()
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.ONLINE)
    neuer = Zugangsweg(angebot=angebot, art=Zugang.ONLINE)

    meldungen = read_meldungen(clean_geaendertes, neuer, ["art"])

    assert meldungen == read_meldungen(neuer.full_clean)
    assert meldungen


def test_text_changed_asks_the_database_nothing() -> None:
    angebot = Angebot.objects.get(pk=ZeitFactory().angebot.pk)
    geaenderte = change(angebot, beschreibung="Anders.")

    with CaptureQueriesContext(connection) as abfragen:
        clean_geaendertes(angebot, geaenderte)

    assert len(abfragen) == 0
