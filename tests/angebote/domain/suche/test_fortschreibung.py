from datetime import date, time
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Bereich, Kostenart
from angebote.domain.suche.fortschreibung import rebuild_mengen, rebuild_terminmengen
from angebote.domain.suche.mengen import build_menge, dump_menge, list_pks, load_menge
from angebote.domain.termine import rebuild_termine
from angebote.models import Angebot, Angebotsmenge, Kategorie, Kosten, Termin
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def read_mengen(gruppe: str) -> dict[str, set[int]]:
    return {m.wert: set(list_pks(load_menge(m.bits))) for m in Angebotsmenge.objects.filter(gruppe=gruppe)}


def build_termin(angebot: Angebot, *, datum: date, beginn: time, ende: time | None = None) -> Termin:
    tageszeit = "vormittag" if beginn < time(12) else "nachmittag"
    return Termin(
        angebot=angebot, datum=datum, beginn=beginn, ende=ende, wochentag=datum.weekday(), tageszeit=tageszeit
    )


def test_rebuild_puts_offers_of_the_same_value_into_one_set() -> None:
    begegnung, auch, hilfe = AngebotFactory(), AngebotFactory(), AngebotFactory(bereich=Bereich.UNTERSTUETZUNG)
    rebuild_mengen(angebot_ids=[begegnung.pk, auch.pk, hilfe.pk])
    assert read_mengen("bereich") == {"begegnung": {begegnung.pk, auch.pk}, "unterstuetzung": {hilfe.pk}}


def test_rebuild_of_a_changed_offer_moves_it_and_drops_the_set_it_leaves_empty() -> None:
    angebot, anderes = AngebotFactory(), AngebotFactory()
    rebuild_mengen(angebot_ids=[angebot.pk, anderes.pk])
    Angebot.objects.filter(pk=angebot.pk).update(bereich=Bereich.UNTERSTUETZUNG)
    assert rebuild_mengen(angebot_ids=[angebot.pk]) == 2
    assert read_mengen("bereich") == {"begegnung": {anderes.pk}, "unterstuetzung": {angebot.pk}}
    Angebot.objects.filter(pk=angebot.pk).update(bereich=Bereich.BEGEGNUNG)
    rebuild_mengen(angebot_ids=[angebot.pk])
    assert read_mengen("bereich") == {"begegnung": {angebot.pk, anderes.pk}}


def test_rebuild_twice_writes_nothing() -> None:
    angebot = AngebotFactory()
    assert rebuild_mengen(angebot_ids=[angebot.pk]) > 0
    vorher = set(Angebotsmenge.objects.values_list("pk", "gruppe", "wert"))
    assert rebuild_mengen(angebot_ids=[angebot.pk]) == 0
    assert set(Angebotsmenge.objects.values_list("pk", "gruppe", "wert")) == vorher


def test_rebuild_of_an_offer_that_is_gone_takes_it_out_of_every_set() -> None:
    angebot = AngebotFactory()
    Angebotsmenge.objects.create(gruppe="termin", wert="2026-11-24T14:00", bits=dump_menge(build_menge([angebot.pk])))
    rebuild_mengen(angebot_ids=[angebot.pk])
    pk = angebot.pk
    angebot.delete()
    rebuild_mengen(angebot_ids=[pk])
    rebuild_terminmengen(angebot_ids=[pk])
    assert set(Angebotsmenge.objects.all()) == set()


def test_rebuild_terminmengen_names_begins_and_the_times_of_day_a_house_is_open_into() -> None:
    frueh, spaet = AngebotFactory(), AngebotFactory()
    tag = date(2026, 11, 24)
    Termin.objects.bulk_create(
        [
            build_termin(frueh, datum=tag, beginn=time(10), ende=time(18)),
            build_termin(spaet, datum=tag, beginn=time(10), ende=time(12, 59)),
            build_termin(spaet, datum=tag, beginn=time(14)),
        ]
    )
    rebuild_terminmengen(angebot_ids=[frueh.pk, spaet.pk])
    assert read_mengen("termin") == {
        "2026-11-24T10:00": {frueh.pk, spaet.pk},
        "2026-11-24T10:00/nachmittag": {frueh.pk},
        "2026-11-24T10:00/abend": {frueh.pk},
        "2026-11-24T14:00": {spaet.pk},
    }


def test_rebuild_of_facets_leaves_termine_alone_and_the_other_way_round(heute: date) -> None:
    zeit = ZeitFactory()
    rebuild_mengen(angebot_ids=[zeit.angebot_id])
    merkmale = read_mengen("kiez")
    rebuild_termine(angebot_ids=None, heute=heute)
    termine = read_mengen("termin")
    assert min(termine) == "2026-11-24T14:00"
    assert read_mengen("kiez") == merkmale
    rebuild_mengen(angebot_ids=[zeit.angebot_id])
    assert read_mengen("termin") == termine


def test_rebuild_termine_of_the_next_day_drops_the_sets_of_days_gone_by(heute: date) -> None:
    ZeitFactory()
    rebuild_termine(angebot_ids=None, heute=heute)
    rebuild_termine(angebot_ids=None, heute=date(2026, 11, 25))
    assert min(read_mengen("termin")) == "2026-12-01T14:00"


def test_rebuild_needs_the_same_queries_for_one_and_three() -> None:
    def count_queries(anzahl: int) -> int:
        angebote = AngebotFactory.create_batch(anzahl)
        for angebot in angebote:
            Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
            angebot.kategorien.set(Kategorie.objects.all()[:2])
            angebot.einzugsgebiet.set([angebot.ort.kiez])
        with CaptureQueriesContext(connection) as abfragen:
            rebuild_mengen(angebot_ids=[angebot.pk for angebot in angebote])
        return len(abfragen)

    count_queries(1)
    assert count_queries(1) == count_queries(3) <= 18


@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads cannot share SQLite's database in memory")
@pytest.mark.django_db(transaction=True)
def test_rebuild_by_several_editors_at_once_loses_no_bit() -> None:
    angebote = AngebotFactory.create_batch(4)
    zusammen = Barrier(len(angebote))

    def save(angebot: Angebot) -> None:
        zusammen.wait()
        for bereich in (Bereich.BEGEGNUNG, Bereich.UNTERSTUETZUNG) * 3:
            Angebot.objects.filter(pk=angebot.pk).update(bereich=bereich)
            rebuild_mengen(angebot_ids=[angebot.pk])
        connection.close()

    redaktion = [Thread(target=save, args=[angebot]) for angebot in angebote]
    for person in redaktion:
        person.start()
    for person in redaktion:
        person.join()

    assert read_mengen("bereich") == {"unterstuetzung": {angebot.pk for angebot in angebote}}
