from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Bereich, Format, Pruefgruppe, Pruefquelle
from angebote.domain.fristen import Rhythmus, compute_geprueft_am, rebuild_fristen
from angebote.models import Angebot, Pruefrhythmus
from tests.factories import UNGEPRUEFT, AngebotFactory

TAG = date(2026, 5, 4)
TAGE = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def read_fristen(angebot: Angebot) -> tuple[date | None, date | None, date | None]:
    angebot.refresh_from_db()
    return angebot.geprueft_am, angebot.hinweis_ab, angebot.sichtbar_bis


def add_pruefungen(angebot: Angebot, **tage: date) -> None:
    for gruppe, tag in tage.items():
        angebot.pruefungen.create(gruppe=gruppe, geprueft_am=tag, quelle=Pruefquelle.TELEFON)


def test_note_begins_on_the_day_after_the_last_good_one_and_the_last_day_is_shown() -> None:
    rhythmus = Rhythmus(hinweis_tage=90, frist_tage=180)
    assert rhythmus.compute_hinweis_ab(TAG) == TAG + timedelta(days=91)
    assert rhythmus.compute_sichtbar_bis(TAG) == TAG + timedelta(days=180)


@given(st.fixed_dictionaries(dict.fromkeys(Pruefgruppe.values, TAGE)))
def test_entry_is_as_old_as_its_oldest_group(neueste: dict[str, date]) -> None:
    assert compute_geprueft_am(neueste) == min(neueste.values())


@given(st.dictionaries(st.sampled_from(Pruefgruppe.values), TAGE, max_size=3))
def test_entry_with_a_group_nobody_has_checked_has_no_day(neueste: dict[str, date]) -> None:
    assert compute_geprueft_am(neueste) is None


@pytest.mark.django_db
def test_newest_check_of_each_group_counts_and_the_oldest_of_these_is_the_day_of_the_entry() -> None:
    angebot = AngebotFactory(**UNGEPRUEFT)
    add_pruefungen(angebot, zeiten=TAG, kontakt=TAG, kosten=TAG, barrieren=TAG)
    add_pruefungen(angebot, zeiten=TAG + timedelta(days=9), kosten=TAG + timedelta(days=5))
    add_pruefungen(angebot, kontakt=TAG + timedelta(days=3), barrieren=TAG + timedelta(days=4))
    add_pruefungen(angebot, kontakt=TAG - timedelta(days=30))

    assert rebuild_fristen(angebot_ids=[angebot.pk]) == 1

    tag = TAG + timedelta(days=3)
    assert read_fristen(angebot) == (tag, tag + timedelta(days=91), tag + timedelta(days=180))
    assert rebuild_fristen(angebot_ids=None) == 0


@pytest.mark.django_db
def test_offer_from_before_there_were_checks_keeps_its_day_and_one_never_checked_has_none() -> None:
    alt, nie = AngebotFactory(geprueft_am=TAG), AngebotFactory(**UNGEPRUEFT)
    assert rebuild_fristen(angebot_ids=[alt.pk, nie.pk]) == 0
    assert read_fristen(alt)[0] == TAG
    assert read_fristen(nie) == (None, None, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("zeilen", "frist"),
    [
        ([], 180),
        ([("unterstuetzung", "", 30)], 180),
        ([("", "einmalig", 30)], 180),
        ([("begegnung", "", 30)], 30),
        ([("begegnung", "", 30), ("", "kurs", 40)], 40),
        ([("begegnung", "", 30), ("", "kurs", 40), ("begegnung", "kurs", 50)], 50),
    ],
)
def test_most_specific_rhythm_holds(zeilen: list[tuple[str, str, int]], frist: int) -> None:
    angebot = AngebotFactory(bereich=Bereich.BEGEGNUNG, format=Format.KURS, geprueft_am=TAG)
    for bereich, form, tage in zeilen:
        Pruefrhythmus.objects.create(bereich=bereich, format=form, hinweis_tage=20, frist_tage=tage)
    rebuild_fristen(angebot_ids=[angebot.pk])
    assert read_fristen(angebot)[2] == TAG + timedelta(days=frist)


@pytest.mark.django_db
def test_changed_setting_moves_the_days(settings: Any) -> None:
    settings.PRUEFUNG_HINWEIS_TAGE, settings.PRUEFUNG_FRIST_TAGE = 10, 20
    angebot = AngebotFactory(geprueft_am=TAG)
    assert rebuild_fristen(angebot_ids=None) == 1
    assert read_fristen(angebot) == (TAG, TAG + timedelta(days=11), TAG + timedelta(days=20))


@pytest.mark.django_db
def test_queries_stay_the_same_for_more_offers() -> None:
    anzahlen = []
    for _lauf in range(2):
        for angebot in AngebotFactory.create_batch(3, **UNGEPRUEFT):
            add_pruefungen(angebot, zeiten=TAG, kontakt=TAG, kosten=TAG, barrieren=TAG)
        with CaptureQueriesContext(
            connection,
        ) as abfragen:
            rebuild_fristen(angebot_ids=None)
        anzahlen.append(len(abfragen))
    assert anzahlen[0] == anzahlen[1] <= 7


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("felder", "meldung"),
    [
        ({"hinweis_tage": 0}, "Der Hinweis kommt nach mindestens einem Tag"),
        ({"hinweis_tage": 60}, "Der Hinweis kommt nach mindestens einem Tag"),
        ({"bereich": "", "format": ""}, "Bitte Bereich oder Form angeben."),
        ({"format": "offen"}, "Für diese Angebote gibt es schon einen Prüfrhythmus."),
    ],
)
def test_senseless_rhythm_is_refused_in_german(felder: dict[str, Any], meldung: str) -> None:
    Pruefrhythmus.objects.create(bereich="begegnung", format="offen", hinweis_tage=1, frist_tage=2)
    neu = {"bereich": "begegnung", "format": "kurs", "hinweis_tage": 30, "frist_tage": 60} | felder
    with pytest.raises(ValidationError, match=meldung):
        Pruefrhythmus(**neu).full_clean()
