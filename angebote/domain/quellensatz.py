"""Where a statement comes from and how old it is, short enough for a card: "berliner-woche.de, Stand März 2019"."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from angebote.models import Quellenangabe

NAMENSLAENGE = 60
TRENNER = re.compile(r"(?:\s*;\s+|\s+\|\s+)(?![^()]*\))")  # not within brackets
DATUM = re.compile(
    r"(?<!\d)(?P<jahr>(?:19|20)\d\d)(?!\d)(?:-(?P<monat>0[1-9]|1[0-2])(?!\d)(?:-(?:0[1-9]|[12]\d|3[01])(?!\d))?)?"
)


def build_quellensatz(quellen: Sequence[Quellenangabe]) -> str:
    """The source with the newest date, "und weitere" if there are more, and that date; empty without any source."""
    paare = [(shorten_quelle(quelle), stand) for angabe in quellen for quelle, stand in split_quelle(angabe)]
    if not paare:
        return ""
    name, stand = max(paare, key=lambda paar: _sort_key(paar[1]))  # the first one of several equally new
    if len({name for name, _stand in paare}) > 1:
        name = _("%(quelle)s und weitere") % {"quelle": name}
    return _("%(quelle)s, %(stand)s") % {"quelle": name, "stand": build_standsatz(stand)}


def build_standsatz(stand: str) -> str:
    zeit = format_stand(stand)
    return _("Stand %(stand)s") % {"stand": zeit} if zeit else _("Stand nicht bekannt")


def find_stand_jahr(quellen: Sequence[Quellenangabe]) -> int | None:
    """The newest year any of these sources names; None where none does."""
    jahre = [angabe.stand_jahr or int(_sort_key(angabe.stand)[:4] or 0) for angabe in quellen]
    return max(jahre, default=0) or None


def shorten_quelle(quelle: str) -> str:
    """An address becomes its host, a data set its name without the technical rest in brackets."""
    quelle = quelle.strip()
    if quelle.startswith(("http://", "https://")):
        try:
            host = urlsplit(quelle.split()[0]).hostname or ""
        except ValueError:  # e.g. a half-typed IPv6 address
            host = ""
        return host.removeprefix("www.") or quelle[:NAMENSLAENGE]
    klammer = re.search(r"\(([^()]+)\)", quelle)
    if quelle.startswith("github:") and klammer:
        return klammer[1].strip()[:NAMENSLAENGE]
    name = re.sub(r"\s+ID\s+\S+$", "", re.sub(r"\s*\(.*", "", quelle, flags=re.DOTALL)).strip()
    return (name or quelle)[:NAMENSLAENGE]


def format_stand(stand: str) -> str:
    """The newest month or year the text names: "2013-03; 2011-05" → "März 2013", "nach 2022" → "2022"; else empty.

    Days are left out: no source is that exact about an offer, and all our dates should read alike.
    """
    neuester = DATUM.match(_sort_key(stand))
    if neuester is None:
        return ""
    monat = f"{MONTHS[int(neuester['monat'])]} " if neuester["monat"] else ""
    return f"{monat}{neuester['jahr']}"


def split_quelle(angabe: Quellenangabe) -> list[tuple[str, str]]:
    """Imported rows hold several sources and dates in one text each; they pair up only if there are as many."""
    quellen = [teil.strip() for teil in TRENNER.split(angabe.quelle) if teil.strip()]
    staende = [teil.strip() for teil in angabe.stand.split(";") if teil.strip()]
    if len(staende) != len(quellen):
        neuester = max(staende, key=_sort_key, default="")
        staende = [neuester] * len(quellen)
    return list(zip(quellen, staende, strict=True))


def _sort_key(stand: str) -> str:
    """Newest year and month in the text; undated sorts first."""
    return max((treffer[0] for treffer in DATUM.finditer(stand)), default="")
