"""The shortlist as a document: HTML, PDF and plain text are written from the same words (adr/0020)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from angebote.druck.sprachen.zweitsprache import Richtung


class Ausgabe(TextChoices):
    STANDARD = "standard", _("Normale Schrift, A4")
    GROSS = "gross", _("Große Schrift, A4")
    KARTE = "karte", _("Karten, A5: ein Angebot auf jeder Seite")


@dataclass(frozen=True)
class Satz:
    """German words, and the same in the second language where it has them."""

    text: str
    zweit: str = ""


@dataclass(frozen=True)
class Zeile:
    """One fact of an offer: its label and one sentence or several.

    entbehrlich: where an offer is taller than a page, facts with 1 are left out first, then those with 2 and so on, and
    the sheet says so; those with 0 always stay.
    """

    name: Satz
    saetze: tuple[Satz, ...]
    entbehrlich: int = 0


@dataclass(frozen=True)
class Code:
    """A code to scan. adresse: what it says; kurz_adresse: the same for people who type."""

    adresse: str
    kurz_adresse: str
    qr: str
    qr_alt: str


@dataclass(frozen=True)
class Blattangebot:
    """The first line of `zeilen` is always the one about when."""

    nummer: int
    angebot_id: int
    titel: str
    nutzen: str
    zeilen: tuple[Zeile, ...]
    code: Code


@dataclass(frozen=True)
class Hilfenummer:
    name: str
    nummer: str
    zeiten: str


@dataclass(frozen=True)
class Schrift:
    """The second language as the printer has to know it."""

    code: str
    name: str
    richtung: Richtung


@dataclass(frozen=True)
class Merkblatt:
    """Everything on the sheet, top to bottom. Empty sentences and tuples leave their part out.

    fachstelle: what the professional typed for this one print. gekuerzt: said where facts are left out.
    fortsetzung: said behind the title of an offer that goes on on another page.
    nicht_aktuell: offers that are over, with the reason.
    """

    ausgabe: str  # a value of Ausgabe
    zweitsprache: Schrift | None
    herausgeber: str
    titel: Satz
    stand: str
    zusammengestellt: Satz
    fachstelle: tuple[Satz, ...]
    hinweise: tuple[Satz, ...]
    angebote: tuple[Blattangebot, ...]
    gekuerzt: str
    fortsetzung: str
    nicht_aktuell_titel: Satz
    nicht_aktuell: tuple[str, ...]
    schritte_titel: Satz
    schreibzeilen: tuple[Satz, ...]
    hilfe_titel: Satz
    hilfe: tuple[Hilfenummer, ...]
    portal_telefon: str
    vorbehalt: Satz
    pruefen: Satz
    pruefcode: str
    pruefen_code: Code
