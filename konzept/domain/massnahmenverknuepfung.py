"""What a measure builds on and who takes part (M9, S9): offers, places, providers, Akteure, linked and unlinked."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.models import Angebot, Ort, Traeger
from angebote.models.verlauf import give_anlass
from konzept.models import Akteur, Massnahme
from pankow_einsamkeit.models import Konto


class Verknuepfung(models.TextChoices):
    """The values are names of relations of Massnahme."""

    ANGEBOTE = "angebote", gettext_lazy("Angebote")
    ORTE = "orte", gettext_lazy("Orte")
    PARTNER = "partner", gettext_lazy("Partner")
    AKTEURE = "akteure", gettext_lazy("Akteure")

    @property
    def modell(self) -> type[Angebot | Ort | Traeger | Akteur]:
        return MODELLE[self]

    def find_verknuepfte(self, massnahme: Massnahme) -> models.QuerySet[Any]:
        """In the order of their model."""
        eintraege: models.QuerySet[Any] = getattr(massnahme, self.value).all()
        return eintraege


MODELLE: dict[Verknuepfung, type[Angebot | Ort | Traeger | Akteur]] = {
    Verknuepfung.ANGEBOTE: Angebot,
    Verknuepfung.ORTE: Ort,
    Verknuepfung.PARTNER: Traeger,
    Verknuepfung.AKTEURE: Akteur,
}
DAZU: dict[Verknuepfung, str | Promise] = {
    Verknuepfung.ANGEBOTE: gettext_lazy("Angebote verknüpft"),
    Verknuepfung.ORTE: gettext_lazy("Orte verknüpft"),
    Verknuepfung.PARTNER: gettext_lazy("Partner verknüpft"),
    Verknuepfung.AKTEURE: gettext_lazy("Akteure verknüpft"),
}
WEG: dict[Verknuepfung, str | Promise] = {
    Verknuepfung.ANGEBOTE: gettext_lazy("Angebot nicht mehr verknüpft"),
    Verknuepfung.ORTE: gettext_lazy("Ort nicht mehr verknüpft"),
    Verknuepfung.PARTNER: gettext_lazy("Partner nicht mehr verknüpft"),
    Verknuepfung.AKTEURE: gettext_lazy("Akteur nicht mehr verknüpft"),
}


@transaction.atomic
def link_eintraege(*, massnahme_id: int, art: Verknuepfung, pks: Collection[int], konto: Konto | None) -> int:
    """How many were not linked before. Raises ValidationError where one of them does not exist (any more)."""
    massnahme = Massnahme.objects.select_for_update().get(pk=massnahme_id)
    eintraege = list(art.modell._default_manager.filter(pk__in=pks))
    if len(eintraege) < len(set(pks)):
        raise ValidationError(_("Einen Eintrag davon gibt es nicht mehr. Bitte suchen Sie noch einmal."))
    neue = set(eintraege) - set(art.find_verknuepfte(massnahme))
    with give_anlass(grund=str(DAZU[art]), konto=konto):
        _add(massnahme, art, neue)
    return len(neue)


def _add(massnahme: Massnahme, art: Verknuepfung, neue: Collection[Any]) -> None:
    """Who takes part stands in the history of the Akteur, which not everybody reads."""
    if art == Verknuepfung.AKTEURE:
        for akteur in neue:
            akteur.massnahmen.add(massnahme)
    elif neue:
        getattr(massnahme, art.value).add(*neue)


@transaction.atomic
def unlink_eintrag(*, massnahme_id: int, art: Verknuepfung, pk: int, konto: Konto | None) -> Any:
    """The entry, or None where it was linked no more: then somebody else was faster."""
    massnahme = Massnahme.objects.select_for_update().get(pk=massnahme_id)
    eintrag = art.find_verknuepfte(massnahme).filter(pk=pk).first()
    if eintrag is None:
        return None
    with give_anlass(grund=str(WEG[art]), konto=konto):
        if art == Verknuepfung.AKTEURE:
            eintrag.massnahmen.remove(massnahme)
        else:
            getattr(massnahme, art.value).remove(eintrag)
    return eintrag
