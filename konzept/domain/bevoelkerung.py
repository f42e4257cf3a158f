"""Who lives in one or several Kieze, by age, beside how much there is for them: offers per 1,000 (F31, S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from angebote.models import Kiez


@dataclass(frozen=True)
class Altersgruppe:
    """menschen: None where nobody has entered them. angebote: all valid ones, whoever they suit best."""

    titel: str
    menschen: int | None
    angebote: int

    @property
    def je_tausend(self) -> float | None:
        return 1000 * self.angebote / self.menschen if self.menschen else None


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
