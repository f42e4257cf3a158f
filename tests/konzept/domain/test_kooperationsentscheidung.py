"""Deciding: for one case, with reasons, beside the earlier decisions, and never against the Datenschutz."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import pytest

from konzept.domain.kooperation import AnfrageError, NochNichtVollstaendigError, move_anfrage
from konzept.domain.kooperationsentscheidung import (
    FUEHRT_NACH,
    EntscheidungError,
    Entscheidungsangaben,
    decide_anfrage,
    list_moegliche,
    list_vergleichbare,
)
from konzept.models import Anfrageentscheidung, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfrageart, Anfragestatus, Ergebnis, Stelle, Votum
from tests.konzept.factories_kooperation import (
    EINGEGANGEN,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    add_beteiligung,
    add_entscheidung,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

JA = Entscheidungsangaben(Ergebnis.JA, "Im öffentlichen Interesse.", "Amtsleitung", TAG)
NEIN = replace(JA, ergebnis=Ergebnis.NEIN)
SPAETER = replace(JA, ergebnis=Ergebnis.ZURUECKGESTELLT, wiedervorlage_am=TAG + timedelta(days=30))


@pytest.fixture
def anfrage() -> Kooperationsanfrage:
    return create_bereit(Anfragestatus.ENTSCHEIDUNG)


def decide(
    anfrage: Kooperationsanfrage,
    angaben: Entscheidungsangaben,
    gesehen: Collection[int] | None = None,
    voten: Collection[int] | None = None,
) -> Anfrageentscheidung:
    """gesehen, voten: all there are, if not said otherwise."""
    if gesehen is None:
        gesehen = [eine.pk for eine in list_vergleichbare(anfrage)]
    return decide_anfrage(
        anfrage_id=anfrage.pk,
        angaben=angaben,
        gesehen=gesehen,
        voten=list_voten(anfrage) if voten is None else voten,
        konto=get_konto(),
        jetzt=ZEIT,
    )


def list_voten(anfrage: Kooperationsanfrage) -> list[int]:
    """Of the round it is in now."""
    runde = Kooperationsanfrage.objects.get(pk=anfrage.pk).runde
    return [eine.pk for eine in anfrage.beteiligungen.geltende(runde)]


def test_decision_on_votes_that_count_no_more_is_refused(anfrage: Kooperationsanfrage) -> None:
    voten = list_voten(anfrage)
    Kooperationsanfrage.objects.update(runde=2)
    anfrage.refresh_from_db()
    for stelle in Stelle:
        add_beteiligung(anfrage, stelle)
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, JA, voten=voten)
    satz = "Inzwischen haben die Stellen etwas anderes gesagt. Es steht jetzt oben. "
    assert fehler.value.messages == [satz + "Bitte lesen Sie es und halten Sie dann noch einmal fest."]
    assert decide(anfrage, JA).ergebnis == Ergebnis.JA


def test_promise_before_the_day_it_was_postponed_is_refused(anfrage: Kooperationsanfrage) -> None:
    add_entscheidung(anfrage, ergebnis=Ergebnis.ZURUECKGESTELLT, entschieden_am=TAG + timedelta(days=1))
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, JA)
    satz = "Dieser Tag liegt vor der früheren Entscheidung: zurückgestellt, 10. November 2026."
    assert fehler.value.message_dict == {"entschieden_am": [satz]}


@pytest.mark.parametrize("angaben", [JA, NEIN, SPAETER], ids=lambda angaben: angaben.ergebnis.value)
def test_decision_moves_the_request_and_its_reasons_stand_in_the_log(
    anfrage: Kooperationsanfrage, angaben: Entscheidungsangaben
) -> None:
    entscheidung = decide(anfrage, angaben)

    anfrage.refresh_from_db()
    assert anfrage.status == FUEHRT_NACH[angaben.ergebnis]
    assert anfrage.wiedervorlage_am == angaben.wiedervorlage_am
    letzter = anfrage.schritte.last()
    assert (letzter.von, letzter.nach, letzter.grund) == ("entscheidung", anfrage.status, angaben.gruende)
    assert (entscheidung.entschieden_von, entscheidung.konto) == ("Amtsleitung", get_konto())


def test_there_is_no_general_approval() -> None:
    assert [str(label) for label in Ergebnis.labels] == ["ja, nur für diesen Einzelfall", "nein", "zurückgestellt"]


@pytest.mark.parametrize("gruende", ["", "  "])
def test_decision_without_reasons_is_refused(anfrage: Kooperationsanfrage, gruende: str) -> None:
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(JA, gruende=gruende))
    assert fehler.value.message_dict == {"gruende": ["Eine Entscheidung braucht Gründe."]}
    assert not Anfrageentscheidung.objects.exists()


def test_decision_without_a_look_at_the_earlier_ones_is_refused(anfrage: Kooperationsanfrage) -> None:
    add_entscheidung(KooperationsanfrageFactory())
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, JA)
    assert fehler.value.message_dict == {
        "gleichbehandlung": [
            "Es gibt frühere Entscheidungen. Bitte schreiben Sie, warum diese gleich oder anders ausfällt."
        ]
    }


def test_decision_keeps_which_earlier_ones_it_was_compared_with(anfrage: Kooperationsanfrage) -> None:
    frueher = add_entscheidung(KooperationsanfrageFactory(), ergebnis=Ergebnis.NEIN)
    add_entscheidung(KooperationsanfrageFactory(art=Anfrageart.BEFRAGUNG))

    entscheidung = decide(anfrage, replace(JA, gleichbehandlung="Damals fehlte die Rechtsgrundlage."))

    assert list(entscheidung.vergleichbare.all()) == [frueher]


def test_decision_beside_an_earlier_one_that_was_not_on_the_page_is_refused(anfrage: Kooperationsanfrage) -> None:
    gesehen = add_entscheidung(KooperationsanfrageFactory())
    add_entscheidung(KooperationsanfrageFactory(titel="Inzwischen entschieden"))
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(JA, gleichbehandlung="Wie damals."), [gesehen.pk])
    assert fehler.value.messages == [
        (
            "Inzwischen ist über Vergleichbares entschieden worden: Inzwischen entschieden. Es steht jetzt in der Liste. "
            "Bitte vergleichen Sie auch damit und halten Sie dann noch einmal fest."
        )
    ]
    assert not anfrage.entscheidungen.exists()


def test_what_was_on_the_page_and_is_comparable_no_more_is_not_kept(anfrage: Kooperationsanfrage) -> None:
    frueher, anderes = add_entscheidung(KooperationsanfrageFactory()), KooperationsanfrageFactory(art="befragung")
    gesehen = [frueher.pk, add_entscheidung(anderes).pk]
    entscheidung = decide(anfrage, replace(JA, gleichbehandlung="Wie damals."), gesehen)
    assert list(entscheidung.vergleichbare.all()) == [frueher]


def test_comparable_are_all_decisions_about_other_requests_of_the_kind_newest_first(
    anfrage: Kooperationsanfrage,
) -> None:
    add_entscheidung(anfrage)
    add_entscheidung(KooperationsanfrageFactory(art=Anfrageart.EINLADUNG))
    alt = add_entscheidung(KooperationsanfrageFactory(), entschieden_am=EINGEGANGEN)
    neu = add_entscheidung(KooperationsanfrageFactory(status=Anfragestatus.ABGELEHNT), ergebnis=Ergebnis.NEIN)
    assert list(list_vergleichbare(anfrage)) == [neu, alt]


def test_day_in_the_future_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(JA, entschieden_am=TAG + timedelta(days=1)))
    assert fehler.value.message_dict == {"entschieden_am": ["Dieser Tag liegt in der Zukunft."]}


@pytest.mark.parametrize("stelle", Stelle)
def test_day_before_the_latest_office_took_part_is_refused(stelle: Stelle) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG, beteiligt={stelle: TAG, "sonst": EINGEGANGEN})
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(JA, entschieden_am=TAG - timedelta(days=1)))
    assert fehler.value.message_dict == {
        "entschieden_am": [f"Dieser Tag liegt vor der letzten Beteiligung: {stelle.label}, 9. November 2026."]
    }


def test_postponing_without_a_day_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(SPAETER, wiedervorlage_am=None))
    assert fehler.value.message_dict == {"wiedervorlage_am": ["Bitte sagen Sie, wann wieder vorgelegt wird."]}


@pytest.mark.parametrize(("name", "tag"), [("wiedervorlage_am", date.max), ("entschieden_am", date.min)])
def test_day_in_a_year_nobody_means_is_refused(anfrage: Kooperationsanfrage, name: str, tag: date) -> None:
    with pytest.raises(AnfrageError) as fehler:
        decide(anfrage, replace(SPAETER, **{name: tag}))
    assert fehler.value.message_dict == {name: ["Bitte prüfen Sie das Jahr. Möglich sind die Jahre 2020 bis 2036."]}


def test_postponing_to_today_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(SPAETER, wiedervorlage_am=TAG))
    assert fehler.value.message_dict == {"wiedervorlage_am": ["Die Wiedervorlage muss in der Zukunft liegen."]}


@pytest.mark.parametrize("angaben", [JA, NEIN])
def test_day_of_resubmission_without_postponing_is_refused(
    anfrage: Kooperationsanfrage, angaben: Entscheidungsangaben
) -> None:
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, replace(angaben, wiedervorlage_am=TAG + timedelta(days=1)))
    assert fehler.value.message_dict == {
        "wiedervorlage_am": ["Eine Wiedervorlage gibt es nur, wenn zurückgestellt wird."]
    }


def test_decision_without_the_vote_of_the_datenschutz_is_refused() -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG, ohne=Stelle.DATENSCHUTZ)
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, JA)
    assert fehler.value.messages == ["Ohne das Votum des Datenschutzes wird nicht entschieden."]


@pytest.mark.parametrize("stelle", [Stelle.PRESSE, Stelle.STATISTIK])
def test_decision_without_one_of_the_others_is_refused(stelle: Stelle) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG, ohne=stelle)
    with pytest.raises(NochNichtVollstaendigError):
        decide(anfrage, JA)
    assert not Anfrageentscheidung.objects.exists()


ABGELEHNT = {"votum": Votum.ABLEHNUNG, "stellungnahme": "Keine Rechtsgrundlage."}


def test_approval_against_the_datenschutz_is_refused() -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG, voten=ABGELEHNT)
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, JA)
    assert fehler.value.message_dict == {
        "ergebnis": ["Der Datenschutz hat abgelehnt. Möglich sind „nein“ oder „zurückgestellt“, eine Zusage nicht."]
    }


def test_approval_follows_the_corrected_word_of_the_datenschutz() -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG, voten=ABGELEHNT)
    erste = anfrage.beteiligungen.get(stelle=Stelle.DATENSCHUTZ)
    add_beteiligung(anfrage, Stelle.DATENSCHUTZ, berichtigt=erste, grund="Falsches Feld gewählt.")
    decide(anfrage, JA)
    anfrage.refresh_from_db()
    assert anfrage.status == Anfragestatus.ZUGESAGT


@pytest.mark.parametrize("angaben", [NEIN, SPAETER])
def test_refusing_and_postponing_follow_the_datenschutz(angaben: Entscheidungsangaben) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG, voten=ABGELEHNT)
    decide(anfrage, angaben)
    anfrage.refresh_from_db()
    assert anfrage.status == FUEHRT_NACH[angaben.ergebnis]


ANDERSWO = [
    status for status in Anfragestatus if status not in {Anfragestatus.ENTSCHEIDUNG, Anfragestatus.PRUEFUNG_RECHT}
]


@pytest.mark.parametrize("status", ANDERSWO)
def test_decision_at_any_other_time_is_refused(status: Anfragestatus) -> None:
    anfrage = KooperationsanfrageFactory(status=status)
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, NEIN)
    assert fehler.value.messages == [
        (
            "Entschieden wird, wenn die Anfrage auf „Entscheidung“ steht. "
            f"Jetzt steht sie auf „{Anfragestatus(status).label}“."
        )
    ]


def test_without_a_legal_basis_it_can_only_be_refused() -> None:
    anfrage = create_bereit(Anfragestatus.PRUEFUNG_RECHT, rechtsgrundlage="", hoheitliche_aufgabe="")
    assert list_moegliche(anfrage) == [Ergebnis.NEIN]
    with pytest.raises(EntscheidungError) as fehler:
        decide(anfrage, JA)
    assert fehler.value.message_dict == {
        "ergebnis": ["Solange die Prüfung Recht nicht abgeschlossen ist, lässt sich nur ablehnen."]
    }
    decide(anfrage, NEIN)
    anfrage.refresh_from_db()
    assert anfrage.status == Anfragestatus.ABGELEHNT


def test_postponed_request_comes_back_and_is_decided_again(anfrage: Kooperationsanfrage) -> None:
    decide(anfrage, SPAETER)
    for nach in (Anfragestatus.PRUEFUNG_RECHT, Anfragestatus.ENTSCHEIDUNG):
        move_anfrage(anfrage_id=anfrage.pk, nach=nach, konto=get_konto(), jetzt=ZEIT, grund="Neue Unterlagen.")
    decide(anfrage, JA)

    anfrage.refresh_from_db()
    assert (anfrage.status, anfrage.wiedervorlage_am) == (Anfragestatus.ZUGESAGT, None)
    assert set(anfrage.entscheidungen.values_list("ergebnis", flat=True)) == {"ja", "zurueckgestellt"}
