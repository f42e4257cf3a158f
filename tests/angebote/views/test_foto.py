from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from angebote.choices import Motiv, Status
from angebote.domain.fotos import add_foto
from angebote.models import Foto
from tests.bilder import build_upload, draw_bild, encode_bild
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def foto() -> Foto:
    return add_foto(
        bezug=AngebotFactory(status=Status.ENTWURF),
        motiv=Motiv.RAUM,
        alt_text="Ein heller Raum mit sechs Tischen",
        bildnachweis="Bezirksamt Pankow",
        datei=build_upload(encode_bild(draw_bild(700, 500))),
    )


@pytest.mark.parametrize(("endung", "art", "format_"), [("jpg", "image/jpeg", "JPEG"), ("webp", "image/webp", "WEBP")])
def test_foto_is_served_with_its_kind_and_kept_for_a_month(
    client: Client, foto: Foto, endung: str, art: str, format_: str
) -> None:
    antwort = client.get(foto.build_url(480, endung))
    bild = Image.open(BytesIO(antwort.content))
    assert (antwort.status_code, bild.format, bild.size) == (200, format_, (480, 343))
    assert antwort["Content-Type"] == art
    assert antwort["X-Content-Type-Options"] == "nosniff"
    assert antwort["Cache-Control"] == "public, max-age=2592000, immutable"
    assert "img-src 'self'" in antwort["Content-Security-Policy"]
    assert dict(antwort.cookies) == {}


def test_foto_costs_no_query(client: Client, foto: Foto, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get(foto.url)


@pytest.mark.parametrize(
    "adresse",
    [
        f"/fotos/{'0' * 32}-480.jpg",
        "/fotos/",
        "/fotos/geheim.txt",
        "/fotos/../db.sqlite3",
        "/fotos/..%2fdb.sqlite3",
        "/fotos/%2e%2e/db.sqlite3",
        f"/fotos/{'0' * 32}-480.jpg/",
        f"/fotos/{'0' * 32}-480.jpg%0a",
        f"/fotos/{'A' * 32}-480.jpg",
        f"/fotos/{'0' * 32}-480.svg",
        "/fotos/" + "0" * 5000,
    ],
)
def test_other_names_are_not_found_and_kept_by_nobody(client: Client, adresse: str) -> None:
    default_storage.save("geheim.txt", ContentFile(b"Siebenschlaefer"))
    antwort = client.get(adresse)
    default_storage.delete("geheim.txt")
    assert antwort.status_code == 404
    assert antwort["Cache-Control"] == "private, no-store"
    assert b"Siebenschlaefer" not in antwort.content


def test_foto_address_only_reads(foto: Foto) -> None:
    assert Client(enforce_csrf_checks=True).post(foto.url).status_code == 405
