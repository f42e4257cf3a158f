"""Which column is which: headings are matched without case, umlauts and spaces, also by other usual words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from django.utils.translation import gettext as _

from angebote.importers.pfad.grenzen import HOECHSTENS_SPALTEN, DateifehlerError
from angebote.importers.pfad.spalten import get_spalte, list_spalten
from angebote.importers.pfad.zeilen import Rohdatei, Rohzeile
from angebote.importers.pfad.zellen import Zellwert, fold, to_text, zitiere

KOPF_BIS_ZEILE = 20  # some lists begin with a title
MINDESTENS = 2  # known headings, else it is no heading row


@cache
def list_ueberschriften() -> dict[str, str]:
    """Folded heading → name of the column; the real headings before the other words."""
    bekannte = {fold(spalte.titel): spalte.name for spalte in list_spalten()}
    for spalte in list_spalten():
        for wort in (*spalte.weitere, spalte.name):
            bekannte.setdefault(fold(wort), spalte.name)
    return bekannte


def find_spaltenname(ueberschrift: Zellwert) -> str | None:
    text = to_text(ueberschrift).split("\n")[0].strip(" *:")
    return list_ueberschriften().get(fold(text)) if text else None


def count_bekannte(zeile: Sequence[Zellwert]) -> int:
    return len({name for name in map(find_spaltenname, zeile) if name})


def find_kopf(zeilen: Sequence[Sequence[Zellwert]]) -> int | None:
    """Index of the heading row among the first rows."""
    beste = max(range(min(len(zeilen), KOPF_BIS_ZEILE)), key=lambda n: (count_bekannte(zeilen[n]), -n), default=None)
    return beste if beste is not None and count_bekannte(zeilen[beste]) >= MINDESTENS else None


def build_rohdatei(zeilen: Sequence[Sequence[Zellwert]], *, einwaende: dict[int, list[str]] | None = None) -> Rohdatei:
    """zeilen: all rows of the sheet from the first on. einwaende: by row number."""
    kopf = find_kopf(zeilen)
    if kopf is None:
        raise DateifehlerError(
            _("Die Zeile mit den Überschriften fehlt. Erwartet werden Spalten wie „Titel“, „Kategorien“ und „Zeiten“.")
        )
    namen = [find_spaltenname(zelle) for zelle in zeilen[kopf]]
    check_kopf(namen, zeilen[kopf])
    rohzeilen = []
    for nummer, zeile in enumerate(zeilen[kopf + 1 :], start=kopf + 2):
        if any(to_text(zelle).strip() for zelle in zeile):
            zellen = {name: zelle for name, zelle in zip(namen, zeile, strict=False) if name}
            rohzeilen.append(Rohzeile(nummer, zellen, (einwaende or {}).get(nummer, [])))
    if not rohzeilen:
        raise DateifehlerError(_("Unter den Überschriften steht keine Zeile."))
    unbekannte = [
        zitiere(zelle)
        for zelle, name in zip(zeilen[kopf], namen, strict=True)
        if name is None and to_text(zelle).strip()
    ]
    return Rohdatei(rohzeilen, {name for name in namen if name}, unbekannte)


def check_kopf(namen: Sequence[str | None], kopf: Sequence[Zellwert]) -> None:
    if len(kopf) > HOECHSTENS_SPALTEN:
        raise DateifehlerError(_("Die Datei hat mehr als %(zahl)d Spalten.") % {"zahl": HOECHSTENS_SPALTEN})
    doppelte = sorted({name for name in namen if name and namen.count(name) > 1})
    if doppelte:
        titel = ", ".join(f"„{get_spalte(name).titel}“" for name in doppelte)
        raise DateifehlerError(_("Diese Spalten stehen zweimal in der Datei: %(titel)s.") % {"titel": titel})
    if "titel" not in namen and "kurz_id" not in namen:
        raise DateifehlerError(_("Die Spalte „Titel“ fehlt."))
