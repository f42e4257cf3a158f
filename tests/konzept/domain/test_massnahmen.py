from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from angebote.admin.verlauf import build_seite
from konzept.choices import Massnahmenart, Massnahmenstatus
from konzept.domain.massnahmen import (
    add_indikator,
    add_indikatorwert,
    add_meilenstein,
    change_massnahme,
    complete_meilenstein,
    create_massnahme,
    reopen_meilenstein,
)
from konzept.domain.zwischenstaende import VeraltetError
from konzept.models import Indikatorwert, Massnahme, Meilenstein
from tests.factories import KiezFactory
from tests.konten import create_konto
from tests.konzept.factories import GeschaeftsbereichFactory, MassnahmeFactory, get_komponente
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MeilensteinFactory

pytestmark = pytest.mark.django_db


def build_angaben(**felder: Any) -> dict[str, Any]:
    return {
        "titel": "Mittagstisch",
        "ziel": "Niemand isst allein.",
        "komponente": get_komponente(),
        "art": Massnahmenart.ANGEBOTSAUFBAU,
        "federfuehrung": GeschaeftsbereichFactory(),
        "verantwortlich": "Koordination",
        "beginn": date(2026, 12, 1),
        **felder,
    }


def test_create_is_planned_with_its_kieze_and_names_who_did_it() -> None:
    kiez, konto = KiezFactory(), create_konto("person")

    massnahme = create_massnahme(angaben=build_angaben(kieze=[kiez], status=Massnahmenstatus.LAEUFT), konto=konto)

    massnahme.refresh_from_db()
    assert massnahme.status == Massnahmenstatus.GEPLANT
    assert list(massnahme.kieze.all()) == [kiez]
    assert {(zeile.history_user, zeile.history_change_reason) for zeile in massnahme.verlauf.all()} == {
        (konto, "Maßnahme angelegt")
    }


def test_create_that_ends_before_it_begins_is_refused_and_leaves_nothing() -> None:
    with pytest.raises(ValidationError, match="Das Ende liegt vor dem Beginn"):
        create_massnahme(angaben=build_angaben(ende=date(2026, 11, 30)), konto=None)
    assert not Massnahme.objects.exists()


def test_second_click_makes_no_second_measure() -> None:
    konto, angaben = create_konto("person"), build_angaben()
    erste = create_massnahme(angaben=angaben, konto=konto)
    with pytest.raises(ValidationError) as fehler:
        create_massnahme(angaben=angaben | {"ziel": "Anders."}, konto=konto)
    assert fehler.value.messages == ["Diese Maßnahme ist schon angelegt. Sie steht in der Liste der Maßnahmen."]
    assert create_massnahme(angaben=angaben | {"beginn": date(2027, 12, 1)}, konto=konto) != erste
    assert Massnahme.objects.count() == 2


def test_change_writes_what_is_given_and_leaves_the_rest() -> None:
    massnahme = MassnahmeFactory(titel="Alt", ziel="Bleibt.", status=Massnahmenstatus.LAEUFT)
    massnahme.kieze.add(KiezFactory())

    change_massnahme(massnahme_id=massnahme.pk, angaben={"titel": "Neu", "kieze": []}, konto=None)

    massnahme.refresh_from_db()
    assert (massnahme.titel, massnahme.ziel, massnahme.status) == ("Neu", "Bleibt.", Massnahmenstatus.LAEUFT)
    assert not massnahme.kieze.exists()


def test_change_of_what_somebody_else_has_changed_since_is_refused_with_the_name() -> None:
    massnahme = MassnahmeFactory(titel="Alt")
    change_massnahme(massnahme_id=massnahme.pk, angaben={"titel": "Dazwischen"}, konto=create_konto("kollegin"))

    with pytest.raises(VeraltetError) as fehler:
        change_massnahme(massnahme_id=massnahme.pk, angaben={"titel": "Meins"}, konto=None, gesehen={"titel": "Alt"})
    [titel] = fehler.value.zwischenstaende.values()
    assert (titel.text, titel.wer) == ("Dazwischen", "kollegin")

    massnahme.refresh_from_db()
    assert massnahme.titel == "Dazwischen"


def test_change_of_what_was_seen_last_is_taken() -> None:
    massnahme = MassnahmeFactory(titel="Alt")
    change_massnahme(massnahme_id=massnahme.pk, angaben={"titel": "Neu"}, konto=None, gesehen={"titel": "Alt"})
    assert Massnahme.objects.get().titel == "Neu"


def test_milestone_added_done_and_open_again_stands_in_the_history_of_its_measure(heute: date) -> None:
    massnahme, konto = MassnahmeFactory(), create_konto("person")
    meilenstein = add_meilenstein(massnahme=massnahme, titel="Raum gefunden", faellig_am=heute, konto=konto)

    assert complete_meilenstein(meilenstein_id=meilenstein.pk, konto=konto, heute=heute).erledigt_am == heute
    assert reopen_meilenstein(meilenstein_id=meilenstein.pk, konto=konto).erledigt_am is None

    eintraege = [eintrag for eintrag in build_seite(massnahme, nummer="") if eintrag.wer == str(konto)]
    assert {eintrag.grund for eintrag in eintraege} == {
        "Meilenstein eingetragen",
        "Meilenstein erledigt",
        "Meilenstein wieder offen",
    }
    assert {aenderung.titel for eintrag in eintraege for aenderung in eintrag.aenderungen} == {"Meilensteine"}


def test_milestone_done_twice_keeps_its_first_day_and_leaves_one_row(heute: date) -> None:
    meilenstein = MeilensteinFactory()
    complete_meilenstein(meilenstein_id=meilenstein.pk, konto=None, heute=heute)
    zeilen = meilenstein.verlauf.count()

    complete_meilenstein(meilenstein_id=meilenstein.pk, konto=None, heute=heute + timedelta(days=1))

    assert Meilenstein.objects.get().erledigt_am == heute
    assert meilenstein.verlauf.count() == zeilen


@pytest.mark.parametrize("status", [Massnahmenstatus.ABGESCHLOSSEN, Massnahmenstatus.VERWORFEN])
def test_measure_that_is_over_takes_no_milestone_and_opens_none_again(status: Massnahmenstatus, heute: date) -> None:
    erledigter = MeilensteinFactory(massnahme__status=status, erledigt_am=heute)
    satz = f"„{status.label}“. Nehmen Sie sie zuerst wieder auf"

    with pytest.raises(ValidationError, match=satz):
        add_meilenstein(massnahme=erledigter.massnahme, titel="Neu", faellig_am=heute, konto=None)
    with pytest.raises(ValidationError, match=satz):
        reopen_meilenstein(meilenstein_id=erledigter.pk, konto=None)

    assert [(eine.pk, eine.erledigt_am) for eine in Meilenstein.objects.all()] == [(erledigter.pk, heute)]


@pytest.mark.parametrize("status", [Massnahmenstatus.ABGESCHLOSSEN, Massnahmenstatus.VERWORFEN])
def test_measure_that_is_over_completes_no_milestone_and_takes_no_indicator(
    status: Massnahmenstatus, heute: date
) -> None:
    offener = MeilensteinFactory(massnahme__status=status)
    satz = f"„{status.label}“. Nehmen Sie sie zuerst wieder auf"

    with pytest.raises(ValidationError, match=satz):
        complete_meilenstein(meilenstein_id=offener.pk, konto=None, heute=heute)
    with pytest.raises(ValidationError, match=satz):
        add_indikator(massnahme=offener.massnahme, angaben={}, konto=None)

    assert [eine.erledigt_am for eine in Meilenstein.objects.all()] == [None]


def test_second_milestone_of_the_same_name_is_refused(heute: date) -> None:
    erster = MeilensteinFactory(titel="Raum gefunden")
    with pytest.raises(ValidationError, match="gibt es bei dieser Maßnahme schon"):
        add_meilenstein(massnahme=erster.massnahme, titel="Raum gefunden", faellig_am=heute, konto=None)


def test_indicator_without_a_difference_to_measure_is_refused(heute: date) -> None:
    angaben = {
        "name": "Treffpunkte",
        "einheit": "Treffpunkte",
        "startwert": Decimal(3),
        "zielwert": Decimal(3),
        "ziel_bis": heute,
    }
    with pytest.raises(ValidationError, match="Start und Ziel sind gleich"):
        add_indikator(massnahme=MassnahmeFactory(), angaben=angaben, konto=None)


def test_value_of_today_is_taken_and_of_tomorrow_refused(heute: date) -> None:
    indikator = IndikatorFactory()
    werte = {"indikator": indikator, "wert": Decimal("4.5"), "konto": None, "heute": heute}

    add_indikatorwert(tag=heute, **werte)
    with pytest.raises(ValidationError) as fehler:
        add_indikatorwert(tag=heute + timedelta(days=1), **werte)

    assert fehler.value.message_dict == {"tag": ["Dieser Tag liegt in der Zukunft."]}
    assert [(zeile.tag, zeile.wert) for zeile in Indikatorwert.objects.all()] == [(heute, Decimal("4.5"))]


def test_second_value_of_a_day_is_refused(heute: date) -> None:
    erster = IndikatorwertFactory(tag=heute)
    with pytest.raises(ValidationError, match="Für diesen Tag gibt es schon einen Wert"):
        add_indikatorwert(indikator=erster.indikator, tag=heute, wert=Decimal(9), konto=None, heute=heute)


def test_values_stand_in_the_history_of_their_indicator(heute: date) -> None:
    indikator, konto = IndikatorFactory(), create_konto("person")
    add_indikatorwert(indikator=indikator, tag=heute, wert=Decimal("4.00"), konto=konto, heute=heute)
    [eintrag] = [eintrag for eintrag in build_seite(indikator, nummer="") if eintrag.wer == str(konto)]
    assert [(eine.titel, eine.neu) for eine in eintrag.aenderungen] == [
        ("Werte", ["Gezählt am: 21. November 2026; Wert: 4,00"])
    ]
