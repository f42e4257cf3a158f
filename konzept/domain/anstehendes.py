"""What waits for those who work on the concept today: kinds of things with their rows, and the page that shows them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.domain.aufgaben import count_rows
from konzept.domain.kooperationsbeteiligung import find_wartende_auf_datenschutz
from konzept.models import (
    Aufgabe,
    Bericht,
    Drucksache,
    Geschaeftsbereich,
    Kommunikation,
    Kooperationsanfrage,
    Massnahme,
    Meilenstein,
)
from pankow_einsamkeit.models import Konto

BERICHT_VORLAUF = timedelta(days=60)


@dataclass(frozen=True)
class Anstehensart:
    """seite: name of the address that shows these rows. finde: on a day, for whoever looks.

    ist_dringend: a day has passed that was promised.
    """

    titel: str | Promise
    hinweis: str | Promise
    recht: str
    seite: str
    finde: Callable[[date, Konto], QuerySet[Any]]
    ist_dringend: bool = False


@dataclass(frozen=True)
class Anstehendes:
    art: Anstehensart
    anzahl: int


ARTEN = (
    Anstehensart(
        _("Maßnahmen überfällig"),
        _("Beginn oder Ende ist vorbei, der Status sagt etwas anderes."),
        "konzept.view_massnahme",
        "konzept:massnahme-ueberfaellig",
        lambda heute, konto: Massnahme.objects.ueberfaellig(heute),
        ist_dringend=True,
    ),
    Anstehensart(
        _("Meilensteine überfällig"),
        _("Als erledigt vermerken oder mit den Zuständigen sprechen."),
        "konzept.view_massnahme",
        "konzept:massnahme-ueberfaellig",
        lambda heute, konto: Meilenstein.objects.ueberfaellig(heute),
        ist_dringend=True,
    ),
    Anstehensart(
        _("Kooperationsanfragen über der Frist"),
        _("Eine Vollmacht ist abgelaufen, ein Bericht steht aus, oder eine Wiedervorlage ist da."),
        "konzept.view_kooperationsanfrage",
        "konzept:anfrage-liste",
        lambda heute, konto: Kooperationsanfrage.objects.ueberfaellig(heute),
        ist_dringend=True,
    ),
    Anstehensart(
        _("Aufgaben aus Gremien überfällig"),
        _("Abschließen, oder mit der genannten Stelle sprechen."),
        "konzept.view_aufgabe",
        "konzept:aufgabe-liste",
        lambda heute, konto: Aufgabe.objects.ueberfaellig(heute),
        ist_dringend=True,
    ),
    Anstehensart(
        _("Geplante Veröffentlichungen überfällig"),
        _("Im Kommunikationsplan vermerken, ob und wo sie erschienen sind."),
        "konzept.view_kommunikation",
        "konzept:kommunikation-liste",
        lambda heute, konto: Kommunikation.objects.ueberfaellig(heute),
        ist_dringend=True,
    ),
    Anstehensart(
        _("Berichte an die BVV, bald fällig"),
        _("In den nächsten 60 Tagen, oder schon vorbei."),
        "konzept.view_bericht",
        "konzept:bericht-liste",
        lambda heute, konto: Drucksache.objects.bericht_bis_zum(heute + BERICHT_VORLAUF),
    ),
    Anstehensart(
        _("Berichte, die auf Ihre Freigabe warten"),
        _("Jemand anderes hat sie eingefroren. Die Liste kennzeichnet sie."),
        "konzept.release_bericht",
        "konzept:bericht-liste",
        lambda heute, konto: Bericht.objects.zur_freigabe(konto),
    ),
    Anstehensart(
        _("Anfragen, die auf den Datenschutz warten"),
        _("Auf sein Votum oder auf die Freigabe eines Briefs. Die Liste kennzeichnet sie."),
        "konzept.vote_kooperationsanfrage",
        "konzept:anfrage-liste",
        lambda heute, konto: find_wartende_auf_datenschutz(),
    ),
    Anstehensart(
        _("Kooperationsanfragen in Arbeit"),
        _("Jede zeigt, was für den nächsten Schritt fehlt."),
        "konzept.view_kooperationsanfrage",
        "konzept:anfrage-liste",
        lambda heute, konto: Kooperationsanfrage.objects.offene(),
    ),
    Anstehensart(
        _("Bereiche ohne Beitrag"),
        _("Noch nicht gesagt ist, was sie zum Konzept beitragen."),
        "konzept.view_geschaeftsbereich",
        "konzept:geschaeftsbereich-liste",
        lambda heute, konto: Geschaeftsbereich.objects.ohne_beitrag(),
    ),
    Anstehensart(
        _("Bereiche ohne Bericht"),
        _("Noch nie berichtet ist, wie es dort vorangeht."),
        "konzept.view_geschaeftsbereich",
        "konzept:geschaeftsbereich-liste",
        lambda heute, konto: Geschaeftsbereich.objects.ohne_bericht(),
    ),
)


def count_anstehendes(rechte: Collection[str], *, konto: Konto, heute: date) -> list[Anstehendes]:
    """For this person, who has these rights: the urgent ones first, what is done left out. At most one query."""
    arten = [art for art in ARTEN if art.recht in rechte]
    anzahlen = count_rows([art.finde(heute, konto) for art in arten])
    gefunden = [Anstehendes(art, anzahl) for art, anzahl in zip(arten, anzahlen, strict=True) if anzahl]
    return sorted(gefunden, key=lambda eine: not eine.art.ist_dringend)
