"""The three questions of the page for helpers. What is not known is left out and said, as in the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.choices import Mitmachzeit
from angebote.domain.mitmachen import Mitmachergebnis, Mitmachwunsch
from angebote.domain.suche import Auswahl, Option
from angebote.forms import Einfachfeld


class Mitmachformular(forms.Form):
    kiez = Einfachfeld(label=_("Wo?"))
    kategorie = Einfachfeld(label=_("Was?"))
    zeitart = Einfachfeld(label=_("Wie oft?"))

    def __init__(self, data: Mapping[str, Any], *, auswahl: Mapping[str, Sequence[Option]]) -> None:
        super().__init__(data)
        for name, feld in self.fields.items():
            feld.choices = [(option.wert, option.label) for option in auswahl[name]]  # type: ignore[attr-defined]
        self.is_valid()  # never fails: every field is tolerant

    @property
    def wunsch(self) -> Mitmachwunsch:
        return Mitmachwunsch(**self.cleaned_data)

    @property
    def hinweise(self) -> list[str]:
        return [hinweis for feld in self.fields.values() for hinweis in feld.hinweise]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Mitmachoption:
    wert: str
    label: str
    anzahl: int
    gewaehlt: bool


@dataclass(frozen=True)
class Mitmachfrage:
    name: str
    label: str | Promise
    alle: str | Promise
    optionen: tuple[Mitmachoption, ...]


ALLE = {"kiez": _("in ganz Pankow"), "kategorie": _("alles"), "zeitart": _("egal wie oft")}


def choose_auswahl(auswahl: Auswahl) -> dict[str, Sequence[Option]]:
    zeitarten = [Option(zeit.value, str(zeit.label)) for zeit in Mitmachzeit]
    return {"kiez": auswahl.get("kiez", ()), "kategorie": auswahl.get("kategorie", ()), "zeitart": zeitarten}


def build_fragen(
    formular: Mitmachformular, ergebnis: Mitmachergebnis, auswahl: Mapping[str, Sequence[Option]]
) -> list[Mitmachfrage]:
    """Only what leads to something, and what was chosen though it does not."""
    gewaehlt = asdict(formular.wunsch)
    return [
        Mitmachfrage(
            name,
            str(feld.label),
            ALLE[name],
            tuple(
                Mitmachoption(option.wert, option.label, anzahl, option.wert == gewaehlt[name])
                for option in auswahl[name]
                if (anzahl := ergebnis.zahlen[name].get(option.wert, 0)) or option.wert == gewaehlt[name]
            ),
        )
        for name, feld in formular.fields.items()
    ]


def build_mitmach_url(wunsch: Mitmachwunsch, *, seite: int = 1) -> str:
    paare = {name: wert for name, wert in asdict(wunsch).items() if wert}
    query = urlencode(paare | ({"seite": str(seite)} if seite > 1 else {}))
    return reverse("angebote:mitmachen") + (f"?{query}" if query else "")
