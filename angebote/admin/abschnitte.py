"""Change forms whose inlines stand between the fieldsets, in the order in which the public page tells things."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.helpers import Fieldset, InlineAdminFormSet
from django.contrib.admin.options import InlineModelAdmin
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from pankow_einsamkeit.admin import OeffentlichAdmin

Abschnittsname = str | type[InlineModelAdmin]


@dataclass(frozen=True)
class Abschnitt:
    """A fieldset or a formset of the page, with the id of its heading to jump to."""

    anker: str
    titel: str
    fieldset: Fieldset | None = None
    formset: InlineAdminFormSet | None = None


@dataclass(frozen=True)
class Formularfehler:
    """One error with the id of the field it belongs to; empty if it belongs to no single field."""

    anker: str
    feld: str
    text: str


class AbschnitteAdmin(OeffentlichAdmin):
    """`abschnitte` names every fieldset and every inline class once, in the order wanted on the page."""

    abschnitte: Sequence[Any] = ()
    change_form_template = "admin/abschnitte_change_form.html"

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        context["abschnitte"] = self._arrange_abschnitte(context)
        context["fehlerliste"] = list(_list_errors(context))
        return super().render_change_form(request, context, **kwargs)

    def _arrange_abschnitte(self, context: dict[str, Any]) -> list[Abschnitt]:
        """Inlines that the user may not see are simply missing."""
        fieldsets = {fieldset.name: fieldset for fieldset in context["adminform"]}
        formsets = {type(formset.opts): formset for formset in context["inline_admin_formsets"]}
        abschnitte: list[Abschnitt] = []
        for nummer, name in enumerate(self.abschnitte):
            if name in fieldsets:
                anker = f"fieldset-0-{nummer}-heading"
                abschnitte.append(Abschnitt(anker, str(name), fieldset=fieldsets[name]))
            elif name in formsets:
                formset = formsets[name]
                anker = f"{formset.formset.prefix}-heading"
                abschnitte.append(Abschnitt(anker, str(formset.opts.verbose_name_plural), formset=formset))
        return abschnitte


def _list_errors(context: dict[str, Any]) -> Iterator[Formularfehler]:
    yield from _list_form_errors(context["adminform"].form)
    for admin_formset in context["inline_admin_formsets"]:
        formset = admin_formset.formset
        if not formset.is_bound:
            continue
        for text in formset.non_form_errors():
            yield Formularfehler(f"{formset.prefix}-heading", str(admin_formset.opts.verbose_name_plural), str(text))
        for nummer, form in enumerate(formset.forms):
            ort = _("%(name)s %(nummer)d") % {"name": admin_formset.opts.verbose_name, "nummer": nummer + 1}
            yield from _list_form_errors(form, ort=f"{ort}: ", ersatzanker=f"{formset.prefix}-{nummer}")


def _list_form_errors(form: BaseForm, *, ort: str = "", ersatzanker: str = "") -> Iterator[Formularfehler]:
    for name, texte in form.errors.items() if form.is_bound else ():
        hat_feld = name in form.fields
        anker = (form[name].id_for_label or form[name].auto_id) if hat_feld else ersatzanker
        feld = f"{ort}{form[name].label}" if hat_feld else ort.removesuffix(": ")
        for text in texte:
            yield Formularfehler(anker, feld, str(text))
