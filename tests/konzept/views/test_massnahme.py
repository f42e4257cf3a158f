from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.rollen import KONZEPT, REDAKTION
from konzept.choices import Massnahmenstatus
from konzept.models import Indikatorwert, Massnahme, Massnahmenwechsel, Meilenstein
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konten import create_konto, login
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import (
    IndikatorFactory,
    IndikatorwertFactory,
    MassnahmenwechselFactory,
    MeilensteinFactory,
)
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("person", KONZEPT))


def get_text(client: Client, adresse: str) -> str:
    return client.get(adresse).content.decode()


def test_detail_names_what_the_measure_builds_on(client: Client) -> None:
    massnahme = MassnahmeFactory(baut_auf="Räume der Bibliothek")
    massnahme.angebote.add(AngebotFactory(titel="Singen am Montag"))
    massnahme.orte.add(OrtFactory(name="Haus am See"))
    massnahme.partner.add(TraegerFactory(name="Verein Beispiel"))

    text = get_text(client, massnahme.get_absolute_url())

    for wort in ("Räume der Bibliothek", "Singen am Montag", "Haus am See", "Verein Beispiel", "ganz Pankow"):
        assert wort in text


def test_detail_tells_the_newest_reason_first_with_who_gave_it(client: Client) -> None:
    massnahme = MassnahmeFactory(status=Massnahmenstatus.VERWORFEN)
    MassnahmenwechselFactory(
        massnahme=massnahme, nach=Massnahmenstatus.VERWORFEN, grund="Kein Träger", konto=create_konto("kollegin")
    )
    text = get_text(client, massnahme.get_absolute_url())
    assert text.count("Kein Träger") == 2
    assert "kollegin" in text


def test_detail_draws_the_indicator_and_says_the_same_in_words(client: Client) -> None:
    indikator = IndikatorFactory(name="Treffpunkte in Karow", startwert=Decimal("2.50"))
    IndikatorwertFactory(indikator=indikator, wert=Decimal("4.25"))

    seite = parse_markup(get_text(client, indikator.massnahme.get_absolute_url()))

    [bild] = [svg for svg in seite.find("svg") if svg.attrs.get("role") == "img"]
    assert "Treffpunkte in Karow: Start 2,50, Ziel 10 Treffpunkte. 20. November 2026: 4,25." in " ".join(
        bild.text.split()
    )
    assert "4,25" in [zelle.text.strip() for zelle in seite.find("td")]


@pytest.mark.parametrize("anzahl", [1, 5])
def test_detail_costs_the_same_queries_for_any_number_of_parts(
    client: Client, django_assert_num_queries: Any, anzahl: int
) -> None:
    massnahme = MassnahmeFactory()
    for _nummer in range(anzahl):
        MeilensteinFactory(massnahme=massnahme)
        indikator = IndikatorFactory(massnahme=massnahme)
        IndikatorwertFactory(indikator=indikator)
        MassnahmenwechselFactory(massnahme=massnahme, konto=create_konto(f"person-{indikator.pk}"))
    with django_assert_num_queries(19):
        client.get(massnahme.get_absolute_url())


def test_form_says_where_offers_and_places_are_linked(client: Client) -> None:
    massnahme = MassnahmeFactory()
    verknuepfungen = reverse("konzept:massnahme-verknuepfung", kwargs={"pk": massnahme.pk, "art": "angebote"})
    for adresse in (massnahme.get_absolute_url(), reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})):
        assert f'href="{verknuepfungen}"' in get_text(client, adresse)
    assert "verknüpfen Sie danach" in get_text(client, reverse("konzept:massnahme-neu"))


def test_detail_for_who_only_reads_offers_nothing_to_do() -> None:
    indikator = IndikatorFactory()
    MeilensteinFactory(massnahme=indikator.massnahme)
    client = login(Client(), create_konto("leserin", REDAKTION))

    seite = parse_markup(get_text(client, indikator.massnahme.get_absolute_url()))

    assert {form.attrs["action"] for form in seite.find("form") if "action" in form.attrs} == {
        reverse("account_logout")
    }


def test_milestone_done_and_open_again(client: Client) -> None:
    meilenstein = MeilensteinFactory(titel="Raum gefunden")
    adresse = reverse("konzept:massnahme-meilenstein", kwargs={"pk": meilenstein.pk})

    antwort = client.post(adresse, follow=True)
    assert Meilenstein.objects.get().erledigt_am == timezone.localdate()
    assert "„Raum gefunden“ ist erledigt." in antwort.content.decode()

    antwort = client.post(adresse, {"offen": "ja"}, follow=True)
    assert Meilenstein.objects.get().erledigt_am is None
    assert antwort.redirect_chain == [(meilenstein.massnahme.get_absolute_url(), 302)]


def test_detail_of_a_measure_that_is_over_says_what_stayed_undone_and_offers_no_new_milestone(client: Client) -> None:
    massnahme = MassnahmeFactory(status=Massnahmenstatus.ABGESCHLOSSEN)
    MeilensteinFactory(massnahme=massnahme, titel="Auswertung")
    getaner = MeilensteinFactory(massnahme=massnahme, erledigt_am=timezone.localdate())

    text = get_text(client, massnahme.get_absolute_url())

    assert text.count("offen geblieben</span>") == 1
    assert "Neue Meilensteine und Indikatoren erst, wenn die Maßnahme wieder aufgenommen ist." in text
    assert reverse("konzept:massnahme-meilenstein-neu", kwargs={"pk": massnahme.pk}) not in text
    assert "Doch noch offen" not in text
    antwort = client.post(
        reverse("konzept:massnahme-meilenstein", kwargs={"pk": getaner.pk}), {"offen": "ja"}, follow=True
    )
    assert "Nehmen Sie sie zuerst wieder auf" in antwort.content.decode()


@pytest.mark.parametrize("name", ["detail", "bearbeiten", "status", "meilenstein-neu", "indikator-neu", "wert"])
def test_address_of_nothing_is_not_found(client: Client, name: str) -> None:
    assert client.get(reverse(f"konzept:massnahme-{name}", kwargs={"pk": 99})).status_code == 404


def test_milestone_of_nothing_is_not_found(client: Client) -> None:
    assert client.post(reverse("konzept:massnahme-meilenstein", kwargs={"pk": 99})).status_code == 404


def move(client: Client, massnahme: Massnahme, **daten: str) -> str:
    antwort = client.post(reverse("konzept:massnahme-status", kwargs={"pk": massnahme.pk}), daten, follow=True)
    massnahme.refresh_from_db()
    return antwort.content.decode()


def test_board_step_without_a_reason_is_taken_and_leads_back_to_the_board(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="Treff")
    text = move(client, massnahme, nach="laeuft", zurueck="tafel")
    assert massnahme.status == Massnahmenstatus.LAEUFT
    assert "„Treff“ ist jetzt „läuft“." in text
    assert 'class="tafel"' in text
    assert Massnahmenwechsel.objects.get().konto.get_username() == "person"


def test_board_step_that_needs_a_reason_asks_for_it_without_calling_it_a_mistake(client: Client) -> None:
    massnahme = MassnahmeFactory()
    text = move(client, massnahme, nach="verworfen", zurueck="tafel")
    assert massnahme.status == Massnahmenstatus.GEPLANT
    assert 'id="fehlerliste"' not in text
    assert [ein.attrs["value"] for ein in parse_markup(text).find("input") if "checked" in ein.attrs] == ["verworfen"]


def test_closing_with_open_milestones_names_them_and_asks_what_becomes_of_them(client: Client) -> None:
    massnahme = MassnahmeFactory(status=Massnahmenstatus.LAEUFT)
    MeilensteinFactory(massnahme=massnahme, titel="Auswertung")

    assert "(freiwillig)" not in get_text(client, reverse("konzept:massnahme-status", kwargs={"pk": massnahme.pk}))
    gefragt = move(client, massnahme, nach="abgeschlossen", zurueck="tafel")
    assert 'id="fehlerliste"' not in gefragt
    assert "Auswertung (fällig am 1. März 2027)" in gefragt
    assert "Abschließen (mit Grund)" in gefragt

    abgelehnt = move(client, massnahme, nach="abgeschlossen", grund=" ")
    assert "Noch offen: „Auswertung“. Bitte schreiben Sie, was daraus wird" in abgelehnt
    assert massnahme.status == Massnahmenstatus.LAEUFT

    move(client, massnahme, nach="abgeschlossen", grund="Folgt im Frühjahr mit der Hochschule.")
    assert massnahme.status == Massnahmenstatus.ABGESCHLOSSEN
    assert massnahme.wechsel.get().grund == "Folgt im Frühjahr mit der Hochschule."


def test_step_without_its_reason_is_refused_and_keeps_the_choice(client: Client) -> None:
    massnahme = MassnahmeFactory()
    text = move(client, massnahme, nach="verworfen", grund=" ")
    assert massnahme.status == Massnahmenstatus.GEPLANT
    assert "Bitte nennen Sie den Grund" in text
    assert "checked" in text


def test_step_with_its_reason_is_taken(client: Client) -> None:
    massnahme = MassnahmeFactory()
    move(client, massnahme, nach="verworfen", grund="Kein Träger")
    assert massnahme.status == Massnahmenstatus.VERWORFEN
    assert massnahme.wechsel.get().grund == "Kein Träger"


@pytest.mark.parametrize("nach", ["abgeschlossen", "geplant", "unsinn"])
def test_step_that_is_not_possible_any_more_is_refused_and_keeps_the_reason(client: Client, nach: str) -> None:
    massnahme = MassnahmeFactory()
    text = move(client, massnahme, nach=nach, grund="Alles getan")
    assert massnahme.status == Massnahmenstatus.GEPLANT
    assert "Dieser Schritt geht nicht mehr: Die Maßnahme ist jetzt „geplant“." in text
    assert "Alles getan" in text


def test_value_with_a_comma_is_taken(client: Client) -> None:
    indikator = IndikatorFactory()
    heute = timezone.localdate()
    antwort = client.post(
        reverse("konzept:massnahme-wert", kwargs={"pk": indikator.pk}),
        {"tag": heute.isoformat(), "wert": "4,5", "notiz": "Zählung"},
    )
    assert antwort["Location"] == indikator.massnahme.get_absolute_url()
    assert [(wert.tag, wert.wert, wert.notiz) for wert in Indikatorwert.objects.all()] == [
        (heute, Decimal("4.5"), "Zählung")
    ]


def test_value_of_a_year_nobody_means_is_asked_about(client: Client) -> None:
    indikator = IndikatorFactory()
    adresse = reverse("konzept:massnahme-wert", kwargs={"pk": indikator.pk})
    text = client.post(adresse, {"tag": "0001-01-01", "wert": "4"}).content.decode()
    assert "Bitte prüfen Sie das Jahr. Möglich sind die Jahre 1950 bis 2099." in text
    assert not Indikatorwert.objects.exists()


@pytest.mark.parametrize(
    ("tage", "wert", "satz"),
    [
        (0, "viele", "Bitte eine Zahl eingeben."),
        (0, "123456789", "höchstens 8 Ziffern vor dem Komma"),
        (1, "4", "Dieser Tag liegt in der Zukunft."),
        (-1, "4", "Für diesen Tag gibt es schon einen Wert."),
    ],
)
def test_value_that_is_refused_stands_in_the_form_again(client: Client, tage: int, wert: str, satz: str) -> None:
    heute = timezone.localdate()
    indikator = IndikatorwertFactory(tag=heute - timedelta(days=1)).indikator
    daten = {"tag": (heute + timedelta(days=tage)).isoformat(), "wert": wert, "notiz": "Zählung am Abend"}

    text = client.post(reverse("konzept:massnahme-wert", kwargs={"pk": indikator.pk}), daten).content.decode()

    assert satz in text
    werte = {ein.attrs.get("value") for ein in parse_markup(text).find("input")}
    assert set(daten.values()) <= werte
    assert Indikatorwert.objects.count() == 1


@pytest.mark.parametrize(
    ("status", "zusatz"),
    [
        (Massnahmenstatus.GEPLANT, "nötig bei „Verwerfen“"),
        (Massnahmenstatus.LAEUFT, "nötig bei „Zurück auf geplant“, „Verwerfen“"),
        (Massnahmenstatus.ABGESCHLOSSEN, ""),  # every step needs it
    ],
)
def test_status_page_says_for_which_steps_the_reason_is_needed(
    client: Client, status: Massnahmenstatus, zusatz: str
) -> None:
    massnahme = MassnahmeFactory(status=status)
    text = get_text(client, reverse("konzept:massnahme-status", args=[massnahme.pk]))
    marke = f' <span class="leise">({zusatz})</span>' if zusatz else ""
    assert f'for="id_grund">Grund{marke}</label>' in text
