"""A frozen report is released only while its names and its comparison are still what they were."""

from datetime import timedelta
from typing import Any

import pytest

from konzept.choices import Anzeige
from konzept.domain.berichte import UeberholtError, discard_bericht, release_bericht
from konzept.domain.berichtsfreigabe import list_freigabehindernisse
from konzept.models import Bericht, Zustaendigkeit
from tests.konzept.factories import DrucksacheFactory, MassnahmeFactory, ZustaendigkeitFactory, get_komponente
from tests.konzept.factories_bericht import (
    JETZT,
    create_eingefrorenen,
    create_freigegebenen,
    get_freigebende,
    get_schreibende,
)

pytestmark = pytest.mark.django_db
NAMEN = (
    "Im eingefrorenen Bericht steht, was bei der Zuständigkeit nicht mehr so zur Nennung freigegeben ist: %s. "
    "Bitte den Bericht verwerfen und neu einfrieren."
)
VERGLEICH = (
    "Seit dem Einfrieren ist ein anderer Bericht freigegeben worden, mit dem dieser zu vergleichen ist: Zwischenbericht "
    "vom %s. Bitte den Bericht verwerfen und neu einfrieren."
)


def release(bericht: Bericht) -> Bericht:
    return release_bericht(bericht_id=bericht.pk, konto=get_freigebende(), jetzt=JETZT)


def create_genannten(**werte: Any) -> Zustaendigkeit:
    vorgaben = {"person": "Vorname Nachname", "funktion": "Leitung", "anzeige": Anzeige.NAME}
    return ZustaendigkeitFactory(**(vorgaben | werte))


def forget_zeilen(bericht: Bericht) -> None:
    """As a report of a form before 4, which did not say from which row a name came."""
    assert bericht.abbild is not None
    stand = bericht.abbild["stand"]
    for zeile in (*stand["gesamt"], *(zeile for eine in stand["komponenten"] for zeile in eine["zustaendige"])):
        del zeile["id"]
    for massnahme in (massnahme for eine in stand["komponenten"] for massnahme in eine["massnahmen"]):
        del massnahme["zustaendig_id"]


@pytest.mark.parametrize("wo", ["komponente", "gesamt", "massnahme"])
@pytest.mark.parametrize(
    "zurueck",
    [
        {"anzeige": Anzeige.FUNKTION},
        {"anzeige": Anzeige.FUNKTION, "person": ""},
        {"anzeige": Anzeige.NEIN},
    ],
)
def test_name_withdrawn_after_freezing_is_not_released(wo: str, zurueck: dict[str, str]) -> None:
    zeile = create_genannten(komponente=None if wo == "gesamt" else get_komponente(), ist_haupt=wo != "massnahme")
    if wo == "massnahme":
        MassnahmeFactory(zustaendig=zeile)
    bericht = create_eingefrorenen()
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(**zurueck)

    with pytest.raises(UeberholtError) as fehler:
        release(bericht)

    assert fehler.value.messages == [NAMEN % "Vorname Nachname, Leitung"]
    bericht.refresh_from_db()
    assert bericht.status == "eingefroren"


def test_function_is_released_where_the_name_may_be_read_by_now_as_well() -> None:
    zeile = create_genannten(anzeige=Anzeige.FUNKTION)
    bericht = create_eingefrorenen()
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(anzeige=Anzeige.NAME)
    assert release(bericht).status == "freigegeben"


def test_deputy_withdrawn_after_freezing_is_not_released() -> None:
    zeile = create_genannten(vertretung_funktion="Stellvertretung", anzeige=Anzeige.FUNKTION)
    bericht = create_eingefrorenen()
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(anzeige=Anzeige.NEIN)
    assert list_freigabehindernisse(bericht) == [NAMEN % "Leitung; Stellvertretung"]


@pytest.mark.parametrize("ist_aelter", [False, True])
def test_name_of_the_deputy_frozen_as_a_function_is_not_released(ist_aelter: bool) -> None:
    """Entered before forms refused it. Freezing anew alone would print it again, so the row comes first."""
    zeile = create_genannten(vertretung_person="Anderer Zweitname", vertretung_funktion="Referat (Zweitname)")
    bericht = create_eingefrorenen()
    if ist_aelter:
        forget_zeilen(bericht)
    satz = (
        "Im eingefrorenen Bericht steht bei der Vertretung ein Name statt der Funktion: Referat (Zweitname). Bitte "
        "zuerst die Zuständigkeit berichtigen, dann den Bericht verwerfen und neu einfrieren."
    )
    assert list_freigabehindernisse(bericht) == [satz]
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(vertretung_funktion="Referat")
    assert list_freigabehindernisse(bericht) == [NAMEN % "Referat (Zweitname)"]


def test_whoever_has_left_since_may_still_be_named() -> None:
    zeile = create_genannten(komponente=get_komponente(), vertretung_funktion="Stellvertretung")
    bericht = create_eingefrorenen()
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(bis=JETZT.date())
    assert list_freigabehindernisse(bericht) == []
    assert release(bericht).status == "freigegeben"


@pytest.mark.parametrize("ist_aelter", [False, True])
def test_name_is_released_by_its_own_row_alone(ist_aelter: bool) -> None:
    """An ended row of the same person, still to be named, allows nothing; reports of older forms know no row."""
    gestern = JETZT.date() - timedelta(days=1)
    create_genannten(ist_haupt=False, vertretung_funktion="Stellvertretung", bis=gestern)
    zeile = create_genannten(komponente=get_komponente(), ist_haupt=False, vertretung_funktion="Stellvertretung")
    bericht = create_eingefrorenen()
    if ist_aelter:
        forget_zeilen(bericht)
    assert list_freigabehindernisse(bericht) == []

    Zustaendigkeit.objects.filter(pk=zeile.pk).update(anzeige=Anzeige.NEIN)

    assert list_freigabehindernisse(bericht) == [NAMEN % "Stellvertretung; Vorname Nachname, Leitung"]


@pytest.mark.parametrize("ist_aelter", [False, True])
def test_measure_names_by_the_row_it_is_linked_with(ist_aelter: bool) -> None:
    """Somebody in the same office may still be named: all that a report of an older form can ask for."""
    create_genannten(ist_haupt=False)
    zeile = create_genannten(ist_haupt=False)
    MassnahmeFactory(zustaendig=zeile)
    bericht = create_eingefrorenen()
    assert bericht.abbild is not None
    bericht.abbild["stand"]["gesamt"] = []
    if ist_aelter:
        forget_zeilen(bericht)
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(anzeige=Anzeige.NEIN)
    assert list_freigabehindernisse(bericht) == ([] if ist_aelter else [NAMEN % "Vorname Nachname, Leitung"])


def test_row_that_is_gone_releases_no_name() -> None:
    zeile = create_genannten()
    create_genannten(ist_haupt=False)
    bericht = create_eingefrorenen()
    zeile.delete()
    assert list_freigabehindernisse(bericht) == [NAMEN % "Vorname Nachname, Leitung"]


def test_report_of_an_older_form_may_name_whoever_has_left_since() -> None:
    zeile = create_genannten(komponente=get_komponente())
    bericht = create_eingefrorenen()
    forget_zeilen(bericht)
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(bis=JETZT.date())
    assert list_freigabehindernisse(bericht) == []


def test_report_compared_with_one_corrected_since_is_frozen_anew() -> None:
    erster = create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    zweiter = create_eingefrorenen(jetzt=JETZT - timedelta(days=5))
    berichtigung = create_freigegebenen(jetzt=JETZT - timedelta(days=3), vorlage=erster)
    with pytest.raises(UeberholtError) as fehler:
        release(zweiter)
    assert fehler.value.messages == [VERGLEICH % "18. November 2026"]

    discard_bericht(bericht_id=zweiter.pk, konto=get_schreibende(), grund="Vergleich überholt")
    neuer = create_eingefrorenen(vorlage=zweiter)
    assert neuer.abbild is not None
    assert neuer.abbild["vergleich"]["bericht"] == berichtigung.pk
    assert release(neuer).status == "freigegeben"


def test_correction_compared_with_one_corrected_since_can_be_frozen_anew() -> None:
    erster = create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    zweiter = create_freigegebenen(jetzt=JETZT - timedelta(days=5))
    create_freigegebenen(jetzt=JETZT - timedelta(days=3), vorlage=erster)
    neuer = create_eingefrorenen(vorlage=zweiter)
    assert neuer.abbild is not None
    assert neuer.abbild["vergleich"]["stichtag"] == "2026-11-18"
    assert release(neuer).status == "freigegeben"


@pytest.mark.parametrize("mit_frueherem", [False, True])
def test_report_before_which_another_was_released_since_is_frozen_anew(mit_frueherem: bool) -> None:
    if mit_frueherem:
        create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    erster = create_eingefrorenen(jetzt=JETZT - timedelta(days=5))
    zweiter = create_eingefrorenen(jetzt=JETZT - timedelta(days=4))
    assert list_freigabehindernisse(zweiter) == []
    release(erster)
    with pytest.raises(UeberholtError) as fehler:
        release(zweiter)
    assert fehler.value.messages == [VERGLEICH % "16. November 2026"]
    zweiter.refresh_from_db()
    assert zweiter.status == "eingefroren"

    discard_bericht(bericht_id=zweiter.pk, konto=get_schreibende(), grund="Vergleich überholt")
    neuer = create_eingefrorenen(vorlage=zweiter)
    assert neuer.abbild is not None
    assert neuer.abbild["vergleich"]["bericht"] == erster.pk
    assert release(neuer).status == "freigegeben"


@pytest.mark.parametrize("mit_frueherem", [False, True])
def test_report_frozen_first_is_not_held_up_by_a_later_one_released_before_it(mit_frueherem: bool) -> None:
    if mit_frueherem:
        create_freigegebenen(jetzt=JETZT - timedelta(days=9))
    erster = create_eingefrorenen(jetzt=JETZT - timedelta(days=5))
    create_freigegebenen(jetzt=JETZT - timedelta(days=4))
    assert release(erster).status == "freigegeben"


def test_correction_before_whose_chain_a_report_was_released_since_is_frozen_anew() -> None:
    vorher = create_eingefrorenen(jetzt=JETZT - timedelta(days=9))
    berichtigung = create_eingefrorenen(vorlage=create_freigegebenen(jetzt=JETZT - timedelta(days=5)))
    release(create_eingefrorenen(jetzt=JETZT - timedelta(days=4)))  # after what is corrected: of no account
    assert list_freigabehindernisse(berichtigung) == []
    release(vorher)
    assert list_freigabehindernisse(berichtigung) == [VERGLEICH % "12. November 2026"]


def test_report_for_another_drucksache_makes_no_comparison_outdated() -> None:
    anderer = create_eingefrorenen(jetzt=JETZT - timedelta(days=5), drucksache=DrucksacheFactory())
    bericht = create_eingefrorenen()
    release(anderer)
    assert list_freigabehindernisse(bericht) == []


def test_older_comparison_that_does_not_say_with_which_report_stops_nobody() -> None:
    erster = create_freigegebenen()
    bericht = create_eingefrorenen()
    create_freigegebenen(vorlage=erster)
    assert bericht.abbild is not None
    del bericht.abbild["vergleich"]["bericht"]
    assert list_freigabehindernisse(bericht) == []
