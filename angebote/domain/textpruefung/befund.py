"""What a text check hands back: a place in the text, why it is worth a second look, and what would be better."""

import hashlib
from dataclasses import dataclass

from angebote.choices import Befundart

STELLE_LAENGE = 120  # characters, as many as Textausnahme holds
ZEIGBAR = 100


@dataclass(frozen=True)
class Befund:
    """`stelle`: word for word what was found, part of `satz`. `feld`: a field of Angebot, or the name of its rows."""

    art: Befundart
    feld: str
    stelle: str
    satz: str
    hinweis: str
    vorschlag: str = ""

    @property
    def kennung(self) -> str:
        """The fingerprint an exception keeps: the place itself; of a long one its beginning and a hash of the whole.

        So an exception ends with the words it was given for.
        """
        stelle = " ".join(self.stelle.replace("\0", " ").split())
        if len(stelle) <= ZEIGBAR:
            return stelle
        return f"{stelle[:ZEIGBAR]} … {hashlib.sha256(stelle.encode('utf-8', 'replace')).hexdigest()[:12]}"

    @property
    def teile(self) -> tuple[str, str, str]:
        """The sentence before, at and after the place, so that a page can mark it."""
        vorher, stelle, nachher = self.satz.partition(self.stelle)
        return (vorher, stelle, nachher) if stelle else ("", self.satz, "")
