from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.domain.katalogstand import read_version
from angebote.models import Stoppwort, Synonymgruppe

LISTE = "admin:angebote_synonymgruppe_changelist"
NEU = "admin:angebote_synonymgruppe_add"


@pytest.fixture(autouse=True)
def _ohne_vorgegebene_worte(db: None) -> None:
    Synonymgruppe.objects.all().delete()
    Stoppwort.objects.all().delete()


def post(client: Client, name: str, *args: Any, **felder: str) -> HttpResponse:
    return client.post(reverse(name, args=args), felder, follow=True)


def address_of(eintrag: Synonymgruppe | Stoppwort) -> str:
    return reverse(f"admin:angebote_{eintrag._meta.model_name}_change", args=[eintrag.pk])


def read_messages(response: HttpResponse) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_synonymgruppe_is_saved_with_one_word_per_line(staff_client: Client):
    post(staff_client, NEU, worte=" Kaffee, kaffee\r\n\r\nTee ;  heiße   Schokolade", findet="Besuch,Kaffee,\r\nBesuch")

    gruppe = Synonymgruppe.objects.get()
    assert (gruppe.worte, gruppe.findet) == ("Kaffee\nTee\nheiße Schokolade", "Besuch\nKaffee")


@pytest.mark.parametrize(
    ("felder", "feld", "fehler"),
    [
        ({"worte": ""}, "worte", "Dieses Feld ist zwingend erforderlich."),
        ({"worte": " , …\n"}, "worte", "Bitte mindestens ein Wort angeben."),
        (
            {"worte": "a" * 81},
            "worte",
            f"Das ist länger als ein Wort: „{'a' * 40} …“. Bitte ein Wort je Zeile.",
        ),
    ],
)
def test_synonymgruppe_refused_says_why_at_the_field_and_keeps_what_was_typed(
    felder: dict[str, str], feld: str, fehler: str, staff_client: Client
):
    response = post(staff_client, NEU, **felder)

    form = response.context["adminform"].form
    assert dict(form.errors) == {feld: [fehler]}
    assert form["worte"].value() == felder["worte"]
    assert not Synonymgruppe.objects.exists()


def test_synonymgruppe_saved_leads_to_what_each_word_finds(staff_client: Client):
    meldungen = read_messages(post(staff_client, NEU, worte="Tee & Gebäck\nKaffee"))

    probe = reverse("admin:angebote_wortprobe")
    assert f'<a href="{probe}?q=Tee+%26+Geb%C3%A4ck">Tee &amp; Gebäck</a>' in meldungen
    assert f'<a href="{probe}?q=Kaffee">Kaffee</a>' in meldungen


def test_synonymgruppe_with_many_words_names_the_first_twelve_in_the_message(staff_client: Client):
    meldungen = read_messages(post(staff_client, NEU, worte="\n".join(f"wort{nummer:02}" for nummer in range(13))))

    assert "wort11" in meldungen
    assert "wort12" not in meldungen.split("Ausprobieren:")[1]


def test_synonymgruppe_saved_names_what_is_worth_a_second_look(staff_client: Client):
    fuer = Stoppwort.objects.create(wort="für")
    andere = Synonymgruppe.objects.create(worte="Kaffee\nKuchen")

    meldungen = read_messages(post(staff_client, NEU, worte="Kaffee\nfür"))

    assert "„für“ ist ein Füllwort." in meldungen
    assert address_of(fuer) in meldungen
    assert "„Kaffee“ steht auch in der Gruppe" in meldungen
    assert address_of(andere) in meldungen


def test_synonymgruppe_without_anything_to_note_gives_no_warning(staff_client: Client):
    response = post(staff_client, NEU, worte="Kaffee\nTee")

    assert [message.level_tag for message in response.context["messages"]] == ["success", "info"] or [
        message.level_tag for message in response.context["messages"]
    ] == ["info", "success"]


def test_synonymgruppe_saved_and_kept_open_tells_it_once_on_the_page(staff_client: Client):
    response = post(staff_client, NEU, worte="Pilates", _continue="1")

    assert response.content.decode().count("Ein Wort allein bewirkt nichts") == 1
    assert response.content.decode().count(f"{reverse('admin:angebote_wortprobe')}?q=Pilates") == 1


def test_synonymgruppe_page_after_a_mistake_speaks_of_the_saved_words(staff_client: Client):
    gruppe = Synonymgruppe.objects.create(worte="Kaffee\nTee")

    response = post(staff_client, "admin:angebote_synonymgruppe_change", gruppe.pk, worte="", findet="Saft")

    assert [probe.wort for probe in response.context["proben"]] == ["Kaffee", "Tee"]
    assert response.context["adminform"].form["findet"].value() == "Saft"


@pytest.mark.parametrize(
    ("art", "worte"), [("", {"a", "c"}), ("gleich", {"a"}), ("weiter", {"c"}), ("quatsch", {"a", "c"})]
)
def test_liste_of_groups_is_filtered_by_direction(art: str, worte: set[str], staff_client: Client):
    Synonymgruppe.objects.create(worte="a")
    Synonymgruppe.objects.create(worte="c", findet="d")

    response = staff_client.get(reverse(LISTE), {"art": art})

    assert {gruppe.worte for gruppe in response.context["cl"].result_list} == worte


def test_liste_shows_the_words_in_one_line(staff_client: Client):
    Synonymgruppe.objects.create(worte="Kaffee\nTee", findet="Besuch\nTreff")

    seite = staff_client.get(reverse(LISTE)).content.decode()

    assert "Kaffee, Tee" in seite
    assert "Besuch, Treff" in seite


def test_suchworte_of_every_kind_renew_the_mark_when_saved_and_when_deleted(staff_client: Client):
    staende = [read_version()]
    post(staff_client, NEU, worte="Kaffee\nTee")
    staende.append(read_version())
    gruppe = Synonymgruppe.objects.get()
    post(staff_client, "admin:angebote_synonymgruppe_change", gruppe.pk, worte="Kaffee\nKakao")
    staende.append(read_version())
    post(staff_client, "admin:angebote_synonymgruppe_delete", gruppe.pk, post="yes")
    staende.append(read_version())
    post(staff_client, "admin:angebote_stoppwort_add", wort="und")
    staende.append(read_version())
    auswahl = str(Stoppwort.objects.get().pk)
    post(
        staff_client,
        "admin:angebote_stoppwort_changelist",
        action="delete_selected",
        _selected_action=auswahl,
        post="yes",
    )
    staende.append(read_version())

    assert len(set(staende)) == len(staende)
    assert not Synonymgruppe.objects.exists()
    assert not Stoppwort.objects.exists()


@pytest.mark.parametrize("wort", ["von der", "a,b", "…"])
def test_stoppwort_of_more_or_less_than_a_word_is_refused(wort: str, staff_client: Client):
    response = post(staff_client, "admin:angebote_stoppwort_add", wort=wort)

    assert dict(response.context["adminform"].form.errors) == {
        "wort": ["Ein Füllwort ist ein einzelnes Wort, zum Beispiel „für“."]
    }


def test_stoppwort_the_search_knows_already_is_refused(staff_client: Client):
    Stoppwort.objects.create(wort="für")

    response = post(staff_client, "admin:angebote_stoppwort_add", wort="Fuer")

    assert dict(response.context["adminform"].form.errors) == {
        "wort": ["Für die Suche ist das dasselbe wie „für“, und das steht schon in der Liste."]
    }


def test_stoppwort_saved_again_is_no_double_of_itself(staff_client: Client):
    wort = Stoppwort.objects.create(wort="für")

    post(staff_client, "admin:angebote_stoppwort_change", wort.pk, wort=" Für ")

    assert Stoppwort.objects.get().wort == "Für"


def test_stoppwort_that_stands_in_a_group_is_pointed_out(staff_client: Client):
    gruppe = Synonymgruppe.objects.create(worte="Lust\nFreude")

    meldungen = read_messages(post(staff_client, "admin:angebote_stoppwort_add", wort="lust"))

    assert "„lust“ steht auch in einer Synonymgruppe" in meldungen
    assert address_of(gruppe) in meldungen
