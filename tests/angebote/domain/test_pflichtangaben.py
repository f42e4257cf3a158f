import random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Bereich, Kostenart, Merkmal, Zeitart, Zugang
from angebote.domain.pflichtangaben import (
    BEZUEGE,
    PFLICHT,
    TEILE,
    find_mit_fehlenden_angaben,
    list_fehlende_angaben,
)
from angebote.models import Angebot, Barriereangabe, Kategorie, Kosten, Zeit, Zugangsweg
from tests.angebote.vollstaendig import MINDESTMERKMALE, create_vollstaendiges
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory

pytestmark = pytest.mark.django_db


def list_pflicht(angebot: Angebot) -> list[str]:
    gespeichert = Angebot.objects.get(pk=angebot.pk)
    return [angabe.anker for angabe in list_fehlende_angaben(gespeichert) if angabe.ist_pflicht]


def test_vollstaendiges_angebot_stating_unknown_everywhere_lacks_nothing_required():
    angebot = create_vollstaendiges()

    assert list_pflicht(angebot) == []
    assert not find_mit_fehlenden_angaben().exists()


def test_leeres_angebot_lists_everything_at_once_in_the_order_of_the_form():
    angebot = AngebotFactory(titel="")

    assert list_pflicht(angebot) == [
        "id_titel",
        "id_nutzen",
        "id_kategorien",
        "zeiten-heading",
        "kosten-heading",
        "id_erstbesuch_ablauf",
        "id_telefon",
        *["barriereangaben-heading"] * 4,
    ]
    assert set(find_mit_fehlenden_angaben()) == {angebot}


@pytest.mark.parametrize(
    ("felder", "anker"),
    [
        ({"titel": ""}, "id_titel"),
        ({"nutzen": ""}, "id_nutzen"),
        ({"erstbesuch_ablauf": ""}, "id_erstbesuch_ablauf"),
        ({"telefon": ""}, "id_telefon"),
        ({"telefon": "", "web": "https://haus.example"}, "id_telefon"),
    ],
)
def test_pflichtangabe_left_empty_is_named(felder: dict[str, str], anker: str):
    angebot = create_vollstaendiges(**felder)

    assert list_pflicht(angebot) == [anker]
    assert set(find_mit_fehlenden_angaben()) == {angebot}


@pytest.mark.parametrize("teil", ["zeiten", "kosten"])
def test_pflichtangabe_without_any_row_is_named(teil: str):
    angebot = create_vollstaendiges()
    getattr(angebot, teil).all().delete()

    assert list_pflicht(angebot) == [f"{teil}-heading"]


@pytest.mark.parametrize("merkmal", MINDESTMERKMALE)
def test_barriereangabe_of_the_minimum_not_stated_is_named_unless_the_place_states_it(merkmal: Merkmal):
    angebot = create_vollstaendiges()
    angebot.barriereangaben.filter(merkmal=merkmal).delete()
    vorher = list_pflicht(angebot)
    Barriereangabe.objects.create(ort=angebot.ort, merkmal=merkmal)

    assert (vorher, list_pflicht(angebot)) == (["barriereangaben-heading"], [])


def test_raum_stated_as_step_free_needs_no_lift():
    angebot = create_vollstaendiges()
    angebot.barriereangaben.filter(merkmal=Merkmal.LIFT).update(merkmal=Merkmal.ROOM_LEVEL)

    assert list_pflicht(angebot) == []


def test_am_telefon_needs_neither_place_nor_accessibility():
    angebot = create_vollstaendiges(ort=None)
    angebot.barriereangaben.all().delete()
    ohne_zugang = list_pflicht(angebot)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)

    assert (ohne_zugang, list_pflicht(angebot)) == (["zugangswege-heading"], [])


def test_draussen_needs_a_meeting_point_and_no_door():
    angebot = create_vollstaendiges(ort=None)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.DRAUSSEN)
    angebot.barriereangaben.filter(merkmal__in=(Merkmal.ENTRANCE_LEVEL, Merkmal.LIFT)).delete()
    ohne_treffpunkt = list_pflicht(angebot)
    Angebot.objects.update(treffpunkt="am Brunnen")

    assert (ohne_treffpunkt, list_pflicht(angebot)) == (["id_ort"], [])


def test_vor_ort_a_meeting_point_in_words_replaces_no_place():
    angebot = create_vollstaendiges(ort=None, treffpunkt="im Saal")
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.VOR_ORT)

    assert list_pflicht(angebot) == ["id_ort"]


def test_kontakt_of_the_traeger_counts_where_the_offer_has_none_of_its_own():
    traeger = TraegerFactory(email="haus@haus.example")
    eigener = create_vollstaendiges(telefon="", traeger=traeger)
    nur_web = create_vollstaendiges(telefon="", traeger=traeger, web="https://haus.example")

    # The public page names the offer's own website and nothing of the Träger beside it.
    assert (list_pflicht(eigener), list_pflicht(nur_web)) == ([], ["id_telefon"])


def test_unterstuetzung_needs_no_first_visit_but_would_like_referral_and_confidentiality():
    angebot = create_vollstaendiges(bereich=Bereich.UNTERSTUETZUNG, erstbesuch_ablauf="")

    angaben = list_fehlende_angaben(angebot)
    assert {angabe.feld for angabe in angaben if not angabe.ist_pflicht} == {
        "traeger",
        "anmeldung",
        "ueberweisung",
        "vertraulich",
    }
    assert [angabe for angabe in angaben if angabe.ist_pflicht] == []


def test_begegnung_would_like_the_other_questions_of_the_first_visit():
    angebot = create_vollstaendiges(erstbesuch_klingeln="bei „Treff“")

    empfohlene = {angabe.feld for angabe in list_fehlende_angaben(angebot) if not angabe.ist_pflicht}
    assert empfohlene == {"traeger", "anmeldung", "erstbesuch_begruessung"}


def create_zufaelliges(wuerfel: random.Random, kategorie: Kategorie, traeger: list[Any], orte: list[Any]) -> None:
    angebot = AngebotFactory(
        titel=wuerfel.choice(["", "Skat"]),
        nutzen=wuerfel.choice(["", "Spielen."]),
        bereich=wuerfel.choice(Bereich.values),
        erstbesuch_ablauf=wuerfel.choice(["", "Sie spielen mit."]),
        telefon=wuerfel.choice(["", "", "030 1"]),
        email=wuerfel.choice(["", "", "a@b.example"]),
        web=wuerfel.choice(["", "https://b.example"]),
        treffpunkt=wuerfel.choice(["", "im Saal"]),
        traeger=wuerfel.choice([None, *traeger]),
        ort=wuerfel.choice([None, *orte]),
    )
    if wuerfel.random() < 0.7:
        angebot.kategorien.add(kategorie)
    if wuerfel.random() < 0.7:
        Zeit.objects.create(angebot=angebot, art=Zeitart.VEREINBARUNG)
    if wuerfel.random() < 0.7:
        Kosten.objects.create(angebot=angebot, art=wuerfel.choice([Kostenart.KOSTENLOS, Kostenart.UNBEKANNT]))
    for art in wuerfel.sample(Zugang.values, k=wuerfel.choice([0, 0, 1, 1, 2])):
        Zugangsweg.objects.create(angebot=angebot, art=art)
    merkmale = (*MINDESTMERKMALE, Merkmal.ROOM_LEVEL, Merkmal.DOG)
    for merkmal in wuerfel.sample(merkmale, k=wuerfel.randint(0, len(merkmale))):
        Barriereangabe.objects.create(angebot=angebot, merkmal=merkmal)


def test_find_mit_fehlenden_angaben_on_many_offers_says_exactly_what_the_rules_say():
    wuerfel = random.Random(5)  # noqa: S311
    kategorie = Kategorie.objects.order_by("pk").first()
    assert kategorie is not None
    orte = [OrtFactory(), OrtFactory()]
    for merkmal in (Merkmal.ENTRANCE_LEVEL, Merkmal.WC, Merkmal.ESCORT):
        Barriereangabe.objects.create(ort=orte[1], merkmal=merkmal)
    traeger = [TraegerFactory(), TraegerFactory(telefon="030 2"), TraegerFactory(email="c@d.example")]
    for _nummer in range(250):
        create_zufaelliges(wuerfel, kategorie, traeger, orte)

    angebote = list(Angebot.objects.select_related(*BEZUEGE).prefetch_related(*TEILE))

    for regel in PFLICHT:
        nach_regel = {angebot.pk for angebot in angebote if regel.fehlt(angebot)}
        nach_sql = set(Angebot.objects.filter(regel.bedingung()).values_list("pk", flat=True))
        assert nach_sql == nach_regel, regel.name
        assert 0 < len(nach_regel) < len(angebote), regel.name
    fehlende = {a.pk for a in angebote if any(angabe.ist_pflicht for angabe in list_fehlende_angaben(a))}
    assert set(find_mit_fehlenden_angaben().values_list("pk", flat=True)) == fehlende


def test_find_mit_fehlenden_angaben_counts_in_one_query_and_keeps_what_was_chosen():
    fehlt = AngebotFactory(titel="")
    create_vollstaendiges()
    AngebotFactory(status="archiviert")

    with CaptureQueriesContext(
        connection,
    ) as abfragen:
        anzahl = find_mit_fehlenden_angaben(Angebot.objects.filter(status="veroeffentlicht")).count()

    assert (anzahl, len(abfragen)) == (1, 1)
    assert set(find_mit_fehlenden_angaben(Angebot.objects.exclude(status="archiviert"))) == {fehlt}


def test_list_fehlende_angaben_of_prefetched_offers_asks_nothing():
    create_vollstaendiges()
    AngebotFactory(titel="")
    angebote = list(Angebot.objects.select_related(*BEZUEGE).prefetch_related(*TEILE))

    with CaptureQueriesContext(connection) as abfragen:
        for angebot in angebote:
            list_fehlende_angaben(angebot)

    assert len(abfragen) == 0
