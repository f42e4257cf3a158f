from datetime import date

import pytest

from angebote.domain.katalog import refresh_angebote
from konzept.choices import Lueckendimension
from konzept.domain.luecken import count_matrix
from konzept.domain.lueckenworte import list_zeitworte, name_spalte
from konzept.domain.verortung import load_kiezbestand
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("dimension", Lueckendimension)
def test_every_column_of_the_table_is_named_as_it_is_headed(dimension: Lueckendimension, heute: date) -> None:
    angebot = AngebotFactory()
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    matrix = count_matrix(load_kiezbestand(heute=heute), dimension=dimension, bereich="")
    assert [name_spalte(dimension, spalte.wert) for spalte in matrix.spalten] == [
        spalte.titel for spalte in matrix.spalten
    ]


def test_parts_of_a_day_are_one_word() -> None:
    worte = list_zeitworte()
    assert list(worte.items())[:4] == [
        ("mo-vormittag", "Montagvormittag"),
        ("mo-nachmittag", "Montagnachmittag"),
        ("mo-abend", "Montagabend"),
        ("di-vormittag", "Dienstagvormittag"),
    ]
    assert len(worte) == 21


@pytest.mark.parametrize(
    ("nach", "wert"), [("wetter", "nass"), ("kategorie", "gibt-es-nicht"), ("kosten", ""), ("", ""), ("zeit", "mo")]
)
def test_unknown_column_has_no_name(nach: str, wert: str) -> None:
    assert name_spalte(nach, wert) == ""
