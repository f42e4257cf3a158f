"""The one order in which writers lock rows, so that no two wait for each other in a circle.

First offers, by key; then the catalogue; then whatever is derived from offers. A transaction that has the catalogue
must not lock another offer. On SQLite there is nothing to lock: it has one writer at a time anyway.
"""

from collections.abc import Iterable

from angebote.models import Angebot, Katalogstand
from pankow_einsamkeit.lib.stapel import split_batches

EINZIGER = 1
STAPEL = 500


def lock_angebote(angebot_ids: Iterable[int]) -> None:
    """Until the transaction ends nobody else changes these offers or what is derived from them."""
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        list(Angebot.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def lock_katalog() -> None:
    """Until the transaction ends nobody else changes what all offers share. Take it after the locks on offers."""
    Katalogstand.objects.select_for_update().get_or_create(pk=EINZIGER)
