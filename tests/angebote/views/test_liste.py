import re
from datetime import date, time, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from angebote.choices import Format, Tageszeit
from angebote.models import Angebot, Kiez, Krisenhilfe, Postleitzahl, Suchmerkmal, Termin
from pankow_einsamkeit.lib.text import build_vergleichstext, normalise_text
from tests.factories import AngebotFactory, KiezFactory, PlanungsraumFactory

QUERIES_MAX = 12
ALLE_FILTER = (
    "q=Treffen&bereich=begegnung&kategorie=cafe-treff&kiez=weissensee&ortsteil=weissensee&plz=13086&nah=Antonplatz"
    "&kosten=kostenlos&barrierefrei=stufenlos&barrierefrei=wc&tag=di&tag=mi&zeit=nachmittag&wann=woche&zugang=vor-ort"
    "&anmeldung=ohne&sprache=de&fuer=aeltere&sortierung=relevanz&seite=1"
)
DREI_GRUPPEN = "kiez=weissensee&kosten=kostenlos&barrierefrei=stufenlos&tag=di&zeit=nachmittag&unbekannt=kosten"
MERKMALE = {
    "bereich": ["begegnung"],
    "kategorie": ["cafe-treff"],
    "kiez": ["weissensee"],
    "kosten": ["kostenlos"],
    "barrierefrei": ["stufenlos", "wc"],
    "zugang": ["vor-ort"],
    "anmeldung": ["ohne"],
    "sprache": ["de"],
    "fuer": ["aeltere"],
}


@pytest.fixture
def weissensee(db: None) -> Kiez:
    kiez = KiezFactory(slug="weissensee", name="Weißensee")
    nachbar = KiezFactory(slug="weissensee-ost", name="Weißensee Ost")
    kiez.nachbarn.add(nachbar)
    postleitzahl = Postleitzahl.objects.create(plz="13086", lat=52.5, lon=13.4)
    postleitzahl.anteile.create(kiez=kiez, adressanteil=0.9)
    return kiez


def create_angebot(titel: str = "Treffen", *, tage: tuple[int, ...] = (), **merkmale: list[str]) -> Angebot:
    """tage: days from today on which it takes place, at two in the afternoon."""
    angebot = AngebotFactory(
        titel=titel, suchtext=build_vergleichstext(titel), sortiertitel=normalise_text(titel), geprueft_am="2026-11-01"
    )
    Suchmerkmal.objects.bulk_create(
        Suchmerkmal(angebot=angebot, gruppe=gruppe, wert=wert)
        for gruppe, werte in {**MERKMALE, **merkmale}.items()
        for wert in werte
    )
    for tag in tage:
        create_termin(angebot, timezone.localdate() + timedelta(days=tag))
    return angebot


def create_termin(angebot: Angebot, datum: date) -> None:
    Termin.objects.create(
        angebot=angebot, datum=datum, beginn=time(14), wochentag=datum.weekday(), tageszeit=Tageszeit.NACHMITTAG
    )


def read_treffer(html: str) -> list[int]:
    return [int(nummer) for nummer in re.findall(r'data-angebot="(\d+)"', html)]


def read_trefferzahl(html: str) -> str:
    treffer = re.search(r'<h2 id="trefferzahl" tabindex="-1" data-ansage>([^<]*)</h2>', html)
    assert treffer
    return unescape(treffer[1])


def get(client: Client, query: str = "", **kopf: str) -> str:
    antwort = client.get(f"/angebote/?{query}", headers=kopf)
    assert antwort.status_code == 200
    return antwort.content.decode()


def test_liste_without_filter_shows_all_public_offers_next_date_first(client: Client, weissensee: Kiez) -> None:
    spaeter = create_angebot("A", tage=(5,))
    frueher = create_angebot("B", tage=(1,))
    ohne = create_angebot("C")
    create_angebot("Entwurf").__class__.objects.filter(titel="Entwurf").update(status="entwurf")
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


def test_liste_with_time_keeps_offers_of_unknown_times_in_group_of_their_own(client: Client, weissensee: Kiez) -> None:
    datiert = create_angebot("A", tage=(0,))
    vereinbarung = create_angebot("B", zeitlage=["vereinbarung"])
    create_angebot("C")
    html = get(client, "wann=heute")
    vor, nach = html.split('id="ohne-zeiten"')
    assert read_treffer(vor) == [datiert.pk]
    assert read_treffer(nach) == [vereinbarung.pk]
    assert read_trefferzahl(html) == "1 Angebot gefunden. Bei 1 Angebot kennen wir die Zeiten nicht."


def test_liste_at_time_of_day_lists_houses_open_by_then_before_unknown_times(client: Client, weissensee: Kiez) -> None:
    morgen = timezone.localdate() + timedelta(days=1)
    ohne_zeiten = create_angebot("A", zeitlage=["vereinbarung"])
    offen, zu_kurz, kurs = (create_angebot(titel) for titel in ("B", "C", "D"))
    Angebot.objects.filter(pk__in=[offen.pk, zu_kurz.pk]).update(format=Format.OFFEN)
    for angebot, ende in ((offen, time(13)), (zu_kurz, time(12, 59)), (kurs, time(18))):
        angebot.termine.create(
            datum=morgen, beginn=time(9), ende=ende, wochentag=morgen.weekday(), tageszeit=Tageszeit.VORMITTAG
        )
    html = get(client, "wann=morgen&zeit=nachmittag")
    geoeffnet, unbekannt = html.split('id="schon-geoeffnet"')[1].split('id="ohne-zeiten"')
    assert read_treffer(geoeffnet) == [offen.pk]
    assert "Geöffnet morgen, 9 bis 13\u00a0Uhr" in geoeffnet
    assert read_treffer(unbekannt) == [ohne_zeiten.pk]
    assert read_trefferzahl(html) == (
        "Kein Termin beginnt dann. 1 Angebot ist dann schon geöffnet, bei 1 Angebot kennen wir die Zeiten nicht."
    )
    assert 'id="schon-geoeffnet"' not in get(client, "wann=morgen&zeit=abend")


def test_liste_offers_what_is_not_known_in_one_line_and_one_checkbox_each(client: Client, weissensee: Kiez) -> None:
    frei = create_angebot("A", tage=(1,))
    kosten_offen = create_angebot("B", tage=(2,), kosten=[], offen=["kosten"])
    beides_offen = create_angebot("C", kosten=[], barrierefrei=["wc"], offen=["kosten", "stufenlos"])
    create_angebot("D", kosten=[])
    streng = get(client, "kosten=kostenlos&barrierefrei=stufenlos&barrierefrei=wc")
    assert read_treffer(streng) == [frei.pk]
    assert "Bei 2 weiteren Angeboten sind Kosten oder Barrieren nicht bekannt." in streng
    assert re.search(r'for="f-unbekannt-kosten">auch zeigen, wenn nicht bekannt<[^>]*>, 2 Angebote<', streng)
    assert re.search(r'for="f-unbekannt-barrierefrei">auch zeigen, wenn nicht bekannt<[^>]*>, 1 Angebot<', streng)
    ziel = re.search(r'id="unbekannte"[^>]*>[^<]*<a href="/angebote/\?([^"]*)#treffer">Auch diese zeigen</a>', streng)
    assert ziel
    weit = get(client, unescape(ziel[1]))
    assert read_treffer(weit) == [frei.pk, kosten_offen.pk, beides_offen.pk]
    assert re.search(r'name="unbekannt" value="kosten" checked', weit)
    chips = re.findall(r"Nicht mehr filtern nach: </span>([^<]*)</span></a>", weit)
    assert chips == ["kostenlos", "Kosten nicht bekannt", "stufenlos", "barrierefreies WC", "Barrieren nicht bekannt"]
    assert 'id="unbekannte"' not in weit


def test_liste_without_cost_or_barrier_filter_asks_nothing_about_unknown_facts(
    client: Client, weissensee: Kiez
) -> None:
    create_angebot("A", kosten=[], offen=["kosten"])
    html = get(client, "kiez=weissensee&unbekannt=kosten")
    assert 'id="unbekannte"' not in html
    assert 'name="unbekannt"' not in html


def test_liste_without_hit_offers_what_is_not_known_first(client: Client, weissensee: Kiez) -> None:
    create_angebot("A", kosten=[], offen=["kosten"])
    html = get(client, "kosten=kostenlos")
    links = re.findall(
        r'<li><a href="/angebote/([^"]*)#treffer">.*?<span>([^<]*)</span>[^<]*<span[^>]*>([^<]*)</span>', html
    )
    assert [(unescape(href), wort, zahl) for href, wort, zahl in links][:1] == [
        ("?kosten=kostenlos&unbekannt=kosten", "auch wenn die Kosten nicht bekannt sind", "1 Angebot")
    ]


def test_liste_shows_termin_that_fits_the_question_on_the_card(client: Client, weissensee: Kiez) -> None:
    uebermorgen = timezone.localdate() + timedelta(days=2)
    create_angebot("A", tage=(0, 2))
    html = get(client, f"von={uebermorgen:%Y-%m-%d}")
    assert "<strong>Heute" not in html


def test_liste_without_hit_names_filter_and_ways_out_with_counts(client: Client, weissensee: Kiez) -> None:
    Krisenhilfe.objects.create(name="Telefonseelsorge", art="Telefon", nummer="0800 1110111")
    create_angebot("A", kosten=[])
    create_angebot("B", kiez=["weissensee-ost"])
    create_angebot("C", kosten=[], kiez=["weissensee"], zugang=["telefon"])
    html = get(client, "kiez=weissensee&kosten=kostenlos")
    assert read_treffer(html) == []
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


def test_liste_of_empty_catalogue_is_no_empty_page(client: Client, db: None) -> None:
    html = get(client, "q=irgendwas")
    assert "Wir kennen hier noch kein Angebot" in html


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
    for nummer in range(21):
        create_angebot(f"Treffen {nummer}")
    html = get(client, query, **kopf)
    assert [text.strip() for text in re.findall(r"<title>(.*?)</title>", html, re.DOTALL)] == [titel]


def test_liste_links_that_change_the_search_lead_to_the_hits(client: Client, weissensee: Kiez) -> None:
    for nummer in range(21):
        create_angebot(f"Treffen {nummer}")
    create_angebot("Treffen A", kosten=[], offen=["kosten"])
    for query in ("kosten=kostenlos&kiez=weissensee", "kosten=kostenlos&kiez=weissensee&seite=2", "kiez=buch"):
        ziele = re.findall(r'href="(/angebote/(?:[?#][^"]*)?)"', get(client, query).split('id="inhalt"')[1])
        assert ziele
        assert [ziel for ziel in ziele if not ziel.endswith("#treffer")] == []


def test_liste_asks_for_the_word_inside_the_filter_once_something_is_set(client: Client, weissensee: Kiez) -> None:
    leer, gesetzt = get(client), get(client, "kiez=weissensee")
    assert leer.index('id="f-q"') < leer.index('id="filter"')
    assert gesetzt.index('id="f-q"') > gesetzt.index('id="filter"')
    assert (leer.count('id="f-q"'), gesetzt.count('id="f-q"')) == (1, 1)
    assert "Suche und Filter" in gesetzt


def test_liste_second_page_says_so_beside_the_number(client: Client, weissensee: Kiez) -> None:
    for nummer in range(21):
        create_angebot(f"Treffen {nummer}")
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
    alle = [create_angebot(f"Treffen {n:02}").pk for n in range(45)]
    erste, dritte = get(client, "kiez=weissensee"), get(client, "kiez=weissensee&seite=3")
    assert read_treffer(erste) == alle[:20]
    assert read_treffer(dritte) == alle[40:]
    assert 'href="/angebote/?kiez=weissensee&amp;seite=2#treffer" rel="next"' in erste
    assert 'href="/angebote/?kiez=weissensee&amp;seite=3#treffer" aria-current="page"' in dritte


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
    for nummer in range(anzahl):
        create_angebot(f"Treffen {nummer}", tage=(0, 1, 2, 3, 4, 5, 6) if anzahl < 10 else (), zeitlage=["unbekannt"])
    with CaptureQueriesContext(
        connection,
    ) as abfragen:
        get(client, query)
    assert len(abfragen) <= QUERIES_MAX, [abfrage["sql"][:80] for abfrage in abfragen]


def test_liste_asked_for_a_stop_says_that_this_comes_later_and_leads_to_its_kiez(
    client: Client, weissensee: Kiez, django_assert_num_queries: Any
) -> None:
    with CaptureQueriesContext(connection) as ohne:
        get(client, "kosten=kostenlos")
    PlanungsraumFactory(kiez=weissensee, name="Komponistenviertel")
    with django_assert_num_queries(len(ohne) + 1):
        html = get(client, "kosten=kostenlos&nah=Komponistenviertel")
    assert "gibt es noch nicht. Wir suchen ohne diese Angabe." in html
    assert 'href="/angebote/?kiez=weissensee&amp;kosten=kostenlos#treffer">Meinten Sie den Kiez Weißensee?</a>' in html
    assert "Nicht mehr filtern nach:" in html
    assert html.count("Komponistenviertel") == 0
    assert "Meinten Sie" not in get(client, "nah=Nirgends")
