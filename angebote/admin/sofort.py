"""Records that decide how the search understands words: every change holds from the next search on."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from pankow_einsamkeit.admin import OeffentlichAdmin


class SofortAdmin(OeffentlichAdmin):
    """Saving tells what to try and what is worth a second look; neither keeps anybody from saving.

    build_hinweise gives the context of `hinweis_template`: "hinweise", true if there is something to look at, and
    "proben", pairs of a word and the address that shows what it finds.
    """

    hinweis_template = ""
    change_form_template = "admin/sofort_change_form.html"
    change_list_template = "admin/suchworte_change_list.html"

    def build_hinweise(self, eintrag: Any) -> dict[str, Any]:
        raise NotImplementedError

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        if (eintrag := context.get("original")) is not None:
            gespeichert = self.model._default_manager.get(pk=eintrag.pk)  # not what was just typed and refused
            context |= self.build_hinweise(gespeichert) | {"hinweis_template": self.hinweis_template}
        return super().render_change_form(request, context, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self._announce(request, self.build_hinweise(form.instance))

    def _announce(self, request: HttpRequest, context: dict[str, Any]) -> None:
        """The form itself tells the same to whoever goes on editing."""
        if "_continue" in request.POST:
            return
        if context["proben"]:
            messages.info(request, render_to_string("admin/_ausprobieren.html", context))
        if context["hinweise"]:
            messages.warning(request, render_to_string(self.hinweis_template, context))
