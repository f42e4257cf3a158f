"""Distances on the ground. Coordinates are WGS 84 degrees, lengths metres."""

from math import asin, ceil, cos, radians, sin, sqrt
from typing import NamedTuple

ERDRADIUS = 6_371_000.0
# The one assumption about walking: streets make the way 30 % longer than the crow flies, and the people we write for
# walk 3.6 km/h, slower than the 5 km/h of route planners. Every minute shown is therefore called "etwa".
UMWEGFAKTOR = 1.3
METER_JE_MINUTE = 60.0


class Punkt(NamedTuple):
    lat: float
    lon: float


class Rechteck(NamedTuple):
    sued: float
    west: float
    nord: float
    ost: float


def compute_distance(a: Punkt, b: Punkt) -> float:
    """Metres as the crow flies (haversine)."""
    breite_a, breite_b = radians(a.lat), radians(b.lat)
    halb_lat, halb_lon = (breite_b - breite_a) / 2, radians(b.lon - a.lon) / 2
    sehne = sin(halb_lat) ** 2 + cos(breite_a) * cos(breite_b) * sin(halb_lon) ** 2
    return 2 * ERDRADIUS * asin(min(1.0, sqrt(sehne)))


def build_rechteck(*punkte: Punkt, meter: float) -> Rechteck:
    """The smallest box that holds everything within `meter` of any of the points; not for the poles. Needs a point."""
    grad_lat = meter / ERDRADIUS * 57.3  # rounded up from 57.2958, so that the edge is never cut off
    groesste_breite = max(abs(punkt.lat) for punkt in punkte) + grad_lat
    grad_lon = grad_lat / cos(radians(groesste_breite))
    return Rechteck(
        sued=min(punkt.lat for punkt in punkte) - grad_lat,
        west=min(punkt.lon for punkt in punkte) - grad_lon,
        nord=max(punkt.lat for punkt in punkte) + grad_lat,
        ost=max(punkt.lon for punkt in punkte) + grad_lon,
    )


def estimate_walking_minutes(meter: float) -> int:
    """Whole minutes on foot for a distance as the crow flies, rounded up, at least one."""
    return max(1, ceil(meter * UMWEGFAKTOR / METER_JE_MINUTE))
