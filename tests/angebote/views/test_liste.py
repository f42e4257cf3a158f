import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from angebote.models import Kiez, Krisenhilfe
from tests.angebote.views.listenseite import create_angebot, create_angebote, get, read_treffer, read_trefferzahl


def test_liste_without_filter_shows_all_public_offers_next_date_first(client: Client, weissensee: Kiez) -> None:
    spaeter = create_angebot("A", tage=(5,))
    frueher = create_angebot("B", tage=(1,))
    ohne = create_angebot("C")
    create_angebot("Entwurf").__class__.objects.filter(titel="Entwurf").update(
        status="entwurf", veroeffentlicht_am=None
    )
    html = get(client)
    assert read_treffer(html) == [frueher.pk, spaeter.pk, ohne.pk]
    assert read_trefferzahl(html) == "3 Angebote gefunden"


def test_liste_with_journey_of_issue_shows_the_one_offer_that_fits(client: Client, weissensee: Kiez) -> None:
    dienstag = (1 - timezone.localdate().weekday()) % 7
    treffer = create_angebot("Kaffeeklatsch", tage=(dienstag,))
    create_angebot("Mittwochsrunde", tage=(dienstag + 1,))
    create_angebot("Mit Stufe", tage=(dienstag,), barrierefrei=[])
    create_angebot("Kostet etwas", tage=(dienstag,), kosten=[])
    html = get(client, "kiez=weissensee&kosten=kostenlos&barrierefrei=stufenlos&tag=di&zeit=nachmittag")
    assert read_treffer(html) == [treffer.pk]
    chips = re.findall(r"Nicht mehr filtern nach: </span>([^<]*)</span></a>", html)
    assert chips == ["in Weißensee", "kostenlos", "stufenlos", "dienstags", "am Nachmittag"]


def test_liste_shows_count_beside_each_choice_with_own_group_left_aside(client: Client, weissensee: Kiez) -> None:
    create_angebot("A")
    create_angebot("B", kiez=["weissensee-ost"])
    html = get(client, "kiez=weissensee")
    assert re.search(r'for="f-kiez-weissensee-ost">Weißensee Ost<span class="kern-sr-only">, 1 Angebot</span>', html)
    assert re.search(r'id="f-kiez-weissensee" name="kiez" value="weissensee" checked', html)
    assert re.search(r'for="f-bereich-unterstuetzung">Unterstützung<span class="kern-sr-only">, 0 Angebote', html)


def test_liste_hides_choices_of_long_groups_without_hits_but_keeps_chosen_ones(
    client: Client, weissensee: Kiez
) -> None:
    create_angebot("A")
    html = get(client, "kategorie=spielen")
    assert 'id="f-kategorie-spielen"' in html
    assert 'id="f-kategorie-cafe-treff"' in html
    assert 'id="f-kategorie-musik-tanz"' not in html


def test_liste_shows_termin_that_fits_the_question_on_the_card(client: Client, weissensee: Kiez) -> None:
    uebermorgen = timezone.localdate() + timedelta(days=2)
    create_angebot("A", tage=(0, 2))
    html = get(client, f"von={uebermorgen:%Y-%m-%d}")
    assert "<strong>Heute" not in html


def test_liste_sends_usual_sorting_empty_so_that_later_words_bring_best_hits(client: Client, weissensee: Kiez) -> None:
    sortierungen = re.compile(r'<option value="(\w*)"( selected)?>')
    assert sortierungen.findall(get(client)) == [("", " selected"), ("name", "")]
    assert sortierungen.findall(get(client, "q=Chor&sortierung=termin")) == [
        ("", ""),
        ("termin", " selected"),
        ("name", ""),
    ]


@pytest.mark.parametrize(
    ("query", "titel"),
    [
        ("q=Depression", "Kein Angebot – Gemeinsam in Pankow"),
        ("q=Einzelstück", "1 Angebot – Gemeinsam in Pankow"),
        ("q=Treffen&seite=2", "21 Angebote, Seite 2 von 2 – Gemeinsam in Pankow"),
    ],
)
@pytest.mark.parametrize("kopf", [{}, {"HX-Request": "true"}])
def test_liste_title_says_how_many_and_which_page_but_no_search_words(
    client: Client, weissensee: Kiez, query: str, titel: str, kopf: dict[str, str]
) -> None:
    create_angebot("Einzelstück")
    create_angebote(21)
    html = get(client, query, **kopf)
    assert [text.strip() for text in re.findall(r"<title>(.*?)</title>", html, re.DOTALL)] == [titel]


@pytest.mark.parametrize(
    ("query", "titel"),
    [
        ("q=Singen", "1 Angebot"),
        ("wann=morgen&zeit=nachmittag", "Kein genauer Treffer"),
        ("q=Singen+Schach", "Kein genauer Treffer"),
    ],
)
def test_liste_title_counts_no_more_hits_than_its_heading(
    client: Client, weissensee: Kiez, query: str, titel: str
) -> None:
    create_angebot("Singen", zeitlage=["vereinbarung"])
    create_angebot("Schachspiel", tage=(2,))
    assert f"<title>{titel} – Gemeinsam in Pankow</title>" in get(client, query).replace("\n", "")


def test_liste_with_words_of_hardship_names_the_first_who_listen_above_the_hits(
    client: Client, weissensee: Kiez
) -> None:
    Krisenhilfe.objects.create(name="Zuhörtelefon", art="Telefon", nummer="0800 1110111", thema="reden")
    create_angebot("Schach")
    davor = get(client, "q=allein").split('id="hilfe-hinweis"')[1].split("</p>")[0]
    assert 'Zuhörtelefon: <a href="tel:+498001110111">' in davor
    assert 'href="#krise-titel"' in davor


def test_liste_links_that_change_the_search_lead_to_the_hits(client: Client, weissensee: Kiez) -> None:
    create_angebote(21)
    create_angebot("Treffen A", kosten=[], offen=["kosten"])
    for query in ("kosten=kostenlos&kiez=weissensee", "kosten=kostenlos&kiez=weissensee&seite=2", "kiez=buch"):
        ziele = re.findall(r'href="(/angebote/(?:[?#][^"]*)?)"', get(client, query).split('id="inhalt"')[1])
        assert ziele
        assert [ziel for ziel in ziele if not ziel.endswith("#treffer") and "#merken-" not in ziel] == []


def test_liste_second_page_says_so_beside_the_number(client: Client, weissensee: Kiez) -> None:
    create_angebote(21)
    assert re.search(r"21 Angebote gefunden <span[^>]*>\(Seite 2 von 2\)</span></h2>", get(client, "seite=2"))


def test_liste_sets_no_cookie_and_is_kept_by_no_proxy(client: Client, weissensee: Kiez) -> None:
    antwort = client.get("/angebote/?q=Trauer")
    assert antwort.cookies == {}
    assert set(antwort["Cache-Control"].split(", ")) == {"no-cache", "private"}
    assert "HX-Request" in antwort["Vary"]


def test_liste_for_htmx_is_the_changing_part_with_canonical_address(client: Client, weissensee: Kiez) -> None:
    antwort = client.get("/angebote/?q=&kiez=weissensee&plz=&sortierung=termin", headers={"HX-Request": "true"})
    html = antwort.content.decode()
    assert antwort["HX-Push-Url"] == "/angebote/?kiez=weissensee"
    assert re.match(r'<title>[^<]*</title>\s*<div class="spalten spalten--filter" id="suche">', html.strip())
    assert "<html" not in html


def test_liste_pages_are_links_that_keep_the_search(client: Client, weissensee: Kiez) -> None:
    alle = [angebot.pk for angebot in create_angebote(45)]
    erste, dritte = get(client, "kiez=weissensee"), get(client, "kiez=weissensee&seite=3")
    assert read_treffer(erste) == alle[:20]
    assert read_treffer(dritte) == alle[40:]
    assert 'href="/angebote/?kiez=weissensee&amp;seite=2#treffer" rel="next"' in erste
    assert 'href="/angebote/?kiez=weissensee&amp;seite=3#treffer" aria-current="page"' in dritte
