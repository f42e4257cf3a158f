from django.contrib import admin

from konzept.admin.basis import InternAdmin
from konzept.models import Zustaendigkeit


@admin.register(Zustaendigkeit)
class ZustaendigkeitAdmin(InternAdmin):
    list_display = ("funktion", "komponente", "ist_haupt", "geschaeftsbereich", "von", "bis", "anzeige")
    list_filter = ("komponente", "ist_haupt", "anzeige")
    list_select_related = ("komponente", "geschaeftsbereich")
    search_fields = ("funktion", "person")
    autocomplete_fields = ("geschaeftsbereich",)
    fields = (
        *("komponente", "ist_haupt", "funktion", "person", "konto", "geschaeftsbereich", "von", "bis"),
        *("vertretung_funktion", "vertretung_person", "anzeige", "telefon", "email"),
    )
