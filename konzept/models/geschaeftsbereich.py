"""The district's own departments: what each contributes to the concept, and who there knows about it (M6)."""

from __future__ import annotations

from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.choices import Einheitsart
from konzept.models.tagesgrenzen import check_jahr


class GeschaeftsbereichQuerySet(models.QuerySet["Geschaeftsbereich"]):
    def aktive(self) -> Self:
        return self.filter(ist_aktiv=True)

    def in_reihenfolge(self) -> Self:
        """Each Geschäftsbereich followed by its Ämter, both by name."""
        haupt = Coalesce("gehoert_zu__name", "name")
        return self.select_related("gehoert_zu").order_by(haupt, F("gehoert_zu__name").asc(nulls_first=True), "name")

    def aktive_oder_mit_massnahmen(self) -> Self:
        """Closed ones too, as long as a measure names them: no measure falls out of a list by department."""
        benannte = Q(massnahmen__isnull=False) | Q(mitgetragene_massnahmen__isnull=False)
        return self.filter(Q(ist_aktiv=True) | Q(pk__in=Geschaeftsbereich.objects.filter(benannte).values("pk")))

    def ohne_bericht(self) -> Self:
        """Those that have never reported (M6)."""
        return self.aktive().filter(letzter_bericht_am__isnull=True)

    def ohne_beitrag(self) -> Self:
        """Those that have not said yet what they contribute."""
        return self.aktive().filter(beitrag="")


class Geschaeftsbereich(models.Model):
    """A Geschäftsbereich, or an Amt that belongs to one. Closed ones stay: earlier reports name them."""

    verlauf_teile = ("schulungen",)

    name = models.CharField(_("Name"), max_length=160, unique=True)
    kurzname = models.CharField(_("Kurzname"), max_length=40)
    art = models.CharField(_("Art"), max_length=20, choices=Einheitsart, default=Einheitsart.GESCHAEFTSBEREICH)
    gehoert_zu = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("gehört zu"),
        related_name="aemter",
        null=True,
        blank=True,
        limit_choices_to={"art": Einheitsart.GESCHAEFTSBEREICH},
    )
    beitrag = models.TextField(
        _("Beitrag zum Konzept"),
        blank=True,
        help_text=_("Was dieser Bereich beiträgt. Leer: noch nichts gemeldet."),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
    )
    kontakt_funktion = models.CharField(_("Ansprechstelle"), max_length=160, blank=True)
    kontakt_telefon = models.CharField(_("Telefon, dienstlich"), max_length=40, blank=True)
    kontakt_email = models.EmailField(_("E-Mail, dienstlich"), blank=True)
    letzter_bericht_am = models.DateField(_("zuletzt berichtet am"), null=True, blank=True, validators=[check_jahr])
    ist_aktiv = models.BooleanField(_("besteht"), default=True)

    verlauf = build_verlauf("Geschäftsbereich")
    objects = GeschaeftsbereichQuerySet.as_manager()

    class Meta:
        verbose_name = _("Geschäftsbereich")
        verbose_name_plural = _("Geschäftsbereiche")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(art=Einheitsart.GESCHAEFTSBEREICH, gehoert_zu__isnull=True)
                | Q(art=Einheitsart.AMT, gehoert_zu__isnull=False),
                name="geschaeftsbereich_amt_gehoert_zu",
                violation_error_message=_("Ein Amt gehört zu einem Geschäftsbereich, ein Geschäftsbereich zu keinem."),
            ),
            models.CheckConstraint(
                condition=Q(gehoert_zu__isnull=True) | ~Q(gehoert_zu=F("pk")),
                name="geschaeftsbereich_nicht_zu_sich_selbst",
                violation_error_message=_("Ein Amt gehört nicht zu sich selbst."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
