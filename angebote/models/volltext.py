"""What the full text search looks into: the word stems of every published offer, field by field."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import Angebot


class Volltext(models.Model):
    """Stems, each once per field and separated by blanks; the fields stand in the order of their weight.

    On SQLite the table is an FTS5 index itself, so the key has the name "rowid"; PostgreSQL derives a column `worte`
    from these fields (migration 0010). Written only by domain/suche/volltext/.
    """

    angebot = models.OneToOneField(
        Angebot, models.CASCADE, primary_key=True, db_column="rowid", related_name="volltext", verbose_name=_("Angebot")
    )
    titel = models.TextField(_("Titel"))
    kategorien = models.TextField(_("Kategorien"))
    nutzen = models.TextField(_("Was habe ich davon?"))
    text = models.TextField(_("Text"))
    ort = models.TextField(_("Ort"))

    class Meta:
        verbose_name = _("Volltext")
        verbose_name_plural = _("Volltexte")

    def __str__(self) -> str:
        return self.titel
