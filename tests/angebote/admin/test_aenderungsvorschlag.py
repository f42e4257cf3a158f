from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.choices import Bereich, Vorschlagsherkunft, Vorschlagsstatus
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.models import Aenderungsvorschlag, Angebot
from pankow_einsamkeit.models import Konto
from tests.angebote.domain.redaktionsteam import create_freigabe, create_konto, create_redaktion
from tests.factories import AngebotFactory, OrtFactory
from tests.konten import login

LISTE = "admin:angebote_aenderungsvorschlag_changelist"
NEU = {"telefon": {"alt": "", "neu": "030 1"}, "nutzen": {"alt": "", "neu": "Man lernt sich kennen."}}


@pytest.fixture
def redaktion(db: None) -> Konto:
    return create_redaktion()


@pytest.fixture
def freigabe(db: None) -> Client:
    return login(Client(), create_freigabe())


def submit(konto: Konto | None = None, angebot: Angebot | None = None, **felder: Any) -> Aenderungsvorschlag:
    return submit_vorschlag(
        angebot_id=(angebot or AngebotFactory(titel="Singen")).pk,
        **{"aenderungen": NEU, "herkunft": Vorschlagsherkunft.REDAKTION, "jetzt": timezone.now(), "konto": konto}
        | felder,
    )


def address_of(vorschlag: Aenderungsvorschlag) -> str:
    return reverse("admin:angebote_aenderungsvorschlag_change", args=[vorschlag.pk])


def decide(client: Client, vorschlag: Aenderungsvorschlag, entscheidung: str, **eingaben: Any) -> HttpResponse:
    """As the page offers it."""
    seite = client.get(address_of(vorschlag)).context
    felder = [vergleich.name for vergleich in seite["vergleiche"] if vergleich.gewaehlt]
    daten = {"entscheidung": entscheidung, "stand": seite["stand"], "feld": felder}
    return client.post(address_of(vorschlag), daten | eingaben)


def status_of(vorschlag: Aenderungsvorschlag) -> str:
    return Aenderungsvorschlag.objects.get(pk=vorschlag.pk).status


def test_page_shows_every_field_before_and_after_in_words(freigabe: Client, redaktion: Konto) -> None:
    seite = freigabe.get(address_of(submit(redaktion))).content.decode()
    assert "„Telefon“ übernehmen" in seite
    assert "Man lernt sich kennen." in seite
    assert seite.count(">bisher<") == seite.count(">neu<") == 2


def test_accepted_fields_are_applied_and_the_others_not(freigabe: Client) -> None:
    vorschlag = submit()
    decide(freigabe, vorschlag, "annehmen", feld=["telefon"])
    assert (Angebot.objects.get().telefon, Angebot.objects.get().nutzen) == ("030 1", "")
    assert status_of(vorschlag) == Vorschlagsstatus.ANGENOMMEN


def test_nothing_ticked_is_refused_in_words(freigabe: Client) -> None:
    vorschlag = submit()
    response = decide(freigabe, vorschlag, "annehmen", feld=[])
    assert "Bitte wenigstens ein Feld auswählen." in response.content.decode()
    assert status_of(vorschlag) == Vorschlagsstatus.OFFEN


def test_field_changed_since_is_shown_and_not_ticked(freigabe: Client) -> None:
    vorschlag = submit()
    Angebot.objects.update(telefon="030 2")
    seite = freigabe.get(address_of(vorschlag)).context
    assert {eines.name: (eines.heute, eines.gewaehlt) for eines in seite["vergleiche"]} == {
        "telefon": (["030 2"], False),
        "nutzen": (None, True),
    }
    decide(freigabe, vorschlag, "annehmen")
    assert (Angebot.objects.get().telefon, Angebot.objects.get().nutzen) == ("030 2", "Man lernt sich kennen.")


def test_field_changed_since_is_replaced_when_ticked(freigabe: Client) -> None:
    vorschlag = submit()
    Angebot.objects.update(telefon="030 2")
    decide(freigabe, vorschlag, "annehmen", feld=["telefon"])
    assert Angebot.objects.get().telefon == "030 1"


@pytest.mark.parametrize("stand", ["", "veraltet"])
def test_page_from_before_a_change_replaces_nothing(freigabe: Client, stand: str) -> None:
    vorschlag = submit()
    response = decide(freigabe, vorschlag, "annehmen", stand=stand)
    assert "wurde gerade eben geändert" in response.content.decode()
    assert Angebot.objects.get().telefon == ""


def test_rejection_without_a_reason_keeps_the_choice(freigabe: Client) -> None:
    vorschlag = submit()
    response = decide(freigabe, vorschlag, "ablehnen", begruendung=" ", feld=["nutzen"])
    assert "Bitte begründen" in response.content.decode()
    assert {eines.name for eines in response.context["vergleiche"] if eines.gewaehlt} == {"nutzen"}
    decide(freigabe, vorschlag, "ablehnen", begruendung="Private Nummer.")
    assert status_of(vorschlag) == Vorschlagsstatus.ABGELEHNT


def test_place_deleted_meanwhile_is_named_and_nothing_is_lost(freigabe: Client) -> None:
    haus, angebot = OrtFactory(), AngebotFactory()
    vorschlag = submit(angebot=angebot, aenderungen=NEU | {"ort": {"alt": angebot.ort_id, "neu": haus.pk}})
    haus.delete()
    response = decide(freigabe, vorschlag, "annehmen")
    fehler = {eines.name: eines.fehler for eines in response.context["vergleiche"] if eines.fehler}
    assert set(fehler) == {"ort"}
    assert "gelöschter Eintrag" in response.content.decode()
    assert status_of(vorschlag) == Vorschlagsstatus.OFFEN


def test_own_proposal_about_support_cannot_be_accepted_but_withdrawn(db: None) -> None:
    konto = create_freigabe()
    vorschlag = submit(konto, AngebotFactory(bereich=Bereich.UNTERSTUETZUNG))
    client = login(Client(), konto)
    seite = client.get(address_of(vorschlag)).content.decode()
    assert "Bei „Unterstützung“ entscheidet jemand anderes." in seite
    assert 'value="annehmen"' not in seite
    decide(client, vorschlag, "annehmen", feld=["telefon"])
    assert status_of(vorschlag) == Vorschlagsstatus.OFFEN
    decide(client, vorschlag, "zurueckziehen")
    assert status_of(vorschlag) == Vorschlagsstatus.ZURUECKGEZOGEN


def test_redaktion_looks_but_does_not_decide(redaktion: Konto) -> None:
    vorschlag, client = submit(), login(Client(), redaktion)
    seite = client.get(address_of(vorschlag)).content.decode()
    assert "Vorschläge entscheidet, wer die Freigabe hat." in seite
    for entscheidung in ("annehmen", "ablehnen", "zurueckziehen", "quatsch"):
        decide(client, vorschlag, entscheidung, begruendung="Nein.")
    assert status_of(vorschlag) == Vorschlagsstatus.OFFEN


def test_decided_proposal_tells_who_decided(freigabe: Client) -> None:
    vorschlag = submit()
    decide(freigabe, vorschlag, "annehmen")
    zweites_mal = freigabe.post(address_of(vorschlag), {"entscheidung": "ablehnen", "begruendung": "Nein."})
    assert "schon entschieden: angenommen von freigabe am" in zweites_mal.content.decode()
    assert 'value="annehmen"' not in zweites_mal.content.decode()


def test_proposals_are_closed_for_others(db: None) -> None:
    client = login(Client(), create_konto("fremd"))
    assert client.get(reverse(LISTE)).status_code == 403
    assert client.get(address_of(submit())).status_code == 403


def test_list_has_open_ones_first_then_the_oldest(freigabe: Client) -> None:
    entschieden, erster, zweiter = submit(), submit(), submit()
    decide(freigabe, entschieden, "annehmen")
    assert list(freigabe.get(reverse(LISTE)).context["cl"].result_list) == [erster, zweiter, entschieden]


def test_list_names_what_is_proposed_by_whom_and_since_when(freigabe: Client) -> None:
    submit(herkunft=Vorschlagsherkunft.ANBIETER, absender="haus@example.org")
    seite = freigabe.get(reverse(LISTE)).content.decode()
    assert "Was habe ich davon?, Telefon" in seite
    assert "haus@example.org" in seite
    assert "heute" in seite


@pytest.mark.parametrize(
    ("filter_", "erwartet"),
    [("status__exact=offen", 1), ("status__exact=angenommen", 1), ("herkunft__exact=anbieter", 0), ("", 2)],
)
def test_list_is_filtered(freigabe: Client, filter_: str, erwartet: int) -> None:
    submit()
    decide(freigabe, submit(), "annehmen")
    assert len(freigabe.get(f"{reverse(LISTE)}?{filter_}").context["cl"].result_list) == erwartet


def test_list_of_one_offer(freigabe: Client) -> None:
    einer, _anderer = submit(), submit()
    response = freigabe.get(reverse(LISTE), {"angebot": einer.angebot_id})
    assert list(response.context["cl"].result_list) == [einer]
