"""Times and dates in German words. Pure; takes unsaved model instances.

The words are constants of this module, not Django's translated names: the sentences are stored on the cards, built in
commands where no language is active, and German grammar ("dienstags", "jeden letzten Mittwoch") is more than names to
be put into gaps. A second language gets a module of its own.

Years: with `heute` given they are left out where they are heute's own. Without it, as in stored sentences, they stay:
"ab 3. November" would be wrong a year later.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from angebote.choices import Zeitart
from angebote.models import Zeit

WOCHENTAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
NACH_VEREINBARUNG = "nach Vereinbarung"
ZEITEN_UNBEKANNT = "Zeiten nicht bekannt"
ZEITEN_UNSICHER = "Zeiten nicht sicher"
LAUT_QUELLE = "laut Quelle"  # so begins the Hinweis of unknown times where a source names some that we cannot rely on
ANRUFEN = "bitte anrufen"
Uhrzeiten = tuple[time, time | None]


def build_terminsatz(
    datum: date, beginn: time, ende: time | None, *, heute: date, im_satz: bool = False, absolut: bool = False
) -> str:
    """ "Heute, 14 bis 16 Uhr", "Mittwoch, 25. November, ab 14 Uhr"; im_satz: "heute", for use inside a sentence.

    absolut: as build_datumssatz.
    """
    datumssatz = build_datumssatz(datum, heute=heute, im_satz=im_satz, absolut=absolut)
    return f"{datumssatz}, {build_uhrzeitsatz([(beginn, ende)])}"


def build_datumssatz(datum: date, *, heute: date, im_satz: bool = False, absolut: bool = False) -> str:
    """ "Heute", "Morgen", "Mittwoch, 25. November"; with the year only if it is not heute's.

    absolut: never "heute" or "morgen", for paper that is read on another day.
    """
    if heute <= datum <= heute + timedelta(days=1) and not absolut:
        wort = "Heute" if datum == heute else "Morgen"
        return wort.lower() if im_satz else wort
    return f"{WOCHENTAGE[datum.weekday()]}, {_format_datum(datum, heute=heute)}"


def build_uhrzeitsatz(uhrzeiten: Sequence[Uhrzeiten]) -> str:
    """ "14 bis 16 Uhr", "9 bis 12 und 14 bis 18 Uhr"; "ab 14 Uhr" where the end is not known."""
    if all(ende for _beginn, ende in uhrzeiten):
        return (
            _join([f"{_format_zeit(beginn)} bis {_format_zeit(ende)}" for beginn, ende in uhrzeiten if ende]) + " Uhr"
        )
    return _join(
        [
            f"{_format_zeit(beginn)} bis {_format_zeit(ende)} Uhr" if ende else f"ab {_format_zeit(beginn)} Uhr"
            for beginn, ende in uhrzeiten
        ]
    )


def build_zeitsatz(zeit: Zeit, *, heute: date | None = None, mit_hinweis: bool = True, nachfrage: str = ANRUFEN) -> str:
    """One Zeit as it reads alone: "jeden Dienstag, 14 bis 16 Uhr", "jeden letzten Mittwoch im Monat, 15 Uhr".

    Unknown times of which a source says something are "Zeiten nicht sicher. Laut Quelle von 2016: Mo 10 bis 20 Uhr".

    `nachfrage`: how to find out unknown times, from domain/nachfrage.py.
    """
    if zeit.art == Zeitart.EINZELN and zeit.datum and zeit.beginn:
        satz = f"am {_format_datum(zeit.datum)}, {_build_beginnsatz(zeit.beginn, zeit.ende)}"
    elif zeit.art == Zeitart.REGEL and zeit.wochentag is not None and zeit.beginn:
        uhrzeitsatz = (
            _build_beginnsatz(zeit.beginn, zeit.ende)
            if zeit.monatswochen
            else build_uhrzeitsatz([(zeit.beginn, zeit.ende)])
        )
        satz = ", ".join([_build_tagsatz(zeit), uhrzeitsatz, *_list_zusaetze(zeit, heute=heute)])
    elif zeit.art == Zeitart.UNBEKANNT and mit_hinweis and zeit.hinweis.startswith(LAUT_QUELLE):
        return f"{ZEITEN_UNSICHER}. {zeit.hinweis[0].upper()}{zeit.hinweis[1:]}"
    else:
        satz = NACH_VEREINBARUNG if zeit.art == Zeitart.VEREINBARUNG else build_unbekanntsatz(nachfrage)
    return _append_hinweis(satz, zeit, mit_hinweis=mit_hinweis)


def build_unbekanntsatz(nachfrage: str = ANRUFEN) -> str:
    return f"{ZEITEN_UNBEKANNT} – {nachfrage}"


def build_zeitsaetze(
    zeiten: Iterable[Zeit], *, heute: date | None = None, mit_hinweis: bool = True, nachfrage: str = ANRUFEN
) -> list[str]:
    """All Zeiten of an offer, opening hours first and grouped: "Montag bis Freitag, 9 bis 17 Uhr".

    Weekly times stand together if everything but weekday and hours is the same; each sentence stands once.
    """
    wochenzeiten: dict[tuple[object, ...], list[Zeit]] = defaultdict(list)
    andere: list[Zeit] = []
    for zeit in sorted(zeiten, key=_sort_key):
        if _is_wochenzeit(zeit):
            wochenzeiten[_key_of(zeit, mit_hinweis=mit_hinweis)].append(zeit)
        else:
            andere.append(zeit)
    saetze: list[str] = []
    for gruppe in wochenzeiten.values():
        if len(gruppe) == 1:
            saetze.append(build_zeitsatz(gruppe[0], heute=heute, mit_hinweis=mit_hinweis))
        else:
            saetze += _build_oeffnungssaetze(gruppe, heute=heute, mit_hinweis=mit_hinweis)
    saetze += [build_zeitsatz(zeit, heute=heute, mit_hinweis=mit_hinweis, nachfrage=nachfrage) for zeit in andere]
    return list(dict.fromkeys(saetze))


def _is_wochenzeit(zeit: Zeit) -> bool:
    return (
        zeit.art == Zeitart.REGEL
        and zeit.wochentag is not None
        and zeit.beginn is not None
        and zeit.intervall_wochen == 1
        and not zeit.monatswochen
    )


def _key_of(zeit: Zeit, *, mit_hinweis: bool) -> tuple[object, ...]:
    hinweis = zeit.hinweis if mit_hinweis else ""
    return zeit.gueltig_von, zeit.gueltig_bis, zeit.an_feiertagen, zeit.in_schulferien, hinweis


def _sort_key(zeit: Zeit) -> tuple[int, date, int, time]:
    """Rules by weekday, single dates by date, then what has no time."""
    return (
        list(Zeitart).index(Zeitart(zeit.art)),
        zeit.datum or date.min,
        zeit.wochentag or 0,
        zeit.beginn or time.min,
    )


def _build_oeffnungssaetze(zeiten: Sequence[Zeit], *, heute: date | None, mit_hinweis: bool) -> list[str]:
    """Days with the same hours in one sentence, in the order of their first day."""
    uhrzeiten_of: dict[int, set[Uhrzeiten]] = defaultdict(set)
    for tag, beginn, ende in [(zeit.wochentag, zeit.beginn, zeit.ende) for zeit in zeiten]:
        uhrzeiten_of[tag or 0].add((beginn or time(), ende))  # both are set, see _is_wochenzeit
    tage_of: dict[tuple[Uhrzeiten, ...], list[int]] = defaultdict(list)
    for tag in sorted(uhrzeiten_of):
        uhrzeiten = sorted(uhrzeiten_of[tag], key=lambda eine: (eine[0], eine[1] or eine[0]))
        tage_of[tuple(uhrzeiten)].append(tag)
    zusaetze = _list_zusaetze(zeiten[0], heute=heute)
    saetze = [
        ", ".join([_build_tagegruppe(tage), build_uhrzeitsatz(uhrzeiten), *zusaetze])
        for uhrzeiten, tage in tage_of.items()
    ]
    return [_append_hinweis(satz, zeiten[0], mit_hinweis=mit_hinweis) for satz in saetze]


def _build_tagegruppe(tage: Sequence[int]) -> str:
    """ "Montag bis Freitag"; two neighbours are "Montag und Dienstag"; all seven are "täglich"."""
    if len(tage) == len(WOCHENTAGE):
        return "täglich"
    laeufe = [[tage[0]]]
    for voriger, tag in pairwise(tage):
        if tag == voriger + 1:
            laeufe[-1].append(tag)
        else:
            laeufe.append([tag])
    worte: list[str] = []
    for lauf in laeufe:
        if len(lauf) > 2:
            worte.append(f"{WOCHENTAGE[lauf[0]]} bis {WOCHENTAGE[lauf[-1]]}")
        else:
            worte += [WOCHENTAGE[tag] for tag in lauf]
    return _join(worte)


def _build_tagsatz(zeit: Zeit) -> str:
    wochentag = WOCHENTAGE[zeit.wochentag or 0]
    if zeit.monatswochen:
        zahlen = sorted(set(zeit.monatswochen_zahlen), key=lambda zahl: (zahl < 0, zahl))
        worte = ["letzten" if zahl < 0 else f"{zahl}." for zahl in zahlen]
        return f"jeden {_join(worte)} {wochentag} im Monat"
    if zeit.intervall_wochen > 1:
        return f"alle {zeit.intervall_wochen} Wochen {wochentag.lower()}s"
    return f"jeden {wochentag}"


def _build_beginnsatz(beginn: time, ende: time | None) -> str:
    """For meetings on certain dates: there is a start to come to, so an unknown end is no "ab"."""
    return build_uhrzeitsatz([(beginn, ende)]) if ende else f"{_format_zeit(beginn)} Uhr"


def _list_zusaetze(zeit: Zeit, *, heute: date | None) -> list[str]:
    """Bounds and pauses. A start that lies behind heute matters only where it says which weeks are meant."""
    zusaetze = []
    if zeit.gueltig_von and (heute is None or zeit.gueltig_von > heute or zeit.intervall_wochen > 1):
        zusaetze.append(f"ab {_format_datum(_first_day_of(zeit, zeit.gueltig_von), heute=heute)}")
    if zeit.gueltig_bis:
        zusaetze.append(f"bis {_format_datum(zeit.gueltig_bis, heute=heute)}")
    if not zeit.in_schulferien:
        zusaetze.append("nicht in den Schulferien")
    if zeit.an_feiertagen:
        zusaetze.append("auch an Feiertagen")
    return zusaetze


def _first_day_of(zeit: Zeit, gueltig_von: date) -> date:
    """For "every n weeks" the first date itself, since people count from it."""
    if zeit.intervall_wochen == 1 or zeit.wochentag is None:
        return gueltig_von
    return gueltig_von + timedelta(days=(zeit.wochentag - gueltig_von.weekday()) % 7)


def _append_hinweis(satz: str, zeit: Zeit, *, mit_hinweis: bool) -> str:
    hinweis = zeit.hinweis.strip().rstrip(".")
    return f"{satz} ({hinweis})" if hinweis and mit_hinweis else satz


def _format_datum(datum: date, *, heute: date | None = None) -> str:
    tag = f"{datum.day}. {MONATE[datum.month - 1]}"
    return tag if heute and heute.year == datum.year else f"{tag} {datum.year}"


def _format_zeit(zeit: time) -> str:
    return f"{zeit.hour}:{zeit.minute:02}" if zeit.minute else str(zeit.hour)


def _join(worte: Sequence[str]) -> str:
    """ "a, b und c"."""
    return " und ".join([", ".join(worte[:-1]), worte[-1]]) if len(worte) > 1 else worte[0]
