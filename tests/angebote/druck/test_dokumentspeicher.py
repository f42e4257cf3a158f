from collections.abc import Callable
from threading import Event, Thread

import pytest

from angebote.druck import dokumentspeicher
from angebote.druck.dokumentspeicher import Dokumentspeicher
from angebote.druck.satz import UeberlastetError


def build_zaehler(inhalt: bytes) -> tuple[Callable[[], bytes], list[int]]:
    aufrufe: list[int] = []

    def build() -> bytes:
        aufrufe.append(1)
        return inhalt

    return build, aufrufe


def test_document_is_made_once_for_each_key() -> None:
    speicher = Dokumentspeicher(hoechstens=100)
    build, aufrufe = build_zaehler(b"pdf")
    assert [speicher.get("a", build), speicher.get("a", build), speicher.get("b", build)] == [b"pdf"] * 3
    assert len(aufrufe) == 2


def test_what_nobody_asked_for_longest_goes_first() -> None:
    speicher = Dokumentspeicher(hoechstens=10)
    build, aufrufe = build_zaehler(b"1234")
    for schluessel in ("a", "b", "a", "c", "a"):
        speicher.get(schluessel, build)
    assert (len(aufrufe), speicher.bytes_belegt) == (3, 8)
    speicher.get("b", build)
    assert len(aufrufe) == 4


def test_document_larger_than_all_room_is_answered_and_not_kept() -> None:
    speicher = Dokumentspeicher(hoechstens=3)
    build, _aufrufe = build_zaehler(b"1234")
    assert (speicher.get("a", build), speicher.bytes_belegt) == (b"1234", 0)


def test_failure_is_not_kept() -> None:
    speicher = Dokumentspeicher(hoechstens=100)

    def fail() -> bytes:
        raise UeberlastetError

    with pytest.raises(UeberlastetError):
        speicher.get("a", fail)
    assert speicher.get("a", lambda: b"pdf") == b"pdf"


def test_second_thread_waits_for_the_first_and_makes_nothing_itself() -> None:
    speicher = Dokumentspeicher(hoechstens=100)
    begonnen, weiter = Event(), Event()
    antworten: list[bytes] = []

    def slow() -> bytes:
        begonnen.set()
        weiter.wait(timeout=10)
        return b"erste"

    erster = Thread(target=lambda: antworten.append(speicher.get("a", slow)))
    erster.start()
    begonnen.wait(timeout=10)
    zweiter = Thread(target=lambda: antworten.append(speicher.get("a", lambda: b"zweite")))
    zweiter.start()
    weiter.set()
    erster.join()
    zweiter.join()
    assert antworten == [b"erste", b"erste"]


def test_nobody_waits_for_ever_for_the_document_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dokumentspeicher, "WARTEZEIT", 0.05)
    speicher = Dokumentspeicher(hoechstens=100)
    begonnen, weiter = Event(), Event()

    def slow() -> bytes:
        begonnen.set()
        weiter.wait(timeout=10)
        return b"pdf"

    erster = Thread(target=lambda: speicher.get("a", slow))
    erster.start()
    begonnen.wait(timeout=10)
    with pytest.raises(UeberlastetError):
        speicher.get("a", lambda: b"pdf")
    weiter.set()
    erster.join()


def test_third_thread_is_told_at_once_that_there_is_no_place() -> None:
    speicher, weiter, begonnen = Dokumentspeicher(hoechstens=10), Event(), Event()

    def slow() -> bytes:
        begonnen.set()
        weiter.wait(timeout=10)
        return b"eins"

    faeden = [Thread(target=lambda: speicher.get("a", slow)) for _faden in range(2)]
    faeden[0].start()
    begonnen.wait(timeout=10)
    faeden[1].start()
    while not speicher._warteplatz.locked():
        pass
    with pytest.raises(UeberlastetError):
        speicher.get("a", slow)
    weiter.set()
    for faden in faeden:
        faden.join(timeout=10)
