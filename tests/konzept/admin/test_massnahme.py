"""Measures are looked up here; only their parts are corrected."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from konzept.choices import Massnahmenstatus
from konzept.models import Indikator, Indikatorwert, Massnahme, Meilenstein
from tests.factories import AngebotFactory
from tests.konten import create_konto, login
from tests.konzept.admin.zeilen import build_zeilen
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MeilensteinFactory

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


VORBEI = [Massnahmenstatus.ABGESCHLOSSEN, Massnahmenstatus.VERWORFEN]
MEILENSTEIN = {"titel": "Raum gefunden", "faellig_am": "01.03.2027"}
INDIKATOR = {"name": "Plätze", "einheit": "Plätze", "startwert": "0", "zielwert": "8", "ziel_bis": "01.06.2027"}


@pytest.mark.parametrize("status", VORBEI)
@pytest.mark.parametrize(("teil", "zeile"), [("meilensteine", MEILENSTEIN), ("indikatoren", INDIKATOR)])
def test_measure_that_is_over_takes_no_new_part_here_either_and_says_so(
    client: Client, status: Massnahmenstatus, teil: str, zeile: dict[str, object]
) -> None:
    massnahme = MassnahmeFactory(status=status)
    adresse = reverse("admin:konzept_massnahme_change", args=[massnahme.pk])
    antwort = client.post(adresse, build_daten(massnahme, **build_zeilen(teil, zeile, vorhandene=0)), follow=True)
    satz = f"Neue Meilensteine und Indikatoren sind nicht gespeichert: Die Maßnahme ist „{status.label}“."
    assert satz in {str(nachricht) for nachricht in antwort.context["messages"]}
    assert (Meilenstein.objects.count(), Indikator.objects.count()) == (0, 0)
    zusaetze = [inline.formset.max_num for inline in client.get(adresse).context["inline_admin_formsets"]]
    assert zusaetze == [0, 0]


def send_meilenstein(client: Client, eine: Meilenstein, **felder: object) -> HttpResponse:
    tage = {"faellig_am": f"{eine.faellig_am:%d.%m.%Y}"}
    if eine.erledigt_am:
        tage["erledigt_am"] = f"{eine.erledigt_am:%d.%m.%Y}"
    zeile: dict[str, object] = {"id": eine.pk, "titel": eine.titel, **tage, **felder}
    daten = build_daten(eine.massnahme, **build_zeilen("meilensteine", zeile, vorhandene=1))
    antwort: HttpResponse = client.post(reverse("admin:konzept_massnahme_change", args=[eine.massnahme_id]), daten)
    return antwort


@pytest.mark.parametrize("status", VORBEI)
@pytest.mark.parametrize(("vorher", "getippt"), [(None, "20.11.2026"), (date(2026, 11, 20), "")])
def test_milestone_of_a_measure_that_is_over_is_neither_completed_nor_opened_again(
    client: Client, status: Massnahmenstatus, vorher: date | None, getippt: str
) -> None:
    eine = MeilensteinFactory(massnahme__status=status, erledigt_am=vorher)
    antwort = send_meilenstein(client, eine, erledigt_am=getippt)
    [formset, _indikatoren] = antwort.context["inline_admin_formsets"]  # type: ignore[attr-defined]
    satz = f"Die Maßnahme ist „{status.label}“. Nehmen Sie sie zuerst wieder auf, mit „Status ändern“."
    assert dict(formset.formset.forms[0].errors) == {"erledigt_am": [satz]}
    eine.refresh_from_db()
    assert eine.erledigt_am == vorher


@pytest.mark.parametrize("status", VORBEI)
def test_what_stands_wrong_at_a_measure_that_is_over_can_be_corrected(client: Client, status: Massnahmenstatus) -> None:
    eine = MeilensteinFactory(massnahme__status=status, erledigt_am=date(2026, 11, 20))
    send_meilenstein(client, eine, titel="Richtig", erledigt_am="19.11.2026")
    eine.refresh_from_db()
    assert (eine.titel, eine.erledigt_am) == ("Richtig", date(2026, 11, 19))


@pytest.mark.parametrize("status", VORBEI)
def test_indicator_is_neither_begun_for_a_measure_that_is_over_nor_moved_to_one(
    client: Client, status: Massnahmenstatus
) -> None:
    indikator = IndikatorFactory()
    vorbei = MassnahmeFactory(status=status)
    daten = INDIKATOR | {"massnahme": vorbei.pk} | build_zeilen("werte", vorhandene=0)
    satz = f"Die Maßnahme ist „{status.label}“. Nehmen Sie sie zuerst wieder auf, mit „Status ändern“."
    for adresse in (
        reverse("admin:konzept_indikator_add"),
        reverse("admin:konzept_indikator_change", args=[indikator.pk]),
    ):
        assert dict(client.post(adresse, daten).context["adminform"].form.errors) == {"massnahme": [satz]}
    assert Indikator.objects.values_list("massnahme", flat=True).get() == indikator.massnahme_id


def test_milestone_entered_by_mistake_can_be_removed(client: Client) -> None:
    meilenstein = MeilensteinFactory()
    zeile = {"id": meilenstein.pk, "titel": "x", "faellig_am": "01.03.2027", "DELETE": "on"}
    daten = build_daten(meilenstein.massnahme, **build_zeilen("meilensteine", zeile, vorhandene=1))
    client.post(reverse("admin:konzept_massnahme_change", args=[meilenstein.massnahme_id]), daten)
    assert not Meilenstein.objects.exists()


@pytest.mark.parametrize("status", VORBEI)
def test_parts_of_a_measure_that_is_over_are_neither_removed_nor_moved_away(
    client: Client, status: Massnahmenstatus
) -> None:
    meilenstein = MeilensteinFactory(massnahme__status=status)
    indikator = IndikatorFactory(massnahme=meilenstein.massnahme)
    zeile = {"id": meilenstein.pk, "titel": "x", "faellig_am": "01.03.2027", "DELETE": "on"}
    daten = build_daten(meilenstein.massnahme, **build_zeilen("meilensteine", zeile, vorhandene=1))
    client.post(reverse("admin:konzept_massnahme_change", args=[meilenstein.massnahme_id]), daten)
    weg = client.post(reverse("admin:konzept_indikator_delete", args=[indikator.pk]), {"post": "yes"})
    client.post(
        reverse("admin:konzept_indikator_changelist"),
        {"action": "delete_selected", "_selected_action": indikator.pk, "post": "yes"},
    )
    anderswo = INDIKATOR | {"massnahme": MassnahmeFactory().pk} | build_zeilen("werte", vorhandene=0)
    client.post(reverse("admin:konzept_indikator_change", args=[indikator.pk]), anderswo)

    assert weg.status_code == 403
    assert list(Meilenstein.objects.all()) == [meilenstein]
    assert Indikator.objects.get().massnahme == meilenstein.massnahme


def test_indicator_with_values_cannot_be_removed(client: Client) -> None:
    indikator = IndikatorwertFactory().indikator
    antwort = client.post(reverse("admin:konzept_indikator_delete", args=[indikator.pk]), {"post": "yes"})
    assert [str(geschuetzt) for geschuetzt in antwort.context["protected"]] == ["Wert: 4,00 (20.11.2026)"]
    assert Indikator.objects.filter(pk=indikator.pk).exists()


@pytest.mark.parametrize("status", Massnahmenstatus)
def test_wrong_value_can_be_corrected(client: Client, status: Massnahmenstatus) -> None:
    wert = IndikatorwertFactory(indikator__massnahme__status=status)
    indikator = wert.indikator
    daten = {
        "massnahme": indikator.massnahme_id,
        **{name: getattr(indikator, name) for name in ("name", "einheit", "startwert", "zielwert", "ziel_bis")},
        **build_zeilen("werte", {"id": wert.pk, "tag": "20.11.2026", "wert": "7"}, vorhandene=1),
    }
    client.post(reverse("admin:konzept_indikator_change", args=[indikator.pk]), daten)
    assert Indikatorwert.objects.get().wert == 7
