from django.contrib import admin

from konzept.admin.basis import InternAdmin
from konzept.models import Geschaeftsbereich, Schulung


class SchulungInline(admin.TabularInline):
    model = Schulung
    extra = 0


@admin.register(Geschaeftsbereich)
class GeschaeftsbereichAdmin(InternAdmin):
    list_display = ("name", "art", "gehoert_zu", "kontakt_funktion", "letzter_bericht_am", "ist_aktiv")
    list_filter = ("art", "ist_aktiv")
    list_select_related = ("gehoert_zu",)
    search_fields = ("name", "kurzname")
    inlines = (SchulungInline,)
    fields = (
        *("name", "kurzname", "art", "gehoert_zu", "beitrag"),
        *("kontakt_funktion", "kontakt_telefon", "kontakt_email", "letzter_bericht_am", "ist_aktiv"),
    )
