import csv
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from angebote.choices import Status
from angebote.models import Aenderungsvorschlag, Angebot, Importbezug
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory
from tests.konten import login

HOCHLADEN = "admin:angebote_einlesen"
KOPF = "Kennung;Titel;Kategorien;Telefon"
ZEILE = "A-1;Kaffeerunde;Café, Treff & Plaudern;030 1234567"


@pytest.fixture(autouse=True)
def ordner(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_PATH = tmp_path
    return tmp_path / "import"


def upload(client: Client, text: str, **felder: str) -> HttpResponse:
    datei = SimpleUploadedFile("liste.csv", text.encode())
    return client.post(reverse(HOCHLADEN), {"datei": datei, "quelle": "Liste", **felder}, follow=True)


def confirm(client: Client, vorschau: HttpResponse, **entscheidungen: str) -> HttpResponse:
    return client.post(vorschau.request["PATH_INFO"], entscheidungen, follow=True)


def test_upload_shows_a_preview_and_writes_nothing(staff_client: Client) -> None:
    seite = upload(staff_client, f"{KOPF}\n{ZEILE}")

    assert [gruppe.name for gruppe in seite.context["gruppen"]] == ["neu"]
    assert Angebot.objects.count() == 0


def test_upload_confirmed_creates_drafts_by_the_account(staff_client: Client, verwaltung: Konto) -> None:
    bericht = confirm(staff_client, upload(staff_client, f"{KOPF}\n{ZEILE}"))

    angebot = Angebot.objects.get()
    assert (angebot.titel, angebot.status) == ("Kaffeerunde", Status.ENTWURF)
    assert angebot.verlauf.get().history_user == verwaltung
    assert bericht.context["vorgang"].ist_fertig


def test_upload_of_many_rows_goes_on_by_a_button_and_tells_how_far_it_is(staff_client: Client) -> None:
    zeilen = "\n".join(f"A-{n};Gruppe {n} {n * 7919};Café, Treff & Plaudern;" for n in range(501))

    schritt = confirm(staff_client, upload(staff_client, f"{KOPF}\n{zeilen}"))
    mitte = Angebot.objects.count()
    ende = staff_client.post(schritt.request["PATH_INFO"], follow=True)

    assert "500 von 501 Zeilen" in schritt.content.decode()
    assert (mitte, Angebot.objects.count()) == (500, 501)
    assert ende.context["vorgang"].ist_fertig


def test_upload_report_is_downloaded_as_csv_with_every_row(staff_client: Client) -> None:
    vorschau = upload(staff_client, f"{KOPF}\n{ZEILE}\nA-2;;;301234567")
    marke = vorschau.context["marke"]
    confirm(staff_client, vorschau)

    text = staff_client.get(reverse("admin:angebote_einlesen_bericht", args=[marke])).content.decode("utf-8-sig")

    assert [zeile[:4] for zeile in csv.reader(StringIO(text, newline=""), delimiter=";")] == [
        ["Zeile", "Kennung", "Titel", "Ergebnis"],
        ["2", "A-1", "Kaffeerunde", "neu, als Entwurf"],
        ["3", "A-2", "", "abgelehnt"],
    ]


def test_upload_of_a_broken_file_says_why_and_keeps_what_was_typed(staff_client: Client) -> None:
    seite = upload(staff_client, "")

    assert "datei" in seite.context["form"].errors
    assert seite.context["form"]["quelle"].value() == "Liste"


def test_upload_cancelled_is_deleted(staff_client: Client, ordner: Path) -> None:
    confirm(staff_client, upload(staff_client, f"{KOPF}\n{ZEILE}"), abbrechen="1")

    assert list(ordner.iterdir()) == []
    assert Angebot.objects.count() == 0


def test_preview_crosses_out_nothing_where_ours_stays_unless_somebody_decides(staff_client: Client) -> None:
    confirm(staff_client, upload(staff_client, f"{KOPF}\n{ZEILE}"))
    Angebot.objects.update(telefon="030 2222222")

    seite = upload(staff_client, f"{KOPF}\n{ZEILE.replace('1234567', '1111111')}").content.decode()

    assert "bei uns <strong>030 2222222</strong>, Datei <strong>030 1111111</strong>" in seite
    assert "<del>" not in seite


def test_preview_of_somebody_else_is_not_shown(staff_client: Client, verwaltung: Konto) -> None:
    adresse = upload(staff_client, f"{KOPF}\n{ZEILE}").request["PATH_INFO"]
    andere = Client()
    login(andere, verwaltung)

    assert andere.get(adresse).url == reverse(HOCHLADEN)


def test_preview_decision_makes_a_likely_double_a_new_offer(staff_client: Client) -> None:
    AngebotFactory(titel="Kaffeerunde", ort=None, telefon="030 1234567")
    vorschau = upload(staff_client, f"{KOPF}\n{ZEILE}")
    confirm(staff_client, vorschau, **{"zeile-2": "neu"})

    assert Angebot.objects.filter(titel="Kaffeerunde").count() == 2


def test_preview_without_a_decision_skips_a_likely_double(staff_client: Client) -> None:
    AngebotFactory(titel="Kaffeerunde", ort=None, telefon="030 1234567")
    confirm(staff_client, upload(staff_client, f"{KOPF}\n{ZEILE}"), **{"zeile-2": "ueberspringen", "zeile-x": "neu"})

    assert (Angebot.objects.count(), Importbezug.objects.count()) == (1, 0)


def test_account_without_the_permission_is_refused(db: None) -> None:
    konto = Konto.objects.create_user("redaktion", is_staff=True)
    client = Client()
    login(client, konto)

    assert client.get(reverse(HOCHLADEN)).status_code == 403
    assert client.get(reverse("admin:angebote_ausgabe", args=["csv"])).status_code == 403


def test_account_that_may_not_publish_proposes_changes_of_public_offers(db: None) -> None:
    konto = Konto.objects.create_user("redaktion", is_staff=True)
    rechte = ("import_importbezug", "add_angebot", "change_angebot")
    konto.user_permissions.set(Permission.objects.filter(codename__in=rechte))
    client = Client()
    login(client, konto)
    confirm(client, upload(client, f"{KOPF}\n{ZEILE}"))
    Angebot.objects.update(status=Status.VEROEFFENTLICHT, veroeffentlicht_am=timezone.localdate())

    confirm(client, upload(client, f"{KOPF}\n{ZEILE.replace('1234567', '1111111')}"))

    assert Angebot.objects.get().telefon == "030 1234567"
    assert Aenderungsvorschlag.objects.get().konto == konto


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_export_follows_the_filter_of_the_list(staff_client: Client, format_: str) -> None:
    AngebotFactory(titel="Offen", status=Status.VEROEFFENTLICHT)
    AngebotFactory(titel="Entwurf", status=Status.ENTWURF)

    antwort = staff_client.get(reverse("admin:angebote_ausgabe", args=[format_]), {"status__exact": "entwurf"})

    assert antwort.status_code == 200
    if format_ == "csv":
        zeilen = antwort.content.decode("utf-8-sig").splitlines()
        assert len(zeilen) == 2
        assert "Entwurf" in zeilen[1]


def test_guide_names_every_column_and_every_word_of_the_lists(staff_client: Client) -> None:
    text = staff_client.get(reverse("admin:angebote_einlesen_spalten")).content.decode()

    assert {
        wort for wort in ("Kurz-Kennung", "Zeiten", "Café, Treff &amp; Plaudern", "feste Gruppe") if wort in text
    } == {*("Kurz-Kennung", "Zeiten", "Café, Treff &amp; Plaudern", "feste Gruppe")}


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_template_is_downloaded(staff_client: Client, format_: str) -> None:
    antwort = staff_client.get(reverse("admin:angebote_einlesen_vorlage", args=[format_]))

    assert f'filename="vorlage.{format_}"' in antwort["Content-Disposition"]
