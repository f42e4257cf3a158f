"""What people call their neighbourhood: names that the search near a place understands."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.admin.sofort import SofortAdmin
from angebote.admin.wortprobe import Probe
from angebote.domain.rufnamen import find_hindernis, find_namensvettern
from angebote.models import Planungsraum, Rufname


class RufnameForm(forms.ModelForm):
    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if hindernis := find_hindernis(name, pk=self.instance.pk):
            raise forms.ValidationError(hindernis)
        return name

    def clean(self) -> dict[str, Any]:
        """The same rule as that of the table, said where it can be mended."""
        daten = super().clean() or {}
        kiez, planungsraum = daten.get("kiez"), daten.get("planungsraum")
        if kiez and planungsraum:
            self.add_error("planungsraum", _("Bitte nur eines angeben: Kiez oder Planungsraum."))
        elif not kiez and not planungsraum and not {"kiez", "planungsraum"} & set(self.errors):
            self.add_error("kiez", _("Bitte den Kiez oder den Planungsraum angeben, den der Name meint."))
        return daten


@admin.register(Rufname)
class RufnameAdmin(SofortAdmin):
    form = RufnameForm
    list_display = ("name", "show_gebiet")
    list_select_related = ("kiez", "planungsraum__kiez")
    search_fields = ("name", "kiez__name", "planungsraum__name")
    search_help_text = _("sucht im Rufnamen, im Kiez und im Planungsraum")
    fields = ("name", "kiez", "planungsraum")
    hinweis_template = "admin/angebote/rufname/_hinweise.html"

    @admin.display(description=_("meint"))
    def show_gebiet(self, rufname: Rufname) -> str:
        return str(rufname.kiez or rufname.planungsraum)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        """Official areas are chosen here, not added; the Kiez in their names must not cost a query each."""
        if db_field.name == "planungsraum":
            kwargs["queryset"] = Planungsraum.objects.select_related("kiez")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def build_hinweise(self, eintrag: Rufname) -> dict[str, Any]:
        adresse = f"{reverse('angebote:angebot-liste')}?{urlencode({'nah': eintrag.name})}"
        return {
            "hinweise": find_namensvettern(eintrag.name),
            "name": eintrag.name,
            "proben": [Probe(eintrag.name, adresse)],
        }
