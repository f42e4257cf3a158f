"""A search for words of time alone leads to the filter that means them."""

from html import unescape

import pytest
from django.test import Client

from angebote.domain.suche import Suchanfrage
from angebote.models import Kiez
from angebote.views.zeitwort import read_zeitwort
from tests.angebote.views.listenseite import create_angebot, get


@pytest.mark.parametrize(
    ("q", "gemeint"),
    [
        ("heute", Suchanfrage(wann="heute")),
        ("Heute Nachmittag", Suchanfrage(wann="heute", zeit=("nachmittag",))),
        ("am Wochenende", Suchanfrage(wann="wochenende")),
        ("abends", Suchanfrage(zeit=("abend",))),
        ("heute Chor", None),
        ("heute morgen", None),
        ("am", None),
        ("", None),
    ],
)
def test_words_of_time_are_read_as_filters_only_where_they_stand_alone(q: str, gemeint: Suchanfrage | None) -> None:
    assert read_zeitwort(Suchanfrage(q=q)) == gemeint


def test_words_of_time_keep_other_filters_and_overrule_no_chosen_time() -> None:
    assert read_zeitwort(Suchanfrage(q="morgen", kiez=("buch",))) == Suchanfrage(wann="morgen", kiez=("buch",))
    assert read_zeitwort(Suchanfrage(q="morgen", tag=("mo",))) is None


@pytest.mark.parametrize(("q", "steht"), [("nachmittags", True), ("abends", False), ("Schach", False)])
def test_liste_leads_from_words_of_time_to_the_filter(client: Client, weissensee: Kiez, q: str, steht: bool) -> None:
    create_angebot("Schach", tage=(2,))
    html = unescape(get(client, f"q={q}"))
    assert ('href="/angebote/?zeit=nachmittag#treffer"' in html.split('id="zeitwort"')[-1][:300]) is steht
    assert ('id="zeitwort"' in html) is steht
