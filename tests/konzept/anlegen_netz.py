"""As anlegen.py, for the network."""

from collections.abc import Callable

from django.db.models import Model

from konzept.models import Akteur, Aufgabe, Gremium, Kommunikation, Multiplikator, Sitzung, Wahltermin
from tests.konzept.factories_netz import (
    AkteurFactory,
    AufgabeFactory,
    GremiumFactory,
    KommunikationFactory,
    MultiplikatorFactory,
    SitzungFactory,
    WahlterminFactory,
)

ANLEGEN_NETZ: dict[type[Model], Callable[[int], Model]] = {
    Akteur: lambda n: AkteurFactory(),
    Multiplikator: lambda n: MultiplikatorFactory(),
    Gremium: lambda n: GremiumFactory(),
    Sitzung: lambda n: SitzungFactory(),
    Aufgabe: lambda n: AufgabeFactory(),
    Wahltermin: lambda n: WahlterminFactory(),
    Kommunikation: lambda n: KommunikationFactory(),
}
