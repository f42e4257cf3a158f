"""Categories (anforderungen.md 5.1), audiences (5.3) and languages: the product's own starting lists, editable in the admin."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# slug, name, icon (Lucide), schema.org type
BEGEGNUNG = [
    ("cafe-treff", "Café, Treff & Plaudern", "coffee", "SocialEvent"),
    ("essen-kochen", "Gemeinsam essen & kochen", "utensils", "FoodEvent"),
    ("bewegung-sport", "Bewegung & Sport", "footprints", "SportsEvent"),
    ("musik-tanz", "Musik, Singen & Tanzen", "music", "MusicEvent"),
    ("kreativ-handwerk", "Kreativ, Handwerk & Reparieren", "hammer", "VisualArtsEvent"),
    ("spielen", "Spielen & Knobeln", "puzzle", "SocialEvent"),
    ("kultur-ausfluege", "Kultur & Ausflüge", "drama", "Event"),
    ("garten-natur", "Garten, Natur & Tiere", "sprout", "Event"),
    ("lernen-sprachen", "Lernen & Sprachen", "book-open", "EducationEvent"),
    ("handy-computer", "Handy, Computer, Internet", "smartphone", "EducationEvent"),
    ("eltern-kinder", "Eltern & Kinder", "baby", "ChildrensEvent"),
    ("mitmachen", "Mitmachen & Ehrenamt", "heart-handshake", "Event"),
    ("orte-zum-dasein", "Orte zum Dasein", "armchair", "Place"),
]
UNTERSTUETZUNG = [
    ("reden-zuhoeren", "Reden & Zuhören", "message-circle", "Service"),
    ("besuch-begleitung", "Besuch & Begleitung", "door-open", "Service"),
    ("lotsen-sozialberatung", "Lotsen & Sozialberatung", "signpost", "Service"),
    ("selbsthilfe", "Selbsthilfe & Gesprächsgruppen", "users", "Service"),
    ("trauer", "Trauer", "flower", "Service"),
    ("seelische-gesundheit", "Seelische Gesundheit: Beratung", "message-circle-heart", "Service"),
    ("kontaktstellen", "Kontakt- und Begegnungsstätten, Tagesstätten", "house", "Service"),
    ("psychotherapie", "Psychotherapie & ärztliche Hilfe", "stethoscope", "Service"),
    ("krise", "Hilfe in einer Krise", "life-buoy", "Service"),
    ("sucht", "Sucht", "circle-help", "Service"),
    ("angehoerige-pflege", "Angehörige & Pflege", "hand-heart", "Service"),
    ("ankommen-migration", "Ankommen & Migration", "languages", "Service"),
]
# slug, name, Open Eligibility number
ZIELGRUPPEN = [
    ("junge-erwachsene", "junge Erwachsene", ""),
    ("eltern", "Eltern und Alleinerziehende", "20076"),
    ("aeltere", "ältere Menschen", "20006"),
    ("ruhestand", "Menschen im Ruhestand", "20033"),
    ("ohne-arbeit", "Menschen ohne Arbeit", "20034"),
    ("trauernde", "Trauernde", "20030"),
    ("pflegende", "pflegende Angehörige", "20073"),
    ("neu-zugezogen", "neu Zugezogene", ""),
    ("zugewanderte", "Zugewanderte", "20012"),
    ("gefluechtete", "Geflüchtete", "20013"),
    ("wenig-deutsch", "Menschen, die wenig Deutsch sprechen", "20067"),
    ("queer", "queere Menschen", "20078"),
    ("frauen", "Frauen", "20036"),
    ("maenner", "Männer", "20037"),
    ("trans", "trans* Menschen", "20038"),
    ("wenig-geld", "Menschen mit wenig Geld", "20063"),
    ("wohnungslos", "wohnungslose Menschen", "20058"),
    ("mobilitaet", "Menschen mit eingeschränkter Mobilität", "20022"),
    ("hoeren", "Menschen, die schlecht oder nicht hören", "20023"),
    ("sehen", "Menschen, die schlecht oder nicht sehen", "20024"),
    ("lernschwierigkeiten", "Menschen mit Lernschwierigkeiten", "20018"),
    ("seelische-erkrankung", "Menschen mit einer seelischen Erkrankung", "20025"),
    ("sucht", "Menschen mit Suchterfahrung", "20050"),
]
# ISO 639-1; dgs is the sign language gsg of ISO 639-3
SPRACHEN = [
    ("de", "Deutsch"),
    ("en", "Englisch"),
    ("uk", "Ukrainisch"),
    ("ru", "Russisch"),
    ("ar", "Arabisch"),
    ("pl", "Polnisch"),
    ("tr", "Türkisch"),
    ("vi", "Vietnamesisch"),
    ("fr", "Französisch"),
    ("es", "Spanisch"),
    ("it", "Italienisch"),
    ("pt", "Portugiesisch"),
    ("fa", "Persisch (Farsi, Dari)"),
    ("ku", "Kurdisch"),
    ("bs", "Bosnisch"),
    ("sr", "Serbisch"),
    ("hr", "Kroatisch"),
    ("bg", "Bulgarisch"),
    ("ro", "Rumänisch"),
    ("gsg", "Deutsche Gebärdensprache"),
]


def create_stammdaten(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    kategorie, zielgruppe, sprache = (
        apps.get_model("angebote", name) for name in ("Kategorie", "Zielgruppe", "Sprache")
    )
    for bereich, zeilen in (("begegnung", BEGEGNUNG), ("unterstuetzung", UNTERSTUETZUNG)):
        for nummer, (slug, name, icon, schema_typ) in enumerate(zeilen, start=1):
            kategorie.objects.create(
                slug=slug, name=name, bereich=bereich, icon=icon, schema_typ=schema_typ, reihenfolge=nummer * 10
            )
    for nummer, (slug, name, open_eligibility) in enumerate(ZIELGRUPPEN, start=1):
        zielgruppe.objects.create(slug=slug, name=name, open_eligibility=open_eligibility, reihenfolge=nummer * 10)
    for nummer, (code, name) in enumerate(SPRACHEN, start=1):
        sprache.objects.create(code=code, name=name, reihenfolge=nummer * 10)


class Migration(migrations.Migration):
    dependencies = [("angebote", "0001_katalog")]
    operations = [migrations.RunPython(create_stammdaten, migrations.RunPython.noop)]
