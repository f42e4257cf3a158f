"""The life of a report: written, frozen with the figures of that day, released or discarded (adr/0026)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.angebotsdaten import Daten
from angebote.models.verlauf import give_anlass
from konzept.choices import Berichtsstatus
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsfreigabe import list_freigabehindernisse
from konzept.domain.berichtspflichten import list_fehlende_saetze
from konzept.domain.berichtstexte import Texte, check_textfelder
from konzept.models import Bericht, Berichtsabschnitt, Drucksache
from konzept.models.bericht import compute_pruefsumme
from konzept.models.tagesgrenzen import check_jahr
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

GRUND_HOECHSTENS = 300  # characters, as Bericht.verworfen_weil
AENDERN, FREIGEBEN = "konzept.change_bericht", "konzept.release_bericht"


class BerichtError(ValidationError):
    """A step that is not taken; the message is for the person who tried."""


class UebergangFehltError(BerichtError):
    pass


class RechtFehltError(BerichtError):
    pass


class GrundFehltError(BerichtError):
    pass


class TexteFehlenError(BerichtError):
    """With a sentence for each that is missing."""


class ZuZweitError(BerichtError):
    pass


class UeberholtError(BerichtError):
    """With a sentence for each thing that has changed since it was frozen."""


class NichtMehrEntwurfError(BerichtError):
    pass


class InzwischenGeaendertError(BerichtError):
    pass


@dataclass(frozen=True)
class Uebergang:
    von: Berichtsstatus
    nach: Berichtsstatus
    titel: str | Promise
    braucht_grund: bool = False
    recht: str = AENDERN


# What is frozen never becomes a draft again, and what is released never changes: a correction is a new report.
UEBERGAENGE = (
    Uebergang(Berichtsstatus.ENTWURF, Berichtsstatus.EINGEFROREN, gettext_lazy("Einfrieren")),
    Uebergang(Berichtsstatus.ENTWURF, Berichtsstatus.VERWORFEN, gettext_lazy("Verwerfen"), braucht_grund=True),
    Uebergang(Berichtsstatus.EINGEFROREN, Berichtsstatus.FREIGEGEBEN, gettext_lazy("Freigeben"), recht=FREIGEBEN),
    Uebergang(Berichtsstatus.EINGEFROREN, Berichtsstatus.VERWORFEN, gettext_lazy("Verwerfen"), braucht_grund=True),
)


def find_uebergang(von: str, nach: str) -> Uebergang | None:
    return next((einer for einer in UEBERGAENGE if (einer.von, einer.nach) == (von, nach)), None)


@transaction.atomic
def save_texte(*, bericht_id: int, texte: Texte, konto: Konto, gesehen: Daten | None = None) -> Bericht:
    """gesehen: see check_textfelder. Raises VeraltetError.

    Anything may be left out here: what a report has to say is asked for when it is frozen.
    """
    check_recht(konto, AENDERN)
    bericht = _lock(bericht_id)
    if not bericht.ist_entwurf:
        raise NichtMehrEntwurfError(explain_kein_entwurf(bericht))
    check_textfelder(bericht, gesehen=gesehen, texte=texte)
    with give_anlass(grund=_("Texte geschrieben"), konto=konto):
        for abschnitt in bericht.abschnitte.select_related("komponente"):
            _save_abschnitt(abschnitt, texte.komponenten[abschnitt.komponente.art])
        bericht.einleitung, bericht.ausblick = texte.einleitung, texte.ausblick
        bericht.fassung += 1
        bericht.clean_fields(exclude={"drucksache", "berichtigt"})
        bericht.save(update_fields=["einleitung", "ausblick", "fassung"])
    return bericht


def _save_abschnitt(abschnitt: Berichtsabschnitt, texte: Mapping[str, str]) -> None:
    if any(getattr(abschnitt, name) != text for name, text in texte.items()):
        for name, text in texte.items():
            setattr(abschnitt, name, text)
        abschnitt.clean_fields(exclude={"bericht", "komponente"})
        abschnitt.save()


@transaction.atomic
def freeze_bericht(*, bericht_id: int, fassung: int, konto: Konto, jetzt: datetime) -> Bericht:
    """The day of freezing is the Stichtag: what was true on another day, nobody can count any more.

    fassung: of the texts that were on the page. Raises InzwischenGeaendertError where they are older ones, and
    TexteFehlenError.
    """
    bericht = _lock_for(bericht_id, Berichtsstatus.EINGEFROREN, konto=konto)
    if fassung != bericht.fassung:
        satz = _("Inzwischen hat jemand die Texte geändert. Bitte sehen Sie den Bericht noch einmal an.")
        raise InzwischenGeaendertError(satz)
    heute = jetzt.astimezone(BERLIN).date()
    check_jahr(heute)
    bericht.stichtag, bericht.eingefroren_am, bericht.eingefroren_von = heute, jetzt, konto
    bericht.abbild = build_abbild(bericht, heute=heute)
    if fehlende := list_fehlende_saetze(bericht.abbild):
        raise TexteFehlenError(fehlende)
    bericht.pruefsumme = compute_pruefsumme(bericht.abbild)
    return _move(bericht, Berichtsstatus.EINGEFROREN, konto=konto, grund=_("eingefroren"))


@transaction.atomic
def release_bericht(*, bericht_id: int, konto: Konto, jetzt: datetime) -> Bericht:
    """By somebody else than who has frozen it (adr/0029). Raises ZuZweitError and UeberholtError."""
    bericht = _lock_for(bericht_id, Berichtsstatus.FREIGEGEBEN, konto=konto)
    if nein := explain_nur_zu_zweit(bericht, konto=konto):
        raise ZuZweitError(nein)
    Drucksache.objects.select_for_update().get(pk=bericht.drucksache_id)  # its reports are released one by one
    if hindernisse := list_freigabehindernisse(bericht):
        raise UeberholtError(hindernisse)
    bericht.freigegeben_am, bericht.freigegeben_von = jetzt, konto
    return _move(bericht, Berichtsstatus.FREIGEGEBEN, konto=konto, grund=_("freigegeben"))


@transaction.atomic
def discard_bericht(*, bericht_id: int, konto: Konto, grund: str) -> Bericht:
    """It stays readable with its reason; no later report compares itself with it."""
    bericht = _lock_for(bericht_id, Berichtsstatus.VERWORFEN, konto=konto)
    bericht.verworfen_weil = check_grund(grund)
    return _move(bericht, Berichtsstatus.VERWORFEN, konto=konto, grund=bericht.verworfen_weil)


def explain_nur_zu_zweit(bericht: Bericht, *, konto: Konto) -> str:
    """Why this person cannot release the frozen report; "" where it is not for that reason."""
    if bericht.status != Berichtsstatus.EINGEFROREN or bericht.eingefroren_von_id != konto.pk:
        return ""
    return _("Sie haben diesen Bericht eingefroren. Freigeben kann ihn nur jemand anderes: aus Konzept oder Freigabe.")


def check_grund(grund: str) -> str:
    gekuerzt = " ".join(grund.split())
    if not gekuerzt:
        raise GrundFehltError({"grund": _("Bitte einen Grund angeben; er steht später beim Bericht.")})
    if len(gekuerzt) > GRUND_HOECHSTENS:
        satz = _("Der Grund darf höchstens %(anzahl)d Zeichen haben.") % {"anzahl": GRUND_HOECHSTENS}
        raise GrundFehltError({"grund": satz})
    return gekuerzt


def explain_kein_entwurf(bericht: Bericht) -> str:
    satz = _(
        "Der Bericht ist „%(status)s“ und lässt sich nicht mehr ändern. Beginnen Sie einen neuen mit seinen Texten."
    )
    return satz % {"status": bericht.get_status_display()}


def _lock(bericht_id: int) -> Bericht:
    return Bericht.objects.select_for_update(of=("self",)).select_related("drucksache").get(pk=bericht_id)


def _lock_for(bericht_id: int, nach: Berichtsstatus, *, konto: Konto) -> Bericht:
    check_recht(konto, FREIGEBEN if nach == Berichtsstatus.FREIGEGEBEN else AENDERN)
    bericht = _lock(bericht_id)
    if find_uebergang(bericht.status, nach) is None:
        werte = {"von": bericht.get_status_display(), "nach": nach.label}
        raise UebergangFehltError(_("Von „%(von)s“ nach „%(nach)s“ führt kein Weg.") % werte)
    return bericht


def _move(bericht: Bericht, nach: Berichtsstatus, *, konto: Konto, grund: str) -> Bericht:
    bericht.status = nach
    with give_anlass(grund=grund, konto=konto):
        bericht.save()
    return bericht


def check_recht(konto: Konto, recht: str) -> None:
    """Raises RechtFehltError."""
    if konto.has_perm(recht):
        return
    if recht == FREIGEBEN:
        raise RechtFehltError(_("Berichte gibt frei, wer am Konzept arbeitet oder die Freigabe hat."))
    raise RechtFehltError(_("Berichte schreibt, wer am Konzept arbeitet."))
