import logging
import sys

import pytest

from pankow_einsamkeit.logfilter import DropQueryString


@pytest.mark.parametrize(
    ("message", "args", "expected"),
    [
        ("Not Found: /angebote/?q=depression&kiez=buch", (), "Not Found: /angebote/?…"),
        ('"%s" 200', ("GET /angebote/?q=sucht HTTP/1.1",), '"GET /angebote/?… HTTP/1.1" 200'),
        ('Error handling /a?q=a b "c" don\'t', (), "Error handling /a?…"),
        ("ip=2001:db8::7: 'GET /?q=a b HTTP/1.1'", (), "ip=…: 'GET /?… HTTP/1.1'"),
        ("%s: %d Termine", ("/kieze/", 3), "/kieze/: 3 Termine"),
        ("Not Found: /pruefen/3c97-rr2c-tqgy/x y", (), "Not Found: /pruefen/…"),
        ("Not Found: /prüfen/3c97 rr2c/", (), "Not Found: /prüfen/…"),
        (r"Not Found: /pr\xfcfen/3c97-rr2c/", (), r"Not Found: /pr\xfcfen/…"),
        ("Not Found: //PRUEFEN//3C97-RR2C/?q=a", (), "Not Found: //PRUEFEN//…"),
        ("GET 200 12 3ms %(U)s", ({"U": "/pruefen/3c97-rr2c-tqgy/"},), "GET 200 12 3ms /pruefen/…"),
        ("ip=1.2.3.4: 'GET /pr%C3%BCfen/3c97 HTTP/1.1'", (), "ip=…: 'GET /pr%C3%BCfen/… HTTP/1.1'"),
        ("Not Found: /bestaetigen/AbC-x.Zz_9/3f9x8b/aendern/", (), "Not Found: /bestaetigen/…"),
        ("Method Not Allowed (POST): /pruefen/", (), "Method Not Allowed (POST): /pruefen/"),
        ("Was nun? Weiter.", (), "Was nun? Weiter."),
    ],
)
def test_log_filter_drops_search_words(message: str, args: tuple[object, ...], expected: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert DropQueryString().filter(record) is True
    assert record.getMessage() == expected


def test_log_filter_keeps_lines_and_kinds_of_errors_but_not_what_they_say() -> None:
    wort = "depression"
    try:
        try:
            raise ValueError(f"/angebote/?q={wort}")
        except ValueError:
            raise LookupError(f"LINE 1: SELECT {wort}")  # noqa: B904 - the implicit chain is what is tested
    except LookupError:
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error", (), sys.exc_info())
    DropQueryString().filter(record)
    text = logging.Formatter().format(record)
    assert [zeile for zeile in text.splitlines() if zeile.startswith("builtins.")] == [
        "builtins.ValueError",
        "builtins.LookupError",
    ]
    assert text.count(__file__) == 2
    assert wort not in text
