"""Street names made comparable, however they are abbreviated."""

import re

from pankow_einsamkeit.lib.text import normalise_text

STR_AM_ENDE = re.compile(r"str(?=\d|$)")
PL_AM_ENDE = re.compile(r"pl$")


def normalise_strasse(strasse: str) -> str:
    """ "Erich-Weinert-Str.", "Erich Weinert Straße" and "ERICH-WEINERT-STRASSE" give the same key; no house number."""
    erstes, *weitere = normalise_text(strasse).split() or [""]
    ausgeschrieben = [erstes, *("chaussee" if wort == "ch" else wort for wort in weitere)]
    # Joined before "str" is spelled out: hyphens and blanks differ from source to source.
    zusammen = "".join(ausgeschrieben)
    return PL_AM_ENDE.sub("platz", STR_AM_ENDE.sub("strasse", zusammen))
