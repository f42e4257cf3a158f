from typing import Any

from tests.konzept.seiten.typ import Internseite


def name_kapitel() -> dict[str, Any]:
    return {"kapitel": "anmelden"}


SEITEN = (
    Internseite("konzept:handbuch", ""),
    Internseite("konzept:handbuch-kapitel", "", name_kapitel),
)
