"""A later day of an authorisation needs a newer paper; nothing else about it does."""

from datetime import date, timedelta
from itertools import count

import pytest

from konzept.domain.dokumente import add_dokument
from konzept.domain.dokumentloeschung import erase_dokument
from konzept.domain.kooperationsangaben import ABSCHNITTE, save_abschnitt
from konzept.domain.kooperationsvollmacht import SchreibenFehltError
from konzept.models import Anfragedokument, Kooperationsanfrage
from konzept.models.kooperation import ENDZUSTAENDE, VOR_DEM_BERICHT
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart
from tests.konzept.factories_kooperation import (
    ANGABEN,
    PDF,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    build_datei,
    get_konto,
)

pytestmark = pytest.mark.django_db

BIS, SPAETER = date(2027, 1, 1), date(2028, 1, 1)
NUMMERN = count()


def upload(anfrage: Kooperationsanfrage, art: Dokumentart = Dokumentart.VOLLMACHT) -> Anfragedokument:
    """Each another paper."""
    datei = build_datei(PDF + f"% {next(NUMMERN)}\n".encode())
    return add_dokument(anfrage_id=anfrage.pk, art=art, datei=datei, konto=get_konto(), jetzt=ZEIT)


def erase(dokument: Anfragedokument) -> Kooperationsanfrage:
    erase_dokument(dokument_id=dokument.pk, grund="Falsche Datei.", konto=get_konto(), jetzt=ZEIT)
    return Kooperationsanfrage.objects.get(pk=dokument.anfrage_id)


def save(anfrage: Kooperationsanfrage, bis: date | None, **werte: object) -> Kooperationsanfrage:
    abschnitt = ABSCHNITTE["vereinbarung"]
    alle = {name: ANGABEN[name] for name in abschnitt.felder} | {"vollmacht_bis": bis, **werte}
    return save_abschnitt(anfrage_id=anfrage.pk, abschnitt=abschnitt, werte=alle, konto=get_konto(), heute=TAG)


@pytest.fixture
def anfrage() -> Kooperationsanfrage:
    return KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE)


@pytest.fixture
def bevollmaechtigte(anfrage: Kooperationsanfrage) -> Kooperationsanfrage:
    """With a paper, and a day entered for it."""
    upload(anfrage)
    return save(anfrage, BIS)


def test_later_day_without_a_newer_paper_is_refused(bevollmaechtigte: Kooperationsanfrage) -> None:
    with pytest.raises(SchreibenFehltError) as fehler:
        save(bevollmaechtigte, BIS + timedelta(days=1))
    satz = "Länger als bisher gilt die Bevollmächtigung nur mit einem neuen Schreiben. Bitte laden Sie es zuerst als "
    assert fehler.value.message_dict == {"vollmacht_bis": [f"{satz}Dokument hoch."]}
    bevollmaechtigte.refresh_from_db()
    assert bevollmaechtigte.vollmacht_bis == BIS


def test_later_day_with_a_newer_paper_rests_on_it(bevollmaechtigte: Kooperationsanfrage) -> None:
    neues = upload(bevollmaechtigte)
    gesichert = save(bevollmaechtigte, SPAETER)
    assert (gesichert.vollmacht_bis, gesichert.vollmacht_dokument) == (SPAETER, neues)
    with pytest.raises(SchreibenFehltError):
        save(bevollmaechtigte, SPAETER + timedelta(days=1))


def test_paper_of_another_kind_is_no_newer_one(bevollmaechtigte: Kooperationsanfrage) -> None:
    upload(bevollmaechtigte, Dokumentart.SONSTIGES)
    with pytest.raises(SchreibenFehltError):
        save(bevollmaechtigte, SPAETER)


@pytest.mark.parametrize("dazwischen", [None, BIS - timedelta(days=30)])
def test_day_that_was_taken_back_can_be_given_again_but_no_later_one(
    bevollmaechtigte: Kooperationsanfrage, dazwischen: date | None
) -> None:
    save(bevollmaechtigte, dazwischen)
    with pytest.raises(SchreibenFehltError):
        save(bevollmaechtigte, SPAETER)
    assert save(bevollmaechtigte, BIS).vollmacht_bis == BIS


def test_other_facts_of_the_agreement_need_no_paper(bevollmaechtigte: Kooperationsanfrage) -> None:
    assert save(bevollmaechtigte, BIS, erklaerung_bezirk="Amtsleitung").erklaerung_bezirk == "Amtsleitung"


def test_day_is_free_until_there_is_a_paper_and_bound_to_the_first(anfrage: Kooperationsanfrage) -> None:
    save(anfrage, BIS)
    save(anfrage, SPAETER)
    upload(anfrage)
    with pytest.raises(SchreibenFehltError):
        save(anfrage, SPAETER + timedelta(days=1))


def test_first_paper_is_in_the_history_with_the_person(anfrage: Kooperationsanfrage) -> None:
    papier = upload(anfrage)
    zeile = anfrage.verlauf.first()
    assert (zeile.vollmacht_dokument, zeile.history_user) == (papier, get_konto())


def test_day_falls_with_the_paper_it_rests_on_and_its_history_names_the_person(
    bevollmaechtigte: Kooperationsanfrage,
) -> None:
    anfrage = erase(bevollmaechtigte.vollmacht_dokument)
    assert (anfrage.vollmacht_bis, anfrage.vollmacht_dokument) == (None, None)
    zeile = anfrage.verlauf.first()
    assert (zeile.history_change_reason, zeile.history_user) == ("Datei entfernt: Bevollmächtigung", get_konto())


def test_paper_before_the_erased_one_carries_the_day_it_was_entered_for_and_no_later_one(
    bevollmaechtigte: Kooperationsanfrage,
) -> None:
    erstes = bevollmaechtigte.vollmacht_dokument
    zweites = upload(bevollmaechtigte)
    save(bevollmaechtigte, SPAETER)

    anfrage = erase(zweites)

    assert (anfrage.vollmacht_bis, anfrage.vollmacht_dokument) == (None, erstes)
    with pytest.raises(SchreibenFehltError):
        save(anfrage, SPAETER)
    assert save(anfrage, BIS).vollmacht_bis == BIS


def test_erasing_a_paper_on_which_no_day_rests_leaves_the_day(bevollmaechtigte: Kooperationsanfrage) -> None:
    erstes = bevollmaechtigte.vollmacht_dokument
    anfrage = erase(upload(bevollmaechtigte))
    assert (anfrage.vollmacht_bis, anfrage.vollmacht_dokument) == (BIS, erstes)
    with pytest.raises(SchreibenFehltError):
        save(anfrage, SPAETER)


def test_day_is_dropped_as_long_as_nothing_is_posted(bevollmaechtigte: Kooperationsanfrage) -> None:
    Kooperationsanfrage.objects.update(status=Anfragestatus.VERSAND)
    anfrage = erase(bevollmaechtigte.vollmacht_dokument)
    assert (anfrage.vollmacht_bis, anfrage.vollmacht_dokument) == (None, None)


@pytest.mark.parametrize("status", [*VOR_DEM_BERICHT, *ENDZUSTAENDE])
def test_day_on_which_letters_were_sent_stays_readable(
    bevollmaechtigte: Kooperationsanfrage, status: Anfragestatus
) -> None:
    Kooperationsanfrage.objects.update(status=status, druck_am=TAG, versand_am=TAG)
    anfrage = erase(bevollmaechtigte.vollmacht_dokument)
    assert (anfrage.vollmacht_bis, anfrage.vollmacht_dokument.ist_entfernt) == (BIS, True)
