from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from angebote.choices import Status, Vorschlagsherkunft
from angebote.domain.katalog import refresh_angebote
from angebote.domain.merkliste import load_eintraege
from angebote.domain.zusammenlegen import merge_angebote, merge_orte, merge_traeger
from angebote.models import Aenderungsvorschlag, Angebot, Importbezug, Ort, Quellenangabe, Traeger
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def paar(jetzt: datetime) -> tuple[Angebot, Angebot]:
    bleibt = AngebotFactory(titel="Kaffeerunde", slug="kaffeerunde", telefon="030 1234567")
    weicht = AngebotFactory(titel="Kaffeetreff", slug="kaffeetreff", telefon="030 7654321")
    ZeitFactory(angebot=weicht)
    refresh_angebote(angebot_ids=[bleibt.pk, weicht.pk], heute=jetzt.date())
    return bleibt, weicht


def merge(paar: tuple[Angebot, Angebot], jetzt: datetime, *felder: str) -> None:
    merge_angebote(bleibt_id=paar[0].pk, weicht_id=paar[1].pk, felder=felder, konto=None, jetzt=jetzt)
    for angebot in paar:
        angebot.refresh_from_db()


def test_merge_takes_only_the_chosen_parts(paar: tuple[Angebot, Angebot], jetzt: datetime) -> None:
    merge(paar, jetzt, "zeiten")

    assert (paar[0].telefon, paar[0].zeiten.count()) == ("030 1234567", 1)
    assert paar[0].termine.exists()


def test_merge_archives_the_other_and_points_to_the_remaining(paar: tuple[Angebot, Angebot], jetzt: datetime) -> None:
    merge(paar, jetzt)

    assert (paar[1].status, paar[1].nachfolger) == (Status.ARCHIVIERT, paar[0])
    assert paar[1].verlauf.first().history_change_reason == "Zusammengelegt: Kaffeetreff"


def test_merge_leads_address_and_short_id_to_the_remaining(
    paar: tuple[Angebot, Angebot], jetzt: datetime, client: Client
) -> None:
    merge(paar, jetzt)

    antwort = client.get(f"/a/{paar[1].kurz_id}/", follow=True)

    assert antwort.redirect_chain == [("/angebote/kaffeetreff/", 302), ("/angebote/kaffeerunde/", 301)]
    assert antwort.status_code == 200


def test_merge_is_told_on_shortlists(paar: tuple[Angebot, Angebot], jetzt: datetime) -> None:
    merge(paar, jetzt)

    [eintrag] = load_eintraege([paar[1].pk], heute=jetzt.date())

    assert eintrag.grund == "Dieses Angebot heißt jetzt „Kaffeerunde“."


def test_merge_moves_proposals_sources_and_import_keys(paar: tuple[Angebot, Angebot], jetzt: datetime) -> None:
    for angebot, quelle in zip(paar, ("Faltblatt", "Aushang"), strict=True):
        Quellenangabe.objects.create(angebot=angebot, quelle=quelle)
    Importbezug.objects.create(angebot=paar[1], quelle="Liste", schluessel="A-1", zuletzt_gesehen_am=jetzt)
    Aenderungsvorschlag.objects.create(
        angebot=paar[1], aenderungen={}, herkunft=Vorschlagsherkunft.REDAKTION, eingereicht_am=jetzt
    )

    merge(paar, jetzt)

    assert {quelle.quelle for quelle in paar[0].quellen.all()} == {"Faltblatt", "Aushang"}
    assert Importbezug.objects.get().angebot == paar[0]
    assert Aenderungsvorschlag.objects.get().angebot == paar[0]


def test_merge_is_undone_by_setting_the_status_back(
    paar: tuple[Angebot, Angebot], jetzt: datetime, client: Client
) -> None:
    merge(paar, jetzt)
    Angebot.objects.filter(pk=paar[1].pk).update(status=Status.VEROEFFENTLICHT)

    assert client.get("/angebote/kaffeetreff/").status_code == 200


def test_merge_of_a_chain_leads_to_its_end(paar: tuple[Angebot, Angebot], jetzt: datetime) -> None:
    dritter = AngebotFactory(titel="Teerunde")
    merge(paar, jetzt)
    merge_angebote(bleibt_id=dritter.pk, weicht_id=paar[0].pk, felder=(), konto=None, jetzt=jetzt)

    assert Angebot.objects.get(pk=paar[1].pk).nachfolger == dritter


def test_merge_with_itself_is_refused(paar: tuple[Angebot, Angebot], jetzt: datetime) -> None:
    with pytest.raises(ValidationError, match="zwei verschiedene"):
        merge((paar[0], paar[0]), jetzt)


def test_merge_of_a_public_offer_into_a_draft_is_refused(jetzt: datetime) -> None:
    paar = AngebotFactory(status=Status.ENTWURF), AngebotFactory()

    with pytest.raises(ValidationError, match="schon öffentlich"):
        merge(paar, jetzt)


def test_merge_of_providers_moves_offers_and_fills_what_is_empty(jetzt: datetime) -> None:
    bleibt, weicht = TraegerFactory(name="Haus e. V."), TraegerFactory(name="Haus eV", telefon="030 1234567")
    angebot = AngebotFactory(traeger=weicht)

    assert merge_traeger(bleibt_id=bleibt.pk, weicht_id=weicht.pk, konto=None, jetzt=jetzt) == 1
    angebot.refresh_from_db()
    assert angebot.traeger == bleibt
    assert [(traeger.name, traeger.telefon) for traeger in Traeger.objects.all()] == [("Haus e. V.", "030 1234567")]


def test_merge_of_places_moves_offers(jetzt: datetime) -> None:
    bleibt, weicht = OrtFactory(name="Haus"), OrtFactory(name="Das Haus")
    angebot = AngebotFactory(ort=weicht)

    merge_orte(bleibt_id=bleibt.pk, weicht_id=weicht.pk, konto=None, jetzt=jetzt)

    angebot.refresh_from_db()
    assert angebot.ort == bleibt
    assert [ort.name for ort in Ort.objects.all()] == ["Haus"]
