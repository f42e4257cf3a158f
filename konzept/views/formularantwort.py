"""What comes of a form that was sent: saved and led on, or its refusals above what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from angebote.anbieterforms import add_fehler
from konzept.domain.zwischenstaende import VeraltetError
from konzept.views.zwischenstand import show_zwischenstaende


class MitAdresse(Protocol):
    def get_absolute_url(self) -> str: ...


def save_formular(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    save: Callable[[dict[str, Any]], MitAdresse | str],
    erfolg: str,
) -> HttpResponse | None:
    """None where the form is to be shown, with what `save` refused in it.

    save: takes the cleaned values and says where to go on, by address or by the record that has it; raises
    ValidationError.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        ziel = save(form.cleaned_data)
    except ValidationError as fehler:
        add_fehler(form, fehler)
        if isinstance(fehler, VeraltetError):
            show_zwischenstaende(form, fehler)
        return None
    messages.success(request, erfolg)
    return redirect(ziel)
