"""A frozen report is kept by the database: past every form and every function, and its checksum tells of a change."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from konzept.choices import Berichtsart, Berichtsstatus
from konzept.models import Bericht
from konzept.models.bericht import compute_pruefsumme
from konzept.models.fest_nach_einfrieren import FESTE, FESTE_NACH_FREIGABE
from tests.konzept.factories import DrucksacheFactory
from tests.konzept.factories_bericht import (
    JETZT,
    create_eingefrorenen,
    create_entwurf,
    create_freigegebenen,
    get_schreibende,
)

pytestmark = pytest.mark.django_db
ANDERS: dict[str, Any] = {
    "abbild": {"form": 1, "dokument": {}},
    "pruefsumme": "0" * 64,
    "stichtag": date(2026, 11, 22),
    "eingefroren_am": JETZT + timedelta(days=1),
    "drucksache_id": lambda: DrucksacheFactory().pk,
    "art": Berichtsart.SCHLUSSBERICHT,
    "einleitung": "Nachträglich anders.",
    "ausblick": "Nachträglich anders.",
}
ANDERS_NACH_FREIGABE: dict[str, Any] = {
    "status": Berichtsstatus.VERWORFEN,
    "freigegeben_am": JETZT + timedelta(days=1),
}


def change(bericht: Bericht, feld: str, wert: Any) -> None:
    Bericht.objects.filter(pk=bericht.pk).update(**{feld: wert() if callable(wert) else wert})


def test_every_kept_field_is_tried() -> None:
    assert set(ANDERS) == set(FESTE)
    assert set(ANDERS_NACH_FREIGABE) == set(FESTE_NACH_FREIGABE)


@pytest.mark.parametrize(("feld", "wert"), ANDERS.items())
def test_frozen_content_is_changed_by_nobody(feld: str, wert: Any) -> None:
    bericht = create_eingefrorenen()
    with pytest.raises(IntegrityError, match="eingefrorener Bericht darf nicht"), transaction.atomic():
        change(bericht, feld, wert)
    assert Bericht.objects.get(pk=bericht.pk).ist_unversehrt


@pytest.mark.parametrize(("feld", "wert"), ANDERS_NACH_FREIGABE.items())
def test_release_is_taken_back_by_nobody(feld: str, wert: Any) -> None:
    bericht = create_freigegebenen()
    with pytest.raises(IntegrityError), transaction.atomic():
        change(bericht, feld, wert)
    assert Bericht.objects.get(pk=bericht.pk).status == Berichtsstatus.FREIGEGEBEN


def test_frozen_report_is_deleted_by_nobody_and_a_draft_may_be() -> None:
    bericht, entwurf = create_eingefrorenen(), create_entwurf()
    for einer in (bericht, entwurf):
        einer.abschnitte.all().delete()
    with pytest.raises(IntegrityError, match="eingefrorener Bericht darf nicht"), transaction.atomic():
        Bericht.objects.filter(pk=bericht.pk)._raw_delete(using="default")
    Bericht.objects.filter(pk=entwurf.pk)._raw_delete(using="default")
    assert list(Bericht.objects.all()) == [bericht]


def test_account_that_froze_a_report_may_still_be_deleted() -> None:
    bericht = create_eingefrorenen()
    get_schreibende().delete()
    bericht.refresh_from_db()
    assert bericht.eingefroren_von is None
    assert bericht.ist_unversehrt


def test_content_that_does_not_fit_its_checksum_is_noticed() -> None:
    bericht = create_eingefrorenen()
    bericht.refresh_from_db()
    assert bericht.ist_unversehrt
    assert bericht.abbild is not None
    bericht.abbild["dokument"]["titel"] = "Anders"
    assert not bericht.ist_unversehrt


def test_draft_has_no_checksum_and_is_whole() -> None:
    entwurf = create_entwurf()
    assert (entwurf.pruefsumme, entwurf.ist_unversehrt) == ("", True)


def test_checksum_does_not_depend_on_the_order_of_keys() -> None:
    summe = compute_pruefsumme({"a": 1.0, "b": ["ä"]})
    assert summe == compute_pruefsumme({"b": ["ä"], "a": 1.0})
    assert summe != compute_pruefsumme({"a": 1.5, "b": ["ä"]})


def test_history_keeps_the_checksum() -> None:
    bericht = create_eingefrorenen()
    assert bericht.verlauf.first().pruefsumme == bericht.pruefsumme == compute_pruefsumme(bericht.abbild or {})
