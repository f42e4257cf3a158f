from io import StringIO

import pytest
from django.core.management import call_command

from angebote.domain.suche.volltext import find_text
from angebote.models import Angebot, Angebotsmenge, Gruppe, Haltestelle, Kiez
from tests.factories import AngebotFactory, OrtFactory


@pytest.mark.django_db
def test_load_gebiete_prints_one_line_for_each_table() -> None:
    ausgabe = StringIO()
    call_command("load_gebiete", stdout=ausgabe)
    assert [zeile.split() for zeile in ausgabe.getvalue().splitlines()] == [
        ["Kieze", "16"],
        ["Planungsräume", "60"],
        ["Ortsteile", "13"],
        ["Postleitzahlen", "24"],
        ["Straßen", "1248"],
        ["Haltestellen", "362"],
        ["Hilfetelefone,", "neu", "21"],
    ]


@pytest.mark.django_db
def test_load_gebiete_with_offers_brings_stops_cards_sets_and_words_in_step() -> None:
    call_command("load_gebiete", stdout=StringIO())
    kiez = Kiez.objects.get(slug="weissensee")
    angebot = AngebotFactory(titel="Chor", ort=OrtFactory(kiez=kiez, lat=52.5538, lon=13.4668))
    call_command("update_katalog", stdout=StringIO())
    vorher = Angebot.objects.get().kartendaten
    Haltestelle.objects.all().delete()
    Kiez.objects.filter(pk=kiez.pk).update(kurzname="Anders", name="Anders", slug="anders")
    call_command("update_katalog", stdout=StringIO())
    assert Angebot.objects.get().kartendaten != vorher
    ausgabe = StringIO()

    call_command("load_gebiete", stdout=ausgabe)

    assert ausgabe.getvalue().splitlines()[-1] == "1 Angebote aufgefrischt."
    assert Angebot.objects.get().kartendaten == vorher
    assert set(Angebotsmenge.objects.filter(gruppe=Gruppe.KIEZ).values_list("wert", flat=True)) == {"weissensee"}
    assert find_text("Weißensee").alle == 1 << angebot.pk
    assert find_text("Anders").alle == 0
