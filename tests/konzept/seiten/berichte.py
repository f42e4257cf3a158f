from tests.konzept.factories_bericht import create_eingefrorenen, create_entwurf
from tests.konzept.seiten.typ import Internseite

SEHEN, AENDERN, FREIGEBEN = "konzept.view_bericht", "konzept.change_bericht", "konzept.release_bericht"


def entwurf() -> dict[str, int]:
    return {"pk": create_entwurf().pk}


def eingefroren() -> dict[str, int]:
    return {"pk": create_eingefrorenen().pk}


SEITEN: tuple[Internseite, ...] = (
    Internseite("konzept:bericht-liste", SEHEN),
    Internseite("konzept:bericht-detail", SEHEN, entwurf),
    Internseite("konzept:bericht-pdf", SEHEN, eingefroren),
    Internseite("konzept:bericht-docx", SEHEN, eingefroren),
    Internseite("konzept:bericht-neu", AENDERN, nimmt_post=True),
    Internseite("konzept:bericht-bearbeiten", AENDERN, entwurf, nimmt_post=True),
    Internseite("konzept:bericht-einfrieren", AENDERN, entwurf, nimmt_post=True),
    Internseite("konzept:bericht-freigeben", FREIGEBEN, eingefroren, nimmt_post=True),
    Internseite("konzept:bericht-verwerfen", AENDERN, entwurf, nimmt_post=True),
)
