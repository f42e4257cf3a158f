from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.merkzettel import HOECHSTENS, Merkzettel, read_merkzettel

schluessel = st.integers(min_value=1, max_value=2**63 - 1)
listen = st.lists(schluessel, unique=True, max_size=HOECHSTENS).map(lambda ids: Merkzettel(tuple(ids)))


@given(listen)
def test_merkzettel_read_from_its_own_address_is_the_same(liste: Merkzettel) -> None:
    assert read_merkzettel(parse_qs(liste.to_query()).get("id", [])) == liste


@given(st.lists(st.text(max_size=30), max_size=100))
def test_merkzettel_is_read_from_anything(werte: list[str]) -> None:
    liste = read_merkzettel(werte)
    assert len(set(liste.angebot_ids)) == len(liste) <= HOECHSTENS
    assert all(0 < angebot_id < 2**63 for angebot_id in liste.angebot_ids)
    assert set(liste.unlesbar) <= {wert.strip() for wert in werte} - {""}


def test_merkzettel_keeps_each_key_once_in_the_order_of_the_address() -> None:
    assert read_merkzettel(["7", "3", "7", " 12 ", "3"]) == Merkzettel((7, 3, 12))


@pytest.mark.parametrize("wert", ["abc", "0", "-1", "1.5", "1_0", "٣", "1e3", str(2**63), "9" * 10_000, "1;2", "<b>"])
def test_merkzettel_names_what_is_no_key(wert: str) -> None:
    assert read_merkzettel(["5", wert, wert]) == Merkzettel((5,), unlesbar=(wert,))


def test_merkzettel_names_a_few_wrong_values_and_cuts_them() -> None:
    liste = read_merkzettel(["x" * 50, "b", "c", "d"])
    assert liste.genannte_unlesbare == ("x" * 40, "b", "c")


def test_merkzettel_leaves_out_empty_values() -> None:
    assert read_merkzettel(["", "  "]) == Merkzettel()


@pytest.mark.parametrize(("anzahl", "gekuerzt"), [(30, False), (31, True), (10_000, True)])
def test_merkzettel_keeps_the_first_thirty(anzahl: int, gekuerzt: bool) -> None:
    liste = read_merkzettel(str(zahl) for zahl in range(1, anzahl + 1))
    assert liste == Merkzettel(tuple(range(1, 31)), ist_gekuerzt=gekuerzt)


def test_merkzettel_takes_an_offer_once_and_none_when_full() -> None:
    assert Merkzettel((1, 2)).mit(3) == Merkzettel((1, 2, 3))
    assert Merkzettel((1, 2)).mit(2) == Merkzettel((1, 2))
    voll = Merkzettel(tuple(range(1, 31)))
    assert voll.ist_voll
    assert voll.mit(99) == voll


def test_merkzettel_gives_an_offer_back() -> None:
    assert Merkzettel((1, 2, 3)).ohne(2) == Merkzettel((1, 3))
    assert Merkzettel((1,)).ohne(9) == Merkzettel((1,))


@pytest.mark.parametrize(
    ("angebot_id", "um", "danach"),
    [
        (2, -1, (2, 1, 3)),
        (2, 1, (1, 3, 2)),
        (1, -1, (1, 2, 3)),
        (3, 1, (1, 2, 3)),
        (1, 5, (2, 3, 1)),
        (9, 1, (1, 2, 3)),
    ],
)
def test_merkzettel_moves_an_offer_as_far_as_there_is_room(angebot_id: int, um: int, danach: tuple[int, ...]) -> None:
    assert Merkzettel((1, 2, 3)).verschoben(angebot_id, um=um) == Merkzettel(danach)


@given(listen, st.integers(-40, 40), st.data())
def test_merkzettel_moved_holds_the_same_offers(liste: Merkzettel, um: int, data: st.DataObject) -> None:
    angebot_id = data.draw(st.sampled_from(liste.angebot_ids)) if len(liste) else 1
    assert set(liste.verschoben(angebot_id, um=um).angebot_ids) == set(liste.angebot_ids)
