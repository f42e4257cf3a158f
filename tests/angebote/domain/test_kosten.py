import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Kostenart, Kosteneinheit, Kostenfilter
from angebote.domain.kosten import (
    build_kostensatz,
    compute_kostenfilter,
    format_betrag,
    ist_kosten_offen,
    ist_kostenlos,
    ist_preis_offen,
)
from angebote.models import Kosten

KOSTENLOS = Kosten(art=Kostenart.KOSTENLOS)
VERZEHR = Kosten(art=Kostenart.VERZEHR_FREIWILLIG)
SPENDE = Kosten(art=Kostenart.SPENDE)
BETRAG = Kosten(art=Kostenart.BETRAG, betrag_cent=500, einheit=Kosteneinheit.TERMIN)
MONATLICH = Kosten(art=Kostenart.BETRAG, betrag_cent=2000, einheit=Kosteneinheit.MONAT)
ERMAESSIGT = Kosten(art=Kostenart.ERMAESSIGT, betrag_cent=250, einheit=Kosteneinheit.TERMIN)
FREI_MIT_NACHWEIS = Kosten(art=Kostenart.ERMAESSIGT, betrag_cent=0)
KASSE = Kosten(art=Kostenart.KASSE)
ZUSCHUSS = Kosten(art=Kostenart.KASSENZUSCHUSS)
PFLEGEKASSE = Kosten(art=Kostenart.PFLEGEKASSE)
MITGLIEDSCHAFT = Kosten(art=Kostenart.MITGLIEDSCHAFT, betrag_cent=1200, einheit=Kosteneinheit.JAHR)
MATERIAL = Kosten(art=Kostenart.EXTRA, betrag_cent=300, hinweis="Material")
MATERIAL_FREIWILLIG = Kosten(art=Kostenart.EXTRA, betrag_cent=300, hinweis="Material", ist_freiwillig=True)
ANFRAGE = Kosten(art=Kostenart.ANFRAGE)
WIDERSPRUCH = Kosten(art=Kostenart.KOSTENLOS, betrag_cent=400)


@pytest.mark.parametrize(
    ("cent", "text"),
    [
        (1, "0,01 €"),
        (50, "0,50 €"),
        (100, "1 €"),
        (250, "2,50 €"),
        (500, "5 €"),
        (1005, "10,05 €"),
        (99900, "999 €"),
        (125000, "1.250 €"),
        (123456789, "1.234.567,89 €"),
    ],
)
def test_betrag_is_written_the_german_way(cent: int, text: str) -> None:
    assert format_betrag(cent) == text


@pytest.mark.parametrize(
    ("kosten", "ist_offen"),
    [
        ([], True),
        ([KOSTENLOS], False),
        ([SPENDE], False),
        ([BETRAG, ERMAESSIGT], False),
        ([BETRAG, Kosten(art=Kostenart.MITGLIEDSCHAFT)], True),
        ([Kosten(art=Kostenart.BETRAG)], True),
        ([ANFRAGE], True),
        ([KASSE], False),
        ([ERMAESSIGT], True),
        ([KOSTENLOS, ZUSCHUSS], True),
        ([KOSTENLOS, MATERIAL], False),
        ([MATERIAL], True),
    ],
)
def test_preis_is_open_where_no_row_tells_it(kosten: list[Kosten], ist_offen: bool) -> None:
    assert ist_preis_offen(kosten) is ist_offen


@pytest.mark.parametrize(
    ("kosten", "satz"),
    [
        ([], "Kosten nicht bekannt – bitte anrufen"),
        ([KOSTENLOS], "kostenlos"),
        ([KOSTENLOS, KOSTENLOS], "kostenlos"),
        ([VERZEHR], "kostenlos, Essen und Trinken kosten extra, sind aber freiwillig"),
        ([KOSTENLOS, VERZEHR], "kostenlos, Essen und Trinken kosten extra, sind aber freiwillig"),
        ([KOSTENLOS, SPENDE], "kostenlos; Spende willkommen"),
        ([SPENDE, KOSTENLOS], "kostenlos; Spende willkommen"),
        ([SPENDE], "Spende willkommen, freiwillig"),
        ([Kosten(art=Kostenart.SPENDE, betrag_cent=300)], "Spende willkommen, freiwillig, zum Beispiel 3 €"),
        ([BETRAG], "5 € je Treffen"),
        ([Kosten(art=Kostenart.BETRAG, betrag_cent=150)], "1,50 €"),
        ([Kosten(art=Kostenart.BETRAG, betrag_cent=1000, einheit=Kosteneinheit.EINMAL)], "10 € einmalig"),
        ([Kosten(art=Kostenart.BETRAG, betrag_cent=9000, einheit=Kosteneinheit.KURS)], "90 € für den Kurs"),
        ([Kosten(art=Kostenart.BETRAG)], "Preis nicht bekannt – bitte anrufen"),
        ([BETRAG, MONATLICH], "5 € je Treffen; 20 € im Monat"),
        ([BETRAG, SPENDE], "5 € je Treffen; Spende willkommen"),
        ([BETRAG, ERMAESSIGT], "5 € je Treffen; ermäßigt 2,50 € mit Nachweis"),
        ([ERMAESSIGT, BETRAG], "5 € je Treffen; ermäßigt 2,50 € mit Nachweis"),
        ([MONATLICH, ERMAESSIGT], "20 € im Monat; ermäßigt 2,50 € je Treffen mit Nachweis"),
        ([BETRAG, FREI_MIT_NACHWEIS], "5 € je Treffen; frei mit Nachweis"),
        ([BETRAG, Kosten(art=Kostenart.ERMAESSIGT)], "5 € je Treffen; Ermäßigung mit Nachweis"),
        ([FREI_MIT_NACHWEIS], "Preis nicht bekannt – bitte anrufen; frei mit Nachweis"),
        ([ERMAESSIGT], "Preis nicht bekannt – bitte anrufen; ermäßigt 2,50 € je Treffen mit Nachweis"),
        ([KASSE], "Krankenkasse zahlt"),
        ([Kosten(art=Kostenart.KASSE, hinweis="gesetzlich und privat")], "Krankenkasse zahlt (gesetzlich und privat)"),
        ([PFLEGEKASSE], "Pflegekasse zahlt (Entlastungsbetrag)"),
        ([KOSTENLOS, KASSE], "kostenlos; Krankenkasse zahlt"),
        ([ZUSCHUSS], "Preis nicht bekannt – bitte anrufen; Krankenkasse gibt einen Zuschuss"),
        (
            [BETRAG, Kosten(art=Kostenart.KASSENZUSCHUSS, betrag_cent=7500)],
            "5 € je Treffen; Krankenkasse gibt 75 € Zuschuss",
        ),
        ([MITGLIEDSCHAFT], "Mitgliedschaft nötig, 12 € im Jahr"),
        ([Kosten(art=Kostenart.MITGLIEDSCHAFT)], "Mitgliedschaft nötig, Beitrag nicht bekannt"),
        (
            [Kosten(art=Kostenart.BETRAG, betrag_cent=2000, einheit=Kosteneinheit.MONAT, schnuppern_anzahl=2)],
            "20 € im Monat; 2-mal schnuppern ist frei",
        ),
        (
            [Kosten(art=Kostenart.MITGLIEDSCHAFT, schnuppern_anzahl=1)],
            "Mitgliedschaft nötig, Beitrag nicht bekannt; einmal schnuppern ist frei",
        ),
        ([Kosten(art=Kostenart.KOSTENLOS, schnuppern_anzahl=3)], "kostenlos"),
        ([BETRAG, MATERIAL], "5 € je Treffen; dazu kommt: Material, 3 €"),
        ([BETRAG, MATERIAL_FREIWILLIG], "5 € je Treffen; freiwillig dazu: Material, 3 €"),
        ([KOSTENLOS, MATERIAL_FREIWILLIG], "kostenlos; freiwillig dazu: Material, 3 €"),
        ([KOSTENLOS, MATERIAL], "kein Teilnahmebeitrag; dazu kommt: Material, 3 €"),
        ([VERZEHR, MATERIAL], "kein Teilnahmebeitrag; dazu kommt: Material, 3 €"),
        ([BETRAG, Kosten(art=Kostenart.EXTRA)], "5 € je Treffen; dazu kommen weitere Kosten – bitte nachfragen"),
        ([BETRAG, Kosten(art=Kostenart.EXTRA, hinweis="Eintritt.")], "5 € je Treffen; dazu kommt: Eintritt"),
        (
            [BETRAG, Kosten(art=Kostenart.EXTRA, ist_freiwillig=True)],
            "5 € je Treffen; weitere Kosten sind freiwillig",
        ),
        ([MATERIAL], "Preis nicht bekannt – bitte anrufen; dazu kommt: Material, 3 €"),
        ([ANFRAGE], "Kosten auf Anfrage – bitte anrufen"),
        (
            [Kosten(art=Kostenart.ANFRAGE, hinweis="hängt vom Einkommen ab")],
            "Kosten auf Anfrage – bitte anrufen (hängt vom Einkommen ab)",
        ),
        ([KOSTENLOS, BETRAG], "5 € je Treffen"),
        ([KOSTENLOS, ANFRAGE], "Kosten auf Anfrage – bitte anrufen"),
        ([KOSTENLOS, MITGLIEDSCHAFT], "Mitgliedschaft nötig, 12 € im Jahr"),
        ([KOSTENLOS, ZUSCHUSS], "Preis nicht bekannt – bitte anrufen; Krankenkasse gibt einen Zuschuss"),
        ([KOSTENLOS, FREI_MIT_NACHWEIS], "Preis nicht bekannt – bitte anrufen; frei mit Nachweis"),
        ([WIDERSPRUCH], "4 €"),
        ([Kosten(art=Kostenart.KOSTENLOS, hinweis="für alle")], "kostenlos (für alle)"),
    ],
)
def test_kostensatz_says_every_cost(kosten: list[Kosten], satz: str) -> None:
    assert build_kostensatz(kosten) == satz


def test_kostensatz_ermaessigung_names_the_proof_of_its_row() -> None:
    ermaessigt = Kosten(
        art=Kostenart.ERMAESSIGT, betrag_cent=250, einheit=Kosteneinheit.TERMIN, hinweis="Leistungsbescheid"
    )
    assert build_kostensatz([BETRAG, ermaessigt]) == "5 € je Treffen; ermäßigt 2,50 € mit Nachweis (Leistungsbescheid)"


@pytest.mark.parametrize(
    ("kosten", "hinweis", "satz"),
    [
        ([KOSTENLOS], "Bitte Tasse mitbringen.", "kostenlos; Bitte Tasse mitbringen"),
        ([BETRAG], "  ", "5 € je Treffen"),
        (
            [],
            "viele Kurse auf Spendenbasis",
            "Kosten nicht genau bekannt – bitte anrufen (viele Kurse auf Spendenbasis)",
        ),
    ],
)
def test_kostensatz_with_hinweis_keeps_it_last(kosten: list[Kosten], hinweis: str, satz: str) -> None:
    assert build_kostensatz(kosten, hinweis=hinweis) == satz


@pytest.mark.parametrize(
    ("kosten", "werte"),
    [
        ([], set()),
        ([KOSTENLOS], {Kostenfilter.KOSTENLOS}),
        ([VERZEHR], {Kostenfilter.KOSTENLOS}),
        ([SPENDE], {Kostenfilter.SPENDE}),
        ([KOSTENLOS, SPENDE], {Kostenfilter.KOSTENLOS, Kostenfilter.SPENDE}),
        ([BETRAG], set()),
        ([BETRAG, SPENDE], set()),
        ([BETRAG, ERMAESSIGT], {Kostenfilter.ERMAESSIGT}),
        ([FREI_MIT_NACHWEIS], {Kostenfilter.ERMAESSIGT}),
        ([KOSTENLOS, FREI_MIT_NACHWEIS], {Kostenfilter.ERMAESSIGT}),
        ([KASSE], {Kostenfilter.KASSE}),
        ([PFLEGEKASSE], {Kostenfilter.KASSE}),
        ([KOSTENLOS, KASSE], {Kostenfilter.KOSTENLOS, Kostenfilter.KASSE}),
        ([ZUSCHUSS], set()),
        ([KOSTENLOS, ZUSCHUSS], set()),
        ([KOSTENLOS, BETRAG], set()),
        ([KOSTENLOS, MITGLIEDSCHAFT], set()),
        ([KOSTENLOS, ANFRAGE], set()),
        ([KOSTENLOS, MATERIAL], set()),
        ([KOSTENLOS, MATERIAL_FREIWILLIG], {Kostenfilter.KOSTENLOS}),
        ([WIDERSPRUCH], set()),
        ([MATERIAL_FREIWILLIG], set()),
    ],
)
def test_kostenfilter_has_exactly_the_true_values(kosten: list[Kosten], werte: set[Kostenfilter]) -> None:
    assert compute_kostenfilter(kosten) == werte


ZEILEN = st.lists(
    st.builds(
        Kosten,
        art=st.sampled_from(Kostenart.values),
        betrag_cent=st.none() | st.integers(0, 100_000),
        einheit=st.sampled_from(["", *Kosteneinheit.values]),
        ist_freiwillig=st.booleans(),
        schnuppern_anzahl=st.none() | st.integers(0, 5),
    ),
    max_size=6,
)


@given(ZEILEN)
def test_kostensatz_says_kostenlos_exactly_if_it_is(kosten: list[Kosten]) -> None:
    assert ("kostenlos" in build_kostensatz(kosten)) == ist_kostenlos(kosten)


@given(ZEILEN)
def test_kostenlos_with_a_price_beside_it_is_never_true(kosten: list[Kosten]) -> None:
    assert not ist_kostenlos([*kosten, BETRAG])


@given(ZEILEN)
def test_kostensatz_is_never_empty_and_states_every_extra_amount(kosten: list[Kosten]) -> None:
    satz = build_kostensatz(kosten)
    assert satz
    for zeile in kosten:
        if zeile.art == Kostenart.EXTRA and zeile.betrag_cent:
            assert format_betrag(zeile.betrag_cent) in satz


@pytest.mark.parametrize(
    ("kosten", "ist_offen"),
    [
        ([], True),
        ([Kosten(art=Kostenart.EXTRA, ist_freiwillig=True)], True),
        ([MATERIAL], False),
        ([KOSTENLOS], False),
        ([Kosten(art=Kostenart.BETRAG)], False),
        ([ANFRAGE], False),
        ([FREI_MIT_NACHWEIS], False),
        ([ZUSCHUSS], False),
    ],
)
def test_kosten_offen_only_where_no_row_decides(kosten: list[Kosten], ist_offen: bool) -> None:
    assert ist_kosten_offen(kosten) is ist_offen


def test_kostensatz_takes_the_way_to_ask_wherever_something_is_not_known() -> None:
    for kosten in ([], [ANFRAGE], [ZUSCHUSS], [Kosten(art=Kostenart.BETRAG)]):
        assert "– bitte vor Ort fragen" in build_kostensatz(kosten, nachfrage="bitte vor Ort fragen")
        assert "anrufen" not in build_kostensatz(kosten, nachfrage="bitte vor Ort fragen")


def test_row_that_says_unknown_is_the_same_to_residents_as_no_row():
    zeilen = [Kosten(art=Kostenart.UNBEKANNT)]
    assert build_kostensatz(zeilen) == build_kostensatz([])
    assert build_kostensatz(zeilen, hinweis="etwa 5 Euro") == build_kostensatz([], hinweis="etwa 5 Euro")
    assert ist_kosten_offen(zeilen)
    assert ist_preis_offen(zeilen)
    assert compute_kostenfilter(zeilen) == set()
    assert not ist_kostenlos(zeilen)
