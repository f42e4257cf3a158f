"""What somebody meant: every typed word as the ways in which an offer can answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from angebote.domain.suche.volltext.sprachschatz import Eintrag, Sprachschatz, Stammfolge
from pankow_einsamkeit.lib.text import split_woerter
from pankow_einsamkeit.lib.wortstamm import LAENGE, build_stamm

GELESENE_WORTE = 60  # what comes after is left out
WORTE_HOECHSTENS = 16  # that are looked for
NACHBARN = (2, 3)  # so many words may be one word of the catalogue
ANFANG = 4  # letters of an unfinished word
ORTSANFANG = 5  # letters of an unfinished name of a street or stop
EINTRAGSANFANG = 5  # letters of an unfinished word of the Redaktion: "Wein" is not the beginning of weinen
VERBSTAMM = 3  # letters before the ending of a verb
VORSCHLAEGE = 6  # words somebody may have meant
# Words that narrow a search down, but are not what somebody looks for.
SCHWACHE_WORTE = (
    "Angebot Club Gruppe Klub Kreis Kurs Nachmittag Ort Runde Straße Termin Treff Treffen Treffpunkt Verein"
)
# What everybody does with the thing they are looking for, or wants with it: no offer fits less without these words.
LEICHTE_WORTE = "fahren helfen Hilfe lernen machen sprechen spielen treiben trinken üben Unterstützung"
# What stands at the end in "jemand hört mir zu".
VORSILBEN = "ab an auf aus bei durch ein her hin los mit nach um vor vorbei weg zu zurück zusammen"
# The end of a compound that tells no more than a weak word: a Spieleabend is for playing.
SCHWACHE_KOEPFE = f"{SCHWACHE_WORTE} Abend Fest Platz Stunde Tag Termin Zeit"
_schwache_koepfe = frozenset(build_stamm(wort) for wort in split_woerter(SCHWACHE_KOEPFE))
_leichte = frozenset(build_stamm(wort) for wort in split_woerter(LEICHTE_WORTE))
_vorsilben = frozenset(split_woerter(VORSILBEN))
_schwache = frozenset(build_stamm(wort) for wort in split_woerter(SCHWACHE_WORTE))
LANGES_WORT = 10  # letters
PLZ_LAENGE = 5  # digits
Stammgruppe = frozenset[str]  # any of these stems


@dataclass(frozen=True)
class Lesung:
    """Words and phrases that are looked for, filler words and words past the limit, all normalised.

    ist_offen: the last word may be unfinished.
    """

    einheiten: tuple[tuple[str, ...], ...]
    fuellwoerter: tuple[str, ...]
    zu_viele: tuple[str, ...]
    ist_offen: bool


class Guete(IntEnum):
    """How an offer answers a word: by itself, by a compound or beginning, by a synonym, by what it leads to besides."""

    GENAU = 0
    NAH = 1
    WEIT = 2
    FERN = 3


@dataclass(frozen=True)
class Weg:
    """One way to answer: all of these groups, of each at least one stem."""

    guete: Guete
    gruppen: tuple[Stammgruppe, ...]


@dataclass(frozen=True)
class Begriff:
    """A word or a phrase the offers have to answer.

    ist_mehrdeutig: a category says it beside other topics, so the category tells little of an offer. ist_teil: it was
    typed as a part of a word, where streets are not meant. ist_bestimmung: a part that only tells of which kind.
    """

    worte: tuple[str, ...]
    wege: tuple[Weg, ...]
    zeigt_hilfe: bool = False
    ist_mehrdeutig: bool = False
    ist_teil: bool = False
    ist_bestimmung: bool = False

    @property
    def ist_leicht(self) -> bool:
        return len(self.worte) == 1 and build_stamm(self.worte[0]) in _leichte

    @property
    def ist_schwach(self) -> bool:
        """Whoever looks for a knitting group does not want all the other groups, who is 78 not all houses with a 78."""
        wort = self.worte[0]
        return len(self.worte) == 1 and (build_stamm(wort) in _schwache or (wort.isdigit() and len(wort) < PLZ_LAENGE))


@dataclass(frozen=True)
class Vermutung:
    """An unknown word and what may be meant by it, the nearest first."""

    wort: str
    begriffe: tuple[Begriff, ...]
    abstaende: tuple[float, ...]

    @property
    def ist_sicher(self) -> bool:
        """It sounds the same, or is a long word with a letter too few, too many or wrong."""
        naechster = min(self.abstaende, default=LANGES_WORT)
        return naechster < 1 or (naechster == 1 and len(self.wort) >= LANGES_WORT)


def read_text(q: str, schatz: Sprachschatz) -> Lesung:
    """Filler words are left out unless there is nothing else; inside a phrase they count."""
    woerter = _join_vorsilbe([wort[:LAENGE] for wort in split_woerter(q)], schatz)
    gelesene = woerter[:GELESENE_WORTE]
    einheiten = _join_wortfolgen([(wort,) for wort in gelesene], schatz)
    sagende = [worte for worte in einheiten if len(worte) > 1 or worte[0] not in schatz.stoppworte] or einheiten
    gesuchte = _join_wortfolgen(sagende, schatz)[:WORTE_HOECHSTENS]
    fuellwoerter = tuple(worte[0] for worte in einheiten if worte not in sagende)
    gesehene = {*fuellwoerter, *(wort for worte in gesuchte for wort in worte)}
    return Lesung(
        einheiten=tuple(gesuchte),
        fuellwoerter=fuellwoerter,
        zu_viele=tuple(wort for wort in woerter if wort not in gesehene),
        ist_offen=bool(gesuchte) and gesuchte[-1][-1] == woerter[-1],
    )


def _join_vorsilbe(woerter: list[str], schatz: Sprachschatz) -> list[str]:
    """ "jemand hört mir zu" is "jemand zuhört mir", if that is a word the search knows."""
    if not woerter or woerter[-1] not in _vorsilben:
        return woerter
    *vorn, vorsilbe = woerter
    for stelle, wort in enumerate(vorn[:GELESENE_WORTE]):
        if wort.endswith(("e", "st", "t", "en")) and schatz.kennt(_find_stamm(vorsilbe + wort, schatz)):
            return [*vorn[:stelle], vorsilbe + wort, *vorn[stelle + 1 :]]
    return woerter


def build_begriffe(lesung: Lesung, schatz: Sprachschatz) -> list[Begriff]:
    """One Begriff per word or phrase; an unknown compound gives one for each of its parts."""
    einheiten, begriffe = lesung.einheiten, list[Begriff]()
    for stelle, worte in enumerate(einheiten):
        if len(worte) > 1:
            begriffe.append(_build_wortfolge(worte, schatz))
            continue
        ist_unfertig = lesung.ist_offen and stelle == len(einheiten) - 1
        nachbarn = _join_nachbarn(einheiten, stelle, schatz)
        begriff = build_begriff(worte[0], schatz, nachbarn=nachbarn, ist_unfertig=ist_unfertig)
        teile = _split_unbekanntes(begriff, schatz, ist_unfertig=ist_unfertig) if ist_unbekannt(begriff, schatz) else []
        begriffe += teile or [begriff]
    return begriffe


def _split_unbekanntes(begriff: Begriff, schatz: Sprachschatz, *, ist_unfertig: bool) -> list[Begriff]:
    """The head of an unknown compound, and what tells of which kind; of one that is half unknown what is known."""
    wort = begriff.worte[0]
    vermutung = build_vermutung(wort, schatz, ist_unfertig=ist_unfertig)
    if vermutung.ist_sicher:
        return []
    *vorn, ende = schatz.zerleger.split_worte(wort) or ("",)
    if not ende and not vermutung.begriffe:
        raender = schatz.zerleger.find_raender(wort)
        anfang, ende = (rand if schatz.kennt(build_stamm(rand)) else "" for rand in raender)
        vorn = [anfang] if anfang else []
    teile = [replace(build_begriff(teil, schatz), ist_teil=True) for teil in (*vorn, ende) if teil]
    if vorn and ende and build_stamm(ende) in _schwache_koepfe:
        return teile[:-1]
    return [replace(teil, ist_bestimmung=stelle < len(vorn)) for stelle, teil in enumerate(teile)]


def _join_wortfolgen(einheiten: Sequence[tuple[str, ...]], schatz: Sprachschatz) -> list[tuple[str, ...]]:
    """The longest phrases of the Redaktion first, from left to right."""
    staemme = [build_stamm(worte[0]) if len(worte) == 1 else "" for worte in einheiten]
    verbunden, stelle = [], 0
    while stelle < len(einheiten):
        laenge = _find_laenge(staemme[stelle : stelle + schatz.laengster_eintrag], schatz)
        verbunden.append(tuple(wort for worte in einheiten[stelle : stelle + laenge] for wort in worte))
        stelle += laenge
    return verbunden


def _find_laenge(staemme: Sequence[str], schatz: Sprachschatz) -> int:
    for laenge in range(len(staemme), 1, -1):
        if tuple(staemme[:laenge]) in schatz.eintraege:
            return laenge
    return 1


def _join_nachbarn(einheiten: Sequence[tuple[str, ...]], stelle: int, schatz: Sprachschatz) -> set[str]:
    """Some write in two or three words what the catalogue writes in one: "Schach Gruppe", "Thomas Mann Straße"."""
    folgen = (
        einheiten[anfang : anfang + laenge]
        for laenge in NACHBARN
        for anfang in range(max(0, stelle - laenge + 1), stelle + 1)
        if anfang + laenge <= len(einheiten)
    )
    verbunden = (build_stamm("".join(wort for worte in folge for wort in worte)) for folge in folgen)
    return {stamm for stamm in verbunden if schatz.kennt(stamm)}


def build_begriff(
    wort: str, schatz: Sprachschatz, *, nachbarn: Iterable[str] = (), ist_unfertig: bool = False
) -> Begriff:
    stamm = _find_stamm(wort, schatz)
    eintrag = schatz.eintraege.get((stamm,))
    nahe = schatz.find_zusammensetzungen(stamm) | frozenset(nachbarn)
    wege = [Weg(Guete.GENAU, (frozenset([stamm, build_stamm(wort)]),))]
    wege += _build_wege((ziel for nachbar in nachbarn for ziel in _list_gleiche(nachbar, schatz)), Guete.WEIT, schatz)
    if ist_unfertig and len(wort) >= ANFANG and not eintrag and not schatz.ist_bekannt(stamm):
        anfaenge = schatz.find_wortanfaenge(wort)
        if len(wort) >= ORTSANFANG:
            nahe |= anfaenge
        elif anfaenge:
            wege.append(Weg(Guete.WEIT, (anfaenge,)))
        if len(wort) >= EINTRAGSANFANG:
            wege += _build_wege(_follow_anfaenge(wort, schatz), Guete.WEIT, schatz)
    if nahe - {stamm}:
        wege.append(Weg(Guete.NAH, (nahe - {stamm},)))
    if eintrag:
        wege += _build_ziele(eintrag, schatz)
    if teile := schatz.zerleger.split(wort):
        wege.append(Weg(Guete.WEIT, tuple(_expand(teil, schatz) for teil in teile)))
    return Begriff(
        (wort,),
        tuple(wege),
        zeigt_hilfe=bool(eintrag and eintrag.zeigt_hilfe),
        ist_mehrdeutig=stamm in schatz.mehrdeutige,
    )


def _find_stamm(wort: str, schatz: Sprachschatz) -> str:
    """The stemmer leaves the ending of "zuhört" and "redet"; where only the form without it is known, that is meant.

    So it is where the Redaktion knows only the form without it: "besucht" is "besuchen" though an offer has it too.
    """
    stamm = build_stamm(wort)
    for endung in ("et", "t"):
        kurz = stamm.removesuffix(endung)
        if not stamm.endswith(endung) or len(kurz) < VERBSTAMM or (stamm,) in schatz.eintraege:
            continue
        if (kurz,) in schatz.eintraege or (schatz.kennt(kurz) and not schatz.kennt(stamm)):
            return kurz
    return stamm


def _list_gleiche(stamm: str, schatz: Sprachschatz) -> list[Stammfolge]:
    eintrag = schatz.eintraege.get((stamm,))
    return eintrag.naechste if eintrag else []


def _follow_anfaenge(wort: str, schatz: Sprachschatz) -> list[Stammfolge]:
    ziele: list[Stammfolge] = []
    for folge in schatz.find_eintragsanfaenge(wort):
        ziele += schatz.eintraege[folge].ziele if folge in schatz.eintraege else []
    return ziele


def _build_wortfolge(worte: tuple[str, ...], schatz: Sprachschatz) -> Begriff:
    """A phrase: all of its words, or what it leads to. "zu Hause" is not every house, so that only leads on."""
    eintrag = schatz.eintraege[tuple(build_stamm(wort) for wort in worte)]
    wege = _build_ziele(eintrag, schatz)
    staemme = [build_stamm(wort) for wort in schatz.drop_stoppworte(worte)]
    if len(staemme) > 1 or not wege:
        nahe = tuple(schatz.find_zusammensetzungen(stamm) | {stamm} for stamm in staemme)
        wege += [Weg(Guete.GENAU, tuple(frozenset([stamm]) for stamm in staemme)), Weg(Guete.NAH, nahe)]
    return Begriff(worte, tuple(wege), zeigt_hilfe=eintrag.zeigt_hilfe)


def _build_ziele(eintrag: Eintrag, schatz: Sprachschatz) -> list[Weg]:
    naechste = _build_wege(eintrag.naechste, Guete.WEIT, schatz)
    return [*naechste, *_build_wege(eintrag.ferne, Guete.FERN, schatz)]


def _build_wege(ziele: Iterable[Stammfolge], guete: Guete, schatz: Sprachschatz) -> list[Weg]:
    """Single words go together into one question; a phrase needs all of its words."""
    einzelne: set[str] = set()
    wege = []
    for ziel in dict.fromkeys(ziele):
        if len(ziel) == 1:
            einzelne |= {ziel[0]} | schatz.find_zusammensetzungen(ziel[0])
        else:
            wege.append(Weg(guete, tuple(frozenset([stamm]) for stamm in ziel)))
    return [Weg(guete, (frozenset(einzelne),)), *wege] if einzelne else wege


def _expand(stamm: str, schatz: Sprachschatz) -> Stammgruppe:
    """A part of a compound: the word, its compounds, and single words that mean the same."""
    eintrag = schatz.eintraege.get((stamm,))
    gleiche = {ziel[0] for ziel in eintrag.naechste if len(ziel) == 1} if eintrag else set()
    return schatz.find_zusammensetzungen(stamm) | gleiche | {stamm}


def ist_unbekannt(begriff: Begriff, schatz: Sprachschatz) -> bool:
    """A single word that stands nowhere, neither by itself nor in a compound, and leads to no word that does."""
    return len(begriff.worte) == 1 and not any(
        len(weg.gruppen) == 1 and any(schatz.ist_bekannt(stamm) for stamm in weg.gruppen[0]) for weg in begriff.wege
    )


def build_vermutung(wort: str, schatz: Sprachschatz, *, ist_unfertig: bool) -> Vermutung:
    """What may be meant; nothing for a word the Redaktion knows, which is no mistake."""
    if wort in schatz.gruppenworte:
        return Vermutung(wort, (), ())
    vorschlaege = schatz.rechtschreibung.find_aehnliche(wort, hoechstens=VORSCHLAEGE)
    if not vorschlaege and ist_unfertig:
        vorschlaege = schatz.rechtschreibung.find_aehnliche_anfaenge(wort, hoechstens=VORSCHLAEGE)
    return Vermutung(
        wort,
        tuple(build_begriff(vorschlag.wort, schatz) for vorschlag in vorschlaege),
        tuple(vorschlag.abstand for vorschlag in vorschlaege),
    )
