"""Two entries for one thing become one; addresses on paper and in lists lead to the one that stays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from angebote.choices import Status
from angebote.domain.angebotsdaten import list_namen, read_angebotsdaten, write_angebotsdaten
from angebote.domain.fremde_bezuege import move_fremde_bezuege
from angebote.domain.katalog import refresh_angebote
from angebote.domain.orte import refresh_haltestellen
from angebote.domain.sperren import lock_angebote
from angebote.models import Aenderungsvorschlag, Angebot, Importbezug, Ort, Statuswechsel, Traeger
from angebote.models.verlauf import give_anlass


@transaction.atomic
def merge_angebote(*, bleibt_id: int, weicht_id: int, felder: Collection[str], konto: Any, jetzt: datetime) -> None:
    """felder: names of domain/angebotsdaten.py that the remaining offer takes over. Sources of both stay.

    The other one is archived and points to it: address, short id, shortlists and check codes follow. Setting its status
    back in the admin ends that; what the remaining one was before stands in its history.
    """
    check_verschiedene(bleibt_id, weicht_id)
    if unbekannte := set(felder) - set(list_namen()):
        raise ValidationError(_("Unbekannte Felder: %(namen)s") % {"namen": ", ".join(sorted(unbekannte))})
    lock_angebote([bleibt_id, weicht_id])
    bleibt, weicht = (Angebot.objects.get(pk=pk) for pk in (bleibt_id, weicht_id))
    if bleibt.zusammengelegt_mit_id is not None:
        raise ValidationError(_("Dieses Angebot ist selbst schon mit einem anderen zusammengelegt."))
    if weicht.veroeffentlicht_am is not None and bleibt.veroeffentlicht_am is None:
        raise ValidationError(
            _("Das andere war schon öffentlich und dieses nicht: Seine Adresse führte ins Leere. Bitte umgekehrt.")
        )
    with give_anlass(grund=_("Zusammengelegt: %(titel)s") % {"titel": weicht.titel}, konto=konto):
        write_angebotsdaten(angebot=bleibt, daten=_choose_daten(bleibt, weicht, felder))
        Aenderungsvorschlag.objects.offene().filter(angebot=weicht).update(angebot=bleibt)
        Importbezug.objects.filter(angebot=weicht).update(angebot=bleibt)
        for frueher in Angebot.objects.filter(zusammengelegt_mit=weicht):
            frueher.zusammengelegt_mit = bleibt
            frueher.save()
        move_fremde_bezuege(bleibt=bleibt, weicht=weicht)
        if weicht.status != Status.ARCHIVIERT:
            grund = _("Zusammengelegt mit: %(titel)s") % {"titel": bleibt.titel}
            Statuswechsel.objects.create(
                angebot=weicht, von=weicht.status, nach=Status.ARCHIVIERT, konto=konto, grund=grund[:300], am=jetzt
            )
        weicht.status, weicht.zusammengelegt_mit = Status.ARCHIVIERT, bleibt
        weicht.save()
    refresh_angebote(angebot_ids=[bleibt_id, weicht_id], heute=jetzt.date())


def _choose_daten(bleibt: Angebot, weicht: Angebot, felder: Collection[str]) -> dict[str, Any]:
    andere = read_angebotsdaten(weicht)
    daten = {name: andere[name] for name in felder}
    eigene = read_angebotsdaten(bleibt)["quellen"]
    daten["quellen"] = [*eigene, *(quelle for quelle in andere["quellen"] if quelle not in eigene)]
    return daten


def check_verschiedene(bleibt_id: int, weicht_id: int) -> None:
    if bleibt_id == weicht_id:
        raise ValidationError(_("Bitte zwei verschiedene Einträge wählen."))


@transaction.atomic
def merge_traeger(*, bleibt_id: int, weicht_id: int, konto: Any, jetzt: datetime) -> int:
    """Offers and sources move to the remaining provider, the other one is deleted; how many offers moved."""
    check_verschiedene(bleibt_id, weicht_id)
    angebot_ids = list(Angebot.objects.filter(traeger_id=weicht_id).order_by("pk").values_list("pk", flat=True))
    lock_angebote(angebot_ids)
    bleibt, weicht = (Traeger.objects.get(pk=pk) for pk in (bleibt_id, weicht_id))
    with give_anlass(grund=_("Zusammengelegt: %(titel)s") % {"titel": weicht.name}, konto=konto):
        for angebot in Angebot.objects.filter(pk__in=angebot_ids):
            angebot.traeger = bleibt
            angebot.save()
        for quelle in weicht.quellen.all():
            quelle.traeger = bleibt
            quelle.save()
        move_fremde_bezuege(bleibt=bleibt, weicht=weicht)
        _fill_leere(bleibt, weicht, ("beschreibung", "telefon", "email", "web"))
        weicht.delete()
    refresh_angebote(angebot_ids=angebot_ids, heute=jetzt.date())
    return len(angebot_ids)


@transaction.atomic
def merge_orte(*, bleibt_id: int, weicht_id: int, konto: Any, jetzt: datetime) -> int:
    """Offers, closing periods, sources and facts the remaining place lacks move to it; how many offers moved."""
    check_verschiedene(bleibt_id, weicht_id)
    beide = Angebot.objects.filter(ort_id__in=[bleibt_id, weicht_id]).order_by("pk")
    angebot_ids = list(beide.values_list("pk", flat=True))
    lock_angebote(angebot_ids)
    bleibt, weicht = (Ort.objects.get(pk=pk) for pk in (bleibt_id, weicht_id))
    umziehende = list(weicht.angebote.all())
    with give_anlass(grund=_("Zusammengelegt: %(titel)s") % {"titel": str(weicht)}, konto=konto):
        bekannte = set(bleibt.barriereangaben.values_list("merkmal", flat=True))
        fakten = [fakt for fakt in weicht.barriereangaben.all() if fakt.merkmal not in bekannte]
        teile: list[Any] = [*umziehende, *weicht.schliesszeiten.all(), *weicht.quellen.all(), *fakten]
        for teil in teile:
            teil.ort = bleibt
            teil.save()
        move_fremde_bezuege(bleibt=bleibt, weicht=weicht)
        _fill_leere(bleibt, weicht, ("strasse", "hausnummer", "plz", "eingang", "wegbeschreibung", "parken"))
        weicht.delete()
    refresh_haltestellen(ort_ids=[bleibt_id])
    refresh_angebote(angebot_ids=angebot_ids, heute=jetzt.date())
    return len(umziehende)


def _fill_leere(bleibt: Traeger | Ort, weicht: Traeger | Ort, felder: Collection[str]) -> None:
    """What only the other one says is not lost."""
    neue = {name: getattr(weicht, name) for name in felder if not getattr(bleibt, name) and getattr(weicht, name)}
    for name, wert in neue.items():
        setattr(bleibt, name, wert)
    if neue:
        bleibt.save()
