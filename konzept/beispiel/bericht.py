"""A draft for the motion the concept answers, complete, so that preview, PDF and freezing can be tried.

Nothing is frozen here: that takes one account, and releasing a second one (adr/0029).
"""

from __future__ import annotations

from datetime import datetime

from konzept.beispiel.grundlagen import BEISPIEL
from konzept.choices import Abweichung, Berichtsart, Komponentenart
from konzept.models import Bericht, Berichtsabschnitt, Drucksache, Komponente

EINLEITUNG = (
    "Das Bezirksamt erarbeitet ein Konzept mit drei Komponenten. Dieser Bericht sagt, wie weit es ist, wer zuständig "
    "ist und wo in Pankow Angebote fehlen."
)
GETAN = {
    Komponentenart.PRAEVENTION: (
        "Die Angebote in den Kiezen sind in einem öffentlichen Verzeichnis gesammelt und werden regelmäßig bestätigt."
    ),
    Komponentenart.UEBERWINDUNG: "Beratung und Gruppen mit geschütztem Rahmen stehen in einem eigenen Bereich.",
    Komponentenart.SENSIBILISIERUNG: "Die Geschäftsbereiche sind gefragt, was sie beitragen. Einige haben geantwortet.",
}
# Where the example does not do what the Ersuchen asks; the other says that there is nothing to tell.
NICHT_UMGESETZT = {
    Komponentenart.UEBERWINDUNG: "Beratung zu Hause per Video gibt es nicht; der Grund steht bei der Maßnahme.",
    Komponentenart.SENSIBILISIERUNG: (
        "Fortbildungen für alle Dienststellen zugleich waren noch nicht möglich: Es gibt zu wenige Termine."
    ),
}
ALTERNATIVEN = {
    Komponentenart.UEBERWINDUNG: "Geprüft wurde, auf Beratung am Telefon hinzuweisen, die es schon gibt.",
    Komponentenart.SENSIBILISIERUNG: "Geprüft wurde, zuerst die Stellen mit Publikumsverkehr zu schulen.",
}
AUSBLICK = "Bis zum nächsten Bericht sollen alle Geschäftsbereiche ihren Beitrag genannt haben."


def save_bericht(*, jetzt: datetime) -> None:
    bericht = Bericht.objects.create(
        drucksache=Drucksache.objects.get(nummer="IX-1179"),
        art=Berichtsart.ZWISCHENBERICHT,
        einleitung=f"{EINLEITUNG} {BEISPIEL}",
        ausblick=f"{AUSBLICK} {BEISPIEL}",
        angelegt_am=jetzt,
    )
    for komponente in Komponente.objects.all():
        art = Komponentenart(komponente.art)
        Berichtsabschnitt.objects.create(
            bericht=bericht,
            komponente=komponente,
            getan=f"{GETAN[art]} {BEISPIEL}",
            abweichung=Abweichung.EINIGE if art in NICHT_UMGESETZT else Abweichung.KEINE,
            nicht_umgesetzt=f"{NICHT_UMGESETZT[art]} {BEISPIEL}" if art in NICHT_UMGESETZT else "",
            alternativen=f"{ALTERNATIVEN[art]} {BEISPIEL}" if art in ALTERNATIVEN else "",
        )
