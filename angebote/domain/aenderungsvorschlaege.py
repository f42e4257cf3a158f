"""Proposed changes of offers: handed in, accepted as a whole or in parts, rejected with a reason, withdrawn.

Nothing is overwritten unseen: where a value has changed since the proposal, whoever decides has to have seen it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.choices import Pruefgruppe, Pruefquelle, Vorschlagsherkunft, Vorschlagsstatus
from angebote.domain.aktualitaet import confirm_angebot
from angebote.domain.angebotsdaten import apply_angebotsdaten, list_namen, read_angebotsdaten, write_angebotsdaten
from angebote.domain.feldtexte import get_feldtitel
from angebote.domain.redaktion import (
    VEROEFFENTLICHEN,
    RechtFehltError,
    VerweigertError,
    VierAugenError,
    format_zeitpunkt,
    needs_vier_augen,
)
from angebote.domain.sperren import lock_angebote
from angebote.models import Aenderungsvorschlag, Angebot
from angebote.models.verlauf import skip_verlauf
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

Aenderungen = Mapping[str, Mapping[str, Any]]


class SchonEntschiedenError(VerweigertError):
    pass


class InzwischenGeaendertError(VerweigertError):
    """Values of the offer differ from what the proposer, or whoever decides, had before their eyes."""


class BegruendungFehltError(VerweigertError):
    pass


class _ProbeError(Exception):
    """Ends a trial, so that the database forgets it."""


@transaction.atomic
def submit_vorschlag(
    *,
    angebot_id: int,
    aenderungen: Aenderungen,
    herkunft: Vorschlagsherkunft,
    jetzt: datetime,
    konto: Konto | None = None,
    absender: str = "",
    bemerkung: str = "",
) -> Aenderungsvorschlag:
    """Hands in; the public version stays. aenderungen: as diff_angebotsdaten gives them; none if a remark says it all.

    Raises ValidationError, by field where one value is impossible, as apply_angebotsdaten would.
    """
    echte = {name: dict(werte) for name, werte in aenderungen.items() if werte["alt"] != werte["neu"]}
    if not echte and not bemerkung:
        raise ValidationError(_("Es wurde nichts geändert."))
    lock_angebote([angebot_id])
    try_angebotsdaten(Angebot.objects.get(pk=angebot_id), {name: werte["neu"] for name, werte in echte.items()})
    return Aenderungsvorschlag.objects.create(
        angebot_id=angebot_id,
        aenderungen=echte,
        herkunft=herkunft,
        konto=konto,
        absender=absender,
        bemerkung=bemerkung,
        eingereicht_am=jetzt,
    )


def try_angebotsdaten(angebot: Angebot, daten: Mapping[str, Any]) -> None:
    """Raises what apply_angebotsdaten would raise, and changes nothing."""
    try:
        with transaction.atomic(), skip_verlauf():
            write_angebotsdaten(angebot=angebot, daten=daten)
            raise _ProbeError
    except _ProbeError:
        pass


def list_konflikte(aenderungen: Aenderungen, aktuelle: Mapping[str, Any]) -> list[str]:
    """Names whose value is no longer what the proposer saw, nor what they want."""
    return [
        name
        for name in list_namen()
        if name in aenderungen and aktuelle[name] not in (aenderungen[name]["alt"], aenderungen[name]["neu"])
    ]


def compute_stand(aktuelle: Mapping[str, Any], namen: Collection[str]) -> str:
    """A mark of the present values of these names: changes whenever one of them does."""
    werte = [(name, aktuelle.get(name)) for name in sorted(namen)]
    return hashlib.sha256(json.dumps(werte, sort_keys=True).encode()).hexdigest()[:16]


@transaction.atomic
def accept_vorschlag(
    *,
    vorschlag_id: int,
    konto: Konto,
    jetzt: datetime,
    namen: Collection[str] | None = None,
    gesehen: str = "",
) -> Aenderungsvorschlag:
    """Applies all changes, or those of `namen`. gesehen: compute_stand of what the person who decides saw.

    Without it, a value that has changed since the proposal is never replaced: InzwischenGeaendertError.
    """
    vorschlag = _lock_offenen(vorschlag_id)
    _check_annahme(vorschlag, konto)
    chosen = _choose(vorschlag, namen)
    _check_stand(vorschlag, chosen, gesehen=gesehen)
    apply_angebotsdaten(
        angebot=vorschlag.angebot,
        daten={name: vorschlag.aenderungen[name]["neu"] for name in chosen},
        heute=jetzt.astimezone(BERLIN).date(),
        konto=konto,
        grund=build_annahmegrund(vorschlag),
    )
    if _confirms_rest(vorschlag, chosen):
        _confirm_for_anbieter(vorschlag, konto=konto, jetzt=jetzt)
    uebrige = [get_feldtitel(name) for name in list_namen() if name in set(vorschlag.aenderungen) - set(chosen)]
    begruendung = _("Nicht übernommen: %(felder)s") % {"felder": ", ".join(uebrige)} if uebrige else ""
    return _decide(vorschlag, Vorschlagsstatus.ANGENOMMEN, konto=konto, jetzt=jetzt, begruendung=begruendung)


def _confirms_rest(vorschlag: Aenderungsvorschlag, chosen: Collection[str]) -> bool:
    """Not where a remark may say that something else is wrong, nor where a value the provider calls wrong stays."""
    ist_vollstaendig = set(chosen) == set(vorschlag.aenderungen)
    return vorschlag.herkunft == Vorschlagsherkunft.ANBIETER and not vorschlag.bemerkung and ist_vollstaendig


def _confirm_for_anbieter(vorschlag: Aenderungsvorschlag, *, konto: Konto, jetzt: datetime) -> None:
    """The form says: what you do not change counts as confirmed. On the day it was sent, once somebody has read it."""
    confirm_angebot(
        angebot_id=vorschlag.angebot_id,
        gruppen=list(Pruefgruppe),
        geprueft_am=vorschlag.eingereicht_am.astimezone(BERLIN).date(),
        konto=konto,
        quelle=Pruefquelle.ANBIETER,
        heute=jetzt.astimezone(BERLIN).date(),
    )


@transaction.atomic
def reject_vorschlag(*, vorschlag_id: int, konto: Konto, jetzt: datetime, begruendung: str) -> Aenderungsvorschlag:
    vorschlag = _lock_offenen(vorschlag_id)
    _check_freigabe(konto)
    if not begruendung.strip():
        raise BegruendungFehltError({"begruendung": _("Bitte begründen, warum der Vorschlag abgelehnt wird.")})
    return _decide(vorschlag, Vorschlagsstatus.ABGELEHNT, konto=konto, jetzt=jetzt, begruendung=begruendung.strip())


@transaction.atomic
def withdraw_vorschlag(*, vorschlag_id: int, konto: Konto, jetzt: datetime) -> Aenderungsvorschlag:
    """By whoever handed it in."""
    vorschlag = _lock_offenen(vorschlag_id)
    if vorschlag.konto_id != konto.pk:
        raise RechtFehltError(_("Einen Vorschlag zieht nur zurück, wer ihn eingereicht hat."))
    return _decide(vorschlag, Vorschlagsstatus.ZURUECKGEZOGEN, konto=konto, jetzt=jetzt)


def explain_annahme_verweigert(vorschlag: Aenderungsvorschlag, konto: Konto) -> str:
    """Why this person cannot accept it; empty if they can."""
    if not konto.has_perm(VEROEFFENTLICHEN):
        return _("Vorschläge entscheidet, wer die Freigabe hat.")
    neuer_bereich = vorschlag.aenderungen.get("bereich", {}).get("neu", "")
    if vorschlag.konto_id == konto.pk and needs_vier_augen(vorschlag.angebot.bereich, neuer_bereich):
        return _("Der Vorschlag ist von Ihnen. Bei „Unterstützung“ entscheidet jemand anderes.")
    return ""


def describe_absender(vorschlag: Aenderungsvorschlag) -> str:
    """Who handed it in: the account, else what the provider's page knows, else only where it comes from."""
    return str(vorschlag.konto or vorschlag.absender or vorschlag.get_herkunft_display())


def describe_entscheidung(vorschlag: Aenderungsvorschlag) -> str:
    """ "angenommen von … am …"; empty while it is open."""
    if vorschlag.entschieden_am is None:
        return ""
    wann = format_zeitpunkt(vorschlag.entschieden_am)
    if vorschlag.entschieden_von is None:
        return _("%(status)s am %(wann)s") % {"status": vorschlag.get_status_display(), "wann": wann}
    werte = {"status": vorschlag.get_status_display(), "wer": vorschlag.entschieden_von, "wann": wann}
    return _("%(status)s von %(wer)s am %(wann)s") % werte


def build_annahmegrund(vorschlag: Aenderungsvorschlag) -> str:
    werte = {"nummer": vorschlag.pk, "wer": describe_absender(vorschlag)}
    return _("Vorschlag Nr. %(nummer)d angenommen, eingereicht von %(wer)s") % werte


def _lock_offenen(vorschlag_id: int) -> Aenderungsvorschlag:
    """First the offer, then the proposal, as domain/sperren.py wants it."""
    angebot_id = Aenderungsvorschlag.objects.values_list("angebot_id", flat=True).get(pk=vorschlag_id)
    lock_angebote([angebot_id])
    Aenderungsvorschlag.objects.select_for_update().get(pk=vorschlag_id)
    vorschlag = Aenderungsvorschlag.objects.select_related("angebot", "konto", "entschieden_von").get(pk=vorschlag_id)
    if vorschlag.status != Vorschlagsstatus.OFFEN:
        satz = _("Dieser Vorschlag ist schon entschieden: %(entscheidung)s.")
        raise SchonEntschiedenError(satz % {"entscheidung": describe_entscheidung(vorschlag)})
    return vorschlag


def _check_freigabe(konto: Konto) -> None:
    if not konto.has_perm(VEROEFFENTLICHEN):
        raise RechtFehltError(_("Vorschläge entscheidet, wer die Freigabe hat."))


def _check_annahme(vorschlag: Aenderungsvorschlag, konto: Konto) -> None:
    _check_freigabe(konto)
    if satz := explain_annahme_verweigert(vorschlag, konto):
        raise VierAugenError(satz)


def _choose(vorschlag: Aenderungsvorschlag, namen: Collection[str] | None) -> list[str]:
    chosen = [name for name in list_namen() if name in vorschlag.aenderungen and (namen is None or name in namen)]
    if not chosen and vorschlag.aenderungen:
        satz = _("Bitte wenigstens ein Feld auswählen. Soll keines gelten, lehnen Sie den Vorschlag ab.")
        raise VerweigertError(satz)
    return chosen


def _check_stand(vorschlag: Aenderungsvorschlag, chosen: Collection[str], *, gesehen: str) -> None:
    aktuelle = read_angebotsdaten(vorschlag.angebot)
    if gesehen and gesehen != compute_stand(aktuelle, vorschlag.aenderungen):
        satz = _("Das Angebot wurde gerade eben geändert. Bitte sehen Sie die Werte noch einmal an.")
        raise InzwischenGeaendertError(satz)
    konflikte = [name for name in list_konflikte(vorschlag.aenderungen, aktuelle) if name in chosen]
    if konflikte and not gesehen:
        satz = _("Seit dem Vorschlag geändert: %(felder)s. Bitte für jedes Feld entscheiden, was gelten soll.")
        raise InzwischenGeaendertError(satz % {"felder": ", ".join(map(get_feldtitel, konflikte))})


def _decide(
    vorschlag: Aenderungsvorschlag, status: Vorschlagsstatus, *, konto: Konto, jetzt: datetime, begruendung: str = ""
) -> Aenderungsvorschlag:
    vorschlag.status, vorschlag.begruendung = status, begruendung
    vorschlag.entschieden_von, vorschlag.entschieden_am = konto, jetzt
    vorschlag.save()
    return vorschlag
