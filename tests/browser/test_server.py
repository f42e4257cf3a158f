"""What only the real server can answer: limits that lie before Django, and what it writes down."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from tests.architecture.quelltext import BASE_DIR
from tests.browser.conftest import Portal, find_free_port, wait_for
from tests.pages.test_hostile import FEINDLICH, ROH

WORT = "Siebenschlaefer"
SQL = ("SELECT", "LINE 1", "no such table", "syntax error")

CODE = "3c97-rr2c-tqgy-65qp-bcyb-a847"  # of the shape of one


@dataclass(frozen=True)
class Server:
    address: str
    protokoll: Path

    def read_protokoll(self) -> str:
        return self.protokoll.read_text(encoding="utf-8")

    def send(self, adresse: str) -> int:
        try:
            with urlopen(self.address + adresse, timeout=20) as answer:
                return int(answer.status)
        except HTTPError as fehler:
            fehler.close()
            return fehler.code

    def send_raw(self, zeile: bytes) -> bytes:
        host, port = self.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as verbindung:
            verbindung.sendall(zeile + b"\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return verbindung.recv(65_536).split(b"\r\n")[0]


@pytest.fixture(params=["mit-tabellen", "ohne-tabellen"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """Its own, as talkative as settings allow, and once with a database in which every search fails."""
    port = find_free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "LOG_LEVEL": "DEBUG",
        "ACCESS_LOG": "1",
    }
    if request.param == "mit-tabellen":
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, cwd=BASE_DIR, env=environment, check=True, timeout=120)
    gunicorn = Path(sys.executable).parent / "gunicorn"
    protokoll = tmp_path / "protokoll"
    with (
        protokoll.open("wb") as ausgabe,
        subprocess.Popen(
            [gunicorn, "pankow_einsamkeit.wsgi"], cwd=BASE_DIR, env=environment, stdout=ausgabe, stderr=ausgabe
        ) as prozess,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/gesund/")
            yield Server(f"http://127.0.0.1:{port}", protokoll)
        finally:
            prozess.terminate()


def test_server_writes_no_word_of_a_search_and_no_sql(server: Server) -> None:
    for parameter in ("q", "nah", "plz", "kiez", WORT):
        server.send(f"/angebote/?{parameter}={WORT}")
    for wert in (*map(quote, FEINDLICH.values()), *ROH):
        server.send(f"/angebote/?q={WORT}+{wert}&nah={WORT}")
    assert server.send(f"/gibt-es-nicht?q={WORT}") == server.send(f"/angebote/nein/?q={WORT}")
    protokoll = server.read_protokoll()
    assert "Traceback" in protokoll or server.send("/") == 200  # without tables there is something to leak
    assert WORT not in protokoll
    assert [wort for wort in SQL if wort in protokoll] == []


def test_server_writes_no_code_of_a_printed_sheet(server: Server) -> None:
    for pfad in (f"/pruefen/{CODE}/", f"/pruefen/{CODE.upper()}", f"/pr%C3%BCfen/{CODE}/", f"/pruefen/x/{CODE}/%20200"):
        server.send(pfad)
    server.send_raw(f"GET /pruefen/{CODE} mit Leerzeichen HTTP/1.1".encode())
    protokoll = server.read_protokoll()
    assert "/pruefen/…" in protokoll
    assert [gruppe for gruppe in CODE.split("-") if gruppe in protokoll.lower()] == []


def test_server_writes_no_word_and_no_visitor_of_requests_it_cannot_read(server: Server) -> None:
    for zeile in (
        f"GET /angebote/?q={WORT} mit Leerzeichen HTTP/1.1",
        f"GET /angebote/?q={WORT}\x00 HTTP/1.1",
        f"G€T /angebote/?q={WORT} HTTP/1.1",
        f"GET /angebote/?q={WORT} HTTP/9.9",
        f"GET /angebote/?q={WORT}",
    ):
        assert server.send_raw(zeile.encode()).startswith(b"HTTP/1.1 ")
    protokoll = server.read_protokoll()
    assert "Invalid" in protokoll
    assert WORT not in protokoll
    assert "127.0.0.1" not in protokoll.replace(server.address, "")


@pytest.mark.parametrize("zeichen", ["a", "ü", "😀"])
def test_server_very_long_search_answers_with_a_page(portal: Portal, zeichen: str) -> None:
    with urlopen(f"{portal.address}/angebote/?q={quote(zeichen * 10_000)}&kiez=weissensee", timeout=20) as answer:
        assert answer.status == 200
        assert "war sehr lang" in answer.read().decode()


def test_server_says_not_modified_to_whoever_has_the_page(portal: Portal) -> None:
    kopf = {"Accept-Encoding": "gzip"}
    with urlopen(Request(f"{portal.address}/angebote/", headers=kopf), timeout=20) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        etag = answer.headers["ETag"]
    with pytest.raises(HTTPError) as antwort:
        urlopen(Request(f"{portal.address}/angebote/", headers={**kopf, "If-None-Match": etag}), timeout=20)
    assert (antwort.value.code, antwort.value.read()) == (304, b"")
    antwort.value.close()
