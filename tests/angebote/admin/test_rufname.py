import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.domain.katalogstand import read_version
from angebote.models import Kiez, Planungsraum, Rufname
from tests.factories import KiezFactory, PlanungsraumFactory

NEU = "admin:angebote_rufname_add"


@pytest.fixture
def kiez(db: None) -> Kiez:
    return KiezFactory(name="Karow")


@pytest.fixture
def planungsraum(kiez: Kiez) -> Planungsraum:
    return PlanungsraumFactory(name="Am Weiher", kiez=kiez)


def post(client: Client, **felder: str) -> HttpResponse:
    return client.post(reverse(NEU), {"kiez": "", "planungsraum": "", **felder}, follow=True)


def test_rufname_saved_renews_the_mark_and_leads_to_the_search_near_it(staff_client: Client, kiez: Kiez):
    vorher = read_version()

    response = post(staff_client, name="  Der   Wedel ", kiez=str(kiez.pk))

    assert Rufname.objects.get().name == "Der Wedel"
    assert read_version() != vorher
    meldungen = " ".join(str(message) for message in response.context["messages"])
    assert f'<a href="{reverse("angebote:angebot-liste")}?nah=Der+Wedel">Der Wedel</a>' in meldungen


def test_rufname_with_both_areas_is_refused_at_the_second(staff_client: Client, kiez: Kiez, planungsraum: Planungsraum):
    response = post(staff_client, name="Wedel", kiez=str(kiez.pk), planungsraum=str(planungsraum.pk))

    assert dict(response.context["adminform"].form.errors) == {
        "planungsraum": ["Bitte nur eines angeben: Kiez oder Planungsraum."]
    }


def test_rufname_without_an_area_is_refused_at_the_first(staff_client: Client):
    response = post(staff_client, name="Wedel")

    assert dict(response.context["adminform"].form.errors) == {
        "kiez": ["Bitte den Kiez oder den Planungsraum angeben, den der Name meint."]
    }


def test_rufname_with_an_unknown_area_tells_only_that(staff_client: Client):
    response = post(staff_client, name="Wedel", kiez="999999")

    assert set(response.context["adminform"].form.errors) == {"kiez"}
    assert len(response.context["adminform"].form.errors["kiez"]) == 1


def test_rufname_like_an_official_name_is_refused_at_the_field_and_keeps_what_was_typed(
    staff_client: Client, planungsraum: Planungsraum
):
    response = post(staff_client, name="am WEIHER", planungsraum=str(planungsraum.pk))

    assert dict(response.context["adminform"].form.errors) == {
        "name": ["So heißt in Pankow schon etwas: Planungsraum Am Weiher. Die Suche findet es ohne Rufnamen."]
    }
    assert 'value="am WEIHER"' in response.content.decode()
    assert not Rufname.objects.exists()


def test_rufname_that_an_official_name_took_later_is_shown_with_a_warning(staff_client: Client, kiez: Kiez):
    rufname = Rufname.objects.create(name="karow", kiez=kiez)

    seite = staff_client.get(reverse("admin:angebote_rufname_change", args=[rufname.pk])).content.decode()

    assert "<li>Kiez Karow</li>" in seite


def test_liste_names_the_area_that_is_meant(staff_client: Client, kiez: Kiez, planungsraum: Planungsraum):
    Rufname.objects.create(name="Wedel", kiez=kiez)
    Rufname.objects.create(name="Teich", planungsraum=planungsraum)

    seite = staff_client.get(reverse("admin:angebote_rufname_changelist")).content.decode()

    assert "Am Weiher (Karow)" in seite
    assert ">Karow<" in seite


def test_formular_with_many_areas_needs_few_queries(staff_client: Client, django_assert_max_num_queries):
    for _nummer in range(30):
        PlanungsraumFactory()

    with django_assert_max_num_queries(15):
        staff_client.get(reverse(NEU))
