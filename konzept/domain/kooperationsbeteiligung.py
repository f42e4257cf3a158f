"""Datenschutz, Pressestelle and Statistikstelle take part, in this order (G9, G10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.domain.kooperation import AnfrageError, check_tage, lock_anfrage
from konzept.domain.kooperationspruefung import RECHT, VOR_DEM_VOTUM
from konzept.domain.zwischenstaende import VeraltetError, list_eingetragenes
from konzept.models import Anfragebeteiligung, Anfragematerial, Kooperationsanfrage, Materialfreigabe
from konzept.models.anfragespur import BRAUCHT_TEXT
from konzept.models.kooperationswerte import Anfragestatus, Beteiligungsart, Stelle, Votum
from pankow_einsamkeit.models import Konto


class BeteiligungError(AnfrageError):
    pass


class DatenschutzZuerstError(BeteiligungError):
    pass


class SchonEingetragenError(BeteiligungError, VeraltetError):
    """Whoever corrects has seen what stands there."""


@dataclass(frozen=True)
class Beteiligungsangaben:
    """What the office said. person: function or name of who said it. grund: of a correction."""

    art: Beteiligungsart
    am: date
    person: str
    votum: Votum | str = ""
    stellungnahme: str = ""
    grund: str = ""


@transaction.atomic
def record_beteiligung(
    *,
    anfrage_id: int,
    stelle: Stelle,
    angaben: Beteiligungsangaben,
    konto: Konto,
    heute: date,
    berichtigt_id: int | None = None,
    gegenstand: str = "",
) -> Anfragebeteiligung:
    """Writes down, or corrects the entry named, which stays, as long as the request waits for it.

    gegenstand: what describe_gegenstand said when the form was shown; empty asks for no check.

    Raises BeteiligungError and ValidationError.
    """
    anfrage = lock_anfrage(anfrage_id)
    check_beteiligung(anfrage, stelle)
    if gegenstand and gegenstand != describe_gegenstand(anfrage):
        satz = _("Inzwischen steht unter „Prüfung Recht“ etwas anderes, oder die Beteiligung hat neu begonnen. ")
        satz += _("Bitte lesen Sie noch einmal, worum es geht. Wenn Sie dann eintragen, gelten Ihre Angaben.")
        raise BeteiligungError(satz)
    check_tage(vars(angaben), heute=heute)
    _check_tag(anfrage, stelle, angaben.am, heute=heute)
    bisherige = find_geltende(anfrage, stelle)
    _check_berichtigung(bisherige, angaben, berichtigt_id=berichtigt_id)
    if angaben.votum in BRAUCHT_TEXT and not angaben.stellungnahme.strip():
        raise BeteiligungError({"stellungnahme": _("Auflagen und eine Ablehnung brauchen einen Text.")})
    beteiligung = Anfragebeteiligung(
        anfrage=anfrage, runde=anfrage.runde, stelle=stelle, berichtigt=bisherige, konto=konto, **vars(angaben)
    )
    beteiligung.full_clean()
    with give_anlass(grund=str(stelle.label), konto=konto):
        beteiligung.save()
    return beteiligung


def check_beteiligung(anfrage: Kooperationsanfrage, stelle: Stelle) -> None:
    """Raises BeteiligungError where this office cannot be recorded now."""
    if anfrage.status != Anfragestatus.BETEILIGUNG:
        satz = _("Beteiligt wird, solange die Anfrage auf „Beteiligung“ steht. Jetzt steht sie auf „%(stand)s“.")
        raise BeteiligungError(satz % {"stand": anfrage.get_status_display()})
    offene = [str(eine.satz) for eine in VOR_DEM_VOTUM if not getattr(anfrage, eine.feld)]
    if stelle == Stelle.DATENSCHUTZ and offene:
        satz = _("Der Datenschutz votiert, sobald dasteht, worüber: %(offene)s")
        raise BeteiligungError(satz % {"offene": " ".join(offene)})
    if stelle != Stelle.DATENSCHUTZ and find_datenschutz(anfrage) is None:
        raise DatenschutzZuerstError(_("Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen."))


def describe_gegenstand(anfrage: Kooperationsanfrage) -> str:
    """A sign that goes with a form: another one as soon as a round begins anew, or what is judged is another (G9)."""
    werte = [anfrage.runde, *(getattr(anfrage, eine.feld) for eine in RECHT)]
    return sha256(repr(werte).encode()).hexdigest()[:16]


def find_geltende(anfrage: Kooperationsanfrage, stelle: Stelle) -> Anfragebeteiligung | None:
    """The latest word of this office in this round."""
    return anfrage.beteiligungen.geltende(anfrage.runde).filter(stelle=stelle).first()


def find_datenschutz(anfrage: Kooperationsanfrage) -> Anfragebeteiligung | None:
    return find_geltende(anfrage, Stelle.DATENSCHUTZ)


def _check_berichtigung(
    bisherige: Anfragebeteiligung | None, angaben: Beteiligungsangaben, *, berichtigt_id: int | None
) -> None:
    """Whoever corrects has seen what stands there, and says why; a second click corrects nothing."""
    if (bisherige.pk if bisherige else None) != berichtigt_id:
        werte = {name: wert for name, wert in vars(angaben).items() if name != "grund"}
        satz = _("Inzwischen ist für diese Stelle schon etwas eingetragen. Bitte prüfen Sie, ob es stimmt.")
        raise SchonEingetragenError(list_eingetragenes(bisherige, werte=werte) if bisherige else {}, satz)
    if bisherige and not angaben.grund.strip():
        raise BeteiligungError({"grund": _("Bitte schreiben Sie, warum der bisherige Eintrag nicht stimmt.")})


def find_wartende_auf_datenschutz() -> QuerySet[Kooperationsanfrage]:
    """Its vote of this round is missing, or its release of the newest version of a letter."""
    voten = Anfragebeteiligung.objects.filter(
        anfrage=OuterRef("pk"), runde=OuterRef("runde"), stelle=Stelle.DATENSCHUTZ
    )
    neuere = Anfragematerial.objects.vorhandene().filter(
        anfrage=OuterRef("anfrage"), art=OuterRef("art"), version__gt=OuterRef("version")
    )
    freigaben = Materialfreigabe.objects.filter(material=OuterRef("pk"), stelle=Stelle.DATENSCHUTZ, gilt=True)
    briefe = Anfragematerial.objects.vorhandene().filter(~Exists(neuere), ~Exists(freigaben), anfrage=OuterRef("pk"))
    return Kooperationsanfrage.objects.filter(
        Q(~Exists(voten), status=Anfragestatus.BETEILIGUNG) | Q(Exists(briefe), status=Anfragestatus.MATERIALFREIGABE)
    )


def _check_tag(anfrage: Kooperationsanfrage, stelle: Stelle, am: date, *, heute: date) -> None:
    if am > heute:
        raise BeteiligungError({"am": _("Dieser Tag liegt in der Zukunft.")})
    if am < anfrage.eingegangen_am:
        raise BeteiligungError({"am": _("Dieser Tag liegt vor dem Eingang der Anfrage.")})
    _check_fruehere_runden(anfrage, am)
    datenschutz = find_datenschutz(anfrage)
    if stelle != Stelle.DATENSCHUTZ and datenschutz is not None and am < datenschutz.am:
        raise DatenschutzZuerstError({"am": _("Dieser Tag liegt vor dem Votum des Datenschutzes.")})
    andere = anfrage.beteiligungen.geltende(anfrage.runde).filter(am__lt=am).exclude(stelle=Stelle.DATENSCHUTZ)
    if stelle == Stelle.DATENSCHUTZ and andere.exists():
        raise DatenschutzZuerstError({"am": _("Der Datenschutz muss vor den anderen Stellen votiert haben.")})


def _check_fruehere_runden(anfrage: Kooperationsanfrage, am: date) -> None:
    """What was said and decided before this round lies before it."""
    voten = anfrage.beteiligungen.filter(runde__lt=anfrage.runde, berichtigung__isnull=True)
    tage = [*voten.values_list("am", flat=True), *anfrage.entscheidungen.values_list("entschieden_am", flat=True)]
    if tage and am < max(tage):
        satz = _("Dieser Tag liegt vor dem, was schon geschehen ist. Möglich ist er ab dem %(tag)s.")
        raise BeteiligungError({"am": satz % {"tag": date_format(max(tage), "j. F Y")}})
