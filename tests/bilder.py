"""Real pictures for tests: drawn, encoded and broken on purpose."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ROT, BLAU = (200, 30, 30), (30, 30, 200)


def draw_bild(breite: int = 1600, hoehe: int = 1200, *, modus: str = "RGB") -> Image.Image:
    """Red on the left half, blue on the right one."""
    bild = Image.new("RGB", (breite, hoehe), ROT)
    bild.paste(BLAU, (breite // 2, 0, breite, hoehe))
    return bild.convert(modus)


def encode_bild(bild: Image.Image | None = None, format_: str = "JPEG", **optionen: Any) -> bytes:
    ziel = BytesIO()
    (bild or draw_bild()).save(ziel, format_, **optionen)
    return ziel.getvalue()


def build_upload(inhalt: bytes | None = None, *, name: str = "../IMG 0815 Müller.JPG") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encode_bild() if inhalt is None else inhalt, content_type="image/jpeg")


def name_farbe(farbe: Any) -> str:
    rot, _gruen, blau = farbe[:3]
    return "rot" if rot > 150 > blau else "blau" if blau > 150 > rot else "andere"
