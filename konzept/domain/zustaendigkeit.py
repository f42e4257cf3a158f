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
    """ab: the first day nobody answers for the component, today at the earliest.

    ist_stillgelegt: somebody is entered for that day, whose account is closed.
    """

    komponente: Komponente
    ab: date
    ist_heute: bool
    ist_stillgelegt: bool = False

    def __str__(self) -> str:
        if self.ist_heute:
            satz = _("Für „%(komponente)s“ ist heute niemand hauptverantwortlich.")
        else:
            satz = _("Für „%(komponente)s“ ist ab %(tag)s niemand hauptverantwortlich.")
        satz %= {"komponente": self.komponente, "tag": date_format(self.ab, "j. F Y")}
        zusatz = _("Eingetragen ist jemand, dessen Konto stillgelegt ist.")
        return f"{satz} {zusatz}" if self.ist_stillgelegt else satz


def find_vakanzen(*, heute: date) -> list[Vakanz]:
    """Components that nobody answers for on some day of today and the next 30, each with the first such day.

    Whoever has the whole concept answers for every component; who has left, for none. Two queries.
    """
    zeilen = list(Zustaendigkeit.objects.hauptverantwortliche().ab(heute).select_related("konto"))
    gefunden = []
    for komponente in Komponente.objects.all():
        eigene = [zeile for zeile in zeilen if zeile.komponente_id in {None, komponente.pk}]
        besetzte = [zeile for zeile in eigene if not zeile.ist_stillgelegt]
        ab = find_erste_luecke(besetzte, von=heute, bis=heute + VORLAUF)
        if ab is not None:
            stillgelegt = any(zeile.gilt_am(ab) for zeile in eigene)
            gefunden.append(Vakanz(komponente, ab, ist_heute=ab == heute, ist_stillgelegt=stillgelegt))
    return gefunden


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
    """Who answers for a component on one day. haupt None: nobody but, perhaps, whoever has the whole concept."""

    komponente: Komponente | None
    haupt: Zustaendigkeit | None
    weitere: tuple[Zustaendigkeit, ...]
    kuenftige: tuple[Zustaendigkeit, ...]
    fruehere: tuple[Zustaendigkeit, ...]


def list_besetzungen(*, heute: date) -> list[Besetzung]:
    """The whole concept first, then the three components. Two queries."""
    zeilen = list(Zustaendigkeit.objects.select_related("komponente", "geschaeftsbereich", "konto"))
    return [
        build_besetzung(komponente, [zeile for zeile in zeilen if zeile.komponente == komponente], heute=heute)
        for komponente in [None, *Komponente.objects.all()]
    ]


def build_besetzung(komponente: Komponente | None, zeilen: list[Zustaendigkeit], *, heute: date) -> Besetzung:
    jetzige = [zeile for zeile in zeilen if zeile.gilt_am(heute)]
    haupt = next((zeile for zeile in jetzige if zeile.ist_haupt), None)
    return Besetzung(
        komponente,
        haupt,
        weitere=tuple(zeile for zeile in jetzige if zeile is not haupt),
        kuenftige=tuple(sorted((zeile for zeile in zeilen if zeile.von > heute), key=lambda eine: eine.von)),
        fruehere=tuple(zeile for zeile in zeilen if zeile.bis is not None and zeile.bis < heute),
    )
