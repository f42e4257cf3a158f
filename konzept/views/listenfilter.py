"""Fields of a list that narrow it down, read from the address. What is unknown is passed over with a polite note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from angebote.models import Kiez

Wahl = tuple[str, str]


@dataclass(frozen=True)
class Filterfeld:
    """gewaehlt: empty where nothing, or nothing known, was chosen; then unbekannt says what stood there.

    leer: what is shown where nothing is chosen. vorgabe: the value that counts then, where there is no such choice.
    """

    name: str
    titel: str
    wahlen: Sequence[Wahl]
    gewaehlt: str = ""
    unbekannt: str = ""
    leer: str = ""
    vorgabe: str = ""

    @property
    def wert(self) -> str:
        """What counts."""
        return self.gewaehlt or self.vorgabe

    @property
    def engt_ein(self) -> bool:
        """Whether there is anything to reset."""
        return bool(self.unbekannt) or self.wert != self.vorgabe

    @property
    def hinweis(self) -> str:
        return _("„%(wert)s“ gibt es bei „%(titel)s“ nicht.") % {
            "wert": self.unbekannt,
            "titel": self.titel,
        }


def read_filterfeld(
    request: HttpRequest,
    name: str,
    titel: str,
    wahlen: Iterable[tuple[str, str | Promise]],
    leer: str = "",
    vorgabe: str = "",
) -> Filterfeld:
    feste = [(str(wert), str(label)) for wert, label in wahlen]
    wert = request.GET.get(name, "").strip()
    if wert and wert not in dict(feste):
        return Filterfeld(name, titel, feste, unbekannt=wert[:60], leer=leer, vorgabe=vorgabe)
    return Filterfeld(name, titel, feste, gewaehlt=wert, leer=leer, vorgabe=vorgabe)


def read_kiezfeld(request: HttpRequest) -> tuple[Filterfeld, Kiez | None]:
    """One query, for all of them."""
    kieze = {kiez.slug: kiez for kiez in Kiez.objects.order_by("name")}
    feld = read_filterfeld(request, "kiez", _("Kiez"), [(slug, kiez.name) for slug, kiez in kieze.items()])
    return feld, kieze.get(feld.gewaehlt)
