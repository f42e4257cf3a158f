"""Where German text may break into lines, and where it must not."""

import re

ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
MONATE = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
LANGES_WORT = re.compile(r"\S{30}(?=\S{5})")
ZAHL_MIT_EINHEIT = re.compile(rf"(?<=\d) (?=(?:Uhr|Minuten?|km|m)\b|€)|(?<=\d\.) (?=(?:{MONATE})\b)")


def breakable(name: str) -> str:
    """Lets "Blankenburg/Heinersdorf/Märchenland" break after each slash, which browsers do not do by themselves."""
    return name.replace("/", "/" + ZERO_WIDTH_SPACE)


def unbroken(satz: str) -> str:
    """Keeps numbers and their units on one line: "16 Uhr", "2,50 €", "4 Minuten", "24. November"."""
    return ZAHL_MIT_EINHEIT.sub(NO_BREAK_SPACE, str(satz))


def hold_together(text: str) -> str:
    """For a phone number, which nobody should have to read across a line's end."""
    return text.replace(" ", NO_BREAK_SPACE)


def soften(text: str) -> str:
    """Lets a word longer than any German one break on paper, instead of running off the sheet."""
    return LANGES_WORT.sub(lambda teil: teil[0] + ZERO_WIDTH_SPACE, text)
