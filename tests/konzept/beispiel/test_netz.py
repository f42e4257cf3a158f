from datetime import date, timedelta

import pytest

from konzept.beispiel.grundlagen import save_grundlagen
from konzept.beispiel.netz import save_netz
from konzept.models import Aufgabe, Kommunikation, Multiplikator, Sitzung

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("tage", range(7))
def test_on_whatever_day_it_is_loaded_an_office_works_on_its_dates(heute: date, tage: int) -> None:
    tag = heute + timedelta(days=tage)
    save_grundlagen(heute=tag)
    save_netz(heute=tag)
    daten = [*Sitzung.objects.values_list("datum", flat=True), *Aufgabe.objects.values_list("faellig_am", flat=True)]
    daten += Kommunikation.objects.values_list("faellig_am", flat=True)
    assert [eines for eines in daten if eines.weekday() > 4] == []
    assert sorted(eines > tag for eines in Sitzung.objects.values_list("datum", flat=True)) == [False, True]


def test_nobody_has_consented_to_a_text_that_is_younger(heute: date) -> None:
    save_grundlagen(heute=heute)
    save_netz(heute=heute)
    paare = set(Multiplikator.objects.values_list("grundlage_am", "textfassung"))
    assert paare == {(date(2026, 9, 22), "2026-09")}
