from dataclasses import replace

from tools.bench.ziele import Dokumentzahlen, Kennzahlen, build_urteil

GUT = Kennzahlen(p50=20, p95=30, verhaeltnis=2.1, schlechtestes=2.7, abfragen=6, gzip_kb=14, megabyte=100)


def test_urteil_of_good_numbers_says_so():
    messungen = {("SQLite", 3_000): GUT, ("SQLite", 100_000): replace(GUT, p50=40, p95=60, verhaeltnis=5)}
    assert build_urteil(messungen) == "Aims: all that were measured are met"


def test_urteil_names_each_aim_that_is_missed():
    schlecht = Kennzahlen(p50=61, p95=123, verhaeltnis=3.2, schlechtestes=4, abfragen=13, gzip_kb=31, megabyte=121)
    assert build_urteil({("SQLite", 3_000): GUT, ("SQLite", 100_000): schlecht}) == (
        "Aims missed: SQLite 100,000 growth 3.0 of 3; SQLite 100,000 p95/p50 2.0 of 2; SQLite 100,000 queries 13 of 12;"
        " SQLite 100,000 gzip 31 kB of 30; SQLite 100,000 memory 121 MB of 120"
    )
    assert build_urteil({("PostgreSQL", 3_000): replace(GUT, verhaeltnis=3.1)}) == (
        "Aims missed: PostgreSQL 3,000 ratio 3.1 of 3"
    )


def test_urteil_without_3000_offers_claims_nothing_about_growth():
    assert build_urteil({("SQLite", 100_000): replace(GUT, p50=900, p95=901)}) == "Aims: all that were measured are met"


def test_urteil_names_documents_that_take_too_long():
    dokumente = {
        "booklet": Dokumentzahlen(sekunden=3.24, hoechstens=3),
        "shortlist": Dokumentzahlen(sekunden=0.5, hoechstens=0.5),
        "poster": Dokumentzahlen(sekunden=9, hoechstens=0),
    }
    assert build_urteil({}, dokumente) == "Aims missed: booklet 3.2 s of 3.0"
