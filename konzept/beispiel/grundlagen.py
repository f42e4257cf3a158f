"""Departments, what they have done so far, and who is responsible.

Telephone numbers are of those that the Bundesnetzagentur keeps free for stories: 030 23125 000 to 999.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from konzept.beispiel.tage import find_arbeitstag
from konzept.choices import Einheitsart, Komponentenart
from konzept.models import Geschaeftsbereich, Komponente, Schulung, Zustaendigkeit

BEISPIEL = "(Beispiel)"

BEREICHE = {
    "Soziales und Gesundheit": ("Sozialamt", "Gesundheitsamt"),
    "Jugend und Familie": ("Jugendamt",),
    "Schule, Sport, Weiterbildung und Kultur": ("Volkshochschule", "Stadtbibliothek"),
    "Stadtentwicklung und öffentlicher Raum": ("Straßen- und Grünflächenamt",),
    "Bürgerdienste": (),
}
BEITRAEGE = {
    "Soziales und Gesundheit": "Koordiniert das Konzept und führt die Gespräche mit den Trägern.",
    "Gesundheitsamt": "Der Sozialpsychiatrische Dienst berät und vermittelt in Gruppen mit geschütztem Rahmen.",
    "Stadtbibliothek": "Öffnet ihre Räume an zwei Nachmittagen in der Woche als Treffpunkt ohne Konsumzwang.",
}
BERICHTET = {"Soziales und Gesundheit": 35, "Gesundheitsamt": 48, "Stadtbibliothek": 80}  # days ago; the others never
# Those whom the measure about trainings counts, see massnahmen.py: days ago and participants.
SCHULUNGEN = {"Volkshochschule": ((182, 12), (122, 15), (96, 7), (67, 9)), "Bürgerdienste": ((41, 14),)}
SCHULUNGSTHEMA = "Willkommen heißen: am Empfang ein Angebot nennen"


@dataclass(frozen=True)
class Zustaendigkeitsvorlage:
    """komponente None: the whole concept. tage: until its last day; None for no end."""

    komponente: Komponentenart | None
    funktion: str
    bereich: str
    tage: int | None = None
    vertretung: str = ""
    telefon: str = ""


# One component is covered for long, one ends soon, the third only by the whole concept.
ZUSTAENDIGKEITEN = (
    Zustaendigkeitsvorlage(
        None,
        "Koordination gegen Einsamkeit",
        "Soziales und Gesundheit",
        vertretung="Sozialplanung",
        telefon="030 23125 200",
    ),
    Zustaendigkeitsvorlage(
        Komponentenart.PRAEVENTION,
        "Stadtteilkoordination",
        "Soziales und Gesundheit",
        vertretung="Koordination gegen Einsamkeit",
        telefon="030 23125 201",
    ),
    Zustaendigkeitsvorlage(
        Komponentenart.UEBERWINDUNG, "Leitung des Sozialpsychiatrischen Dienstes", "Gesundheitsamt", tage=20
    ),
)


def save_grundlagen(*, heute: date) -> None:
    for name, aemter in BEREICHE.items():
        bereich = _save_bereich(name, art=Einheitsart.GESCHAEFTSBEREICH, gehoert_zu=None, heute=heute)
        for amt in aemter:
            _save_bereich(amt, art=Einheitsart.AMT, gehoert_zu=bereich, heute=heute)
    for vorlage in ZUSTAENDIGKEITEN:
        _save_zustaendigkeit(vorlage, heute=heute)


def get_bereich(name: str) -> Geschaeftsbereich:
    return Geschaeftsbereich.objects.get(name=f"{name} {BEISPIEL}")


def find_zustaendigkeit(funktion: str) -> Zustaendigkeit | None:
    return Zustaendigkeit.objects.filter(funktion=f"{funktion} {BEISPIEL}").first()


def _save_bereich(
    name: str, *, art: Einheitsart, gehoert_zu: Geschaeftsbereich | None, heute: date
) -> Geschaeftsbereich:
    bereich = Geschaeftsbereich.objects.create(
        name=f"{name} {BEISPIEL}",
        kurzname=name[:40],
        art=art,
        gehoert_zu=gehoert_zu,
        beitrag=BEITRAEGE.get(name, ""),
        kontakt_funktion=f"Ansprechstelle {name}" if name in BEITRAEGE else "",
        letzter_bericht_am=_find_tag(BERICHTET[name], heute=heute) if name in BERICHTET else None,
    )
    for tage, teilnehmende in SCHULUNGEN.get(name, ()):
        Schulung.objects.create(
            geschaeftsbereich=bereich,
            datum=_find_tag(tage, heute=heute),
            thema=f"{SCHULUNGSTHEMA} {BEISPIEL}",
            teilnehmende=teilnehmende,
        )
    return bereich


def _find_tag(tage: int, *, heute: date) -> date:
    return find_arbeitstag(heute - timedelta(days=tage))


def _save_zustaendigkeit(vorlage: Zustaendigkeitsvorlage, *, heute: date) -> None:
    komponente = Komponente.objects.get(art=vorlage.komponente) if vorlage.komponente else None
    Zustaendigkeit.objects.create(
        komponente=komponente,
        funktion=f"{vorlage.funktion} {BEISPIEL}",
        geschaeftsbereich=get_bereich(vorlage.bereich),
        von=heute - timedelta(days=120),
        bis=heute + timedelta(days=vorlage.tage) if vorlage.tage else None,
        vertretung_funktion=f"{vorlage.vertretung} {BEISPIEL}" if vorlage.vertretung else "",
        telefon=vorlage.telefon,
    )
