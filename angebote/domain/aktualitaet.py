"""Who checked which facts of an offer, and when. What follows from it for the public: domain/fristen.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from angebote.choices import Pruefgruppe, Pruefquelle
from angebote.domain.fristen import rebuild_fristen
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.domain.sperren import lock_angebote
from angebote.models import Angebot, Pruefung
from pankow_einsamkeit.models import Konto

Pruefstand = Mapping[Pruefgruppe, Pruefung]


class PruefungsfehlerError(ValueError):
    """A check that cannot be noted; the message says why, for whoever noted it."""


class KeineGruppeError(PruefungsfehlerError):
    def __init__(self) -> None:
        super().__init__(_("Bitte wählen Sie aus, was geprüft wurde."))


class ZukunftError(PruefungsfehlerError):
    def __init__(self) -> None:
        super().__init__(_("Der Tag der Prüfung liegt in der Zukunft. Bitte heute oder einen früheren Tag angeben."))


def confirm_angebot(
    *,
    angebot_id: int,
    gruppen: Collection[Pruefgruppe],
    geprueft_am: date,
    konto: Konto | None,
    quelle: Pruefquelle,
    heute: date,
    notiz: str = "",
) -> None:
    """Notes that these facts still held on that day. konto: None for providers. Raises a PruefungsfehlerError."""
    confirm_angebote(
        angebot_ids=[angebot_id],
        gruppen=gruppen,
        geprueft_am=geprueft_am,
        konto=konto,
        quelle=quelle,
        heute=heute,
        notiz=notiz,
    )


@transaction.atomic
def confirm_angebote(
    *,
    angebot_ids: Collection[int],
    gruppen: Collection[Pruefgruppe],
    geprueft_am: date,
    konto: Konto | None,
    quelle: Pruefquelle,
    heute: date,
    notiz: str = "",
) -> None:
    """The same for several offers at once."""
    if not gruppen:
        raise KeineGruppeError
    if geprueft_am > heute:
        raise ZukunftError
    lock_angebote(angebot_ids)
    _spell_out_alte(angebot_ids)
    Pruefung.objects.bulk_create(
        Pruefung(
            angebot_id=angebot_id,
            gruppe=Pruefgruppe(gruppe),
            geprueft_am=geprueft_am,
            konto=konto,
            quelle=Pruefquelle(quelle),
            notiz=notiz.strip(),
        )
        for angebot_id in sorted(set(angebot_ids))
        for gruppe in sorted(set(gruppen))
    )
    refresh_angebote(angebot_ids=angebot_ids, heute=heute)


def refresh_fristen() -> int:
    """After a change of the rhythm: until when all offers are shown; how many have changed."""
    geaendert = rebuild_fristen(angebot_ids=None)
    renew_version()
    return geaendert


def load_pruefstand(angebot_id: int) -> Pruefstand:
    """The newest check of each group that was ever checked, in the order of the groups. One query."""
    neueste: dict[str, Pruefung] = {}
    for pruefung in Pruefung.objects.filter(angebot=angebot_id).select_related("konto"):
        neueste.setdefault(pruefung.gruppe, pruefung)
    return {gruppe: neueste[gruppe] for gruppe in Pruefgruppe if gruppe in neueste}


def _spell_out_alte(angebot_ids: Collection[int]) -> None:
    """A day from before there were checks of groups is the day of all groups."""
    alte = Angebot.objects.filter(pk__in=angebot_ids, geprueft_am__isnull=False, pruefungen__isnull=True)
    Pruefung.objects.bulk_create(
        Pruefung(
            angebot_id=pk,
            gruppe=gruppe,
            geprueft_am=tag,
            quelle=Pruefquelle.IMPORT,
            notiz=_("übernommen aus „zuletzt geprüft am“"),
        )
        for pk, tag in alte.order_by("pk").values_list("pk", "geprueft_am")
        if tag is not None
        for gruppe in Pruefgruppe
    )
