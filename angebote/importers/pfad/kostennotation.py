"""Costs in one cell: "2,50 € je Treffen (Material inklusive); ermäßigt 1,00 €; kostenlos". Both ways, without loss."""

from __future__ import annotations

import re
from dataclasses import asdict
from decimal import Decimal

from django.utils.translation import gettext as _

from angebote.choices import Kostenart, Kosteneinheit
from angebote.domain.angebotsdaten import list_teilfelder, to_plain
from angebote.domain.kosten import WIDERSPRUCH, widersprechen_sich
from angebote.importers.kostenangaben import parse_kosten as parse_kostentext
from angebote.importers.pfad.notation import Eintrag, parse_eintrag, split_eintraege, write_gruppe
from angebote.importers.pfad.terminnotation import check_laenge
from angebote.importers.pfad.zeitnotation import Zeile
from angebote.importers.pfad.zellen import ZellfehlerError, zitiere
from angebote.models import Kosten

HOECHSTBETRAG_CENT = 10_000_000
HINWEIS_LAENGE = 200
# The first word of each is written (nothing for an amount: "2,50 €"); all are read, and so is the label that the form
# shows. Those that begin like another come first.
ARTEN = (
    (Kostenart.KASSENZUSCHUSS, ("Zuschuss der Krankenkasse", "Krankenkasse zahlt teilweise")),
    (Kostenart.KASSE, ("Krankenkasse zahlt", "Krankenkasse")),
    (Kostenart.PFLEGEKASSE, ("Pflegekasse zahlt", "Pflegekasse", "Entlastungsbetrag")),
    (Kostenart.VERZEHR_FREIWILLIG, ("kostenlos mit freiwilligem Verzehr", "Verzehr freiwillig")),
    (Kostenart.KOSTENLOS, ("kostenlos", "kostenfrei", "umsonst", "Eintritt frei", "freier Eintritt", "gratis")),
    (Kostenart.SPENDE, ("Spende", "auf Spendenbasis", "Spenden erwünscht", "Spende erwünscht")),
    (Kostenart.ERMAESSIGT, ("ermäßigt", "Ermäßigung")),
    (Kostenart.MITGLIEDSCHAFT, ("Mitgliedschaft", "Mitgliedschaft nötig", "Mitgliedsbeitrag")),
    (Kostenart.EXTRA, ("dazu", "dazu kommt", "zusätzlich")),
    (Kostenart.ANFRAGE, ("auf Anfrage",)),
    (Kostenart.BETRAG, ("",)),
    (Kostenart.UNBEKANNT, ("nicht bekannt", "unbekannt")),
)
EINHEITEN = (
    (Kosteneinheit.EINMAL, ("einmalig",)),
    (Kosteneinheit.TERMIN, ("je Treffen", "pro Treffen", "je Termin", "pro Termin", "pro Mal")),
    (Kosteneinheit.MONAT, ("im Monat", "pro Monat", "monatlich")),
    (Kosteneinheit.KURS, ("für den Kurs", "pro Kurs", "je Kurs")),
    (Kosteneinheit.JAHR, ("im Jahr", "pro Jahr", "jährlich")),
)
BETRAG = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:€|Euro\b|EUR\b)", re.IGNORECASE)
SCHNUPPERN = re.compile(r"(\d{1,3})\s?-?\s?mal(?: frei zum)? Schnuppern", re.IGNORECASE)


def _build_muster(worte: tuple[str, ...], label: str) -> re.Pattern[str]:
    """What stands in brackets in a label is a note to whoever reads it."""
    alle = {wort for wort in (*worte, label.partition(" (")[0]) if wort}
    return re.compile("|".join(rf"{re.escape(w)}\b" for w in sorted(alle, key=len, reverse=True)), re.IGNORECASE)


ARTMUSTER = [(art, _build_muster(worte, str(art.label))) for art, worte in ARTEN]
EINHEITMUSTER = [(einheit, _build_muster(worte, str(einheit.label))) for einheit, worte in EINHEITEN]
FREIWILLIG = re.compile(r"freiwillig\b", re.IGNORECASE)
FUELLWORT = re.compile(r"Betrag\b|[,:]", re.IGNORECASE)


def parse_kosten(text: str) -> list[Zeile]:
    """Rows as domain/angebotsdaten.py keeps them. Raises ZellfehlerError."""
    zeilen: list[Zeile] = []
    for roh in split_eintraege(text):
        try:
            zeilen.extend(_parse_eine(parse_eintrag(roh)))
        except ZellfehlerError as fehler:
            raise ZellfehlerError(f"„{zitiere(roh)}“: {fehler}") from fehler
    if len({(z["art"], z["einheit"], z["betrag_cent"]) for z in zeilen}) != len(zeilen):
        raise ZellfehlerError(_("Diese Kosten sind zweimal angegeben."))
    if widersprechen_sich([Kosten(**zeile) for zeile in zeilen]):
        raise ZellfehlerError(str(WIDERSPRUCH))
    return sorted(zeilen, key=repr)


def _parse_eine(eintrag: Eintrag) -> list[Zeile]:
    try:
        return [read_kosten(eintrag)]
    except ZellfehlerError:
        bekannte = parse_kostentext(eintrag.text).zeilen
        if not bekannte:
            raise
    return [get_vorgaben() | {name: to_plain(wert) for name, wert in asdict(zeile).items()} for zeile in bekannte]


def get_vorgaben() -> Zeile:
    return {feld.name: to_plain(feld.get_default()) for feld in list_teilfelder(Kosten)}


def read_kosten(eintrag: Eintrag) -> Zeile:
    zeile: Zeile = get_vorgaben() | {"art": "", "hinweis": check_laenge(eintrag.hinweis, HINWEIS_LAENGE)}
    rest = eintrag.text
    if treffer := BETRAG.search(rest):
        zeile["betrag_cent"] = int(Decimal(f"{treffer[1]}.{treffer[2] or 0}") * 100)
        rest = rest.replace(treffer[0], " ", 1)
    if treffer := SCHNUPPERN.search(rest):
        zeile["schnuppern_anzahl"] = int(treffer[1])
        rest = rest.replace(treffer[0], " ", 1)
    for name, muster in (("einheit", EINHEITMUSTER), ("art", ARTMUSTER)):
        for wert, eines in muster:
            if treffer := eines.search(rest):
                zeile[name] = wert.value
                rest = rest.replace(treffer[0], " ", 1)
                break
    if treffer := FREIWILLIG.search(rest):
        zeile["ist_freiwillig"] = True
        rest = rest.replace(treffer[0], " ", 1)
    return check_kosten(zeile, rest=FUELLWORT.sub(" ", rest).strip())


def check_kosten(zeile: Zeile, *, rest: str) -> Zeile:
    if rest:
        raise ZellfehlerError(
            _("„%(rest)s“ verstehen wir nicht. Freier Text gehört in „Hinweis zu den Kosten“.")
            % {"rest": zitiere(rest)}
        )
    zeile["art"] = zeile["art"] or Kostenart.BETRAG.value
    if zeile["art"] == Kostenart.BETRAG and zeile["betrag_cent"] is None:
        raise ZellfehlerError(_("Hier fehlt, was es kostet. Bitte so schreiben: „2,50 € je Treffen“."))
    if zeile["art"] == Kostenart.BETRAG and not zeile["betrag_cent"]:
        raise ZellfehlerError(_("Ein fester Betrag muss größer als 0 sein. Kostet es nichts: „kostenlos“."))
    if zeile["art"] in {Kostenart.KOSTENLOS, Kostenart.VERZEHR_FREIWILLIG} and zeile["betrag_cent"] is not None:
        raise ZellfehlerError(_("Was kostenlos ist, hat keinen Betrag."))
    if zeile["art"] == Kostenart.UNBEKANNT and zeile["betrag_cent"] is not None:
        raise ZellfehlerError(_("Was nicht bekannt ist, hat keinen Betrag."))
    if (zeile["betrag_cent"] or 0) > HOECHSTBETRAG_CENT:
        raise ZellfehlerError(_("Dieser Betrag ist zu groß."))
    return zeile


def write_kosten(zeilen: list[Zeile]) -> str:
    return "; ".join(write_zeile(get_vorgaben() | zeile) for zeile in zeilen)


def write_zeile(zeile: Zeile) -> str:
    betrag, einheiten = zeile["betrag_cent"], {wert.value: worte[0] for wert, worte in EINHEITEN}
    teile = [
        next((worte[0] for art, worte in ARTEN if art == zeile["art"]), ""),
        "" if betrag is None else f"{betrag // 100},{betrag % 100:02d} €",
        einheiten.get(zeile["einheit"], ""),
        "freiwillig" if zeile["ist_freiwillig"] else "",
        "" if zeile["schnuppern_anzahl"] is None else f"{zeile['schnuppern_anzahl']}-mal Schnuppern",
        write_gruppe(zeile["hinweis"]) if zeile["hinweis"] else "",
    ]
    return " ".join(teil for teil in teile if teil)
