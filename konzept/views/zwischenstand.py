"""What a form's page holds against changes of others: what was seen, and what is saved now, at its field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from angebote.domain.angebotsdaten import Daten
from angebote.domain.gesehenes import read_gesehenes, sign_gesehenes
from konzept.domain.zwischenstaende import VeraltetError

STAND = "stand"  # the hidden field


def read_stand(request: HttpRequest, eintrag: models.Model) -> Daten | None:
    """None where nothing was sent along, or nothing of ours."""
    return read_gesehenes(_name(eintrag), request.POST.get(STAND, ""))


def sign_stand(request: HttpRequest, eintrag: models.Model, form: forms.BaseForm, *, gespeichert: Daten) -> str:
    """What was seen first, until the page has told what is different now; then that.

    gespeichert: as it is now, with the names of the form's fields.
    """
    text = request.POST.get(STAND, "")
    if not hasattr(form, "zwischenstaende") and read_gesehenes(_name(eintrag), text) is not None:
        return text
    return sign_gesehenes(_name(eintrag), gespeichert)


def show_zwischenstaende(form: forms.BaseForm, fehler: VeraltetError) -> None:
    """Below each field (angebote/_zwischenstand.html), and part of its description."""
    form.zwischenstaende = fehler.zwischenstaende  # type: ignore[attr-defined]
    for name, zwischenstand in fehler.zwischenstaende.items():
        feld: Any = form.fields[name]
        feld.zwischenstand = zwischenstand
        gebunden = form[name]
        if not gebunden.use_fieldset:  # there the fieldset is described, not each answer
            teile = [gebunden.aria_describedby, f"{gebunden.auto_id}_zwischenstand"]
            feld.widget.attrs["aria-describedby"] = " ".join(filter(None, teile))


def _name(eintrag: models.Model) -> str:
    return f"{eintrag._meta.model_name}-{eintrag.pk}"
