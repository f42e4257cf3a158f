from datetime import date, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angebote.domain.suche import Suchanfrage, load_auswahl
from angebote.filters import AngebotFilter
from angebote.models import Postleitzahl
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import KiezFactory

JETZT = datetime(2026, 11, 21, 12, tzinfo=BERLIN)
PARAMETER = list(AngebotFilter.base_filters)
GUT = "kiez=weissensee&kosten=kostenlos"


def read(query: str) -> AngebotFilter:
    return AngebotFilter(QueryDict(query), auswahl=load_auswahl(), jetzt=JETZT)


@pytest.fixture(autouse=True)
def _gebiete(db: None) -> None:
    KiezFactory(slug="weissensee", name="Weißensee")
    KiezFactory(slug="karow", name="Karow")
    Postleitzahl.objects.create(plz="13086", lat=52.5, lon=13.4)


def test_filter_of_every_parameter_gives_the_search() -> None:
    filter_ = read(
        "q=Chor&bereich=begegnung&kategorie=musik-tanz&kategorie=spielen&kiez=weissensee&plz=13086&nah=Antonplatz"
        "&kosten=kostenlos&barrierefrei=stufenlos&barrierefrei=wc&tag=di&zeit=nachmittag&wann=woche&zugang=vor-ort"
        "&anmeldung=ohne&sprache=uk&fuer=aeltere&sortierung=name&seite=3"
    )
    assert filter_.anfrage == Suchanfrage(
        q="Chor",
        bereich="begegnung",
        kategorie=("musik-tanz", "spielen"),
        kiez=("weissensee",),
        plz="13086",
        nah="Antonplatz",
        kosten=("kostenlos",),
        barrierefrei=("stufenlos", "wc"),
        tag=("di",),
        zeit=("nachmittag",),
        wann="woche",
        zugang=("vor-ort",),
        anmeldung="ohne",
        sprache=("uk",),
        fuer=("aeltere",),
        sortierung="name",
    )
    assert filter_.seitenzahl == 3
    assert filter_.hinweise == []


@pytest.mark.parametrize(
    ("schlecht", "hinweis"),
    [
        ("kiez=atlantis", "Bei „Kiez“ kennen wir „atlantis“ nicht. Wir suchen ohne diese Angabe."),
        ("tag=dienstag", "Bei „Wochentag“ kennen wir „dienstag“ nicht. Wir suchen ohne diese Angabe."),
        ("barrierefrei=%00", "Bei „Ohne Barrieren“ kennen wir „“ nicht. Wir suchen ohne diese Angabe."),
        ("zeit=a&zeit=b&zeit=c&zeit=d", "Bei „Tageszeit“ kennen wir „a“, „b“, „c“ und 1 weitere Angabe nicht. "),
        ("von=2027-02-31", "Das Datum „2027-02-31“ bei „Von“ gibt es nicht. Wir suchen ohne dieses Datum."),
        ("bis=31.02.2027", "Das Datum „31.02.2027“ bei „Bis“ gibt es nicht."),
        ("bis=bald", "Das Datum „bald“ bei „Bis“ gibt es nicht."),
        ("von=2026-12-05&bis=2026-12-01", "„Von“ lag nach „Bis“. Wir haben die beiden Tage getauscht."),
        ("von=2026-11-01", "Wir kennen Termine vom 21. November 2026 bis zum 21. März 2027."),
        ("von=9999-12-31", "Wir kennen Termine vom 21. November 2026 bis zum 21. März 2027."),
        ("wann=heute&von=2026-12-01", "Sie haben Tage angegeben. Darum gilt „Wann?“ nicht."),
        ("plz=1308", "„1308“ ist keine Postleitzahl mit fünf Ziffern."),
        ("plz=80331", "Die Postleitzahl 80331 kennen wir in Pankow nicht."),
        ("plz=%EF%BC%91%EF%BC%93%EF%BC%90%EF%BC%98%EF%BC%96", "ist keine Postleitzahl mit fünf Ziffern."),
        ("seite=0", "Die Seite „0“ gibt es nicht. Sie sehen die erste Seite."),
        ("seite=-1", "Die Seite „-1“ gibt es nicht."),
        ("seite=abc", "Die Seite „abc“ gibt es nicht."),
        ("seite=" + "9" * 5000, "gibt es nicht. Sie sehen die erste Seite."),
        ("q=%F0%9F%98%80", "In „😀“ steht kein Wort, nach dem wir suchen können."),
        ("q=%22%27%2A%25--", "In „\"'*%--“ steht kein Wort"),
        ("q=a%00b", "Einige Zeichen konnten wir nicht lesen. Wir haben sie weggelassen."),
        ("q=%ff%fe", "steht kein Wort, nach dem wir suchen können."),
        ("q=" + "x" * 10_000, "Ihr Text bei „Was suchen Sie?“ war sehr lang. Wir suchen mit den ersten 200 Zeichen."),
        ("bereich=begegnung&bereich=unterstuetzung", "geht nur eine Angabe. Wir suchen mit „Unterstützung“."),
        (
            "sortierung=entfernung",
            "Für die Entfernung fehlt uns ein Ort. Schreiben Sie bitte etwas in das Feld „Nah bei“.",
        ),
        ("sortierung=quer", "Bei „Sortieren“ kennen wir „quer“ nicht."),
    ],
)
def test_filter_of_bad_value_says_so_and_keeps_the_rest(schlecht: str, hinweis: str) -> None:
    filter_ = read(f"{GUT}&{schlecht}")
    assert hinweis in " ".join(filter_.hinweise)
    assert filter_.anfrage.kiez == ("weissensee",)
    assert filter_.anfrage.kosten == ("kostenlos",)


def test_filter_of_empty_and_repeated_values_says_nothing() -> None:
    leere = "&".join(f"{name}=" for name in PARAMETER)
    filter_ = read(f"{leere}&{leere}&kiez=karow&kiez=karow&utm_source=x")
    assert filter_.anfrage == Suchanfrage(kiez=("karow",))
    assert filter_.hinweise == []


def test_filter_of_swapped_dates_searches_between_them() -> None:
    anfrage = read("von=2026-12-05&bis=01.12.2026").anfrage
    assert (anfrage.von, anfrage.bis) == (date(2026, 12, 1), date(2026, 12, 5))


def test_filter_of_long_text_cuts_it() -> None:
    assert read("q=" + "x" * 10_000).anfrage.q == "x" * 200


GIFTIG = st.text(max_size=30) | st.sampled_from(["weissensee", "di", "heute", "2026-12-01", "13086", "'; DROP--", "\0"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=timedelta(seconds=2))
@given(st.lists(st.tuples(st.sampled_from(PARAMETER), GIFTIG), max_size=8))
def test_filter_of_any_input_gives_a_search_that_survives_its_own_address(paare: list[tuple[str, str]]) -> None:
    query = urlencode([(name, wert.encode("utf-8", "replace")) for name, wert in paare])
    anfrage = read(query).anfrage
    assert read(anfrage.to_query()).anfrage == anfrage
    list(read(query).qs[:1])
