"""`python -m tools.bench_suche.urteilen`: fills an empty database, asks every query, writes the answers as JSON."""

import json
import os
import sys
from dataclasses import asdict

import django

MUSTER = 500


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
    django.setup()
    from django.core.management import call_command

    from tools.bench_suche.befragen import JETZT, judge_bestand
    from tools.bench_suche.bestand import fill_muster, fill_startbestand

    heute = JETZT.date()
    call_command("migrate", verbosity=0)
    fill_startbestand(heute=heute)
    urteile = judge_bestand("starting catalogue")
    fill_muster(MUSTER, heute=heute)
    urteile += judge_bestand(f"with {MUSTER} synthetic offers")
    sys.stdout.write(json.dumps([asdict(urteil) for urteil in urteile]))


if __name__ == "__main__":
    main()
