"""The chapters in words: what is claimed, what is said where nothing is known, and where things are missing."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from angebote.choices import Bereich
from angebote.models import Kategorie, Kiez
from konzept.choices import Anzeige, Drucksachenstatus, Komponentenart, Massnahmenstatus
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsangebote import describe_verteilung, describe_wo, name_altersgruppen
from konzept.domain.berichtsbloecke import (
    build_absaetze,
    build_diagramm,
    build_vergleichsdiagramm,
    format_anteil,
    format_unterschied,
    format_wert,
    format_zahl,
)
from konzept.domain.massnahmenstatus import SCHRITTE
from konzept.models import Bericht, Geschaeftsbereich
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konzept.berichtskatalog import create_vollen, refresh_mengen
from tests.konzept.factories import DrucksacheFactory, MassnahmeFactory, ZustaendigkeitFactory, get_komponente
from tests.konzept.factories_bericht import create_entwurf, create_freigegebenen
from tests.konzept.factories_massnahmen import IndikatorFactory, IndikatorwertFactory, MassnahmenwechselFactory

pytestmark = pytest.mark.django_db
KAPITEL = [
    "Anlass",
    "Zuständigkeiten",
    "Komponente Prävention",
    "Komponente Überwindung und Minderung",
    "Komponente Sensibilisierung und Koordination",
    "Maßnahmen im Überblick",
    "Beiträge der Geschäftsbereiche",
    "Angebote in Pankow",
    "Lücken",
    "Veränderungen seit dem letzten Bericht",
    "Ausblick",
]


def build(bericht: Bericht, heute: date) -> dict[str, Any]:
    dokument: dict[str, Any] = build_abbild(bericht, heute=heute)["dokument"]
    return dokument


def find_kapitel(dokument: dict[str, Any], titel: str) -> list[dict[str, Any]]:
    [bloecke] = [eines["bloecke"] for eines in dokument["abschnitte"] if eines["titel"] == titel]
    return list(bloecke)


def find_tabelle(dokument: dict[str, Any], titel: str) -> list[list[str]]:
    tabellen = [block for eines in dokument["abschnitte"] for block in eines["bloecke"] if block["art"] == "tabelle"]
    [zeilen] = [tabelle["zeilen"] for tabelle in tabellen if tabelle["titel"] == titel]
    return list(zeilen)


def read_saetze(dokument: dict[str, Any], titel: str) -> list[str]:
    return [block["text"] for block in find_kapitel(dokument, titel) if block["art"] == "absatz"]


def test_chapters_are_numbered_in_one_order(heute: date) -> None:
    abschnitte = build(create_entwurf(), heute)["abschnitte"]
    assert [(eines["nummer"], eines["titel"]) for eines in abschnitte] == list(enumerate(KAPITEL, start=1))


def test_head_is_that_of_a_vorlage_zur_kenntnisnahme(heute: date) -> None:
    dokument = build(create_entwurf(), heute)
    assert dokument["kopf"] == "Vorlage zur Kenntnisnahme für die Bezirksverordnetenversammlung"
    assert dokument["titel"] == "Zwischenbericht: Pankow gegen Einsamkeit"
    assert {angabe["name"]: angabe["wert"] for angabe in dokument["angaben"]} == {
        "Drucksache": "IX-1179, Pankow gegen Einsamkeit",
        "Stand der Drucksache": "eingebracht am 13. Mai 2025",
        "Berichtsart": "Zwischenbericht",
        "Stichtag": "21. November 2026",
        "Konzept": "Noch gilt keine Version des Konzepts.",
        "Vorgelegt von": "Bezirksamt Pankow von Berlin",
    }


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({}, "eingebracht"),
        ({"eingebracht_am": date(2025, 5, 13)}, "eingebracht am 13. Mai 2025"),
        (
            {"eingebracht_am": date(2025, 5, 13), "status": Drucksachenstatus.BERATUNG},
            "in der Ausschussberatung, eingebracht am 13. Mai 2025",
        ),
        (
            {"status": Drucksachenstatus.BESCHLOSSEN, "beschlossen_am": date(2025, 9, 3)},
            "beschlossen, Beschluss vom 3. September 2025",
        ),
        ({"status": Drucksachenstatus.ABGELEHNT}, "abgelehnt"),
    ],
)
def test_status_of_the_drucksache_is_what_staff_have_entered(heute: date, felder: dict[str, Any], satz: str) -> None:
    daten = build_abbild(create_entwurf(drucksache=DrucksacheFactory(**felder)), heute=heute)
    assert daten["drucksache"]["status"] == satz
    assert ("beschlossen" in str(daten["dokument"]).casefold()) == ("beschlossen" in satz)


def test_vacancies_stand_beside_those_who_answer(heute: date) -> None:
    ZustaendigkeitFactory(
        komponente=get_komponente(), ist_haupt=True, funktion="Leitung", vertretung_funktion="Referat"
    )
    ZustaendigkeitFactory(komponente=get_komponente(Komponentenart.UEBERWINDUNG), ist_haupt=True, anzeige=Anzeige.NEIN)
    dokument = build(create_entwurf(), heute)
    zeilen = [
        (wofuer, wer, vertretung)
        for wofuer, wer, _bereich, vertretung in find_tabelle(dokument, "Zuständigkeiten am Stichtag")
    ]
    assert zeilen == [
        ("Prävention", "Leitung", "Referat"),
        ("Überwindung und Minderung", "besetzt, nicht zur Nennung freigegeben", "–"),
        ("Sensibilisierung und Koordination", "zurzeit nicht besetzt", "–"),
    ]
    assert read_saetze(dokument, "Zuständigkeiten") == [
        "Nicht besetzt ist am Stichtag: Sensibilisierung und Koordination."
    ]


def test_whole_concept_covers_what_has_nobody_of_its_own(heute: date) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True, funktion="Koordination")
    dokument = build(create_entwurf(), heute)
    zeilen = [zeile[:2] for zeile in find_tabelle(dokument, "Zuständigkeiten am Stichtag")]
    andere = "durch die Zuständigkeit für das gesamte Konzept"
    assert zeilen == [
        ["gesamtes Konzept", "Koordination"],
        ["Prävention", andere],
        ["Überwindung und Minderung", andere],
        ["Sensibilisierung und Koordination", andere],
    ]
    assert read_saetze(dokument, "Zuständigkeiten") == [
        "Für jede der drei Komponenten ist am Stichtag jemand zuständig."
    ]


def test_empty_texts_are_said_to_be_empty(heute: date) -> None:
    dokument = build(create_entwurf(), heute)
    assert read_saetze(dokument, "Ausblick") == ["Dazu ist nichts eingetragen."]
    assert read_saetze(dokument, "Komponente Prävention")[1:] == [
        "Dazu ist nichts eingetragen.",
        "Zu dieser Komponente gibt es am Stichtag keine Maßnahme.",
        "Dazu ist nichts eingetragen.",
        "Dazu ist nichts eingetragen.",
    ]


def test_measures_stand_with_their_component_and_in_the_overview(heute: date) -> None:
    bericht = create_vollen()
    MassnahmeFactory(titel="Auf Dauer", status=Massnahmenstatus.LAEUFT)
    dokument = build(bericht, heute)
    titel = "Maßnahmen der Komponente Prävention"
    assert [[*zeile[:2], *zeile[3:]] for zeile in find_tabelle(dokument, titel)] == [
        [
            *("Sonntagstisch", "geplant", "Vorname Nachname, Leitung"),
            *("ab 01.11.2026, auf Dauer", "Helmholtzwinkel"),
        ],
        ["Auf Dauer", "läuft", "über die Federführung", "ab 01.11.2026, auf Dauer", "ganz Pankow"],
    ]
    [diagramm] = [block for block in find_kapitel(dokument, "Maßnahmen im Überblick") if block["art"] == "diagramm"]
    assert diagramm["alt"] == "Balkendiagramm: geplant 1, läuft 1, abgeschlossen 0, verworfen 0."
    assert find_tabelle(dokument, "Maßnahmen nach Stand und Komponente") == [
        ["geplant", "1", "0", "0", "1"],
        ["läuft", "1", "0", "0", "1"],
        ["abgeschlossen", "0", "0", "0", "0"],
        ["verworfen", "0", "0", "0", "0"],
    ]


def find_liste(bloecke: list[dict[str, Any]], nach: str) -> list[str]:
    """The list right after a sentence; empty where the sentence is not there."""
    return next((liste["punkte"] for satz, liste in pairwise(bloecke) if satz.get("text", "").startswith(nach)), [])


def create_verworfene(titel: str, **schritt: Any) -> None:
    von, nach = schritt.pop("von", "geplant"), schritt.pop("nach", "verworfen")
    massnahme = MassnahmeFactory(titel=titel, status=nach)
    MassnahmenwechselFactory(massnahme=massnahme, von=von, nach=nach, **schritt)


def test_given_up_measures_stand_with_their_reason_where_the_law_asks_for_it(heute: date) -> None:
    create_verworfene("Video", grund="Keine\n Technik.")
    create_verworfene("Bus", von="laeuft", grund="Zu teuer.")
    create_verworfene("Chor", von="laeuft", nach="geplant", grund="Haus zu.")
    create_verworfene("Tafel", von="abgeschlossen", nach="laeuft", grund="Wird gebraucht.")
    create_verworfene("Garten", von="verworfen", nach="geplant", grund="Geld ist da.")
    bloecke = find_kapitel(build(create_entwurf(), heute), "Komponente Prävention")
    assert find_liste(bloecke, "Maßnahmen, die verworfen oder zurückgestellt sind") == [
        "Video, verworfen am 10. November 2026: Keine Technik.",
        "Bus, verworfen am 10. November 2026: Zu teuer.",
        "Chor, zurück auf geplant am 10. November 2026: Haus zu.",
    ]
    assert find_liste(bloecke, "Maßnahmen, die wieder aufgenommen sind") == [
        "Tafel, wieder aufgenommen am 10. November 2026: Wird gebraucht.",
        "Garten, wieder geplant am 10. November 2026: Geld ist da.",
    ]
    ueberschriften = [block["text"] for block in bloecke if block["art"] in ("zwischentitel", "absatz")]
    stelle = ueberschriften.index("Abweichungen vom Ersuchen")
    assert ueberschriften[stelle + 1].startswith("Maßnahmen, die verworfen oder zurückgestellt sind")


def test_every_step_that_needs_a_reason_has_words_in_the_report(heute: date) -> None:
    schritte = [schritt for schritt in SCHRITTE if schritt.braucht_grund]
    for nummer, schritt in enumerate(schritte):
        create_verworfene(f"Nummer {nummer}", von=schritt.von, nach=schritt.nach, grund=f"Grund {nummer}.")
    text = str(build(create_entwurf(), heute))
    assert [n for n in range(len(schritte)) if f"Grund {n}." not in text] == []


def test_aims_and_what_measures_build_on_stand_beside_them(heute: date) -> None:
    MassnahmeFactory(titel="Tisch", ziel="Wer allein ist,\nfindet Platz.", baut_auf="Küche im Haus.")
    MassnahmeFactory(titel="Bank", ziel="Sitzen.", baut_auf=" ")
    titel = "Ziele der Maßnahmen der Komponente Prävention, und worauf sie aufbauen"
    assert find_tabelle(build(create_entwurf(), heute), titel) == [
        ["Tisch", "Wer allein ist, findet Platz.", "Küche im Haus."],
        ["Bank", "Sitzen.", "nicht eingetragen"],
    ]


def test_indicators_stand_with_start_aim_and_what_was_counted(heute: date) -> None:
    tisch = MassnahmeFactory(titel="Tisch")
    MassnahmeFactory(titel="Bank")
    gezaehlt = IndikatorFactory(massnahme=tisch, name="Gäste", einheit="Personen", zielwert=Decimal(1200))
    for tag, wert in ((date(2026, 11, 3), Decimal("4.50")), (date(2026, 11, 20), Decimal(7))):
        IndikatorwertFactory(indikator=gezaehlt, tag=tag, wert=wert)
    IndikatorFactory(massnahme=tisch, name="Wartezeit", einheit="Tage", startwert=Decimal(90), zielwert=Decimal(30))
    dokument = build(create_entwurf(), heute)
    assert find_tabelle(dokument, "Indikatoren der Maßnahmen der Komponente Prävention") == [
        [
            *("Tisch", "Gäste (Einheit: Personen)", "2", "1.200 bis 30.06.2027"),
            "4,50\u00a0am\u00a003.11.2026; 7\u00a0am\u00a020.11.2026",
        ],
        ["Tisch", "Wartezeit (Einheit: Tage)", "90", "30 bis 30.06.2027", "noch nicht gezählt"],
    ]
    assert "Ohne Indikator: Bank." in read_saetze(dokument, "Komponente Prävention")


def test_measures_without_any_indicator_say_so(heute: date) -> None:
    MassnahmeFactory()
    saetze = read_saetze(build(create_entwurf(), heute), "Komponente Prävention")
    assert "Zu keiner dieser Maßnahmen ist ein Indikator eingetragen." in saetze


def test_measure_of_another_drucksache_is_neither_listed_nor_counted(heute: date) -> None:
    MassnahmeFactory(titel="Fremde", drucksache=DrucksacheFactory())
    dokument = build(create_entwurf(), heute)
    assert read_saetze(dokument, "Maßnahmen im Überblick") == [
        "Gezählt sind die Maßnahmen zu dieser Drucksache und die, die zu keiner Drucksache gehören.",
        "Am Stichtag ist keine solche Maßnahme eingetragen.",
    ]
    assert "Fremde" not in str(dokument)


def test_kiez_has_the_same_figures_as_bar_and_in_the_tables(heute: date) -> None:
    dokument = build(create_vollen(), heute)
    [diagramm] = [block for block in find_kapitel(dokument, "Angebote in Pankow") if block["art"] == "diagramm"]
    balken = {einer["name"]: (einer["wert"], einer["anzeige"]) for einer in diagramm["balken"]}
    assert balken["Helmholtzwinkel"] == (100, "1,00")
    zeilen = {zeile[0]: zeile[1:] for zeile in find_tabelle(dokument, "Angebote und Orte je Kiez")}
    assert zeilen["Helmholtzwinkel"] == ["2", "0 %", "2", "2.000", "1,00"]
    for titel in ("Menschen nach Alter, Stand 30. Juni 2022", "Angebote je 1.000 Menschen, nach Alter"):
        alter = {zeile[0]: zeile[1:] for zeile in find_tabelle(dokument, titel)}
        assert alter["Helmholtzwinkel"] == ["nicht bekannt"] * 4


def test_all_residents_stand_in_one_age_group_with_day_and_source(heute: date) -> None:
    Kiez.objects.all().delete()
    menschen = {"einwohner": 10_000, "unter_18": 2000, "von_18_bis_26": 1000, "ab_65": 2500}
    buch = KiezFactory(name="Buch", **menschen, einwohner_stand=date(2022, 6, 30))
    for _angebot in range(4):
        AngebotFactory(ort=OrtFactory(kiez=buch))
    refresh_mengen()
    dokument = build(create_entwurf(), heute)
    [tabelle] = [
        block
        for block in find_kapitel(dokument, "Angebote in Pankow")
        if block["art"] == "tabelle" and block["titel"] == "Menschen nach Alter, Stand 30. Juni 2022"
    ]
    assert tabelle["spalten"] == ["Kiez", "unter 18", "18 bis 26", "27 bis 64", "ab 65"]
    assert tabelle["zeilen"] == [["Buch", "2.000", "1.000", "4.500", "2.500"]]
    [(name, *quoten)] = find_tabelle(dokument, "Angebote je 1.000 Menschen, nach Alter")
    assert (name, [float(quote.replace(",", ".")) for quote in quoten]) == (
        "Buch",
        pytest.approx([2, 4, 0.9, 1.6], abs=0.02),
    )
    quelle = (
        "Stand der Einwohnerzahlen: 30. Juni 2022. Quelle: Amt für Statistik Berlin-Brandenburg, Einwohnerregister."
    )
    assert [quelle in satz for satz in read_saetze(dokument, "Angebote in Pankow")].count(True) == 1


def test_table_of_ages_names_no_day_where_there_are_several() -> None:
    assert name_altersgruppen([{"stand": "2022-06-30"}, {"stand": "2023-06-30"}]) == "Menschen nach Alter"
    assert name_altersgruppen([{"stand": ""}]) == "Menschen nach Alter"
    assert name_altersgruppen([{"stand": "2022-06-30"}] * 2) == "Menschen nach Alter, Stand 30. Juni 2022"


def test_missing_subjects_are_named_by_subject_and_counted_by_kiez(heute: date) -> None:
    Kategorie.objects.all().delete()
    chor, garten = (
        Kategorie.objects.create(slug=name.lower(), name=name, bereich=Bereich.BEGEGNUNG, icon="music")
        for name in ("Chor", "Garten")
    )
    kieze = [KiezFactory(name=name) for name in ("Buch", "Karow", "Pankow")]
    AngebotFactory(ort=OrtFactory(kiez=kieze[0])).kategorien.add(chor)
    for kiez in kieze[1:]:
        AngebotFactory(ort=OrtFactory(kiez=kiez)).kategorien.set([chor, garten])
    refresh_mengen()
    dokument = build(create_entwurf(), heute)
    assert find_tabelle(dokument, "Kieze ohne Angebot zu einem Thema") == [
        ["Chor", "in allen Kiezen", "0"],
        ["Garten", "fehlt in: Buch", "1"],
    ]
    assert find_tabelle(dokument, "Themen ohne Angebot je Kiez, von 2") == [
        ["Buch", "1"],
        ["Karow", "0"],
        ["Pankow", "0"],
    ]


@pytest.mark.parametrize(
    ("fehlt_in", "satz"),
    [
        (set(), "in allen Kiezen"),
        ({"A"}, "fehlt in: A"),
        ({"A", "B"}, "nur in: C"),
        ({"A", "B", "C"}, "in keinem Kiez"),
    ],
)
def test_shorter_half_is_named(fehlt_in: set[str], satz: str) -> None:
    assert describe_wo(["A", "B", "C"], fehlt_in) == satz


def test_distribution_without_residents_claims_nothing() -> None:
    kieze = [{"name": "Buch", "je_1000": {"einwohner": None}}]
    assert describe_verteilung(kieze) == "Balkendiagramm ohne Werte: Die Einwohnerzahlen sind nicht bekannt."


def test_paragraphs_are_split_at_empty_lines_only() -> None:
    absaetze = build_absaetze("Eins\r\nzwei\r\n\r\n\r\n  Drei ")
    assert absaetze == [{"art": "absatz", "text": "Eins zwei"}, {"art": "absatz", "text": "Drei"}]
    assert build_absaetze(" \n", leer="Nichts.") == [{"art": "absatz", "text": "Nichts."}]


def test_bars_are_shares_of_the_longest_and_unknown_has_none() -> None:
    diagramm = build_diagramm("T", "A", [("a", 4, "4"), ("b", 1, "1"), ("c", None, "nicht bekannt"), ("d", 0, "0")])
    assert [balken["wert"] for balken in diagramm["balken"]] == [100, 25, 0, 0]
    assert [balken["wert"] for balken in build_diagramm("T", "A", [("a", 0, "0")])["balken"]] == [0]


def test_pair_of_bars_is_an_outline_and_a_filled_one_on_one_scale() -> None:
    diagramm = build_vergleichsdiagramm("T", "A", [("Orte", 2, 4), ("Lücken", 0, 1)])
    assert diagramm["balken"] == [
        {"name": "Orte", "wert": 50, "anzeige": "vorher 2", "stil": "vorher"},
        {"name": "", "wert": 100, "anzeige": "jetzt 4"},
        {"name": "Lücken", "wert": 0, "anzeige": "vorher 0", "stil": "vorher"},
        {"name": "", "wert": 25, "anzeige": "jetzt 1"},
    ]


def test_pairs_that_count_different_things_have_a_scale_each() -> None:
    diagramm = build_vergleichsdiagramm("T", "A", [("Lücken", 300, 150), ("Maßnahmen", 3, 4)], je_paar=True)
    assert [(balken["wert"], balken.get("stil", "")) for balken in diagramm["balken"]] == [
        *((100, "vorher"), (50, "")),
        *((75, "vorher"), (100, "")),
    ]


def test_many_gaps_leave_few_measures_a_bar_that_can_be_seen(heute: date) -> None:
    for nummer in range(3):
        KiezFactory(name=f"Kiez {nummer}")
    MassnahmeFactory()
    create_freigegebenen()
    dokument = build(create_entwurf(), heute)
    bloecke = find_kapitel(dokument, "Veränderungen seit dem letzten Bericht")
    angebote, anderes = [block["balken"] for block in bloecke if block["art"] == "diagramm"]
    werte = {
        vorher["name"]: (vorher["wert"], jetzt["wert"])
        for vorher, jetzt in zip(anderes[::2], anderes[1::2], strict=True)
    }
    assert werte == {
        "Orte mit einem Angebot": (0, 0),
        "Lücken: Kiez ohne Angebot zu einem Thema": (100, 100),
        "besetzte Komponenten": (0, 0),
        "Maßnahmen": (100, 100),
        "Geschäftsbereiche und Ämter mit Beitrag": (0, 0),
    }
    assert {balken["wert"] for balken in angebote} == {0}


def test_gaps_are_drawn_with_the_figures_of_their_table(heute: date) -> None:
    Kategorie.objects.all().delete()
    for name in ("Chor", "Garten"):
        Kategorie.objects.create(slug=name.lower(), name=name, bereich=Bereich.BEGEGNUNG, icon="music")
    kieze = [KiezFactory(name=name) for name in ("Buch", "Karow")]
    AngebotFactory(ort=OrtFactory(kiez=kieze[1])).kategorien.set(Kategorie.objects.filter(slug="chor"))
    refresh_mengen()
    dokument = build(create_entwurf(), heute)
    [diagramm] = [block for block in find_kapitel(dokument, "Lücken") if block["art"] == "diagramm"]
    balken = [(einer["name"], einer["wert"], einer["anzeige"]) for einer in diagramm["balken"]]
    assert balken == [("Buch", 100, "2"), ("Karow", 50, "1")]
    assert diagramm["alt"] == (
        "Balkendiagramm: am wenigsten Themen fehlen in Karow (1), am meisten in Buch (2). "
        "Alle Werte stehen in der Tabelle danach."
    )


def test_changes_are_drawn_beside_their_figures(heute: date) -> None:
    create_freigegebenen()
    MassnahmeFactory()
    dokument = build(create_entwurf(), heute)
    diagramme = [
        block
        for block in find_kapitel(dokument, "Veränderungen seit dem letzten Bericht")
        if block["art"] == "diagramm"
    ]
    assert [diagramm["alt"] for diagramm in diagramme] == [
        "Balkendiagramm, je zwei Balken für vorher und jetzt. Geändert hat sich: keine dieser Zahlen.",
        (
            "Balkendiagramm, je zwei Balken für vorher und jetzt; jedes Paar hat seinen eigenen Maßstab. "
            "Geändert hat sich: Maßnahmen vorher 0, jetzt 1."
        ),
    ]
    namen = [einer["name"] for diagramm in diagramme for einer in diagramm["balken"] if einer["name"]]
    assert namen == [zeile[0] for zeile in find_tabelle(dokument, "Zahlen im Vergleich")]


def test_comparison_says_with_which_report_and_of_a_correction_that_it_is_the_one_before(heute: date) -> None:
    titel = "Veränderungen seit dem letzten Bericht"
    create_freigegebenen()
    letzter = create_freigegebenen()
    assert read_saetze(build(create_entwurf(), heute), titel)[0].startswith(
        "Verglichen mit dem letzten freigegebenen Bericht zu dieser Drucksache, Stichtag "
    )
    assert read_saetze(build(create_entwurf(vorlage=letzter), heute), titel)[0].startswith(
        "Verglichen mit dem Bericht zu dieser Drucksache, der vor dem berichtigten galt, Stichtag "
    )


def test_report_without_a_former_one_says_why_there_is_no_comparison(heute: date) -> None:
    titel, ende = "Veränderungen seit dem letzten Bericht", "Es gibt keinen Vergleich."
    satz = f"Zu dieser Drucksache ist noch kein früherer Bericht freigegeben. {ende}"
    assert read_saetze(build(create_entwurf(), heute), titel) == [satz]
    berichtigung = create_entwurf(vorlage=create_freigegebenen())
    satz = f"Vor dem berichtigten Bericht ist zu dieser Drucksache keiner freigegeben. {ende}"
    assert read_saetze(build(berichtigung, heute), titel) == [satz]


def test_figures_are_written_as_in_german() -> None:
    assert [format_zahl(1234567), format_zahl(0), format_zahl(None)] == ["1.234.567", "0", "nicht bekannt"]
    assert [format_wert(wert) for wert in ("1200.00", "2.50", "0.00")] == ["1.200", "2,50", "0"]
    assert [format_anteil(1, 3), format_anteil(0, 0)] == ["33 %", "–"]
    assert [format_unterschied(1, 3), format_unterschied(3, 1), format_unterschied(2, 2)] == ["+2", "−2", "±0"]


@pytest.mark.parametrize("fehlt", ["kieze", "themen", "beides"])
def test_without_areas_or_subjects_nothing_is_claimed_of_all_of_them(heute: date, fehlt: str) -> None:
    if fehlt != "kieze":
        Kategorie.objects.all().delete()
    if fehlt == "themen":
        KiezFactory(name="Buch", slug="buch")
    dokument = build(create_entwurf(), heute)
    assert read_saetze(dokument, "Lücken")[1:] == ["Ohne eingetragene Kieze und Themen lässt sich das nicht sagen."]
    saetze = read_saetze(dokument, "Angebote in Pankow")
    assert ("Am Stichtag ist kein Kiez eingetragen." in saetze) is (fehlt != "themen")
    assert ("Am Stichtag ist kein Thema eingetragen." in saetze) is (fehlt != "kieze")


def test_without_departments_nothing_is_said_of_all_of_them(heute: date) -> None:
    Geschaeftsbereich.objects.all().delete()
    assert find_kapitel(build(create_entwurf(), heute), "Beiträge der Geschäftsbereiche") == [
        {"art": "absatz", "text": "Am Stichtag ist kein Geschäftsbereich und kein Amt eingetragen."}
    ]


def test_no_table_or_chart_is_empty_while_nothing_is_entered(heute: date) -> None:
    Kategorie.objects.all().delete()
    create_freigegebenen()
    bloecke = [block for eines in build(create_entwurf(), heute)["abschnitte"] for block in eines["bloecke"]]
    leere = [block["titel"] for block in bloecke if not block.get("zeilen", True) or not block.get("balken", True)]
    assert leere == []
