"""Reads the cost wording of the collection into cost rows. What is not understood stays a note and makes no row."""

import re
from dataclasses import dataclass, field

from angebote.choices import Kostenart

HINWEIS_LAENGE = 300  # as Angebot.kosten_hinweis
# Rows of the collection from "fairgnügen" speak only of people with a proof of benefits.
NUR_MIT_NACHWEIS = "Kostenangabe gilt für Inhaber*innen eines Berechtigungsnachweises"
NACHWEIS_HINWEIS = "Berechtigungsnachweis, zum Beispiel Berlin-Ticket S"

FREI = r"(?:kostenlos|kostenfrei|Eintritt frei|freier Eintritt)"
SPENDE = r"Spenden? (?:erbeten|willkommen|erwünscht)"
NUR_FREI = re.compile(FREI)
FREI_UND_SPENDE = re.compile(rf"{FREI}, {SPENDE}")
NUR_SPENDE = re.compile(rf"auf Spendenbasis|{SPENDE}")
FREI_FUER_ALLE = re.compile(r"(?:freier|kostenfreier) Eintritt für alle Besucher", re.IGNORECASE)
PREIS_MIT_NACHWEIS = re.compile(r"zahlen (\d+) Euro")
FREI_ODER_ERMAESSIGT = re.compile(r"kostenlos oder ermäßigt")
FREI_MIT_NACHWEIS = re.compile(rf"{FREI}|kostenlose Nutzung|kostenloser Eintritt", re.IGNORECASE)
ERMAESSIGT = re.compile(r"ermäßigter Eintritt|Entgeltermäßigungen", re.IGNORECASE)
QUELLENJAHR = re.compile(r"\(Quelle (\d{4})\)")
ADRESSE = re.compile(r"\s*(?:Siehe auch: )?https?://\S+")


@dataclass(frozen=True)
class Kostenzeile:
    art: Kostenart
    betrag_cent: int | None = None
    hinweis: str = ""


@dataclass(frozen=True)
class Kostenangabe:
    """Either rows, or the wording of the source as a note where it is not understood, or neither."""

    zeilen: tuple[Kostenzeile, ...] = field(default=())
    hinweis: str = ""


def parse_kosten(text: str, *, bemerkung: str = "") -> Kostenangabe:
    """Cost rows of a wording; the remark of the row tells whether it holds only with a proof."""
    text = " ".join(ADRESSE.sub("", text).split()).rstrip(";,. ")
    if not text:
        return Kostenangabe()
    if FREI_FUER_ALLE.search(text):
        return Kostenangabe((Kostenzeile(Kostenart.KOSTENLOS),))
    if NUR_MIT_NACHWEIS in bemerkung or "Vergünstigungsdatensatz" in text:
        return parse_nachweis(text)
    if NUR_FREI.fullmatch(text):
        return Kostenangabe((Kostenzeile(Kostenart.KOSTENLOS),))
    if FREI_UND_SPENDE.fullmatch(text):
        return Kostenangabe((Kostenzeile(Kostenart.KOSTENLOS), Kostenzeile(Kostenart.SPENDE)))
    if NUR_SPENDE.fullmatch(text):
        return Kostenangabe((Kostenzeile(Kostenart.SPENDE),))
    text = QUELLENJAHR.sub(r"(Angabe von \1)", text)
    return Kostenangabe(hinweis=shorten(f"angegeben: {text}"))


def parse_nachweis(text: str) -> Kostenangabe:
    """What holds with a proof of benefits; 0 cents mean free with proof."""
    betrag: int | None
    if treffer := PREIS_MIT_NACHWEIS.search(text):
        betrag = int(treffer[1]) * 100
    elif FREI_ODER_ERMAESSIGT.search(text) or ERMAESSIGT.match(text):
        betrag = None
    elif FREI_MIT_NACHWEIS.match(text):
        betrag = 0
    else:
        return Kostenangabe(hinweis=shorten(f"angegeben: {text}"))
    return Kostenangabe((Kostenzeile(Kostenart.ERMAESSIGT, betrag, NACHWEIS_HINWEIS),))


def shorten(text: str) -> str:
    return text if len(text) <= HINWEIS_LAENGE else text[: HINWEIS_LAENGE - 2].rsplit(" ", 1)[0] + " …"
