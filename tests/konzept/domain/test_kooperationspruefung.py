"""Each condition refuses by itself, with its own sentence; nothing else is missing in that moment."""

from datetime import timedelta
from typing import Any

import pytest

from konzept.domain.kooperation import NochNichtVollstaendigError, list_uebergaenge, move_anfrage
from konzept.domain.kooperationsangaben import ABSCHNITTE
from konzept.domain.kooperationspruefung import (
    BEDINGUNGEN,
    VOLLMACHT_BEGONNEN,
    VOR_DEM_VERSAND,
    Bedingung,
    list_fehlendes,
    load_lage,
)
from konzept.models.kooperationswerte import Anfragestatus, Materialart
from tests.konzept.factories import DrucksacheFactory
from tests.konzept.factories_kooperation import (
    ANGABEN,
    TAG,
    ZEIT,
    add_freigabe,
    add_material_fuer,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

ALLE = [
    (status, bedingung)
    for status, bedingungen in BEDINGUNGEN.items()
    for bedingung in bedingungen
    if bedingung.feld != "druck_am"  # never missing by itself: the database has no posting without it
]
# What breaks a condition that is more than one empty field, by the beginning of its sentence.
BRECHER: dict[str, dict[str, Any]] = {
    "Der Datenschutz ist noch nicht beteiligt.": {"ohne": "datenschutz"},
    "Die Pressestelle ist noch nicht beteiligt.": {"ohne": "presse"},
    "Die Statistikstelle ist noch nicht beteiligt.": {"ohne": "statistik"},
    "Es fehlt die unterzeichnete Erklärung der Geschäftsführung.": {"ohne": "erklaerung"},
    "Es fehlt das Schreiben mit der Bevollmächtigung.": {"ohne": "vollmacht"},
    "Die Bevollmächtigung ist abgelaufen. Der Träger muss eine neue vorlegen.": {
        "vollmacht_am": TAG - timedelta(days=9),
        "vollmacht_bis": TAG - timedelta(days=1),
    },
    "Die Bevollmächtigung gilt noch nicht. Weiter geht es an dem Tag, an dem sie beginnt.": {
        "vollmacht_am": TAG + timedelta(days=1),
    },
    "Es fehlt das Material, das verschickt werden soll.": {"ohne": "material"},
    "Nicht jedes Material ist im Ton geprüft. Bitte eine neue Version anlegen, die alle Fragen erfüllt.": {
        "material": {"ton_verstaendlich": False}
    },
    "Nicht jedes Material sagt, dass die Teilnahme freiwillig ist.": {"material": {"freiwillig": False}},
    "Der Datenschutz hat nicht jedes Material in der neuesten Version freigegeben.": {"ohne": "freigabe-datenschutz"},
    "Die Pressestelle hat nicht jedes Material in der neuesten Version freigegeben.": {"ohne": "freigabe-presse"},
    "Es fehlt, in welcher Drucksache oder welchem Gremium das Ergebnis vorgestellt wurde.": {"ergebnis_gremium": ""},
}


def build_brecher(bedingung: Bedingung) -> dict[str, Any]:
    feld = bedingung.feld
    leer = "" if isinstance(ANGABEN.get(feld), str) else None
    return BRECHER.get(str(bedingung.satz)) or {feld: leer}


@pytest.mark.parametrize("status", BEDINGUNGEN)
def test_complete_request_lacks_nothing(status: Anfragestatus) -> None:
    assert list_fehlendes(load_lage(create_bereit(status), heute=TAG)) == []


@pytest.mark.parametrize(("status", "bedingung"), ALLE, ids=lambda eines: str(getattr(eines, "satz", eines)))
def test_condition_that_is_not_met_stops_the_next_step_by_itself(status: Anfragestatus, bedingung: Bedingung) -> None:
    anfrage = create_bereit(status, **build_brecher(bedingung))

    assert list_fehlendes(load_lage(anfrage, heute=TAG)) == [bedingung]

    for uebergang in list_uebergaenge(anfrage):
        if uebergang.ist_weiter:
            with pytest.raises(NochNichtVollstaendigError) as fehler:
                move_anfrage(anfrage_id=anfrage.pk, nach=uebergang.nach, konto=get_konto(), jetzt=ZEIT)
            assert fehler.value.messages == [str(bedingung.satz)]


@pytest.mark.parametrize("bedingung", VOR_DEM_VERSAND, ids=lambda eine: str(eine.satz))
def test_before_posting_everything_is_asked_for_again(bedingung: Bedingung) -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND, **(build_brecher(bedingung) | {"versand_am": None}))
    assert [str(eine.satz) for eine in list_fehlendes(load_lage(anfrage, heute=TAG))] == [
        str(bedingung.satz),
        "Es fehlt, wann verschickt wurde.",
    ]


@pytest.mark.parametrize(
    "bedingung", [eine for eine in VOR_DEM_VERSAND if eine != VOLLMACHT_BEGONNEN], ids=lambda eine: str(eine.satz)
)
def test_after_posting_nothing_is_asked_for_again(bedingung: Bedingung) -> None:
    gestern = dict.fromkeys(("auswahl_am", "druck_am", "versand_am"), TAG - timedelta(days=1))
    felder = {"vollmacht_am": TAG - timedelta(days=1)} | build_brecher(bedingung)
    anfrage = create_bereit(Anfragestatus.VERSAND, **(felder | gestern))
    assert list_fehlendes(load_lage(anfrage, heute=TAG)) == []


def test_print_and_posting_are_missing_together() -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND, druck_am=None, versand_am=None)
    assert [str(eine.satz) for eine in list_fehlendes(load_lage(anfrage, heute=TAG))] == [
        "Es fehlt, wann gedruckt wurde.",
        "Es fehlt, wann verschickt wurde.",
    ]


@pytest.mark.parametrize("status", BEDINGUNGEN)
def test_conditions_of_a_state_have_sentences_of_their_own(status: Anfragestatus) -> None:
    saetze = [str(bedingung.satz) for bedingung in BEDINGUNGEN[status]]
    assert len(saetze) == len(set(saetze))


def test_states_with_conditions_are_exactly_those_that_lead_on() -> None:
    beendet = {"abgeschlossen", "zurueckgestellt", "abgelehnt", "zurueckgezogen", "beendet"}
    assert set(BEDINGUNGEN) == {status for status in Anfragestatus if status not in beendet}


def test_nought_is_an_answer() -> None:
    anfrage = create_bereit(Anfragestatus.RUECKMELDUNGEN, ablehnend_anzahl=0, antworten_anzahl=0)
    assert list_fehlendes(load_lage(anfrage, heute=TAG)) == []


def test_drucksache_stands_in_for_the_gremium() -> None:
    anfrage = create_bereit(Anfragestatus.ERGEBNISBERICHT, ergebnis_gremium="", drucksache=DrucksacheFactory())
    assert list_fehlendes(load_lage(anfrage, heute=TAG)) == []


def test_newer_version_needs_both_releases_again() -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    neue = add_material_fuer(anfrage, version=2)
    add_freigabe(neue, "presse")

    fehlende = list_fehlendes(load_lage(anfrage, heute=TAG))

    assert [str(eine.satz) for eine in fehlende] == [
        "Der Datenschutz hat nicht jedes Material in der neuesten Version freigegeben."
    ]


def test_release_that_counts_no_more_is_missing() -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-presse")
    add_freigabe(anfrage.materialien.get(), "presse", gilt=False, konto=get_konto("datenschutz"))

    fehlende = list_fehlendes(load_lage(anfrage, heute=TAG))

    assert [str(eine.satz) for eine in fehlende] == [
        "Die Pressestelle hat nicht jedes Material in der neuesten Version freigegeben."
    ]


def test_every_kind_of_material_needs_its_releases() -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    add_material_fuer(anfrage, art=Materialart.FRAGEBOGEN)

    fehlende = list_fehlendes(load_lage(anfrage, heute=TAG))

    assert [eine.gebiet for eine in fehlende] == ["freigabe", "freigabe"]


@pytest.mark.parametrize(
    "name", ["ton_wertschaetzend", "ton_fuersorglich", "ton_verstaendlich", "ton_ohne_zuschreibung"]
)
def test_each_question_about_the_tone_counts(name: str) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, material={name: False})
    assert [eine.regel for eine in list_fehlendes(load_lage(anfrage, heute=TAG))] == ["G12"]


@pytest.mark.parametrize("name", ABSCHNITTE)
def test_what_was_asked_for_is_asked_for_as_long_as_it_can_be_emptied(name: str) -> None:
    offen = [status for status in Anfragestatus if status in ABSCHNITTE[name].offen_in]
    je_stand = {
        status: {str(eine.satz) for eine in BEDINGUNGEN[status] if eine.gebiet == name}
        for status in offen
        if status in BEDINGUNGEN
    }
    erste = next(stand for stand in je_stand.values() if stand)
    ab = [stand for stand in je_stand.values() if stand]
    assert all(erste <= spaetere for spaetere in ab)
    assert je_stand[offen[-1]] == set().union(*ab)
