"""Help lines as the templates show them: the few of the crisis box, and all of the crisis page."""

import re
from dataclasses import dataclass

from angebote.models import Krisenhilfe
from pankow_einsamkeit.lib.telefon import parse_telefon

NOTRUF = "Notruf"  # Krisenhilfe.art of the numbers for danger to life
ANZAHL_IM_KASTEN = 4
OHNE_ANRUF = re.compile(r"chat|mail", re.IGNORECASE)  # services that answer in writing: nobody picks up
LANGE_ZIFFERNFOLGE = re.compile(r"(?<!\d)\d{5,}(?!\d)")


@dataclass(frozen=True)
class Krisennummer:
    """nummer is grouped as it is spoken; href is empty if it is no number one can dial."""

    name: str
    nummer: str
    href: str
    satz: str
    hilfe: Krisenhilfe

    @property
    def ist_notruf(self) -> bool:
        return self.hilfe.art == NOTRUF


def load_kasten() -> list[Krisennummer]:
    """For the crisis box: the first number for danger to life, then the first who listen."""
    nummern = load_krisennummern()
    notruf = [nummer for nummer in nummern if nummer.ist_notruf][:1]
    return [*notruf, *(nummer for nummer in nummern if not nummer.ist_notruf)][:ANZAHL_IM_KASTEN]


def load_krisennummern() -> list[Krisennummer]:
    """All visible ones in the order staff gave them."""
    return [
        Krisennummer(
            name=hilfe.name,
            nummer=group_for_speech(hilfe.nummer),
            href="" if OHNE_ANRUF.search(hilfe.art) else parse_telefon(hilfe.nummer).href,
            satz=", ".join(teil for teil in (hilfe.erreichbar, hilfe.kosten) if teil),
            hilfe=hilfe,
        )
        for hilfe in Krisenhilfe.objects.filter(ist_sichtbar=True)
    ]


def group_for_speech(nummer: str) -> str:
    """ "0800 1110111" → "0800 111 01 11": long runs of digits in pairs from the right, as people say them."""
    return LANGE_ZIFFERNFOLGE.sub(lambda folge: _pair_digits(folge[0]), nummer)


def _pair_digits(ziffern: str) -> str:
    kopf = 3 if len(ziffern) % 2 else 2
    return " ".join([ziffern[:kopf], *(ziffern[i : i + 2] for i in range(kopf, len(ziffern), 2))])
