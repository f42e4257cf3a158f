"""The life of a report: it comes in, somebody takes it, it is settled, and later it is deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.choices import Meldungsart, Meldungsstatus
from angebote.domain.meldeschutz import count_meldung
from angebote.models import Angebot, Meldung, Meldungszaehler
from pankow_einsamkeit.models import Konto

BARRIERE_FRIST = relativedelta(months=1)  # BIKTG Bln, section 5 (4): an answer within one month at the latest


class Schritt(Enum):
    UEBERNEHMEN = "uebernehmen"
    ERLEDIGEN = "erledigen"
    WIEDER_OEFFNEN = "wieder-oeffnen"


# Where each step leads from; what is not listed is refused. Taking what a colleague has taken changes who does it.
UEBERGAENGE: Mapping[tuple[Meldungsstatus, Schritt], Meldungsstatus] = {
    (Meldungsstatus.OFFEN, Schritt.UEBERNEHMEN): Meldungsstatus.IN_BEARBEITUNG,
    (Meldungsstatus.IN_BEARBEITUNG, Schritt.UEBERNEHMEN): Meldungsstatus.IN_BEARBEITUNG,
    (Meldungsstatus.OFFEN, Schritt.ERLEDIGEN): Meldungsstatus.ERLEDIGT,
    (Meldungsstatus.IN_BEARBEITUNG, Schritt.ERLEDIGEN): Meldungsstatus.ERLEDIGT,
    (Meldungsstatus.ERLEDIGT, Schritt.WIEDER_OEFFNEN): Meldungsstatus.OFFEN,
}


class MeldungError(ValueError):
    """Its text is a sentence for staff."""


class UebergangError(MeldungError):
    def __init__(self, meldung: Meldung) -> None:
        satz = _("Das geht nicht: Die Meldung %(kennung)s ist %(status)s.")
        super().__init__(satz % {"kennung": meldung.kennung, "status": meldung.get_status_display()})


class OhneErgebnisError(MeldungError):
    def __init__(self) -> None:
        super().__init__(_("Bitte schreiben Sie kurz auf, was Sie getan haben."))


@dataclass(frozen=True)
class Eingang:
    """What somebody wrote. seite: a path without a question mark, or empty."""

    art: Meldungsart
    text: str
    antwort_an: str = ""
    seite: str = ""
    angebot: Angebot | None = None


@transaction.atomic
def submit_meldung(eingang: Eingang, *, adresse: str, jetzt: datetime) -> Meldung:
    """Raises meldeschutz.ZuVieleMeldungenError. The same text sent again on the same day is the same report.

    adresse: of the sender, to count with; it is not stored.
    """
    heute = jetzt.date()
    count_meldung(adresse=adresse, jetzt=jetzt)
    angaben = {**vars(eingang), "eingegangen_am": heute}
    schon_da = Meldung.objects.offene().filter(**angaben).first()
    return schon_da or Meldung.objects.create(**angaben, faellig_am=compute_frist(eingang.art, eingegangen_am=heute))


def compute_frist(art: Meldungsart, *, eingegangen_am: date) -> date:
    if art == Meldungsart.BARRIERE:
        return eingegangen_am + BARRIERE_FRIST
    return eingegangen_am + timedelta(days=settings.MELDUNG_FRIST_TAGE)


@transaction.atomic
def take_meldung(*, meldung: Meldung, konto: Konto) -> Meldung:
    """Raises UebergangError."""
    meldung = _lock_for(Schritt.UEBERNEHMEN, meldung)
    meldung.zustaendig = konto
    meldung.save(update_fields=["status", "zustaendig"])
    return meldung


@transaction.atomic
def close_meldung(*, meldung: Meldung, ergebnis: str, konto: Konto, heute: date) -> Meldung:
    """Raises UebergangError and OhneErgebnisError. Whoever closes what nobody has taken is responsible for it."""
    meldung = _lock_for(Schritt.ERLEDIGEN, meldung)
    meldung.ergebnis = ergebnis.strip()
    if not meldung.ergebnis:
        raise OhneErgebnisError
    meldung.erledigt_am = heute
    meldung.zustaendig = meldung.zustaendig or konto
    meldung.save(update_fields=["status", "ergebnis", "erledigt_am", "zustaendig"])
    return meldung


@transaction.atomic
def reopen_meldung(*, meldung: Meldung) -> Meldung:
    """Raises UebergangError. The day it is due stays: the promise was made to whoever wrote it."""
    meldung = _lock_for(Schritt.WIEDER_OEFFNEN, meldung)
    meldung.erledigt_am = None
    meldung.zustaendig = None
    meldung.save(update_fields=["status", "erledigt_am", "zustaendig"])
    return meldung


@transaction.atomic
def delete_alte_meldungen(*, heute: date, jetzt: datetime) -> int:
    """Deletes what was settled long enough ago, and counters of past hours; gives the number of reports."""
    Meldungszaehler.objects.filter(stunde__lt=jetzt - timedelta(hours=1)).delete()
    anzahl, _je_modell = Meldung.objects.zu_loeschen(heute).delete()
    return anzahl


def build_fristsatz(meldung: Meldung, *, heute: date) -> str:
    """How urgent it is, in words: no colour has to say it."""
    if meldung.erledigt_am is not None:
        return _("erledigt am %(tag)s") % {"tag": date_format(meldung.erledigt_am, "j. F Y")}
    tage = (meldung.faellig_am - heute).days
    if tage == 0:
        return _("heute fällig")
    if tage > 0:
        return ngettext("fällig in %(tage)d Tag", "fällig in %(tage)d Tagen", tage) % {"tage": tage}
    return ngettext("überfällig seit %(tage)d Tag", "überfällig seit %(tage)d Tagen", -tage) % {"tage": -tage}


def _lock_for(schritt: Schritt, meldung: Meldung) -> Meldung:
    """As it stands in the database now, with the status to which the step leads; not saved yet."""
    meldung = Meldung.objects.select_for_update().get(pk=meldung.pk)
    ziel = UEBERGAENGE.get((Meldungsstatus(meldung.status), schritt))
    if ziel is None:
        raise UebergangError(meldung)
    meldung.status = ziel
    return meldung
