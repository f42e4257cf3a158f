"""`make bench-suche`: judges the search on throw-away databases and prints recall@10, MRR and every failing query.

Nothing of it touches the database in data/. With the name of a file of queries only its failures are listed.
"""

import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from tools.bench_suche.fragen import OFFEN, VERDECKT
from tools.bench_suche.masse import EINFACH, SUCHE, Mittelwerte, compute_mittelwerte

BASE_DIR = Path(__file__).resolve().parent.parent.parent
POSTGRES = BASE_DIR / "tools" / "postgres.sh"
ZIEL_RECALL, ZIEL_MRR = 0.95, 0.8
GEZEIGT = 4  # titles named for a failing query
Urteil = dict[str, Any]


def main() -> int:
    gezeigte = sys.argv[1:] or [OFFEN, VERDECKT]
    with tempfile.TemporaryDirectory(prefix="pankow-bench-suche-") as folder:
        urteile = {"SQLite": ask([], f"sqlite:///{folder}/bench.sqlite3")}
    if subprocess.run([POSTGRES, "--found"], check=False).returncode == 0:  # noqa: S603
        urteile["PostgreSQL"] = ask([str(POSTGRES)], "")
    else:
        say("PostgreSQL: left out, no initdb found")
    for datei in gezeigte:
        for datenbank, alle in urteile.items():
            print_fehler(datenbank, datei, [u for u in alle if datenbank == "SQLite" or u not in urteile["SQLite"]])
    print_tabelle(urteile)
    return 0


def ask(prefix: list[str], database_url: str) -> list[Urteil]:
    environment = dict(os.environ) | ({"DATABASE_URL": database_url} if database_url else {})
    befehl = [*prefix, sys.executable, "-m", "tools.bench_suche.urteilen"]
    output = subprocess.run(  # noqa: S603  our own programs
        befehl, cwd=BASE_DIR, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    urteile: list[Urteil] = json.loads(output)
    return urteile


def print_fehler(datenbank: str, datei: str, urteile: list[Urteil]) -> None:
    """Of the other databases only what they answer differently."""
    say(f"\n{datenbank}, {datei}: queries that miss something or mislead")
    fehler = [u for u in urteile if u["datei"] == datei and u["verfahren"] == SUCHE and ist_fehler(u)]
    for urteil in fehler:
        print_urteil(urteil)
    if not fehler:
        say("none" if datenbank == "SQLite" else "none but those of SQLite")


def ist_fehler(urteil: Urteil) -> bool:
    return bool(urteil["falsch"]) or (urteil["recall"] is not None and urteil["recall"] < 1)


def print_urteil(urteil: Urteil) -> None:
    recall = "   –" if urteil["recall"] is None else f"{urteil['recall']:.2f}"
    say(f"{recall}  {urteil['frage']} ({urteil['wer']}, {urteil['bestand']})")
    if urteil["recall"] is not None and urteil["recall"] < 1:
        say(f"      misses {_list(urteil['fehlt'])}")
        say(f"      instead {_list(urteil['statt'])}")
    if urteil["falsch"]:
        say(f"      MISLEADS {_list(urteil['falsch'])}")


def print_tabelle(urteile: dict[str, list[Urteil]]) -> None:
    """Every database, catalogue and file beside the baseline, and whether all of them meet the aims."""
    say(f"\n{'database':<12}{'catalogue':<30}{'queries':<22}{'':>4}{'recall@10':>11}{'MRR':>7}{'misleading':>12}")
    erreicht = True
    for datenbank, alle in urteile.items():
        for bestand, datei in product(dict.fromkeys(urteil["bestand"] for urteil in alle), (OFFEN, VERDECKT)):
            gleiche = [u for u in alle if (u["bestand"], u["datei"]) == (bestand, datei)]
            werte = summarise([u for u in gleiche if u["verfahren"] == SUCHE])
            print_zeile(f"{datenbank:<12}{bestand:<30}{datei}", werte)
            print_zeile(f"  {EINFACH}", summarise([u for u in gleiche if u["verfahren"] == EINFACH]))
            erreicht = erreicht and werte.recall >= ZIEL_RECALL and werte.mrr >= ZIEL_MRR
    say(f"Aims (recall@10 >= {ZIEL_RECALL}, MRR >= {ZIEL_MRR}) in every row: {'met' if erreicht else 'NOT met'}")


def print_zeile(kopf: str, werte: Mittelwerte) -> None:
    say(f"{kopf:<64}{werte.fragen:>4}{werte.recall:>11.3f}{werte.mrr:>7.3f}{werte.irrefuehrend:>12}")


def summarise(urteile: list[Urteil]) -> Mittelwerte:
    mit_soll = [u for u in urteile if u["recall"] is not None]
    return compute_mittelwerte(
        [u["recall"] for u in mit_soll], [u["kehrwert"] for u in mit_soll], [len(u["falsch"]) for u in urteile]
    )


def _list(titel: list[str]) -> str:
    mehr = f" … {len(titel) - GEZEIGT} more" if len(titel) > GEZEIGT else ""
    return ("; ".join(titel[:GEZEIGT]) or "nothing") + mehr


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
