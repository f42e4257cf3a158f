"""What every public page depends on besides its own address: the catalogue, the day, and what of today is over.

settings.SEITENSTAND names this module, so that the base package can ask for the mark without knowing the catalogue.
"""

from bisect import bisect_right
from datetime import date, datetime, time

from angebote.domain.katalogstand import Zwischenspeicher, read_version, renew_version
from angebote.models import Termin
from angebote.models.zeit import DAUER_OHNE_ENDE

__all__ = ["read_seitenstand", "renew_version"]


def read_seitenstand(*, jetzt: datetime) -> str:
    """A mark that stays the same only while no page may look different; empty as long as nothing was ever marked.

    One query, and a second one for the first caller after a change or after midnight. `jetzt` is aware, with the wall
    clock of Europe/Berlin: of a page's content only TerminQuerySet.kommende depends on the time of day.
    """
    version = read_version()
    if not version:
        return ""
    enden = _enden_heute.get(jetzt.date(), version=version)
    return f"{version}-{jetzt.date().isoformat()}-{bisect_right(enden, jetzt.time())}"


def _load_enden(heute: date) -> list[time]:
    """The moments of this day, in order, at which a Termin is over; as TerminQuerySet.kommende says."""
    zeiten = Termin.objects.filter(datum=heute).order_by().values_list("beginn", "ende").distinct()
    enden = (ende or _assume_ende(beginn, heute=heute) for beginn, ende in zeiten)
    return sorted({ende for ende in enden if ende is not None})


def _assume_ende(beginn: time, *, heute: date) -> time | None:
    """None where the assumed end lies after midnight: then it is not over today."""
    ende = datetime.combine(heute, beginn) + DAUER_OHNE_ENDE
    return ende.time() if ende.date() == heute else None


_enden_heute = Zwischenspeicher(_load_enden)
