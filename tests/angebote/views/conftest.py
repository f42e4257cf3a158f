from collections.abc import Callable
from datetime import datetime

import pytest

from angebote.models import Kiez, Postleitzahl
from tests.factories import KiezFactory


@pytest.fixture(autouse=True)
def morgens(stell_uhr: Callable[[datetime], None], jetzt: datetime) -> None:
    """What a page shows of today depends on the hour: tests must not."""
    stell_uhr(jetzt)


@pytest.fixture
def weissensee(db: None) -> Kiez:
    kiez = KiezFactory(slug="weissensee", name="Weißensee")
    nachbar = KiezFactory(slug="weissensee-ost", name="Weißensee Ost")
    kiez.nachbarn.add(nachbar)
    postleitzahl = Postleitzahl.objects.create(plz="13086", lat=52.5, lon=13.4)
    postleitzahl.anteile.create(kiez=kiez, adressanteil=0.9)
    return kiez
