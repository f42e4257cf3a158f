from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from angebote.choices import Kostenart, Vorschlagsherkunft, Vorschlagsstatus
from angebote.domain.angebotsdaten import apply_angebotsdaten, read_angebotsdaten
from angebote.domain.verlauf import (
    MIT_VERLAUF,
    begin_verlauf,
    delete_alten_verlauf,
    list_akte,
    read_daten_am,
)
from angebote.models import Aenderungsvorschlag, Angebot, Kategorie, Kosten, Ort, Schliesszeit, Zeit
from pankow_einsamkeit.models import Konto
from tests.angebote.domain.redaktionsteam import create_freigabe, create_redaktion
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@contextmanager
def at(zeitpunkt: datetime, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The history reads the clock itself."""
    with monkeypatch.context() as uhr:
        uhr.setattr(timezone, "now", lambda: zeitpunkt)
        yield


@pytest.fixture(name="angebot")
def angebot_mit_verlauf(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> Angebot:
    """Three acts: created, the next minute other times and lists, the minute after that another title."""
    with at(jetzt, monkeypatch):
        angebot = AngebotFactory(titel="Singen", telefon="030 1")
        ZeitFactory(angebot=angebot)
    kategorien = list(Kategorie.objects.values_list("pk", flat=True)[:2])
    zeit = read_angebotsdaten(angebot)["zeiten"][0]
    daten: list[dict[str, Any]] = [
        {"zeiten": [zeit | {"beginn": "15:00:00"}], "kategorien": kategorien, "kosten": [{"art": "kostenlos"}]},
        {"titel": "Chor", "kosten": []},
    ]
    for nummer, eine in enumerate(daten, start=1):
        with at(jetzt + nummer * MINUTE, monkeypatch):
            apply_angebotsdaten(angebot=Angebot.objects.get(), daten=eine, heute=jetzt.date(), grund=f"Nr. {nummer}")
    return Angebot.objects.get()


def test_state_at_a_moment_is_what_was_then(angebot: Angebot, jetzt: datetime) -> None:
    anfang, mitte, ende = (read_daten_am(Angebot, angebot.pk, jetzt + nummer * MINUTE) for nummer in range(3))
    assert anfang is not None
    assert mitte is not None
    assert (anfang["titel"], anfang["kategorien"], anfang["kosten"]) == ("Singen", [], [])
    assert (mitte["titel"], len(mitte["kategorien"]), mitte["kosten"][0]["art"]) == ("Singen", 2, Kostenart.KOSTENLOS)
    assert [zeile["beginn"] for zeile in mitte["zeiten"]] == ["15:00:00"]
    assert ende == read_angebotsdaten(angebot)


def test_state_before_the_history_begins_is_unknown(angebot: Angebot, jetzt: datetime) -> None:
    assert read_daten_am(Angebot, angebot.pk, jetzt - MINUTE) is None


def test_act_holds_everything_that_was_changed_at_one_go(angebot: Angebot, jetzt: datetime) -> None:
    akte = list_akte(Angebot, angebot.pk)
    assert [(akt.bis, akt.grund, set(akt.aenderungen)) for akt in akte] == [
        (jetzt, "", set()),
        (jetzt + MINUTE, "Nr. 1", {"zeiten", "kategorien", "kosten"}),
        (jetzt + 2 * MINUTE, "Nr. 2", {"titel", "kosten"}),
    ]


def test_acts_of_two_people_in_one_moment_stay_two(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    with at(jetzt, monkeypatch):
        angebot = AngebotFactory()
        for konto in (create_redaktion(), create_freigabe()):
            daten = {"telefon": f"030 {konto.pk}"}
            apply_angebotsdaten(angebot=angebot, daten=daten, heute=jetzt.date(), konto=konto)
    assert len(list_akte(Angebot, angebot.pk)) == 3


def test_acts_need_the_same_queries_however_many_there_are(angebot: Angebot, jetzt: datetime) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            list_akte(Angebot, angebot.pk)
        return len(queries)

    drei = count()
    for nummer in range(5):
        angebot.titel = f"Titel {nummer}"
        angebot.save()
    assert count() == drei == 13


def test_history_of_a_place_has_its_parts(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    with at(jetzt, monkeypatch):
        ort = OrtFactory(name="Haus")
    with at(jetzt + MINUTE, monkeypatch):
        Schliesszeit.objects.create(ort=ort, von=jetzt.date(), bis=jetzt.date())
    assert [set(akt.aenderungen) for akt in list_akte(Ort, ort.pk)] == [set(), {"schliesszeiten"}]


def test_every_model_with_a_history_is_looked_after() -> None:
    """The concept's history is kept for good: who decided what is part of the files."""
    modelle = apps.get_app_config("angebote").get_models()
    mit = {modell for modell in modelle if hasattr(modell._meta, "simple_history_manager_attribute")}
    assert mit == set(MIT_VERLAUF)


def test_history_begins_for_what_has_none_and_only_once(jetzt: datetime) -> None:
    angebot = AngebotFactory(titel="Singen")
    angebot.kategorien.set(Kategorie.objects.all()[:2])
    ZeitFactory(angebot=angebot)
    daten = read_angebotsdaten(Angebot.objects.get())
    for modell in MIT_VERLAUF:
        modell.verlauf.all().delete()  # type: ignore[attr-defined]
    getattr(Angebot.verlauf.model, "kategorien").all().delete()  # noqa: B009
    begonnen = begin_verlauf(jetzt=jetzt)
    assert begonnen == sum(modell._default_manager.count() for modell in MIT_VERLAUF)
    assert read_daten_am(Angebot, angebot.pk, jetzt) == daten
    assert begin_verlauf(jetzt=jetzt) == 0


def test_old_history_goes_but_what_was_true_then_is_still_known(angebot: Angebot, jetzt: datetime) -> None:
    grenze = jetzt + 90 * timedelta(seconds=1)  # after the second act
    vorher = read_daten_am(Angebot, angebot.pk, grenze)
    anzahl = delete_alten_verlauf(jetzt=add_monate(grenze), monate=36)
    assert anzahl > 0
    assert read_daten_am(Angebot, angebot.pk, grenze) == vorher
    assert read_daten_am(Angebot, angebot.pk, jetzt) is None
    assert list_akte(Angebot, angebot.pk)[-1].nachher == read_angebotsdaten(angebot)
    assert delete_alten_verlauf(jetzt=add_monate(grenze), monate=36) == 0


def test_old_history_of_what_was_deleted_goes_completely(jetzt: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    with at(jetzt, monkeypatch):
        zeit = ZeitFactory()
        zeit.delete()
    assert Zeit.verlauf.count() == 2
    delete_alten_verlauf(jetzt=add_monate(jetzt) + MINUTE, monate=36)
    assert Zeit.verlauf.count() == 0


def test_old_decided_proposals_go_and_open_ones_stay(jetzt: datetime) -> None:
    konto: Konto = create_redaktion()
    for status in (Vorschlagsstatus.OFFEN, Vorschlagsstatus.ANGENOMMEN):
        Aenderungsvorschlag.objects.create(
            angebot=AngebotFactory(),
            aenderungen={},
            herkunft=Vorschlagsherkunft.REDAKTION,
            konto=konto,
            eingereicht_am=jetzt,
            status=status,
            entschieden_am=None if status == Vorschlagsstatus.OFFEN else jetzt,
        )
    delete_alten_verlauf(jetzt=add_monate(jetzt) + MINUTE, monate=36)
    assert set(Aenderungsvorschlag.objects.values_list("status", flat=True)) == {Vorschlagsstatus.OFFEN}


def add_monate(zeitpunkt: datetime) -> datetime:
    return zeitpunkt.replace(year=zeitpunkt.year + 3)


def test_deleted_part_is_named_in_the_difference(angebot: Angebot) -> None:
    letzter = list_akte(Angebot, angebot.pk)[-1]
    assert letzter.aenderungen["kosten"]["neu"] == []
    assert Kosten.objects.count() == 0
