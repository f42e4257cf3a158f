from datetime import date

import pytest

from angebote.domain.katalog import refresh_angebote
from angebote.models import Kategorie
from konzept.choices import Massnahmenstatus
from konzept.domain.kiezprofil import build_kiezprofil
from konzept.domain.kontaktwiderruf import revoke_kontakt
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_luecken import KieznotizFactory
from tests.konzept.factories_netz import AkteurFactory, MultiplikatorFactory

pytestmark = pytest.mark.django_db


def test_profile_holds_what_belongs_to_the_kiez_and_nothing_else(heute: date) -> None:
    kiez, anderer = KiezFactory(name="Aue"), KiezFactory(name="Berg")
    kiez.nachbarn.add(anderer)
    angebot = AngebotFactory(ort=OrtFactory(kiez=kiez, name="Haus"))
    angebot.kategorien.set(Kategorie.objects.filter(slug="spielen"))
    OrtFactory(kiez=kiez, name="Leerer Raum")
    weg = AngebotFactory(ort=OrtFactory(kiez=kiez, name="Zu altes Haus"), gueltig_bis=date(2026, 11, 20))
    refresh_angebote(angebot_ids=[angebot.pk, weg.pk, AngebotFactory(ort=OrtFactory(kiez=anderer)).pk], heute=heute)
    hier, dort, ueberall, vorbei = MassnahmeFactory.create_batch(4)
    hier.kieze.add(kiez, anderer)
    dort.kieze.add(anderer)
    vorbei.kieze.add(kiez)
    type(vorbei).objects.filter(pk=vorbei.pk).update(status=Massnahmenstatus.ABGESCHLOSSEN)
    notiz = KieznotizFactory(kiez=kiez)
    KieznotizFactory(kiez=anderer)

    profil = build_kiezprofil(kiez, heute=heute)

    assert profil.lage.angebote == 1
    assert [(zelle.spalte.wert, zelle.anzahl) for zelle in profil.vorhandene] == [("spielen", 1)]
    assert {zelle.spalte.wert for zelle in profil.fehlende} == set(
        Kategorie.objects.exclude(slug="spielen").values_list("slug", flat=True)
    )
    assert {(ort.name, ort.mit_angebot) for ort in profil.orte} == {
        ("Haus", True),
        ("Leerer Raum", False),
        ("Zu altes Haus", False),
    }
    assert profil.nachbarn == [anderer]
    assert (profil.massnahmen, profil.fuer_alle, profil.notizen) == ([hier], [ueberall], [notiz])


def test_actors_are_those_that_name_the_kiez_and_may_be_reached(heute: date) -> None:
    kiez, anderer = KiezFactory(), KiezFactory()
    hier, dort, ehemalig, _ueberall = AkteurFactory.create_batch(4)
    hier.kieze.set([kiez, anderer])
    dort.kieze.add(anderer)
    ehemalig.kieze.add(kiez)
    type(ehemalig).objects.filter(pk=ehemalig.pk).update(ist_aktiv=False)
    laden, widerrufen = MultiplikatorFactory.create_batch(2, kiez=kiez)
    MultiplikatorFactory(kiez=anderer)
    revoke_kontakt(eintrag=widerrufen, konto=create_konto("person"), heute=heute)

    profil = build_kiezprofil(kiez, heute=heute)

    assert (list(profil.akteure), list(profil.multiplikatoren)) == ([hier], [laden])
