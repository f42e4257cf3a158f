from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from angebote.choices import Kostenart, Merkmal, Wochentag, Zugang
from angebote.domain.angebotsdaten import (
    apply_angebotsdaten,
    diff_angebotsdaten,
    list_namen,
    read_angebotsdaten,
)
from angebote.models import Angebot, Barriereangabe, Kategorie, Kosten, Quellenangabe, Schliesszeit, Zeit, Zugangsweg
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db
HEUTE = date(2026, 11, 28)


@pytest.fixture
def angebot() -> Angebot:
    angebot = AngebotFactory(titel="Singen am Dienstag", gueltig_bis=date(2027, 6, 30))
    angebot.kategorien.set(Kategorie.objects.all()[:2])
    ZeitFactory(angebot=angebot)
    Kosten.objects.create(angebot=angebot, art=Kostenart.BETRAG, betrag_cent=250)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.VOR_ORT)
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.ENTRANCE_LEVEL, wert="ja")
    Schliesszeit.objects.create(angebot=angebot, von=date(2026, 12, 21), bis=date(2027, 1, 3))
    Quellenangabe.objects.create(angebot=angebot, quelle="Beispiel")
    return angebot


def reload(angebot: Angebot) -> Angebot:
    return Angebot.objects.get(pk=angebot.pk)


def test_daten_of_an_offer_hold_every_name_and_survive_json(angebot: Angebot) -> None:
    daten = read_angebotsdaten(angebot)
    assert list(daten) == list_namen()
    assert daten["gueltig_bis"] == "2027-06-30"
    assert daten["ort"] == angebot.ort_id
    assert daten["kategorien"] == sorted(angebot.kategorien.values_list("pk", flat=True))
    assert [(zeile["wochentag"], zeile["beginn"]) for zeile in daten["zeiten"]] == [(Wochentag.DI, "14:00:00")]
    assert [zeile["betrag_cent"] for zeile in daten["kosten"]] == [250]


def test_daten_leave_out_what_has_writes_of_its_own(angebot: Angebot) -> None:
    assert {"status", "geprueft_am", "slug", "kurz_id", "kartendaten", "sortiertitel"} & set(list_namen()) == set()


def test_applying_the_same_daten_changes_nothing(angebot: Angebot) -> None:
    vorher = read_angebotsdaten(angebot)
    spuren = Angebot.verlauf.filter(id=angebot.pk).count()
    teile = set(Zeit.objects.values_list("pk", flat=True))
    apply_angebotsdaten(angebot=reload(angebot), daten=vorher, heute=HEUTE)
    assert read_angebotsdaten(reload(angebot)) == vorher
    assert set(Zeit.objects.values_list("pk", flat=True)) == teile
    assert Angebot.verlauf.filter(id=angebot.pk).count() == spuren


def test_line_ends_of_a_browser_are_no_change(angebot: Angebot) -> None:
    Angebot.objects.update(beschreibung="Erste Zeile\nzweite")
    alt = read_angebotsdaten(reload(angebot))
    Angebot.objects.update(beschreibung="Erste Zeile\r\nzweite")
    assert diff_angebotsdaten(alt, read_angebotsdaten(reload(angebot))) == {}


def test_applying_other_daten_gives_exactly_these(angebot: Angebot) -> None:
    anderes = AngebotFactory(titel="Malen", ort=OrtFactory(), telefon="030 1234567")
    ZeitFactory(angebot=anderes, wochentag=Wochentag.FR, beginn=time(10), ende=None)
    ZeitFactory(angebot=anderes, wochentag=Wochentag.MO)
    ziel = read_angebotsdaten(anderes)
    apply_angebotsdaten(angebot=reload(angebot), daten=ziel, heute=HEUTE)
    assert read_angebotsdaten(reload(angebot)) == ziel


def test_changed_row_keeps_its_key_so_that_its_history_goes_on(angebot: Angebot) -> None:
    zeit = angebot.zeiten.get()
    daten = read_angebotsdaten(angebot)["zeiten"]
    daten[0]["beginn"] = "15:00:00"
    apply_angebotsdaten(angebot=reload(angebot), daten={"zeiten": daten}, heute=HEUTE)
    assert [(z.pk, z.beginn) for z in Zeit.objects.all()] == [(zeit.pk, time(15))]


def test_rows_that_swap_values_are_no_conflict(angebot: Angebot) -> None:
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.ONLINE, hinweis="mit Kamera")
    neu = [{"art": "vor-ort", "hinweis": "mit Kamera"}, {"art": "online", "hinweis": ""}]
    apply_angebotsdaten(angebot=reload(angebot), daten={"zugangswege": neu}, heute=HEUTE)
    assert set(Zugangsweg.objects.values_list("art", "hinweis")) == {("vor-ort", "mit Kamera"), ("online", "")}


def test_difference_names_what_differs_and_nothing_else(angebot: Angebot) -> None:
    alt = read_angebotsdaten(angebot)
    assert diff_angebotsdaten(alt, alt) == {}
    assert diff_angebotsdaten(alt, {"telefon": "030 1", "titel": alt["titel"]}) == {
        "telefon": {"alt": "", "neu": "030 1"}
    }


@pytest.mark.parametrize(
    ("daten", "feld"),
    [
        ({"gueltig_bis": "31.02.2027"}, "gueltig_bis"),
        ({"ort": 999_999}, "ort"),
        ({"kategorien": [999_999]}, "kategorien"),
        ({"email": "keine Adresse"}, "email"),
        ({"titel": ""}, "titel"),
        ({"kosten": [{"art": "kostenlos"}, {"art": "betrag", "betrag_cent": 300}]}, "kosten"),
        ({"zeiten": [{"art": "regel", "beginn": "14:00:00"}]}, "zeiten"),
    ],
)
def test_impossible_value_is_refused_by_field_and_changes_nothing(angebot: Angebot, daten: dict, feld: str) -> None:
    vorher = read_angebotsdaten(angebot)
    with pytest.raises(ValidationError) as fehler:
        apply_angebotsdaten(angebot=reload(angebot), daten={"nutzen": "Neu.", **daten}, heute=HEUTE)
    assert set(fehler.value.message_dict) == {feld}
    assert read_angebotsdaten(reload(angebot)) == vorher


def test_unknown_name_is_refused(angebot: Angebot) -> None:
    with pytest.raises(ValidationError, match="status"):
        apply_angebotsdaten(angebot=angebot, daten={"status": "archiviert"}, heute=HEUTE)
