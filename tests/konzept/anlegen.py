"""One entry of each model of the section that is in the admin; tests of roles and lists walk them."""

from collections.abc import Callable

from django.db.models import Model

from konzept.models import (
    Bericht,
    Drucksache,
    Geschaeftsbereich,
    Indikator,
    Komponente,
    Konzept,
    Kooperationsanfrage,
    Massnahme,
    Zustaendigkeit,
)
from tests.konzept.anlegen_netz import ANLEGEN_NETZ
from tests.konzept.factories import (
    DrucksacheFactory,
    GeschaeftsbereichFactory,
    KonzeptFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)
from tests.konzept.factories_bericht import create_entwurf
from tests.konzept.factories_kooperation import KooperationsanfrageFactory
from tests.konzept.factories_massnahmen import IndikatorFactory

ANLEGEN: dict[type[Model], Callable[[int], Model]] = {
    Komponente: lambda n: get_komponente(),
    Konzept: lambda n: KonzeptFactory(),
    Drucksache: lambda n: DrucksacheFactory(),
    Geschaeftsbereich: lambda n: GeschaeftsbereichFactory(),
    Zustaendigkeit: lambda n: ZustaendigkeitFactory(),
    Massnahme: lambda n: MassnahmeFactory(),
    Indikator: lambda n: IndikatorFactory(),
    Kooperationsanfrage: lambda n: KooperationsanfrageFactory(),
    Bericht: lambda n: create_entwurf(),
    **ANLEGEN_NETZ,
}
# Three components are there by migration; requests and measures begin on a page of their own.
OHNE_NEU: set[type[Model]] = {Bericht, Komponente, Kooperationsanfrage, Massnahme}
