"""The mark that changes with everything the public can see: caches and ETags are valid as long as it stays the same."""

from collections.abc import Callable, Hashable
from threading import Lock
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

    `schluessel` holds what else the value depends on, for example the day. After a change one thread loads, the others
    wait for it. A load may ask another Zwischenspeicher, but never one that asks back: each has a lock of its own.
    """

    def __init__(self, load: Callable[..., Wert]) -> None:
        self._load = load
        self._inhalt: tuple[tuple[str, Hashable], Wert] | None = None
        self._schloss = Lock()

    def get(self, *schluessel: Hashable, version: str | None = None) -> Wert:
        """The value of load(*schluessel); `version` spares the query of a caller who has read it already."""
        version = read_version() if version is None else version
        if not version:
            return self._load(*schluessel)
        wert = self._find(version, schluessel)
        return self._load_once(version, schluessel) if wert is None else wert[0]

    def _find(self, version: str, schluessel: tuple[Hashable, ...]) -> tuple[Wert] | None:
        inhalt = self._inhalt
        return (inhalt[1],) if inhalt is not None and inhalt[0] == (version, schluessel) else None

    def _load_once(self, version: str, schluessel: tuple[Hashable, ...]) -> Wert:
        """The mark is always older than what is loaded under it, so the next change mends whatever came in between."""
        musste_warten = not self._schloss.acquire(blocking=False)
        if musste_warten:
            self._schloss.acquire()
        try:
            if musste_warten and self._find(version, schluessel) is None:
                version = read_version() or version  # ours may be the older one by now, and must not push out a newer
            if wert := self._find(version, schluessel):
                return wert[0]
            neu = self._load(*schluessel)
            self._inhalt = ((version, schluessel), neu)
            return neu
        finally:
            self._schloss.release()
