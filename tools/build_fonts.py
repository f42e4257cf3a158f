"""Writes the fonts of screen and paper.

build/static/fonts/: KERN's Fira Sans, cut into the letters German pages need and a rest loaded on demand.

A full weight is 130 kB. static/css/tokens.css names the same ranges as `unicode-range`, so a browser fetches the rest
only for a page that shows such a letter (Polish, Turkish, Vietnamese, Russian, Ukrainian names and words).

build/schriften/: whole fonts as typst reads them, for printed sheets; Noto Sans has the Arabic letters Fira Sans lacks.
"""

import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

BASE_DIR = Path(__file__).resolve().parent.parent
SOURCE = BASE_DIR / "node_modules/@kern-ux/native/dist/fonts/fira-sans"
TARGET = BASE_DIR / "build/static/fonts"
WEIGHTS = ("Regular", "SemiBold")
ARABIC = BASE_DIR / "node_modules/@fontsource/noto-sans-arabic/files"
PAPER = BASE_DIR / "build/schriften"
PAPER_FONTS = (
    *(SOURCE / f"FiraSans-{weight}.woff2" for weight in WEIGHTS),
    *(ARABIC / f"noto-sans-arabic-arabic-{weight}-normal.woff2" for weight in (400, 600)),
)
RANGES = {
    "west": "U+0020-007E,U+00A0-00FF,U+0152-0153,U+0178,U+1E9E,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,"
    "U+2039-203A,U+20AC,U+2212",
    "latin": "U+0100-0151,U+0154-0177,U+0179-024F,U+1E00-1E9D,U+1E9F-1EFF",
    "kyrillisch": "U+0400-04FF",
}
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
    """Returns the path of the font, unpacked and otherwise as it was."""
    target = PAPER / f"{source.stem}.ttf"
    font = TTFont(source)
    font.flavor = None
    font.save(target)
    return target


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    PAPER.mkdir(parents=True, exist_ok=True)
    for source in PAPER_FONTS:
        target = write_paper_font(source)
        sys.stdout.write(f"{target.relative_to(BASE_DIR)}: {target.stat().st_size / 1024:.1f} KiB\n")
    for weight in WEIGHTS:
        for name, unicodes in RANGES.items():
            target = write_subset(weight, name, unicodes)
            sys.stdout.write(f"{target.relative_to(BASE_DIR)}: {target.stat().st_size / 1024:.1f} KiB\n")


if __name__ == "__main__":
    main()
