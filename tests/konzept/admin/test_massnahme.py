import pytest
from django.test import Client
from django.urls import reverse

from konzept.choices import Massnahmenstatus
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konten import create_konto, login
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MeilensteinFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("person", "Konzept"))


def build_zeilen(name: str, *zeilen: dict[str, object], vorhandene: int) -> dict[str, object]:
    daten: dict[str, object] = {f"{name}-TOTAL_FORMS": len(zeilen), f"{name}-INITIAL_FORMS": vorhandene}
    for nummer, zeile in enumerate(zeilen):
        daten |= {f"{name}-{nummer}-{feld}": wert for feld, wert in zeile.items()}
    return daten


def build_daten(massnahme: Massnahme, **felder: object) -> dict[str, object]:
    namen = ("titel", "ziel", "komponente_id", "art", "federfuehrung_id", "verantwortlich", "beginn")
    daten: dict[str, object] = {name.removesuffix("_id"): getattr(massnahme, name) for name in namen}
    leere = build_zeilen("meilensteine", vorhandene=0) | build_zeilen("indikatoren", vorhandene=0)
    return daten | leere | felder


def test_offers_places_and_partners_are_linked_here(client: Client) -> None:
    massnahme, angebot, ort, traeger = MassnahmeFactory(), AngebotFactory(), OrtFactory(), TraegerFactory()
    daten = build_daten(massnahme, angebote=[angebot.pk], orte=[ort.pk], partner=[traeger.pk])

    client.post(reverse("admin:konzept_massnahme_change", args=[massnahme.pk]), daten)

    massnahme.refresh_from_db()
    verknuepft = (massnahme.angebote.get(), massnahme.orte.get(), massnahme.partner.get())
    assert verknuepft == (angebot, ort, traeger)


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


def test_measure_has_no_field_for_its_status_here(client: Client) -> None:
    massnahme = MassnahmeFactory()
    IndikatorFactory(massnahme=massnahme)
    client.post(
        reverse("admin:konzept_massnahme_change", args=[massnahme.pk]),
        build_daten(massnahme, titel="Neu", status="laeuft"),
    )
    massnahme.refresh_from_db()
    assert (massnahme.titel, massnahme.status) == ("Neu", "geplant")
