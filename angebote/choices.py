"""Closed lists of the catalogue. Values are short ASCII words: several are part of the public search contract."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Bereich(TextChoices):
    """Prevention and overcoming are told apart (M17)."""

    BEGEGNUNG = "begegnung", _("Begegnung")
    UNTERSTUETZUNG = "unterstuetzung", _("Unterstützung")


class Status(TextChoices):
    ENTWURF = "entwurf", _("Entwurf")
    IN_PRUEFUNG = "in-pruefung", _("in Prüfung")
    VEROEFFENTLICHT = "veroeffentlicht", _("veröffentlicht")
    PAUSIERT = "pausiert", _("pausiert")
    ARCHIVIERT = "archiviert", _("archiviert")


class Vorschlagsherkunft(TextChoices):
    REDAKTION = "redaktion", _("Redaktion")
    ANBIETER = "anbieter", _("Anbieter, über den Link")


class Vorschlagsstatus(TextChoices):
    OFFEN = "offen", _("offen")
    ANGENOMMEN = "angenommen", _("angenommen")
    ABGELEHNT = "abgelehnt", _("abgelehnt")
    ZURUECKGEZOGEN = "zurueckgezogen", _("zurückgezogen")


class Anfrageantwort(TextChoices):
    """What a provider said about one offer; the strongest answer of a visit stays."""

    OFFEN = "offen", _("noch keine Antwort")
    STIMMT = "stimmt", _("stimmt alles noch")
    KORREKTUR = "korrektur", _("hat Änderungen vorgeschlagen")


class Pausengrund(TextChoices):
    """Why an offer rests, in words that can be public without anybody reading them before."""

    FERIEN = "ferien", _("Ferien")
    FEIERTAGE = "feiertage", _("Feiertage")
    RENOVIERUNG = "renovierung", _("Renovierung")
    KRANKHEIT = "krankheit", _("Krankheit")
    SONSTIGE = "sonstige", _("ein anderer Grund, er wird nicht angezeigt")


class Zugang(TextChoices):
    """Access modes; one offer can have several (S21)."""

    VOR_ORT = "vor-ort", _("vor Ort")
    ZUHAUSE = "zuhause", _("kommt zu Ihnen nach Hause")
    DRAUSSEN = "draussen", _("Treffpunkt draußen")
    TELEFON = "telefon", _("am Telefon")
    ONLINE = "online", _("online")


ZUGANG_OHNE_WEG = frozenset({Zugang.ZUHAUSE, Zugang.TELEFON, Zugang.ONLINE})


class Anmeldung(TextChoices):
    UNBEKANNT = "unbekannt", _("nicht bekannt")
    OHNE = "ohne", _("ohne Anmeldung")
    MOEGLICH = "moeglich", _("Anmeldung möglich, aber nicht nötig")
    NOETIG = "noetig", _("Anmeldung nötig")
    ERSTGESPRAECH = "erstgespraech", _("Erstgespräch nötig")


ANMELDUNG_NICHT_NOETIG = frozenset({Anmeldung.OHNE, Anmeldung.MOEGLICH})


class Ueberweisung(TextChoices):
    UNBEKANNT = "unbekannt", _("nicht bekannt")
    KEINE = "keine", _("keine Überweisung nötig")
    EMPFOHLEN = "empfohlen", _("Überweisung empfohlen")
    NOETIG = "noetig", _("Überweisung nötig")
    AMT = "amt", _("Vermittlung durch ein Amt oder den Sozialpsychiatrischen Dienst")
    MITGLIEDSCHAFT = "mitgliedschaft", _("Mitgliedschaft nötig")


class Format(TextChoices):
    UNBEKANNT = "unbekannt", _("nicht bekannt")
    OFFEN = "offen", _("offen, kommen Sie einfach vorbei")
    FESTE_GRUPPE = "feste-gruppe", _("feste Gruppe")
    KURS = "kurs", _("Kurs mit Beginn")
    EINZELGESPRAECH = "einzelgespraech", _("Einzelgespräch")
    EINMALIG = "einmalig", _("einmalig")


class JaNein(TextChoices):
    """Three-valued facts: unknown is never read as no."""

    UNBEKANNT = "unbekannt", _("nicht bekannt")
    JA = "ja", _("ja")
    NEIN = "nein", _("nein")


class Barrierewert(TextChoices):
    UNBEKANNT = "unbekannt", _("nicht bekannt")
    JA = "ja", _("ja")
    TEILWEISE = "teilweise", _("teilweise")
    NEIN = "nein", _("nein")


class Merkmal(TextChoices):
    """Accessibility features; codes and terms: anforderungen.md section 4 (A11yJSON, OSM)."""

    ENTRANCE_LEVEL = "entrance_level", _("Eingang ohne Stufe")
    RAMP = "ramp", _("Rampe")
    DOOR_WIDTH = "door_width", _("Tür mindestens 90 cm breit")
    BELL = "bell", _("Klingel erreichbar")
    LIFT = "lift", _("Aufzug")
    ROOM_LEVEL = "room_level", _("Raum stufenlos erreichbar")
    WC = "wc", _("barrierefreies WC")
    TURNING = "turning", _("Bewegungsfläche 150 × 150 cm")
    SEATS = "seats", _("Sitzplätze mit Lehne")
    PARKING = "parking", _("Behindertenparkplatz")
    LOOP = "loop", _("Induktionsanlage")
    SIGN = "sign", _("Deutsche Gebärdensprache")
    CAPTION = "caption", _("Schriftdolmetschung oder Untertitel")
    QUIET = "quiet", _("ruhiger Raum")
    LIGHT = "light", _("gut beleuchtet")
    TACTILE = "tactile", _("Leitstreifen oder Braille")
    CONTRAST = "contrast", _("kontrastreiche Beschilderung")
    PRINT_LARGE = "print_large", _("Material in Großdruck")
    EASY = "easy", _("Material in Leichter oder Einfacher Sprache")
    DOG = "dog", _("Assistenzhund willkommen")
    ASSIST = "assist", _("Hilfe vor Ort")
    ESCORT = "escort", _("Abholung oder Begleitung")
    WIFI = "wifi", _("freies WLAN")


class Barrierefrei(TextChoices):
    """The accessibility filter of the public search (design.md 5)."""

    STUFENLOS = "stufenlos", _("stufenlos")
    WC = "wc", _("barrierefreies WC")
    AUFZUG = "aufzug", _("Aufzug oder ebenerdig")
    INDUKTION = "induktion", _("Induktionsanlage")
    DGS = "dgs", _("Gebärdensprache")
    RUHE = "ruhe", _("ruhiger Raum")
    BEGLEITUNG = "begleitung", _("Begleitung möglich")


class Kostenart(TextChoices):
    """Kinds of cost rows (anforderungen.md 5.4). Without rows the cost is unknown; UNBEKANNT says so on purpose."""

    KOSTENLOS = "kostenlos", _("kostenlos")
    VERZEHR_FREIWILLIG = "verzehr", _("kostenlos, Essen und Trinken freiwillig")
    SPENDE = "spende", _("Spende erwünscht, freiwillig")
    BETRAG = "betrag", _("fester Betrag")
    ERMAESSIGT = "ermaessigt", _("Ermäßigung mit Nachweis")
    KASSE = "kasse", _("Krankenkasse zahlt")
    KASSENZUSCHUSS = "kassenzuschuss", _("Zuschuss der Krankenkasse")
    PFLEGEKASSE = "pflegekasse", _("Pflegekasse zahlt (Entlastungsbetrag)")
    MITGLIEDSCHAFT = "mitgliedschaft", _("Mitgliedschaft nötig")
    EXTRA = "extra", _("dazu kommt: Material, Eintritt oder Ähnliches")
    ANFRAGE = "anfrage", _("auf Anfrage")
    UNBEKANNT = "unbekannt", _("nicht bekannt, bitte anrufen")


class Kosteneinheit(TextChoices):
    EINMAL = "einmal", _("einmalig")
    TERMIN = "termin", _("je Treffen")
    MONAT = "monat", _("im Monat")
    KURS = "kurs", _("für den Kurs")
    JAHR = "jahr", _("im Jahr")


class Kostenfilter(TextChoices):
    KOSTENLOS = "kostenlos", _("kostenlos")
    SPENDE = "spende", _("Spende")
    ERMAESSIGT = "ermaessigt", _("Ermäßigung mit Nachweis")
    KASSE = "kasse", _("Kranken- oder Pflegekasse zahlt")


class Zeitart(TextChoices):
    REGEL = "regel", _("regelmäßig")
    EINZELN = "einzeln", _("einzelner Termin")
    VEREINBARUNG = "vereinbarung", _("nach Vereinbarung")
    UNBEKANNT = "unbekannt", _("nicht bekannt, bitte anrufen")


class Wochentag(IntegerChoices):
    """As datetime.date.weekday()."""

    MO = 0, _("Montag")
    DI = 1, _("Dienstag")
    MI = 2, _("Mittwoch")
    DO = 3, _("Donnerstag")
    FR = 4, _("Freitag")
    SA = 5, _("Samstag")
    SO = 6, _("Sonntag")


class Tageszeit(TextChoices):
    """By the start of the Termin: before 12:00, 12:00-16:59, from 17:00 on (design.md 5)."""

    VORMITTAG = "vormittag", _("Vormittag")
    NACHMITTAG = "nachmittag", _("Nachmittag")
    ABEND = "abend", _("Abend")


class Ausnahmeart(TextChoices):
    FAELLT_AUS = "faellt-aus", _("fällt aus")
    VERSCHOBEN = "verschoben", _("verschoben")


class Kapazitaet(TextChoices):
    UNBEKANNT = "unbekannt", _("nicht bekannt")
    FREI = "frei", _("freie Plätze")
    WARTELISTE = "warteliste", _("Warteliste")
    VOLL = "voll", _("zurzeit voll")


class Motiv(TextChoices):
    """What a photo shows (M20: above all where to go in)."""

    EINGANG = "eingang", _("Eingang")
    RAUM = "raum", _("Raum")
    AKTIVITAET = "aktivitaet", _("Aktivität")


class Mitmachzeit(TextChoices):
    """How often somebody who helps is needed; part of the address of the page."""

    REGELMAESSIG = "regelmaessig", _("regelmäßig")
    AB_UND_ZU = "ab-und-zu", _("ab und zu")
    EINMALIG = "einmalig", _("einmalig")


class Konfidenz(TextChoices):
    """How far an imported statement can be trusted (data/README.md 6)."""

    HOCH = "hoch", _("hoch")
    MITTEL = "mittel", _("mittel")
    NIEDRIG = "niedrig", _("niedrig")


class Krisenthema(TextChoices):
    """The parts of the crisis page, in their order."""

    KRISE = "krise", _("Krisendienst und ärztlicher Bereitschaftsdienst")
    REDEN = "reden", _("Mit jemandem sprechen")
    FAMILIE = "familie", _("Für Kinder, Jugendliche und Eltern")
    GEWALT = "gewalt", _("Bei Gewalt")
    SUCHT = "sucht", _("Bei Sucht")
    SPRACHEN = "sprachen", _("In anderen Sprachen")


class Traegerart(TextChoices):
    """Kinds of providers (M3)."""

    STADTTEILZENTRUM = "stadtteilzentrum", _("Stadtteilzentrum oder Nachbarschaftshaus")
    WOHLFAHRT = "wohlfahrt", _("Wohlfahrtsverband")
    VHS = "vhs", _("Volkshochschule")
    SPORTVEREIN = "sportverein", _("Sportverein")
    VEREIN = "verein", _("Verein")
    SCHULE = "schule", _("Schule")
    JUGEND = "jugend", _("Jugendeinrichtung")
    KULTUR = "kultur", _("Kultureinrichtung")
    BIBLIOTHEK = "bibliothek", _("Bibliothek")
    GEMEINDE = "gemeinde", _("Kirchen- oder Religionsgemeinde")
    WOHNEN = "wohnen", _("Wohnungsunternehmen")
    SELBSTHILFE = "selbsthilfe", _("Selbsthilfe")
    INITIATIVE = "initiative", _("Initiative")
    VERWALTUNG = "verwaltung", _("Verwaltung")
    GESUNDHEIT = "gesundheit", _("Gesundheitswesen")
    SONSTIGE = "sonstige", _("Sonstige")


class Befundart(TextChoices):
    """What a text check can find. Each is a warning, none a wall."""

    ZIELGRUPPE = "zielgruppe", _("Der Titel nennt eine Gruppe von Menschen")
    TITEL_LANG = "titel-lang", _("Der Titel ist lang")
    GROSSBUCHSTABEN = "grossbuchstaben", _("Großbuchstaben")
    AUSRUFEZEICHEN = "ausrufezeichen", _("Ausrufezeichen")
    NUTZEN_LANG = "nutzen-lang", _("Der Nutzensatz ist lang")
    NUTZEN_KEIN_SATZ = "nutzen-kein-satz", _("Der Nutzensatz ist kein Satz")
    STIGMA = "stigma", _("Dieses Wort kann verletzen")
    FACHWORT = "fachwort", _("Fachwort oder Amtsdeutsch")
    ABKUERZUNG = "abkuerzung", _("Abkürzung ohne Erklärung")
    SATZLAENGE = "satzlaenge", _("Langer Satz")
    LESBARKEIT = "lesbarkeit", _("Schwerer Satz in einem schweren Text")
    KONTAKT_IM_TEXT = "kontakt-im-text", _("Telefonnummer oder E-Mail-Adresse im Text")


class Pruefgruppe(TextChoices):
    """What is checked together; an entry is as old as the oldest of its groups."""

    ZEITEN = "zeiten", _("Zeiten")
    KONTAKT = "kontakt", _("Kontakt")
    KOSTEN = "kosten", _("Kosten")
    BARRIEREN = "barrieren", _("Barrieren")


class Pruefquelle(TextChoices):
    """How somebody found out that the facts still hold."""

    ANBIETER = "anbieter", _("Anbieter per Link")
    TELEFON = "telefon", _("Telefonat")
    EMAIL = "email", _("E-Mail")
    WEBSITE = "website", _("Website")
    BESUCH = "besuch", _("Besuch")
    IMPORT = "import", _("Import")


class Adressart(TextChoices):
    WEB = "web", _("Website")
    MAIL = "mail", _("E-Mail")


class Linkergebnis(TextChoices):
    """What the last try said. NICHT_GEFUNDEN: the server itself says that there is no such page (404, 410)."""

    ERREICHBAR = "erreichbar", _("erreichbar")
    UMGEZOGEN = "umgezogen", _("dauerhaft umgezogen")
    GESTOERT = "gestoert", _("zurzeit nicht erreichbar")
    NICHT_GEFUNDEN = "nicht-gefunden", _("gibt es nicht")
    UNZULAESSIG = "unzulaessig", _("wird nicht geprüft")


LINK_FEHLER = frozenset({Linkergebnis.GESTOERT, Linkergebnis.NICHT_GEFUNDEN})


class Meldungsart(TextChoices):
    ANGABE = "angabe", _("Eine Angabe stimmt nicht")
    BARRIERE = "barriere", _("Eine Barriere auf dieser Website")
    SONSTIGES = "sonstiges", _("Etwas anderes")


class Meldungsstatus(TextChoices):
    OFFEN = "offen", _("offen")
    IN_BEARBEITUNG = "in-bearbeitung", _("in Bearbeitung")
    ERLEDIGT = "erledigt", _("erledigt")
