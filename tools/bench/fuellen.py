"""`python -m tools.bench.fuellen 3000`: an empty database becomes a catalogue of that many offers."""

import os
import sys
from io import StringIO

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from tools.bench.katalog import fill_katalog

    call_command("migrate", verbosity=0)
    call_command("load_gebiete", stdout=StringIO())
    fill_katalog(int(sys.argv[1]), heute=timezone.localdate())


if __name__ == "__main__":
    main()
