"""Measures are looked up here; only their parts are corrected."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from konzept.choices import Massnahmenstatus
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein
from tests.factories import AngebotFactory
from tests.konten import create_konto, login
from tests.konzept.admin.zeilen import build_zeilen
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import IndikatorwertFactory, MeilensteinFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("person", "Konzept"))


def build_daten(massnahme: Massnahme, **felder: object) -> dict[str, object]:
    namen = ("titel", "ziel", "komponente_id", "art", "federfuehrung_id", "verantwortlich", "beginn")
    daten: dict[str, object] = {name.removesuffix("_id"): getattr(massnahme, name) for name in namen}
    leere = build_zeilen("meilensteine", vorhandene=0) | build_zeilen("indikatoren", vorhandene=0)
    return daten | leere | felder


def test_measure_itself_is_only_looked_up_here_and_saving_leaves_no_trace(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="Mittagstisch")
    vorher = massnahme.verlauf.count()
    adresse = reverse("admin:konzept_massnahme_change", args=[massnahme.pk])
    daten = build_daten(massnahme, titel="Neu", status="laeuft", angebote=[AngebotFactory().pk])

    antwort = client.post(adresse, daten)

    massnahme.refresh_from_db()
    assert antwort.status_code == 302
    assert (massnahme.titel, massnahme.status, massnahme.angebote.count()) == ("Mittagstisch", "geplant", 0)
    assert massnahme.verlauf.count() == vorher
    assert massnahme.get_absolute_url() in client.get(adresse).content.decode()


def test_measure_begins_on_no_page_of_the_admin(client: Client) -> None:
    assert client.get(reverse("admin:konzept_massnahme_add")).status_code == 403


@pytest.mark.parametrize("tag", ["30.10.2025", "01.02.2027"])
def test_milestone_outside_the_measure_is_refused_where_it_is_typed(client: Client, tag: str) -> None:
    massnahme = MassnahmeFactory(beginn=date(2026, 11, 1), ende=date(2027, 1, 31))
    zeile = {"titel": "Raum gefunden", "faellig_am": tag}
    daten = build_daten(massnahme, **build_zeilen("meilensteine", zeile, vorhandene=0))

    antwort = client.post(reverse("admin:konzept_massnahme_change", args=[massnahme.pk]), daten)

    [formset, _indikatoren] = antwort.context["inline_admin_formsets"]
    assert list(formset.formset.forms[0].errors) == ["faellig_am"]
    assert not Meilenstein.objects.exists()


def test_milestone_left_outside_by_a_measure_that_was_moved_can_still_be_completed(client: Client) -> None:
    eine = MeilensteinFactory(
        massnahme=MassnahmeFactory(beginn=date(2026, 1, 1), ende=date(2026, 2, 1)), faellig_am=date(2026, 3, 1)
    )
    zeile = {"id": eine.pk, "titel": eine.titel, "faellig_am": "01.03.2026", "erledigt_am": "01.02.2026"}
    daten = build_daten(eine.massnahme, **build_zeilen("meilensteine", zeile, vorhandene=1))
    client.post(reverse("admin:konzept_massnahme_change", args=[eine.massnahme_id]), daten)
    eine.refresh_from_db()
    assert eine.erledigt_am == date(2026, 2, 1)


def test_milestones_and_indicators_are_rows_of_the_form(client: Client) -> None:
    massnahme = MassnahmeFactory()
    meilenstein = {"titel": "Raum gefunden", "faellig_am": "01.03.2027"}
    indikator = {"name": "Plätze", "einheit": "Plätze", "startwert": "0", "zielwert": "8", "ziel_bis": "01.06.2027"}
    daten = build_daten(
        massnahme,
        **build_zeilen("meilensteine", meilenstein, vorhandene=0),
        **build_zeilen("indikatoren", indikator, vorhandene=0),
    )

    client.post(reverse("admin:konzept_massnahme_change", args=[massnahme.pk]), daten)

    assert [eine.titel for eine in Meilenstein.objects.filter(massnahme=massnahme)] == ["Raum gefunden"]
    assert [eine.name for eine in Indikator.objects.filter(massnahme=massnahme)] == ["Plätze"]


def test_measure_that_is_over_takes_no_milestone_here_either(client: Client) -> None:
    massnahme = MassnahmeFactory(status=Massnahmenstatus.VERWORFEN)
    zeile = {"titel": "Raum gefunden", "faellig_am": "01.03.2027"}
    daten = build_daten(massnahme, **build_zeilen("meilensteine", zeile, vorhandene=0))
    antwort = client.post(reverse("admin:konzept_massnahme_change", args=[massnahme.pk]), daten)
    assert antwort.status_code == 302
    assert not Meilenstein.objects.exists()


def test_milestone_entered_by_mistake_can_be_removed(client: Client) -> None:
    meilenstein = MeilensteinFactory()
    zeile = {"id": meilenstein.pk, "titel": "x", "faellig_am": "01.03.2027", "DELETE": "on"}
    daten = build_daten(meilenstein.massnahme, **build_zeilen("meilensteine", zeile, vorhandene=1))
    client.post(reverse("admin:konzept_massnahme_change", args=[meilenstein.massnahme_id]), daten)
    assert not Meilenstein.objects.exists()


def test_indicator_with_values_cannot_be_removed(client: Client) -> None:
    indikator = IndikatorwertFactory().indikator
    antwort = client.post(reverse("admin:konzept_indikator_delete", args=[indikator.pk]), {"post": "yes"})
    assert [str(geschuetzt) for geschuetzt in antwort.context["protected"]] == ["Wert: 4,00 (20.11.2026)"]
    assert Indikator.objects.filter(pk=indikator.pk).exists()


def test_wrong_value_can_be_corrected(client: Client) -> None:
    wert = IndikatorwertFactory()
    indikator = wert.indikator
    daten = {
        "massnahme": indikator.massnahme_id,
        **{name: getattr(indikator, name) for name in ("name", "einheit", "startwert", "zielwert", "ziel_bis")},
        **build_zeilen("werte", {"id": wert.pk, "tag": "20.11.2026", "wert": "7"}, vorhandene=1),
    }
    client.post(reverse("admin:konzept_indikator_change", args=[indikator.pk]), daten)
    assert Indikatorwert.objects.get().wert == 7
