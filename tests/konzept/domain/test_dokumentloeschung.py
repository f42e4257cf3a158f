"""A file that should not be here: it goes for good, its trace stays, and it counts for nothing any more."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction

from konzept.domain.dokumente import DokumentEntferntError, add_dokument, get_ablage, read_dokument
from konzept.domain.dokumentloeschung import LoeschungError, delete_uebrige, erase_dokument
from konzept.domain.kooperationsbeteiligung import find_wartende_auf_datenschutz
from konzept.domain.kooperationsmaterial import FreigabeError, approve_material
from konzept.domain.kooperationspruefung import list_fehlendes, load_lage
from konzept.models import Anfragedokument, Dokumentloeschung, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart, Stelle
from tests.konzept.factories_kooperation import (
    PDF,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    add_dokument_fuer,
    add_freigabe,
    add_material_fuer,
    build_datei,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db
Commit = Callable[..., AbstractContextManager[Iterator[object]]]


def erase(dokument: Anfragedokument, grund: str = "Liste statt Brief.") -> Dokumentloeschung:
    return erase_dokument(dokument_id=dokument.pk, grund=grund, konto=get_konto(), jetzt=ZEIT)


def list_saetze(anfrage: Kooperationsanfrage) -> list[str]:
    anfrage.refresh_from_db()
    return [str(bedingung.satz) for bedingung in list_fehlendes(load_lage(anfrage, heute=TAG))]


@pytest.fixture
def dokument() -> Anfragedokument:
    return add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.SONSTIGES)


def test_file_and_name_go_and_everything_else_stays(
    dokument: Anfragedokument, django_capture_on_commit_callbacks: Commit
) -> None:
    vorher = Anfragedokument.objects.values().get()
    with django_capture_on_commit_callbacks(execute=True):
        loeschung = erase(dokument, " Liste statt Brief. ")
    assert (loeschung.grund, loeschung.konto, loeschung.am) == ("Liste statt Brief.", get_konto(), ZEIT)
    assert Anfragedokument.objects.values().get() == vorher | {"dateiname": "entfernt"}
    assert not get_ablage().exists(dokument.kennung)


def test_file_stays_until_the_trace_is_certain(
    dokument: Anfragedokument, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        erase(dokument)
        transaction.set_rollback(True)
    assert read_dokument(Anfragedokument.objects.get()) == PDF
    assert Anfragedokument.objects.get().dateiname == "Papier.pdf"


def test_file_that_the_store_still_has_is_given_to_nobody(dokument: Anfragedokument) -> None:
    erase(dokument)
    assert get_ablage().exists(dokument.kennung)
    with pytest.raises(DokumentEntferntError):
        read_dokument(Anfragedokument.objects.get())


@pytest.mark.parametrize("grund", ["", " \n"])
def test_erasing_without_a_reason_is_refused(dokument: Anfragedokument, grund: str) -> None:
    with pytest.raises(LoeschungError) as fehler:
        erase(dokument, grund)
    assert fehler.value.message_dict == {"grund": ["Bitte sagen Sie, warum die Datei entfernt wird."]}
    assert not Dokumentloeschung.objects.exists()


def test_erasing_twice_is_refused_and_keeps_the_first_reason(dokument: Anfragedokument) -> None:
    erase(dokument)
    with pytest.raises(LoeschungError) as fehler:
        erase(dokument, "Noch einmal.")
    assert fehler.value.messages == ["Diese Datei ist schon entfernt."]
    assert Dokumentloeschung.objects.get().grund == "Liste statt Brief."


@pytest.mark.parametrize("status", Anfragestatus)
def test_file_is_erased_in_every_state_even_of_an_ended_request(status: Anfragestatus) -> None:
    erase(add_dokument_fuer(KooperationsanfrageFactory(status=status), Dokumentart.ERGEBNIS))
    assert Dokumentloeschung.objects.count() == 1


@pytest.mark.parametrize(
    ("art", "saetze"),
    [
        (Dokumentart.ERKLAERUNG, ["Es fehlt die unterzeichnete Erklärung der Geschäftsführung."]),
        (Dokumentart.VOLLMACHT, ["Es fehlt das Schreiben mit der Bevollmächtigung."]),
    ],
)
def test_erased_paper_is_asked_for_again(art: Dokumentart, saetze: list[str]) -> None:
    anfrage = create_bereit(Anfragestatus.ZUGESAGT)
    assert list_saetze(anfrage) == []
    erase(anfrage.dokumente.get(art=art))
    assert list_saetze(anfrage) == saetze


def test_only_version_erased_is_asked_for_again() -> None:
    anfrage = create_bereit(Anfragestatus.VEREINBART)
    erase(anfrage.materialien.get().dokument)
    assert list_saetze(anfrage) == ["Es fehlt das Material, das verschickt werden soll."]


def test_version_before_the_erased_one_counts_again_with_its_releases() -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    neue = add_material_fuer(anfrage, version=2)
    assert len(list_saetze(anfrage)) == 2
    assert set(find_wartende_auf_datenschutz()) == {anfrage}
    erase(neue.dokument)
    assert list_saetze(anfrage) == []
    assert not find_wartende_auf_datenschutz().exists()


def test_version_before_the_erased_one_can_be_released_and_the_erased_one_cannot() -> None:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE)
    alte, neue = add_material_fuer(anfrage), add_material_fuer(anfrage, version=2)
    erase(neue.dokument)

    def approve(material_id: int) -> None:
        approve_material(
            material_id=material_id, stelle=Stelle.PRESSE, person="Amt", am=TAG, konto=get_konto(), heute=TAG
        )

    with pytest.raises(FreigabeError) as fehler:
        approve(neue.pk)
    assert fehler.value.messages == ["Die Datei dieser Version ist entfernt. Sie lässt sich nicht mehr freigeben."]
    approve(alte.pk)
    assert alte.freigaben.count() == 1


def test_letter_without_any_file_leaves_no_release_to_wait_for() -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-datenschutz")
    erase(anfrage.materialien.get().dokument)
    assert not find_wartende_auf_datenschutz().exists()


def test_erased_letter_does_not_let_the_request_go_to_the_post() -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    erase(anfrage.materialien.get().dokument)
    assert list_saetze(anfrage) == ["Es fehlt das Material, das verschickt werden soll."]


def test_same_file_can_be_uploaded_again_after_a_mistake(dokument: Anfragedokument) -> None:
    erase(dokument)
    neues = add_dokument(
        anfrage_id=dokument.anfrage_id, art=dokument.art, datei=build_datei(), konto=get_konto(), jetzt=ZEIT
    )
    assert neues.sha256 == dokument.sha256
    assert read_dokument(neues) == PDF


def test_releases_of_an_erased_version_stay_readable() -> None:
    material = add_material_fuer(KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE))
    add_freigabe(material, Stelle.PRESSE)
    erase(material.dokument)
    assert material.freigaben.count() == 1


def test_file_that_came_back_is_deleted_and_no_other(
    dokument: Anfragedokument,
    django_capture_on_commit_callbacks: Commit,
    capsys: pytest.CaptureFixture[str],
) -> None:
    anderes = add_dokument_fuer(dokument.anfrage, Dokumentart.ERKLAERUNG)
    with django_capture_on_commit_callbacks(execute=True):
        erase(dokument)
    get_ablage().save(dokument.kennung, ContentFile(PDF))  # as from a backup

    call_command("delete_entfernte_dokumente")

    assert capsys.readouterr().out == "1 Dateien gelöscht.\n"
    assert not get_ablage().exists(dokument.kennung)
    assert read_dokument(anderes) == PDF
    assert delete_uebrige() == 0
