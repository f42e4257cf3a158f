from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from angebote.domain.naehe.verzeichnis import Verzeichnis, load_verzeichnis
from angebote.importers.gebiete import load_gebiete


@pytest.fixture(scope="module")
def verzeichnis(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Verzeichnis]:
    """The directory over the real areas of Pankow, without any offer; asking it needs no database."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_gebiete()
        yield load_verzeichnis(date(2026, 11, 21))
        transaction.set_rollback(True)
