"""Reads the accessibility wording of the collection. Vague words ("behindertengerecht") become unknown with a note."""

from dataclasses import dataclass

from angebote.choices import Barrierewert, Merkmal

JA, NEIN, TEILWEISE, UNBEKANNT = Barrierewert.JA, Barrierewert.NEIN, Barrierewert.TEILWEISE, Barrierewert.UNBEKANNT
# These belong to what people do there, all others to the building.
MERKMALE_DES_ANGEBOTS = frozenset({Merkmal.SIGN})


@dataclass(frozen=True)
class Barrierefakt:
    merkmal: Merkmal
    wert: Barrierewert
    notiz: str

    @property
    def gehoert_zum_angebot(self) -> bool:
        return self.merkmal in MERKMALE_DES_ANGEBOTS


BARRIEREN: dict[str, tuple[Barrierefakt, ...]] = {
    "rollstuhlgerechter Zugang": (Barrierefakt(Merkmal.ENTRANCE_LEVEL, JA, "rollstuhlgerechter Zugang"),),
    "rollstuhlgerechte Einrichtung": (Barrierefakt(Merkmal.ROOM_LEVEL, JA, "rollstuhlgerechte Einrichtung"),),
    "rollstuhlgerechter Zugang und Einrichtung": (
        Barrierefakt(Merkmal.ENTRANCE_LEVEL, JA, "rollstuhlgerechter Zugang"),
        Barrierefakt(Merkmal.ROOM_LEVEL, JA, "rollstuhlgerechte Einrichtung"),
    ),
    "Gebärdensprachler vor Ort": (Barrierefakt(Merkmal.SIGN, JA, "Gebärdensprachler vor Ort"),),
    # Said of one of two buildings; what takes place in the church must not inherit it.
    "Gemeindehaus barrierefrei": (
        Barrierefakt(Merkmal.ENTRANCE_LEVEL, TEILWEISE, "Gemeindehaus barrierefrei, Kirche nicht bekannt"),
    ),
    "nicht barrierefrei": (Barrierefakt(Merkmal.ENTRANCE_LEVEL, NEIN, "nicht barrierefrei"),),
    "teils barrierefrei": (Barrierefakt(Merkmal.ENTRANCE_LEVEL, TEILWEISE, "teils barrierefrei"),),
    "als behindertengerecht beschrieben": (
        Barrierefakt(Merkmal.ENTRANCE_LEVEL, UNBEKANNT, "als behindertengerecht beschrieben, Genaueres nicht bekannt"),
    ),
    "Treppenlift, als behindertengerecht beschrieben": (Barrierefakt(Merkmal.LIFT, TEILWEISE, "Treppenlift"),),
    "höhere Sitzfläche, zusätzliche Armlehne, Fußstrebe": (
        Barrierefakt(Merkmal.SEATS, JA, "Bank mit höherer Sitzfläche, zusätzlicher Armlehne und Fußstrebe"),
    ),
    # Not a feature of our list: stays in the internal note.
    "Toiletten vorhanden": (),
    "rollstuhlnutzbare Küche (Quelle 2010)": (),
    "Menschen mit Einschränkungen ausdrücklich willkommen": (),
}


def parse_barrieren(text: str) -> tuple[Barrierefakt, ...]:
    """One fact for each known wording; a wording not listed gives none, since nothing may be guessed here."""
    teile = (teil.strip() for teil in text.split(";"))
    return tuple(fakt for teil in teile for fakt in BARRIEREN.get(teil, ()))
