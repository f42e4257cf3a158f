from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from angebote.choices import Adressart, Linkergebnis, Status
from angebote.domain.linkpruefung import (
    Adresse,
    Befund,
    delete_unbenutzte,
    find_verwendungen,
    list_adressen,
    list_faellige,
    record_befund,
)
from angebote.models import Krisenhilfe, Linkpruefung
from tests.factories import AngebotFactory, TraegerFactory

pytestmark = pytest.mark.django_db

TAG = date(2026, 11, 2)
HAUS = Adresse("https://haus.example", Adressart.WEB)
GUT, WEG = Befund(Linkergebnis.ERREICHBAR, "erreichbar"), Befund(Linkergebnis.NICHT_GEFUNDEN, "404")
GESTOERT = Befund(Linkergebnis.GESTOERT, "keine Antwort")


def record(*befunde: Befund, adresse: Adresse = HAUS, ab: date = TAG) -> Linkpruefung:
    """One a day."""
    for tage, befund in enumerate(befunde):
        eintrag = record_befund(adresse=adresse, befund=befund, heute=ab + timedelta(days=tage))
    return eintrag


@pytest.mark.parametrize(
    ("befunde", "kaputt"),
    [
        ([GESTOERT], False),
        ([GESTOERT, GESTOERT], False),
        ([GESTOERT, GESTOERT, GESTOERT], True),
        ([WEG], False),
        ([WEG, WEG], True),
        ([WEG, GESTOERT], False),
        ([GESTOERT, WEG, WEG], True),
        ([GESTOERT, GESTOERT, GUT, GESTOERT], False),
        ([WEG, GUT, WEG], False),
        ([WEG, WEG, GUT], False),
    ],
)
def test_link_is_broken_only_where_several_days_agree(befunde: list[Befund], kaputt: bool) -> None:
    eintrag = record(*befunde)
    assert eintrag.ist_kaputt is kaputt
    assert Linkpruefung.objects.kaputt().exists() is kaputt


@pytest.mark.parametrize("befund", [GESTOERT, WEG])
def test_second_failure_on_the_same_day_counts_no_more(befund: Befund) -> None:
    for _mal in range(4):
        eintrag = record(befund)
    assert (eintrag.fehlversuche, eintrag.fehler_seit, eintrag.ist_kaputt) == (1, TAG, False)


def test_entry_tells_since_when_and_what_happened_newest_first() -> None:
    eintrag = record(GUT, GESTOERT, WEG)
    assert eintrag.fehler_seit == TAG + timedelta(days=1)
    assert eintrag.verlauf == "04.11.2026: 404\n03.11.2026: keine Antwort\n02.11.2026: erreichbar"
    assert len(record(*[GUT] * 40).verlauf.splitlines()) == 10


class AnyHistory(TestCase):
    @given(st.lists(st.sampled_from([GUT, WEG, GESTOERT]), min_size=1, max_size=12))
    def test_model_and_scope_agree_and_the_constraints_hold(self, befunde: list[Befund]) -> None:
        Linkpruefung.objects.all().delete()
        eintrag = record(*befunde)
        eintrag.refresh_from_db()
        assert eintrag.ist_kaputt == Linkpruefung.objects.kaputt().exists()
        assert eintrag.fehlversuche <= len(befunde)


def test_addresses_come_from_what_is_or_will_be_public() -> None:
    Krisenhilfe.objects.all().delete()
    AngebotFactory(web="https://angebot.example", email="a@angebot.example")
    AngebotFactory(web="https://angebot.example", status=Status.PAUSIERT)
    AngebotFactory(web="https://entwurf.example", status=Status.ENTWURF)
    TraegerFactory(web="https://traeger.example", email="t@traeger.example")
    Krisenhilfe.objects.create(name="A", art="Telefon", web="https://krise.example")
    Krisenhilfe.objects.create(name="B", art="Telefon", web="https://versteckt.example", ist_sichtbar=False)
    assert list_adressen() == {
        Adresse("https://angebot.example", Adressart.WEB),
        Adresse("a@angebot.example", Adressart.MAIL),
        Adresse("https://traeger.example", Adressart.WEB),
        Adresse("t@traeger.example", Adressart.MAIL),
        Adresse("https://krise.example", Adressart.WEB),
    }


def test_never_tried_comes_first_then_what_fails_then_the_oldest() -> None:
    Krisenhilfe.objects.all().delete()
    namen = ("neu", "kaputt", "alt", "aelter", "frisch", "heute-kaputt")
    adressen = {name: Adresse(f"https://{name}.example", Adressart.WEB) for name in namen}
    for adresse in adressen.values():
        AngebotFactory(web=adresse.text)
    record(GESTOERT, adresse=adressen["kaputt"], ab=TAG - timedelta(days=1))
    record(GESTOERT, adresse=adressen["heute-kaputt"], ab=TAG)
    record(GUT, adresse=adressen["alt"], ab=TAG - timedelta(days=7))
    record(GUT, adresse=adressen["aelter"], ab=TAG - timedelta(days=8))
    record(GUT, adresse=adressen["frisch"], ab=TAG - timedelta(days=6))
    reihe = [adressen[name] for name in ("neu", "kaputt", "aelter", "alt")]
    assert list_faellige(heute=TAG, anzahl=10) == reihe
    assert list_faellige(heute=TAG, anzahl=2) == reihe[:2]


def test_address_nobody_names_any_more_is_forgotten() -> None:
    AngebotFactory(web=HAUS.text)
    record(GUT)
    record(GUT, adresse=Adresse("https://weg.example", Adressart.WEB))
    assert delete_unbenutzte() == 1
    assert [eintrag.adresse for eintrag in Linkpruefung.objects.all()] == [HAUS.text]


def test_entries_that_name_an_address_are_found_in_five_queries() -> None:
    angebote = [AngebotFactory(web=HAUS.text), AngebotFactory(web=HAUS.text)]
    traeger = TraegerFactory(email="t@haus.example")
    with CaptureQueriesContext(connection) as abfragen:
        verwendungen = find_verwendungen([HAUS.text, "t@haus.example"])
    assert len(abfragen) == 5
    assert {adresse: set(eintraege) for adresse, eintraege in verwendungen.items()} == {
        HAUS.text: set(angebote),
        "t@haus.example": {traeger},
    }
