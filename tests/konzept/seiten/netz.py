from collections.abc import Callable
from typing import Any

from factory.django import DjangoModelFactory

from konzept.choices import Kontaktgrundlage
from tests.konzept.factories_netz import (
    AkteurFactory,
    AufgabeFactory,
    GremiumFactory,
    KommunikationFactory,
    MaterialwunschFactory,
    MultiplikatorFactory,
    SitzungFactory,
)
from tests.konzept.seiten.typ import Internseite

AKTEUR, AKTEUR_AENDERN = "konzept.view_akteur", "konzept.change_akteur"
MULTIPLIKATOR, MULTIPLIKATOR_AENDERN = "konzept.view_multiplikator", "konzept.change_multiplikator"


def create(fabrik: type[DjangoModelFactory], **felder: Any) -> Callable[[], dict[str, Any]]:
    return lambda: {"pk": fabrik(**felder).pk}


def create_paket() -> dict[str, Any]:
    return {"pk": MaterialwunschFactory().multiplikator.pk}


mit_kontakt = create(AkteurFactory, telefon="030 1", grundlage=Kontaktgrundlage.VERTRAG)

SEITEN = (
    Internseite("konzept:netzwerk", "konzept.view_gremium"),
    Internseite("konzept:akteur-liste", AKTEUR),
    Internseite("konzept:akteur-csv", AKTEUR),
    Internseite("konzept:akteur-detail", AKTEUR, mit_kontakt),
    Internseite("konzept:akteur-kontakt", AKTEUR_AENDERN, create(AkteurFactory), nimmt_post=True),
    Internseite("konzept:akteur-widerruf", AKTEUR_AENDERN, mit_kontakt, nimmt_post=True),
    Internseite("konzept:multiplikator-liste", MULTIPLIKATOR),
    Internseite("konzept:multiplikator-csv", MULTIPLIKATOR),
    Internseite("konzept:multiplikator-detail", MULTIPLIKATOR, create(MultiplikatorFactory)),
    Internseite("konzept:multiplikator-widerruf", MULTIPLIKATOR_AENDERN, create(MultiplikatorFactory), nimmt_post=True),
    Internseite("konzept:multiplikator-lieferung", MULTIPLIKATOR_AENDERN, create_paket, nur_post=True),
    Internseite("konzept:multiplikator-bestellliste", MULTIPLIKATOR),
    Internseite("konzept:multiplikator-bestellliste-csv", MULTIPLIKATOR),
    Internseite("konzept:gremium-liste", "konzept.view_gremium"),
    Internseite("konzept:gremium-detail", "konzept.view_gremium", create(GremiumFactory)),
    Internseite("konzept:sitzung-liste", "konzept.view_sitzung"),
    Internseite("konzept:sitzung-kalender", "konzept.view_sitzung"),
    Internseite("konzept:sitzung-detail", "konzept.view_sitzung", create(SitzungFactory)),
    Internseite("konzept:aufgabe-liste", "konzept.view_aufgabe"),
    Internseite("konzept:aufgabe-csv", "konzept.view_aufgabe"),
    Internseite("konzept:aufgabe-schritt", "konzept.change_aufgabe", create(AufgabeFactory), nimmt_post=True),
    Internseite("konzept:kommunikation-liste", "konzept.view_kommunikation"),
    Internseite("konzept:kommunikation-csv", "konzept.view_kommunikation"),
    Internseite(
        "konzept:kommunikation-schritt", "konzept.change_kommunikation", create(KommunikationFactory), nimmt_post=True
    ),
)
