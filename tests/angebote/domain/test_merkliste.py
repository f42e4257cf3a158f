from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from angebote.choices import Status
from angebote.domain.katalog import refresh_angebote
from angebote.domain.merkliste import (
    list_kommende_schliesszeiten,
    list_kommende_termine,
    load_eintraege,
)
from angebote.models import Schliesszeit
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def test_eintraege_keep_the_order_of_the_list(heute: date) -> None:
    eines, anderes = AngebotFactory(), AngebotFactory()
    eintraege = load_eintraege([anderes.pk, eines.pk], heute=heute)
    assert [(eintrag.angebot, eintrag.grund, eintrag.ist_aktuell) for eintrag in eintraege] == [
        (anderes, "", True),
        (eines, "", True),
    ]


@pytest.mark.parametrize(
    ("felder", "grund"),
    [
        ({"status": Status.PAUSIERT}, "Dieses Angebot macht zurzeit eine Pause."),
        ({"status": Status.ARCHIVIERT}, "Dieses Angebot gibt es nicht mehr."),
        ({"gueltig_bis": date(2026, 11, 20)}, "Dieses Angebot gab es bis zum 20. November 2026."),
    ],
)
def test_eintrag_of_a_former_offer_says_why_it_is_over(heute: date, felder: dict[str, Any], grund: str) -> None:
    angebot = AngebotFactory(**felder)
    [eintrag] = load_eintraege([angebot.pk], heute=heute)
    assert (eintrag.angebot, eintrag.grund) == (angebot, grund)


def test_eintrag_tells_nothing_of_what_never_was_public(heute: date, settings: Any) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    verborgene = [
        AngebotFactory(status=Status.ENTWURF).pk,
        AngebotFactory(geprueft_am=None).pk,
        AngebotFactory(geprueft_am=None, status=Status.ARCHIVIERT).pk,
        10**15,
    ]
    eintraege = load_eintraege(verborgene, heute=heute)
    unbekannt = "Dieses Angebot steht nicht in unserem Verzeichnis."
    assert [(eintrag.angebot, eintrag.grund) for eintrag in eintraege] == [(None, unbekannt)] * 4


@pytest.mark.parametrize("anzahl", [1, 3])
def test_eintraege_need_two_queries(heute: date, anzahl: int, django_assert_num_queries: Any) -> None:
    ids = [AngebotFactory().pk for _nummer in range(anzahl)]
    with django_assert_num_queries(2):
        eintraege = load_eintraege(ids, heute=heute)
        assert [eintrag.angebot.ort.kiez.name for eintrag in eintraege if eintrag.angebot and eintrag.angebot.ort]


def test_kommende_termine_are_the_next_few_of_each_offer(heute: date, jetzt: datetime) -> None:
    oft, einmal, nie = AngebotFactory(), AngebotFactory(gueltig_bis=heute + timedelta(days=3)), AngebotFactory()
    ZeitFactory(angebot=oft, wochentag=heute.weekday(), beginn=time(10))
    ZeitFactory(angebot=oft, wochentag=heute.weekday(), beginn=time(15))
    ZeitFactory(angebot=einmal, wochentag=(heute.weekday() + 1) % 7, beginn=time(9))
    refresh_angebote(angebot_ids=[oft.pk, einmal.pk, nie.pk], heute=heute)
    termine = list_kommende_termine([oft.pk, einmal.pk, nie.pk], jetzt=jetzt, anzahl=3)
    gefunden = {pk: [(termin.datum, termin.beginn) for termin in liste] for pk, liste in termine.items()}
    assert gefunden == {
        oft.pk: [(heute, time(10)), (heute, time(15)), (heute + timedelta(days=7), time(10))],
        einmal.pk: [(heute + timedelta(days=1), time(9))],
    }


def test_kommende_schliesszeiten_are_those_of_offer_and_place(heute: date) -> None:
    haus = OrtFactory()
    im_haus, woanders = AngebotFactory(ort=haus), AngebotFactory()
    des_hauses = Schliesszeit.objects.create(ort=haus, von=heute, bis=heute)
    eigene = Schliesszeit.objects.create(angebot=im_haus, von=heute + timedelta(days=9), bis=heute + timedelta(days=9))
    Schliesszeit.objects.create(ort=haus, von=heute - timedelta(days=9), bis=heute - timedelta(days=1))
    assert list_kommende_schliesszeiten([im_haus, woanders], heute=heute) == {
        im_haus.pk: [des_hauses, eigene],
        woanders.pk: [],
    }
