"""Nicknames of areas: which official names of Pankow they could be mistaken for."""

from dataclasses import dataclass

from django.db.models import CharField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.models import Haltestelle, Kiez, Ortsteil, Planungsraum, Strassenabschnitt
from pankow_einsamkeit.lib.strasse import normalise_strasse

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


def find_namensvettern(name: str) -> list[Namensvetter]:
    """Areas first, then stops, then streets; any spelling. One query over some thousand names: not for every page."""
    gesucht = normalise_strasse(name)
    if not gesucht:
        return []
    erste, *weitere = [
        modell._default_manager.order_by().values_list(feld, Value(str(rang), CharField())).distinct()
        for rang, (modell, feld, _art) in enumerate(QUELLEN)
    ]
    gleiche = [(rang, amtlich) for amtlich, rang in erste.union(*weitere) if normalise_strasse(amtlich) == gesucht]
    return [Namensvetter(QUELLEN[int(rang)][2], amtlich) for rang, amtlich in sorted(gleiche)]
