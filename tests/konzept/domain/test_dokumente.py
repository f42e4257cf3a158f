"""Papers: stored under random names beside nothing public, with a checksum, and read back whole or not at all."""

import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from konzept.domain.dokumente import (
    DokumentVerloreneError,
    add_dokument,
    clean_dateiname,
    get_ablage,
    list_dokumentarten,
    read_dokument,
)
from konzept.domain.dokumentpruefung import DokumentError
from konzept.domain.kooperation import AnfrageError
from konzept.models import Anfragedokument, Kooperationsanfrage
from konzept.models.kooperation import ENDZUSTAENDE
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart, Dokumentformat
from pankow_einsamkeit import settings as betrieb
from tests.konzept.factories_kooperation import PDF, ZEIT, KooperationsanfrageFactory, build_datei, get_konto

pytestmark = pytest.mark.django_db


def add(
    anfrage: Kooperationsanfrage,
    inhalt: bytes = PDF,
    name: str = "Erklärung.pdf",
    art: Dokumentart = Dokumentart.ERKLAERUNG,
) -> Anfragedokument:
    return add_dokument(
        anfrage_id=anfrage.pk,
        art=art,
        datei=build_datei(inhalt, name),
        konto=get_konto(),
        jetzt=ZEIT,
    )


def test_paper_is_stored_under_a_random_name_with_its_checksum() -> None:
    eines, anderes = (add(KooperationsanfrageFactory()) for _ in range(2))

    assert re.fullmatch(r"[0-9a-f]{32}", eines.kennung)
    assert eines.kennung != anderes.kennung
    assert (eines.format, eines.groesse, eines.sha256) == ("pdf", len(PDF), hashlib.sha256(PDF).hexdigest())
    assert (eines.dateiname, eines.konto, eines.hochgeladen_am) == ("Erklärung.pdf", get_konto(), ZEIT)
    assert read_dokument(eines) == PDF


def test_same_file_again_is_refused_and_makes_no_second_paper() -> None:
    anfrage = KooperationsanfrageFactory()
    add(anfrage)
    with pytest.raises(DokumentError) as fehler:
        add(anfrage, name="anderer Name.pdf")
    assert fehler.value.message_dict == {
        "datei": ["Genau diese Datei ist hier schon als neuestes Dokument dieser Art abgelegt."]
    }
    assert Anfragedokument.objects.count() == 1


def test_same_file_is_taken_after_another_one_for_another_request_and_as_another_kind() -> None:
    anfrage = KooperationsanfrageFactory()
    add(anfrage)
    add(anfrage, inhalt=PDF + b"%\n")
    add(anfrage)
    add(KooperationsanfrageFactory())
    add_dokument(anfrage_id=anfrage.pk, art=Dokumentart.VOLLMACHT, datei=build_datei(), konto=get_konto(), jetzt=ZEIT)
    assert Anfragedokument.objects.count() == 5


def test_store_lies_outside_everything_that_is_served() -> None:
    optionen = betrieb.STORAGES["dokumente"]["OPTIONS"]
    ort = Path(optionen["location"])
    statisch = [eintrag[1] if isinstance(eintrag, tuple) else eintrag for eintrag in betrieb.STATICFILES_DIRS]
    for oeffentlich in (betrieb.MEDIA_ROOT, betrieb.STATIC_ROOT, *statisch):
        assert not ort.is_relative_to(oeffentlich)
        assert not Path(oeffentlich).is_relative_to(ort)
    assert optionen["base_url"] is None
    assert (optionen["file_permissions_mode"], optionen["directory_permissions_mode"]) == (0o600, 0o700)


def test_file_on_disk_can_be_read_by_nobody_else(tmp_path: Path, settings: object) -> None:
    optionen = betrieb.STORAGES["dokumente"] | {
        "OPTIONS": betrieb.STORAGES["dokumente"]["OPTIONS"] | {"location": tmp_path / "ablage"}
    }
    settings.STORAGES = settings.STORAGES | {"dokumente": optionen}  # type: ignore[attr-defined]

    dokument = add(KooperationsanfrageFactory())

    [datei] = (tmp_path / "ablage").iterdir()
    assert (datei.name, datei.read_bytes()) == (dokument.kennung, PDF)
    assert datei.stat().st_mode & 0o077 == 0
    assert (tmp_path / "ablage").stat().st_mode & 0o077 == 0


def test_too_large_a_file_is_refused_before_it_is_read(settings: object) -> None:
    settings.DOKUMENT_MAX_MB = 0  # type: ignore[attr-defined]
    with pytest.raises(DokumentError) as fehler:
        add(KooperationsanfrageFactory())
    assert fehler.value.message_dict == {"datei": ["Diese Datei ist zu groß. Möglich sind höchstens 0 MB."]}


def test_refused_file_leaves_neither_row_nor_file() -> None:
    with pytest.raises(DokumentError):
        add(KooperationsanfrageFactory(), inhalt=b"MZ program", name="brief.pdf")
    assert not Anfragedokument.objects.exists()


@pytest.mark.parametrize("status", ENDZUSTAENDE)
@pytest.mark.parametrize("art", [art for art in Dokumentart if art != Dokumentart.ANTWORT])
def test_ended_request_takes_no_paper_but_the_answer(status: Anfragestatus, art: Dokumentart) -> None:
    with pytest.raises(AnfrageError) as fehler:
        add(KooperationsanfrageFactory(status=status), art=art)
    satz = f"Die Anfrage ist {status.label}. Zu ihr kommt nur noch die „Antwort an den Träger“ hinzu."
    assert fehler.value.messages == [satz]
    assert not Anfragedokument.objects.exists()


@pytest.mark.parametrize("status", ENDZUSTAENDE)
def test_ended_request_takes_the_answer_as_any_other_paper(status: Anfragestatus) -> None:
    anfrage = KooperationsanfrageFactory(status=status)

    antwort = add(anfrage, art=Dokumentart.ANTWORT)

    assert (antwort.anfrage, antwort.art, read_dokument(antwort)) == (anfrage, "antwort", PDF)
    with pytest.raises(DokumentError):
        add(anfrage, inhalt=b"MZ program", art=Dokumentart.ANTWORT)
    assert list(Anfragedokument.objects.all()) == [antwort]


def test_kinds_of_papers_follow_from_whether_the_request_has_ended() -> None:
    arten = {status: set(list_dokumentarten(KooperationsanfrageFactory(status=status))) for status in Anfragestatus}
    assert arten == {
        status: {Dokumentart.ANTWORT} if status in ENDZUSTAENDE else {*Dokumentart} - {Dokumentart.MATERIAL}
        for status in Anfragestatus
    }


def test_file_that_was_changed_is_not_given_out() -> None:
    dokument = add(KooperationsanfrageFactory())
    get_ablage().delete(dokument.kennung)
    storages["dokumente"].save(dokument.kennung, ContentFile(PDF + b"mehr"))
    with pytest.raises(DokumentVerloreneError):
        read_dokument(dokument)


def test_file_that_is_lost_is_said_to_be_lost() -> None:
    dokument = add(KooperationsanfrageFactory())
    get_ablage().delete(dokument.kennung)
    with pytest.raises(DokumentVerloreneError):
        read_dokument(dokument)


def test_row_does_not_stay_where_the_file_cannot_be_written(settings: object, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("kein Ordner")
    optionen = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "datei"},
    }
    settings.STORAGES = settings.STORAGES | {"dokumente": optionen}  # type: ignore[attr-defined]
    with pytest.raises(OSError, match="datei"):
        add(KooperationsanfrageFactory())
    assert not Anfragedokument.objects.exists()


@pytest.mark.parametrize(
    ("name", "sauber"),
    [
        ("Erklärung (2).pdf", "Erklärung (2).pdf"),
        ("C:\\Nutzer\\brief.pdf", "brief.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("brief.exe", "brief.exe.pdf"),
        ("BRIEF.PDF", "BRIEF.PDF"),
        ('a"b\r\nc.pdf', "a_b__c.pdf"),
        ("", "Dokument.pdf"),
        ("...", "Dokument.pdf"),
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_name_keeps_what_people_know_it_by(name: str, sauber: str) -> None:
    assert clean_dateiname(name, Dokumentformat.PDF) == sauber


@pytest.mark.parametrize(
    ("name", "art", "sauber"),
    [
        ("scan.jpeg", Dokumentformat.JPEG, "scan.jpeg"),
        ("scan.jpg", Dokumentformat.JPEG, "scan.jpg"),
        ("scan.jpeg", Dokumentformat.PNG, "scan.jpeg.png"),
        ("brief.html", Dokumentformat.DOCX, "brief.html.docx"),
    ],
)
def test_name_ends_as_the_content_does(name: str, art: Dokumentformat, sauber: str) -> None:
    assert clean_dateiname(name, art) == sauber


def test_setting_is_in_megabytes() -> None:
    assert settings.DOKUMENT_MAX_MB == 20
