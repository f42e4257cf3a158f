"""Versions that one account released for both offices: nothing is lost, the later release counts no more.

The steps of the migration are called by themselves: rows that may only be added cannot be cleared away after a test that
migrates for real.
"""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from konzept.models import Anfragematerial, Kooperationsanfrage, Materialfreigabe
from konzept.models.kooperationswerte import Dokumentart, Stelle
from pankow_einsamkeit.models import Konto
from tests.konzept.factories_kooperation import (
    KooperationsanfrageFactory,
    add_dokument_fuer,
    add_freigabe,
    add_material_fuer,
    get_konto,
)

pytestmark = pytest.mark.django_db
migration = import_module("konzept.migrations.0009_freigaben")


def run(*schritte: str) -> None:
    with connection.cursor() as cursor:
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        for schritt in schritte:
            getattr(migration, schritt)(apps, editor)


def release(material: Anfragematerial, *konten: Konto) -> None:
    """Press office first, then Datenschutz."""
    for stelle, konto in zip((Stelle.PRESSE, Stelle.DATENSCHUTZ), konten, strict=True):
        add_freigabe(material, stelle, konto=konto)


def read_freigaben() -> list[tuple[int, str, bool]]:
    return list(Materialfreigabe.objects.order_by("pk").values_list("material", "stelle", "gilt"))


def test_second_release_by_the_same_account_stays_and_counts_no_more() -> None:
    anfrage = KooperationsanfrageFactory()
    verletzt, richtig = add_material_fuer(anfrage), add_material_fuer(anfrage, version=2)
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX materialfreigabe_eine_je_konto")  # as before the migration
    release(verletzt, get_konto(), get_konto())
    release(richtig, get_konto(), get_konto("andere"))

    run("drop_sperren", "mark_doppelte", "create_sperren")

    assert read_freigaben() == [
        (verletzt.pk, "presse", True),
        (verletzt.pk, "datenschutz", False),
        (richtig.pk, "presse", True),
        (richtig.pk, "datenschutz", True),
    ]
    with pytest.raises(IntegrityError, match="darf nicht geändert"), transaction.atomic():
        Materialfreigabe.objects.update(person="Anders")


def test_way_back_keeps_the_release_that_counts() -> None:
    material = add_material_fuer(KooperationsanfrageFactory())
    add_freigabe(material, Stelle.PRESSE)
    add_freigabe(material, Stelle.DATENSCHUTZ, gilt=False, konto=get_konto(Stelle.PRESSE))
    geltende = add_freigabe(material, Stelle.DATENSCHUTZ)

    run("drop_sperren", "drop_ersetzte", "create_sperren")

    assert read_freigaben() == [(material.pk, "presse", True), (material.pk, "datenschutz", True)]
    assert Materialfreigabe.objects.get(stelle=Stelle.DATENSCHUTZ) == geltende


def test_day_of_an_authorisation_rests_on_the_newest_paper() -> None:
    anfrage, ohne = KooperationsanfrageFactory(), KooperationsanfrageFactory()
    for art in (Dokumentart.VOLLMACHT, Dokumentart.VOLLMACHT, Dokumentart.SONSTIGES):
        add_dokument_fuer(anfrage, art)
    add_dokument_fuer(ohne, Dokumentart.SONSTIGES)

    run("link_vollmachten")

    papiere = dict(Kooperationsanfrage.objects.values_list("pk", "vollmacht_dokument"))
    assert papiere == {anfrage.pk: anfrage.dokumente.filter(art="vollmacht").first().pk, ohne.pk: None}
