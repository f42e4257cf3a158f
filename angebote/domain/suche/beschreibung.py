"""A search in German words: its filters one by one, in an order that reads as a sentence after "Angebote"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Kostenfilter, Tageszeit, Zugang
from angebote.domain.kiezwort import build_kiezwort
from angebote.domain.suche.anfrage import Suchanfrage, Tag
from angebote.domain.suche.auswahl import Auswahl

SATZWORTE: dict[tuple[str, str], str | Promise] = {
    ("bereich", "begegnung"): gettext_lazy("zur Begegnung"),
    ("bereich", "unterstuetzung"): gettext_lazy("zur Unterstützung"),
    ("kosten", Kostenfilter.SPENDE): gettext_lazy("gegen freiwillige Spende"),
    ("kosten", Kostenfilter.ERMAESSIGT): gettext_lazy("mit Ermäßigung"),
    ("kosten", Kostenfilter.KASSE): gettext_lazy("Kasse zahlt"),
    ("tag", Tag.MO): gettext_lazy("montags"),
    ("tag", Tag.DI): gettext_lazy("dienstags"),
    ("tag", Tag.MI): gettext_lazy("mittwochs"),
    ("tag", Tag.DO): gettext_lazy("donnerstags"),
    ("tag", Tag.FR): gettext_lazy("freitags"),
    ("tag", Tag.SA): gettext_lazy("samstags"),
    ("tag", Tag.SO): gettext_lazy("sonntags"),
    ("zeit", Tageszeit.VORMITTAG): gettext_lazy("am Vormittag"),
    ("zeit", Tageszeit.NACHMITTAG): gettext_lazy("am Nachmittag"),
    ("zeit", Tageszeit.ABEND): gettext_lazy("am Abend"),
    ("zugang", Zugang.ZUHAUSE): gettext_lazy("bei Ihnen zu Hause"),
    ("zugang", Zugang.DRAUSSEN): gettext_lazy("draußen"),
}
MUSTER: dict[str, str | Promise] = {
    "q": gettext_lazy("mit „%(wert)s“"),
    "ortsteil": gettext_lazy("im Ortsteil %(wert)s"),
    "plz": gettext_lazy("rund um %(wert)s"),
    "nah": gettext_lazy("nah bei %(wert)s"),
    "sprache": gettext_lazy("Sprache: %(wert)s"),
    "fuer": gettext_lazy("für %(wert)s"),
}
KEINE_FILTER = frozenset({"unbekannt", "nah"})  # words that take no hit away: they widen a search, or sort it
REIHENFOLGE = (
    *("bereich", "q", "kategorie", "kiez", "ortsteil", "plz", "nah", "kosten", "barrierefrei"),
    *("tag", "zeit", "wann", "zugang", "anmeldung", "sprache", "fuer"),
)


@dataclass(frozen=True)
class Filterwort:
    """One filter in words, and the search without it. `oder`: a further value of the same group."""

    gruppe: str
    wert: str | None
    label: str
    ohne: Suchanfrage
    oder: bool = False


def build_filterworte(anfrage: Suchanfrage, *, auswahl: Auswahl) -> list[Filterwort]:
    return [wort for gruppe in REIHENFOLGE for wort in _build_gruppe(gruppe, anfrage, auswahl)]


def build_datum(datum: date) -> str:
    return date_format(datum, "j. F Y")


def build_filterwort(gruppe: str, wert: str, *, auswahl: Auswahl) -> str:
    """The words for one value, e.g. "in Weißensee", "dienstags", "am Nachmittag"."""
    if (gruppe, wert) in SATZWORTE:
        return str(SATZWORTE[gruppe, wert])
    label = next((option.label for option in auswahl.get(gruppe, ()) if option.wert == wert), wert)
    if gruppe == "kiez":
        return build_kiezwort(label)
    return str(MUSTER[gruppe]) % {"wert": label} if gruppe in MUSTER else label


def _build_gruppe(gruppe: str, anfrage: Suchanfrage, auswahl: Auswahl) -> Iterator[Filterwort]:
    if gruppe == "wann" and (anfrage.von or anfrage.bis):
        yield Filterwort("wann", None, _build_datumsbereich(anfrage.von, anfrage.bis), anfrage.ohne("wann"))
        return
    gesetzt = getattr(anfrage, gruppe)
    werte = gesetzt if isinstance(gesetzt, tuple) else (gesetzt,) if gesetzt else ()
    rang = {option.wert: stelle for stelle, option in enumerate(auswahl.get(gruppe, ()))}
    for stelle, wert in enumerate(sorted(werte, key=lambda wert: rang.get(wert, len(rang)))):
        yield Filterwort(
            gruppe=gruppe,
            wert=wert if isinstance(gesetzt, tuple) else None,
            label=build_filterwort(gruppe, wert, auswahl=auswahl),
            ohne=anfrage.ohne(gruppe, wert),
            oder=stelle > 0 and gruppe != "barrierefrei",
        )
    if gruppe in anfrage.unbekannt:
        label = build_filterwort("unbekannt", gruppe, auswahl=auswahl)
        yield Filterwort("unbekannt", gruppe, label, anfrage.ohne("unbekannt", gruppe), oder=True)


def _build_datumsbereich(von: date | None, bis: date | None) -> str:
    if von and bis and von == bis:
        return _("am %(datum)s") % {"datum": build_datum(von)}
    if von and bis:
        return _("vom %(von)s bis %(bis)s") % {"von": build_datum(von), "bis": build_datum(bis)}
    if von:
        return _("ab %(datum)s") % {"datum": build_datum(von)}
    return _("bis %(datum)s") % {"datum": build_datum(bis)} if bis else ""
