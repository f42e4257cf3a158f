import pytest
from django.test import Client

from pankow_einsamkeit.models import Konto


@pytest.fixture
def verwaltung(db: None) -> Konto:
    return Konto.objects.create_superuser("verwaltung", password="nur-im-test")  # noqa: S106


@pytest.fixture
def staff_client(verwaltung: Konto) -> Client:
    client = Client()
    client.force_login(verwaltung)
    return client
