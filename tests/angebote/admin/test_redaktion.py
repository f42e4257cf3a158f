from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from angebote.choices import Kostenart, Status, Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import list_konflikte
from angebote.domain.angebotsdaten import read_angebotsdaten
from angebote.domain.gesehenes import sign_gesehenes
from angebote.models import Aenderungsvorschlag, Angebot, Kategorie, Kosten, Zeit
from tests.angebote.admin.formulardaten import read_form_data
from tests.angebote.admin.redaktionsformular import address_of, create_angebot, save, texts_of
from tests.angebote.domain.redaktionsteam import create_konto
from tests.factories import AngebotFactory, ZeitFactory

EIN_TAG = timedelta(days=1)


@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.PAUSIERT, Status.ARCHIVIERT])
def test_change_without_freigabe_waits_and_the_public_version_stays(redaktion: Client, status: Status) -> None:
    angebot = AngebotFactory(status=status, titel="Singen")
    angebot.kategorien.add(Kategorie.objects.order_by("pk").first())
    Kosten.objects.create(angebot=angebot, art=Kostenart.ANFRAGE)
    vorher, spuren = read_angebotsdaten(Angebot.objects.get()), Angebot.verlauf.count()

    response = save(redaktion, angebot, telefon="030 1", **{"kosten-0-art": "kostenlos"})

    vorschlag = Aenderungsvorschlag.objects.get()
    assert read_angebotsdaten(Angebot.objects.get()) == vorher
    assert (Angebot.verlauf.count(), LogEntry.objects.count()) == (spuren, 0)
    assert set(vorschlag.aenderungen) == {"telefon", "kosten"}
    assert vorschlag.aenderungen["telefon"] == {"alt": "", "neu": "030 1"}
    assert (vorschlag.konto.username, vorschlag.herkunft) == ("redaktion", Vorschlagsherkunft.REDAKTION)
    assert texts_of(response) == ["Ihr Vorschlag wartet auf Freigabe. Öffentlich bleibt bis dahin alles, wie es ist."]


def test_saving_unchanged_without_freigabe_hands_in_nothing(redaktion: Client) -> None:
    response = save(redaktion, create_angebot())
    assert not Aenderungsvorschlag.objects.exists()
    assert texts_of(response) == ["Sie haben nichts geändert."]


def test_mistake_in_a_proposal_keeps_everything_typed(redaktion: Client) -> None:
    response = save(redaktion, create_angebot(), titel="", beschreibung="Lange Arbeit")
    assert read_form_data(response)["beschreibung"] == ["Lange Arbeit"]
    assert not Aenderungsvorschlag.objects.exists()


def test_draft_is_saved_at_once_by_the_redaktion(redaktion: Client) -> None:
    angebot = create_angebot(status=Status.ENTWURF)
    save(redaktion, angebot, telefon="030 1")
    assert Angebot.objects.get().telefon == "030 1"
    assert not Aenderungsvorschlag.objects.exists()


def test_freigabe_saves_a_published_meeting_at_once(freigabe: Client) -> None:
    save(freigabe, create_angebot(), telefon="030 1")
    assert Angebot.objects.get().telefon == "030 1"


@pytest.mark.parametrize(
    "bereiche", [("unterstuetzung",) * 2, ("unterstuetzung", "begegnung"), ("begegnung", "unterstuetzung")]
)
@pytest.mark.parametrize("ist_verwaltung", [False, True])
def test_support_waits_whoever_saves_it(
    bereiche: tuple[str, str], ist_verwaltung: bool, staff_client: Client, freigabe: Client
) -> None:
    angebot = create_angebot(bereich=bereiche[0])
    save(staff_client if ist_verwaltung else freigabe, angebot, telefon="030 1", bereich=bereiche[1])
    assert Aenderungsvorschlag.objects.count() == 1
    assert (Angebot.objects.get().telefon, Angebot.objects.get().bereich) == ("", bereiche[0])


def test_status_and_check_date_cannot_be_typed_in_by_hand(redaktion: Client) -> None:
    angebot = create_angebot()
    data = read_form_data(redaktion.get(address_of(angebot)))
    redaktion.post(address_of(angebot), data | {"status": "archiviert", "geprueft_am": "01.01.2020", "telefon": "1"})
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT
    assert set(Aenderungsvorschlag.objects.get().aenderungen) == {"telefon"}
    assert {"status", "geprueft_am"} & set(data) == set()


def test_waiting_proposals_are_announced_with_a_link(redaktion: Client) -> None:
    angebot = create_angebot()
    for telefon in ("1", "2"):
        save(redaktion, angebot, telefon=telefon)
    seite = redaktion.get(address_of(angebot)).content.decode()
    assert "Es warten 2 Vorschläge" in seite
    assert f"/admin/angebote/aenderungsvorschlag/?angebot={angebot.pk}" in seite


@pytest.mark.parametrize("kennung", ["999999", "abc", "9" * 40])
def test_unknown_offer_leads_back_to_the_list(redaktion: Client, kennung: str) -> None:
    response = redaktion.post(f"/admin/angebote/angebot/{kennung}/change/", {})
    assert response.status_code == 302


# --- changes of others while a form is open ---
def open_form(client: Client, angebot: Angebot) -> dict[str, Any]:
    return read_form_data(client.get(address_of(angebot)))


def change_meanwhile(angebot: Angebot, **felder: Any) -> None:
    anderer = Angebot.objects.get(pk=angebot.pk)
    for name, wert in felder.items():
        setattr(anderer, name, wert)
    anderer._history_user = create_konto("kollegin")
    anderer.save()


def test_proposal_leaves_out_what_a_colleague_changed_meanwhile(redaktion: Client) -> None:
    angebot = create_angebot(telefon="030 1", email="")
    ZeitFactory(angebot=angebot)
    eingaben = open_form(redaktion, angebot)
    change_meanwhile(angebot, telefon="030 2")
    Zeit.objects.update(hinweis="im Garten")

    redaktion.post(address_of(angebot), eingaben | {"email": "haus@beispiel.test"})

    aenderungen = Aenderungsvorschlag.objects.get().aenderungen
    assert aenderungen == {"email": {"alt": "", "neu": "haus@beispiel.test"}}


def test_proposal_for_what_a_colleague_changed_too_is_a_conflict(redaktion: Client) -> None:
    angebot = create_angebot(telefon="030 1")
    eingaben = open_form(redaktion, angebot)
    change_meanwhile(angebot, telefon="030 2")

    redaktion.post(address_of(angebot), eingaben | {"telefon": "030 3"})

    aenderungen = Aenderungsvorschlag.objects.get().aenderungen
    assert aenderungen == {"telefon": {"alt": "030 1", "neu": "030 3"}}
    assert list_konflikte(aenderungen, read_angebotsdaten(Angebot.objects.get())) == ["telefon"]


def test_proposal_of_what_a_colleague_has_done_already_is_none(redaktion: Client) -> None:
    angebot = create_angebot(telefon="030 1")
    eingaben = open_form(redaktion, angebot)
    change_meanwhile(angebot, telefon="030 2")
    response = redaktion.post(address_of(angebot), eingaben | {"telefon": "030 2"})
    assert not Aenderungsvorschlag.objects.exists()
    assert texts_of(response) == ["Sie haben nichts geändert."]


def test_proposal_does_not_write_down_a_contact_that_was_taken_back(redaktion: Client) -> None:
    angebot = create_angebot(telefon="030 1", kontakt_name="Hausmeisterei")
    eingaben = open_form(redaktion, angebot)
    change_meanwhile(angebot, telefon="", kontakt_name="")
    redaktion.post(address_of(angebot), eingaben | {"telefon": "030 3"})
    assert Aenderungsvorschlag.objects.get().aenderungen == {"telefon": {"alt": "", "neu": "030 3"}}


def test_proposal_that_is_impossible_beside_the_change_of_a_colleague_comes_back_with_everything(
    redaktion: Client,
) -> None:
    angebot = create_angebot(alter_von=None, alter_bis=None)
    eingaben = open_form(redaktion, angebot)
    change_meanwhile(angebot, alter_von=60)

    response = redaktion.post(address_of(angebot), eingaben | {"alter_bis": "50", "beschreibung": "Lange Arbeit"})

    assert response.status_code == 200
    assert response.context["fehlerliste"]
    assert read_form_data(response)["beschreibung"] == ["Lange Arbeit"]
    assert not Aenderungsvorschlag.objects.exists()


@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.ENTWURF])
def test_save_over_the_change_of_a_colleague_is_asked_first(freigabe: Client, status: Status) -> None:
    angebot = create_angebot(status=status, telefon="030 1")
    eingaben = open_form(freigabe, angebot)
    change_meanwhile(angebot, telefon="030 2")

    response = freigabe.post(address_of(angebot), eingaben | {"nutzen": "Neu.", "beschreibung": "Lange Arbeit"})

    saetze = [fehler.text for fehler in response.context["fehlerliste"]]
    assert (Angebot.objects.get().telefon, Angebot.objects.get().nutzen) == ("030 2", angebot.nutzen)
    assert "hat sich dieses Angebot geändert" in saetze[0]
    assert saetze[1].startswith("Telefon ist jetzt: 030 2 (geändert am ")
    assert saetze[1].endswith(", kollegin).")
    assert len(saetze) == 2
    nochmal = read_form_data(response)
    assert (nochmal["telefon"], nochmal["beschreibung"]) == (["030 1"], ["Lange Arbeit"])
    assert freigabe.post(address_of(angebot), nochmal).status_code == 302
    assert (Angebot.objects.get().telefon, Angebot.objects.get().nutzen) == ("030 1", "Neu.")


def test_save_asked_about_is_asked_again_after_another_change(freigabe: Client) -> None:
    angebot = create_angebot(telefon="030 1")
    eingaben = open_form(freigabe, angebot)
    change_meanwhile(angebot, telefon="030 2")
    nochmal = read_form_data(freigabe.post(address_of(angebot), eingaben))
    Angebot.objects.update(telefon="030 4")
    response = freigabe.post(address_of(angebot), nochmal)
    assert response.status_code == 200
    assert Angebot.objects.get().telefon == "030 4"


def test_mistake_in_a_proposal_does_not_forget_what_was_seen_first(redaktion: Client) -> None:
    angebot = create_angebot(telefon="030 1")
    eingaben = open_form(redaktion, angebot)
    change_meanwhile(angebot, telefon="030 2")
    zurueck = read_form_data(redaktion.post(address_of(angebot), eingaben | {"titel": ""}))
    redaktion.post(address_of(angebot), zurueck | {"titel": "Neuer Titel"})
    assert set(Aenderungsvorschlag.objects.get().aenderungen) == {"titel"}


@pytest.mark.parametrize("gesehen", ["", "gefälscht", "eyJhIjoxfQ:1abc:def", "eines anderen"])
def test_without_a_mark_of_ours_the_form_is_compared_with_today(
    redaktion: Client, freigabe: Client, gesehen: str
) -> None:
    angebot = create_angebot(telefon="030 1")
    if gesehen == "eines anderen":
        anderes = create_angebot()
        gesehen = sign_gesehenes(anderes.pk, read_angebotsdaten(anderes))
    eingaben = open_form(redaktion, angebot) | {"_gesehen": gesehen, "nutzen": "Neu."}
    change_meanwhile(angebot, telefon="030 2")
    redaktion.post(address_of(angebot), eingaben)
    assert set(Aenderungsvorschlag.objects.get().aenderungen) == {"telefon", "nutzen"}
    assert freigabe.post(address_of(angebot), eingaben).status_code == 302
    assert Angebot.objects.get(pk=angebot.pk).telefon == "030 1"
