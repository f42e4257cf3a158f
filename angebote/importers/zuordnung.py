"""How the words of the collection map to our own lists. Every word of the collection is listed: a test proves it."""

from dataclasses import dataclass

from angebote.choices import Anmeldung, Format, Traegerart, Zugang


@dataclass(frozen=True)
class Typ:
    """What a `typ` of the collection means here; the first category decides about the Bereich."""

    kategorien: tuple[str, ...]
    format: Format = Format.UNBEKANNT
    zugaenge: tuple[Zugang, ...] = (Zugang.VOR_ORT,)
    nutzen: str = ""


OFFEN, EINZEL = Format.OFFEN, Format.EINZELGESPRAECH
CAFE = Typ(("cafe-treff",), OFFEN)
HAUS = Typ(
    ("cafe-treff", "orte-zum-dasein"), OFFEN, nutzen="Ein Haus für die Nachbarschaft: reinkommen, fragen, mitmachen."
)
FAMILIE = Typ(("eltern-kinder", "cafe-treff"), OFFEN)
KULTUR = Typ(("kultur-ausfluege",), OFFEN, nutzen="Etwas erleben und anschauen, für sich oder mit anderen.")
BERATUNG = Typ(("lotsen-sozialberatung",), EINZEL)
ZUHAUSE = (Zugang.ZUHAUSE,)
DRAUSSEN = (Zugang.DRAUSSEN,)

TYPEN: dict[str, Typ] = {
    "Andacht": Typ(("orte-zum-dasein",), OFFEN, nutzen="Gemeinsam zur Ruhe kommen."),
    "Begegnungscafé": CAFE,
    "Begegnungscafé (christlich)": CAFE,
    "Begegnungsstätte / Suchtselbsthilfe": Typ(
        ("cafe-treff", "sucht"), OFFEN, nutzen="Ein Café ohne Alkohol: Leute treffen, Kaffee trinken, reden."
    ),
    "Begegnungsstätte für Jung und Alt": Typ(
        ("cafe-treff", "orte-zum-dasein"), OFFEN, nutzen="Jung und Alt treffen sich, reden und machen etwas zusammen."
    ),
    "Beratung": BERATUNG,
    # A Berlin-wide office without an address in Pankow: reached by phone.
    "Beratung für Menschen mit Behinderung": Typ(("lotsen-sozialberatung",), EINZEL, (Zugang.TELEFON,)),
    "Besuchsdienst / Tandem": Typ(("besuch-begleitung",), Format.UNBEKANNT, ZUHAUSE),
    "Besuchsdienst / Telefonkontakt": Typ(("besuch-begleitung",), Format.UNBEKANNT, (*ZUHAUSE, Zugang.TELEFON)),
    "Bewegung": Typ(("bewegung-sport",)),
    "Bewegung im Freien": Typ(("bewegung-sport", "garten-natur"), Format.UNBEKANNT, DRAUSSEN),
    "Bibliothek": Typ(
        ("orte-zum-dasein", "kultur-ausfluege"),
        OFFEN,
        nutzen="Lesen, sitzen, sich umsehen. Sie dürfen einfach da sein.",
    ),
    "Bibliothek / Nachbarschaftstreff": Typ(("orte-zum-dasein", "cafe-treff"), OFFEN),
    "Chor": Typ(("musik-tanz",)),
    "Eltern-Kind-Gruppe": Typ(("eltern-kinder",)),
    "Erziehungs-, Familien-, Paar- und Lebensberatung": BERATUNG,
    "Familienbüro": Typ(("lotsen-sozialberatung", "eltern-kinder"), EINZEL),
    "Familiencafé": FAMILIE,
    "Familienzentrum": FAMILIE,
    "Familienzentrum / Familiencafé": FAMILIE,
    "Frauentreff": CAFE,
    "Frauenzentrum": CAFE,
    "Freiwilligenagentur": Typ(("mitmachen",), EINZEL),
    "Frühstückstreff": Typ(
        ("essen-kochen", "cafe-treff"), OFFEN, nutzen="Zusammen frühstücken und ins Gespräch kommen."
    ),
    "Galerie": KULTUR,
    "Gedächtnistraining": Typ(("lernen-sprachen", "spielen")),
    "Gesprächsgruppe": Typ(("selbsthilfe", "angehoerige-pflege")),
    "Gesprächsrunde": Typ(("cafe-treff",)),
    "Gruppenangebote": Typ(
        ("bewegung-sport", "kreativ-handwerk"), nutzen="Verschiedene Gruppen: Sie suchen sich eine aus."
    ),
    "Gruppenangebote KBS": Typ(
        ("kontaktstellen", "kreativ-handwerk"), nutzen="In der Gruppe etwas tun und unter Menschen sein."
    ),
    "Handarbeitsgruppe": Typ(("kreativ-handwerk",)),
    "Hausbesuche / Lotsendienst": Typ(
        ("lotsen-sozialberatung", "besuch-begleitung"),
        EINZEL,
        ZUHAUSE,
        nutzen="Jemand kommt zu Ihnen, hört zu und kennt die Angebote im Bezirk.",
    ),
    "IGPP Handlungsfeld Besondere Bedarfslagen": Typ(("lotsen-sozialberatung", "eltern-kinder"), EINZEL),
    "IGPP Handlungsfeld Drogen/Sucht": Typ(("sucht",), EINZEL),
    "Jugendamt / Beratung": BERATUNG,
    "KJPD": Typ(("seelische-gesundheit",), EINZEL),
    "Kinderbauernhof": Typ(("garten-natur", "eltern-kinder"), OFFEN, (Zugang.VOR_ORT, Zugang.DRAUSSEN)),
    "Kindergruppe": Typ(("eltern-kinder",), nutzen="Kinder spielen und basteln zusammen."),
    "Kirchengemeinde": Typ(
        ("orte-zum-dasein", "cafe-treff"), OFFEN, nutzen="Ein offenes Haus: still dasitzen oder andere kennenlernen."
    ),
    "Klinik": Typ(("psychotherapie",)),
    "Kontakt- und Beratungsstelle": Typ(("kontaktstellen", "seelische-gesundheit")),
    "Kontaktstelle PflegeEngagement": Typ(("angehoerige-pflege", "mitmachen"), EINZEL),
    "Kreativgruppe": Typ(("kreativ-handwerk",)),
    "Krisendienst": Typ(("krise",), EINZEL, (Zugang.VOR_ORT, Zugang.TELEFON)),
    "Kulturhaus": KULTUR,
    "Kulturort": KULTUR,
    "Kulturzentrum": KULTUR,
    "LSBTIQ+ / migrantische Selbstorganisation": CAFE,
    "LSBTIQ+ Begegnungsort und Beratung": Typ(("cafe-treff", "reden-zuhoeren"), OFFEN),
    "LSBTIQ+ Beratung": BERATUNG,
    "LSBTIQ+ Treff": Typ(("cafe-treff",)),
    "Lebens- und Krisenberatung": Typ(("reden-zuhoeren", "krise"), EINZEL),
    "Leihladen": Typ(("mitmachen", "kreativ-handwerk"), OFFEN, nutzen="Dinge leihen statt kaufen."),
    "Lesegruppe": Typ(("kultur-ausfluege",), nutzen="Zusammen lesen und darüber reden."),
    "Mehrgenerationenhaus": HAUS,
    "Migrationsberatung und Begegnung": Typ(("ankommen-migration", "cafe-treff"), OFFEN),
    "Mobile Stadtteilarbeit": Typ(("mitmachen",), OFFEN, DRAUSSEN),
    "Museum": KULTUR,
    "Musikgruppe": Typ(("musik-tanz",)),
    "Nachbarschaftscafé": CAFE,
    "Nachbarschaftsgarten": Typ(("garten-natur",), Format.UNBEKANNT, DRAUSSEN),
    "Nachbarschaftshaus": HAUS,
    "Nachbarschaftsraum": HAUS,
    "Nachbarschaftstreff": HAUS,
    "Nachbarschaftstreffen": Typ(("cafe-treff", "mitmachen"), OFFEN),
    "Nachbarschaftszentrum": HAUS,
    "Park/Schloss": Typ(
        ("kultur-ausfluege", "garten-natur"), OFFEN, nutzen="Im Park spazieren und das Schloss ansehen."
    ),
    "Pflegestützpunkt": Typ(("angehoerige-pflege", "lotsen-sozialberatung"), EINZEL),
    "Plauderbank": Typ(
        ("cafe-treff", "orte-zum-dasein"),
        OFFEN,
        DRAUSSEN,
        nutzen="Auf der Bank sitzen, und wer mag, setzt sich zum Reden dazu.",
    ),
    "Psychiatrischer Zuverdienst": Typ(
        ("kontaktstellen",), nutzen="Ein paar Stunden arbeiten, in Ihrem Tempo, gemeinsam mit anderen."
    ),
    "Repair-Café": Typ(
        ("kreativ-handwerk", "cafe-treff"), OFFEN, nutzen="Kaputtes gemeinsam reparieren statt wegwerfen."
    ),
    "Selbsthilfekontaktstelle": Typ(
        ("selbsthilfe", "lotsen-sozialberatung"), EINZEL, nutzen="Hier hilft man Ihnen, eine passende Gruppe zu finden."
    ),
    "Selbsthilfewerkstatt": Typ(("kreativ-handwerk",), OFFEN, nutzen="Zusammen schrauben und reparieren."),
    "Seniorenbegegnungsstätte": CAFE,
    "Seniorentreff": Typ(("handy-computer", "cafe-treff"), OFFEN),
    "Singen": Typ(("musik-tanz",)),
    "Sonstiges": BERATUNG,
    "Sozialamt/Teilhabefachdienst": BERATUNG,
    "SpD": Typ(("seelische-gesundheit", "lotsen-sozialberatung"), EINZEL),
    "Spaziergang": Typ(
        ("bewegung-sport", "cafe-treff"), OFFEN, DRAUSSEN, nutzen="Zusammen gehen, reden, den Kiez sehen."
    ),
    "Spieletreff": Typ(("spielen",)),
    "Sport (Jugend)": Typ(("bewegung-sport",), OFFEN),
    "Sprach-/Begegnungscafé": Typ(("lernen-sprachen", "cafe-treff"), OFFEN),
    "Sprachcafé": Typ(("lernen-sprachen", "cafe-treff"), OFFEN),
    "Sprachcafé / migrantischer Verein": Typ(("lernen-sprachen", "cafe-treff"), OFFEN),
    "Stadtteilzentrum": HAUS,
    "Stadtteilzentrum / Nachbarschaftsort": HAUS,
    "Suppenküche / Kleiderkammer / Hygienestation": Typ(
        ("essen-kochen",), OFFEN, nutzen="Etwas Warmes essen, Kleidung bekommen, sich waschen."
    ),
    "Tanzen": Typ(("musik-tanz", "bewegung-sport"), OFFEN),
    "Tauschbörse": Typ(("mitmachen",), nutzen="Bringen, was Sie nicht brauchen. Mitnehmen, was Ihnen gefällt."),
    "Tauschring": Typ(("mitmachen",)),
    "Theater": KULTUR,
    "Theatergruppe": Typ(("kultur-ausfluege",), nutzen="Zusammen Theater spielen."),
    "Trauercafé": Typ(("trauer",), OFFEN, nutzen="Mit anderen reden, die auch um jemanden trauern."),
    "Verzeichnis": Typ(("lotsen-sozialberatung",), Format.UNBEKANNT, (Zugang.ONLINE,)),
    "Volkshochschule": Typ(("lernen-sprachen", "handy-computer"), Format.KURS),
    "mobiles Nachbarschaftscafé": Typ(("cafe-treff",), OFFEN, DRAUSSEN),
    "offener Selbsthilfetreff": Typ(
        ("selbsthilfe",), OFFEN, nutzen="Mit Menschen reden, die wissen, wie sich das anfühlt."
    ),
}

# One sentence for each category, where the type has none of its own. It states no fact about the single offer.
NUTZEN = {
    "cafe-treff": "Nachbarn treffen, Kaffee trinken, ins Gespräch kommen.",
    "essen-kochen": "Gemeinsam essen und dabei Leute kennenlernen.",
    "bewegung-sport": "Sich mit anderen bewegen. Das tut gut und macht Spaß.",
    "musik-tanz": "Zusammen Musik machen, singen oder tanzen.",
    "kreativ-handwerk": "Mit den Händen etwas machen, in netter Runde.",
    "spielen": "Zusammen spielen und lachen.",
    "kultur-ausfluege": "Gemeinsam etwas erleben.",
    "garten-natur": "Draußen sein, etwas wachsen sehen, andere treffen.",
    "lernen-sprachen": "Etwas Neues lernen und Leute kennenlernen.",
    "handy-computer": "Fragen zu Handy und Computer in Ruhe klären.",
    "eltern-kinder": "Andere Eltern treffen, während die Kinder spielen.",
    "mitmachen": "Selbst etwas beitragen und dabei Menschen kennenlernen.",
    "orte-zum-dasein": "Einfach da sein, ohne etwas zu müssen.",
    "reden-zuhoeren": "Hier hört Ihnen jemand zu.",
    "besuch-begleitung": "Jemand besucht Sie oder begleitet Sie.",
    "lotsen-sozialberatung": "Fragen stellen und erfahren, wer weiterhilft.",
    "selbsthilfe": "Mit Menschen reden, die Ähnliches erleben.",
    "trauer": "Mit der Trauer einen Ort haben.",
    "seelische-gesundheit": "Mit Fachleuten sprechen, wenn die Seele Hilfe braucht.",
    "kontaktstellen": "Andere treffen, reden und Rat bekommen, wenn es gerade schwer ist.",
    "psychotherapie": "Behandlung durch Fachleute.",
    "krise": "Mit jemandem sprechen, wenn es nicht mehr weitergeht.",
    "sucht": "Offen reden über Alkohol, Drogen, Medikamente oder Spielen.",
    "angehoerige-pflege": "Rat und Entlastung, wenn Sie jemanden pflegen oder selbst Pflege brauchen.",
    "ankommen-migration": "Ankommen, Fragen klären, Menschen treffen.",
}

# zielgruppe of the collection -> audiences it is well suited for. It excludes nobody: no source says "nur für".
AELTERE = ("aeltere",)
ELTERN = ("eltern",)
SEELISCH = ("seelische-erkrankung",)
ZIELGRUPPEN: dict[str, tuple[str, ...]] = {
    "Angehörige": (),
    "Eltern": ELTERN,
    "Eltern mit Kindern bis 6 Jahre": ELTERN,
    "Eltern mit Kindern ohne Kita-Platz": ELTERN,
    "Erwachsene": (),
    "Erwachsene; SeniorInnen": AELTERE,
    "Erwachsene; Senioren": AELTERE,
    "Erwachsene; Senioren; Familie": (*AELTERE, *ELTERN),
    "Familien": ELTERN,
    "Familien; Nachbarschaft": ELTERN,
    "Familien; junge Menschen": (*ELTERN, "junge-erwachsene"),
    "Frauen": ("frauen",),
    "Kiezbewohner*innen": (),
    "Kinder & Jugendliche": (),
    "Kinder 6-10 Jahre": (),
    "Kinder ab 2 Jahren": (),
    "Kinder ab 9 Monaten bzw. Krabbelbeginn mit Eltern": ELTERN,
    "Kinder und Erwachsene jeden Alters, auch mit körperlichen Einschränkungen": ("mobilitaet",),
    "Kinder und Jugendliche; Erwachsene; Familien; SeniorInnen": (*AELTERE, *ELTERN),
    "Kinder; Erwachsene; Familie; Senioren": (*AELTERE, *ELTERN),
    "Kinder; Senior*innen": AELTERE,
    "LSBTIQ+": ("queer",),
    "Menschen ab 70 Jahren in Pankow": AELTERE,
    "Menschen mit Demenz": AELTERE,
    "Menschen mit Migrations- und Fluchtgeschichte": ("zugewanderte", "gefluechtete"),
    "Menschen mit psychischen Erkrankungen oder anderen Problemen; Angehörige": SEELISCH,
    "Menschen mit psychischen oder Suchterkrankungen": (*SEELISCH, "sucht"),
    "Menschen mit psychischen oder Suchtproblemen": (*SEELISCH, "sucht"),
    "Menschen mit Ängsten oder Depressionen": SEELISCH,
    "Menschen über 50": AELTERE,
    "Mütter mit Kindern bis 3 Jahre": ELTERN,
    "Neuzugezogene": ("neu-zugezogen",),
    "Pflegebedürftige und Angehörige": ("pflegende",),
    "Seniorinnen und Senioren": AELTERE,
    "Trauernde": ("trauernde",),
    "Trauernde, unabhängig von Religion und Alter": ("trauernde",),
    "Wilhelmsruher*innen jeden Alters": (),
    "ab 60 Jahren": AELTERE,
    "alle Bedürftigen": ("wenig-geld", "wohnungslos"),
    "alle Generationen": (),
    "pflegende Angehörige": ("pflegende",),
    "pflegende Angehörige und Menschen mit Einschränkungen": ("pflegende", "mobilitaet"),
    "trockene Alkoholiker*innen; sozial isolierte Menschen; Angehörige; Nachbarschaft": ("sucht",),
    "zugewanderte Nachbar*innen": ("zugewanderte", "wenig-deutsch"),
    "ältere Menschen": AELTERE,
    "ältere Menschen in Pankow; junge Ehrenamtliche": (*AELTERE, "junge-erwachsene"),
    "ältere Menschen; Alt und Jung": AELTERE,
}

# The portal names people by what they do or need; the wording of the source stays in the internal note.
# One style as well: commas, no gender star, "Seniorinnen und Senioren".
WER_WORTE = {
    "Erwachsene; SeniorInnen": "Erwachsene, Seniorinnen und Senioren",
    "Erwachsene; Senioren": "Erwachsene, Seniorinnen und Senioren",
    "Erwachsene; Senioren; Familie": "Erwachsene, Seniorinnen und Senioren, Familien",
    "Familien; Nachbarschaft": "Familien und Nachbarschaft",
    "Familien; junge Menschen": "Familien und junge Menschen",
    "Kiezbewohner*innen": "Menschen aus dem Kiez",
    "Kinder & Jugendliche": "Kinder und Jugendliche",
    "Kinder 6-10 Jahre": "Kinder von 6 bis 10 Jahren",
    "Kinder ab 9 Monaten bzw. Krabbelbeginn mit Eltern": "Kinder ab 9 Monaten, oder sobald sie krabbeln, mit Eltern",
    "Kinder und Jugendliche; Erwachsene; Familien; SeniorInnen": (
        "Kinder und Jugendliche, Erwachsene, Familien, Seniorinnen und Senioren"
    ),
    "Kinder; Erwachsene; Familie; Senioren": "Kinder, Erwachsene, Familien, Seniorinnen und Senioren",
    "Kinder; Senior*innen": "Kinder, Seniorinnen und Senioren",
    "Menschen mit psychischen Erkrankungen oder anderen Problemen; Angehörige": (
        "Menschen mit psychischen Erkrankungen oder anderen Problemen und Angehörige"
    ),
    "Wilhelmsruher*innen jeden Alters": "Menschen jeden Alters aus Wilhelmsruh",
    "ab 60 Jahren": "Menschen ab 60 Jahren",
    "zugewanderte Nachbar*innen": "zugewanderte Menschen aus der Nachbarschaft",
    "ältere Menschen in Pankow; junge Ehrenamtliche": "ältere Menschen in Pankow und junge Ehrenamtliche",
    "ältere Menschen; Alt und Jung": "ältere Menschen, Alt und Jung",
    "alle Bedürftigen": "alle, die es brauchen",
    "trockene Alkoholiker*innen; sozial isolierte Menschen; Angehörige; Nachbarschaft": (
        "Menschen, die ohne Alkohol leben, Angehörige, Nachbarschaft und alle, die Gesellschaft suchen"
    ),
    "Pflegebedürftige und Angehörige": "Menschen mit Pflegebedarf und Angehörige",
    "LSBTIQ+": "lesbische, schwule, bisexuelle, trans*, inter* und queere Menschen",
}

# What is no single language, as a sentence of its own beside the list of languages.
SPRACHEN_WORTE = {
    "Dolmetscher auf Wunsch": "Auf Wunsch wird gedolmetscht",
    "ggf. können Dolmetscher hinzugezogen werden": "Bei Bedarf wird gedolmetscht",
    "Weitere Sprachen mit Sprachmittlung": "Für weitere Sprachen wird gedolmetscht",
    "weitere mit Sprachmittlung": "Für weitere Sprachen wird gedolmetscht",
    "andere Sprachen möglich": "Andere Sprachen sind möglich",
}

SPRACHEN = {
    "Deutsch": "de",
    "Englisch": "en",
    "Russisch": "ru",
    "Arabisch": "ar",
    "Polnisch": "pl",
    "Türkisch": "tr",
    "Französisch": "fr",
    "Spanisch": "es",
    "Italienisch": "it",
    "Portugiesisch": "pt",
    "Farsi": "fa",
    "Dari": "fa",
    "Kurdisch": "ku",
    "Bosnisch": "bs",
    "Serbisch": "sr",
    "Kroatisch": "hr",
    "Bulgarisch": "bg",
    "Rumänisch": "ro",
}

# "Termine können vereinbart werden" does not say that one may come without: unknown, with the wording as a note.
ANMELDUNGEN: dict[str, tuple[Anmeldung, str]] = {
    "": (Anmeldung.UNBEKANNT, ""),
    "Bitte Termin vereinbaren: telefonisch": (Anmeldung.NOETIG, "Bitte vereinbaren Sie telefonisch einen Termin"),
    "Bitte Termin vereinbaren: telefonisch, per Mail": (
        Anmeldung.NOETIG,
        "Bitte vereinbaren Sie einen Termin: telefonisch oder per E-Mail",
    ),
    "Bitte Termin vereinbaren: vor Ort, telefonisch, per Mail": (
        Anmeldung.NOETIG,
        "Bitte vereinbaren Sie einen Termin: vor Ort, telefonisch oder per E-Mail",
    ),
    "Bitte Termin vereinbaren: vor Ort, telefonisch, per Mail, Online": (
        Anmeldung.NOETIG,
        "Bitte vereinbaren Sie einen Termin: vor Ort, telefonisch, per E-Mail oder online",
    ),
    "Keine Anmeldung nötig.": (Anmeldung.OHNE, ""),
    "keine Anmeldung nötig": (Anmeldung.OHNE, ""),
    "nicht erforderlich": (Anmeldung.OHNE, ""),
    "nicht erforderlich laut zweiter Quelle": (Anmeldung.OHNE, ""),
    "Termine können vereinbart werden: telefonisch, per Mail": (
        Anmeldung.UNBEKANNT,
        "Termine können vereinbart werden: telefonisch oder per E-Mail",
    ),
    "Termine können vereinbart werden: vor Ort, telefonisch, per Mail": (
        Anmeldung.UNBEKANNT,
        "Termine können vereinbart werden: vor Ort, telefonisch oder per E-Mail",
    ),
    "keine Nachweise erforderlich": (Anmeldung.UNBEKANNT, "Keine Nachweise nötig"),
    "telefonisch": (Anmeldung.NOETIG, "Bitte telefonisch anmelden"),
    "telefonisch oder per E-Mail": (Anmeldung.NOETIG, "Bitte telefonisch oder per E-Mail anmelden"),
}

# Spelling in the collection -> one name for each provider. Names not listed stay as they are.
TRAEGER_NAMEN = {
    "Albatros gGmbH (Selbsthilfe in Buch)": "Albatros gGmbH",
    "Albatros gGmbH (Stadtteilzentrum Buch)": "Albatros gGmbH",
    "Albatros gGmbH ; Caritasverband für das Erzbistum Berlin e.V.; Neuhland Hilfe in Krisen gGmbH; "
    "Kontakt- und Begegnungsstätte e.V. (KBS e.V.); Krisen- und Beratungsdienst e.V. (KUB e.V.); "
    "Platane 19 gGmbH": "Berliner Krisendienst",
    "Beratung + Leben GmbH (Immanuel Albertinen Diakonie)": "Beratung + Leben GmbH",
    "Bezirksamt Pankow, Jugendamt": "Bezirksamt Pankow",
    "Bezirksamt Pankow, Straßen- und Grünflächenamt": "Bezirksamt Pankow",
    "Büha gGmbH (zuvor Bürgerhaus e.V.) und Humanistischer Verband": "Büha gGmbH",
    "Christen aus Berlin und Marburger Kreis (laut Quelle)": "cafeimpuls",
    "Evangelischer Kirchenkreis Berlin Nord-Ost und Caritas-Hospiz Pankow": "Ev. Kirchenkreis Berlin Nord-Ost",
    "Humanistischer Verband": "Humanistischer Verband Berlin-Brandenburg",
    "Initiative „Tanz in Kirchen“ / Ev. Kirchengemeinde Alt-Pankow": "Ev. Kirchengemeinde Alt-Pankow",
    "KIS Selbsthilfe Pankow (Humanistischer Verband)": "Humanistischer Verband Berlin-Brandenburg",
    "Kontaktstelle PflegeEngagement Pankow": "Humanistischer Verband Berlin-Brandenburg",
    "Kontaktstelle PflegeEngagement Pankow und Malteser": "Humanistischer Verband Berlin-Brandenburg",
    "Malteser Hilfsdienst Berlin": "Malteser Hilfsdienst",
    "Malteser Hilfsdienst im Auftrag der Senatsverwaltung für Pflege und des Bezirksamts": "Malteser Hilfsdienst",
    "Miteinander-Füreinander (Herbstlaube)": "Miteinander-Füreinander Selbsthilfebegegnungsstätten e.V.",
    "Pfefferwerk Stadtkultur gGmbH (Stadtteilzentrum Prenzlauer Berg)": "Pfefferwerk Stadtkultur gGmbH",
    "Pfefferwerk Stadtkultur gGmbH (Stadtteilzentrum Prenzlauer Berg, mobile Stadtteilarbeit)": (
        "Pfefferwerk Stadtkultur gGmbH"
    ),
    "Pfefferwerk Stadtkultur gGmbH (Stadtteilzentrum)": "Pfefferwerk Stadtkultur gGmbH",
    "Pfefferwerk Stadtkultur gGmbH mit Heinrich-Böll-Bibliothek": "Pfefferwerk Stadtkultur gGmbH",
    "Sozialdienst katholischer Frauen (SkF)": "Sozialdienst katholischer Frauen",
    "Stadtbibliothek Pankow (Bezirksamt Pankow)": "Stadtbibliothek Pankow",
    "Stadtbibliothek Pankow; Veranstaltungen Pro Kiez Bötzowviertel e.V.": "Stadtbibliothek Pankow",
    "Stadtteilzentrum Pankow": "Büha gGmbH",
    "Stadtteilzentrum Weißensee": "Frei-Zeit-Haus e.V.",
    "Stadtteilzentrum Weißensee (Frei-Zeit-Haus e.V.)": "Frei-Zeit-Haus e.V.",
    "Stadtteilzentrum Weißensee (Frei-Zeit-Haus e.V.) mit GeWoSüd und Gesobau": "Frei-Zeit-Haus e.V.",
    "Stiftung SPI / Suchthilfe im Café 157 e.V.": "Suchthilfe im Café 157 e.V.",
    "Stiftung SPI Sozialpädagogisches Institut Berlin »Walter May«": "Stiftung SPI",
    "Volkssolidarität (Nutzungsvertrag), Programm: Förderverein Stille Straße 10 e.V.": (
        "Förderverein Stille Straße 10 e.V."
    ),
    "WIB – Weißenseer Integrationsbetriebe GmbH": "Weißenseer Integrationsbetriebe (WIB)",
    "WIB-Weißenseer Integrationsbetriebe GmbH": "Weißenseer Integrationsbetriebe (WIB)",
}

# Kind of each provider by its one name; a registered association (e.V.) not listed is a Verein, all others "sonstige".
TRAEGERARTEN = {
    "Bezirksamt Pankow": Traegerart.VERWALTUNG,
    "Berliner Krisendienst": Traegerart.GESUNDHEIT,
    "Alexianer St. Joseph-Krankenhaus Berlin-Weißensee": Traegerart.GESUNDHEIT,
    "Helios Klinikum Berlin-Buch GmbH": Traegerart.GESUNDHEIT,
    "Ev. Hoffnungskirchengemeinde Pankow": Traegerart.GEMEINDE,
    "Ev. Kirchengemeinde Alt-Pankow": Traegerart.GEMEINDE,
    "Ev. Kirchengemeinde Weißensee": Traegerart.GEMEINDE,
    "Ev. Kirchenkreis Berlin Nord-Ost": Traegerart.GEMEINDE,
    "Franziskanerkloster Berlin-Pankow": Traegerart.GEMEINDE,
    "Frei-Zeit-Haus e.V.": Traegerart.STADTTEILZENTRUM,
    "Büha gGmbH": Traegerart.STADTTEILZENTRUM,
    "Zukunftswerkstatt Heinersdorf e.V.": Traegerart.STADTTEILZENTRUM,
    "Johanniter-Unfall-Hilfe": Traegerart.WOHLFAHRT,
    "Malteser Hilfsdienst": Traegerart.WOHLFAHRT,
    "Sozialdienst katholischer Frauen": Traegerart.WOHLFAHRT,
    "Humanistischer Verband Berlin-Brandenburg": Traegerart.WOHLFAHRT,
    "Stadtbibliothek Pankow": Traegerart.BIBLIOTHEK,
    "Schachverein Berolina Mitte": Traegerart.SPORTVEREIN,
    "Suchthilfe im Café 157 e.V.": Traegerart.SELBSTHILFE,
    "Tauschring Helmholtzplatz": Traegerart.INITIATIVE,
    "cafeimpuls": Traegerart.INITIATIVE,
}


def name_zielgruppe(text: str) -> str:
    """Whom a source names, in the words of the portal."""
    return WER_WORTE.get(text, text)


def find_traegerart(name: str) -> Traegerart:
    return TRAEGERARTEN.get(name, Traegerart.VEREIN if name.endswith("e.V.") else Traegerart.SONSTIGE)
