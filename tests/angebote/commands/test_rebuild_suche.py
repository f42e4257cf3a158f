from io import StringIO

import pytest
from django.core.management import call_command

from angebote.domain.katalogstand import read_version
from angebote.domain.suche.volltext import find_text, rebuild_volltext
from angebote.models import Angebot, Suchwort, Volltext
from tests.factories import AngebotFactory


def run() -> str:
    ausgabe = StringIO()
    call_command("rebuild_suche", stdout=ausgabe)
    return ausgabe.getvalue()


@pytest.mark.django_db
def test_rebuild_suche_reports_and_repairs_stale_rows_and_unused_words() -> None:
    chor, tanz, schach = (AngebotFactory(titel=titel, ort=None) for titel in ("Chor", "Tanz", "Schach"))
    rebuild_volltext(angebot_ids=[chor.pk, tanz.pk, schach.pk])
    Angebot.objects.filter(pk=tanz.pk).update(titel="Malkurs")  # past our own functions
    Angebot.objects.filter(pk=schach.pk).update(status="archiviert")
    vorher = read_version()
    assert run() == (
        "2 veröffentlichte Angebote gelesen.\n"
        "Angebote, deren Volltext fehlte oder veraltet war        1\n"
        "Volltexte ohne veröffentlichtes Angebot                  1\n"
        "Wörter, neu                                              1\n"
        "Aufgeräumt, kein Fehler: Wörter, die kein Angebot mehr enthält, entfernt: 2\n"
    )
    assert read_version() != vorher
    assert find_text("Malkurs").alle == 1 << tanz.pk
    assert set(Volltext.objects.values_list("pk", flat=True)) == {chor.pk, tanz.pk}
    assert set(Suchwort.objects.values_list("wort", "stamm", "anzeige")) == {
        ("chor", "chor", "Chor"),
        ("malkurs", "malkurs", "Malkurs"),
    }
    assert run() == "2 veröffentlichte Angebote gelesen.\nVolltext und Wörter waren aktuell.\n"


@pytest.mark.django_db
def test_rebuild_suche_after_ordinary_saves_tells_unused_words_apart_from_faults() -> None:
    chor = AngebotFactory(titel="Chor", ort=None)
    rebuild_volltext(angebot_ids=[chor.pk])
    Angebot.objects.filter(pk=chor.pk).update(titel="Malkurs")
    rebuild_volltext(angebot_ids=[chor.pk])
    assert run() == (
        "1 veröffentlichte Angebote gelesen.\n"
        "Volltext und Wörter waren aktuell.\n"
        "Aufgeräumt, kein Fehler: Wörter, die kein Angebot mehr enthält, entfernt: 1\n"
    )


@pytest.mark.django_db
def test_rebuild_suche_brings_back_a_deleted_row_and_the_right_spelling() -> None:
    chor = AngebotFactory(titel="Chor", ort=None)
    rebuild_volltext(angebot_ids=[chor.pk])
    Volltext.objects.all().delete()
    Suchwort.objects.filter(wort="chor").update(stamm="x", anzeige="cHOR")
    assert run().splitlines()[1:] == [
        "Angebote, deren Volltext fehlte oder veraltet war        1",
        "Wörter, anders geschrieben oder gebeugt                  1",
    ]
    assert find_text("Chor").alle == 1 << chor.pk
