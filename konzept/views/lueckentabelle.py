"""The gap table for a spreadsheet: its figures, who lives there, what was missed, and where all of it is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from angebote.domain.suchluecken import Lueckensumme
from angebote.models import Kiez
from konzept.domain.bevoelkerung import Altersgruppe, format_je_tausend, list_altersgruppen
from konzept.domain.kiezlage import Kiezlage
from konzept.domain.luecken import Matrix, Zeile
from konzept.views.kiezquellen import find_stand, list_quellen

Tabellenzeile = list[object]


def build_kopf(matrix: Matrix) -> list[str]:
    gruppen = [gruppe.titel for gruppe in list_altersgruppen([], angebote=0)]
    return [
        *(_("Kiez"), *(spalte.titel for spalte in matrix.spalten)),
        *(_("Angebote, einmal gezählt"), _("davon nicht frisch bestätigt, Prozent"), _("gesucht, nicht gefunden")),
        *(_("Menschen: %(gruppe)s") % {"gruppe": gruppe} for gruppe in gruppen),
        *(_("Angebote je 1.000: %(gruppe)s") % {"gruppe": gruppe} for gruppe in gruppen),
        _("Stand der Einwohnerzahlen"),
    ]


def list_zeilen(matrix: Matrix, lagen: Sequence[Kiezlage], *, heute: date) -> Iterator[Tabellenzeile]:
    """lagen: of the same Bereich. The stale share of each column and the sources stand below the figures."""
    je_kiez = {lage.kiez.pk: lage for lage in lagen}
    kieze = [lage.kiez for lage in lagen]
    for zeile in matrix.kieze:
        if zeile.kiez is not None:
            lage = je_kiez[zeile.kiez.pk]
            yield [*_list_zahlen(zeile), *_list_menschen([lage.kiez], lage.gruppen, gesucht=lage.gesucht)]
    for zeile in matrix.weitere:
        yield _list_zahlen(zeile)
    gruppen = list_altersgruppen(kieze, angebote=matrix.gesamt.summe)
    yield [*_list_zahlen(matrix.gesamt), *_list_menschen(kieze, gruppen, gesucht=_sum_gesuchtes(lagen))]
    yield [_("davon nicht frisch bestätigt, Prozent"), *matrix.prozente_alt, matrix.gesamt.prozent_alt]
    yield []
    yield [_("Stichtag"), heute]
    for was, quelle in list_quellen(kieze, heute=heute):
        yield [_("Quelle: %(was)s") % {"was": was}, quelle]


def _list_zahlen(zeile: Zeile) -> Tabellenzeile:
    return [zeile.titel, *(zelle.anzahl for zelle in zeile.zellen), zeile.summe, zeile.prozent_alt]


def _list_menschen(kieze: Sequence[Kiez], gruppen: Sequence[Altersgruppe], *, gesucht: Lueckensumme) -> Tabellenzeile:
    mindestens = _("mindestens %(zahl)s") % {"zahl": gesucht.mindestens}
    return [
        gesucht.mindestens if gesucht.ist_genau else mindestens,
        *(gruppe.menschen for gruppe in gruppen),
        *(_format_quote(gruppe.je_tausend) for gruppe in gruppen),
        find_stand(kieze),
    ]


def _format_quote(quote: float | None) -> str:
    """As on the page; an empty cell where nobody knows, since a word is no figure to a spreadsheet."""
    return "" if quote is None else format_je_tausend(quote)


def _sum_gesuchtes(lagen: Sequence[Kiezlage]) -> Lueckensumme:
    return Lueckensumme(
        mindestens=sum(lage.gesucht.mindestens for lage in lagen),
        ist_genau=all(lage.gesucht.ist_genau for lage in lagen),
    )
