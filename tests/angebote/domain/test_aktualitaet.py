from datetime import date, timedelta
from typing import Any

import pytest

from angebote.choices import Pruefgruppe, Pruefquelle
from angebote.domain.aktualitaet import (
    KeineGruppeError,
    ZukunftError,
    confirm_angebot,
    confirm_angebote,
    load_pruefstand,
    refresh_fristen,
)
from angebote.domain.katalogstand import read_version, renew_version
from angebote.models import Angebot, Pruefrhythmus, Pruefung
from pankow_einsamkeit.models import Konto
from tests.factories import UNGEPRUEFT, AngebotFactory

pytestmark = pytest.mark.django_db

ALLE = list(Pruefgruppe)


def confirm(angebot: Angebot, heute: date, **felder: Any) -> None:
    werte = {"gruppen": ALLE, "geprueft_am": heute, "konto": None, "quelle": Pruefquelle.ANBIETER} | felder
    confirm_angebot(angebot_id=angebot.pk, heute=heute, **werte)
    angebot.refresh_from_db()


def test_confirmed_entry_is_public_again_at_once(heute: date) -> None:
    angebot = AngebotFactory(geprueft_am=heute - timedelta(days=181))
    assert not Angebot.objects.oeffentlich(heute).exists()

    confirm(angebot, heute)

    assert angebot.geprueft_am == heute
    assert Angebot.objects.oeffentlich(heute + timedelta(days=180)).exists()
    assert not Angebot.objects.oeffentlich(heute + timedelta(days=181)).exists()


def test_check_is_noted_with_person_source_and_note_once_for_each_group(heute: date) -> None:
    konto = Konto.objects.create_user("redaktion")
    angebot = AngebotFactory(**UNGEPRUEFT)
    gruppen = [Pruefgruppe.KOSTEN, Pruefgruppe.ZEITEN, Pruefgruppe.KOSTEN]
    confirm(angebot, heute, gruppen=gruppen, konto=konto, quelle=Pruefquelle.BESUCH, notiz=" am Eingang gelesen ")
    zeilen = Pruefung.objects.values_list("gruppe", "geprueft_am", "konto", "quelle", "notiz")
    assert set(zeilen) == {(gruppe, heute, konto.pk, "besuch", "am Eingang gelesen") for gruppe in ("kosten", "zeiten")}
    assert len(zeilen) == 2


def test_entry_counts_as_checked_only_with_the_fourth_group(heute: date) -> None:
    angebot = AngebotFactory(**UNGEPRUEFT)
    for gruppe in ALLE[:3]:
        confirm(angebot, heute, gruppen=[gruppe])
        assert angebot.geprueft_am is None
    confirm(angebot, heute, gruppen=ALLE[3:], geprueft_am=heute - timedelta(days=2))
    assert angebot.geprueft_am == heute - timedelta(days=2)


def test_older_day_counts_for_the_groups_that_were_not_checked_now(heute: date) -> None:
    frueher = heute - timedelta(days=60)
    angebot = AngebotFactory(geprueft_am=frueher)
    confirm(angebot, heute, gruppen=[Pruefgruppe.ZEITEN])
    stand = load_pruefstand(angebot.pk)
    assert {gruppe: pruefung.geprueft_am for gruppe, pruefung in stand.items()} == {
        Pruefgruppe.ZEITEN: heute,
        Pruefgruppe.KONTAKT: frueher,
        Pruefgruppe.KOSTEN: frueher,
        Pruefgruppe.BARRIEREN: frueher,
    }
    assert angebot.geprueft_am == frueher
    confirm(angebot, heute, gruppen=ALLE[1:])
    assert angebot.geprueft_am == heute


@pytest.mark.parametrize(
    ("felder", "fehler", "meldung"),
    [
        ({"gruppen": []}, KeineGruppeError, "Bitte wählen Sie aus, was geprüft wurde."),
        ({"geprueft_am": date(2026, 11, 22)}, ZukunftError, "Der Tag der Prüfung liegt in der Zukunft."),
        ({"gruppen": ["wetter"]}, ValueError, "wetter"),
        ({"quelle": "gehoert"}, ValueError, "gehoert"),
    ],
)
def test_senseless_check_is_refused_and_nothing_is_noted(
    heute: date, felder: dict[str, Any], fehler: type[Exception], meldung: str
) -> None:
    angebot = AngebotFactory(geprueft_am=heute - timedelta(days=60))
    with pytest.raises(fehler, match=meldung):
        confirm(angebot, heute, **felder)
    assert not Pruefung.objects.exists()
    angebot.refresh_from_db()
    assert angebot.geprueft_am == heute - timedelta(days=60)


def test_several_offers_are_confirmed_at_once(heute: date) -> None:
    angebote = AngebotFactory.create_batch(3, **UNGEPRUEFT)
    confirm_angebote(
        angebot_ids=[angebot.pk for angebot in angebote[:2]],
        gruppen=ALLE,
        geprueft_am=heute,
        konto=None,
        quelle=Pruefquelle.WEBSITE,
        heute=heute,
    )
    assert set(Angebot.objects.values_list("pk", "geprueft_am")) == {
        (angebote[0].pk, heute),
        (angebote[1].pk, heute),
        (angebote[2].pk, None),
    }


def test_newer_note_of_the_same_day_stands_first(heute: date) -> None:
    angebot = AngebotFactory(**UNGEPRUEFT)
    for quelle in (Pruefquelle.WEBSITE, Pruefquelle.TELEFON):
        confirm(angebot, heute, gruppen=[Pruefgruppe.KOSTEN], quelle=quelle)
    assert [pruefung.quelle for pruefung in load_pruefstand(angebot.pk).values()] == ["telefon"]


def test_changed_rhythm_holds_for_all_offers_and_renews_the_pages(heute: date) -> None:
    angebot = AngebotFactory(geprueft_am=heute - timedelta(days=40))
    renew_version()
    vorher = read_version()
    Pruefrhythmus.objects.create(bereich="begegnung", hinweis_tage=20, frist_tage=39)
    assert refresh_fristen() == 1
    assert not Angebot.objects.oeffentlich(heute).filter(pk=angebot.pk).exists()
    assert read_version() != vorher


def test_person_who_leaves_takes_no_check_along(heute: date) -> None:
    konto = Konto.objects.create_user("redaktion")
    confirm(AngebotFactory(**UNGEPRUEFT), heute, konto=konto)
    konto.delete()
    assert set(Pruefung.objects.values_list("konto", flat=True)) == {None}
    assert Pruefung.objects.count() == 4


@pytest.mark.parametrize(
    ("tage", "hinweis", "abgelaufen"), [(90, False, False), (91, True, False), (180, True, False), (181, False, True)]
)
def test_scopes_name_what_needs_a_check(heute: date, tage: int, hinweis: bool, abgelaufen: bool) -> None:
    AngebotFactory(geprueft_am=heute - timedelta(days=tage))
    AngebotFactory(geprueft_am=None)
    AngebotFactory(geprueft_am=heute - timedelta(days=tage), status="entwurf")
    assert Angebot.objects.mit_hinweis(heute).count() == hinweis
    assert Angebot.objects.abgelaufen(heute).count() == abgelaufen
