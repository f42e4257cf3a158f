import pytest
from django.utils.dates import MONTHS
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.quellensatz import build_quellensatz, find_stand_jahr, format_stand, shorten_quelle
from angebote.models import Quellenangabe


@pytest.mark.parametrize(
    ("quelle", "kurz"),
    [
        ("https://www.berliner-woche.de/karow/c-soziales/im-stadtteilzentrum_a73011", "berliner-woche.de"),
        ("http://alt-pankow.de/kirchengemeinde/trauercafe.html", "alt-pankow.de"),
        ("https://stz-weissensee.de/über-uns/das-haus.html", "stz-weissensee.de"),
        ("https://github.com/quarteera/www.quarteera.de (content/de/about)", "github.com"),
        ("Datensatz hilf-mir.berlin ID 147", "Datensatz hilf-mir.berlin"),
        ("Datensatz hilf-mir.berlin (github:x/y, Commit db29859) ID Sen035", "Datensatz hilf-mir.berlin"),
        (
            "github:technologiestiftung/fairgnuegen data/fairgnuegen_data.json (Vergünstigungen des Landes Berlin) id 45",
            "Vergünstigungen des Landes Berlin",
        ),
        ("Angabe der Einrichtung", "Angabe der Einrichtung"),
        ("Berliner Woche", "Berliner Woche"),
        ("x" * 100, "x" * 60),
        ("http://", "http://"),
        ("http://[halb", "http://[halb"),
        ("(nur Klammer)", "(nur Klammer)"),
        ("", ""),
    ],
)
def test_quelle_is_shortened_to_what_a_reader_knows(quelle: str, kurz: str) -> None:
    assert shorten_quelle(quelle) == kurz


@pytest.mark.parametrize(
    ("stand", "text"),
    [
        ("2019", "2019"),
        ("2019-03", "März 2019"),
        ("2026-06-29", "Juni 2026"),
        ("2013-03; 2011-05", "März 2013"),
        ("2011-05; 2013", "2013"),
        ("nach 2022-12", "Dezember 2022"),
        ("um 2012/2013 (erschlossen); 2016", "2016"),
        ("2024/2025; undatiert; 2020-02", "2025"),
        ("2019-13", "2019"),
        ("Heft 20191", ""),
        ("undatiert", ""),
        ("", ""),
    ],
)
def test_stand_is_said_in_german_words(stand: str, text: str) -> None:
    assert format_stand(stand) == text


@pytest.mark.parametrize(
    ("angaben", "satz"),
    [
        ([], ""),
        ([("https://www.berliner-woche.de/a", "2019-03")], "berliner-woche.de, Stand März 2019"),
        ([("https://hpd.de/a", "")], "hpd.de, Stand nicht bekannt"),
        ([("https://hpd.de/a", "2009-07"), ("https://x.de/b", "2019-08")], "x.de und weitere, Stand August 2019"),
        ([("https://x.de/a", "2019-08"), ("https://hpd.de/b", "")], "x.de und weitere, Stand August 2019"),
        ([("https://x.de/a", "2019"), ("https://y.de/b", "2019")], "x.de und weitere, Stand 2019"),
        ([("https://x.de/a", "2019"), ("https://x.de/b", "2021")], "x.de, Stand 2021"),
        ([("https://hpd.de/a ; https://x.de/b", "2009-07; 2019-08")], "x.de und weitere, Stand August 2019"),
        ([("https://hpd.de/a ; https://x.de/b", "2019-08")], "hpd.de und weitere, Stand August 2019"),
        ([("https://x.de/a", "2023-01; 2023-11")], "x.de, Stand November 2023"),
        ([("https://x.de/a", "nach 2022")], "x.de, Stand 2022"),
        ([("Datensatz x (github:a/b; Original: y.de) ID 1", "2023-06-07")], "Datensatz x, Stand Juni 2023"),
        ([(" ; ", "2019")], ""),
    ],
)
def test_quellensatz_names_the_newest_source_and_its_date(angaben: list[tuple[str, str]], satz: str) -> None:
    assert build_quellensatz([Quellenangabe(quelle=quelle, stand=stand) for quelle, stand in angaben]) == satz


@given(st.lists(st.builds(Quellenangabe, quelle=st.text(), stand=st.text(max_size=60)), max_size=4))
def test_quellensatz_of_any_text_is_one_short_line(angaben: list[Quellenangabe]) -> None:
    assert len(build_quellensatz(angaben)) <= 60 + len(" und weitere, Stand nicht bekannt") + 60


@given(st.text(), st.integers(1900, 2099))
def test_stand_of_any_text_is_its_newest_year_in_words(davor: str, jahr: int) -> None:
    stand = format_stand(f"{davor} {jahr}")

    assert stand.isdigit() or stand.split()[0] in MONTHS.values()
    assert int(stand[-4:]) >= jahr


@pytest.mark.parametrize(
    ("angaben", "jahr"),
    [
        ([], None),
        ([("undatiert", None)], None),
        ([("2013-03; 2011-05", 2013)], 2013),
        ([("2016-02", None), ("2014", 2014)], 2016),
    ],
)
def test_stand_jahr_is_the_newest_of_all_sources(angaben: list[tuple[str, int | None]], jahr: int | None) -> None:
    quellen = [Quellenangabe(quelle="x", stand=stand, stand_jahr=stand_jahr) for stand, stand_jahr in angaben]
    assert find_stand_jahr(quellen) == jahr
