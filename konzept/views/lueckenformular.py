"""What the pages about Kieze ask: what to count, and a note."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Bereich
from angebote.formularfehler import NennendeForm
from konzept.choices import Lueckendimension
from konzept.models.kieznotiz import NOTIZ_LAENGE
from konzept.views.listenfilter import Filterfeld, read_filterfeld


class Lueckenwahl:
    """In the address. What is left out or unknown counts as the first choice; an unknown one is said."""

    def __init__(self, request: HttpRequest) -> None:
        self.nach = read_filterfeld(
            request, "nach", _("Zählen nach"), Lueckendimension.choices, vorgabe=Lueckendimension.KATEGORIE
        )
        self.bereich = read_filterfeld(request, "bereich", _("Bereich"), Bereich.choices, leer=_("alle Bereiche"))

    @property
    def felder(self) -> list[Filterfeld]:
        return [self.nach, self.bereich]

    @property
    def dimension(self) -> Lueckendimension:
        return Lueckendimension(self.nach.wert)

    @property
    def bereichswert(self) -> str:
        return self.bereich.wert

    @property
    def bereichname(self) -> str:
        return str(dict(self.bereich.wahlen).get(self.bereichswert, self.bereich.leer))


class Kieznotizform(NennendeForm, forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Neue Notiz"),
        help_text=gettext_lazy("Über Orte, Wege und Angebote im Kiez. Bitte nichts über einzelne Menschen."),
        max_length=NOTIZ_LAENGE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Bitte schreiben Sie etwas, bevor Sie speichern.")},
    )
