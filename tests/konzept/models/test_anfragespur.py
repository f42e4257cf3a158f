"""What the database itself refuses, whoever asks: rows that may only be added. And that no field takes an address."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from konzept import kooperationsforms
from konzept.domain.kooperationsangaben import ABSCHNITTE
from konzept.kooperationsforms import build_abschnittform
from konzept.models import (
    Anfragebeteiligung,
    Anfragedokument,
    Anfrageentscheidung,
    Anfragematerial,
    Anfrageschritt,
    Dokumentloeschung,
    Kooperationsanfrage,
    Materialfreigabe,
)
from konzept.models.dokument import NAME_ENTFERNT
from konzept.models.kooperationswerte import Dokumentart, Rechtsform, Stelle
from tests.konzept.factories_kooperation import (
    ZEIT,
    KooperationsanfrageFactory,
    add_beteiligung,
    add_dokument_fuer,
    add_entscheidung,
    add_freigabe,
    add_loeschung,
    add_material_fuer,
    add_schritt,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db


def create_vergleich() -> models.Model:
    entscheidung = add_entscheidung(KooperationsanfrageFactory())
    entscheidung.vergleichbare.add(add_entscheidung(KooperationsanfrageFactory()))
    return Vergleich.objects.get()


Vergleich: type[models.Model] = Anfrageentscheidung.vergleichbare.through
NUR_HINZU: dict[type[models.Model], tuple[Callable[[], models.Model], dict[str, object]]] = {
    Anfragebeteiligung: (
        lambda: add_beteiligung(KooperationsanfrageFactory(), Stelle.DATENSCHUTZ),
        {"person": "Anders"},
    ),
    Vergleich: (create_vergleich, {"from_anfrageentscheidung_id": 0}),
    Anfrageschritt: (lambda: add_schritt(KooperationsanfrageFactory()), {"grund": "Anders."}),
    Anfrageentscheidung: (lambda: add_entscheidung(KooperationsanfrageFactory()), {"gruende": "Anders."}),
    Anfragedokument: (
        lambda: add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.SONSTIGES),
        {"dateiname": "anders.pdf"},
    ),
    Anfragematerial: (lambda: add_material_fuer(KooperationsanfrageFactory()), {"absender": "Anders"}),
    Materialfreigabe: (
        lambda: add_freigabe(add_material_fuer(KooperationsanfrageFactory()), Stelle.PRESSE),
        {"person": "Anders"},
    ),
    Dokumentloeschung: (
        lambda: add_loeschung(add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.SONSTIGES)),
        {"grund": "Anders."},
    ),
}
je_modell = pytest.mark.parametrize("modell", NUR_HINZU, ids=lambda modell: modell.__name__)
# Where a resident could be written down.
VERBOTEN = ("adresse", "strasse", "straße", "hausnummer", "postleitzahl", "plz", "wohnort", "geburt", "vorname")
EIGENE = [
    modell
    for modell in apps.get_app_config("konzept").get_models()
    if modell.__name__.startswith(("Anfrage", "Dokument", "Kooperation", "Material"))
]


@je_modell
def test_row_that_may_only_be_added_is_changed_by_nobody(modell: type[models.Model]) -> None:
    create, anders = NUR_HINZU[modell]
    zeile = create()
    with pytest.raises(IntegrityError, match="darf nicht geändert"), transaction.atomic():
        modell._default_manager.filter(pk=zeile.pk).update(**anders)
    zeile.refresh_from_db()
    assert {name: getattr(zeile, name) for name in anders} != anders


@je_modell
def test_row_that_may_only_be_added_is_deleted_by_nobody(modell: type[models.Model]) -> None:
    create, _anders = NUR_HINZU[modell]
    zeile = create()
    with pytest.raises(IntegrityError, match="darf nicht geändert"), transaction.atomic():
        modell._default_manager.filter(pk=zeile.pk)._raw_delete(using="default")
    assert modell._default_manager.filter(pk=zeile.pk).exists()


ANDERS = {
    "art": "vollmacht",
    "kennung": "f" * 32,
    "format": "png",
    "groesse": 1,
    "sha256": "0" * 64,
    "hochgeladen_am": ZEIT + timedelta(days=1),
    "anfrage": KooperationsanfrageFactory,
    "konto": lambda: get_konto("andere"),
}


def update(dokument: Anfragedokument, **felder: object) -> None:
    werte = {name: wert() if callable(wert) else wert for name, wert in felder.items()}
    with transaction.atomic():
        Anfragedokument.objects.filter(pk=dokument.pk).update(**werte)


def create_dokument() -> Anfragedokument:
    return add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.SONSTIGES)


def test_paper_loses_its_name_only_once_it_is_erased() -> None:
    dokument = create_dokument()
    with pytest.raises(IntegrityError, match="darf nicht geändert"):
        update(dokument, dateiname=NAME_ENTFERNT)
    add_loeschung(create_dokument())
    with pytest.raises(IntegrityError, match="darf nicht geändert"):
        update(dokument, dateiname=NAME_ENTFERNT)
    add_loeschung(dokument)
    update(dokument, dateiname=NAME_ENTFERNT)
    dokument.refresh_from_db()
    assert dokument.dateiname == "entfernt"


def test_erased_paper_takes_no_other_name() -> None:
    dokument = create_dokument()
    add_loeschung(dokument)
    with pytest.raises(IntegrityError, match="darf nicht geändert"):
        update(dokument, dateiname="anders.pdf")


@pytest.mark.parametrize("name", ANDERS)
def test_erased_paper_changes_in_nothing_else(name: str) -> None:
    dokument = create_dokument()
    add_loeschung(dokument)
    with pytest.raises(IntegrityError, match="darf nicht geändert"):
        update(dokument, dateiname=NAME_ENTFERNT, **{name: ANDERS[name]})


def test_every_column_of_a_paper_is_walked() -> None:
    assert {feld.name for feld in Anfragedokument._meta.concrete_fields} == {"id", "dateiname", *ANDERS}


def test_erased_paper_is_deleted_by_nobody() -> None:
    dokument = create_dokument()
    add_loeschung(dokument)
    with pytest.raises(IntegrityError, match="darf nicht geändert"), transaction.atomic():
        Anfragedokument.objects.filter(pk=dokument.pk)._raw_delete(using="default")


def test_request_with_a_trace_is_not_deleted() -> None:
    with pytest.raises(ProtectedError):
        create_bereit().delete()


def test_account_that_took_a_step_is_not_deleted() -> None:
    add_schritt(KooperationsanfrageFactory())
    with pytest.raises(ProtectedError):
        get_konto().delete()


@pytest.mark.parametrize("modell", EIGENE, ids=lambda modell: modell.__name__)
def test_no_model_has_a_field_for_a_residents_address(modell: type[models.Model]) -> None:
    for feld in modell._meta.get_fields():
        worte = f"{feld.name} {getattr(feld, 'verbose_name', '')} {getattr(feld, 'help_text', '')}".lower()
        assert [wort for wort in VERBOTEN if wort in worte] == [], feld


def test_models_walked_are_those_of_the_requests() -> None:
    assert {*NUR_HINZU, Kooperationsanfrage} - {Vergleich} <= set(EIGENE)


def test_no_form_asks_for_a_residents_address() -> None:
    eigene = (getattr(kooperationsforms, name) for name in dir(kooperationsforms) if name.endswith("Form"))
    formulare = [
        *(build_abschnittform(abschnitt) for abschnitt in ABSCHNITTE.values()),
        *(eines for eines in eigene if hasattr(eines, "base_fields")),
    ]
    felder = [(name, feld) for formular in formulare for name, feld in formular.base_fields.items()]
    assert len(felder) > 50
    for name, feld in felder:
        worte = f"{name} {feld.label} {feld.help_text}".lower()
        assert [wort for wort in VERBOTEN if wort in worte] == [], name


def test_natural_person_is_no_legal_form() -> None:
    assert not any("person" in str(label).lower() for label in Rechtsform.labels)
