"""What staff do with reports: find the urgent ones, take, settle and reopen them; write, change and delete none."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from angebote.models import Meldung
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory, MeldungFactory
from tests.konten import login

pytestmark = pytest.mark.django_db
LISTE = "/admin/angebote/meldung/"


def build_adresse(meldung: Meldung) -> str:
    return f"{LISTE}{meldung.pk}/change/"


def create_meldung(tage: int, **felder: Any) -> Meldung:
    """Due in so many days from today."""
    heute = timezone.localdate()
    return MeldungFactory(
        **{"eingegangen_am": heute - timedelta(days=40), "faellig_am": heute + timedelta(days=tage)} | felder
    )


def list_kennungen(response: HttpResponse) -> list[str]:
    return [meldung.kennung for meldung in response.context["cl"].result_list]


def press(client: Client, meldung: Meldung, knopf: str, **felder: str) -> HttpResponse:
    return client.post(build_adresse(meldung), felder | {knopf: "x"}, follow=True)


def read_knoepfe(client: Client, meldung: Meldung) -> list[str]:
    html = client.get(build_adresse(meldung)).content.decode()
    return re.findall(r'<input type="submit" value="([^"]*)" name="_', html)


def test_list_shows_the_most_urgent_first_and_says_it_in_words(staff_client: Client) -> None:
    spaete = create_meldung(3)
    alte = create_meldung(-2, art="barriere", angebot=AngebotFactory(titel="Chor"))
    erledigte = create_meldung(-9, status="erledigt", ergebnis="x", erledigt_am=timezone.localdate())
    response = staff_client.get(LISTE)
    assert list_kennungen(response) == [alte.kennung, spaete.kennung, erledigte.kennung]
    html = response.content.decode()
    assert "überfällig seit 2 Tagen (gesetzliche Frist)" in html
    assert "fällig in 3 Tagen<" in html
    assert "Chor" in html


@pytest.mark.parametrize("anzahl", [1, 3])
def test_list_needs_the_same_queries_for_any_number(
    staff_client: Client, verwaltung: Konto, django_assert_num_queries: Any, anzahl: int
) -> None:
    for _nummer in range(anzahl):
        create_meldung(1, angebot=AngebotFactory(), zustaendig=verwaltung, status="in-bearbeitung")
    staff_client.get(LISTE)
    with django_assert_num_queries(7):
        staff_client.get(LISTE)


@pytest.mark.parametrize(
    ("query", "erwartet"),
    [
        ("frist=ueberfaellig", {"alt"}),
        ("frist=heute", {"alt", "heute"}),
        ("frist=offen", {"alt", "heute", "neu"}),
        ("frist=atlantis", {"alt", "heute", "neu", "fertig"}),
        ("status__exact=erledigt", {"fertig"}),
        ("art__exact=barriere", {"neu"}),
        ("q=aa+B222", {"alt"}),
        ("q=aab222", {"alt"}),
        ("q=222", {"alt"}),
        ("q=kurz", set()),
    ],
)
def test_list_is_filtered_and_searched(staff_client: Client, query: str, erwartet: set[str]) -> None:
    namen = {
        create_meldung(-1, kennung="aa-b222").kennung: "alt",
        create_meldung(0, kennung="bb-3333", text="kurz").kennung: "heute",
        create_meldung(1, kennung="cc-4444", art="barriere").kennung: "neu",
        create_meldung(
            -5, kennung="dd-5555", status="erledigt", ergebnis="x", erledigt_am=timezone.localdate()
        ).kennung: "fertig",
    }
    response = staff_client.get(f"{LISTE}?{query}")
    assert response.status_code == 200
    assert {namen[kennung] for kennung in list_kennungen(response)} == erwartet


def test_page_shows_what_came_in_and_leads_to_page_and_offer(staff_client: Client) -> None:
    angebot = AngebotFactory(titel="Chor")
    meldung = create_meldung(
        1, text="<b>Falsch</b>", antwort_an="a@example.org", seite="/angebote/chor/", angebot=angebot
    )
    html = staff_client.get(build_adresse(meldung)).content.decode()
    assert "&lt;b&gt;Falsch&lt;/b&gt;" in html
    assert "a@example.org" in html
    assert 'href="/angebote/chor/"' in html
    assert f'href="/admin/angebote/angebot/{angebot.pk}/change/"' in html
    assert set(re.findall(r'<(?:input|textarea|select)[^>]* name="([a-z]\w+)"', html)) - {"csrfmiddlewaretoken"} == {
        "ergebnis"
    }


def test_page_offers_the_steps_that_are_possible(staff_client: Client, verwaltung: Konto) -> None:
    heute = timezone.localdate()
    fremde = Konto.objects.create_user("vertretung")
    assert read_knoepfe(staff_client, create_meldung(1)) == ["Übernehmen", "Erledigt", "Nur die Notiz sichern"]
    meine = create_meldung(1, status="in-bearbeitung", zustaendig=verwaltung)
    assert read_knoepfe(staff_client, meine) == ["Erledigt", "Nur die Notiz sichern"]
    andere = create_meldung(1, status="in-bearbeitung", zustaendig=fremde)
    assert read_knoepfe(staff_client, andere) == ["Übernehmen", "Erledigt", "Nur die Notiz sichern"]
    erledigte = create_meldung(1, status="erledigt", ergebnis="x", erledigt_am=heute)
    assert read_knoepfe(staff_client, erledigte) == ["Wieder öffnen"]


def test_take_button_names_who_does_it_and_stays_on_the_page(staff_client: Client, verwaltung: Konto) -> None:
    meldung = create_meldung(1)
    response = press(staff_client, meldung, "_uebernehmen", ergebnis="rufe an")
    meldung.refresh_from_db()
    assert (meldung.status, meldung.zustaendig, meldung.ergebnis) == ("in-bearbeitung", verwaltung, "rufe an")
    assert response.redirect_chain[-1][0] == build_adresse(meldung)
    assert f"Meldung {meldung.kennung}: übernommen." in response.content.decode()


def test_close_button_needs_a_note(staff_client: Client) -> None:
    meldung = create_meldung(1)
    response = press(staff_client, meldung, "_erledigen", ergebnis=" ")
    assert "Bitte schreiben Sie kurz auf, was Sie getan haben." in response.content.decode()
    meldung.refresh_from_db()
    assert meldung.status == "offen"


def test_close_button_with_a_note_settles_and_leads_back_to_the_list(staff_client: Client, verwaltung: Konto) -> None:
    meldung = create_meldung(1)
    response = press(staff_client, meldung, "_erledigen", ergebnis="Nummer geändert")
    meldung.refresh_from_db()
    assert (meldung.status, meldung.ergebnis, meldung.zustaendig) == ("erledigt", "Nummer geändert", verwaltung)
    assert meldung.erledigt_am == timezone.localdate()
    assert response.redirect_chain[-1][0].startswith(LISTE)
    assert build_adresse(meldung) != response.redirect_chain[-1][0]


def test_note_that_is_too_long_is_refused_and_kept(staff_client: Client) -> None:
    meldung = create_meldung(1)
    response = press(staff_client, meldung, "_erledigen", ergebnis="x" * 301)
    assert response.context["adminform"].form.errors.keys() == {"ergebnis"}
    assert "x" * 301 in response.content.decode()


def test_note_alone_changes_no_status(staff_client: Client) -> None:
    meldung = create_meldung(1)
    press(staff_client, meldung, "_continue", ergebnis="noch offen")
    meldung.refresh_from_db()
    assert (meldung.status, meldung.ergebnis, meldung.zustaendig) == ("offen", "noch offen", None)


def test_reopen_button_frees_the_report(staff_client: Client) -> None:
    meldung = create_meldung(1, status="erledigt", ergebnis="x", erledigt_am=timezone.localdate())
    press(staff_client, meldung, "_oeffnen")
    meldung.refresh_from_db()
    assert (meldung.status, meldung.erledigt_am) == ("offen", None)


def test_step_that_a_colleague_made_impossible_is_said_and_changes_nothing(staff_client: Client) -> None:
    meldung = create_meldung(1, status="erledigt", ergebnis="x", erledigt_am=timezone.localdate())
    html = press(staff_client, meldung, "_uebernehmen").content.decode()
    assert f"Das geht nicht: Die Meldung {meldung.kennung} ist erledigt." in html
    assert "übernommen" not in html
    meldung.refresh_from_db()
    assert meldung.status == "erledigt"


def test_posted_text_and_status_are_ignored(staff_client: Client) -> None:
    meldung = create_meldung(1, text="Wie es war")
    press(staff_client, meldung, "_continue", text="anders", status="erledigt", ergebnis="Notiz", antwort_an="x")
    assert Meldung.objects.values_list("text", "status", "ergebnis", "antwort_an").get() == (
        *("Wie es war", "offen", "Notiz", ""),
    )


def test_several_are_taken_at_once(staff_client: Client, verwaltung: Konto) -> None:
    erste, zweite, dritte = create_meldung(1), create_meldung(2), create_meldung(3)
    daten = {"action": "take_selected", "_selected_action": [str(erste.pk), str(zweite.pk)]}
    staff_client.post(LISTE, daten)
    assert set(Meldung.objects.filter(zustaendig=verwaltung)) == {erste, zweite}
    assert dritte in Meldung.objects.filter(status="offen")


def test_log_says_who_did_what_and_nothing_of_the_text(staff_client: Client) -> None:
    meldung = create_meldung(1, text="Geheimes", antwort_an="a@example.org")
    press(staff_client, meldung, "_uebernehmen")
    press(staff_client, meldung, "_erledigen", ergebnis="Nummer geändert")
    eintraege = [(eintrag.object_repr, eintrag.get_change_message()) for eintrag in LogEntry.objects.order_by("pk")]
    assert eintraege == [
        (meldung.kennung, "übernommen"),
        (meldung.kennung, "Ergebnis geändert."),
        (meldung.kennung, "erledigt"),
    ]


def test_nobody_adds_or_deletes_by_hand(staff_client: Client) -> None:
    meldung = create_meldung(1)
    assert staff_client.get(f"{LISTE}add/").status_code == 403
    assert staff_client.post(f"{LISTE}{meldung.pk}/delete/", {"post": "yes"}).status_code == 403
    staff_client.post(LISTE, {"action": "delete_selected", "_selected_action": str(meldung.pk), "post": "yes"})
    assert Meldung.objects.get() == meldung


def test_who_may_only_look_gets_no_buttons_and_changes_nothing(client: Client) -> None:
    konto = Konto.objects.create_user("leserin", is_staff=True)
    konto.user_permissions.add(Permission.objects.get(codename="view_meldung"))
    login(client, konto)
    meldung = create_meldung(1)
    assert read_knoepfe(client, meldung) == []
    assert press(client, meldung, "_uebernehmen").status_code == 403
    client.post(LISTE, {"action": "take_selected", "_selected_action": str(meldung.pk)})
    meldung.refresh_from_db()
    assert meldung.status == "offen"
