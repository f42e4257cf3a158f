import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Bereich
from angebote.domain.aehnlichkeit import Art, Gemeinsames
from angebote.domain.aehnlichkeitssatz import Namen, build_grund, build_tageswort

NAMEN = Namen(
    kategorien={"cafe-treff": "Café, Treff & Plaudern", "sucht": "Sucht", "spielen": "Spielen & Knobeln"},
    kieze={"weissensee": "Weißensee", "karow": "Karow", "helmholtzplatz": "Helmholtzplatz"},
    sprachen={"ar": "Arabisch", "ru": "Russisch", "gsg": "Deutsche Gebärdensprache"},
)
WERTE: dict[Art, list[str]] = {
    Art.KATEGORIE: ["cafe-treff", "sucht", "spielen"],
    Art.KIEZ: ["weissensee"],
    Art.NACHBARKIEZ: ["karow"],
    Art.SPRACHE: ["ar", "gsg", "ru"],
    Art.TAG: ["0", "1", "2", "5"],
    Art.TAGESZEIT: ["0-vormittag"],
    Art.OHNE_WEG: ["telefon", "zuhause", "online"],
    Art.DRAUSSEN: ["draussen"],
    Art.ZIELGRUPPE: ["sucht", "seelische-erkrankung"],
    Art.KOSTENLOS: ["kostenlos"],
    Art.OHNE_ANMELDUNG: ["ohne"],
    Art.STUFENLOS: ["stufenlos"],
}
# Which word may stand in a reason, by the fact that must agree for it.
WORTE = {
    "Weißensee": (Art.KIEZ, "weissensee"),
    "Nachbarkiez": (Art.NACHBARKIEZ, "karow"),
    "Karow": (Art.NACHBARKIEZ, "karow"),
    "Arabisch": (Art.SPRACHE, "ar"),
    "Russisch": (Art.SPRACHE, "ru"),
    "Gebärdensprache": (Art.SPRACHE, "gsg"),
    "Café, Treff & Plaudern": (Art.KATEGORIE, "cafe-treff"),
    "Spielen": (Art.KATEGORIE, "spielen"),
    "montags": (Art.TAG, "0"),
    "dienstags": (Art.TAG, "1"),
    "mittwochs": (Art.TAG, "2"),
    "samstags": (Art.TAG, "5"),
    "am Telefon": (Art.OHNE_WEG, "telefon"),
    "zu Hause": (Art.OHNE_WEG, "zuhause"),
    "online": (Art.OHNE_WEG, "online"),
    "draußen": (Art.DRAUSSEN, "draussen"),
    "kostenlos": (Art.KOSTENLOS, "kostenlos"),
    "ohne Anmeldung": (Art.OHNE_ANMELDUNG, "ohne"),
    "stufenlos": (Art.STUFENLOS, "stufenlos"),
}


@st.composite
def gemeinsame(draw: st.DrawFn) -> Gemeinsames:
    arten = draw(st.lists(st.sampled_from(Art), unique=True))
    return {art: tuple(draw(st.lists(st.sampled_from(WERTE[art]), min_size=1, unique=True))) for art in arten}


@pytest.mark.parametrize(
    ("gemeinsames", "bereich", "grund"),
    [
        (
            {Art.KATEGORIE: ("cafe-treff",), Art.KIEZ: ("weissensee",), Art.TAG: ("1",)},
            "",
            "auch in Weißensee, dienstags",
        ),
        ({Art.KIEZ: ("helmholtzplatz",), Art.TAG: ("1", "3")}, "", "auch am Helmholtzplatz, dienstags und donnerstags"),
        (
            {Art.KATEGORIE: ("cafe-treff",), Art.NACHBARKIEZ: ("karow",)},
            "",
            "auch Café, Treff & Plaudern – im Nachbarkiez Karow",
        ),
        (
            {Art.KATEGORIE: ("spielen",), Art.KOSTENLOS: ("kostenlos",), Art.OHNE_ANMELDUNG: ("ohne",)},
            "",
            "auch Spielen & Knobeln – kostenlos und ohne Anmeldung",
        ),
        ({Art.KATEGORIE: ("spielen",)}, "", "auch Spielen & Knobeln"),
        (
            {Art.TAG: ("0", "2", "5"), Art.KOSTENLOS: ("kostenlos",), Art.OHNE_ANMELDUNG: ("ohne",)},
            "",
            "ebenfalls kostenlos und ohne Anmeldung",
        ),
        ({Art.OHNE_WEG: ("telefon",), Art.KOSTENLOS: ("kostenlos",)}, "", "auch am Telefon"),
        ({Art.KATEGORIE: ("sucht",), Art.OHNE_WEG: ("telefon",)}, "unterstuetzung", "zum selben Thema – am Telefon"),
        ({Art.KATEGORIE: ("sucht",)}, "unterstuetzung", "zum selben Thema"),
        (
            {Art.KATEGORIE: ("spielen",), Art.SPRACHE: ("ar", "ru")},
            "",
            "auch Spielen & Knobeln – auf Arabisch und Russisch",
        ),
        ({Art.SPRACHE: ("gsg",), Art.DRAUSSEN: ("draussen",)}, "", "auch in Deutscher Gebärdensprache, draußen"),
        ({Art.ZIELGRUPPE: ("sucht",)}, "", ""),
        ({}, "", ""),
    ],
)
def test_grund_reads_like_a_person_would_say_it(gemeinsames: Gemeinsames, bereich: str, grund: str) -> None:
    assert build_grund(gemeinsames, bereich=bereich or Bereich.BEGEGNUNG, namen=NAMEN) == grund


@given(gemeinsame(), st.sampled_from(Bereich))
def test_grund_names_nothing_that_does_not_agree(gemeinsames: Gemeinsames, bereich: Bereich) -> None:
    grund = build_grund(gemeinsames, bereich=bereich, namen=NAMEN)
    for wort, (art, wert) in WORTE.items():
        if wort in grund:
            assert wert in gemeinsames.get(art, ())
    if "Thema" in grund:
        assert Art.KATEGORIE in gemeinsames


@given(gemeinsame())
def test_grund_on_unterstuetzung_names_no_topic_and_no_audience(gemeinsames: Gemeinsames) -> None:
    grund = build_grund(gemeinsames, bereich=Bereich.UNTERSTUETZUNG, namen=NAMEN)
    assert not [name for name in NAMEN.kategorien.values() if name in grund]
    ohne = {art: werte for art, werte in gemeinsames.items() if art != Art.ZIELGRUPPE}
    assert grund == build_grund(ohne, bereich=Bereich.UNTERSTUETZUNG, namen=NAMEN)


@pytest.mark.parametrize(
    ("tage", "wort"),
    [
        ([], ""),
        ([2], "mittwochs"),
        ([1, 3], "dienstags und donnerstags"),
        ([0, 1], "montags und dienstags"),
        ([0, 1, 2, 3, 4], "montags bis freitags"),
        ([4, 5, 6], "freitags bis sonntags"),
        ([0, 2, 4], ""),
    ],
)
def test_tageswort_of_days(tage: list[int], wort: str) -> None:
    assert build_tageswort(tage) == wort
