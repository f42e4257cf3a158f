"""Asking providers whether their entries are still true: one Anfrage is one mail, one Posten one offer in it."""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Lower, NullIf, TruncDate
from django.utils.translation import gettext_lazy as _

from angebote.choices import Anfrageantwort, Status
from angebote.models.angebot import Angebot

ZEITPUNKTE = ("angelegt_am", "gesendet_am", "erinnert_am", "unzustellbar_am", "eskaliert_am")


def generate_anfragekennung() -> str:
    return secrets.token_urlsafe(16)


def _hat_ungeprueftes() -> Exists:
    """Something in it is public, unanswered, and not checked in another way since: by a call, or by a later mail."""
    nie = Q(angebot__geprueft_am__isnull=True)
    vorher = Q(angebot__geprueft_am__lt=TruncDate("anfrage__angelegt_am"))
    offene = Anfrageposten.objects.filter(anfrage=OuterRef("pk"), antwort=Anfrageantwort.OFFEN)
    return Exists(offene.filter(nie | vorher, angebot__status=Status.VEROEFFENTLICHT))


def build_adresse(pfad: str = "") -> Lower:
    """Whom to ask about an offer: its own address, else that of its Träger, in small letters; NULL if there is none.

    pfad: how to get to the offer, for example "angebot__".
    """
    eigene, des_traegers = F(f"{pfad}email"), F(f"{pfad}traeger__email")
    return Lower(Coalesce(NullIf(eigene, Value("")), NullIf(des_traegers, Value(""))))


class BestaetigungsanfrageQuerySet(models.QuerySet["Bestaetigungsanfrage"]):
    def fragbare(self) -> Self:
        """Somebody may still be asked: an offer in it has no answer yet, and the address has not asked for peace."""
        gesperrt = Anfragesperre.objects.filter(email=Lower(OuterRef("empfaenger")))
        return self.filter(_has_offene(), ~Exists(gesperrt))

    def unversandte(self) -> Self:
        return self.fragbare().filter(gesendet_am__isnull=True, unzustellbar_am__isnull=True)

    def ohne_antwort(self) -> Self:
        """Sent, and at least one offer in it nobody has said anything about, though its address still may."""
        return self.filter(_has_offene(), gesendet_am__isnull=False)

    def anzurufen(self) -> Self:
        """Reminded in vain and given to the Redaktion, which has not checked all of it since."""
        return self.ohne_antwort().filter(_hat_ungeprueftes(), eskaliert_am__isnull=False)

    def unzustellbare(self) -> Self:
        """Nobody could be asked, and the Redaktion has not checked all of it since."""
        return self.filter(_hat_ungeprueftes(), unzustellbar_am__isnull=False)

    def zu_erinnern(self, seit: datetime) -> Self:
        """Sent by then, and not reminded yet."""
        return self.fragbare().filter(gesendet_am__lte=seit, erinnert_am__isnull=True)

    def zu_eskalieren(self, seit: datetime) -> Self:
        """Reminded by then, and nobody of the Redaktion has been told."""
        return self.fragbare().filter(erinnert_am__lte=seit, eskaliert_am__isnull=True)

    def ruhen_seit(self, zeitpunkt: datetime) -> Self:
        """Nothing has happened since: no mail, no answer, nobody told."""
        spaeter = [Q(**{f"{feld}__gte": zeitpunkt}) for feld in ZEITPUNKTE]
        beantwortet = Anfrageposten.objects.filter(anfrage=OuterRef("pk"), beantwortet_am__gte=zeitpunkt)
        return self.exclude(reduce(or_, spaeter)).exclude(Exists(beantwortet))


class Bestaetigungsanfrage(models.Model):
    """One mail to one address. The signed link to it holds kennung; whoever has the link may answer, nobody else."""

    kennung = models.CharField(
        _("Kennung"), max_length=32, unique=True, default=generate_anfragekennung, editable=False
    )
    empfaenger = models.EmailField(_("an"))
    angelegt_am = models.DateTimeField(_("angelegt am"))
    gesendet_am = models.DateTimeField(_("gesendet am"), null=True, blank=True)
    erinnert_am = models.DateTimeField(_("erinnert am"), null=True, blank=True)
    unzustellbar_am = models.DateTimeField(_("unzustellbar seit"), null=True, blank=True)
    eskaliert_am = models.DateTimeField(_("an die Redaktion gegeben am"), null=True, blank=True)
    eskaliert_an = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("an die Redaktion gegeben an"),
        related_name="eskalierte_anfragen",
        null=True,
        blank=True,
    )

    objects = BestaetigungsanfrageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Bestätigungsanfrage")
        verbose_name_plural = _("Bestätigungsanfragen")
        ordering = ["-angelegt_am", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(erinnert_am__isnull=True) | Q(gesendet_am__isnull=False),
                name="anfrage_erinnert_nach_gesendet",
                violation_error_message=_("Erinnert wird nur, wer schon gefragt wurde."),
            ),
            models.CheckConstraint(
                condition=Q(eskaliert_am__isnull=True) | Q(erinnert_am__isnull=False),
                name="anfrage_eskaliert_nach_erinnert",
                violation_error_message=_("Vor der Weitergabe an die Redaktion wird erinnert."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.empfaenger}, {self.angelegt_am:%d.%m.%Y}"


class AnfragepostenQuerySet(models.QuerySet["Anfrageposten"]):
    def beantwortbare(self) -> Self:
        """The offer is published, and the mail went to the address that speaks for it now."""
        return self.alias(adresse=build_adresse("angebot__")).filter(
            adresse=Lower("anfrage__empfaenger"), angebot__status=Status.VEROEFFENTLICHT
        )


def _has_offene() -> Exists:
    offene = Anfrageposten.objects.beantwortbare().filter(antwort=Anfrageantwort.OFFEN)
    return Exists(offene.filter(anfrage=OuterRef("pk")))


class Anfrageposten(models.Model):
    anfrage = models.ForeignKey(Bestaetigungsanfrage, models.CASCADE, verbose_name=_("Anfrage"), related_name="posten")
    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="anfrageposten")
    antwort = models.CharField(_("Antwort"), max_length=12, choices=Anfrageantwort, default=Anfrageantwort.OFFEN)
    beantwortet_am = models.DateTimeField(_("beantwortet am"), null=True, blank=True)

    objects = AnfragepostenQuerySet.as_manager()

    class Meta:
        verbose_name = _("angefragtes Angebot")
        verbose_name_plural = _("angefragte Angebote")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["anfrage", "angebot"], name="anfrageposten_einmalig"),
            models.CheckConstraint(
                condition=Q(antwort=Anfrageantwort.OFFEN, beantwortet_am__isnull=True)
                | (~Q(antwort=Anfrageantwort.OFFEN) & Q(beantwortet_am__isnull=False)),
                name="anfrageposten_antwort_mit_datum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.angebot}: {self.get_antwort_display()}"


class Anfragesperre(models.Model):
    """An address that does not want to be asked again. Small letters, as mail servers read it."""

    email = models.EmailField(_("E-Mail"), unique=True)
    seit = models.DateTimeField(_("seit"))

    class Meta:
        verbose_name = _("Anfragesperre")
        verbose_name_plural = _("Anfragesperren")
        ordering = ["email"]

    def __str__(self) -> str:
        return self.email
