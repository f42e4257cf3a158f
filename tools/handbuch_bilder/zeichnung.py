"""A drawn entrance instead of a photo: the pictures of the handbook show no real house and no people."""

from io import BytesIO

from PIL import Image, ImageDraw

BREITE, HOEHE = 1600, 1200
WAND, SOCKEL, WEG = (226, 214, 196), (168, 155, 138), (196, 196, 192)
RAHMEN, TUER, GLAS = (245, 243, 238), (38, 84, 140), (176, 206, 226)
STUFE, KANTE, METALL, LICHT = (150, 148, 144), (112, 110, 106), (70, 72, 76), (236, 190, 70)
Kasten = tuple[int, int, int, int]
FLAECHEN: tuple[tuple[Kasten, tuple[int, int, int]], ...] = (
    ((0, 0, BREITE, 900), WAND),
    ((0, 780, BREITE, 940), SOCKEL),
    ((0, 940, BREITE, HOEHE), WEG),
    ((540, 150, 1060, 900), RAHMEN),
    ((580, 190, 1020, 900), TUER),
    ((640, 250, 960, 520), GLAS),
    ((792, 250, 808, 520), RAHMEN),
    ((950, 590, 980, 690), METALL),
    ((1140, 480, 1240, 660), METALL),
    ((1165, 560, 1215, 620), RAHMEN),
    ((500, 900, 1100, 960), STUFE),
    ((500, 900, 1100, 912), KANTE),
    ((440, 960, 1160, 1030), STUFE),
    ((440, 960, 1160, 972), KANTE),
    ((150, 300, 400, 640), RAHMEN),
    ((175, 325, 375, 615), GLAS),
    ((268, 325, 282, 615), RAHMEN),
)


def draw_eingang() -> bytes:
    """As JPEG: a blue door with two flat steps in front of it, on its right a bell under a lamp."""
    bild = Image.new("RGB", (BREITE, HOEHE), WAND)
    stift = ImageDraw.Draw(bild)
    for kasten, farbe in FLAECHEN:
        stift.rectangle(kasten, fill=farbe)
    stift.ellipse((1145, 380, 1235, 470), fill=LICHT)
    stift.ellipse((1178, 505, 1202, 529), fill=LICHT)
    ziel = BytesIO()
    bild.save(ziel, "JPEG", quality=90)
    return ziel.getvalue()
