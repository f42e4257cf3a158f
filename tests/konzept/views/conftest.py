"""Pages are looked at by the role Konzept."""

import pytest
from django.test import Client

from angebote.rollen import DATENSCHUTZ, KONZEPT
from tests.konten import create_konto, login


@pytest.fixture
def konzept() -> Client:
    return login(Client(), create_konto("konzept", KONZEPT))


@pytest.fixture
def datenschutz() -> Client:
    """Who speaks for the Datenschutz, from an account of its own."""
    return login(Client(), create_konto("datenschutz", DATENSCHUTZ))
