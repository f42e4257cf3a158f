from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.rollen import KONZEPT
from konzept.choices import Massnahmenstatus
from konzept.models import Geschaeftsbereich, Indikator, Massnahme, Meilenstein, Zustaendigkeit
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory, MassnahmeFactory, ZustaendigkeitFactory, get_komponente
from tests.konzept.factories_massnahmen import MeilensteinFactory
from tests.pages.markup import Element, parse_markup

pytestmark = pytest.mark.django_db
NEU = "konzept:massnahme-neu"


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("person", KONZEPT))


def build_daten(**felder: Any) -> dict[str, Any]:
    return {
        "titel": "Mittagstisch",
        "ziel": "Niemand isst allein.",
        "komponente": get_komponente().pk,
        "art": "angebotsaufbau",
        "federfuehrung": GeschaeftsbereichFactory().pk,
        "verantwortlich": "Koordination",
        "beginn": "2026-12-01",
        **felder,
    }


def find_hilfen(antwort: HttpResponse) -> list[Element]:
    absaetze = parse_markup(antwort.content.decode()).find("p")
    return [absatz for absatz in absaetze if absatz.attrs.get("class") == "formularfeld__hilfe"]


def test_create_leads_to_the_new_measure(client: Client) -> None:
    kiez, bereich = KiezFactory(), GeschaeftsbereichFactory()
    antwort = client.post(reverse(NEU), build_daten(kieze=[kiez.pk], beteiligte=[bereich.pk], ende="30.06.2027"))
    massnahme = Massnahme.objects.get()
    assert antwort["Location"] == massnahme.get_absolute_url()
    assert (massnahme.beginn, massnahme.ende) == (date(2026, 12, 1), date(2027, 6, 30))
    assert (list(massnahme.kieze.all()), list(massnahme.beteiligte.all())) == ([kiez], [bereich])


def test_form_offers_responsibilities_that_have_not_ended_and_the_one_that_is_named(client: Client) -> None:
    gestern = timezone.localdate() - timedelta(days=1)
    beendete, genannte = (ZustaendigkeitFactory(von=gestern, bis=gestern) for _mal in range(2))
    laufende = ZustaendigkeitFactory()
    massnahme = MassnahmeFactory(zustaendig=genannte)

    def list_wahl(adresse: str) -> set[Zustaendigkeit]:
        return set(client.get(adresse).context["form"].fields["zustaendig"].queryset)

    assert beendete not in list_wahl(reverse(NEU))
    assert list_wahl(reverse(NEU)) == {laufende}
    assert list_wahl(reverse("konzept:massnahme-bearbeiten", args=[massnahme.pk])) == {laufende, genannte}


def test_form_says_which_of_two_alike_fields_the_report_prints(client: Client) -> None:
    hilfen = {element.attrs.get("id"): element.text.strip() for element in find_hilfen(client.get(reverse(NEU)))}
    assert hilfen["id_zustaendig_helptext"] == (
        "Steht im Bericht an die BVV, soweit freigegeben. Sonst heißt es dort „über die Federführung“."
    )
    assert hilfen["id_verantwortlich_helptext"] == (
        "Wer sich intern darum kümmert, als Funktion oder Name. Steht nie im Bericht an die BVV."
    )


@pytest.mark.parametrize(
    ("feld", "wert", "satz"),
    [
        ("titel", "", "„Titel“ fehlt noch."),
        ("titel", "x" * 161, "höchstens 160 Zeichen"),
        ("beginn", "gestern", "Bitte ein gültiges Datum eingeben."),
        ("beginn", "0026-12-01", "Bitte prüfen Sie das Jahr."),
        ("beginn", "0001-01-01", "Bitte prüfen Sie das Jahr."),
        ("ende", "9999-12-31", "Bitte prüfen Sie das Jahr."),
        ("baut_auf", "x" * 20_001, "höchstens 20000 Zeichen"),
        ("ende", "2026-11-30", "Das Ende liegt vor dem Beginn."),
        ("federfuehrung", "99999", "Bitte eine gültige Auswahl treffen"),
        ("art", "unsinn", "Bitte eine gültige Auswahl treffen"),
    ],
)
def test_create_that_is_refused_keeps_everything_typed(client: Client, feld: str, wert: str, satz: str) -> None:
    kiez = KiezFactory()
    daten = build_daten(ziel="Ein langer Satz.", mittel="Haushalt", kieze=[kiez.pk]) | {feld: wert}

    text = client.post(reverse(NEU), daten).content.decode()

    assert satz in text
    assert 'id="fehlerliste"' in text
    seite = parse_markup(text)
    assert {"Ein langer Satz.", "Haushalt"} <= {feld.text.strip() for feld in seite.find("textarea")}
    assert [ein.attrs["value"] for ein in seite.find("input") if "checked" in ein.attrs] == [str(kiez.pk)]
    assert not Massnahme.objects.exists()


@pytest.mark.parametrize("feld", ["kieze", "beteiligte"])
@pytest.mark.parametrize("wert", ["9" * 25, "9" * 5000, "-1", "²"])
def test_number_too_large_for_a_key_is_refused_like_an_unknown_one(client: Client, feld: str, wert: str) -> None:
    antwort = client.post(reverse(NEU), build_daten(**{feld: [wert]}))
    assert antwort.context["form"].errors == {feld: [f"„{wert}“ ist kein gültiger Wert."]}


def test_prefill_from_the_gap_analysis_fills_title_type_and_kiez(client: Client) -> None:
    kiez = KiezFactory(slug="karow", name="Karow")
    antwort = client.get(reverse(NEU), {"kiez": "karow", "art": "raum", "titel": "Mehr Bänke"})
    formular = antwort.context["form"]
    assert (formular["titel"].value(), formular["art"].value(), formular["kieze"].value()) == (
        "Mehr Bänke",
        "raum",
        [kiez.pk],
    )


@pytest.mark.parametrize(
    ("parameter", "titel"),
    [
        ({"kategorie": "essen-kochen", "kiez": "karow"}, "Mehr „Gemeinsam essen & kochen“ in Karow"),
        ({"kategorie": "essen-kochen"}, "Mehr „Gemeinsam essen & kochen“"),
        ({"kategorie": "gibt-es-nicht", "kiez": "auch\0nicht", "art": "unsinn"}, ""),
        ({"titel": "x" * 500}, "x" * 160),
    ],
)
def test_prefill_without_a_title_names_the_category(client: Client, parameter: dict[str, str], titel: str) -> None:
    KiezFactory(slug="karow", name="Karow")
    assert client.get(reverse(NEU), parameter).context["form"]["titel"].value() == titel


def test_change_writes_and_leads_back(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="Alt")
    adresse = reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})
    stand = client.get(adresse).context["stand"]

    antwort = client.post(adresse, build_daten(titel="Neu", stand=stand))

    massnahme.refresh_from_db()
    assert antwort["Location"] == massnahme.get_absolute_url()
    assert massnahme.titel == "Neu"


@pytest.mark.parametrize("status", Massnahmenstatus)
def test_words_of_a_measure_that_is_over_are_corrected_where_the_page_says_that_it_is_over(
    client: Client, status: Massnahmenstatus
) -> None:
    massnahme = MassnahmeFactory(titel="Alt", status=status)
    adresse = reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})
    antwort = client.get(adresse)
    satz = f"Diese Maßnahme ist „{status.label}“. Berichtigen Sie hier nur, was falsch dasteht"
    assert (satz in antwort.content.decode()) is (not massnahme.ist_offen)

    client.post(adresse, build_daten(titel="Richtig", stand=antwort.context["stand"]))

    massnahme.refresh_from_db()
    assert (massnahme.titel, massnahme.status) == ("Richtig", status)


def test_end_before_a_milestone_is_refused_at_its_field_and_keeps_what_was_typed(client: Client) -> None:
    massnahme = MeilensteinFactory(titel="Raum gefunden", faellig_am=date(2027, 6, 1)).massnahme
    adresse = reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})
    antwort = client.post(adresse, build_daten(titel="Neu", ende="2026-12-31"))
    assert set(antwort.context["form"].errors) == {"ende"}
    assert "„Raum gefunden“ (1. Juni 2027)" in antwort.content.decode()
    assert (antwort.context["form"]["titel"].value(), antwort.context["form"]["ende"].value()) == ("Neu", "2026-12-31")
    massnahme.refresh_from_db()
    assert massnahme.ende is None


def test_mistake_of_another_kind_never_hides_what_a_colleague_changed(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="Alt")
    adresse = reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})
    stand = client.get(adresse).context["stand"]
    massnahme.titel = "Dazwischen"
    massnahme.save()

    antwort = client.post(adresse, build_daten(titel="Meins", ende="2026-11-30", stand=stand))
    assert "Das Ende liegt vor dem Beginn." in antwort.content.decode()
    antwort = client.post(adresse, build_daten(titel="Meins", stand=antwort.context["stand"]))

    assert "Inzwischen hat" in antwort.content.decode()
    massnahme.refresh_from_db()
    assert massnahme.titel == "Dazwischen"


def test_milestone_for_a_measure_that_is_over_is_refused_and_keeps_what_was_typed(client: Client) -> None:
    massnahme = MassnahmeFactory(status=Massnahmenstatus.VERWORFEN)
    adresse = reverse("konzept:massnahme-meilenstein-neu", kwargs={"pk": massnahme.pk})
    text = client.post(adresse, {"titel": "Raum gefunden", "faellig_am": "2027-03-01"}).content.decode()
    assert "Die Maßnahme ist „verworfen“. Nehmen Sie sie zuerst wieder auf" in text
    assert "Raum gefunden" in text
    assert not Meilenstein.objects.exists()


def test_change_of_what_a_colleague_changed_asks_once_and_then_saves(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="Alt")
    adresse = reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})
    stand = client.get(adresse).context["stand"]
    massnahme.titel = "Dazwischen"
    massnahme.save()

    antwort = client.post(adresse, build_daten(titel="Meins", stand=stand))
    assert "Inzwischen hat jemand gespeichert: „Titel“." in antwort.content.decode()
    assert antwort.context["form"]["titel"].value() == "Meins"
    assert Massnahme.objects.get().titel == "Dazwischen"

    client.post(adresse, build_daten(titel="Meins", stand=antwort.context["stand"]))
    assert Massnahme.objects.get().titel == "Meins"


def test_change_offers_closed_departments_only_where_they_are_named_already(client: Client) -> None:
    geschlossen, anderer = GeschaeftsbereichFactory(ist_aktiv=False), GeschaeftsbereichFactory(ist_aktiv=False)
    massnahme = MassnahmeFactory(federfuehrung=geschlossen)
    formular = client.get(reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk})).context["form"]
    assert set(formular.fields["federfuehrung"].queryset) == set(Geschaeftsbereich.objects.exclude(pk=anderer.pk))


def test_milestone_is_added_and_a_second_of_its_name_refused(client: Client) -> None:
    massnahme = MassnahmeFactory()
    adresse = reverse("konzept:massnahme-meilenstein-neu", kwargs={"pk": massnahme.pk})
    daten = {"titel": "Raum gefunden", "faellig_am": "2027-03-01"}

    assert client.post(adresse, daten)["Location"] == massnahme.get_absolute_url()
    text = client.post(adresse, daten).content.decode()

    assert "Diesen Meilenstein gibt es bei dieser Maßnahme schon." in text
    assert [(eine.titel, eine.faellig_am) for eine in Meilenstein.objects.all()] == [
        ("Raum gefunden", date(2027, 3, 1))
    ]


def test_indicator_is_added_and_one_without_a_difference_refused(client: Client) -> None:
    massnahme = MeilensteinFactory().massnahme
    adresse = reverse("konzept:massnahme-indikator-neu", kwargs={"pk": massnahme.pk})
    daten = {"name": "Treffpunkte", "einheit": "Treffpunkte", "startwert": "1,5", "ziel_bis": "2027-03-01"}

    text = client.post(adresse, daten | {"zielwert": "1,50"}).content.decode()
    assert "Start und Ziel sind gleich" in text
    assert "1,50" in {ein.attrs.get("value") for ein in parse_markup(text).find("input")}

    assert client.post(adresse, daten | {"zielwert": "4"})["Location"] == massnahme.get_absolute_url()
    assert Indikator.objects.get().zielwert == 4
