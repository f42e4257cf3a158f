"""Nobody who has left is given anything, and whoever was named before stays named."""

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.admin.gremium import AufgabeInline
from konzept.models import Aufgabe, Zustaendigkeit
from pankow_einsamkeit.models import Konto
from tests.konten import PASSWORT, create_konto, login
from tests.konzept.factories import ZustaendigkeitFactory
from tests.konzept.factories_netz import AufgabeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("modell", "fabrik"), [(Aufgabe, AufgabeFactory), (Zustaendigkeit, ZustaendigkeitFactory)], ids=str
)
def test_form_offers_active_accounts_and_the_one_that_is_named(modell: type[Model], fabrik: type) -> None:
    client = login(Client(), create_konto("da", KONZEPT))
    create_konto("weg", is_active=False)
    Konto.objects.create_user("von außen", password=PASSWORT)
    zeile = fabrik(konto=create_konto("genannt", is_active=False))

    def list_wahl(name: str, *args: object) -> set[str]:
        antwort = client.get(reverse(f"admin:konzept_{modell._meta.model_name}_{name}", args=args))
        return {konto.username for konto in antwort.context["adminform"].form.fields["konto"].queryset}

    assert list_wahl("add") == {"da"}
    assert list_wahl("change", zeile.pk) == {"da", "genannt"}


def test_tasks_of_a_meeting_use_the_same_form_as_their_own_page() -> None:
    assert AufgabeInline.form is admin.site.get_model_admin(Aufgabe).form
