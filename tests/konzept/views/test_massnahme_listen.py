"""Board, list, timeline and the rest: what they show, and that they cost no more with more rows."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.choices import Komponentenart, Massnahmenart, Massnahmenstatus
from tests.factories import KiezFactory
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory, MassnahmeFactory, get_komponente
from tests.konzept.factories_massnahmen import MeilensteinFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db
EIN_TAG = timedelta(days=1)


@pytest.fixture
def client(jetzt: datetime, stell_uhr: Callable[[datetime], None]) -> Client:
    stell_uhr(jetzt)
    return login(Client(), create_konto("person", KONZEPT))


def open_page(client: Client, name: str, **parameter: Any) -> Any:
    return client.get(reverse(f"konzept:massnahme-{name}"), parameter)


def list_titel(antwort: Any) -> list[str]:
    return [karte.massnahme.titel for karte in antwort.context["karten"]]


@pytest.mark.parametrize("anzahl", [3, 30])
@pytest.mark.parametrize(
    ("name", "abfragen"),
    [("tafel", 7), ("liste", 11), ("zeitplan", 8), ("ueberfaellig", 11), ("kieze", 8), ("bereiche", 8), ("csv", 11)],
)
def test_page_costs_the_same_queries_for_any_number_of_measures(
    client: Client, django_assert_num_queries: Any, name: str, abfragen: int, anzahl: int
) -> None:
    for nummer in range(anzahl):
        massnahme = MassnahmeFactory(status=list(Massnahmenstatus)[nummer % 3], ende=date(2026, 11, 10))
        massnahme.kieze.add(KiezFactory())
        massnahme.beteiligte.add(GeschaeftsbereichFactory())
        MeilensteinFactory(massnahme=massnahme, faellig_am=date(2026, 9, 1))
    with django_assert_num_queries(abfragen):
        open_page(client, name)


def test_departments_that_have_closed_stay_while_a_measure_names_them(client: Client) -> None:
    fuehrt, traegt = (GeschaeftsbereichFactory(ist_aktiv=False) for _mal in range(2))
    leer = GeschaeftsbereichFactory(ist_aktiv=False)
    massnahme = MassnahmeFactory(federfuehrung=fuehrt)
    massnahme.beteiligte.add(traegt)

    antwort = open_page(client, "bereiche")

    assert set(antwort.context["bereiche"]) == {fuehrt, traegt}
    assert leer.name not in antwort.content.decode()
    assert antwort.content.decode().count("besteht nicht mehr") == 2


def test_board_sorts_by_status_and_shows_the_newest_of_what_is_over(client: Client, heute: date) -> None:
    MassnahmeFactory(titel="Geplant", beginn=heute + EIN_TAG)
    MassnahmeFactory(titel="Läuft", status=Massnahmenstatus.LAEUFT)
    for nummer in range(14):
        beginn = date(2025, 1, 1 + nummer)
        MassnahmeFactory(titel=f"Fertig {nummer}", status=Massnahmenstatus.ABGESCHLOSSEN, beginn=beginn)

    spalten = {spalte.status: spalte for spalte in open_page(client, "tafel").context["spalten"]}

    titel = {status: [karte.massnahme.titel for karte in spalte.karten] for status, spalte in spalten.items()}
    assert titel == {
        "geplant": ["Geplant"],
        "laeuft": ["Läuft"],
        "abgeschlossen": [f"Fertig {nummer}" for nummer in range(13, 1, -1)],
        "verworfen": [],
    }
    assert (spalten["abgeschlossen"].anzahl, spalten["abgeschlossen"].weitere) == (14, 2)


def test_board_shows_twenty_of_what_is_open_and_what_is_late_first(client: Client, heute: date) -> None:
    for nummer in range(21):
        MassnahmeFactory(titel=f"Läuft {nummer}", status=Massnahmenstatus.LAEUFT)
    MassnahmeFactory(titel="Spät", status=Massnahmenstatus.LAEUFT, ende=heute - EIN_TAG)

    antwort = open_page(client, "tafel")

    [laeuft] = [spalte for spalte in antwort.context["spalten"] if spalte.status == "laeuft"]
    assert [karte.massnahme.titel for karte in laeuft.karten] == ["Spät", *(f"Läuft {nummer}" for nummer in range(19))]
    assert (laeuft.anzahl, laeuft.weitere) == (22, 2)
    assert "Alle 22 in der Liste" in antwort.content.decode()


@pytest.mark.parametrize("name", ["kieze", "bereiche"])
def test_long_list_of_a_card_ends_with_the_way_to_all_of_it(client: Client, name: str) -> None:
    kiez, bereich = KiezFactory(slug="karow"), GeschaeftsbereichFactory()
    for nummer in range(9):
        status = Massnahmenstatus.VERWORFEN if nummer == 0 else Massnahmenstatus.LAEUFT
        MassnahmeFactory(titel=f"Nr. {nummer}", federfuehrung=bereich, status=status).kieze.add(kiez)

    seite = parse_markup(open_page(client, name).content.decode())

    titel = [a.text for a in seite.find("a") if a.text.startswith("Nr. ")]
    assert titel == [f"Nr. {nummer}" for nummer in range(1, 9)]
    query = "kiez=karow" if name == "kieze" else f"bereich={bereich.pk}"
    [alle] = [a for a in seite.find("a") if a.text.startswith("Alle 9 in der Liste")]
    assert alle.attrs["href"] == f"{reverse('konzept:massnahme-liste')}?{query}"
    assert len(list_titel(client.get(alle.attrs["href"]))) == 9


def test_timeline_and_overdue_have_pages(client: Client, heute: date) -> None:
    gestern = heute - EIN_TAG
    for nummer in range(51):
        massnahme = MassnahmeFactory(titel=f"Nr. {nummer:02d}", beginn=gestern)
        MeilensteinFactory(massnahme=massnahme, titel=f"Schritt {nummer:02d}", faellig_am=gestern)

    assert len(open_page(client, "zeitplan").context["plan"].balken) == 50
    zweite = open_page(client, "zeitplan", seite="2", ab="2026-05")
    assert [balken.titel for balken in zweite.context["plan"].balken] == ["Nr. 50"]
    assert 'href="?ab=2026-05&amp;seite=1"' in zweite.content.decode()

    spaete = open_page(client, "ueberfaellig", seite="2")
    assert list_titel(spaete) == ["Nr. 50"]
    assert len(spaete.context["meilensteine"]) == 50
    assert "?seite=2&amp;schritte=2#meilensteine-titel" in spaete.content.decode()
    schritte = open_page(client, "ueberfaellig", schritte="2")
    assert [eine.titel for eine in schritte.context["meilensteine"]] == ["Schritt 50"]


def test_board_offers_exactly_the_steps_that_are_possible(client: Client) -> None:
    MassnahmeFactory(status=Massnahmenstatus.LAEUFT)
    seite = parse_markup(open_page(client, "tafel").content.decode())
    assert [wahl.attrs["value"] for wahl in seite.find("option")] == ["abgeschlossen", "geplant", "verworfen"]


@pytest.fixture
def bestand(heute: date) -> None:
    """One measure that fits each question of the list, and each other misses it."""
    karow, buch = KiezFactory(slug="karow"), KiezFactory(slug="buch")
    MassnahmeFactory(titel="Überall", beginn=date(2026, 1, 1))
    massnahme = MassnahmeFactory(
        titel="Karow",
        beginn=date(2026, 2, 1),
        komponente=get_komponente(Komponentenart.UEBERWINDUNG),
        art=Massnahmenart.RAUM,
        status=Massnahmenstatus.LAEUFT,
        federfuehrung=GeschaeftsbereichFactory(name="Grün"),
    )
    massnahme.kieze.set([karow, buch])
    anderer = MassnahmeFactory(titel="Buch", beginn=date(2026, 3, 1))
    anderer.kieze.add(buch)
    anderer.beteiligte.add(massnahme.federfuehrung)


@pytest.mark.usefixtures("bestand")
@pytest.mark.parametrize(
    ("parameter", "titel"),
    [
        ({}, ["Überall", "Karow", "Buch"]),
        ({"komponente": "ueberwindung"}, ["Karow"]),
        ({"art": "raum"}, ["Karow"]),
        ({"status": "laeuft"}, ["Karow"]),
        ({"kiez": "karow"}, ["Karow"]),
        ({"kiez": "buch"}, ["Karow", "Buch"]),
        ({"kiez": "ganz-pankow"}, ["Überall"]),
        ({"kiez": "buch", "status": "geplant"}, ["Buch"]),
        ({"kiez": "karow", "status": "geplant"}, []),
    ],
)
def test_list_answers_each_question(client: Client, parameter: dict[str, str], titel: list[str]) -> None:
    assert list_titel(open_page(client, "liste", **parameter)) == titel


@pytest.mark.usefixtures("bestand")
def test_list_of_a_department_holds_what_it_leads_and_what_it_carries_along(client: Client) -> None:
    bereich = MassnahmeFactory._meta.model.objects.get(titel="Karow").federfuehrung
    assert list_titel(open_page(client, "liste", bereich=bereich.pk)) == ["Karow", "Buch"]


@pytest.mark.usefixtures("bestand")
def test_list_leaves_out_what_it_does_not_know_and_says_so(client: Client) -> None:
    antwort = open_page(client, "liste", kiez="nirgends", status="laeuft", seite="x")
    assert list_titel(antwort) == ["Karow"]
    assert "„nirgends“ gibt es bei „Kiez“ nicht." in antwort.content.decode()


def test_list_counts_milestones_of_a_measure_in_many_kieze_once(client: Client) -> None:
    massnahme = MassnahmeFactory()
    massnahme.kieze.set([KiezFactory(), KiezFactory()])
    MeilensteinFactory(massnahme=massnahme, erledigt_am=date(2026, 11, 2))
    MeilensteinFactory(massnahme=massnahme)
    [karte] = open_page(client, "liste").context["karten"]
    assert (karte.massnahme.meilensteine_erledigt, karte.massnahme.meilensteine_gesamt) == (1, 2)


def test_list_turns_pages_and_keeps_the_questions(client: Client) -> None:
    for _nummer in range(51):
        MassnahmeFactory()
    antwort = open_page(client, "liste", status="geplant", seite=2)
    assert len(list_titel(antwort)) == 1
    assert "?status=geplant&amp;seite=1" in antwort.content.decode()


@pytest.mark.usefixtures("bestand")
def test_csv_holds_the_same_rows_as_the_list_and_runs_no_formula(client: Client) -> None:
    MassnahmeFactory(titel="=1+1", status=Massnahmenstatus.LAEUFT, beginn=date(2026, 4, 1))

    antwort = open_page(client, "csv", status="laeuft")

    zeilen = list(csv.DictReader(io.StringIO(antwort.content.decode("utf-8-sig")), delimiter=";"))
    assert [zeile["Titel"] for zeile in zeilen] == ["Karow", "'=1+1"]
    assert zeilen[0]["Federführung"] == "Grün"
    assert (zeilen[0]["Status"], zeilen[0]["Beginn"], zeilen[1]["Kieze"]) == ("läuft", "01.02.2026", "ganz Pankow")
    assert antwort["Content-Disposition"] == 'attachment; filename="massnahmen-2026-11-21.csv"'


def test_overdue_holds_measures_and_milestones_of_yesterday_but_not_of_today(client: Client, heute: date) -> None:
    gestern = heute - EIN_TAG
    laeuft, beginn = Massnahmenstatus.LAEUFT, date(2026, 1, 1)
    MassnahmeFactory(titel="Ende gestern", status=laeuft, beginn=beginn, ende=gestern)
    MassnahmeFactory(titel="Ende heute", status=laeuft, beginn=beginn, ende=heute)
    MassnahmeFactory(titel="Beginn gestern", beginn=gestern)
    MassnahmeFactory(titel="Beginn heute", beginn=heute)
    MassnahmeFactory(titel="Vorbei", status=Massnahmenstatus.VERWORFEN, beginn=beginn, ende=gestern)
    offen = MassnahmeFactory(titel="Mit Meilensteinen", status=laeuft)
    MeilensteinFactory(massnahme=offen, titel="gestern", faellig_am=gestern)
    MeilensteinFactory(massnahme=offen, titel="heute", faellig_am=heute)
    MeilensteinFactory(massnahme=offen, titel="erledigt", faellig_am=gestern, erledigt_am=heute)
    fertig = MassnahmeFactory(status=Massnahmenstatus.ABGESCHLOSSEN)
    MeilensteinFactory(massnahme=fertig, titel="egal", faellig_am=gestern)
    MeilensteinFactory(massnahme=fertig, titel="getan", faellig_am=gestern, erledigt_am=gestern)

    antwort = open_page(client, "ueberfaellig")

    assert set(list_titel(antwort)) == {"Ende gestern", "Beginn gestern"}
    assert all(karte.warnung for karte in antwort.context["karten"])
    assert [eine.titel for eine in antwort.context["meilensteine"]] == ["gestern"]
    assert [eine.titel for eine in antwort.context["gebliebene"]] == ["egal"]
    assert open_page(client, "tafel").context["ueberfaellige"] == 3


def test_kieze_page_lists_every_kiez_and_what_is_everywhere(client: Client) -> None:
    karow = KiezFactory(name="Karow")
    KiezFactory(name="Buch")
    MassnahmeFactory(titel="Nur hier").kieze.add(karow)
    MassnahmeFactory(titel="Überall")

    context = open_page(client, "kieze").context

    je_kiez = {kiez.name: [eine.titel for eine in kiez.massnahmen.all()] for kiez in context["kieze"]}
    assert je_kiez == {"Buch": [], "Karow": ["Nur hier"]}
    assert [eine.titel for eine in context["ueberall"]] == ["Überall"]


def test_departments_page_tells_who_leads_who_helps_and_who_does_nothing_yet(client: Client) -> None:
    leitet, hilft = GeschaeftsbereichFactory(name="A"), GeschaeftsbereichFactory(name="B")
    GeschaeftsbereichFactory(name="C")
    GeschaeftsbereichFactory(name="D", ist_aktiv=False)
    MassnahmeFactory(titel="Treff", federfuehrung=leitet).beteiligte.add(hilft)

    bereiche = open_page(client, "bereiche").context["bereiche"]

    assert [
        (
            bereich.name,
            [eine.titel for eine in bereich.massnahmen.all()],
            [eine.titel for eine in bereich.mitgetragene_massnahmen.all()],
        )
        for bereich in bereiche
    ] == [("A", ["Treff"], []), ("B", [], ["Treff"]), ("C", [], [])]


def test_timeline_says_in_words_and_as_a_table_what_it_draws(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="Mittagstisch & Musik", beginn=date(2026, 7, 1), ende=date(2027, 6, 30))
    MeilensteinFactory(massnahme=massnahme, titel="Raum gefunden", faellig_am=date(2026, 8, 1))

    seite = parse_markup(open_page(client, "zeitplan").content.decode())

    [bild] = [svg for svg in seite.find("svg") if svg.attrs.get("role") == "img"]
    worte = " ".join(bild.text.split())
    assert "Zeitplan der Maßnahmen, Mai 2026 bis April 2028" in worte
    assert "Mittagstisch & Musik: geplant, Juli 2026 bis Juni 2027." in worte
    assert [kopf.text for kopf in seite.find("th") if kopf.attrs.get("scope") == "row"] == ["Mittagstisch & Musik"]
    zellen = [zelle.text.strip() for zelle in seite.find("td")]
    assert zellen == [
        "Prävention",
        "1. Juli 2026",
        "30. Juni 2027",
        "geplant, überfällig",
        "01.08.2026: Raum gefunden",
    ]


@pytest.mark.parametrize(
    ("ab", "von"),
    [
        ("2025-01", date(2025, 1, 1)),
        ("", date(2026, 5, 1)),
        ("2025-13", date(2026, 5, 1)),
        ("1999-01", date(2026, 5, 1)),
        ("2025-01\n", date(2026, 5, 1)),
    ],
)
def test_timeline_begins_with_the_month_asked_for_or_half_a_year_back(client: Client, ab: str, von: date) -> None:
    assert open_page(client, "zeitplan", ab=ab).context["plan"].von == von


def test_timeline_at_its_ends_leads_no_further(client: Client) -> None:
    erste, letzte = (open_page(client, "zeitplan", ab=ab).context for ab in ("2000-06", "2099-12"))
    assert (erste["frueher"], erste["spaeter"]) == ("", "2001-06")
    assert (letzte["frueher"], letzte["spaeter"]) == ("2098-12", "")


def test_pages_escape_what_people_write(client: Client) -> None:
    massnahme = MassnahmeFactory(titel="<script>x</script>", status=Massnahmenstatus.LAEUFT)
    for name in ("tafel", "liste", "zeitplan", "kieze", "bereiche"):
        assert "<script>x" not in open_page(client, name).content.decode()
    assert "<script>x" not in client.get(massnahme.get_absolute_url()).content.decode()
