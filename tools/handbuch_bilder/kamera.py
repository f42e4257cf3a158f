"""Takes one picture after the other: signs in once per account, takes the steps of the row, crops and compresses."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page

from tools.handbuch_bilder.tabelle import LISTEN, Bild, Fuelle, Klicke, Lade, Schritt, Warte

SCHAERFE = 1.5  # device pixels per CSS pixel: sharp where the handbook is read, and still small
RAND = 6  # CSS pixels around what is shown
GUETE = 82  # of WebP
Werte = Mapping[str, object]


class Kamera:
    """read_code: the second factor of an account, fresh each time it is asked."""

    def __init__(self, browser: Browser, *, adresse: str, werte: Werte, read_code: Callable[[], str]) -> None:
        self.browser = browser
        self.adresse = adresse
        self.werte = werte
        self.read_code = read_code
        self.anmeldungen: dict[str, list[object]] = {}  # account → cookies

    def take(self, bild: Bild) -> bytes:
        """As WebP."""
        page = self.open_page(bild)
        page.goto(bild.adresse.format_map(self.werte))
        for schritt in bild.schritte:
            self.do(page, schritt)
        page.wait_for_load_state("networkidle")
        rohbild = page.screenshot(
            full_page=True, clip=find_ausschnitt(page, bild), animations="disabled", caret="hide", scale="device"
        )
        page.context.close()
        return encode(rohbild)

    def open_page(self, bild: Bild) -> Page:
        context = self.browser.new_context(
            base_url=self.adresse,
            viewport={"width": bild.breite, "height": 900},
            device_scale_factor=SCHAERFE,
            color_scheme="light",
            reduced_motion="reduce",
            locale="de-DE",
            timezone_id="Europe/Berlin",
        )
        page = context.new_page()
        if bild.konto in self.anmeldungen:
            context.add_cookies(self.anmeldungen[bild.konto])  # type: ignore[arg-type]
        elif bild.konto:
            self.sign_in(page, bild.konto)
            self.anmeldungen[bild.konto] = list(context.cookies())
        return page

    def sign_in(self, page: Page, konto: str) -> None:
        page.goto("/admin/")
        page.fill("#id_login", konto)
        page.fill("#id_password", str(self.werte["passwort"]))
        page.locator("#id_password").press("Enter")
        page.locator("#id_code").wait_for()
        page.fill("#id_code", self.read_code())
        page.locator("#id_code").press("Enter")
        page.locator("#user-tools").wait_for()

    def do(self, page: Page, schritt: Schritt) -> None:
        match schritt:
            case Fuelle(feld, wert):
                page.fill(feld, wert.format_map(self.werte))
            case Lade(feld, datei):
                page.set_input_files(feld, LISTEN / datei)
            case Klicke(ziel):
                page.locator(ziel).first.click()
            case Warte(ziel):
                page.locator(ziel).first.wait_for()


def find_ausschnitt(page: Page, bild: Bild) -> FloatRect:
    """All regions with their margin; from the top of the page."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    kaesten = [kasten for region in bild.regionen if (kasten := page.locator(region).first.bounding_box())]
    if len(kaesten) < len(bild.regionen):
        raise LookupError(f"{bild.name}: nothing to see of {bild.regionen}")
    links = max(min(kasten["x"] for kasten in kaesten) - RAND, 0)
    oben = max(min(kasten["y"] for kasten in kaesten) - RAND, 0)
    rechts = min(max(kasten["x"] + kasten["width"] for kasten in kaesten) + RAND, bild.breite)
    unten = max(kasten["y"] + kasten["height"] for kasten in kaesten) + RAND
    return {"x": links, "y": oben, "width": rechts - links, "height": unten - oben}


def encode(rohbild: bytes) -> bytes:
    ziel = BytesIO()
    with Image.open(BytesIO(rohbild)) as bild:
        bild.convert("RGB").save(ziel, "WEBP", quality=GUETE, method=6)
    return ziel.getvalue()


def write_all(kamera: Kamera, bilder: tuple[Bild, ...], ordner: Path) -> list[tuple[str, int]]:
    """Every row as a file of `ordner`: name and bytes."""
    ordner.mkdir(parents=True, exist_ok=True)
    geschrieben = []
    for bild in bilder:
        inhalt = kamera.take(bild)
        (ordner / bild.datei).write_bytes(inhalt)
        geschrieben.append((bild.datei, len(inhalt)))
    return geschrieben
