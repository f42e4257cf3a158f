"""Is it in the catalogue already? Offers that look like one, with the reasons in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from angebote.choices import Status
from angebote.models import Angebot
from pankow_einsamkeit.lib.strasse import normalise_strasse
from pankow_einsamkeit.lib.telefon import parse_telefonliste
from pankow_einsamkeit.lib.text import normalise_text

HOECHSTENS = 5
WORT_MINDESTLAENGE = 4
HAEUFIG = 300  # a word, number or house shared by more offers points to none of them
GLEICH, FAST_GLEICH, AEHNLICH = 95, 85, 70  # similarity of titles in percent
MINDESTPUNKTE = 3
OHNE_WEITERES = frozenset({Status.ARCHIVIERT})


@dataclass(frozen=True)
class Kennzeichen:
    """What offers are compared by; empty where nothing is known. haus: street and number."""

    titel: str
    haus: tuple[str, str] = ("", "")
    ortsname: str = ""
    telefone: frozenset[str] = frozenset()
    web: str = ""


@dataclass(frozen=True)
class Doppelter:
    """punkte: the more, the likelier. gruende: "ähnlicher Name, gleiche Anschrift"."""

    angebot_id: int
    titel: str
    punkte: int
    gruende: str


def build_kennzeichen(
    *, titel: str, strasse: str = "", hausnummer: str = "", ortsname: str = "", telefon: str = "", web: str = ""
) -> Kennzeichen:
    schluessel = normalise_strasse(strasse)
    return Kennzeichen(
        titel=normalise_text(titel),
        haus=(schluessel, normalise_text(hausnummer).replace(" ", "")) if schluessel else ("", ""),
        ortsname=normalise_text(ortsname),
        telefone=read_nummern(telefon),
        web=read_seite(web),
    )


@lru_cache(maxsize=20_000)
def read_nummern(text: str) -> frozenset[str]:
    """As a phone dials them, so that spellings do not matter."""
    return frozenset(nummer.href for nummer in parse_telefonliste(text) if nummer.href)


def read_seite(adresse: str) -> str:
    """Host and path; a bare host says only who it is, not what."""
    try:
        teile = urlsplit(adresse if "://" in adresse else f"https://{adresse}")
    except ValueError:
        return ""
    pfad = teile.path.rstrip("/")
    return f"{teile.netloc.lower().removeprefix('www.')}{pfad}" if pfad else ""


@dataclass
class Doppelindex:
    """Answers in the time of a few lookups, however many offers there are."""

    titel: dict[int, str] = field(default_factory=dict)
    kennzeichen: dict[int, Kennzeichen] = field(default_factory=dict)
    _je_merkmal: dict[object, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, pk: int, titel: str, kennzeichen: Kennzeichen) -> None:
        self.titel[pk], self.kennzeichen[pk] = titel, kennzeichen
        for merkmal in list_merkmale(kennzeichen):
            self._je_merkmal[merkmal].append(pk)

    def find(self, gesucht: Kennzeichen, *, ausser: Collection[int] = ()) -> list[Doppelter]:
        """The likeliest first, at most five."""
        kandidaten: set[int] = set()
        for merkmal in list_merkmale(gesucht):
            pks = self._je_merkmal.get(merkmal, ())
            kandidaten.update(pks if len(pks) <= HAEUFIG else ())
        treffer = (self._judge(pk, gesucht) for pk in kandidaten if pk not in ausser)
        gefundene = [einer for einer in treffer if einer is not None]
        return sorted(gefundene, key=lambda einer: (-einer.punkte, einer.angebot_id))[:HOECHSTENS]

    def _judge(self, pk: int, gesucht: Kennzeichen) -> Doppelter | None:
        punkte, gruende = compare(self.kennzeichen[pk], gesucht)
        if punkte < MINDESTPUNKTE:
            return None
        return Doppelter(pk, self.titel[pk], punkte, ", ".join(gruende))


def list_merkmale(kennzeichen: Kennzeichen) -> Iterator[object]:
    """What two offers have to share at least one of, to be compared at all."""
    yield kennzeichen.titel
    for wort in set(kennzeichen.titel.split()):
        if len(wort) >= WORT_MINDESTLAENGE:
            yield ("wort", wort)
    if all(kennzeichen.haus):
        yield ("haus", kennzeichen.haus)
    for nummer in kennzeichen.telefone:
        yield ("telefon", nummer)
    if kennzeichen.web:
        yield ("web", kennzeichen.web)


def compare(eines: Kennzeichen, anderes: Kennzeichen) -> tuple[int, list[str]]:
    """Points and reasons. Without a similar title nothing counts: one house, one number has many offers."""
    aehnlichkeit = fuzz.token_sort_ratio(eines.titel, anderes.titel, score_cutoff=AEHNLICH)
    if not aehnlichkeit:
        return 0, []
    punkte = 3 if aehnlichkeit >= GLEICH else 2 if aehnlichkeit >= FAST_GLEICH else 1
    gruende = [_("gleicher Name") if aehnlichkeit >= GLEICH else _("ähnlicher Name")]
    if eines.haus[0] and anderes.haus[0]:
        ist_gleich = eines.haus == anderes.haus
        punkte += 2 if ist_gleich else -1
        gruende += [_("gleiche Anschrift")] if ist_gleich else []
    elif eines.ortsname and eines.ortsname == anderes.ortsname:
        punkte, gruende = punkte + 1, [*gruende, _("gleicher Ort")]
    if eines.telefone & anderes.telefone:
        punkte, gruende = punkte + 1, [*gruende, _("gleiche Telefonnummer")]
    if eines.web and eines.web == anderes.web:
        punkte, gruende = punkte + 1, [*gruende, _("gleiche Internetseite")]
    return punkte, gruende


def load_doppelindex(*, ausser: Collection[int] = ()) -> Doppelindex:
    """All offers but archived ones and those of `ausser`. One query."""
    index = Doppelindex()
    felder = ("pk", "titel", "ort__strasse", "ort__hausnummer", "ort__name", "telefon", "web")
    for pk, titel, strasse, hausnummer, ortsname, telefon, web in (
        Angebot.objects.exclude(status__in=OHNE_WEITERES).order_by().values_list(*felder)
    ):
        if pk in ausser:
            continue
        kennzeichen = build_kennzeichen(
            titel=titel,
            strasse=strasse or "",
            hausnummer=hausnummer or "",
            ortsname=ortsname or "",
            telefon=telefon,
            web=web,
        )
        index.add(pk, titel, kennzeichen)
    return index


def find_doppelte(gesucht: Kennzeichen, *, ausser: Iterable[int] = ()) -> list[Doppelter]:
    """For one offer that somebody is about to add."""
    return load_doppelindex().find(gesucht, ausser=set(ausser))
