"""What is asked before printing. Like the search it refuses nothing: what it cannot use is left out and said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.druck.blatt import Ausgabe
from angebote.druck.merkblatt import Druckwunsch
from angebote.druck.sprachen import get_zweitsprache, load_zweitsprachen
from angebote.forms import NachsichtigesFeld, clean_zeile, quote_wert


class Auswahlfeld(NachsichtigesFeld):
    """One of the given values; the first one where another stands there."""

    def __init__(self, *args: Any, werte: tuple[tuple[str, Any], ...], **kwargs: Any) -> None:
        super().__init__(*args, widget=forms.Select(choices=werte), **kwargs)
        self.werte = werte

    def read(self, value: Any) -> str:
        wert = clean_zeile(str(value or ""))
        if wert and wert not in dict(self.werte):
            self.hinweise.append(_("„%(wert)s“ kennen wir hier nicht.") % {"wert": quote_wert(wert)})
        return wert if wert in dict(self.werte) else self.werte[0][0]


class Druckzeile(NachsichtigesFeld):
    """One short line for the head of the sheet."""

    def __init__(self, *args: Any, laenge: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.laenge = laenge
        self.widget.attrs |= {"maxlength": str(laenge), "autocomplete": "off"}

    def read(self, value: Any) -> str:
        zeile = clean_zeile("".join(zeichen if zeichen.isprintable() else " " for zeichen in str(value or "")))
        if len(zeile) > self.laenge:
            self.hinweise.append(
                _("„%(feld)s“ hatte mehr als %(laenge)d Zeichen. Gedruckt werden die ersten davon.")
                % {"feld": self.label, "laenge": self.laenge}
            )
        return zeile[: self.laenge].rstrip()


class DruckForm(forms.Form):
    ausgabe = Auswahlfeld(label=gettext_lazy("Wie soll gedruckt werden?"), werte=tuple(Ausgabe.choices))
    zweitsprache = Auswahlfeld(
        label=gettext_lazy("Überschriften auch in einer anderen Sprache"),
        werte=(
            ("", gettext_lazy("nur Deutsch")),
            *((eine.code, f"{eine.name} ({eine.name_deutsch})") for eine in load_zweitsprachen()),
        ),
    )
    fachstelle = Druckzeile(label=gettext_lazy("Ihre Einrichtung und Ihre Funktion"), laenge=120)
    telefon = Druckzeile(label=gettext_lazy("Ihre Telefonnummer im Dienst"), laenge=60)


def read_druckwunsch(daten: Mapping[str, Any]) -> tuple[Druckwunsch, list[str]]:
    """How to print, and a note for each thing that could not be used."""
    form = DruckForm(daten)
    form.full_clean()
    werte = form.cleaned_data
    wunsch = Druckwunsch(
        ausgabe=Ausgabe(werte["ausgabe"]),
        sprache=get_zweitsprache(werte["zweitsprache"]),
        fachstelle=werte["fachstelle"],
        telefon=werte["telefon"],
    )
    felder = [feld for feld in form.fields.values() if isinstance(feld, NachsichtigesFeld)]
    return wunsch, [hinweis for feld in felder for hinweis in feld.hinweise]
