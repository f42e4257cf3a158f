"""Closed lists of cooperation requests (G1 to G18). Nothing here names a natural person or a general approval."""

from django.core.validators import MaxLengthValidator
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from angebote.models.angebot import TEXT_HOECHSTENS

TEXTGRENZE = (MaxLengthValidator(TEXT_HOECHSTENS),)  # of every long text of a request, as of those of an offer


class Anfragestatus(TextChoices):
    """In the order of the work; the last four lie beside the road."""

    EINGANG = "eingang", _("Eingang")
    VORPRUEFUNG = "vorpruefung", _("Vorprüfung")
    BETEILIGUNG = "beteiligung", _("Beteiligung")
    PRUEFUNG_RECHT = "pruefung_recht", _("Prüfung Recht")
    ENTSCHEIDUNG = "entscheidung", _("Entscheidung")
    ZUGESAGT = "zugesagt", _("zugesagt, noch nicht vereinbart")
    VEREINBART = "vereinbart", _("vereinbart")
    MATERIALFREIGABE = "materialfreigabe", _("Materialfreigabe")
    VERSAND = "versand", _("Versand")
    RUECKMELDUNGEN = "rueckmeldungen", _("Rückmeldungen")
    ERGEBNISBERICHT = "ergebnisbericht", _("Ergebnisbericht")
    ABGESCHLOSSEN = "abgeschlossen", _("abgeschlossen")
    ZURUECKGESTELLT = "zurueckgestellt", _("zurückgestellt")
    ABGELEHNT = "abgelehnt", _("abgelehnt")
    ZURUECKGEZOGEN = "zurueckgezogen", _("vom Träger zurückgezogen")
    BEENDET = "beendet", _("vom Bezirk beendet")


class Anfrageart(TextChoices):
    """What is comparable with what (G4, S33)."""

    ANSCHREIBEN = "anschreiben", _("Anschreiben")
    BEFRAGUNG = "befragung", _("Befragung")
    EINLADUNG = "einladung", _("Einladung zu einem Angebot")


class Rechtsform(TextChoices):
    """Legal persons only (S29)."""

    EV = "ev", _("eingetragener Verein (e. V.)")
    GGMBH = "ggmbh", _("gemeinnützige GmbH (gGmbH)")
    GMBH = "gmbh", _("GmbH oder UG")
    STIFTUNG = "stiftung", _("rechtsfähige Stiftung")
    GENOSSENSCHAFT = "genossenschaft", _("eingetragene Genossenschaft (eG)")
    AG = "ag", _("Aktiengesellschaft")
    KOERPERSCHAFT = "koerperschaft", _("Körperschaft des öffentlichen Rechts")
    ANSTALT = "anstalt", _("Anstalt oder Stiftung des öffentlichen Rechts")


class Durchfuehrung(TextChoices):
    """Who carries the project out; the first is the best (G7)."""

    BEZIRK = "bezirk", _("der Bezirk")
    GEMEINSAM = "gemeinsam", _("Bezirk und Träger gemeinsam")
    TRAEGER = "traeger", _("der Träger")


class Rechtsgrundlage(TextChoices):
    """G2: no other basis of the DSGVO carries the use of register data for somebody else's letter."""

    PFLICHT = "pflicht", _("Art. 6 Abs. 1 Buchstabe c DSGVO: rechtliche Verpflichtung")
    AUFGABE = "aufgabe", _("Art. 6 Abs. 1 Buchstabe e DSGVO: öffentliche Aufgabe")


class Stelle(TextChoices):
    """Who takes part, in this order (G9)."""

    DATENSCHUTZ = "datenschutz", _("Datenschutz")
    PRESSE = "presse", _("Pressestelle")
    STATISTIK = "statistik", _("Statistikstelle")


class Beteiligungsart(TextChoices):
    INFORMIERT = "informiert", _("informiert")
    VOTUM = "votum", _("Votum")


class Votum(TextChoices):
    ZUSTIMMUNG = "zustimmung", _("stimmt zu")
    AUFLAGEN = "auflagen", _("stimmt mit Auflagen zu")
    ABLEHNUNG = "ablehnung", _("lehnt ab")


class Ergebnis(TextChoices):
    """Always for one case (G3)."""

    JA = "ja", _("ja, nur für diesen Einzelfall")
    NEIN = "nein", _("nein")
    ZURUECKGESTELLT = "zurueckgestellt", _("zurückgestellt")


class Dokumentart(TextChoices):
    ERKLAERUNG = "erklaerung", _("unterzeichnete Erklärung der Geschäftsführung")
    VOLLMACHT = "vollmacht", _("Bevollmächtigung")
    MATERIAL = "material", _("Material")
    ERGEBNIS = "ergebnis", _("Ergebnisbericht")
    ANTWORT = "antwort", _("Antwort an den Träger")
    SONSTIGES = "sonstiges", _("Sonstiges")


class Dokumentformat(TextChoices):
    """As read from the content, never from the name."""

    PDF = "pdf", "PDF"
    PNG = "png", "PNG"
    JPEG = "jpg", "JPEG"
    DOCX = "docx", "DOCX"
    ODT = "odt", "ODT"


class Materialart(TextChoices):
    """One chain of versions each."""

    ANSCHREIBEN = "anschreiben", _("Anschreiben")
    FRAGEBOGEN = "fragebogen", _("Fragebogen")
    BEILAGE = "beilage", _("Beilage, zum Beispiel ein Faltblatt")
    ERINNERUNG = "erinnerung", _("Erinnerung")
