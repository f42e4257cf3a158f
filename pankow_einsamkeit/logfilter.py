"""Keeps search words, the codes of printed sheets and links to new passwords out of the logs (anforderungen.md P2)."""

import logging
import re
import traceback
from collections.abc import Iterator

# To the end of the line or of the address: whoever sends it may put blanks and quotes into it.
QUERY_STRING = re.compile(r"\?\S.*?(?=\sHTTP/\d|$)", re.MULTILINE)
# The code says which offers somebody was given; a link to confirm answers for a provider. From paper people type
# "prüfen" too, which logs write in many ways.
GEHEIMER_PFAD = re.compile(
    r"(/+(?:pr[^/\s]{1,12}fen|best[^/\s]{1,12}tigen)/+)(?!…).+?(?=\sHTTP/\d|$)", re.MULTILINE | re.IGNORECASE
)
# Whoever has such a link sets a new password within the hour.
PASSWORTLINK = re.compile(r"(/+konto/+passwort/+neu/+)(?!…).+?(?=\sHTTP/\d|$)", re.MULTILINE | re.IGNORECASE)
CLIENT_IP = re.compile(r"\bip=[0-9A-Fa-f.:]*[0-9A-Fa-f]")


def drop_secrets(text: str) -> str:
    return PASSWORTLINK.sub(r"\1…", GEHEIMER_PFAD.sub(r"\1…", QUERY_STRING.sub("?…", text)))


class DropQueryString(logging.Filter):
    """Drops everything after a question mark, /pruefen/, /bestaetigen/ or /konto/passwort/neu/.

    From the message, and from a traceback what the errors say.

    A database repeats words of a search in its errors, and PostgreSQL the SQL around them. Kind of error and lines of
    code are kept. With keep_texts, for development, errors say all.
    """

    def __init__(self, *, keep_texts: bool = False) -> None:
        super().__init__()
        self._keep_texts = keep_texts

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = CLIENT_IP.sub("ip=…", drop_secrets(record.getMessage()))
        record.args = ()
        fehler = record.exc_info[1] if record.exc_info else None
        if fehler is not None and not self._keep_texts:
            record.exc_text = drop_secrets("".join(_iterate_lines(fehler)).rstrip())
        return True


def _iterate_lines(fehler: BaseException) -> Iterator[str]:
    """As Python writes it, the first cause on top, without the text of the errors."""
    ursache = fehler.__cause__ or (None if fehler.__suppress_context__ else fehler.__context__)
    if ursache is not None:
        yield from _iterate_lines(ursache)
        yield "\nDuring this, or because of it:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(fehler.__traceback__)
    yield f"{type(fehler).__module__}.{type(fehler).__qualname__}\n"
