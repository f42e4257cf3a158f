"""The fixed words of a printed sheet. A second language has each of them once (angebote/druck/sprachen/).

What an offer says of itself is no label: it stays German.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Label(TextChoices):
    """Value = key in the files of the languages. A gap such as %(minuten)s is filled when the sheet is made.

    Two labels say "bitte anrufen" and "bitte nachfragen" of the same thing: nobody is asked to call where no number is
    known.
    """

    # Head of the sheet
    IHR_MERKZETTEL = "ihr_merkzettel", _("Ihr Merkzettel")
    ZUSAMMENGESTELLT_AM = "zusammengestellt_am", _("Für Sie zusammengestellt am")
    FACHSTELLE = "fachstelle", _("Fachstelle")
    TELEFON = "telefon", _("Telefon")
    TEXTE_DEUTSCH = "texte_deutsch", _("Die Texte zu den Angeboten sind auf Deutsch.")
    UNGEPRUEFT = "ungeprueft", _("Diese Übersetzung hat noch niemand mit dieser Muttersprache geprüft.")

    # When
    WANN = "wann", _("Wann")
    NAECHSTE_TERMINE = "naechste_termine", _("Nächste Termine")
    ZEITEN = "zeiten", _("Zeiten")
    NACH_VEREINBARUNG = "nach_vereinbarung", _("nach Vereinbarung")
    FAELLT_AUS = "faellt_aus", _("fällt aus")
    GESCHLOSSEN = "geschlossen", _("geschlossen")
    NICHT_MEHR_AKTUELL = "nicht_mehr_aktuell", _("Nicht mehr aktuell")

    # Where
    WO = "wo", _("Wo")
    HALTESTELLE = "haltestelle", _("Haltestelle")
    MINUTEN_ZU_FUSS = "minuten_zu_fuss", _("%(minuten)s Min. zu Fuß")
    EINGANG = "eingang", _("Eingang")
    KEIN_WEG = "kein_weg", _("kein Weg nötig")
    AM_TELEFON = "am_telefon", _("am Telefon")
    ONLINE = "online", _("online")
    ZUHAUSE = "zuhause", _("kommt zu Ihnen nach Hause")

    # Cost, people, first visit
    KOSTEN = "kosten", _("Was kostet es")
    KOSTENLOS = "kostenlos", _("kostenlos")
    WER_KANN_KOMMEN = "wer_kann_kommen", _("Wer kann kommen")
    ANMELDUNG = "anmeldung", _("Anmeldung")
    OHNE_ANMELDUNG = "ohne_anmeldung", _("ohne Anmeldung")
    ANMELDUNG_NOETIG = "anmeldung_noetig", _("Anmeldung nötig")
    ERSTER_BESUCH = "erster_besuch", _("So läuft der erste Besuch ab")
    KONTAKT = "kontakt", _("Kontakt")
    TELEFONISCH_ERREICHBAR = "telefonisch_erreichbar", _("telefonisch erreichbar")
    SPRACHEN = "sprachen", _("Sprachen")

    # Accessibility
    BARRIEREN = "barrieren", _("Barrieren")
    STUFENLOS = "stufenlos", _("stufenlos")
    WC = "wc", _("barrierefreies WC")
    BEGLEITUNG = "begleitung", _("Begleitung")

    # Answers
    UNBEKANNT_ANRUFEN = "unbekannt_anrufen", _("nicht bekannt – bitte anrufen")
    UNBEKANNT_NACHFRAGEN = "unbekannt_nachfragen", _("nicht bekannt – bitte nachfragen")
    ZULETZT_GEPRUEFT = "zuletzt_geprueft", _("zuletzt geprüft am")
    UNBESTAETIGT_ANRUFEN = "unbestaetigt_anrufen", _("noch nicht bestätigt – bitte vorher anrufen")
    UNBESTAETIGT_NACHFRAGEN = "unbestaetigt_nachfragen", _("noch nicht bestätigt – bitte vorher nachfragen")

    # Lines to fill in by hand
    NAECHSTE_SCHRITTE = "naechste_schritte", _("Meine nächsten Schritte")
    NAECHSTER_SCHRITT = "naechster_schritt", _("Mein nächster Schritt")
    ANRUF_AM = "anruf_am", _("Wir rufen gemeinsam an am")
    ERWARTET_VON = "erwartet_von", _("Ich werde erwartet von")
    TREFFEN_UM = "treffen_um", _("Wir treffen uns um")

    # Foot of the sheet
    HILFE_SOFORT = "hilfe_sofort", _("Hilfe sofort")
    OHNE_GEWAEHR = "ohne_gewaehr", _("Angaben ohne Gewähr – bitte vorher anrufen")
    LISTE_PRUEFEN = "liste_pruefen", _("Diese Liste prüfen")
    STAND = "stand", _("Stand")
