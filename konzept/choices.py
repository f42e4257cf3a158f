"""Closed lists of the concept's section."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Komponentenart(TextChoices):
    """The three components that the motion names (M2, M4, M6)."""

    PRAEVENTION = "praevention", _("Prävention")
    UEBERWINDUNG = "ueberwindung", _("Überwindung und Minderung")
    SENSIBILISIERUNG = "sensibilisierung", _("Sensibilisierung und Koordination")


class Konzeptstatus(TextChoices):
    ENTWURF = "entwurf", _("Entwurf")
    ABSTIMMUNG = "abstimmung", _("in Abstimmung")
    GUELTIG = "gueltig", _("gültig")
    ABGELOEST = "abgeloest", _("abgelöst")


class Drucksachenstatus(TextChoices):
    """What the BVV has done with a paper. Nothing public may claim more than what stands here."""

    EINGEBRACHT = "eingebracht", _("eingebracht")
    BERATUNG = "beratung", _("in der Ausschussberatung")
    BESCHLOSSEN = "beschlossen", _("beschlossen")
    ABGELEHNT = "abgelehnt", _("abgelehnt")
    ZURUECKGEZOGEN = "zurueckgezogen", _("zurückgezogen")
    ERLEDIGT = "erledigt", _("erledigt: Schlussbericht liegt vor")


class Einheitsart(TextChoices):
    GESCHAEFTSBEREICH = "geschaeftsbereich", _("Geschäftsbereich")
    AMT = "amt", _("Amt, Stabsstelle oder Beauftragte")


class Anzeige(TextChoices):
    """What the public may read about somebody responsible (P5)."""

    FUNKTION = "funktion", _("nur die Funktion")
    NAME = "name", _("Name und Funktion")
    NEIN = "nein", _("nichts")


class Massnahmenart(TextChoices):
    """Internal types of measures (requirements 5.1)."""

    SENSIBILISIERUNG = "sensibilisierung", _("Sensibilisierung und Fortbildung")
    OEFFENTLICHKEIT = "oeffentlichkeit", _("Öffentlichkeitsarbeit")
    ANGEBOTSAUFBAU = "angebotsaufbau", _("Angebotsaufbau")
    NETZWERK = "netzwerk", _("Netzwerk und Gremium")
    RAUM = "raum", _("Raum und Stadtgestaltung")
    DATEN = "daten", _("Daten und Befragung")
    BARRIEREABBAU = "barriereabbau", _("Barriereabbau")


class Massnahmenstatus(TextChoices):
    """M1."""

    GEPLANT = "geplant", _("geplant")
    LAEUFT = "laeuft", _("läuft")
    ABGESCHLOSSEN = "abgeschlossen", _("abgeschlossen")
    VERWORFEN = "verworfen", _("verworfen")


class Berichtsart(TextChoices):
    """What the BVV gets as an answer to a Drucksache (M27)."""

    ZWISCHENBERICHT = "zwischenbericht", _("Zwischenbericht")
    SCHLUSSBERICHT = "schlussbericht", _("Schlussbericht")


class Berichtsstatus(TextChoices):
    ENTWURF = "entwurf", _("Entwurf")
    EINGEFROREN = "eingefroren", _("eingefroren")
    FREIGEGEBEN = "freigegeben", _("freigegeben")
    VERWORFEN = "verworfen", _("verworfen")
