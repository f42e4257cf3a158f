"""`python -m tools.measure_naehe`: how far our rough positions are from the truth (docs/adr/0016).

Nobody gives us coordinates of addresses. Planungsräume stand where their stops are, streets at the stops named after
them. This compares both with what can be checked: a point inside each Planungsraum (punkt_innen of the LOR geometry,
which is no part of the product and may be missing), and the houses of the starting catalogue whose source knows their
coordinates. Works in memory on our own tables.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median, quantiles

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "pankow_einsamkeit.settings"
os.environ["DATABASE_URL"] = "sqlite://:memory:"
django.setup()

from django.core.management import call_command  # noqa: E402

from angebote.domain.naehe.verzeichnis import load_verzeichnis  # noqa: E402
from angebote.importers.gebiete import load_gebiete  # noqa: E402
from angebote.importers.tabellen import read_tabelle  # noqa: E402
from angebote.models import Planungsraum  # noqa: E402
from pankow_einsamkeit.lib.geo import Punkt, compute_distance  # noqa: E402

GEOMETRIE = Path(__file__).resolve().parents[2] / "shared" / "data" / "pankow_plr_2021.geojson"


def main() -> None:
    call_command("migrate", verbosity=0)
    load_gebiete()
    mitten = {
        raum.lor: Punkt(raum.lat or raum.kiez.lat, raum.lon or raum.kiez.lon)
        for raum in Planungsraum.objects.select_related("kiez")
    }
    haeuser = [zeile for zeile in read_tabelle("angebote") if zeile["lat"] and zeile["strasse"] and zeile["plr_id"]]
    print_abstand("Planungsraum – Punkt im Inneren", measure_raeume(mitten))
    print_abstand("Planungsraum – Haus mit bekannter Lage", measure_haeuser(haeuser, mitten))
    print_abstand("Straße und PLZ – Haus mit bekannter Lage", measure_strassen(haeuser))


def measure_raeume(mitten: dict[str, Punkt]) -> Iterator[float]:
    flaechen = json.loads(GEOMETRIE.read_text())["features"] if GEOMETRIE.is_file() else []
    for angaben in (flaeche["properties"] for flaeche in flaechen):
        lon, lat = angaben["punkt_innen"]
        yield compute_distance(mitten[angaben["plr_id"]], Punkt(lat, lon))


def measure_haeuser(haeuser: list[dict[str, str]], mitten: dict[str, Punkt]) -> Iterator[float]:
    for haus in haeuser:
        yield compute_distance(mitten[haus["plr_id"]], read_punkt(haus))


def measure_strassen(haeuser: list[dict[str, str]]) -> Iterator[float]:
    """What a search for the address of the house finds."""
    verzeichnis = load_verzeichnis(date(2026, 1, 1))  # any day: there is no offer to be found
    for haus in haeuser:
        stelle = verzeichnis.find(f"{haus['strasse']} {haus['hausnr']}, {haus['plz']}").stelle
        if stelle is not None:
            yield compute_distance(stelle.punkt, read_punkt(haus))


def read_punkt(haus: dict[str, str]) -> Punkt:
    return Punkt(float(haus["lat"]), float(haus["lon"]))


def print_abstand(was: str, abstaende: Iterator[float]) -> None:
    """Nine of ten are nearer than the second figure."""
    meter = sorted(abstaende)
    if len(meter) < 2:
        sys.stdout.write(f"{was}: keine Daten, ausgelassen\n")
        return
    neunzig = quantiles(meter, n=10)[-1]
    mitte = f"Median {median(meter):.0f} m, 90 % unter {neunzig:.0f} m, größte {meter[-1]:.0f} m"
    sys.stdout.write(f"{was}: {len(meter)} gemessen, {mitte}\n")


if __name__ == "__main__":
    main()
