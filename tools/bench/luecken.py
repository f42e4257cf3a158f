"""The gap analysis as the browser gets it, counted and timed."""

import time
from collections.abc import Iterator

from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from konzept.choices import Lueckendimension
from konzept.views.luecken import show_luecken
from pankow_einsamkeit.models import Konto


def measure_luecken(konto: Konto, dimension: Lueckendimension, *, anzahl: int = 6) -> Iterator[tuple[float, int]]:
    """Seconds of the processor and queries of each answer, without signing in."""
    for _mal in range(anzahl):
        request = RequestFactory().get("/intern/luecken/", {"nach": dimension})
        request.user = konto
        request.session = SessionBase()  # empty, and kept nowhere
        with CaptureQueriesContext(connection) as abfragen:
            beginn = time.process_time()
            show_luecken(request)
            sekunden = time.process_time() - beginn
        yield sekunden, len(abfragen)
