"""Brings the full text index and the list of known words in line with the offers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db import transaction

from angebote.choices import Status
from angebote.domain.sperren import lock_angebote, lock_katalog
from angebote.domain.suche.volltext.felder import TEILE, VERWANDTE, Feld, build_feldtexte
from angebote.models import Angebot, Kiez, Suchwort, Volltext
from pankow_einsamkeit.lib.stapel import split_batches
from pankow_einsamkeit.lib.wortstamm import LAENGE, build_stamm, list_anzeigeworte

STAPEL = 500
FRAGESTAPEL = 900  # SQLite's classic limit is 999 values in one statement
SPALTEN = [feld.name.lower() for feld in Feld]
Anzeigen = dict[str, str]


@dataclass
class Suchbericht:
    """What rebuild_suche found: rows missing or different, rows too many; words new, different.

    Unused words are no fault: saving an offer only ever adds words, since others may hold those that it has lost.
    """

    angebote: int = 0
    veraltet: int = 0
    ueberzaehlig: int = 0
    worte_neu: int = 0
    worte_geaendert: int = 0
    worte_unbenutzt: int = 0

    @property
    def ist_sauber(self) -> bool:
        return not any((self.veraltet, self.ueberzaehlig, self.worte_neu, self.worte_geaendert))


@dataclass
class Volltextbau:
    """The rows one batch of offers should have, and the words in them."""

    zeilen: list[Volltext] = field(default_factory=list)
    worte: Anzeigen = field(default_factory=dict)


@transaction.atomic
def rebuild_volltext(*, angebot_ids: Collection[int]) -> int:
    """Writes the rows that differ and adds new words; returns how many rows. Constant queries per batch of 500.

    Only published offers have a row: nothing else may be found, and no unpublished word may be suggested.
    """
    geaendert, kiezzahl = 0, Kiez.objects.count()
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        bau = _build_zeilen(ids, kiezzahl=kiezzahl)
        geaendert += sum(_write_zeilen(ids, bau.zeilen))
        _add_worte(bau.worte)
    return geaendert


@transaction.atomic
def rebuild_suche() -> Suchbericht:
    """Everything anew; words no published offer holds go. Reports what was not as it should have been."""
    lock_angebote(Angebot.objects.order_by().values_list("pk", flat=True))
    lock_katalog()  # before the rows that every save writes after it
    bericht, worte, kiezzahl = Suchbericht(), Anzeigen(), Kiez.objects.count()
    ids_aller = sorted({*Angebot.objects.values_list("pk", flat=True), *Volltext.objects.values_list("pk", flat=True)})
    for ids in split_batches(ids_aller, STAPEL):
        bau = _build_zeilen(ids, kiezzahl=kiezzahl)
        veraltet, ueberzaehlig = _write_zeilen(ids, bau.zeilen)
        bericht.angebote += len(bau.zeilen)
        bericht.veraltet += veraltet
        bericht.ueberzaehlig += ueberzaehlig
        _merge_anzeigen(worte, bau.worte.items())
    _replace_worte(worte, bericht)
    return bericht


def _build_zeilen(ids: Collection[int], *, kiezzahl: int) -> Volltextbau:
    angebote = Angebot.objects.filter(pk__in=ids, status=Status.VEROEFFENTLICHT)
    bau = Volltextbau()
    for angebot in angebote.select_related(*VERWANDTE).prefetch_related(*TEILE):
        spalten = {}
        for feld, text in build_feldtexte(angebot, kiezzahl=kiezzahl).items():
            worte = [(wort[:LAENGE], anzeige[:LAENGE]) for wort, anzeige in list_anzeigeworte(text)]
            spalten[feld.name.lower()] = " ".join(sorted({build_stamm(wort) for wort, _anzeige in worte}))
            _merge_anzeigen(bau.worte, worte)
        bau.zeilen.append(Volltext(angebot=angebot, **spalten))
    return bau


def _merge_anzeigen(anzeigen: Anzeigen, worte: Iterable[tuple[str, str]]) -> None:
    """A word keeps its small form once it was seen with one: a capital may only begin a sentence."""
    for wort, anzeige in worte:
        bisher = anzeigen.get(wort)
        if bisher is None or (anzeige != bisher and _ist_schlichter(anzeige, bisher)):
            anzeigen[wort] = anzeige


def _ist_schlichter(anzeige: str, bisher: str) -> bool:
    """Fewer capitals; with as many the one that comes last, which has the umlauts and accents."""
    return (-_count_grosse(anzeige), anzeige) > (-_count_grosse(bisher), bisher)


def _count_grosse(wort: str) -> int:
    return sum(zeichen.isupper() for zeichen in wort)


def _write_zeilen(ids: Collection[int], zeilen: Collection[Volltext]) -> tuple[int, int]:
    """How many were missing or told something else, and how many were there without a published offer."""
    vorhanden = Volltext.objects.in_bulk(list(ids))
    neue = [zeile for zeile in zeilen if _list_werte(zeile) != _list_werte(vorhanden.get(zeile.pk))]
    ueberzaehlig = vorhanden.keys() - {zeile.pk for zeile in zeilen}
    if weg := ueberzaehlig | {zeile.pk for zeile in neue if zeile.pk in vorhanden}:
        Volltext.objects.filter(pk__in=weg).delete()
    Volltext.objects.bulk_create(neue)
    return len(neue), len(ueberzaehlig)


def _list_werte(zeile: Volltext | None) -> list[str] | None:
    return None if zeile is None else [getattr(zeile, spalte) for spalte in SPALTEN]


def _add_worte(worte: Anzeigen) -> None:
    suchworte = Suchwort.objects.order_by()
    if len(worte) <= FRAGESTAPEL:
        suchworte = suchworte.filter(wort__in=list(worte))
    neue = worte.keys() - set(suchworte.values_list("wort", flat=True))
    _create_worte(neue, worte)


def _create_worte(neue: Collection[str], anzeigen: Anzeigen) -> None:
    """In the order of the alphabet: two editors who save at once must not wait for each other in a circle."""
    Suchwort.objects.bulk_create(
        [Suchwort(wort=wort, stamm=build_stamm(wort), anzeige=anzeigen[wort]) for wort in sorted(neue)],
        ignore_conflicts=True,
    )


def _replace_worte(anzeigen: Anzeigen, bericht: Suchbericht) -> None:
    vorhanden = {suchwort.wort: suchwort for suchwort in Suchwort.objects.all()}
    neue = anzeigen.keys() - vorhanden.keys()
    unbenutzt = [suchwort.pk for wort, suchwort in vorhanden.items() if wort not in anzeigen]
    andere = []
    for wort in sorted(anzeigen.keys() & vorhanden.keys()):
        suchwort, soll = vorhanden[wort], (build_stamm(wort), anzeigen[wort])
        if (suchwort.stamm, suchwort.anzeige) != soll:
            suchwort.stamm, suchwort.anzeige = soll
            andere.append(suchwort)
    for pks in split_batches(unbenutzt, FRAGESTAPEL):
        Suchwort.objects.filter(pk__in=pks).delete()
    Suchwort.objects.bulk_update(andere, ["stamm", "anzeige"], batch_size=FRAGESTAPEL // 5)
    _create_worte(neue, anzeigen)
    bericht.worte_neu, bericht.worte_unbenutzt, bericht.worte_geaendert = len(neue), len(unbenutzt), len(andere)
