"""`make bench`: fills throw-away databases with synthetic catalogues and measures the search page on them.

For every database and size a table: milliseconds p50 and p95, their ratio to an ordinary Django page measured in the
same run, queries, compressed size; then the seconds and the memory of the printed documents; at the end which aims of
design.md 9 are met. Nothing of it touches the database in data/. DATENBANK=sqlite or DATENBANK=postgresql leaves the
other one out. `python -m tools.bench dokumente` measures the documents alone.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tools.bench.dokumente import ANGEBOTE, DOKUMENTE
from tools.bench.messen import REFERENZ
from tools.bench.suchen import SUCHEN
from tools.bench.ziele import Dokumentzahlen, Kennzahlen, build_urteil

BASE_DIR = Path(__file__).resolve().parent.parent.parent
POSTGRES = BASE_DIR / "tools" / "postgres.sh"
SECONDS = float(os.environ.get("BENCH_SECONDS", "40"))  # for the measures of one database and size
DATENBANKEN = os.environ.get("DATENBANK", "sqlite postgresql").split()
Messung = dict[str, Any]
Messungen = dict[tuple[str, int], Messung]


def main() -> int:
    if sys.argv[1:] == ["dokumente"]:
        say("\n" + build_urteil({}, measure_dokumente()))
        return 0
    groessen = [int(groesse) for groesse in sys.argv[1:]] or [300, 3000]
    messungen: Messungen = {}
    mit_postgres = "postgresql" in DATENBANKEN and has_postgres()
    for groesse in groessen:
        if "sqlite" in DATENBANKEN:
            with tempfile.TemporaryDirectory(prefix="pankow-bench-") as folder:
                messungen["SQLite", groesse] = run_one([], f"sqlite:///{folder}/bench.sqlite3", groesse)
            print_table("SQLite", groesse, messungen["SQLite", groesse])
        if mit_postgres:
            messungen["PostgreSQL", groesse] = run_one([str(POSTGRES)], "", groesse)
            print_table("PostgreSQL", groesse, messungen["PostgreSQL", groesse])
    print_summary(messungen)
    kennzahlen = {schluessel: compute_kennzahlen(messung) for schluessel, messung in messungen.items()}
    say("\n" + build_urteil(kennzahlen, measure_dokumente()))
    return 0


def has_postgres() -> bool:
    if subprocess.run([POSTGRES, "--found"], check=False).returncode == 0:  # noqa: S603
        return True
    say("PostgreSQL: left out, no initdb found")
    return False


def run_one(prefix: list[str], database_url: str, groesse: int) -> Messung:
    """Fills and measures in processes of their own, so that the measured memory is that of a worker."""
    environment = dict(os.environ) | ({"DATABASE_URL": database_url} if database_url else {})
    fill = f"{sys.executable} -m tools.bench.fuellen {groesse} >&2"
    measure = f"{sys.executable} -m tools.bench.messen {SECONDS}"
    beginn = time.perf_counter()
    output = subprocess.run(  # noqa: S603  our own programs
        [*prefix, "/bin/sh", "-c", f"{fill} && {measure}"],
        cwd=BASE_DIR,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    messung: Messung = json.loads(output)
    messung["seconds"] = time.perf_counter() - beginn
    return messung


def measure_dokumente() -> dict[str, Dokumentzahlen]:
    """Each in a process of its own, so that the peak of its memory is told apart from that of the others."""
    zahlen = {}
    say(f"\nDocuments from a catalogue of {ANGEBOTE:,} offers")
    say(f"{'document':<24}{'p50 s':>8}{'max s':>8}{'aim s':>8}{'kB':>9}{'MB of typst':>13}")
    with tempfile.TemporaryDirectory(prefix="pankow-bench-") as folder:
        environment = dict(os.environ) | {"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}
        run_module("tools.bench.fuellen", str(ANGEBOTE), environment)
        for name, dokument in DOKUMENTE.items():
            messung = json.loads(run_module("tools.bench.dokumente", name, environment))
            if not messung:
                say(f"{name:<24}{'left out, there is no such address':>50}")
                continue
            ziel = f"{dokument.hoechstens:>8.1f}" if dokument.hoechstens else f"{'':>8}"
            say(
                f"{name:<24}{messung['p50']:>8.2f}{messung['max']:>8.2f}{ziel}{messung['kb']:>9.0f}{messung['mb']:>13.0f}"
            )
            zahlen[name] = Dokumentzahlen(messung["p50"], dokument.hoechstens)
    return zahlen


def run_module(module: str, argument: str, environment: dict[str, str]) -> str:
    return subprocess.run(  # noqa: S603  our own programs
        [sys.executable, "-m", module, argument],
        cwd=BASE_DIR,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def print_table(datenbank: str, groesse: int, messung: Messung) -> None:
    grund = messung[REFERENZ]["p50"]
    say(f"\n{datenbank}, {groesse:,} offers ({messung['seconds']:.0f} s, {build_speichersatz(messung)})")
    say(f"{'search':<22}{'p50 ms':>8}{'p95 ms':>8}{'ratio':>7}{'queries':>9}{'gzip kB':>9}")
    for name in (REFERENZ, *SUCHEN):
        zeile = messung[name]
        say(
            f"{name:<22}{zeile['p50']:>8.1f}{zeile['p95']:>8.1f}{zeile['p50'] / grund:>7.1f}"
            f"{zeile['queries']:>9}{zeile['gzip_kb']:>9.1f}"
        )


def build_speichersatz(messung: Messung) -> str:
    return f"a worker has {messung['mb']:.0f} MB of its own, {messung['mb_mit_dateien']:.0f} MB with shared files"


def print_summary(messungen: Messungen) -> None:
    say("\nAll twelve searches together")
    say(
        f"{'database':<12}{'offers':>9}{'p50 ms':>8}{'p95 ms':>8}{'p95/p50':>9}{'ratio':>7}{'worst':>7}"
        f"{'queries':>9}{'MB':>6}"
    )
    for (datenbank, groesse), messung in messungen.items():
        zahlen = compute_kennzahlen(messung)
        say(
            f"{datenbank:<12}{groesse:>9,}{zahlen.p50:>8.1f}{zahlen.p95:>8.1f}{zahlen.p95 / zahlen.p50:>9.1f}"
            f"{zahlen.verhaeltnis:>7.1f}{zahlen.schlechtestes:>7.1f}{zahlen.abfragen:>9}{zahlen.megabyte:>6.0f}"
        )


def compute_kennzahlen(messung: Messung) -> Kennzahlen:
    grund = messung[REFERENZ]["p50"]
    return Kennzahlen(
        p50=messung["alle"]["p50"],
        p95=messung["alle"]["p95"],
        verhaeltnis=messung["alle"]["p50"] / grund,
        schlechtestes=max(messung[name]["p50"] for name in SUCHEN) / grund,
        abfragen=max(messung[name]["queries"] for name in SUCHEN),
        gzip_kb=max(messung[name]["gzip_kb"] for name in SUCHEN),
        megabyte=messung["mb"],
    )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
