"""What the collection says in its remarks or in an awkward form, put in its place by hand, row by row.

Keys are the row numbers of angebote.csv. Nothing here adds a fact that the row does not hold, except KOSTEN_BELEGT.
"""

from pankow_einsamkeit.lib.strasse import normalise_strasse

# Titles that are only the name of the organisation, are too long, or name the place that is shown beside them anyway.
TITEL = {
    "q007": "Stadtteilzentrum Prenzlauer Berg",
    "q010": "Gedächtnistraining in der Herbstlaube",
    "q023": "Stadtteilzentrum Buch",
    "q029": "Stadtteilzentrum im Turm",
    "q035": "Frauenzentrum Paula Panke",
    "q044": "Nachbarschaftshaus Alte Apotheke",
    "q048": "Sozialatlas Pankow",
    "q060": "InterKULTURelles Haus der OASE Berlin",
    "q063": "Gruppen der Kontakt- und Beratungsstelle Börnestraße",
    "q066": "Begegnungsstätte Herbstlaube",
    "q069": "Sozialpädagogischer Dienst und Jugendberatung, Region Pankow",
    "q070": "Sozialpädagogischer Dienst und Jugendberatung, Region Prenzlauer Berg",
    "q071": "Sozialpädagogischer Dienst und Jugendberatung, Region Weißensee",
    "q081": "Gruppen der Kontaktstelle PflegeEngagement",
    "q098": "Bewegungs- und Freizeitgruppen im Turm",
    "q099": "Bewegungsgruppen im Bucher Bürgerhaus",
    "q100": "Offene Taiji-Gruppe",
    "q101": "Yoga für ukrainische Frauen",
    "q102": "Zumba für Frauen",
    "q103": "Mieterberatung",
    "q104": "Kleidertausch",
    "q112": "Kirche „Zu den Vier Evangelisten“ und Gemeindehaus",
    "q114": "Tanz in Kirchen",
    "q116": "Offene Sprechstunde des Sozialpsychiatrischen Dienstes",
    "q119": "Café „Kuchenschwarm bis Stullenliebe“",
    "q120": "Offener Treff und Gruppen der Kontakt- und Beratungsstelle Albatros",
    "q121": "Mehrgenerationenhaus „Rote Schule“ Wilhelmsruh",
    "q125": "Café 157",
    "q128": "„Teilhabenetz“: Jung und Alt im Tandem",
    "q129": "Gemeindehaus am Mirbachplatz",
    "q139": "Kontakt- und Beratungsstelle prenzlkomm",
    "q141": "Klinik für Kinder- und Jugendpsychiatrie, Psychosomatik und Psychotherapie",
    "q143": "Kontakt- und Beratungsstelle Börnestraße",
    "q144": "Kontakt- und Beratungsstelle Albatros",
    "q158": "Schloss Schönhausen",
    "q159": "spok: Sport im Freien",
    "q168": "Begegnungsstätte für Jung und Alt, Husemannstraße 12",
    "q169": "Begegnungsstätte für Jung und Alt, Schönholzer Straße 10A",
    "q170": "Begegnungsstätte für Jung und Alt, Paul-Robeson-Straße 15",
    "q171": "Begegnungsstätte für Jung und Alt, Am Friedrichshain 15",
    "q172": "Begegnungsstätte für Jung und Alt, Tollerstraße 5",
}

BESCHREIBUNG = {
    "q018": "Zum Programm gehören eine Kleidertauschbörse, Malkurse, Krabbelgruppen und Hausaufgabenhilfe.",
    "q024": "Mit Kind oder Hund sind Sie auch willkommen.",
    "q047": "Außer dem Essen gibt es eine Kleiderkammer und eine Hygienestation.",
    "q063": "Schreibwerkstatt, Mal- und Keramikkreis, Literatur- und Singegruppe, gemeinsames Essen.",
    "q074": "Eine Bank mit höherer Sitzfläche und zusätzlicher Armlehne, im öffentlichen Raum.",
    "q075": "Fast täglich ist für zwei bis drei Stunden jemand da, der Zeit zum Reden hat.",
    "q081": "Qi Gong, Achtsamkeit, Malen, Gedächtnistraining.",
    "q098": (
        "Seniorengymnastik, Hatha-Yoga, Zumba-Gold, Sitztanz, Volkstanz, Seniorentanz, Skatrunde, Frauenschach, "
        "Kreatives Schreiben, Gartenklub."
    ),
    "q099": (
        "Gymnastik, Yoga, Rücken- und Reha-Sport, Bauchtanz. Im Garten: Boule, Federball, Tischtennis, Schach mit "
        "großen Figuren."
    ),
    "q120": "Frühstücks-, Tischtennis-, Koch- und Kreativgruppe.",
    "q125": "Alkoholfreies Café und Treff für den Kiez.",
    "q128": "Ehrenamtliche und ältere Menschen treffen sich zu zweit.",
    "q129": "Die Gemeinde nennt Krabbelgruppe, Frühstückstreff und eine Ausgabestelle von Laib & Seele.",
    "q159": "Tischtennis, Streetball, Laufbahn, Fußball und Spielplatz.",
    "q168": (
        "Es gibt Kreativgruppe, Qi Gong, Stuhlgymnastik, Chor, Kindertanz, Standardtanz und eine Runde zum "
        "Philosophieren. Die Zeiten der Gruppen sind nicht bekannt."
    ),
}

TREFFPUNKT = {
    "q024": "vor dem Bürgerhaus",
    "q025": "1. Obergeschoss",
    "q026": "1. Obergeschoss des Bürgerhauses",
    "q032": "Dietrich-Bonhoeffer-Saal der Alten Pfarrkirche",
    "q054": "Quergebäude im Hof",
    "q055": "Quergebäude im Hof",
    "q056": "Quergebäude im Hof",
    "q074": "nahe der Bronzeplastik „Viertelmondträgerin“",
    "q076": "im Nachbarschaftscafé",
    "q077": "Hofgebäude",
    "q078": "Bürgerpark, bei schlechtem Wetter im Stadtteilzentrum",
    "q155": "Haus 103",
}

BEWIRTUNG = {
    "q047": "warmes Essen",
    "q119": "Frühstück und Mittagessen",
}

# Hours that the collection itself calls outdated or disputed are shown as a note, not as dates.
ZEITEN_NUR_ALS_NOTIZ = {
    "q049": "",
    "q050": "",
    "q091": "2020 als wöchentlich beschrieben",
    "q092": "2020 anders beschrieben",
    "q120": "Öffnungszeiten der Einrichtung, Zeiten der Gruppen nicht bekannt",
    "q125": "aus einer älteren Quelle, etwa 2012",
}
# Of which year the hours are, where the row has sources of several years.
STAND_DER_ZEITEN = dict.fromkeys(("q049", "q050"), "2016")
# Remarks of the collection about its sources, said so that a resident understands them.
ZEIT_NOTIZ = {
    "q068": "in der Regel Montag bis Freitag, 9 bis 12 Uhr; Zeiten am Nachmittag nicht bekannt",
    "q075": "keine festen Zeiten, fast täglich zwei bis drei Stunden begleitet",
    "q094": "Montag, 19:30 Uhr, 2024 als regelmäßiges Angebot vorgestellt",
    "q095": "Dienstag, 16 Uhr, 2024 als regelmäßiges Angebot vorgestellt",
    "q096": "Mittwoch, 10:30 Uhr, 2024 als regelmäßiges Angebot vorgestellt",
    "q097": "Donnerstag, 11 Uhr, 2024 als regelmäßiges Angebot vorgestellt",
    "q127": "zweimal in der Woche",
    "q141": "24 Stunden geöffnet",
    "q142": "im Notfall Akutaufnahme, Telefon 030 92790-320",
}

# The cost of an exhibition that closed in June 2025 says nothing about today.
KOSTEN_VERALTET = frozenset({"q156"})
# Said by another source of the collection, so that the offer and the crisis page agree: cost, source for the note.
KOSTEN_BELEGT = {"q135": ("kostenlos", "paritaet-berlin.de, 24. Oktober 2023, siehe Krisenhilfe")}
# What a cost row cannot say; the full wording stays in the internal note.
KOSTEN_HINWEIS = {
    "q154": "gilt für Kino, Bühne, Galerie und Atelier",
    "q155": "gilt für Ausstellungen und Veranstaltungen, Führungen nach Rücksprache",
    "q157": "Prenzlauer Allee 227, Heynstraße 8 und Ausstellung im StadtGut Blankenfelde",
    "q159": "gilt für die Sportplätze im Freien",
    "q166": "mit Nachweis 50 Prozent weniger",
    "q167": "gilt für ausgewiesene Veranstaltungen",
    "q168": "mit Nachweis kostenlos oder ermäßigt",
    "q169": "mit Nachweis kostenlos oder ermäßigt",
    "q170": "mit Nachweis kostenlos oder ermäßigt",
    "q171": "mit Nachweis kostenlos oder ermäßigt",
    "q172": "mit Nachweis kostenlos oder ermäßigt",
}

# The data set tags these as open to relatives too; they are not for relatives only. Other rows say it in their name.
WER = dict.fromkeys(("q133", "q134", "q138", "q143", "q144", "q147"), "auch Angehörige") | {
    "q101": "ukrainische Frauen",
    "q102": "Frauen",
}
# "No registration" was said of a week of open days in 2024, not of the group.
ANMELDUNG_UNKLAR = frozenset({"q097"})
# The row's own type is too general for what it is.
TYP = {"q116": "SpD"}

# A house that holds everything the collection lists at its address: (street key, number) -> name.
HAEUSER = {
    (normalise_strasse(strasse), hausnummer): name
    for strasse, hausnummer, name in (
        ("Schönholzer Straße", "10", "Stadtteilzentrum Pankow"),
        ("Fehrbelliner Straße", "92", "Stadtteilzentrum Prenzlauer Berg"),
        ("Pistoriusstraße", "23", "Stadtteilzentrum Weißensee"),
        ("Mahlerstraße", "4", "Familienzentrum Weißensee"),
        ("Franz-Schmidt-Straße", "8-10", "Bucher Bürgerhaus"),
        ("Franz-Schmidt-Straße", "8", "Bucher Bürgerhaus"),
        ("Busonistraße", "136", "Stadtteilzentrum im Turm"),
        ("Busonistraße", "145", "Karower Familienzentrum"),
        ("Stille Straße", "10", "Begegnungsstätte Stille Straße 10"),
        ("Schulstraße", "25", "Frauenzentrum Paula Panke"),
        ("Berliner Straße", "24", "Amtshaus Buchholz"),
        ("Romain-Rolland-Straße", "112", "Alte Apotheke"),
        ("Thomas-Mann-Straße", "37", "Quartierspavillon Mühlenkiez"),
        ("Breite Straße", "49", "cafeimpuls"),
        ("Breite Straße", "38", "Kirche und Gemeindehaus Alt-Pankow"),
        ("Schönfließer Straße", "7", "InterKULTURelles Haus"),
        ("Börnestraße", "12", "Kontakt- und Beratungsstelle Börnestraße"),
        ("Berliner Straße", "16", "Kontakt- und Beratungsstelle Albatros"),
        ("Jacobsohnstraße", "51 H", "Altes Waschhaus"),
        ("Jacobsohnstraße", "51", "Altes Waschhaus"),
        ("Grunowstraße", "8-11", "Sozialpsychiatrischer Dienst Pankow"),
        ("Erich-Weinert-Straße", "37", "prenzlkomm"),
        ("Schillerstraße", "49", "Mehrgenerationenhaus „Rote Schule“"),
        ("Husemannstraße", "12", "Begegnungsstätte Husemannstraße"),
    )
}
# One number for the house where sources differ in how they write it.
HAUSNUMMERN = {
    (normalise_strasse("Franz-Schmidt-Straße"), "8"): "8-10",
    (normalise_strasse("Jacobsohnstraße"), "51"): "51 H",
}

# Names of places that no institution of the collection gives, or of one of several institutions at the address.
ORTSNAMEN = {
    "q009": "Wohnstätten Siloah",
    "q028": "StöberEck Blankenburg",
    "q032": "Alte Pfarrkirche",
    "q075": "Park am Weißen See",
    "q074": "Anger an der Breiten Straße",
    "q069": "Sozialpädagogischer Dienst, Region Pankow",
    "q070": "Sozialpädagogischer Dienst, Region Prenzlauer Berg",
    "q071": "Sozialpädagogischer Dienst, Region Weißensee",
    "q085": "Heinrich-Böll-Bibliothek",
    "q117": "Offene Beratung der WIB",
    "q118": "Offene Beratung der WIB",
    "q125": "Café 157",
    "q126": "Café 157",
    "q130": "Platzhaus am Helmholtzplatz",
    "q131": "Platzhaus am Helmholtzplatz",
    "q141": "Helios Klinikum Berlin-Buch",
    "q142": "St. Joseph-Krankenhaus Berlin-Weißensee",
    "q157": "Museum Pankow",
    "q159": "spok",
    "q169": "Begegnungsstätte Schönholzer Straße",
    "q170": "Begegnungsstätte Paul-Robeson-Straße",
    "q171": "Begegnungsstätte Am Friedrichshain",
    "q172": "Begegnungsstätte Tollerstraße",
}

# Where the remark or the name tells the area, but the row has none: key of the Planungsraum or of the Kiez.
GEBIETE = {
    "q051": "037016",  # Bötzowviertel
    "q075": "03500933",  # Park am Weißen See
    "q129": "035009",  # Mirbachplatz
}
WEGBESCHREIBUNG = {
    "q051": "Im Bötzowviertel. Die genaue Anschrift ist hier noch nicht bekannt.",
    "q129": "Am Mirbachplatz. Die Hausnummer ist hier noch nicht bekannt.",
}
# The register of addresses says otherwise than the data set.
POSTLEITZAHLEN = {"q147": "13187"}

# Said in the remark instead of in its column.
BARRIERE_AUS_BEMERKUNG = {"q033": "nicht barrierefrei"}
