"""What else a report does not say, one by one: nothing of it stops anybody."""

from datetime import date

import pytest

from angebote.models import Kiez
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsoffenes import list_offenes
from konzept.models import Bericht
from tests.factories import KiezFactory
from tests.konzept.berichtskatalog import create_vollen
from tests.konzept.factories import GeschaeftsbereichFactory, MassnahmeFactory, ZustaendigkeitFactory
from tests.konzept.factories_bericht import create_entwurf

pytestmark = pytest.mark.django_db
KOMPONENTEN = ("Prävention", "Überwindung und Minderung", "Sensibilisierung und Koordination")


def list_all(bericht: Bericht, heute: date) -> list[str]:
    return list_offenes(build_abbild(bericht, heute=heute))


def test_empty_draft_lacks_beginning_end_measure_and_person(heute: date) -> None:
    Kiez.objects.all().delete()
    offene = [
        satz
        for name in KOMPONENTEN
        for satz in (f"{name}: Niemand ist zuständig; der Bericht sagt das.", f"{name}: Es gibt keine Maßnahme.")
    ]
    assert list_all(create_entwurf(), heute) == [
        "Die Einleitung ist leer.",
        "Der Ausblick ist leer.",
        *offene,
    ]


def test_what_is_written_or_taken_care_of_is_missing_no_more(heute: date) -> None:
    Kiez.objects.all().delete()
    ZustaendigkeitFactory(komponente=None, ist_haupt=True, geschaeftsbereich=GeschaeftsbereichFactory(beitrag="Räume."))
    saetze = list_all(create_vollen(), heute)
    assert saetze == [
        *(f"{name}: Es gibt keine Maßnahme." for name in KOMPONENTEN[1:]),
    ]


def test_measures_departments_and_residents_that_are_unknown_are_told(heute: date) -> None:
    MassnahmeFactory(federfuehrung=GeschaeftsbereichFactory(name="Soziales"))
    KiezFactory(einwohner=None)
    saetze = list_all(create_entwurf(), heute)
    assert saetze[-3:] == [
        "1 Maßnahme nennt nur die Federführung: Eine Zuständigkeit fehlt oder ist nicht freigegeben.",
        "Noch kein Beitrag von: Soziales.",
        "Für manche Kieze fehlen die Einwohnerzahlen; dort steht „nicht bekannt“.",
    ]
