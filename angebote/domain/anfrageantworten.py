"""What a provider can answer through the link of a mail, for one offer of that mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.choices import Anfrageantwort, Kapazitaet, Pruefgruppe, Pruefquelle, Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.aktualitaet import confirm_angebot
from angebote.domain.angebotsdaten import apply_angebotsdaten, diff_angebotsdaten, read_angebotsdaten
from angebote.models import Anfrageposten, Anfragesperre, Angebot, Bestaetigungsanfrage

SCHLIESSTAGE_HOECHSTENS = 183  # longer is no holiday but a pause, and that the Redaktion decides


@transaction.atomic
def confirm_posten(*, posten: Anfrageposten, jetzt: datetime) -> None:
    """Everything in the entry still holds today. A correction that was sent before stays the answer."""
    confirm_angebot(
        angebot_id=posten.angebot_id,
        gruppen=list(Pruefgruppe),
        geprueft_am=jetzt.date(),
        konto=None,
        quelle=Pruefquelle.ANBIETER,
        heute=jetzt.date(),
    )
    if posten.antwort != Anfrageantwort.KORREKTUR:
        _answer(posten, Anfrageantwort.STIMMT, jetzt)


@transaction.atomic
def submit_korrektur(*, posten: Anfrageposten, daten: Mapping[str, Any], bemerkung: str, jetzt: datetime) -> None:
    """The values of `daten` that differ wait as a proposal; the public sees no change yet.

    Raises ValidationError where neither a value differs nor a remark is given.
    """
    aenderungen = diff_angebotsdaten(read_angebotsdaten(Angebot.objects.get(pk=posten.angebot_id)), daten)
    if not aenderungen and not bemerkung.strip():
        raise ValidationError(
            _("Sie haben nichts geändert. Wenn alles stimmt, gehen Sie zurück und bestätigen Sie das.")
        )
    submit_vorschlag(
        angebot_id=posten.angebot_id,
        aenderungen=aenderungen,
        herkunft=Vorschlagsherkunft.ANBIETER,
        absender=posten.anfrage.empfaenger,
        bemerkung=bemerkung.strip(),
        jetzt=jetzt,
    )
    _answer(posten, Anfrageantwort.KORREKTUR, jetzt)


@transaction.atomic
def set_plaetze(*, posten: Anfrageposten, kapazitaet: Kapazitaet, jetzt: datetime) -> None:
    """Holds at once (S22): whoever calls in vain tomorrow has no use for an approval next week."""
    daten = {"kapazitaet": kapazitaet.value, "kapazitaet_am": jetzt.date().isoformat()}
    _apply(posten, daten, heute=jetzt.date())


@transaction.atomic
def announce_pause(*, posten: Anfrageposten, von: date, bis: date, grund: str, jetzt: datetime) -> None:
    """Holds at once: nobody shall stand before a closed door. Raises ValidationError by field."""
    heute = jetzt.date()
    if bis < heute:
        raise ValidationError({"bis": _("Dieser Tag ist schon vorbei.")})
    if (bis - von).days > SCHLIESSTAGE_HOECHSTENS:
        raise ValidationError(
            {"bis": _("Das ist länger als ein halbes Jahr. Bitte schreiben Sie uns das als Änderung.")}
        )
    if bis < von:
        raise ValidationError({"bis": _("Der letzte Tag liegt vor dem ersten.")})
    pause = {"von": von.isoformat(), "bis": bis.isoformat(), "grund": grund.strip()}
    bisherige = read_angebotsdaten(posten.angebot)["schliesszeiten"]
    if pause not in bisherige:
        _apply(posten, {"schliesszeiten": [*bisherige, pause]}, heute=heute)


@transaction.atomic
def stop_asking(*, anfrage: Bestaetigungsanfrage, jetzt: datetime) -> None:
    Anfragesperre.objects.get_or_create(email=anfrage.empfaenger.lower(), defaults={"seit": jetzt})


@transaction.atomic
def resume_asking(*, anfrage: Bestaetigungsanfrage) -> None:
    Anfragesperre.objects.filter(email=anfrage.empfaenger.lower()).delete()


def _apply(posten: Anfrageposten, daten: Mapping[str, Any], *, heute: date) -> None:
    apply_angebotsdaten(angebot=posten.angebot, daten=daten, heute=heute, grund=_("vom Anbieter, über den Link"))


def _answer(posten: Anfrageposten, antwort: Anfrageantwort, jetzt: datetime) -> None:
    posten.antwort, posten.beantwortet_am = antwort, jetzt
    posten.save(update_fields=["antwort", "beantwortet_am"])
