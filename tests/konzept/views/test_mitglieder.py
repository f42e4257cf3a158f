"""Who sits in a Gremium for somebody outside: named to the roles of the confidential register, to nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from angebote.rollen import DATENSCHUTZ, KONZEPT, RECHTE
from konzept.models import Gremium
from tests.konzept.factories import GeschaeftsbereichFactory
from tests.konzept.factories_netz import AkteurFactory, AufgabeFactory, MitgliedschaftFactory, SitzungFactory
from tests.pages.test_rollen import ROLLEN

pytestmark = pytest.mark.django_db
SEHEN_NAMEN = {KONZEPT, DATENSCHUTZ}
AKTEUR, FUNKTION = "Verein am Rand der Stadt", "Vorsitz des Vereins"


@pytest.fixture
def gremium(db: None) -> Gremium:
    sitzung = SitzungFactory()
    AufgabeFactory(sitzung=sitzung)
    gremium: Gremium = sitzung.gremium
    MitgliedschaftFactory(gremium=gremium, geschaeftsbereich=None, akteur=AkteurFactory(name=AKTEUR), funktion=FUNKTION)
    MitgliedschaftFactory(
        gremium=gremium, geschaeftsbereich=GeschaeftsbereichFactory(name="Amt im Haus"), akteur=None, funktion="Leitung"
    )
    return gremium


@pytest.mark.parametrize("rolle", RECHTE)
def test_page_names_members_from_outside_to_the_confidential_roles_alone(rolle: str, gremium: Gremium) -> None:
    html = ROLLEN[rolle]().get(gremium.get_absolute_url()).content.decode()

    darf = rolle in SEHEN_NAMEN
    assert (AKTEUR in html, FUNKTION in html) == (darf, darf)
    assert ("Stelle außerhalb des Bezirksamts" in html) is not darf
    assert "Amt im Haus" in html


@pytest.mark.parametrize("seite", ["change", "history"])
@pytest.mark.parametrize("rolle", RECHTE)
def test_admin_names_members_from_outside_to_the_confidential_roles_alone(
    rolle: str, seite: str, gremium: Gremium
) -> None:
    mitgliedschaft = gremium.mitgliedschaften.get(akteur__isnull=False)
    for verlauf in (gremium.verlauf, mitgliedschaft.verlauf):
        verlauf.update(history_date=timezone.now() - timedelta(days=1))
    mitgliedschaft.funktion = f"neu: {FUNKTION}"
    mitgliedschaft.save()

    html = ROLLEN[rolle]().get(reverse(f"admin:konzept_gremium_{seite}", args=[gremium.pk])).content.decode()

    assert (AKTEUR in html or FUNKTION in html) is (rolle in SEHEN_NAMEN)


@pytest.mark.parametrize("name", ["sitzung-kalender", "aufgabe-csv", "kommunikation-csv", "gremium-liste", "netzwerk"])
@pytest.mark.parametrize("rolle", RECHTE)
def test_no_list_and_no_file_names_them(rolle: str, name: str, gremium: Gremium) -> None:
    inhalt = ROLLEN[rolle]().get(reverse(f"konzept:{name}")).content.decode()

    assert inhalt
    assert AKTEUR not in inhalt
    assert FUNKTION not in inhalt
