"""The task list of the admin's start page, for whoever looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone

from angebote.domain.aufgaben import Aufgabe, count_aufgaben, list_arten, list_rechte

register = template.Library()


@dataclass(frozen=True)
class Zeile:
    aufgabe: Aufgabe
    adresse: str


@register.inclusion_tag("admin/_aufgaben.html", takes_context=True)
def aufgabenliste(context: Context) -> dict[str, Any]:
    """Whoever only looks has no tasks, and is not told that all are done."""
    konto = context["request"].user
    rechte = {recht for recht in list_rechte() if konto.has_perm(recht)}
    zeilen = [Zeile(aufgabe, build_adresse(aufgabe)) for aufgabe in count_aufgaben(rechte, heute=timezone.localdate())]
    return {"zeilen": zeilen, "ist_zustaendig": bool(list_arten(rechte))}


def build_adresse(aufgabe: Aufgabe) -> str:
    return f"{reverse(f'admin:{aufgabe.art.app}_{aufgabe.art.modell}_changelist')}?{aufgabe.art.query}"
