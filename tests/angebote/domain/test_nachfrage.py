import pytest

from angebote.domain.nachfrage import build_nachfrage
from angebote.models import Angebot, Ort, Traeger

ORT = Ort(strasse="Pistoriusstraße")


@pytest.mark.parametrize(
    ("angebot", "satz", "satz_vorher"),
    [
        (Angebot(telefon="030 9999 0000", ort=ORT), "bitte anrufen", "bitte vorher anrufen"),
        (Angebot(traeger=Traeger(telefon="030 9999 0000")), "bitte anrufen", "bitte vorher anrufen"),
        (Angebot(email="a@haus.example", ort=ORT), "bitte nachfragen", "bitte vorher nachfragen"),
        # The page shows the offer's own contact alone, so a number of the Träger does not count.
        (
            Angebot(web="https://haus.example", traeger=Traeger(telefon="030 9999 0000")),
            "bitte nachfragen",
            "bitte vorher nachfragen",
        ),
        (Angebot(ort=ORT, traeger=Traeger()), "bitte vor Ort fragen", "bitte vor Ort fragen"),
        (Angebot(treffpunkt="Bank am Weißen See"), "bitte vor Ort fragen", "bitte vor Ort fragen"),
        (Angebot(ort=Ort(name="Bürgerpark")), "bitte nachfragen", "bitte vorher nachfragen"),
        (Angebot(), "bitte nachfragen", "bitte vorher nachfragen"),
    ],
)
def test_nachfrage_names_only_a_way_that_is_known(angebot: Angebot, satz: str, satz_vorher: str) -> None:
    assert build_nachfrage(angebot) == satz
    assert build_nachfrage(angebot, vorher=True) == satz_vorher
