from angebote.domain.suchluecken import Lueckensumme
from angebote.models import Kiez
from konzept.domain.kiezkarte import Kiezkarte, Quotenstufe, build_kiezkarte
from konzept.domain.kiezlage import Kiezlage

NICHTS = Lueckensumme(0, ist_genau=True)


def build_lage(angebote: int, einwohner: int | None) -> Kiezlage:
    return Kiezlage(Kiez(einwohner=einwohner), angebote, 0, 0, NICHTS)


def test_tiles_have_the_levels_of_the_table_and_unknown_residents_none() -> None:
    lagen = [build_lage(angebote, 10_000) for angebote in (0, 1, 3, 6, 8, 11)]
    karte = build_kiezkarte([*lagen, build_lage(50, None)])
    assert [(kachel.lage.je_tausend, kachel.stufe) for kachel in karte.kacheln] == [
        (0.0, 0),
        (0.1, 1),
        (0.3, 2),
        (0.6, 3),
        (0.8, 3),
        (1.1, 4),
        (None, None),
    ]
    assert karte.stufen == [
        Quotenstufe(0, "0,00", "0,00"),
        Quotenstufe(1, "0,01", "0,27"),
        Quotenstufe(2, "0,28", "0,55"),
        Quotenstufe(3, "0,56", "0,82"),
        Quotenstufe(4, "0,83", "1,10"),
    ]


def test_map_without_residents_or_kieze_has_no_legend() -> None:
    lage = build_lage(3, None)
    assert [(k.lage, k.stufe) for k in build_kiezkarte([lage]).kacheln] == [(lage, None)]
    assert build_kiezkarte([lage]).stufen == []
    assert build_kiezkarte([]) == Kiezkarte([], [])
