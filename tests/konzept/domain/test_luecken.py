from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Barrierewert, Bereich, Kostenart, Merkmal, Status, Wochentag, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.mengen import build_menge
from angebote.domain.suchluecken import MINDESTZAHL
from angebote.models import (
    Angebot,
    Barriereangabe,
    Kategorie,
    Kiez,
    Kosten,
    Suchluecke,
    Zielgruppe,
    Zugangsweg,
)
from konzept.choices import Lueckendimension
from konzept.domain.luecken import Matrix, Zeile, build_matrix, count_matrix, list_groesste_luecken
from konzept.domain.lueckenspalten import Spalte
from konzept.domain.verortung import Verortung, load_kiezbestand
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, ZeitFactory

OHNE_ORT, AUSSERHALB, GESAMT = "ohne Ort oder kommt nach Hause", "Ort liegt in keinem der Kieze", "Pankow insgesamt"


@pytest.fixture
def kieze(db: None) -> list[Kiez]:
    return [KiezFactory(name=name, slug=name.lower()) for name in ("Aue", "Berg", "Chor")]


def add_angebot(
    kiez: Kiez | None, *kategorien: str, heute: date, einzugsgebiet: tuple[Kiez, ...] = (), **felder
) -> Angebot:
    """At a place in the Kiez; without a Kiez at no place at all."""
    angebot = AngebotFactory(ort=OrtFactory(kiez=kiez) if kiez else None, **felder)
    angebot.kategorien.set(Kategorie.objects.filter(slug__in=kategorien))
    angebot.einzugsgebiet.set(einzugsgebiet)
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return angebot


def refresh(angebot: Angebot, heute: date) -> None:
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)


def read_zeile(zeile: Zeile) -> dict[str, int]:
    """The figures that are not zero, by value of the column (the rest has none), with "alle" for the sum."""
    zahlen = {zelle.spalte.wert or zelle.spalte.titel: zelle.anzahl for zelle in zeile.zellen if zelle.anzahl}
    return zahlen | {"alle": zeile.summe}


def read(matrix: Matrix) -> dict[str, dict[str, int]]:
    return {zeile.titel: read_zeile(zeile) for zeile in matrix.zeilen}


def count(dimension: Lueckendimension, heute: date, bereich: str = "") -> dict[str, dict[str, int]]:
    return read(count_matrix(load_kiezbestand(heute=heute), dimension=dimension, bereich=bereich))


NULL = {"alle": 0}


def test_offer_in_two_categories_counts_in_both_and_once_in_the_sum(kieze: list[Kiez], heute: date) -> None:
    add_angebot(kieze[0], "spielen", "trauer", heute=heute)
    add_angebot(kieze[0], "spielen", heute=heute)
    assert count(Lueckendimension.KATEGORIE, heute) == {
        "Aue": {"spielen": 2, "trauer": 1, "alle": 2},
        "Berg": NULL,
        "Chor": NULL,
        OHNE_ORT: NULL,
        GESAMT: {"spielen": 2, "trauer": 1, "alle": 2},
    }


def test_offer_without_place_has_a_row_of_its_own_and_counts_in_the_kieze_it_names(
    kieze: list[Kiez], heute: date
) -> None:
    aue, berg, _chor = kieze
    add_angebot(None, "trauer", heute=heute)  # all of Pankow: says nothing about one Kiez
    add_angebot(None, "besuch-begleitung", heute=heute, einzugsgebiet=(aue, berg))
    assert count(Lueckendimension.KATEGORIE, heute) == {
        "Aue": {"besuch-begleitung": 1, "alle": 1},
        "Berg": {"besuch-begleitung": 1, "alle": 1},
        "Chor": NULL,
        OHNE_ORT: {"trauer": 1, "besuch-begleitung": 1, "alle": 2},
        GESAMT: {"trauer": 1, "besuch-begleitung": 1, "alle": 2},
    }


def test_place_counts_alone_unless_somebody_comes_to_the_named_kieze(kieze: list[Kiez], heute: date) -> None:
    aue, berg, chor = kieze
    add_angebot(aue, "spielen", heute=heute, einzugsgebiet=(berg,))  # one has to go there: the area means nothing
    kommt = add_angebot(aue, "trauer", heute=heute, einzugsgebiet=(chor,))
    Zugangsweg.objects.create(angebot=kommt, art=Zugang.VOR_ORT)
    Zugangsweg.objects.create(angebot=kommt, art=Zugang.ZUHAUSE)
    refresh(kommt, heute)
    assert count(Lueckendimension.KATEGORIE, heute) == {
        "Aue": {"spielen": 1, "trauer": 1, "alle": 2},
        "Berg": NULL,
        "Chor": {"trauer": 1, "alle": 1},
        OHNE_ORT: NULL,
        GESAMT: {"spielen": 1, "trauer": 1, "alle": 2},
    }


def test_place_outside_the_kieze_is_not_dropped(kieze: list[Kiez], heute: date) -> None:
    angebot = AngebotFactory(ort=OrtFactory(kiez=None))
    refresh(angebot, heute)
    matrix = count(Lueckendimension.KATEGORIE, heute)
    assert matrix[AUSSERHALB] == matrix[GESAMT] == {"andere oder keine Kategorie": 1, "alle": 1}


@pytest.mark.parametrize(
    "felder",
    [
        {"status": Status.ENTWURF},
        {"status": Status.PAUSIERT},
        {"status": Status.ARCHIVIERT},
        {"sichtbar_bis": date(2026, 11, 20)},
        {"gueltig_bis": date(2026, 11, 20)},
    ],
)
def test_offer_that_is_not_public_that_day_counts_nowhere(kieze: list[Kiez], heute: date, felder: dict) -> None:
    add_angebot(kieze[0], "spielen", heute=heute)
    weg = AngebotFactory(ort=OrtFactory(kiez=kieze[0]))
    weg.kategorien.set(Kategorie.objects.filter(slug="spielen"))
    refresh(weg, heute)
    Angebot.objects.filter(pk=weg.pk).update(
        **felder, **({"veroeffentlicht_am": None} if felder.get("status") == Status.ENTWURF else {})
    )
    renew_version()
    assert count(Lueckendimension.KATEGORIE, heute)["Aue"] == {"spielen": 1, "alle": 1}


def test_offer_counts_through_its_last_day(kieze: list[Kiez], heute: date) -> None:
    add_angebot(kieze[0], "spielen", heute=heute, gueltig_bis=heute)
    assert count(Lueckendimension.KATEGORIE, heute)["Aue"] == {"spielen": 1, "alle": 1}
    assert count(Lueckendimension.KATEGORIE, heute + timedelta(days=1))["Aue"] == NULL


def test_bereich_leaves_out_the_other_and_its_categories(kieze: list[Kiez], heute: date) -> None:
    add_angebot(kieze[0], "spielen", heute=heute)
    add_angebot(kieze[0], "trauer", heute=heute, bereich=Bereich.UNTERSTUETZUNG)

    matrix = count_matrix(
        load_kiezbestand(heute=heute), dimension=Lueckendimension.KATEGORIE, bereich=Bereich.UNTERSTUETZUNG
    )

    assert read(matrix)["Aue"] == read(matrix)[GESAMT] == {"trauer": 1, "alle": 1}
    assert {spalte.wert for spalte in matrix.spalten} == set(
        Kategorie.objects.filter(bereich=Bereich.UNTERSTUETZUNG).values_list("slug", flat=True)
    )


def test_weekday_and_time_of_day_count_each_offer_once_in_the_coming_four_weeks(kieze: list[Kiez], heute: date) -> None:
    woechentlich = add_angebot(kieze[0], heute=heute)
    ZeitFactory(angebot=woechentlich, wochentag=Wochentag.DI, beginn=time(14), ende=time(16))
    ZeitFactory(angebot=woechentlich, wochentag=Wochentag.FR, beginn=time(11, 59), ende=time(13))
    ZeitFactory(angebot=woechentlich, wochentag=Wochentag.SA, beginn=time(17), ende=time(19))  # today
    refresh(woechentlich, heute)
    add_angebot(kieze[1], heute=heute)

    matrix = count(Lueckendimension.ZEIT, heute)

    assert matrix["Aue"] == {"di-nachmittag": 1, "fr-vormittag": 1, "sa-abend": 1, "alle": 1}
    assert matrix["Berg"] == {"ohne festen Termin": 1, "alle": 1}


@pytest.mark.parametrize(("tage", "erwartet"), [(27, {"fr-nachmittag": 1}), (28, {"ohne festen Termin": 1})])
def test_termin_counts_on_28_days_and_not_on_the_one_after(
    kieze: list[Kiez], heute: date, tage: int, erwartet: dict
) -> None:
    angebot = add_angebot(kieze[0], heute=heute)
    ZeitFactory(angebot=angebot, art="einzeln", wochentag=None, datum=heute + timedelta(days=tage), beginn=time(15))
    refresh(angebot, heute)
    assert count(Lueckendimension.ZEIT, heute)["Aue"] == erwartet | {"alle": 1}


@pytest.mark.parametrize(
    ("arten", "erwartet"),
    [
        ((), {"unbekannt"}),
        ((Kostenart.UNBEKANNT,), {"unbekannt"}),
        ((Kostenart.KOSTENLOS,), {"kostenlos"}),
        ((Kostenart.SPENDE,), {"spende"}),
        ((Kostenart.KASSE,), {"kasse"}),
        ((Kostenart.BETRAG,), {"kostet"}),
        ((Kostenart.BETRAG, Kostenart.ERMAESSIGT), {"kostet", "ermaessigt"}),
        ((Kostenart.ANFRAGE,), {"kostet"}),
    ],
)
def test_cost_columns(kieze: list[Kiez], heute: date, arten: tuple, erwartet: set) -> None:
    angebot = add_angebot(kieze[0], heute=heute)
    for art in arten:
        mit_betrag = art in {Kostenart.BETRAG, Kostenart.ERMAESSIGT}
        Kosten.objects.create(
            angebot=angebot, art=art, betrag_cent=300 if mit_betrag else None, einheit="termin" if mit_betrag else ""
        )
    refresh(angebot, heute)
    assert count(Lueckendimension.KOSTEN, heute)["Aue"] == dict.fromkeys(erwartet, 1) | {"alle": 1}


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [(Barrierewert.JA, "ja"), (Barrierewert.NEIN, "nein"), (Barrierewert.UNBEKANNT, "unbekannt")],
)
def test_step_free_columns_keep_unknown_apart_from_no(
    kieze: list[Kiez], heute: date, wert: Barrierewert, erwartet: str
) -> None:
    angebot = add_angebot(kieze[0], heute=heute)
    for merkmal in (Merkmal.ENTRANCE_LEVEL, Merkmal.RAMP):
        Barriereangabe.objects.create(angebot=angebot, merkmal=merkmal, wert=wert)
    refresh(angebot, heute)
    assert count(Lueckendimension.STUFENLOS, heute)["Aue"] == {erwartet: 1, "alle": 1}


def test_access_columns_count_every_way_to_an_offer(kieze: list[Kiez], heute: date) -> None:
    angebot = add_angebot(kieze[0], heute=heute)
    for art in (Zugang.VOR_ORT, Zugang.TELEFON):
        Zugangsweg.objects.create(angebot=angebot, art=art)
    refresh(angebot, heute)
    add_angebot(None, heute=heute)
    matrix = count(Lueckendimension.ZUGANG, heute)
    assert matrix["Aue"] == {"vor-ort": 1, "telefon": 1, "alle": 1}
    assert matrix[OHNE_ORT] == {"nicht bekannt": 1, "alle": 1}


def test_audience_columns_keep_offers_that_name_none(kieze: list[Kiez], heute: date) -> None:
    angebot = add_angebot(kieze[0], heute=heute)
    angebot.zielgruppen.set(Zielgruppe.objects.filter(slug__in=["aeltere", "eltern"]))
    refresh(angebot, heute)
    add_angebot(kieze[0], heute=heute)
    assert count(Lueckendimension.ZIELGRUPPE, heute)["Aue"] == {
        "aeltere": 1,
        "eltern": 1,
        "keine genannt": 1,
        "alle": 2,
    }


def test_only_zero_in_a_kiez_and_a_real_column_is_a_gap(kieze: list[Kiez], heute: date) -> None:
    add_angebot(kieze[0], "spielen", heute=heute)
    add_angebot(kieze[1], heute=heute)

    matrix = count_matrix(load_kiezbestand(heute=heute), dimension=Lueckendimension.KATEGORIE, bereich="")

    luecken = {zeile.titel: {z.spalte.wert for z in zeile.zellen if z.ist_luecke} for zeile in matrix.zeilen}
    alle = set(Kategorie.objects.values_list("slug", flat=True))
    assert luecken == {"Aue": alle - {"spielen"}, "Berg": alle, "Chor": alle, OHNE_ORT: set(), GESAMT: set()}


def test_biggest_gaps_take_missed_ones_first_then_each_kiez_by_residents(heute: date, db: None) -> None:
    Kategorie.objects.exclude(slug__in=["spielen", "trauer"]).delete()
    klein, gross, voll = (
        KiezFactory(name=name, slug=name.lower(), einwohner=einwohner)
        for name, einwohner in (("Klein", 100), ("Gross", 900), ("Voll", 5000))
    )
    add_angebot(voll, "spielen", "trauer", heute=heute)
    add_angebot(klein, "spielen", heute=heute)
    Suchluecke.objects.create(monat="2026-10", kiez="klein", kategorie="trauer", anzahl=MINDESTZAHL)
    Suchluecke.objects.create(monat="2026-10", kiez="gross", kategorie="trauer", anzahl=MINDESTZAHL - 1)
    Suchluecke.objects.create(monat="2025-11", kiez="gross", kategorie="trauer", anzahl=90)

    luecken = list_groesste_luecken(heute=heute, anzahl=9)

    assert [(eine.kiez, eine.spalte.wert, eine.gesucht) for eine in luecken] == [
        (klein, "trauer", MINDESTZAHL),
        (gross, "spielen", 0),
        (gross, "trauer", 0),
    ]
    assert list_groesste_luecken(heute=heute, anzahl=1) == luecken[:1]


# Of each offer: the Kieze it belongs to, the columns it belongs to, and whether the public finds it.
ANGEBOTE = st.lists(st.tuples(st.sets(st.integers(0, 3)), st.sets(st.integers(0, 4)), st.booleans()), max_size=40)


@given(ANGEBOTE)
def test_matrix_agrees_with_counting_one_by_one(angebote: list[tuple[set[int], set[int], bool]]) -> None:
    def pick(stelle: int, wert: int) -> int:
        return build_menge(pk for pk, angebot in enumerate(angebote, start=1) if wert in angebot[stelle])  # type: ignore[operator]

    basis = build_menge(pk for pk, angebot in enumerate(angebote, start=1) if angebot[2])
    kieze = [Kiez(pk=nummer + 1, name=str(nummer), slug=str(nummer)) for nummer in range(4)]
    spalten = tuple(Spalte(str(wert), str(wert), pick(1, wert)) for wert in range(5))
    ohne_ort = build_menge(pk for pk, angebot in enumerate(angebote, start=1) if not angebot[0])
    verortung = Verortung({kiez.slug: pick(0, int(kiez.slug)) for kiez in kieze}, ohne_ort, 0, 0, 0)

    matrix = build_matrix(Lueckendimension.KATEGORIE, "", spalten, kieze=kieze, verortung=verortung, basis=basis)

    offene = [angebot for angebot in angebote if angebot[2]]
    for nummer, zeile in enumerate(matrix.kieze):
        hier = [angebot for angebot in offene if nummer in angebot[0]]
        assert [zelle.anzahl for zelle in zeile.zellen] == [sum(wert in a[1] for a in hier) for wert in range(5)]
        assert zeile.summe == len(hier)
    assert matrix.weitere[0].summe == sum(not angebot[0] for angebot in offene)
    assert matrix.gesamt.summe == len(offene)
    assert matrix.gesamt.summe <= sum(zeile.summe for zeile in (*matrix.kieze, *matrix.weitere))
