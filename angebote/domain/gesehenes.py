"""What a person had before their eyes when they opened a form, and what others have changed since.

The state travels with the form, signed, since it may be hours old when it comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core import signing
from django.db import models
from django.utils.translation import gettext as _

from angebote.domain.angebotsdaten import Daten, diff_angebotsdaten
from angebote.domain.feldtexte import Feldaenderung, build_feldaenderungen
from angebote.domain.kontaktruecknahme import KONTAKTFELDER
from angebote.domain.redaktion import format_zeitpunkt
from angebote.domain.verlauf import Akt, list_akte
from angebote.models import Angebot
from pankow_einsamkeit.models import Konto

SALZ = "angebote.gesehenes"


def sign_gesehenes(angebot_id: int | str, daten: Daten) -> str:
    """angebot_id: of other records than offers the kind and the key, "ort-5"."""
    return signing.dumps({"angebot": angebot_id, "daten": daten}, salt=SALZ, compress=True)


def read_gesehenes(angebot_id: int | str, text: str) -> Daten | None:
    """None where nothing was sent along, where it is not ours, or where it is of another offer."""
    try:
        inhalt = signing.loads(text, salt=SALZ)
    except signing.BadSignature:
        return None
    daten: Daten | None = inhalt["daten"] if inhalt["angebot"] == angebot_id else None
    return daten


def diff_eingaben(gesehen: Daten, eingegeben: Daten, aktuelle: Daten) -> dict[str, dict[str, Any]]:
    """What the person changed: against what they saw, and without what holds already.

    A contact that is empty today may have been taken back (domain/kontaktruecknahme.py): not written down again.
    """
    return {
        name: werte | {"alt": "" if name in KONTAKTFELDER and not aktuelle[name] else werte["alt"]}
        for name, werte in diff_angebotsdaten(gesehen, eingegeben).items()
        if werte["neu"] != aktuelle[name]
    }


def list_zwischenzeitliches(
    pk: int, gesehen: Daten, aktuelle: Daten, modell: type[models.Model] = Angebot
) -> list[str]:
    """One sentence for each name that somebody has changed since: today's value, who and when."""
    aenderungen = diff_angebotsdaten(gesehen, aktuelle, modell)
    if not aenderungen:
        return []
    akte = list_akte(modell, pk)
    konten = Konto.objects.in_bulk({akt.konto_id for akt in akte if akt.konto_id})
    return [
        describe_zwischenzeitliches(eine, find_letzten_akt(akte, eine.name), konten)
        for eine in build_feldaenderungen(aenderungen, modell=modell)
    ]


def find_letzten_akt(akte: list[Akt], name: str) -> Akt | None:
    return next((akt for akt in reversed(akte) if name in akt.aenderungen), None)


def describe_zwischenzeitliches(aenderung: Feldaenderung, akt: Akt | None, konten: Mapping[int, Konto]) -> str:
    werte = {"feld": aenderung.titel, "wert": "; ".join(aenderung.neu) or _("keine Angabe")}
    if akt is None:
        return _("%(feld)s ist jetzt: %(wert)s.") % werte
    wer = konten.get(akt.konto_id or 0) or _("ohne Konto")
    werte |= {"wer": str(wer), "wann": format_zeitpunkt(akt.bis)}
    return _("%(feld)s ist jetzt: %(wert)s (geändert am %(wann)s, %(wer)s).") % werte
