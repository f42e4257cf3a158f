"""Datenschutz, Pressestelle and Statistikstelle take part, in this order (G9, G10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.domain.kooperation import AnfrageError, check_tage, lock_anfrage
from konzept.models import Anfragebeteiligung, Anfragematerial, Kooperationsanfrage, Materialfreigabe
from konzept.models.kooperationswerte import Anfragestatus, Beteiligungsart, Stelle, Votum
from pankow_einsamkeit.models import Konto


class BeteiligungError(AnfrageError):
    pass


class DatenschutzZuerstError(BeteiligungError):
    pass


@dataclass(frozen=True)
class Beteiligungsangaben:
    """What the office said. person: function or name of who said it."""

    art: Beteiligungsart
    am: date
    person: str
    votum: Votum | str = ""
    stellungnahme: str = ""


@transaction.atomic
def record_beteiligung(
    *, anfrage_id: int, stelle: Stelle, angaben: Beteiligungsangaben, konto: Konto, heute: date
) -> Anfragebeteiligung:
    """Writes down, or corrects as long as the request waits for it. Raises BeteiligungError and ValidationError."""
    anfrage = lock_anfrage(anfrage_id)
    check_beteiligung(anfrage, stelle)
    check_tage(vars(angaben), heute=heute)
    _check_tag(anfrage, stelle, angaben.am, heute=heute)
    beteiligung = anfrage.beteiligungen.filter(runde=anfrage.runde, stelle=stelle).first() or Anfragebeteiligung(
        anfrage=anfrage, runde=anfrage.runde, stelle=stelle
    )
    for name, wert in vars(angaben).items():
        setattr(beteiligung, name, wert)
    beteiligung.konto = konto
    beteiligung.full_clean()
    with give_anlass(grund=str(stelle.label), konto=konto):
        beteiligung.save()
    return beteiligung


def check_beteiligung(anfrage: Kooperationsanfrage, stelle: Stelle) -> None:
    """Raises BeteiligungError where this office cannot be recorded now."""
    if anfrage.status != Anfragestatus.BETEILIGUNG:
        satz = _("Beteiligt wird, solange die Anfrage auf „Beteiligung“ steht. Jetzt steht sie auf „%(stand)s“.")
        raise BeteiligungError(satz % {"stand": anfrage.get_status_display()})
    if stelle != Stelle.DATENSCHUTZ and find_datenschutz(anfrage) is None:
        raise DatenschutzZuerstError(_("Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen."))


def find_datenschutz(anfrage: Kooperationsanfrage) -> Anfragebeteiligung | None:
    return anfrage.beteiligungen.filter(runde=anfrage.runde, stelle=Stelle.DATENSCHUTZ).first()


def find_wartende_auf_datenschutz() -> QuerySet[Kooperationsanfrage]:
    """Its vote of this round is missing, or its release of the newest version of a letter."""
    voten = Anfragebeteiligung.objects.filter(
        anfrage=OuterRef("pk"), runde=OuterRef("runde"), stelle=Stelle.DATENSCHUTZ
    )
    neuere = Anfragematerial.objects.filter(
        anfrage=OuterRef("anfrage"), art=OuterRef("art"), version__gt=OuterRef("version")
    )
    freigaben = Materialfreigabe.objects.filter(material=OuterRef("pk"), stelle=Stelle.DATENSCHUTZ, gilt=True)
    briefe = Anfragematerial.objects.filter(~Exists(neuere), ~Exists(freigaben), anfrage=OuterRef("pk"))
    return Kooperationsanfrage.objects.filter(
        Q(~Exists(voten), status=Anfragestatus.BETEILIGUNG) | Q(Exists(briefe), status=Anfragestatus.MATERIALFREIGABE)
    )


def _check_tag(anfrage: Kooperationsanfrage, stelle: Stelle, am: date, *, heute: date) -> None:
    if am > heute:
        raise BeteiligungError({"am": _("Dieser Tag liegt in der Zukunft.")})
    if am < anfrage.eingegangen_am:
        raise BeteiligungError({"am": _("Dieser Tag liegt vor dem Eingang der Anfrage.")})
    datenschutz = find_datenschutz(anfrage)
    if stelle != Stelle.DATENSCHUTZ and datenschutz is not None and am < datenschutz.am:
        raise DatenschutzZuerstError({"am": _("Dieser Tag liegt vor dem Votum des Datenschutzes.")})
    andere = anfrage.beteiligungen.filter(runde=anfrage.runde, am__lt=am).exclude(stelle=Stelle.DATENSCHUTZ)
    if stelle == Stelle.DATENSCHUTZ and andere.exists():
        raise DatenschutzZuerstError({"am": _("Der Datenschutz muss vor den anderen Stellen votiert haben.")})
