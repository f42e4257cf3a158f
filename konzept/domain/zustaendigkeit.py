"""Whether each component has somebody who answers for it (M7, F16): today and in the days to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from konzept.models import Komponente, Zustaendigkeit

VORLAUF = timedelta(days=30)  # so long before an end the alarm begins: time to name somebody
EIN_TAG = timedelta(days=1)


@dataclass(frozen=True)
class Vakanz:
    """ab: the first day nobody answers for the component, today at the earliest."""

    komponente: Komponente
    ab: date
    ist_heute: bool

    def __str__(self) -> str:
        if self.ist_heute:
            satz = _("Für „%(komponente)s“ ist heute niemand hauptverantwortlich.")
        else:
            satz = _("Für „%(komponente)s“ ist ab %(tag)s niemand hauptverantwortlich.")
        return satz % {"komponente": self.komponente, "tag": date_format(self.ab, "j. F Y")}


@dataclass(frozen=True)
class Verwaist:
    """A row of somebody who has left: even where somebody else answers, it has to be ended or given to another."""

    zeile: Zustaendigkeit

    def __str__(self) -> str:
        satz = _("„%(zeile)s“: Das Konto ist stillgelegt. Bitte beenden oder jemand anderen eintragen.")
        return satz % {"zeile": self.zeile}


def find_alarme(*, heute: date) -> list[Vakanz | Verwaist]:
    """What staff have to settle: components without anybody, those of today first, then rows of those who have left.

    Two queries.
    """
    zeilen = list(Zustaendigkeit.objects.ab(heute).select_related("konto", "komponente"))
    verwaiste = [Verwaist(zeile) for zeile in zeilen if zeile.ist_stillgelegt]
    return [*find_vakanzen([zeile for zeile in zeilen if zeile.ist_haupt], heute=heute), *verwaiste]


def find_vakanzen(zeilen: list[Zustaendigkeit], *, heute: date) -> list[Vakanz]:
    """Components that nobody answers for on some day of today and the next 30, each with the first such day, by day.

    zeilen: the main ones, of today or later. Whoever has the whole concept answers for every component; who has
    left, for none. One query.
    """
    gefunden = []
    for komponente in Komponente.objects.all():
        eigene = [zeile for zeile in zeilen if zeile.komponente_id in {None, komponente.pk}]
        besetzte = [zeile for zeile in eigene if not zeile.ist_stillgelegt]
        ab = find_erste_luecke(besetzte, von=heute, bis=heute + VORLAUF)
        if ab is not None:
            gefunden.append(Vakanz(komponente, ab, ist_heute=ab == heute))
    return sorted(gefunden, key=lambda vakanz: vakanz.ab)


def find_erste_luecke(zeilen: Iterable[Zustaendigkeit], *, von: date, bis: date) -> date | None:
    """The first day from `von` to `bis`, both included, that no row covers."""
    tag = von
    for zeile in sorted(zeilen, key=lambda eine: eine.von):
        if zeile.von > tag:
            break
        if zeile.bis is None or zeile.bis >= bis:  # the last day a calendar knows has none after it
            return None
        tag = max(tag, zeile.bis + EIN_TAG)
    return tag if tag <= bis else None


@dataclass(frozen=True)
class Besetzung:
    """Who is entered for a component on one day. haupt None: nobody but, perhaps, whoever has the whole concept.

    antwortende: who really answers for it, of its own or with the whole concept; None if nobody does.
    """

    komponente: Komponente | None
    haupt: Zustaendigkeit | None
    antwortende: Zustaendigkeit | None
    weitere: tuple[Zustaendigkeit, ...]
    kuenftige: tuple[Zustaendigkeit, ...]
    fruehere: tuple[Zustaendigkeit, ...]


def list_besetzungen(*, heute: date) -> list[Besetzung]:
    """The whole concept first, then the three components. Two queries."""
    zeilen = list(Zustaendigkeit.objects.select_related("komponente", "geschaeftsbereich", "konto"))
    return [build_besetzung(komponente, zeilen, heute=heute) for komponente in [None, *Komponente.objects.all()]]


def find_antwortende(
    komponente: Komponente | None, zeilen: Iterable[Zustaendigkeit], *, heute: date
) -> Zustaendigkeit | None:
    """The main one of the component, else of the whole concept; who has left answers for nothing any more."""
    moegliche = [zeile for zeile in zeilen if zeile.ist_haupt and zeile.gilt_am(heute) and not zeile.ist_stillgelegt]
    eigene = [zeile for zeile in moegliche if zeile.komponente == komponente]
    ganze = [zeile for zeile in moegliche if zeile.komponente is None]
    return next(iter([*eigene, *ganze]), None)


def build_besetzung(komponente: Komponente | None, alle: list[Zustaendigkeit], *, heute: date) -> Besetzung:
    """alle: rows of every component, since who has the whole concept answers where a component has nobody."""
    zeilen = [zeile for zeile in alle if zeile.komponente == komponente]
    jetzige = [zeile for zeile in zeilen if zeile.gilt_am(heute)]
    haupt = next((zeile for zeile in jetzige if zeile.ist_haupt), None)
    return Besetzung(
        komponente,
        haupt,
        antwortende=find_antwortende(komponente, alle, heute=heute),
        weitere=tuple(zeile for zeile in jetzige if zeile is not haupt),
        kuenftige=tuple(sorted((zeile for zeile in zeilen if zeile.von > heute), key=lambda eine: eine.von)),
        fruehere=tuple(zeile for zeile in zeilen if zeile.bis is not None and zeile.bis < heute),
    )
