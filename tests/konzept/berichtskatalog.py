"""A report with something in every chapter, and all of it changed afterwards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from angebote.choices import Bereich, Status, Zugang
from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.fortschreibung import rebuild_mengen
from angebote.models import Angebot, Kategorie, Kiez, Ort, Zugangsweg
from konzept.choices import Abweichung, Anzeige, Drucksachenstatus, Komponentenart, Konzeptstatus, Massnahmenstatus
from konzept.domain.berichte import save_texte
from konzept.domain.berichtstexte import Texte
from konzept.models import (
    Bericht,
    Berichtsabschnitt,
    Drucksache,
    Geschaeftsbereich,
    Indikator,
    Indikatorwert,
    Komponente,
    Konzept,
    Massnahme,
    Massnahmenwechsel,
    Zustaendigkeit,
)
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konten import create_konto
from tests.konzept.factories import (
    GeschaeftsbereichFactory,
    KonzeptFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)
from tests.konzept.factories_bericht import create_entwurf, get_schreibende
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MassnahmenwechselFactory

# Each stands in the report before, and in a new one only in its second form.
ERSETZT = {
    "Pankow gegen Einsamkeit": "Anderer Antrag",
    "Helmholtzwinkel": "Umbenannter Kiez",
    "Gemeinsam singen": "Umbenanntes Thema",
    "Vorname Nachname": "Nachfolge Person",
    "Soziales Musterbereich": "Umbenannter Bereich",
    "Sonntagstisch": "Umbenannte Maßnahme",
    "Niemand isst allein.": "Anderes Ziel.",
    "Küche des Nachbarschaftshauses": "Andere Küche",
    "Gäste am Tisch": "Umbenannter Indikator",
    "20.11.2026": "19.11.2026",
    "Der Saal ist geschlossen.": "Anderer Grund.",
    "Stellt Räume.": "Stellt nichts mehr.",
    "Wir berichten zum ersten Mal.": "Wir berichten anders.",
    "Acht Treffpunkte sind neu.": "Andere Treffpunkte.",
    "Weil das Geld fehlt.": "Aus anderem Grund.",
    "Ein Bus wurde geprüft.": "Ein Rad wurde geprüft.",
    "Es geht weiter.": "Es geht anders weiter.",
    "Gegen Einsamkeit 1.0": "Neues Konzept 2.0",
    "eingebracht am 13. Mai 2025": "beschlossen, Beschluss vom 1. Dezember 2026",
    "geplant": "läuft",
}


def create_vollen() -> Bericht:
    """A draft. Two valid offers in the Kiez with 2,000 people: 1.0 per 1,000."""
    kiez = KiezFactory(
        name="Helmholtzwinkel", slug="helmholtzwinkel", einwohner=2000, einwohner_stand=date(2022, 6, 30)
    )
    thema = Kategorie.objects.create(slug="singen", name="Gemeinsam singen", bereich=Bereich.BEGEGNUNG, icon="music")
    for _angebot in range(2):
        AngebotFactory(ort=OrtFactory(kiez=kiez)).kategorien.add(thema)
    refresh_mengen()
    bereich = GeschaeftsbereichFactory(name="Soziales Musterbereich", beitrag="Stellt Räume.")
    zustaendig = ZustaendigkeitFactory(
        komponente=get_komponente(),
        ist_haupt=True,
        person="Vorname Nachname",
        funktion="Leitung",
        anzeige=Anzeige.NAME,
        geschaeftsbereich=bereich,
    )
    ZustaendigkeitFactory(
        komponente=get_komponente(),
        ist_haupt=False,
        funktion="Zweite Stelle",
        geschaeftsbereich=bereich,
        konto=create_konto("geht_bald"),
    )
    create_massnahme(kiez, zustaendig)
    KonzeptFactory(titel="Gegen Einsamkeit", version="1.0", status=Konzeptstatus.GUELTIG)
    return write_texte(create_entwurf())


def refresh_mengen() -> None:
    """The sets that every figure is counted from; deadlines stay as a test has set them."""
    rebuild_mengen(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)))
    renew_version()


def create_massnahme(kiez: Kiez, zustaendig: Zustaendigkeit) -> None:
    """Put back to planning, with an indicator that was counted once."""
    massnahme = MassnahmeFactory(
        titel="Sonntagstisch",
        ziel="Niemand isst allein.",
        baut_auf="Küche des Nachbarschaftshauses",
        federfuehrung=zustaendig.geschaeftsbereich,
        zustaendig=zustaendig,
    )
    massnahme.kieze.add(kiez)
    MassnahmenwechselFactory(
        massnahme=massnahme,
        von=Massnahmenstatus.LAEUFT,
        nach=Massnahmenstatus.GEPLANT,
        grund="Der Saal ist geschlossen.",
    )
    indikator = IndikatorFactory(massnahme=massnahme, name="Gäste am Tisch", einheit="Personen")
    IndikatorwertFactory(indikator=indikator, tag=date(2026, 11, 20), wert=Decimal(17))


def build_leere_texte() -> Texte:
    felder = ("getan", "nicht_umgesetzt", "alternativen")
    return Texte("", "", {art.value: dict.fromkeys(felder, "") for art in Komponentenart})


def write_texte(bericht: Bericht) -> Bericht:
    kurze = {"getan": "Noch nichts.", "abweichung": Abweichung.KEINE, "nicht_umgesetzt": "", "alternativen": ""}
    texte = {art.value: dict(kurze) for art in Komponentenart}
    texte[Komponentenart.PRAEVENTION] = {
        "getan": "Acht Treffpunkte sind neu.",
        "abweichung": Abweichung.EINIGE,
        "nicht_umgesetzt": "Weil das Geld fehlt.",
        "alternativen": "Ein Bus wurde geprüft.",
    }
    volle = Texte("Wir berichten zum ersten Mal.", "Es geht weiter.", texte)
    return save_texte(bericht_id=bericht.pk, texte=volle, konto=get_schreibende())


def change_everything(bericht: Bericht) -> None:
    """In the tables themselves, past every rule: whatever somebody may find a way to do."""
    aenderungen: list[tuple[Any, dict[str, Any]]] = [
        (Kiez.objects.filter(slug="helmholtzwinkel"), {"name": "Umbenannter Kiez", "einwohner": 500}),
        (Kategorie.objects.filter(slug="singen"), {"name": "Umbenanntes Thema"}),
        (Zustaendigkeit.objects.all(), {"person": "Nachfolge Person"}),
        (Konto.objects.filter(username="geht_bald"), {"is_active": False}),
        (Geschaeftsbereich.objects.all(), {"name": "Umbenannter Bereich", "beitrag": "Stellt nichts mehr."}),
        (
            Massnahme.objects.all(),
            {
                "titel": "Umbenannte Maßnahme",
                "ziel": "Anderes Ziel.",
                "baut_auf": "Andere Küche",
                "status": Massnahmenstatus.LAEUFT,
            },
        ),
        (
            Massnahmenwechsel.objects.all(),
            {"von": Massnahmenstatus.ABGESCHLOSSEN, "nach": Massnahmenstatus.LAEUFT, "grund": "Anderer Grund."},
        ),
        (Indikator.objects.all(), {"name": "Umbenannter Indikator", "startwert": 1, "zielwert": 99}),
        (Indikatorwert.objects.all(), {"tag": date(2026, 11, 19), "wert": 18}),
        (Konzept.objects.all(), {"titel": "Neues Konzept", "version": "2.0"}),
        (Komponente.objects.filter(art=Komponentenart.UEBERWINDUNG), {"name": "Umbenannte Komponente"}),
        (
            Drucksache.objects.filter(pk=bericht.drucksache_id),
            {
                "titel": "Anderer Antrag",
                "status": Drucksachenstatus.BESCHLOSSEN,
                "beschlossen_am": date(2026, 12, 1),
                "ersuchen": "",
            },
        ),
        (
            Bericht.objects.filter(pk=bericht.pk, abbild__isnull=True),  # of a frozen one the database refuses it
            {"einleitung": "Wir berichten anders.", "ausblick": "Es geht anders weiter."},
        ),
        (
            Berichtsabschnitt.objects.filter(bericht=bericht, komponente__art=Komponentenart.PRAEVENTION),
            {
                "getan": "Andere Treffpunkte.",
                "nicht_umgesetzt": "Aus anderem Grund.",
                "alternativen": "Ein Rad wurde geprüft.",
            },
        ),
    ]
    for zeilen, felder in aenderungen:
        zeilen.update(**felder)
    Massnahme.kieze.through.objects.all().delete()
    move_angebote()


def move_angebote() -> None:
    """One is no longer public, the other comes to the people of the Kiez instead of being there."""
    erstes, zweites = Angebot.objects.order_by("pk")[:2]
    Angebot.objects.filter(pk=erstes.pk).update(status=Status.PAUSIERT)
    Ort.objects.update(kiez=None)
    Zugangsweg.objects.create(angebot=zweites, art=Zugang.ZUHAUSE)
    zweites.einzugsgebiet.add(Kiez.objects.get(slug="helmholtzwinkel"))
    refresh_mengen()
