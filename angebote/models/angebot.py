"""The offer (HSDS service) and the one scope that decides what the public sees."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from angebote.choices import Anmeldung, Bereich, Format, JaNein, Kapazitaet, Status, Ueberweisung, Zugang
from angebote.models.gebiet import Kiez
from angebote.models.kategorie import Kategorie, Sprache, Zielgruppe
from angebote.models.ort import Ort
from angebote.models.traeger import Traeger
from angebote.models.verlauf import build_verlauf

# No 0/o, 1/i/l, u/v: the short id is read aloud and typed from paper.
KURZ_ID_ALPHABET = "23456789abcdefghjkmnpqrstwxyz"
KURZ_ID_LAENGE = 6
TEXT_HOECHSTENS = 20_000  # characters: several pages, and still quick to check
ERSTBESUCHFELDER = (
    *("erstbesuch_klingeln", "erstbesuch_begruessung", "erstbesuch_ablauf"),
    *("erstbesuch_sprechen", "erstbesuch_dauer", "erstbesuch_zuschauen"),
)
ABGELEITET = ("geprueft_am", "hinweis_ab", "sichtbar_bis", "kartendaten", "sortiertitel", "created_at", "updated_at")


def generate_kurz_id() -> str:
    return "".join(secrets.choice(KURZ_ID_ALPHABET) for _zeichen in range(KURZ_ID_LAENGE))


class AngebotQuerySet(models.QuerySet["Angebot"]):
    def oeffentlich(self, heute: date) -> Self:
        """What the public may see on that day: published, not over yet, confirmed, and not too long ago.

        Entries nobody has confirmed (geprueft_am empty) are shown only where the setting UNGEPRUEFTE_ZEIGEN allows it.
        """
        bestaetigt = Q(sichtbar_bis__gte=heute)
        if settings.UNGEPRUEFTE_ZEIGEN:
            bestaetigt |= Q(sichtbar_bis__isnull=True)
        laufend = Q(gueltig_bis__isnull=True) | Q(gueltig_bis__gte=heute)
        return self.filter(laufend, bestaetigt, status=Status.VEROEFFENTLICHT)

    def mit_hinweis(self, heute: date) -> Self:
        """Published and still shown, but confirmed so long ago that the public is told to call first."""
        return self.filter(status=Status.VEROEFFENTLICHT, hinweis_ab__lte=heute, sichtbar_bis__gte=heute)

    def abgelaufen(self, heute: date) -> Self:
        """Published, but out of search and print, since nobody has confirmed it for too long."""
        return self.filter(status=Status.VEROEFFENTLICHT, sichtbar_bis__lt=heute)

    def oeffentlich_gewesen(self) -> Self:
        """What is public or was, and may stand on paper; what never was public does not exist for visitors."""
        angebote = self.filter(veroeffentlicht_am__isnull=False)
        return angebote if settings.UNGEPRUEFTE_ZEIGEN else angebote.filter(geprueft_am__isnull=False)


class Angebot(models.Model):
    """One offer at one place, or at none (phone, online, home visit): then its Einzugsgebiet says where it helps."""

    kurz_id = models.CharField(
        _("Kurz-Kennung"), max_length=KURZ_ID_LAENGE, unique=True, default=generate_kurz_id, editable=False
    )
    slug = models.SlugField(_("Adresse"), max_length=90, unique=True)
    status = models.CharField(_("Status"), max_length=20, choices=Status, default=Status.ENTWURF)
    # Set once by domain/redaktion.py: from then on the entry may stand on paper and answers for ever.
    veroeffentlicht_am = models.DateField(_("zuerst veröffentlicht am"), null=True, blank=True, editable=False)

    # Was
    titel = models.CharField(_("Titel"), max_length=120, help_text=_("Was man tut, nicht für wen es ist."))
    nutzen = models.CharField(
        _("Was habe ich davon?"), max_length=160, blank=True, help_text=_("Ein Satz, höchstens 160 Zeichen.")
    )
    beschreibung = models.TextField(_("Beschreibung"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])
    bereich = models.CharField(_("Bereich"), max_length=20, choices=Bereich)
    kategorien = models.ManyToManyField(Kategorie, verbose_name=_("Kategorien"), related_name="angebote")
    format = models.CharField(_("Form"), max_length=20, choices=Format, default=Format.UNBEKANNT)
    traeger = models.ForeignKey(
        Traeger, models.PROTECT, verbose_name=_("Träger"), related_name="angebote", null=True, blank=True
    )
    gueltig_von = models.DateField(_("Angebot gibt es ab"), null=True, blank=True)
    gueltig_bis = models.DateField(_("Angebot gibt es bis"), null=True, blank=True)

    # Wann: the times themselves are Zeiten
    zeiten_hinweis = models.TextField(
        _("Hinweis zu den Zeiten"),
        blank=True,
        help_text=_("was sich nicht als Zeit eintragen lässt"),
        validators=[MaxLengthValidator(TEXT_HOECHSTENS)],
    )

    # Wo
    ort = models.ForeignKey(Ort, models.PROTECT, verbose_name=_("Ort"), related_name="angebote", null=True, blank=True)
    treffpunkt = models.CharField(_("Treffpunkt, Raum"), max_length=200, blank=True)
    einzugsgebiet = models.ManyToManyField(
        Kiez,
        verbose_name=_("Einzugsgebiet"),
        related_name="angebote_im_einzugsgebiet",
        blank=True,
        help_text=_("Für Angebote am Telefon, online oder zu Hause. Leer = ganz Pankow."),
    )

    # Kosten
    kosten_hinweis = models.CharField(_("Hinweis zu den Kosten"), max_length=300, blank=True)

    # Wer kann kommen
    zielgruppen = models.ManyToManyField(
        Zielgruppe, verbose_name=_("auch gut geeignet für"), related_name="angebote", blank=True
    )
    wer_hinweis = models.CharField(_("Wer kann kommen?"), max_length=300, blank=True)
    alter_von = models.PositiveSmallIntegerField(_("Alter von"), null=True, blank=True)
    alter_bis = models.PositiveSmallIntegerField(_("Alter bis"), null=True, blank=True)
    exklusiv = models.BooleanField(_("nur für die genannten Zielgruppen"), default=False)
    exklusiv_grund = models.CharField(_("Grund"), max_length=200, blank=True)
    ausschluss = models.CharField(
        _("Wer leider nicht kommen kann"),
        max_length=300,
        blank=True,
        help_text=_("freundlich und genau, zum Beispiel „Kinder unter 14 Jahren“; leer heißt: nicht bekannt"),
    )
    sprachen = models.ManyToManyField(Sprache, verbose_name=_("Sprachen"), related_name="angebote", blank=True)
    sprachen_hinweis = models.CharField(_("Hinweis zu den Sprachen"), max_length=200, blank=True)
    anmeldung = models.CharField(_("Anmeldung"), max_length=20, choices=Anmeldung, default=Anmeldung.UNBEKANNT)
    anmeldung_hinweis = models.CharField(
        _("Wie anmelden?"),
        max_length=200,
        blank=True,
        help_text=_("nie nur online: Telefon oder persönlich muss gehen"),
    )
    ueberweisung = models.CharField(
        _("Überweisung"), max_length=20, choices=Ueberweisung, default=Ueberweisung.UNBEKANNT
    )

    # So läuft der erste Besuch ab (F4): six guided questions
    erstbesuch_klingeln = models.CharField(_("Wo klingeln, wo hineingehen?"), max_length=200, blank=True)
    erstbesuch_begruessung = models.CharField(_("Wer begrüßt mich?"), max_length=200, blank=True)
    erstbesuch_ablauf = models.CharField(_("Was passiert dann?"), max_length=300, blank=True)
    erstbesuch_sprechen = models.CharField(_("Muss ich etwas sagen?"), max_length=200, blank=True)
    erstbesuch_dauer = models.CharField(_("Wie lange dauert es?"), max_length=200, blank=True)
    erstbesuch_zuschauen = models.CharField(_("Darf ich nur zuschauen und früher gehen?"), max_length=200, blank=True)

    # Kontakt: an institution's number, never a private one (P6)
    kontakt_name = models.CharField(
        _("Kontaktperson"), max_length=120, blank=True, help_text=_("Name oder „Team“, nur mit Einverständnis")
    )
    telefon = models.CharField(_("Telefon"), max_length=40, blank=True)
    sprechzeiten = models.CharField(_("telefonisch erreichbar"), max_length=200, blank=True)
    anruf_hinweis = models.CharField(
        _("Was man beim ersten Anruf sagt"),
        max_length=300,
        blank=True,
        help_text=_("in ganzen Sätzen, zum Beispiel „Sagen Sie, dass Sie zum ersten Mal kommen.“"),
    )
    email = models.EmailField(_("E-Mail"), blank=True)
    web = models.URLField(_("Website"), max_length=300, blank=True)

    # Rahmen (M4, M5, S22, S25)
    bewirtung = models.CharField(_("Essen und Trinken"), max_length=200, blank=True)
    gruppengroesse = models.CharField(_("Wie viele sind dabei?"), max_length=120, blank=True)
    fachliche_leitung = models.CharField(
        _("fachliche Leitung"), max_length=10, choices=JaNein, default=JaNein.UNBEKANNT
    )
    vertraulich = models.CharField(_("vertraulich"), max_length=10, choices=JaNein, default=JaNein.UNBEKANNT)
    anonym_moeglich = models.CharField(_("anonym möglich"), max_length=10, choices=JaNein, default=JaNein.UNBEKANNT)
    kapazitaet = models.CharField(_("Plätze"), max_length=12, choices=Kapazitaet, default=Kapazitaet.UNBEKANNT)
    kapazitaet_am = models.DateField(_("Stand der Plätze"), null=True, blank=True)
    wartezeit_wochen = models.PositiveSmallIntegerField(_("Wartezeit in Wochen"), null=True, blank=True)
    wartezeit_am = models.DateField(_("Stand der Wartezeit"), null=True, blank=True)

    # Pflege
    # Derived by domain/aktualitaet.py from the Pruefungen and the rhythm: all three are set, or none.
    geprueft_am = models.DateField(_("zuletzt geprüft am"), null=True, blank=True, editable=False)
    hinweis_ab = models.DateField(_("mit Hinweis ab"), null=True, blank=True, editable=False)
    sichtbar_bis = models.DateField(_("sichtbar bis"), null=True, blank=True, editable=False)
    interne_notiz = models.TextField(_("interne Notiz"), blank=True, validators=[MaxLengthValidator(TEXT_HOECHSTENS)])
    import_kennung = models.CharField(
        _("Kennung des Imports"), max_length=40, unique=True, null=True, blank=True, editable=False
    )
    # Set by domain/zusammenlegen.py; holds while the offer is archived.
    zusammengelegt_mit = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("zusammengelegt mit"),
        related_name="zusammengelegte",
        null=True,
        blank=True,
        editable=False,
    )
    # Derived by domain/kartendaten.py: the sentences of the card, so that a list page needs one row per offer.
    kartendaten = models.JSONField(_("Kartendaten"), default=dict, editable=False)
    # Derived by domain/suche/titelfolge.py: the folded title.
    sortiertitel = models.TextField(_("Titel zum Sortieren"), default="", editable=False)
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)
    updated_at = models.DateTimeField(_("geändert am"), auto_now=True)

    objects = AngebotQuerySet.as_manager()
    verlauf = build_verlauf(
        "Angebot",
        m2m_fields=(kategorien, einzugsgebiet, zielgruppen, sprachen),
        excluded_fields=(*ABGELEITET, "veroeffentlicht_am"),
    )

    class Meta:
        verbose_name = _("Angebot")
        verbose_name_plural = _("Angebote")
        ordering = ["titel", "id"]
        permissions = [("publish_angebot", _("Angebote veröffentlichen, archivieren und Vorschläge entscheiden"))]
        indexes = [models.Index(fields=["status", "sichtbar_bis", "gueltig_bis"], name="angebot_oeffentlich")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[Status.ENTWURF, Status.IN_PRUEFUNG], veroeffentlicht_am__isnull=True)
                | Q(status__in=[Status.VEROEFFENTLICHT, Status.PAUSIERT], veroeffentlicht_am__isnull=False)
                | Q(status=Status.ARCHIVIERT),
                name="angebot_status_passt_zu_veroeffentlicht_am",
                violation_error_message=_(
                    "Was einmal veröffentlicht war, wird nie wieder Entwurf, und was öffentlich ist, braucht ein Datum "
                    "der Veröffentlichung."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gueltig_bis__isnull=True)
                | Q(gueltig_von__isnull=True)
                | Q(gueltig_bis__gte=F("gueltig_von")),
                name="angebot_gueltig_bis_nach_von",
                violation_error_message=_("Das Ende des Angebots liegt vor seinem Anfang."),
            ),
            models.CheckConstraint(
                condition=Q(alter_bis__isnull=True) | Q(alter_von__isnull=True) | Q(alter_bis__gte=F("alter_von")),
                name="angebot_alter_bis_nach_von",
                violation_error_message=_("„Alter bis“ ist kleiner als „Alter von“."),
            ),
            models.CheckConstraint(
                condition=Q(exklusiv=False) | ~Q(exklusiv_grund=""),
                name="angebot_exklusiv_mit_grund",
                violation_error_message=_("Bitte begründen, warum das Angebot nur für bestimmte Menschen ist."),
            ),
            models.CheckConstraint(
                condition=Q(kapazitaet=Kapazitaet.UNBEKANNT) | Q(kapazitaet_am__isnull=False),
                name="angebot_kapazitaet_mit_stand",
                violation_error_message=_("Bitte angeben, von wann die Angabe zu den Plätzen ist."),
            ),
            models.CheckConstraint(
                condition=Q(wartezeit_wochen__isnull=True) | Q(wartezeit_am__isnull=False),
                name="angebot_wartezeit_mit_stand",
                violation_error_message=_("Bitte angeben, von wann die Angabe zur Wartezeit ist."),
            ),
            models.CheckConstraint(
                condition=Q(geprueft_am__isnull=True, hinweis_ab__isnull=True, sichtbar_bis__isnull=True)
                | Q(geprueft_am__isnull=False, hinweis_ab__isnull=False, sichtbar_bis__isnull=False),
                name="angebot_fristen_zur_pruefung",
                violation_error_message=_("Zum Tag der Prüfung gehören „mit Hinweis ab“ und „sichtbar bis“."),
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("angebote:angebot-detail", kwargs={"slug": self.slug})

    @property
    def nachfolger(self) -> Angebot | None:
        """What this offer is called now, where two were one."""
        return self.zusammengelegt_mit if self.status == Status.ARCHIVIERT else None

    @property
    def ist_bestaetigt(self) -> bool:
        return self.geprueft_am is not None

    def ist_lange_her(self, heute: date) -> bool:
        """Confirmed once, but so long ago that whoever wants to go should ask first."""
        return self.hinweis_ab is not None and self.hinweis_ab <= heute

    def ist_frisch(self, heute: date) -> bool:
        return self.ist_bestaetigt and not self.ist_lange_her(heute)

    def ist_abgelaufen(self, heute: date) -> bool:
        """Confirmed so long ago that it is shown nowhere any more."""
        return self.sichtbar_bis is not None and self.sichtbar_bis < heute

    @property
    def war_oeffentlich(self) -> bool:
        return self.veroeffentlicht_am is not None


class Zugangsweg(models.Model):
    """One access mode of an offer, with its own explanation where needed (S21, F24)."""

    angebot = models.ForeignKey(Angebot, models.CASCADE, verbose_name=_("Angebot"), related_name="zugangswege")
    art = models.CharField(_("Zugang"), max_length=12, choices=Zugang)
    hinweis = models.CharField(_("Hinweis"), max_length=200, blank=True, help_text=_("wer kommt, was kostet es"))

    verlauf = build_verlauf("Zugangsweg")

    class Meta:
        verbose_name = _("Zugangsweg")
        verbose_name_plural = _("Zugangswege")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["angebot", "art"],
                name="zugangsweg_einmalig",
                violation_error_message=_("Dieser Zugang ist schon angegeben."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_art_display())
