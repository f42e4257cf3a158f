from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Kostenart, Merkmal, Status, Wochentag, Zugang
from angebote.domain.fassungen import delete_alte_fassungen, load_fassungen, write_fassungen
from angebote.domain.katalog import delete_angebote, refresh_angebote, refresh_katalog
from angebote.models import (
    Angebot,
    Ausnahme,
    Barriereangabe,
    Fassung,
    Haltestelle,
    Kosten,
    OrtHaltestelle,
    Schliesszeit,
    Sprache,
)
from angebote.models.angebot import ERSTBESUCHFELDER
from tests.factories import UNGEPRUEFT, AngebotFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def refresh(angebot: Angebot, heute: date) -> int:
    """How many Fassungen of it there are afterwards."""
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return angebot.fassungen.count()


def test_refresh_writes_a_fassung_with_facts_and_sentences(heute: date) -> None:
    angebot = ZeitFactory(wochentag=Wochentag.DI, beginn=time(14), ende=time(16)).angebot
    assert refresh(angebot, heute) == 1
    fakten = Fassung.objects.get().fakten
    assert [zeit["beginn"] for zeit in fakten["tatsachen"]["zeiten"]] == ["14:00:00"]
    assert fakten["saetze"]["zeiten"] == ["jeden Dienstag, 14 bis 16 Uhr"]


def change_zeit(angebot: Angebot) -> None:
    angebot.zeiten.update(beginn=time(15))


def add_ausnahme(angebot: Angebot) -> None:
    Ausnahme.objects.create(angebot=angebot, datum=date(2026, 12, 1))


def close_angebot(angebot: Angebot) -> None:
    Schliesszeit.objects.create(angebot=angebot, von=date(2026, 12, 1), bis=date(2026, 12, 2))


def close_ort(angebot: Angebot) -> None:
    Schliesszeit.objects.create(ort=angebot.ort, von=date(2026, 12, 1), bis=date(2026, 12, 2))


def change_hausnummer(angebot: Angebot) -> None:
    angebot.ort.hausnummer = "7"
    angebot.ort.save()


def change_kosten(angebot: Angebot) -> None:
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)


def change_telefon(angebot: Angebot) -> None:
    Angebot.objects.filter(pk=angebot.pk).update(telefon="030 1112223")


def change_telefon_of_traeger(angebot: Angebot) -> None:
    Angebot.objects.filter(pk=angebot.pk).update(traeger=TraegerFactory(telefon="030 1112223"))


def add_barriere(angebot: Angebot) -> None:
    Barriereangabe.objects.create(ort=angebot.ort, merkmal=Merkmal.WC, wert="ja")


def add_haltestelle(angebot: Angebot) -> None:
    halt = Haltestelle.objects.create(kennung=f"de:{angebot.pk}", name="Tram", lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=angebot.ort, haltestelle=halt, meter=250)


def add_sprache(angebot: Angebot) -> None:
    angebot.sprachen.add(Sprache.objects.get(code="de"))


def change_eingang(angebot: Angebot) -> None:
    angebot.ort.eingang = "zweiter Hof"
    angebot.ort.save()


@pytest.mark.parametrize(
    "change",
    [
        change_zeit,
        add_ausnahme,
        close_angebot,
        close_ort,
        change_hausnummer,
        change_kosten,
        change_telefon,
        change_telefon_of_traeger,
        change_eingang,
        add_barriere,
        add_haltestelle,
        add_sprache,
    ],
)
def test_refresh_after_a_change_writes_another_fassung_and_only_one(
    heute: date, change: Callable[[Angebot], None]
) -> None:
    angebot = ZeitFactory().angebot
    refresh(angebot, heute)
    change(angebot)
    assert [refresh(angebot, heute), refresh(angebot, heute)] == [2, 2]


def test_refresh_writes_nothing_for_what_is_no_public_fact_of_the_sheet(heute: date) -> None:
    angebot = ZeitFactory(angebot__telefon="030/111 22 23").angebot
    refresh(angebot, heute)
    Angebot.objects.filter(pk=angebot.pk).update(
        telefon="030 1112223", interne_notiz="ruft zurück", geprueft_am=heute, nutzen="Neu"
    )
    assert refresh(angebot, heute) == 1


def test_refresh_writes_nothing_for_better_words_of_ours(heute: date) -> None:
    angebot = ZeitFactory().angebot
    refresh(angebot, heute)
    fassung = Fassung.objects.get()
    fassung.fakten["saetze"]["zeiten"] = ["immer dienstags"]
    fassung.save()
    assert refresh(angebot, heute) == 1


def test_refresh_writes_nothing_for_what_has_passed_by_itself(heute: date) -> None:
    angebot = ZeitFactory(gueltig_von=heute).angebot
    Angebot.objects.filter(pk=angebot.pk).update(gueltig_von=heute + timedelta(days=1))
    ZeitFactory(angebot=angebot, art="einzeln", wochentag=None, datum=heute)
    Ausnahme.objects.create(angebot=angebot, datum=heute)
    Schliesszeit.objects.create(angebot=angebot, von=heute, bis=heute)
    refresh(angebot, heute)
    angebot.ausnahmen.all().delete()
    angebot.schliesszeiten.all().delete()
    angebot.zeiten.filter(art="einzeln").delete()
    angebot.zeiten.update(gueltig_von=None)
    assert refresh(angebot, heute + timedelta(days=2)) == 1


@pytest.mark.parametrize(
    ("felder", "anzahl"),
    [
        ({"status": Status.ENTWURF}, 0),
        ({"status": Status.IN_PRUEFUNG}, 0),
        (UNGEPRUEFT, 0),
        ({"status": Status.PAUSIERT}, 1),
        ({"status": Status.ARCHIVIERT}, 1),
    ],
)
def test_refresh_writes_only_what_is_public_or_was(
    settings: Any, heute: date, felder: dict[str, Any], anzahl: int
) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    assert refresh(AngebotFactory(**felder), heute) == anzahl


def test_fassung_holds_no_contact_and_no_hint_that_may_name_somebody(heute: date) -> None:
    name = "Siebenschläfer"
    angebot = AngebotFactory(
        kontakt_name=name,
        telefon="030 1112223",
        email="siebenschlaefer@haus.example",
        web="https://siebenschlaefer.example",
        sprechzeiten=name,
        anmeldung_hinweis=name,
        zeiten_hinweis=name,
        ort__eingang=name,
        wer_hinweis=name,
        ausschluss=name,
        exklusiv=True,
        exklusiv_grund=name,
        sprachen_hinweis=name,
        anruf_hinweis=name,
        traeger=TraegerFactory(name=name),
        **dict.fromkeys(ERSTBESUCHFELDER, name),
    )
    angebot.zugangswege.create(art=Zugang.ZUHAUSE, hinweis=name)
    angebot.zugangswege.create(art=Zugang.VOR_ORT)
    Barriereangabe.objects.create(ort=angebot.ort, merkmal=Merkmal.WC, wert="teilweise", notiz=name)
    refresh(angebot, heute)
    text = repr(Fassung.objects.get().fakten).casefold()
    assert [wort for wort in ("siebenschl", "1112223", "2223") if wort in text] == []


def test_fassung_from_before_a_group_was_kept_is_followed_by_one_with_it(heute: date) -> None:
    angebot = AngebotFactory()
    refresh(angebot, heute)
    fassung = Fassung.objects.get()
    del fassung.fakten["tatsachen"]["wer"]
    fassung.save()
    assert [refresh(angebot, heute), refresh(angebot, heute)] == [2, 2]


def test_fassung_is_written_anew_under_a_new_key_and_the_old_fingerprint_stays_readable(
    settings: Any, heute: date
) -> None:
    angebot = AngebotFactory(telefon="030 1112223")
    refresh(angebot, heute)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY += " und mehr"
    assert [refresh(angebot, heute), refresh(angebot, heute)] == [2, 2]
    erste, zweite = (fassung.fakten["tatsachen"]["kontakt"] for fassung in Fassung.objects.all())
    assert [len(erste), len(zweite), len({*erste, *zweite})] == [1, 1, 2]


def test_refresh_of_everything_writes_the_first_fassungen(heute: date) -> None:
    angebote = AngebotFactory.create_batch(2)
    refresh_katalog(heute=heute)
    assert set(Fassung.objects.values_list("angebot_id", flat=True)) == {angebot.pk for angebot in angebote}


def test_write_needs_the_same_queries_for_one_and_three(heute: date) -> None:
    def count_queries(anzahl: int) -> int:
        angebote = [ZeitFactory(angebot__traeger=TraegerFactory()).angebot for _nummer in range(anzahl)]
        for angebot in angebote:
            Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
            for add in (close_ort, add_barriere, add_haltestelle, add_sprache):
                add(angebot)
        with CaptureQueriesContext(connection) as abfragen:
            write_fassungen(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
        return len(abfragen)

    assert [count_queries(1), count_queries(3)] == [17, 17]


def test_delete_of_an_offer_takes_its_fassungen_along(heute: date) -> None:
    angebot = AngebotFactory()
    refresh(angebot, heute)
    delete_angebote(angebot_ids=[angebot.pk])
    assert Fassung.objects.count() == 0


def create_fassung(angebot: Angebot, name: str, created_at: datetime) -> None:
    fassung = Fassung.objects.create(angebot=angebot, fakten={"name": name})
    Fassung.objects.filter(pk=fassung.pk).update(created_at=created_at)


@pytest.mark.parametrize(
    ("minuten", "name"),
    # One minute before the first: published in the same quarter hour as the sheet was printed.
    [(-1, "erste"), (0, "erste"), (59, "erste"), (60, "zweite"), (90, "zweite")],
)
def test_load_finds_the_fassung_of_the_moment(jetzt: datetime, minuten: int, name: str) -> None:
    angebot = AngebotFactory()
    create_fassung(angebot, "erste", jetzt)
    create_fassung(angebot, "zweite", jetzt + timedelta(hours=1))
    create_fassung(AngebotFactory(), "anderes Angebot", jetzt)
    gefunden = load_fassungen([angebot.pk], gedruckt_am=jetzt + timedelta(minutes=minuten))
    assert gefunden == {angebot.pk: {"name": name}}


def test_load_for_an_offer_without_a_fassung_that_old_finds_nothing(jetzt: datetime) -> None:
    angebot = AngebotFactory()
    create_fassung(angebot, "erste", jetzt)
    assert load_fassungen([angebot.pk, 999], gedruckt_am=jetzt - timedelta(minutes=15)) == {}


def test_load_takes_two_queries(jetzt: datetime, django_assert_num_queries: Any) -> None:
    angebote = AngebotFactory.create_batch(3)
    for angebot in angebote:
        create_fassung(angebot, "erste", jetzt)
    with django_assert_num_queries(2):
        assert len(load_fassungen([angebot.pk for angebot in angebote], gedruckt_am=jetzt)) == 3


def test_delete_keeps_what_a_sheet_of_24_months_can_ask_for(jetzt: datetime) -> None:
    erstes, zweites = AngebotFactory.create_batch(2)
    for name, tage in (("uralt", 900), ("alt", 800), ("jung", 700), ("neu", 1)):
        create_fassung(erstes, name, jetzt - timedelta(days=tage))
    create_fassung(zweites, "einzige", jetzt - timedelta(days=2000))
    assert delete_alte_fassungen(jetzt=jetzt) == 1
    assert {fassung.fakten["name"] for fassung in Fassung.objects.all()} == {"alt", "jung", "neu", "einzige"}
