"""Title and benefit line: the subject, not the group (S11), short enough for a card, and said calmly (S2)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from angebote.choices import Befundart
from angebote.domain.textpruefung.befund import Befund
from angebote.domain.textpruefung.textlage import Textlage
from angebote.domain.textpruefung.wortlisten import find_textworte, read_textworte

TITEL_HOECHSTENS = 70  # characters; more breaks into a third line on a narrow card and on a poster
NUTZEN_HOECHSTENS = 160
# "60+", "50 plus", "Ü60", "ab 60"; not "ab 18 Uhr", "ab 60 Euro", "ab 60 Minuten"
ALTER = re.compile(
    r"(?<![\w,.])[4-9]\d\s?\+|(?<![\w,.])[4-9]\d\s?plus\b|(?<!\w)Ü\s?-?\d\d\b|\bab\s[4-9]\d\b(?!\s?(?:Uhr|Euro|€|Min|[.:,]\d))"
)
GROSS_GESCHRIEBEN = re.compile(r"\b[A-ZÄÖÜ]{6,}\b")
AUSRUF = re.compile(r"!!+|!(?=[“\"»)]*\s*$)")
SATZANFANG = re.compile(r"[„\"»(]*[A-ZÄÖÜ\d]")
SATZENDE = re.compile(r"[.!?…][“\"«)]*$")


def check_titel(lage: Textlage) -> Iterator[Befund]:
    titel = lage.texte.get("titel", "")
    yield from _check_zielgruppe(titel, lage)
    if len(titel) > TITEL_HOECHSTENS:
        hinweis = _("%(anzahl)d Zeichen. Auf Karten und Plakaten passen %(hoechstens)d gut hin.")
        zahlen = {"anzahl": len(titel), "hoechstens": TITEL_HOECHSTENS}
        yield Befund(Befundart.TITEL_LANG, "titel", titel, titel, hinweis % zahlen)
    for treffer in GROSS_GESCHRIEBEN.finditer(titel):
        hinweis = _("Großbuchstaben liest man langsamer, und Vorleseprogramme buchstabieren sie.")
        yield Befund(Befundart.GROSSBUCHSTABEN, "titel", treffer.group(), titel, hinweis)
    for treffer in AUSRUF.finditer(titel):
        hinweis = _("Ein Ausrufezeichen klingt nach Werbung. Ruhig lädt besser ein.")
        yield Befund(Befundart.AUSRUFEZEICHEN, "titel", treffer.group(), titel, hinweis)


def check_nutzen(lage: Textlage) -> Iterator[Befund]:
    """A missing one is a missing fact (domain/pflichtangaben.py), not a finding."""
    nutzen = lage.texte.get("nutzen", "").strip()
    if len(nutzen) > NUTZEN_HOECHSTENS:
        hinweis = _("%(anzahl)d Zeichen, höchstens %(hoechstens)d sollen es sein.")
        zahlen = {"anzahl": len(nutzen), "hoechstens": NUTZEN_HOECHSTENS}
        yield Befund(Befundart.NUTZEN_LANG, "nutzen", nutzen, nutzen, hinweis % zahlen)
    if nutzen and not (SATZANFANG.match(nutzen) and SATZENDE.search(nutzen)):
        hinweis = _("Bitte als Satz schreiben: groß anfangen, mit Punkt enden.")
        yield Befund(Befundart.NUTZEN_KEIN_SATZ, "nutzen", nutzen, nutzen, hinweis)


def _check_zielgruppe(titel: str, lage: Textlage) -> Iterator[Befund]:
    """Not where the offer really is for this group only and says why: then the title may say so, too."""
    if lage.exklusiv:
        return
    worte = [
        wort for wort in read_textworte() if wort.art == Befundart.ZIELGRUPPE and wort.bereich in {"", lage.bereich}
    ]
    for von, bis, wort in find_textworte(titel, worte):
        yield Befund(Befundart.ZIELGRUPPE, "titel", titel[von:bis], titel, wort.grund, wort.besser)
    for treffer in ALTER.finditer(titel):
        hinweis = _("Ein Alter im Titel schreckt die ab, die sich jünger fühlen.")
        vorschlag = _("Alter in „Alter von“ und „Alter bis“ eintragen")
        yield Befund(Befundart.ZIELGRUPPE, "titel", treffer.group(), titel, hinweis, vorschlag)
