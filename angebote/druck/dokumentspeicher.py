"""Keeps finished PDFs in this process: setting one takes longer than anything else the site does."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from angebote.druck.satz import WARTEZEIT, UeberlastetError


class Dokumentspeicher:
    """At most `hoechstens` bytes; what nobody has asked for longest goes first.

    A document is as good as its key, which therefore holds the mark of the catalogue and the day. The same document is
    made by one thread at a time, and one more waits for it, ten seconds at most. Whoever comes then gets an
    UeberlastetError at once: the other threads have pages to answer.
    """

    def __init__(self, *, hoechstens: int) -> None:
        self._hoechstens = hoechstens
        self._dokumente: OrderedDict[Hashable, bytes] = OrderedDict()
        self._in_arbeit: dict[Hashable, Lock] = {}
        self._schloss, self._warteplatz = Lock(), Lock()

    @property
    def bytes_belegt(self) -> int:
        return sum(map(len, self._dokumente.values()))

    def get(self, schluessel: Hashable, build: Callable[[], bytes]) -> bytes:
        with self._schloss:
            arbeit = self._in_arbeit.setdefault(schluessel, Lock())
        if not arbeit.acquire(blocking=False):
            self._wait_for(arbeit)
        try:
            return self._find(schluessel) or self._keep(schluessel, build())
        finally:
            with self._schloss:
                self._in_arbeit.pop(schluessel, None)
            arbeit.release()

    def _wait_for(self, arbeit: Lock) -> None:
        if not self._warteplatz.acquire(blocking=False):
            raise UeberlastetError
        try:
            if not arbeit.acquire(timeout=WARTEZEIT):
                raise UeberlastetError
        finally:
            self._warteplatz.release()

    def _find(self, schluessel: Hashable) -> bytes | None:
        with self._schloss:
            if schluessel in self._dokumente:
                self._dokumente.move_to_end(schluessel)
            return self._dokumente.get(schluessel)

    def _keep(self, schluessel: Hashable, dokument: bytes) -> bytes:
        with self._schloss:
            if len(dokument) <= self._hoechstens:
                self._dokumente[schluessel] = dokument
            while self.bytes_belegt > self._hoechstens:
                self._dokumente.popitem(last=False)
        return dokument
