"""A real server on 127.0.0.1 with everything that happens to links."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

KURZ = 0.05


class Antworten(BaseHTTPRequestHandler):
    """/404 answers 404; /301/x leads to /x; /nur-get refuses HEAD; /endlos never ends its body; /zaeh its head."""

    protocol_version = "HTTP/1.1"
    gesehen: list[tuple[str, str, str | None]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.gesehen.append((self.command, self.path, self.headers["User-Agent"]))  # type: ignore[attr-defined]
        erster, _, rest = self.path.removeprefix("/").partition("/")
        if erster in {"301", "302", "307", "308"}:
            self._send(int(erster), {"Location": "/" + rest})
        elif erster == "nur-get":
            self._send(200 if self.command == "GET" else 501)
        elif erster == "langsam":
            time.sleep(2)
            self._send(200)
        elif erster == "endlos":
            self._drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" if self.command == "GET" else b"")
        elif erster == "zaeh":
            self._drip(b"HTTP/1.1 200 OK\r\n")
        elif erster == "kreis":
            self._send(302, {"Location": "/kreis"})
        elif erster == "datei":
            self._send(301, {"Location": "file:///etc/passwd"})
        elif erster == "krumm":
            self.wfile.write(b"das ist kein HTTP\r\n\r\n")
            self.close_connection = True
        else:
            self._send(int(erster) if erster.isdigit() else 200)

    def _send(self, status: int, kopf: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, wert in (kopf or {}).items():
            self.send_header(name, wert)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self, anfang: bytes) -> None:
        self.close_connection = True
        if not anfang:
            self._send(405)
            return
        try:
            self.wfile.write(anfang)
            while not self.server.zu:  # type: ignore[attr-defined]
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(KURZ)
        except OSError:
            return

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def run_webserver() -> Iterator[tuple[str, list[tuple[str, str, str | None]]]]:
    """Its address without a slash at the end, and what was asked of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Antworten)
    server.daemon_threads = True
    server.gesehen, server.zu = [], False  # type: ignore[attr-defined]
    faden = Thread(target=server.serve_forever, kwargs={"poll_interval": KURZ}, daemon=True)
    faden.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server.gesehen  # type: ignore[attr-defined]
    finally:
        server.zu = True  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
