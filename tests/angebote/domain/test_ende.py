from datetime import date, timedelta
from typing import Any

import pytest

from angebote.choices import Status
from angebote.domain.ende import Ende, explain_ende, judge_ende
from angebote.models import Angebot
from tests.factories import AngebotFactory

HEUTE = date(2026, 11, 21)
GESTERN = HEUTE - timedelta(days=1)


@pytest.mark.parametrize(
    ("felder", "ende", "satz"),
    [
        ({"gueltig_bis": GESTERN}, Ende.ABGELAUFEN, "Dieses Angebot gab es bis zum 20. November 2026."),
        ({"status": Status.ARCHIVIERT}, Ende.BEENDET, "Dieses Angebot gibt es nicht mehr."),
        (
            {"status": Status.ARCHIVIERT, "gueltig_bis": GESTERN},
            Ende.ABGELAUFEN,
            "Dieses Angebot gab es bis zum 20. November 2026.",
        ),
        ({"status": Status.PAUSIERT}, Ende.PAUSE, "Dieses Angebot macht zurzeit eine Pause."),
        ({"status": Status.PAUSIERT, "gueltig_bis": GESTERN}, Ende.PAUSE, "Dieses Angebot macht zurzeit eine Pause."),
    ],
)
def test_ende_is_judged_and_explained(felder: dict[str, Any], ende: Ende, satz: str) -> None:
    angebot = Angebot(**{"status": Status.VEROEFFENTLICHT} | felder)
    assert (judge_ende(angebot, heute=HEUTE), explain_ende(angebot, heute=HEUTE)) == (ende, satz)


@pytest.mark.parametrize("felder", [{}, {"gueltig_bis": HEUTE}])
def test_offer_to_go_to_has_no_ende(felder: dict[str, Any]) -> None:
    assert judge_ende(Angebot(status=Status.VEROEFFENTLICHT, **felder), heute=HEUTE) is None


def test_ende_of_what_nobody_knows_is_that_it_is_missing() -> None:
    satz = "Dieses Angebot steht nicht in unserem Verzeichnis."
    assert (judge_ende(None, heute=HEUTE), explain_ende(None, heute=HEUTE)) == (Ende.FEHLT, satz)


def build_geprueft(tage: int, **felder: Any) -> Angebot:
    return AngebotFactory.build(ort=None, geprueft_am=HEUTE - timedelta(days=tage), **felder)


def test_offer_confirmed_too_long_ago_may_still_take_place_and_says_whom_to_ask() -> None:
    angebot = build_geprueft(181, kartendaten={"nachfrage_vorher": "bitte vorher anrufen"})
    satz = "Dieses Angebot ist seit dem 24. Mai 2026 nicht mehr bestätigt – bitte vorher anrufen."
    assert (judge_ende(angebot, heute=HEUTE), explain_ende(angebot, heute=HEUTE)) == (Ende.UNBESTAETIGT, satz)
    assert judge_ende(build_geprueft(180), heute=HEUTE) is None


@pytest.mark.parametrize(
    ("felder", "ende"),
    [
        ({"status": Status.PAUSIERT}, Ende.PAUSE),
        ({"status": Status.ARCHIVIERT}, Ende.BEENDET),
        ({"gueltig_bis": GESTERN}, Ende.ABGELAUFEN),
    ],
)
def test_what_is_known_to_be_over_or_to_pause_comes_before_the_missing_check(
    felder: dict[str, Any], ende: Ende
) -> None:
    assert judge_ende(build_geprueft(181, **felder), heute=HEUTE) == ende
