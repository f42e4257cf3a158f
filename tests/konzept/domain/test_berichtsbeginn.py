"""A report is begun once, whoever clicks twice."""

import pytest

from konzept.choices import Abweichung, Berichtsart, Berichtsstatus, Komponentenart
from konzept.domain.berichte import RechtFehltError, discard_bericht, freeze_bericht, release_bericht
from konzept.domain.berichtsbeginn import (
    Gegenstand,
    GegenstandError,
    NichtFreigegebenError,
    begin_bericht,
    correct_bericht,
    find_berichtigung,
)
from konzept.models import Bericht
from tests.konten import create_konto
from tests.konzept.factories import DrucksacheFactory
from tests.konzept.factories_bericht import (
    JETZT,
    create_eingefrorenen,
    create_entwurf,
    create_freigegebenen,
    fill_pflichten,
    get_freigebende,
    get_schreibende,
)

pytestmark = pytest.mark.django_db


def correct(bericht: Bericht) -> Bericht:
    return correct_bericht(bericht_id=bericht.pk, konto=get_schreibende(), jetzt=JETZT)


def discard(bericht: Bericht) -> Bericht:
    return discard_bericht(bericht_id=bericht.pk, konto=get_schreibende(), grund="Zahl falsch")


def write(bericht: Bericht) -> None:
    bericht.abschnitte.filter(komponente__art=Komponentenart.PRAEVENTION).update(
        getan="Ein Treffpunkt.", abweichung=Abweichung.KEINE
    )
    Bericht.objects.filter(pk=bericht.pk).update(einleitung="Am Anfang.")
    bericht.refresh_from_db()


def test_draft_has_a_part_for_each_component() -> None:
    arten = create_entwurf().abschnitte.values_list("komponente__art", flat=True)
    assert list(arten) == list(Komponentenart.values)


def test_second_begin_goes_on_with_the_draft_nobody_has_written_in() -> None:
    entwurf = create_entwurf()
    assert create_entwurf() == entwurf
    assert create_entwurf(art=Berichtsart.SCHLUSSBERICHT) != entwurf
    assert create_entwurf(drucksache=DrucksacheFactory()) != entwurf


@pytest.mark.parametrize("feld", ["fassung", "text"])
def test_draft_somebody_has_written_in_is_left_alone(feld: str) -> None:
    entwurf = create_entwurf()
    if feld == "fassung":
        Bericht.objects.filter(pk=entwurf.pk).update(fassung=1)
    else:
        entwurf.abschnitte.filter(pk=entwurf.abschnitte.first().pk).update(alternativen="Aus einem anderen.")
    assert create_entwurf() != entwurf


def test_draft_with_the_texts_of_a_discarded_one_is_begun_once() -> None:
    frueher = create_entwurf()
    write(frueher)
    discard(frueher)
    leerer = create_entwurf()

    erster, zweiter = create_entwurf(vorlage=frueher), create_entwurf(vorlage=frueher)

    assert erster == zweiter
    assert erster not in (frueher, leerer)
    assert (erster.status, erster.einleitung, erster.berichtigt) == ("entwurf", "Am Anfang.", None)
    assert dict(erster.abschnitte.values_list("komponente__art", "getan")) == {
        "praevention": "Ein Treffpunkt.",
        "ueberwindung": "",
        "sensibilisierung": "",
    }
    assert set(erster.abschnitte.values_list("abweichung", flat=True)) == {"keine", "offen"}


def test_correction_takes_texts_kind_and_drucksache_of_the_released_one() -> None:
    frueher = create_entwurf(art=Berichtsart.SCHLUSSBERICHT, drucksache=DrucksacheFactory())
    write(frueher)
    frueher = create_freigegebenen(art=frueher.art, drucksache=frueher.drucksache, vorlage=frueher)
    neu = correct(frueher)
    assert (neu.berichtigt, neu.art, neu.drucksache, neu.status) == (
        frueher,
        frueher.art,
        frueher.drucksache,
        "entwurf",
    )
    assert neu.einleitung == "Am Anfang."
    assert neu.abschnitte.get(komponente__art="praevention").getan == "Ein Treffpunkt."


def test_released_report_is_corrected_once_until_that_is_discarded() -> None:
    frueher = create_freigegebenen()
    assert find_berichtigung(frueher) is None
    erste = correct(frueher)
    assert correct(frueher) == find_berichtigung(frueher) == erste
    discard(erste)
    assert find_berichtigung(frueher) is None
    zweite = correct(frueher)
    assert (zweite == erste, zweite.berichtigt) == (False, frueher)


def test_correction_that_is_released_is_given_again_and_may_itself_be_corrected() -> None:
    frueher = create_freigegebenen()
    erste = fill_pflichten(correct(frueher))
    freeze_bericht(bericht_id=erste.pk, fassung=0, konto=get_schreibende(), jetzt=JETZT)
    release_bericht(bericht_id=erste.pk, konto=get_freigebende(), jetzt=JETZT)
    assert correct(frueher) == erste
    assert correct(erste).berichtigt == erste


def test_draft_with_the_texts_of_a_discarded_correction_corrects_the_same_report_and_is_the_only_one() -> None:
    frueher = create_freigegebenen()
    erste = correct(frueher)
    write(erste)
    discard(erste)

    zweite = create_entwurf(vorlage=erste)

    assert (zweite.berichtigt, zweite.art, zweite.einleitung) == (frueher, frueher.art, "Am Anfang.")
    assert create_entwurf(vorlage=erste) == correct(frueher) == zweite


@pytest.mark.parametrize("ist_verworfene", [False, True])
def test_correction_for_which_something_was_chosen_is_refused(ist_verworfene: bool) -> None:
    frueher = create_freigegebenen()
    vorlage = discard(correct(frueher)) if ist_verworfene else frueher
    gegenstand = Gegenstand(frueher.drucksache, Berichtsart.ZWISCHENBERICHT)
    with pytest.raises(GegenstandError) as fehler:
        begin_bericht(gegenstand=gegenstand, vorlage=vorlage, konto=get_schreibende(), jetzt=JETZT)
    assert fehler.value.messages == [
        "Mit diesen Texten beginnt eine Berichtigung: Drucksache und Art bleiben. Bitte noch einmal anlegen."
    ]
    assert find_berichtigung(frueher) is None


@pytest.mark.parametrize("hat_vorlage", [False, True])
def test_report_that_corrects_none_is_not_begun_before_something_is_chosen(hat_vorlage: bool) -> None:
    vorlage = create_eingefrorenen() if hat_vorlage else None
    with pytest.raises(GegenstandError) as fehler:
        begin_bericht(gegenstand=None, vorlage=vorlage, konto=get_schreibende(), jetzt=JETZT)
    assert fehler.value.messages == ["Bitte wählen Sie Drucksache und Art des Berichts."]
    assert not Bericht.objects.filter(status=Berichtsstatus.ENTWURF).exists()


@pytest.mark.parametrize("status", [Berichtsstatus.ENTWURF, Berichtsstatus.EINGEFROREN, Berichtsstatus.VERWORFEN])
def test_only_a_released_report_is_corrected(status: Berichtsstatus) -> None:
    bericht = create_eingefrorenen() if status == Berichtsstatus.EINGEFROREN else create_entwurf()
    if status == Berichtsstatus.VERWORFEN:
        bericht = discard(bericht)
    assert bericht.status == status
    with pytest.raises(NichtFreigegebenError):
        correct(bericht)


def test_beginning_without_the_right_is_refused() -> None:
    frueher, fremde = create_freigegebenen(), create_konto("liest", "Datenschutz-Lesen")
    with pytest.raises(RechtFehltError):
        begin_bericht(gegenstand=Gegenstand(frueher.drucksache, frueher.art), konto=fremde, jetzt=JETZT)
    with pytest.raises(RechtFehltError):
        begin_bericht(gegenstand=None, vorlage=frueher, konto=fremde, jetzt=JETZT)
    with pytest.raises(RechtFehltError):
        correct_bericht(bericht_id=frueher.pk, konto=fremde, jetzt=JETZT)
