"""Looked for and not found: a page to read, never the rows themselves.

Django's own list and forms would show the exact numbers, or tell them by `?anzahl__lt=3` and `?o=`, so none is used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.admin.gebiet import NurLesen
from angebote.choices import Tageszeit
from angebote.domain.suchluecken import (
    MINDESTZAHL,
    Luecke,
    Lueckensumme,
    list_luecken,
    list_luecken_monate,
    sum_luecken,
)
from angebote.models import Kategorie, Kiez, Suchluecke

ZEILEN_JE_SEITE = 200
OHNE_KIEZ = "-"  # in the address, where an empty value stands for all


@dataclass(frozen=True)
class Zeile:
    monat: str
    kiez: str | Promise
    kategorie: str | Promise
    tageszeit: str | Promise
    anzahl: int | None


@dataclass(frozen=True)
class Kiezsumme:
    kiez: str | Promise
    summe: Lueckensumme


@dataclass(frozen=True)
class Lueckenfilter:
    """None: not filtered by it. An unknown value finds nothing, which the page says."""

    monat: str | None
    kiez: str | None

    @classmethod
    def read(cls, parameter: Mapping[str, str]) -> "Lueckenfilter":
        # PostgreSQL takes no zero character, not even to compare with.
        monat, kiez = (parameter.get(name, "").replace("\0", "") or None for name in ("monat", "kiez"))
        return cls(monat=monat, kiez="" if kiez == OHNE_KIEZ else kiez)


@admin.register(Suchluecke)
class SuchlueckeAdmin(NurLesen, admin.ModelAdmin):
    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Everyone who works here: there is nothing in it that only some may know."""
        return bool(request.user.is_active and request.user.is_staff)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_urls(self) -> list[URLPattern]:
        liste = self.admin_site.admin_view(self.changelist_view)
        return [path("", liste, name="angebote_suchluecke_changelist")]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        kieznamen = dict(Kiez.objects.values_list("slug", "name"))
        filter_ = Lueckenfilter.read(request.GET.dict())
        luecken = list_luecken(monat=filter_.monat, kiez=filter_.kiez)
        context = {
            **self.admin_site.each_context(request),
            "title": self.opts.verbose_name_plural,
            "opts": self.opts,
            "mindestzahl": MINDESTZAHL,
            "monate": [(monat, format_monat(monat), monat == filter_.monat) for monat in list_luecken_monate()],
            "kieze": build_kiezoptionen(kieznamen, gewaehlt=filter_.kiez),
            "summen": build_summen(luecken, kieznamen),
            "gesamt": sum_luecken(luecken),
            "seite": build_seite(luecken, kieznamen, nummer=request.GET.get("seite", "")),
            "filter": filter_,
            "kiez_parameter": OHNE_KIEZ if filter_.kiez == "" else filter_.kiez or "",
        }
        return render(request, "admin/angebote/suchluecken.html", context)


def format_monat(monat: str) -> str:
    """ "2026-11" → "November 2026"."""
    jahr, nummer = monat.split("-")
    return date_format(date(int(jahr), int(nummer), 1), "F Y")


def name_kiez(slug: str, kieznamen: Mapping[str, str]) -> str | Promise:
    return kieznamen.get(slug, slug) if slug else _("kein Kiez gewählt")


def build_kiezoptionen(kieznamen: Mapping[str, str], *, gewaehlt: str | None) -> list[tuple[str, str | Promise, bool]]:
    """Value in the address, name, chosen or not."""
    sortiert = sorted(kieznamen.items(), key=lambda eintrag: eintrag[1])
    optionen: list[tuple[str, str | Promise, bool]] = [(slug, name, slug == gewaehlt) for slug, name in sortiert]
    return [*optionen, (OHNE_KIEZ, name_kiez("", kieznamen), gewaehlt == "")]


def build_summen(luecken: Iterable[Luecke], kieznamen: Mapping[str, str]) -> list[Kiezsumme]:
    """One per Kiez over the chosen months, most first."""
    nach_kiez = groupby(sorted(luecken, key=lambda luecke: luecke.kiez), key=lambda luecke: luecke.kiez)
    summen = [Kiezsumme(name_kiez(slug, kieznamen), sum_luecken(gruppe)) for slug, gruppe in nach_kiez]
    return sorted(summen, key=lambda eine: (-eine.summe.mindestens, str(eine.kiez)))


def build_seite(luecken: list[Luecke], kieznamen: Mapping[str, str], *, nummer: str) -> Page[Zeile]:
    kategorien = dict(Kategorie.objects.values_list("slug", "name"))
    tageszeiten = dict(Tageszeit.choices)
    zeilen = [
        Zeile(
            monat=format_monat(luecke.monat),
            kiez=name_kiez(luecke.kiez, kieznamen),
            kategorie=kategorien.get(luecke.kategorie, luecke.kategorie) or _("egal was"),
            tageszeit=tageszeiten.get(luecke.tageszeit, luecke.tageszeit) or _("egal wann"),
            anzahl=luecke.anzahl,
        )
        for luecke in luecken
    ]
    return Paginator(zeilen, ZEILEN_JE_SEITE).get_page(nummer)
