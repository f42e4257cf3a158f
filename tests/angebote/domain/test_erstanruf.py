import re
from datetime import date
from typing import Any

import pytest

from angebote.choices import Bereich, Zugang
from angebote.domain.erstanruf import build_erstanruf
from angebote.domain.offene_fragen import list_offene_fragen
from angebote.models import Angebot, Zugangsweg
from tests.factories import AngebotFactory, TraegerFactory

pytestmark = pytest.mark.django_db
TERMIN = "Dienstag, 24. November, 14 bis 16 Uhr"
EMPFANG = "Wer erwartet die Person beim ersten Mal, und wo treffen sie sich?"


def list_zusatzfragen(angebot: Angebot, *, termin_satz: str = "") -> list[str]:
    """What is asked besides the gaps."""
    offene = {frage.frage for frage in list_offene_fragen(angebot, hat_termin=bool(termin_satz))}
    return [frage for frage in build_erstanruf(angebot, termin_satz=termin_satz).fragen if frage not in offene]


def test_script_greets_with_blanks_names_the_offer_and_needs_no_name_of_a_client() -> None:
    anruf = build_erstanruf(AngebotFactory(titel="Kaffeerunde"))
    assert re.findall(r"\[([^]]+)\]", anruf.begruessung) == ["Ihr Name", "Ihre Stelle"]
    assert "„Kaffeerunde“" in anruf.begruessung
    assert anruf.schluss == "Den Namen der Person müssen Sie am Anfang nicht nennen."


def test_script_asks_every_open_question_and_who_expects_the_person_last() -> None:
    angebot = AngebotFactory(bereich=Bereich.UNTERSTUETZUNG, telefon="030 4442514")
    offene = [frage.frage for frage in list_offene_fragen(angebot, hat_termin=False)]
    assert build_erstanruf(angebot).fragen == (*offene, EMPFANG)


@pytest.mark.parametrize(
    ("felder", "termin_satz", "fragen"),
    [
        ({"geprueft_am": None}, TERMIN, [f"Stimmt das noch: {TERMIN}?", EMPFANG]),
        ({"geprueft_am": date(2026, 11, 2)}, TERMIN, [EMPFANG]),
        ({"geprueft_am": None}, "", [EMPFANG]),
        ({"erstbesuch_begruessung": "Das Team."}, TERMIN, []),
    ],
)
def test_script_has_only_unconfirmed_dates_confirmed_and_asks_nothing_that_is_known(
    felder: dict[str, Any], termin_satz: str, fragen: list[str]
) -> None:
    assert list_zusatzfragen(AngebotFactory(**felder), termin_satz=termin_satz) == fragen


@pytest.mark.parametrize(
    ("art", "frage"),
    [
        (Zugang.VOR_ORT, EMPFANG),
        (Zugang.DRAUSSEN, EMPFANG),
        (Zugang.ZUHAUSE, "Wer kommt beim ersten Mal, und wie meldet sich diese Person vorher?"),
        (Zugang.TELEFON, "Mit wem spricht die Person beim ersten Mal?"),
        (Zugang.ONLINE, "Mit wem spricht die Person beim ersten Mal?"),
    ],
)
def test_script_asks_for_the_reception_the_offer_can_give(art: Zugang, frage: str) -> None:
    angebot = AngebotFactory()
    Zugangsweg.objects.create(angebot=angebot, art=art)
    assert list_zusatzfragen(angebot) == [frage]


def test_own_words_of_the_offer_stand_beside_the_script() -> None:
    mit, ohne = AngebotFactory(anruf_hinweis=" Fragen Sie nach Frau Muster. "), AngebotFactory()
    assert (build_erstanruf(mit).eigenes, build_erstanruf(ohne).eigenes) == ("Fragen Sie nach Frau Muster.", "")
    assert build_erstanruf(mit).fragen == build_erstanruf(ohne).fragen


def test_script_knows_whether_there_is_a_number_to_call() -> None:
    angebote = [
        AngebotFactory(),
        AngebotFactory(telefon="030 4442514"),
        AngebotFactory(traeger=TraegerFactory(telefon="030 1234567")),
    ]
    assert [build_erstanruf(angebot).hat_telefon for angebot in angebote] == [False, True, True]
