from datetime import date, datetime
from itertools import product

import pytest

from konzept.choices import Massnahmenstatus
from konzept.domain.massnahmenstatus import SCHRITTE, GrundFehltError, SchrittFehltError, list_schritte, move_massnahme
from konzept.models import Massnahmenwechsel
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import MeilensteinFactory

pytestmark = pytest.mark.django_db
GEPLANT, LAEUFT, ABGESCHLOSSEN, VERWORFEN = Massnahmenstatus
ERLAUBT = {
    (GEPLANT, LAEUFT): False,
    (LAEUFT, ABGESCHLOSSEN): False,
    (GEPLANT, VERWORFEN): True,
    (LAEUFT, VERWORFEN): True,
    (LAEUFT, GEPLANT): True,
    (VERWORFEN, GEPLANT): True,
    (ABGESCHLOSSEN, LAEUFT): True,
}
ALLE = list(product(Massnahmenstatus, Massnahmenstatus))
VERBOTEN = [paar for paar in ALLE if paar not in ERLAUBT]
MIT_GRUND = [paar for paar, braucht in ERLAUBT.items() if braucht]


def test_table_is_what_was_decided() -> None:
    assert {(schritt.von, schritt.nach): schritt.braucht_grund for schritt in SCHRITTE} == ERLAUBT
    assert len(SCHRITTE) == len(ERLAUBT)


@pytest.mark.parametrize(("von", "nach"), ERLAUBT)
def test_move_listed_pair_is_taken_and_leaves_a_row(
    von: Massnahmenstatus, nach: Massnahmenstatus, jetzt: datetime
) -> None:
    massnahme, konto = MassnahmeFactory(status=von), create_konto("person")

    move_massnahme(massnahme_id=massnahme.pk, nach=nach, konto=konto, jetzt=jetzt, grund=" Kein Raum. ")

    massnahme.refresh_from_db()
    [wechsel] = massnahme.wechsel.all()
    assert massnahme.status == nach
    assert (wechsel.von, wechsel.nach, wechsel.konto, wechsel.grund, wechsel.am) == (
        von,
        nach,
        konto,
        "Kein Raum.",
        jetzt,
    )


@pytest.mark.parametrize(("von", "nach"), VERBOTEN)
def test_move_pair_that_is_not_listed_is_refused(
    von: Massnahmenstatus, nach: Massnahmenstatus, jetzt: datetime
) -> None:
    massnahme = MassnahmeFactory(status=von)

    with pytest.raises(SchrittFehltError):
        move_massnahme(massnahme_id=massnahme.pk, nach=nach, konto=None, jetzt=jetzt, grund="Darum.")

    massnahme.refresh_from_db()
    assert massnahme.status == von
    assert not Massnahmenwechsel.objects.exists()


@pytest.mark.parametrize("grund", ["", "  \n"])
@pytest.mark.parametrize(("von", "nach"), MIT_GRUND)
def test_move_that_needs_a_reason_is_refused_without(
    von: Massnahmenstatus, nach: Massnahmenstatus, grund: str, jetzt: datetime
) -> None:
    massnahme = MassnahmeFactory(status=von)

    with pytest.raises(GrundFehltError) as fehler:
        move_massnahme(massnahme_id=massnahme.pk, nach=nach, konto=None, jetzt=jetzt, grund=grund)

    massnahme.refresh_from_db()
    assert fehler.value.message_dict == {"grund": ["Bitte nennen Sie den Grund; er steht später im Bericht."]}
    assert massnahme.status == von


@pytest.mark.parametrize("nach", [ABGESCHLOSSEN, VERWORFEN])
def test_measure_with_open_milestones_is_closed_only_with_a_word_about_them(
    nach: Massnahmenstatus, jetzt: datetime
) -> None:
    massnahme = MassnahmeFactory(status=LAEUFT)
    MeilensteinFactory(massnahme=massnahme, titel="Auswertung", faellig_am=date(2027, 3, 1))
    MeilensteinFactory(massnahme=massnahme, titel="Kurs", faellig_am=date(2027, 4, 1))
    MeilensteinFactory(massnahme=massnahme, titel="Unterlagen", erledigt_am=date(2026, 10, 1))

    with pytest.raises(GrundFehltError) as fehler:
        move_massnahme(massnahme_id=massnahme.pk, nach=nach, konto=None, jetzt=jetzt)
    assert fehler.value.message_dict == {
        "grund": [
            "Noch offen: „Auswertung“, „Kurs“. Bitte schreiben Sie, was daraus wird, oder haken Sie es vorher ab."
        ]
    }

    move_massnahme(massnahme_id=massnahme.pk, nach=nach, konto=None, jetzt=jetzt, grund="Macht die Volkshochschule.")
    massnahme.refresh_from_db()
    assert (massnahme.status, massnahme.wechsel.get().grund) == (nach, "Macht die Volkshochschule.")


def test_step_that_ends_nothing_asks_for_no_word_about_open_milestones(jetzt: datetime) -> None:
    massnahme = MeilensteinFactory().massnahme
    move_massnahme(massnahme_id=massnahme.pk, nach=LAEUFT, konto=None, jetzt=jetzt)
    assert massnahme.wechsel.get().grund == ""


def test_move_with_a_reason_too_long_for_the_column_is_refused(jetzt: datetime) -> None:
    massnahme = MassnahmeFactory()
    with pytest.raises(GrundFehltError, match="höchstens 500 Zeichen"):
        move_massnahme(massnahme_id=massnahme.pk, nach=VERWORFEN, konto=None, jetzt=jetzt, grund="x" * 501)
    assert not Massnahmenwechsel.objects.exists()


@pytest.mark.parametrize(
    ("nach", "satz"),
    [
        (GEPLANT, "Die Maßnahme ist schon „geplant“."),
        (ABGESCHLOSSEN, "Von „geplant“ nach „abgeschlossen“ führt kein Schritt."),
        ("unsinn", "Von „geplant“ nach „unsinn“ führt kein Schritt."),
    ],
)
def test_refusal_says_where_the_measure_stands(nach: str, satz: str, jetzt: datetime) -> None:
    with pytest.raises(SchrittFehltError) as fehler:
        move_massnahme(massnahme_id=MassnahmeFactory().pk, nach=nach, konto=None, jetzt=jetzt)
    assert fehler.value.messages == [satz]


def test_list_schritte_offers_what_may_be_done_next() -> None:
    assert [schritt.nach for schritt in list_schritte(LAEUFT)] == [ABGESCHLOSSEN, GEPLANT, VERWORFEN]
