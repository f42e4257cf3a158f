"""What each constraint of cooperation requests refuses; walked by test_constraints.py."""

from collections.abc import Callable
from datetime import timedelta

from django.db import models

from konzept.models import (
    Anfragebeteiligung,
    Anfrageentscheidung,
    Anfragematerial,
    Dokumentloeschung,
    Materialfreigabe,
)
from konzept.models.kooperationswerte import Beteiligungsart, Ergebnis, Materialart, Stelle, Votum
from tests.konzept.factories_kooperation import (
    EINGEGANGEN,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    add_beteiligung,
    add_dokument_fuer,
    add_freigabe,
    add_material_fuer,
    get_konto,
)

Fall = tuple[str, Callable[[], models.Model], str]


def build_beteiligung(**felder: object) -> models.Model:
    vorgaben = {"runde": 1, "am": TAG, "person": "Stelle", "konto": get_konto()}
    return Anfragebeteiligung(**({"anfrage": KooperationsanfrageFactory()} | vorgaben | felder))


def build_zweite_beteiligung() -> models.Model:
    erste = add_beteiligung(KooperationsanfrageFactory(), Stelle.PRESSE)
    return build_beteiligung(anfrage=erste.anfrage, stelle=Stelle.PRESSE, art=Beteiligungsart.INFORMIERT)


def build_berichtigung(grund: str) -> models.Model:
    erste = add_beteiligung(KooperationsanfrageFactory(), Stelle.PRESSE)
    return build_beteiligung(
        anfrage=erste.anfrage, stelle=Stelle.PRESSE, art=Beteiligungsart.INFORMIERT, berichtigt=erste, grund=grund
    )


def build_entscheidung(**felder: object) -> models.Model:
    vorgaben = {"ergebnis": Ergebnis.NEIN, "gruende": "Gründe", "entschieden_von": "Amt", "entschieden_am": TAG}
    return Anfrageentscheidung(anfrage=KooperationsanfrageFactory(), konto=get_konto(), **(vorgaben | felder))


def build_zweite_version() -> models.Model:
    erste = add_material_fuer(KooperationsanfrageFactory())
    return Anfragematerial(
        anfrage=erste.anfrage,
        art=Materialart.ANSCHREIBEN,
        version=1,
        dokument=add_dokument_fuer(erste.anfrage, "material"),
        absender="Amt",
        rueckruf="Amt",
        freiwillig_satz="Freiwillig.",
        am=ZEIT,
        konto=get_konto(),
    )


def build_freigabe(stelle: Stelle, konto: str = "zweites") -> models.Model:
    """Beside one of the press office, by the account named after it."""
    material = add_material_fuer(KooperationsanfrageFactory())
    add_freigabe(material, Stelle.PRESSE)
    return Materialfreigabe(material=material, stelle=stelle, person="Amt", freigegeben_am=TAG, konto=get_konto(konto))


FAELLE_KOOPERATION: list[Fall] = [
    (
        "anfrage_nur_juristische_person",
        lambda: KooperationsanfrageFactory.build(rechtsform="natuerliche_person"),
        "Anfragen kann nur eine juristische Person, zum Beispiel ein e. V.",
    ),
    (
        "anfrage_stand_aus_der_liste",
        lambda: KooperationsanfrageFactory.build(status="genehmigt"),
        "Diesen Stand gibt es nicht.",
    ),
    (
        "anfrage_vollmacht_ende_nach_beginn",
        lambda: KooperationsanfrageFactory.build(vollmacht_am=TAG, vollmacht_bis=EINGEGANGEN),
        "Die Bevollmächtigung endet, bevor sie beginnt.",
    ),
    (
        "anfrage_versand_hoechstens_druck",
        lambda: KooperationsanfrageFactory.build(druck_anzahl=10, versand_anzahl=11),
        "Es können nicht mehr Briefe verschickt als gedruckt worden sein.",
    ),
    (
        "anfrage_versand_nach_druck",
        lambda: KooperationsanfrageFactory.build(druck_am=TAG, versand_am=EINGEGANGEN),
        "Der Versand liegt vor dem Druck.",
    ),
    (
        "anfrage_versand_gedruckt",
        lambda: KooperationsanfrageFactory.build(versand_am=TAG),
        "Vor dem Versand steht der Druck. Bitte auch eintragen, wann gedruckt wurde.",
    ),
    (
        "anfrage_versand_nach_vollmacht",
        lambda: KooperationsanfrageFactory.build(druck_am=EINGEGANGEN, versand_am=EINGEGANGEN, vollmacht_am=TAG),
        "Vor Beginn der Bevollmächtigung wird nichts verschickt.",
    ),
    (
        "anfrage_versand_bis_vollmacht_ende",
        lambda: KooperationsanfrageFactory.build(druck_am=TAG, versand_am=TAG, vollmacht_bis=EINGEGANGEN),
        "Verschickt wird höchstens bis zum Ende der Bevollmächtigung.",
    ),
    (
        "anfrage_gedruckt_mindestens_einer",
        lambda: KooperationsanfrageFactory.build(druck_anzahl=0),
        "Bitte mindestens 1 eintragen.",
    ),
    (
        "anfrage_verschickt_mindestens_einer",
        lambda: KooperationsanfrageFactory.build(druck_anzahl=1, versand_anzahl=0),
        "Bitte mindestens 1 eintragen.",
    ),
    (
        "anfrage_ablehnend_hoechstens_antworten",
        lambda: KooperationsanfrageFactory.build(antworten_anzahl=1, ablehnend_anzahl=2),
        "Es können nicht mehr Antworten ablehnend sein, als es Antworten gab.",
    ),
    (
        "anfrage_erklaerung_nach_eingang",
        lambda: KooperationsanfrageFactory.build(erklaerung_am=EINGEGANGEN - timedelta(days=1)),
        "Die Erklärung ist vor dem Eingang der Anfrage unterzeichnet.",
    ),
    (
        "anfrage_zwei_unterschriften",
        lambda: KooperationsanfrageFactory.build(erklaerung_traeger="Leitung", erklaerung_bezirk="Leitung"),
        "Für den Träger und für den Bezirk unterzeichnen zwei verschiedene Personen.",
    ),
    (
        "anfrage_druck_nach_auswahl",
        lambda: KooperationsanfrageFactory.build(auswahl_am=TAG, druck_am=EINGEGANGEN),
        "Der Druck liegt vor der Auswahl aus dem Melderegister.",
    ),
    (
        "anfrage_bericht_nach_versand",
        lambda: KooperationsanfrageFactory.build(druck_am=TAG, versand_am=TAG, bericht_bis=EINGEGANGEN),
        "Der Ergebnisbericht soll vor dem Versand vorliegen.",
    ),
    (
        "anfrage_ergebnis_nach_versand",
        lambda: KooperationsanfrageFactory.build(druck_am=TAG, versand_am=TAG, ergebnis_am=EINGEGANGEN),
        "Das Ergebnis ist vor dem Versand vorgestellt.",
    ),
    (
        "anfrage_antworten_hoechstens_versand",
        lambda: KooperationsanfrageFactory.build(versand_anzahl=5, antworten_anzahl=6),
        "Es können nicht mehr Antworten gekommen als Briefe verschickt worden sein.",
    ),
    (
        "anfragebeteiligung_berichtigung_mit_grund",
        lambda: build_beteiligung(stelle=Stelle.PRESSE, art=Beteiligungsart.INFORMIERT, grund="Darum."),
        "Genau die Berichtigungen haben einen Grund.",
    ),
    (
        "anfragebeteiligung_berichtigung_mit_grund",
        lambda: build_berichtigung(grund=""),
        "Genau die Berichtigungen haben einen Grund.",
    ),
    *(
        (
            "anfragebeteiligung_auflagen_mit_text",
            lambda votum=votum: build_beteiligung(stelle=Stelle.PRESSE, art=Beteiligungsart.VOTUM, votum=votum),
            "Auflagen und eine Ablehnung brauchen einen Text.",
        )
        for votum in (Votum.AUFLAGEN, Votum.ABLEHNUNG)
    ),
    (
        "anfragebeteiligung_eine_je_stelle",
        build_zweite_beteiligung,
        "Diese Stelle ist in dieser Runde schon beteiligt.",
    ),
    (
        "anfragebeteiligung_datenschutz_votiert",
        lambda: build_beteiligung(stelle=Stelle.DATENSCHUTZ, art=Beteiligungsart.INFORMIERT),
        "Der Datenschutz gibt ein Votum ab; informiert sein genügt nicht.",
    ),
    (
        "anfragebeteiligung_votum_nur_bei_votum",
        lambda: build_beteiligung(stelle=Stelle.PRESSE, art=Beteiligungsart.VOTUM),
        "Ein Votum braucht ein Ergebnis, eine Information hat keines.",
    ),
    (
        "anfragebeteiligung_votum_nur_bei_votum",
        lambda: build_beteiligung(
            stelle=Stelle.PRESSE, art=Beteiligungsart.INFORMIERT, votum=Votum.ABLEHNUNG, stellungnahme="Nein."
        ),
        "Ein Votum braucht ein Ergebnis, eine Information hat keines.",
    ),
    (
        "anfrageentscheidung_nur_einzelfall",
        lambda: build_entscheidung(ergebnis="generell"),
        "Entschieden wird ja, nein oder zurückgestellt, immer nur für diesen Fall.",
    ),
    (
        "anfrageentscheidung_mit_gruenden",
        lambda: build_entscheidung(gruende=""),
        "Eine Entscheidung braucht Gründe.",
    ),
    ("anfragematerial_version_einmal", build_zweite_version, "Diese Version gibt es schon."),
    (
        "materialfreigabe_eine_je_stelle",
        lambda: build_freigabe(Stelle.PRESSE),
        "Diese Stelle hat diese Version schon freigegeben.",
    ),
    (
        "materialfreigabe_eine_je_konto",
        lambda: build_freigabe(Stelle.DATENSCHUTZ, konto=Stelle.PRESSE),
        "Dieses Konto hat diese Version schon freigegeben. Es braucht ein zweites.",
    ),
    (
        "materialfreigabe_datenschutz_oder_presse",
        lambda: build_freigabe(Stelle.STATISTIK),
        "Freigeben können nur Datenschutz und Pressestelle.",
    ),
    (
        "dokumentloeschung_mit_grund",
        lambda: Dokumentloeschung(
            dokument=add_dokument_fuer(KooperationsanfrageFactory(), "sonstiges"), grund="", am=ZEIT, konto=get_konto()
        ),
        "Ohne Grund wird keine Datei entfernt.",
    ),
]
