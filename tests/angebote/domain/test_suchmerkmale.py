from datetime import date

import pytest

from angebote.choices import Anmeldung, Barrierefrei, Bereich, Format, Kostenart, Zeitart, Zugang
from angebote.domain.suchmerkmale import compute_suchmerkmale, load_gebietsliste
from angebote.models import (
    Angebot,
    Barriereangabe,
    Gruppe,
    Kategorie,
    Kosten,
    OrtsteilAnteil,
    Sprache,
    Zeit,
    Zielgruppe,
    Zugangsweg,
)
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, OrtsteilFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def read_werte(angebot: Angebot, gruppe: Gruppe) -> set[str]:
    return {wert for eigene, wert in read_merkmale(angebot) if eigene == gruppe}


def read_merkmale(angebot: Angebot) -> set[tuple[Gruppe, str]]:
    """As they follow from what stands in the database."""
    return compute_suchmerkmale(Angebot.objects.get(pk=angebot.pk), gebiete=load_gebietsliste())


def add_zugaenge(angebot: Angebot, *arten: Zugang) -> None:
    for art in arten:
        Zugangsweg.objects.create(angebot=angebot, art=art)


def test_bare_offer_has_exactly_these_values() -> None:
    assert read_merkmale(AngebotFactory(ort__kiez__slug="buch")) == {
        ("bereich", "begegnung"),
        ("kiez", "buch"),
        ("zugang", "vor-ort"),
        ("zeitlage", "unbekannt"),
        ("offen", "kosten"),
        *(("offen", wert.value) for wert in Barrierefrei),
    }


def test_bereich_is_the_one_of_the_offer() -> None:
    assert read_werte(AngebotFactory(bereich=Bereich.UNTERSTUETZUNG), Gruppe.BEREICH) == {"unterstuetzung"}


def test_kategorie_has_every_slug() -> None:
    angebot = AngebotFactory()
    angebot.kategorien.set(Kategorie.objects.filter(slug__in=["cafe-treff", "spielen"]))
    assert read_werte(angebot, Gruppe.KATEGORIE) == {"cafe-treff", "spielen"}


def test_sprache_and_fuer_have_every_value() -> None:
    angebot = AngebotFactory()
    angebot.sprachen.set(Sprache.objects.filter(code__in=["de", "gsg"]))
    angebot.zielgruppen.set(Zielgruppe.objects.filter(slug__in=["aeltere", "trauernde"]))
    assert read_werte(angebot, Gruppe.SPRACHE) == {"de", "gsg"}
    assert read_werte(angebot, Gruppe.FUER) == {"aeltere", "trauernde"}


@pytest.mark.parametrize(
    ("anmeldung", "werte"),
    [
        (Anmeldung.OHNE, {"ohne"}),
        (Anmeldung.MOEGLICH, {"ohne"}),
        (Anmeldung.NOETIG, set()),
        (Anmeldung.ERSTGESPRAECH, set()),
        (Anmeldung.UNBEKANNT, set()),
    ],
)
def test_anmeldung_ohne_only_where_none_is_needed(anmeldung: Anmeldung, werte: set[str]) -> None:
    assert read_werte(AngebotFactory(anmeldung=anmeldung), Gruppe.ANMELDUNG) == werte


def test_kosten_follow_the_cost_rows() -> None:
    angebot = AngebotFactory()
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Kosten.objects.create(angebot=angebot, art=Kostenart.SPENDE)
    assert read_werte(angebot, Gruppe.KOSTEN) == {"kostenlos", "spende"}
    Kosten.objects.create(angebot=angebot, art=Kostenart.BETRAG, betrag_cent=500)
    assert read_werte(angebot, Gruppe.KOSTEN) == set()


def test_barrierefrei_merges_place_and_offer() -> None:
    angebot = AngebotFactory()
    Barriereangabe.objects.create(ort=angebot.ort, merkmal="entrance_level", wert="ja")
    Barriereangabe.objects.create(ort=angebot.ort, merkmal="wc", wert="ja")
    Barriereangabe.objects.create(angebot=angebot, merkmal="wc", wert="nein")
    Barriereangabe.objects.create(angebot=angebot, merkmal="loop", wert="ja")
    assert read_werte(angebot, Gruppe.BARRIEREFREI) == {"stufenlos", "induktion"}


def test_offen_names_what_is_not_known_and_never_what_has_a_value() -> None:
    angebot = AngebotFactory()
    Kosten.objects.create(angebot=angebot, art=Kostenart.BETRAG, betrag_cent=500)
    Barriereangabe.objects.create(ort=angebot.ort, merkmal="entrance_level", wert="ja")
    Barriereangabe.objects.create(angebot=angebot, merkmal="wc", wert="nein")
    assert read_werte(angebot, Gruppe.OFFEN) == {"aufzug", "induktion", "dgs", "ruhe", "begleitung"}


def test_barrierefrei_by_phone_needs_no_way() -> None:
    angebot = AngebotFactory(ort=None)
    add_zugaenge(angebot, Zugang.TELEFON)
    assert read_werte(angebot, Gruppe.BARRIEREFREI) == {"stufenlos", "wc", "aufzug"}


@pytest.mark.parametrize(
    ("arten", "mit_ort", "werte"),
    [
        ([], True, {"vor-ort"}),
        ([], False, set()),
        ([Zugang.TELEFON], True, {"telefon"}),
        ([Zugang.VOR_ORT, Zugang.ONLINE], True, {"vor-ort", "online"}),
        ([Zugang.ZUHAUSE, Zugang.DRAUSSEN], False, {"zuhause", "draussen"}),
    ],
)
def test_zugang_is_as_stated_or_follows_from_the_place(arten: list[Zugang], mit_ort: bool, werte: set[str]) -> None:
    angebot = AngebotFactory(ort=OrtFactory() if mit_ort else None)
    add_zugaenge(angebot, *arten)
    assert read_werte(angebot, Gruppe.ZUGANG) == werte


@pytest.mark.parametrize(
    ("arten", "werte"),
    [
        ([], {"unbekannt"}),
        ([Zeitart.UNBEKANNT], {"unbekannt"}),
        ([Zeitart.VEREINBARUNG], {"vereinbarung"}),
        ([Zeitart.VEREINBARUNG, Zeitart.UNBEKANNT], {"vereinbarung", "unbekannt"}),
        ([Zeitart.REGEL], set()),
        ([Zeitart.EINZELN], set()),
        ([Zeitart.REGEL, Zeitart.VEREINBARUNG], {"vereinbarung"}),
    ],
)
def test_zeitlage_names_times_without_dates(arten: list[Zeitart], werte: set[str]) -> None:
    angebot = AngebotFactory()
    for art in arten:
        if art in {Zeitart.REGEL, Zeitart.EINZELN}:
            ZeitFactory(angebot=angebot, art=art, datum=date(2026, 12, 1))
        else:
            Zeit.objects.create(angebot=angebot, art=art)
    assert read_werte(angebot, Gruppe.ZEITLAGE) == werte


@pytest.fixture
def gebiete() -> dict[str, object]:
    """Buch and Karow share Ortsteil Karow; Weißensee has its own; an Ortsteil without addresses in Buch counts not."""
    kieze = {slug: KiezFactory(slug=slug) for slug in ("buch", "karow", "weissensee")}
    for slug, anteile in {
        "ot-buch": {"buch": 1.0},
        "ot-karow": {"buch": 0.1, "karow": 0.9},
        "ot-weissensee": {"weissensee": 1.0, "buch": 0.0},
    }.items():
        ortsteil = OrtsteilFactory(slug=slug)
        for kiez, anteil in anteile.items():
            OrtsteilAnteil.objects.create(ortsteil=ortsteil, kiez=kieze[kiez], adressanteil=anteil)
    return {**kieze}


@pytest.mark.parametrize(
    ("arten", "mit_ort", "einzugsgebiet", "kieze", "ortsteile"),
    [
        ([], True, [], {"karow"}, {"ot-karow"}),
        ([Zugang.VOR_ORT], True, ["buch"], {"karow"}, {"ot-karow"}),
        ([Zugang.DRAUSSEN], True, ["buch"], {"karow"}, {"ot-karow"}),
        ([Zugang.TELEFON], True, ["buch"], {"karow", "buch"}, {"ot-karow", "ot-buch"}),
        (
            [Zugang.VOR_ORT, Zugang.ONLINE],
            True,
            [],
            {"karow", "buch", "weissensee"},
            {"ot-karow", "ot-buch", "ot-weissensee"},
        ),
        ([Zugang.ZUHAUSE], False, ["karow"], {"karow"}, {"ot-karow"}),
        ([Zugang.ZUHAUSE], False, ["buch"], {"buch"}, {"ot-buch", "ot-karow"}),
        (
            [Zugang.TELEFON],
            False,
            [],
            {"buch", "karow", "weissensee"},
            {"ot-buch", "ot-karow", "ot-weissensee"},
        ),
        ([Zugang.DRAUSSEN], False, ["weissensee"], {"weissensee"}, {"ot-weissensee"}),
        ([], False, ["buch", "karow"], {"buch", "karow"}, {"ot-buch", "ot-karow"}),
    ],
)
def test_kiez_and_ortsteil_of_place_and_catchment(
    gebiete: dict[str, object],
    arten: list[Zugang],
    mit_ort: bool,
    einzugsgebiet: list[str],
    kieze: set[str],
    ortsteile: set[str],
) -> None:
    ortsteil = OrtsteilAnteil.objects.get(kiez__slug="karow").ortsteil
    angebot = AngebotFactory(ort=OrtFactory(kiez=gebiete["karow"], ortsteil=ortsteil) if mit_ort else None)
    add_zugaenge(angebot, *arten)
    angebot.einzugsgebiet.set([gebiete[slug] for slug in einzugsgebiet])
    assert read_werte(angebot, Gruppe.KIEZ) == kieze
    assert read_werte(angebot, Gruppe.ORTSTEIL) == ortsteile


def test_kiez_of_a_place_without_one_is_nothing() -> None:
    KiezFactory()
    assert read_werte(AngebotFactory(ort__kiez=None), Gruppe.KIEZ) == set()


def test_format_is_told_only_of_what_is_open_to_all() -> None:
    assert read_werte(AngebotFactory(format=Format.OFFEN), Gruppe.FORMAT) == {"offen"}
    assert read_werte(AngebotFactory(format=Format.KURS), Gruppe.FORMAT) == set()
