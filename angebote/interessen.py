"""What people want to do, in their own words: the ten entries of the start page (requirements 5.6).

Each one is a plain search address. Nothing is asked, scored or stored.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Interesse:
    """`parameter` are pairs for the search of design.md 5; a repeated name means "or"."""

    label: str | Promise
    icon: str
    parameter: tuple[tuple[str, str], ...]

    @property
    def query(self) -> str:
        """The search without its leading question mark, e.g. "kategorie=cafe-treff&kategorie=spielen"."""
        return urlencode(self.parameter)


def _kategorien(*slugs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("kategorie", slug) for slug in slugs)


INTERESSEN = (
    Interesse(_("Rausgehen"), "trees", _kategorien("garten-natur", "kultur-ausfluege", "orte-zum-dasein")),
    Interesse(_("Reden"), "messages-square", _kategorien("cafe-treff", "reden-zuhoeren")),
    Interesse(_("Etwas lernen"), "book-open", _kategorien("lernen-sprachen", "handy-computer")),
    Interesse(_("Mich bewegen"), "footprints", _kategorien("bewegung-sport")),
    Interesse(_("Mit den Händen arbeiten"), "hammer", _kategorien("kreativ-handwerk", "garten-natur")),
    Interesse(_("Musik"), "music", _kategorien("musik-tanz")),
    Interesse(_("Essen"), "utensils", _kategorien("essen-kochen")),
    Interesse(_("Helfen"), "hand-helping", _kategorien("mitmachen")),
    Interesse(_("Jemand soll zu mir kommen"), "house", (("zugang", "zuhause"),)),
    Interesse(_("Ich brauche Unterstützung"), "life-buoy", (("bereich", "unterstuetzung"),)),
)
