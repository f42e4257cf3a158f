"""Versions of a letter and the two releases of exactly that version."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.dokumente import read_dokument
from konzept.domain.dokumentpruefung import DokumentError
from konzept.domain.kooperationsmaterial import (
    FreigabeError,
    Materialangaben,
    MaterialError,
    ZweitesKontoFehltError,
    add_material,
    approve_material,
)
from konzept.models import Anfragedokument, Anfragematerial, Kooperationsanfrage, Materialfreigabe
from konzept.models.kooperationswerte import Anfragestatus, Materialart, Stelle
from tests.konzept.factories_kooperation import (
    PDF,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    add_freigabe,
    add_material_fuer,
    build_datei,
    get_konto,
)

pytestmark = pytest.mark.django_db

BRIEF = Materialangaben(
    Materialart.ANSCHREIBEN, "Bezirksbürgermeister*in", "Koordination, 030 0000000", "Ihre Teilnahme ist freiwillig."
)


@pytest.fixture
def anfrage() -> Kooperationsanfrage:
    return KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE)


def add(anfrage: Kooperationsanfrage, angaben: Materialangaben = BRIEF, inhalt: bytes = PDF) -> Anfragematerial:
    return add_material(
        anfrage_id=anfrage.pk, angaben=angaben, datei=build_datei(inhalt), konto=get_konto(), jetzt=ZEIT
    )


def approve(material: Anfragematerial, stelle: Stelle, **felder: object) -> Materialfreigabe:
    angaben: dict[str, object] = {"person": f"Funktion {stelle}", "am": TAG, "heute": TAG, **felder}
    return approve_material(material_id=material.pk, stelle=stelle, konto=get_konto(), **angaben)


def test_versions_are_counted_for_each_kind(anfrage: Kooperationsanfrage) -> None:
    add(anfrage)
    add(anfrage, inhalt=PDF + b"%\n")
    add(anfrage, replace(BRIEF, art=Materialart.FRAGEBOGEN))
    assert [str(eines) for eines in anfrage.materialien.all()] == [
        "Anschreiben, Version 2",
        "Anschreiben, Version 1",
        "Fragebogen, Version 1",
    ]


def test_version_keeps_its_file(anfrage: Kooperationsanfrage) -> None:
    material = add(anfrage)
    assert (material.dokument.art, read_dokument(material.dokument)) == ("material", PDF)


def test_same_file_with_the_same_answers_is_refused_and_makes_no_second_version(anfrage: Kooperationsanfrage) -> None:
    add(anfrage)
    with pytest.raises(MaterialError) as fehler:
        add(anfrage)
    assert fehler.value.messages == [
        "Genau diese Fassung gibt es schon: „Anschreiben, Version 1“, mit derselben Datei und denselben Angaben."
    ]
    assert (Anfragematerial.objects.count(), Anfragedokument.objects.count()) == (1, 1)


def test_same_file_with_another_answer_is_a_new_version(anfrage: Kooperationsanfrage) -> None:
    add(anfrage)
    assert add(anfrage, replace(BRIEF, freiwillig=True)).version == 2


@pytest.mark.parametrize("satz", ["", " \n"])
def test_version_without_the_sentence_quoted_is_refused(anfrage: Kooperationsanfrage, satz: str) -> None:
    with pytest.raises(MaterialError) as fehler:
        add(anfrage, replace(BRIEF, freiwillig_satz=satz))
    assert fehler.value.message_dict == {"freiwillig_satz": ["Bitte den Satz zur Freiwilligkeit wörtlich eintragen."]}


@pytest.mark.parametrize("name", ["absender", "rueckruf"])
def test_version_without_sender_or_contact_is_refused(anfrage: Kooperationsanfrage, name: str) -> None:
    with pytest.raises(ValidationError) as fehler:
        add(anfrage, replace(BRIEF, **{name: ""}))
    assert set(fehler.value.message_dict) == {name}
    assert not Anfragedokument.objects.exists()


def test_version_with_a_file_of_another_kind_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(DokumentError):
        add(anfrage, inhalt=b"MZ program")
    assert not Anfragematerial.objects.exists()


@pytest.mark.parametrize(
    "status",
    [one for one in Anfragestatus if one not in {Anfragestatus.VEREINBART, Anfragestatus.MATERIALFREIGABE}],
)
def test_version_at_any_other_time_is_refused(status: Anfragestatus) -> None:
    with pytest.raises(MaterialError) as fehler:
        add(KooperationsanfrageFactory(status=status))
    satz = f"Material kommt hinzu, wenn die Anfrage vereinbart ist. Jetzt steht sie auf „{status.label}“."
    assert fehler.value.messages == [satz]


def test_release_is_written_down(anfrage: Kooperationsanfrage) -> None:
    material = add_material_fuer(anfrage)
    freigabe = approve(material, Stelle.PRESSE)
    assert (freigabe.person, freigabe.freigegeben_am, freigabe.konto) == ("Funktion presse", TAG, get_konto())
    assert str(freigabe) == "Anschreiben, Version 1: Pressestelle"


def test_release_of_an_older_version_is_refused(anfrage: Kooperationsanfrage) -> None:
    alte = add_material_fuer(anfrage)
    add_material_fuer(anfrage, version=2)
    with pytest.raises(FreigabeError) as fehler:
        approve(alte, Stelle.PRESSE)
    assert fehler.value.messages == [
        "Von diesem Material gibt es eine neuere Version. Freigegeben wird nur die neueste."
    ]


def test_newer_version_of_another_kind_is_in_nobodys_way(anfrage: Kooperationsanfrage) -> None:
    material = add_material_fuer(anfrage)
    add_material_fuer(anfrage, art=Materialart.FRAGEBOGEN, version=2)
    assert approve(material, Stelle.PRESSE).material == material


@pytest.mark.parametrize("person", ["Funktion datenschutz", " FUNKTION Datenschutz "])
def test_same_person_for_both_offices_is_refused(anfrage: Kooperationsanfrage, person: str) -> None:
    material = add_material_fuer(anfrage)
    add_freigabe(material, Stelle.DATENSCHUTZ)
    with pytest.raises(FreigabeError) as fehler:
        approve(material, Stelle.PRESSE, person=person)
    assert fehler.value.message_dict == {
        "person": ["Diese Person hat schon für die andere Stelle freigegeben. Es braucht zwei."]
    }


def test_second_release_by_the_same_account_is_refused(anfrage: Kooperationsanfrage) -> None:
    material = add_material_fuer(anfrage)
    add_freigabe(material, Stelle.PRESSE, konto=get_konto())
    with pytest.raises(ZweitesKontoFehltError) as fehler:
        approve(material, Stelle.DATENSCHUTZ)
    assert fehler.value.messages == [
        "Von Ihrem Konto ist schon eine Freigabe dieser Version: „Pressestelle“. Die andere trägt ein zweites Konto ein."
    ]
    assert material.freigaben.count() == 1


def test_account_may_release_the_next_version(anfrage: Kooperationsanfrage) -> None:
    add_freigabe(add_material_fuer(anfrage), Stelle.PRESSE, konto=get_konto())
    assert approve(add_material_fuer(anfrage, version=2), Stelle.DATENSCHUTZ).gilt


def test_release_that_counts_no_more_is_given_again_by_another_account(anfrage: Kooperationsanfrage) -> None:
    material = add_material_fuer(anfrage)
    add_freigabe(material, Stelle.DATENSCHUTZ)
    add_freigabe(material, Stelle.PRESSE, konto=get_konto(Stelle.DATENSCHUTZ), gilt=False, person="Dieselbe")
    assert approve(material, Stelle.PRESSE, person="Dieselbe").gilt
    assert material.freigaben.count() == 3


def test_second_release_by_the_same_office_is_refused(anfrage: Kooperationsanfrage) -> None:
    material = add_material_fuer(anfrage)
    add_freigabe(material, Stelle.PRESSE)
    with pytest.raises(ValidationError) as fehler:
        approve(material, Stelle.PRESSE)
    assert fehler.value.messages == ["Diese Stelle hat diese Version schon freigegeben."]


def test_release_by_the_statistics_office_is_refused(anfrage: Kooperationsanfrage) -> None:
    with pytest.raises(FreigabeError) as fehler:
        approve(add_material_fuer(anfrage), Stelle.STATISTIK)
    assert fehler.value.messages == ["Freigeben können nur Datenschutz und Pressestelle."]


@pytest.mark.parametrize(
    ("tage", "satz"),
    [(1, "Dieser Tag liegt in der Zukunft."), (-1, "An diesem Tag gab es die Version noch nicht.")],
)
def test_release_on_an_impossible_day_is_refused(anfrage: Kooperationsanfrage, tage: int, satz: str) -> None:
    with pytest.raises(FreigabeError) as fehler:
        approve(add_material_fuer(anfrage), Stelle.PRESSE, am=TAG + timedelta(days=tage))
    assert fehler.value.message_dict == {"freigegeben_am": [satz]}


@pytest.mark.parametrize("status", [one for one in Anfragestatus if one != Anfragestatus.MATERIALFREIGABE])
def test_release_at_any_other_time_is_refused(status: Anfragestatus) -> None:
    material = add_material_fuer(KooperationsanfrageFactory(status=status))
    with pytest.raises(FreigabeError) as fehler:
        approve(material, Stelle.PRESSE)
    satz = f"Freigegeben wird, wenn die Anfrage auf „Materialfreigabe“ steht. Jetzt steht sie auf „{status.label}“."
    assert fehler.value.messages == [satz]
