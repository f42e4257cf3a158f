"""The offer's form against changes of others: it carries what was seen; saves that undo them are asked twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from angebote.admin.doppelte import DoppelteForm
from angebote.domain.angebotsdaten import read_angebotsdaten
from angebote.domain.gesehenes import list_zwischenzeitliches, read_gesehenes, sign_gesehenes
from angebote.models import Angebot

GESEHEN_FELD = "_gesehen"


class GesehenesForm(DoppelteForm):
    """Given by the admin for each request: list_zwischenzeitliches, by the Bereich that was typed, and ablehnung, why
    a proposal of these values was refused.
    """

    list_zwischenzeitliches: Callable[..., list[str]] | None = None
    ablehnung: Sequence[str] = ()
    ist_veraltet = False

    def clean(self) -> dict[str, Any] | None:
        daten = super().clean()
        if self.ablehnung:
            raise ValidationError(list(self.ablehnung))
        liste = self.list_zwischenzeitliches
        if saetze := liste(bereich=self.data.get("bereich", "")) if liste else []:
            self.ist_veraltet = True
            anfang = _(
                "Während Sie geschrieben haben, hat sich dieses Angebot geändert. Ihre Eingaben stehen unverändert im "
                "Formular. Bitte vergleichen Sie; wenn Sie noch einmal sichern, gilt, was im Formular steht."
            )
            raise ValidationError([anfang, *saetze])
        return daten


def build_zwischenzeitliches(
    request: HttpRequest, angebot: Angebot, *, wartet: Callable[..., bool]
) -> Callable[..., list[str]]:
    """For GesehenesForm. A proposal needs no question: it replaces nothing, and whoever decides sees the difference."""
    return partial(_list, request, Angebot.objects.get(pk=angebot.pk), wartet)


def _list(request: HttpRequest, angebot: Angebot, wartet: Callable[..., bool], *, bereich: str) -> list[str]:
    gesehen = read_gesehenes(angebot.pk, request.POST.get(GESEHEN_FELD, ""))
    if gesehen is None or wartet(request, angebot, bereich=bereich):
        return []
    return list_zwischenzeitliches(angebot.pk, gesehen, read_angebotsdaten(angebot))


def sign_fuer_formular(request: HttpRequest, angebot: Angebot, form: Any) -> str:
    """What was seen first, until the page has told what is different now."""
    text = request.POST.get(GESEHEN_FELD, "")
    if not getattr(form, "ist_veraltet", False) and read_gesehenes(angebot.pk, text) is not None:
        return text
    return sign_gesehenes(angebot.pk, read_angebotsdaten(angebot))
