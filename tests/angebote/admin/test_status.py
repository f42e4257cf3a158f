from datetime import timedelta

import pytest
from django.test import Client

from angebote.choices import Bereich, Status
from angebote.models import Aenderungsvorschlag, Angebot, Statuswechsel
from tests.angebote.admin.formulardaten import read_form_data
from tests.angebote.admin.redaktionsformular import address_of, create_angebot, save, texts_of
from tests.angebote.domain.redaktionsteam import create_freigabe, create_konto
from tests.konten import login

EIN_TAG = timedelta(days=1)


def buttons_of(client: Client, angebot: Angebot) -> set[str]:
    return {str(eines.nach) for eines in client.get(address_of(angebot)).context["ablauf"]["uebergaenge"]}


@pytest.mark.parametrize(
    ("status", "redakteur", "freigeber"),
    [
        (Status.ENTWURF, {"in-pruefung", "archiviert"}, {"in-pruefung", "archiviert"}),
        (Status.IN_PRUEFUNG, {"entwurf"}, {"entwurf", "veroeffentlicht", "archiviert"}),
        (Status.VEROEFFENTLICHT, {"pausiert"}, {"pausiert", "archiviert"}),
        (Status.PAUSIERT, set(), {"veroeffentlicht", "archiviert"}),
        (Status.ARCHIVIERT, set(), {"pausiert"}),
    ],
)
def test_buttons_are_those_of_the_table(
    redaktion: Client, freigabe: Client, status: Status, redakteur: set[str], freigeber: set[str]
) -> None:
    angebot = create_angebot(status=status)
    assert (buttons_of(redaktion, angebot), buttons_of(freigabe, angebot)) == (redakteur, freigeber)


def test_whoever_may_only_look_has_no_buttons(db: None) -> None:
    assert buttons_of(login(Client(), create_konto("ansehen", "view_angebot")), create_angebot()) == set()


def test_step_saves_first_what_was_typed(redaktion: Client) -> None:
    angebot = create_angebot(status=Status.ENTWURF)
    response = save(redaktion, angebot, telefon="030 1", _status="in-pruefung")
    gespeichert = Angebot.objects.get()
    assert (gespeichert.telefon, gespeichert.status) == ("030 1", Status.IN_PRUEFUNG)
    assert (response.status_code, response.url) == (302, address_of(angebot))
    assert f"„{angebot}“ ist jetzt „in Prüfung“." in texts_of(response)


def test_step_with_a_mistake_in_the_form_is_not_taken(redaktion: Client) -> None:
    angebot = create_angebot(status=Status.ENTWURF)
    response = save(redaktion, angebot, titel="", nutzen="Neu.", _status="in-pruefung")
    assert Angebot.objects.get().status == Status.ENTWURF
    assert read_form_data(response)["nutzen"] == ["Neu."]


def test_step_that_needs_a_reason_asks_for_it_and_keeps_the_change_as_a_proposal(redaktion: Client) -> None:
    angebot = create_angebot()
    response = save(redaktion, angebot, telefon="030 1", _status="pausiert")
    adresse = f"{address_of(angebot, 'status')}?nach=pausiert"
    assert (response.status_code, response.url) == (302, adresse)
    assert Aenderungsvorschlag.objects.count() == 1
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT

    leer = redaktion.post(adresse, {"nach": "pausiert", "grund": ""})
    assert "Bitte einen Grund angeben" in leer.content.decode()
    redaktion.post(adresse, {"nach": "pausiert", "grund": "Wasserschaden"})
    assert Angebot.objects.get().status == Status.PAUSIERT
    assert Statuswechsel.objects.get().grund == "Wasserschaden"


def test_four_eyes_are_explained_on_the_page(freigabe: Client) -> None:
    angebot = create_angebot(status=Status.ENTWURF, bereich=Bereich.UNTERSTUETZUNG)
    save(freigabe, angebot, _status="in-pruefung")
    response = save(freigabe, angebot, _status="veroeffentlicht")
    seite = freigabe.get(response.url).content.decode()
    assert "Sie haben das Angebot selbst eingereicht." in seite
    assert Angebot.objects.get().status == Status.IN_PRUEFUNG
    login(Client(), create_freigabe("andere")).post(address_of(angebot, "status"), {"nach": "veroeffentlicht"})
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT


@pytest.mark.parametrize(("fehlt", "verspricht"), [(True, False), (False, True)])
def test_step_that_cannot_be_taken_does_not_promise_what_it_would_do(
    freigabe: Client, fehlt: bool, verspricht: bool
) -> None:
    angebot = create_angebot(status=Status.IN_PRUEFUNG, nutzen="" if fehlt else "Nachbarn treffen.")
    seite = freigabe.get(address_of(angebot, "status"), {"nach": "veroeffentlicht"}).content.decode()
    assert ("Das Angebot steht sofort auf der Website." in seite) is verspricht
    assert ("Das steht noch im Weg:" in seite) is fehlt


@pytest.mark.parametrize("nach", ["", "quatsch", "entwurf"])
def test_step_that_does_not_exist_leads_back(freigabe: Client, nach: str) -> None:
    angebot = create_angebot()
    response = freigabe.get(address_of(angebot, "status"), {"nach": nach})
    assert (response.status_code, response.url) == (302, address_of(angebot))


def test_step_beyond_the_right_is_refused_in_words(redaktion: Client) -> None:
    angebot = create_angebot()
    response = redaktion.post(address_of(angebot, "status"), {"nach": "archiviert", "grund": "x"})
    assert "darf nur, wer die Freigabe hat" in response.content.decode()
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT


@pytest.mark.parametrize("seite", ["status", "kontakt"])
def test_pages_beside_the_form_are_closed_without_the_right(db: None, seite: str) -> None:
    client = login(Client(), create_konto("ansehen", "view_angebot"))
    assert client.get(address_of(create_angebot(), seite), {"nach": "pausiert"}).status_code == 403
