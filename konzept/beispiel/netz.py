"""Actors, places that pass it on, a round with its meetings and tasks, and a communication plan."""

from __future__ import annotations

from datetime import date, time, timedelta

from angebote.choices import JaNein
from angebote.models import Kiez
from konzept.beispiel.grundlagen import BEISPIEL, get_bereich
from konzept.beispiel.tage import find_arbeitstag
from konzept.choices import (
    Akteurart,
    Arbeitsweise,
    Branche,
    Ebene,
    Erledigung,
    Gremienrolle,
    Kanal,
    Kontaktgrundlage,
    Materialart,
)
from konzept.models import (
    Akteur,
    Aufgabe,
    Beschluss,
    Gremium,
    Kommunikation,
    Materialwunsch,
    Mitgliedschaft,
    Multiplikator,
    Sitzung,
)

AKTEURE = (
    ("Sozialpsychiatrischer Dienst", Akteurart.SPD, Ebene.BEZIRK, Arbeitsweise.HAUPTAMTLICH, JaNein.JA),
    ("Beratungsstelle am Park", Akteurart.BERATUNG, Ebene.KIEZ, Arbeitsweise.HAUPTAMTLICH, JaNein.JA),
    ("Stadtteilzentrum Mitte des Kiezes", Akteurart.STADTTEILZENTRUM, Ebene.KIEZ, Arbeitsweise.BEIDES, JaNein.NEIN),
    ("Sportverein im Kiez", Akteurart.SPORT, Ebene.KIEZ, Arbeitsweise.EHRENAMTLICH, JaNein.UNBEKANNT),
    ("Kirchengemeinde", Akteurart.KIRCHE, Ebene.KIEZ, Arbeitsweise.BEIDES, JaNein.UNBEKANNT),
    ("Wohnungsgenossenschaft", Akteurart.WOHNEN, Ebene.BEZIRK, Arbeitsweise.HAUPTAMTLICH, JaNein.NEIN),
    ("Landesnetzwerk gegen Einsamkeit", Akteurart.INITIATIVE, Ebene.LAND, Arbeitsweise.BEIDES, JaNein.NEIN),
)
ORTE: tuple[tuple[str, Branche, dict[Materialart, int]], ...] = (
    ("Hausarztpraxis", Branche.PRAXIS, {Materialart.KARTE: 100, Materialart.HEFT: 10}),
    ("Apotheke", Branche.APOTHEKE, {Materialart.KARTE: 150, Materialart.PLAKAT: 2}),
    ("Pflegedienst", Branche.PFLEGEDIENST, {Materialart.MONATSBLATT: 80}),
    ("Friseursalon", Branche.FRISEUR, {Materialart.KARTE: 60}),
    ("Hausverwaltung", Branche.HAUSVERWALTUNG, {Materialart.PLAKAT: 24, Materialart.AUFKLEBER: 40}),
    ("Stadtteilbibliothek", Branche.BIBLIOTHEK, {}),
)
PLAN = (
    (-20, "Artikel zum Start der Plauderbank", Kanal.LOKALPRESSE, "Text und Foto der Bank", Erledigung.ERLEDIGT),
    (-4, "Karten für die Praxen", Kanal.FLYER, "250 Karten", Erledigung.OFFEN),
    (9, "Wochenprogramm im Schaukasten", Kanal.AUSHANG, "Wochenprogramm, 20 Stück", Erledigung.OFFEN),
    (25, "Beitrag in der Kiezzeitung", Kanal.BEZIRKSMAGAZIN, "1.200 Zeichen", Erledigung.OFFEN),
    (48, "Rundmail an alle Akteure", Kanal.VERTEILER, "Monatsblatt", Erledigung.OFFEN),
)


def save_netz(*, heute: date) -> None:
    kieze = list(Kiez.objects.order_by("name"))
    akteure = [_save_akteur(zeile, nummer=nummer, kieze=kieze, heute=heute) for nummer, zeile in enumerate(AKTEURE)]
    for nummer, (name, branche, material) in enumerate(ORTE):
        _save_ort(name, branche, material, kiez=kieze[nummer % len(kieze)] if kieze else None, heute=heute)
    _save_runde(akteure, heute=heute)
    for tage, titel, kanal, was, status in PLAN:
        _save_kommunikation(titel, kanal, was, status=status, tag=find_arbeitstag(heute + timedelta(days=tage)))


def _save_akteur(
    zeile: tuple[str, Akteurart, Ebene, Arbeitsweise, JaNein], *, nummer: int, kieze: list[Kiez], heute: date
) -> Akteur:
    name, art, ebene, arbeitsweise, gpv = zeile
    akteur = Akteur.objects.create(
        name=f"{name} {BEISPIEL}",
        art=art,
        ebene=ebene,
        arbeitsweise=arbeitsweise,
        gpv=gpv,
        rolle="Nimmt an der Runde teil und vermittelt in Angebote.",
        kontakt_funktion="Leitung",
        grundlage=Kontaktgrundlage.VERTRAG,
        dabei_seit=heute - timedelta(days=200),
    )
    if ebene == Ebene.KIEZ and kieze:
        akteur.kieze.set([kieze[nummer % len(kieze)]])
    return akteur


def _save_ort(name: str, branche: Branche, material: dict[Materialart, int], *, kiez: Kiez | None, heute: date) -> None:
    eingewilligt_am = find_arbeitstag(heute - timedelta(days=60))
    ort = Multiplikator.objects.create(
        name=f"{name} {BEISPIEL}",
        branche=branche,
        kiez=kiez,
        kontakt_funktion="Leitung",
        grundlage=Kontaktgrundlage.EINWILLIGUNG,
        grundlage_am=eingewilligt_am,
        textfassung=f"{eingewilligt_am:%Y-%m}",  # the text of that month, so none that is younger than the consent
        dabei_seit=eingewilligt_am,
    )
    for art, stueck in material.items():
        Materialwunsch.objects.create(multiplikator=ort, art=art, stueck=stueck)


def _save_runde(akteure: list[Akteur], *, heute: date) -> None:
    runde = Gremium.objects.create(
        name=f"Runde gegen Einsamkeit {BEISPIEL}",
        zweck="Alle Geschäftsbereiche und die Träger stimmen ab, wer was übernimmt.",
        federfuehrung=get_bereich("Soziales und Gesundheit"),
        rhythmus="alle sechs Wochen",
    )
    Mitgliedschaft.objects.create(
        gremium=runde, geschaeftsbereich=get_bereich("Soziales und Gesundheit"), rolle=Gremienrolle.LEITUNG
    )
    Mitgliedschaft.objects.create(gremium=runde, geschaeftsbereich=get_bereich("Stadtbibliothek"))
    for akteur in akteure[:4]:
        Mitgliedschaft.objects.create(gremium=runde, akteur=akteur, funktion="Leitung")
    letzte, _naechste = (
        Sitzung.objects.create(
            gremium=runde,
            datum=find_arbeitstag(heute + timedelta(days=tage)),
            beginn=time(14),
            ende=time(16),
            ort=f"Sitzungsraum {BEISPIEL}",
            tagesordnung="1. Stand der Maßnahmen\n2. Lücken in den Kiezen\n3. Verabredungen",
        )
        for tage in (-21, 21)
    )
    Beschluss.objects.create(
        sitzung=letzte, text="In jedem Kiez gibt es bis zum Sommer einen Treff am Abend oder am Wochenende."
    )
    for sitzung, titel, wer, tage in (
        (letzte, "Liste der Räume zusammenstellen", "Stadtteilkoordination", -7),
        (letzte, "Praxen anschreiben", "Koordination gegen Einsamkeit", 14),
        (None, "Zahlen der Lücken vorstellen", "Sozialplanung", 21),
    ):
        Aufgabe.objects.create(
            titel=f"{titel} {BEISPIEL}",
            verantwortlich=wer,
            sitzung=sitzung,
            faellig_am=find_arbeitstag(heute + timedelta(days=tage)),
        )


def _save_kommunikation(titel: str, kanal: Kanal, was: str, *, status: Erledigung, tag: date) -> None:
    ist_offen = status == Erledigung.OFFEN
    Kommunikation.objects.create(
        titel=f"{titel} {BEISPIEL}",
        kanal=kanal,
        material=was,
        verantwortlich="Öffentlichkeitsarbeit",
        faellig_am=tag,
        status=status,
        erledigt_am=None if ist_offen else tag,
        ergebnis="" if ist_offen else "Gedruckte Auflage laut Redaktion der Zeitung",
    )
