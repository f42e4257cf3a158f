"""A report with something in every chapter, and all of it changed afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any

from angebote.choices import Bereich, Status
from angebote.models import Angebot, Kategorie, Kiez
from konzept.choices import Abweichung, Anzeige, Drucksachenstatus, Komponentenart, Konzeptstatus, Massnahmenstatus
from konzept.domain.berichte import Texte, save_texte
from konzept.models import (
    Bericht,
    Berichtsabschnitt,
    Drucksache,
    Geschaeftsbereich,
    Komponente,
    Konzept,
    Massnahme,
    Zustaendigkeit,
)
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konzept.factories import (
    GeschaeftsbereichFactory,
    KonzeptFactory,
    MassnahmeFactory,
    ZustaendigkeitFactory,
    get_komponente,
)
from tests.konzept.factories_bericht import create_entwurf, get_schreibende

# Each stands in the report before, and in a new one only in its second form.
ERSETZT = {
    "Pankow gegen Einsamkeit": "Anderer Antrag",
    "Helmholtzwinkel": "Umbenannter Kiez",
    "Gemeinsam singen": "Umbenanntes Thema",
    "Vorname Nachname": "Nachfolge Person",
    "Soziales Musterbereich": "Umbenannter Bereich",
    "Sonntagstisch": "Umbenannte Maßnahme",
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
    bereich = GeschaeftsbereichFactory(name="Soziales Musterbereich", beitrag="Stellt Räume.")
    zustaendig = ZustaendigkeitFactory(
        komponente=get_komponente(),
        ist_haupt=True,
        person="Vorname Nachname",
        funktion="Leitung",
        anzeige=Anzeige.NAME,
        geschaeftsbereich=bereich,
    )
    MassnahmeFactory(titel="Sonntagstisch", federfuehrung=bereich, zustaendig=zustaendig).kieze.add(kiez)
    KonzeptFactory(titel="Gegen Einsamkeit", version="1.0", status=Konzeptstatus.GUELTIG)
    return write_texte(create_entwurf())


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
    return save_texte(bericht_id=bericht.pk, texte=volle, fassung=0, konto=get_schreibende())


def change_everything(bericht: Bericht) -> None:
    """In the tables themselves, past every rule: whatever somebody may find a way to do."""
    aenderungen: list[tuple[Any, dict[str, Any]]] = [
        (Kiez.objects.filter(slug="helmholtzwinkel"), {"name": "Umbenannter Kiez", "einwohner": 500}),
        (Kategorie.objects.filter(slug="singen"), {"name": "Umbenanntes Thema"}),
        (Zustaendigkeit.objects.all(), {"person": "Nachfolge Person"}),
        (Geschaeftsbereich.objects.all(), {"name": "Umbenannter Bereich", "beitrag": "Stellt nichts mehr."}),
        (Massnahme.objects.all(), {"titel": "Umbenannte Maßnahme", "status": Massnahmenstatus.LAEUFT}),
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
            Bericht.objects.filter(pk=bericht.pk),
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
    Angebot.objects.filter(pk=Angebot.objects.order_by("pk").values("pk")[:1]).update(status=Status.PAUSIERT)
