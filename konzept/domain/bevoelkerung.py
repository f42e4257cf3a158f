"""Who lives in one or several Kieze, by age, beside how much there is for them: offers per 1,000 (F31, S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from angebote.models import Kiez

STELLEN = 2  # one offer for a few thousand people is not yet nothing


@dataclass(frozen=True)
class Altersgruppe:
    """menschen: None where nobody has entered them. angebote: all valid ones, whoever they suit best."""

    titel: str
    menschen: int | None
    angebote: int

    @property
    def je_tausend(self) -> float | None:
        return compute_je_tausend(self.angebote, self.menschen)


def compute_je_tausend(angebote: int, menschen: int | None) -> float | None:
    """Offers per 1,000 people, two decimals. None where nobody knows how many there are, or nobody lives there."""
    if not menschen:
        return None
    return float((Decimal(angebote * 1000) / menschen).quantize(Decimal(1).scaleb(-STELLEN), ROUND_HALF_UP))


def format_je_tausend(quote: float | None) -> str:
    """As people read it, always with the same decimals."""
    return _("nicht bekannt") if quote is None else number_format(quote, decimal_pos=STELLEN)


def list_altersgruppen(kieze: Sequence[Kiez], *, angebote: int) -> list[Altersgruppe]:
    """All residents first, then the age groups of the statistics."""
    zahlen = [
        (_("alle"), [kiez.einwohner for kiez in kieze]),
        (_("unter 18"), [kiez.unter_18 for kiez in kieze]),
        (_("18 bis 26"), [kiez.von_18_bis_26 for kiez in kieze]),
        (_("27 bis 64"), [compute_mittlere(kiez) for kiez in kieze]),
        (_("ab 65"), [kiez.ab_65 for kiez in kieze]),
    ]
    return [Altersgruppe(titel, _sum(werte), angebote) for titel, werte in zahlen]


def compute_mittlere(kiez: Kiez) -> int | None:
    """Residents from 27 to 64: what the other age groups leave."""
    andere = _sum([kiez.unter_18, kiez.von_18_bis_26, kiez.ab_65])
    return None if kiez.einwohner is None or andere is None else kiez.einwohner - andere


def _sum(werte: Sequence[int | None]) -> int | None:
    """None where one is missing: a part is no sum."""
    bekannte = [wert for wert in werte if wert is not None]
    return sum(bekannte) if bekannte and len(bekannte) == len(werte) else None


def name_einwohnerquelle() -> str:
    """Who has counted them (angebote/daten/README.md)."""
    return _("Amt für Statistik Berlin-Brandenburg, Einwohnerregister")
