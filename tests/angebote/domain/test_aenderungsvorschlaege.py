from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from angebote.choices import Bereich, Vorschlagsherkunft, Vorschlagsstatus
from angebote.domain.aenderungsvorschlaege import (
    BegruendungFehltError,
    InzwischenGeaendertError,
    SchonEntschiedenError,
    accept_vorschlag,
    compute_stand,
    list_konflikte,
    reject_vorschlag,
    submit_vorschlag,
    withdraw_vorschlag,
)
from angebote.domain.angebotsdaten import read_angebotsdaten
from angebote.domain.redaktion import RechtFehltError, VerweigertError, VierAugenError
from angebote.models import Aenderungsvorschlag, Angebot, Zeit
from pankow_einsamkeit.models import Konto
from tests.angebote.domain.redaktionsteam import create_freigabe, create_redaktion
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db

NEU = {"telefon": {"alt": "", "neu": "030 1"}, "nutzen": {"alt": "", "neu": "Man lernt sich kennen."}}


@pytest.fixture
def angebot() -> Angebot:
    angebot = AngebotFactory(titel="Singen")
    ZeitFactory(angebot=angebot)
    return angebot


@pytest.fixture
def redaktion(db: None) -> Konto:
    return create_redaktion()


@pytest.fixture
def freigabe(db: None) -> Konto:
    return create_freigabe()


def submit(angebot: Angebot, jetzt: datetime, konto: Konto | None = None, **felder: Any) -> Aenderungsvorschlag:
    return submit_vorschlag(
        angebot_id=angebot.pk,
        **{"aenderungen": NEU, "herkunft": Vorschlagsherkunft.REDAKTION, "jetzt": jetzt, "konto": konto} | felder,
    )


def reload(angebot: Angebot) -> Angebot:
    return Angebot.objects.get(pk=angebot.pk)


def test_proposal_waits_and_leaves_no_trace_in_the_offer(angebot: Angebot, redaktion: Konto, jetzt: datetime) -> None:
    vorher, spuren = read_angebotsdaten(reload(angebot)), Angebot.verlauf.count()
    vorschlag = submit(angebot, jetzt, redaktion, bemerkung="neu")
    assert read_angebotsdaten(reload(angebot)) == vorher
    assert Angebot.verlauf.count() == spuren
    assert set(Aenderungsvorschlag.objects.offene()) == {vorschlag}
    assert (vorschlag.konto, vorschlag.eingereicht_am, vorschlag.bemerkung) == (redaktion, jetzt, "neu")


def test_proposal_keeps_only_what_differs(angebot: Angebot, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt, aenderungen=NEU | {"titel": {"alt": "Singen", "neu": "Singen"}})
    assert vorschlag.aenderungen == NEU


@pytest.mark.parametrize("aenderungen", [{}, {"titel": {"alt": "Singen", "neu": "Singen"}}])
def test_proposal_without_a_difference_is_refused(angebot: Angebot, aenderungen: dict, jetzt: datetime) -> None:
    with pytest.raises(ValidationError, match="nichts geändert"):
        submit(angebot, jetzt, aenderungen=aenderungen)
    assert not Aenderungsvorschlag.objects.exists()


@pytest.mark.parametrize(
    ("name", "wert"), [("titel", ""), ("email", "keine"), ("ort", 999_999), ("zeiten", [{"art": "regel"}])]
)
def test_impossible_proposal_is_refused_by_field(angebot: Angebot, name: str, wert: object, jetzt: datetime) -> None:
    with pytest.raises(ValidationError) as fehler:
        submit(angebot, jetzt, aenderungen={name: {"alt": None, "neu": wert}})
    assert set(fehler.value.message_dict) == {name}
    assert not Aenderungsvorschlag.objects.exists()


def test_accepted_proposal_changes_the_offer_and_stands_in_its_history(
    angebot: Angebot, redaktion: Konto, freigabe: Konto, jetzt: datetime
) -> None:
    vorschlag = submit(angebot, jetzt, redaktion)
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt)
    entschieden, spur = Aenderungsvorschlag.objects.get(), Angebot.verlauf.filter(id=angebot.pk).first()
    assert (reload(angebot).telefon, reload(angebot).nutzen) == ("030 1", "Man lernt sich kennen.")
    assert (entschieden.status, entschieden.entschieden_von, entschieden.entschieden_am) == (
        Vorschlagsstatus.ANGENOMMEN,
        freigabe,
        jetzt,
    )
    assert spur.history_user == freigabe
    assert spur.history_change_reason == f"Vorschlag Nr. {vorschlag.pk} angenommen, eingereicht von redaktion"


def test_accepted_proposal_of_times_is_signed_in_the_history_of_the_times(
    angebot: Angebot, freigabe: Konto, jetzt: datetime
) -> None:
    alt = read_angebotsdaten(angebot)["zeiten"]
    neu = [alt[0] | {"beginn": "15:00:00"}]
    vorschlag = submit(angebot, jetzt, aenderungen={"zeiten": {"alt": alt, "neu": neu}})
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt)
    assert Zeit.verlauf.first().history_user == freigabe
    assert reload(angebot).kartendaten["zeitsaetze"] == ["jeden Dienstag, 15 bis 16 Uhr"]


def test_part_of_a_proposal_is_accepted_and_the_rest_is_named(
    angebot: Angebot, freigabe: Konto, jetzt: datetime
) -> None:
    vorschlag = submit(angebot, jetzt)
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, namen=["telefon"])
    assert (reload(angebot).telefon, reload(angebot).nutzen) == ("030 1", "")
    assert Aenderungsvorschlag.objects.get().begruendung == "Nicht übernommen: Was habe ich davon?"


def test_nothing_chosen_is_refused(angebot: Angebot, freigabe: Konto, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt)
    with pytest.raises(VerweigertError, match="wenigstens ein Feld"):
        accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, namen=[])
    assert Aenderungsvorschlag.objects.get().status == Vorschlagsstatus.OFFEN


def test_value_changed_since_is_never_overwritten_unseen(angebot: Angebot, freigabe: Konto, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt)
    Angebot.objects.update(telefon="030 2")
    for namen in (None, ["telefon"]):
        with pytest.raises(InzwischenGeaendertError, match="Telefon"):
            accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, namen=namen)
    assert reload(angebot).telefon == "030 2"
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, namen=["nutzen"])
    assert (reload(angebot).telefon, reload(angebot).nutzen) == ("030 2", "Man lernt sich kennen.")


def test_value_changed_since_is_replaced_by_whoever_saw_it(angebot: Angebot, freigabe: Konto, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt)
    Angebot.objects.update(telefon="030 2")
    gesehen = compute_stand(read_angebotsdaten(reload(angebot)), NEU)
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, gesehen=gesehen)
    assert reload(angebot).telefon == "030 1"


def test_value_changed_while_somebody_looked_at_it_is_not_replaced(
    angebot: Angebot, freigabe: Konto, jetzt: datetime
) -> None:
    vorschlag = submit(angebot, jetzt)
    gesehen = compute_stand(read_angebotsdaten(reload(angebot)), NEU)
    Angebot.objects.update(telefon="030 2")
    with pytest.raises(InzwischenGeaendertError, match="gerade eben"):
        accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, gesehen=gesehen)
    assert reload(angebot).telefon == "030 2"


def test_second_proposal_is_checked_against_what_the_first_has_changed(
    angebot: Angebot, freigabe: Konto, jetzt: datetime
) -> None:
    erster = submit(angebot, jetzt)
    zweiter = submit(angebot, jetzt, aenderungen={"telefon": {"alt": "", "neu": "030 9"}})
    gleicher = submit(angebot, jetzt, aenderungen={"telefon": {"alt": "", "neu": "030 1"}})
    accept_vorschlag(vorschlag_id=erster.pk, konto=freigabe, jetzt=jetzt)
    aktuelle = read_angebotsdaten(reload(angebot))
    assert list_konflikte(zweiter.aenderungen, aktuelle) == ["telefon"]
    assert list_konflikte(gleicher.aenderungen, aktuelle) == []


def test_place_deleted_meanwhile_gives_an_error_and_keeps_the_proposal(
    angebot: Angebot, freigabe: Konto, jetzt: datetime
) -> None:
    haus = OrtFactory()
    vorschlag = submit(angebot, jetzt, aenderungen={"ort": {"alt": angebot.ort_id, "neu": haus.pk}})
    haus.delete()
    with pytest.raises(ValidationError) as fehler:
        accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt)
    assert set(fehler.value.message_dict) == {"ort"}
    assert Aenderungsvorschlag.objects.get().status == Vorschlagsstatus.OFFEN


@pytest.mark.parametrize("superuser", [False, True])
@pytest.mark.parametrize("neuer_bereich", ["", Bereich.UNTERSTUETZUNG])
def test_support_is_not_accepted_by_whoever_proposed_it(superuser: bool, neuer_bereich: str, jetzt: datetime) -> None:
    konto = Konto.objects.create_superuser("alle") if superuser else create_freigabe()
    angebot = AngebotFactory(bereich=Bereich.BEGEGNUNG if neuer_bereich else Bereich.UNTERSTUETZUNG)
    wechsel = {"bereich": {"alt": angebot.bereich, "neu": neuer_bereich}} if neuer_bereich else {}
    vorschlag = submit(angebot, jetzt, konto, aenderungen=NEU | wechsel)
    with pytest.raises(VierAugenError):
        accept_vorschlag(vorschlag_id=vorschlag.pk, konto=konto, jetzt=jetzt)
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=create_freigabe("andere"), jetzt=jetzt)
    assert Angebot.objects.get().telefon == "030 1"


def test_rejection_needs_a_reason_and_changes_nothing(angebot: Angebot, freigabe: Konto, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt)
    with pytest.raises(BegruendungFehltError):
        reject_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, begruendung="  ")
    reject_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, begruendung="Die Nummer ist privat.")
    entschieden = Aenderungsvorschlag.objects.get()
    assert (entschieden.status, entschieden.begruendung) == (Vorschlagsstatus.ABGELEHNT, "Die Nummer ist privat.")
    assert reload(angebot).telefon == ""


def test_only_the_proposer_withdraws(angebot: Angebot, redaktion: Konto, freigabe: Konto, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt, redaktion)
    with pytest.raises(RechtFehltError):
        withdraw_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt)
    withdraw_vorschlag(vorschlag_id=vorschlag.pk, konto=redaktion, jetzt=jetzt)
    assert Aenderungsvorschlag.objects.get().status == Vorschlagsstatus.ZURUECKGEZOGEN


def test_proposal_without_account_is_withdrawn_by_nobody(angebot: Angebot, redaktion: Konto, jetzt: datetime) -> None:
    vorschlag = submit(angebot, jetzt, herkunft=Vorschlagsherkunft.ANBIETER, absender="haus@example.org")
    with pytest.raises(RechtFehltError):
        withdraw_vorschlag(vorschlag_id=vorschlag.pk, konto=redaktion, jetzt=jetzt)


@pytest.mark.parametrize("entscheiden", [accept_vorschlag, reject_vorschlag])
def test_decision_without_the_right_is_refused(
    entscheiden: Callable, angebot: Angebot, redaktion: Konto, jetzt: datetime
) -> None:
    vorschlag = submit(angebot, jetzt)
    grund = {"begruendung": "Nein."} if entscheiden is reject_vorschlag else {}
    with pytest.raises(RechtFehltError):
        entscheiden(vorschlag_id=vorschlag.pk, konto=redaktion, jetzt=jetzt, **grund)
    assert Aenderungsvorschlag.objects.get().status == Vorschlagsstatus.OFFEN


@pytest.mark.parametrize("entscheiden", [accept_vorschlag, reject_vorschlag, withdraw_vorschlag])
def test_second_decision_is_told_who_was_first(
    entscheiden: Callable, angebot: Angebot, redaktion: Konto, freigabe: Konto, jetzt: datetime
) -> None:
    vorschlag = submit(angebot, jetzt, redaktion)
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt)
    grund = {"begruendung": "Nein."} if entscheiden is reject_vorschlag else {}
    with pytest.raises(SchonEntschiedenError) as fehler:
        entscheiden(vorschlag_id=vorschlag.pk, konto=redaktion, jetzt=jetzt + timedelta(hours=1), **grund)
    assert fehler.value.messages == [
        "Dieser Vorschlag ist schon entschieden: angenommen von freigabe am 21. November 2026 um 06:00 Uhr."
    ]
