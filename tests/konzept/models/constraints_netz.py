"""Cases of the network for test_constraints.py."""

from collections.abc import Callable
from datetime import date, time

from django.db import models

from konzept.choices import Erledigung, Kontaktgrundlage, Materialart
from tests.konzept.factories import GeschaeftsbereichFactory
from tests.konzept.factories_netz import (
    AkteurFactory,
    AufgabeFactory,
    GremiumFactory,
    KommunikationFactory,
    MaterialwunschFactory,
    MitgliedschaftFactory,
    MultiplikatorFactory,
    SitzungFactory,
)

TAG = date(2026, 12, 1)
OHNE_GRUNDLAGE = "Ein Kontakt braucht eine Grundlage: Einwilligung, Vertrag oder öffentlich."
OHNE_BELEG = "Eine Einwilligung braucht ihren Tag und die Fassung des Textes."
WIDERRUFEN = "Dieser Kontakt wurde widerrufen und darf nicht mehr hier stehen."
OHNE_TAG = "Genau das, was nicht mehr offen ist, hat einen Tag der Erledigung."


def build_zweite_mitgliedschaft(feld: str, mitglied: models.Model) -> models.Model:
    felder = {"geschaeftsbereich": None, feld: mitglied}
    erste = MitgliedschaftFactory(**felder)
    return MitgliedschaftFactory.build(gremium=erste.gremium, **felder)


def build_zweiten_wunsch(art: Materialart) -> models.Model:
    erster = MaterialwunschFactory(art=Materialart.KARTE)
    return MaterialwunschFactory.build(multiplikator=erster.multiplikator, art=art)


FAELLE_NETZ: list[tuple[str, Callable[[], models.Model], str]] = [
    *(
        fall
        for name, fabrik in (("akteur", AkteurFactory), ("multiplikator", MultiplikatorFactory))
        for fall in (
            (f"{name}_kontakt_mit_grundlage", lambda fabrik=fabrik: fabrik.build(telefon="030 1"), OHNE_GRUNDLAGE),
            (
                f"{name}_einwilligung_belegt",
                lambda fabrik=fabrik: fabrik.build(grundlage=Kontaktgrundlage.EINWILLIGUNG, grundlage_am=TAG),
                OHNE_BELEG,
            ),
            (
                f"{name}_einwilligung_belegt",
                lambda fabrik=fabrik: fabrik.build(grundlage=Kontaktgrundlage.EINWILLIGUNG, textfassung="1"),
                OHNE_BELEG,
            ),
            (
                f"{name}_widerrufen_ohne_kontakt",
                lambda fabrik=fabrik: fabrik.build(
                    grundlage=Kontaktgrundlage.VERTRAG, anschrift="Hauptstraße 1", widerrufen_am=TAG
                ),
                WIDERRUFEN,
            ),
        )
    ),
    ("aufgabe_erledigt_mit_tag", lambda: AufgabeFactory.build(status=Erledigung.ERLEDIGT), OHNE_TAG),
    ("aufgabe_erledigt_mit_tag", lambda: AufgabeFactory.build(erledigt_am=TAG), OHNE_TAG),
    ("kommunikation_erledigt_mit_tag", lambda: KommunikationFactory.build(status=Erledigung.ENTFALLEN), OHNE_TAG),
    (
        "materialwunsch_je_art_einmal",
        lambda: build_zweiten_wunsch(Materialart.KARTE),
        "Dieses Material steht schon in der Liste.",
    ),
    (
        "materialwunsch_mindestens_ein_stueck",
        lambda: MaterialwunschFactory.build(multiplikator=MultiplikatorFactory(), stueck=0),
        "Bitte mindestens ein Stück.",
    ),
    (
        "mitgliedschaft_genau_einer",
        lambda: MitgliedschaftFactory.build(gremium=GremiumFactory(), geschaeftsbereich=None),
        "Bitte entweder einen Geschäftsbereich oder einen Akteur nennen.",
    ),
    (
        "mitgliedschaft_genau_einer",
        lambda: MitgliedschaftFactory.build(
            gremium=GremiumFactory(), geschaeftsbereich=GeschaeftsbereichFactory(), akteur=AkteurFactory()
        ),
        "Bitte entweder einen Geschäftsbereich oder einen Akteur nennen.",
    ),
    (
        "mitgliedschaft_bereich_einmal",
        lambda: build_zweite_mitgliedschaft("geschaeftsbereich", GeschaeftsbereichFactory()),
        "Dieser Geschäftsbereich steht schon in der Liste.",
    ),
    (
        "mitgliedschaft_akteur_einmal",
        lambda: build_zweite_mitgliedschaft("akteur", AkteurFactory()),
        "Dieser Akteur steht schon in der Liste.",
    ),
    (
        "sitzung_ende_nach_beginn",
        lambda: SitzungFactory.build(gremium=GremiumFactory(), beginn=time(14), ende=time(14)),
        "Das Ende liegt nicht nach dem Beginn.",
    ),
]

GUELTIGE_NETZ: list[Callable[[], models.Model]] = [
    lambda: AkteurFactory.build(telefon="030 1", grundlage=Kontaktgrundlage.VERTRAG),
    lambda: MultiplikatorFactory.build(
        telefon="030 1", grundlage=Kontaktgrundlage.EINWILLIGUNG, grundlage_am=TAG, textfassung="2026-11"
    ),
    lambda: MultiplikatorFactory.build(grundlage=Kontaktgrundlage.VERTRAG, widerrufen_am=TAG),
    lambda: AufgabeFactory.build(status=Erledigung.ENTFALLEN, erledigt_am=TAG),
    lambda: KommunikationFactory.build(status=Erledigung.ERLEDIGT, erledigt_am=TAG),
    lambda: build_zweiten_wunsch(Materialart.HEFT),
    lambda: MitgliedschaftFactory.build(
        gremium=GremiumFactory(), geschaeftsbereich=None, akteur=AkteurFactory(name="Verein")
    ),
    lambda: SitzungFactory.build(gremium=GremiumFactory(), beginn=time(14), ende=time(14, 1)),
]
