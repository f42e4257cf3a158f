import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from angebote.formularfelder import EuroField, MonatswochenField, UhrzeitField


@pytest.mark.parametrize(
    ("text", "cent"),
    [
        ("2,50", 250),
        ("3.400,00", 340_000),
        ("3.400", 340_000),
        ("2.50", 250),
        ("3", 300),
        (" 0,5 ", 50),
        ("12 €", 1200),
        ("12,00 Euro", 1200),
        ("0", 0),
        ("", None),
        ("  ", None),
    ],
)
def test_euro_field_text_becomes_cents(text: str, cent: int | None):
    assert EuroField(required=False).clean(text) == cent


@pytest.mark.parametrize("text", ["zwei", "-1", "2,505", "1e9", "NaN", "Infinity", "2,5,0", "1000000"])
def test_euro_field_other_text_is_refused(text: str):
    with pytest.raises(ValidationError):
        EuroField(required=False).clean(text)


@given(st.integers(min_value=0, max_value=10_000_000))
def test_euro_field_every_amount_survives_showing_and_reading(cent: int):
    feld = EuroField(required=False)

    assert feld.clean(feld.prepare_value(cent)) == cent
    assert not feld.has_changed(cent, feld.prepare_value(cent))


@given(st.text(max_size=30))
def test_euro_field_any_text_is_read_or_refused(text: str):
    try:
        cent = EuroField(required=False).clean(text)
    except ValidationError:
        return
    assert cent is None or 0 <= cent <= 10_000_000


def test_euro_field_refused_text_is_shown_again():
    assert EuroField(required=False).prepare_value("zwei") == "zwei"


@pytest.mark.parametrize(("kreuze", "text"), [(["2", "4"], "2,4"), (["-1", "1"], "1,-1"), (["-1"], "-1"), ([], "")])
def test_monatswochen_field_boxes_become_text(kreuze: list[str], text: str):
    feld = MonatswochenField()

    assert feld.clean(kreuze) == text
    assert not feld.has_changed(text, kreuze)
    assert set(feld.prepare_value(text)) == set(kreuze)


def test_monatswochen_field_sixth_week_is_refused():
    with pytest.raises(ValidationError):
        MonatswochenField().clean(["6"])


@pytest.mark.parametrize("text", ["14", "14:00", "14.00", "14 Uhr", "14:00 Uhr", "14:00:00"])
def test_uhrzeit_field_common_spellings_are_read(text: str):
    assert UhrzeitField().clean(text).isoformat() == "14:00:00"


@pytest.mark.parametrize("text", ["25", "14:60", "nachmittags", "14-16"])
def test_uhrzeit_field_other_text_is_refused(text: str):
    with pytest.raises(ValidationError):
        UhrzeitField().clean(text)
