"""Until when an offer counts as checked: the oldest of its groups, and the rhythm of its kind (docs/adr/0023)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from angebote.choices import Pruefgruppe
from angebote.models import Angebot, Pruefrhythmus, Pruefung
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500


@dataclass(frozen=True)
class Rhythmus:
    """In days since the check: up to hinweis_tage all is well, up to frist_tage the offer is shown with a note."""

    hinweis_tage: int
    frist_tage: int

    def compute_hinweis_ab(self, geprueft_am: date) -> date:
        """The first day with the note: day 91 for 90 days."""
        return geprueft_am + timedelta(days=self.hinweis_tage + 1)

    def compute_sichtbar_bis(self, geprueft_am: date) -> date:
        """The last day on which it is shown: day 180 for 180 days."""
        return geprueft_am + timedelta(days=self.frist_tage)


Rhythmen = Mapping[tuple[str, str], Rhythmus]


def load_rhythmen() -> Rhythmen:
    """By (bereich, format), "" for all of them; the settings stand under ("", ""). One query."""
    zeilen = Pruefrhythmus.objects.order_by().values_list("bereich", "format", "hinweis_tage", "frist_tage")
    eigene = {(bereich, form): Rhythmus(hinweis, frist) for bereich, form, hinweis, frist in zeilen}
    return {("", ""): Rhythmus(settings.PRUEFUNG_HINWEIS_TAGE, settings.PRUEFUNG_FRIST_TAGE)} | eigene


def choose_rhythmus(angebot: Angebot, rhythmen: Rhythmen) -> Rhythmus:
    arten = ((angebot.bereich, angebot.format), ("", angebot.format), (angebot.bereich, ""))
    return next((rhythmen[art] for art in arten if art in rhythmen), rhythmen["", ""])


def compute_geprueft_am(neueste: Mapping[str, date]) -> date | None:
    """The day of an entry from the newest days of its groups: as old as the oldest; None until all are known."""
    return min(neueste.values()) if set(neueste) == set(Pruefgruppe.values) else None


def rebuild_fristen(*, angebot_ids: Collection[int] | None) -> int:
    """Writes the derived days that differ (None: of all offers) and returns how many; updated_at stays.

    Four queries per batch of 500, each a transaction. An offer without any Pruefung keeps its day: it comes from before
    there were any.
    """
    if angebot_ids is None:
        angebot_ids = list(Angebot.objects.order_by().values_list("pk", flat=True))
    rhythmen = load_rhythmen()
    return sum(_rebuild_stapel(ids, rhythmen) for ids in split_batches(sorted(set(angebot_ids)), STAPEL))


@transaction.atomic
def _rebuild_stapel(ids: Collection[int], rhythmen: Rhythmen) -> int:
    angebote = Angebot.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    felder = ("geprueft_am", "hinweis_ab", "sichtbar_bis")
    vorhandene = list(angebote.only("bereich", "format", *felder))
    neueste = _load_neueste(ids)
    neue = []
    for angebot in vorhandene:
        bisher = [getattr(angebot, feld) for feld in felder]
        if angebot.pk in neueste:
            angebot.geprueft_am = compute_geprueft_am(neueste[angebot.pk])
        set_fristen(angebot, rhythmen)
        if bisher != [getattr(angebot, feld) for feld in felder]:
            neue.append(angebot)
    Angebot.objects.bulk_update(neue, felder)
    return len(neue)


def set_fristen(angebot: Angebot, rhythmen: Rhythmen) -> None:
    """On the object alone, from its geprueft_am."""
    tag, rhythmus = angebot.geprueft_am, choose_rhythmus(angebot, rhythmen)
    angebot.hinweis_ab = rhythmus.compute_hinweis_ab(tag) if tag else None
    angebot.sichtbar_bis = rhythmus.compute_sichtbar_bis(tag) if tag else None


def _load_neueste(ids: Collection[int]) -> dict[int, dict[str, date]]:
    """The newest day of each group, by offer. One query."""
    neueste: dict[int, dict[str, date]] = defaultdict(dict)
    zeilen = Pruefung.objects.filter(angebot_id__in=ids).order_by().values("angebot_id", "gruppe")
    for angebot_id, gruppe, tag in zeilen.annotate(neueste=Max("geprueft_am")).values_list(
        "angebot_id", "gruppe", "neueste"
    ):
        neueste[angebot_id][gruppe] = tag
    return dict(neueste)
