"""Giving a record the values of an earlier moment, by the rules that hold for every other change of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.angebotsdaten import diff_angebotsdaten, read_daten, write_daten
from angebote.domain.feste_felder import list_feste_felder
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.domain.orte import refresh_haltestellen
from angebote.domain.redaktion import RechtFehltError, VerweigertError, format_zeitpunkt, needs_vorschlag
from angebote.domain.sperren import lock_angebote
from angebote.domain.verlauf import read_daten_am
from angebote.models import Aenderungsvorschlag, Angebot, Ort, Traeger
from angebote.models.verlauf import give_anlass
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto


@dataclass(frozen=True)
class Rueckweg:
    """What restoring would do, compared with now.

    feste: names that differ too and stay, since this person may not change them. wartet: it would be a proposal.
    """

    aenderungen: Mapping[str, Mapping[str, Any]]
    feste: Sequence[str] = ()
    wartet: bool = False


def plan_rueckweg(eintrag: models.Model, *, zeitpunkt: datetime, konto: Konto) -> Rueckweg | None:
    """None where the history begins later."""
    frueher = read_daten_am(type(eintrag), eintrag.pk, zeitpunkt)
    if frueher is None:
        return None
    aenderungen = diff_angebotsdaten(read_daten(eintrag), frueher, type(eintrag))
    if isinstance(eintrag, Angebot):
        return Rueckweg(aenderungen, wartet=needs_vorschlag(eintrag, konto, neuer_bereich=frueher["bereich"]))
    feste = list_feste_felder(eintrag, konto) if isinstance(eintrag, Ort | Traeger) else ()
    return Rueckweg(
        {name: werte for name, werte in aenderungen.items() if name not in feste},
        feste=[name for name in aenderungen if name in feste],
    )


@transaction.atomic
def revert_eintrag(
    *, modell: type[models.Model], pk: int, zeitpunkt: datetime, konto: Konto, jetzt: datetime
) -> Aenderungsvorschlag | None:
    """Gives the record the values of that moment. Where this person's changes wait, as a proposal, which is returned.

    What is kept for Freigabe stays as it is without it. Raises VerweigertError where there is nothing to restore,
    ValidationError where a value is no longer possible.
    """
    eintrag = _lock(modell, pk)
    if not konto.has_perm(f"{modell._meta.app_label}.change_{modell._meta.model_name}"):
        raise RechtFehltError(_("Das darf nur, wer diesen Eintrag bearbeiten darf."))
    rueckweg = plan_rueckweg(eintrag, zeitpunkt=zeitpunkt, konto=konto)
    if rueckweg is not None and rueckweg.feste and not rueckweg.aenderungen:
        raise RechtFehltError(_("Was damals anders war, ändert nur, wer die Freigabe hat."))
    if rueckweg is None or not rueckweg.aenderungen:
        raise VerweigertError(_("Es gibt nichts wiederherzustellen: Der Eintrag sieht heute genauso aus."))
    grund = _("Stand vom %(wann)s wiederhergestellt") % {"wann": format_zeitpunkt(zeitpunkt)}
    if rueckweg.wartet:
        return submit_vorschlag(
            angebot_id=pk,
            aenderungen=rueckweg.aenderungen,
            herkunft=Vorschlagsherkunft.REDAKTION,
            jetzt=jetzt,
            konto=konto,
            bemerkung=grund,
        )
    with give_anlass(grund=grund, konto=konto):
        write_daten(eintrag=eintrag, daten={name: werte["neu"] for name, werte in rueckweg.aenderungen.items()})
    _refresh_folgen(eintrag, heute=jetzt.astimezone(BERLIN).date())
    return None


def _lock(modell: type[models.Model], pk: int) -> models.Model:
    """In the order in which a save of the form takes them: a place or provider before the offers that name it."""
    if modell is Angebot:
        lock_angebote([pk])
    return modell._default_manager.select_for_update().get(pk=pk)


def _refresh_folgen(eintrag: models.Model, *, heute: date) -> None:
    """Everything derived from it: its stops, the offers that name it, the mark of what the public can see."""
    if isinstance(eintrag, Ort):
        refresh_haltestellen(ort_ids=[eintrag.pk])
    if isinstance(eintrag, Angebot):
        refresh_angebote(angebot_ids=[eintrag.pk], heute=heute)
    elif isinstance(eintrag, Ort | Traeger):
        refresh_angebote(angebot_ids=list(eintrag.angebote.order_by().values_list("pk", flat=True)), heute=heute)
    renew_version()
