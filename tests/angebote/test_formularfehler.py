"""Whoever left a field empty reads which one, in the words of the form."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.core.exceptions import ValidationError

import angebote
import konzept
from angebote.anbieterforms import add_fehler
from angebote.formularfehler import NennendeForm
from angebote.models import Kategorie

STANDARD = "Dieses Feld ist zwingend erforderlich."


class Beispielform(NennendeForm, forms.Form):
    grund = forms.CharField(label="Grund")
    art = forms.ChoiceField(label="Worum geht es?", choices=[("a", "A")])
    eigenes = forms.CharField(label="Eigenes", error_messages={"required": "Bitte schreiben Sie etwas."})
    fassung = forms.IntegerField(widget=forms.HiddenInput)


class Bereichsform(NennendeForm, forms.ModelForm):
    class Meta:
        model = Kategorie
        fields = ("name",)


def list_untere(klasse: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for untere in klasse.__subclasses__():
        yield untere
        yield from list_untere(untere)


def list_eigene() -> set[type[forms.BaseForm]]:
    """Forms of our own pages; those of the admin stand in its frame, which names the field itself."""
    for paket in (angebote, konzept):
        for modul in pkgutil.walk_packages(paket.__path__, f"{paket.__name__}."):
            if ".migrations" not in modul.name and ".management" not in modul.name:
                importlib.import_module(modul.name)
    module = ("angebote.", "konzept.")
    eigene = {klasse for klasse in list_untere(forms.BaseForm) if klasse.__module__.startswith(module)}
    return {klasse for klasse in eigene if ".admin." not in klasse.__module__ and klasse is not NennendeForm}


def test_empty_field_is_named_and_a_question_is_open() -> None:
    form = Beispielform({"grund": "", "art": "", "eigenes": "", "fassung": "1"})
    assert form.errors == {
        "grund": ["„Grund“ fehlt noch."],
        "art": ["Die Frage „Worum geht es?“ ist noch offen."],
        "eigenes": ["Bitte schreiben Sie etwas."],
    }
    assert form.has_error("grund", code="required")


def test_hidden_field_asks_for_nothing_that_nobody_can_fill() -> None:
    form = Beispielform({"grund": "x", "art": "a", "eigenes": "x"})
    assert form.errors == {"fassung": ["Diese Seite ist nicht vollständig angekommen. Bitte laden Sie sie neu."]}


def test_other_mistakes_keep_their_words() -> None:
    form = Beispielform({"grund": "x", "art": "b", "eigenes": "x", "fassung": "eins"})
    assert form.errors == {
        "art": ["Bitte eine gültige Auswahl treffen. b ist keine gültige Auswahl."],
        "fassung": ["Bitte eine ganze Zahl eingeben."],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["blank", "null"])
def test_what_the_model_refuses_as_empty_is_named_too(code: str) -> None:
    feld = Kategorie._meta.get_field("name")
    form = Bereichsform({"name": "Chor"})
    form.is_valid()
    add_fehler(form, ValidationError({"name": ValidationError(feld.error_messages[code], code=code)}))
    assert form.errors == {"name": ["„Name“ fehlt noch."]}


def test_every_form_of_our_own_that_needs_something_names_it() -> None:
    eigene = list_eigene()
    noetige = {klasse for klasse in eigene if any(feld.required for feld in klasse.base_fields.values())}  # type: ignore[attr-defined]
    assert len(noetige) >= 10
    assert {klasse.__name__ for klasse in noetige if not issubclass(klasse, NennendeForm)} == set()
