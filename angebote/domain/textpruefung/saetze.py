"""Long sentences, and the hardest ones of a text that is hard to read as a whole."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from angebote.choices import Befundart
from angebote.domain.textpruefung.befund import Befund
from angebote.domain.textpruefung.textlage import FLIESSTEXT, ZEITLISTEN, Textlage
from pankow_einsamkeit.lib.lesbarkeit import (
    DURCHSCHNITTLICH,
    Lesbarkeit,
    compute_lesbarkeit_of_saetze,
    list_schwerste_saetze,
)
from pankow_einsamkeit.lib.saetze import list_worte, split_saetze

WORTE_HOECHSTENS = 15  # F22
LIX_HOECHSTENS = DURCHSCHNITTLICH  # from here on Rosebrock and Nix call a text hard
WORTE_FUER_LIX = 30  # a figure made of fewer words says more about one word than about the text
SCHWERSTE = 3


def check_satzlaenge(lage: Textlage) -> Iterator[Befund]:
    for feld, text in lage.texte.items():
        if feld == "titel" or feld in ZEITLISTEN:
            continue
        for satz in split_saetze(text):
            anzahl = len(list_worte(satz))
            if anzahl > WORTE_HOECHSTENS:
                hinweis = _("%(anzahl)d Wörter, gut lesbar sind höchstens %(hoechstens)d.")
                zahlen = {"anzahl": anzahl, "hoechstens": WORTE_HOECHSTENS}
                vorschlag = _("zwei Sätze daraus machen")
                yield Befund(Befundart.SATZLAENGE, feld, satz, satz, hinweis % zahlen, vorschlag)


def measure_lesbarkeit(lage: Textlage) -> Lesbarkeit:
    """The figure of all prose of the offer together."""
    return compute_lesbarkeit_of_saetze([satz for _feld, satz in _list_fliesstext(lage)])


def check_lesbarkeit(lage: Textlage) -> Iterator[Befund]:
    """The hardest sentences that are not too long already: there the words are what makes them hard."""
    wert = measure_lesbarkeit(lage)
    if wert.worte < WORTE_FUER_LIX or wert.lix <= LIX_HOECHSTENS:
        return
    felder = {satz: feld for feld, satz in _list_fliesstext(lage)}
    kurze = [satz for satz in felder if len(list_worte(satz)) <= WORTE_HOECHSTENS]
    for satz, eigener in list_schwerste_saetze(kurze, ueber=LIX_HOECHSTENS, hoechstens=SCHWERSTE):
        hinweis = _("%(anzahl)d Wörter, viele davon lang (Wert %(lix)d, leicht ist unter 40).")
        zahlen = {"anzahl": eigener.worte, "lix": eigener.lix}
        yield Befund(Befundart.LESBARKEIT, felder[satz], satz, satz, hinweis % zahlen, _("kürzere Wörter nehmen"))


def _list_fliesstext(lage: Textlage) -> Iterator[tuple[str, str]]:
    for feld in FLIESSTEXT:
        yield from ((feld, satz) for satz in split_saetze(lage.texte.get(feld, "")))
