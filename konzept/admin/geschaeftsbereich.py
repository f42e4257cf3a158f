from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from angebote.admin.inlines import TeileInline
from konzept.admin.basis import InternAdmin
from konzept.admin.vergangenes import Vergangenes
from konzept.models import Geschaeftsbereich, Schulung


class Schulungsformular(Vergangenes):
    vergangene_tage = ("datum",)


class Bereichsformular(Vergangenes):
    vergangene_tage = ("letzter_bericht_am",)


class SchulungInline(TeileInline):
    form = Schulungsformular
    model = Schulung
    fields = ("thema", ("datum", "teilnehmende"))


@admin.register(Geschaeftsbereich)
class GeschaeftsbereichAdmin(InternAdmin):
    form = Bereichsformular
    list_display = ("name", "art", "gehoert_zu", "kontakt_funktion", "letzter_bericht_am", "ist_aktiv")
    list_filter = ("art", "ist_aktiv")
    list_select_related = ("gehoert_zu",)
    search_fields = ("name", "kurzname")
    inlines = (SchulungInline,)
    search_help_text = _("sucht in Name und Kurzname")
    fieldsets = (
        (_("Welcher Bereich das ist"), {"fields": ("name", "kurzname", "art", "gehoert_zu", "ist_aktiv")}),
        (_("Was er beiträgt"), {"fields": ("beitrag", "letzter_bericht_am")}),
        (_("Kontakt"), {"fields": ("kontakt_funktion", "kontakt_telefon", "kontakt_email")}),
    )
    internseite = "konzept:geschaeftsbereich-detail"
