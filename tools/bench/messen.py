"""`python -m tools.bench.messen SECONDS`: asks every search in turn, prints one JSON object with the measures.

Times are milliseconds of a request through all middleware, without the network. Reference page and searches take turns,
so that a busy moment of the machine hits both.
"""

import gzip
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tools.bench.suchen import SUCHEN

REFERENZ = "referenz"
HOECHSTENS = 40  # rounds
MINDESTENS = 3
KIBIBYTE = 1024


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    client = Client(raise_request_exception=True)
    adressen = {REFERENZ: "/referenz/"} | {name: f"/angebote/?{suche}" for name, suche in SUCHEN.items()}
    ergebnis: dict[str, Any] = {name: inspect_page(client, adresse) for name, adresse in adressen.items()}
    zeiten = measure_times(client, adressen, seconds=float(sys.argv[1]))
    for name, werte in zeiten.items():
        ergebnis[name] |= {"p50": statistics.median(werte), "p95": statistics.quantiles(werte, n=20)[-1]}
    alle = [zeit for name, werte in zeiten.items() if name != REFERENZ for zeit in werte]
    ergebnis["alle"] = {"p50": statistics.median(alle), "p95": statistics.quantiles(alle, n=20)[-1]}
    ergebnis |= read_speicher()
    sys.stdout.write(json.dumps(ergebnis))


def inspect_page(client: Client, adresse: str) -> dict[str, float]:
    """Queries and compressed size of one answer; also warms every cache up."""
    client.get(adresse)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(adresse)
    assert answer.status_code == 200, f"{adresse}: {answer.status_code}"  # noqa: S101
    return {"queries": len(queries), "gzip_kb": len(gzip.compress(answer.content, 6)) / 1000}


def measure_times(client: Client, adressen: dict[str, str], *, seconds: float) -> dict[str, list[float]]:
    zeiten: dict[str, list[float]] = {name: [] for name in adressen}
    ende = time.perf_counter() + seconds
    for runde in range(HOECHSTENS):
        if runde >= MINDESTENS and time.perf_counter() > ende:
            break
        for name, adresse in adressen.items():
            beginn = time.perf_counter()
            client.get(adresse)
            zeiten[name].append((time.perf_counter() - beginn) * 1000)
    return zeiten


def read_speicher() -> dict[str, float]:
    """Megabytes of this process (Linux): what it has for itself, and together with what all workers share, which are
    program files and the pages of SQLite's file that are mapped.
    """
    zeilen = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kibibytes = {
        name: int(wert.split()[0]) for name, wert in (zeile.split(":\t", 1) for zeile in zeilen) if "kB" in wert
    }
    return {"mb": kibibytes["RssAnon"] * KIBIBYTE / 1e6, "mb_mit_dateien": kibibytes["VmRSS"] * KIBIBYTE / 1e6}


if __name__ == "__main__":
    main()
