from typing import Any

import pytest

from angebote.domain.feldtexte import Feldaenderung, build_feldaenderungen, describe_wert
from angebote.models import Kategorie
from tests.factories import OrtFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "wert", "text"),
    [
        ("titel", "Singen", ["Singen"]),
        ("titel", "", []),
        ("gueltig_bis", "2027-06-30", ["30. Juni 2027"]),
        ("gueltig_bis", None, []),
        ("anmeldung", "ohne", ["ohne Anmeldung"]),
        ("exklusiv", True, ["ja"]),
        ("exklusiv", False, ["nein"]),
        (
            "kosten",
            [{"art": "betrag", "betrag_cent": 250, "einheit": ""}],
            ["Art: fester Betrag; Betrag: 2,50 €"],
        ),
        (
            "zeiten",
            [{"art": "regel", "wochentag": 1, "beginn": "14:00:00", "intervall_wochen": 1}],
            ["Art: regelmäßig; Wochentag: Dienstag; Beginn: 14:00"],
        ),
        ("ort", 999_999, ["gelöschter Eintrag"]),
    ],
)
def test_value_in_words_says_what_people_call_it(name: str, wert: Any, text: list[str]) -> None:
    assert describe_wert(name, wert) == text


def test_other_records_are_named() -> None:
    ort = OrtFactory(name="Haus am Park")
    kategorie = Kategorie.objects.first()
    assert kategorie is not None
    assert describe_wert("ort", ort.pk) == ["Haus am Park"]
    assert describe_wert("kategorien", [kategorie.pk]) == [kategorie.name]


def test_differences_stand_in_the_order_of_the_page() -> None:
    aenderungen = {"telefon": {"alt": "030 1", "neu": ""}, "titel": {"alt": "Singen", "neu": "Chor"}}
    assert build_feldaenderungen(aenderungen) == [
        Feldaenderung("titel", "Titel", ["Singen"], ["Chor"]),
        Feldaenderung("telefon", "Telefon", ["030 1"], []),
    ]
