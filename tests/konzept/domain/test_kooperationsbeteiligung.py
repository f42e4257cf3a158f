"""Who takes part, in which order, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.kooperation import AnfrageError
from konzept.domain.kooperationsbeteiligung import (
    BeteiligungError,
    Beteiligungsangaben,
    DatenschutzZuerstError,
    find_wartende_auf_datenschutz,
    record_beteiligung,
)
from konzept.models import Anfragebeteiligung, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Beteiligungsart, Ergebnis, Stelle, Votum
from tests.konzept.factories_kooperation import (
    ANGABEN,
    EINGEGANGEN,
    TAG,
    KooperationsanfrageFactory,
    add_beteiligung,
    add_entscheidung,
    add_freigabe,
    add_material_fuer,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

GEPRUEFTES = {name: ANGABEN[name] for name in ("anlass", "rechtsgrundlage", "hoheitliche_aufgabe")}
VOTUM = Beteiligungsangaben(Beteiligungsart.VOTUM, TAG, "Datenschutzbeauftragte*r", Votum.ZUSTIMMUNG)
INFORMIERT = Beteiligungsangaben(Beteiligungsart.INFORMIERT, TAG, "Pressestelle")


@pytest.fixture
def anfrage() -> Kooperationsanfrage:
    return KooperationsanfrageFactory(status=Anfragestatus.BETEILIGUNG, **GEPRUEFTES)


def record(
    anfrage: Kooperationsanfrage, stelle: Stelle, angaben: Beteiligungsangaben, berichtigt_id: int | None = None
) -> Anfragebeteiligung:
    return record_beteiligung(
        anfrage_id=anfrage.pk,
        stelle=stelle,
        angaben=angaben,
        konto=get_konto(),
        heute=TAG,
        berichtigt_id=berichtigt_id,
    )


def test_vote_is_written_down_with_function_and_account(anfrage: Kooperationsanfrage) -> None:
    eine = record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    assert (eine.person, eine.konto, eine.runde, str(eine)) == (
        "Datenschutzbeauftragte*r",
        get_konto(),
        1,
        "Datenschutz: Votum",
    )
    assert eine.verlauf.get().history_user == get_konto()


@pytest.mark.parametrize("stelle", [Stelle.PRESSE, Stelle.STATISTIK])
def test_office_before_the_datenschutz_is_refused(anfrage: Kooperationsanfrage, stelle: Stelle) -> None:
    with pytest.raises(DatenschutzZuerstError) as fehler:
        record(anfrage, stelle, INFORMIERT)
    assert fehler.value.messages == ["Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen."]


@pytest.mark.parametrize("stelle", [Stelle.PRESSE, Stelle.STATISTIK])
@pytest.mark.parametrize("angaben", [INFORMIERT, replace(VOTUM, votum=Votum.ABLEHNUNG, stellungnahme="Zu spät.")])
def test_office_after_the_datenschutz_is_informed_or_votes(
    anfrage: Kooperationsanfrage, stelle: Stelle, angaben: Beteiligungsangaben
) -> None:
    add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    record(anfrage, stelle, angaben)
    assert anfrage.beteiligungen.filter(stelle=stelle).count() == 1


def test_day_before_the_vote_of_the_datenschutz_is_refused(anfrage: Kooperationsanfrage) -> None:
    add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    with pytest.raises(DatenschutzZuerstError) as fehler:
        record(anfrage, Stelle.PRESSE, replace(INFORMIERT, am=TAG - timedelta(days=1)))
    assert fehler.value.message_dict == {"am": ["Dieser Tag liegt vor dem Votum des Datenschutzes."]}


def test_vote_of_the_datenschutz_moved_behind_the_others_is_refused(anfrage: Kooperationsanfrage) -> None:
    erste = add_beteiligung(anfrage, Stelle.DATENSCHUTZ, am=EINGEGANGEN)
    add_beteiligung(anfrage, Stelle.PRESSE, am=EINGEGANGEN)
    with pytest.raises(DatenschutzZuerstError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, grund="Falscher Tag."), erste.pk)
    assert fehler.value.message_dict == {"am": ["Der Datenschutz muss vor den anderen Stellen votiert haben."]}


def test_datenschutz_that_was_only_informed_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(ValidationError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, INFORMIERT)
    assert fehler.value.messages == ["Der Datenschutz gibt ein Votum ab; informiert sein genügt nicht."]


@pytest.mark.parametrize(
    "angaben", [replace(VOTUM, votum=""), replace(INFORMIERT, votum=Votum.ZUSTIMMUNG)], ids=["leer", "zu viel"]
)
def test_vote_without_result_and_information_with_one_are_refused(
    anfrage: Kooperationsanfrage, angaben: Beteiligungsangaben
) -> None:
    add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    with pytest.raises(ValidationError) as fehler:
        record(anfrage, Stelle.PRESSE, angaben)
    assert fehler.value.messages == ["Ein Votum braucht ein Ergebnis, eine Information hat keines."]


def test_day_in_the_future_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, am=TAG + timedelta(days=1)))
    assert fehler.value.message_dict == {"am": ["Dieser Tag liegt in der Zukunft."]}


def test_day_before_the_receipt_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, am=EINGEGANGEN - timedelta(days=1)))
    assert fehler.value.message_dict == {"am": ["Dieser Tag liegt vor dem Eingang der Anfrage."]}


def test_vote_without_who_gave_it_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(ValidationError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, person=""))
    assert set(fehler.value.message_dict) == {"person"}


@pytest.mark.parametrize("status", [status for status in Anfragestatus if status != Anfragestatus.BETEILIGUNG])
def test_office_at_any_other_time_is_refused(status: Anfragestatus) -> None:
    anfrage = KooperationsanfrageFactory(status=status)
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    assert fehler.value.messages == [
        (
            "Beteiligt wird, solange die Anfrage auf „Beteiligung“ steht. "
            f"Jetzt steht sie auf „{Anfragestatus(status).label}“."
        )
    ]


ANDERS = replace(VOTUM, votum=Votum.AUFLAGEN, stellungnahme="Ohne Rücklauf.", grund="Die Auflage fehlte.")
INZWISCHEN = "Inzwischen ist für diese Stelle schon etwas eingetragen. Bitte prüfen Sie, ob es stimmt."


def test_correction_is_a_row_of_its_own_and_the_earlier_one_stays(anfrage: Kooperationsanfrage) -> None:
    erste = record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    zweite = record(anfrage, Stelle.DATENSCHUTZ, ANDERS, erste.pk)
    assert list(anfrage.beteiligungen.values_list("votum", "berichtigt", "grund")) == [
        ("zustimmung", None, ""),
        ("auflagen", erste.pk, "Die Auflage fehlte."),
    ]
    assert list(anfrage.beteiligungen.geltende(1)) == [zweite]


def test_correction_can_be_corrected(anfrage: Kooperationsanfrage) -> None:
    erste = record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    zweite = record(anfrage, Stelle.DATENSCHUTZ, ANDERS, erste.pk)
    dritte = record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, grund="Doch nicht."), zweite.pk)
    assert list(anfrage.beteiligungen.geltende(1)) == [dritte]


@pytest.mark.parametrize("grund", ["", "  "])
def test_correction_without_a_reason_is_refused(anfrage: Kooperationsanfrage, grund: str) -> None:
    erste = record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(ANDERS, grund=grund), erste.pk)
    assert fehler.value.message_dict == {"grund": ["Bitte schreiben Sie, warum der bisherige Eintrag nicht stimmt."]}
    assert anfrage.beteiligungen.get() == erste


def test_second_click_writes_no_second_row(anfrage: Kooperationsanfrage) -> None:
    erste = record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    assert fehler.value.messages == [INZWISCHEN]
    record(anfrage, Stelle.DATENSCHUTZ, ANDERS, erste.pk)
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, ANDERS, erste.pk)
    assert fehler.value.messages == [INZWISCHEN]
    assert anfrage.beteiligungen.count() == 2


def test_correction_of_another_office_is_refused(anfrage: Kooperationsanfrage) -> None:
    erste = record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.PRESSE, replace(INFORMIERT, grund="Falsche Stelle."), erste.pk)
    assert fehler.value.messages == [INZWISCHEN]


@pytest.mark.parametrize("votum", [Votum.AUFLAGEN, Votum.ABLEHNUNG])
@pytest.mark.parametrize("text", ["", "  "])
def test_conditions_and_a_refusal_without_words_are_refused(
    anfrage: Kooperationsanfrage, votum: Votum, text: str
) -> None:
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, votum=votum, stellungnahme=text))
    assert fehler.value.message_dict == {"stellungnahme": ["Auflagen und eine Ablehnung brauchen einen Text."]}


@pytest.mark.parametrize("name", GEPRUEFTES)
def test_vote_on_an_empty_examination_is_refused(anfrage: Kooperationsanfrage, name: str) -> None:
    Kooperationsanfrage.objects.update(**{name: ""})
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, VOTUM)
    assert fehler.value.messages[0].startswith("Der Datenschutz votiert, sobald dasteht, worüber: Es fehlt ")
    assert not anfrage.beteiligungen.exists()


@pytest.mark.parametrize("vorher", ["votum", "entscheidung"])
def test_vote_before_what_was_said_or_decided_in_an_earlier_round_is_refused(
    anfrage: Kooperationsanfrage, vorher: str
) -> None:
    if vorher == "votum":
        add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    else:
        add_entscheidung(anfrage, ergebnis=Ergebnis.ZURUECKGESTELLT)
    Kooperationsanfrage.objects.update(runde=2)
    with pytest.raises(BeteiligungError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, am=TAG - timedelta(days=1)))
    satz = "Dieser Tag liegt vor dem, was schon geschehen ist. Möglich ist er ab dem 9. November 2026."
    assert fehler.value.message_dict == {"am": [satz]}
    assert record(anfrage, Stelle.DATENSCHUTZ, VOTUM).am == TAG


def test_vote_of_an_earlier_round_does_not_let_the_others_in(anfrage: Kooperationsanfrage) -> None:
    add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    Kooperationsanfrage.objects.update(runde=2)
    with pytest.raises(DatenschutzZuerstError):
        record(anfrage, Stelle.PRESSE, INFORMIERT)


@pytest.mark.parametrize("am", [date.min, date(2019, 12, 31), date(2037, 1, 1), date.max])
def test_vote_in_a_year_nobody_means_is_refused(anfrage: Kooperationsanfrage, am: date) -> None:
    with pytest.raises(AnfrageError) as fehler:
        record(anfrage, Stelle.DATENSCHUTZ, replace(VOTUM, am=am))
    assert fehler.value.message_dict == {"am": ["Bitte prüfen Sie das Jahr. Möglich sind die Jahre 2020 bis 2036."]}


@pytest.mark.parametrize("status", Anfragestatus)
def test_request_waits_for_the_datenschutz_exactly_for_its_vote_and_its_release(status: Anfragestatus) -> None:
    ohne_votum, ohne_freigabe = (
        create_bereit(status, ohne="datenschutz"),
        create_bereit(status, ohne="freigabe-datenschutz"),
    )
    create_bereit(status)
    erwartete = {Anfragestatus.BETEILIGUNG: {ohne_votum}, Anfragestatus.MATERIALFREIGABE: {ohne_freigabe}}
    assert set(find_wartende_auf_datenschutz()) == erwartete.get(status, set())


def test_vote_of_an_earlier_round_and_release_of_an_older_version_are_not_waited_with() -> None:
    in_neuer_runde = create_bereit(Anfragestatus.BETEILIGUNG)
    Kooperationsanfrage.objects.filter(pk=in_neuer_runde.pk).update(runde=2)
    mit_neuer_version = create_bereit(Anfragestatus.MATERIALFREIGABE)
    add_material_fuer(mit_neuer_version, version=2)
    mit_alter_ohne = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-datenschutz")
    add_freigabe(add_material_fuer(mit_alter_ohne, version=2), Stelle.DATENSCHUTZ)
    assert set(find_wartende_auf_datenschutz()) == {in_neuer_runde, mit_neuer_version}
