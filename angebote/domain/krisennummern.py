"""Help lines as pages and sheets show them: the few of the crisis box, and all of the crisis page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from angebote.choices import Krisenthema
from angebote.models import Krisenhilfe
from pankow_einsamkeit.lib.telefon import TRENNER, Telefonnummer, parse_telefon

NOTRUF = "Notruf"  # Krisenhilfe.art of the numbers for danger to life
CHAT = re.compile(r"chat", re.IGNORECASE)
SCHRIFTLICH = re.compile(r"chat|mail", re.IGNORECASE)  # services that answer in writing: nobody picks up
LANGE_ZIFFERNFOLGE = re.compile(r"(?<!\d)\d{5,}(?!\d)")
# The crisis box: two who just listen, then the crisis service.
IM_KASTEN = ((Krisenthema.REDEN, 2), (Krisenthema.KRISE, 1))


@dataclass(frozen=True)
class Krisennummer:
    """rufnummern are grouped as they are spoken; href is empty where it is no number one can dial.

    weg is the text of the link to the website where people write instead of calling, else empty.
    """

    name: str
    rufnummern: tuple[Telefonnummer, ...]
    weg: str
    hilfe: Krisenhilfe

    @property
    def ist_notruf(self) -> bool:
        return self.hilfe.art == NOTRUF

    @property
    def kurzsatz(self) -> str:
        """Hours and cost as far as they are known."""
        return ", ".join(teil for teil in (self.hilfe.erreichbar, self.hilfe.kosten) if teil)

    @property
    def satz(self) -> str:
        """Hours and cost; what is not known is said to be so."""
        if not self.kurzsatz:
            return _("Zeiten und Kosten nicht bekannt")
        zeiten = self.hilfe.erreichbar or _("Zeiten nicht bekannt")
        return ", ".join((zeiten, self.hilfe.kosten or _("Kosten nicht bekannt")))


def load_kasten() -> list[Krisennummer]:
    return choose_kasten(load_krisennummern())


def choose_kasten(nummern: Sequence[Krisennummer]) -> list[Krisennummer]:
    """For the crisis box: friendly voices first; danger to life is one line of the box itself."""
    waehlbare = [nummer for nummer in nummern if not nummer.ist_notruf and nummer.rufnummern]
    return [n for thema, anzahl in IM_KASTEN for n in [n for n in waehlbare if n.hilfe.thema == thema][:anzahl]]


def load_krisennummern() -> list[Krisennummer]:
    """All visible ones in the order staff gave them."""
    return [
        Krisennummer(name=hilfe.name, rufnummern=build_rufnummern(hilfe), weg=name_weg(hilfe), hilfe=hilfe)
        for hilfe in Krisenhilfe.objects.filter(ist_sichtbar=True)
    ]


def build_rufnummern(hilfe: Krisenhilfe) -> tuple[Telefonnummer, ...]:
    """ "116 111 oder 116 016" are two numbers; none of a service that answers in writing can be called."""
    kann_anrufen = not SCHRIFTLICH.search(hilfe.art)
    return tuple(
        Telefonnummer(group_for_speech(teil.strip()), parse_telefon(teil).href if kann_anrufen else "")
        for teil in TRENNER.split(hilfe.nummer)
        if teil.strip()
    )


def name_weg(hilfe: Krisenhilfe) -> str:
    if not hilfe.web or not SCHRIFTLICH.search(hilfe.art):
        return ""
    return _("Im Chat schreiben") if CHAT.search(hilfe.art) else _("Im Internet schreiben")


def group_for_speech(nummer: str) -> str:
    """ "0800 1110111" → "0800 111 01 11": long runs of digits in pairs from the right, as people say them."""
    return LANGE_ZIFFERNFOLGE.sub(lambda folge: _pair_digits(folge[0]), nummer)


def _pair_digits(ziffern: str) -> str:
    kopf = 3 if len(ziffern) % 2 else 2
    return " ".join([ziffern[:kopf], *(ziffern[i : i + 2] for i in range(kopf, len(ziffern), 2))])
