"""`{% navigation as punkte %}`: the parts of the internal section that this person may see, in one order everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.template.context import Context
from django.urls import reverse

from konzept.navigation import BEREICHE

register = template.Library()


@dataclass(frozen=True)
class Punkt:
    titel: str
    url: str
    ist_hier: bool


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[Punkt]:
    request = context["request"]
    uebersicht = reverse("konzept:uebersicht")
    punkte = []
    for bereich in BEREICHE:
        if request.user.has_perm(bereich.recht):
            url = reverse(bereich.name)
            ist_hier = request.path == url if url == uebersicht else request.path.startswith(url)
            punkte.append(Punkt(str(bereich.titel), url, ist_hier))
    return punkte
