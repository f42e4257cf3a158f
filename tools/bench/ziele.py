"""The aims of design.md 9, and what a run says about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

VERHAELTNIS_MAX = 3.0  # of the page with three SELECTs, at 3,000 offers
WACHSTUM_MAX = 3.0  # from 3,000 to 100,000 offers
STREUUNG_MAX = 2.0  # p95 of p50
ABFRAGEN_MAX = 12
GZIP_KB_MAX = 30.0
MEGABYTE_MAX = 120.0
KLEIN, GROSS = 3_000, 100_000


@dataclass(frozen=True)
class Kennzahlen:
    """One database and size, all searches together; times in milliseconds, the worst search by its p50.

    megabyte: what a worker has for itself.
    """

    p50: float
    p95: float
    verhaeltnis: float
    schlechtestes: float
    abfragen: int
    gzip_kb: float
    megabyte: float


@dataclass(frozen=True)
class Dokumentzahlen:
    """Seconds; hoechstens is 0 where there is no aim."""

    sekunden: float
    hoechstens: float


def build_urteil(
    kennzahlen: Mapping[tuple[str, int], Kennzahlen], dokumente: Mapping[str, Dokumentzahlen] | None = None
) -> str:
    """One line. What was not measured is not claimed."""
    ziele = [*list_ziele(kennzahlen), *list_dokumentziele(dokumente or {})]
    verfehlt = [satz for satz, ist_erreicht in ziele if not ist_erreicht]
    return f"Aims missed: {'; '.join(verfehlt)}" if verfehlt else "Aims: all that were measured are met"


def list_ziele(kennzahlen: Mapping[tuple[str, int], Kennzahlen]) -> Iterator[tuple[str, bool]]:
    """Each aim with its number and whether it is met."""
    for (datenbank, groesse), zahlen in kennzahlen.items():
        wo = f"{datenbank} {groesse:,}"
        if groesse == KLEIN:
            yield f"{wo} ratio {zahlen.verhaeltnis:.1f} of {VERHAELTNIS_MAX:.0f}", zahlen.verhaeltnis <= VERHAELTNIS_MAX
        if groesse == GROSS and (klein := kennzahlen.get((datenbank, KLEIN))):
            wachstum = zahlen.p50 / klein.p50
            yield f"{wo} growth {wachstum:.1f} of {WACHSTUM_MAX:.0f}", wachstum <= WACHSTUM_MAX
        streuung = zahlen.p95 / zahlen.p50
        yield f"{wo} p95/p50 {streuung:.1f} of {STREUUNG_MAX:.0f}", streuung <= STREUUNG_MAX
        yield f"{wo} queries {zahlen.abfragen} of {ABFRAGEN_MAX}", zahlen.abfragen <= ABFRAGEN_MAX
        yield f"{wo} gzip {zahlen.gzip_kb:.0f} kB of {GZIP_KB_MAX:.0f}", zahlen.gzip_kb < GZIP_KB_MAX
        yield f"{wo} memory {zahlen.megabyte:.0f} MB of {MEGABYTE_MAX:.0f}", zahlen.megabyte <= MEGABYTE_MAX


def list_dokumentziele(dokumente: Mapping[str, Dokumentzahlen]) -> Iterator[tuple[str, bool]]:
    for name, zahlen in dokumente.items():
        if zahlen.hoechstens:
            yield f"{name} {zahlen.sekunden:.1f} s of {zahlen.hoechstens:.1f}", zahlen.sekunden <= zahlen.hoechstens
