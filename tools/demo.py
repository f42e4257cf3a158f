"""What `make demo` does before it serves: migrate, load areas, starting catalogue and accounts, move the dates on.

One process instead of five, so that the second start takes seconds. Every command may run again on what is there.
"""

import os
import sys
from io import StringIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")

SILENT = ("load_gebiete", "update_termine")
COMMANDS = ("load_gebiete", "load_startbestand", "update_termine", "create_demokonten")


def main() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for name in COMMANDS:
        call_command(name, stdout=StringIO() if name in SILENT else sys.stdout)
    if was_loaded_by_an_older_version():
        call_command("update_katalog")


def was_loaded_by_an_older_version() -> bool:
    """Then the offers are there, but not what this version derives from them for its search."""
    from angebote.models import Angebot, Volltext

    return Angebot.objects.exists() and not Volltext.objects.exists()


if __name__ == "__main__":
    main()
