"""Finds a place by whatever people write. Pure: the directory is loaded once and asked without any query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from angebote.domain.naehe import namen
from angebote.domain.naehe.anklang import Anklang
from angebote.domain.naehe.eintraege import NAH_BEIEINANDER, Eintrag, build_adressen, merge_eintraege
from angebote.domain.naehe.laden import Eintraege, load_eintraege
from angebote.domain.naehe.stellen import Naehe, Stelle, Stellenart
from pankow_einsamkeit.lib.geo import Punkt, compute_distance

VORSCHLAEGE = 5
AUSWAHL = 8


@dataclass(frozen=True)
class Lesart:
    """One way to read the text: a name, and what it must lie in (postcodes, keys of areas)."""

    worte: Sequence[str]
    filter: frozenset[str] = frozenset()


class Verzeichnis:
    def __init__(self, alle: Eintraege) -> None:
        self._eintraege = eintraege = alle.nach_name
        self._adressen = alle.nach_adresse
        self._anklang = Anklang(eintraege)
        self._halte = [e for liste in eintraege.values() for e in liste if e.art == Stellenart.HALTESTELLE]
        self._stellen: dict[Eintrag, Stelle | None] = {}
        umgebungen = {id(e.umgebung): e.umgebung for liste in eintraege.values() for e in liste}
        self._gebiete = {schluessel for umgebung in umgebungen.values() for schluessel in umgebung.schluessel}

    def find(self, text: str) -> Naehe:
        worte, plz = self._read(text)
        if not worte:
            return self._find_plz(plz)
        ist_fremd = bool(plz) and plz not in self._eintraege
        treffer = self._find_eintraege(worte, "" if ist_fremd else plz)
        if ist_fremd:  # whoever lives elsewhere is not led to a street of the same name here
            return Naehe(vorschlaege=self._name_all(treffer)[:VORSCHLAEGE])
        naehe = self._build_naehe(treffer) if treffer else self._guess(worte, plz)
        return self._add_strasse(naehe, worte, plz)

    def find_haltestelle(self, punkt: Punkt, *, meter: float) -> Stelle | None:
        """The nearest stop within so many metres."""
        entfernungen = [(compute_distance(punkt, halt.punkt), -halt.gewicht, nr) for nr, halt in enumerate(self._halte)]
        for entfernung, _gewicht, nr in sorted(entfernungen):
            if entfernung > meter:
                return None
            if stelle := self._name(self._halte[nr]):
                return stelle
        return None

    def _find_plz(self, plz: str) -> Naehe:
        """Two digits that changed places are a slip; another digit is another place, maybe not in Pankow."""
        if plz in self._eintraege:
            return self._build_naehe(self._lookup(plz))
        gedreht = [s for s in self._anklang.list_aehnliche(plz) if sorted(s) == sorted(plz)]
        return Naehe(vorschlaege=self._name_all(eintrag for s in gedreht for eintrag in self._lookup(s)))

    def _read(self, text: str) -> tuple[Sequence[str], str]:
        worte = namen.split_name(text)
        plz = next((wort for wort in worte if namen.PLZ.fullmatch(wort)), "")
        return [wort for wort in worte if wort != plz], plz

    # from words to entries

    def _find_eintraege(self, worte: Sequence[str], plz: str) -> list[Eintrag]:
        """The first reading that finds anything; an area that does not fit counts less than the name before it."""
        fassungen = [worte]
        for fassung in (namen.strip_berlin(worte), namen.strip_fuellworte(namen.strip_berlin(worte))):
            if fassung and list(fassung) != list(fassungen[-1]):
                fassungen.append(fassung)
        lesarten = [Lesart(fassung) for fassung in fassungen]
        lesarten += [lesart for fassung in fassungen for lesart in self._list_gebietslesarten(fassung)]
        for mit_gebiet, mit_plz in ((True, True), (False, True), (True, False), (False, False)):
            if mit_plz and not plz:
                continue
            for lesart in lesarten:
                filter_ = (lesart.filter if mit_gebiet else frozenset()) | ({plz} if mit_plz else set())
                if treffer := self._find_name(lesart.worte, filter_):
                    return treffer
        return self._find_verwandte(fassungen[-1])

    def _list_gebietslesarten(self, worte: Sequence[str]) -> Iterator[Lesart]:
        for name, gebiet in namen.list_teilungen(worte):
            schluessel = namen.build_schluessel(namen.strip_gebietsart(gebiet) or gebiet)
            if name and schluessel in self._gebiete:
                yield Lesart(name, frozenset({schluessel}))

    def _find_name(self, worte: Sequence[str], filter_: frozenset[str]) -> list[Eintrag]:
        """Without what may be a house number, and with words that say what kind of place it is."""
        for kurz in namen.list_kuerzungen(worte):
            if treffer := self._lookup(namen.build_schluessel(kurz), filter_):
                return treffer
            if len(kurz) == len(worte) and (treffer := self._lookup_adresse(kurz, filter_)):
                return treffer
            for ohne_art, art in (
                (namen.strip_halt(kurz), Stellenart.HALTESTELLE),
                (namen.strip_gebietsart(kurz), Stellenart.GEBIET),
            ):
                schluessel = namen.build_schluessel(ohne_art or ())
                if treffer := self._lookup(schluessel, filter_, art) or self._lookup(schluessel, filter_):
                    return treffer
        return []

    def _lookup(
        self, schluessel: str, filter_: frozenset[str] = frozenset(), art: Stellenart | None = None
    ) -> list[Eintrag]:
        return merge_eintraege(
            eintrag
            for eintrag in self._eintraege.get(schluessel, ())
            if (art is None or eintrag.art == art) and filter_ <= eintrag.umgebung.schluessel
        )

    def _lookup_adresse(self, worte: Sequence[str], filter_: frozenset[str]) -> list[Eintrag]:
        haeuser = self._adressen.get(namen.build_adressschluessel(worte), ())
        return merge_eintraege(build_adressen(paar for paar in haeuser if filter_ <= paar[1].umgebung.schluessel))

    def _find_verwandte(self, worte: Sequence[str]) -> list[Eintrag]:
        """ "Gleimkiez" is in no register, "Gleimstraße" is; only where that leads to one place."""
        for kurz in namen.list_kuerzungen(worte):
            verwandte = namen.list_verwandte(namen.build_schluessel(kurz))
            treffer = merge_eintraege(e for schluessel in verwandte for e in self._eintraege.get(schluessel, ()))
            if len(treffer) == 1:
                return treffer
        return []

    # from entries to places that can be named

    def _build_naehe(self, treffer: Sequence[Eintrag]) -> Naehe:
        stellen = self._name_all(treffer)
        return Naehe(stelle=stellen[0]) if len(stellen) == 1 else Naehe(auswahl=stellen[:AUSWAHL])

    def _add_strasse(self, naehe: Naehe, worte: Sequence[str], plz: str) -> Naehe:
        """What the street tells beside the place: its sections, others of its name, a number that leads nowhere."""
        genannte = [naehe.stelle] if naehe.stelle else naehe.auswahl
        nummer = namen.find_hausnummer(worte)
        if any(nummer in namen.split_name(stelle.name) for stelle in genannte):
            nummer = ""
        if naehe.stelle is None:
            return replace(naehe, hausnummer=nummer)
        *_laengere, kurz = namen.list_kuerzungen(namen.strip_fuellworte(namen.strip_berlin(worte)))
        strassen = [e for e in self._eintraege.get(namen.build_schluessel(kurz), ()) if e.art == Stellenart.STRASSE]
        if naehe.stelle.art == Stellenart.HAUS and not plz:
            andere = [e for e in merge_eintraege(strassen) if not _is_near(e, naehe.stelle)]
            return replace(naehe, vorschlaege=self._name_all(andere)[:VORSCHLAEGE])
        if naehe.stelle.art not in (Stellenart.STRASSE, Stellenart.HALTESTELLE):
            return naehe
        abschnitte = () if plz else self._list_abschnitte(strassen, naehe.stelle)
        return replace(naehe, abschnitte=abschnitte, hausnummer=nummer)

    def _list_abschnitte(self, strassen: Sequence[Eintrag], stelle: Stelle) -> tuple[Stelle, ...]:
        """By Kiez, the one with most addresses first; none if the whole street is near."""
        if not any(not _is_near(eintrag, stelle) for eintrag in strassen):
            return ()
        kieze = dict.fromkeys(e.umgebung.viertel[0] for e in sorted(strassen, key=lambda e: -e.gewicht))
        teile = [
            eintrag
            for kiez in kieze
            for eintrag in self._lookup(
                namen.build_namensschluessel(strassen[0].name), frozenset({namen.build_namensschluessel(kiez)})
            )
        ]
        return tuple(teil for teil in self._name_all(teile) if teil != stelle)[:AUSWAHL]

    def _name_all(self, eintraege: Iterable[Eintrag]) -> tuple[Stelle, ...]:
        stellen = (self._name(eintrag) for eintrag in eintraege)
        return tuple(dict.fromkeys(stelle for stelle in stellen if stelle is not None))

    def _name(self, eintrag: Eintrag) -> Stelle | None:
        if eintrag not in self._stellen:
            self._stellen[eintrag] = self._find_namen(eintrag)
        return self._stellen[eintrag]

    def _find_namen(self, eintrag: Eintrag) -> Stelle | None:
        """Under the shortest name that leads to exactly this entry again, or else to most of the street it is.

        None if another entry hides it under every name.
        """
        teile = []
        for name in _list_namen(eintrag):
            worte, plz = self._read(name)
            treffer = self._find_eintraege(worte, plz) if worte else self._lookup(plz)
            if treffer == [eintrag]:
                return _build_stelle(name, eintrag)
            if len(treffer) == 1 and _is_part(treffer[0], eintrag):
                teile.append(_build_stelle(name, treffer[0]))
        return teile[0] if teile else None

    # what may be meant

    def _guess(self, worte: Sequence[str], plz: str) -> Naehe:
        """The postcode or the area around an unknown name, if they are known, and names spelled nearly so."""
        filter_, umgebung = frozenset({plz} if plz else ()), self._lookup(plz) if plz else []
        for name, gebiet in namen.list_teilungen(worte):
            schluessel = namen.build_schluessel(namen.strip_gebietsart(gebiet) or gebiet)
            if name and not umgebung and (gebiete := self._lookup(schluessel, art=Stellenart.GEBIET)):
                worte, filter_, umgebung = name, frozenset({schluessel}), gebiete
        naehe = self._build_naehe(umgebung)
        vorschlaege = tuple(stelle for stelle in self._suggest(worte, filter_) if stelle != naehe.stelle)
        if not umgebung and len(vorschlaege) == 1 and self._is_fast_genau(worte):
            return Naehe(vorschlaege[0], ist_vermutet=True)
        return Naehe(naehe.stelle, vorschlaege=vorschlaege[:VORSCHLAEGE])

    def _is_fast_genau(self, worte: Sequence[str]) -> bool:
        return self._anklang.is_fast_genau(_build_kurzschluessel(worte))

    def _suggest(self, worte: Sequence[str], filter_: frozenset[str]) -> tuple[Stelle, ...]:
        *_laengere, kurz = namen.list_kuerzungen(namen.strip_fuellworte(namen.strip_berlin(worte)))
        schluessel = _build_kurzschluessel(worte)
        aehnliche = [
            *self._anklang.list_aehnliche(schluessel),
            *self._anklang.list_laengere(schluessel),
            *_list_wortfolgen(kurz),
        ]
        nahe = [eintrag for s in aehnliche for eintrag in self._lookup(s, filter_)]
        return self._name_all(nahe or (eintrag for s in aehnliche for eintrag in self._lookup(s)))


def _build_kurzschluessel(worte: Sequence[str]) -> str:
    """Without filling words, house number and what says that it is a stop."""
    *_laengere, kurz = namen.list_kuerzungen(namen.strip_fuellworte(namen.strip_berlin(worte)))
    return namen.build_schluessel(namen.strip_halt(kurz) or kurz)


def _build_stelle(name: str, eintrag: Eintrag) -> Stelle:
    return Stelle(name, eintrag.punkt, eintrag.ist_gebiet, eintrag.art, eintrag.ist_raummitte, eintrag.angebote)


def _is_near(eintrag: Eintrag, stelle: Stelle) -> bool:
    return compute_distance(eintrag.punkt, stelle.punkt) <= NAH_BEIEINANDER


def _is_part(teil: Eintrag, strasse: Eintrag) -> bool:
    return (teil.art, teil.name) == (Stellenart.STRASSE, strasse.name) and (
        teil.umgebung.raeume <= strasse.umgebung.raeume
    )


def _list_namen(eintrag: Eintrag) -> Iterator[str]:
    gebiete = [name for name in (*eintrag.umgebung.ortsteile, *eintrag.umgebung.viertel) if name != eintrag.name]
    yield eintrag.name
    yield from (f"{eintrag.name} in {gebiet}" for gebiet in gebiete)
    if eintrag.art == Stellenart.HALTESTELLE:
        yield f"Haltestelle {eintrag.name}"
        yield from (f"Haltestelle {eintrag.name} in {gebiet}" for gebiet in gebiete)
    if eintrag.art == Stellenart.GEBIET:
        yield f"Ortsteil {eintrag.name}"
    yield from (f"{eintrag.name}, {plz}" for plz in eintrag.umgebung.plz)


def _list_wortfolgen(worte: Sequence[str]) -> list[str]:
    """The first or last words alone, the longest first: "Antonplatz beim Kino" holds a name."""
    folgen = []
    for laenge in range(len(worte) - 1, 0, -1):
        folgen += [namen.build_schluessel(worte[:laenge]), namen.build_schluessel(worte[-laenge:])]
    return folgen


def load_verzeichnis(heute: date) -> Verzeichnis:
    return Verzeichnis(load_eintraege(heute))
