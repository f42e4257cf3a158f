"""Where a statement comes from and how old it is, short enough for a card: "berliner-woche.de, Stand März 2019"."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from angebote.models import Quellenangabe

NAMENSLAENGE = 60
TRENNER = re.compile(r"\s+;\s+|\s*;\s+|\s+\|\s+")
DATUM = re.compile(r"(?P<jahr>(?:19|20)\d\d)(?:-(?P<monat>0[1-9]|1[0-2])(?:-(?P<tag>0[1-9]|[12]\d|3[01]))?)?")


def build_quellensatz(quellen: Sequence[Quellenangabe]) -> str:
    """The source with the newest date, "und weitere" if there are more, and that date; empty without any source."""
    paare = [paar for angabe in quellen for paar in _split_quelle(angabe)]
    if not paare:
        return ""
    name, stand = max(paare, key=lambda paar: _sort_key(paar[1]))  # the first one of several equally new
    if len({name for name, _stand in paare}) > 1:
        name = _("%(quelle)s und weitere") % {"quelle": name}
    zeit = format_stand(stand)
    satz = _("%(quelle)s, Stand %(stand)s") if zeit else _("%(quelle)s, Stand nicht bekannt")
    return satz % {"quelle": name, "stand": zeit}


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
    """ "2019-03" → "März 2019", "2026-06-29" → "29. Juni 2026"; anything else stays as it is written."""
    treffer = DATUM.fullmatch(stand.strip())
    if treffer is None:
        return stand.strip()
    teile = [treffer["jahr"]]
    if treffer["monat"]:
        teile.insert(0, str(MONTHS[int(treffer["monat"])]))
    if treffer["tag"]:
        teile.insert(0, f"{int(treffer['tag'])}.")
    return " ".join(teile)


def _split_quelle(angabe: Quellenangabe) -> list[tuple[str, str]]:
    """Imported rows hold several sources and dates in one text each; they pair up only if there are as many."""
    quellen = [shorten_quelle(teil) for teil in TRENNER.split(angabe.quelle) if teil.strip()]
    staende = [teil.strip() for teil in angabe.stand.split(";") if teil.strip()]
    if len(staende) != len(quellen):
        neuester = max(staende, key=_sort_key, default="")
        staende = [neuester] * len(quellen)
    return list(zip(quellen, staende, strict=True))


def _sort_key(stand: str) -> str:
    """Newest year and month in the text; undated sorts first."""
    return max((treffer[0] for treffer in DATUM.finditer(stand)), default="")
