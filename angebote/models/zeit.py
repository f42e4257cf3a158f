"""When an offer takes place: rules (Zeit), their exceptions, closing periods, and the dated occurrences (Termin).

All times are wall-clock times in Europe/Berlin and stay so over clock changes.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from angebote.choices import Ausnahmeart, Tageszeit, Wochentag, Zeitart
from angebote.models.angebot import Angebot
from angebote.models.ort import Ort
from angebote.models.verlauf import build_verlauf
from angebote.validators import validate_monatswochen

DAUER_OHNE_ENDE = timedelta(minutes=60)  # a Termin whose end nobody knows is over after this time


class Zeit(models.Model):
    """One rule (HSDS schedule).

    regel, monatswochen empty: weekly, or every intervall_wochen weeks counted from gueltig_von.
    regel, monatswochen "2,4": 2nd and 4th such weekday of the month; "-1" the last, "5" only where there is one.
    einzeln: the one date `datum`. vereinbarung / unbekannt: no dates, never guessed.
    """

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="zeiten")
    art = models.CharField(_("Art"), max_length=12, choices=Zeitart, default=Zeitart.REGEL)
    wochentag = models.PositiveSmallIntegerField(_("Wochentag"), choices=Wochentag, null=True, blank=True)
    intervall_wochen = models.PositiveSmallIntegerField(
        _("alle … Wochen"), default=1, help_text=_("1 = jede Woche, 2 = jede zweite Woche ab dem ersten Termin")
    )
    monatswochen = models.CharField(
        _("nur an diesen im Monat"),
        max_length=12,
        blank=True,
        validators=[validate_monatswochen],
        help_text=_("leer = jede Woche; „2,4“ = 2. und 4. im Monat; „-1“ = letzter im Monat"),
    )
    datum = models.DateField(_("Datum"), null=True, blank=True, help_text=_("nur bei einzelnem Termin"))
    beginn = models.TimeField(_("Beginn"), null=True, blank=True)
    ende = models.TimeField(_("Ende"), null=True, blank=True)
    gueltig_von = models.DateField(_("gilt ab / erster Termin"), null=True, blank=True)
    gueltig_bis = models.DateField(_("gilt bis"), null=True, blank=True)
    an_feiertagen = models.BooleanField(
        _("auch an Feiertagen"), default=False, help_text=_("auch Heiligabend und Silvester")
    )
    in_schulferien = models.BooleanField(_("auch in den Schulferien"), default=True)
    hinweis = models.CharField(_("Hinweis"), max_length=300, blank=True)

    verlauf = build_verlauf("Zeit")

    class Meta:
        verbose_name = _("Zeit")
        verbose_name_plural = _("Zeiten")
        ordering = ["wochentag", "beginn", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(art=Zeitart.REGEL) | Q(wochentag__isnull=False, beginn__isnull=False),
                name="zeit_regel_vollstaendig",
                violation_error_message=_("Eine regelmäßige Zeit braucht Wochentag und Beginn."),
            ),
            models.CheckConstraint(
                condition=~Q(art=Zeitart.EINZELN) | Q(datum__isnull=False, beginn__isnull=False),
                name="zeit_einzeln_vollstaendig",
                violation_error_message=_("Ein einzelner Termin braucht Datum und Beginn."),
            ),
            models.CheckConstraint(
                condition=Q(ende__isnull=True) | Q(beginn__isnull=False, ende__gt=F("beginn")),
                name="zeit_ende_nach_beginn",
                violation_error_message=_("Das Ende muss nach dem Beginn liegen, am selben Tag."),
            ),
            models.CheckConstraint(
                condition=Q(gueltig_bis__isnull=True)
                | Q(gueltig_von__isnull=True)
                | Q(gueltig_bis__gte=F("gueltig_von")),
                name="zeit_gueltig_bis_nach_von",
                violation_error_message=_("„Gilt bis“ liegt vor „gilt ab“."),
            ),
            models.CheckConstraint(
                condition=Q(intervall_wochen__gte=1, intervall_wochen__lte=8),
                name="zeit_intervall_1_bis_8",
                violation_error_message=_("Der Abstand muss zwischen 1 und 8 Wochen liegen."),
            ),
            models.CheckConstraint(
                condition=Q(intervall_wochen=1) | Q(gueltig_von__isnull=False, monatswochen=""),
                name="zeit_intervall_braucht_ersten_termin",
                violation_error_message=_(
                    "Für „alle … Wochen“ wird der erste Termin gebraucht; es lässt sich nicht mit „im Monat“ verbinden."
                ),
            ),
            models.CheckConstraint(
                condition=Q(monatswochen="") | Q(monatswochen__regex=r"^(-1|[1-5])(,(-1|[1-5]))*$"),
                name="zeit_monatswochen_form",
                violation_error_message=_("Bitte Zahlen von 1 bis 5 oder -1 (letzter) mit Komma angeben."),
            ),
        ]

    def __str__(self) -> str:
        teile = [self.get_art_display()]
        if self.wochentag is not None:
            teile.append(str(self.get_wochentag_display()))
        if self.datum:
            teile.append(f"{self.datum:%d.%m.%Y}")
        if self.beginn:
            teile.append(f"{self.beginn:%H:%M}")
        return ", ".join(teile)

    @property
    def monatswochen_zahlen(self) -> tuple[int, ...]:
        return tuple(int(teil) for teil in self.monatswochen.split(",") if teil)


class Ausnahme(models.Model):
    """One date on which the offer is cancelled or moved; without `beginn` it holds for all times of that day."""

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="ausnahmen")
    art = models.CharField(_("Art"), max_length=12, choices=Ausnahmeart, default=Ausnahmeart.FAELLT_AUS)
    datum = models.DateField(_("am"))
    beginn = models.TimeField(
        _("nur der Termin um"), null=True, blank=True, help_text=_("leer = alle Termine dieses Tages")
    )
    neues_datum = models.DateField(_("verschoben auf"), null=True, blank=True)
    neuer_beginn = models.TimeField(_("neuer Beginn"), null=True, blank=True, help_text=_("leer = unverändert"))
    neues_ende = models.TimeField(_("neues Ende"), null=True, blank=True)
    grund = models.CharField(_("Grund"), max_length=200, blank=True)

    verlauf = build_verlauf("Ausnahme")

    class Meta:
        verbose_name = _("Ausnahme")
        verbose_name_plural = _("Ausnahmen")
        ordering = ["datum", "beginn"]
        constraints = [
            models.CheckConstraint(
                condition=Q(art=Ausnahmeart.FAELLT_AUS, neues_datum__isnull=True)
                | Q(art=Ausnahmeart.VERSCHOBEN, neues_datum__isnull=False),
                name="ausnahme_neues_datum_nur_verschoben",
                violation_error_message=_(
                    "Ein verschobener Termin braucht ein neues Datum, ein ausgefallener hat keines."
                ),
            ),
            models.CheckConstraint(
                condition=Q(neues_ende__isnull=True) | Q(neuer_beginn__isnull=False, neues_ende__gt=F("neuer_beginn")),
                name="ausnahme_ende_nach_beginn",
                violation_error_message=_("Das neue Ende braucht einen neuen Beginn und muss danach liegen."),
            ),
            models.UniqueConstraint(
                fields=["angebot", "datum", "beginn"],
                name="ausnahme_je_termin_einmalig",
                violation_error_message=_("Für diesen Termin gibt es schon eine Ausnahme."),
            ),
            models.UniqueConstraint(
                fields=["angebot", "datum"],
                condition=Q(beginn__isnull=True),
                name="ausnahme_je_tag_einmalig",
                violation_error_message=_("Für diesen Tag gibt es schon eine Ausnahme."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.datum:%d.%m.%Y}: {self.get_art_display()}"


class SchliesszeitQuerySet(models.QuerySet["Schliesszeit"]):
    def enden_bis(self, tag: date, *, heute: date) -> Self:
        """Those that are not over yet and whose last day is `tag` at the latest."""
        return self.filter(bis__gte=heute, bis__lte=tag)


class Schliesszeit(models.Model):
    """A closing period of a place (closes every offer there) or of one offer; first and last day inclusive."""

    ort = models.ForeignKey(
        Ort, models.CASCADE, verbose_name=_("Ort"), related_name="schliesszeiten", null=True, blank=True
    )
    angebot = models.ForeignKey(
        Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="schliesszeiten", null=True, blank=True
    )
    von = models.DateField(_("von"))
    bis = models.DateField(_("bis einschließlich"))
    grund = models.CharField(_("Grund"), max_length=200, blank=True)

    verlauf = build_verlauf("Schließzeit")
    objects = SchliesszeitQuerySet.as_manager()

    class Meta:
        verbose_name = _("Schließzeit")
        verbose_name_plural = _("Schließzeiten")
        ordering = ["von"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ort__isnull=False, angebot__isnull=True) | Q(ort__isnull=True, angebot__isnull=False),
                name="schliesszeit_ort_oder_angebot",
                violation_error_message=_("Eine Schließzeit gehört zu genau einem Ort oder genau einem Angebot."),
            ),
            models.CheckConstraint(
                condition=Q(bis__gte=F("von")),
                name="schliesszeit_bis_nach_von",
                violation_error_message=_("Das Ende der Schließzeit liegt vor ihrem Anfang."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.von:%d.%m.%Y} bis {self.bis:%d.%m.%Y}"


class TerminQuerySet(models.QuerySet["Termin"]):
    def kommende(self, jetzt: datetime) -> Self:
        """What is not over yet, running Termine included; `jetzt` is aware, with the wall clock of Europe/Berlin."""
        heute, anfang = jetzt.date(), jetzt - DAUER_OHNE_ENDE
        laeuft = Q(ende__gt=jetzt.time())
        ohne_ende = Q(ende__isnull=True)
        if anfang.date() == heute:  # in the first hour of a day nothing of that day can be over without an end
            ohne_ende &= Q(beginn__gt=anfang.time())
        return self.filter(Q(datum__gt=heute) | laeuft | ohne_ende, datum__gte=heute)


class Termin(models.Model):
    """One dated occurrence, materialised by domain/termine.py. Every time question is answered here, never on rules."""

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="termine")
    datum = models.DateField(_("Datum"))
    beginn = models.TimeField(_("Beginn"))
    ende = models.TimeField(_("Ende"), null=True, blank=True)
    wochentag = models.PositiveSmallIntegerField(_("Wochentag"), choices=Wochentag)
    tageszeit = models.CharField(_("Tageszeit"), max_length=10, choices=Tageszeit)
    verschoben_von = models.DateField(_("verschoben von"), null=True, blank=True)

    objects = TerminQuerySet.as_manager()

    class Meta:
        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")
        ordering = ["datum", "beginn"]
        constraints = [models.UniqueConstraint(fields=["angebot", "datum", "beginn"], name="termin_einmalig")]
        indexes = [
            models.Index(fields=["datum", "wochentag", "tageszeit", "angebot"], name="termin_suche"),
        ]

    def __str__(self) -> str:
        return f"{self.datum:%d.%m.%Y} {self.beginn:%H:%M}"
