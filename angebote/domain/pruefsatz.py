"""When an offer was last checked, in a sentence."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.models import Angebot


def build_pruefsatz(angebot: Angebot, *, heute: date) -> str:
    """If never or long ago: how to ask before the visit; if never, where the facts come from as well."""
    nachfrage = angebot.kartendaten.get("nachfrage_vorher") or _("bitte vorher nachfragen")
    if angebot.geprueft_am is not None:
        satz = _("Zuletzt geprüft am %(datum)s") % {"datum": _name_tag(angebot.geprueft_am)}
        if not angebot.ist_lange_her(heute):
            return satz
        return _("%(satz)s; das ist länger her. %(nachfrage)s.") % {"satz": satz, "nachfrage": capfirst(nachfrage)}
    satz = _("Noch nicht bestätigt. %(nachfrage)s.") % {"nachfrage": capfirst(nachfrage)}
    return " ".join(teil for teil in (satz, angebot.kartendaten.get("quellensatz", "")) if teil)


@lru_cache(maxsize=1000)
def _name_tag(datum: date) -> str:
    return date_format(datum, "j. F Y")
