"""The fields of a report. Only the text is needed; whoever wants an answer says where to."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Meldungsart
from angebote.formularfehler import NennendeForm
from angebote.models.meldung import TEXT_LAENGE

TEXT_MINDESTENS = 5  # characters
ANTWORT_LAENGE = 120  # characters, as Meldung.antwort_an
ZIFFERN_MINDESTENS = 6  # of a telephone number
# A field that people do not see. Browsers fill in names, addresses and web sites, but no subjects.
FALLE = "betreff"


class Freitext(forms.CharField):
    """Any text: line ends count as one character, signs that cannot be shown fall away."""

    def __init__(self, *, hoechstens: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.hoechstens = hoechstens

    def to_python(self, value: Any) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return "".join(zeichen for zeichen in text if zeichen in "\n\t" or zeichen.isprintable()).strip()

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.hoechstens:
            satz = _("Ihr Text hat %(laenge)d Zeichen. Höchstens %(hoechstens)d passen hinein. Bitte kürzen Sie ihn.")
            raise ValidationError(satz % {"laenge": len(value), "hoechstens": self.hoechstens}, code="zu_lang")


class Meldeformular(NennendeForm, forms.Form):
    """seite, marke and the trap are no matter of the visitor: views/meldung.py reads them."""

    art = forms.ChoiceField(
        label=gettext_lazy("Worum geht es?"),
        choices=Meldungsart,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Bitte wählen Sie aus, worum es geht.")
        ),
    )
    text = Freitext(
        label=gettext_lazy("Was stimmt nicht?"),
        hoechstens=TEXT_LAENGE,
        error_messages={"required": gettext_lazy("Bitte schreiben Sie, was nicht stimmt. Ein Satz genügt.")},
    )
    antwort_an = Freitext(label=gettext_lazy("Wohin dürfen wir antworten?"), hoechstens=ANTWORT_LAENGE, required=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) < TEXT_MINDESTENS:
            raise ValidationError(_("Das ist sehr kurz. Bitte schreiben Sie etwas mehr, damit wir Sie verstehen."))
        return text

    def clean_antwort_an(self) -> str:
        """One line; an address or a number, with words around the number if somebody likes ("abends")."""
        antwort_an = " ".join(self.cleaned_data["antwort_an"].split())
        if antwort_an and not _is_mail(antwort_an) and len(re.findall(r"[0-9]", antwort_an)) < ZIFFERN_MINDESTENS:
            raise ValidationError(
                _(
                    "Das ist keine E-Mail-Adresse und keine Telefonnummer. Bitte prüfen Sie die Schreibweise, "
                    "oder lassen Sie das Feld leer."
                )
            )
        return antwort_an


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
