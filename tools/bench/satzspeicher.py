"""Takes the place of angebote/druck/setzer.py in the bench: runs it, and leaves its peak memory in BENCH_SPEICHER.

The kernel's figure for children (RUSAGE_CHILDREN) would not do: it begins with what the parent had when it forked.
"""

import os
import runpy
from pathlib import Path

SETZER = Path(__file__).resolve().parents[2] / "angebote" / "druck" / "setzer.py"


def read_hoechststand() -> str:
    """Kibibytes (Linux)."""
    zeilen = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(zeile.split()[1] for zeile in zeilen if zeile.startswith("VmHWM"))


if __name__ == "__main__":
    try:
        runpy.run_path(str(SETZER), run_name="__main__")
    finally:
        Path(os.environ["BENCH_SPEICHER"]).write_text(read_hoechststand(), encoding="ascii")
