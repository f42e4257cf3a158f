"""The words the Redaktion keeps for the search: how they are written down, and what is worth a second look."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from angebote.models import Stoppwort, Synonymgruppe
from pankow_einsamkeit.lib.text import normalise_text, split_woerter
from pankow_einsamkeit.lib.wortstamm import build_stamm

TRENNER = re.compile(r"[\n\r\v\f\x85\u2028\u2029,;]+")
WORT_LAENGE = 80  # characters, as many as Suchwort holds


@dataclass(frozen=True)
class Wortgruppe:
    """What a Synonymgruppe says, word by word; `pk` is None while it is not saved."""

    pk: int | None
    worte: tuple[str, ...]
    findet: tuple[str, ...]
    zeigt_hilfe: bool = False


@dataclass(frozen=True)
class Worthinweise:
    """Nothing here is wrong for sure, so nothing is refused.

    fuellwoerter: words that every search leaves out. doppelte: words that stand in other groups too.
    ist_wirkungslos: a single word that leads nowhere.
    """

    fuellwoerter: tuple[Stoppwort, ...] = ()
    doppelte: tuple[tuple[str, Synonymgruppe], ...] = ()
    ist_wirkungslos: bool = False

    def __bool__(self) -> bool:
        return bool(self.fuellwoerter or self.doppelte or self.ist_wirkungslos)


def split_worte(text: str) -> list[str]:
    """The words of a field, one per line or separated by commas, each once in its first spelling.

    Words that differ in case, accents or ä/ae only are the same to the search, so they count as one here.
    """
    worte: dict[str, str] = {}
    for teil in TRENNER.split(text):
        wort = " ".join(teil.split())
        if gefaltet := normalise_text(wort):
            worte.setdefault(gefaltet, wort)
    return list(worte.values())


def join_worte(worte: Iterable[str]) -> str:
    """As a Synonymgruppe stores them: one per line."""
    return "\n".join(worte)


def read_wortgruppe(gruppe: Synonymgruppe) -> Wortgruppe:
    return Wortgruppe(
        pk=gruppe.pk,
        worte=tuple(split_worte(gruppe.worte)),
        findet=tuple(split_worte(gruppe.findet)),
        zeigt_hilfe=gruppe.zeigt_hilfe,
    )


def find_hinweise(gruppe: Wortgruppe) -> Worthinweise:
    """Two queries: the Redaktion keeps some hundred words, so all of them are compared as the search folds them."""
    alle = {normalise_text(wort) for wort in (*gruppe.worte, *gruppe.findet)}
    fuehrt_weiter = len(alle) > 1 or gruppe.zeigt_hilfe
    fuellwoerter = [eines for eines in Stoppwort.objects.all() if normalise_text(eines.wort) in alle]
    weggelassen = {normalise_text(eines.wort) for eines in fuellwoerter}
    gesuchte = [wort for wort in gruppe.worte if normalise_text(wort) not in weggelassen]
    return Worthinweise(
        fuellwoerter=tuple(fuellwoerter),
        doppelte=tuple(find_gruppen_mit(gesuchte, ohne_pk=gruppe.pk)),
        ist_wirkungslos=not fuehrt_weiter,
    )


def find_gruppen_mit(worte: Iterable[str], *, ohne_pk: int | None = None) -> list[tuple[str, Synonymgruppe]]:
    """Each of these words that somebody can search for by a group, in any of its forms, with that group. One query."""
    gesucht = {_build_staemme(wort): wort for wort in worte}
    return [
        (gesucht[staemme], gruppe)
        for gruppe in Synonymgruppe.objects.all()
        if gruppe.pk != ohne_pk
        for staemme in dict.fromkeys(map(_build_staemme, split_worte(gruppe.worte)))
        if staemme in gesucht
    ]


def _build_staemme(wort: str) -> tuple[str, ...]:
    return tuple(build_stamm(teil) for teil in split_woerter(wort))


def find_stoppwort(wort: str, *, ohne_pk: int | None = None) -> Stoppwort | None:
    """The filler word that is the same to the search. One query."""
    gesucht = normalise_text(wort)
    gleiche = (
        eines for eines in Stoppwort.objects.all() if eines.pk != ohne_pk and normalise_text(eines.wort) == gesucht
    )
    return next(gleiche, None)
