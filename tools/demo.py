"""What `make demo` does before it serves: migrate, load areas, starting catalogue and accounts, move the dates on.

One process instead of five, so that the second start takes seconds. Every command may run again on what is there;
load_gebiete also derives anew what an older version has left.
"""

import os
import sys
from io import StringIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")

SILENT = ("load_gebiete", "update_termine")
COMMANDS = ("load_gebiete", "load_startbestand", "update_termine", "create_demokonten", "load_konzeptbeispiel")


def main() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for name in COMMANDS:
        call_command(name, stdout=StringIO() if name in SILENT else sys.stdout)


if __name__ == "__main__":
    main()
