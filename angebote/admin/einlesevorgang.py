"""An upload between preview and report: what waits in the Ablage, and who may see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.domain.redaktion import VEROEFFENTLICHEN
from angebote.importers.pfad.ablage import load_ablage, save_ablage
from angebote.importers.pfad.lesen import Lesung
from angebote.importers.pfad.plan import AUS_DER_DATEI, NEU_ANLEGEN, UEBERSPRINGEN, ZU_ANGEBOT, Auftrag
from angebote.importers.pfad.zeilen import from_json

RECHTE = ("angebote.import_importbezug", "angebote.add_angebot", "angebote.change_angebot")
ENTSCHEIDUNG = re.compile(rf"{NEU_ANLEGEN}|{UEBERSPRINGEN}|{AUS_DER_DATEI}|{ZU_ANGEBOT}[0-9]{{1,18}}")
ZEILENNAME = re.compile(r"zeile-([0-9]{1,7})")


@dataclass
class Vorgang:
    """What waits in the Ablage. fertig: rows applied so far. berichtszeilen: their lines of the report."""

    quelle: str
    datei: str
    ist_vollstaendig: bool
    zeilen: list[dict[str, Any]]
    unbekannte: list[str]
    hinweise: list[str]
    entscheidungen: dict[str, str] = field(default_factory=dict)
    fertig: int = 0
    berichtszeilen: list[list[str]] = field(default_factory=list)
    zahlen: dict[str, int] = field(default_factory=dict)
    fehlende: list[str] = field(default_factory=list)

    @property
    def ist_fertig(self) -> bool:
        return self.fertig >= len(self.zeilen)

    @property
    def lesung(self) -> Lesung:
        return Lesung([from_json(zeile) for zeile in self.zeilen], self.unbekannte, self.hinweise)

    def note_entscheidungen(self, daten: Mapping[str, str]) -> None:
        """Of the rows that were on the page; those of other pages stay. Whatever else stands in a form is left out."""
        for name, wert in daten.items():
            if treffer := ZEILENNAME.fullmatch(name):
                self.entscheidungen.pop(treffer[1], None)
                if ENTSCHEIDUNG.fullmatch(wert):
                    self.entscheidungen[treffer[1]] = wert

    def build_auftrag(self, request: HttpRequest) -> Auftrag:
        return replace(
            self.build_probeauftrag(request),
            entscheidungen={int(nummer): wahl for nummer, wahl in self.entscheidungen.items()},
        )

    def build_probeauftrag(self, request: HttpRequest) -> Auftrag:
        """Before anybody decides, so that each row stays in its group while somebody turns the pages."""
        return Auftrag(
            quelle=self.quelle,
            darf_veroeffentlichen=request.user.has_perm(VEROEFFENTLICHEN),
            ohne_vier_augen=False,
        )


def darf_einlesen(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.has_perms(RECHTE)


def build_context(request: HttpRequest, model_admin: ModelAdmin, titel: str) -> dict[str, Any]:
    return {**model_admin.admin_site.each_context(request), "title": titel, "opts": model_admin.opts}


def check_recht(request: HttpRequest) -> None:
    if not darf_einlesen(request):
        raise PermissionDenied


def save_vorgang(request: HttpRequest, vorgang: Vorgang, marke: str = "") -> str:
    return save_ablage(asdict(vorgang), sitzung=_get_sitzung(request), marke=marke)


def _get_sitzung(request: HttpRequest) -> str:
    return request.session.session_key or ""


def load_vorgang(request: HttpRequest, marke: str) -> Vorgang | None:
    inhalt = load_ablage(marke, sitzung=_get_sitzung(request), jetzt=timezone.now())
    if inhalt is None:
        messages.warning(request, _("Diese Vorschau gibt es nicht mehr. Bitte die Datei noch einmal hochladen."))
        return None
    inhalt.pop("sitzung")
    return Vorgang(**inhalt)
