"""What the portal prints or writes for a planned publication: the ways to it (S19, F33)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from angebote.models import Angebot
from konzept.choices import Kanal
from konzept.models import Kommunikation
from konzept.models.kommunikation import KommunikationQuerySet

MIT_PLAKAT = {Kanal.AUSHANG, Kanal.FLYER, Kanal.WEITERSAGEN, Kanal.VERANSTALTUNG}
NUR_GESPROCHEN = {Kanal.RUNDFUNK, Kanal.PODCAST}


@dataclass(frozen=True)
class Vorlage:
    titel: str
    url: str


def prefetch_vorlagen(plan: KommunikationQuerySet, heute: date) -> KommunikationQuerySet:
    """Offers that the public cannot find have no poster. At most two queries more."""
    return plan.prefetch_related(Prefetch("massnahme__angebote", Angebot.objects.oeffentlich(heute)))


def list_vorlagen(eine: Kommunikation) -> list[Vorlage]:
    """eine: of prefetch_vorlagen. None for what has appeared already, and for what is only spoken."""
    if not eine.ist_offen or eine.kanal in NUR_GESPROCHEN:
        return []
    return [*(_list_plakate(eine) if eine.kanal in MIT_PLAKAT else ()), *_list_programme(eine)]


def _list_plakate(eine: Kommunikation) -> Iterator[Vorlage]:
    """Of the offers that the measure names; else the way to find one."""
    angebote = eine.massnahme.angebote.all() if eine.massnahme else ()
    for angebot in angebote:
        yield Vorlage(
            _("Plakat oder Karte: %(angebot)s") % {"angebot": angebot.titel},
            reverse("angebote:plakat", kwargs={"slug": angebot.slug}),
        )
    if not angebote:
        yield Vorlage(_("Angebot suchen: auf seiner Seite steht „Plakat“"), reverse("angebote:angebot-liste"))


def _list_programme(eine: Kommunikation) -> Iterator[Vorlage]:
    """Dates as a page, to copy for a newspaper or to print."""
    kieze = eine.kieze.all()
    for kiez in kieze:
        yield Vorlage(
            _("Wochenprogramm: %(kiez)s") % {"kiez": kiez.name},
            reverse("angebote:kiez-woche", kwargs={"slug": kiez.slug}),
        )
    if not kieze:
        yield Vorlage(_("Heft mit allen Angeboten"), reverse("angebote:programm"))
