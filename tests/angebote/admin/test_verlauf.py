from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.models import Aenderungsvorschlag, Angebot, Krisenhilfe, Schliesszeit
from tests.angebote.admin.redaktionsformular import address_of, create_angebot, save, texts_of
from tests.angebote.domain.redaktionsteam import create_konto
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory
from tests.konten import login

EIN_TAG = timedelta(days=1)


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


@pytest.mark.parametrize(
    "stand",
    [
        *("", "gestern", "2026-13-01", "2026-11-21T06:00:00", "1999-01-01T00:00:00+00:00"),
        *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"),
    ],
)
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


def create_krisenhilfe(name: str) -> Krisenhilfe:
    return Krisenhilfe.objects.create(name=name, art="Telefon")


ANDERE = {"ort": OrtFactory, "traeger": TraegerFactory, "krisenhilfe": create_krisenhilfe}
je_modell = pytest.mark.parametrize("modell", ANDERE)


def create_umbenanntes(modell: str) -> tuple[Any, dict[str, str]]:
    """The entry, and what the page that restores its first name is asked with."""
    eintrag = ANDERE[modell](name="Haus")
    stand = type(eintrag).verlauf.filter(id=eintrag.pk).first().history_date
    eintrag.name = "Anderes Haus"
    eintrag._change_reason = "umbenannt"
    eintrag.save()
    return eintrag, {"stand": stand.isoformat()}


def page_of(eintrag: Any, seite: str) -> str:
    return reverse(f"admin:angebote_{eintrag._meta.model_name}_{seite}", args=[eintrag.pk])


@je_modell
def test_every_other_entry_has_a_history_in_words_and_is_restored_from_it(staff_client: Client, modell: str) -> None:
    eintrag, anfrage = create_umbenanntes(modell)
    seite = staff_client.get(page_of(eintrag, "history"))
    oberster, unterster = seite.context["seite"]
    assert [(eine.titel, eine.alt, eine.neu) for eine in oberster.aenderungen] == [("Name", ["Haus"], ["Anderes Haus"])]
    assert (oberster.grund, oberster.stand, unterster.stand) == ("umbenannt", "", anfrage["stand"])
    assert f"{page_of(eintrag, 'zurueck')}?{urlencode(anfrage)}" in seite.content.decode()

    vorschau = staff_client.get(page_of(eintrag, "zurueck"), anfrage)
    assert [(eine.alt, eine.neu) for eine in vorschau.context["aenderungen"]] == [(["Anderes Haus"], ["Haus"])]
    response = staff_client.post(page_of(eintrag, "zurueck"), anfrage)
    assert (response.status_code, response.url) == (302, page_of(eintrag, "change"))
    assert type(eintrag).objects.get(pk=eintrag.pk).name == "Haus"
    assert texts_of(response) == ["Der frühere Stand gilt wieder."]


@je_modell
def test_whoever_may_only_look_reads_the_history_and_restores_nothing(db: None, modell: str) -> None:
    eintrag, anfrage = create_umbenanntes(modell)
    client = login(Client(), create_konto("ansehen", f"view_{modell}"))
    seite = client.get(page_of(eintrag, "history"))
    assert (seite.status_code, "wiederherstellen" in seite.content.decode()) == (200, False)
    for antwort in (
        client.get(page_of(eintrag, "zurueck"), anfrage),
        client.post(page_of(eintrag, "zurueck"), anfrage),
    ):
        assert antwort.status_code == 403
    assert type(eintrag).objects.get(pk=eintrag.pk).name == "Anderes Haus"


@pytest.mark.parametrize("modell", ["ort", "traeger"])
def test_what_stays_without_freigabe_is_named_on_the_page_and_offers_no_button(db: None, modell: str) -> None:
    eintrag, anfrage = create_umbenanntes(modell)
    AngebotFactory(**{modell: eintrag})
    client = login(Client(), create_konto("pflege", f"change_{modell}", f"view_{modell}"))
    seite = client.get(page_of(eintrag, "zurueck"), anfrage)
    assert (seite.context["bleibende"], seite.context["aenderungen"]) == (["Name"], [])
    assert 'name="stand"' not in seite.content.decode()
    antwort = client.post(page_of(eintrag, "zurueck"), anfrage)
    assert "nur, wer die Freigabe hat" in antwort.content.decode()
    assert type(eintrag).objects.get(pk=eintrag.pk).name == "Anderes Haus"


def test_name_that_somebody_else_has_by_now_is_told_and_nothing_is_changed(staff_client: Client) -> None:
    eintrag, anfrage = create_umbenanntes("traeger")
    TraegerFactory(name="Haus")
    seite = staff_client.post(page_of(eintrag, "zurueck"), anfrage)
    assert (seite.status_code, len(seite.context["fehlerliste"])) == (200, 1)
    assert type(eintrag).objects.get(pk=eintrag.pk).name == "Anderes Haus"


def test_closing_period_that_comes_back_says_first_what_it_closes(staff_client: Client) -> None:
    ort, heute = OrtFactory(), timezone.localdate()
    AngebotFactory(ort=ort, titel="Skatrunde")
    for von, bis in ((heute - 9 * EIN_TAG, heute - EIN_TAG), (heute + EIN_TAG, heute + 9 * EIN_TAG)):
        Schliesszeit.objects.create(ort=ort, von=von, bis=bis, grund="Umbau")
    stand = Schliesszeit.verlauf.first().history_date
    ort.schliesszeiten.all().delete()
    seite = staff_client.get(page_of(ort, "zurueck"), {"stand": stand.isoformat()})
    assert [(eine.von, eine.betroffene[0].angebot.titel) for eine in seite.context["schliessungen"]] == [
        (heute + EIN_TAG, "Skatrunde")
    ]
    assert "Eine Schließzeit kommt zurück" in seite.content.decode()
