"""Whether a text says what a short form stands for: one rule for the hint to the Redaktion and for the public page."""

import re

from angebote.domain.textpruefung.wortlisten import list_textteile
from pankow_einsamkeit.lib.wortstamm import build_stamm


def ist_erklaert(kurz: str, lang: str, text: str) -> bool:
    """ "Sozialpsychiatrischer Dienst (SpD)", "SpD (…)", or the long form in any of its cases.

    lang: empty if unknown.
    """
    if re.search(rf"\b{kurz}\s\(\w", text) or re.search(_build_erklaerung(kurz), text):
        return True
    gesucht = _list_staemme(lang)
    vorhanden = _list_staemme(text)
    return bool(gesucht) and any(
        vorhanden[nummer : nummer + len(gesucht)] == gesucht for nummer in range(len(vorhanden))
    )


def _build_erklaerung(kurz: str) -> str:
    """One of the words before the bracket begins with its first letter: "Sozialpsychiatrischer Dienst (SpD)"."""
    return rf"(?i:\b{kurz[0]})\w+(?:[\s-]+\w+){{0,5}}\s\({kurz}\)"


def _list_staemme(text: str) -> list[str]:
    return [build_stamm(teil.gefaltet) for teil in list_textteile(text)]
