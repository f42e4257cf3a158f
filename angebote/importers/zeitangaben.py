"""Reads German rhythm and opening-hours text into times. What is not understood is kept as a note, never guessed.

A text counts as understood only when every part of it is. Parts that speak of something else and therefore do not
touch the rest ("weitere: …", "Kleiderausgabe Di 12-14") are handed back in `rest`, telephone hours in `telefonisch`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time

from angebote.choices import Wochentag, Zeitart
from angebote.domain.zeitsaetze import LAUT_QUELLE

HINWEIS_LAENGE = 300  # as Zeit.hinweis
JAHRESLAENGE = len(" von 2016")
JAHR = re.compile(r"\b(?:19|20)\d\d\b")
UHRZEITSPANNE = re.compile(r"(\d{1,2}):(\d\d)\s*(?:-|–|bis)\s*(\d{1,2}):(\d\d)(?:\s*Uhr)?")

TAGE = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
TAGESNAMEN = {str(tag.label).lower(): tag.value for tag in Wochentag} | {"sonnabend": Wochentag.SA.value}

TAG = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
TAGE_LISTE = rf"{TAG}(?:\s*(?:,|\+|/|&|und|-|–|bis)\s*{TAG})*|täglich"
UHRZEIT = r"\d{1,2}(?:[:.]\d{2})?"
SPANNE = rf"{UHRZEIT}\s*(?:Uhr)?\s*(?:-|–|bis)\s*{UHRZEIT}(?:\s*Uhr)?"
SPANNEN = rf"{SPANNE}(?:\s*(?:,|und)\s*{SPANNE})*"
VEREINBARUNG = r"(?:nach (?:telefonischer )?(?:Vereinbarung|Absprache))"
BLOCK = rf"(?:{TAGE_LISTE})\s*:?\s*(?:{SPANNEN}|{VEREINBARUNG}|geschlossen)"
OEFFNUNG = re.compile(rf"({TAGE_LISTE})\s*:?\s*({SPANNEN}|{VEREINBARUNG}|geschlossen)")
NUR_BLOECKE = re.compile(
    rf"(?:Sprechzeiten:? |Öffnungszeiten:? |geöffnet:? |offene Kirche )?{BLOCK}(?:,?\s+(?:und )?{BLOCK})*"
)
NUR_VEREINBARUNG = re.compile(rf"(?:sowie |und |auch )?{VEREINBARUNG}")
FEIERTAGE = re.compile(r"an Feiertagen geöffnet(?P<ausser> außer Ostermontag und Pfingstmontag)?")
ANDERES_THEMA = re.compile(rf"[A-ZÄÖÜ][\w-]{{3,}}\s+{BLOCK}")

NTE = r"(?:[1-5]\.|letzter|letzte|letzten)"
TAGESNAME = "|".join(name.capitalize() for name in TAGESNAMEN)
IM_MONAT = re.compile(
    rf"(?:jeder |jeden )?(?P<nte>{NTE}(?:\s*(?:,|und)\s*{NTE})*)\s+(?P<tag>{TAGESNAME})(?: im Monat| des Monats)"
)
MONATLICH = re.compile(rf"monatlich \((?P<nte>{NTE})\s+(?P<tag>{TAGESNAME})\)")
VIERZEHNTAEGLICH = re.compile(
    r"(?:14-täglich|alle zwei Wochen|alle 2 Wochen) ab (?P<tag>\d{1,2})\.(?P<monat>\d{1,2})\.(?P<jahr>\d{4})"
)


@dataclass(frozen=True, kw_only=True)
class Zeitangabe:
    """The fields of one Zeit that a text can give; fits every constraint of the model."""

    art: Zeitart
    wochentag: int | None = None
    intervall_wochen: int = 1
    monatswochen: str = ""
    beginn: time | None = None
    ende: time | None = None
    gueltig_von: date | None = None
    an_feiertagen: bool = False
    hinweis: str = ""


@dataclass(frozen=True)
class Zeitergebnis:
    """Always at least one Zeitangabe; `rest` and `telefonisch` are wording of the source."""

    zeiten: tuple[Zeitangabe, ...]
    rest: str = ""
    telefonisch: str = ""


def build_notiz(text: str) -> Zeitergebnis:
    """The wording of the source as a note to an unknown time; an empty text gives an unknown time without a note.

    Clock times are written as everywhere: "10:00-20:00" becomes "10 bis 20 Uhr".
    """
    text = " ".join(text.replace("\0", "").split()).removeprefix("weitere: ")
    if not text:
        return Zeitergebnis((Zeitangabe(art=Zeitart.UNBEKANNT),))
    hinweis = f"{LAUT_QUELLE}: {write_out_uhrzeiten(text)}"
    laenge = HINWEIS_LAENGE - JAHRESLAENGE
    if len(hinweis) > laenge:
        hinweis = hinweis[: laenge - 2].rsplit(" ", 1)[0] + " …"
    return Zeitergebnis((Zeitangabe(art=Zeitart.UNBEKANNT, hinweis=hinweis),))


def write_out_uhrzeiten(text: str) -> str:
    """ "Mo 10:00-20:00; Di 9:30 bis 19:00" → "Mo 10 bis 20 Uhr, Di 9:30 bis 19 Uhr"."""

    def write_spanne(treffer: re.Match[str]) -> str:
        von, von_minute, bis, bis_minute = treffer.groups()
        uhrzeiten = [
            str(int(stunde)) if minute == "00" else f"{int(stunde)}:{minute}"
            for stunde, minute in ((von, von_minute), (bis, bis_minute))
        ]
        return f"{' bis '.join(uhrzeiten)} Uhr"

    return UHRZEITSPANNE.sub(write_spanne, text).replace(" Uhr; ", " Uhr, ")


def name_jahr(ergebnis: Zeitergebnis, *, stand: str) -> Zeitergebnis:
    """Notes say of which year they are: where `stand` names exactly one, and the note none itself."""
    jahre = set(JAHR.findall(stand))

    def name(zeit: Zeitangabe) -> Zeitangabe:
        if len(jahre) != 1 or not zeit.hinweis.startswith(f"{LAUT_QUELLE}: ") or JAHR.search(zeit.hinweis):
            return zeit
        return replace(zeit, hinweis=zeit.hinweis.replace(LAUT_QUELLE, f"{LAUT_QUELLE} von {min(jahre)}", 1))

    return replace(ergebnis, zeiten=tuple(name(zeit) for zeit in ergebnis.zeiten))


def parse_uhrzeit(text: str) -> time | None:
    """A wall-clock time; None for an impossible one. "24:00" is no time of the same day and gives None as well."""
    stunde, _trenner, minute = text.strip().replace(".", ":").partition(":")
    if not stunde.isascii() or not stunde.isdigit() or (minute and not (minute.isascii() and minute.isdigit())):
        return None
    if int(stunde) > 23 or int(minute or 0) > 59:
        return None
    return time(int(stunde), int(minute or 0))


def parse_tage(text: str) -> tuple[int, ...] | None:
    """Weekdays of "Mo, Di", "Mo-Fr", "Di+Do" in order; None where a range runs backwards or a word is no day."""
    if text.strip() == "täglich":
        return tuple(range(7))
    tage: list[int] = []
    for teil in re.split(r"\s*(?:,|;|\+|/|&|\bund\b)\s*", text.strip()):
        grenzen = [TAGE.get(tag.strip(" .").lower()) for tag in re.split(r"-|–|\bbis\b", teil)]
        if None in grenzen or len(grenzen) > 2:
            return None
        von, bis = grenzen[0], grenzen[-1]
        assert von is not None  # noqa: S101 - narrowed for mypy: None was refused above
        assert bis is not None  # noqa: S101
        if bis < von:
            return None
        tage.extend(range(von, bis + 1))
    return tuple(tage) if len(tage) == len(set(tage)) else None


def parse_spanne(text: str) -> Zeitangabe | None:
    """One span without its day; midnight as end is said in the note, since an end must be on the same day."""
    teile = re.findall(UHRZEIT, text)
    if len(teile) != 2:
        return None
    beginn, ende = parse_uhrzeit(teile[0]), parse_uhrzeit(teile[1])
    if beginn is None:
        return None
    if teile[1] in {"24", "24:00", "24.00", "00:00", "0:00"}:
        return Zeitangabe(art=Zeitart.REGEL, beginn=beginn, hinweis="bis Mitternacht")
    if ende is None or ende <= beginn:
        return None
    return Zeitangabe(art=Zeitart.REGEL, beginn=beginn, ende=ende)


def parse_block(tage_text: str, zeit_text: str) -> tuple[Zeitangabe, ...] | None:
    """ "Mo, Mi" with "14-18 Uhr"; closed days give nothing, None means not understood."""
    tage = parse_tage(tage_text)
    if tage is None:
        return None
    if zeit_text == "geschlossen":
        return ()
    if NUR_VEREINBARUNG.fullmatch(zeit_text):
        return tuple(Zeitangabe(art=Zeitart.VEREINBARUNG, wochentag=tag) for tag in tage)
    spannen = [parse_spanne(text) for text in re.findall(SPANNE, zeit_text)]
    if not spannen or None in spannen:
        return None
    return tuple(replace(spanne, wochentag=tag) for tag in tage for spanne in spannen if spanne is not None)


def parse_abschnitt(text: str) -> tuple[Zeitangabe, ...] | None:
    """One part between semicolons; None if any of it is not understood."""
    if NUR_VEREINBARUNG.fullmatch(text):
        return (Zeitangabe(art=Zeitart.VEREINBARUNG),)
    if not NUR_BLOECKE.fullmatch(text):
        return None
    zeiten: list[Zeitangabe] = []
    for tage_text, zeit_text in OEFFNUNG.findall(text):
        block = parse_block(tage_text, zeit_text)
        if block is None:
            return None
        zeiten.extend(block)
    return tuple(zeiten)


def parse_oeffnungszeiten(text: str) -> Zeitergebnis:
    """Opening hours such as "Mo-Do 9-17 Uhr; Fr 9-16 Uhr; sowie nach Vereinbarung"; never raises."""
    haupt, _trenner, weitere = text.partition("weitere:")
    zeiten: list[Zeitangabe] = []
    rest, telefonisch, feiertage = [], [], ""
    for abschnitt in (teil.strip() for teil in haupt.split(";")):
        gelesen = parse_abschnitt(abschnitt)
        if gelesen is not None:
            zeiten.extend(gelesen)
        elif abschnitt.startswith("telefonisch ") and NUR_BLOECKE.fullmatch(abschnitt.removeprefix("telefonisch ")):
            telefonisch.append(abschnitt.removeprefix("telefonisch "))
        elif FEIERTAGE.fullmatch(abschnitt):
            feiertage = abschnitt
        elif ANDERES_THEMA.fullmatch(abschnitt) and zeiten:
            rest.append(abschnitt)
        elif abschnitt:
            return build_notiz(text)
    regeln = ordne_zeiten(zeiten)
    if regeln is None:
        return build_notiz(text)
    if feiertage and ist_an_feiertagen_offen(feiertage, regeln):
        regeln = tuple(replace(regel, an_feiertagen=True) for regel in regeln)
    elif feiertage:
        return build_notiz(text)
    rest.extend([weitere.strip()] if weitere.strip() else [])
    return Zeitergebnis(regeln, rest="; ".join(rest), telefonisch="; ".join(telefonisch))


def ist_an_feiertagen_offen(text: str, zeiten: tuple[Zeitangabe, ...]) -> bool:
    """ "außer Ostermontag und Pfingstmontag" changes nothing where Monday is closed anyway; else we cannot say it."""
    treffer = FEIERTAGE.fullmatch(text)
    if treffer is None:
        return False
    return not treffer["ausser"] or all(zeit.wochentag != Wochentag.MO for zeit in zeiten)


def ordne_zeiten(zeiten: list[Zeitangabe]) -> tuple[Zeitangabe, ...] | None:
    """By day and begin; None where nothing is left or where the same begin is said twice for a day."""
    schluessel = [(zeit.art, zeit.wochentag, zeit.beginn) for zeit in zeiten]
    if not zeiten or len(schluessel) != len(set(schluessel)):
        return None
    return tuple(
        sorted(zeiten, key=lambda z: (z.wochentag is None, z.wochentag or 0, z.beginn is None, z.beginn or time.min))
    )


def build_wortlaut(*, wochentag: str, von: str, bis: str, rhythmus: str) -> str:
    """The fields of a row as one readable text: "Montag, 14:30 bis 17:30 Uhr, 14-täglich"."""
    tage = parse_tage(wochentag) if wochentag else None
    namen = " und ".join(str(Wochentag(tag).label) for tag in tage) if tage else wochentag
    if tage and len(tage) == 1 and f" {namen}" in rhythmus:
        namen, rhythmus = rhythmus, ""  # "2. Montag im Monat" names the day already
    uhrzeit = f"{von} bis {bis} Uhr" if von and bis else f"{von} Uhr" if von else ""
    return ", ".join(teil for teil in (namen, uhrzeit, rhythmus) if teil)


def parse_monatswochen(text: str) -> str | None:
    """ "2. und 4." as "2,4", "letzter" as "-1"; None where a number is said twice."""
    zahlen = ["-1" if teil.startswith("letzt") else teil.strip(". ") for teil in re.split(r"\s*(?:,|und)\s*", text)]
    return ",".join(zahlen) if len(zahlen) == len(set(zahlen)) else None


def parse_erster_termin(rhythmus: str, tage: tuple[int, ...]) -> date | None:
    """The first date of "14-täglich ab 16.01.2023", if it exists and falls on the one weekday."""
    treffer = VIERZEHNTAEGLICH.fullmatch(rhythmus)
    if treffer is None:
        return None
    try:
        erster = date(int(treffer["jahr"]), int(treffer["monat"]), int(treffer["tag"]))
    except ValueError:
        return None
    return erster if tage == (erster.weekday(),) else None


def parse_regel(rhythmus: str, tage: tuple[int, ...]) -> Zeitangabe | None:
    """The rhythm without its time of day; None if not understood or if it names another weekday."""
    if rhythmus == "wöchentlich":
        return Zeitangabe(art=Zeitart.REGEL)
    if erster := parse_erster_termin(rhythmus, tage):
        return Zeitangabe(art=Zeitart.REGEL, intervall_wochen=2, gueltig_von=erster)
    treffer = IM_MONAT.fullmatch(rhythmus) or MONATLICH.fullmatch(rhythmus)
    if treffer is None or tage != (TAGESNAMEN[treffer["tag"].lower()],):
        return None
    wochen = parse_monatswochen(treffer["nte"])
    return Zeitangabe(art=Zeitart.REGEL, monatswochen=wochen) if wochen else None


def parse_rhythmus(*, wochentag: str, von: str, bis: str, rhythmus: str) -> Zeitergebnis:
    """The time of a recurring offer from its four fields; a missing time of day or an odd rhythm becomes a note."""
    rhythmus = " ".join(rhythmus.replace("\0", "").split())
    wortlaut = build_wortlaut(wochentag=wochentag, von=von, bis=bis, rhythmus=rhythmus)
    if not wochentag and not von and re.search(rf"\b{VEREINBARUNG}", rhythmus):
        return Zeitergebnis((Zeitangabe(art=Zeitart.VEREINBARUNG, hinweis=rhythmus[:HINWEIS_LAENGE]),))
    tage = parse_tage(wochentag) if wochentag else None
    beginn, ende = parse_uhrzeit(von) if von else None, parse_uhrzeit(bis) if bis else None
    if tage is None or beginn is None or (bis and (ende is None or ende <= beginn)):
        return build_notiz(wortlaut)
    regel = parse_regel(rhythmus, tage)
    if regel is None:
        return build_notiz(wortlaut)
    return Zeitergebnis(tuple(replace(regel, wochentag=tag, beginn=beginn, ende=ende) for tag in tage))
