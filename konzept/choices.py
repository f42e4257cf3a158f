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


class Akteurart(TextChoices):
    """Whom the motion wants at the table (M3, M15, M23)."""

    SPD = "spd", _("Sozialpsychiatrischer Dienst (SpD)")
    GPV = "gpv", _("Gemeindepsychiatrischer Verbund (GpV)")
    BERATUNG = "beratung", _("Beratungsstelle")
    PSYCHOTHERAPIE = "psychotherapie", _("Psychotherapie")
    PRAXIS = "praxis", _("Arztpraxis oder Klinik")
    PFLEGE = "pflege", _("Pflege und Pflegestützpunkt")
    STADTTEILZENTRUM = "stadtteilzentrum", _("Stadtteilzentrum oder Nachbarschaftshaus")
    WOHLFAHRT = "wohlfahrt", _("Wohlfahrtsverband")
    TRAEGER = "traeger", _("anderer freier Träger")
    VOLKSHOCHSCHULE = "volkshochschule", _("Volkshochschule")
    SCHULE = "schule", _("Schule")
    JUGEND = "jugend", _("Jugendeinrichtung")
    SPORT = "sport", _("Sport")
    KULTUR = "kultur", _("Kultur und Bibliothek")
    KIRCHE = "kirche", _("Kirche und Religion")
    WOHNEN = "wohnen", _("Wohnungsunternehmen")
    SELBSTHILFE = "selbsthilfe", _("Selbsthilfe")
    INITIATIVE = "initiative", _("Initiative oder Nachbarschaft")
    VERTRETUNG = "vertretung", _("Beirat oder Interessenvertretung")
    BEHOERDE = "behoerde", _("Behörde")
    SONSTIGE = "sonstige", _("Sonstige")


class Ebene(TextChoices):
    """S9."""

    KIEZ = "kiez", _("Kiez")
    BEZIRK = "bezirk", _("Bezirk")
    LAND = "land", _("Land Berlin")
    BUND = "bund", _("Bund")


class Arbeitsweise(TextChoices):
    """S9."""

    HAUPTAMTLICH = "hauptamtlich", _("hauptamtlich")
    EHRENAMTLICH = "ehrenamtlich", _("ehrenamtlich")
    BEIDES = "beides", _("haupt- und ehrenamtlich")
    UNBEKANNT = "unbekannt", _("nicht bekannt")


class Kontaktgrundlage(TextChoices):
    """Why a contact may be kept (P6, Art. 6 DSGVO)."""

    EINWILLIGUNG = "einwilligung", _("Einwilligung")
    VERTRAG = "vertrag", _("Vertrag oder Zusammenarbeit")
    OEFFENTLICH = "oeffentlich", _("dienstlich, von der Stelle selbst veröffentlicht")


class Branche(TextChoices):
    """Where key persons meet people (S10, S34, S35)."""

    PRAXIS = "praxis", _("Arztpraxis")
    THERAPIE = "therapie", _("Therapie")
    APOTHEKE = "apotheke", _("Apotheke")
    PFLEGEDIENST = "pflegedienst", _("Pflegedienst oder Pflegestützpunkt")
    KIRCHE = "kirche", _("Kirche oder Gemeinde")
    FRISEUR = "friseur", _("Friseur oder Kosmetik")
    LADEN = "laden", _("Laden, Café oder Kiosk")
    HAUSVERWALTUNG = "hausverwaltung", _("Hausverwaltung oder Vermieter")
    BIBLIOTHEK = "bibliothek", _("Bibliothek")
    AMT = "amt", _("Amt")
    ARBEIT = "arbeit", _("Jobcenter oder Arbeitsagentur")
    VERTRETUNG = "vertretung", _("Seniorenvertretung oder Beirat")
    VEREIN = "verein", _("Verein")
    SCHULE = "schule", _("Schule oder Kita")
    SONSTIGE = "sonstige", _("Sonstige")


class Materialart(TextChoices):
    """What is printed from the portal or beside it, to be given out."""

    WOCHENPROGRAMM = "wochenprogramm", _("Wochenprogramm (A4)")
    MONATSBLATT = "monatsblatt", _("Monatsblatt zum Falten")
    HEFT = "heft", _("Heft mit allen Angeboten (A5)")
    PLAKAT = "plakat", _("Plakat mit Abreißzetteln (A4)")
    KARTE = "karte", _("Karte (A6)")
    AUFKLEBER = "aufkleber", _("Aufkleber mit Code")


class Gremienrolle(TextChoices):
    LEITUNG = "leitung", _("Leitung")
    MITGLIED = "mitglied", _("Mitglied")
    GAST = "gast", _("ständiger Gast")


class Erledigung(TextChoices):
    """How a task or a planned publication stands."""

    OFFEN = "offen", _("offen")
    ERLEDIGT = "erledigt", _("erledigt")
    ENTFALLEN = "entfallen", _("entfallen")


class Kanal(TextChoices):
    """S19."""

    LOKALPRESSE = "lokalpresse", _("Lokalpresse")
    AMTSBLATT = "amtsblatt", _("Amtsblatt")
    BEZIRKSMAGAZIN = "bezirksmagazin", _("Bezirksmagazin oder Kiezzeitung")
    RUNDFUNK = "rundfunk", _("Rundfunk und Fernsehen der Region")
    INTERNET = "internet", _("Internet")
    SOZIALE_MEDIEN = "soziale-medien", _("soziale Medien")
    PODCAST = "podcast", _("Podcast")
    VERTEILER = "verteiler", _("Mailverteiler")
    FLYER = "flyer", _("Flyer und Karten")
    AUSHANG = "aushang", _("Plakat und Aushang")
    WEITERSAGEN = "weitersagen", _("Weitersagen: Multiplikator*innen")
    VERANSTALTUNG = "veranstaltung", _("Veranstaltung")


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


class Abweichung(TextChoices):
    """Whether something else is done than the Ersuchen asks (section 13 BezVG): never told by an empty field."""

    OFFEN = "offen", _("noch nicht beantwortet")
    KEINE = "keine", _("Es gibt keine Abweichungen")
    EINIGE = "einige", _("Es gibt Abweichungen")


class Lueckendimension(TextChoices):
    """What the gap analysis counts beside the Kiez."""

    KATEGORIE = "kategorie", _("Was es gibt")
    ZEIT = "zeit", _("Wochentag und Tageszeit")
    KOSTEN = "kosten", _("Kosten")
    STUFENLOS = "stufenlos", _("Stufenlos erreichbar")
    ZUGANG = "zugang", _("Zugang")
    ZIELGRUPPE = "zielgruppe", _("Gut geeignet für")
