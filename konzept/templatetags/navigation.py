"""`{% navigation as punkte %}`: the parts of the internal section that this person may see, in one order everywhere.

`{% hilfe as adresse %}`: what the handbook says about the part one is in.
"""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.template.context import Context
from django.urls import reverse

from konzept.handbuch import build_kapiteladresse
from konzept.navigation import BEREICHE, Bereich

register = template.Library()
UEBERSICHT = "konzept:uebersicht"


@dataclass(frozen=True)
class Punkt:
    titel: str
    url: str
    ist_hier: bool


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[Punkt]:
    request = context["request"]
    return [
        Punkt(str(bereich.titel), reverse(bereich.name), ist_hier(bereich, request.path))
        for bereich in BEREICHE
        if request.user.has_perm(bereich.recht)
    ]


@register.simple_tag(takes_context=True)
def hilfe(context: Context) -> str:
    """Where the handbook tells about this page; empty for pages of no part."""
    bereich = next((bereich for bereich in BEREICHE if ist_hier(bereich, context["request"].path)), None)
    return build_kapiteladresse(bereich.kapitel, bereich.abschnitt) if bereich else ""


def ist_hier(bereich: Bereich, pfad: str) -> bool:
    """Every address begins with that of the overview, so only the overview itself belongs to it."""
    url = reverse(bereich.name)
    return pfad == url if bereich.name == UEBERSICHT else pfad.startswith(url)
