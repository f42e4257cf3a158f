"""A list without a hit leads on."""

import re
from html import unescape

import pytest
from django.test import Client

from angebote.models import Kiez, Krisenhilfe
from tests.angebote.views.listenseite import create_angebot, get, read_abschnitt, read_treffer, read_trefferzahl


def read_auswegtitel(html: str) -> str | None:
    titel = re.search(r'<h2 id="auswege-titel">([^<]*)</h2>', html)
    return titel[1] if titel else None


def test_liste_without_hit_offers_what_is_not_known_first(client: Client, weissensee: Kiez) -> None:
    create_angebot("A", kosten=[], offen=["kosten"])
    html = get(client, "kosten=kostenlos")
    links = re.findall(
        r'<li><a href="/angebote/([^"]*)#treffer">.*?<span>([^<]*)</span>[^<]*<span[^>]*>([^<]*)</span>', html
    )
    assert [(unescape(href), wort, zahl) for href, wort, zahl in links][:1] == [
        ("?kosten=kostenlos&unbekannt=kosten", "auch wenn die Kosten nicht bekannt sind", "1 Angebot")
    ]


def test_liste_without_hit_names_filter_and_ways_out_with_counts(client: Client, weissensee: Kiez) -> None:
    Krisenhilfe.objects.create(name="Telefonseelsorge", art="Telefon", nummer="0800 1110111")
    create_angebot("A", kosten=[])
    create_angebot("B", kiez=["weissensee-ost"])
    create_angebot("C", kosten=[], kiez=["weissensee"], zugang=["telefon"])
    html = get(client, "kiez=weissensee&kosten=kostenlos")
    assert read_treffer(html) == []
    assert read_auswegtitel(html) == "So finden Sie trotzdem etwas"
    assert read_trefferzahl(html) == "Kein Angebot passt zu allem, was Sie gewählt haben"
    links = re.findall(
        r'<li><a href="/angebote/([^"]*)#treffer">.*?<span>([^<]*)</span>[^<]*<span[^>]*>([^<]*)</span>', html
    )
    assert [(unescape(href), unescape(wort), zahl) for href, wort, zahl in links] == [
        ("?kiez=weissensee", "ohne „kostenlos“", "2 Angebote"),
        ("?kosten=kostenlos", "ohne „in Weißensee“", "1 Angebot"),
        ("?kiez=weissensee-ost&kosten=kostenlos", "Weißensee Ost", "1 Angebot"),
        ("?kiez=weissensee&zugang=telefon", "am Telefon", "1 Angebot"),
        ("?kiez=weissensee", "Alle Angebote in Weißensee", "2 Angebote"),
    ]
    assert "Sie möchten jetzt mit jemandem sprechen?" in html
    assert "Telefonseelsorge" in html


@pytest.mark.parametrize("ort", ["", "&nah=Antonplatz"])
def test_liste_without_hit_for_words_alone_blames_nothing_but_the_words(
    client: Client, weissensee: Kiez, ort: str
) -> None:
    create_angebot("A")
    html = get(client, f"q=xyzzy{ort}")
    assert read_trefferzahl(html) == "Zu „xyzzy“ haben wir kein Angebot gefunden"
    assert "Suchen Sie mit weniger Filtern" not in html
    assert "Sehen Sie alles an" in html
    assert "xyzzy" not in html.split("<title>")[1].split("</title>")[0]


def test_liste_without_hit_for_words_and_a_filter_blames_both(client: Client, weissensee: Kiez) -> None:
    create_angebot("A", kosten=[])
    html = get(client, "q=xyzzy&kosten=kostenlos")
    assert read_trefferzahl(html) == "Kein Angebot passt zu allem, was Sie gewählt haben"


def test_liste_of_empty_catalogue_is_no_empty_page(client: Client, db: None) -> None:
    html = get(client, "q=irgendwas")
    assert "Wir kennen hier noch kein Angebot" in html
    assert "Fehlt hier etwas?" in html


@pytest.mark.parametrize(
    ("query", "gruppe"), [("q=Singen+Schach", "teilweise"), ("wann=morgen&zeit=nachmittag", "ohne-zeiten")]
)
def test_liste_with_other_offers_but_no_hit_leads_on_without_sounding_empty(
    client: Client, weissensee: Kiez, query: str, gruppe: str
) -> None:
    Krisenhilfe.objects.create(name="Telefonseelsorge", art="Telefon", nummer="0800 1110111")
    anderes = create_angebot("Singen", zeitlage=["vereinbarung"])
    create_angebot("Schachspiel", tage=(2,))
    html = get(client, query)
    assert anderes.pk in read_treffer(read_abschnitt(html, gruppe))
    assert read_auswegtitel(html) == "So finden Sie noch mehr"
    assert 'id="krise-titel"' not in html
    assert "Fehlt hier etwas?" not in html


@pytest.mark.parametrize("query", ["q=allein+Schach", "q=Singen+Schach&bereich=unterstuetzung"])
def test_liste_with_other_offers_but_no_hit_names_who_listens_where_help_is_looked_for(
    client: Client, weissensee: Kiez, query: str
) -> None:
    Krisenhilfe.objects.create(name="Telefonseelsorge", art="Telefon", nummer="0800 1110111")
    create_angebot("Schach", bereich=["unterstuetzung"])
    html = get(client, query)
    assert read_treffer(read_abschnitt(html, "teilweise"))
    assert 'id="krise-titel"' in html


def test_liste_with_hits_has_no_ways_out(client: Client, weissensee: Kiez) -> None:
    create_angebot("Singen")
    html = get(client, "q=Singen&kosten=kostenlos")
    assert read_treffer(html)
    assert read_auswegtitel(html) is None
