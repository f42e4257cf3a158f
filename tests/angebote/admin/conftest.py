import pytest
from django.test import Client

from pankow_einsamkeit.models import Konto
from tests.angebote.domain.redaktionsteam import create_freigabe, create_redaktion
from tests.konten import create_konto, login


@pytest.fixture
def verwaltung(db: None) -> Konto:
    return create_konto("verwaltung", is_superuser=True)


@pytest.fixture
def staff_client(verwaltung: Konto) -> Client:
    return login(Client(), verwaltung)


@pytest.fixture
def redaktion(db: None) -> Client:
    return login(Client(), create_redaktion())


@pytest.fixture
def freigabe(db: None) -> Client:
    return login(Client(), create_freigabe())
