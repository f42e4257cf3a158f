"""What is to be printed and packed for whom (S34, F32): one pack for each place, and the sums to order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.choices import Materialart
from konzept.models import Materialwunsch, Multiplikator
from konzept.models.multiplikator import MultiplikatorQuerySet
from pankow_einsamkeit.models import Konto


class NichtsZuLiefernError(ValidationError):
    """Its message is a sentence for staff."""


@dataclass(frozen=True)
class Paket:
    """geliefert_am: when the last of it was delivered; None where something of it never was."""

    multiplikator: Multiplikator
    stueck: Mapping[Materialart, int]
    geliefert_am: date | None

    @property
    def zeilen(self) -> list[tuple[str, int]]:
        return [(str(art.label), stueck) for art, stueck in self.stueck.items()]


@dataclass(frozen=True)
class Summe:
    art: Materialart
    stueck: int
    pakete: int


def list_pakete(multiplikatoren: MultiplikatorQuerySet) -> list[Paket]:
    """Of those that may be reached and want something. Two queries."""
    gemeinte = multiplikatoren.ansprechbare().mit_wunsch().select_related("kiez").prefetch_related("materialwuensche")
    return [_build_paket(eine) for eine in gemeinte]


def list_summen(pakete: Iterable[Paket]) -> list[Summe]:
    """Each material that somebody wants, in the order of the list of materials."""
    stueck, zahl = Counter[Materialart](), Counter[Materialart]()
    for paket in pakete:
        stueck.update(paket.stueck)
        zahl.update(paket.stueck.keys())
    return [Summe(art, stueck[art], zahl[art]) for art in Materialart if stueck[art]]


@transaction.atomic
def deliver_paket(*, multiplikator_id: int, konto: Konto, heute: date) -> Multiplikator:
    """Notes that the whole pack was delivered. Raises Multiplikator.DoesNotExist for one that was taken back."""
    multiplikator = Multiplikator.objects.ansprechbare().select_for_update(of=("self",)).get(pk=multiplikator_id)
    wuensche = list(multiplikator.materialwuensche.all())
    if not wuensche:
        raise NichtsZuLiefernError(_("Hier ist kein Material gewünscht."))
    with give_anlass(grund=_("Material geliefert"), konto=konto):
        for wunsch in wuensche:
            wunsch.geliefert_am = heute
            wunsch.save(update_fields=["geliefert_am"])
    return multiplikator


def _build_paket(multiplikator: Multiplikator) -> Paket:
    wuensche: list[Materialwunsch] = list(multiplikator.materialwuensche.all())
    tage = [wunsch.geliefert_am for wunsch in wuensche]
    je_art = {Materialart(wunsch.art): wunsch.stueck for wunsch in wuensche}
    return Paket(
        multiplikator,
        stueck={art: je_art[art] for art in Materialart if art in je_art},
        geliefert_am=None if None in tage else min(tag for tag in tage if tag is not None),
    )
