"""Until the full text has landed: its interface, filled as simply as possible."""

from __future__ import annotations

from dataclasses import dataclass, field

from angebote.domain.suche.mengen import LEER, Menge, build_menge
from angebote.models import Angebot
from pankow_einsamkeit.lib.text import split_woerter


@dataclass(frozen=True)
class Texttreffer:
    alle: Menge = LEER
    einige: Menge = LEER
    raenge: tuple[Menge, ...] = ()
    korrektur: str = ""
    marken: frozenset[str] = field(default_factory=frozenset)
    zeigt_hilfe: bool = False


def find_text(q: str) -> Texttreffer:
    """Offers whose title holds every word."""
    angebote = Angebot.objects.order_by()
    for wort in split_woerter(q):
        angebote = angebote.filter(suchtext__contains=wort)
    alle = build_menge(angebote.values_list("pk", flat=True))
    return Texttreffer(alle=alle, raenge=(alle,))
