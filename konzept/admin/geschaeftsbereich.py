from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from angebote.admin.inlines import TeileInline
from konzept.admin.basis import InternAdmin
from konzept.admin.vergangenes import Vergangenes
from konzept.domain.bereichspruefung import check_bereich
from konzept.models import Geschaeftsbereich, Schulung


class Schulungsformular(Vergangenes):
    vergangene_tage = ("datum",)


class Bereichsformular(Vergangenes):
    vergangene_tage = ("letzter_bericht_am",)

    def _post_clean(self) -> None:
        """After the instance has what was typed."""
        super()._post_clean()  # type: ignore[misc]
        if self.instance.pk is not None and {"art", "ist_aktiv"} & set(self.changed_data):
            try:
                check_bereich(self.instance, heute=timezone.localdate())
            except ValidationError as fehler:
                self.add_error(None, fehler)


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
