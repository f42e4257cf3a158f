"""German phone numbers: one text as people write them, one address that a phone can dial. Nothing here raises."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

LAND = "DE"
# Numbers without an area code that may be dialled as they stand: emergency, medical on-call service, authorities,
# and the European 116xxx series (e.g. 116 111 children, 116 016 violence against women).
KURZWAHL = re.compile(r"110|112|115|116\d{3}")
TRENNER = re.compile(r"[;,\n]|\s+(?:oder|und|u\.)\s+")
MIT_VORWAHL = re.compile(r"[0+]")
MINDESTZIFFERN = 5  # an area code alone is no number
NUR_NUMMER = re.compile(r"[+(]?[\d\s()/.–-]+")


@dataclass(frozen=True)
class Telefonnummer:
    """anzeige is never empty unless the text was; href is empty where the text is no number one can dial."""

    anzeige: str
    href: str


def parse_telefon(text: str) -> Telefonnummer:
    """The first number in the text: "030/4442514" → "030 4442514", "tel:+49304442514"; else the text as it stands.

    Without area code there is no href: it is not for us to guess that 030 was meant.
    """
    text = " ".join(text.split())
    ist_nur_nummer = NUR_NUMMER.fullmatch(text) is not None
    ziffern = phonenumbers.normalize_digits_only(text)
    if ist_nur_nummer and KURZWAHL.fullmatch(ziffern):
        return Telefonnummer(_group_kurzwahl(ziffern), f"tel:{ziffern}")
    nummer = _parse_nummer(text) if ist_nur_nummer else _find_nummer(text)
    if nummer is None:
        return Telefonnummer(text, "")
    # Words beside the number ("Büro", "nur SMS") matter, so they stay.
    anzeige = _format_anzeige(nummer) if ist_nur_nummer else text
    return Telefonnummer(anzeige, f"tel:{phonenumbers.format_number(nummer, PhoneNumberFormat.E164)}")


def parse_telefonliste(text: str) -> list[Telefonnummer]:
    """The numbers of a text like "030 1234567; 0170 1234567 oder 112", in order, each once."""
    teile = (parse_telefon(teil) for teil in TRENNER.split(text) if teil.strip())
    return list(dict.fromkeys(teile))


def _parse_nummer(text: str) -> phonenumbers.PhoneNumber | None:
    if not MIT_VORWAHL.match(phonenumbers.normalize_diallable_chars_only(text)):
        return None
    try:
        nummer = phonenumbers.parse(text, LAND)
    except NumberParseException:
        return None
    # is_valid_number would be too strict: it knows no number range that was handed out after the library's release.
    ist_lang_genug = len(str(nummer.national_number)) >= MINDESTZIFFERN
    return nummer if ist_lang_genug and phonenumbers.is_possible_number(nummer) else None


def _find_nummer(text: str) -> phonenumbers.PhoneNumber | None:
    """Never parse() for text with words: it would dial the letters."""
    for treffer in phonenumbers.PhoneNumberMatcher(text, LAND):
        if MIT_VORWAHL.match(phonenumbers.normalize_diallable_chars_only(treffer.raw_string)):
            return treffer.number
    return None


def _format_anzeige(nummer: phonenumbers.PhoneNumber) -> str:
    art = PhoneNumberFormat.NATIONAL if nummer.country_code == 49 else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(nummer, art)


def _group_kurzwahl(ziffern: str) -> str:
    return f"{ziffern[:3]} {ziffern[3:]}".strip()
