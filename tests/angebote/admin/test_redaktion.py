from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.choices import Bereich, Kostenart, Status, Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import list_konflikte
from angebote.domain.angebotsdaten import read_angebotsdaten
from angebote.domain.gesehenes import sign_gesehenes
from angebote.models import Aenderungsvorschlag, Angebot, Kategorie, Kosten, Statuswechsel, Zeit
from tests.angebote.admin.formulardaten import read_form_data
from tests.angebote.domain.redaktionsteam import create_freigabe, create_konto, create_redaktion
from tests.angebote.vollstaendig import create_vollstaendiges
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory
from tests.konten import login

EIN_TAG = timedelta(days=1)


@pytest.fixture
def redaktion(db: None) -> Client:
    return login(Client(), create_redaktion())


@pytest.fixture
def freigabe(db: None) -> Client:
    return login(Client(), create_freigabe())


def create_angebot(**felder: Any) -> Angebot:
    """With the number of its Träger, so that its own is free to be typed."""
    return create_vollstaendiges(**({"telefon": "", "traeger": TraegerFactory(telefon="030 1234567")} | felder))


def address_of(angebot: Angebot, seite: str = "change") -> str:
    return reverse(f"admin:angebote_angebot_{seite}", args=[angebot.pk])


def save(client: Client, angebot: Angebot, **eingaben: object) -> HttpResponse:
    adresse = address_of(angebot)
    return client.post(adresse, read_form_data(client.get(adresse)) | eingaben)


def texts_of(response: HttpResponse) -> list[str]:
    return [str(meldung) for meldung in get_messages(response.wsgi_request)]


def buttons_of(client: Client, angebot: Angebot) -> set[str]:
    return {str(eines.nach) for eines in client.get(address_of(angebot)).context["ablauf"]["uebergaenge"]}


# --- saving ---
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


# --- steps ---
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


# --- contacts taken back ---
def test_contact_is_erased_after_a_choice(freigabe: Client) -> None:
    angebot = create_angebot(kontakt_name="Erika Beispiel", telefon="030 1")
    seite = freigabe.get(address_of(angebot, "kontakt")).content.decode()
    assert "Erika Beispiel" in seite
    freigabe.post(address_of(angebot, "kontakt"), {"feld": ["kontakt_name"]})
    assert (Angebot.objects.get().kontakt_name, Angebot.objects.get().telefon) == ("", "030 1")
    assert set(Angebot.verlauf.values_list("kontakt_name", flat=True)) == {""}


def test_contact_without_a_choice_says_what_is_missing(freigabe: Client) -> None:
    response = freigabe.post(address_of(create_angebot(telefon="030 1"), "kontakt"), {})
    assert "Bitte auswählen, was entfernt wird" in response.content.decode()
    assert Angebot.objects.get().telefon == "030 1"


def test_contact_is_not_erased_by_the_redaktion(redaktion: Client) -> None:
    assert redaktion.post(address_of(create_angebot(), "kontakt"), {"feld": ["telefon"]}).status_code == 403


# --- deleting ---
@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.PAUSIERT, Status.ARCHIVIERT])
def test_what_was_public_is_deleted_by_nobody(staff_client: Client, status: Status) -> None:
    angebot = create_angebot(status=status)
    response = staff_client.post(address_of(angebot, "delete"), {"post": "yes"})
    assert set(Angebot.objects.all()) == {angebot}
    assert "Bitte stattdessen archivieren" in texts_of(response)[0]
    assert address_of(angebot, "delete") not in staff_client.get(address_of(angebot)).content.decode()


def test_what_was_public_survives_the_list_too(staff_client: Client) -> None:
    public, entwurf = create_angebot(titel="Alter Treff"), create_angebot(status=Status.ENTWURF)
    daten = {"action": "delete_selected", "_selected_action": [public.pk, entwurf.pk], "post": "yes"}
    response = staff_client.post(reverse("admin:angebote_angebot_changelist"), daten)
    assert set(Angebot.objects.all()) == {public, entwurf}
    assert "„Alter Treff“" in texts_of(response)[0]


def test_draft_is_deleted(redaktion: Client) -> None:
    angebot = create_angebot(status=Status.ENTWURF)
    redaktion.post(address_of(angebot, "delete"), {"post": "yes"})
    assert not Angebot.objects.exists()


@pytest.mark.parametrize(
    ("modell", "feld", "create"), [("ort", "ort", OrtFactory), ("traeger", "traeger", TraegerFactory)]
)
@pytest.mark.parametrize("aus_der_liste", [False, True])
def test_place_and_provider_of_an_offer_are_kept_with_a_kind_word(
    staff_client: Client, modell: str, feld: str, create: Any, aus_der_liste: bool
) -> None:
    eintrag = create()
    AngebotFactory(**{feld: eintrag}, titel="Skatrunde")
    if aus_der_liste:
        daten = {"action": "delete_selected", "_selected_action": [eintrag.pk], "post": "yes"}
        response = staff_client.post(reverse(f"admin:angebote_{modell}_changelist"), daten)
    else:
        response = staff_client.post(reverse(f"admin:angebote_{modell}_delete", args=[eintrag.pk]), {"post": "yes"})
    seite = response.content.decode()
    assert "Skatrunde" in seite
    assert "Bitte tragen Sie dort zuerst etwas anderes ein." in seite
    assert Zeit.objects.count() == 0
    assert type(eintrag).objects.filter(pk=eintrag.pk).exists()


# --- the history ---
def test_history_tells_who_changed_what_and_restores_it(freigabe: Client) -> None:
    angebot = create_angebot(titel="Singen")
    ZeitFactory(angebot=angebot)
    zeitpunkt = Angebot.verlauf.first().history_date
    save(freigabe, angebot, telefon="030 1", **{"zeiten-0-beginn": "15"})
    seite = freigabe.get(address_of(angebot, "history"))
    titel = [eintrag.titel for eintrag in seite.context["seite"]]
    assert titel == ["Änderung", "Angelegt"]
    assert seite.context["seite"][0].wer == "freigabe"
    assert {eine.titel for eine in seite.context["seite"][0].aenderungen} == {"Telefon", "Zeiten"}

    adresse = address_of(angebot, "zurueck")
    vorschau = freigabe.get(adresse, {"stand": zeitpunkt.isoformat()})
    assert "Telefon" in [eine.titel for eine in vorschau.context["aenderungen"]]
    freigabe.post(adresse, {"stand": zeitpunkt.isoformat()})
    assert Angebot.objects.get().telefon == ""


def test_history_holds_steps_and_proposals_too(redaktion: Client, freigabe: Client) -> None:
    angebot = create_angebot()
    save(redaktion, angebot, telefon="030 1")
    redaktion.post(address_of(angebot, "status"), {"nach": "pausiert", "grund": "Wasserschaden"})
    seite = redaktion.get(address_of(angebot, "history"))
    titel = [eintrag.titel for eintrag in seite.context["seite"]]
    nummer = Aenderungsvorschlag.objects.get().pk
    assert titel == ["Status: veröffentlicht → pausiert", f"Vorschlag Nr. {nummer}: offen", "Angelegt"]
    assert "Wasserschaden" in seite.content.decode()


@pytest.mark.parametrize("stand", ["", "gestern", "2026-13-01", "2026-11-21T06:00:00", "1999-01-01T00:00:00+00:00"])
def test_moment_that_never_was_is_not_found(freigabe: Client, stand: str) -> None:
    assert freigabe.get(address_of(create_angebot(), "zurueck"), {"stand": stand}).status_code == 404


@pytest.mark.parametrize("akte", [3, 45])
def test_history_needs_few_queries_however_long_it_is(
    akte: int, freigabe: Client, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("angebote.domain.verlauf.EIN_VORGANG", -EIN_TAG)  # every row an act of its own
    angebot, orte = AngebotFactory(), [OrtFactory(), OrtFactory()]
    for nummer in range(akte):
        angebot.ort = orte[nummer % 2]
        angebot.save()
    with django_assert_num_queries(22):
        response = freigabe.get(address_of(angebot, "history"))
    assert len(response.context["seite"]) == min(akte + 1, 20)


@pytest.mark.parametrize(("modell", "create"), [("ort", OrtFactory), ("traeger", TraegerFactory)])
def test_places_and_providers_have_a_history_in_words(staff_client: Client, modell: str, create: Any) -> None:
    eintrag = create(name="Haus")
    eintrag.name = "Anderes Haus"
    eintrag._change_reason = "umbenannt"
    eintrag.save()
    seite = staff_client.get(reverse(f"admin:angebote_{modell}_history", args=[eintrag.pk]))
    assert [eine.titel for eine in seite.context["seite"][0].aenderungen] == ["Name"]
    assert "Anderes Haus" in seite.content.decode()
    assert "wiederherstellen" not in seite.content.decode()
