from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from angebote.domain.pruefcode import (
    BITS,
    HOECHSTENS,
    FremdesZeichenError,
    LeererCodeError,
    NichtVonUnsError,
    PruefcodeError,
    Pruefzettel,
    TippfehlerError,
    UnvollstaendigError,
    ZuLangError,
    build_pruefcode,
    read_pruefcode,
)
from angebote.models.angebot import KURZ_ID_ALPHABET
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.aufwand import count_aufrufe

GEDRUCKT = datetime(2026, 11, 21, 10, 7, 59, tzinfo=BERLIN)
JETZT = datetime(2026, 11, 28, 9, tzinfo=BERLIN)
FUENF = (2, 140, 4095, 7, 3001)
AELTESTER = datetime(2025, 12, 31, 23, tzinfo=UTC)

listen = st.lists(st.integers(1, 2**BITS - 1), min_size=1, max_size=HOECHSTENS, unique=True)
momente = st.integers(0, 17 * 365 * 86_400).map(lambda sekunden: AELTESTER + timedelta(seconds=sekunden))


def read(text: str) -> Pruefzettel:
    return read_pruefcode(text, jetzt=JETZT)


def build_zeichen(ids: Any = FUENF) -> str:
    return build_pruefcode(ids, gedruckt_am=GEDRUCKT).replace("-", "")


@given(ids=listen, gedruckt_am=momente)
def test_code_tells_what_it_was_made_of(ids: list[int], gedruckt_am: datetime) -> None:
    code = build_pruefcode(ids, gedruckt_am=gedruckt_am)
    zettel = read_pruefcode(code, jetzt=gedruckt_am)
    assert zettel.angebot_ids == tuple(ids)
    assert timedelta(0) <= gedruckt_am.astimezone(UTC) - zettel.gedruckt_am.astimezone(UTC) < timedelta(minutes=15)
    assert (zettel.code, zettel.war_vertippt, zettel.ist_alt) == (code, False, False)
    assert set(code) <= {*KURZ_ID_ALPHABET, "-"}


@pytest.mark.parametrize(("anzahl", "laenge"), [(1, 15), (3, 20), (5, 25), (10, 37), (30, 87)])
def test_code_for_ids_below_4096_is_as_long_as_promised(anzahl: int, laenge: int) -> None:
    assert len(build_zeichen(range(4096 - anzahl, 4096))) == laenge


@pytest.mark.parametrize(
    ("ids", "gruppen"), [(range(141, 146), [4, 4, 4, 4, 5]), (FUENF, [4, 4, 4, 4, 4, 5]), ((4000,), [4, 4, 4, 3])]
)
def test_code_is_printed_in_groups_of_four_and_no_letter_stands_alone(ids: Any, gruppen: list[int]) -> None:
    assert [len(gruppe) for gruppe in build_pruefcode(ids, gedruckt_am=GEDRUCKT).split("-")] == gruppen


def test_code_names_a_repeated_offer_once() -> None:
    assert read(build_pruefcode([5, 3, 5], gedruckt_am=GEDRUCKT)).angebot_ids == (5, 3)


def test_code_keeps_the_quarter_hour_on_the_wall_of_berlin() -> None:
    assert read(build_zeichen()).gedruckt_am.isoformat() == "2026-11-21T10:00:00+01:00"
    sommer = datetime(2027, 7, 1, 8, 59, tzinfo=BERLIN)
    zettel = read_pruefcode(build_pruefcode([1], gedruckt_am=sommer), jetzt=sommer)
    assert zettel.gedruckt_am.isoformat() == "2027-07-01T08:45:00+02:00"


@pytest.mark.parametrize(
    ("ids", "gedruckt_am"),
    [
        ((), GEDRUCKT),
        (range(1, HOECHSTENS + 2), GEDRUCKT),
        ((0,), GEDRUCKT),
        ((-1, 5), GEDRUCKT),
        ((2**BITS,), GEDRUCKT),
        ((1,), AELTESTER - timedelta(seconds=1)),
        ((1,), datetime(2044, 1, 1, tzinfo=BERLIN)),
    ],
)
def test_code_for_what_it_cannot_hold_is_not_made(ids: Any, gedruckt_am: datetime) -> None:
    with pytest.raises(ValueError, match=r"ids|offers|hold"):
        build_pruefcode(ids, gedruckt_am=gedruckt_am)


@pytest.mark.parametrize("trenner", ["", "-", " ", "–", "—", ".", "_", "\u2011", "\u00a0", "\u200b", "-\n "])
def test_code_is_read_however_its_groups_are_parted(trenner: str) -> None:
    code = build_pruefcode(FUENF, gedruckt_am=GEDRUCKT)
    zettel = read(f" {code.upper().replace('-', trenner)} ")
    assert (zettel.angebot_ids, zettel.code, zettel.war_vertippt) == (FUENF, code, False)


@given(ids=listen, daten=st.data())
def test_single_wrong_letter_is_mended_or_told_and_never_read_as_another_list(ids: list[int], daten: Any) -> None:
    zeichen = build_zeichen(ids)
    stelle = daten.draw(st.integers(0, len(zeichen) - 1))
    anderes = daten.draw(st.sampled_from(KURZ_ID_ALPHABET.replace(zeichen[stelle], "")))
    expect_mended_or_told(zeichen[:stelle] + anderes + zeichen[stelle + 1 :], ids)


@given(ids=listen, daten=st.data())
def test_swap_of_neighbours_is_mended_or_told_and_never_read_as_another_list(ids: list[int], daten: Any) -> None:
    zeichen = build_zeichen(ids)
    stelle = daten.draw(st.integers(0, len(zeichen) - 2))
    assume(zeichen[stelle] != zeichen[stelle + 1])
    vertauscht = zeichen[:stelle] + zeichen[stelle + 1] + zeichen[stelle] + zeichen[stelle + 2 :]
    expect_mended_or_told(vertauscht, ids)


def expect_mended_or_told(text: str, ids: list[int]) -> None:
    try:
        zettel = read(text)
    except TippfehlerError:
        return
    assert (zettel.angebot_ids, zettel.war_vertippt, zettel.code) == (
        tuple(ids),
        True,
        build_pruefcode(ids, gedruckt_am=GEDRUCKT),
    )


def test_every_single_slip_in_one_code_is_mended() -> None:
    zeichen = build_zeichen()
    slips = {
        zeichen[:stelle] + anderes + zeichen[stelle + 1 :]
        for stelle in range(len(zeichen))
        for anderes in KURZ_ID_ALPHABET
    }
    slips |= {zeichen[:n] + zeichen[n + 1] + zeichen[n] + zeichen[n + 2 :] for n in range(len(zeichen) - 1)}
    assert {read(slip).angebot_ids for slip in slips} == {FUENF}


def test_two_wrong_letters_are_told_as_a_typing_error() -> None:
    zeichen = build_zeichen()
    with pytest.raises(TippfehlerError, match=r"^Da ist ein Zeichen vertauscht oder falsch\."):
        read(zeichen[:8] + change(zeichen[8]) + zeichen[9:15] + change(zeichen[15]) + zeichen[16:])


def change(zeichen: str) -> str:
    """Another letter, the one after it."""
    return KURZ_ID_ALPHABET[(KURZ_ID_ALPHABET.index(zeichen) + 1) % len(KURZ_ID_ALPHABET)]


@given(st.integers(1, 24))
def test_code_cut_off_is_told_as_incomplete(rest: int) -> None:
    with pytest.raises(UnvollstaendigError, match=r"^Da fehlt noch"):
        read(build_zeichen()[:rest])


def test_code_with_letters_behind_it_is_told_as_too_long() -> None:
    with pytest.raises(ZuLangError):
        read(build_zeichen() + "abcd")


@pytest.mark.parametrize("text", ["", "  ", "-", " – – ", "\x00", "\n"])
def test_empty_text_asks_for_the_code(text: str) -> None:
    with pytest.raises(LeererCodeError, match=r"^Bitte geben Sie den Code ein\."):
        read(text)


@pytest.mark.parametrize(
    ("text", "zeichen"), [("ab0d", "0"), ("ABOD", "O"), ("abcß", "ß"), ("a/b", "/"), ("ab🙂", "🙂")]
)
def test_letter_that_no_code_has_is_named(text: str, zeichen: str) -> None:
    with pytest.raises(FremdesZeichenError, match=f"^Das Zeichen „{zeichen}“ gibt es in unseren Codes nicht"):
        read(text)


def test_code_signed_with_another_key_is_not_ours(settings: Any) -> None:
    fremder = build_zeichen()
    settings.SECRET_KEY += " und mehr"
    with pytest.raises(NichtVonUnsError, match=r"^Dieser Code ist nicht von uns\."):
        read(fremder)


def test_code_signed_with_a_former_key_is_still_ours(settings: Any) -> None:
    alter = build_zeichen()
    settings.SECRET_KEY_FALLBACKS = ["noch älter", settings.SECRET_KEY]
    settings.SECRET_KEY += " und mehr"
    assert read(alter).angebot_ids == FUENF


def test_code_from_the_future_is_not_ours() -> None:
    morgen = build_pruefcode(FUENF, gedruckt_am=JETZT + timedelta(days=1))
    with pytest.raises(NichtVonUnsError):
        read(morgen)


@pytest.mark.parametrize(("tage", "ist_alt"), [(0, False), (1, True)])
def test_code_after_24_months_is_read_and_called_old(tage: int, ist_alt: bool) -> None:
    gedruckt_am = datetime(2026, 11, 28, 9, tzinfo=BERLIN)
    jetzt = datetime(2028, 11, 28 + tage, 9, tzinfo=BERLIN)
    zettel = read_pruefcode(build_pruefcode(FUENF, gedruckt_am=gedruckt_am), jetzt=jetzt)
    assert (zettel.angebot_ids, zettel.ist_alt) == (FUENF, ist_alt)


@given(st.text(max_size=300) | st.text(KURZ_ID_ALPHABET + "- ", max_size=300))
def test_text_of_any_kind_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(PruefcodeError, match=r"\S\."):
        read(text)


@pytest.mark.parametrize("text", ["a" * 10_000, "a" * 500, "-" * 10_000, "ﷺ" * 10_000, "a-" * 5_000])
def test_text_of_far_too_many_letters_is_refused_at_once(text: str) -> None:
    def refuse() -> None:
        with pytest.raises(ZuLangError):
            read(text)

    assert count_aufrufe(refuse) < 4_000


def test_longest_code_with_two_wrong_letters_takes_little_work() -> None:
    def refuse() -> None:
        with pytest.raises(PruefcodeError):
            read(change(zeichen[0]) + change(zeichen[1]) + zeichen[2:])

    zeichen = build_zeichen(range(2**BITS - HOECHSTENS, 2**BITS))
    assert count_aufrufe(refuse) < 400_000
