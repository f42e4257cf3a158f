"""One search as a value: every parameter of design.md 5. Results, print, feed and export take the same object."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from angebote.choices import Wochentag


class Tag(TextChoices):
    """The weekdays as they stand in an address; in the order of Wochentag."""

    MO = "mo", _("Montag")
    DI = "di", _("Dienstag")
    MI = "mi", _("Mittwoch")
    DO = "do", _("Donnerstag")
    FR = "fr", _("Freitag")
    SA = "sa", _("Samstag")
    SO = "so", _("Sonntag")

    @property
    def wochentag(self) -> Wochentag:
        return Wochentag(list(Tag).index(self))


class Wann(TextChoices):
    HEUTE = "heute", _("heute")
    MORGEN = "morgen", _("morgen")
    WOCHE = "woche", _("in den nächsten 7 Tagen")
    WOCHENENDE = "wochenende", _("am Wochenende")


class Sortierung(TextChoices):
    RELEVANZ = "relevanz", _("beste Treffer zuerst")
    TERMIN = "termin", _("nächster Termin zuerst")
    ENTFERNUNG = "entfernung", _("kürzester Weg zuerst")
    NAME = "name", _("von A bis Z")


class Unbekannt(TextChoices):
    """What need not be known: the values of `unbekannt` are the names of the filters they loosen."""

    KOSTEN = "kosten", _("Kosten nicht bekannt")
    BARRIEREFREI = "barrierefrei", _("Barrieren nicht bekannt")


Q_LAENGE = 200  # characters; what is longer is cut with a note
ZEITGRUPPEN = ("tag", "zeit", "wann")


@dataclass(frozen=True)
class Zeitraum:
    """Days, both inclusive; without bis as far as Termine are known."""

    von: date
    bis: date | None = None


@dataclass(frozen=True)
class Suchanfrage:
    """AND between the fields, OR between the values of one field, AND inside barrierefrei.

    Equal searches are equal objects: repeated values fall away, order does not count, exact dates beat `wann`, and a
    sorting that holds anyway, or cannot hold, is left empty. The page number is no part of a search.

    nah takes nothing away: it names the place from which the way is measured.

    unbekannt* extends the parameters of design.md 5 (docs/adr/0011): with "kosten" the filter kosten holds for offers
    whose cost nobody knows too, with "barrierefrei" each asked feature also where nobody knows it. A value without its
    filter means nothing and falls away.
    """

    q: str = ""
    bereich: str = ""
    kategorie: tuple[str, ...] = ()
    kiez: tuple[str, ...] = ()
    ortsteil: tuple[str, ...] = ()
    plz: str = ""
    nah: str = ""
    kosten: tuple[str, ...] = ()
    barrierefrei: tuple[str, ...] = ()
    unbekannt: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    zeit: tuple[str, ...] = ()
    wann: str = ""
    von: date | None = None
    bis: date | None = None
    zugang: tuple[str, ...] = ()
    anmeldung: str = ""
    sprache: tuple[str, ...] = ()
    fuer: tuple[str, ...] = ()
    sortierung: str = ""

    def __post_init__(self) -> None:
        for feld in fields(self):
            wert = getattr(self, feld.name)
            if isinstance(wert, tuple):
                object.__setattr__(self, feld.name, tuple(sorted(set(wert))))
        object.__setattr__(self, "unbekannt", tuple(name for name in self.unbekannt if getattr(self, name)))
        if self.von or self.bis:
            object.__setattr__(self, "wann", "")
        if self.sortierung == self.standardsortierung or self.sortierung not in self.moegliche_sortierungen:
            object.__setattr__(self, "sortierung", "")

    @property
    def standardsortierung(self) -> Sortierung:
        """What people ask for tells the order: a place, else words, else nothing but when it begins."""
        if self.nah:
            return Sortierung.ENTFERNUNG
        return Sortierung.RELEVANZ if self.q else Sortierung.TERMIN

    @property
    def moegliche_sortierungen(self) -> tuple[Sortierung, ...]:
        """Relevance needs words, distance a place to start from; the standard stands first."""
        moegliche = [Sortierung.TERMIN, Sortierung.NAME]
        if self.nah or self.plz:
            moegliche.insert(0, Sortierung.ENTFERNUNG)
        if self.q:
            moegliche.insert(0, Sortierung.RELEVANZ)
        return tuple(sorted(moegliche, key=lambda sortierung: sortierung != self.standardsortierung))

    @property
    def wirksame_sortierung(self) -> Sortierung:
        """As it was asked. Whether `nah` names a place we know only the result tells: Suchergebnis.sortierung."""
        return Sortierung(self.sortierung) if self.sortierung else self.standardsortierung

    @property
    def hat_zeitraum(self) -> bool:
        return bool(self.wann or self.von or self.bis)

    @property
    def zeitfilter(self) -> tuple[str, ...]:
        """Which of tag, zeit, wann are set; "wann" stands for the period with von and bis."""
        gesetzt = {"tag": self.tag, "zeit": self.zeit, "wann": self.hat_zeitraum}
        return tuple(name for name in ZEITGRUPPEN if gesetzt[name])

    @property
    def fragt_nach_zeit(self) -> bool:
        return bool(self.zeitfilter)

    @property
    def strenge_filter(self) -> tuple[Unbekannt, ...]:
        """Filters that are set and leave out what is not known."""
        return tuple(name for name in Unbekannt if getattr(self, name) and name not in self.unbekannt)

    @property
    def ist_leer(self) -> bool:
        """Nothing narrows the catalogue down."""
        return replace(self, nah="", sortierung="") == Suchanfrage()

    def to_query(self, *, seite: int = 1) -> str:
        """The shareable address after the question mark: canonical order, nothing that holds anyway."""
        paare: list[tuple[str, str]] = []
        for name, wert in asdict(self).items():
            werte = wert if isinstance(wert, tuple) else (wert,)
            paare += [
                (name, einzelner.isoformat() if isinstance(einzelner, date) else einzelner) for einzelner in werte
            ]
        if seite > 1:
            paare.append(("seite", str(seite)))
        return urlencode([(name, wert) for name, wert in paare if wert])

    def ohne(self, gruppe: str, wert: str | None = None) -> Self:
        """Without this filter, or without one value of it; "wann" stands for the whole period with von and bis."""
        if gruppe == "wann":
            return replace(self, wann="", von=None, bis=None)
        bisher = getattr(self, gruppe)
        if isinstance(bisher, tuple):
            neu: Any = () if wert is None else tuple(v for v in bisher if v != wert)
        else:
            neu = None if gruppe in ("von", "bis") else ""
        return self.mit(**{gruppe: neu})

    def mit(self, **werte: Any) -> Self:
        """With these fields set anew. A period replaces the one before: `wann` drops the dates, dates drop `wann`."""
        if werte.get("wann"):
            werte = {"von": None, "bis": None, **werte}
        return replace(self, **werte)


def compute_zeitraum(anfrage: Suchanfrage, *, heute: date) -> Zeitraum:
    """The days on which a Termin may lie; past days never, whatever was asked for."""
    if anfrage.wann:
        return _wann_zeitraum(Wann(anfrage.wann), heute)
    return Zeitraum(max(anfrage.von or heute, heute), anfrage.bis)


def compute_wann_zeitraeume(*, heute: date) -> dict[str, Zeitraum]:
    return {wann.value: _wann_zeitraum(wann, heute) for wann in Wann}


def _wann_zeitraum(wann: Wann, heute: date) -> Zeitraum:
    def in_tagen(von: int, bis: int) -> Zeitraum:
        return Zeitraum(heute + timedelta(days=von), heute + timedelta(days=bis))

    if wann == Wann.HEUTE:
        return in_tagen(0, 0)
    if wann == Wann.MORGEN:
        return in_tagen(1, 1)
    if wann == Wann.WOCHE:
        return in_tagen(0, 6)
    sonntag = Wochentag.SO - heute.weekday()
    return in_tagen(max(sonntag - 1, 0), sonntag)
