"""The offers of a Kiez as its programmes print them: those the search finds for it, on the same days."""

from __future__ import annotations

from datetime import datetime

from angebote.domain.suche import Suchanfrage, list_treffer
from angebote.druck.programmangebot import Vorlage, load_vorlagen
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Angebot, Kiez


def load_kiezangebote(kiez: Kiez, *, zeitraum: Zeitraum, jetzt: datetime) -> list[Vorlage]:
    pks = list_treffer(Suchanfrage(kiez=(kiez.slug,)), jetzt=jetzt)
    angebote = Angebot.objects.oeffentlich(jetzt.date()).filter(pk__in=pks)
    return load_vorlagen(angebote, zeitraum=zeitraum, jetzt=jetzt)
