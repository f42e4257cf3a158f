"""Measures in each state: planned, running, late, done and dropped. They tie in with Kieze and offers that exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from angebote.models import Angebot, Kiez, Ort
from konzept.beispiel.grundlagen import BEISPIEL, find_zustaendigkeit, get_bereich
from konzept.choices import Komponentenart, Massnahmenart, Massnahmenstatus
from konzept.domain.massnahmen import (
    add_indikator,
    add_indikatorwert,
    add_meilenstein,
    complete_meilenstein,
    create_massnahme,
)
from konzept.domain.massnahmenstatus import move_massnahme
from konzept.models import Drucksache, Komponente, Massnahme
from pankow_einsamkeit.lib.kalender import BERLIN

Schritte = tuple[tuple[Massnahmenstatus, str, int], ...]  # where to, why, days before today


@dataclass(frozen=True)
class Vorlage:
    """Days are counted from today. meilensteine: title, due, done or None.

    indikator: name, unit, start, aim, values by day.
    """

    titel: str
    ziel: str
    komponente: Komponentenart
    art: Massnahmenart
    bereich: str
    verantwortlich: str
    baut_auf: str
    beginn: int
    ende: int | None
    kieze: tuple[str, ...] = ()
    beteiligte: tuple[str, ...] = ()
    schritte: Schritte = ()
    meilensteine: tuple[tuple[str, int, int | None], ...] = ()
    indikator: tuple[str, str, int, int, Mapping[int, int]] | None = None


VORLAGEN = (
    Vorlage(
        "Offener Mittagstisch im Stadtteilzentrum",
        "Wer allein isst, findet an zwei Tagen in der Woche einen gedeckten Tisch in der Nähe.",
        Komponentenart.PRAEVENTION,
        Massnahmenart.ANGEBOTSAUFBAU,
        "Soziales und Gesundheit",
        "Stadtteilkoordination",
        "Küche und Räume des Stadtteilzentrums, die mittags frei sind.",
        beginn=-150,
        ende=400,
        kieze=("buch", "karow"),
        beteiligte=("Sozialamt",),
        schritte=((Massnahmenstatus.LAEUFT, "", 150),),
        meilensteine=(
            ("Gespräche mit zwei Häusern geführt", -120, -130),
            ("Erster Mittagstisch", -60, -55),
            ("Zweiter Standort", 90, None),
        ),
        indikator=("Mittagstische in der Woche", "Termine", 0, 6, {-55: 1, -20: 2, -3: 3}),
    ),
    Vorlage(
        "Bänke und Schach im Grünen",
        "Im Park gibt es Plätze, an denen man leicht ins Gespräch kommt.",
        Komponentenart.PRAEVENTION,
        Massnahmenart.RAUM,
        "Stadtentwicklung und öffentlicher Raum",
        "Grünflächenplanung",
        "Bestehende Wege und Bänke; Pflege durch das Straßen- und Grünflächenamt.",
        beginn=-40,
        ende=240,
        kieze=("weissensee",),
        beteiligte=("Straßen- und Grünflächenamt",),
        meilensteine=(("Orte mit dem Kiez ausgesucht", -10, None), ("Tische aufgestellt", 180, None)),
    ),
    Vorlage(
        "Lesecafé an zwei Nachmittagen",
        "Die Bibliothek wird zum Treffpunkt, an dem niemand etwas kaufen muss.",
        Komponentenart.PRAEVENTION,
        Massnahmenart.ANGEBOTSAUFBAU,
        "Stadtbibliothek",
        "Leitung der Bibliothek",
        "Räume, Öffnungszeiten und Ehrenamtliche der Bibliotheken.",
        beginn=30,
        ende=None,
        kieze=("prenzlauer-berg-nord", "prenzlauer-berg-sued"),
        meilensteine=(("Ehrenamtliche gefunden", 20, None),),
        indikator=("Besuche im Monat", "Besuche", 0, 120, {}),
    ),
    Vorlage(
        "Gruppe mit geschütztem Rahmen",
        "Menschen, die lange allein waren, proben in einer festen kleinen Gruppe wieder Kontakt.",
        Komponentenart.UEBERWINDUNG,
        Massnahmenart.ANGEBOTSAUFBAU,
        "Gesundheitsamt",
        "Leitung des Sozialpsychiatrischen Dienstes",
        "Räume und fachliche Leitung des Sozialpsychiatrischen Dienstes.",
        beginn=-200,
        ende=-15,
        schritte=((Massnahmenstatus.LAEUFT, "", 200),),
        meilensteine=(("Leitung gefunden", -180, -170), ("Auswertung mit der Gruppe", -30, None)),
        indikator=("Wartezeit auf einen Platz", "Tage", 90, 30, {-150: 85, -90: 60, -30: 48}),
    ),
    Vorlage(
        "Beratung zu Hause per Video",
        "Wer das Haus nicht verlassen kann, spricht von zu Hause mit einer Beratungsstelle.",
        Komponentenart.UEBERWINDUNG,
        Massnahmenart.BARRIEREABBAU,
        "Gesundheitsamt",
        "Sozialpsychiatrischer Dienst",
        "",
        beginn=-120,
        ende=200,
        schritte=(
            (
                Massnahmenstatus.VERWORFEN,
                "Kein Träger kann die Technik stellen. Stattdessen wird der Hausbesuch ausgebaut.",
                45,
            ),
        ),
    ),
    Vorlage(
        "Fortbildung „Willkommen heißen“",
        "Wer am Empfang sitzt, erkennt, wenn jemand Anschluss sucht, und kann ein Angebot nennen.",
        Komponentenart.SENSIBILISIERUNG,
        Massnahmenart.SENSIBILISIERUNG,
        "Volkshochschule",
        "Programmbereich Gesundheit",
        "Kursräume und Kursplanung der Volkshochschule.",
        beginn=-240,
        ende=-60,
        beteiligte=("Bürgerdienste", "Sozialamt"),
        schritte=((Massnahmenstatus.LAEUFT, "", 240), (Massnahmenstatus.ABGESCHLOSSEN, "", 58)),
        meilensteine=(("Unterlagen fertig", -200, -205), ("Vier Kurse gehalten", -70, -65)),
        indikator=("Geschulte am Empfang", "Personen", 0, 40, {-180: 12, -120: 27, -65: 43}),
    ),
    Vorlage(
        "Runder Tisch der Geschäftsbereiche",
        "Alle Geschäftsbereiche wissen voneinander, was sie beitragen, und stimmen sich viermal im Jahr ab.",
        Komponentenart.SENSIBILISIERUNG,
        Massnahmenart.NETZWERK,
        "Soziales und Gesundheit",
        "Koordination gegen Einsamkeit",
        "Bestehende Runde der Amtsleitungen.",
        beginn=-90,
        ende=None,
        beteiligte=("Jugend und Familie", "Bürgerdienste"),
        schritte=((Massnahmenstatus.LAEUFT, "", 88),),
        meilensteine=(("Erste Sitzung", -60, -60), ("Beiträge aller Bereiche gesammelt", 60, None)),
    ),
)


def save_massnahmen(*, heute: date) -> None:
    """After the departments, and only where the Kieze are loaded."""
    jetzt = datetime.combine(heute, time(9), tzinfo=BERLIN)
    for vorlage in VORLAGEN:
        _save(vorlage, heute=heute, jetzt=jetzt)


def _save(vorlage: Vorlage, *, heute: date, jetzt: datetime) -> None:
    massnahme = create_massnahme(angaben=_build_angaben(vorlage, heute=heute), konto=None)
    for titel, faellig, erledigt in vorlage.meilensteine:
        meilenstein = add_meilenstein(
            massnahme=massnahme, titel=titel, faellig_am=heute + timedelta(days=faellig), konto=None
        )
        if erledigt is not None:
            tag = heute + timedelta(days=erledigt)
            complete_meilenstein(meilenstein_id=meilenstein.pk, konto=None, heute=tag)
    _save_indikator(vorlage, massnahme, heute=heute)
    for nach, grund, tage in vorlage.schritte:
        am = jetzt - timedelta(days=tage)
        move_massnahme(massnahme_id=massnahme.pk, nach=nach, konto=None, jetzt=am, grund=grund)


def _build_angaben(vorlage: Vorlage, *, heute: date) -> dict[str, object]:
    kieze = Kiez.objects.filter(slug__in=vorlage.kieze)
    return {
        "titel": f"{vorlage.titel} {BEISPIEL}",
        "ziel": vorlage.ziel,
        "komponente": Komponente.objects.get(art=vorlage.komponente),
        "art": vorlage.art,
        "federfuehrung": get_bereich(vorlage.bereich),
        "beteiligte": [get_bereich(name) for name in vorlage.beteiligte],
        "zustaendig": find_zustaendigkeit(vorlage.verantwortlich),
        "verantwortlich": vorlage.verantwortlich,
        "kieze": kieze,
        "orte": Ort.objects.filter(kiez__in=kieze)[:1],
        "angebote": Angebot.objects.oeffentlich(heute).filter(ort__kiez__in=kieze)[:2],
        "baut_auf": vorlage.baut_auf,
        "beginn": heute + timedelta(days=vorlage.beginn),
        "ende": heute + timedelta(days=vorlage.ende) if vorlage.ende is not None else None,
        "mittel": "Aus dem laufenden Haushalt des Bereichs (Beispiel).",
        "drucksache": Drucksache.objects.filter(nummer="IX-1179").first(),
    }


def _save_indikator(vorlage: Vorlage, massnahme: Massnahme, *, heute: date) -> None:
    if vorlage.indikator is None:
        return
    name, einheit, start, ziel, werte = vorlage.indikator
    angaben = {
        "name": name,
        "einheit": einheit,
        "startwert": Decimal(start),
        "zielwert": Decimal(ziel),
        "ziel_bis": heute + timedelta(days=vorlage.ende or 365),
    }
    indikator = add_indikator(massnahme=massnahme, angaben=angaben, konto=None)
    for tage, wert in werte.items():
        tag = heute + timedelta(days=tage)
        add_indikatorwert(indikator=indikator, tag=tag, wert=Decimal(wert), notiz="Beispiel", konto=None, heute=heute)
