"""Cooperation requests. create_bereit makes one to which nothing is missing for the next step from its state."""

from datetime import date, datetime, timedelta
from io import BytesIO

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from factory.django import DjangoModelFactory
from PIL import Image

from konzept.domain.dokumente import store_dokument
from konzept.models import (
    Anfragebeteiligung,
    Anfragedokument,
    Anfrageentscheidung,
    Anfragematerial,
    Anfrageschritt,
    Dokumentloeschung,
    Kooperationsanfrage,
    Materialfreigabe,
)
from konzept.models.kooperationswerte import (
    Anfrageart,
    Anfragestatus,
    Beteiligungsart,
    Dokumentart,
    Durchfuehrung,
    Ergebnis,
    Materialart,
    Rechtsform,
    Rechtsgrundlage,
    Stelle,
    Votum,
)
from konzept.models.material import FREIGEBENDE
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

EINGEGANGEN = date(2026, 11, 2)
TAG = date(2026, 11, 9)
ZEIT = datetime(2026, 11, 9, 10, tzinfo=BERLIN)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

ANGABEN = {
    "ansprechperson": "Leitung der Koordination",
    "ansprechkontakt": "030 0000000",
    "referenz": "Aus der AG im Kiez",
    "zweck": "Menschen ab 70 einladen",
    "inhalt": "Einladung zu einem Besuch",
    "oeffentliches_interesse": "Teilhabe im Alter",
    "nutzen": "Ein Gespräch zu Hause",
    "gewuenschte_daten": "Alter ab 70",
    "umfang": "1.000 Menschen in einem Kiez",
    "durchfuehrung": Durchfuehrung.BEZIRK,
    "ermoeglicher": "QPK/Sozialplanung",
    "nutzen_traeger": "Wird bekannter",
    "nutzen_bezirk": "Erreicht mehr Menschen",
    "vergleich": "Noch keine ähnliche Anfrage",
    "aufwand_stunden": 20,
    "aufwand_druck_cent": 12_000,
    "aufwand_porto_cent": 85_000,
    "anlass": "Ersuchen der BVV",
    "rechtsgrundlage": Rechtsgrundlage.AUFGABE,
    "rechtsvorschrift": "§ 71 SGB XII",
    "hoheitliche_aufgabe": "Altenhilfe",
    "erklaerung_am": TAG,
    "erklaerung_traeger": "Geschäftsführung",
    "erklaerung_bezirk": "Bezirksstadtrat*rätin",
    "vollmacht_person": "Koordination",
    "vollmacht_am": TAG,
    "vollmacht_bis": date(2027, 11, 9),
    "auswahl_stelle": "Einwohnermeldeamt",
    "auswahl_am": TAG,
    "druck_anzahl": 1000,
    "druck_stelle": "Druckerei im Haus",
    "druck_am": TAG,
    "versand_anzahl": 990,
    "versand_stelle": "Poststelle",
    "versand_am": TAG,
    "bericht_bis": date(2027, 3, 1),
    "antworten_anzahl": 40,
    "ablehnend_anzahl": 0,
    "ergebnis": "40 Besuche",
    "ergebnis_gremium": "Ausschuss für Soziales",
    "ergebnis_am": TAG,
}
# Before these nothing has been printed.
GEDRUCKT = (
    Anfragestatus.VERSAND,
    Anfragestatus.RUECKMELDUNGEN,
    Anfragestatus.ERGEBNISBERICHT,
    Anfragestatus.ABGESCHLOSSEN,
)


class KooperationsanfrageFactory(DjangoModelFactory):
    class Meta:
        model = Kooperationsanfrage

    titel = factory.Sequence(lambda n: f"Anfrage {n}")
    art = Anfrageart.ANSCHREIBEN
    eingegangen_am = EINGEGANGEN
    traeger_name = "Ein Träger"
    rechtsform = Rechtsform.EV


def get_konto(name: str = "schreibt-mit") -> Konto:
    return Konto.objects.get_or_create(username=name)[0]


def build_datei(inhalt: bytes = PDF, name: str = "Erklärung.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, inhalt)


def build_bild(art: str = "PNG") -> bytes:
    ziel = BytesIO()
    Image.new("RGB", (4, 4)).save(ziel, art)
    return ziel.getvalue()


def add_beteiligung(anfrage: Kooperationsanfrage, stelle: Stelle, **felder: object) -> Anfragebeteiligung:
    votiert = stelle == Stelle.DATENSCHUTZ
    vorgaben: dict[str, object] = {
        "runde": anfrage.runde,
        "art": Beteiligungsart.VOTUM if votiert else Beteiligungsart.INFORMIERT,
        "votum": Votum.ZUSTIMMUNG if votiert else "",
        "am": TAG,
        "person": f"Funktion {stelle}",
        "konto": get_konto(),
    }
    return Anfragebeteiligung.objects.create(anfrage=anfrage, stelle=stelle, **(vorgaben | felder))


def add_dokument_fuer(anfrage: Kooperationsanfrage, art: Dokumentart) -> Anfragedokument:
    return store_dokument(anfrage, art=art, inhalt=PDF, name="Papier.pdf", konto=get_konto(), jetzt=ZEIT)


def add_loeschung(dokument: Anfragedokument, **felder: object) -> Dokumentloeschung:
    vorgaben: dict[str, object] = {"grund": "Falsche Datei.", "am": ZEIT, "konto": get_konto()}
    return Dokumentloeschung.objects.create(dokument=dokument, **(vorgaben | felder))


def add_material_fuer(anfrage: Kooperationsanfrage, *, version: int = 1, **felder: object) -> Anfragematerial:
    vorgaben: dict[str, object] = {
        "art": Materialart.ANSCHREIBEN,
        "absender": "Bezirksbürgermeister*in",
        "rueckruf": "Koordination, 030 0000000",
        "freiwillig": True,
        "freiwillig_satz": "Ihre Teilnahme ist freiwillig.",
        **dict.fromkeys(Anfragematerial.TONFRAGEN, True),
    }
    return Anfragematerial.objects.create(
        anfrage=anfrage,
        version=version,
        dokument=add_dokument_fuer(anfrage, Dokumentart.MATERIAL),
        am=ZEIT,
        konto=get_konto(),
        **(vorgaben | felder),
    )


def add_freigabe(material: Anfragematerial, stelle: Stelle, **felder: object) -> Materialfreigabe:
    """By an account of this office."""
    vorgaben: dict[str, object] = {"person": f"Funktion {stelle}", "freigegeben_am": TAG, "konto": get_konto(stelle)}
    return Materialfreigabe.objects.create(material=material, stelle=stelle, **(vorgaben | felder))


def add_entscheidung(anfrage: Kooperationsanfrage, **felder: object) -> Anfrageentscheidung:
    vorgaben: dict[str, object] = {
        "ergebnis": Ergebnis.JA,
        "gruende": "Im öffentlichen Interesse.",
        "entschieden_von": "Amtsleitung",
        "entschieden_am": TAG,
        "konto": get_konto(),
    }
    return Anfrageentscheidung.objects.create(anfrage=anfrage, **(vorgaben | felder))


def add_schritt(anfrage: Kooperationsanfrage, **felder: object) -> Anfrageschritt:
    vorgaben: dict[str, object] = {"nach": anfrage.status, "konto": get_konto(), "am": ZEIT + timedelta(minutes=1)}
    return Anfrageschritt.objects.create(anfrage=anfrage, **(vorgaben | felder))


def create_bereit(
    status: Anfragestatus = Anfragestatus.EINGANG,
    *,
    ohne: str = "",
    material: dict[str, object] | None = None,
    beteiligt: dict[str, date] | None = None,
    voten: dict[str, object] | None = None,
    **felder: object,
) -> Kooperationsanfrage:
    """With every fact, vote, paper and release there can be then. felder and material replace single facts.

    beteiligt: the day an office took part; "sonst" for those not named. voten: facts of what the Datenschutz said.

    ohne: one office, one kind of paper, "material", or "freigabe-" with an office, that is left out.
    """
    ungedruckt = {} if status in GEDRUCKT else dict.fromkeys(("druck_am", "versand_am"))
    anfrage = KooperationsanfrageFactory(status=status, **(ANGABEN | ungedruckt | felder))
    add_schritt(anfrage, nach=Anfragestatus.EINGANG, am=ZEIT)
    for stelle in Stelle:
        if stelle != ohne:
            tag = (beteiligt or {}).get(stelle) or (beteiligt or {}).get("sonst", TAG)
            add_beteiligung(anfrage, stelle, am=tag, **((voten or {}) if stelle == Stelle.DATENSCHUTZ else {}))
    for art in (Dokumentart.ERKLAERUNG, Dokumentart.VOLLMACHT):
        if art != ohne:
            add_dokument_fuer(anfrage, art)
    if ohne != "material":
        brief = add_material_fuer(anfrage, **(material or {}))
        for stelle in FREIGEBENDE:
            if f"freigabe-{stelle}" != ohne:
                add_freigabe(brief, stelle)
    return anfrage
