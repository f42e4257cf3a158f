"""Words that label people, words only professionals know, and short forms nobody explains (F22, F29)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from angebote.choices import Befundart
from angebote.domain.textpruefung.befund import Befund
from angebote.domain.textpruefung.erklaerung import ist_erklaert
from angebote.domain.textpruefung.textlage import Textlage
from angebote.domain.textpruefung.wortlisten import find_textworte, read_abkuerzungen, read_textworte
from pankow_einsamkeit.lib.saetze import split_saetze

KURZFORM = re.compile(r"\b[^\W\d_]{2,6}\b")
EIGENNAME = re.compile(r"„[^“”\"]*[“”\"]")
GROSSE_BUCHSTABEN_MINDESTENS = 2


def check_worte(lage: Textlage) -> Iterator[Befund]:
    """bereich: the area Begegnung has a stricter list, since loneliness is not mentioned there (docs/adr/0006)."""
    worte = [
        wort for wort in read_textworte() if wort.art != Befundart.ZIELGRUPPE and wort.bereich in {"", lage.bereich}
    ]
    for feld, text in lage.texte.items():
        for satz in split_saetze(text):
            for von, bis, wort in find_textworte(satz, worte):
                yield Befund(wort.art, feld, satz[von:bis], satz, wort.grund, wort.besser)


def check_abkuerzungen(lage: Textlage) -> Iterator[Befund]:
    """Each once, where it stands first. Explained means: once in the offer, "Sozialpsychiatrischer Dienst (SpD)"."""
    gemeldet: set[str] = set()
    for feld, text in lage.texte.items():
        for satz in split_saetze(text):
            for kurz in _list_kurzformen(satz):
                if kurz not in gemeldet and not _ist_bekannt(kurz, lage):
                    gemeldet.add(kurz)
                    yield _build_befund(kurz, feld, satz)


def _build_befund(kurz: str, feld: str, satz: str) -> Befund:
    lang = read_abkuerzungen().get(kurz, "")
    hinweis = _("Wer die Abkürzung nicht kennt, versteht den Satz nicht.")
    vorschlag = f"{lang} ({kurz})" if lang else _("beim ersten Mal ausschreiben, die Abkürzung in Klammern dahinter")
    return Befund(Befundart.ABKUERZUNG, feld, kurz, satz, hinweis, vorschlag)


def _list_kurzformen(satz: str) -> Iterator[str]:
    """Short words with two capital letters, not in a name „like this“, nor in a line that shouts all through."""
    if satz.isupper() and " " in satz:
        return
    ohne_namen = EIGENNAME.sub(" ", satz)
    for treffer in KURZFORM.finditer(ohne_namen):
        kurz = treffer.group()
        if sum(zeichen.isupper() for zeichen in kurz) >= GROSSE_BUCHSTABEN_MINDESTENS:
            yield kurz


def _ist_bekannt(kurz: str, lage: Textlage) -> bool:
    abkuerzungen = read_abkuerzungen()
    ist_gelaeufig = any(form in abkuerzungen and not abkuerzungen[form] for form in (kurz, kurz.removesuffix("s")))
    ist_name = any(kurz in KURZFORM.findall(name) for name in lage.namen)
    return ist_gelaeufig or ist_name or ist_erklaert(kurz, abkuerzungen.get(kurz, ""), "\n".join(lage.texte.values()))
