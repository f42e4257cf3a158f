import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.slug import slugify_german


@pytest.mark.parametrize(
    ("titel", "slug"),
    [
        ("Café für Größere", "cafe-fuer-groessere"),
        ("Straßenfest & Ärger", "strassenfest-aerger"),
        ("  Singen – gemeinsam! ", "singen-gemeinsam"),
        ("Nähen/Stricken", "naehen-stricken"),
        ("Senior*innen", "senior-innen"),
        ("🙂🙂", ""),
        ("", ""),
        ("Привет", ""),
    ],
)
def test_slug_follows_german_spelling(titel: str, slug: str) -> None:
    assert slugify_german(titel, max_length=90) == slug


@pytest.mark.parametrize(
    ("laenge", "slug"),
    [(17, "singen-im-kirchen"), (18, "singen-im-kirchenc"), (9, "singen-im"), (8, "singen"), (3, "sin")],
)
def test_slug_too_long_is_cut_at_a_word_if_there_is_one(laenge: int, slug: str) -> None:
    titel = {17: "Singen im Kirchen chor", 18: "Singen im Kirchenc hor"}.get(laenge, "Singen im Kirchenchor")
    assert slugify_german(titel, max_length=laenge) == slug


@given(st.text(), st.integers(1, 90))
def test_slug_of_any_text_is_a_valid_address(text: str, laenge: int) -> None:
    slug = slugify_german(text, max_length=laenge)
    assert len(slug) <= laenge
    assert slug == "" or re.fullmatch(r"[a-z0-9_]+(-[a-z0-9_]+)*", slug)
