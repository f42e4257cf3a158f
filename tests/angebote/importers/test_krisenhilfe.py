import re
from datetime import date

import pytest

from angebote.choices import Krisenthema
from angebote.importers.krisenhilfe import TEXTE, create_krisenhilfe, list_rufnummern
from angebote.importers.tabellen import read_tabelle
from angebote.models import Krisenhilfe

# What belongs into a table of sources, not before residents.
ROHTEXT = re.compile(
    r"\d\d:00|\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\b|laut |Datensatz|nicht benannt|\bStand \d|\(|u\.a\.|ggf\.|Betroffene"
)


@pytest.fixture
def geladen(db: None) -> int:
    return create_krisenhilfe()


def test_krisenhilfe_starts_with_112_and_nothing_is_checked(geladen: int) -> None:
    namen = [hilfe.name for hilfe in Krisenhilfe.objects.all()]
    assert geladen == len(namen) == 21
    assert namen[:3] == ["Feuerwehr und Rettungsdienst", "Polizei", "Berliner Krisendienst Pankow"]
    assert namen.index("Silbernetz") < namen.index("krisenchat")
    assert not Krisenhilfe.objects.filter(geprueft_am__isnull=False).exists()
    assert Krisenhilfe.objects.filter(pruefstatus__contains="1 Quelle").count() == 8


def test_krisenhilfe_stands_in_the_part_of_the_page_people_look_in(geladen: int) -> None:
    themen = dict(Krisenhilfe.objects.values_list("name", "thema"))
    assert {themen[name] for name in themen if "Gewalt" in name or "BIG" in name} == {Krisenthema.GEWALT}
    assert themen["krisenchat Ukraine"] == themen["Telefon Doweria"] == Krisenthema.SPRACHEN
    assert set(themen.values()) == set(Krisenthema)
    assert not [name for name in themen if "Hausbesuche" in name]


def test_krisenhilfe_edited_by_staff_is_never_overwritten(geladen: int) -> None:
    Krisenhilfe.objects.filter(name="Telefon Doweria").update(nummer="030 1", geprueft_am=date(2026, 11, 20))
    Krisenhilfe.objects.filter(nummer="112").update(name="Notruf 112")
    Krisenhilfe.objects.filter(name="TelefonSeelsorge").update(name="Seelsorge", nummer="0800 1110222")
    assert create_krisenhilfe() == 0
    doweria = Krisenhilfe.objects.get(name="Telefon Doweria")
    assert (doweria.nummer, doweria.geprueft_am) == ("030 1", date(2026, 11, 20))
    assert Krisenhilfe.objects.get(nummer="112").name == "Notruf 112"


@pytest.mark.django_db
def test_krisenhilfe_known_by_the_name_of_the_collection_does_not_come_twice() -> None:
    Krisenhilfe.objects.create(name="[U25] Online-Suizidprävention Berlin", nummer="030 66633488 (Büro)")
    assert create_krisenhilfe() == 20


def test_krisenhilfe_keeps_the_wording_of_the_collection_for_staff(geladen: int) -> None:
    u25 = Krisenhilfe.objects.get(name__startswith="U25")
    assert u25.nummer == ""
    assert "nummer: 030 66633488 (Büro)" in u25.bemerkung
    pankow = Krisenhilfe.objects.get(name="Berliner Krisendienst Pankow")
    assert "erreichbar: Mo-Fr 16:00-24:00 am Standort (Sa/So dort „Geschlossen“ laut Datensatz)" in pankow.bemerkung


def test_krisenhilfe_texte_hold_every_number_of_the_facts_except_those_nobody_answers() -> None:
    gezeigt = {href for zeile in read_tabelle("krisenhilfe_texte") for href in list_rufnummern(zeile["nummer"])}
    gefunden = {href for zeile in read_tabelle("krisenhilfe") for href in list_rufnummern(zeile["nummer"])}
    assert gezeigt < gefunden
    assert gefunden - gezeigt == {"tel:+4915735998143", "tel:+4915735993126", "tel:+493066633488"}


def test_krisenhilfe_texte_leave_nothing_known_out_and_add_nothing() -> None:
    fakten = {zeile["name"]: zeile for zeile in read_tabelle("krisenhilfe")}
    for zeile in read_tabelle("krisenhilfe_texte"):
        quelle = fakten[zeile["quelle"]]
        for feld in ("erreichbar", "kosten", "sprachen"):
            assert bool(zeile[feld]) == bool(quelle[feld]), (zeile["name"], feld)


def test_krisenhilfe_texte_are_sentences_for_residents_and_fit_their_fields() -> None:
    for zeile in read_tabelle("krisenhilfe_texte"):
        assert {feld for feld in TEXTE if ROHTEXT.search(zeile[feld])} == set(), zeile["name"]
        Krisenhilfe(**{feld: zeile[feld] for feld in TEXTE}).clean_fields()
