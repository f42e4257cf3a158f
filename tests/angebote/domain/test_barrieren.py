import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Barrierefrei, Barrierewert, Merkmal, Zugang
from angebote.domain.barrieren import (
    build_barrieresatz,
    compute_barrierefrei,
    compute_barrieren_offen,
    compute_ist_stufenlos,
    list_genannte,
    merge_barriereangaben,
)
from angebote.models import Barriereangabe
from tests.factories import AngebotFactory, OrtFactory

VOR_ORT = {Zugang.VOR_ORT}


def build_angaben(text: str) -> dict[Merkmal, Barriereangabe]:
    """ "wc=ja lift=nein" as facts."""
    paare = (teil.split("=") for teil in text.split())
    return {Merkmal(merkmal): Barriereangabe(merkmal=merkmal, wert=wert) for merkmal, wert in paare}


@pytest.mark.parametrize(
    ("angaben", "werte"),
    [
        ("", set()),
        ("entrance_level=unbekannt wc=unbekannt", set()),
        ("entrance_level=ja", {"stufenlos"}),
        ("ramp=ja", {"stufenlos"}),
        ("entrance_level=nein ramp=ja", {"stufenlos"}),
        ("entrance_level=nein", set()),
        ("entrance_level=teilweise", set()),
        ("entrance_level=ja room_level=nein", set()),
        ("entrance_level=ja room_level=nein lift=unbekannt", set()),
        ("entrance_level=ja room_level=nein lift=nein", set()),
        ("entrance_level=ja room_level=nein lift=ja", {"stufenlos", "aufzug"}),
        ("entrance_level=ja room_level=teilweise", set()),
        ("entrance_level=ja room_level=unbekannt", {"stufenlos"}),
        ("entrance_level=ja room_level=ja", {"stufenlos", "aufzug"}),
        ("entrance_level=ja lift=nein", {"stufenlos"}),
        ("lift=ja", {"aufzug"}),
        ("room_level=ja", {"aufzug"}),
        ("lift=teilweise", set()),
        ("wc=ja", {"wc"}),
        ("wc=teilweise", set()),
        ("wc=nein", set()),
        ("loop=ja", {"induktion"}),
        ("loop=teilweise", set()),
        ("sign=ja", {"dgs"}),
        ("quiet=ja", {"ruhe"}),
        ("escort=ja", {"begleitung"}),
        ("escort=teilweise", set()),
        ("door_width=ja parking=ja wifi=ja", set()),
        (
            "entrance_level=ja room_level=ja wc=ja loop=ja sign=ja quiet=ja escort=ja",
            {"stufenlos", "aufzug", "wc", "induktion", "dgs", "ruhe", "begleitung"},
        ),
    ],
)
def test_barrierefrei_at_a_place_needs_a_yes(angaben: str, werte: set[str]) -> None:
    assert compute_barrierefrei(build_angaben(angaben), zugaenge=VOR_ORT) == {Barrierefrei(wert) for wert in werte}


@pytest.mark.parametrize(
    ("angaben", "zugaenge", "werte"),
    [
        ("", {Zugang.TELEFON}, {"stufenlos", "wc", "aufzug"}),
        ("", {Zugang.TELEFON, Zugang.ONLINE, Zugang.ZUHAUSE}, {"stufenlos", "wc", "aufzug"}),
        ("entrance_level=nein ramp=nein wc=nein", {Zugang.ZUHAUSE}, {"stufenlos", "wc", "aufzug"}),
        ("sign=ja", {Zugang.ONLINE}, {"stufenlos", "wc", "aufzug", "dgs"}),
        ("", {Zugang.VOR_ORT, Zugang.TELEFON}, set()),
        ("", {Zugang.DRAUSSEN}, set()),
        ("", set(), set()),
    ],
)
def test_barrierefrei_without_a_way_needs_no_facts(angaben: str, zugaenge: set[Zugang], werte: set[str]) -> None:
    assert compute_barrierefrei(build_angaben(angaben), zugaenge=zugaenge) == {Barrierefrei(wert) for wert in werte}


@pytest.mark.parametrize(
    ("angaben", "offen"),
    [
        ("", {"stufenlos", "aufzug", "wc"}),
        ("entrance_level=ja", {"aufzug", "wc"}),
        ("entrance_level=nein", {"stufenlos", "aufzug", "wc"}),
        ("entrance_level=nein ramp=nein", {"aufzug", "wc"}),
        ("entrance_level=teilweise", {"aufzug", "wc"}),
        ("ramp=teilweise", {"aufzug", "wc"}),
        ("room_level=nein", {"aufzug", "wc"}),
        ("room_level=nein lift=nein", {"wc"}),
        ("room_level=ja", {"stufenlos", "wc"}),
        ("lift=ja", {"stufenlos", "wc"}),
        ("lift=nein", {"stufenlos", "aufzug", "wc"}),
        ("lift=teilweise", {"stufenlos", "wc"}),
        ("wc=nein", {"stufenlos", "aufzug"}),
        ("wc=teilweise", {"stufenlos", "aufzug"}),
        ("wc=unbekannt", {"stufenlos", "aufzug", "wc"}),
    ],
)
def test_barrieren_offen_are_neither_yes_nor_no(angaben: str, offen: set[str]) -> None:
    immer = {Barrierefrei.INDUKTION, Barrierefrei.DGS, Barrierefrei.RUHE, Barrierefrei.BEGLEITUNG}
    erwartet = {Barrierefrei(wert) for wert in offen} | immer
    assert compute_barrieren_offen(build_angaben(angaben), zugaenge=VOR_ORT) == erwartet


def test_barrieren_offen_without_a_way_leave_the_way_out() -> None:
    angaben = build_angaben("loop=ja sign=nein")
    assert compute_barrieren_offen(angaben, zugaenge={Zugang.TELEFON}) == {Barrierefrei.RUHE, Barrierefrei.BEGLEITUNG}


@given(
    st.dictionaries(st.sampled_from(Merkmal), st.sampled_from(Barrierewert)),
    st.sets(st.sampled_from(Zugang)),
)
def test_barrieren_offen_never_hold_what_is_known(werte: dict[Merkmal, Barrierewert], zugaenge: set[Zugang]) -> None:
    angaben = {merkmal: Barriereangabe(merkmal=merkmal, wert=wert) for merkmal, wert in werte.items()}
    bekannt = compute_barrierefrei(angaben, zugaenge=zugaenge)
    assert not bekannt & compute_barrieren_offen(angaben, zugaenge=zugaenge)


@pytest.mark.parametrize(
    ("angaben", "ist_stufenlos"),
    [
        ("", None),
        ("entrance_level=ja", True),
        ("entrance_level=nein", None),  # there may be a ramp
        ("entrance_level=nein ramp=nein", False),
        ("entrance_level=teilweise ramp=nein", None),
        ("entrance_level=ja room_level=nein", False),
        ("room_level=nein lift=ja", None),
    ],
)
def test_stufenlos_tells_no_from_unknown(angaben: str, ist_stufenlos: bool | None) -> None:
    assert compute_ist_stufenlos(build_angaben(angaben)) is ist_stufenlos


@pytest.mark.parametrize(
    ("angaben", "satz"),
    [
        ("", "Barrierefreiheit nicht bekannt – bitte anrufen"),
        ("wc=unbekannt lift=unbekannt", "Barrierefreiheit nicht bekannt – bitte anrufen"),
        ("entrance_level=ja wc=ja", "Eingang ohne Stufe, barrierefreies WC; Aufzug: nicht bekannt"),
        ("entrance_level=ja", "Eingang ohne Stufe; Aufzug und barrierefreies WC: nicht bekannt"),
        ("wc=ja", "barrierefreies WC; Eingang und Aufzug: nicht bekannt"),
        ("sign=ja", "Deutsche Gebärdensprache; Eingang, Aufzug und barrierefreies WC: nicht bekannt"),
        ("entrance_level=ja room_level=ja wc=ja", "Eingang ohne Stufe, Raum stufenlos erreichbar, barrierefreies WC"),
        (
            "entrance_level=ja room_level=ja lift=nein wc=ja",
            "Eingang ohne Stufe, Raum stufenlos erreichbar, barrierefreies WC",
        ),
        ("entrance_level=ja ramp=nein lift=ja wc=ja", "Eingang ohne Stufe, Aufzug, barrierefreies WC"),
        ("entrance_level=nein ramp=ja lift=ja wc=ja", "Rampe, Aufzug, barrierefreies WC; Eingang nicht stufenlos"),
        (
            "entrance_level=nein ramp=nein room_level=nein lift=nein wc=nein",
            "Eingang nicht stufenlos, keine Rampe, Raum nicht stufenlos erreichbar, kein Aufzug, kein barrierefreies WC",
        ),
        (
            "entrance_level=ja room_level=nein wc=ja",
            "Eingang ohne Stufe, barrierefreies WC; Raum nicht stufenlos erreichbar; Aufzug: nicht bekannt",
        ),
        (
            "entrance_level=teilweise lift=ja wc=ja",
            "Aufzug, barrierefreies WC; Eingang ohne Stufe: teilweise",
        ),
        (
            "entrance_level=ja lift=ja wc=ja loop=ja escort=ja quiet=nein",
            "Eingang ohne Stufe, Aufzug, barrierefreies WC, Induktionsanlage, Abholung oder Begleitung",
        ),
    ],
)
def test_barrieresatz_names_yes_no_and_unknown(angaben: str, satz: str) -> None:
    assert build_barrieresatz(build_angaben(angaben), zugaenge=VOR_ORT) == satz


def test_barrieresatz_teilweise_says_the_note() -> None:
    angaben = build_angaben("lift=ja wc=ja")
    angaben[Merkmal.ENTRANCE_LEVEL] = Barriereangabe(
        merkmal=Merkmal.ENTRANCE_LEVEL, wert=Barrierewert.TEILWEISE, notiz="eine Stufe, 5 cm."
    )
    assert (
        build_barrieresatz(angaben, zugaenge=VOR_ORT)
        == "Aufzug, barrierefreies WC; Eingang ohne Stufe: teilweise (eine Stufe, 5 cm)"
    )
    ohne = build_barrieresatz(angaben, zugaenge=VOR_ORT, mit_notizen=False)
    assert ohne == "Aufzug, barrierefreies WC; Eingang ohne Stufe: teilweise"


@pytest.mark.parametrize(
    ("angaben", "zugaenge", "satz"),
    [
        ("", {Zugang.TELEFON}, "kein Weg nötig"),
        ("wc=nein", {Zugang.ZUHAUSE, Zugang.ONLINE}, "kein Weg nötig"),
        ("sign=ja", {Zugang.ONLINE}, "kein Weg nötig; Deutsche Gebärdensprache"),
        ("wc=nein", {Zugang.DRAUSSEN}, "kein barrierefreies WC"),
        ("escort=ja", {Zugang.DRAUSSEN}, "Abholung oder Begleitung; barrierefreies WC: nicht bekannt"),
    ],
)
def test_barrieresatz_fits_the_way_of_access(angaben: str, zugaenge: set[Zugang], satz: str) -> None:
    assert build_barrieresatz(build_angaben(angaben), zugaenge=zugaenge) == satz


@pytest.mark.parametrize(
    ("angaben", "zugaenge", "genannte"),
    [
        ("", VOR_ORT, ""),
        ("entrance_level=ja ramp=nein room_level=ja lift=nein", VOR_ORT, "entrance_level=ja room_level=ja"),
        ("entrance_level=nein ramp=nein lift=nein", VOR_ORT, "entrance_level=nein ramp=nein lift=nein"),
        ("wc=teilweise loop=nein quiet=teilweise", VOR_ORT, "wc=teilweise quiet=teilweise"),
        ("wc=nein sign=ja quiet=teilweise", {Zugang.ONLINE}, "sign=ja"),
    ],
)
def test_genannte_are_what_the_sentence_names(angaben: str, zugaenge: set[Zugang], genannte: str) -> None:
    erwartet = dict(paar.split("=") for paar in genannte.split())
    assert list_genannte(build_angaben(angaben), zugaenge=zugaenge) == erwartet


@pytest.mark.django_db
def test_merge_offer_fact_beats_the_place_but_unknown_does_not() -> None:
    ort = OrtFactory()
    angebot = AngebotFactory(ort=ort)
    for merkmal, wert in [("wc", "ja"), ("lift", "ja"), ("entrance_level", "unbekannt")]:
        Barriereangabe.objects.create(ort=ort, merkmal=merkmal, wert=wert)
    for merkmal, wert in [("wc", "nein"), ("lift", "unbekannt"), ("entrance_level", "ja"), ("loop", "unbekannt")]:
        Barriereangabe.objects.create(angebot=angebot, merkmal=merkmal, wert=wert)

    angaben = merge_barriereangaben(ort=ort, angebot=angebot)

    assert {merkmal: angabe.wert for merkmal, angabe in angaben.items()} == {
        Merkmal.WC: "nein",
        Merkmal.LIFT: "ja",
        Merkmal.ENTRANCE_LEVEL: "ja",
        Merkmal.LOOP: "unbekannt",
    }


@pytest.mark.django_db
def test_merge_without_a_place_takes_the_offer_alone() -> None:
    angebot = AngebotFactory(ort=None)
    Barriereangabe.objects.create(angebot=angebot, merkmal="sign", wert="ja")
    assert set(merge_barriereangaben(ort=None, angebot=angebot)) == {Merkmal.SIGN}
