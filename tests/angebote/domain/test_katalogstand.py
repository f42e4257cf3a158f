import pytest

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
