"""`python -m tools.bench.dokumente NAME`: makes one PDF several times, prints one JSON object with the measures.

Each time as after a change of the catalogue: nothing of the document is kept, everything it is made of is. Seconds of a
request through all middleware; megabytes are the peak of the process that sets the document (typst).
"""

import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import django
from django.test import Client

RUNDEN = 5
ANGEBOTE = 1000  # in the catalogue the documents are made from
KIBIBYTE = 1024


@dataclass(frozen=True)
class Dokument:
    """hoechstens: the aim in seconds (design.md 9), 0 for none."""

    adresse: str
    hoechstens: float = 0


DOKUMENTE = {
    "booklet, 1,000 offers": Dokument("/programm.pdf?nach=kiez", hoechstens=3),
    "booklet by weekday": Dokument("/programm.pdf?nach=tag", hoechstens=3),
    "shortlist, 10 offers": Dokument("/merkzettel.pdf?" + "&".join(f"id={pk}" for pk in range(1, 11)), hoechstens=0.5),
    "week of a Kiez": Dokument("/kieze/weissensee/woche.pdf"),
    "leaflet of a Kiez": Dokument("/kieze/weissensee/monat.pdf?seiten=4"),
    "poster": Dokument("/angebote/muster-0/plakat.pdf"),
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    with tempfile.NamedTemporaryFile() as datei:
        os.environ["BENCH_SPEICHER"] = datei.name
        sys.stdout.write(json.dumps(measure_dokument(DOKUMENTE[sys.argv[1]])))


def measure_dokument(dokument: Dokument) -> dict[str, float]:
    """Empty for an address that does not exist."""
    from angebote.domain.katalogstand import renew_version
    from angebote.druck import satz

    satz.SETZER = Path(__file__).with_name("satzspeicher.py")
    client = Client(raise_request_exception=True)
    antwort = client.get(dokument.adresse)
    if antwort.headers["Content-Type"] != "application/pdf":
        return {}
    zeiten = []
    for _runde in range(RUNDEN):
        renew_version()
        client.get("/angebote/")  # a page somebody reads after a change: loads what searches keep
        beginn = time.perf_counter()
        antwort = client.get(dokument.adresse)
        zeiten.append(time.perf_counter() - beginn)
    speicher = int(Path(os.environ["BENCH_SPEICHER"]).read_text(encoding="ascii"))
    return {
        "p50": statistics.median(zeiten),
        "max": max(zeiten),
        "kb": len(antwort.content) / 1000,
        "mb": speicher * KIBIBYTE / 1e6,
    }


if __name__ == "__main__":
    main()
