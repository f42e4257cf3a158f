from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from angebote.admin.filters import NummerGeprueftFilter
from angebote.admin.forms import ADRESSEN_MIT_HTTPS
from angebote.admin.stammdatenstand import StammdatenForm, StammdatenstandMixin
from angebote.admin.verlauf import VerlaufAdmin
from angebote.models import Krisenhilfe


@admin.register(Krisenhilfe)
class KrisenhilfeAdmin(StammdatenstandMixin, VerlaufAdmin):
    form = StammdatenForm
    list_display = ("name", "nummer", "art", "thema", "reihenfolge", "ist_sichtbar", "geprueft_am")
    list_filter = ("ist_sichtbar", NummerGeprueftFilter, "thema")
    search_fields = ("name", "nummer")
    formfield_overrides = ADRESSEN_MIT_HTTPS
    fieldsets = (
        (None, {"fields": ("name", "nummer", "art", "erreichbar", "kosten", "hinweis", "ablauf")}),
        (_("Für wen"), {"fields": ("zielgruppe", "sprachen", "anschrift", "region", "web")}),
        (_("Auf der Website"), {"fields": ("thema", ("ist_sichtbar", "reihenfolge"))}),
        (
            _("Prüfung"),
            {
                "fields": (
                    "geprueft_am",
                    "pruefstatus",
                    ("quelle_1", "stand_1"),
                    ("quelle_2", "stand_2"),
                    "bemerkung",
                )
            },
        ),
    )
