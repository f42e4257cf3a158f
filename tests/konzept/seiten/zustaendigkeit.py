from typing import Any

from tests.konzept.factories import GeschaeftsbereichFactory
from tests.konzept.seiten.typ import Internseite


def create_bereich() -> dict[str, Any]:
    return {"pk": GeschaeftsbereichFactory().pk}


SEITEN = (
    Internseite("konzept:zustaendige", "konzept.view_zustaendigkeit"),
    Internseite("konzept:geschaeftsbereich-liste", "konzept.view_geschaeftsbereich"),
    Internseite("konzept:geschaeftsbereich-detail", "konzept.view_geschaeftsbereich", create_bereich),
)
