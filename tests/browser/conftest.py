"""A real server for the browser: gunicorn with the collected static files, as in production, on a catalogue of its own.

The tests talk to it through Chromium only; no database is shared with the other tests. Where there is no Chromium they
are left out, in CI they fail.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.architecture.quelltext import BASE_DIR
from tests.browser.anmeldung import DEMO_PASSWORT, DEMO_ZWEITER_FAKTOR
from tests.browser.katalog_namen import SECRET_KEY

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    left_out = pytest.mark.skip(reason="no Chromium found")
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not os.environ.get("CI"):
                item.add_marker(left_out)


@dataclass(frozen=True)
class Portal:
    address: str
    angebote: dict[str, int]  # slug → id
    umgebung: dict[str, str]  # for programs of ours that work on the same database


def find_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str) -> None:
    end = time.monotonic() + 30  # seconds
    while True:
        try:
            urlopen(address, timeout=2).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    port = find_free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path_factory.mktemp("daten")),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "SECRET_KEY": SECRET_KEY,
        "PORTAL_TELEFON": "030 0000000",
        "DEMO_PASSWORT": DEMO_PASSWORT,
        "DEMO_ZWEITER_FAKTOR": DEMO_ZWEITER_FAKTOR,
        "PORTAL_TELEFONZEITEN": "Montag bis Freitag, 9 bis 15 Uhr",
    }
    fill = subprocess.run(
        [sys.executable, "-m", "tests.browser.katalog"],
        cwd=BASE_DIR,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=300,
    )
    gunicorn = Path(sys.executable).parent / "gunicorn"
    with subprocess.Popen([gunicorn, "pankow_einsamkeit.wsgi"], cwd=BASE_DIR, env=environment) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/gesund/")
            yield Portal(f"http://127.0.0.1:{port}", json.loads(fill.stdout), environment)
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def base_url(portal: Portal) -> str:
    """pytest-playwright opens relative addresses below this."""
    return portal.address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    # Containers run as root, where Chromium's sandbox cannot start; it only ever sees our own pages.
    # Without the other two it looks up hosts of its maker at every start, which a closed network refuses one by one.
    args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "de-DE", "timezone_id": "Europe/Berlin"}


@pytest.fixture
def complaints(context: BrowserContext, portal: Portal) -> Iterator[list[str]]:
    """What the browser complains about while the test runs; a test that ends with any fails."""
    found: list[str] = []

    def check_request(request: Request) -> None:
        if not request.url.startswith((portal.address + "/", "data:", "blob:")):
            found.append(f"foreign request: {request.url}")

    def check_message(message: ConsoleMessage) -> None:
        # htmx stops a question when a newer one is asked, and writes that down as if it were an error.
        if message.type in {"error", "warning"} and "AbortError" not in message.text:
            found.append(message.text)

    def watch(page: Page) -> None:
        page.on("console", check_message)
        page.on("pageerror", lambda error: found.append(str(error)))

    context.on("request", check_request)
    for page in context.pages:
        watch(page)
    context.on("page", watch)
    yield found
    assert found == []
