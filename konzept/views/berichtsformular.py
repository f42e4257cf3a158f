"""The forms of a report: what it answers, all its texts on one page, and a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.formularfehler import NennendeForm
from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.views.meldeformular import Freitext
from konzept.choices import Abweichung, Berichtsart
from konzept.domain.berichte import GRUND_HOECHSTENS
from konzept.domain.berichtsabbild import FELDER
from konzept.domain.berichtsbeginn import Gegenstand
from konzept.domain.berichtstexte import Texte, build_name, read_textfelder
from konzept.models import Bericht, Berichtsabschnitt, Drucksache

ABWEICHUNG = "abweichung"  # the only answer among the texts
HILFEN = {
    "getan": gettext_lazy("Maßnahmen und Zahlen kommen von selbst dazu. Bitte keine Namen."),
    "nicht_umgesetzt": gettext_lazy(
        "Wenn es Abweichungen gibt: was aus dem Ersuchen nicht verfolgt wurde, und der Grund (§ 13 BezVG)."
    ),
    "alternativen": gettext_lazy("Wenn es Abweichungen gibt: was stattdessen geprüft wurde, und mit welchem Ergebnis."),
}


class Neuformular(NennendeForm, forms.Form):
    drucksache = forms.ModelChoiceField(
        label=gettext_lazy("Drucksache"),
        queryset=Drucksache.objects.all(),
        empty_label=gettext_lazy("bitte wählen"),
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"),
            gettext_lazy("Bitte wählen Sie die Drucksache, auf die der Bericht antwortet."),
        ),
    )
    art = forms.ChoiceField(
        label=gettext_lazy("Art"),
        choices=Berichtsart,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Bitte wählen Sie die Art des Berichts.")
        ),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, vorlage: Bericht | None = None, ohne_wahl: bool = False
    ) -> None:
        """ohne_wahl: for a correction. Whoever still sends a choice has not seen that it will be one."""
        super().__init__(data, initial={"art": vorlage.art, "drucksache": vorlage.drucksache_id} if vorlage else None)
        for feld in self.fields.values():
            feld.required = not ohne_wahl

    @property
    def gegenstand(self) -> Gegenstand | None:
        drucksache, art = self.cleaned_data["drucksache"], self.cleaned_data["art"]
        return Gegenstand(drucksache, art) if drucksache and art else None


class Fassungsformular(NennendeForm, forms.Form):
    """Which texts were on the page; what is no number is none that was."""

    fassung = forms.IntegerField(widget=forms.HiddenInput)


class Grundformular(NennendeForm, forms.Form):
    grund = forms.CharField(
        label=gettext_lazy("Grund"),
        max_length=GRUND_HOECHSTENS,
        help_text=gettext_lazy("Er bleibt beim Bericht stehen."),
        error_messages={"required": gettext_lazy("Bitte einen Grund angeben; er steht später beim Bericht.")},
    )


def build_textfeld(titel: Any, *, hilfe: Any = "", zeilen: int = 6) -> Freitext:
    return Freitext(
        label=titel,
        help_text=hilfe,
        hoechstens=TEXT_HOECHSTENS,
        required=False,
        widget=forms.Textarea(attrs={"rows": zeilen}),
    )


def build_antwortfeld() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Gibt es Abweichungen vom Ersuchen?"),
        choices=Abweichung,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Bitte wählen Sie, ob es Abweichungen gibt.")
        ),
    )


class Textformular(NennendeForm, forms.Form):
    """All texts of a draft, under the names of read_textfelder."""

    einleitung = build_textfeld(gettext_lazy("Einleitung"))
    ausblick = build_textfeld(gettext_lazy("Ausblick"))

    def __init__(self, bericht: Bericht, data: Mapping[str, Any] | None = None) -> None:
        self.abschnitte = list(bericht.abschnitte.select_related("komponente"))
        super().__init__(data, initial=read_textfelder(bericht))
        for name, feld in self._build_felder():
            self.fields[name] = feld

    def _build_felder(self) -> Iterator[tuple[str, forms.Field]]:
        for abschnitt in self.abschnitte:
            for name in FELDER:
                yield build_name(abschnitt.komponente.art, name), self._build_feld(name)

    @staticmethod
    def _build_feld(name: str) -> forms.Field:
        if name == ABWEICHUNG:
            return build_antwortfeld()
        titel = Berichtsabschnitt._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        return build_textfeld(titel, hilfe=HILFEN[name], zeilen=8 if name == "getan" else 4)

    @property
    def texte(self) -> Texte:
        werte = self.cleaned_data
        je_komponente = {
            abschnitt.komponente.art: {name: werte[build_name(abschnitt.komponente.art, name)] for name in FELDER}
            for abschnitt in self.abschnitte
        }
        return Texte(werte["einleitung"], werte["ausblick"], je_komponente)

    @property
    def bedingte(self) -> list[str]:
        """What freezing asks for, always or after some answer: none of it is called voluntary."""
        return [build_name(abschnitt.komponente.art, name) for abschnitt in self.abschnitte for name in FELDER]

    @property
    def teile(self) -> list[Formularteil]:
        return [
            Formularteil(_("Anfang"), [self["einleitung"]]),
            *(
                Formularteil(
                    _("Komponente %(name)s") % {"name": abschnitt.komponente.name},
                    [self[build_name(abschnitt.komponente.art, name)] for name in FELDER],
                )
                for abschnitt in self.abschnitte
            ),
            Formularteil(_("Schluss"), [self["ausblick"]]),
        ]


@dataclass(frozen=True)
class Formularteil:
    titel: str
    felder: list[BoundField]


def build_anker(komponente: str, name: str) -> str:
    """Of the field, or of its first answer."""
    return f"id_{build_name(komponente, name)}{'_0' if name == ABWEICHUNG else ''}"
