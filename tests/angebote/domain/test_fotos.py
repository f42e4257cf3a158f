import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from angebote.choices import Motiv
from angebote.domain.bilder import BildError
from angebote.domain.fotos import add_foto, delete_fotos, delete_verwaiste_fotos, read_fassungen, store_foto
from angebote.domain.katalog import delete_angebote
from angebote.models import Foto
from tests.bilder import build_upload, draw_bild, encode_bild
from tests.factories import AngebotFactory, OrtFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leerer_speicher")]
Commit = Callable[..., Any]


@pytest.fixture
def leerer_speicher() -> None:
    for name in list_dateien():
        default_storage.delete(name)


def list_dateien() -> set[str]:
    return set(default_storage.listdir("")[1])


def add_beispiel(**felder: Any) -> Foto:
    angaben = {
        "bezug": felder.pop("bezug", None) or AngebotFactory(),
        "motiv": Motiv.AKTIVITAET,
        "alt_text": "Fünf Hände halten Spielkarten",
        "bildnachweis": "Bezirksamt Pankow",
        "datei": build_upload(encode_bild(draw_bild(700, 500))),
    }
    return add_foto(**angaben | felder)


def test_foto_added_has_its_files_under_names_the_user_did_not_choose() -> None:
    foto = add_beispiel()
    assert re.fullmatch(r"[0-9a-f]{32}", foto.kennung)
    assert (foto.breite, foto.hoehe, foto.breiten) == (700, 500, [480, 700])
    assert list_dateien() == {f"{foto.kennung}-{breite}.{art}" for breite in (480, 700) for art in ("jpg", "webp")}
    assert foto.url == f"/fotos/{foto.kennung}-700.jpg"


@pytest.mark.parametrize(("fabrik", "motiv"), [(AngebotFactory, Motiv.RAUM), (OrtFactory, Motiv.EINGANG)])
def test_foto_belongs_to_what_it_was_added_to(fabrik: Any, motiv: Motiv) -> None:
    bezug = fabrik()
    foto = add_beispiel(bezug=bezug, motiv=motiv)
    assert list(bezug.fotos.all()) == [foto]


def test_foto_two_with_the_same_file_have_files_of_their_own() -> None:
    assert add_beispiel().kennung != add_beispiel().kennung
    assert len(list_dateien()) == 8


class Ungelesen(SimpleUploadedFile):
    """Tells its size, and fails the test if somebody reads it."""

    def read(self, *args: Any) -> bytes:
        raise AssertionError("read though it is too large")


def test_file_that_is_too_large_is_refused_before_it_is_read(settings: Any) -> None:
    datei = build_upload(b"x")
    datei.size = 11 * 1024 * 1024
    datei.file = Ungelesen("x.jpg", b"x")
    with pytest.raises(BildError, match="höchstens 10 MB"):
        read_fassungen(datei)


def test_file_of_exactly_the_limit_is_read(settings: Any) -> None:
    settings.FOTO_MAX_MB = 1
    inhalt = encode_bild(draw_bild(700, 500))
    assert read_fassungen(build_upload(inhalt + b"\0" * (1024 * 1024 - len(inhalt)))).breite == 700


def test_file_that_is_no_photo_leaves_neither_row_nor_files() -> None:
    with pytest.raises(BildError):
        add_beispiel(datei=build_upload(b"Text", name="foto.jpg"))
    assert not Foto.objects.exists()
    assert list_dateien() == set()


def test_foto_the_database_refuses_leaves_no_files() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        add_beispiel(alt_text="Bild")
    assert list_dateien() == set()


def test_foto_that_cannot_be_written_leaves_neither_row_nor_files(monkeypatch: pytest.MonkeyPatch) -> None:
    save = default_storage.save

    def save_until_full(name: str, inhalt: Any) -> str:
        if name.endswith("-700.webp"):
            raise OSError("disk full")
        return save(name, inhalt)

    monkeypatch.setattr(default_storage, "save", save_until_full)
    with pytest.raises(OSError, match="disk full"):
        add_beispiel()
    assert not Foto.objects.exists()
    assert list_dateien() == set()


def test_foto_replaced_keeps_nothing_of_the_old_one(django_capture_on_commit_callbacks: Commit) -> None:
    foto = add_beispiel()
    alte = list_dateien()
    with django_capture_on_commit_callbacks(execute=True):
        store_foto(foto=foto, fassungen=read_fassungen(build_upload(encode_bild(draw_bild(500, 400)))))
        assert alte < list_dateien()  # who still sees the old state, still sees its files
    foto.refresh_from_db()
    assert list_dateien() == set(foto.list_namen())
    assert list_dateien() & alte == set()
    assert foto.breiten == [480, 500]


def test_foto_changed_in_words_keeps_its_files(django_capture_on_commit_callbacks: Commit) -> None:
    foto = add_beispiel()
    dateien = list_dateien()
    foto.alt_text = "Sechs Hände halten Spielkarten"
    with django_capture_on_commit_callbacks(execute=True):
        store_foto(foto=foto, fassungen=None)
    assert list_dateien() == dateien


def test_foto_deleted_takes_its_files_along_and_leaves_the_others(django_capture_on_commit_callbacks: Commit) -> None:
    foto, anderes = add_beispiel(), add_beispiel()
    with django_capture_on_commit_callbacks(execute=True):
        delete_fotos(fotos=[foto])
        assert set(foto.list_namen()) < list_dateien()
    assert list(Foto.objects.all()) == [anderes]
    assert list_dateien() == set(anderes.list_namen())


def test_foto_keeps_its_files_when_deleting_it_fails(django_capture_on_commit_callbacks: Commit) -> None:
    foto = add_beispiel()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        delete_fotos(fotos=[foto])
        transaction.set_rollback(True)
    assert list_dateien() == set(foto.list_namen())
    assert Foto.objects.get() == foto


def test_angebot_deleted_takes_the_files_of_its_fotos_along(django_capture_on_commit_callbacks: Commit) -> None:
    foto, anderes = add_beispiel(), add_beispiel()
    with django_capture_on_commit_callbacks(execute=True):
        delete_angebote(angebot_ids=[foto.angebot_id])
    assert list_dateien() == set(anderes.list_namen())


def test_verwaiste_files_are_deleted_after_a_day_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    foto = add_beispiel()
    verwaiste = f"{'f' * 32}-480.jpg"
    default_storage.save(verwaiste, ContentFile(b"x"))
    assert delete_verwaiste_fotos(jetzt=timezone.now() + timedelta(hours=23)) == 0
    call_command("delete_verwaiste_fotos")
    assert "0 Dateien gelöscht." in capsys.readouterr().out
    assert delete_verwaiste_fotos(jetzt=timezone.now() + timedelta(hours=25)) == 1
    assert list_dateien() == set(foto.list_namen())
