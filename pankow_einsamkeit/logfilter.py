"""Keeps search words out of the logs (anforderungen.md P2)."""

import logging
import re

QUERY_STRING = re.compile(r"\?[^\s\"']*")


class DropQueryString(logging.Filter):
    """Replaces everything after a question mark in the message and its arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = QUERY_STRING.sub("?…", record.getMessage())
        record.args = ()
        return True
