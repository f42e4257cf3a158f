"""Days of a request in their order, each pair by itself; who signs, and how many can have answered."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from konzept.domain.kooperationsangaben import ABSCHNITTE, save_abschnitt
from konzept.domain.kooperationsfolge import EREIGNISSE, FOLGEN, Folge, FolgeError, check_folge, find_letzte_freigabe
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Ergebnis, Materialart
from tests.konzept.factories_kooperation import (
    EINGEGANGEN,
    TAG,
    KooperationsanfrageFactory,
    add_entscheidung,
    add_freigabe,
    add_material_fuer,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

FRUEHER, VORHER = date(2026, 11, 5), date(2026, 11, 4)
TAGE = {folge.spaeter for folge in FOLGEN}
HERSTELLEN: dict[str, Callable[[Kooperationsanfrage], object]] = {
    "zusage": lambda anfrage: add_entscheidung(anfrage, entschieden_am=FRUEHER),
    "freigabe": lambda anfrage: add_freigabe(add_material_fuer(anfrage), "presse", freigegeben_am=FRUEHER),
}


def create_mit(frueher: str) -> Kooperationsanfrage:
    """Of all days only this one is known."""
    felder = {} if frueher in EREIGNISSE else {frueher: FRUEHER}
    if frueher == "versand_am":
        felder["druck_am"] = FRUEHER
    anfrage = KooperationsanfrageFactory(**felder)
    HERSTELLEN.get(frueher, lambda _anfrage: None)(anfrage)
    return anfrage


def save(anfrage: Kooperationsanfrage, name: str, **werte: object) -> Kooperationsanfrage:
    abschnitt = ABSCHNITTE[name]
    bisher = {feld: getattr(anfrage, feld) for feld in abschnitt.felder}
    return save_abschnitt(
        anfrage_id=anfrage.pk, abschnitt=abschnitt, werte=bisher | werte, konto=get_konto(), heute=TAG
    )


def test_order_of_days_is_the_one_of_the_guideline() -> None:
    assert {(folge.frueher, folge.spaeter) for folge in FOLGEN} == {
        ("eingegangen_am", "erklaerung_am"),
        ("zusage", "auswahl_am"),
        ("zusage", "druck_am"),
        ("freigabe", "druck_am"),
        ("auswahl_am", "druck_am"),
        ("vollmacht_am", "versand_am"),
        ("druck_am", "versand_am"),
        ("versand_am", "vollmacht_bis"),
        ("versand_am", "bericht_bis"),
        ("versand_am", "ergebnis_am"),
    }
    assert len(FOLGEN) == 10


@pytest.mark.parametrize("folge", FOLGEN, ids=lambda folge: f"{folge.frueher}-{folge.spaeter}")
def test_day_before_what_comes_first_is_refused_and_the_same_day_is_not(folge: Folge) -> None:
    anfrage = create_mit(folge.frueher)
    check_folge(anfrage, {folge.spaeter: FRUEHER})
    with pytest.raises(FolgeError) as fehler:
        check_folge(anfrage, {folge.spaeter: VORHER})
    assert fehler.value.message_dict == {
        folge.spaeter: [f"{folge.satz} Möglich ist dieser Tag ab dem 5. November 2026."]
    }


def test_day_that_is_written_later_is_not_after_one_that_stands() -> None:
    anfrage = KooperationsanfrageFactory(druck_am=VORHER, versand_am=FRUEHER)
    check_folge(anfrage, {"vollmacht_am": FRUEHER})
    with pytest.raises(FolgeError) as fehler:
        check_folge(anfrage, {"vollmacht_am": TAG})
    satz = "Vor Beginn der Bevollmächtigung wird nichts verschickt. Möglich ist dieser Tag bis zum 5. November 2026."
    assert fehler.value.message_dict == {"vollmacht_am": [satz]}


@pytest.mark.parametrize("tag", sorted(TAGE))
def test_empty_day_is_compared_with_nothing(tag: str) -> None:
    check_folge(create_mit("zusage"), {tag: None})


def test_days_that_are_written_together_are_compared_with_each_other() -> None:
    anfrage = KooperationsanfrageFactory(druck_am=TAG)
    check_folge(anfrage, {"druck_am": VORHER, "versand_am": FRUEHER})
    with pytest.raises(FolgeError) as fehler:
        check_folge(anfrage, {"druck_am": FRUEHER, "versand_am": VORHER})
    assert set(fehler.value.message_dict) == {"versand_am"}


@pytest.mark.parametrize("ergebnis", [Ergebnis.NEIN, Ergebnis.ZURUECKGESTELLT])
def test_only_an_approval_opens_the_way(ergebnis: Ergebnis) -> None:
    anfrage = KooperationsanfrageFactory()
    add_entscheidung(anfrage, ergebnis=ergebnis, entschieden_am=TAG)
    check_folge(anfrage, {"auswahl_am": VORHER})


def test_latest_release_is_of_the_newest_versions_and_of_those_that_count() -> None:
    anfrage = KooperationsanfrageFactory()
    assert find_letzte_freigabe(anfrage) is None
    add_freigabe(add_material_fuer(anfrage), "presse", freigegeben_am=TAG)
    neue = add_material_fuer(anfrage, version=2)
    add_freigabe(neue, "presse", freigegeben_am=EINGEGANGEN)
    add_freigabe(neue, "datenschutz", freigegeben_am=TAG, gilt=False)
    add_freigabe(add_material_fuer(anfrage, art=Materialart.BEILAGE), "presse", freigegeben_am=FRUEHER)
    assert find_letzte_freigabe(anfrage) == FRUEHER


@pytest.mark.parametrize(
    ("status", "abschnitt", "werte"),
    [
        (Anfragestatus.ZUGESAGT, "vereinbarung", {"erklaerung_am": EINGEGANGEN - timedelta(days=1)}),
        (Anfragestatus.VERSAND, "versand", {"druck_am": TAG - timedelta(days=1)}),
        (Anfragestatus.VERSAND, "versand", {"bericht_bis": TAG - timedelta(days=1)}),
        (Anfragestatus.ERGEBNISBERICHT, "ergebnis", {"ergebnis_am": TAG - timedelta(days=1)}),
    ],
)
def test_day_out_of_order_is_not_saved(status: Anfragestatus, abschnitt: str, werte: dict[str, date]) -> None:
    anfrage = create_bereit(status)
    with pytest.raises(FolgeError) as fehler:
        save(anfrage, abschnitt, **werte)
    assert set(fehler.value.message_dict) == set(werte)
    anfrage.refresh_from_db()
    assert all(getattr(anfrage, name) == TAG or name == "bericht_bis" for name in werte)


@pytest.mark.parametrize("bezirk", ["Geschäftsführung", "  geschäftsFÜHRUNG ", "Geschäftsführung\t"])
def test_same_person_does_not_sign_for_both_sides(bezirk: str) -> None:
    with pytest.raises(FolgeError) as fehler:
        save(create_bereit(Anfragestatus.ZUGESAGT), "vereinbarung", erklaerung_bezirk=bezirk)
    assert fehler.value.message_dict == {
        "erklaerung_bezirk": ["Für den Träger und für den Bezirk unterzeichnen zwei verschiedene Personen."]
    }


def test_both_signatures_may_still_be_missing() -> None:
    save(create_bereit(Anfragestatus.ZUGESAGT), "vereinbarung", erklaerung_traeger="", erklaerung_bezirk="")


@pytest.mark.parametrize(("antworten", "geht"), [(990, True), (991, False)])
def test_answers_are_no_more_than_letters(antworten: int, geht: bool) -> None:
    anfrage = create_bereit(Anfragestatus.RUECKMELDUNGEN)
    werte: dict[str, Any] = {"antworten_anzahl": antworten}
    if geht:
        assert save(anfrage, "rueckmeldungen", **werte).antworten_anzahl == 990
        return
    with pytest.raises(FolgeError) as fehler:
        save(anfrage, "rueckmeldungen", **werte)
    assert fehler.value.message_dict == {
        "antworten_anzahl": ["Es können nicht mehr Antworten gekommen als Briefe verschickt worden sein: 990."]
    }
