"""What an offer is found by, field by field: the words of its page, and everything people call its place by."""

import re
from collections.abc import Iterable
from enum import IntEnum

from angebote.choices import ANMELDUNG_NICHT_NOETIG, Barrierefrei, Kostenfilter, Tageszeit, Wochentag, Zugang
from angebote.domain.barrieren import compute_barrierefrei, merge_barriereangaben
from angebote.domain.kosten import compute_kostenfilter
from angebote.domain.zugang import compute_zugaenge, hat_einzugsgebiet, ist_ohne_weg
from angebote.models import Angebot, Ort, Zeit
from pankow_einsamkeit.lib.kalender import tageszeit_of
from pankow_einsamkeit.lib.strasse import normalise_strasse

VERWANDTE = ("traeger", "ort__kiez", "ort__planungsraum", "ort__ortsteil")
TEILE = (
    *("kategorien", "zielgruppen", "sprachen", "zugangswege", "einzugsgebiet", "zeiten", "kosten", "barriereangaben"),
    *("ort__barriereangaben", "ort__haltestellen__haltestelle"),
)
MERKMALWORTE: dict[str, str] = {
    Zugang.ZUHAUSE: "zuhause Hausbesuch",
    Zugang.DRAUSSEN: "draußen",
    Zugang.TELEFON: "Telefon telefonisch",
    Zugang.ONLINE: "online",
    Kostenfilter.KOSTENLOS: "kostenlos",
    Kostenfilter.SPENDE: "Spende",
    Barrierefrei.STUFENLOS: "stufenlos",
    Barrierefrei.AUFZUG: "Aufzug",
    Barrierefrei.INDUKTION: "Induktionsanlage",
    Barrierefrei.DGS: "Gebärdensprache",
}
ANMELDEFREI = "anmeldefrei"  # a word group leads from "ohne Anmeldung" to it
TRENNER = re.compile(r"[\s/,]+")
DEUTSCH = "de"  # the language of nearly every offer, so it tells nothing


class Feld(IntEnum):
    """In the order of their weight; the names are columns of Volltext."""

    TITEL = 0
    KATEGORIEN = 1
    NUTZEN = 2
    TEXT = 3
    ORT = 4


def build_feldtexte(angebot: Angebot, *, kiezzahl: int) -> dict[Feld, str]:
    """Reads prefetched parts only. kiezzahl: of the whole district; who serves all of it is found by no single name."""
    ort = angebot.ort
    return {
        Feld.TITEL: angebot.titel,
        Feld.KATEGORIEN: _join(kategorie.name for kategorie in angebot.kategorien.all()),
        Feld.NUTZEN: angebot.nutzen,
        Feld.TEXT: _join(_list_text(angebot)),
        Feld.ORT: _join([*(_list_ortsworte(ort) if ort else ()), *_list_einzugsgebiet(angebot, kiezzahl)]),
    }


def _join(texte: Iterable[object]) -> str:
    return "\n".join(str(text) for text in texte if text)


def _list_text(angebot: Angebot) -> list[object]:
    return [
        *(angebot.beschreibung, angebot.zeiten_hinweis, angebot.wer_hinweis, angebot.bewirtung),
        *(gruppe.name for gruppe in angebot.zielgruppen.all()),
        *(sprache.name for sprache in angebot.sprachen.all() if sprache.code != DEUTSCH),
        *_list_merkmalworte(angebot),
        *sorted({wort for zeit in angebot.zeiten.all() for wort in _list_zeitworte(zeit)}),
        angebot.traeger.name if angebot.traeger else "",
        angebot.ort.name if angebot.ort else "",
    ]


def _list_merkmalworte(angebot: Angebot) -> list[str]:
    """What people type instead of setting a filter; only what is known for sure."""
    zugaenge = compute_zugaenge(angebot)
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    barrierefrei = set() if ist_ohne_weg(zugaenge) else compute_barrierefrei(angaben, zugaenge=zugaenge)
    werte = {*zugaenge, *compute_kostenfilter(list(angebot.kosten.all())), *barrierefrei}
    ohne_anmeldung = [ANMELDEFREI] if angebot.anmeldung in ANMELDUNG_NICHT_NOETIG else []
    return [*(worte for wert, worte in MERKMALWORTE.items() if wert in werte), *ohne_anmeldung]


def _list_zeitworte(zeit: Zeit) -> list[str]:
    """Day and time of day, for those who type "sonntags" or "am Nachmittag" instead of choosing it."""
    worte = [] if zeit.wochentag is None else [str(Wochentag(zeit.wochentag).label)]
    if zeit.beginn is not None:
        worte.append(str(Tageszeit(tageszeit_of(zeit.beginn)).label))
    return worte


def _list_ortsworte(ort: Ort) -> list[object]:
    """The stops on its page included."""
    gebiete = (ort.kiez, ort.planungsraum, ort.ortsteil)
    return [
        *(_join_strassennamen(ort.strasse), ort.hausnummer, ort.plz),
        *(gebiet.name for gebiet in gebiete if gebiet is not None),
        *(_join_strassennamen(zeile.haltestelle.name) for zeile in ort.haltestellen.all()),
    ]


def _join_strassennamen(name: str) -> str:
    """ "Thomas-Mann-Str." is one word, or whoever writes about her "Mann" would be led there."""
    return " ".join(normalise_strasse(stueck) if "-" in stueck else stueck for stueck in TRENNER.split(name))


def _list_einzugsgebiet(angebot: Angebot, kiezzahl: int) -> list[str]:
    kieze = [kiez.name for kiez in angebot.einzugsgebiet.all()] if hat_einzugsgebiet(angebot) else []
    return kieze if len(kieze) < kiezzahl else []
