"""What the text checks say about an offer while it is typed: the hints alone, for static/js/texthinweise.js."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path

from angebote.admin.textpruefung import build_texthinweise
from angebote.domain.textpruefung import TEXTFELDER, Textlage
from angebote.domain.textpruefung.textlage import ZEILEN
from angebote.models import Angebot, Ort, Traeger
from angebote.models.angebot import TEXT_HOECHSTENS


def build_urls(model_admin: ModelAdmin) -> list[URLPattern]:
    view = model_admin.admin_site.admin_view(partial(show_texthinweise, model_admin=model_admin))
    return [path("texthinweise/", view, name="angebote_texthinweise")]


def show_texthinweise(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    """Of the form as it is sent; ?angebot= names the offer whose exceptions count. Stores nothing."""
    if not (model_admin.has_change_permission(request) or model_admin.has_add_permission(request)):
        raise PermissionDenied
    pk = request.GET.get("angebot", "")
    angebot = find_by_key(Angebot, pk)
    ausnahmen = list(angebot.textausnahmen.select_related("konto")) if angebot is not None else []
    context = {"textpruefung": build_texthinweise(read_textlage(request.POST), ausnahmen) | {"ist_getippt": True}}
    return render(request, "admin/_texthinweise.html", context)


def read_textlage(eingaben: QueryDict) -> Textlage:
    """As build_textlage of the offer that a save would give."""
    texte = {feld: read_kurz(eingaben.get(feld, "")) for feld in TEXTFELDER}
    texte |= {name: "\n".join(list_zeilentexte(eingaben, name)) for name in ZEILEN}
    bezuege = (find_by_key(Ort, eingaben.get("ort", "")), find_by_key(Traeger, eingaben.get("traeger", "")))
    return Textlage(
        texte={feld: text for feld, text in texte.items() if text},
        bereich=eingaben.get("bereich", ""),
        exklusiv="exklusiv" in eingaben,
        namen=tuple(bezug.name for bezug in bezuege if bezug is not None),
    )


def list_zeilentexte(eingaben: Mapping[str, Any], name: str) -> list[str]:
    """Of the rows that stay, in their order; the empty row that Django keeps for new ones has no number."""
    muster = re.compile(rf"{name}-(\d{{1,4}})-{ZEILEN[name]}")
    nummern = sorted(int(treffer[1]) for feld in eingaben if (treffer := muster.fullmatch(feld)))
    texte = (
        read_kurz(eingaben[f"{name}-{nummer}-{ZEILEN[name]}"])
        for nummer in dict.fromkeys(nummern)
        if f"{name}-{nummer}-DELETE" not in eingaben
    )
    return [text for text in texte if text]


def read_kurz(text: str) -> str:
    return text.replace("\0", "").replace("\r\n", "\n").strip()[:TEXT_HOECHSTENS]


def find_by_key(modell: Any, text: str) -> Any:
    """None for what is no key of it."""
    ist_schluessel = text.isascii() and text.isdecimal() and len(text) < 19
    return modell.objects.filter(pk=text).first() if ist_schluessel else None
