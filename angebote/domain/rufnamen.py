"""Nicknames of areas: which of them would hide a name that means something already."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import CharField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from angebote.domain.naehe.namen import build_namensschluessel, strip_bahn
from angebote.models import Haltestelle, Kiez, Ortsteil, Planungsraum, Rufname, Strassenabschnitt

QUELLEN = (
    (Kiez, "name", _("Kiez")),
    (Ortsteil, "name", _("Ortsteil")),
    (Planungsraum, "name", _("Planungsraum")),
    (Haltestelle, "name", _("Haltestelle")),
    (Strassenabschnitt, "strasse", _("Straße")),
)


@dataclass(frozen=True)
class Namensvetter:
    """An official name that reads like a nickname."""

    art: str | Promise
    name: str


def find_hindernis(name: str, *, pk: int | None) -> str:
    """Why this cannot be a nickname, in a sentence; empty if it can. pk: the nickname that is changed, if any.

    A nickname that reads like something else would make that unfindable for everybody.
    """
    schluessel = build_namensschluessel(name)
    if not schluessel:
        return _now("Bitte einen Namen mit Buchstaben eintragen.")
    if schluessel.isdecimal():
        return _now("Ein Rufname braucht Buchstaben: Ziffern allein liest die Suche als Postleitzahl oder Hausnummer.")
    for nummer, anderer in Rufname.objects.order_by("pk").values_list("pk", "name"):
        if nummer != pk and build_namensschluessel(anderer) == schluessel:
            return _now("Den Rufnamen „%(name)s“ gibt es schon; für die Suche ist das derselbe.") % {"name": anderer}
    if vettern := find_namensvettern(name):
        daten = {"art": vettern[0].art, "name": vettern[0].name}
        return _now("So heißt in Pankow schon etwas: %(art)s %(name)s. Die Suche findet es ohne Rufnamen.") % daten
    return ""


def find_namensvettern(name: str) -> list[Namensvetter]:
    """Areas first, then stops, then streets; any spelling. One query over some thousand names: not for every page."""
    gesucht = build_namensschluessel(name)
    if not gesucht:
        return []
    erste, *weitere = [
        modell._default_manager.order_by().values_list(feld, Value(str(rang), CharField())).distinct()
        for rang, (modell, feld, _art) in enumerate(QUELLEN)
    ]
    gleiche = [(rang, amtlich) for amtlich, rang in erste.union(*weitere) if gesucht in _list_schluessel(amtlich)]
    return [Namensvetter(QUELLEN[int(rang)][2], amtlich) for rang, amtlich in sorted(gleiche)]


def _list_schluessel(amtlich: str) -> Iterator[str]:
    """ "S Karow" is found as "Karow" too."""
    yield build_namensschluessel(amtlich)
    yield build_namensschluessel(strip_bahn(amtlich))
