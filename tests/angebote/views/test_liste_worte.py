"""What the list makes of words: hits for another spelling, hits for some of them, marks, and help where it is needed."""

import re
from html import unescape

import pytest
from django.test import Client

from angebote.domain.suche.volltext import rebuild_volltext
from angebote.models import Angebot, Kiez, Krisenhilfe
from tests.angebote.views.listenseite import create_angebot, get, read_abschnitt, read_treffer, read_trefferzahl

KRISENBOX = 'id="krise-titel"'
HILFEZEILE = 'href="#krise-titel"'


def read_marken(html: str) -> list[str]:
    return [unescape(wort) for wort in re.findall(r"<mark>(.*?)</mark>", html)]


def test_liste_with_misspelled_word_asks_what_was_meant_and_shows_its_hits_at_once(
    client: Client, weissensee: Kiez
) -> None:
    spaziergang = create_angebot("Spaziergang im Park")
    create_angebot("Schach")
    html = get(client, "q=Spatziergang")
    assert read_treffer(html) == [spaziergang.pk]
    zeile = re.search(r'<p class="treffer__korrektur".*?</p>', html, re.DOTALL)
    assert zeile
    assert "".join(re.split(r"<[^>]*>", zeile[0])) == (
        "Meinten Sie Spaziergang? Zu „Spatziergang“ haben wir nichts gefunden. Sie sehen Treffer für „Spaziergang“."
    )
    assert 'href="/angebote/?q=Spaziergang#treffer"' in zeile[0]
    assert 'id="korrektur"' not in get(client, "q=Spaziergang")


def test_liste_with_misspelled_word_and_no_hit_left_says_what_it_searched_for_and_claims_no_hits(
    client: Client, weissensee: Kiez
) -> None:
    create_angebot("Spaziergang im Park")
    html = get(client, "q=Spatziergang&kosten=spende")
    assert read_treffer(html) == []
    zeile = re.search(r'<p class="treffer__korrektur".*?</p>', html, re.DOTALL)
    assert zeile
    assert "".join(re.split(r"<[^>]*>", zeile[0])) == (
        "Meinten Sie Spaziergang? Zu „Spatziergang“ haben wir nichts gefunden. Darum haben wir nach „Spaziergang“ gesucht."
    )


def test_liste_correction_of_hostile_words_is_escaped(client: Client, weissensee: Kiez) -> None:
    create_angebot("Spaziergang im Park")
    html = get(client, "q=%3Cb%3ESpatziergang")
    assert "<b>Spatziergang" not in html


def test_liste_shows_offers_with_some_of_the_words_below_in_a_group_of_their_own(
    client: Client, weissensee: Kiez
) -> None:
    beides = create_angebot("Singen und Tanzen")
    nur_singen = create_angebot("Singen")
    html = get(client, "q=Singen+Tanzen")
    assert read_treffer(read_abschnitt(html, "angebotsliste").split('id="teilweise"')[0]) == [beides.pk]
    assert read_treffer(read_abschnitt(html, "teilweise")) == [nur_singen.pk]
    assert '<h2 id="teilweise-titel">Nur ein Teil Ihrer Wörter passt</h2>' in html
    assert read_trefferzahl(html) == "1 Angebot gefunden. Zu 1 Angebot passt nur ein Teil Ihrer Wörter."


def test_liste_without_an_offer_for_all_words_says_so_and_shows_those_for_some(
    client: Client, weissensee: Kiez
) -> None:
    nur_singen = create_angebot("Singen")
    create_angebot("Schach")
    html = get(client, "q=Singen+Schach")
    assert read_trefferzahl(html).startswith("Kein Angebot passt zu allen Ihren Wörtern. Zu 2 Angeboten ")
    assert nur_singen.pk in read_treffer(read_abschnitt(html, "teilweise"))


@pytest.mark.parametrize(
    ("titel", "nutzen", "q", "marken"),
    [
        ("Kaffee und Kuchen", "Sie trinken Kaffee.", "kaffee", ["Kaffee", "Kaffee"]),
        ("Nachbarschaftscafé", "", "nachbarschaftscafe", ["Nachbarschaftscafé"]),
        ("Straßenfest", "", "strassenfest", ["Straßenfest"]),
        ("Übungen für Männer", "", "uebungen", ["Übungen"]),
    ],
)
def test_liste_marks_the_words_that_were_found(
    client: Client, weissensee: Kiez, titel: str, nutzen: str, q: str, marken: list[str]
) -> None:
    create_angebot(titel, nutzen=nutzen)
    assert read_marken(get(client, f"q={q}")) == marken
    assert read_marken(get(client)) == []


def test_liste_marks_words_inside_a_hostile_title_without_letting_it_become_markup(
    client: Client, weissensee: Kiez
) -> None:
    angebot = create_angebot("Chor")
    boese = "<script>alert(1)</script> Chor & Tanz"
    Angebot.objects.filter(pk=angebot.pk).update(titel=boese)
    rebuild_volltext(angebot_ids=[angebot.pk])
    html = get(client, "q=Chor")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>Chor</mark> &amp; Tanz</a>" in html
    assert "<script>alert" not in html


def test_liste_of_help_words_of_hardship_and_empty_lists_name_who_listens_below_the_hits(
    client: Client, weissensee: Kiez
) -> None:
    Krisenhilfe.objects.create(name="Telefonseelsorge", art="Telefon", nummer="0800 1110111")
    create_angebot("Gesprächskreis", nutzen="Wenn Sie allein sind.", bereich=["unterstuetzung"])
    for query in ("bereich=unterstuetzung", "q=allein", "kosten=spende"):
        html = get(client, query)
        assert html.count(KRISENBOX) == 1, query
        assert "Telefonseelsorge" in html
        assert (
            html.rindex("data-angebot") < html.index(KRISENBOX) if "data-angebot" in html else query == "kosten=spende"
        )
    assert HILFEZEILE in get(client, "q=allein")
    assert HILFEZEILE not in get(client, "bereich=unterstuetzung")
    assert KRISENBOX not in get(client, "q=Gespr%C3%A4chskreis")
    assert KRISENBOX not in get(client)


@pytest.mark.parametrize("wort", ["einsam", "allein", "traurig", "reden", "Depression", "Angst", "Suizid", "Trauer"])
def test_words_of_hardship_never_lead_to_a_page_without_people(client: Client, weissensee: Kiez, wort: str) -> None:
    Krisenhilfe.objects.create(name="Telefonseelsorge", art="Telefon", nummer="0800 1110111")
    create_angebot("Gesprächskreis", nutzen="Sie reden miteinander und hören zu.", kategorie=["reden-zuhoeren"])
    html = get(client, f"q={wort}")
    assert read_treffer(html) or KRISENBOX in html
