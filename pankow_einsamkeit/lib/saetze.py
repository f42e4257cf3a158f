"""German text taken apart into sentences and words. Pure functions; no word of the text is lost."""

import re
from collections.abc import Iterator

# Never the end of a sentence: something follows that belongs to it. Without the full stop, in small letters.
ABKUERZUNGEN = frozenset(
    re.findall(
        r"\S+",
        """
    allg apr aug bd bspw bzw ca co d.h dez di dipl do dr dt ehem einschl engl ev evtl fam feb fr gegr geb gem
    ggf hbf hl hr ing inkl insb jan jew jh jul jun kath kl lt min mi mo mär mind nachm nov nr o.ä od okt phil
    prof rd sa sep sept sog soz st stellv str std tel tägl u.a u.u usf v.a verh versch vgl vorm wöchentl z.b z.t
    zgl zw zzgl
""",
    )
)
# Words of their own, too, so an abbreviation only before a number: "max. 12", "Art. 4", "So. 14 Uhr".
KURZ_VOR_ZAHL = frozenset({"abs", "art", "max", "so"})
# May end a sentence; they do where the next word begins with a capital letter.
KANN_ENDEN = frozenset({"usw", "etc", "uvm", "u.v.m", "dgl"})
# "bis 12. Kommen Sie vorbei": a number ends a sentence only where one of these words begins the next.
SATZANFAENGE = frozenset(
    re.findall(
        r"\S+",
        """
    sie wir es der die das bitte kommen ein eine im in am an auf bei danach dann wer was wenn jeder alle hier
    bringen rufen melden
""",
    )
)
ORDNUNGSZAHL = re.compile(r"\d{1,2}")
SCHLUSS = "\"'”“‘’»«)]"
ANFANG = "\"'„“‚‘»«(["
SATZENDE = re.compile(rf"[.!?…]+[{re.escape(SCHLUSS)}]*$")
ALPHANUMERISCH = re.compile(r"[^\W_]")


def split_saetze(text: str) -> list[str]:
    """The sentences with one space between words. A line break ends a sentence, as it ends a paragraph or list item.

    No sentence ends in "z. B.", "Dr. X", "14.30 Uhr", "1. Stock", "3. November", "Str. 5" or an address of the web.
    """
    return [" ".join(woerter) for zeile in text.splitlines() for woerter in _split_zeile(zeile.split())]


def list_worte(text: str) -> list[str]:
    """What is read as a word: parts between spaces with a letter or digit. "Repair-Café" is one, "–" is none."""
    return [teil for teil in text.split() if ALPHANUMERISCH.search(teil)]


def _split_zeile(teile: list[str]) -> Iterator[list[str]]:
    beginn = 0
    for nummer, teil in enumerate(teile):
        naechster = teile[nummer + 1] if nummer + 1 < len(teile) else ""
        if not naechster or _ist_satzende(teil, naechster):
            yield teile[beginn : nummer + 1]
            beginn = nummer + 1


def _ist_satzende(teil: str, naechster: str) -> bool:
    """Small letters go on with a sentence, whatever stands before them: „Komm!“ ruft der Chor."""
    treffer = SATZENDE.search(teil)
    folgt = naechster.lstrip(ANFANG)
    if treffer is None or folgt[:1].islower():
        return False
    return not treffer.group().startswith(".") or _ist_schlusspunkt(teil[: treffer.start()], folgt)


def _ist_schlusspunkt(vorher: str, folgt: str) -> bool:
    wort = vorher.lstrip(ANFANG).lower()
    if wort in KANN_ENDEN:
        return folgt[:1].isupper()
    if ORDNUNGSZAHL.fullmatch(wort):
        return folgt.rstrip(".,:;!?").lower() in SATZANFAENGE
    letzter_teil = re.split(r"[-/(]", wort)[-1]
    if wort in KURZ_VOR_ZAHL:
        return not folgt[:1].isdigit()
    return not (len(wort) == 1 or wort.endswith("str") or not ABKUERZUNGEN.isdisjoint((wort, letzter_teil)))
