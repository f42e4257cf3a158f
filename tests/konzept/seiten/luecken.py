from typing import Any

from tests.factories import KiezFactory
from tests.konzept.factories_luecken import KieznotizFactory
from tests.konzept.seiten.typ import Internseite


def create_kiez() -> dict[str, Any]:
    return {"slug": KiezFactory().slug}


def create_zelle() -> dict[str, Any]:
    """The query of its row names the Kiez."""
    KiezFactory(slug="aue")
    return {}


def create_notiz() -> dict[str, Any]:
    notiz = KieznotizFactory()
    return {"slug": notiz.kiez.slug, "pk": notiz.pk}


SEITEN = (
    Internseite("konzept:luecken", "konzept.view_massnahme", query="nach=zeit&bereich=begegnung"),
    Internseite("konzept:luecken-zelle", "konzept.view_massnahme", create_zelle, query="kiez=aue&wert=spielen"),
    Internseite("konzept:luecken-csv", "konzept.view_massnahme"),
    Internseite("konzept:kiez-profile", "konzept.view_massnahme"),
    Internseite("konzept:kiez-profil", "konzept.view_massnahme", create_kiez),
    Internseite("konzept:kieznotiz-neu", "konzept.add_kieznotiz", create_kiez, nur_post=True),
    Internseite("konzept:kieznotiz-entfernen", "konzept.delete_kieznotiz", create_notiz, nur_post=True),
)
