"""Draws docs/bilder/start.png for the README from the demo's catalogue, with the same server as the demo."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

BASE_DIR = Path(__file__).resolve().parent.parent
TARGET = BASE_DIR / "docs" / "bilder" / "start.png"
ADDRESS = "http://127.0.0.1:8137"
WIDTH, HEIGHT = 1180, 900
SECONDS = 30  # to start


def wait_for_server() -> None:
    end = time.monotonic() + SECONDS
    while True:
        try:
            urlopen(f"{ADDRESS}/gesund/", timeout=1).close()  # noqa: S310  our own address
            return
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def draw_start_page() -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(ADDRESS)
        page.screenshot(path=TARGET)
        browser.close()


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    command = [str(Path(sys.executable).parent / "gunicorn"), "pankow_einsamkeit.wsgi"]
    environment = dict(os.environ) | {"PORT": ADDRESS.rsplit(":", 1)[1]}
    with subprocess.Popen(command, cwd=BASE_DIR, env=environment) as server:  # noqa: S603  our own server
        try:
            wait_for_server()
            draw_start_page()
        finally:
            server.terminate()
    sys.stdout.write(f"{TARGET.relative_to(BASE_DIR)}: {TARGET.stat().st_size / 1024:.0f} KiB\n")


if __name__ == "__main__":
    main()
