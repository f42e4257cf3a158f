from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from konzept.admin.basis import InternAdmin
from konzept.choices import Anzeige
from konzept.domain.zustaendigkeit import verraet_namen
from konzept.models import Zustaendigkeit


class Zustaendigkeitsformular(forms.ModelForm):
    def _post_clean(self) -> None:
        """After the instance has what was typed."""
        super()._post_clean()  # type: ignore[misc]
        if self.instance.anzeige == Anzeige.FUNKTION and verraet_namen(self.instance):
            satz = _("Diese Adresse nennt den Namen, der nicht gezeigt werden soll. Bitte ein Postfach der Stelle.")
            self.add_error("email", satz)


@admin.register(Zustaendigkeit)
class ZustaendigkeitAdmin(InternAdmin):
    form = Zustaendigkeitsformular
    list_display = ("funktion", "komponente", "ist_haupt", "geschaeftsbereich", "von", "bis", "anzeige")
    list_filter = ("komponente", "ist_haupt", "anzeige")
    list_select_related = ("komponente", "geschaeftsbereich")
    search_fields = ("funktion", "person")
    autocomplete_fields = ("geschaeftsbereich",)
    fields = (
        *("komponente", "ist_haupt", "funktion", "person", "konto", "geschaeftsbereich", "von", "bis"),
        *("vertretung_funktion", "vertretung_person", "anzeige", "telefon", "email"),
    )
