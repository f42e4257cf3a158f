"""How much work a function does, counted and not timed: the number is the same on a busy machine."""

import sys
from collections.abc import Callable
from types import FrameType


def count_aufrufe(function: Callable[[], object]) -> int:
    """Calls of functions, of Python and of C, until it returns. What a single C function does inside is one call."""
    anzahl = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal anzahl
        anzahl += event in ("call", "c_call")

    bisher = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(bisher)
    return anzahl
