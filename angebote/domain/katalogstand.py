"""The mark that changes with everything the public can see: caches and ETags are valid as long as it stays the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from angebote.domain.sperren import EINZIGER
from angebote.models import Katalogstand, generate_version

Wert = TypeVar("Wert")


def read_version() -> str:
    """One query; empty as long as nothing was ever marked, then nothing may be kept."""
    return Katalogstand.objects.values_list("version", flat=True).filter(pk=EINZIGER).first() or ""


def renew_version() -> None:
    """Whoever changes what the public can see calls this in the same transaction, after the change."""
    Katalogstand.objects.update_or_create(pk=EINZIGER, defaults={"version": generate_version()})


class Zwischenspeicher(Generic[Wert]):
    """Keeps one value in this process, as long as the catalogue stays as it is.

    `schluessel` holds what else the value depends on, for example the day.
    """

    def __init__(self, load: Callable[..., Wert]) -> None:
        self._load = load
        self._inhalt: tuple[tuple[str, Hashable], Wert] | None = None

    def get(self, *schluessel: Hashable, version: str | None = None) -> Wert:
        """The value of load(*schluessel); `version` spares the query of a caller who has read it already."""
        version = read_version() if version is None else version
        inhalt = self._inhalt
        if version and inhalt is not None and inhalt[0] == (version, schluessel):
            return inhalt[1]
        wert = self._load(*schluessel)
        self._inhalt = ((version, schluessel), wert)
        return wert
