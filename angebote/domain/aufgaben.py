"""What waits for the Redaktion today, as counts with a list each: the start page of the admin.

Every kind says how to find its entries and which list of the admin shows exactly these, under a filter of that list.
All counts come from one query, since the page is opened many times a day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.choices import Status, Vorschlagsstatus
from angebote.domain.pflichtangaben import find_mit_fehlenden_angaben
from angebote.domain.redaktion import AENDERN, VEROEFFENTLICHEN
from angebote.models import (
    Aenderungsvorschlag,
    Angebot,
    Bestaetigungsanfrage,
    Importbezug,
    Krisenhilfe,
    Linkpruefung,
    Meldung,
    Ort,
    Schliesszeit,
)
from pankow_einsamkeit.models import Seite

SCHLIESSZEIT_VORLAUF = timedelta(days=7)
MELDUNGEN = "angebote.change_meldung"
ORTE = "angebote.change_ort"
KRISENHILFEN = "angebote.change_krisenhilfe"
ANFRAGEN = "angebote.view_bestaetigungsanfrage"
LINKPRUEFUNGEN = "angebote.view_linkpruefung"
SEITEN = "pankow_einsamkeit.change_seite"


@dataclass(frozen=True)
class Aufgabenart:
    """rechte: all that somebody needs to see the list and to act on it.

    app, modell: whose list it is; query: its filter.

    ist_dringend: somebody outside waits too long already, or the public sees nothing any more.
    """

    titel: str | Promise
    hinweis: str | Promise
    rechte: tuple[str, ...]
    modell: str
    query: str
    finde: Callable[[date], QuerySet[Any]]
    ist_dringend: bool = False
    app: str = "angebote"


@dataclass(frozen=True)
class Aufgabe:
    art: Aufgabenart
    anzahl: int


def list_arten(rechte: Collection[str]) -> list[Aufgabenart]:
    return [art for art in ARTEN if set(art.rechte) <= set(rechte)]


def count_aufgaben(rechte: Collection[str], *, heute: date) -> list[Aufgabe]:
    """For somebody with these permissions: the urgent ones first, what is done left out. At most one query."""
    arten = list_arten(rechte)
    anzahlen = count_rows([art.finde(heute) for art in arten])
    aufgaben = [Aufgabe(art, anzahl) for art, anzahl in zip(arten, anzahlen, strict=True) if anzahl]
    return sorted(aufgaben, key=lambda aufgabe: not aufgabe.art.ist_dringend)


def list_rechte() -> set[str]:
    """Every permission that some kind asks for."""
    return {recht for art in ARTEN for recht in art.rechte}


def count_rows(mengen: list[QuerySet[Any]]) -> list[int]:
    """How many rows each has, all in one query: one line per set, told apart by its number."""
    if not mengen:
        return []
    zeilen = [
        menge.order_by().annotate(mengennummer=Value(nummer)).values("mengennummer").annotate(zeilenzahl=Count("pk"))
        for nummer, menge in enumerate(mengen)
    ]
    erste, *weitere = [zeile.values_list("mengennummer", "zeilenzahl") for zeile in zeilen]
    anzahlen = dict(erste.union(*weitere, all=True))
    return [anzahlen.get(nummer, 0) for nummer in range(len(mengen))]


# --- sets that filters of the lists show as well ---


def find_angebote_mit_schliessende(heute: date) -> QuerySet[Angebot]:
    """Closed by a period of their own that ends in the next days: do they begin again?"""
    return Angebot.objects.filter(Exists(_enden_bald(heute).filter(angebot=OuterRef("pk"))))


def find_orte_mit_schliessende(heute: date) -> QuerySet[Ort]:
    return Ort.objects.filter(Exists(_enden_bald(heute).filter(ort=OuterRef("pk"))))


def _enden_bald(heute: date) -> QuerySet[Schliesszeit]:
    return Schliesszeit.objects.enden_bis(heute + SCHLIESSZEIT_VORLAUF, heute=heute)


def find_verschwundene() -> QuerySet[Angebot]:
    """A source does not name them any more. Done once they are checked from that day on, archived, or named again."""
    bezuege = Importbezug.objects.verschwundene().filter(angebot=OuterRef("pk"))
    seitdem = bezuege.filter(
        Q(angebot__geprueft_am__isnull=True) | Q(angebot__geprueft_am__lt=TruncDate("verschwunden_am"))
    )
    return Angebot.objects.exclude(status=Status.ARCHIVIERT).filter(Exists(seitdem))


def _oeffentliche(angebote: QuerySet[Angebot]) -> QuerySet[Angebot]:
    return angebote.filter(status=Status.VEROEFFENTLICHT)


VEROEFFENTLICHTE = f"status__exact={Status.VEROEFFENTLICHT.value}"

ARTEN: tuple[Aufgabenart, ...] = (
    Aufgabenart(
        _("Meldungen, heute fällig oder überfällig"),
        _("Die Frist endet heute oder ist vorbei. Für Barrieren gilt eine gesetzliche Frist."),
        (MELDUNGEN,),
        "meldung",
        "frist=heute",
        Meldung.objects.faellig_bis,
        ist_dringend=True,
    ),
    Aufgabenart(
        _("Krisenhilfen, deren Nummer zu prüfen ist"),
        _("Seit mehr als 60 Tagen nicht geprüft oder noch nie. Wer in Not ist, muss jemanden erreichen."),
        (KRISENHILFEN,),
        "krisenhilfe",
        "pruefung=faellig&ist_sichtbar__exact=1",
        lambda heute: Krisenhilfe.objects.zu_pruefen(heute).filter(ist_sichtbar=True),
        ist_dringend=True,
    ),
    Aufgabenart(
        _("Angebote, die ausgeblendet sind"),
        _("Zu lange nicht geprüft, deshalb in keiner Suche und auf keinem Ausdruck mehr."),
        (AENDERN,),
        "angebot",
        "bestaetigt=abgelaufen",
        Angebot.objects.abgelaufen,
        ist_dringend=True,
    ),
    Aufgabenart(
        _("Angebote, die auf Veröffentlichung warten"),
        _("In Prüfung: ansehen und veröffentlichen oder zurückgeben."),
        (VEROEFFENTLICHEN,),
        "angebot",
        f"status__exact={Status.IN_PRUEFUNG.value}",
        lambda heute: Angebot.objects.filter(status=Status.IN_PRUEFUNG),
    ),
    Aufgabenart(
        _("Offene Änderungsvorschläge"),
        _("Öffentlich bleibt alles, wie es ist, bis jemand entscheidet."),
        (VEROEFFENTLICHEN,),
        "aenderungsvorschlag",
        f"status__exact={Vorschlagsstatus.OFFEN.value}",
        lambda heute: Aenderungsvorschlag.objects.offene(),
    ),
    Aufgabenart(
        _("Offene Meldungen"),
        _("Alle, die noch nicht erledigt sind, auch die dringenden."),
        (MELDUNGEN,),
        "meldung",
        "frist=offen",
        lambda heute: Meldung.objects.offene(),
    ),
    Aufgabenart(
        _("Anbieter, die nicht antworten"),
        _("Gefragt und erinnert, ohne Antwort. Bitte anrufen."),
        (ANFRAGEN, AENDERN),
        "bestaetigungsanfrage",
        "antwort=anrufen",
        lambda heute: Bestaetigungsanfrage.objects.anzurufen(),
    ),
    Aufgabenart(
        _("Anbieter, deren Adresse keine Mail annimmt"),
        _("Bitte die richtige E-Mail-Adresse erfragen und eintragen."),
        (ANFRAGEN, AENDERN),
        "bestaetigungsanfrage",
        "antwort=unzustellbar",
        lambda heute: Bestaetigungsanfrage.objects.unzustellbare(),
    ),
    Aufgabenart(
        _("Angebote, deren Prüfung fällig ist"),
        _("Länger nicht geprüft, aber noch zu sehen, mit der Bitte, vorher anzurufen."),
        (AENDERN,),
        "angebot",
        "bestaetigt=lange-her",
        Angebot.objects.mit_hinweis,
    ),
    Aufgabenart(
        _("Veröffentlichte Angebote, die noch nie geprüft wurden"),
        _("Bitte nachfragen, ob alles stimmt, und die Prüfung vermerken."),
        (AENDERN,),
        "angebot",
        f"bestaetigt=nein&{VEROEFFENTLICHTE}",
        lambda heute: _oeffentliche(Angebot.objects.filter(geprueft_am__isnull=True)),
    ),
    Aufgabenart(
        _("Veröffentlichte Angebote, denen Pflichtangaben fehlen"),
        _("Im Angebot steht, was fehlt. „Nicht bekannt“ ist auch eine Antwort."),
        (AENDERN,),
        "angebot",
        f"fehlt=ja&{VEROEFFENTLICHTE}",
        lambda heute: _oeffentliche(find_mit_fehlenden_angaben()),
    ),
    Aufgabenart(
        _("Angebote, die ihre Quelle nicht mehr nennt"),
        _("Beim letzten Einlesen fehlten sie. Bitte nachfragen, dann die Prüfung vermerken oder archivieren."),
        (AENDERN,),
        "angebot",
        "quelle=verschwunden",
        lambda heute: find_verschwundene(),
    ),
    Aufgabenart(
        _("Web- und E-Mail-Adressen, die nicht mehr gehen"),
        _("An mehreren Tagen versucht. In der Liste steht, welche Einträge sie nennen."),
        (LINKPRUEFUNGEN, AENDERN),
        "linkpruefung",
        "zustand=kaputt",
        lambda heute: Linkpruefung.objects.kaputt(),
    ),
    Aufgabenart(
        _("Erklärung zur Barrierefreiheit überprüfen"),
        _("Vor 11 Monaten oder länger zuletzt überprüft. Das Gesetz verlangt es jedes Jahr."),
        (SEITEN, AENDERN),
        "seite",
        "pruefung=faellig",
        Seite.objects.zu_pruefen,
        app="pankow_einsamkeit",
    ),
    Aufgabenart(
        _("Orte, deren Schließzeit endet"),
        _("In den nächsten 7 Tagen. Bitte nachfragen, ob es danach weitergeht."),
        (ORTE,),
        "ort",
        "schliesst=endet",
        find_orte_mit_schliessende,
    ),
    Aufgabenart(
        _("Angebote, deren Pause endet"),
        _("Schließzeit des Angebots, in den nächsten 7 Tagen. Bitte nachfragen, ob es danach weitergeht."),
        (AENDERN,),
        "angebot",
        f"schliesst=endet&{VEROEFFENTLICHTE}",
        lambda heute: _oeffentliche(find_angebote_mit_schliessende(heute)),
    ),
)
