"""Who answers, compared with the last report: never more than both may say today."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from konzept.choices import Anzeige, Komponentenart
from konzept.domain.berichte import UeberholtError, freeze_bericht, release_bericht
from konzept.domain.berichtsabbild import FORM, build_abbild
from konzept.domain.berichtsstand import load_stand
from konzept.domain.berichtszustaendige import compare_zustaendige, load_zeilen, withhold
from konzept.models import Bericht, Geschaeftsbereich, Komponente, Zustaendigkeit
from tests.konten import create_konto
from tests.konzept.factories import GeschaeftsbereichFactory, ZustaendigkeitFactory, get_komponente
from tests.konzept.factories_bericht import (
    JETZT,
    create_entwurf,
    create_fertigen,
    create_freigegebenen,
    get_freigebende,
    get_schreibende,
)

pytestmark = pytest.mark.django_db
SPAETER = JETZT + timedelta(days=10)
HEUTE = SPAETER.date()
GLEICH = ["Alles wie im verglichenen Bericht."]


@pytest.fixture
def bereich() -> Geschaeftsbereich:
    return GeschaeftsbereichFactory(name="Soziales")


@pytest.fixture
def leitung(bereich: Geschaeftsbereich) -> Zustaendigkeit:
    return create_stelle(bereich, funktion="Leitung")


def create_stelle(bereich: Geschaeftsbereich, **werte: Any) -> Zustaendigkeit:
    vorgaben = {"komponente": get_komponente(), "ist_haupt": True, "geschaeftsbereich": bereich}
    return ZustaendigkeitFactory(**(vorgaben | werte))


def change(zeile: Zustaendigkeit, **werte: Any) -> None:
    Zustaendigkeit.objects.filter(pk=zeile.pk).update(**werte)


def end(zeile: Zustaendigkeit) -> None:
    """Vacant since 30 November, the day before HEUTE."""
    change(zeile, bis=HEUTE - timedelta(days=2))


def read_saetze(bericht: Bericht | None = None) -> list[str]:
    """What stands below "Zuständigkeiten" in the chapter of changes."""
    dokument = build_abbild(bericht or create_entwurf(), heute=HEUTE)["dokument"]
    [bloecke] = [eines["bloecke"] for eines in dokument["abschnitte"] if eines["titel"].startswith("Veränderungen")]
    stelle = bloecke.index({"art": "zwischentitel", "text": "Zuständigkeiten"})
    block = bloecke[stelle + 1]
    return list(block["punkte"]) if block["art"] == "liste" else [block["text"]]


def test_same_people_are_no_change(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    assert read_saetze() == GLEICH


def test_post_that_ended_is_vacant_since_the_day_after(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    end(leitung)
    assert read_saetze() == [
        "Prävention: Seit dem 30. November 2026 nicht mehr besetzt.",
        "Prävention: Nicht mehr genannt ist Leitung (Soziales).",
    ]


def test_vacancy_by_a_closed_account_claims_no_day(bereich: Geschaeftsbereich) -> None:
    konto = create_konto("geht")
    create_stelle(bereich, funktion="Leitung", konto=konto)
    create_freigegebenen()
    konto.is_active = False
    konto.save()
    assert read_saetze() == [
        "Prävention: Nicht mehr besetzt.",
        "Prävention: Nicht mehr genannt ist Leitung (Soziales).",
    ]


def test_end_of_the_whole_concept_leaves_each_component_vacant(bereich: Geschaeftsbereich) -> None:
    zeile = create_stelle(bereich, komponente=None, funktion="Koordination")
    create_freigegebenen()
    end(zeile)
    assert read_saetze() == [
        "Prävention: Seit dem 30. November 2026 nicht mehr besetzt.",
        "Überwindung und Minderung: Seit dem 30. November 2026 nicht mehr besetzt.",
        "Sensibilisierung und Koordination: Seit dem 30. November 2026 nicht mehr besetzt.",
        "gesamtes Konzept: Nicht mehr genannt ist Koordination (Soziales).",
    ]


def test_component_that_had_nobody_is_filled(bereich: Geschaeftsbereich) -> None:
    create_freigegebenen()
    create_stelle(bereich, funktion="Leitung", komponente=get_komponente(Komponentenart.UEBERWINDUNG))
    assert read_saetze() == [
        "Überwindung und Minderung: Jetzt besetzt. Im verglichenen Bericht nicht besetzt.",
        "Überwindung und Minderung: Neu genannt ist Leitung (Soziales).",
    ]


def test_whole_concept_fills_what_was_vacant_and_takes_over_what_was_not(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    end(leitung)
    create_stelle(leitung.geschaeftsbereich, komponente=None, funktion="Koordination")
    satz = "Jetzt besetzt, durch die Zuständigkeit für das gesamte Konzept. Im verglichenen Bericht nicht besetzt."
    assert read_saetze() == [
        "Prävention: Jetzt durch die Zuständigkeit für das gesamte Konzept besetzt, nicht mehr durch eine eigene.",
        f"Überwindung und Minderung: {satz}",
        f"Sensibilisierung und Koordination: {satz}",
        "gesamtes Konzept: Neu genannt ist Koordination (Soziales).",
        "Prävention: Nicht mehr genannt ist Leitung (Soziales).",
    ]


def test_component_gets_somebody_of_its_own_beside_the_whole_concept(bereich: Geschaeftsbereich) -> None:
    create_stelle(bereich, komponente=None, funktion="Koordination")
    create_freigegebenen()
    create_stelle(bereich, funktion="Leitung")
    assert read_saetze() == [
        "Prävention: Jetzt mit eigener Zuständigkeit, nicht mehr nur mit der für das gesamte Konzept.",
        "Prävention: Neu genannt ist Leitung (Soziales).",
    ]


def test_successor_stands_beside_who_answered_before(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    end(leitung)
    create_stelle(leitung.geschaeftsbereich, funktion="Neue Leitung", von=HEUTE)
    assert read_saetze() == [
        "Prävention: Nicht mehr genannt ist Leitung (Soziales).",
        "Prävention: Neu genannt ist Neue Leitung (Soziales).",
    ]


def test_successor_told_in_the_same_words_is_no_change(leitung: Zustaendigkeit) -> None:
    """That it is another person is not released."""
    create_freigegebenen()
    end(leitung)
    create_stelle(leitung.geschaeftsbereich, funktion="Leitung", von=HEUTE, person="Vorname Nachname")
    assert read_saetze() == GLEICH


def test_function_that_is_called_otherwise_is_told_without_the_former_words(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    change(leitung, funktion="Stabsstelle")
    assert read_saetze() == ["Prävention: Die Funktion heißt jetzt „Stabsstelle“."]


@pytest.mark.parametrize("ist_beendet", [False, True])
def test_name_typed_as_a_function_and_corrected_since_is_not_printed_again(
    bereich: Geschaeftsbereich, ist_beendet: bool
) -> None:
    zeile = create_stelle(bereich, funktion="Koordination Petra Muster", vertretung_funktion="Paul Muster")
    create_freigegebenen()
    change(zeile, funktion="Koordination", vertretung_funktion="Referat")
    if ist_beendet:
        end(zeile)
    assert "Muster" not in str(build_abbild(create_entwurf(), heute=HEUTE))
    assert read_saetze()[-1].startswith(
        "Prävention: Nicht mehr genannt" if ist_beendet else "Prävention: Die Vertretung heißt jetzt „Referat“."
    )


def test_named_person_in_a_new_row_has_another_function(bereich: Geschaeftsbereich) -> None:
    genannt = {"person": "Vorname Nachname", "anzeige": Anzeige.NAME}
    zeile = create_stelle(bereich, funktion="Leitung", **genannt)
    create_freigegebenen()
    end(zeile)
    create_stelle(bereich, funktion="Stabsstelle", von=HEUTE, **genannt)
    assert read_saetze() == ["Prävention: Vorher „Vorname Nachname, Leitung“, jetzt „Vorname Nachname, Stabsstelle“."]


def test_department_and_deputy_are_compared_as_well(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    change(leitung, geschaeftsbereich=GeschaeftsbereichFactory(name="Jugend"), vertretung_funktion="Referat")
    assert read_saetze() == [
        "Prävention: Bereich vorher Soziales, jetzt Jugend.",
        "Prävention: Vertretung vorher nicht genannt, jetzt Referat.",
    ]


def test_who_was_never_released_stays_without_a_name(bereich: Geschaeftsbereich) -> None:
    zeile = create_stelle(bereich, funktion="Geheim", anzeige=Anzeige.NEIN)
    create_freigegebenen()
    end(zeile)
    anderer = GeschaeftsbereichFactory(name="Jugend")
    create_stelle(anderer, funktion="Verdeckt", anzeige=Anzeige.NEIN, komponente=None)
    assert read_saetze()[3:] == [
        "gesamtes Konzept: Neu zuständig ist eine Stelle, die nicht zur Nennung freigegeben ist.",
        "Prävention: Nicht mehr zuständig ist eine Stelle, die nicht zur Nennung freigegeben ist.",
    ]


def test_who_is_named_for_the_first_time_is_said_to_be(bereich: Geschaeftsbereich) -> None:
    zeile = create_stelle(bereich, funktion="Leitung", anzeige=Anzeige.NEIN)
    create_freigegebenen()
    change(zeile, anzeige=Anzeige.FUNKTION)
    assert read_saetze() == ["Prävention: Jetzt genannt: Leitung."]


@pytest.mark.parametrize(
    ("zurueck", "saetze"),
    [
        ({"anzeige": Anzeige.FUNKTION}, GLEICH),
        ({"anzeige": Anzeige.NEIN}, ["Prävention: Wer zuständig ist, ist nicht mehr zur Nennung freigegeben."]),
    ],
)
def test_name_withdrawn_since_is_not_printed_again(
    bereich: Geschaeftsbereich, zurueck: dict[str, str], saetze: list[str]
) -> None:
    zeile = create_stelle(
        bereich,
        funktion="Leitung",
        person="Vorname Nachname",
        anzeige=Anzeige.NAME,
        vertretung_funktion="Referat",
    )
    create_freigegebenen()
    change(zeile, **zurueck)
    daten = build_abbild(create_entwurf(), heute=HEUTE)
    assert read_saetze() == saetze
    assert "Vorname Nachname" not in str(daten)
    assert ("Referat" in str(daten)) is (zurueck["anzeige"] == Anzeige.FUNKTION)


def test_name_given_to_a_row_later_does_not_bring_back_the_earlier_one(bereich: Geschaeftsbereich) -> None:
    zeile = create_stelle(bereich, funktion="Leitung", person="Erster Name", anzeige=Anzeige.NAME)
    create_freigegebenen()
    change(zeile, person="Zweiter Name")
    assert read_saetze() == ["Prävention: Vorher „Leitung“, jetzt „Zweiter Name, Leitung“."]


def test_comparison_with_a_name_withdrawn_after_freezing_is_not_released(bereich: Geschaeftsbereich) -> None:
    zeile = create_stelle(bereich, funktion="Leitung", person="Vorname Nachname", anzeige=Anzeige.NAME)
    create_freigegebenen()
    end(zeile)
    bericht = create_fertigen()
    bericht = freeze_bericht(bericht_id=bericht.pk, fassung=0, konto=get_schreibende(), jetzt=SPAETER)
    change(zeile, anzeige=Anzeige.NEIN)

    with pytest.raises(UeberholtError) as fehler:
        release_bericht(bericht_id=bericht.pk, konto=get_freigebende(), jetzt=SPAETER)

    satz = (
        "Im eingefrorenen Bericht steht, was bei der Zuständigkeit nicht mehr so zur Nennung freigegeben ist: "
        "Vorname Nachname, Leitung. Bitte den Bericht verwerfen und neu einfrieren."
    )
    assert fehler.value.messages == [satz]


def test_function_that_was_renamed_can_be_released_in_the_comparison(leitung: Zustaendigkeit) -> None:
    create_freigegebenen()
    change(leitung, funktion="Stabsstelle")
    bericht = create_fertigen()
    bericht = freeze_bericht(bericht_id=bericht.pk, fassung=0, konto=get_schreibende(), jetzt=SPAETER)
    assert bericht.abbild is not None
    assert "Leitung" not in str(bericht.abbild["vergleich"])
    assert release_bericht(bericht_id=bericht.pk, konto=get_freigebende(), jetzt=SPAETER).status == "freigegeben"


def read_stand(form: int) -> dict[str, Any]:
    """As reports of that form have kept it."""
    stand = load_stand(drucksache_id=create_entwurf().drucksache_id, heute=JETZT.date())
    zeilen = [*stand["gesamt"], *(zeile for eine in stand["komponenten"] for zeile in eine["zustaendige"])]
    for zeile in zeilen if form < FORM else []:
        for feld in ("id", "person", "funktion"):
            del zeile[feld]
    return stand


def test_older_form_without_keys_is_compared_by_its_words(leitung: Zustaendigkeit) -> None:
    alt = read_stand(3)
    end(leitung)
    create_stelle(leitung.geschaeftsbereich, funktion="Neue Leitung", von=HEUTE)
    jetzt = load_stand(drucksache_id=create_entwurf().drucksache_id, heute=HEUTE)
    wechsel = compare_zustaendige(alt, jetzt, zeilen=load_zeilen(), heute=HEUTE)
    assert wechsel is not None
    namen = [[(eine or {}).get("name") for eine in (w["vorher"], w["jetzt"])] for w in wechsel["personen"]]
    assert namen == [["Leitung", None], [None, "Neue Leitung"]]


@pytest.mark.parametrize("zurueck", [{"anzeige": Anzeige.NEIN}, {"funktion": "Anders"}])
def test_older_form_keeps_back_words_that_nobody_releases_today(
    leitung: Zustaendigkeit, zurueck: dict[str, str]
) -> None:
    change(leitung, vertretung_funktion="Referat")
    [alter] = read_stand(3)["komponenten"][0]["zustaendige"]
    assert [withhold(alter, load_zeilen())[feld] for feld in ("name", "vertretung")] == ["Leitung", "Referat"]
    change(leitung, vertretung_funktion="", **zurueck)
    assert [withhold(alter, load_zeilen())[feld] for feld in ("name", "vertretung")] == ["", ""]


def leave_out_gesamt(stand: dict[str, Any]) -> None:
    del stand["gesamt"]


def leave_out_zustaendige(stand: dict[str, Any]) -> None:
    del stand["komponenten"][0]["zustaendige"]


def leave_out_besetzung(stand: dict[str, Any]) -> None:
    del stand["komponenten"][0]["besetzung"]


@pytest.mark.parametrize("leave_out", [leave_out_gesamt, leave_out_zustaendige, leave_out_besetzung])
def test_report_that_does_not_say_who_answered_is_not_compared(
    leitung: Zustaendigkeit, leave_out: Callable[[dict[str, Any]], None]
) -> None:
    """Frozen past every function, as an older version of the site may have done."""
    alter = create_freigegebenen()
    assert alter.abbild is not None
    leave_out(alter.abbild["stand"])
    neuer = create_entwurf()
    werte = {"stichtag": alter.stichtag, "eingefroren_am": SPAETER, "freigegeben_am": SPAETER, "pruefsumme": "0" * 64}
    Bericht.objects.filter(pk=neuer.pk).update(status="freigegeben", abbild=alter.abbild, **werte)
    satz = "Der verglichene Bericht sagt nicht in vergleichbarer Form, wer zuständig war. Es gibt keinen Vergleich."
    assert read_saetze() == [satz]


def test_component_only_one_report_knows_is_not_compared(leitung: Zustaendigkeit) -> None:
    jetzt = read_stand(FORM)
    alt = {**jetzt, "komponenten": jetzt["komponenten"][1:]}
    assert compare_zustaendige(alt, jetzt, zeilen=load_zeilen(), heute=HEUTE) == {"besetzung": [], "personen": []}
    assert len(jetzt["komponenten"]) == Komponente.objects.count() == 3
