"""Writes the fonts of screen and paper.

build/static/fonts/: KERN's Fira Sans, cut into the letters German pages need and a rest loaded on demand.

A full weight is 130 kB. static/css/tokens.css names the same ranges as `unicode-range`, so a browser fetches the rest
only for a page that shows such a letter (Polish, Turkish, Vietnamese, Russian, Ukrainian names and words).

build/schriften/: whole fonts as typst reads them, for printed sheets; Vazirmatn has the Arabic letters Fira Sans lacks.
Its lam-alef becomes two glyphs there: readers of PDFs turn the two letters of one glyph round.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.otlLib.builder import (  # type: ignore[import-untyped]
    ChainContextSubstBuilder,
    ChainContextualRule,
    SingleSubstBuilder,
)
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]

BASE_DIR = Path(__file__).resolve().parent.parent
SOURCE = BASE_DIR / "node_modules/@kern-ux/native/dist/fonts/fira-sans"
TARGET = BASE_DIR / "build/static/fonts"
WEIGHTS = ("Regular", "SemiBold")
ARABIC = BASE_DIR / "node_modules/@fontsource/vazirmatn/files"
PAPER = BASE_DIR / "build/schriften"
PAPER_FONTS = (
    *(SOURCE / f"FiraSans-{weight}.woff2" for weight in WEIGHTS),
    *(ARABIC / f"vazirmatn-arabic-{weight}-normal.woff2" for weight in (400, 600)),
)
RANGES = {
    "west": "U+0020-007E,U+00A0-00FF,U+0152-0153,U+0178,U+1E9E,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,"
    "U+2039-203A,U+20AC,U+2212",
    "latin": "U+0100-0151,U+0154-0177,U+0179-024F,U+1E00-1E9D,U+1E9F-1EFF",
    "kyrillisch": "U+0400-04FF",
}
LAM = {"uniFEDF", "uniFEE0"}  # at the beginning and in the middle of a word
BASE_GLYPH = 1  # a class of the table GDEF
LAYOUT_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]


def write_subset(weight: str, name: str, unicodes: str) -> Path:
    """Returns the path of the written woff2 file."""
    target = TARGET / f"fira-sans-{weight.lower()}-{name}.woff2"
    options = subset.Options(flavor="woff2", layout_features=LAYOUT_FEATURES, hinting=False, desubroutinize=True)
    font = subset.load_font(str(SOURCE / f"FiraSans-{weight}.woff2"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(unicodes))
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    return target


def write_paper_font(source: Path) -> Path:
    """Returns the path of the font, unpacked and but for lam-alef as it was."""
    target = PAPER / f"{source.stem}.ttf"
    font = TTFont(source)
    font.flavor = None
    split_lam_alef(font)
    font.save(target)
    return target


def split_lam_alef(font: Any) -> None:
    """Draws the ligature as a lam beside an empty alef, so that every letter keeps a glyph of its own."""
    lookups = font["GSUB"].table.LookupList.Lookup
    for number, lookup in enumerate(list(lookups)):
        ligatures = list_pairs(lookup)
        if LAM & {lam for lam, _alef, _ligature in ligatures}:
            lookups[number] = build_pairs(font, lookup.LookupFlag, ligatures)
    font["GSUB"].table.LookupList.LookupCount = len(lookups)


def list_pairs(lookup: Any) -> list[tuple[str, str, str]]:
    """The ligatures of two glyphs: first, second, ligature."""
    return [
        (first, ligature.Component[0], ligature.LigGlyph)
        for table in lookup.SubTable
        if table.LookupType == 4
        for first, ligatures in table.ligatures.items()
        for ligature in ligatures
        if len(ligature.Component) == 1
    ]


def build_pairs(font: Any, flag: int, ligatures: Iterable[tuple[str, str, str]]) -> Any:
    """A lookup that replaces each of the two glyphs where they meet; the steps it needs are added to the font."""
    builder = ChainContextSubstBuilder(font, None)
    builder.lookupflag = flag
    for lam, alef, ligature in ligatures:
        steps = [[add_step(font, lam, ligature)], [add_step(font, alef, add_empty(font, alef))]]
        narrow(font, ligature)
        builder.rules.append(ChainContextualRule([], [[lam], [alef]], [], steps))
    return builder.build()


def add_step(font: Any, old: str, new: str) -> Any:
    lookups = font["GSUB"].table.LookupList.Lookup
    step = SingleSubstBuilder(font, None)
    step.mapping, step.lookupflag, step.lookup_index = {old: new}, 0, len(lookups)
    lookups.append(step.build())
    return step


def add_empty(font: Any, alef: str) -> str:
    """A glyph for each kind of alef: one glyph for two letters would again need a hint for readers."""
    name = f"{alef}.empty"
    if name not in font.getGlyphOrder():
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = Glyph()
        font["hmtx"][name] = (empty_width(font), 0)
        font["GDEF"].table.GlyphClassDef.classDefs[name] = BASE_GLYPH
    return name


def narrow(font: Any, ligature: str) -> None:
    """Gives the empty alef its room: nothing moves on paper."""
    width = empty_width(font)
    glyph, (advance, bearing) = font["glyf"][ligature], font["hmtx"][ligature]
    for component in getattr(glyph, "components", ()):
        component.x -= width
    if not glyph.isComposite():
        glyph.coordinates.translate((-width, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][ligature] = (advance - width, bearing - width)
    font["GDEF"].table.GlyphClassDef.classDefs[ligature] = BASE_GLYPH


def empty_width(font: Any) -> int:
    return int(font["head"].unitsPerEm) // 10


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    PAPER.mkdir(parents=True, exist_ok=True)
    for old in PAPER.glob("*.ttf"):
        old.unlink()  # typst would fall back to a font we have given up
    for source in PAPER_FONTS:
        target = write_paper_font(source)
        sys.stdout.write(f"{target.relative_to(BASE_DIR)}: {target.stat().st_size / 1024:.1f} KiB\n")
    for weight in WEIGHTS:
        for name, unicodes in RANGES.items():
            target = write_subset(weight, name, unicodes)
            sys.stdout.write(f"{target.relative_to(BASE_DIR)}: {target.stat().st_size / 1024:.1f} KiB\n")


if __name__ == "__main__":
    main()
