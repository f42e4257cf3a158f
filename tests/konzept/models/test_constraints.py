"""Each constraint of the section refuses what it must: in forms with its German message, and in the database."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from konzept.choices import Anzeige, Berichtsstatus, Drucksachenstatus, Einheitsart, Konzeptstatus
from konzept.domain.berichtsbeginn import correct_bericht
from konzept.models import Bericht, Berichtsabschnitt, Komponente
from pankow_einsamkeit.models import Konto
from tests.factories import KiezFactory
from tests.konzept.factories import (
    DrucksacheFactory,
    GeschaeftsbereichFactory,
    KonzeptFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)
from tests.konzept.factories_bericht import (
    JETZT,
    create_entwurf,
    create_freigegebenen,
    get_freigebende,
    get_schreibende,
)
from tests.konzept.factories_luecken import KieznotizFactory
from tests.konzept.models.constraints_netz import FAELLE_NETZ, GUELTIGE_NETZ
from tests.konzept.models.faelle_kooperation import FAELLE_KOOPERATION
from tests.konzept.models.faelle_massnahmen import FAELLE as MASSNAHMEN

pytestmark = pytest.mark.django_db

VORHER, TAG, DANACH = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)
Fall = tuple[str, Callable[[], models.Model], str]


def build_zweites_gueltiges() -> models.Model:
    KonzeptFactory(status=Konzeptstatus.GUELTIG)
    return KonzeptFactory.build(status=Konzeptstatus.GUELTIG)


def build_eigenes_amt() -> models.Model:
    bereich = GeschaeftsbereichFactory()
    bereich.art, bereich.gehoert_zu = Einheitsart.AMT, bereich
    return bereich


def build_zweite_haupt(**felder: Any) -> models.Model:
    """Beside somebody who is in office on TAG alone."""
    ZustaendigkeitFactory(komponente=felder["komponente"], ist_haupt=True, von=TAG, bis=TAG)
    return ZustaendigkeitFactory.build(geschaeftsbereich=GeschaeftsbereichFactory(), ist_haupt=True, **felder)


def build_bericht(**felder: object) -> Bericht:
    return Bericht(drucksache=DrucksacheFactory(), angelegt_am=JETZT, **felder)


FESTGEHALTEN = {"stichtag": TAG, "eingefroren_am": JETZT, "abbild": {"form": 1}, "pruefsumme": "0" * 64}


def build_geaenderten() -> Bericht:
    """Frozen, and then said of another day."""
    bericht = build_bericht(status=Berichtsstatus.EINGEFROREN, **FESTGEHALTEN)
    bericht.save()
    bericht.stichtag = DANACH
    return bericht


def build_freigegebenen(eingefroren_von: Konto | None, freigegeben_von: Konto | None) -> Bericht:
    konten = {"eingefroren_von": eingefroren_von, "freigegeben_von": freigegeben_von}
    return build_bericht(status=Berichtsstatus.FREIGEGEBEN, freigegeben_am=JETZT, **FESTGEHALTEN, **konten)


def build_zweite_berichtigung() -> Bericht:
    frueher = create_freigegebenen()
    correct_bericht(bericht_id=frueher.pk, konto=get_schreibende(), jetzt=JETZT)
    return build_bericht(berichtigt=frueher)


def build_zweiten_abschnitt() -> models.Model:
    return Berichtsabschnitt(bericht=create_entwurf(), komponente=get_komponente())


FAELLE: list[Fall] = [
    *FAELLE_NETZ,
    (
        "komponente_eine_von_dreien",
        lambda: Komponente(art="vierte", name="Vierte", auftrag="Mehr.", reihenfolge=4),
        "Es gibt genau drei Komponenten.",
    ),
    (
        "konzept_hoechstens_eines_gueltig",
        build_zweites_gueltiges,
        "Es gilt schon eine Version. Bitte setzen Sie diese zuerst auf „abgelöst“.",
    ),
    (
        "drucksache_beschlossen_mit_tag",
        lambda: DrucksacheFactory.build(status=Drucksachenstatus.BESCHLOSSEN),
        "Genau die beschlossenen Drucksachen haben einen Tag des Beschlusses.",
    ),
    (
        "drucksache_beschlossen_mit_tag",
        lambda: DrucksacheFactory.build(beschlossen_am=TAG),
        "Genau die beschlossenen Drucksachen haben einen Tag des Beschlusses.",
    ),
    (
        "drucksache_erst_eingebracht",
        lambda: DrucksacheFactory.build(
            status=Drucksachenstatus.BESCHLOSSEN, eingebracht_am=TAG, beschlossen_am=VORHER
        ),
        "Beschlossen wird eine Drucksache nicht, ehe sie eingebracht ist.",
    ),
    (
        "geschaeftsbereich_nicht_zu_sich_selbst",
        build_eigenes_amt,
        "Ein Amt gehört nicht zu sich selbst.",
    ),
    (
        "geschaeftsbereich_amt_gehoert_zu",
        lambda: GeschaeftsbereichFactory.build(art=Einheitsart.AMT),
        "Ein Amt gehört zu einem Geschäftsbereich, ein Geschäftsbereich zu keinem.",
    ),
    (
        "geschaeftsbereich_amt_gehoert_zu",
        lambda: GeschaeftsbereichFactory.build(gehoert_zu=GeschaeftsbereichFactory()),
        "Ein Amt gehört zu einem Geschäftsbereich, ein Geschäftsbereich zu keinem.",
    ),
    (
        "zustaendigkeit_ende_nach_beginn",
        lambda: ZustaendigkeitFactory.build(geschaeftsbereich=GeschaeftsbereichFactory(), von=TAG, bis=VORHER),
        "Das Ende liegt vor dem Beginn.",
    ),
    (
        "zustaendigkeit_eine_haupt",
        lambda: build_zweite_haupt(komponente=get_komponente(), von=TAG),
        "In dieser Zeit ist dafür schon jemand hauptverantwortlich. Beenden Sie diese Zuständigkeit zuerst.",
    ),
    (
        "zustaendigkeit_eine_haupt",
        lambda: build_zweite_haupt(komponente=None, von=VORHER, bis=TAG),
        "In dieser Zeit ist dafür schon jemand hauptverantwortlich. Beenden Sie diese Zuständigkeit zuerst.",
    ),
    (
        "zustaendigkeit_name_zum_zeigen",
        lambda: ZustaendigkeitFactory.build(geschaeftsbereich=GeschaeftsbereichFactory(), anzeige=Anzeige.NAME),
        "Um den Namen zu zeigen, muss er eingetragen sein.",
    ),
    (
        "kieznotiz_mit_text",
        lambda: KieznotizFactory.build(kiez=KiezFactory(), text=""),
        "Eine Notiz braucht einen Text.",
    ),
    (
        "massnahme_ende_nach_beginn",
        lambda: MassnahmeFactory.build(
            komponente=get_komponente(), federfuehrung=GeschaeftsbereichFactory(), beginn=TAG, ende=VORHER
        ),
        "Das Ende liegt vor dem Beginn.",
    ),
    *MASSNAHMEN,
    *FAELLE_KOOPERATION,
    (
        "bericht_eingefroren_mit_abbild",
        lambda: build_bericht(status=Berichtsstatus.EINGEFROREN),
        "Ein eingefrorener Bericht hat Stichtag und Inhalt, ein Entwurf keines davon.",
    ),
    (
        "bericht_eingefroren_mit_abbild",
        lambda: build_bericht(**FESTGEHALTEN),
        "Ein eingefrorener Bericht hat Stichtag und Inhalt, ein Entwurf keines davon.",
    ),
    (
        "bericht_freigegeben_mit_tag",
        lambda: build_bericht(status=Berichtsstatus.FREIGEGEBEN, **FESTGEHALTEN),
        "Genau die freigegebenen Berichte haben einen Tag der Freigabe.",
    ),
    (
        "bericht_freigegeben_mit_tag",
        lambda: build_bericht(freigegeben_am=JETZT),
        "Genau die freigegebenen Berichte haben einen Tag der Freigabe.",
    ),
    (
        "bericht_abbild_mit_pruefsumme",
        lambda: build_bericht(status=Berichtsstatus.EINGEFROREN, **FESTGEHALTEN | {"pruefsumme": ""}),
        "Genau die eingefrorenen Berichte haben eine Prüfsumme.",
    ),
    (
        "bericht_abbild_mit_pruefsumme",
        lambda: build_bericht(pruefsumme="0" * 64),
        "Genau die eingefrorenen Berichte haben eine Prüfsumme.",
    ),
    (
        "bericht_fest_nach_einfrieren",
        build_geaenderten,
        "Ein eingefrorener Bericht darf nicht geändert oder gelöscht werden.",
    ),
    (
        "bericht_zu_zweit",
        lambda: build_freigegebenen(get_schreibende(), get_schreibende()),
        "Wer einen Bericht eingefroren hat, gibt ihn nicht selbst frei.",
    ),
    (
        "bericht_stichtag_im_rahmen",
        lambda: build_bericht(status=Berichtsstatus.EINGEFROREN, **FESTGEHALTEN | {"stichtag": date(9999, 12, 31)}),
        "Bitte prüfen Sie das Jahr des Stichtags. Möglich ist 2000 bis 2099.",
    ),
    (
        "bericht_stichtag_im_rahmen",
        lambda: build_bericht(status=Berichtsstatus.EINGEFROREN, **FESTGEHALTEN | {"stichtag": date(1, 1, 1)}),
        "Bitte prüfen Sie das Jahr des Stichtags. Möglich ist 2000 bis 2099.",
    ),
    (
        "bericht_eine_offene_berichtigung",
        build_zweite_berichtigung,
        "An einer Berichtigung dieses Berichts wird schon gearbeitet.",
    ),
    (
        "berichtsabschnitt_einmalig",
        build_zweiten_abschnitt,
        "Zu dieser Komponente gibt es in diesem Bericht schon einen Abschnitt.",
    ),
]


def test_every_constraint_has_a_case_here() -> None:
    namen = {
        str(constraint.name)
        for model in apps.get_app_config("konzept").get_models()
        for constraint in model._meta.constraints
    }
    assert {name for name, _fall, _meldung in FAELLE} == namen


@pytest.mark.parametrize(("name", "fall", "meldung"), FAELLE)
def test_constraint_violation_is_refused_with_its_message(name: str, fall: Callable, meldung: str) -> None:
    with pytest.raises(ValidationError) as fehler:
        fall().validate_constraints()
    assert fehler.value.messages == [meldung]


@pytest.mark.parametrize(("name", "fall", "meldung"), FAELLE)
def test_constraint_violation_is_refused_by_the_database(name: str, fall: Callable, meldung: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        fall().save()


@pytest.mark.parametrize(
    "fall",
    [
        *GUELTIGE_NETZ,
        lambda: KonzeptFactory.build(status=Konzeptstatus.ABGELOEST),
        lambda: DrucksacheFactory.build(status=Drucksachenstatus.BESCHLOSSEN, beschlossen_am=TAG),
        lambda: GeschaeftsbereichFactory.build(art=Einheitsart.AMT, gehoert_zu=GeschaeftsbereichFactory()),
        lambda: ZustaendigkeitFactory.build(geschaeftsbereich=GeschaeftsbereichFactory(), von=TAG, bis=TAG),
        lambda: build_zweite_haupt(komponente=None, von=VORHER, bis=VORHER),
        lambda: build_zweite_haupt(komponente=get_komponente(), von=DANACH),
        lambda: MassnahmeFactory.build(
            komponente=get_komponente(), federfuehrung=GeschaeftsbereichFactory(), beginn=TAG, ende=TAG
        ),
        lambda: build_bericht(status=Berichtsstatus.FREIGEGEBEN, freigegeben_am=JETZT, **FESTGEHALTEN),
        lambda: build_freigegebenen(get_schreibende(), get_freigebende()),
        lambda: build_freigegebenen(None, get_freigebende()),
        lambda: build_bericht(status=Berichtsstatus.EINGEFROREN, **FESTGEHALTEN | {"stichtag": date(2099, 12, 31)}),
        lambda: build_bericht(status=Berichtsstatus.VERWORFEN, **FESTGEHALTEN),
        lambda: build_bericht(status=Berichtsstatus.VERWORFEN),
    ],
)
def test_constraint_valid_neighbour_is_accepted(fall: Callable) -> None:
    zeile = fall()
    zeile.validate_constraints()
    zeile.save()
    assert zeile.pk is not None
