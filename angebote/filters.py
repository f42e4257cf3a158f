"""The parameters of the public search (design.md 5) as a django-filter FilterSet; every one of them is optional."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import django_filters
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.suche import Auswahl, Sortierung, Suchanfrage, list_treffer
from angebote.domain.suche.beschreibung import build_datum
from angebote.forms import Datumsfeld, Einfachfeld, Mehrfachfeld, Plzfeld, Seitenfeld, Suchformular, Textfeld, Wortfeld
from angebote.models import Angebot, AngebotQuerySet


class Wortfilter(django_filters.Filter):
    field_class = Wortfeld


class Ortfilter(django_filters.Filter):
    field_class = Textfeld


class Plzfilter(django_filters.Filter):
    field_class = Plzfeld


class Mehrfachfilter(django_filters.Filter):
    field_class = Mehrfachfeld


class Einfachfilter(django_filters.Filter):
    field_class = Einfachfeld


class Datumsfilter(django_filters.Filter):
    field_class = Datumsfeld


class Seitenfilter(django_filters.Filter):
    field_class = Seitenfeld


class AngebotFilter(django_filters.FilterSet):
    """Reads and validates one search; finding and counting is done by domain.suche with the resulting `anfrage`."""

    q = Wortfilter(label=gettext_lazy("Was suchen Sie?"))
    bereich = Einfachfilter(label=gettext_lazy("Begegnung oder Unterstützung"))
    kategorie = Mehrfachfilter(label=gettext_lazy("Was möchten Sie tun?"))
    kiez = Mehrfachfilter(label=gettext_lazy("Kiez"))
    ortsteil = Mehrfachfilter(label=gettext_lazy("Ortsteil"))
    plz = Plzfilter(label=gettext_lazy("Postleitzahl"))
    nah = Ortfilter(label=gettext_lazy("Nah bei"))
    kosten = Mehrfachfilter(label=gettext_lazy("Kosten"))
    barrierefrei = Mehrfachfilter(label=gettext_lazy("Ohne Barrieren"))
    unbekannt = Mehrfachfilter(label=gettext_lazy("Auch, wenn nicht bekannt"))
    tag = Mehrfachfilter(label=gettext_lazy("Wochentag"))
    zeit = Mehrfachfilter(label=gettext_lazy("Tageszeit"))
    wann = Einfachfilter(label=gettext_lazy("Wann?"))
    von = Datumsfilter(label=gettext_lazy("Von"))
    bis = Datumsfilter(label=gettext_lazy("Bis"))
    zugang = Mehrfachfilter(label=gettext_lazy("Treffen vor Ort, zu Hause, am Telefon"))
    anmeldung = Einfachfilter(label=gettext_lazy("Anmeldung"))
    sprache = Mehrfachfilter(label=gettext_lazy("Sprache"))
    fuer = Mehrfachfilter(label=gettext_lazy("Auch gut geeignet für"))
    sortierung = Einfachfilter(label=gettext_lazy("Sortieren"), choices=Sortierung.choices)
    seite = Seitenfilter(label=gettext_lazy("Seite"))

    class Meta:
        model = Angebot
        fields: list[str] = []
        form = Suchformular

    def __init__(self, data: Mapping[str, Any] | None, *, auswahl: Auswahl, jetzt: datetime) -> None:
        super().__init__(data if data is not None else {}, queryset=Angebot.objects.all())
        self.jetzt = jetzt
        for gruppe, optionen in auswahl.items():
            self.filters[gruppe].extra["choices"] = [(option.wert, option.label) for option in optionen]
        self.form.is_valid()  # never fails: every field is tolerant

    @property
    def anfrage(self) -> Suchanfrage:
        anfrage: Suchanfrage = self.form.anfrage
        return anfrage

    @property
    def seitenzahl(self) -> int:
        return int(self.form.seite)

    @property
    def hinweise(self) -> list[str]:
        """Polite notes on what was left out or changed, in German."""
        return [*dict.fromkeys(self.form.hinweise), *self._build_fensterhinweis()]

    def labels(self) -> dict[str, str | Promise]:
        return {name: filter_.label for name, filter_ in self.filters.items()}

    def filter_queryset(self, queryset: AngebotQuerySet) -> AngebotQuerySet:
        return queryset.filter(pk__in=list_treffer(self.anfrage, jetzt=self.jetzt))

    def _build_fensterhinweis(self) -> list[str]:
        """Termine are known for a window of days only: whoever asks beyond it shall not read "nothing there"."""
        heute = self.jetzt.date()
        ende = heute + timedelta(days=settings.TERMIN_FENSTER_TAGE)
        tage = [tag for tag in (self.anfrage.von, self.anfrage.bis) if tag is not None]
        if all(heute <= tag <= ende for tag in tage):
            return []
        return [
            _("Wir kennen Termine vom %(von)s bis zum %(bis)s.") % {"von": build_datum(heute), "bis": build_datum(ende)}
        ]
