from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from konzept.admin.basis import InternAdmin
from konzept.admin.kontowahl import Kontowahl
from konzept.choices import Anzeige
from konzept.domain.ansprechstellen import build_ansprechstelle, ist_oeffentlich, nennt_namen, verraet_namen
from konzept.models import Zustaendigkeit

IMMER_OEFFENTLICH = gettext_lazy("Steht auf der öffentlichen Seite, wenn dort nicht „nichts“ gewählt ist.")
HILFEN = {
    "funktion": gettext_lazy(
        "Steht auf der öffentlichen Seite, wenn dort nicht „nichts“ gewählt ist. Nur die Stelle, kein Name, zum "
        "Beispiel „Koordination gegen Einsamkeit“."
    ),
    "person": gettext_lazy("Öffentlich nur bei „Name und Funktion“. Sonst nur intern zu lesen."),
    "konto": gettext_lazy("Nur intern. Wer hier steht, sieht die eigenen Aufgaben auf der Übersicht."),
    "geschaeftsbereich": IMMER_OEFFENTLICH,
    "telefon": IMMER_OEFFENTLICH,
    "email": gettext_lazy(
        "Am besten das Postfach der Stelle. Öffentlich nur mit dem Haken „E-Mail öffentlich zeigen“."
    ),
    "anzeige": gettext_lazy(
        "„nur die Funktion“: Funktion, Geschäftsbereich und Telefon. „Name und Funktion“: dazu der Name. "
        "„nichts“: gar nichts davon."
    ),
    "vertretung_funktion": gettext_lazy(
        "Steht in Berichten an die BVV, wenn bei „öffentlich zeigen“ nicht „nichts“ gewählt ist. Nur die Stelle, kein "
        "Name."
    ),
    "vertretung_person": gettext_lazy("Nur intern."),
}


class Zustaendigkeitsformular(Kontowahl):
    class Meta:
        help_texts = HILFEN

    def _post_clean(self) -> None:
        """After the instance has what was typed."""
        super()._post_clean()  # type: ignore[misc]
        for feld in ("funktion", "vertretung_funktion"):  # both are printed in a report
            if self.instance.anzeige != Anzeige.NEIN and nennt_namen(self.instance, getattr(self.instance, feld)):
                satz = _("Hier steht der Name, der nicht gezeigt werden soll. Bitte nur die Funktion der Stelle.")
                self.add_error(feld, satz)
        gezeigt = self.instance.email_zeigen and self.instance.anzeige != Anzeige.NEIN
        if gezeigt and verraet_namen(self.instance):
            satz = _("Diese Adresse nennt einen Namen, der nicht gezeigt werden soll. Bitte ein Postfach der Stelle.")
            self.add_error("email", satz)


@admin.register(Zustaendigkeit)
class ZustaendigkeitAdmin(InternAdmin):
    form = Zustaendigkeitsformular
    change_form_template = "admin/konzept/zustaendigkeit/change_form.html"
    list_display = ("funktion", "show_komponente", "ist_haupt", "geschaeftsbereich", "von", "bis", "anzeige")
    list_filter = ("komponente", "ist_haupt", "anzeige")
    list_select_related = ("komponente", "geschaeftsbereich")
    search_fields = ("funktion", "person")
    search_help_text = gettext_lazy("sucht in Funktion und Name")
    autocomplete_fields = ("geschaeftsbereich",)
    fieldsets = (
        (gettext_lazy("Wofür und wie lange"), {"fields": ("komponente", "ist_haupt", "von", "bis")}),
        (gettext_lazy("Wer"), {"fields": ("funktion", "person", "geschaeftsbereich", "telefon", "email", "konto")}),
        (gettext_lazy("Was öffentlich wird"), {"fields": ("anzeige", "email_zeigen")}),
        (gettext_lazy("Vertretung"), {"fields": ("vertretung_funktion", "vertretung_person")}),
    )
    internseite = "konzept:zustaendige"

    @admin.display(description=gettext_lazy("Komponente"), ordering="komponente__reihenfolge")
    def show_komponente(self, zustaendigkeit: Zustaendigkeit) -> str:
        return str(zustaendigkeit.komponente or _("gesamtes Konzept"))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """What the public reads now: of what is stored, not of what is being typed."""
        gespeichert = Zustaendigkeit.objects.filter(pk=kwargs["obj"].pk).first() if kwargs.get("obj") else None
        if gespeichert is not None and ist_oeffentlich(gespeichert):
            context["ansprechstelle"] = build_ansprechstelle(gespeichert)
        context["hat_stand"] = gespeichert is not None
        context["ist_stillgelegt"] = gespeichert is not None and gespeichert.ist_stillgelegt
        return super().render_change_form(request, context, **kwargs)
