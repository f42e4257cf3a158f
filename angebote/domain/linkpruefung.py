"""Which addresses the catalogue names, which of them are due for a try, and what a try says. Asks nobody itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from angebote.choices import LINK_FEHLER, Adressart, Linkergebnis, Status
from angebote.models import Angebot, Krisenhilfe, Linkpruefung, Traeger

ALLE_TAGE = 7  # days between two tries of an address that works; one that does not is tried every day
ZEILEN = 10
STAPEL = 500


@dataclass(frozen=True, order=True)
class Adresse:
    text: str
    art: Adressart


@dataclass(frozen=True)
class Befund:
    """What one try of an address said. ziel: where it has moved for good. hat_antwort: somebody did answer."""

    ergebnis: Linkergebnis
    text: str
    ziel: str = ""
    hat_antwort: bool = True


Felder = tuple[tuple[str, Adressart], ...]
BEIDE: Felder = (("web", Adressart.WEB), ("email", Adressart.MAIL))


def list_adressen() -> set[Adresse]:
    """All that stand on public pages, or will again after a pause. Five queries."""
    return {
        Adresse(text, art)
        for zeilen, felder in _list_quellen()
        for feld, art in felder
        for text in zeilen.exclude(**{feld: ""}).order_by().values_list(feld, flat=True).distinct()
    }


def list_faellige(*, heute: date, anzahl: int) -> list[Adresse]:
    """Never tried first, then what fails, then what was tried longest ago. Nothing twice on one day."""
    bekannte = {eine.adresse: eine for eine in Linkpruefung.objects.all()}
    faellige = [
        adresse
        for adresse in list_adressen()
        if (bekannt := bekannte.get(adresse.text)) is None or _ist_faellig(bekannt, heute)
    ]
    return sorted(faellige, key=lambda adresse: (_rank(bekannte.get(adresse.text)), adresse))[:anzahl]


def _ist_faellig(linkpruefung: Linkpruefung, heute: date) -> bool:
    abstand = 1 if linkpruefung.fehlversuche else ALLE_TAGE
    return linkpruefung.letzte_pruefung <= heute - timedelta(days=abstand)


def _rank(linkpruefung: Linkpruefung | None) -> tuple[int, date]:
    if linkpruefung is None:
        return 0, date.min
    return 1 if linkpruefung.fehlversuche else 2, linkpruefung.letzte_pruefung


@transaction.atomic
def record_befund(*, adresse: Adresse, befund: Befund, heute: date) -> Linkpruefung:
    """A failure counts once a day; a success forgets all failures before it."""
    eintrag = Linkpruefung.objects.select_for_update().filter(adresse=adresse.text).first()
    if eintrag is None:
        eintrag = Linkpruefung(adresse=adresse.text, letzte_pruefung=date.min)
    schon_gezaehlt = eintrag.fehlversuche > 0 and eintrag.letzte_pruefung == heute
    if befund.ergebnis not in LINK_FEHLER:
        eintrag.fehler_seit, eintrag.fehlversuche, eintrag.tage_nicht_gefunden = None, 0, 0
    elif not schon_gezaehlt:
        eintrag.fehler_seit = eintrag.fehler_seit or heute
        eintrag.fehlversuche += 1
        eintrag.tage_nicht_gefunden += befund.ergebnis == Linkergebnis.NICHT_GEFUNDEN
    zeilen = [f"{heute:%d.%m.%Y}: {befund.text}", *eintrag.verlauf.splitlines()]
    eintrag.art, eintrag.ergebnis, eintrag.letzte_pruefung = adresse.art, befund.ergebnis, heute
    eintrag.ziel, eintrag.verlauf = befund.ziel[:500], "\n".join(zeilen[:ZEILEN])
    eintrag.save()
    return eintrag


@transaction.atomic
def delete_unbenutzte() -> int:
    """What no entry names any more; how many."""
    benutzte = {adresse.text for adresse in list_adressen()}
    veraltete = [pk for pk, adresse in Linkpruefung.objects.values_list("pk", "adresse") if adresse not in benutzte]
    Linkpruefung.objects.filter(pk__in=veraltete).delete()
    return len(veraltete)


def find_verwendungen(adressen: Collection[str]) -> Mapping[str, Sequence[Angebot | Traeger | Krisenhilfe]]:
    """Where these addresses stand. Five queries."""
    verwendungen: dict[str, list[Angebot | Traeger | Krisenhilfe]] = defaultdict(list)
    for zeilen, felder in _list_quellen():
        for feld, _art in felder:
            for eintrag in zeilen.filter(**{f"{feld}__in": adressen}):
                verwendungen[getattr(eintrag, feld)].append(eintrag)
    return verwendungen


def _list_quellen() -> Iterator[tuple[QuerySet[Any], Felder]]:
    sichtbare = (Status.VEROEFFENTLICHT, Status.PAUSIERT)
    yield Angebot.objects.filter(status__in=sichtbare), BEIDE
    yield Traeger.objects.all(), BEIDE
    yield Krisenhilfe.objects.filter(ist_sichtbar=True), (("web", Adressart.WEB),)
