"""From the cells of a row to values: everything a row says, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import blake2s
from typing import Any

from django.utils.translation import gettext as _

from angebote.importers.pfad.angaben import parse_uhrzeit, write_uhrzeit
from angebote.importers.pfad.spalten import list_spalten
from angebote.importers.pfad.spaltenarten import Rolle, Spalte
from angebote.importers.pfad.spaltenbau import ORT, ZEIT
from angebote.importers.pfad.verzeichnis import Ortsangabe, Verzeichnis, build_haus
from angebote.importers.pfad.zeitnotation import parse_zeiten
from angebote.importers.pfad.zellen import ZellfehlerError, Zellwert, fold, to_text, zitiere

EIGENE = frozenset({"kennung", "kurz_id", "pruefzeichen"})  # say which offer a row is about


@dataclass(frozen=True)
class Zeilenfehler:
    """spalte: heading, empty where the row as a whole is meant."""

    nummer: int
    spalte: str
    wert: str
    text: str

    def __str__(self) -> str:
        """ "Zeile 17, Spalte „Telefon“: „3012345“ – Die Vorwahl fehlt." """
        zeile = _("Zeile %(nummer)d") % {"nummer": self.nummer}
        return f"{zeile}, {self.satz}" if self.spalte else f"{zeile}: {self.satz}"

    @property
    def satz(self) -> str:
        """Without the row, where that stands above it."""
        text = f"„{self.wert}“ – {self.text}" if self.wert else self.text
        return _("Spalte „%(spalte)s“: %(text)s") % {"spalte": self.spalte, "text": text} if self.spalte else text


@dataclass
class Rohzeile:
    """nummer: as the spreadsheet counts. zellen: name of the column → what stands there. einwaende: of the reader."""

    nummer: int
    zellen: dict[str, Zellwert]
    einwaende: list[str] = field(default_factory=list)


@dataclass
class Rohdatei:
    """unbekannte: headings nobody understands; they are left out and named.

    mit_eigenen_begriffen: categories and languages are named by somebody who does not know our lists.
    """

    zeilen: list[Rohzeile]
    spalten: set[str]
    unbekannte: list[str] = field(default_factory=list)
    hinweise: list[str] = field(default_factory=list)
    mit_eigenen_begriffen: bool = False


@dataclass
class Importzeile:
    """werte: names and values of domain/angebotsdaten.py, but place and provider as the row names them.

    zellen: the texts of cells with errors, to be forgiven where the offer says the same already.
    """

    nummer: int
    schluessel: str = ""
    kurz_id: str = ""
    pruefzeichen: str = ""
    werte: dict[str, Any] = field(default_factory=dict)
    fehler: list[Zeilenfehler] = field(default_factory=list)
    fehlerzellen: dict[str, str] = field(default_factory=dict)

    @property
    def titel(self) -> str:
        return str(self.werte.get("titel", ""))

    @property
    def ort(self) -> Ortsangabe:
        return Ortsangabe(**self.werte["ort"]) if self.werte.get("ort") else Ortsangabe()


def read_zeilen(rohdatei: Rohdatei, *, verzeichnis: Verzeichnis) -> list[Importzeile]:
    """Every row, in order; keys said twice are errors of the later row."""
    spalten = [spalte for spalte in list_spalten() if spalte.name in rohdatei.spalten and spalte.rolle != Rolle.AUSGABE]
    zeilen = [read_zeile(roh, spalten=spalten, verzeichnis=verzeichnis) for roh in rohdatei.zeilen]
    mark_doppelte_kennungen(zeilen)
    return zeilen


def read_zeile(roh: Rohzeile, *, spalten: Iterable[Spalte], verzeichnis: Verzeichnis) -> Importzeile:
    zeile = Importzeile(roh.nummer, fehler=[Zeilenfehler(roh.nummer, "", "", text) for text in roh.einwaende])
    gelesen: dict[str, Any] = {}
    for spalte in spalten:
        zelle = roh.zellen.get(spalte.name)
        try:
            gelesen[spalte.name] = spalte.lesen(zelle, verzeichnis)
        except ZellfehlerError as fehler:
            add_fehler(zeile, spalte, zelle, str(fehler))
    _add_zeit(zeile, gelesen, roh, spalten)
    _add_ort(zeile, gelesen)
    for name in EIGENE & set(gelesen):
        setattr(zeile, "schluessel" if name == "kennung" else name, gelesen.pop(name))
    zeile.werte |= gelesen
    _add_bereich(zeile, verzeichnis)
    zeile.schluessel = zeile.schluessel or build_schluessel(zeile)
    return zeile


def add_fehler(zeile: Importzeile, spalte: Spalte, zelle: Zellwert, text: str) -> None:
    zitat = zitiere(zelle)
    zeile.fehler.append(Zeilenfehler(zeile.nummer, str(spalte.titel), zitat, text.removeprefix(f"„{zitat}“: ")))
    zeile.fehlerzellen[spalte.name] = to_text(zelle)


def _add_zeit(zeile: Importzeile, gelesen: dict[str, Any], roh: Rohzeile, spalten: Iterable[Spalte]) -> None:
    """The columns of a single time become a statement like those of the column Zeiten."""
    eigene = {spalte.name: spalte for spalte in spalten if spalte.name.startswith(ZEIT)}
    if not eigene:
        return
    angaben = {name: gelesen.pop(name, None) for name in eigene}
    uhrzeiten = []
    for name in ("zeit.beginn", "zeit.ende"):
        try:
            uhrzeiten.append(parse_uhrzeit(angaben.get(name)))
        except ZellfehlerError as fehler:
            add_fehler(zeile, eigene[name], roh.zellen.get(name), str(fehler))
            return
    spanne = "-".join(write_uhrzeit(uhrzeit) for uhrzeit in uhrzeiten if uhrzeit)
    text = " ".join(str(teil) for teil in (angaben.get("zeit.rhythmus"), angaben.get("zeit.tag"), spanne) if teil)
    try:
        zeiten = [*gelesen.get("zeiten", []), *parse_zeiten(text)]
    except ZellfehlerError as fehler:
        add_fehler(zeile, next(iter(eigene.values())), text, str(fehler))
        return
    gelesen["zeiten"] = sorted(zeiten, key=repr)


def _add_ort(zeile: Importzeile, gelesen: dict[str, Any]) -> None:
    angaben = {name.removeprefix(ORT): gelesen.pop(name) for name in list(gelesen) if name.startswith(ORT)}
    if not angaben:
        return
    ort = Ortsangabe(**angaben)
    if ort.ist_leer and (ort.hausnummer or ort.plz):
        zeile.fehler.append(Zeilenfehler(zeile.nummer, _("Straße"), "", _("Zur Anschrift fehlt die Straße.")))
    if (ort.lat is None) != (ort.lon is None):
        zeile.fehler.append(Zeilenfehler(zeile.nummer, _("Breite"), "", _("Breite und Länge gehören zusammen.")))
    zeile.werte["ort"] = None if ort.ist_leer else asdict(ort)


def _add_bereich(zeile: Importzeile, verzeichnis: Verzeichnis) -> None:
    """Where nothing is said: that of the categories, if they agree."""
    kategorien = zeile.werte.get("kategorien")
    if zeile.werte.get("bereich") or not kategorien:
        if not zeile.werte.get("bereich"):
            zeile.werte.pop("bereich", None)
        return
    bereiche = {verzeichnis.bereiche[pk] for pk in kategorien}
    if len(bereiche) == 1:
        zeile.werte["bereich"] = bereiche.pop()
    else:
        zeile.werte.pop("bereich", None)


def build_schluessel(zeile: Importzeile) -> str:
    """For lists without keys: title and address, so that the same row is known again as long as these stay."""
    if not zeile.titel:
        return ""
    teile = (fold(zeile.titel), fold(zeile.ort.name), *build_haus(zeile.ort))
    return f"auto-{blake2s('|'.join(teile).encode(), digest_size=8).hexdigest()}"


def mark_doppelte_kennungen(zeilen: Iterable[Importzeile]) -> None:
    gesehen: dict[tuple[str, str], int] = {}
    for zeile in zeilen:
        schluessel = ("kurz", zeile.kurz_id) if zeile.kurz_id else ("quelle", zeile.schluessel)
        if not schluessel[1]:
            continue
        if (erste := gesehen.setdefault(schluessel, zeile.nummer)) != zeile.nummer:
            text = _("Dieselbe Kennung (oder derselbe Titel mit derselben Anschrift) steht schon in Zeile %(nummer)d.")
            zeile.fehler.append(Zeilenfehler(zeile.nummer, _("Kennung"), schluessel[1], text % {"nummer": erste}))


def to_json(zeile: Importzeile) -> dict[str, Any]:
    return asdict(zeile)


def from_json(daten: Mapping[str, Any]) -> Importzeile:
    return Importzeile(**{**daten, "fehler": [Zeilenfehler(**fehler) for fehler in daten["fehler"]]})
