"""One run over many addresses: a few at a time, one host never twice at once, and over when its time is up."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, Queue
from threading import Event, Thread
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from angebote.choices import Adressart, Linkergebnis
from angebote.domain.linkpruefung import Adresse, Befund

SEKUNDEN_JE_ADRESSE = 40.0
Pruefer = Callable[[Adresse], Befund]
Ergebnis = tuple[Adresse, Befund]


def run_links(
    adressen: Sequence[Adresse], pruefen: Pruefer, *, sekunden: float, arbeiter: int, pause: float
) -> Iterator[Ergebnis]:
    """What was tried in time, as it comes. pause: seconds between two addresses of one host.

    What hangs on a server that never ends its answer is left behind: the threads end with the process.
    """
    stapel: Queue[list[Adresse]] = Queue()
    for gruppe in _group_by_host(adressen):
        stapel.put(gruppe)
    fertige: Queue[Ergebnis] = Queue()
    halt, ende = Event(), time.monotonic() + sekunden
    for _nummer in range(arbeiter):
        Thread(target=_work, args=(stapel, fertige, pruefen, pause, halt), daemon=True).start()
    try:
        for _nummer in range(len(adressen)):
            yield fertige.get(timeout=max(0.0, ende - time.monotonic()))
    except Empty:
        return
    finally:
        halt.set()


def _group_by_host(adressen: Sequence[Adresse]) -> list[list[Adresse]]:
    gruppen: dict[str, list[Adresse]] = defaultdict(list)
    for adresse in adressen:
        gruppen[_name_host(adresse)].append(adresse)
    return list(gruppen.values())


def _name_host(adresse: Adresse) -> str:
    if adresse.art == Adressart.MAIL:
        return "@" + adresse.text.rsplit("@", maxsplit=1)[-1].lower()
    try:
        return urlsplit(adresse.text).hostname or ""
    except ValueError:
        return ""


def _work(stapel: Queue[list[Adresse]], fertige: Queue[Ergebnis], pruefen: Pruefer, pause: float, halt: Event) -> None:
    """Takes one host after the other until none is left."""
    while not halt.is_set():
        try:
            gruppe = stapel.get_nowait()
        except Empty:
            return
        for nummer, adresse in enumerate(gruppe):
            if nummer and halt.wait(pause if adresse.art == Adressart.WEB else 0):
                return
            fertige.put((adresse, _check_in_time(adresse, pruefen)))


def _check_in_time(adresse: Adresse, pruefen: Pruefer) -> Befund:
    """In a thread of its own: a server that sends one letter every few seconds passes every other limit."""
    antwort: Queue[Befund] = Queue()
    Thread(target=lambda: antwort.put(_check_safely(adresse, pruefen)), daemon=True).start()
    try:
        return antwort.get(timeout=SEKUNDEN_JE_ADRESSE)
    except Empty:
        return Befund(Linkergebnis.GESTOERT, _("keine Antwort in der Zeit"), hat_antwort=False)


def _check_safely(adresse: Adresse, pruefen: Pruefer) -> Befund:
    """What servers send can surprise any library, and one address must not end the run."""
    try:
        return pruefen(adresse)
    except Exception:  # noqa: BLE001
        return Befund(Linkergebnis.GESTOERT, _("die Antwort war nicht zu verstehen"))
