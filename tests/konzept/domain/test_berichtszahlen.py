"""Figures of one day: valid offers alone, in their Kiez, and what is missing."""

from datetime import date, timedelta
from typing import Any

import pytest

from angebote.choices import Bereich, Status, Zugang
from angebote.models import Kategorie, Kiez, Zugangsweg
from konzept.choices import Lueckendimension
from konzept.domain.berichtszahlen import compute_zahlen
from konzept.domain.kiezlage import list_kiezlagen
from konzept.domain.luecken import count_matrix
from konzept.domain.verortung import load_kiezbestand
from tests.factories import UNGEPRUEFT, AngebotFactory, KiezFactory, OrtFactory
from tests.konzept.berichtskatalog import refresh_mengen

pytestmark = pytest.mark.django_db


@pytest.fixture
def themen() -> dict[str, Kategorie]:
    Kategorie.objects.all().delete()
    return {
        name: Kategorie.objects.create(
            slug=name.lower(), name=name, bereich=Bereich.BEGEGNUNG, icon="coffee", reihenfolge=n
        )
        for n, name in enumerate(("Chor", "Garten"))
    }


@pytest.fixture
def buch() -> Kiez:
    return KiezFactory(
        name="Buch", slug="buch", einwohner=2000, unter_18=500, ab_65=0, einwohner_stand=date(2022, 6, 30)
    )


def find_kiez(zahlen: dict[str, Any], slug: str) -> dict[str, Any]:
    [gefunden] = [kiez for kiez in zahlen["kieze"] if kiez["slug"] == slug]
    return gefunden


@pytest.mark.usefixtures("themen")
def test_zahlen_count_only_what_the_public_sees(heute: date, buch: Kiez) -> None:
    haus = OrtFactory(kiez=buch)
    AngebotFactory(ort=haus)
    AngebotFactory(ort=haus, bereich=Bereich.UNTERSTUETZUNG, hinweis_ab=heute)
    AngebotFactory(ort=None)
    AngebotFactory(ort=OrtFactory(kiez=None))
    for anders in (
        {"status": Status.ENTWURF},
        {"status": Status.PAUSIERT},
        {"gueltig_bis": heute - timedelta(days=1)},
        {"sichtbar_bis": heute - timedelta(days=1)},
    ):
        AngebotFactory(ort=haus, **anders)
    refresh_mengen()

    zahlen = compute_zahlen(heute=heute)

    assert {name: zahlen[name] for name in ("angebote", "alt", "unbestaetigt", "orte", "ohne_ort", "ohne_kiez")} == {
        "angebote": 4,
        "alt": 1,
        "unbestaetigt": 0,
        "orte": 2,
        "ohne_ort": 1,
        "ohne_kiez": 1,
    }
    assert [(bereich["art"], bereich["angebote"]) for bereich in zahlen["bereiche"]] == [
        ("begegnung", 3),
        ("unterstuetzung", 1),
    ]


@pytest.mark.usefixtures("themen")
def test_kiez_has_its_offers_places_and_people_by_age(heute: date, buch: Kiez) -> None:
    haus = OrtFactory(kiez=buch)
    AngebotFactory(ort=haus)
    AngebotFactory(ort=haus, hinweis_ab=heute)
    AngebotFactory(ort=OrtFactory(kiez=buch))

    assert find_kiez(compute_zahlen(heute=heute), "buch") == {
        "slug": "buch",
        "name": "Buch",
        "angebote": 3,
        "alt": 1,
        "unbestaetigt": 0,
        "orte": 2,
        "menschen": {"einwohner": 2000, "unter_18": 500, "von_18_bis_26": None, "von_27_bis_64": None, "ab_65": 0},
        "je_1000": {"einwohner": 1.5, "unter_18": 6.0, "von_18_bis_26": None, "von_27_bis_64": None, "ab_65": None},
        "stand": "2022-06-30",
    }


def test_unconfirmed_offers_are_told_apart_where_they_are_shown(
    heute: date, settings: Any, themen: dict[str, Kategorie]
) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = True
    AngebotFactory(**UNGEPRUEFT).kategorien.add(themen["Chor"])
    zahlen = compute_zahlen(heute=heute)
    assert (zahlen["angebote"], zahlen["unbestaetigt"], zahlen["alt"]) == (1, 1, 0)


def test_offer_counts_for_each_of_its_subjects(heute: date, themen: dict[str, Kategorie]) -> None:
    AngebotFactory().kategorien.set(themen.values())
    AngebotFactory().kategorien.add(themen["Chor"])
    AngebotFactory(status=Status.ENTWURF).kategorien.add(themen["Garten"])
    refresh_mengen()
    kategorien = compute_zahlen(heute=heute)["kategorien"]
    assert [(eine["name"], eine["angebote"]) for eine in kategorien] == [("Chor", 2), ("Garten", 1)]


def test_report_says_what_the_gap_page_says(heute: date, themen: dict[str, Kategorie], buch: Kiez) -> None:
    """Also of an offer with a place that comes to people who live elsewhere."""
    karow = KiezFactory(name="Karow", slug="karow", einwohner=3000)
    kommt = AngebotFactory(ort=OrtFactory(kiez=buch), hinweis_ab=heute)
    kommt.kategorien.add(themen["Chor"])
    kommt.einzugsgebiet.add(karow)
    for art in (Zugang.VOR_ORT, Zugang.ZUHAUSE):
        Zugangsweg.objects.create(angebot=kommt, art=art)
    bleibt = AngebotFactory(ort=OrtFactory(kiez=buch))
    bleibt.kategorien.add(themen["Garten"])
    bleibt.einzugsgebiet.add(karow)  # one has to go there: the area means nothing
    refresh_mengen()

    zahlen = compute_zahlen(heute=heute)

    bestand = load_kiezbestand(heute=heute)
    matrix = count_matrix(bestand, dimension=Lueckendimension.KATEGORIE, bereich="")
    fehlt = {luecke["name"]: [thema["name"] for thema in luecke["themen"]] for luecke in zahlen["luecken"]}
    assert fehlt == {"Karow": ["Garten"]}
    assert fehlt == {
        zeile.titel: [zelle.spalte.titel for zelle in zeile.zellen if zelle.ist_luecke]
        for zeile in matrix.kieze
        if any(zelle.ist_luecke for zelle in zeile.zellen)
    }
    je_kiez = [(kiez["slug"], kiez["angebote"], kiez["alt"], kiez["unbestaetigt"]) for kiez in zahlen["kieze"]]
    assert je_kiez == [("buch", 2, 1, 0), ("karow", 1, 1, 0)]
    assert je_kiez == [
        (lage.kiez.slug, lage.angebote, lage.laenger_her, lage.unbestaetigt) for lage in list_kiezlagen(bestand)
    ]
    assert [kiez["orte"] for kiez in zahlen["kieze"]] == [2, 0]
    quoten = [kiez["je_1000"]["einwohner"] for kiez in zahlen["kieze"]]
    assert quoten == [1.0, 0.33]
    assert quoten == [lage.je_tausend for lage in list_kiezlagen(bestand)]


def test_gap_is_filled_by_place_or_catchment_area_but_not_by_all_of_pankow(
    heute: date, themen: dict[str, Kategorie], buch: Kiez
) -> None:
    karow = KiezFactory(name="Karow", slug="karow")
    AngebotFactory(ort=OrtFactory(kiez=buch)).kategorien.add(themen["Chor"])
    am_telefon = AngebotFactory(ort=None)
    am_telefon.kategorien.add(themen["Garten"])
    am_telefon.einzugsgebiet.add(karow)
    AngebotFactory(ort=None).kategorien.set(themen.values())
    refresh_mengen()

    luecken = compute_zahlen(heute=heute)["luecken"]

    assert {luecke["name"]: [thema["name"] for thema in luecke["themen"]] for luecke in luecken} == {
        "Buch": ["Garten"],
        "Karow": ["Chor"],
    }


@pytest.mark.usefixtures("themen")
def test_zahlen_ask_five_queries_while_the_catalogue_stays(
    heute: date, buch: Kiez, django_assert_num_queries: Any
) -> None:
    for _angebot in range(20):
        AngebotFactory(ort=OrtFactory(kiez=buch))
    refresh_mengen()
    load_kiezbestand(heute=heute)
    with django_assert_num_queries(5):
        compute_zahlen(heute=heute)
