"""`python -m tools.measure_luecken 30000`: how long the gap analysis takes on a synthetic catalogue of that size.

For each dimension the queries of the whole answer and the seconds the processor works on it: of the first one after a
change, which loads what is kept, and the median of five more. In memory, so that no other database works beside it.
"""

import os
import sys
from io import StringIO
from statistics import median

import django

os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ["DJANGO_SETTINGS_MODULE"] = "tools.bench.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from angebote.domain.katalogstand import renew_version  # noqa: E402
from konzept.choices import Lueckendimension  # noqa: E402
from pankow_einsamkeit.models import Konto  # noqa: E402
from tools.bench.katalog import fill_katalog  # noqa: E402
from tools.bench.luecken import measure_luecken  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_gebiete", stdout=StringIO())
    fill_katalog(int(sys.argv[1]), heute=timezone.localdate())
    konto = Konto.objects.create_user("messen", is_superuser=True)
    for dimension in Lueckendimension:
        renew_version()
        erste, *weitere = measure_luecken(konto, dimension)
        sekunden, abfragen = median(zeit for zeit, _abfragen in weitere), weitere[0][1]
        sys.stdout.write(
            f"{dimension:<12} first {erste[0]:.2f} s, {erste[1]} queries; then {sekunden:.3f} s, {abfragen} queries\n"
        )


if __name__ == "__main__":
    main()
