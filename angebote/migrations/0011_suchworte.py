"""The words residents use, as a starting list of the Redaktion's word groups and filler words; all editable in the admin.

Our own list. One group a line: words that mean the same, or after an arrow the words they lead to. A "!" marks words of
hardship, with which the numbers for a crisis stand under the hits.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GRUPPEN = {
    "Treffen und reden": """
        Café, Kaffee, Kaffeetrinken, Kaffeeklatsch, Kaffeekränzchen, Kaffeetafel, Kaffeeschwatz
        Kuchen, Torte, Gebäck → Café, Kaffee, Backen
        Trinken, Tee, Teetrinken, Teestube → Trinken, Café, Kaffee
        Treff, Treffen, Treffpunkt, Begegnung, Begegnungsstätte, Beisammensein, Zusammenkunft
        Stammtisch, Kränzchen → Treff, Runde, Café, Gesprächsrunde
        Reden, Sprechen, Gespräch, Plaudern, Quatschen, Schwatzen, Unterhalten, Unterhaltung, Austausch, Austauschen, Klönen, Schnacken, Zuhören, Plauderbank
        Erzählen, Tratschen, Labern, Smalltalk, small talk, Ratschen, jemanden zum Reden, jemand zum Reden, Gesprächspartner, Ansprechpartner → Reden, Plaudern, Zuhören, Gespräch
        Freunde, Freundschaft, Freundeskreis, Bekannte, Bekanntschaft, Anschluss, Kontakte knüpfen, Leute kennenlernen, neue Leute, unter Leute, unter Menschen, Gesellschaft, Kontakt finden, Kontakte, soziale Kontakte → Kennenlernen, Nachbarschaftstreff, Begegnungsstätte, Café, Begegnung, Plaudern, Nachbarn treffen
        Papa braucht, Mama braucht, Mutter braucht, Vater braucht, Oma braucht, Opa braucht, Eltern brauchen, meine Mutter sucht, mein Vater sucht, für meine Mutter, für meinen Vater, für meine Eltern, für meine Oma, für meinen Opa, für Mama, für Papa → Besuchsdienst, Hausbesuch, Begleitung, Senioren, Ältere, Begegnungsstätte, Jung und Alt
        kennenlernen, kennen lernen → Kennenlernen, Treffen, Begegnung
        Partnersuche, Single, Singles, Flirten, Dating → Kennenlernen, Treff, Café, Tanz
        Nachbarn, Nachbarschaft, nachbarschaftlich
        Stadtteilzentrum, Nachbarschaftshaus, Nachbarschaftszentrum, Nachbarschaftstreff, Bürgerhaus, Kieztreff, Stadtteiltreff, Begegnungszentrum, Begegnungsstätte
        Seniorenclub, Seniorenklub, Seniorentreff, Rentnertreff, Seniorenfreizeitstätte, Altenclub → Begegnungsstätte, Jung und Alt, Senioren
        Langeweile, langweilig, nichts zu tun, Zeitvertreib, Hobby, Hobbys, Freizeit, was unternehmen, etwas unternehmen, Abwechslung → Freizeit, Treff, Spielen, Ausflüge, Kreativ, Mitmachen
        Gruppe, Kreis, Runde, Treff, Zirkel, Club, Klub
    """,
    "Wenn es schwer ist": """
        ! allein, alleine, einsam, Einsamkeit, vereinsamt, isoliert, Isolation, niemand, niemanden, verlassen, keine Freunde, keine Familie, ohne Familie, keine Angehörigen, kein Besuch, keinen zum Reden, niemand zum Reden, Alleinsein, lebe allein, sitze allein, bin allein, niemand besucht mich, keiner ruft an → Reden, Zuhören, Plaudern, Plauderbank, Nachbarschaftscafé, Kiezcafé, Nachbarn treffen, Gesellschaft, Besuchsdienst, Hausbesuch, Begegnungsstätte, Trauercafé
        keine Freunde → Kennenlernen, Treff, Begegnung
        ! traurig, Traurigkeit, bedrückt, unglücklich, weinen, Kummer, schwermütig, Melancholie, Liebeskummer, Trennung, Scheidung, getrennt, geschieden, niedergedrückt, Heulen, Heimweh, Wut, wütend, enttäuscht, Streit, versteht mich, Abschiedsschmerz → Zuhören, Trauer, Trauercafé, Reden, Sorgentelefon, Besuch, seelische Gesundheit, Seele, Gesprächsgruppe, Krisendienst
        ! schlecht, mir geht es schlecht, mir geht es nicht gut, geht mir nicht gut, geht nicht gut, fühle mich schlecht, fühle mich leer, kann nicht mehr, am Ende, keine Kraft, keine Kraft mehr, schaffe es nicht, alles zu viel, schwere Zeit → Zuhören, Seele, seelische Gesundheit, Krise, Krisendienst, Trauer, Reden, Sorgentelefon, Besuch, Gesprächsgruppe
        schüchtern, Schüchternheit, scheu, menschenscheu, gehemmt, unsicher, traue mich nicht, traue, trauen, Mut, kontaktscheu → Zuhören, Plauderbank, Besuchsdienst, Begleitung, Hausbesuch
        schlecht hören, höre schlecht, hört schlecht → Gebärdensprache, Induktionsanlage
        schlecht sehen, sehe schlecht, sieht schlecht, blind, sehbehindert → Vorlesen, Begleitung, Besuchsdienst
        schlecht schlafen, schlafe schlecht → Reden, Zuhören, seelische Gesundheit, Selbsthilfe
        ! verzweifelt, Verzweiflung, hoffnungslos, nicht mehr weiter, weiß nicht weiter, Krise, Notfall, akut, Zusammenbruch, Krisenintervention, Krisenberatung, Krisentelefon, Krisenhilfe, Krisendienst, Notruf, Akuthilfe → Krise, Krisendienst
        ! verzweifelt, Verzweiflung, hoffnungslos, nicht mehr weiter, weiß nicht weiter, Zusammenbruch → Zuhören, Reden, Seele, seelische Gesundheit
        ! Suizid, Selbstmord, umbringen, sterben wollen, nicht mehr leben, lebensmüde, Selbstverletzung, ritzen → Krise, Krisendienst, Zuhören, Seele, seelische Gesundheit
        ! Sorgen, Probleme, Problem, ratlos, überfordert, Überforderung, hilflos, Not, brauche Hilfe, brauche Rat, weiß nicht wohin → Rat, Beratungsstelle, Sozialberatung, Reden, Zuhören, Wegweiser
        Sorgentelefon, Redezeit, jemand hört zu, zuhört, offenes Ohr, Herz ausschütten, ausreden, aussprechen → Zuhören, Reden, Plaudern, Gespräch, Plauderbank, Besuchsdienst
        ! depressiv, Depression, Depressionen, niedergeschlagen, deprimiert, antriebslos, Burnout, ausgebrannt, erschöpft, Erschöpfung → Depression, Angst, Seele, seelisch, psychisch, Selbsthilfe, Psychotherapie
        ! Angst, Ängste, ängstlich, Panik, Panikattacken, Phobie, Zwänge, Sozialphobie → Angst, Depression, Seele, seelisch, psychisch, Selbsthilfe, Psychotherapie
        ! Psyche, psychisch, psychisch krank, seelisch, seelische Erkrankung, Nerven, Nervenzusammenbruch, bipolar, Borderline, Psychose, Schizophrenie, Stimmen hören, Trauma, traumatisiert, Essstörung, Magersucht, Bulimie → psychisch, seelisch, Seele, sozialpsychiatrisch, Psychiatrie, Psychotherapie, Selbsthilfe, Beratungsstelle
        ! schlaflos, Schlaflosigkeit, grübeln, Schlafprobleme → Reden, Zuhören, seelische Gesundheit, Selbsthilfe
        ! Gewalt, häusliche Gewalt, geschlagen, schlägt, schlägt mich, Schläge, prügelt, bedroht, Missbrauch, misshandelt, Stalking, Mobbing → Krise, Krisendienst, Frauenzentrum, Zuhören, Gewalt
        Therapie, Therapeut, Therapieplatz, Gruppentherapie, Psychotherapie, Psychotherapeut, Psychologe, psychologisch → Psychotherapie, Psychiatrie, sozialpsychiatrisch, seelische Gesundheit
        Psychiater, Psychiatrie, psychiatrisch, Nervenarzt, Nervenklinik, sozialpsychiatrisch
        Selbsthilfe, Selbsthilfegruppe, Gesprächsgruppe, Gesprächskreis, Gleichgesinnte, Betroffene, SHG, Austauschgruppe
        Krebs, Schlaganfall, Parkinson, Diabetes, Rheuma, Multiple Sklerose, Long Covid, Autismus, ADHS, chronisch krank, Krankheit → Selbsthilfe, Selbsthilfegruppe, Kontaktstelle
        ! Telefonseelsorge, Silbernetz, Notruf, Sorgentelefon, Seelsorge, Seelsorger, anonym reden → Zuhören, Krise, Telefon
    """,
    "Trauer und Abschied": """
        Trauer, trauern, Trauernde, trauernd, Trauercafé, Trauergruppe, Hinterbliebene, Trauerbegleitung
        ! Witwe, Witwer, verwitwet, Tod, gestorben, verstorben, Todesfall, Verlust, Beerdigung, Abschied, Mann verloren, Frau verloren, Mann gestorben, Frau gestorben, tot, Mann tot, Frau tot, Mann verstorben, Frau verstorben → Trauer, trauern, Trauernde, Trauercafé, Zuhören
        Hospiz, Sterbebegleitung, palliativ, Sterben → Hospiz, Trauer, Pflege
    """,
    "Sucht": """
        ! Sucht, süchtig, abhängig, Abhängigkeit, Suchtberatung, Suchthilfe, Entzug, Rückfall → Sucht, Suchtberatung, Suchthilfe, Suchterfahrung, Selbsthilfe
        ! mein Mann trinkt, Mann trinkt, Frau trinkt, Vater trinkt, Mutter trinkt, Partner trinkt, Sohn trinkt, trinke zu viel, trinkt zu viel, zu viel trinken, zu viel Alkohol → Alkohol, alkoholfrei, Sucht, Suchtberatung, Suchthilfe
        ! Alkohol, Alkoholiker, Alkoholsucht, saufen, trocken, nüchtern, Anonyme Alkoholiker → Alkohol, alkoholfrei, Sucht, Suchtberatung, Suchthilfe
        ! Drogen, kiffen, Cannabis, Kokain, Medikamente, Tabletten, Tablettensucht → Drogen, Sucht, Suchtberatung, Suchthilfe
        ! Spielsucht, Glücksspiel, spielsüchtig, Spielautomaten, Wetten, Computersucht → Glücksspielberatung, Sucht, Suchtberatung
        Rauchen, Nichtraucher, Zigaretten, Nikotin → Sucht, Suchtberatung
        alkoholfrei, ohne Alkohol
    """,
    "Geld, Wohnen, Ämter, Arbeit": """
        ! Schulden, verschuldet, überschuldet, Mahnung, Inkasso, Gerichtsvollzieher, pleite, Insolvenz, Schuldnerberatung → Schuldnerberatung, Schulden, Sozialberatung, Wegweiser
        ! Geldsorgen, Geldnot, arm, Armut, kein Geld → Sozialberatung, wenig Geld, Suppenküche, Kleiderkammer, Kleidertausch
        kostenlos, gratis, umsonst, kostenfrei, Eintritt frei
        Antrag, Anträge, beantragen, Formulare, Formular, ausfüllen, Antrag ausfüllen, Formular ausfüllen, Brief vom Amt, Post vom Amt, Briefe, Papierkram, Behörde, Behörden, Ämter, Amt, Bescheid, Widerspruch, Bürgergeld, Hartz, Grundsicherung, Sozialhilfe, Wohngeld, Jobcenter, Sozialamt → Sozialberatung, Lotsen, Wegweiser
        Beratung, Rat, Ratsuchende, Auskunft, Beratungsstelle
        Sozialberatung, Sozialarbeiter, Lotse, Lotsen, Sozialdienst, Allgemeine Sozialberatung, Soziale Beratung
        Recht, Rechtsberatung, Anwalt, rechtlich, Patientenverfügung, Vorsorgevollmacht, Testament → Rechtsberatung, Sozialberatung
        Wohnung, Miete, Mieter, Vermieter, Mieterhöhung, Nebenkosten, Mietrecht, Kündigung, Wohnungssuche → Mieterberatung, Mieter, Sozialberatung
        ! obdachlos, wohnungslos, Obdach, auf der Straße, Notunterkunft, Notübernachtung, Schlafplatz, Kältehilfe, duschen, Wäsche waschen → Suppenküche, wohnungslos, Hygienestation, Kleiderkammer, Kältehilfe, Notübernachtung
        Hunger, hungrig, Tafel, Lebensmittel, Lebensmittelausgabe, Essensausgabe, Armenspeisung, Bedürftige, bedürftig, Suppe → Suppenküche, Laib Seele, Ausgabestelle, Tafel
        Kleidung, Klamotten, Kleider, Kleiderkammer, Kleidertausch, Secondhand, Anziehsachen
        arbeitslos, Arbeitslosigkeit, Jobsuche, Job, Bewerbung, Bewerbungen, Bewerbung schreiben, Lebenslauf, erwerbslos, Stelle suchen → Arbeit, Beschäftigung, Zuverdienst
        Arbeit, Beschäftigung, Zuverdienst
        Leihen, ausleihen, verleihen, borgen
        Werkzeug, Bohrmaschine, Leihladen → leihen, Bibliothek Dinge
        Tauschen, Tausch, Tauschring, Tauschbörse, verschenken, Flohmarkt
    """,
    "Alter, Pflege, Gesundheit": """
        Senioren, Rentner, Ältere, ältere Menschen, Ruhestand, Pensionäre, betagt, hochbetagt, Jung und Alt
        Alte, alte Leute, alte Menschen, alt, Rente, Oma, Opa, Großeltern, Lebensabend → Senioren, Ältere, Rentner, Ruhestand, Jung und Alt
        Generationen, generationenübergreifend, Mehrgenerationenhaus, Jung und Alt
        Demenz, dement, Alzheimer → Demenz, Gedächtnistraining, Pflegestützpunkt, Pflege
        vergesslich, Vergesslichkeit, vergisst, vergisst alles, vergesse, vergessen, verwirrt, Gedächtnisverlust → Demenz, Gedächtnistraining
        Gedächtnistraining, Gehirnjogging, Gedächtnis, Gehirntraining, Denksport
        Pflegegrad, Pflegestufe, Pflegegeld, Pflegekasse, pflegebedürftig, Pflegedienst, Kurzzeitpflege, Pflegeberatung, Heimplatz, Pflegeheim, Pflege zu Hause, häusliche Pflege → Pflege, Pflegestützpunkt
        pflegende Angehörige, Mutter pflegen, Vater pflegen, Mann pflegen, Frau pflegen, Eltern pflegen → pflegende Angehörige, Pflege, Pflegestützpunkt
        Hausbesuch, Besuchsdienst, Besuchspate, Besuchspatenschaft
        Besuch, besuchen, besucht mich, kommt zu mir, kommt vorbei, kommt nach Hause, aufsuchend, aufsuchende Hilfe, aufsuchende Arbeit, aufsuchende Beratung, Hausbesuche machen → Besuchsdienst, Hausbesuch, besucht, zuhause
        Besuchsdienst, Besuch, Hausbesuch, aufsuchend → Begleitung, Tandem
        zu Hause, zuhause, nach Hause, daheim, komme nicht raus, komme nicht mehr raus, kann nicht raus, kann nicht mehr raus, nicht mehr raus, nicht aus dem Haus, bettlägerig → zuhause, Hausbesuch, Besuch, Besuchsdienst
        Begleitung, begleiten, Begleitdienst, Begleiter, Alltagsbegleitung
        Arztbesuch, Arzttermin, Einkaufshilfe, Einkaufen, Fahrdienst, Haushaltshilfe → Begleitung, Besuch, Besuchsdienst
        Pate, Paten, Patenschaft, Tandem, Mentor
        Behinderung, behindert, Handicap, Beeinträchtigung, Einschränkung, eingeschränkt, Teilhabe, Inklusion, Eingliederungshilfe, Lebenshilfe, Schwerbehinderung
        Eingliederungshilfe, EGH, BTHG, Teilhabeleistung, Schwerbehindertenausweis, Grad der Behinderung, GdB, Merkzeichen, Assistenz, EUTB, WfbM, Behindertenwerkstatt → Teilhabe, Teilhabefachdienst, Lebenshilfe
        barrierefrei, Rollstuhl, rollstuhlgerecht, Rollator, gehbehindert, ebenerdig, ohne Stufen, ohne Treppen, behindertengerecht → stufenlos, Aufzug, Mobilität
        Aufzug, Fahrstuhl, Lift
        gehörlos, taub, schwerhörig, hörbehindert → Gebärdensprache, Induktionsanlage
        Rücken, Rückenschmerzen, Rückenschule, Wirbelsäule, Reha, Rehasport → Rücken, Reha, Gymnastik
    """,
    "Bewegung": """
        Sport, Bewegung, Bewegen, Gymnastik, Fitness, fit, Turnen, sportlich
        Seniorengymnastik, Stuhlgymnastik, Sitzgymnastik, Hockergymnastik, Seniorensport, Altensport, Yoga im Sitzen, Sturzprävention, Sport im Sitzen
        Seniorengymnastik, Stuhlgymnastik, Sitzgymnastik, Hockergymnastik, Seniorensport → Gymnastik, Sitztanz, Taiji, Qigong, Yoga
        Training, Trainieren, Workout, Abnehmen, beweglich, gelenkig → Sport, Bewegung, Gymnastik, Fitness
        Spazieren, Spaziergang, Spazierengehen, Laufen, Wandern, Wanderung, Walking, Joggen, Bummeln, Flanieren, Laufgruppe
        Yoga, Qigong, Qi Gong, Taiji, Tai Chi, Taichi, Pilates, Meditation, meditieren, Entspannung, Achtsamkeit
        Stress, gestresst, abschalten, Ruhe finden, zur Ruhe kommen, entspannen → Entspannung, Meditation, Yoga, Achtsamkeit, zur Ruhe
        Fahrrad, Rad, Radfahren, Radeln, Radtour, Fahrradtour
        Schwimmen, Schwimmhalle, Schwimmbad, Baden, Wassergymnastik
        Tischtennis, Pingpong
        Fußball, Kicken, Bolzen → Fußball, Streetball, Sport im Freien
        Boule, Boccia, Pétanque
        Yoga, Qigong, Qi Gong, Tai Chi, Taiji, Pilates, Zumba, Rückenschule, Fußball, Tischtennis, Boule, Joggen, Schwimmen, Kegeln, Bowling, Reha, Entspannung → Bewegung, Sport
        Kegeln, Bowling
    """,
    "Musik, Kultur, Ausflüge": """
        Singen, Chor, Gesang, Lieder, Singgruppe, Singkreis, Karaoke
        Musik, Musizieren, musikalisch
        Gitarre, Klavier, Geige, Flöte, Instrument, Orchester, Band → Musik
        Singen, Chor, Tanzen, Trommeln, Konzert, Karaoke → Musik
        Trommeln, Trommel, Percussion, Schlagzeug
        Konzert, Konzerte, Livemusik → Musik, Kultur
        Tanzen, Tanz, Tanzcafé, Tanztee, Tanzkurs, Sitztanz, Seniorentanz
        Disco, Salsa, Tango, Walzer → Tanzen
        Theater, Schauspiel, Laienspiel, Bühne, Kabarett, Puppentheater
        Kino, Film, Filme, Filmabend
        Kino, Film, Theater, Museum, Galerie, Konzert, Lesung, Kabarett, Ausstellung → Kultur
        Museum, Museen, Ausstellung, Galerie
        Kunst, Künstler → Galerie, Ausstellung, Atelier, Malen
        Kultur, kulturell, Veranstaltungen, Aufführung
        Lesen, Bücher, Bibliothek, Bücherei, Literatur, Lesekreis, Lesung, Vorlesen, Buchclub, Bücherclub
        Ausflug, Ausflüge, Exkursion, Tagesfahrt, Stadtführung, Sightseeing → Spaziergang, Museum, Museumsbesuch, Schloss, Park
        Ausflug, Ausflüge, Exkursion, Tagesfahrt, Stadtführung, Führung, Reisen
        Draußen, im Freien, an der frischen Luft, frische Luft, Natur, im Grünen, Park, rausgehen, outdoor → draußen, Natur, Park, Sport im Freien, Spaziergang
        Geschichte, historisch, Heimat, heimatgeschichtlich, Erinnerungen
        Philosophieren, Philosophie, Diskutieren, Diskussion
        Kirche, Gottesdienst, Gebet, Andacht, beten, Gemeindehaus, Kirchengemeinde
        Pfarrer, Religion, Glaube → Kirche, Gebet, Gemeindehaus
        Weihnachten, Advent, Heiligabend
        Wochenende, am Wochenende → Samstag, Sonntag
        morgens, früh, vormittags → Vormittag
        mittags, nachmittags → Nachmittag
        ohne Anmeldung, unangemeldet, spontan, einfach vorbeikommen, einfach hingehen → anmeldefrei
        Ort zum Dasein, Aufwärmen, Wärmestube, Ausruhen, Sitzen, dasitzen, hinsetzen, einfach da sein, nur da sein, Aufenthalt, ruhiger Ort, Ruhe, Stille, Rückzug, in Ruhe sitzen, nichts tun müssen → Dasein, sitzen, dasitzen, Bibliothek, Gemeindehaus, Plauderbank
        Regen, Regenwetter, Regentag, schlechtes Wetter, bei Regen, drinnen → Museum, Bibliothek, Familienzentrum, Familientreff, Spielen, Kreativ, Kino
        Toilette, WC, Klo → barrierefrei, Stadtteilzentrum
    """,
    "Kreativ, Garten, Tiere, Essen, Spielen": """
        Basteln, Kreativ, Werken, Gestalten, Handwerk
        Handarbeit, Handarbeiten, Nähen, Stricken, Häkeln, Sticken, Wolle, Nähtreff, Strickrunde, Strickcafé, Strickkreis, Weben, Filzen
        Schneidern, Nähmaschine, Nähkurs → Nähen
        Malen, Zeichnen, Malerei, Malkurs, Atelier
        Handarbeit, Handarbeiten, Nähen, Stricken, Häkeln, Sticken, Wolle, Malen, Zeichnen, Töpfern, Keramik, Holz, Fotografieren, Schreiben → Kreativ, Basteln
        Töpfern, Keramik, Ton
        Holz, Tischlern, Heimwerken, Holzwerkstatt → Werkstatt, Handwerk, Reparieren
        Reparieren, Reparatur, Repair, Reparaturcafé, Schrauben
        kaputt, defekt, ganz machen, Elektrogeräte, Toaster, Radio, Lampe, Nähmaschine → Reparieren, Repair
        Fotografieren, Fotogruppe, Kamera, Foto, Fotografie, Photo
        Schreiben, Schreibwerkstatt, Gedichte
        Garten, Gärtnern, Gartenarbeit, Gärtnerei, Gemeinschaftsgarten, Gartengruppe
        Pflanzen, Blumen, Beet, Hochbeet, Kräuter, Gemüse → Garten, Gärtnern
        Tiere, Tier, Haustier, Bauernhof, Kinderbauernhof
        Ziegen, Pferde, Schafe, Streichelzoo, Katzen, Katze → Tiere, Kinderbauernhof
        Hund, Hunde, Gassi, Vierbeiner
        Kochen, Kochkurs, Kochgruppe, gemeinsam kochen
        Mittagessen, Mittagstisch, Mittagsmahl, warme Mahlzeit, warmes Essen, mittags essen
        Mittagessen, Mittagstisch, Mahlzeit, Abendbrot, Abendessen, Speisen, warme Mahlzeit, warmes Essen → Essen, Kochen, Suppenküche
        Frühstück, Frühstücken, Brunch
        Backen, Plätzchen
        Spielen, Spiele, Gesellschaftsspiele, Brettspiele, Spieleabend, Spielenachmittag
        Karten, Kartenspielen, Karten spielen, Kartenspiel, Kartenrunde, Skat, Skatrunde, Skat spielen, Rommé, Canasta, Doppelkopf, Bridge
        Karten, Kartenspielen, Karten spielen, Skat, Rommé, Canasta, Doppelkopf, Bridge → Gesellschaftsspiele, Spielenachmittag, Spieleabend
        Bingo, Kniffel, Würfeln, Puzzle, Rätsel, Quiz, Knobeln → Gesellschaftsspiele, Knobeln
        Schach, Schachspielen, Schachclub
        Schach, Billard → Gesellschaftsspiele, Knobeln
        Billard, Dart, Tischfußball → Spielen
    """,
    "Lernen, Handy, Ankommen": """
        Handy, Händi, Smartphone, Mobiltelefon, Tablet, iPhone, WhatsApp, Apps
        Zocken, Gaming, Videospiele, Computerspiele, Playstation, Konsole → Jugend, Jugendclub, Spielen
        Klettern, Bouldern, Boxen, Kampfsport, Judo, Karate, Skaten, Skateboard, Basketball, Volleyball, Badminton, Parkour → Sport, Jugendclub, Streetball
        Englisch, Spanisch, Französisch, Italienisch, Vietnamesisch, Fremdsprachen → Volkshochschule, Sprachkurs, Sprachcafé
        Computer, PC, Laptop, Rechner, Notebook, EDV
        Internet, E-Mail, Email, surfen, digital, WLAN
        Handyhilfe, Handykurs, Computerkurs, Computerhilfe, Technikhilfe → Handy, Computer, Smartphone
        Telefon, telefonisch, Telefonieren, anrufen, Anruf, Hotline
        Kurs, Kurse, Unterricht, Seminar, Workshop, Lehrgang
        Lernen, Weiterbildung, Bildung, Fortbildung
        Kurs, Unterricht, Vortrag, Vorträge, Fremdsprache, Englisch lernen → Lernen, Volkshochschule
        VHS, Volkshochschule
        Deutsch lernen, Deutschkurs, Deutsch sprechen, Deutsch üben, Integrationskurs, Deutschunterricht, Deutsch verbessern, besser Deutsch → Deutsch, Deutschkurs, Sprachcafé, Sprachkurs, Integrationskurs, Welcome-Café, Volkshochschule
        Sprache, Sprachen, Sprachkurs, Sprachcafé, Fremdsprache, Konversation → Sprachcafé, Sprachkurs, Deutschkurs
        Geflüchtete, Flüchtlinge, Flüchtling, Flucht, Asyl, Refugees, Asylbewerber
        Geflüchtete, Flüchtlinge, Flucht, Asyl, Refugees → Migration, Ankommen, Zugewanderte, Welcome-Café
        Migration, Migranten, zugewandert, Zugewanderte, Ausländer, Einwanderer, Integration, Ankommen
        Migration, Migranten, Ausländer, Integration → Geflüchtete, Welcome-Café, interkulturell
        Migrationsberatung, Migrationssozialdienst, Migrationsdienst, Flüchtlingsberatung, Asylberatung, MBE, JMD, Aufenthalt, Aufenthaltstitel, Duldung, Visum, Ausländerbehörde, Einbürgerung → Migration, Zugewanderte, Geflüchtete, Ankommen, interkulturell, Wegweiser
        Ukraine, ukrainisch, Ukrainer
        Russisch, Russland, russischsprachig
        Polnisch, Polen, polski
        Arabisch, Araber
        Türkisch, Türkei
        neu hier, neu in Berlin, neu in Pankow, neu im Kiez, neu in der Stadt, zugezogen, neu zugezogen, Neuzugezogene, hergezogen, gerade hergezogen, umgezogen, kenne niemanden → Neuzugezogene, Welcome, Ankommen, Welcome-Café, neu Zugezogene
        Ehrenamt, ehrenamtlich, freiwillig, Freiwillige, Freiwilligenarbeit, Engagement, engagieren, mithelfen, Mitmachen
        Helfen, nützlich sein, gebraucht werden, sinnvolle Aufgabe, Gutes tun, sich einbringen → Ehrenamt, Engagement, Mitmachen
    """,
    "Worte aus der sozialen Arbeit und Abkürzungen": """
        SpD, SpDi, SPDI, Sozialpsychiatrischer Dienst → Sozialpsychiatrischer Dienst
        KJPD, Kinder- und Jugendpsychiatrischer Dienst → Jugendpsychiatrischer Dienst
        KBS, KuB, Kontaktstelle, psychosoziale Kontaktstelle → Kontakt- und Beratungsstelle, Kontaktstelle
        Kontakt- und Beratungsstelle, Kontaktstelle, Tagesstätte, Tageszentrum
        GPV, Gemeindepsychiatrie, gemeindepsychiatrisch, sozialpsychiatrisch, Psychiatriekoordination, Versorgungsverbund → sozialpsychiatrisch, Kontakt- und Beratungsstelle, seelische Gesundheit, Zuverdienst
        BEW, ABW, TWG, betreutes Wohnen, betreutes Einzelwohnen, therapeutische Wohngemeinschaft, Wohngruppe → betreutes Wohnen, Kontakt- und Beratungsstelle, Teilhabefachdienst, sozialpsychiatrisch
        Tagesstruktur, tagesstrukturierend, Tagesstätte, Tageszentrum, Ergotherapie, Arbeitstherapie, Belastungserprobung, berufliche Rehabilitation → Zuverdienst, Tagesstätte, Beschäftigung, Kontakt- und Beratungsstelle
        Peer, Peerberatung, Peers, EX-IN, Genesungsbegleitung, Genesungsbegleiter, Recovery, Trialog → Selbsthilfe, Kontakt- und Beratungsstelle, Gesprächsgruppe
        Angehörigenarbeit, Angehörigengruppe, Angehörigenberatung, Angehörige → Angehörige, pflegende Angehörige, Gesprächsgruppe
        niedrigschwellig, niedrigschwelliges Angebot, offenes Angebot, Komm-Struktur → offen, anmeldefrei, Treff
        STZ, Stadtteilarbeit, Gemeinwesenarbeit, Quartiersmanagement, Sozialraum, sozialraumorientiert, Quartier → Stadtteilzentrum, Nachbarschaftshaus, Stadtteilarbeit
        MGH → Mehrgenerationenhaus
        PSP → Pflegestützpunkt
        KPE → PflegeEngagement
        KIS, Selbsthilfekontaktstelle → Selbsthilfe, Selbsthilfekontaktstelle, Kontaktstelle
        FZ, EKiZ, Frühe Hilfen, Familienförderung, Familienbildung → Familienzentrum, Familienbüro
        EFB, ASD, RSD, SPFH, Familienhilfe, Hilfen zur Erziehung, Einzelfallhilfe, Jugendhilfe → Familienbüro, Jugendberatung, Sozialpädagogischer Dienst
        Case Management, Fallmanagement, Clearing, Erstberatung, Verweisberatung, Clearingstelle, Anlaufstelle, Sozialatlas → Sozialberatung, Lotsen, Wegweiser
        Seniorenarbeit, Altenhilfe, offene Altenarbeit, Altenarbeit, Seniorenberatung, Gerontopsychiatrie → Senioren, Ältere, Begegnungsstätte, Hausbesuch, Pflegestützpunkt
        Entlastungsbetrag, Entlastungsleistung, Verhinderungspflege, Tagespflege, Hilfe zur Pflege, Entlastung → Pflege, Pflegestützpunkt, pflegende Angehörige
        ! Streetwork, Wohnungslosenhilfe, Wohnungsnotfallhilfe, Straßensozialarbeit → wohnungslos, Suppenküche, Hygienestation, Kleiderkammer
        Suchtprävention, Nachsorge, Substitution, Entgiftung, Entwöhnung, AA, Clean → Sucht, Suchtberatung, Suchthilfe, alkoholfrei
        ALG, Arbeitslosengeld, Rentenantrag, Rentenberatung, Steuer, Rundfunkbeitrag → Sozialberatung, Lotsen
        Freiwilligenagentur, Ehrenamtsbüro, Nachbarschaftshilfe → Ehrenamt, Freiwilligenagentur, Mitmachen
        Leihoma, Leihopa, Leihgroßeltern, Wunschoma, Wunschgroßeltern → Jung und Alt, Generationen, Tandem
        Hochzeit, Heirat, heiraten, Trauung, Ehe
    """,
    "Englisch, für alle, die wenig Deutsch sprechen": """
        coffee, tea → Café, Kaffee
        meet people, friends, meeting people → Treff, Café, Kennenlernen, Welcome-Café
        ! lonely, sad, alone, depressed, talk to someone → Reden, Zuhören, Plaudern, Plauderbank, Nachbarschaftscafé, Nachbarn treffen, Besuchsdienst, Welcome-Café
        help, support, advice → Sozialberatung, Rat, Lotsen
        ! crisis, emergency, suicide → Krise, Krisendienst
        German course, learn German, German lessons, speak German, practice German → Deutsch, Deutschkurs, Sprachcafé, Volkshochschule
        refugees, refugee, migrants → Geflüchtete, Ankommen, Welcome-Café
        food, lunch, breakfast → Essen, Frühstück, Suppenküche
        children, kids, mother, family → Kinder, Eltern, Familie
        women → Frauen
        men → Männer
        elderly, seniors → Senioren, Ältere
        walk, walking, hiking → Spaziergang, Spazieren
        singing, choir → Chor, Singen
        dance, dancing → Tanzen
        music → Musik
        games, chess → Gesellschaftsspiele, Schach
        library, books, reading → Bibliothek, Lesen
        garden, gardening → Garten
        phone, mobile → Handy, Smartphone
        volunteer, volunteering → Ehrenamt, Mitmachen
        ! drugs, alcohol, addiction → Sucht, Suchtberatung
        homeless → wohnungslos, Suppenküche, Kleiderkammer
        sewing, knitting → Nähen, Handarbeit
        clothes → Kleidung, Kleidertausch
    """,
    "Familie, Frauen, Männer, queer": """
        Eltern, Mutter, Mama, Vater, Papa, Familie
        alleinerziehend, Alleinerziehende, Einelternfamilie
        Baby, Säugling, Kleinkind, Krabbelgruppe, krabbeln, Babygruppe, Spielgruppe
        schwanger, Schwangerschaft, Hebamme, Geburt, Stillgruppe, Wochenbett, Rückbildung, PEKiP, Babymassage, Neugeborenes → Geburt, Krabbelgruppe, Eltern, Familienbüro
        Kinder, Kind, Kids
        Kinder, Kind, Kids, Kleinkind → Familie, Eltern
        Baby, Kleinkind, Krabbelgruppe, schwanger, Kita → Eltern
        Enkel, Enkelkinder → Kinder, Generationen, Jung und Alt
        Familienzentrum, Familientreff, Familiencafé, Elterncafé, Elternfrühstück, Familienfrühstück, Elterntreff, Müttercafé, Väterfrühstück
        Kita, Kitaplatz, Kita Platz, Kindergarten, Kinderbetreuung, Tagesmutter, Babysitter → Familienbüro, Familienzentrum
        Erziehung, Erziehungsberatung, Pubertät, Jugendamt, Streit mit Kindern → Familienbüro, Jugendberatung, Familienzentrum
        Hausaufgaben, Nachhilfe, Schularbeiten → Hausaufgabenhilfe
        Jugend, Jugendliche, Teenager, Jugendclub, junge Menschen
        Studenten, Student, Studium, Azubi, junge Erwachsene → junge Erwachsene
        Frauen, Frau, Damen, Mädels, Mädchen
        Männer, Herren, Männergruppe
        queer, schwul, Schwule, lesbisch, Lesben, Lesbe, homosexuell, bisexuell, trans, transgender, LGBT, LGBTQ, LSBTI, LSBTIQ, Regenbogen
    """,
}

STOPPWORTE = """
    ab abends aber all alle allem allen aller alles als also am an and ander andere anderem anderen anderer anderes anderswo any are auch auf aus b
    bei beide beiden beim bekomme bekommen bekommt berlin berliner biete bin bis bitte brauch brauche brauchen braucht bräuchte can da dabei dadurch
    dafür damit danke dann darum das dass dazu dein deine dem den denke denn der des deshalb dich die dies diese diesem diesen dieser dieses dir do
    doch does dort du dürfen eben eher ein eine einem einen einer eines einfach einmal endlich er erklären erklärt es etwas euch euer find finde
    finden for für gab ganz geben gegen gehe gehen geht gemeinsam gemeinsame gemeinsamer gerade gern gerne gibt gibts glaube gleich gut gute guten
    gutes hab habe haben habt hallo hat hatte hatten her hier hin how hätte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in innen ins
    interesse irgendjemand irgendwas irgendwer irgendwie irgendwo ist jede jedem jeden jeder jedes jemand jemanden jetzt kann kannst kein keine keinem
    keinen keiner komme kommen kommt konnte kriege kriegen können könnte leute leuten looking lust mache machen macht mag mal man manchmal me mehr
    mein meine meinem meinen meiner mensch menschen mich mir mit muss musste my möchte möchten mögen möglichkeit möglichkeiten müssen nach nahe neben
    need nicht nichts nie noch nun nur nähe nähere näheren ob oder of oft ohne paar person personen rund schon sehr sei seid sein seine seinem seinen
    seiner selber sich sie sind so sogar solche soll sollen sollte some sonst sowie statt suche suchen the to trotzdem tun tut um umgebung und uns
    unser unsere unter viel viele vielleicht vom von vor wann want war warum was we weil welche welcher welches wenn wer werden weshalb where wie
    wieder wieso will wir wird wirklich with wo wobei wofür woher wohin wollen wollte wollten womit worden worum wovon wozu wurde wurden wäre wären
    würde z zeit ziemlich zu zum zur zusammen zwischen öfter öfters über
"""


def create_suchworte(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    gruppe_modell, stoppwort_modell = (apps.get_model("angebote", name) for name in ("Synonymgruppe", "Stoppwort"))
    gruppen = [
        build_gruppe(zeile.strip(), notiz=notiz)
        for notiz, text in GRUPPEN.items()
        for zeile in text.splitlines()
        if zeile.strip()
    ]
    gruppe_modell.objects.bulk_create([gruppe_modell(**gruppe) for gruppe in gruppen])
    stoppwort_modell.objects.bulk_create([stoppwort_modell(wort=wort) for wort in STOPPWORTE.split()])


def build_gruppe(zeile: str, *, notiz: str) -> dict[str, object]:
    worte, _pfeil, findet = zeile.removeprefix("!").partition("→")
    return {
        "worte": "\n".join(wort.strip() for wort in worte.split(",")),
        "findet": "\n".join(wort.strip() for wort in findet.split(",")),
        "zeigt_hilfe": zeile.startswith("!"),
        "notiz": notiz,
    }


class Migration(migrations.Migration):
    dependencies = [("angebote", "0010_volltext")]
    operations = [migrations.RunPython(create_suchworte, migrations.RunPython.noop)]
