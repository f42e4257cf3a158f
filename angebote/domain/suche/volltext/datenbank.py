"""Which offers hold which stems, asked of SQLite FTS5 or PostgreSQL tsvector: two statements, one contract.

Stems consist of letters and digits only, so a quoted stem is a word to both databases and never an operator.
"""

import json
import threading
from collections.abc import Collection, Sequence

from django.db import connection

from angebote.domain.suche.mengen import Menge, build_menge
from angebote.domain.suche.volltext.felder import Feld

Feldmengen = tuple[Menge, ...]  # one for each Feld, in their order
ANTWORTEN_BYTES = 8 * 1024 * 1024  # in every process; some 150 words at 100,000 offers
NICHTS: Feldmengen = (0,) * len(Feld)

SQLITE = """
    WITH frage (nummer, muster) AS (VALUES {plaetze})
    SELECT nummer, (
        SELECT group_concat(rowid) FROM angebote_volltext WHERE angebote_volltext MATCH muster
    ) FROM frage
"""
POSTGRESQL = """
    WITH frage (nummer, muster) AS (VALUES {plaetze})
    SELECT nummer, (
        SELECT string_agg(rowid::text, ',') FROM angebote_volltext WHERE worte @@ muster::tsquery
    ) FROM frage
"""


class Antworten:
    """What the database has answered, as long as the catalogue stays as it is; begins anew when it gets too much."""

    def __init__(self) -> None:
        self._antworten: dict[frozenset[str], Feldmengen] = {}
        self._bytes = 0
        self._schloss = threading.Lock()  # readers need none: what they hold is never changed, only replaced

    def get(self, wortgruppen: Collection[frozenset[str]]) -> dict[frozenset[str], Feldmengen]:
        """Asks for what is not known yet; no query if there is nothing to ask."""
        bekannte = self._antworten
        fehlende = [gruppe for gruppe in wortgruppen if gruppe not in bekannte]
        neue = dict(zip(fehlende, find_feldmengen(fehlende), strict=True))
        self._keep(neue)
        return {gruppe: neue[gruppe] if gruppe in neue else bekannte[gruppe] for gruppe in wortgruppen}

    def _keep(self, neue: dict[frozenset[str], Feldmengen]) -> None:
        zuwachs = sum(_measure(gruppe, mengen) for gruppe, mengen in neue.items())
        if zuwachs > ANTWORTEN_BYTES:
            return
        with self._schloss:
            if self._bytes + zuwachs > ANTWORTEN_BYTES:
                self._antworten, self._bytes = {}, 0
            self._antworten = self._antworten | neue
            self._bytes += zuwachs


def _measure(gruppe: frozenset[str], mengen: Feldmengen) -> int:
    """Bytes, on the safe side."""
    return sum(menge.bit_length() // 7 + 100 for menge in mengen) + 150 * len(gruppe)


def find_feldmengen(wortgruppen: Sequence[Collection[str]]) -> list[Feldmengen]:
    """For every group of stems the offers that hold at least one of them, field by field. One query."""
    statement, build_muster = (
        (SQLITE, build_fts5_muster) if connection.vendor == "sqlite" else (POSTGRESQL, build_tsquery)
    )
    felder = len(Feld)
    werte: list[int | str] = []
    for stelle, staemme in enumerate(wortgruppen):
        if staemme:
            for feld in Feld:
                werte += [stelle * felder + feld, build_muster(staemme, feld)]
    mengen: list[Menge] = [0] * (len(wortgruppen) * felder)
    if werte:
        plaetze = ", ".join(["(%s, %s)"] * (len(werte) // 2))
        with connection.cursor() as cursor:
            cursor.execute(statement.format(plaetze=plaetze), werte)
            for nummer, pks in cursor.fetchall():
                mengen[int(nummer)] = build_menge(json.loads(f"[{pks}]")) if pks else 0
    return [tuple(mengen[anfang : anfang + felder]) for anfang in range(0, len(mengen), felder)]


def build_fts5_muster(staemme: Collection[str], feld: Feld) -> str:
    return f"{feld.name.lower()} : (" + " OR ".join(f'"{stamm}"' for stamm in sorted(staemme)) + ")"


def build_tsquery(staemme: Collection[str], feld: Feld) -> str:
    return " | ".join(f"'{feld.value}{stamm}'" for stamm in sorted(staemme))
