import logging
import sys

import pytest

from pankow_einsamkeit.logfilter import DropQueryString


@pytest.mark.parametrize(
    ("message", "args", "expected"),
    [
        ("Not Found: /angebote/?q=depression&kiez=buch", (), "Not Found: /angebote/?…"),
        ('"%s" 200', ("GET /angebote/?q=sucht HTTP/1.1",), '"GET /angebote/?… HTTP/1.1" 200'),
        ("%s: %d Termine", ("/kieze/", 3), "/kieze/: 3 Termine"),
    ],
)
def test_log_filter_drops_search_words(message: str, args: tuple[object, ...], expected: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert DropQueryString().filter(record) is True
    assert record.getMessage() == expected


def test_log_filter_drops_search_words_from_tracebacks() -> None:
    try:
        raise ValueError("cannot read /angebote/?q=depression")
    except ValueError:
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error", (), sys.exc_info())
    DropQueryString().filter(record)
    text = logging.Formatter().format(record)
    assert "ValueError: cannot read /angebote/?…" in text.splitlines()
