"""Whom a late measure waits for: whoever it names, else whoever has its component, else whoever has the whole."""

from datetime import date, timedelta
from typing import Any

import pytest

from konzept.choices import Komponentenart, Massnahmenstatus
from konzept.domain.verantwortung import VORLAUF, load_verantwortung
from konzept.domain.zustaendigkeit import list_besetzungen
from konzept.models import Massnahme
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory, ZustaendigkeitFactory, get_komponente
from tests.konzept.factories_massnahmen import MeilensteinFactory

pytestmark = pytest.mark.django_db
EIN_TAG = timedelta(days=1)
HAUPT = {"ist_haupt": True, "von": date(2026, 1, 1)}


@pytest.fixture
def ich() -> Konto:
    return create_konto("ich")


@pytest.fixture
def spaete(heute: date) -> Massnahme:
    """Of the first component, naming nobody."""
    return MassnahmeFactory(titel="Späte", beginn=heute - 9 * EIN_TAG, ende=heute - 2 * EIN_TAG)


def list_titel(konto: Konto, heute: date) -> list[str]:
    return [
        eines.titel for eines in load_verantwortung(list_besetzungen(heute=heute), konto=konto, heute=heute).faelliges
    ]


def test_who_is_responsible_for_nothing_waits_for_nothing(
    ich: Konto, spaete: Massnahme, heute: date, django_assert_num_queries: Any
) -> None:
    ZustaendigkeitFactory(komponente=None, konto=create_konto("andere"), **HAUPT)
    with django_assert_num_queries(2):
        verantwortung = load_verantwortung(list_besetzungen(heute=heute), konto=ich, heute=heute)
    assert (verantwortung.zustaendigkeiten, verantwortung.faelliges) == ((), ())


def test_measure_that_names_me_waits_for_me_whatever_its_component(ich: Konto, spaete: Massnahme, heute: date) -> None:
    spaete.zustaendig = ZustaendigkeitFactory(
        komponente=get_komponente(Komponentenart.UEBERWINDUNG), konto=ich, von=HAUPT["von"]
    )
    spaete.save()
    [eines] = load_verantwortung(list_besetzungen(heute=heute), konto=ich, heute=heute).faelliges
    assert (eines.tag, eines.art, eines.massnahme, eines.ist_ueberfaellig) == (
        heute - 2 * EIN_TAG,
        "Maßnahme",
        spaete,
        True,
    )


def test_measure_that_names_nobody_waits_for_who_has_its_component(ich: Konto, spaete: Massnahme, heute: date) -> None:
    ganzes = create_konto("ganzes")
    ZustaendigkeitFactory(komponente=None, konto=ganzes, **HAUPT)
    ZustaendigkeitFactory(komponente=get_komponente(), konto=ich, **HAUPT)
    assert (list_titel(ich, heute), list_titel(ganzes, heute)) == (["Späte"], [])


def test_measure_of_a_component_without_anybody_waits_for_who_has_the_whole(
    ich: Konto, spaete: Massnahme, heute: date
) -> None:
    ZustaendigkeitFactory(komponente=None, konto=ich, **HAUPT)
    assert list_titel(ich, heute) == ["Späte"]


def test_measure_of_somebody_who_has_left_waits_for_who_has_the_whole(
    ich: Konto, spaete: Massnahme, heute: date
) -> None:
    ZustaendigkeitFactory(komponente=None, konto=ich, **HAUPT)
    ZustaendigkeitFactory(komponente=get_komponente(), konto=create_konto("weg", is_active=False), **HAUPT)
    assert list_titel(ich, heute) == ["Späte"]


def test_responsibility_beside_the_main_one_waits_only_for_what_names_it(
    ich: Konto, spaete: Massnahme, heute: date
) -> None:
    zeile = ZustaendigkeitFactory(komponente=get_komponente(), konto=ich, von=HAUPT["von"])
    verantwortung = load_verantwortung(list_besetzungen(heute=heute), konto=ich, heute=heute)
    assert (verantwortung.zustaendigkeiten, verantwortung.faelliges) == ((zeile,), ())


def test_responsibility_that_has_ended_waits_for_nothing(ich: Konto, spaete: Massnahme, heute: date) -> None:
    ZustaendigkeitFactory(komponente=None, konto=ich, bis=heute - EIN_TAG, **HAUPT)
    assert load_verantwortung(list_besetzungen(heute=heute), konto=ich, heute=heute).zustaendigkeiten == ()


def test_milestones_are_told_from_two_weeks_before_their_day(ich: Konto, heute: date) -> None:
    ZustaendigkeitFactory(komponente=None, konto=ich, **HAUPT)
    laufende = MassnahmeFactory(status=Massnahmenstatus.LAEUFT)
    beendete = MassnahmeFactory(status=Massnahmenstatus.ABGESCHLOSSEN)
    for titel, tag in (("Zuerst", heute - EIN_TAG), ("Noch", heute + VORLAUF), ("Später", heute + VORLAUF + EIN_TAG)):
        MeilensteinFactory(titel=titel, massnahme=laufende, faellig_am=tag)
    MeilensteinFactory(titel="Getan", massnahme=laufende, faellig_am=heute, erledigt_am=heute)
    MeilensteinFactory(titel="Vorbei", massnahme=beendete, faellig_am=heute)

    faelliges = load_verantwortung(list_besetzungen(heute=heute), konto=ich, heute=heute).faelliges

    assert [(eines.titel, eines.ist_ueberfaellig) for eines in faelliges] == [("Zuerst", True), ("Noch", False)]
