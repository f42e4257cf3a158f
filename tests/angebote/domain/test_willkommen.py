from datetime import date

import pytest

from angebote.domain.willkommen import build_willkommen
from angebote.models import Zielgruppe
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({}, "Alle sind willkommen."),
        ({"alter_von": 60}, "Alle ab 60 Jahren sind willkommen."),
        ({"alter_bis": 27}, "Alle bis 27 Jahre sind willkommen."),
        ({"alter_von": 6, "alter_bis": 12}, "Alle von 6 bis 12 Jahren sind willkommen."),
        (
            {"exklusiv": True, "exklusiv_grund": "geschützter Raum."},
            "Nur für bestimmte Menschen. Grund: geschützter Raum.",
        ),
    ],
)
def test_willkommen_names_limits_only_where_there_are_some(felder: dict[str, object], satz: str) -> None:
    assert build_willkommen(AngebotFactory(**felder)) == satz


def test_willkommen_of_exclusive_offer_names_groups_reason_and_age() -> None:
    angebot = AngebotFactory(exklusiv=True, exklusiv_grund="Schutz", alter_von=18)
    angebot.zielgruppen.add(Zielgruppe.objects.get(slug="frauen"))
    assert build_willkommen(angebot) == "Nur für: Frauen. Grund: Schutz. Alter: ab 18 Jahren."
    assert build_willkommen(angebot, mit_grund=False) == "Nur für: Frauen. Alter: ab 18 Jahren."


@pytest.mark.parametrize(
    ("geprueft_am", "satz"), [(None, ""), (date(2026, 11, 2), "Alle ab 60 Jahren sind willkommen.")]
)
def test_willkommen_is_not_claimed_where_an_unconfirmed_source_names_people(
    geprueft_am: date | None, satz: str
) -> None:
    angebot = AngebotFactory(geprueft_am=geprueft_am, wer_hinweis="Frauen ab 60", alter_von=60)
    assert build_willkommen(angebot) == satz
