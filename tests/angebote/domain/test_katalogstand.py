from threading import Barrier, Event, Thread

import pytest
from django.db import connection

from angebote.domain.katalogstand import Zwischenspeicher, read_version, renew_version

pytestmark = pytest.mark.django_db


def test_read_version_before_any_change_is_empty():
    assert read_version() == ""


def test_renew_version_gives_a_new_mark_each_time():
    versionen = set()
    for _runde in range(3):
        renew_version()
        versionen.add(read_version())
    assert len(versionen) == 3
    assert "" not in versionen


class Zaehler:
    def __init__(self):
        self.geladen = []

    def __call__(self, *schluessel):
        self.geladen.append(schluessel)
        return len(self.geladen)


def test_zwischenspeicher_while_nothing_changes_loads_once():
    renew_version()
    zaehler = Zaehler()
    speicher = Zwischenspeicher(zaehler)
    assert [speicher.get("a"), speicher.get("a")] == [1, 1]


def test_zwischenspeicher_after_change_or_with_another_key_loads_anew():
    renew_version()
    zaehler = Zaehler()
    speicher = Zwischenspeicher(zaehler)
    speicher.get("a")
    speicher.get("b")
    renew_version()
    speicher.get("b")
    assert zaehler.geladen == [("a",), ("b",), ("b",)]


def test_zwischenspeicher_without_any_mark_never_keeps():
    speicher = Zwischenspeicher(Zaehler())
    assert [speicher.get(), speicher.get()] == [1, 2]


def test_zwischenspeicher_with_given_version_asks_no_query(django_assert_num_queries):
    speicher = Zwischenspeicher(Zaehler())
    with django_assert_num_queries(0):
        assert speicher.get(version="x") == speicher.get(version="x")


def test_zwischenspeicher_asked_by_four_threads_at_once_loads_once():
    alle_da, geladen = Barrier(4), []

    def load():
        geladen.append(Event().wait(0.1))  # long enough for the others to come
        return "wert"

    speicher, antworten = Zwischenspeicher(load), []

    def ask():
        alle_da.wait()
        antworten.append(speicher.get(version="x"))

    faeden = [Thread(target=ask) for _nummer in range(4)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    assert antworten == ["wert"] * 4
    assert len(geladen) == 1


def test_zwischenspeicher_whose_load_fails_lets_the_next_one_try():
    antworten = iter([ValueError, "wert"])

    def load():
        antwort = next(antworten)
        if antwort is ValueError:
            raise ValueError
        return antwort

    speicher = Zwischenspeicher(load)
    with pytest.raises(ValueError):  # noqa: PT011  our own, without a message
        speicher.get(version="x")
    assert speicher.get(version="x") == "wert"


@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share SQLite's database in memory")
@pytest.mark.django_db(transaction=True)
def test_zwischenspeicher_asked_with_an_older_mark_keeps_the_newer_value():
    renew_version()
    alt = read_version()
    renew_version()
    neu = read_version()
    laedt, weiter, geladen = Event(), Event(), []

    def load():
        geladen.append("neu")
        laedt.set()
        weiter.wait(10)
        return "neu"

    speicher, antworten = Zwischenspeicher(load), []

    def ask_late():
        antworten.append(speicher.get(version=alt))
        connection.close()

    erster = Thread(target=lambda: antworten.append(speicher.get(version=neu)))
    erster.start()
    laedt.wait(10)
    zweiter = Thread(target=ask_late)
    zweiter.start()
    zweiter.join(1)  # waits for the first one
    weiter.set()
    erster.join()
    zweiter.join()
    assert antworten == ["neu", "neu"]
    assert speicher.get(version=neu) == "neu"
    assert geladen == ["neu"]
