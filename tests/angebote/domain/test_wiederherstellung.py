from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from angebote.choices import Bereich, Merkmal
from angebote.domain.angebotsdaten import read_angebotsdaten, read_daten
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import read_version
from angebote.domain.kontaktruecknahme import erase_kontakt
from angebote.domain.redaktion import RechtFehltError, VerweigertError
from angebote.domain.verlauf import list_akte, read_daten_am
from angebote.domain.wiederherstellung import revert_eintrag
from angebote.models import (
    Aenderungsvorschlag,
    Angebot,
    Barriereangabe,
    Haltestelle,
    Kiez,
    Krisenhilfe,
    Ort,
    OrtHaltestelle,
    Quellenangabe,
    Schliesszeit,
    Traeger,
)
from pankow_einsamkeit.models import Konto
from tests.angebote.domain.redaktionsteam import create_freigabe, create_konto, create_redaktion
from tests.angebote.domain.test_verlauf import MINUTE, angebot_mit_verlauf, at
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, TraegerFactory

pytestmark = pytest.mark.django_db
angebot = angebot_mit_verlauf
GRUND = "Stand vom 21. November 2026 um 06:00 Uhr wiederhergestellt"


def revert(eintrag: Any, konto: Konto, zeitpunkt: datetime) -> Aenderungsvorschlag | None:
    return revert_eintrag(
        modell=type(eintrag), pk=eintrag.pk, zeitpunkt=zeitpunkt, konto=konto, jetzt=zeitpunkt + 9 * MINUTE
    )


def create_pflegende(modell: type, *rechte: str) -> Konto:
    Konto.objects.filter(username="pflege").delete()
    return create_konto("pflege", f"change_{modell.__name__.lower()}", *rechte)


# --- offers ---
def test_earlier_state_is_restored_with_a_trace(angebot: Angebot, jetzt: datetime) -> None:
    konto = create_freigabe()
    assert revert(angebot, konto, jetzt + MINUTE) is None
    assert read_angebotsdaten(Angebot.objects.get()) == read_daten_am(Angebot, angebot.pk, jetzt + MINUTE)
    spur = Angebot.verlauf.first()
    assert (spur.history_user, spur.history_change_reason) == (
        konto,
        "Stand vom 21. November 2026 um 06:01 Uhr wiederhergestellt",
    )


@pytest.mark.parametrize("ist_freigabe", [False, True])
def test_earlier_state_of_a_public_offer_is_proposed_where_changes_wait(
    ist_freigabe: bool, angebot: Angebot, jetzt: datetime
) -> None:
    konto = create_freigabe() if ist_freigabe else create_redaktion()
    if ist_freigabe:
        Angebot.objects.update(bereich=Bereich.UNTERSTUETZUNG)
    vorschlag = revert(angebot, konto, jetzt)
    assert vorschlag == Aenderungsvorschlag.objects.get()
    assert vorschlag.aenderungen["titel"] == {"alt": "Chor", "neu": "Singen"}
    assert Angebot.objects.get().titel == "Chor"


@pytest.mark.parametrize("minuten", [2, -5])
def test_nothing_to_restore_is_said(minuten: int, angebot: Angebot, jetzt: datetime) -> None:
    with pytest.raises(VerweigertError, match="nichts wiederherzustellen"):
        revert(angebot, create_freigabe(), jetzt + minuten * MINUTE)


def test_contact_taken_back_does_not_return_with_an_earlier_state(angebot: Angebot, jetzt: datetime) -> None:
    assert read_daten_am(Angebot, angebot.pk, jetzt)["telefon"] == "030 1"  # type: ignore[index]
    konto = create_freigabe()
    erase_kontakt(angebot_id=angebot.pk, konto=konto, jetzt=jetzt + 3 * MINUTE)
    revert(angebot, konto, jetzt)
    wieder = Angebot.objects.get()
    assert (wieder.titel, wieder.telefon) == ("Singen", "")


# --- places, providers, help lines ---
@pytest.fixture(name="ort")
def ort_mit_verlauf(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> Ort:
    """Used by a public offer. A minute later its name, its place, a fact and a closing period are different."""
    with at(jetzt, monkeypatch):
        ort = OrtFactory(name="Haus am Park", eingang="Hof", lat=52.55, lon=13.41)
        AngebotFactory(ort=ort)
        Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.WC, notiz="im Erdgeschoss")
        Schliesszeit.objects.create(ort=ort, von=date(2026, 12, 1), bis=date(2026, 12, 3), grund="Umbau")
        Quellenangabe.objects.create(ort=ort, quelle="Begehung")
    Haltestelle.objects.create(kennung="probe", name="Probehalt", lat=52.55, lon=13.41)
    with at(jetzt + MINUTE, monkeypatch):
        ort.name, ort.eingang, ort.lat, ort.lon, ort.kiez = "Haus am See", "", 52.6, 13.5, KiezFactory()
        ort.save()
        ort.barriereangaben.all().delete()
        ort.schliesszeiten.get().delete()
    refresh_angebote(angebot_ids=[ort.angebote.get().pk], heute=jetzt.date())
    return Ort.objects.get(pk=ort.pk)


@pytest.fixture(name="traeger")
def traeger_mit_verlauf(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> Traeger:
    with at(jetzt, monkeypatch):
        traeger = TraegerFactory(name="Verein", telefon="030 1", beschreibung="Seit 1990.")
        AngebotFactory(traeger=traeger)
        Quellenangabe.objects.create(traeger=traeger, quelle="Website")
    with at(jetzt + MINUTE, monkeypatch):
        traeger.name, traeger.telefon, traeger.beschreibung = "Anderer Verein", "", ""
        traeger.save()
        traeger.quellen.get().delete()
    return Traeger.objects.get(pk=traeger.pk)


@pytest.fixture(name="krisenhilfe")
def krisenhilfe_mit_verlauf(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> Krisenhilfe:
    with at(jetzt, monkeypatch):
        hilfe = Krisenhilfe.objects.create(name="Probe", art="Telefon", nummer="030 1", geprueft_am=date(2026, 10, 1))
    with at(jetzt + MINUTE, monkeypatch):
        hilfe.nummer, hilfe.geprueft_am = "030 2", date(2026, 11, 1)
        hilfe.save()
    return Krisenhilfe.objects.get(pk=hilfe.pk)


@pytest.mark.parametrize("name", ["ort", "traeger", "krisenhilfe"])
def test_earlier_state_of_every_other_entry_is_restored_with_its_parts_and_a_trace(
    name: str, request: pytest.FixtureRequest, jetzt: datetime
) -> None:
    eintrag = request.getfixturevalue(name)
    konto, marke = create_pflegende(type(eintrag), "publish_angebot"), read_version()

    assert revert(eintrag, konto, jetzt) is None

    neu = type(eintrag).objects.get(pk=eintrag.pk)
    assert read_daten(neu) == read_daten_am(type(eintrag), eintrag.pk, jetzt)
    letzter = list_akte(type(eintrag), eintrag.pk)[-1]
    assert (letzter.konto_id, letzter.grund) == (konto.pk, GRUND)
    assert read_version() != marke


def test_restored_place_brings_its_stops_and_the_cards_of_its_offers_with_it(ort: Ort, jetzt: datetime) -> None:
    assert "Haus am See" in str(ort.angebote.get().kartendaten)
    revert(ort, create_pflegende(Ort, "publish_angebot"), jetzt)
    assert "Haus am Park" in str(ort.angebote.get().kartendaten)
    assert [halt.haltestelle.name for halt in OrtHaltestelle.objects.filter(ort=ort)] == ["Probehalt"]


def test_restored_number_carries_the_day_on_which_that_number_was_checked(
    krisenhilfe: Krisenhilfe, jetzt: datetime
) -> None:
    revert(krisenhilfe, create_pflegende(Krisenhilfe), jetzt)
    neu = Krisenhilfe.objects.get(pk=krisenhilfe.pk)
    assert (neu.nummer, neu.geprueft_am) == ("030 1", date(2026, 10, 1))


def test_names_and_addresses_of_public_offers_stay_without_freigabe_and_the_rest_is_restored(
    ort: Ort, jetzt: datetime
) -> None:
    vorher = read_daten(ort)
    revert(ort, create_pflegende(Ort), jetzt)
    neu = Ort.objects.get(pk=ort.pk)
    frueher = read_daten_am(Ort, ort.pk, jetzt)
    assert frueher is not None
    feste = ("name", "strasse", "hausnummer", "plz", "ortsname", "kiez", "lat", "lon")
    assert read_daten(neu) == frueher | {name: vorher[name] for name in feste}
    assert neu.name == "Haus am See"


def test_where_only_names_were_different_restoring_needs_freigabe(jetzt: datetime, traeger: Traeger) -> None:
    revert(traeger, create_pflegende(Traeger), jetzt)
    with pytest.raises(RechtFehltError, match="nur, wer die Freigabe hat"):
        revert(traeger, create_pflegende(Traeger), jetzt)
    assert Traeger.objects.get().name == "Anderer Verein"


def test_name_nobody_public_relies_on_is_restored_without_freigabe(jetzt: datetime, traeger: Traeger) -> None:
    Angebot.objects.all().delete()
    revert(traeger, create_pflegende(Traeger), jetzt)
    assert Traeger.objects.get().name == "Verein"


@pytest.mark.parametrize("name", ["angebot", "ort", "traeger", "krisenhilfe"])
def test_restoring_without_the_right_is_refused(name: str, request: pytest.FixtureRequest, jetzt: datetime) -> None:
    eintrag = request.getfixturevalue(name)
    konto, vorher = create_konto("ansehen", f"view_{name}", "publish_angebot"), read_daten(eintrag)
    with pytest.raises(RechtFehltError):
        revert(eintrag, konto, jetzt)
    assert read_daten(type(eintrag).objects.get(pk=eintrag.pk)) == vorher


def test_name_that_somebody_else_has_by_now_is_refused_and_nothing_is_changed(
    jetzt: datetime, traeger: Traeger
) -> None:
    TraegerFactory(name="Verein")
    with pytest.raises(ValidationError) as fehler:
        revert(traeger, create_pflegende(Traeger, "publish_angebot"), jetzt)
    assert set(fehler.value.message_dict) == {"name"}
    assert Quellenangabe.objects.count() == 0


def test_kiez_that_is_gone_is_refused_by_name(jetzt: datetime, ort: Ort) -> None:
    alter = read_daten_am(Ort, ort.pk, jetzt)["kiez"]  # type: ignore[index]
    Kiez.objects.get(pk=alter).delete()
    with pytest.raises(ValidationError) as fehler:
        revert(ort, create_pflegende(Ort, "publish_angebot"), jetzt)
    assert set(fehler.value.message_dict) == {"kiez"}
