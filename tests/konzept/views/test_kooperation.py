"""The list of requests, and one request with all that is known of it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from angebote.domain.katalogstand import renew_version
from konzept.domain.kooperation import move_anfrage
from konzept.domain.kooperationsangaben import ABSCHNITTE
from konzept.models import Anfragedokument, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfrageart, Anfragestatus, Dokumentart, Stelle
from tests.konzept.factories_kooperation import (
    ANGABEN,
    PDF,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    add_beteiligung,
    add_dokument_fuer,
    add_entscheidung,
    add_loeschung,
    add_material_fuer,
    add_schritt,
    create_bereit,
    get_konto,
)
from tests.konzept.views.kooperationsseiten import build_url, read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(ZEIT)


def test_missing_points_lead_to_their_fields(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    inhalt = read(konzept, anfrage.get_absolute_url())
    ziel = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    assert f'<a href="{ziel}#id_zweck">Es fehlt der Zweck.</a>' in inhalt


@pytest.mark.parametrize(
    ("status", "ohne", "ziel"),
    [
        (Anfragestatus.BETEILIGUNG, "presse", "/beteiligung/presse/#id_am"),
        (Anfragestatus.ZUGESAGT, "vollmacht", "/dokument/#id_datei"),
        (Anfragestatus.VEREINBART, "material", "/material/#id_art"),
        (Anfragestatus.MATERIALFREIGABE, "freigabe-presse", "/#material"),
    ],
)
def test_missing_paper_leads_to_its_page(konzept: Client, status: Anfragestatus, ohne: str, ziel: str) -> None:
    anfrage = create_bereit(status, ohne=ohne)
    assert f'href="{anfrage.get_absolute_url().rstrip("/")}{ziel}"' in read(konzept, anfrage.get_absolute_url())


def test_datenschutz_reads_everything_and_is_offered_no_form_but_its_own(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-presse")
    dokument = Anfragedokument.objects.filter(anfrage=anfrage).first()

    inhalt = read(datenschutz, anfrage.get_absolute_url())

    assert datenschutz.get(dokument.get_absolute_url()).content == PDF
    assert "Die Pressestelle hat nicht jedes Material in der neuesten Version freigegeben." in inhalt
    for name in ("schritt", "dokument", "material", "entscheidung"):
        assert f'href="{build_url(name, pk=anfrage.pk)}' not in inhalt
    assert "Anfrage aufnehmen" not in read(datenschutz, build_url("liste"))


def list_angebotene(inhalt: str, anfrage: Kooperationsanfrage) -> set[str]:
    """Offices whose forms the page leads to."""
    pfade = {stelle.value: build_url("beteiligung", pk=anfrage.pk, stelle=stelle) for stelle in Stelle}
    return {stelle for stelle, pfad in pfade.items() if f'href="{pfad}' in inhalt}


@pytest.mark.parametrize("seite", ["detail", "schritt"])
def test_offices_wait_for_the_vote_of_the_datenschutz_in_words(konzept: Client, seite: str) -> None:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.BETEILIGUNG, **ANGABEN)
    url = build_url(seite, pk=anfrage.pk)

    vorher = read(konzept, url)
    add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    danach = read(konzept, url)

    assert list_angebotene(vorher, anfrage) == set()
    assert vorher.count("folgt nach dem Votum des Datenschutzes") == (4 if seite == "detail" else 2)
    assert list_angebotene(danach, anfrage) == {"presse", "statistik"}
    assert "folgt nach dem Votum des Datenschutzes" not in danach


def test_datenschutz_that_has_nothing_to_judge_is_told_instead_of_led_to_a_form(datenschutz: Client) -> None:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.BETEILIGUNG, **(ANGABEN | {"anlass": ""}))
    inhalt = read(datenschutz, anfrage.get_absolute_url())
    assert list_angebotene(inhalt, anfrage) == set()
    assert "Datenschutz: Der Datenschutz votiert, sobald dasteht, worüber: Es fehlt der Anlass." in inhalt


@pytest.mark.parametrize("wer", ["konzept", "datenschutz"])
def test_office_is_offered_to_who_speaks_for_it(wer: str, request: pytest.FixtureRequest) -> None:
    client = request.getfixturevalue(wer)
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")

    inhalt = read(client, anfrage.get_absolute_url())

    assert list_angebotene(inhalt, anfrage) == ({"datenschutz"} if wer == "datenschutz" else set())
    assert ("Sein Votum trägt der Datenschutz selbst ein." in inhalt) is (wer == "konzept")
    verlinkt = f'href="{build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")}#id_am"' in inhalt
    assert verlinkt is (wer == "datenschutz")


def test_list_has_overdue_ones_first_then_by_the_order_of_the_work_and_ended_ones_last(konzept: Client) -> None:
    spaet, morgen = TAG - timedelta(days=1), TAG + timedelta(days=1)
    KooperationsanfrageFactory(titel="fertig", status=Anfragestatus.ABGESCHLOSSEN, bericht_bis=spaet)
    KooperationsanfrageFactory(titel="versandt", status=Anfragestatus.VERSAND, bericht_bis=TAG)
    KooperationsanfrageFactory(titel="neu")
    KooperationsanfrageFactory(titel="Bericht zu spät", status=Anfragestatus.ERGEBNISBERICHT, bericht_bis=spaet)
    KooperationsanfrageFactory(titel="Vollmacht alt", status=Anfragestatus.MATERIALFREIGABE, vollmacht_bis=spaet)
    KooperationsanfrageFactory(titel="vergessen", status=Anfragestatus.ZURUECKGESTELLT, wiedervorlage_am=spaet)
    KooperationsanfrageFactory(titel="heute", status=Anfragestatus.ZURUECKGESTELLT, wiedervorlage_am=TAG)
    KooperationsanfrageFactory(titel="morgen", status=Anfragestatus.ZURUECKGESTELLT, wiedervorlage_am=morgen)

    zeilen = konzept.get(build_url("liste")).context["zeilen"]

    assert [(anfrage.titel, ueberfaellig) for anfrage, _frist, ueberfaellig in zeilen] == [
        ("Vollmacht alt", True),
        ("Bericht zu spät", True),
        ("vergessen", True),
        ("heute", True),
        ("neu", False),
        ("versandt", False),
        ("morgen", False),
        ("fertig", False),
    ]


@pytest.mark.parametrize(("tage", "wort"), [(0, "heute fällig"), (-1, "überfällig"), (1, "")])
def test_resubmission_is_shown_on_its_day_and_after_it(konzept: Client, tage: int, wort: str) -> None:
    tag = TAG + timedelta(days=tage)
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.ZURUECKGESTELLT, wiedervorlage_am=tag)
    for url in (build_url("liste"), anfrage.get_absolute_url()):
        inhalt = read(konzept, url)
        assert [eines for eines in ("heute fällig", "überfällig") if f">{eines}<" in inhalt] == ([wort] if wort else [])


@pytest.mark.parametrize("wer", ["konzept", "datenschutz"])
def test_list_tells_the_datenschutz_alone_what_waits_for_it(wer: str, request: pytest.FixtureRequest) -> None:
    client = request.getfixturevalue(wer)
    create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    create_bereit(Anfragestatus.BETEILIGUNG)
    inhalt = read(client, build_url("liste"))
    assert inhalt.count("wartet auf den Datenschutz") == (1 if wer == "datenschutz" else 0)


def test_list_is_filtered_by_state_and_kind(konzept: Client) -> None:
    KooperationsanfrageFactory(titel="eins")
    KooperationsanfrageFactory(titel="zwei", status=Anfragestatus.VERSAND)
    KooperationsanfrageFactory(titel="drei", art=Anfrageart.BEFRAGUNG)

    def titel(query: str) -> set[str]:
        return {anfrage.titel for anfrage, *_rest in konzept.get(f"{build_url('liste')}?{query}").context["zeilen"]}

    assert titel("stand=versand") == {"zwei"}
    assert titel("art=befragung") == {"drei"}
    assert titel("stand=eingang&art=anschreiben") == {"eins"}
    assert titel("stand=quatsch&art=") == {"eins", "zwei", "drei"}
    assert titel("stand=abgelehnt") == set()


BITTEN = {
    Anfragestatus.ABGELEHNT: "Bitte teilen Sie dem Träger die Entscheidung mit Gründen mit.",
    Anfragestatus.BEENDET: "Bitte teilen Sie dem Träger mit Gründen mit, dass der Bezirk die Zusammenarbeit beendet hat.",
    Anfragestatus.ZURUECKGEZOGEN: "Bitte bestätigen Sie dem Träger, dass seine Anfrage zurückgezogen ist.",
}
ABGELEGT = "Die Antwort an den Träger ist abgelegt."


@pytest.mark.parametrize("status", Anfragestatus)
def test_page_of_a_request_that_ended_early_says_what_comes_next(konzept: Client, status: Anfragestatus) -> None:
    anfrage = create_bereit(status)

    vorher = read(konzept, anfrage.get_absolute_url())
    add_dokument_fuer(anfrage, Dokumentart.ANTWORT)
    danach = read(konzept, anfrage.get_absolute_url())

    assert [bitte for bitte in BITTEN.values() if bitte in vorher] == ([BITTEN[status]] if status in BITTEN else [])
    assert not any(bitte in danach for bitte in BITTEN.values())
    assert (ABGELEGT in vorher, ABGELEGT in danach) == (False, status in BITTEN)


def test_answer_to_an_earlier_step_does_not_tell_of_the_end(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ZUGESAGT)
    add_dokument_fuer(anfrage, Dokumentart.ANTWORT)
    spaeter = ZEIT + timedelta(days=1)
    move_anfrage(anfrage_id=anfrage.pk, nach="beendet", konto=get_konto(), jetzt=spaeter, grund="Kein Geld.")
    assert BITTEN[Anfragestatus.BEENDET] in read(konzept, anfrage.get_absolute_url())


def test_answer_whose_file_was_erased_is_asked_for_again_and_readers_are_asked_nothing(
    konzept: Client, datenschutz: Client
) -> None:
    anfrage = create_bereit(Anfragestatus.ABGELEHNT)
    add_loeschung(add_dokument_fuer(anfrage, Dokumentart.ANTWORT))
    assert BITTEN[Anfragestatus.ABGELEHNT] in read(konzept, anfrage.get_absolute_url())
    assert "Wie es weitergeht" not in read(datenschutz, anfrage.get_absolute_url())


def list_ueberschriften(client: Client, anfrage: Kooperationsanfrage) -> list[str]:
    return re.findall(r"<h[23][^>]*>([^<]+)</h", read(client, anfrage.get_absolute_url()))


def test_page_of_an_ended_request_leaves_out_what_nobody_will_fill(konzept: Client) -> None:
    frueh = KooperationsanfrageFactory(status=Anfragestatus.ZURUECKGEZOGEN, zweck="Einladen")
    immer = ["Wo die Anfrage steht", "Wie es weitergeht", "Dokumente", "Angaben", "Anfrage und Träger"]
    assert set(list_ueberschriften(konzept, frueh)) >= {*immer, "Die sechs Angaben", "Verlauf"}
    assert not set(list_ueberschriften(konzept, frueh)) & {
        *("Beteiligung", "Material", "Vorprüfung", "Prüfung Recht", "Vereinbarung"),
        *("Druck und Versand", "Rückmeldungen", "Ergebnisbericht"),
    }
    assert "noch nichts eingetragen" not in read(konzept, frueh.get_absolute_url())


@pytest.mark.parametrize("status", [Anfragestatus.EINGANG, Anfragestatus.ZURUECKGESTELLT, Anfragestatus.ABGESCHLOSSEN])
def test_panels_of_a_request_that_goes_on_or_went_all_the_way_are_all_there(
    konzept: Client, status: Anfragestatus
) -> None:
    anfrage = (
        create_bereit(status) if status == Anfragestatus.ABGESCHLOSSEN else KooperationsanfrageFactory(status=status)
    )
    assert set(list_ueberschriften(konzept, anfrage)) >= {
        *("Beteiligung", "Material", *(str(abschnitt.titel) for abschnitt in ABSCHNITTE.values()))
    }


def list_weg(client: Client, anfrage: Kooperationsanfrage) -> list[tuple[str, str]]:
    return [(str(punkt.titel), punkt.lage) for punkt in client.get(anfrage.get_absolute_url()).context["weg"]]


def test_way_shows_what_is_done_where_it_stands_and_what_comes(konzept: Client) -> None:
    weg = list_weg(konzept, create_bereit(Anfragestatus.ERGEBNISBERICHT))
    assert [lage for _titel, lage in weg] == [*["erledigt"] * 10, "hier", "offen"]


@pytest.mark.parametrize("status", [Anfragestatus.ABGELEHNT, Anfragestatus.ZURUECKGEZOGEN])
def test_way_of_a_request_that_ended_early_ends_there(konzept: Client, status: Anfragestatus) -> None:
    anfrage = create_bereit(status)
    add_schritt(anfrage, von=Anfragestatus.VORPRUEFUNG, nach=status)
    weg = list_weg(konzept, anfrage)
    assert weg == [("Eingang", "erledigt"), ("Vorprüfung", "erledigt"), (str(status.label), "hier")]


def test_way_of_a_request_withdrawn_after_it_was_postponed_ends_where_it_left_the_road(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ZURUECKGEZOGEN)
    add_schritt(anfrage, von=Anfragestatus.ENTSCHEIDUNG, nach=Anfragestatus.ZURUECKGESTELLT)
    add_schritt(anfrage, von=Anfragestatus.ZURUECKGESTELLT, nach=Anfragestatus.ZURUECKGEZOGEN)
    assert list_weg(konzept, anfrage)[-2:] == [("Entscheidung", "erledigt"), ("vom Träger zurückgezogen", "hier")]


def test_way_of_a_postponed_request_goes_on_after_it(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ZURUECKGESTELLT)
    add_schritt(anfrage, von=Anfragestatus.ENTSCHEIDUNG, nach=Anfragestatus.ZURUECKGESTELLT)
    assert list_weg(konzept, anfrage)[4:7] == [
        ("Entscheidung", "erledigt"),
        ("zurückgestellt", "hier"),
        ("zugesagt, noch nicht vereinbart", "offen"),
    ]


def count_queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_list_needs_the_same_queries_for_one_and_three(konzept: Client) -> None:
    create_bereit()
    assert count_queries(konzept, build_url("liste")) == 6
    create_bereit(Anfragestatus.VERSAND)
    create_bereit(Anfragestatus.ABGELEHNT)
    assert count_queries(konzept, build_url("liste")) == 6


def test_request_needs_the_same_queries_for_one_and_three_of_everything(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    add_entscheidung(anfrage)
    eine = count_queries(konzept, anfrage.get_absolute_url())
    for version in (2, 3):
        add_material_fuer(anfrage, version=version)
        add_entscheidung(anfrage)
        add_schritt(anfrage, von=Anfragestatus.EINGANG, nach=Anfragestatus.VORPRUEFUNG)
    assert count_queries(konzept, anfrage.get_absolute_url()) == eine == 18


def test_overview_tells_the_datenschutz_what_waits_in_the_same_queries_for_one_and_three(datenschutz: Client) -> None:
    renew_version()  # as in a running site: what is known of the catalogue is kept
    url = reverse("konzept:uebersicht")
    create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    eine = count_queries(datenschutz, url)
    for _nummer in range(2):
        create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-datenschutz")
    assert count_queries(datenschutz, url) == eine == 23
    zeilen = {str(zeile.anstehend.art.titel): zeile for zeile in datenschutz.get(url).context["zeilen"]}
    wartende = zeilen["Anfragen, die auf den Datenschutz warten"]
    assert (wartende.anstehend.anzahl, wartende.adresse) == (3, build_url("liste"))
