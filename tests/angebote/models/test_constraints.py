"""Each constraint of the catalogue refuses what it must: in forms with its German message, and in the database."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from angebote.choices import (
    Ausnahmeart,
    Befundart,
    Kapazitaet,
    Kostenart,
    Kosteneinheit,
    Motiv,
    Status,
    Vorschlagsherkunft,
    Vorschlagsstatus,
    Zeitart,
    Zugang,
)
from angebote.models import (
    Aenderungsvorschlag,
    Anfrageposten,
    Angebot,
    Angebotsmenge,
    Ausnahme,
    Barriereangabe,
    Bestaetigungsanfrage,
    Foto,
    Haltestelle,
    Importbezug,
    Kosten,
    Krisenhilfe,
    Linkpruefung,
    Meldungszaehler,
    Mitmachrolle,
    Ort,
    OrtHaltestelle,
    OrtsteilAnteil,
    PlzAnteil,
    Postleitzahl,
    Pruefrhythmus,
    Quellenangabe,
    Rufname,
    Schliesszeit,
    Strassenabschnitt,
    Suchluecke,
    Synonymgruppe,
    Termin,
    Textausnahme,
    Zeit,
    Zugangsweg,
)
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto
from tests.factories import (
    AngebotFactory,
    KiezFactory,
    MeldungFactory,
    OrtFactory,
    OrtsteilFactory,
    PlanungsraumFactory,
    TraegerFactory,
)

pytestmark = pytest.mark.django_db

TAG = date(2026, 12, 1)
SPAETER = date(2026, 12, 5)
JETZT = datetime(2026, 12, 1, 12, tzinfo=BERLIN)
Fall = Callable[[], models.Model]


def build_zeit(**felder: Any) -> Zeit:
    return Zeit(angebot=AngebotFactory(), **{"wochentag": 1, "beginn": time(14), **felder})


def build_angebot(**felder: Any) -> Angebot:
    return Angebot(slug="probe", titel="Probe", bereich="begegnung", **felder)


def build_vorschlag(**felder: Any) -> Aenderungsvorschlag:
    return Aenderungsvorschlag(
        angebot=AngebotFactory(),
        aenderungen={},
        herkunft=Vorschlagsherkunft.REDAKTION,
        eingereicht_am=JETZT,
        **felder,
    )


def build_ausnahme(**felder: Any) -> Ausnahme:
    return Ausnahme(angebot=AngebotFactory(), datum=TAG, **felder)


def build_zweites(model: type[models.Model], **felder: Any) -> models.Model:
    """An unsaved twin of a saved row."""
    model._default_manager.create(**felder)
    return model(**felder)


def build_foto(**felder: Any) -> Foto:
    angaben = {"motiv": Motiv.RAUM, "alt_text": "Zehn Ze_en", "bildnachweis": "Bezirksamt", "breite": 480, "hoehe": 320}
    return Foto(**angaben | felder)


def build_haltestelle() -> Haltestelle:
    return Haltestelle.objects.create(kennung="h", name="Antonplatz", lat=52.55, lon=13.45)


def build_plz() -> Postleitzahl:
    return Postleitzahl.objects.create(plz="13086", lat=52.55, lon=13.45)


def build_anfrage(**felder: Any) -> Bestaetigungsanfrage:
    return Bestaetigungsanfrage(empfaenger="haus@example.org", angelegt_am=JETZT, **felder)


def create_anfrage() -> Bestaetigungsanfrage:
    anfrage = build_anfrage()
    anfrage.save()
    return anfrage


def build_textausnahmefelder() -> dict[str, Any]:
    konto = Konto.objects.create_user("redaktion")
    return {"art": Befundart.STIGMA, "stelle": "Klientel", "grund": "Zitat", "konto": konto}


# name of the constraint, what it must refuse, German message (None: never typed by people, so there is no own message)
FAELLE: list[tuple[str, Fall, str | None]] = [
    (
        "angebot_status_passt_zu_veroeffentlicht_am",
        lambda: build_angebot(status=Status.ENTWURF, veroeffentlicht_am=TAG),
        (
            "Was einmal veröffentlicht war, wird nie wieder Entwurf, und was öffentlich ist, braucht ein Datum der "
            "Veröffentlichung."
        ),
    ),
    (
        "anfrage_erinnert_nach_gesendet",
        lambda: build_anfrage(erinnert_am=JETZT),
        "Erinnert wird nur, wer schon gefragt wurde.",
    ),
    (
        "anfrage_eskaliert_nach_erinnert",
        lambda: build_anfrage(gesendet_am=JETZT, eskaliert_am=JETZT),
        "Vor der Weitergabe an die Redaktion wird erinnert.",
    ),
    (
        "anfrageposten_einmalig",
        lambda: build_zweites(Anfrageposten, anfrage=create_anfrage(), angebot=AngebotFactory()),
        None,
    ),
    (
        "anfrageposten_antwort_mit_datum",
        lambda: Anfrageposten(anfrage=create_anfrage(), angebot=AngebotFactory(), antwort="stimmt"),
        None,
    ),
    (
        "importbezug_einmalig",
        lambda: build_zweites(
            Importbezug, quelle="Liste", schluessel="1", angebot=AngebotFactory(), zuletzt_gesehen_am=JETZT
        ),
        "Diese Kennung der Quelle gehört schon zu einem Angebot.",
    ),
    (
        "vorschlag_entschieden_mit_datum",
        lambda: build_vorschlag(status=Vorschlagsstatus.ANGENOMMEN),
        "Ein entschiedener Vorschlag braucht ein Datum, ein offener hat keines.",
    ),
    (
        "vorschlag_abgelehnt_mit_begruendung",
        lambda: build_vorschlag(status=Vorschlagsstatus.ABGELEHNT, entschieden_am=JETZT),
        "Bitte begründen, warum der Vorschlag abgelehnt wird.",
    ),
    (
        "angebot_gueltig_bis_nach_von",
        lambda: AngebotFactory.build(ort=None, gueltig_von=SPAETER, gueltig_bis=TAG),
        "Das Ende des Angebots liegt vor seinem Anfang.",
    ),
    (
        "angebot_alter_bis_nach_von",
        lambda: AngebotFactory.build(ort=None, alter_von=60, alter_bis=59),
        "„Alter bis“ ist kleiner als „Alter von“.",
    ),
    (
        "angebot_exklusiv_mit_grund",
        lambda: AngebotFactory.build(ort=None, exklusiv=True),
        "Bitte begründen, warum das Angebot nur für bestimmte Menschen ist.",
    ),
    (
        "angebot_kapazitaet_mit_stand",
        lambda: AngebotFactory.build(ort=None, kapazitaet=Kapazitaet.VOLL),
        "Bitte angeben, von wann die Angabe zu den Plätzen ist.",
    ),
    (
        "angebot_wartezeit_mit_stand",
        lambda: AngebotFactory.build(ort=None, wartezeit_wochen=0),
        "Bitte angeben, von wann die Angabe zur Wartezeit ist.",
    ),
    (
        "angebot_fristen_zur_pruefung",
        lambda: AngebotFactory.build(ort=None, sichtbar_bis=None),
        "Zum Tag der Prüfung gehören „mit Hinweis ab“ und „sichtbar bis“.",
    ),
    (
        "pruefrhythmus_einmalig",
        lambda: build_zweites(Pruefrhythmus, bereich="begegnung", format="kurs", hinweis_tage=1, frist_tage=2),
        "Für diese Angebote gibt es schon einen Prüfrhythmus.",
    ),
    (
        "pruefrhythmus_mit_art",
        lambda: Pruefrhythmus(hinweis_tage=1, frist_tage=2),
        "Bitte Bereich oder Form angeben. Was für alle Angebote gilt, steht in den Einstellungen.",
    ),
    (
        "pruefrhythmus_hinweis_vor_frist",
        lambda: Pruefrhythmus(format="kurs", hinweis_tage=2, frist_tage=2),
        "Der Hinweis kommt nach mindestens einem Tag, und ausgeblendet wird erst später als er.",
    ),
    (
        "linkpruefung_fehler_mit_tag",
        lambda: Linkpruefung(adresse="a", art="web", ergebnis="gestoert", letzte_pruefung=TAG, fehlversuche=1),
        "Zu einem Fehler gehört der Tag, seit dem er besteht.",
    ),
    (
        "linkpruefung_nicht_gefunden_ist_fehler",
        lambda: Linkpruefung(adresse="a", art="web", ergebnis="erreichbar", letzte_pruefung=TAG, tage_nicht_gefunden=1),
        "„Gibt es nicht“ zählt zu den Tagen mit Fehler.",
    ),
    (
        "zugangsweg_einmalig",
        lambda: build_zweites(Zugangsweg, angebot=AngebotFactory(), art=Zugang.TELEFON),
        "Dieser Zugang ist schon angegeben.",
    ),
    (
        "kosten_betrag_groesser_null",
        lambda: Kosten(angebot=AngebotFactory(), art=Kostenart.BETRAG, betrag_cent=0),
        "Ein fester Betrag muss größer als 0 sein. Für „kostenlos“ gibt es eine eigene Art.",
    ),
    (
        "kosten_kostenlos_ohne_betrag",
        lambda: Kosten(angebot=AngebotFactory(), art=Kostenart.VERZEHR_FREIWILLIG, betrag_cent=300),
        "Was kostenlos ist, hat keinen Betrag.",
    ),
    (
        "kosten_einmalig",
        lambda: build_zweites(
            Kosten, angebot=AngebotFactory(), art=Kostenart.BETRAG, betrag_cent=500, einheit=Kosteneinheit.TERMIN
        ),
        "Diese Kosten sind schon angegeben.",
    ),
    (
        "zeit_regel_vollstaendig",
        lambda: build_zeit(art=Zeitart.REGEL, wochentag=None),
        "Eine regelmäßige Zeit braucht Wochentag und Beginn.",
    ),
    (
        "zeit_einzeln_vollstaendig",
        lambda: build_zeit(art=Zeitart.EINZELN, datum=None),
        "Ein einzelner Termin braucht Datum und Beginn.",
    ),
    (
        "zeit_ende_nach_beginn",
        lambda: build_zeit(ende=time(14)),
        "Das Ende muss nach dem Beginn liegen, am selben Tag.",
    ),
    (
        "zeit_gueltig_bis_nach_von",
        lambda: build_zeit(gueltig_von=SPAETER, gueltig_bis=TAG),
        "„Gilt bis“ liegt vor „gilt ab“.",
    ),
    (
        "zeit_intervall_1_bis_8",
        lambda: build_zeit(intervall_wochen=9, gueltig_von=TAG),
        "Der Abstand muss zwischen 1 und 8 Wochen liegen.",
    ),
    (
        "zeit_intervall_braucht_ersten_termin",
        lambda: build_zeit(intervall_wochen=2),
        "Für „alle … Wochen“ wird der erste Termin gebraucht; es lässt sich nicht mit „im Monat“ verbinden.",
    ),
    (
        "zeit_monatswochen_form",
        lambda: build_zeit(monatswochen="2;4"),
        "Bitte Zahlen von 1 bis 5 oder -1 (letzter) mit Komma angeben.",
    ),
    (
        "ausnahme_neues_datum_nur_verschoben",
        lambda: build_ausnahme(art=Ausnahmeart.FAELLT_AUS, neues_datum=SPAETER),
        "Ein verschobener Termin braucht ein neues Datum, ein ausgefallener hat keines.",
    ),
    (
        "ausnahme_ende_nach_beginn",
        lambda: build_ausnahme(art=Ausnahmeart.VERSCHOBEN, neues_datum=SPAETER, neues_ende=time(15)),
        "Das neue Ende braucht einen neuen Beginn und muss danach liegen.",
    ),
    (
        "ausnahme_je_termin_einmalig",
        lambda: build_zweites(Ausnahme, angebot=AngebotFactory(), datum=TAG, beginn=time(14)),
        "Für diesen Termin gibt es schon eine Ausnahme.",
    ),
    (
        "ausnahme_je_tag_einmalig",
        lambda: build_zweites(Ausnahme, angebot=AngebotFactory(), datum=TAG),
        "Für diesen Tag gibt es schon eine Ausnahme.",
    ),
    (
        "schliesszeit_ort_oder_angebot",
        lambda: Schliesszeit(von=TAG, bis=SPAETER, ort=OrtFactory(), angebot=AngebotFactory()),
        "Eine Schließzeit gehört zu genau einem Ort oder genau einem Angebot.",
    ),
    (
        "schliesszeit_bis_nach_von",
        lambda: Schliesszeit(von=SPAETER, bis=TAG, ort=OrtFactory()),
        "Das Ende der Schließzeit liegt vor ihrem Anfang.",
    ),
    (
        "termin_einmalig",
        lambda: build_zweites(
            Termin, angebot=AngebotFactory(), datum=TAG, beginn=time(14), wochentag=1, tageszeit="nachmittag"
        ),
        None,
    ),
    (
        "ort_einmalig",
        lambda: build_zweites(Ort, name="Haus", strasse="Berliner Allee", hausnummer="1"),
        "Diesen Ort gibt es schon (gleicher Name, gleiche Adresse).",
    ),
    (
        "ort_koordinaten_vollstaendig",
        lambda: Ort(name="Haus", lat=52.55),
        "Bitte Breite und Länge angeben oder beide leer lassen.",
    ),
    (
        "ort_koordinaten_in_berlin",
        lambda: Ort(name="Haus", lat=13.45, lon=52.55),
        "Die Koordinaten liegen nicht in Berlin. Sind Breite und Länge vertauscht?",
    ),
    ("ort_plz_fuenf_ziffern", lambda: Ort(name="Haus", plz="1308"), "Eine Postleitzahl hat fünf Ziffern."),
    (
        "ort_haltestelle_einmalig",
        lambda: build_zweites(OrtHaltestelle, ort=OrtFactory(), haltestelle=build_haltestelle(), meter=100),
        None,
    ),
    (
        "barriereangabe_ort_oder_angebot",
        lambda: Barriereangabe(merkmal="wc"),
        "Eine Angabe gehört zu genau einem Ort oder genau einem Angebot.",
    ),
    (
        "barriereangabe_je_ort_einmalig",
        lambda: build_zweites(Barriereangabe, ort=OrtFactory(), merkmal="wc"),
        "Dieses Merkmal ist für den Ort schon angegeben.",
    ),
    (
        "barriereangabe_je_angebot_einmalig",
        lambda: build_zweites(Barriereangabe, angebot=AngebotFactory(), merkmal="wc"),
        "Dieses Merkmal ist für das Angebot schon angegeben.",
    ),
    (
        "quellenangabe_genau_ein_bezug",
        lambda: Quellenangabe(quelle="Aushang", ort=OrtFactory(), traeger=TraegerFactory()),
        "Eine Quelle gehört zu genau einem Angebot, Ort oder Träger.",
    ),
    (
        "kiez_kachel_einmalig",
        lambda: KiezFactory.build(spalte=KiezFactory(spalte=7).spalte),
        "Auf diesem Feld der Kachelkarte liegt schon ein Kiez.",
    ),
    (
        "ortsteil_anteil_einmalig",
        lambda: build_zweites(OrtsteilAnteil, ortsteil=OrtsteilFactory(), kiez=KiezFactory(), adressanteil=0.5),
        None,
    ),
    (
        "ortsteil_anteil_zwischen_0_und_1",
        lambda: OrtsteilAnteil(ortsteil=OrtsteilFactory(), kiez=KiezFactory(), adressanteil=1.01),
        None,
    ),
    (
        "plz_anteil_einmalig",
        lambda: build_zweites(PlzAnteil, postleitzahl=build_plz(), kiez=KiezFactory(), adressanteil=0.5),
        None,
    ),
    (
        "plz_anteil_zwischen_0_und_1",
        lambda: PlzAnteil(postleitzahl=build_plz(), kiez=KiezFactory(), adressanteil=-0.1),
        None,
    ),
    (
        "strassenabschnitt_einmalig",
        lambda: build_zweites(
            Strassenabschnitt, strasse="Berliner Allee", plz="13088", planungsraum=PlanungsraumFactory(), adressen=1
        ),
        None,
    ),
    (
        "krisenhilfe_einmalig",
        lambda: build_zweites(Krisenhilfe, name="Notruf", art="Notruf", nummer="112"),
        "Diese Nummer steht schon in der Liste.",
    ),
    (
        "angebotsmenge_einmalig",
        lambda: build_zweites(Angebotsmenge, gruppe="kiez", wert="buch", bits=b"\x02"),
        None,
    ),
    (
        "rufname_kiez_oder_planungsraum",
        lambda: Rufname(name="Helmi"),
        "Bitte genau eines angeben: Kiez oder Planungsraum.",
    ),
    ("synonymgruppe_mit_worten", lambda: Synonymgruppe(worte=""), "Bitte mindestens ein Wort angeben."),
    (
        "textausnahme_einmalig",
        lambda: build_zweites(Textausnahme, angebot=AngebotFactory(), **build_textausnahmefelder()),
        "Diese Stelle ist schon als bewusst so gelassen eingetragen.",
    ),
    (
        "textausnahme_mit_grund",
        lambda: Textausnahme(angebot=AngebotFactory(), **(build_textausnahmefelder() | {"grund": ""})),
        "Bitte einen Grund angeben.",
    ),
    ("suchluecke_einmalig", lambda: build_zweites(Suchluecke, monat="2026-11"), "Diese Zählung gibt es schon."),
    (
        "suchluecke_monat_form",
        lambda: Suchluecke(monat="2026-13"),
        "Bitte Jahr und Monat angeben, zum Beispiel 2026-11.",
    ),
    (
        "mitmachrolle_einmalig",
        lambda: build_zweites(Mitmachrolle, angebot=AngebotFactory(), aufgabe="Backen", zeitaufwand="1 Stunde"),
        "Diese Aufgabe steht schon da.",
    ),
    (
        "mitmachrolle_mit_zeitaufwand",
        lambda: Mitmachrolle(angebot=AngebotFactory(), aufgabe="Backen"),
        "Bitte angeben, wie viel Zeit die Aufgabe braucht.",
    ),
    (
        "foto_angebot_oder_ort",
        lambda: build_foto(angebot=AngebotFactory(), ort=OrtFactory()),
        "Ein Foto gehört zu genau einem Angebot oder genau einem Ort.",
    ),
    (
        "foto_eingang_am_ort",
        lambda: build_foto(angebot=AngebotFactory(), motiv=Motiv.EINGANG),
        "Ein Foto vom Eingang gehört zum Ort: Dann steht es bei allen Angeboten in diesem Haus.",
    ),
    (
        "foto_mit_alt_text",
        lambda: build_foto(ort=OrtFactory(), alt_text="Neun Zei."),
        "Bitte beschreiben Sie in 10 bis 200 Zeichen, was auf dem Foto zu sehen ist.",
    ),
    (
        "foto_mit_bildnachweis",
        lambda: build_foto(ort=OrtFactory(), bildnachweis=""),
        "Bitte angeben, von wem das Foto ist.",
    ),
    (
        "foto_menschen_mit_einwilligung",
        lambda: build_foto(ort=OrtFactory(), menschen_erkennbar=True),
        "Sind Menschen zu erkennen, muss ihre Einwilligung vorliegen. Bitte vermerken, wo sie liegt.",
    ),
    (
        "meldung_frist_nach_eingang",
        lambda: MeldungFactory.build(eingegangen_am=SPAETER, faellig_am=TAG),
        "Eine Meldung ist frühestens an dem Tag fällig, an dem sie eingeht.",
    ),
    (
        "meldung_erledigt_mit_tag",
        lambda: MeldungFactory.build(status="erledigt", ergebnis="geändert"),
        "Genau die erledigten Meldungen haben einen Tag, an dem sie erledigt wurden.",
    ),
    (
        "meldung_erledigt_mit_tag",
        lambda: MeldungFactory.build(erledigt_am=TAG),
        "Genau die erledigten Meldungen haben einen Tag, an dem sie erledigt wurden.",
    ),
    (
        "meldung_erledigt_mit_tag",
        lambda: MeldungFactory.build(status="erledigt", ergebnis="geändert", erledigt_am=date(2026, 11, 20)),
        "Genau die erledigten Meldungen haben einen Tag, an dem sie erledigt wurden.",
    ),
    (
        "meldung_erledigt_mit_ergebnis",
        lambda: MeldungFactory.build(status="erledigt", erledigt_am=TAG),
        "Bitte schreiben Sie kurz auf, was Sie getan haben.",
    ),
    (
        "meldung_text_laenge",
        lambda: MeldungFactory.build(text="x" * 2001),
        "Eine Meldung hat einen Text mit höchstens 2.000 Zeichen.",
    ),
    (
        "meldung_text_laenge",
        lambda: MeldungFactory.build(text=""),
        "Eine Meldung hat einen Text mit höchstens 2.000 Zeichen.",
    ),
    (
        "meldung_seite_nur_pfad",
        lambda: MeldungFactory.build(seite="/angebote/?q=trauer"),
        "Von der Seite wird nur der Pfad gespeichert, ohne Suchwörter.",
    ),
    (
        "meldung_seite_nur_pfad",
        lambda: MeldungFactory.build(seite="https://fremd.example/"),
        "Von der Seite wird nur der Pfad gespeichert, ohne Suchwörter.",
    ),
    (
        "meldungszaehler_einmalig",
        lambda: build_zweites(Meldungszaehler, stunde=datetime(2026, 11, 21, 6, tzinfo=UTC), schluessel="a"),
        None,
    ),
]


NAMEN = [name for name, _fall, _meldung in FAELLE]


def list_constraint_names() -> set[str]:
    return {
        str(constraint.name)
        for model in apps.get_app_config("angebote").get_models()
        for constraint in model._meta.constraints
    }


def test_every_constraint_has_a_case_here() -> None:
    assert set(NAMEN) == list_constraint_names()


@pytest.mark.parametrize(("name", "fall", "meldung"), FAELLE, ids=NAMEN)
def test_constraint_violation_is_refused_with_its_message(name: str, fall: Fall, meldung: str | None) -> None:
    with pytest.raises(ValidationError) as fehler:
        fall().validate_constraints()
    if meldung is not None:
        assert fehler.value.messages == [meldung]


@pytest.mark.parametrize(
    ("name", "fall"), [fall[:2] for fall in FAELLE], ids=[name for name, _fall, _meldung in FAELLE]
)
def test_constraint_violation_is_refused_by_the_database(name: str, fall: Fall) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        fall().save()


@pytest.mark.parametrize(
    "fall",
    [
        lambda: AngebotFactory.build(ort=None, gueltig_von=TAG, gueltig_bis=TAG),
        lambda: AngebotFactory.build(ort=None, alter_von=60, alter_bis=60),
        lambda: AngebotFactory.build(ort=None, exklusiv=True, exklusiv_grund="Schutzraum"),
        lambda: AngebotFactory.build(ort=None, kapazitaet=Kapazitaet.VOLL, kapazitaet_am=TAG),
        lambda: AngebotFactory.build(ort=None, wartezeit_wochen=4, wartezeit_am=TAG),
        lambda: Kosten(angebot=AngebotFactory(), art=Kostenart.ERMAESSIGT, betrag_cent=0),
        lambda: Kosten(angebot=AngebotFactory(), art=Kostenart.BETRAG, betrag_cent=1),
        lambda: build_zeit(monatswochen="2,4", ende=time(14, 1)),
        lambda: build_zeit(intervall_wochen=2, gueltig_von=TAG, gueltig_bis=TAG),
        lambda: build_zeit(art=Zeitart.UNBEKANNT, wochentag=None, beginn=None),
        lambda: build_zeit(art=Zeitart.EINZELN, datum=TAG, wochentag=None),
        lambda: build_ausnahme(art=Ausnahmeart.VERSCHOBEN, neues_datum=SPAETER, neuer_beginn=time(9)),
        lambda: Schliesszeit(von=TAG, bis=TAG, angebot=AngebotFactory()),
        lambda: Ort(name="Haus", lat=52.55, lon=13.45, plz="13086"),
        lambda: Ort(name="Haus", strasse="Berliner Allee", hausnummer="1"),
        lambda: Barriereangabe(merkmal="wc", ort=OrtFactory()),
        lambda: Quellenangabe(quelle="Aushang", traeger=TraegerFactory()),
        lambda: build_foto(ort=OrtFactory(), motiv=Motiv.EINGANG),
        lambda: build_foto(angebot=AngebotFactory(), menschen_erkennbar=True, einwilligung_vermerk="Akte Fotos"),
        lambda: MeldungFactory.build(eingegangen_am=TAG, faellig_am=TAG, text="x" * 2000, seite="/"),
        lambda: MeldungFactory.build(status="erledigt", ergebnis="geändert", erledigt_am=date(2026, 11, 21)),
    ],
)
def test_constraint_valid_neighbour_is_accepted(fall: Fall) -> None:
    zeile = fall()
    zeile.validate_constraints()
    zeile.save()
    assert zeile.pk is not None
