"""`make handbuch-bilder`: draws docs/handbuch/bilder/ anew from the demo, in a database of its own that is thrown away.

`python -m tools.handbuch_bilder verlauf foto` draws only these. Files that the table no longer names are deleted.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from tools.handbuch_bilder.kamera import Kamera, write_all
from tools.handbuch_bilder.tabelle import BILDER, Bild

BASE_DIR = Path(__file__).resolve().parent.parent.parent
ORDNER = BASE_DIR / "docs" / "handbuch" / "bilder"
WARTEZEIT = 30  # seconds for the server to start
ZWEITER_FAKTOR = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of accounts that live for as long as this runs
Umgebung = dict[str, str]


def main() -> int:
    gewollte = choose(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="pankow-handbuch-") as ordner:
        umgebung = build_umgebung(ordner)
        run(umgebung, "-m", "tools.demo")
        werte = json.loads(run(umgebung, "-m", "tools.handbuch_bilder.beispiele"))
        with serve(umgebung) as adresse:
            say(draw(gewollte, adresse, umgebung, {**werte, "passwort": umgebung["DEMO_PASSWORT"]}))
    delete_unbekannte()
    return 0


def choose(namen: list[str]) -> tuple[Bild, ...]:
    return tuple(bild for bild in BILDER if bild.name in namen) if namen else BILDER


def build_umgebung(ordner: str) -> Umgebung:
    """Nothing of the caller's settings: the pictures shall look the same everywhere."""
    return {
        "PATH": os.environ["PATH"],
        "DATA_DIR": ordner,
        "PORT": str(find_free_port()),
        "WEB_CONCURRENCY": "1",
        "BASIS_URL": "https://www.example.org",
        "DEMO_PASSWORT": secrets.token_urlsafe(12),
        "DEMO_ZWEITER_FAKTOR": ZWEITER_FAKTOR,
    }


def find_free_port() -> int:
    with socket.socket() as einer:
        einer.bind(("127.0.0.1", 0))
        return int(einer.getsockname()[1])


def run(umgebung: Umgebung, *argumente: str) -> str:
    """One of our own programs on the same database; what it prints."""
    befehl = [sys.executable, *argumente]
    return subprocess.run(befehl, cwd=BASE_DIR, env=umgebung, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


@contextmanager
def serve(umgebung: Umgebung) -> Iterator[str]:
    adresse = f"http://127.0.0.1:{umgebung['PORT']}"
    befehl = [str(Path(sys.executable).parent / "gunicorn"), "pankow_einsamkeit.wsgi"]
    with subprocess.Popen(befehl, cwd=BASE_DIR, env=umgebung) as server:  # noqa: S603  our own server
        try:
            wait_for(adresse)
            yield adresse
        finally:
            server.terminate()


def wait_for(adresse: str) -> None:
    ende = time.monotonic() + WARTEZEIT
    while True:
        try:
            urlopen(f"{adresse}/gesund/", timeout=5).close()  # noqa: S310  our own address
            return
        except OSError:  # refused, or too slow on a busy machine
            if time.monotonic() > ende:
                raise
            time.sleep(0.2)


def draw(bilder: tuple[Bild, ...], adresse: str, umgebung: Umgebung, werte: dict[str, object]) -> list[tuple[str, int]]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            kamera = Kamera(browser, adresse=adresse, werte=werte, read_code=lambda: read_code(umgebung))
            return write_all(kamera, bilder, ORDNER)
        finally:
            browser.close()


def read_code(umgebung: Umgebung) -> str:
    return run(umgebung, "manage.py", "show_demo_code").split()[0]


def delete_unbekannte() -> None:
    for datei in ORDNER.iterdir():
        if datei.name not in {bild.datei for bild in BILDER}:
            datei.unlink()


def say(geschrieben: list[tuple[str, int]]) -> None:
    for name, groesse in geschrieben:
        sys.stdout.write(f"{name:<28}{groesse / 1024:>6.0f} KiB\n")
    sys.stdout.write(f"{'zusammen':<28}{sum(groesse for _name, groesse in geschrieben) / 1024:>6.0f} KiB\n")


if __name__ == "__main__":
    sys.exit(main())
