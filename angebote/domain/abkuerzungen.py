"""Short forms in public texts, with what they stand for behind the first one (F29).

In words and not only in a tooltip: nobody finds that with a finger or the keyboard. The table is the one of the text
checks (angebote/daten/abkuerzungen.csv), so what they let pass is what nobody has to explain.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from angebote.domain.textpruefung.erklaerung import ist_erklaert
from angebote.domain.textpruefung.wortlisten import read_abkuerzungen

# A name „like this“ stays as it is; so do addresses of mail and web.
UNBERUEHRT = re.compile(r"„[^“”\"]*[“”\"]|\S*(?:@|://|www\.)\S*")


def spell_out(text: str) -> str:
    """ "Der SpD hilft." becomes "Der SpD (Sozialpsychiatrischer Dienst) hilft."; nothing else of the text changes.

    A word made with it is not cut: "KBS-Treff (KBS: Kontakt- und Begegnungsstätte)". Inside brackets a colon is enough.
    """
    for kurz, lang in _list_unbekannte(text):
        if (stelle := _find_erste(kurz, text)) and not ist_erklaert(kurz, lang, text):
            text = text[: stelle.end()] + _build_zusatz(kurz, lang, stelle) + text[stelle.end() :]
    return text


def _list_unbekannte(text: str) -> Iterator[tuple[str, str]]:
    """Cheap for the many texts without any. What everybody knows has no long form."""
    return ((kurz, lang) for kurz, lang in read_abkuerzungen().items() if lang and kurz in text)


def _find_erste(kurz: str, text: str) -> re.Match[str] | None:
    unberuehrt = [treffer.span() for treffer in UNBERUEHRT.finditer(text)]
    for treffer in _build_muster(kurz).finditer(text):
        if not any(von <= treffer.start() < bis for von, bis in unberuehrt):
            return treffer
    return None


@lru_cache(maxsize=100)
def _build_muster(kurz: str) -> re.Pattern[str]:
    """Also as a genitive or the beginning of a word: "des SpDs", "DGS-Kurs"; never inside another word."""
    return re.compile(rf"(?<![\w-]){kurz}s?(?P<rest>(?:-\w+)*)(?![\w-])")


def _build_zusatz(kurz: str, lang: str, stelle: re.Match[str]) -> str:
    zeile = stelle.string[: stelle.start()].rpartition("\n")[2]
    ist_in_klammern = zeile.count("(") > zeile.count(")")
    if stelle["rest"]:
        return f" – {kurz}: {lang}" if ist_in_klammern else f" ({kurz}: {lang})"
    return f": {lang}" if ist_in_klammern else f" ({lang})"
