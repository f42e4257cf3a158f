"""The poster of one offer: one page whatever its texts are, the same words as its page, slips to tear off."""

from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from angebote.choices import Zeitart
from angebote.druck.plakat import Format, Plakat, Plakatfakt, find_plakat
from angebote.druck.satz import set_pdf
from angebote.models import Angebot, Kiez
from tests.angebote.druck.programmkatalog import FEINDLICH, create_angebot, create_kiez, put_text, refresh
from tests.pdf import list_rollen, read_text

pytestmark = pytest.mark.django_db
MILLIMETER = 72 / 25.4


@pytest.fixture
def kiez(heute: date) -> Kiez:
    return create_kiez(heute)


def find(titel: str, jetzt: datetime, blatt: Format = Format.A4) -> Plakat:
    plakat = find_plakat(Angebot.objects.filter(titel=titel), blatt=blatt, jetzt=jetzt)
    assert plakat is not None
    return plakat


@pytest.mark.usefixtures("kiez")
def test_poster_tells_rule_next_dates_place_and_good_news(jetzt: datetime) -> None:
    plakat = find("Kaffeerunde", jetzt)
    assert plakat.fakten == (
        Plakatfakt("Wann", ("Jeden Dienstag, 14 bis 16\u00a0Uhr",)),
        Plakatfakt(
            "Nächste Termine",
            (
                "Dienstag, 24.\u00a0November, 14 bis 16\u00a0Uhr",
                "Dienstag, 8.\u00a0Dezember, 14 bis 16\u00a0Uhr",
                "Dienstag, 15.\u00a0Dezember, 14 bis 16\u00a0Uhr",
            ),
        ),
        Plakatfakt("Wo", ("Haus am See, Teststraße 1",)),
    )
    assert plakat.gut == ("kostenlos", "ohne Anmeldung", "stufenlos")
    assert (plakat.telefon, plakat.vorbehalt) == ("030\u00a04442514", "")


@pytest.mark.parametrize(
    ("zeit", "saetze"),
    [
        ({"art": Zeitart.VEREINBARUNG}, ("Zeiten nach Vereinbarung",)),
        ({"art": Zeitart.UNBEKANNT}, ("Zeiten nicht bekannt – bitte anrufen",)),
        (None, ("Zeiten nicht bekannt – bitte anrufen",)),
    ],
)
def test_poster_without_dates_says_how_to_find_out(
    kiez: Kiez, heute: date, jetzt: datetime, zeit: dict[str, Any] | None, saetze: tuple[str, ...]
) -> None:
    leer = {"wochentag": None, "beginn": None, "ende": None}
    create_angebot(kiez.orte.get(), titel="Offen", telefon="030 1", zeit=None if zeit is None else {**leer, **zeit})
    refresh(heute)
    assert find("Offen", jetzt).fakten[0] == Plakatfakt("Wann", saetze)


@pytest.mark.usefixtures("kiez")
def test_poster_of_an_unconfirmed_offer_says_so(jetzt: datetime) -> None:
    assert find("Chor", jetzt).vorbehalt == "Noch nicht bestätigt: bitte vor Ort fragen"


@pytest.mark.usefixtures("kiez")
@pytest.mark.parametrize(
    ("tage", "vorbehalt"),
    [(90, ""), (91, "Zuletzt geprüft am 22.\u00a0August 2026, das ist länger her: bitte vor Ort fragen")],
)
def test_poster_of_an_offer_checked_long_ago_says_when(
    kiez: Kiez, heute: date, jetzt: datetime, tage: int, vorbehalt: str
) -> None:
    create_angebot(kiez.orte.get(), titel="Tanzkreis", geprueft_am=heute - timedelta(days=tage), zeit={})
    refresh(heute)
    assert find("Tanzkreis", jetzt).vorbehalt == vorbehalt


@pytest.mark.usefixtures("kiez")
@pytest.mark.parametrize(
    ("blatt", "masse", "zettel"), [(Format.A4, (595.28, 841.89), 9), (Format.A6, (297.64, 419.53), 0)]
)
def test_sheet_has_its_size_one_page_and_its_slips(
    jetzt: datetime, blatt: Format, masse: tuple[float, float], zettel: int
) -> None:
    plakat = find("Kaffeerunde", jetzt, blatt)
    datei = set_pdf("plakat", asdict(plakat))
    text = read_text(datei)
    assert text.count("Kaffeerunde") == 1 + zettel
    assert text.count("030 4442514") == 1 + zettel
    assert text.count(plakat.code.anzeige) == 1 + zettel
    with pikepdf.open(BytesIO(datei)) as pdf:
        assert len(pdf.pages) == 1
        assert [float(zahl) for zahl in pdf.pages[0].mediabox[2:]] == pytest.approx(masse, abs=0.1)
        assert pdf.Root.Lang == "de"
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"] == "Kaffeerunde"
        rollen = Counter(list_rollen(pdf))
    assert (rollen["H1"], rollen["H2"], rollen["Figure"]) == (1, 3, 1)


@pytest.mark.usefixtures("kiez")
@pytest.mark.parametrize("blatt", Format)
def test_code_is_at_least_25_millimetres_wide(jetzt: datetime, blatt: Format) -> None:
    with pikepdf.open(BytesIO(set_pdf("plakat", asdict(find("Kaffeerunde", jetzt, blatt))))) as pdf:
        baum = [knoten for knoten in _walk(pdf.Root.StructTreeRoot.K) if knoten.get("/S") == "/Figure"]
        masse = next(angabe.BBox for angabe in baum[0].A if "/BBox" in angabe)
        links, _unten, rechts, _oben = (float(zahl) for zahl in masse)
    assert (rechts - links) / MILLIMETER >= 24.99


@pytest.mark.parametrize("blatt", Format)
@pytest.mark.parametrize(
    ("titel", "nutzen"),
    [
        (FEINDLICH, FEINDLICH),
        ("Donaudampfschifffahrtsgesellschaft " * 8, "x " * 75),
        ("W" * 300, "M" * 160),
        ("قهوة und קפה ☕", "\u202everkehrt"),
        ("☕", ""),
    ],
    ids=["markup", "lang", "ohne-luecke", "rechts-nach-links", "bild"],
)
def test_any_text_fits_one_page(
    kiez: Kiez, heute: date, jetzt: datetime, blatt: Format, titel: str, nutzen: str
) -> None:
    create_angebot(kiez.orte.get(), titel="MARKE", nutzen=nutzen, telefon="030 1234567", zeit={})
    refresh(heute)
    datei = set_pdf("plakat", put_text(asdict(find("MARKE", jetzt, blatt)), "MARKE", titel))
    with pikepdf.open(BytesIO(datei)) as pdf:
        assert len(pdf.pages) == 1
    text = read_text(datei).replace("\u200b", "")
    assert "030 1234567" in text
    if titel.isascii():
        assert "".join(titel.split()) in "".join(text.split())


def test_nothing_found_makes_no_poster(jetzt: datetime) -> None:
    assert find_plakat(Angebot.objects.none(), blatt=Format.A4, jetzt=jetzt) is None


def _walk(knoten: Any) -> Any:
    if isinstance(knoten, pikepdf.Array):
        for kind in knoten:
            yield from _walk(kind)
    elif isinstance(knoten, pikepdf.Dictionary):
        yield knoten
        if "/K" in knoten:
            yield from _walk(knoten.K)
