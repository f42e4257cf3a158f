"""A request by a provider that the district write to residents for it (guideline of the Fachgespräch, G1 to G18).

The district itself writes; it hands over no address. So no model of this section has a field for one.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import ClassVar, Self

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.models import Traeger
from angebote.models.verlauf import build_verlauf
from konzept.models.konzept import Drucksache
from konzept.models.kooperationsregeln import REGELFELDER, REGELN
from konzept.models.kooperationswerte import (
    TEXTGRENZE,
    Anfrageart,
    Anfragestatus,
    Durchfuehrung,
    Rechtsform,
    Rechtsgrundlage,
)

ENDZUSTAENDE = (
    Anfragestatus.ABGESCHLOSSEN,
    Anfragestatus.ABGELEHNT,
    Anfragestatus.ZURUECKGEZOGEN,
    Anfragestatus.BEENDET,
)
# Posting itself belongs to both: until its day is known the authorisation matters, from then on the report.
VOR_DEM_BERICHT = (Anfragestatus.VERSAND, Anfragestatus.RUECKMELDUNGEN, Anfragestatus.ERGEBNISBERICHT)
VOR_DEM_VERSAND = (Anfragestatus.VEREINBART, Anfragestatus.MATERIALFREIGABE, Anfragestatus.VERSAND)


class KooperationsanfrageQuerySet(models.QuerySet["Kooperationsanfrage"]):
    def offene(self) -> Self:
        return self.exclude(status__in=ENDZUSTAENDE)

    def ueberfaellig(self, heute: date) -> Self:
        return self.filter(build_ueberfaellig(heute))

    def in_dringlichkeit(self, heute: date) -> Self:
        """Overdue ones first, then by the order of the work; ended ones last."""
        folge = [When(status=status, then=Value(nummer)) for nummer, status in enumerate(Anfragestatus.values)]
        return self.annotate(
            eile=Case(When(build_ueberfaellig(heute), then=Value(0)), default=Value(1)),
            ende=Case(When(status__in=ENDZUSTAENDE, then=Value(1)), default=Value(0)),
            stufe=Case(*folge, output_field=models.IntegerField()),
        ).order_by("eile", "ende", "stufe", "eingegangen_am", "pk")


def build_ueberfaellig(heute: date) -> Q:
    """The report is late (G18), the authorisation ran out before posting (G15), or a postponed one waits.

    The first two have the whole of their last day; a resubmission is for its day.
    """
    unverschickt = Q(status=Anfragestatus.VERSAND, versand_am__isnull=True)
    verschickt = Q(status=Anfragestatus.VERSAND, versand_am__isnull=False)
    return (
        (~unverschickt & Q(status__in=VOR_DEM_BERICHT, bericht_bis__lt=heute))
        | (~verschickt & Q(status__in=VOR_DEM_VERSAND, vollmacht_bis__lt=heute))
        | Q(status=Anfragestatus.ZURUECKGESTELLT, wiedervorlage_am__lte=heute)
    )


class Kooperationsanfrage(models.Model):
    """Never deleted: a refused one stays readable, so that the next is treated alike (G4). Written by domain/ only."""

    verlauf_teile: ClassVar[tuple[str, ...]] = ("beteiligungen",)

    titel = models.CharField(_("Kurztitel"), max_length=160)
    art = models.CharField(_("Art"), max_length=20, choices=Anfrageart)
    eingegangen_am = models.DateField(_("eingegangen am"))
    status = models.CharField(
        _("Stand"), max_length=20, choices=Anfragestatus, default=Anfragestatus.EINGANG, editable=False
    )
    # Going back to the papers begins a new round: votes on another text do not count.
    runde = models.PositiveSmallIntegerField(_("Runde der Beteiligung"), default=1, editable=False)

    traeger_name = models.CharField(_("Name des Trägers"), max_length=160)
    rechtsform = models.CharField(
        _("Rechtsform"),
        max_length=20,
        choices=Rechtsform,
        help_text=_("Nur juristische Personen können anfragen, keine Einzelperson und keine lose Gruppe."),
    )
    # Duplicates in the register are merged; what was asked for stays under the name it was asked with.
    traeger = models.ForeignKey(
        Traeger,
        models.SET_NULL,
        verbose_name=_("Träger im Verzeichnis"),
        related_name="kooperationsanfragen",
        null=True,
        blank=True,
    )
    ansprechperson = models.CharField(
        _("feste Ansprechperson beim Träger"), max_length=160, blank=True, help_text=_("Name oder Funktion.")
    )
    ansprechkontakt = models.CharField(
        _("Telefon oder E-Mail der Ansprechperson, dienstlich"), max_length=160, blank=True
    )
    referenz = models.TextField(
        _("Referenz"),
        blank=True,
        help_text=_("Woher der Bezirk den Träger kennt, zum Beispiel aus welchem Gremium."),
        validators=TEXTGRENZE,
    )

    zweck = models.TextField(
        _("Zweck"), blank=True, help_text=_("Wozu angeschrieben werden soll."), validators=TEXTGRENZE
    )
    inhalt = models.TextField(
        _("Inhalt"), blank=True, help_text=_("Was in dem Schreiben stehen soll."), validators=TEXTGRENZE
    )
    oeffentliches_interesse = models.TextField(_("öffentliches Interesse"), blank=True, validators=TEXTGRENZE)
    nutzen = models.TextField(_("Nutzen für die Menschen"), blank=True, validators=TEXTGRENZE)
    gewuenschte_daten = models.TextField(
        _("gewünschte Daten"),
        blank=True,
        help_text=_("Nach welchen Merkmalen der Bezirk auswählen soll. Der Träger bekommt davon nichts."),
        validators=TEXTGRENZE,
    )
    umfang = models.TextField(
        _("Umfang der Daten"), blank=True, help_text=_("Wie viele Menschen, welche Kieze."), validators=TEXTGRENZE
    )

    durchfuehrung = models.CharField(_("Durchführung"), max_length=20, choices=Durchfuehrung, blank=True)
    ermoeglicher = models.CharField(
        _("Ermöglicher*in im Bezirksamt"), max_length=160, blank=True, help_text=_("Eine Person oder Funktion.")
    )
    nutzen_traeger = models.TextField(_("Nutzen für den Träger"), blank=True, validators=TEXTGRENZE)
    nutzen_bezirk = models.TextField(_("Nutzen für den Bezirk"), blank=True, validators=TEXTGRENZE)
    vergleich = models.TextField(
        _("Vergleich mit früheren Anfragen"),
        blank=True,
        help_text=_("Was gleich ist und was anders."),
        validators=TEXTGRENZE,
    )
    aufwand_stunden = models.PositiveIntegerField(_("Aufwand in Stunden"), null=True, blank=True)
    aufwand_druck_cent = models.PositiveIntegerField(_("Druck in Euro"), null=True, blank=True)
    aufwand_porto_cent = models.PositiveIntegerField(_("Porto in Euro"), null=True, blank=True)

    anlass = models.TextField(_("Anlass"), blank=True, validators=TEXTGRENZE)
    rechtsgrundlage = models.CharField(_("Rechtsgrundlage"), max_length=20, choices=Rechtsgrundlage, blank=True)
    rechtsvorschrift = models.CharField(
        _("Vorschrift"), max_length=300, blank=True, help_text=_("Das Gesetz, aus dem sich die Aufgabe ergibt.")
    )
    hoheitliche_aufgabe = models.TextField(_("hoheitliche Aufgabe"), blank=True, validators=TEXTGRENZE)

    wiedervorlage_am = models.DateField(_("Wiedervorlage am"), null=True, blank=True)

    erklaerung_am = models.DateField(_("Erklärung unterzeichnet am"), null=True, blank=True)
    erklaerung_traeger = models.CharField(
        _("unterzeichnet für den Träger"), max_length=160, blank=True, help_text=_("Die Geschäftsführung.")
    )
    erklaerung_bezirk = models.CharField(_("unterzeichnet für den Bezirk"), max_length=160, blank=True)
    vollmacht_person = models.CharField(_("bevollmächtigt ist"), max_length=160, blank=True)
    vollmacht_am = models.DateField(_("bevollmächtigt am"), null=True, blank=True)
    vollmacht_bis = models.DateField(_("bevollmächtigt bis"), null=True, blank=True)
    # What the day above rests on: a later day needs a newer paper (domain/kooperationsvollmacht.py).
    vollmacht_dokument = models.ForeignKey(
        "konzept.Anfragedokument",
        models.PROTECT,
        verbose_name=_("Schreiben mit der Bevollmächtigung"),
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )

    # S27, G1: the district itself draws from its register; here stands who did it and when, nothing of what was drawn.
    auswahl_stelle = models.CharField(
        _("Auswahl aus dem Melderegister durch"),
        max_length=160,
        blank=True,
        help_text=_(
            "Stelle der Verwaltung, zum Beispiel das Einwohnermeldeamt. Was sie auswählt, steht nirgends hier."
        ),
    )
    auswahl_am = models.DateField(_("ausgewählt am"), null=True, blank=True)
    druck_anzahl = models.PositiveIntegerField(_("gedruckte Briefe"), null=True, blank=True)
    druck_stelle = models.CharField(_("gedruckt von"), max_length=160, blank=True, help_text=_("Stelle im Bezirksamt."))
    druck_am = models.DateField(_("gedruckt am"), null=True, blank=True)
    versand_anzahl = models.PositiveIntegerField(_("verschickte Briefe"), null=True, blank=True)
    versand_stelle = models.CharField(
        _("verschickt von"), max_length=160, blank=True, help_text=_("Stelle im Bezirksamt.")
    )
    versand_am = models.DateField(_("verschickt am"), null=True, blank=True)
    bericht_bis = models.DateField(_("Ergebnisbericht bis"), null=True, blank=True)

    antworten_anzahl = models.PositiveIntegerField(_("Antworten insgesamt"), null=True, blank=True)
    ablehnend_anzahl = models.PositiveIntegerField(
        _("davon ablehnend oder verärgert"), null=True, blank=True, help_text=_("Auch 0 bitte eintragen.")
    )
    rueckmeldungen_text = models.TextField(
        _("Hinweise aus den Rückmeldungen"),
        blank=True,
        help_text=_("Keine Namen von Bürgerinnen und Bürgern."),
        validators=TEXTGRENZE,
    )

    ergebnis = models.TextField(
        _("Ergebnis"), blank=True, help_text=_("Zahlen und Folgen, keine Einzelfälle."), validators=TEXTGRENZE
    )
    ergebnis_gremium = models.CharField(_("vorgestellt in"), max_length=160, blank=True, help_text=_("Ausschuss, AG."))
    ergebnis_am = models.DateField(_("vorgestellt am"), null=True, blank=True)
    drucksache = models.ForeignKey(
        Drucksache,
        models.PROTECT,
        verbose_name=_("Drucksache"),
        related_name="kooperationsanfragen",
        null=True,
        blank=True,
    )

    verlauf = build_verlauf("Kooperationsanfrage")
    objects = KooperationsanfrageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Kooperationsanfrage")
        verbose_name_plural = _("Kooperationsanfragen")
        ordering = ["-eingegangen_am", "-pk"]
        permissions = [("vote_kooperationsanfrage", _("Als Datenschutz votieren und freigeben"))]
        constraints = REGELN

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("konzept:anfrage-detail", kwargs={"pk": self.pk})

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """As Django does, but at the field of the rule (REGELFELDER). Nothing but REGELN constrains a request."""
        fehler: dict[str, list[ValidationError]] = {}
        for regel in self._meta.constraints:
            try:
                regel.validate(type(self), self, exclude=exclude)  # type: ignore[attr-defined]
            except ValidationError as einer:
                fehler.setdefault(REGELFELDER.get(regel.name, NON_FIELD_ERRORS), []).extend(einer.error_list)
        if fehler:
            raise ValidationError(fehler)

    @property
    def ist_beendet(self) -> bool:
        return self.status in ENDZUSTAENDE

    @property
    def ist_verschickt(self) -> bool:
        """The letters have left the house."""
        return self.versand_am is not None or self.status in (
            Anfragestatus.RUECKMELDUNGEN,
            Anfragestatus.ERGEBNISBERICHT,
        )

    def ist_ueberfaellig(self, heute: date) -> bool:
        """As build_ueberfaellig, for one that is loaded."""
        frist = self.get_frist()
        if frist is None:
            return False
        return frist <= heute if self.status == Anfragestatus.ZURUECKGESTELLT else frist < heute

    def get_frist(self) -> date | None:
        """The day that matters in this state, if there is one."""
        feld = self.get_fristfeld()
        return getattr(self, feld) if feld else None

    def get_fristfeld(self) -> str:
        """Empty in states without one."""
        if self.status in VOR_DEM_VERSAND and not (self.status == Anfragestatus.VERSAND and self.ist_verschickt):
            return "vollmacht_bis"
        if self.status in VOR_DEM_BERICHT:
            return "bericht_bis"
        return "wiedervorlage_am" if self.status == Anfragestatus.ZURUECKGESTELLT else ""
