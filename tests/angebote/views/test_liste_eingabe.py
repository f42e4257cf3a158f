"""Whatever stands in an address, the list answers, politely and within its queries."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angebote.models import Kiez
from tests.angebote.views.listenseite import create_angebot, create_angebote, get, read_treffer

QUERIES_MAX = 12
ALLE_FILTER = (
    "q=Treffen&bereich=begegnung&kategorie=cafe-treff&kiez=weissensee&ortsteil=weissensee&plz=13086&nah=Antonplatz"
    "&kosten=kostenlos&barrierefrei=stufenlos&barrierefrei=wc&tag=di&tag=mi&zeit=nachmittag&wann=woche&zugang=vor-ort"
    "&anmeldung=ohne&sprache=de&fuer=aeltere&sortierung=relevanz&seite=1"
)
DREI_GRUPPEN = "kiez=weissensee&kosten=kostenlos&barrierefrei=stufenlos&tag=di&zeit=nachmittag&unbekannt=kosten"


@pytest.mark.parametrize(
    "schlecht",
    [
        *("seite=0", "seite=-1", "seite=abc", "seite=999999", "kiez=atlantis", "tag=x", "von=2027-02-31", "plz=1"),
        *(
            "von=2027-01-05&bis=2027-01-01",
            "q=%00",
            "q=%F0%9F%98%80",
            "q=%22%27%3B--%25_",
            "q=%ff",
            "q=" + "a" * 10_000,
        ),
        *(
            "sortierung=%00",
            "wann=gestern",
            "wann=heute&wann=morgen",
            "q=a%20AND%20(b%20OR%20c)*",
            "kiez=" + "x" * 10_000,
        ),
    ],
)
def test_liste_with_bad_input_keeps_the_rest_and_says_so_politely(
    client: Client, weissensee: Kiez, schlecht: str
) -> None:
    create_angebot("aaa")
    html = get(client, f"kosten=kostenlos&{schlecht}")
    assert 'id="f-kosten-kostenlos" name="kosten" value="kostenlos" checked' in html
    if schlecht != "q=a%20AND%20(b%20OR%20c)*":
        assert 'class="hinweis" role="status"' in html


@pytest.mark.parametrize("query", ["&".join(["kiez=x"] * 5000), "&" * 9999, "=&" * 3000, "q" * 10_000])
def test_liste_with_thousands_of_parameters_still_answers(client: Client, weissensee: Kiez, query: str) -> None:
    treffer = create_angebot("A")
    assert read_treffer(get(client, query)) == [treffer.pk]


def test_liste_beyond_last_page_shows_the_last_one(client: Client, weissensee: Kiez) -> None:
    treffer = create_angebot("A")
    html = get(client, "seite=999999")
    assert read_treffer(html) == [treffer.pk]
    assert "Seite 999999 gibt es nicht. Sie sehen die letzte Seite." in html


@pytest.mark.parametrize("anzahl", [3, 300])
@pytest.mark.parametrize(
    "query", ["", ALLE_FILTER, "kiez=weissensee&tag=di", "q=gibtesnicht&kiez=weissensee&tag=di", DREI_GRUPPEN]
)
def test_liste_needs_at_most_twelve_queries(client: Client, weissensee: Kiez, anzahl: int, query: str) -> None:
    create_angebote(anzahl, tage=(0, 1, 2, 3, 4, 5, 6) if anzahl < 10 else (), zeitlage=["unbekannt"])
    get(client, query)  # what is kept in the process while nothing changes
    with CaptureQueriesContext(
        connection,
    ) as abfragen:
        get(client, query)
    assert len(abfragen) <= QUERIES_MAX, [abfrage["sql"][:80] for abfrage in abfragen]


def test_liste_lets_the_browser_fill_in_nothing_about_whoever_sat_here_before(client: Client, weissensee: Kiez) -> None:
    felder = re.findall(r'<input [^>]*type="(?:text|search)"[^>]*>', get(client))
    namen = {name[1]: 'autocomplete="off"' in feld for feld in felder if (name := re.search(r'name="(\w+)"', feld))}
    assert namen == {"q": True, "nah": True, "plz": True}
