"""The ways out of an empty result, as links."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from angebote.domain.suche import Auswahl, Ausweg, Suchergebnis, find_auswege
from angebote.views.listenadresse import build_liste_url
from angebote.views.trefferworte import ist_nur_wort


def build_auswege(ergebnis: Suchergebnis, auswahl: Auswahl, *, jetzt: datetime) -> list[dict[str, Any]]:
    """Groups of links; groups without a link are left out."""
    auswege = find_auswege(ergebnis, auswahl=auswahl, jetzt=jetzt)
    # Without the only words all offers are left, and the last group leads to these.
    ohne_filter = [] if ist_nur_wort(ergebnis.anfrage) else auswege.ohne_filter
    gruppen = [
        (
            _("Sehen Sie auch an, was noch nicht bekannt ist"),
            _("auch wenn %(filter)s nicht bekannt sind"),
            auswege.unbekannte,
        ),
        (_("Suchen Sie mit weniger Filtern"), _("ohne %(filter)s"), ohne_filter),
        (_("Gehen Sie in einen Kiez nebenan"), "", auswege.nachbarkieze),
        (_("Wählen Sie eine andere Zeit"), "", auswege.andere_zeiten),
        (_("Ohne Weg: zu Hause oder am Telefon"), "", auswege.ohne_weg),
        (_("Sehen Sie alles an"), "", auswege.alles),
    ]
    return [
        {"titel": titel, "links": [_build_ausweglink(ausweg, muster) for ausweg in liste]}
        for titel, muster, liste in gruppen
        if liste
    ]


def _build_ausweglink(ausweg: Ausweg, muster: str) -> dict[str, Any]:
    return {
        "label": muster % {"filter": ausweg.label} if muster else ausweg.label,
        "href": build_liste_url(ausweg.anfrage),
        "anzahl": ausweg.anzahl,
    }
