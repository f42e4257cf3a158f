from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.test import RequestFactory

from konzept.views.formularantwort import save_formular


class Form(forms.Form):
    name = forms.CharField()


def build_request(daten: dict[str, str] | None) -> HttpRequest:
    request: Any = RequestFactory().get("/") if daten is None else RequestFactory().post("/", daten)
    request._messages = CookieStorage(request)
    return request  # type: ignore[no-any-return]


def save_to_list(gesicherte: list[Any]) -> Any:
    def save(angaben: dict[str, Any]) -> str:
        gesicherte.append(angaben)
        return "/ziel/"

    return save


def test_valid_form_is_saved_and_leads_on_with_a_message() -> None:
    gesicherte: list[Any] = []
    request = build_request({"name": "Treff"})

    antwort = save_formular(request, Form(request.POST), save=save_to_list(gesicherte), erfolg="Gesichert.")

    assert antwort is not None
    assert (antwort.status_code, antwort["Location"]) == (302, "/ziel/")
    assert gesicherte == [{"name": "Treff"}]
    assert [str(meldung) for meldung in get_messages(request)] == ["Gesichert."]


@pytest.mark.parametrize("daten", [None, {"name": ""}])
def test_form_not_sent_or_not_valid_saves_nothing(daten: dict[str, str] | None) -> None:
    gesicherte: list[Any] = []
    request = build_request(daten)
    form = Form(request.POST or None)
    assert save_formular(request, form, save=save_to_list(gesicherte), erfolg="Gesichert.") is None
    assert gesicherte == []


@pytest.mark.parametrize(
    ("fehler", "erwartet"),
    [
        (ValidationError("Geht nicht."), {"__all__": ["Geht nicht."]}),
        (ValidationError({"name": "Zu kurz."}), {"name": ["Zu kurz."]}),
        (ValidationError({"anderes": "Fehlt."}), {"__all__": ["Fehlt."]}),
    ],
)
def test_refusal_stands_at_its_field_or_above_all(fehler: ValidationError, erwartet: dict[str, list[str]]) -> None:
    def refuse(angaben: dict[str, Any]) -> str:
        raise fehler

    request = build_request({"name": "Treff"})
    form = Form(request.POST)

    assert save_formular(request, form, save=refuse, erfolg="Gesichert.") is None
    assert form.errors == erwartet
    assert [str(meldung) for meldung in get_messages(request)] == []
