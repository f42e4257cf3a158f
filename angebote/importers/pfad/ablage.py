"""Where the rows of an upload wait between preview and apply: outside what is served, for one session, for a day."""

from __future__ import annotations

import json
import re
import secrets
from datetime import datetime, timedelta
from hashlib import blake2s
from pathlib import Path
from typing import Any

from django.conf import settings

HALTBAR = timedelta(hours=24)
MARKE = re.compile(r"[A-Za-z0-9_-]{20,60}")
Inhalt = dict[str, Any]


def _get_ordner() -> Path:
    ordner: Path = settings.DATA_PATH / "import"
    ordner.mkdir(mode=0o700, parents=True, exist_ok=True)
    return ordner


def hash_sitzung(sitzung: str) -> str:
    """The key of a session opens it, so only its print is written down."""
    return blake2s(sitzung.encode(), digest_size=16).hexdigest()


def save_ablage(inhalt: Inhalt, *, sitzung: str, marke: str = "") -> str:
    """The random mark under which load_ablage finds it again."""
    marke = marke or secrets.token_urlsafe(24)
    datei = _get_ordner() / f"{marke}.json"
    neu = datei.with_suffix(".neu")
    neu.touch(mode=0o600)
    neu.write_text(json.dumps(inhalt | {"sitzung": hash_sitzung(sitzung)}), encoding="utf-8")
    neu.replace(datei)
    return marke


def load_ablage(marke: str, *, sitzung: str, jetzt: datetime) -> Inhalt | None:
    """None for what is not there, too old, or of another session."""
    if not MARKE.fullmatch(marke):
        return None
    datei = _get_ordner() / f"{marke}.json"
    try:
        alter = jetzt.timestamp() - datei.stat().st_mtime
        inhalt: Inhalt = json.loads(datei.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if alter > HALTBAR.total_seconds() or inhalt.get("sitzung") != hash_sitzung(sitzung):
        return None
    return inhalt


def delete_ablage(marke: str) -> None:
    if MARKE.fullmatch(marke):
        (_get_ordner() / f"{marke}.json").unlink(missing_ok=True)


def delete_alte(*, jetzt: datetime) -> None:
    for datei in _get_ordner().iterdir():
        if jetzt.timestamp() - datei.stat().st_mtime > HALTBAR.total_seconds():
            datei.unlink(missing_ok=True)
