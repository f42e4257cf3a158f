"""What `npm run build` promises (tools/build_css.mjs, tools/build_fonts.py); `make test` builds before it tests."""

import re

import pytest
from django.conf import settings

BUILT = settings.BASE_DIR / "build" / "static"
FIRST_FONTS = {"fira-sans-regular-west.woff2", "fira-sans-semibold-west.woff2"}


@pytest.fixture(scope="module")
def css() -> str:
    return (BUILT / "css" / "portal.css").read_text(encoding="utf-8")


def test_stylesheet_has_no_colour_that_old_phones_cannot_read(css: str):
    assert re.findall(r"oklch|oklab|color-mix|color\(|lab\(", css) == []


def test_stylesheet_colour_tokens_are_hex(css: str):
    tokens = re.findall(r"(--kern-color-[a-z]+-\d{3}):([^;}]+)", css)
    assert tokens
    assert [token for token in tokens if not re.fullmatch(r"#[0-9a-f]{3,8}", token[1])] == []


def test_stylesheet_media_queries_use_the_old_notation(css: str):
    assert re.findall(r"@media[^{]*[<>]=?[^{]*", css) == []


def test_stylesheet_dark_mode_never_reaches_paper(css: str):
    assert set(re.findall(r"@media ([^{]*prefers-color-scheme[^{]*)", css)) == {
        "screen and (prefers-color-scheme:dark)"
    }


def test_stylesheet_names_only_tokens_that_exist(css: str):
    declared = set(re.findall(r"(--[\w-]+)\s*:", css))
    without_fallback = set(re.findall(r"var\((--[\w-]+)\)", css))
    assert without_fallback - declared == set()


def test_stylesheet_fonts_are_the_built_ones(css: str):
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", css))
    assert named == {path.name for path in (BUILT / "fonts").iterdir()}
    assert named > FIRST_FONTS


@pytest.mark.parametrize("name", sorted(FIRST_FONTS))
def test_font_of_the_first_view_weighs_at_most_16_kilobytes(name: str):
    assert (BUILT / "fonts" / name).stat().st_size <= 16 * 1024
