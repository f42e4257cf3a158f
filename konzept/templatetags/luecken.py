"""`{% massnahme_adresse basis kiez spalte dimension as adresse %}`: from a gap to a measure that is filled in."""

from __future__ import annotations

from urllib.parse import urlencode

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.models import Kiez
from konzept.choices import Lueckendimension, Massnahmenart
from konzept.domain.lueckenspalten import Spalte
from konzept.domain.lueckenzelle import build_schluessel

register = template.Library()


@register.simple_tag
def massnahme_adresse(basis: str, kiez: Kiez, spalte: Spalte, dimension: str) -> str:
    """basis: address of the form for a new measure. A column that is no gap by itself suggests no title."""
    luecke = build_schluessel(dimension, spalte.wert)
    if spalte.ist_rest:
        return f"{basis}?{urlencode({'kiez': kiez.slug, 'luecke': luecke})}"
    titel = _("%(was)s: Angebot für %(kiez)s") % {"was": capfirst(spalte.titel), "kiez": kiez.name}
    kategorie = {"kategorie": spalte.wert} if dimension == Lueckendimension.KATEGORIE else {}
    angaben = {
        "kiez": kiez.slug,
        **kategorie,
        "art": Massnahmenart.ANGEBOTSAUFBAU.value,
        "titel": titel,
        "luecke": luecke,
    }
    return f"{basis}?{urlencode(angaben)}"
