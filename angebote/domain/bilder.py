"""Reads an uploaded picture and makes new ones of it. Nothing of the file is kept but what can be seen.

A new picture is painted from the pixels, so place, time, camera, comments and hidden copies in the file go with it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, UnidentifiedImageError

FORMATE = ("JPEG", "PNG", "WEBP")
BREITEN = (480, 960, 1440)  # pixels; a phone, a phone with a sharp screen, a desk
HOECHSTE_PIXELZAHL = 50_000_000  # today's phones; four bytes each while it is read
MINDESTBREITE, MINDESTHOEHE = 320, 200
HOECHSTES_VERHAELTNIS = 4  # of the longer side to the shorter one
# Twice the widest: a JPEG is read smaller at once, which costs a fraction of the memory.
LESEGROESSE = 2 * max(BREITEN)
JPEG_GUETE, WEBP_GUETE = 82, 78
FARBEN = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr"})
BEWEGTE = frozenset({"PNG", "WEBP"})  # a JPEG with several pictures holds a photo and its small copies
# ISO 23008-12: what iPhones write unless they are told otherwise.
HEIC_MARKEN = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
EXIF_ORIENTIERUNG = 0x0112
DREHUNGEN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class BildError(ValueError):
    """A picture that is refused; its text is German and says what to do."""


@dataclass(frozen=True)
class Fassungen:
    """The new files by width in pixels and ending; `breite` and `hoehe` are those of the largest."""

    breite: int
    hoehe: int
    dateien: dict[tuple[int, str], bytes]

    @property
    def breiten(self) -> list[int]:
        return sorted({breite for breite, _endung in self.dateien})


def read_bild(datei: BinaryIO) -> Image.Image:
    """Upright, in sRGB, without anything else; raises BildError and nothing else, whatever the file holds."""
    try:
        _verify(datei)
        return _load(datei)
    except BildError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fehler:
        raise BildError(_build_zu_viele_pixel()) from fehler
    except Exception as fehler:  # parsers meet a broken file with whatever goes wrong first
        raise BildError(
            _("Diese Datei ist beschädigt oder unvollständig. Bitte wählen Sie ein anderes Foto.")
        ) from fehler


def build_fassungen(bild: Image.Image) -> Fassungen:
    """Never wider than the picture is: what would have to be made up stays away."""
    breiteste = min(bild.width, max(BREITEN))
    breiten = sorted({breiteste, *(breite for breite in BREITEN if breite < breiteste)})
    dateien: dict[tuple[int, str], bytes] = {}
    for breite in breiten:
        kleines = _scale(bild, breite)
        dateien[breite, "jpg"] = _encode(kleines, "JPEG", quality=JPEG_GUETE, progressive=True, optimize=True)
        dateien[breite, "webp"] = _encode(kleines, "WEBP", quality=WEBP_GUETE)
    return Fassungen(breiteste, _compute_hoehe(bild, breiteste), dateien)


def _verify(datei: BinaryIO) -> None:
    """Before a pixel is unpacked: the kind, the size that the file declares, and its checksums."""
    datei.seek(0)
    kopf = datei.read(12)
    if not kopf:
        raise BildError(_("Diese Datei ist leer. Bitte wählen Sie ein anderes Foto."))
    if kopf[4:8] == b"ftyp" and kopf[8:12] in HEIC_MARKEN:
        raise BildError(
            _(
                "Dieses Foto hat das Format HEIC, das viele Geräte nicht zeigen können. Bitte speichern Sie es "
                "als JPEG: auf dem Mac in „Vorschau“ mit „Ablage“, „Exportieren“. Für neue Fotos am iPhone: "
                "„Einstellungen“, „Kamera“, „Formate“, „Maximale Kompatibilität“."
            )
        )
    datei.seek(0)
    try:
        bild = Image.open(datei, formats=FORMATE)
    except UnidentifiedImageError as fehler:
        raise BildError(
            _("Diese Datei ist kein Foto, das wir lesen können. Möglich sind JPEG, PNG und WebP.")
        ) from fehler
    with bild:
        _check_groesse(bild)
        if bild.format in BEWEGTE and getattr(bild, "n_frames", 1) > 1:
            raise BildError(_("Dieses Bild bewegt sich. Bitte wählen Sie ein Foto, das stillsteht."))
        bild.verify()


def _check_groesse(bild: Image.Image) -> None:
    kurz, lang = sorted(bild.size)
    if bild.width * bild.height > HOECHSTE_PIXELZAHL:
        raise BildError(_build_zu_viele_pixel())
    if lang < MINDESTBREITE or kurz < MINDESTHOEHE:
        raise BildError(
            _(
                "Dieses Bild ist zu klein (%(breite)d × %(hoehe)d Pixel). "
                "Nötig sind mindestens %(mindestens)d × %(hoch)d."
            )
            % {"breite": bild.width, "hoehe": bild.height, "mindestens": MINDESTBREITE, "hoch": MINDESTHOEHE}
        )
    if lang > HOECHSTES_VERHAELTNIS * kurz:
        raise BildError(_("Dieses Bild ist ein sehr schmaler Streifen. Bitte schneiden Sie es vorher zu."))


def _build_zu_viele_pixel() -> str:
    return _(
        "Dieses Bild hat zu viele Pixel. Bitte verkleinern Sie es, zum Beispiel auf 3.000 Pixel in der Breite, "
        "und wählen Sie es dann noch einmal aus."
    )


def _load(datei: BinaryIO) -> Image.Image:
    datei.seek(0)
    with Image.open(datei, formats=FORMATE) as bild:
        bild.draft(None, (LESEGROESSE, LESEGROESSE))
        bild.load()
        if bild.mode not in FARBEN:
            raise BildError(_("Die Farben dieses Bildes können wir nicht lesen. Bitte speichern Sie es als JPEG."))
        drehung = DREHUNGEN.get(_read_orientierung(bild))
        neues = _paint(_reduce(bild))
    return neues.transpose(drehung) if drehung is not None else neues


def _reduce(bild: Image.Image) -> Image.Image:
    """What draft does for a JPEG, for the other formats, before further copies of all pixels are made."""
    faktor = min(bild.size) // LESEGROESSE
    return bild.reduce(faktor) if faktor > 1 and bild.mode in {"RGB", "RGBA", "L", "LA"} else bild


def _read_orientierung(bild: Image.Image) -> int:
    """1 where nothing readable says otherwise: a photo is not refused for its notes."""
    with suppress(Exception):
        return int(bild.getexif().get(EXIF_ORIENTIERUNG, 1))
    return 1


def _paint(bild: Image.Image) -> Image.Image:
    """On white, since what is transparent has to have some colour in a JPEG."""
    farbiges = _convert_farben(bild)
    if farbiges.mode == "P":
        farbiges = farbiges.convert("RGBA")
    maske = farbiges.getchannel("A") if "A" in farbiges.getbands() else None
    neues = Image.new("RGB", farbiges.size, "white")
    neues.paste(farbiges.convert("RGB"), mask=maske)
    return neues


def _convert_farben(bild: Image.Image) -> Image.Image:
    """By the file's colour profile to sRGB; as it stands where the profile cannot be used."""
    profil = bild.info.get("icc_profile")
    if not profil or bild.mode not in {"RGB", "CMYK", "L"}:
        return bild
    with suppress(ImageCms.PyCMSError, OSError):
        eigenes = ImageCms.ImageCmsProfile(BytesIO(profil))
        neues = ImageCms.profileToProfile(bild, eigenes, ImageCms.createProfile("sRGB"), outputMode="RGB")
        return neues if neues is not None else bild
    return bild


def _scale(bild: Image.Image, breite: int) -> Image.Image:
    if bild.width == breite:
        return bild
    return bild.resize((breite, _compute_hoehe(bild, breite)), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _compute_hoehe(bild: Image.Image, breite: int) -> int:
    return max(1, round(bild.height * breite / bild.width))


def _encode(bild: Image.Image, format_: str, **optionen: object) -> bytes:
    ziel = BytesIO()
    bild.save(ziel, format_, **optionen)
    return ziel.getvalue()
