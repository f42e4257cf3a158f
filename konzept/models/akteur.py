"""Who takes part: institutions, associations and initiatives around the concept (M15, M23, S9)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.choices import JaNein
from angebote.models import Kiez, Traeger
from angebote.models.verlauf import build_verlauf
from konzept.choices import Akteurart, Arbeitsweise, Ebene
from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.kontakt import Kontaktangabe, KontaktQuerySet
from konzept.models.massnahme import Massnahme
from konzept.models.tagesgrenzen import check_jahr


class AkteurQuerySet(KontaktQuerySet["Akteur"]):
    def aktive(self) -> Self:
        return self.filter(ist_aktiv=True)

    def im_kiez(self, kiez: Kiez) -> Self:
        """Those of this Kiez, and those that work in all of Pankow or beyond."""
        verknuepft = Akteur.kieze.through.objects
        mit_kiez, dort = verknuepft.values("akteur"), verknuepft.filter(kiez=kiez).values("akteur")
        return self.filter(Q(pk__in=dort) | ~Q(pk__in=mit_kiez))


class Akteur(Kontaktangabe):
    """An institution. It stays when its contact is taken back; what is erased then is only how to reach it."""

    name = models.CharField(_("Name"), max_length=160, unique=True)
    art = models.CharField(_("Art"), max_length=20, choices=Akteurart)
    ebene = models.CharField(_("Ebene"), max_length=20, choices=Ebene, default=Ebene.BEZIRK)
    arbeitsweise = models.CharField(
        _("Arbeitsweise"), max_length=20, choices=Arbeitsweise, default=Arbeitsweise.UNBEKANNT
    )
    kieze = models.ManyToManyField(
        Kiez, verbose_name=_("Kieze"), related_name="akteure", blank=True, help_text=_("Leer: ganz Pankow.")
    )
    # Kept on this side, history too: who may read a measure need not know who takes part in it.
    massnahmen = models.ManyToManyField(
        Massnahme, verbose_name=_("Maßnahmen"), related_name="akteure", blank=True, editable=False
    )
    rolle = models.CharField(
        _("Rolle"), max_length=300, blank=True, help_text=_("Was diese Stelle zum Konzept beiträgt.")
    )
    traeger = models.ForeignKey(
        Traeger,
        models.SET_NULL,
        verbose_name=_("Träger im Verzeichnis"),
        related_name="akteure",
        null=True,
        blank=True,
        help_text=_("Wenn es von dieser Stelle Angebote auf der Website gibt."),
    )
    geschaeftsbereich = models.ForeignKey(
        Geschaeftsbereich,
        models.PROTECT,
        verbose_name=_("Geschäftsbereich"),
        related_name="akteure",
        null=True,
        blank=True,
        help_text=_("Wenn die Stelle zum Bezirksamt gehört."),
    )
    gpv = models.CharField(_("Mitglied im GpV"), max_length=20, choices=JaNein, default=JaNein.UNBEKANNT)
    psag = models.CharField(_("Mitglied in der PSAG"), max_length=20, choices=JaNein, default=JaNein.UNBEKANNT)
    dabei_seit = models.DateField(_("dabei seit"), null=True, blank=True, validators=[check_jahr])
    ist_aktiv = models.BooleanField(_("wirkt mit"), default=True)

    verlauf = build_verlauf("Akteur", m2m_fields=(kieze, massnahmen))
    objects = AkteurQuerySet.as_manager()

    class Meta(Kontaktangabe.Meta):
        verbose_name = _("Akteur")
        verbose_name_plural = _("Akteure")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("konzept:akteur-detail", kwargs={"pk": self.pk})
