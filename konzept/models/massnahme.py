"""What is done: one measure with its aim, its term, those who carry it and what it builds on (M1, M9, F17)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.models import Angebot, Kiez, Ort, Traeger
from angebote.models.angebot import TEXT_HOECHSTENS
from angebote.models.verlauf import build_verlauf
from konzept.choices import Massnahmenart, Massnahmenstatus
from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.konzept import Drucksache, Komponente
from konzept.models.tagesgrenzen import check_jahr
from konzept.models.zustaendigkeit import Zustaendigkeit

if TYPE_CHECKING:
    from konzept.models.akteur import Akteur

TITEL_LAENGE = 160
LUECKE_LAENGE = 80
OFFENE = (Massnahmenstatus.GEPLANT, Massnahmenstatus.LAEUFT)


class MassnahmeQuerySet(models.QuerySet["Massnahme"]):
    def offene(self) -> Self:
        return self.filter(status__in=OFFENE)

    def ueberfaellig(self, heute: date) -> Self:
        """Should have ended, or begun, before that day."""
        return self.offene().filter(Q(ende__lt=heute) | Q(status=Massnahmenstatus.GEPLANT, beginn__lt=heute))

    def offene_zuerst(self) -> Self:
        """Then what is over; both as they begin."""
        return self.order_by(Case(When(status__in=OFFENE, then=0), default=1), "beginn", "pk")

    def mit_meilensteinen(self) -> Self:
        """Each with meilensteine_gesamt and meilensteine_erledigt, in the order of the model, which counting drops."""
        return self.order_by("beginn", "pk").annotate(
            meilensteine_gesamt=Count("meilensteine", distinct=True),
            meilensteine_erledigt=Count(
                "meilensteine", filter=Q(meilensteine__erledigt_am__isnull=False), distinct=True
            ),
        )

    def von_bereich(self, bereich_id: int) -> Self:
        """Led or carried along by it."""
        return self.filter(
            Q(federfuehrung=bereich_id) | Q(pk__in=Massnahme.objects.filter(beteiligte=bereich_id).values("pk"))
        )

    def im_kiez(self, kiez_slug: str) -> Self:
        """Only those that name it; what is for the whole of Pankow names none."""
        return self.filter(pk__in=Massnahme.objects.filter(kieze__slug=kiez_slug).values("pk"))

    def fuer_kiez(self, kiez: Kiez) -> Self:
        """Those that name it, and those for the whole of Pankow."""
        genannte = Massnahme.objects.filter(kieze=kiez).order_by().values("pk")
        return self.filter(Q(pk__in=genannte) | Q(kieze__isnull=True))

    def von_akteur(self, akteur: Akteur) -> Self:
        """It takes part itself, or as a provider of the catalogue."""
        menge = Q(akteure=akteur)
        if akteur.traeger_id is not None:
            menge |= Q(partner=akteur.traeger_id)
        return self.filter(pk__in=Massnahme.objects.filter(menge).order_by().values("pk"))

    def im_bericht(self, drucksache_id: int) -> Self:
        """What a report on that Drucksache tells: its own measures, and those that belong to none."""
        return self.filter(Q(drucksache=drucksache_id) | Q(drucksache__isnull=True))


class Massnahme(models.Model):
    """Never deleted: what was dropped stays readable with its reason."""

    verlauf_teile: ClassVar[tuple[str, ...]] = ("meilensteine", "indikatoren")

    titel = models.CharField(_("Titel"), max_length=TITEL_LAENGE)
    ziel = models.TextField(
        _("Ziel"),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
        help_text=_("Was sich dadurch für wen ändern soll."),
    )
    komponente = models.ForeignKey(Komponente, models.PROTECT, verbose_name=_("Komponente"), related_name="massnahmen")
    art = models.CharField(_("Art"), max_length=20, choices=Massnahmenart)
    status = models.CharField(
        _("Status"), max_length=20, choices=Massnahmenstatus, default=Massnahmenstatus.GEPLANT, editable=False
    )
    federfuehrung = models.ForeignKey(
        Geschaeftsbereich, models.PROTECT, verbose_name=_("Federführung"), related_name="massnahmen"
    )
    beteiligte = models.ManyToManyField(
        Geschaeftsbereich, verbose_name=_("beteiligte Bereiche"), related_name="mitgetragene_massnahmen", blank=True
    )
    zustaendig = models.ForeignKey(
        Zustaendigkeit,
        models.PROTECT,
        verbose_name=_("Zuständigkeit"),
        related_name="massnahmen",
        null=True,
        blank=True,
    )
    verantwortlich = models.CharField(_("verantwortlich"), max_length=160, help_text=_("Funktion oder Name."))
    partner = models.ManyToManyField(Traeger, verbose_name=_("Partner"), related_name="massnahmen", blank=True)
    kieze = models.ManyToManyField(
        Kiez, verbose_name=_("Kieze"), related_name="massnahmen", blank=True, help_text=_("Leer: ganz Pankow.")
    )
    angebote = models.ManyToManyField(Angebot, verbose_name=_("Angebote"), related_name="massnahmen", blank=True)
    orte = models.ManyToManyField(Ort, verbose_name=_("Orte"), related_name="massnahmen", blank=True)
    baut_auf = models.TextField(
        _("baut auf"),
        blank=True,
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
        help_text=_("Welche bestehenden Strukturen und Angebote genutzt werden, statt neue zu schaffen."),
    )
    beginn = models.DateField(_("Beginn"), validators=[check_jahr])
    ende = models.DateField(_("Ende"), null=True, blank=True, validators=[check_jahr], help_text=_("Leer: auf Dauer."))
    mittel = models.TextField(
        _("Mittel"),
        blank=True,
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
        help_text=_("Woraus die Kosten bezahlt werden."),
    )
    drucksache = models.ForeignKey(
        Drucksache,
        models.PROTECT,
        verbose_name=_("Drucksache"),
        related_name="massnahmen",
        null=True,
        blank=True,
    )
    # "dimension:wert" of the gap analysis; set once by who begins the measure there.
    luecke = models.CharField(_("Lücke"), max_length=LUECKE_LAENGE, blank=True, default="", editable=False)

    verlauf = build_verlauf(
        "Maßnahme", m2m_fields=(beteiligte, partner, kieze, angebote, orte), excluded_fields=("luecke",)
    )
    objects = MassnahmeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Maßnahme")
        verbose_name_plural = _("Maßnahmen")
        ordering = ["beginn", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ende__isnull=True) | Q(ende__gte=F("beginn")),
                name="massnahme_ende_nach_beginn",
                violation_error_message=_("Das Ende liegt vor dem Beginn."),
            )
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("konzept:massnahme-detail", kwargs={"pk": self.pk})

    @property
    def luecke_als_adresse(self) -> dict[str, str]:
        """nach and wert of the cell it was begun from; empty where it was not."""
        nach, _doppelpunkt, wert = self.luecke.partition(":")
        return {"nach": nach, "wert": wert} if nach else {}

    @property
    def ist_offen(self) -> bool:
        return self.status in OFFENE
