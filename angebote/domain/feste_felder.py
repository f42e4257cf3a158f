"""Names and addresses that visitors rely on: of places and providers that an offer names which is or was public.

They are shared by many offers, so a change of them cannot wait as a proposal of one offer; it needs Freigabe instead.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from angebote.domain.redaktion import VEROEFFENTLICHEN
from angebote.models import Ort, Traeger
from pankow_einsamkeit.models import Konto

FESTE_FELDER: Mapping[type[models.Model], tuple[str, ...]] = {
    Ort: ("name", "strasse", "hausnummer", "plz", "ortsname", "kiez", "lat", "lon"),
    Traeger: ("name", "telefon", "email", "web"),
}


def list_feste_felder(eintrag: Ort | Traeger, konto: Konto) -> tuple[str, ...]:
    """What this person may only look at; empty with Freigabe, and for what no public offer names."""
    if konto.has_perm(VEROEFFENTLICHEN):
        return ()
    benutzt = eintrag.angebote.filter(veroeffentlicht_am__isnull=False).exists()
    return FESTE_FELDER[type(eintrag)] if benutzt else ()
