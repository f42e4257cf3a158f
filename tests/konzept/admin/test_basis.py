"""From a form of the admin back to the page below /intern/ that one came from."""

import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.models import Drucksache, Gremium, Wahltermin
from tests.konten import create_konto, login
from tests.konzept.factories_massnahmen import IndikatorFactory
from tests.konzept.factories_netz import GremiumFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db
OHNE_MITGLIEDER = {"mitgliedschaften-TOTAL_FORMS": 0, "mitgliedschaften-INITIAL_FORMS": 0}


@pytest.fixture
def konzept() -> Client:
    return login(Client(), create_konto("konzept", KONZEPT))


def test_new_entry_leads_to_its_page(konzept: Client) -> None:
    daten = {"name": "Runde", "zweck": "Austausch", "ist_aktiv": "on", **OHNE_MITGLIEDER, "_save": "Sichern"}
    antwort = konzept.post(reverse("admin:konzept_gremium_add"), daten)
    gremium = Gremium.objects.get()
    assert (antwort.status_code, antwort["Location"]) == (302, f"/intern/netzwerk/gremien/{gremium.pk}/")


def test_changed_entry_leads_to_its_page_which_says_that_it_is_saved(konzept: Client) -> None:
    gremium = GremiumFactory(name="Runde")
    daten = {"name": "Große Runde", "zweck": "Austausch", "ist_aktiv": "on", **OHNE_MITGLIEDER, "_save": "Sichern"}

    antwort = konzept.post(reverse("admin:konzept_gremium_change", args=[gremium.pk]), daten, follow=True)

    assert antwort.redirect_chain == [(f"/intern/netzwerk/gremien/{gremium.pk}/", 302)]
    assert "erfolgreich geändert" in antwort.content.decode()


def test_entry_without_a_page_of_its_own_leads_to_the_list_that_shows_it(konzept: Client) -> None:
    antwort = konzept.post(reverse("admin:konzept_wahltermin_add"), {"titel": "Wahl", "datum": "2026-09-20"})
    assert Wahltermin.objects.count() == 1
    assert antwort["Location"] == reverse("konzept:sitzung-liste")


def test_indicator_leads_to_its_measure(konzept: Client) -> None:
    indikator = IndikatorFactory()
    daten = {
        "massnahme": indikator.massnahme.pk,
        "name": "Treffen",
        "startwert": 0,
        "zielwert": 4,
        "einheit": "Treffen",
    }
    daten |= {"ziel_bis": "2027-01-31", "werte-TOTAL_FORMS": 0, "werte-INITIAL_FORMS": 0}

    antwort = konzept.post(reverse("admin:konzept_indikator_change", args=[indikator.pk]), daten)

    assert (antwort.status_code, antwort["Location"]) == (302, indikator.massnahme.get_absolute_url())


def test_weiter_bearbeiten_stays_in_the_form(konzept: Client) -> None:
    daten = {
        "name": "Runde",
        "zweck": "Austausch",
        "ist_aktiv": "on",
        **OHNE_MITGLIEDER,
        "_continue": "Sichern und weiter bearbeiten",
    }
    antwort = konzept.post(reverse("admin:konzept_gremium_add"), daten)
    assert antwort["Location"] == reverse("admin:konzept_gremium_change", args=[Gremium.objects.get().pk])


def test_window_of_another_form_closes_with_the_new_entry(konzept: Client) -> None:
    daten = {"nummer": "IX-9999", "titel": "Beispiel", "status": "eingebracht", "eingebracht_am": "2026-01-05"}
    antwort = konzept.post(reverse("admin:konzept_drucksache_add"), {**daten, "_popup": "1"})
    assert (antwort.status_code, antwort.templates[0].name) == (200, "admin/popup_response.html")
    assert Drucksache.objects.filter(nummer="IX-9999").exists()


@pytest.mark.parametrize(("rollen", "sieht"), [((KONZEPT,), True), ((), False)])
def test_header_of_the_admin_leads_to_the_section_for_who_may_see_it(rollen: tuple[str, ...], sieht: bool) -> None:
    client = login(Client(), create_konto("person", *rollen))
    markup = parse_markup(client.get("/admin/").content.decode())
    adressen = [link.attrs["href"] for link in markup.find("a") if link.text == "Interner Teil"]
    assert adressen == (["/intern/"] if sieht else [])
