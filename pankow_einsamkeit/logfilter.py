"""Keeps search words out of the logs (anforderungen.md P2)."""

import logging
import re

QUERY_STRING = re.compile(r"\?[^\s\"']*")


class DropQueryString(logging.Filter):
    """Replaces everything after a question mark in the message, its arguments and the traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = QUERY_STRING.sub("?…", record.getMessage())
        record.args = ()
        if record.exc_info:
            record.exc_text = QUERY_STRING.sub("?…", logging.Formatter().formatException(record.exc_info))
        return True
