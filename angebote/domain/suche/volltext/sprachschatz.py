"""All words the search knows, loaded once: those of the catalogue, the Redaktion's word groups and filler words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from angebote.domain.katalogstand import Zwischenspeicher
from angebote.domain.suche.volltext.datenbank import Antworten
from angebote.domain.suchworte import Wortgruppe, read_wortgruppe
from angebote.models import Kategorie, Stoppwort, Suchwort, Synonymgruppe, Volltext
from pankow_einsamkeit.lib.text import fold_umlaute, split_woerter
from pankow_einsamkeit.lib.tippfehler import Rechtschreibung
from pankow_einsamkeit.lib.wortstamm import build_stamm, list_anzeigeworte
from pankow_einsamkeit.lib.zusammensetzung import GRUNDWORTE, Zerleger

HOECHSTENS = 200  # words one word may stand for; the rest would not narrow anything down
KUERZESTER_STAMM = 3  # letters
MEHRERE_THEMEN = re.compile(r"[,&/]| und ")
LANGER_STAMM = 6  # letters; such a stem is a part of words also without its ending
GEMERKT = 1 << 13  # words of the Redaktion
STRASSEN = ("strasse", "allee", "damm", "ufer", "chaussee", "promenade")  # "Garten" is not the Gartenstraße
Stammfolge = tuple[str, ...]  # a word or a phrase as stems


@dataclass
class Eintrag:
    """Where a word or phrase of the Redaktion leads: words that mean the same, and what else it finds."""

    gleiche: list[Stammfolge] = field(default_factory=list)
    weitere: list[Stammfolge] = field(default_factory=list)
    zeigt_hilfe: bool = False

    @property
    def ziele(self) -> list[Stammfolge]:
        return [*self.gleiche, *self.weitere]

    @property
    def naechste(self) -> list[Stammfolge]:
        """What stands in for the word: its synonyms, or where it leads if it has none."""
        return self.gleiche or self.weitere

    @property
    def ferne(self) -> list[Stammfolge]:
        return self.weitere if self.gleiche else []


class Sprachschatz:
    """Answers every question about words without the database, and keeps what the database said about offers."""

    def __init__(
        self,
        woerter: Iterable[tuple[str, str, str]],
        gruppen: Iterable[Wortgruppe],
        stoppworte: Iterable[str],
        *,
        kategorien: Iterable[str] = (),
        anzahl: int = 0,
    ) -> None:
        """woerter: normalised, stem, as written. kategorien: their names. anzahl: of the offers that can be found."""
        self.anzahl = anzahl
        mehrere = [wort for name in kategorien if MEHRERE_THEMEN.search(name) for wort in split_woerter(name)]
        self.mehrdeutige = frozenset(map(build_stamm, mehrere))  # not every choir of "Musik, Singen & Tanzen" dances
        self.anzeigen: dict[str, str] = {}
        self.formen: dict[str, list[str]] = {}
        for wort, stamm, anzeige in woerter:
            self.anzeigen[wort] = anzeige
            self.formen.setdefault(stamm, []).append(wort)
        fuellworte = [wort for text in stoppworte for wort in split_woerter(text)]
        self.stoppworte = frozenset(form for wort in fuellworte for form in (wort, fold_umlaute(wort)))
        self.eintraege = self._build_eintraege(gruppen)
        self.laengster_eintrag = max(map(len, self.eintraege), default=1)
        self._zusammensetzungen: dict[str, frozenset[str]] = {}
        self.antworten = Antworten()

    def _build_eintraege(self, gruppen: Iterable[Wortgruppe]) -> Mapping[Stammfolge, Eintrag]:
        eintraege: dict[Stammfolge, Eintrag] = {}
        self.gruppenworte: dict[str, str] = {}
        for gruppe in gruppen:
            for wort in gruppe.worte:
                eigenes = self._read_ziel(wort)
                ziele = [self._read_ziel(anderes) for anderes in gruppe.findet or gruppe.worte if anderes != wort]
                # Also without filler words: "Mann ist gestorben" is the phrase "Mann gestorben". Not "Hause" alone.
                for folge in {self._read_folge(wort), eigenes} if len(eigenes) > 1 else {self._read_folge(wort)}:
                    eintrag = eintraege.setdefault(folge, Eintrag())
                    liste = eintrag.weitere if gruppe.findet else eintrag.gleiche
                    liste += [ziel for ziel in ziele if ziel not in (folge, *liste)]
                    eintrag.zeigt_hilfe |= gruppe.zeigt_hilfe
        return eintraege

    def _read_folge(self, text: str) -> Stammfolge:
        """As it is typed, filler words and all: "zu Hause"."""
        self.gruppenworte |= {wort: anzeige for wort, anzeige in _list_worte(text) if wort not in self.gruppenworte}
        return tuple(build_stamm(wort) for wort in _split(text))

    def _read_ziel(self, text: str) -> Stammfolge:
        """As it is looked for in the offers."""
        self.gruppenworte |= {wort: anzeige for wort, anzeige in _list_worte(text) if wort not in self.gruppenworte}
        return tuple(build_stamm(wort) for wort in self.drop_stoppworte(_split(text)))

    def drop_stoppworte(self, woerter: Collection[str]) -> list[str]:
        """The words that say something; all of them if none does."""
        return [wort for wort in woerter if wort not in self.stoppworte] or list(woerter)

    def ist_bekannt(self, stamm: str) -> bool:
        """It stands in an offer."""
        return stamm in self.formen

    def kennt(self, stamm: str) -> bool:
        """It stands in an offer or in a word group."""
        return stamm in self.formen or (stamm,) in self.eintraege

    def find_anzeige(self, wort: str) -> str:
        """The right spelling, as the catalogue or the Redaktion writes it."""
        return self.anzeigen.get(wort) or self.gruppenworte.get(wort, wort)

    def find_zusammensetzungen(self, stamm: str) -> frozenset[str]:
        """The stems of the catalogue's compounds that have this word as a part."""
        gemerkte = self._zusammensetzungen.get(stamm)
        if gemerkte is None:
            if len(self._zusammensetzungen) >= GEMERKT:  # whatever is typed ends up here
                self._zusammensetzungen = {}
            gemerkte = self._zusammensetzungen[stamm] = frozenset(self._search_zusammensetzungen(stamm))
        return gemerkte

    def _search_zusammensetzungen(self, stamm: str) -> set[str]:
        if len(stamm) < KUERZESTER_STAMM or (stamm in self.stoppworte and (stamm,) not in self.eintraege):
            return set()
        formen = {stamm, *self.formen.get(stamm, ())}
        gefunden: set[str] = set()
        for wort in self._list_worte_mit(fold_umlaute(stamm)):
            if wort.endswith(STRASSEN):
                continue
            eigener = build_stamm(wort)
            if eigener != stamm and self.zerleger.hat_teil(wort, stamm=stamm, formen=formen):
                gefunden.add(eigener)
                if len(gefunden) == HOECHSTENS:
                    break
        return gefunden

    def _list_worte_mit(self, stueck: str) -> Iterable[str]:
        """One look through all words at once: a loop over them would cost a hundred times as much."""
        wortliste, text = self._wortliste
        stelle = text.find(stueck)
        while stelle >= 0:
            ende = text.index("\n", stelle)
            yield wortliste[text[text.rindex("\n", 0, stelle) + 1 : ende]]
            stelle = text.find(stueck, ende)

    @cached_property
    def _wortliste(self) -> tuple[dict[str, str], str]:
        """The words by their bare form (Haus is no piece of Haeuser, but of Hauser), and all bare forms as one text."""
        nackte = {fold_umlaute(wort): wort for wort in self.anzeigen}
        return nackte, "\n" + "\n".join(nackte) + "\n"

    @cached_property
    def zerleger(self) -> Zerleger:
        formen = {stamm: stamm for stamm in self.formen}
        eigene = {wort: build_stamm(wort) for wort in (*GRUNDWORTE.split(), *self.gruppenworte)}
        formen |= {stamm: stamm for stamm in eigene.values() if len(stamm) >= LANGER_STAMM} | eigene
        formen |= {wort: stamm for stamm, worte in self.formen.items() for wort in worte}
        formen |= {fold_umlaute(wort): stamm for wort, stamm in formen.items() if len(fold_umlaute(wort)) > 3}
        ohne = self.stoppworte - frozenset(GRUNDWORTE.split())
        return Zerleger({wort: stamm for wort, stamm in formen.items() if wort not in ohne})

    @cached_property
    def rechtschreibung(self) -> Rechtschreibung:
        return Rechtschreibung(sorted(self.anzeigen.keys() | self.gruppenworte.keys()))

    def find_wortanfaenge(self, anfang: str) -> frozenset[str]:
        """The stems of all words that begin so, typed with or without umlauts."""
        staemme = {build_stamm(wort) for wort in self.anzeigen if wort.startswith(anfang)}
        staemme |= {build_stamm(wort) for nackt, wort in self._wortliste[0].items() if nackt.startswith(anfang)}
        return frozenset(sorted(staemme)[:HOECHSTENS])

    def find_eintragsanfaenge(self, anfang: str) -> list[Stammfolge]:
        """Single words of the Redaktion that begin so and stand nowhere in the catalogue."""
        return sorted({(build_stamm(wort),) for wort in self.gruppenworte if wort.startswith(anfang)})


@lru_cache(maxsize=GEMERKT)
def _split(text: str) -> tuple[str, ...]:
    """Kept over changes of the catalogue, because the Redaktion's words stay while offers change."""
    return tuple(split_woerter(text))


@lru_cache(maxsize=GEMERKT)
def _list_worte(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(list_anzeigeworte(text))


def load_sprachschatz() -> Sprachschatz:
    """Five queries."""
    return Sprachschatz(
        Suchwort.objects.order_by("wort").values_list("wort", "stamm", "anzeige"),
        [read_wortgruppe(gruppe) for gruppe in Synonymgruppe.objects.order_by("pk")],
        Stoppwort.objects.values_list("wort", flat=True),
        kategorien=Kategorie.objects.values_list("name", flat=True),
        anzahl=Volltext.objects.count(),
    )


sprachschatz: Zwischenspeicher[Sprachschatz] = Zwischenspeicher(load_sprachschatz)
