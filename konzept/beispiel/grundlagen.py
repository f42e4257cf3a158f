"""Departments and who is responsible."""

from __future__ import annotations

from datetime import date, timedelta

from konzept.choices import Einheitsart, Komponentenart
from konzept.models import Geschaeftsbereich, Komponente, Zustaendigkeit

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


def save_grundlagen(*, heute: date) -> None:
    for name, aemter in BEREICHE.items():
        bereich = _save_bereich(name, art=Einheitsart.GESCHAEFTSBEREICH, gehoert_zu=None)
        for amt in aemter:
            _save_bereich(amt, art=Einheitsart.AMT, gehoert_zu=bereich)
    _save_zustaendigkeiten(heute=heute)


def get_bereich(name: str) -> Geschaeftsbereich:
    return Geschaeftsbereich.objects.get(name=f"{name} {BEISPIEL}")


def _save_bereich(name: str, *, art: Einheitsart, gehoert_zu: Geschaeftsbereich | None) -> Geschaeftsbereich:
    return Geschaeftsbereich.objects.create(
        name=f"{name} {BEISPIEL}",
        kurzname=name[:40],
        art=art,
        gehoert_zu=gehoert_zu,
        beitrag=BEITRAEGE.get(name, ""),
        kontakt_funktion=f"Ansprechstelle {name}" if name in BEITRAEGE else "",
    )


def _save_zustaendigkeiten(*, heute: date) -> None:
    """One component is covered for long, one ends soon, the third only by the whole concept."""
    komponenten = {komponente.art: komponente for komponente in Komponente.objects.all()}
    zeilen = (
        (None, "Koordination gegen Einsamkeit", "Soziales und Gesundheit", None),
        (Komponentenart.PRAEVENTION, "Stadtteilkoordination", "Soziales und Gesundheit", None),
        (Komponentenart.UEBERWINDUNG, "Leitung des Sozialpsychiatrischen Dienstes", "Gesundheitsamt", 20),
    )
    for art, funktion, bereich, tage in zeilen:
        Zustaendigkeit.objects.create(
            komponente=komponenten[art] if art else None,
            funktion=f"{funktion} {BEISPIEL}",
            geschaeftsbereich=get_bereich(bereich),
            von=heute - timedelta(days=120),
            bis=heute + timedelta(days=tage) if tage else None,
        )
