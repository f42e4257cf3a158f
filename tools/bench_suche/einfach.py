"""The search of the first issue as the baseline: every word contained in the offer's folded text, nothing else.

It keeps its own folding, so that the baseline stays what it was however the real search learns to read words.
"""

import re
import unicodedata
from dataclasses import dataclass

from angebote.models import Angebot, Ort

UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"})
VERWANDTE = ("traeger", "ort__kiez", "ort__planungsraum", "ort__ortsteil")
TEILE = ("kategorien", "zugangswege", "ort__haltestellen__haltestelle")


@dataclass(frozen=True)
class Suchtext:
    pk: int
    titel: str
    text: str


def falte(text: str) -> str:
    """ "Café-Treff in Weißensee" → "cafe treff in weissensee"."""
    klein = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()).translate(UMLAUTE)
    ohne_akzente = "".join(z for z in unicodedata.normalize("NFKD", klein) if not unicodedata.combining(z))
    return re.sub(r"[\W_]+", " ", ohne_akzente).strip()


def load_angebote(pks: set[int]) -> list[Angebot]:
    return list(Angebot.objects.filter(pk__in=pks).select_related(*VERWANDTE).prefetch_related(*TEILE).order_by("pk"))


def build_suchtext(angebot: Angebot) -> Suchtext:
    text = falte(
        " ".join(
            [
                *(angebot.titel, angebot.nutzen, angebot.beschreibung, angebot.zeiten_hinweis),
                *(kategorie.name for kategorie in angebot.kategorien.all()),
                angebot.traeger.name if angebot.traeger else "",
                *([angebot.ort.name, *list_ortsworte(angebot.ort)] if angebot.ort else []),
            ]
        )
    )
    # who types neither ä nor ae finds it by the bare vowel
    return Suchtext(angebot.pk, falte(angebot.titel), f"{text} {re.sub(r'(?<=[aou])e', '', text)}")


def list_ortsworte(ort: Ort) -> list[str]:
    """How people call where it is: street, postcode, areas, stops."""
    gebiete = (ort.kiez, ort.planungsraum, ort.ortsteil)
    return [
        *(ort.strasse, ort.hausnummer, ort.plz),
        *(gebiet.name for gebiet in gebiete if gebiet is not None),
        *(zeile.haltestelle.name for zeile in ort.haltestellen.all()),
    ]


def search_einfach(q: str, texte: list[Suchtext]) -> list[int]:
    """All words in the title first, then some, then the others; each by title."""
    worte = falte(q).split()
    treffer = [text for text in texte if all(wort in text.text for wort in worte)]

    def rang(text: Suchtext) -> int:
        im_titel = sum(wort in text.titel for wort in worte)
        return 0 if im_titel == len(worte) else 1 if im_titel else 2

    return [text.pk for text in sorted(treffer, key=lambda text: (rang(text), text.titel, text.pk))]
