"""Which offers hold which stems, asked of SQLite FTS5 or PostgreSQL tsvector: two statements, one contract.

Stems consist of letters and digits only, so a quoted stem is a word to both databases and never an operator.
"""

from collections.abc import Collection, Sequence

from django.db import connection

from angebote.domain.suche.mengen import Menge, build_menge
from angebote.domain.suche.volltext.felder import Feld

Feldmengen = tuple[Menge, ...]  # one for each Feld, in their order
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
                mengen[int(nummer)] = build_menge(map(int, pks.split(","))) if pks else 0
    return [tuple(mengen[anfang : anfang + felder]) for anfang in range(0, len(mengen), felder)]


def build_fts5_muster(staemme: Collection[str], feld: Feld) -> str:
    return f"{feld.name.lower()} : (" + " OR ".join(f'"{stamm}"' for stamm in sorted(staemme)) + ")"


def build_tsquery(staemme: Collection[str], feld: Feld) -> str:
    return " | ".join(f"'{feld.value}{stamm}'" for stamm in sorted(staemme))
