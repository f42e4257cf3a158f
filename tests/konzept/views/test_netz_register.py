"""Actors and places: narrowing down, files, taking back, material."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.choices import JaNein
from angebote.rollen import DATENSCHUTZ, KONZEPT
from konzept.choices import Akteurart, Branche, Kontaktgrundlage, Materialart
from konzept.models import Akteur, Materialwunsch, Multiplikator
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories_netz import AkteurFactory, MaterialwunschFactory, MultiplikatorFactory

pytestmark = pytest.mark.django_db

KONTAKT = {
    "kontakt_funktion": "Leitung",
    "telefon": "030 4711",
    "grundlage": Kontaktgrundlage.EINWILLIGUNG,
    "grundlage_am": date(2026, 10, 1),
    "textfassung": "2026-10",
}


@pytest.fixture
def konzept(client: Client) -> Client:
    return login(client, create_konto("person", KONZEPT))


def read_csv(antwort: HttpResponse) -> list[list[str]]:
    return list(csv.reader(StringIO(antwort.content.decode("utf-8-sig")), delimiter=";"))


def list_namen(client: Client, frage: str) -> list[str]:
    return [zeile[0] for zeile in read_csv(client.get(f"{reverse('konzept:akteur-csv')}?{frage}"))[1:]]


def test_actors_of_a_kiez_are_its_own_and_those_for_all_of_pankow_each_once(konzept: Client) -> None:
    hier, dort = KiezFactory(slug="hier"), KiezFactory(slug="dort")
    AkteurFactory(name="Für alle")
    AkteurFactory(name="Nur dort").kieze.add(dort)
    AkteurFactory(name="Hier und dort").kieze.set([hier, dort])
    assert list_namen(konzept, "kiez=hier") == ["Für alle", "Hier und dort"]


def test_actors_are_narrowed_down_by_kind_level_and_round(konzept: Client) -> None:
    AkteurFactory(name="SpD", art=Akteurart.SPD, gpv=JaNein.JA, ebene="bezirk")
    AkteurFactory(name="Verein", art=Akteurart.SPORT, psag=JaNein.JA, ebene="land")
    AkteurFactory(name="Unbekannt", art=Akteurart.SPORT, ebene="bezirk")
    AkteurFactory(name="Nicht mehr dabei", art=Akteurart.SPORT, ebene="bezirk", ist_aktiv=False)
    fragen = ("", "art=sport", "ebene=bezirk", "runde=gpv", "runde=psag", "art=sport&ebene=bezirk")
    assert [list_namen(konzept, frage) for frage in fragen] == [
        ["SpD", "Unbekannt", "Verein"],
        ["Unbekannt", "Verein"],
        ["SpD", "Unbekannt"],
        ["SpD"],
        ["Verein"],
        ["Unbekannt"],
    ]


def test_file_runs_no_formula(konzept: Client) -> None:
    AkteurFactory(name="=SUMME(A1)")
    assert list_namen(konzept, "") == ["'=SUMME(A1)"]


def test_places_are_narrowed_down_by_kiez_and_trade(konzept: Client) -> None:
    kiez = KiezFactory(slug="hier")
    MultiplikatorFactory(name="Apotheke hier", branche=Branche.APOTHEKE, kiez=kiez)
    MultiplikatorFactory(name="Friseur hier", branche=Branche.FRISEUR, kiez=kiez)
    MultiplikatorFactory(name="Apotheke dort", branche=Branche.APOTHEKE, kiez=KiezFactory())
    zeilen = read_csv(konzept.get(f"{reverse('konzept:multiplikator-csv')}?kiez=hier&branche=apotheke"))
    assert [zeile[0] for zeile in zeilen[1:]] == ["Apotheke hier"]


def test_taking_back_is_asked_first_and_then_hides_the_place_in_every_answer(konzept: Client) -> None:
    """The list, the page, both files, the order list, the admin with its search and its history."""
    ort = MultiplikatorFactory(name="Salon Geheim", **KONTAKT)
    MaterialwunschFactory(multiplikator=ort)
    adresse = reverse("konzept:multiplikator-widerruf", args=[ort.pk])
    listen = [
        *(reverse(f"konzept:{name}") for name in ("multiplikator-liste", "multiplikator-csv")),
        *(reverse(f"konzept:multiplikator-bestellliste{art}") for art in ("", "-csv")),
        reverse("admin:konzept_multiplikator_changelist"),
    ]
    seiten = [
        reverse("konzept:multiplikator-detail", args=[ort.pk]),
        adresse,
        *(reverse(f"admin:konzept_multiplikator_{name}", args=[ort.pk]) for name in ("change", "history")),
    ]

    assert "Das lässt sich nicht zurücknehmen" in konzept.get(adresse).content.decode()
    assert [liste for liste in listen if "Salon Geheim" not in konzept.get(liste).content.decode()] == []
    antwort = konzept.post(adresse)

    assert antwort["Location"] == reverse("konzept:multiplikator-liste")
    assert "1 Ort hat den Kontakt widerrufen" in konzept.get(listen[0]).content.decode()
    for liste in listen:
        text = konzept.get(liste).content.decode()
        assert "Salon Geheim" not in text
        assert "4711" not in text
    assert [konzept.get(seite).status_code for seite in seiten] == [404, 404, 302, 404]


def test_actor_stays_in_the_list_when_its_contact_is_taken_back(konzept: Client) -> None:
    akteur = AkteurFactory(name="Beratung", **KONTAKT)

    antwort = konzept.post(reverse("konzept:akteur-widerruf", args=[akteur.pk]), follow=True)

    text = antwort.content.decode()
    assert "Der Kontakt ist gelöscht, auch aus allen früheren Ständen." in text
    assert "widerrufen und gelöscht" in text
    assert "4711" not in text
    assert list_namen(konzept, "") == ["Beratung"]


def test_form_left_open_brings_no_contact_back(konzept: Client) -> None:
    akteur = AkteurFactory(name="Beratung", **KONTAKT)
    adresse = reverse("admin:konzept_akteur_change", args=[akteur.pk])
    offen = konzept.get(adresse).context["adminform"].form
    daten = {name: "" if offen[name].value() is None else offen[name].value() for name in offen.fields}
    daten |= {"rolle": "Neu", "grundlage_am": "01.10.2026"}
    konzept.post(reverse("konzept:akteur-widerruf", args=[akteur.pk]))

    antwort = konzept.post(adresse, daten)

    assert antwort.status_code == 302
    akteur.refresh_from_db()
    assert (akteur.rolle, akteur.telefon) == ("Neu", "")
    assert not Akteur.verlauf.exclude(telefon="").exists()


def test_second_taking_back_says_so(konzept: Client) -> None:
    akteur = AkteurFactory(**KONTAKT)
    adresse = reverse("konzept:akteur-widerruf", args=[akteur.pk])
    konzept.post(adresse)
    assert "Dieser Kontakt ist schon widerrufen." in konzept.post(adresse, follow=True).content.decode()


def test_new_contact_is_entered_on_its_own_basis(konzept: Client) -> None:
    akteur = AkteurFactory(widerrufen_am=date(2026, 10, 1))
    daten = {**KONTAKT, "grundlage_am": "2026-11-02"}

    antwort = konzept.post(reverse("konzept:akteur-kontakt", args=[akteur.pk]), daten)

    assert antwort["Location"] == akteur.get_absolute_url()
    akteur.refresh_from_db()
    assert (akteur.telefon, akteur.grundlage_am, akteur.widerrufen_am) == ("030 4711", date(2026, 11, 2), None)


def test_contact_does_not_come_back_on_the_old_consent_and_nothing_typed_is_lost(konzept: Client) -> None:
    akteur = AkteurFactory(widerrufen_am=date(2026, 10, 1))

    antwort = konzept.post(
        reverse("konzept:akteur-kontakt", args=[akteur.pk]), {**KONTAKT, "grundlage_am": "2020-01-01"}
    )

    text = antwort.content.decode()
    assert "Am 1. Oktober 2026 wurde widerrufen." in text
    assert "030 4711" in text
    akteur.refresh_from_db()
    assert (akteur.telefon, akteur.widerrufen_am) == ("", date(2026, 10, 1))


def test_form_for_a_contact_that_stands_leads_back_to_it(konzept: Client) -> None:
    akteur = AkteurFactory(**KONTAKT)
    adresse = reverse("konzept:akteur-kontakt", args=[akteur.pk])
    assert "Hier steht schon ein Kontakt." in konzept.get(adresse, follow=True).content.decode()
    daten = {**KONTAKT, "grundlage_am": "2026-10-01", "telefon": "030 99"}
    assert "Hier steht schon ein Kontakt." in konzept.post(adresse, daten).content.decode()
    akteur.refresh_from_db()
    assert akteur.telefon == "030 4711"


def test_file_names_no_basis_of_a_contact_that_was_taken_back(konzept: Client) -> None:
    AkteurFactory(name="A bleibt", **KONTAKT)
    AkteurFactory(name="B weg", grundlage="vertrag", widerrufen_am=date(2026, 10, 1))
    kopf, *zeilen = read_csv(konzept.get(reverse("konzept:akteur-csv")))
    grundlage = kopf.index("Grundlage")
    assert [(zeile[0], zeile[grundlage]) for zeile in zeilen] == [("A bleibt", "Einwilligung"), ("B weg", "")]


@pytest.mark.parametrize(
    ("fehlt", "satz"),
    [
        ("kontakt_funktion", "„Ansprechstelle“ fehlt noch."),
        ("grundlage", "„Grundlage“ fehlt noch."),
        ("textfassung", "Eine Einwilligung braucht ihren Tag und die Fassung des Textes."),
        ("grundlage_am", "Eine Einwilligung braucht ihren Tag und die Fassung des Textes."),
    ],
)
def test_contact_that_lacks_something_is_refused_and_nothing_typed_is_lost(
    fehlt: str, satz: str, konzept: Client
) -> None:
    akteur = AkteurFactory()

    antwort = konzept.post(reverse("konzept:akteur-kontakt", args=[akteur.pk]), {**KONTAKT, fehlt: ""})

    text = antwort.content.decode()
    assert antwort.status_code == 200
    assert satz in text
    assert "030 4711" in text
    assert not Akteur.objects.exclude(telefon="").exists()


def test_order_list_sums_each_material_and_ends_with_the_sum(konzept: Client) -> None:
    MaterialwunschFactory(multiplikator__name="Apotheke", art=Materialart.KARTE, stueck=30)
    MaterialwunschFactory(multiplikator__name="Praxis", art=Materialart.KARTE, stueck=20)

    kopf, *zeilen = read_csv(konzept.get(reverse("konzept:multiplikator-bestellliste-csv")))

    karten = kopf.index("Karte (A6)")
    assert [(zeile[0], zeile[karten]) for zeile in zeilen] == [("Apotheke", "30"), ("Praxis", "20"), ("Summe", "50")]


def test_delivery_is_noted_and_leads_back_to_the_same_part_of_the_list(konzept: Client) -> None:
    wunsch = MaterialwunschFactory()
    adresse = reverse("konzept:multiplikator-lieferung", args=[wunsch.multiplikator.pk])

    antwort = konzept.post(adresse, {"frage": "branche=apotheke"})

    assert antwort["Location"] == f"{reverse('konzept:multiplikator-bestellliste')}?branche=apotheke"
    assert Materialwunsch.objects.get().geliefert_am == timezone.localdate()


def test_delivery_leads_to_no_other_page(konzept: Client) -> None:
    adresse = reverse("konzept:multiplikator-lieferung", args=[MaterialwunschFactory().multiplikator.pk])
    antwort = konzept.post(adresse, {"frage": "//boese.example/#x"})
    assert antwort["Location"].startswith(reverse("konzept:multiplikator-bestellliste"))


def test_delivery_to_nobody_is_a_page_that_is_not_there(konzept: Client) -> None:
    assert konzept.post(reverse("konzept:multiplikator-lieferung", args=[99])).status_code == 404


def test_who_only_reads_sees_no_button_that_writes(client: Client) -> None:
    login(client, create_konto("person", DATENSCHUTZ))
    wunsch = MaterialwunschFactory(multiplikator__telefon="030 1", multiplikator__grundlage=Kontaktgrundlage.VERTRAG)
    ort: Multiplikator = wunsch.multiplikator
    text = client.get(ort.get_absolute_url()).content.decode()
    text += client.get(reverse("konzept:multiplikator-bestellliste")).content.decode()
    assert "030 1" in text
    assert "Heute geliefert" not in text
    assert "Kontakt widerrufen" not in text
