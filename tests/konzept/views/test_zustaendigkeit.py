from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape

from angebote.domain.katalogstand import renew_version
from angebote.models import Kategorie
from angebote.rollen import KONZEPT, REDAKTION
from konzept.choices import Anzeige
from konzept.models import Drucksache, Geschaeftsbereich
from pankow_einsamkeit.models import Konto
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories import (
    DrucksacheFactory,
    GeschaeftsbereichFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)
from tests.konzept.factories_netz import AufgabeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def konzept(client: Client) -> Client:
    return login(client, create_konto("person", KONZEPT))


def test_public_page_names_released_staff_and_keeps_the_rest_to_itself(client: Client) -> None:
    ZustaendigkeitFactory(
        komponente=None, ist_haupt=True, funktion="Koordination", person="Geheimer Name", anzeige=Anzeige.FUNKTION
    )
    ZustaendigkeitFactory(
        komponente=get_komponente(), ist_haupt=True, funktion="Verdeckte Stelle", anzeige=Anzeige.NEIN
    )

    text = client.get(reverse("zustaendig")).content.decode()

    assert "Koordination" in text
    assert "Geheimer Name" not in text
    assert "Verdeckte Stelle" not in text


def test_public_page_says_no_more_of_a_paper_than_its_status(client: Client) -> None:
    Drucksache.objects.filter(nummer="IX-1179").update(status="beratung")
    text = client.get(reverse("zustaendig")).content.decode()
    assert "Drucksache IX-1179, „Pankow gegen Einsamkeit“. Stand: in der Ausschussberatung." in text
    assert "beschlossen" not in text


def test_public_page_leaves_out_what_was_rejected_or_withdrawn(client: Client) -> None:
    Drucksache.objects.all().delete()
    DrucksacheFactory(nummer="IX-1", status="abgelehnt")
    DrucksacheFactory(nummer="IX-2", status="zurueckgezogen")
    text = client.get(reverse("zustaendig")).content.decode()
    assert "Drucksache" not in text


def test_public_page_where_nobody_is_named_says_so(client: Client) -> None:
    text = client.get(reverse("zustaendig")).content.decode()
    assert "Wer sich darum kümmert, ist hier noch nicht eingetragen." in text
    assert "Hier steht, wer sich darum kümmert." not in text
    assert text.count("Wer die Hauptverantwortung hat, ist hier zurzeit nicht genannt.") == 3


def test_public_page_does_not_let_a_second_office_stand_for_the_main_one(client: Client) -> None:
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, anzeige=Anzeige.NEIN)
    ZustaendigkeitFactory(komponente=get_komponente(), funktion="Zweite Stelle")
    text = " ".join(client.get(reverse("zustaendig")).content.decode().split())
    assert "nicht genannt.</p> <p>Arbeitet mit:<br><strong>Zweite Stelle</strong>" in text
    assert "Hauptverantwortlich:" not in text


def test_public_page_leads_from_a_component_to_who_answers_for_all(client: Client) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    text = client.get(reverse("zustaendig")).content.decode()
    assert text.count("Bitte fragen Sie die Stelle, die für alles zusammen verantwortlich ist.") == 3
    assert text.count("Hauptverantwortlich:") == 1


def test_page_for_staff_names_nobody_for_a_component_where_nobody_has_the_whole(konzept: Client) -> None:
    text = konzept.get(reverse("konzept:zustaendige")).content.decode()
    assert text.count("Heute verantwortet niemand diese Komponente.") == 3
    assert "es antwortet, wer das gesamte Konzept verantwortet" not in text


def test_page_for_staff_leads_from_a_component_to_who_has_the_whole(konzept: Client) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    text = konzept.get(reverse("konzept:zustaendige")).content.decode()
    assert text.count("es antwortet, wer das gesamte Konzept verantwortet") == 3


def test_pages_agree_on_who_answers_for_a_component_of_somebody_who_has_left(konzept: Client) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True, funktion="Koordination")
    weg = create_konto("weg", is_active=False)
    ZustaendigkeitFactory(
        komponente=get_komponente(), ist_haupt=True, funktion="Leitung", person="Name", anzeige=Anzeige.NAME, konto=weg
    )

    liste, uebersicht, oeffentlich = (
        konzept.get(reverse(name)).content.decode()
        for name in ("konzept:zustaendige", "konzept:uebersicht", "zustaendig")
    )

    alarm = "„Leitung: Prävention“: Das Konto ist stillgelegt."
    assert liste.count("es antwortet, wer das gesamte Konzept verantwortet") == 3
    assert uebersicht.count("Koordination (für das gesamte Konzept)") == 3
    assert (alarm in liste, alarm in uebersicht, "Leitung" in oeffentlich) == (True, True, False)


def test_overview_without_kieze_claims_nothing_about_them(konzept: Client) -> None:
    text = konzept.get(reverse("konzept:uebersicht")).content.decode()
    assert "Noch sind keine Kieze geladen." in text
    assert "In jedem Kiez gibt es von allem etwas." not in text


def test_overview_leads_from_a_gap_to_its_cell(konzept: Client) -> None:
    KiezFactory(slug="aue", name="Aue")
    Kategorie.objects.exclude(slug="spielen").delete()

    text = konzept.get(reverse("konzept:uebersicht")).content.decode()

    titel = Kategorie.objects.get().name
    adresse = f"{reverse('konzept:luecken-zelle')}?nach=kategorie&kiez=aue&wert=spielen"
    assert f'<a href="{adresse.replace("&", "&amp;")}">Aue: kein Angebot zu „{escape(titel)}“</a>' in text
    assert konzept.get(adresse).context["zelle"].anzahl == 0


def test_page_for_staff_alarms_and_links_to_the_form_by_right(konzept: Client) -> None:
    zeile = ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, funktion="Stadtteilkoordination")

    text = konzept.get(reverse("konzept:zustaendige")).content.decode()

    assert "Für „Prävention“" not in text
    assert "Für „Überwindung und Minderung“ ist heute niemand hauptverantwortlich." in text
    assert reverse("admin:konzept_zustaendigkeit_change", args=[zeile.pk]) in text


@pytest.mark.parametrize("name", ["konzept:uebersicht", "konzept:zustaendige"])
def test_alarm_leads_who_may_write_to_the_form_with_component_and_day(name: str, konzept: Client) -> None:
    komponente, heute = get_komponente(), timezone.localdate()
    adresse = f"{reverse('admin:konzept_zustaendigkeit_add')}?komponente={komponente.pk}&von={heute:%Y-%m-%d}"

    text = konzept.get(reverse(name)).content.decode()

    assert f'href="{adresse.replace("&", "&amp;")}"' in text
    formular = konzept.get(adresse).context["adminform"].form
    assert (formular["komponente"].value(), formular["von"].value()) == (str(komponente.pk), f"{heute:%Y-%m-%d}")


def test_alarm_leads_who_may_only_read_to_those_who_are_responsible(client: Client) -> None:
    login(client, create_konto("liest", REDAKTION))
    uebersicht, liste = (
        client.get(reverse(name)).content.decode() for name in ("konzept:uebersicht", "konzept:zustaendige")
    )
    weiter = f'<a class="vakanzen__weiter" href="{reverse("konzept:zustaendige")}">'
    assert (uebersicht.count(weiter), liste.count(weiter)) == (3, 0)
    assert "Nachfolge eintragen" not in uebersicht + liste


def test_alarm_for_somebody_who_has_left_leads_to_the_row_to_end(konzept: Client) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    zeile = ZustaendigkeitFactory(komponente=get_komponente(), konto=create_konto("weg", is_active=False))
    text = konzept.get(reverse("konzept:uebersicht")).content.decode()
    assert text.count(f'href="{reverse("admin:konzept_zustaendigkeit_change", args=[zeile.pk])}"') == 1
    assert "Zuständigkeit beenden" in text


def test_card_of_a_component_tells_the_end_that_the_whole_concept_covers(konzept: Client) -> None:
    ende = timezone.localdate() + timedelta(days=20)
    ZustaendigkeitFactory(komponente=None, ist_haupt=True, funktion="Koordination")
    ZustaendigkeitFactory(komponente=get_komponente(), ist_haupt=True, bis=ende)
    text = konzept.get(reverse("konzept:uebersicht")).content.decode()
    assert f"bis {date_format(ende, 'j. F Y')}</span> danach Koordination (für das gesamte Konzept)</p>" in text
    assert "Hier fehlt jemand" not in text


def test_overlap_is_refused_in_the_form_and_keeps_what_was_typed(konzept: Client) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    bereich = GeschaeftsbereichFactory()
    daten = {
        "komponente": "",
        "ist_haupt": "on",
        "funktion": "Zweite Koordination",
        "geschaeftsbereich": bereich.pk,
        "von": "01.12.2026",
        "anzeige": Anzeige.FUNKTION,
    }

    antwort = konzept.post(reverse("admin:konzept_zustaendigkeit_add"), daten)

    assert antwort.status_code == 200
    text = antwort.content.decode()
    assert "In dieser Zeit ist dafür schon jemand hauptverantwortlich." in text
    assert "Zweite Koordination" in text


def test_overview_names_the_open_tasks_of_the_person_who_looks_and_of_nobody_else(konzept: Client) -> None:
    konto = Konto.objects.get(username="person")
    eine = AufgabeFactory(titel="Raum anfragen", konto=konto)
    AufgabeFactory(titel="Aufgabe einer anderen", konto=create_konto("andere"))
    AufgabeFactory(titel="Aufgabe ohne Konto")

    antwort = konzept.get(reverse("konzept:uebersicht"))

    assert [offene.aufgabe for offene in antwort.context["meine"]] == [eine]
    assert (
        f'<a href="{reverse("konzept:aufgabe-schritt", args=[eine.pk])}">Raum anfragen</a>' in antwort.content.decode()
    )


def test_overview_does_not_say_that_nothing_is_open_beside_an_alarm(konzept: Client) -> None:
    assert "Sonst ist heute nichts offen." in konzept.get(reverse("konzept:uebersicht")).content.decode()
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    Geschaeftsbereich.objects.update(beitrag="Räume", letzter_bericht_am=timezone.localdate())
    assert "<p>Heute ist nichts offen.</p>" in konzept.get(reverse("konzept:uebersicht")).content.decode()


@pytest.mark.parametrize(
    ("status", "wartet"), [("beratung", True), ("abgelehnt", False), ("zurueckgezogen", False), ("erledigt", False)]
)
def test_overview_tells_a_day_only_of_papers_whose_report_is_awaited(
    konzept: Client, status: str, wartet: bool
) -> None:
    Drucksache.objects.all().delete()
    beschlossen = timezone.localdate() if status == "erledigt" else None
    DrucksacheFactory(status=status, beschlossen_am=beschlossen, bericht_bis="2031-03-01")
    text = konzept.get(reverse("konzept:uebersicht")).content.decode()
    assert ("Bericht bis 1. März 2031" in text) is wartet


def test_overview_tells_what_waits_by_responsibility(konzept: Client) -> None:
    konto = Konto.objects.get(username="person")
    gestern = timezone.localdate() - timedelta(days=1)
    massnahme = MassnahmeFactory(beginn=gestern, ende=gestern)
    leer = konzept.get(reverse("konzept:uebersicht")).content.decode()
    ZustaendigkeitFactory(komponente=None, ist_haupt=True, konto=konto, funktion="Koordination")

    text = konzept.get(reverse("konzept:uebersicht")).content.decode()

    assert "Wofür ich zuständig bin" not in leer
    assert "Gesamtes Konzept: Koordination" in text
    assert f'<a href="{massnahme.get_absolute_url()}">{massnahme.titel}</a>' in text


@pytest.mark.parametrize(
    ("name", "hoechstens"),
    [("konzept:zustaendige", 12), ("konzept:geschaeftsbereich-liste", 9), ("konzept:uebersicht", 23)],
)
def test_pages_need_the_same_queries_with_3_and_30_rows(name: str, hoechstens: int, konzept: Client) -> None:
    renew_version()  # as in a running site: what is known of the catalogue is kept

    def count() -> int:
        with CaptureQueriesContext(connection) as abfragen:
            konzept.get(reverse(name))
        return len(abfragen)

    def add(anzahl: int) -> None:
        for _nummer in range(anzahl):
            ZustaendigkeitFactory(komponente=get_komponente())

    add(3)
    konzept.get(reverse(name))  # the session is renewed at most once a minute
    mit_drei = count()
    add(27)
    assert count() == mit_drei <= hoechstens
