"""The hits of a page in their groups, as the template shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from angebote.domain.naehe.saetze import build_entfernungssatz
from angebote.domain.suche import Sortierung, Suchergebnis
from angebote.models import Angebot
from angebote.views.karten import Karte, build_karten
from angebote.views.programm import Kartenliste, build_programm


@dataclass(frozen=True)
class Treffergruppe:
    """Offers that fit in the same way. The hits proper have no titel: the number of hits stands above them.

    ebene: the level of the cards' headings, below those of the lists if these have any.
    """

    slug: str
    listen: Sequence[Kartenliste]
    titel: str = ""
    satz: str = ""

    @property
    def ebene(self) -> int:
        return 4 if any(liste.titel for liste in self.listen) else 3


def build_treffergruppen(ergebnis: Suchergebnis, *, jetzt: datetime) -> list[Treffergruppe]:
    """In the order of the pages; groups without an offer on this page are left out."""
    gruppen = [
        Treffergruppe("angebotsliste", _build_trefferlisten(ergebnis, jetzt)),
        Treffergruppe(
            "ohne-weg",
            _build_liste(ergebnis, ergebnis.angebote_ohne_weg, jetzt),
            _("Zu Hause, am Telefon oder online"),
            _("Für diese Angebote müssen Sie nirgendwohin."),
        ),
        Treffergruppe(
            "schon-geoeffnet",
            _build_liste(ergebnis, ergebnis.angebote_schon_geoeffnet, jetzt, geoeffnet=True),
            _("Dann schon geöffnet"),
            _("Diese Häuser öffnen früher. Sie können auch später dazukommen."),
        ),
        Treffergruppe(
            "ohne-zeiten",
            _build_liste(ergebnis, ergebnis.angebote_ohne_zeiten, jetzt),
            _("Zeiten nicht bekannt oder nach Vereinbarung – bitte nachfragen"),
            _("Diese Angebote passen zu allem anderen. Ob sie zur gewünschten Zeit offen sind, wissen wir nicht."),
        ),
        Treffergruppe(
            "teilweise",
            _build_liste(ergebnis, ergebnis.angebote_teilweise, jetzt),
            _("Nur ein Teil Ihrer Wörter passt"),
            _("In diesen Angeboten kommen nicht alle Wörter vor, nach denen Sie gesucht haben."),
        ),
    ]
    return [gruppe for gruppe in gruppen if gruppe.listen]


def _build_trefferlisten(ergebnis: Suchergebnis, jetzt: datetime) -> list[Kartenliste]:
    if ergebnis.sortierung != Sortierung.TERMIN:
        return _build_liste(ergebnis, ergebnis.angebote, jetzt)
    return build_programm(_build_karten(ergebnis, ergebnis.angebote, jetzt), heute=jetzt.date())


def _build_liste(
    ergebnis: Suchergebnis, angebote: Sequence[Angebot], jetzt: datetime, *, geoeffnet: bool = False
) -> list[Kartenliste]:
    karten = _build_karten(ergebnis, angebote, jetzt, geoeffnet=geoeffnet)
    return [Kartenliste("alle", karten)] if karten else []


def _build_karten(
    ergebnis: Suchergebnis, angebote: Sequence[Angebot], jetzt: datetime, *, geoeffnet: bool = False
) -> list[Karte]:
    return build_karten(
        angebote,
        jetzt=jetzt,
        termine=ergebnis.naechste_termine,
        geoeffnet=geoeffnet,
        marken=ergebnis.text.marken if ergebnis.text else (),
        entfernungen=_build_wege(ergebnis),
    )


def _build_wege(ergebnis: Suchergebnis) -> dict[int, str]:
    """The way to each offer in words. From a postcode it is the way from its middle."""
    stelle = ergebnis.naehe.stelle if ergebnis.naehe else None
    return {
        pk: build_entfernungssatz(
            entfernung.meter,
            genau=entfernung.genau,
            start_genau=stelle is not None and not stelle.ist_gebiet,
            ist_hier=stelle is not None and pk in stelle.angebote,
        )
        for pk, entfernung in ergebnis.entfernungen.items()
    }
