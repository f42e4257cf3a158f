"""All numbers of the search page in one statement, whatever is set: hits, counts per value, hits without one filter.

Each filter is one bit. An offer gets the sum of the bits it fulfils; offers that lack at most one bit are enough for
every number on the page, since the counts of a group leave exactly that group aside. The ORM has no name for such a
shared intermediate result (a materialised WITH), so the outer statement is SQL; the filters inside it come from
bedingungen.py, the same that find the hits. Everything a visitor typed is a parameter; only names and numbers of our
own making are written into the text (hence noqa S608).
"""
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Value

from angebote.choices import Kostenfilter
from angebote.domain.suche.anfrage import (
    ZEITGRUPPEN,
    Suchanfrage,
    Tag,
    Unbekannt,
    compute_wann_zeitraeume,
)
from angebote.domain.suche.bedingungen import (
    EINFACHE_GRUPPEN,
    MEHRFACHE_GRUPPEN,
    build_bedingungen,
    filter_offene_termine,
    filter_termine,
    filter_zeitraum,
    fragt_nach_tagesrest,
)
from angebote.models import Angebot, Gruppe, Suchmerkmal, Termin

MERKMALGRUPPEN = (*EINFACHE_GRUPPEN, *MEHRFACHE_GRUPPEN, Gruppe.BARRIEREFREI)
MERKMALE = Suchmerkmal._meta.db_table
FilterSchluessel = tuple[str, str | None]


@dataclass(frozen=True)
class Zaehlung:
    """facetten: group → value → hits if this value were chosen, its own group left aside; zero is left out.

    ohne_filter: (group, value or None) → hits without this filter; a value only in barrierefrei, where AND holds.
    schon_geoeffnet, ohne_zeiten: offers listed below the hits. unbekannte: how many would join the three lists if
    `unbekannt` had all its values; mit_unbekannten: value → all that is listed if it had this one too.
    """

    treffer: int
    schon_geoeffnet: int
    ohne_zeiten: int
    unbekannte: int
    mit_unbekannten: Mapping[str, int]
    facetten: Mapping[str, Mapping[str, int]]
    ohne_filter: Mapping[FilterSchluessel, int]


@dataclass
class _Anweisung:
    """SQL that is put together in the order of its parameters."""

    teile: list[str] = field(default_factory=list)
    parameter: list[Any] = field(default_factory=list)

    def add(self, sql: str, *parameter: Any) -> None:
        self.teile.append(sql)
        self.parameter += parameter


def count_treffer(anfrage: Suchanfrage, *, jetzt: datetime) -> Zaehlung:
    """One query."""
    zaehler = _Zaehler(anfrage, jetzt)
    anweisung = zaehler.build_anweisung()
    with connection.cursor() as cursor:
        cursor.execute("".join(anweisung.teile), anweisung.parameter)
        return zaehler.read(cursor.fetchall())


def count_ohne_mehrere(anfrage: Suchanfrage, *, jetzt: datetime) -> Mapping[frozenset[FilterSchluessel], int]:
    """Hits without several filters at once, for searches that no single filter spoils; one query.

    The keys are the smallest sets of filters whose removal gives hits. Time counts as one filter, under ("zeit", None).
    """
    zaehler = _Zaehler(anfrage, jetzt)
    anweisung = zaehler.build_maskenanweisung()
    with connection.cursor() as cursor:
        cursor.execute("".join(anweisung.teile), anweisung.parameter)
        return zaehler.read_mehrere(dict(cursor.fetchall()))


class _Zaehler:
    def __init__(self, anfrage: Suchanfrage, jetzt: datetime) -> None:
        self.anfrage = anfrage
        self.jetzt = jetzt
        self.bedingungen = build_bedingungen(anfrage)
        self.bits = {(b.gruppe, b.wert): 1 << nummer for nummer, b in enumerate(self.bedingungen)}
        self.zeitbit = 1 << len(self.bedingungen) if anfrage.fragt_nach_zeit else 0
        self.alle = sum(self.bits.values()) + self.zeitbit
        self.weiche_bits = {
            name: {wert: self.bits[name, None if wert == name else wert] for wert in _name_offene(anfrage, name)}
            for name in anfrage.strenge_filter
        }
        self.weich = self.zeitbit + sum(bit for werte in self.weiche_bits.values() for bit in werte.values())
        self.gesetzte_zeitgruppen = [
            gruppe for gruppe in ZEITGRUPPEN if (anfrage.hat_zeitraum if gruppe == "wann" else getattr(anfrage, gruppe))
        ]

    def build_anweisung(self) -> _Anweisung:
        anweisung = _Anweisung()
        self._add_kandidaten(anweisung)
        self._add_geoeffnet(anweisung)
        self._add_lockerung(anweisung)
        anweisung.add(" SELECT 'maske', CAST(maske AS TEXT), COUNT(*) FROM kandidat GROUP BY maske")
        self._add_merkmale(anweisung)
        self._add_zeiten(anweisung)
        self._add_weitere(anweisung)
        return anweisung

    def build_maskenanweisung(self) -> _Anweisung:
        anweisung = _Anweisung()
        self._add_erfuellt(anweisung)
        anweisung.add(
            ") SELECT maske, COUNT(*) FROM (SELECT SUM(e.bit) AS maske FROM erfuellt e"
            " JOIN oeffentlich o ON o.angebot_id = e.angebot_id GROUP BY e.angebot_id) m GROUP BY maske"
        )
        return anweisung

    def _add_kandidaten(self, anweisung: _Anweisung) -> None:
        """kandidat(angebot_id, maske): public offers that lack at most one filter, or several about unknown facts."""
        self._add_erfuellt(anweisung)
        anweisung.add(
            "), kandidat(angebot_id, maske) AS MATERIALIZED ("
            "SELECT e.angebot_id, SUM(e.bit) FROM erfuellt e"
            " JOIN oeffentlich o ON o.angebot_id = e.angebot_id GROUP BY e.angebot_id"
            f" HAVING SUM(e.bit) IN ({self._masken(*self.bits.values(), self.zeitbit)})"
            + (f" OR (SUM(e.bit) | {self.weich}) = {self.alle})" if self.weiche_bits else ")")
        )

    def _add_geoeffnet(self, anweisung: _Anweisung) -> None:
        """geoeffnet(angebot_id): houses that are open at the asked time of day, whether or not a Termin begins then."""
        if not self.zeitbit:
            return
        anweisung.add(", geoeffnet(angebot_id) AS (")
        if fragt_nach_tagesrest(self.anfrage):
            sql, parameter = _compile(
                filter_offene_termine(self.anfrage, jetzt=self.jetzt).values_list("angebot_id").distinct()
            )
            anweisung.add(sql, *parameter)
        else:
            anweisung.add("SELECT angebot_id FROM kandidat WHERE 1 = 0")
        anweisung.add(")")

    def _add_lockerung(self, anweisung: _Anweisung) -> None:
        """lockerung(angebot_id, maske, offen): candidates with the bits of the filters nobody can decide for them."""
        bits = {wert: bit for werte in self.weiche_bits.values() for wert, bit in werte.items()}
        if bits:
            faelle = " ".join(f"WHEN %s THEN {bit}" for bit in bits.values())
            anweisung.add(
                f", lockerung(angebot_id, maske, offen) AS (SELECT k.angebot_id, k.maske, SUM(CASE m.wert {faelle} END)"
                f" FROM kandidat k JOIN {MERKMALE} m ON m.angebot_id = k.angebot_id"
                f" WHERE k.maske NOT IN ({self.alle}, {self.alle - self.zeitbit}) AND m.gruppe = %s"
                f" AND m.wert IN ({', '.join(['%s'] * len(bits))}) GROUP BY k.angebot_id, k.maske)",
                *bits,
                Gruppe.OFFEN.value,
                *bits,
            )

    def _add_erfuellt(self, anweisung: _Anweisung) -> None:
        """erfuellt(angebot_id, bit): one row for each filter an offer fulfils; oeffentlich(angebot_id)."""
        zweige: list[QuerySet[Any, Any]] = [
            bedingung.angebot_ids.annotate(bit=Value(self.bits[bedingung.gruppe, bedingung.wert]))
            .values_list("angebot_id", "bit")
            .distinct()
            for bedingung in self.bedingungen
        ]
        if self.zeitbit:
            termine = filter_termine(self.anfrage, jetzt=self.jetzt)
            zweige.append(termine.annotate(bit=Value(self.zeitbit)).values_list("angebot_id", "bit").distinct())
        oeffentlich = Angebot.objects.oeffentlich(self.jetzt.date()).order_by()
        if len(zweige) < 2 or self.alle == self.weich:
            # Then even an offer that fulfils no filter at all can be a candidate.
            zweige.append(oeffentlich.annotate(bit=Value(0)).values_list("pk", "bit"))
        anweisung.add("WITH erfuellt(angebot_id, bit) AS (")
        for nummer, zweig in enumerate(zweige):
            sql, parameter = _compile(zweig)
            anweisung.add(f"{' UNION ALL ' if nummer else ''}{sql}", *parameter)
        sql, parameter = _compile(oeffentlich.values_list("pk"))
        anweisung.add("), oeffentlich(angebot_id) AS (" + sql, *parameter)

    def _masken(self, *fehlende_bits: int) -> str:
        """Every filter, or all but one of these; numbers of our own making, so they need no parameters."""
        return ", ".join(str(maske) for maske in sorted({self.alle, *(self.alle - bit for bit in fehlende_bits)}))

    def _add_merkmale(self, anweisung: _Anweisung) -> None:
        gesetzte = {gruppe for gruppe, wert in self.bits if wert is None}
        freie = [gruppe.value for gruppe in MERKMALGRUPPEN if gruppe.value not in gesetzte]
        gruppen = [(freie, self._masken())]
        gruppen += [
            ([gruppe.value], self._masken(self.bits[gruppe.value, None]))
            for gruppe in MERKMALGRUPPEN
            if gruppe.value in gesetzte
        ]
        for namen, masken in gruppen:
            platzhalter = ", ".join(["%s"] * len(namen))
            anweisung.add(
                " UNION ALL SELECT m.gruppe, m.wert, COUNT(*) FROM kandidat k"
                f" JOIN {MERKMALE} m ON m.angebot_id = k.angebot_id"
                f" WHERE k.maske IN ({masken}) AND m.gruppe IN ({platzhalter}) GROUP BY m.gruppe, m.wert",
                *namen,
            )
        self._add_erlaubte_unbekannte(anweisung)

    def _add_erlaubte_unbekannte(self, anweisung: _Anweisung) -> None:
        """What is not known counts for every value of its group, where the search allows it."""
        if Unbekannt.KOSTEN in self.anfrage.unbekannt:
            anweisung.add(
                f" UNION ALL SELECT 'kosten-offen', '', COUNT(*) FROM kandidat k JOIN {MERKMALE} m"
                f" ON m.angebot_id = k.angebot_id WHERE k.maske IN ({self._masken(self.bits['kosten', None])})"
                " AND m.gruppe = %s AND m.wert = %s",
                Gruppe.OFFEN.value,
                Gruppe.KOSTEN.value,
            )
        if Unbekannt.BARRIEREFREI in self.anfrage.unbekannt:
            anweisung.add(
                f" UNION ALL SELECT 'barrierefrei', m.wert, COUNT(*) FROM kandidat k JOIN {MERKMALE} m"
                f" ON m.angebot_id = k.angebot_id WHERE k.maske = {self.alle}"
                " AND m.gruppe = %s AND m.wert <> %s GROUP BY m.wert",
                Gruppe.OFFEN.value,
                Gruppe.KOSTEN.value,
            )

    def _add_weitere(self, anweisung: _Anweisung) -> None:
        """What is listed below the hits, and what would join the hits or those if unknown facts were allowed."""
        if self.weiche_bits:
            anweisung.add(
                " UNION ALL SELECT 'offen', CAST(maske AS TEXT), COUNT(*) FROM lockerung"
                f" WHERE (maske | offen) = {self.alle} GROUP BY maske"
            )
        if not self.zeitbit:
            return
        ohne_termin = self.alle - self.zeitbit
        geoeffnet = "IN (SELECT angebot_id FROM geoeffnet)"
        unklar = f"IN (SELECT angebot_id FROM {MERKMALE} WHERE gruppe = %s)"
        anweisung.add(
            f" UNION ALL SELECT 'schon-geoeffnet', '', COUNT(*) FROM kandidat WHERE maske = {ohne_termin}"
            f" AND angebot_id {geoeffnet}"
            f" UNION ALL SELECT 'ohne-zeiten', '', COUNT(*) FROM kandidat WHERE maske = {ohne_termin}"
            f" AND angebot_id {unklar} AND angebot_id NOT {geoeffnet}",
            Gruppe.ZEITLAGE.value,
        )
        if self.weiche_bits:
            anweisung.add(
                f" UNION ALL SELECT 'offen', CAST(maske + {self.zeitbit} AS TEXT), COUNT(*) FROM lockerung"
                f" WHERE (maske | offen) = {ohne_termin} AND (angebot_id {geoeffnet} OR angebot_id {unklar})"
                " GROUP BY maske",
                Gruppe.ZEITLAGE.value,
            )

    def _add_zeiten(self, anweisung: _Anweisung) -> None:
        """Counted on Termine: one branch per group of time, so that day, time of day and period meet on one Termin."""
        for gruppe, spalte in (("tag", "wochentag"), ("zeit", "tageszeit")):
            termine = filter_termine(self.anfrage, jetzt=self.jetzt, ausser=gruppe)
            self._add_termine(anweisung, gruppe, f"CAST(t.{spalte} AS TEXT)", termine, spalte)
        for wann, zeitraum in compute_wann_zeitraeume(heute=self.jetzt.date()).items():
            termine = filter_termine(self.anfrage, jetzt=self.jetzt, ausser="wann")
            self._add_termine(anweisung, "wann", f"'{wann}'", filter_zeitraum(termine, zeitraum), "")
        if len(self.gesetzte_zeitgruppen) > 1:
            for gruppe in self.gesetzte_zeitgruppen:
                termine = filter_termine(self.anfrage, jetzt=self.jetzt, ausser=gruppe)
                self._add_termine(anweisung, f"ohne-{gruppe}", "''", termine, "")

    def _add_termine(self, anweisung: _Anweisung, art: str, wert: str, termine: QuerySet[Termin], spalte: str) -> None:
        sql, parameter = _compile(termine.values_list("angebot_id", *([spalte] if spalte else [])))
        anweisung.add(
            f" UNION ALL SELECT '{art}', {wert}, COUNT(DISTINCT t.angebot_id) FROM kandidat k"
            f" JOIN ({sql}) t ON t.angebot_id = k.angebot_id WHERE k.maske IN ({self._masken(self.zeitbit)})",
            *parameter,
        )
        if spalte:
            anweisung.add(f" GROUP BY t.{spalte}")

    def read(self, zeilen: Iterable[tuple[str, str, int]]) -> Zaehlung:
        masken: dict[int, int] = {}
        offene: dict[int, int] = {}
        facetten: dict[str, dict[str, int]] = {}
        uebrige: dict[str, int] = {}
        for art, wert, anzahl in zeilen:
            if art == "maske":
                masken[int(wert)] = anzahl
            elif art == "offen":
                offene[int(wert)] = offene.get(int(wert), 0) + anzahl
            elif "-" in art:
                uebrige[art] = anzahl
            elif anzahl:
                schluessel = list(Tag)[int(wert)].value if art == "tag" else wert
                zahlen = facetten.setdefault(art, {})
                zahlen[schluessel] = zahlen.get(schluessel, 0) + anzahl
        treffer = masken.get(self.alle, 0)
        self._add_kosten_offen(facetten, uebrige.get("kosten-offen", 0))
        ohne_filter = {schluessel: treffer + masken.get(self.alle - bit, 0) for schluessel, bit in self.bits.items()}
        for gruppe in self.gesetzte_zeitgruppen:
            ohne_filter[gruppe, None] = (
                uebrige[f"ohne-{gruppe}"]
                if len(self.gesetzte_zeitgruppen) > 1
                else treffer + masken.get(self.alle - self.zeitbit, 0)
            )
        schon_geoeffnet, ohne_zeiten = uebrige.get("schon-geoeffnet", 0), uebrige.get("ohne-zeiten", 0)
        return Zaehlung(
            treffer=treffer,
            schon_geoeffnet=schon_geoeffnet,
            ohne_zeiten=ohne_zeiten,
            unbekannte=sum(offene.values()),
            mit_unbekannten=self._count_mit_unbekannten(treffer + schon_geoeffnet + ohne_zeiten, offene),
            facetten=facetten,
            ohne_filter=ohne_filter,
        )

    def _add_kosten_offen(self, facetten: dict[str, dict[str, int]], anzahl: int) -> None:
        """Unknown cost, if it is allowed, fits every value of the cost filter."""
        for wert in Kostenfilter if anzahl else ():
            zahlen = facetten.setdefault("kosten", {})
            zahlen[wert.value] = zahlen.get(wert.value, 0) + anzahl

    def _count_mit_unbekannten(self, gelistete: int, offene: Mapping[int, int]) -> dict[str, int]:
        """offene: mask → offers that lack only these filters, and nobody knows whether they fulfil them."""
        bits = {name: sum(self.weiche_bits.get(name, {}).values()) for name in Unbekannt if getattr(self.anfrage, name)}
        return {
            name.value: gelistete + sum(anzahl for maske, anzahl in offene.items() if maske | bit == self.alle)
            for name, bit in bits.items()
        }

    def read_mehrere(self, masken: Mapping[int, int]) -> dict[frozenset[FilterSchluessel], int]:
        bits: dict[FilterSchluessel, int] = dict(self.bits)
        if self.zeitbit:
            bits["zeit", None] = self.zeitbit
        fehlende = [self.alle - maske for maske in masken]
        kleinste = [fehlt for fehlt in fehlende if not any(f != fehlt and f & fehlt == f for f in fehlende)]
        return {
            frozenset(schluessel for schluessel, bit in bits.items() if bit & fehlt): sum(
                anzahl for maske, anzahl in masken.items() if (self.alle - maske) & fehlt == self.alle - maske
            )
            for fehlt in kleinste
        }


def _name_offene(anfrage: Suchanfrage, name: Unbekannt) -> tuple[str, ...]:
    """The values of the group "offen" that matter for this filter."""
    return anfrage.barrierefrei if name == Unbekannt.BARRIEREFREI else (name.value,)


def _compile(queryset: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    sql, parameter = queryset.query.get_compiler(connection=connection).as_sql()
    return sql, tuple(parameter)
