"""Every address of the internal section with the right it needs; tests/pages/test_intern.py walks them."""

from tests.konzept.seiten import berichte, handbuch, kooperation, luecken, massnahmen, netz, zustaendigkeit
from tests.konzept.seiten.typ import Internseite

SEITEN: tuple[Internseite, ...] = (
    Internseite("konzept:uebersicht", "konzept.view_komponente"),
    *zustaendigkeit.SEITEN,
    *massnahmen.SEITEN,
    *netz.SEITEN,
    *kooperation.SEITEN,
    *luecken.SEITEN,
    *berichte.SEITEN,
    *handbuch.SEITEN,
)
