"""What a provider can answer through the link of a mail, for one offer of that mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from angebote.choices import Anfrageantwort, Kapazitaet, Pausengrund, Pruefgruppe, Pruefquelle, Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.aktualitaet import confirm_angebot
from angebote.domain.angebotsdaten import Daten, apply_angebotsdaten, read_angebotsdaten
from angebote.domain.gesehenes import diff_eingaben
from angebote.domain.sperren import lock_angebote
from angebote.models import Aenderungsvorschlag, Anfrageposten, Anfragesperre, Angebot, Bestaetigungsanfrage

PAUSENTAGE_HOECHSTENS = 183  # all together; longer is no holiday, and that the Redaktion decides
PAUSENBEGINN_HOECHSTENS = timedelta(days=366)  # from today


class NichtBeantwortbarError(ValueError):
    """The offer is not published, or somebody else speaks for it now; in words for whoever clicked."""

    def __init__(self) -> None:
        super().__init__(_("Für diesen Eintrag können Sie über diesen Link nicht mehr antworten."))


class OffeneKorrekturError(ValueError):
    """What the provider wants to change is not decided, so not everything can hold as it is."""

    def __init__(self) -> None:
        super().__init__(
            _("Ihre Änderungen liegen noch bei der Redaktion. Bis dahin brauchen Sie nichts weiter zu bestätigen.")
        )


class GeaendertError(ValueError):
    """Somebody has changed the entry since it was shown; in words for whoever clicked."""

    def __init__(self) -> None:
        super().__init__(
            _("Inzwischen hat sich hier etwas geändert. Bitte sehen Sie noch einmal nach, ob alles stimmt.")
        )


@transaction.atomic
def confirm_posten(*, posten: Anfrageposten, jetzt: datetime, gesehen: str = "") -> None:
    """Everything in the entry still holds today. A correction that was decided before stays the answer.

    gesehen: build_gesehen of what was shown. Raises OffeneKorrekturError while a correction of the same address waits,
    GeaendertError where the entry is not what was shown any more.
    """
    posten = _lock_posten(posten)
    if has_offene_korrektur(posten):
        raise OffeneKorrekturError
    if gesehen and gesehen != build_gesehen(posten.angebot):
        raise GeaendertError
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


def build_gesehen(angebot: Angebot) -> str:
    """Stays the same as long as nobody saves the entry; goes along with the button that confirms it."""
    return angebot.updated_at.isoformat()


def has_offene_korrektur(posten: Anfrageposten) -> bool:
    return _find_offene(posten).exists()


@transaction.atomic
def submit_korrektur(
    *,
    posten: Anfrageposten,
    gesehen: Daten,
    daten: Daten,
    bemerkung: str,
    jetzt: datetime,
) -> Aenderungsvorschlag:
    """The values that differ from what was seen, and do not hold already, wait as a proposal; the public sees none.

    The same again, as after a second click, is the proposal that waits already. Raises ValidationError where neither a
    value differs nor a remark is given.
    """
    posten = _lock_posten(posten)
    aenderungen = diff_eingaben(gesehen, daten, read_angebotsdaten(posten.angebot))
    bemerkung = bemerkung.strip()
    if not aenderungen and not bemerkung:
        raise ValidationError(
            _("Sie haben nichts geändert. Wenn alles stimmt, gehen Sie zurück und bestätigen Sie das.")
        )
    for vorschlag in _find_offene(posten):
        if (vorschlag.aenderungen, vorschlag.bemerkung) == (aenderungen, bemerkung):
            return vorschlag
    vorschlag = submit_vorschlag(
        angebot_id=posten.angebot_id,
        aenderungen=aenderungen,
        herkunft=Vorschlagsherkunft.ANBIETER,
        absender=posten.anfrage.empfaenger,
        bemerkung=bemerkung,
        jetzt=jetzt,
    )
    _answer(posten, Anfrageantwort.KORREKTUR, jetzt)
    return vorschlag


@transaction.atomic
def set_plaetze(*, posten: Anfrageposten, kapazitaet: Kapazitaet, jetzt: datetime) -> None:
    """Holds at once (S22): whoever calls in vain tomorrow has no use for an approval next week."""
    daten = {"kapazitaet": kapazitaet.value, "kapazitaet_am": jetzt.date().isoformat()}
    _apply(_lock_posten(posten), daten, heute=jetzt.date())


@transaction.atomic
def announce_pause(*, posten: Anfrageposten, von: date, bis: date, grund: Pausengrund | None, jetzt: datetime) -> None:
    """Holds at once: nobody shall stand before a closed door. Raises ValidationError by field."""
    heute = jetzt.date()
    _check_pausentage(von, bis, heute=heute)
    posten = _lock_posten(posten)
    text = str(grund.label) if grund and grund != Pausengrund.SONSTIGE else ""
    pause = {"von": von.isoformat(), "bis": bis.isoformat(), "grund": text}
    bisherige = read_angebotsdaten(posten.angebot)["schliesszeiten"]
    if pause in bisherige:
        return
    if sum(_count_tage(zeile, heute) for zeile in [*bisherige, pause]) > PAUSENTAGE_HOECHSTENS:
        satz = _("Zusammen mit Pausen, die schon eingetragen sind, ist das länger als ein halbes Jahr.")
        raise ValidationError({"bis": [satz, _("Bitte schreiben Sie uns das als Änderung.")]})
    _apply(posten, {"schliesszeiten": [*bisherige, pause]}, heute=heute)


def _check_pausentage(von: date, bis: date, *, heute: date) -> None:
    if bis < von:
        raise ValidationError({"bis": _("Der letzte Tag liegt vor dem ersten.")})
    if bis < heute:
        raise ValidationError({"bis": _("Dieser Tag ist schon vorbei.")})
    if von > heute + PAUSENBEGINN_HOECHSTENS:
        raise ValidationError({"von": _("Bitte einen Tag innerhalb des nächsten Jahres angeben.")})
    if (bis - von).days >= PAUSENTAGE_HOECHSTENS:
        raise ValidationError(
            {"bis": _("Das ist länger als ein halbes Jahr. Bitte schreiben Sie uns das als Änderung.")}
        )


def _count_tage(zeile: Mapping[str, str], heute: date) -> int:
    """Days of a closing period, the first and the last included; 0 once it is over."""
    von, bis = date.fromisoformat(zeile["von"]), date.fromisoformat(zeile["bis"])
    return (bis - von).days + 1 if bis >= heute else 0


@transaction.atomic
def stop_asking(*, anfrage: Bestaetigungsanfrage, jetzt: datetime) -> None:
    Anfragesperre.objects.get_or_create(email=anfrage.empfaenger.lower(), defaults={"seit": jetzt})


@transaction.atomic
def resume_asking(*, anfrage: Bestaetigungsanfrage) -> None:
    Anfragesperre.objects.filter(email=anfrage.empfaenger.lower()).delete()


def _lock_posten(posten: Anfrageposten) -> Anfrageposten:
    """As it is now, and so it stays until the transaction ends. Raises NichtBeantwortbarError."""
    lock_angebote([posten.angebot_id])
    beantwortbare = Anfrageposten.objects.beantwortbare().select_related("anfrage", "angebot")
    aktueller = beantwortbare.filter(pk=posten.pk).first()
    if aktueller is None:
        raise NichtBeantwortbarError
    return aktueller


def _find_offene(posten: Anfrageposten) -> QuerySet[Aenderungsvorschlag]:
    """Corrections of the same address that wait for the Redaktion."""
    return Aenderungsvorschlag.objects.offene().filter(
        angebot=posten.angebot_id, herkunft=Vorschlagsherkunft.ANBIETER, absender__iexact=posten.anfrage.empfaenger
    )


def _apply(posten: Anfrageposten, daten: Mapping[str, Any], *, heute: date) -> None:
    apply_angebotsdaten(angebot=posten.angebot, daten=daten, heute=heute, grund=_("vom Anbieter, über den Link"))


def _answer(posten: Anfrageposten, antwort: Anfrageantwort, jetzt: datetime) -> None:
    posten.antwort, posten.beantwortet_am = antwort, jetzt
    posten.save(update_fields=["antwort", "beantwortet_am"])
