import struct
import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from angebote.domain.bilder import HOECHSTE_PIXELZAHL, BildError, build_fassungen, read_bild
from tests.bilder import draw_bild, encode_bild, name_farbe

GPS, ORIENTIERUNG, KAMERA = 0x8825, 0x0112, 0x0110
GEHEIM = b"Siebenschlaefer"


def read_bytes(inhalt: bytes) -> Image.Image:
    return read_bild(BytesIO(inhalt))


def refusal_of(inhalt: bytes) -> str:
    with pytest.raises(BildError) as fehler:
        read_bytes(inhalt)
    return str(fehler.value)


def build_exif(orientierung: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTIERUNG] = orientierung
    exif[KAMERA] = GEHEIM.decode()
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 33.0, 1.0), 3: "E", 4: (13.0, 27.0, 1.0)})
    return exif


def build_png_header(breite: int, hoehe: int) -> bytes:
    """A PNG that declares a size and holds almost nothing."""

    def build_chunk(art: bytes, daten: bytes) -> bytes:
        return struct.pack(">I", len(daten)) + art + daten + struct.pack(">I", zlib.crc32(art + daten))

    kopf = build_chunk(b"IHDR", struct.pack(">IIBBBBB", breite, hoehe, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + kopf + build_chunk(b"IDAT", zlib.compress(b"\0" * 100)) + build_chunk(b"IEND", b"")


def test_fassungen_are_jpeg_and_webp_in_three_widths() -> None:
    fassungen = build_fassungen(read_bytes(encode_bild(draw_bild(3200, 2400))))

    groessen = {name: Image.open(BytesIO(inhalt)).size for name, inhalt in fassungen.dateien.items()}
    arten = {name: Image.open(BytesIO(inhalt)).format for name, inhalt in fassungen.dateien.items()}
    assert groessen == {
        (breite, endung): (breite, breite * 3 // 4) for breite in (480, 960, 1440) for endung in ("jpg", "webp")
    }
    assert set(arten.items()) == {
        ((breite, endung), art) for breite in (480, 960, 1440) for endung, art in (("jpg", "JPEG"), ("webp", "WEBP"))
    }
    assert (fassungen.breite, fassungen.hoehe, fassungen.breiten) == (1440, 1080, [480, 960, 1440])
    assert Image.open(BytesIO(fassungen.dateien[480, "jpg"])).info["progressive"] == 1


@pytest.mark.parametrize(
    ("breite", "breiten"), [(400, [400]), (480, [480]), (700, [480, 700]), (960, [480, 960]), (1440, [480, 960, 1440])]
)
def test_fassungen_are_never_wider_than_the_picture(breite: int, breiten: list[int]) -> None:
    fassungen = build_fassungen(read_bytes(encode_bild(draw_bild(breite, 400))))
    assert (fassungen.breiten, fassungen.breite) == (breiten, breite)


@pytest.mark.parametrize(
    "inhalt",
    [
        encode_bild(exif=build_exif(), comment=GEHEIM, xmp=b"<x>" + GEHEIM + b"</x>", dpi=(71, 71)),
        encode_bild(format_="WEBP", exif=build_exif(), xmp=b"<x>" + GEHEIM + b"</x>"),
        encode_bild(format_="PNG", exif=build_exif()),
    ],
    ids=["jpeg", "webp", "png"],
)
def test_fassungen_keep_nothing_of_what_the_file_tells(inhalt: bytes) -> None:
    assert GEHEIM in inhalt
    assert Image.open(BytesIO(inhalt)).getexif().get_ifd(GPS)

    dateien = build_fassungen(read_bytes(inhalt)).dateien

    for neues in dateien.values():
        bild = Image.open(BytesIO(neues))
        bild.load()
        assert dict(bild.getexif()) == {}
        assert {"exif", "xmp", "comment", "icc_profile"} & set(bild.info) == set()
        assert GEHEIM not in neues


def test_fassungen_keep_no_text_of_a_png() -> None:
    texte = PngInfo()
    texte.add_text("Author", GEHEIM.decode())
    texte.add_itxt("XML:com.adobe.xmp", GEHEIM.decode())
    dateien = build_fassungen(read_bytes(encode_bild(format_="PNG", pnginfo=texte))).dateien
    assert {GEHEIM in inhalt for inhalt in dateien.values()} == {False}


@pytest.mark.parametrize(
    ("orientierung", "groesse", "farbe_oben_links"),
    [
        (1, (1600, 1200), "rot"),
        (2, (1600, 1200), "blau"),
        (3, (1600, 1200), "blau"),
        (4, (1600, 1200), "rot"),
        (5, (1200, 1600), "rot"),
        (6, (1200, 1600), "rot"),
        (7, (1200, 1600), "blau"),
        (8, (1200, 1600), "blau"),
        (99, (1600, 1200), "rot"),
    ],
)
def test_picture_is_turned_as_the_camera_was_held(
    orientierung: int, groesse: tuple[int, int], farbe_oben_links: str
) -> None:
    bild = read_bytes(encode_bild(exif=build_exif(orientierung)))
    assert bild.size == groesse
    assert name_farbe(bild.getpixel((10, 10))) == farbe_oben_links
    gegenueber = bild.getpixel((groesse[0] - 10, groesse[1] - 10))
    assert {farbe_oben_links, name_farbe(gegenueber)} == {"rot", "blau"}


@pytest.mark.parametrize("orientierung", [6, 8])
def test_large_jpeg_is_read_smaller_and_upright(orientierung: int) -> None:
    bild = read_bytes(encode_bild(draw_bild(6400, 6000), exif=build_exif(orientierung)))
    assert bild.size == (3000, 3200)
    assert name_farbe(bild.getpixel((10, 10))) == {6: "rot", 8: "blau"}[orientierung]


def test_large_png_is_read_smaller() -> None:
    assert read_bytes(encode_bild(draw_bild(6400, 6000), "PNG")).size == (3200, 3000)


@pytest.mark.parametrize("modus", ["1", "L", "P", "CMYK", "YCbCr"])
def test_picture_of_any_usual_colours_becomes_rgb(modus: str) -> None:
    format_ = "JPEG" if modus in {"CMYK", "YCbCr"} else "PNG"
    bild = read_bytes(encode_bild(draw_bild(modus=modus), format_))
    assert (bild.mode, bild.size) == ("RGB", (1600, 1200))
    if modus in {"P", "CMYK", "YCbCr"}:
        assert [name_farbe(bild.getpixel(ort)) for ort in ((10, 10), (1590, 10))] == ["rot", "blau"]


@pytest.mark.parametrize("modus", ["RGBA", "LA", "P"])
def test_transparent_picture_stands_on_white(modus: str) -> None:
    bild = Image.new("RGBA", (400, 300), (0, 0, 0, 0)).convert(modus)
    optionen: dict[str, Any] = {"transparency": bild.getpixel((0, 0))} if modus == "P" else {}
    assert read_bytes(encode_bild(bild, "PNG", **optionen)).getpixel((10, 10)) == (255, 255, 255)


def test_colour_profile_is_applied_and_dropped() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    bild = read_bytes(encode_bild(icc_profile=lab))
    assert "icc_profile" not in bild.info
    assert name_farbe(bild.getpixel((10, 10))) == "rot"


def test_colour_profile_that_is_broken_leaves_the_colours_as_they_are() -> None:
    bild = read_bytes(encode_bild(icc_profile=b"kaputt"))
    assert name_farbe(bild.getpixel((10, 10))) == "rot"


def test_photo_of_a_phone_with_small_copies_inside_is_one_photo() -> None:
    inhalt = encode_bild(format_="MPO", save_all=True, append_images=[draw_bild(320, 240)])
    assert Image.open(BytesIO(inhalt)).n_frames == 2  # type: ignore[attr-defined]
    assert read_bytes(inhalt).size == (1600, 1200)


@pytest.mark.parametrize(
    "inhalt",
    [
        b"Liebe Redaktion, anbei das Foto.",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        encode_bild(format_="GIF"),
        encode_bild(format_="BMP"),
        encode_bild(format_="TIFF"),
        encode_bild(format_="PDF"),
        b"\x00\x00\x00\x1cftypavif",
        b"\xff\xd8\xff\xe0",
    ],
    ids=["txt", "svg", "gif", "bmp", "tiff", "pdf", "avif", "jpeg-anfang"],
)
def test_file_of_another_kind_is_refused_with_the_kinds_that_work(inhalt: bytes) -> None:
    assert refusal_of(inhalt) == "Diese Datei ist kein Foto, das wir lesen können. Möglich sind JPEG, PNG und WebP."


@pytest.mark.parametrize("marke", [b"heic", b"mif1"])
def test_heic_is_refused_with_the_way_to_a_jpeg(marke: bytes) -> None:
    assert "Bitte speichern Sie es als JPEG" in refusal_of(b"\x00\x00\x00\x18ftyp" + marke + b"\0" * 100)


def test_empty_file_is_refused() -> None:
    assert "leer" in refusal_of(b"")


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_truncated_file_is_refused(format_: str) -> None:
    ganzes = encode_bild(Image.effect_noise((800, 600), 80).convert("RGB"), format_)
    assert "beschädigt oder unvollständig" in refusal_of(ganzes[: len(ganzes) // 2])


@pytest.mark.parametrize("groesse", [(20_000, 20_000), (10_001, 10_000), (9_000, 6_000), (65_000, 65_000)])
def test_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(groesse: tuple[int, int]) -> None:
    assert groesse[0] * groesse[1] > HOECHSTE_PIXELZAHL
    assert "zu viele Pixel" in refusal_of(build_png_header(*groesse))


@pytest.mark.parametrize("groesse", [(319, 300), (600, 199), (1, 1)])
def test_small_picture_is_refused_with_its_size(groesse: tuple[int, int]) -> None:
    assert f"({groesse[0]} × {groesse[1]} Pixel)" in refusal_of(encode_bild(draw_bild(*groesse)))


@pytest.mark.parametrize("groesse", [(320, 200), (200, 320), (800, 200)])
def test_picture_of_the_least_size_is_taken(groesse: tuple[int, int]) -> None:
    assert read_bytes(encode_bild(draw_bild(*groesse))).size == groesse


def test_narrow_strip_is_refused() -> None:
    assert "schmaler Streifen" in refusal_of(encode_bild(draw_bild(1001, 250)))


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_animated_picture_is_refused(format_: str) -> None:
    bilder = [draw_bild(400, 300), draw_bild(400, 300).rotate(180)]
    bewegtes = encode_bild(bilder[0], format_, save_all=True, append_images=bilder[1:])
    assert "bewegt sich" in refusal_of(bewegtes)


def test_sixteen_bits_a_colour_are_refused() -> None:
    assert "Farben" in refusal_of(encode_bild(Image.new("I;16", (400, 300)), "PNG"))


ANFAENGE = st.sampled_from([b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBPVP8 "])


@given(anfang=ANFAENGE, rest=st.binary(max_size=400))
def test_random_bytes_are_refused_and_raise_nothing_else(anfang: bytes, rest: bytes) -> None:
    assert refusal_of(anfang + rest)


GANZE = {format_: encode_bild(draw_bild(340, 220), format_) for format_ in ("JPEG", "PNG", "WEBP")}


@given(format_=st.sampled_from(sorted(GANZE)), stelle=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_one_wrong_byte_is_refused_or_read_and_raises_nothing_else(format_: str, stelle: float, byte: int) -> None:
    inhalt = bytearray(GANZE[format_])
    inhalt[int(len(inhalt) * stelle)] = byte
    with suppress(BildError):
        assert read_bytes(bytes(inhalt)).mode == "RGB"
