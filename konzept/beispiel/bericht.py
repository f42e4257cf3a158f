"""A draft for the motion the concept answers, so that preview, PDF and freezing can be tried."""

from __future__ import annotations

from datetime import datetime

from konzept.beispiel.grundlagen import BEISPIEL
from konzept.choices import Berichtsart, Komponentenart
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
        Berichtsabschnitt.objects.create(
            bericht=bericht, komponente=komponente, getan=f"{GETAN[Komponentenart(komponente.art)]} {BEISPIEL}"
        )
