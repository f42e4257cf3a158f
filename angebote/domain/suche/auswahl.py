"""The values a visitor can choose from, with the words beside them; what is not in here is an unknown value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import CharField, IntegerField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.choices import Barrierefrei, Bereich, Kostenfilter, Tageszeit, Zugang
from angebote.domain.suche.anfrage import Tag, Unbekannt, Wann
from angebote.models import Kategorie, Kiez, Ortsteil, Sprache, Zielgruppe

ZEIT_LABELS = {
    Tageszeit.VORMITTAG: _("Vormittag, vor 12 Uhr"),
    Tageszeit.NACHMITTAG: _("Nachmittag, 12 bis 17 Uhr"),
    Tageszeit.ABEND: _("Abend, ab 17 Uhr"),
}
FESTE_WERTE: dict[str, list[tuple[str, str | Promise]]] = {
    "bereich": [(wert.value, wert.label) for wert in Bereich],
    "kosten": [(wert.value, wert.label) for wert in Kostenfilter],
    "barrierefrei": [(wert.value, wert.label) for wert in Barrierefrei],
    "unbekannt": [(wert.value, wert.label) for wert in Unbekannt],
    "tag": [(wert.value, wert.label) for wert in Tag],
    "zeit": [(wert.value, label) for wert, label in ZEIT_LABELS.items()],
    "wann": [(wert.value, wert.label) for wert in Wann],
    "zugang": [(wert.value, wert.label) for wert in Zugang],
    "anmeldung": [("ohne", _("ohne Anmeldung"))],
}


@dataclass(frozen=True)
class Option:
    wert: str
    label: str


Auswahl = Mapping[str, tuple[Option, ...]]


def _text(wert: str) -> Value:
    return Value(wert, output_field=CharField())


def _zahl() -> Value:
    return Value(0, output_field=IntegerField())


def load_auswahl() -> Auswahl:
    """One query for all tables that staff may extend."""
    tabellen = [
        Kategorie.objects.values_list(_text("kategorie"), "bereich", "reihenfolge", "name", "slug"),
        Kiez.objects.values_list(_text("kiez"), _text(""), _zahl(), "name", "slug"),
        Ortsteil.objects.values_list(_text("ortsteil"), _text(""), _zahl(), "name", "slug"),
        Sprache.objects.values_list(_text("sprache"), _text(""), "reihenfolge", "name", "code"),
        Zielgruppe.objects.values_list(_text("fuer"), _text(""), "reihenfolge", "name", "slug"),
    ]
    erste, *weitere = [tabelle.order_by() for tabelle in tabellen]
    optionen: dict[str, list[Option]] = defaultdict(list)
    for gruppe, _bereich, _reihenfolge, name, wert in sorted(erste.union(*weitere, all=True)):
        optionen[gruppe].append(Option(wert, name))
    for gruppe, werte in FESTE_WERTE.items():
        optionen[gruppe] = [Option(wert, str(label)) for wert, label in werte]
    return {gruppe: tuple(liste) for gruppe, liste in optionen.items()}
