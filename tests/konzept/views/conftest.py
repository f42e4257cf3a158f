"""Pages are looked at by the role Konzept."""

import pytest
from django.test import Client

from angebote.rollen import KONZEPT
from tests.konten import create_konto, login


@pytest.fixture
def konzept() -> Client:
    return login(Client(), create_konto("konzept", KONZEPT))
