"""From the bytes of a file to offers and back, on the whole path."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from angebote.choices import Kostenart, Status, Vorschlagsstatus, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.importers.pfad.anwenden import Lauf, apply_zeilen
from angebote.importers.pfad.ausgabe import build_tabelle, build_vorlage, write_tabelle
from angebote.importers.pfad.dateien import read_datei
from angebote.importers.pfad.grenzen import DateifehlerError
from angebote.importers.pfad.lesen import finish_import, preview_zeilen, read_lesung
from angebote.importers.pfad.plan import AUS_DER_DATEI, NEU_ANLEGEN, Auftrag, Ergebnis, Planzeile
from angebote.models import Aenderungsvorschlag, Angebot, Importbezug, Kategorie, Kosten, Ort, Zeit
from tests.factories import AngebotFactory, MitmachrolleFactory, OrtFactory

pytestmark = pytest.mark.django_db
KATEGORIE = "Café, Treff & Plaudern"
KOPF = "Kennung;Titel;Kategorien;Zeiten;Ort;Straße;Hausnummer;PLZ;Kosten;Telefon"
ZEILE = f"A-1;Kaffeerunde;{KATEGORIE};Di 14:00-16:00;Haus am Park;Breite Str.;12a;13187;2,50 € je Treffen;030 1234567"


def run(text: str, jetzt: datetime, *, entscheidungen: dict[int, str] | None = None, **auftrag: Any) -> list[Planzeile]:
    lesung = read_lesung(text.encode())
    lauf = Lauf(
        auftrag=Auftrag(quelle="Liste", entscheidungen=entscheidungen or {}, **auftrag), datei="liste.csv", jetzt=jetzt
    )
    fertige = apply_zeilen(lesung.zeilen, lauf=lauf)
    finish_import(lesung, lauf=lauf)
    return fertige


def results(plan: list[Planzeile]) -> list[Ergebnis]:
    return [zeile.ergebnis for zeile in plan]


def test_new_row_becomes_a_draft_with_all_its_parts(jetzt: datetime) -> None:
    assert results(run(f"{KOPF}\n{ZEILE}", jetzt)) == [Ergebnis.NEU]

    angebot = Angebot.objects.get()
    assert (angebot.titel, angebot.status, angebot.telefon) == ("Kaffeerunde", Status.ENTWURF, "030 1234567")
    assert [kategorie.name for kategorie in angebot.kategorien.all()] == [KATEGORIE]
    assert angebot.ort is not None
    assert angebot.ort.anschrift == "Breite Straße 12a, 13187 Berlin"
    assert [weg.art for weg in angebot.zugangswege.all()] == [Zugang.VOR_ORT]
    assert [(k.art, k.betrag_cent) for k in Kosten.objects.all()] == [(Kostenart.BETRAG, 250)]
    assert [zeit.wochentag for zeit in Zeit.objects.all()] == [1]
    assert angebot.termine.exists()


def test_new_row_has_a_history_that_names_the_file_and_the_categories(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)

    eintrag = Angebot.objects.get().verlauf.get()
    assert eintrag.history_change_reason == "Import liste.csv"
    assert [zeile.kategorie.name for zeile in eintrag.kategorien.all()] == [KATEGORIE]


def test_row_with_tasks_for_helpers_creates_and_changes_them(jetzt: datetime) -> None:
    rolle = '"Kaffee ausschenken [Wie oft: regelmäßig] [Zeit: 2 Stunden]"'
    run(f"{KOPF};Mitmachen\n{ZEILE};{rolle}", jetzt)
    run(f"{KOPF};Mitmachen\n{ZEILE};{rolle.replace('2 Stunden', '1 Stunde')}", jetzt)

    [aufgabe] = Angebot.objects.get().mitmachrollen.all()
    assert (aufgabe.aufgabe, aufgabe.zeitaufwand) == ("Kaffee ausschenken", "1 Stunde")
    assert [zeile.history_type for zeile in aufgabe.verlauf.all()] == ["~", "+"]


def test_preview_writes_nothing() -> None:
    bericht = preview_zeilen(read_lesung(f"{KOPF}\n{ZEILE}".encode()), auftrag=Auftrag(quelle="Liste"))

    assert (bericht.zahlen[Ergebnis.NEU], bericht.neue_orte) == (1, 1)
    assert (Angebot.objects.count(), Ort.objects.count(), Importbezug.objects.count()) == (0, 0, 0)


def test_row_with_errors_is_left_out_and_the_others_are_taken(jetzt: datetime) -> None:
    falsch = f"A-2;Chor;{KATEGORIE};Di 16-14;#WERT!;Breite Straße;12. Mai;1043;viel;301234567"

    plan = run(f"{KOPF}\n{falsch}\n{ZEILE}", jetzt)

    assert results(plan) == [Ergebnis.ABGELEHNT, Ergebnis.NEU]
    assert [fehler.spalte for fehler in plan[0].fehler] == [
        *("Zeiten", "Ort", "Hausnummer", "Postleitzahl", "Kosten", "Telefon")
    ]
    assert {fehler.nummer for fehler in plan[0].fehler} == {2}
    assert str(plan[0].fehler[3]).startswith("Zeile 2, Spalte „Postleitzahl“: „1043“ – Eine Postleitzahl hat fünf")
    assert [angebot.titel for angebot in Angebot.objects.all()] == ["Kaffeerunde"]


def test_same_file_again_changes_nothing(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)

    assert results(run(f"{KOPF}\n{ZEILE}", jetzt)) == [Ergebnis.UNVERAENDERT]
    assert Angebot.objects.count() == 1


def test_changed_row_updates_by_its_key(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)

    plan = run(f"{KOPF}\n{ZEILE.replace('Di 14', 'Mi 14')}", jetzt)

    assert results(plan) == [Ergebnis.GEAENDERT]
    assert set(plan[0].aenderungen) == {"zeiten"}
    assert [zeit.wochentag for zeit in Zeit.objects.all()] == [2]


def test_what_the_redaktion_changed_stays_while_the_source_says_the_same(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)
    Angebot.objects.update(telefon="030 7654321")

    plan = run(f"{KOPF}\n{ZEILE}".replace("Di 14", "Mi 14"), jetzt)

    assert set(plan[0].aenderungen) == {"zeiten"}
    assert Angebot.objects.get().telefon == "030 7654321"


def test_what_both_changed_is_a_conflict_and_ours_stays(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)
    Angebot.objects.update(telefon="030 7654321")

    plan = run(f"{KOPF}\n{ZEILE}".replace("030 1234567", "030 1111111"), jetzt)

    assert plan[0].konflikte == {"telefon": {"alt": "030 7654321", "neu": "030 1111111"}}
    assert Angebot.objects.get().telefon == "030 7654321"


def test_what_both_changed_is_taken_from_the_file_where_somebody_says_so(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)
    Angebot.objects.update(telefon="030 7654321")

    run(f"{KOPF}\n{ZEILE}".replace("030 1234567", "030 1111111"), jetzt, entscheidungen={2: AUS_DER_DATEI})

    assert Angebot.objects.get().telefon == "030 1111111"


def test_vanished_row_is_marked_and_comes_back(jetzt: datetime) -> None:
    zweite = ZEILE.replace("A-1;Kaffeerunde", "A-2;Chorprobe")
    run(f"{KOPF}\n{ZEILE}\n{zweite}", jetzt)

    run(f"{KOPF}\n{zweite}", jetzt + timedelta(days=1))
    verschwundene = [bezug.schluessel for bezug in Importbezug.objects.verschwundene()]
    run(f"{KOPF}\n{ZEILE}\n{zweite}", jetzt + timedelta(days=2))

    assert verschwundene == ["A-1"]
    assert list(Importbezug.objects.verschwundene()) == []
    assert Angebot.objects.count() == 2


def test_published_offer_gets_a_proposal_from_somebody_who_may_not_publish(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)
    Angebot.objects.update(status=Status.VEROEFFENTLICHT, veroeffentlicht_am=jetzt.date())

    plan = run(f"{KOPF}\n{ZEILE}".replace("030 1234567", "030 1111111"), jetzt, darf_veroeffentlichen=False)

    assert results(plan) == [Ergebnis.VORSCHLAG]
    vorschlag = Aenderungsvorschlag.objects.get()
    assert vorschlag.aenderungen == {"telefon": {"alt": "030 1234567", "neu": "030 1111111"}}
    assert vorschlag.status == Vorschlagsstatus.OFFEN
    assert Angebot.objects.get().telefon == "030 1234567"


def test_row_like_an_existing_offer_waits_for_a_decision(jetzt: datetime) -> None:
    ort = OrtFactory(name="Haus am Park", strasse="Breite Straße", hausnummer="12a")
    vorhandenes = AngebotFactory(titel="Große Kaffeerunde", ort=ort)

    plan = run(f"{KOPF}\n{ZEILE}", jetzt)

    assert results(plan) == [Ergebnis.DOPPELT]
    assert [(d.angebot_id, d.gruende) for d in plan[0].doppelte] == [
        (vorhandenes.pk, "ähnlicher Name, gleiche Anschrift")
    ]
    assert results(run(f"{KOPF}\n{ZEILE}", jetzt, entscheidungen={2: NEU_ANLEGEN})) == [Ergebnis.NEU]
    assert Ort.objects.count() == 1


def test_row_said_to_belong_to_an_offer_fills_what_is_empty_and_is_known_again(jetzt: datetime) -> None:
    vorhandenes = AngebotFactory(titel="Kaffeerunde", telefon="")
    refresh_angebote(angebot_ids=[vorhandenes.pk], heute=jetzt.date())

    run(f"{KOPF}\n{ZEILE}", jetzt, entscheidungen={2: f"angebot:{vorhandenes.pk}"})

    vorhandenes.refresh_from_db()
    assert vorhandenes.telefon == "030 1234567"
    assert Importbezug.objects.get().angebot == vorhandenes
    assert results(run(f"{KOPF}\n{ZEILE}", jetzt)) == [Ergebnis.UNVERAENDERT]


def test_key_said_twice_is_refused_the_second_time(jetzt: datetime) -> None:
    plan = run(f"{KOPF}\n{ZEILE}\n{ZEILE}", jetzt)

    assert results(plan) == [Ergebnis.NEU, Ergebnis.ABGELEHNT]
    assert "steht schon in Zeile 2" in str(plan[1].fehler[0])


def test_row_the_database_refuses_leaves_the_others_alone(jetzt: datetime) -> None:
    kopf, falsch = f"{KOPF};Breite;Länge", ZEILE.replace("A-1;Kaffeerunde", "A-2;Chor").replace("Park", "Fluss")

    plan = run(f"{kopf}\n{ZEILE};;\n{falsch};48,1;11,5", jetzt)

    assert results(plan) == [Ergebnis.NEU, Ergebnis.ABGELEHNT]
    assert "nicht in Berlin" in str(plan[1].fehler[0])
    assert [ort.name for ort in Ort.objects.all()] == ["Haus am Park"]


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_exported_offers_imported_again_change_nothing(format_: str, jetzt: datetime) -> None:
    run(f"{KOPF};Beschreibung\n{ZEILE};=Formel? Nein,  Text", jetzt)
    MitmachrolleFactory(angebot=Angebot.objects.get(), beschreibung="Tische (4); Stühle [8]")
    inhalt = write_tabelle(build_tabelle(Angebot.objects.all()), format_)

    bericht = preview_zeilen(read_lesung(inhalt), auftrag=Auftrag(quelle="Ausgabe"))

    assert [(zeile.ergebnis, zeile.aenderungen, zeile.konflikte) for zeile in bericht.zeilen] == [
        (Ergebnis.UNVERAENDERT, {}, {})
    ]


def test_exported_offer_edited_in_the_file_is_changed_and_emptied(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)
    text = write_tabelle(build_tabelle(Angebot.objects.all()), "csv").decode("utf-8-sig")

    run(text.replace("030 1234567", "").replace("Kaffeerunde", "Teerunde"), jetzt)

    angebot = Angebot.objects.get()
    assert (angebot.titel, angebot.telefon) == ("Teerunde", "")


def test_exported_offer_changed_meanwhile_is_a_conflict(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)
    text = write_tabelle(build_tabelle(Angebot.objects.all()), "csv").decode("utf-8-sig")
    Angebot.objects.update(titel="Kaffeetafel")

    plan = run(text, jetzt)

    assert set(plan[0].konflikte) == {"titel"}
    assert Angebot.objects.get().titel == "Kaffeetafel"


def test_template_is_read_without_an_error() -> None:
    Kategorie.objects.get(name=KATEGORIE)

    lesung = read_lesung(write_tabelle(build_vorlage(), "xlsx"))

    assert [zeile.fehler for zeile in lesung.zeilen] == [[]]
    assert lesung.unbekannte == []


def test_headings_in_other_words_and_order_are_understood_and_unknown_ones_named() -> None:
    text = f"Liste der Angebote;;\n\nFARBE;strasse;NAME;kategorie\nrot;Weg;Chor;{KATEGORIE}"

    rohdatei = read_datei(text.encode("cp1252"))

    assert rohdatei.unbekannte == ["FARBE"]
    assert rohdatei.spalten == {"ort.strasse", "titel", "kategorien"}
    assert [zeile.nummer for zeile in rohdatei.zeilen] == [4]


@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("trennzeichen", [";", ",", "\t"])
def test_encodings_and_separators_are_recognised(kodierung: str, trennzeichen: str) -> None:
    text = (
        f'Titel{trennzeichen}Straße{trennzeichen}Beschreibung\r\nCafé{trennzeichen}Weg{trennzeichen}"Eins;\nzwei"\r\n'
    )

    [zeile] = read_datei(text.encode(kodierung)).zeilen

    assert zeile.zellen == {"titel": "Café", "ort.strasse": "Weg", "beschreibung": "Eins;\nzwei"}


@pytest.mark.parametrize(
    ("inhalt", "grund"),
    [
        (b"", "leer"),
        (b"Titel;Stra\xdfe\n", "steht keine Zeile"),
        (b"a;b\n1;2\n", "Überschriften fehlt"),
        (b"Kategorien;Stra\xdfe\nx;y\n", "Die Spalte „Titel“ fehlt"),
        (b"Titel;Titel;Ort\nx;y;z\n", "zweimal in der Datei: „Titel“"),
        (b"%PDF-1.7", "keine Tabelle"),
        (b"\xd0\xcf\x11\xe0rest", "Passwort"),
        (b"PK\x03\x04kaputt", "beschädigt"),
    ],
)
def test_file_that_cannot_be_used_is_refused_with_the_reason(inhalt: bytes, grund: str) -> None:
    with pytest.raises(DateifehlerError, match=grund):
        read_datei(inhalt)


def build_xlsx(zeilen: list[list[Any]], *, verbunden: str = "") -> bytes:
    mappe = Workbook()
    for zeile in zeilen:
        mappe.active.append(zeile)
    if verbunden:
        mappe.active.merge_cells(verbunden)
    ziel = BytesIO()
    mappe.save(ziel)
    return ziel.getvalue()


def test_excel_formula_without_result_is_refused_naming_the_cell() -> None:
    [zeile] = read_datei(build_xlsx([["Titel", "Ort"], ["Chor", "=A2"]])).zeilen

    assert zeile.einwaende == ["In der Zelle B2 steht eine Formel ohne Ergebnis. Bitte den Wert eintragen."]


def test_excel_merged_cells_are_refused_by_row() -> None:
    rohdatei = read_datei(build_xlsx([["Titel", "Ort"], ["Chor", "Haus"], ["Tanz", None]], verbunden="B2:B3"))

    assert [zeile.einwaende for zeile in rohdatei.zeilen] == [
        ["Die Zellen B2:B3 sind verbunden. Bitte trennen und jede ausfüllen."],
        ["Die Zellen B2:B3 sind verbunden. Bitte trennen und jede ausfüllen."],
    ]


def test_changed_row_has_one_row_of_history_with_reason_and_parts(jetzt: datetime) -> None:
    run(f"{KOPF}\n{ZEILE}", jetzt)

    run(f"{KOPF}\n{ZEILE}".replace("030 1234567", "030 1111111").replace("Di 14", "Mi 14"), jetzt)

    angebot = Angebot.objects.get()
    neuester = angebot.verlauf.first()
    assert [zeile.telefon for zeile in angebot.verlauf.all()] == ["030 1111111", "030 1234567"]
    assert (neuester.history_change_reason, neuester.history_type) == ("Import liste.csv", "~")
    assert [zeile.kategorie.name for zeile in neuester.kategorien.all()] == [KATEGORIE]
    assert [zeile.wochentag for zeile in Zeit.verlauf.all()] == [2, 1]


def test_change_that_the_database_refuses_leaves_neither_values_nor_history(jetzt: datetime) -> None:
    run(f"{KOPF};Breite;Länge\n{ZEILE};;", jetzt)
    anders = ZEILE.replace("Haus am Park", "Haus am Meer").replace("1234567", "1111111")

    plan = run(f"{KOPF};Breite;Länge\n{anders};10,5;10,5", jetzt)

    angebot = Angebot.objects.get()
    assert results(plan) == [Ergebnis.ABGELEHNT]
    assert (angebot.telefon, angebot.verlauf.count(), Ort.objects.count()) == ("030 1234567", 1, 1)
