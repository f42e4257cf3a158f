""" "Stimmt etwas nicht?": nothing typed is lost, nothing else is stored, and programs and floods stay outside."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from angebote.domain.meldeschutz import JE_ADRESSE, build_marke
from angebote.models import Angebot, Meldung, Meldungszaehler
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory, MeldungFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db
ADRESSE = "/melden/"
JETZT = datetime(2026, 11, 21, 10, tzinfo=BERLIN)
TEXT = "Die Telefonnummer ist falsch, dort ist ein Faxgerät."
VON_HIER = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> Callable[[datetime], None]:
    stell_uhr(JETZT)
    return stell_uhr


@pytest.fixture
def chor(db: None) -> Angebot:
    return AngebotFactory(slug="chor", kurz_id="abc234", titel="Chor & Klang")


def send(
    client: Client, *, alter: timedelta = timedelta(minutes=2), kopf: dict[str, str] = VON_HIER, **felder: str
) -> HttpResponse:
    daten = {
        "art": "angabe",
        "text": TEXT,
        "antwort_an": "",
        "seite": "",
        "marke": build_marke(JETZT - alter),
        "betreff": "",
    }
    return client.post(ADRESSE, daten | felder, headers=kopf)


def read_felder(antwort: HttpResponse) -> dict[str, str]:
    """As the form shows them; a browser drops the first line break of a text area."""
    markup = parse_markup(antwort.content.decode())
    felder = {
        feld.attrs["name"]: feld.attrs.get("value", "")
        for feld in markup.find("input")
        if feld.attrs["type"] != "radio" or "checked" in feld.attrs
    }
    return felder | {feld.attrs["name"]: feld.text.removeprefix("\n") for feld in markup.find("textarea")}


def read_fehler(antwort: HttpResponse) -> list[str]:
    html = antwort.content.decode()
    if 'id="meldefehler"' not in html:
        return []
    liste = html.split('id="meldefehler"')[1].split("<ul>")[1].split("</ul>")[0]
    return [punkt.text.strip() for punkt in parse_markup(liste).find("li")]


def test_report_is_stored_and_leads_to_its_number_and_due_date(client: Client, chor: Angebot) -> None:
    antwort = send(client, seite="/angebote/chor/", antwort_an=" abends  030 / 123456 ")
    meldung = Meldung.objects.get()
    assert (antwort.status_code, antwort["Location"]) == (303, f"/melden/danke/{meldung.kennung}/")
    assert (meldung.text, meldung.antwort_an, meldung.seite) == (TEXT, "abends 030 / 123456", "/angebote/chor/")
    assert (meldung.angebot, meldung.eingegangen_am, meldung.art) == (chor, date(2026, 11, 21), "angabe")
    danke = parse_markup(client.get(antwort["Location"]).content.decode()).find("main")[0].text
    assert meldung.kennung in danke
    assert "bis zum 28. November 2026" in danke
    assert "Faxgerät" not in danke
    assert "123456" not in danke


def test_report_of_a_barrier_promises_an_answer_within_a_month(client: Client) -> None:
    antwort = send(client, art="barriere")
    assert "Spätestens am 21. Dezember 2026 antworten wir Ihnen" in client.get(antwort["Location"]).content.decode()


def test_thanks_for_a_number_that_does_not_exist_is_not_found(client: Client) -> None:
    MeldungFactory(kennung="mb-4k7x")
    assert client.get("/melden/danke/MB-4K7X/").status_code == 200
    assert {client.get(f"/melden/danke/{eine}/").status_code for eine in ("mb-4k7y", "%00", "x" * 500)} == {404}


@pytest.mark.parametrize("pfad", [ADRESSE, "/melden/danke/mb-4k7x/"])
def test_pages_set_no_cookie_and_are_stored_and_found_by_nobody(client: Client, pfad: str) -> None:
    MeldungFactory(kennung="mb-4k7x")
    antwort = client.get(pfad)
    assert (antwort["Cache-Control"], antwort["X-Robots-Tag"]) == ("private, no-store", "noindex, nofollow")
    assert (dict(antwort.cookies), antwort.has_header("ETag")) == ({}, False)


def test_form_works_without_cookie_where_csrf_is_enforced() -> None:
    client = Client(enforce_csrf_checks=True)
    antwort = send(client)
    assert (antwort.status_code, dict(client.cookies), antwort["Cache-Control"]) == (303, {}, "private, no-store")


@pytest.mark.parametrize("kopf", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://fremd.example"}])
def test_form_on_a_foreign_page_is_refused(client: Client, kopf: dict[str, str]) -> None:
    assert send(client, kopf=kopf).status_code == 403
    assert not Meldung.objects.exists()


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({"text": ""}, "Bitte schreiben Sie, was nicht stimmt. Ein Satz genügt."),
        ({"text": " \n "}, "Bitte schreiben Sie, was nicht stimmt. Ein Satz genügt."),
        ({"text": "falsch"[:4]}, "Das ist sehr kurz. Bitte schreiben Sie etwas mehr, damit wir Sie verstehen."),
        ({"text": "x" * 2001}, "Ihr Text hat 2001 Zeichen. Höchstens 2000 passen hinein. Bitte kürzen Sie ihn."),
        ({"art": ""}, "Bitte wählen Sie aus, worum es geht."),
        ({"art": "atlantis"}, "Bitte wählen Sie aus, worum es geht."),
        ({"antwort_an": "irgendwo@"}, "Das ist keine E-Mail-Adresse und keine Telefonnummer."),
        ({"antwort_an": "12345"}, "Das ist keine E-Mail-Adresse und keine Telefonnummer."),
        ({"antwort_an": "1" * 121}, "Ihr Text hat 121 Zeichen. Höchstens 120 passen hinein."),
    ],
)
def test_mistake_is_said_once_and_everything_typed_is_kept(
    client: Client, chor: Angebot, felder: dict[str, str], satz: str
) -> None:
    getippt = {"text": TEXT, "antwort_an": "a@example.org", "seite": "/angebote/chor/", "art": "sonstiges"} | felder
    antwort = send(client, **getippt)
    assert antwort.status_code == 200
    assert [eine.startswith(satz) for eine in read_fehler(antwort)] == [True]
    gezeigt = read_felder(antwort)
    gezeigt.setdefault("art", "")  # nothing chosen
    erwartet = getippt | ({"art": ""} if getippt["art"] == "atlantis" else {})
    assert {name: gezeigt[name].strip() for name in getippt} == {name: wert.strip() for name, wert in erwartet.items()}
    assert not Meldung.objects.exists()


def test_mistakes_are_listed_in_the_order_of_the_fields_and_lead_to_them(client: Client) -> None:
    html = send(client, art="", text="", antwort_an="x").content.decode()
    liste = parse_markup(html.split('id="meldefehler"')[1].split("</ul>")[0]).find("a")
    assert [link.attrs["href"] for link in liste] == ["#art-angabe", "#text", "#antwort-an"]
    ids = {element.attrs.get("id"): element.attrs for element in parse_markup(html).elemente}
    assert ids["text"]["aria-describedby"].split() == ["text-warnung", "text-hinweis", "text-fehler"]
    assert ids["antwort-an"]["aria-describedby"].split() == ["antwort-an-hinweis", "antwort-an-fehler"]
    assert {"art-angabe", "text-fehler", "antwort-an-fehler", "art-fehler"} <= set(ids)
    assert "autofocus" in ids["meldefehler"]


@pytest.mark.parametrize(
    ("text", "gespeichert"),
    [
        ("x" * 1998 + "\r\n" + "y", "x" * 1998 + "\n" + "y"),
        ("Zeile 1\r\nZeile 2\rZeile 3", "Zeile 1\nZeile 2\nZeile 3"),
        ("kaf\x00fee\x07 ist\u200b zu", "kaffee ist zu"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Ärger 🙂 mit der Tür", "Ärger 🙂 mit der Tür"),
    ],
)
def test_text_is_stored_as_it_was_meant(client: Client, text: str, gespeichert: str) -> None:
    assert send(client, text=text).status_code == 303
    assert Meldung.objects.get().text == gespeichert


def test_hostile_text_is_shown_escaped(client: Client) -> None:
    antwort = send(client, text="</textarea><script>alert(1)</script>" * 99)
    assert "<script>alert" not in antwort.content.decode()
    assert len(read_fehler(antwort)) == 1


@pytest.mark.parametrize(
    ("felder", "anfang"),
    [
        ({"alter": timedelta(seconds=1)}, "Das ging sehr schnell."),
        ({"alter": timedelta(hours=13)}, "Die Seite war lange offen."),
        ({"marke": "erfunden"}, "Die Seite war lange offen."),
        ({"betreff": "Kaufen Sie!"}, "Ihr Browser hat ein Feld ausgefüllt, das leer bleiben muss."),
    ],
)
def test_what_looks_like_a_program_is_asked_again_and_then_taken(
    client: Client, uhr: Callable[[datetime], None], felder: dict[str, Any], anfang: str
) -> None:
    antwort = send(client, **felder)
    assert antwort.status_code == 200
    assert [satz.startswith(anfang) for satz in read_fehler(antwort)] == [True]
    assert not Meldung.objects.exists()
    uhr(JETZT + timedelta(seconds=4))
    zweite = client.post(ADRESSE, read_felder(antwort), headers=VON_HIER)
    assert zweite.status_code == 303
    assert Meldung.objects.get().text == TEXT


def test_trap_is_hidden_from_people_and_filled_in_by_no_browser(client: Client) -> None:
    html = client.get(ADRESSE).content.decode()
    falle = next(feld for feld in parse_markup(html).find("input") if feld.attrs["name"] == "betreff")
    assert (falle.attrs["tabindex"], falle.attrs["autocomplete"]) == ("-1", "off")
    assert "<div hidden>" in html.split('id="betreff"')[0].splitlines()[-3:][0] + html.split('id="betreff"')[0]


def test_too_many_reports_from_one_address_are_refused_with_the_text_kept(client: Client, settings: Any) -> None:
    settings.PORTAL_TELEFON = "030 0000000"
    for nummer in range(JE_ADRESSE):
        assert send(client, text=f"Text Nummer {nummer}").status_code == 303
    antwort = send(client)
    assert antwort.status_code == 429
    assert read_fehler(antwort)[0].startswith("Gerade kommen sehr viele Meldungen an.")
    assert read_felder(antwort)["text"] == TEXT
    assert "030 0000000" in unescape(antwort.content.decode())
    assert Meldung.objects.count() == JE_ADRESSE
    settings.HINTER_PROXY = True
    assert send(client, kopf=VON_HIER | {"X-Forwarded-For": "198.51.100.7"}).status_code == 303


def test_address_of_the_sender_is_stored_nowhere(client: Client) -> None:
    client.post(
        ADRESSE,
        {"art": "angabe", "text": TEXT, "marke": build_marke(JETZT - timedelta(minutes=1))},
        REMOTE_ADDR="192.0.2.77",
    )
    zeilen = [*Meldung.objects.values(), *Meldungszaehler.objects.values()]
    assert len(zeilen) == 3
    assert [zeile for zeile in zeilen if "192.0.2" in str(zeile)] == []


def test_sending_twice_stores_one_report(client: Client) -> None:
    assert send(client)["Location"] == send(client)["Location"]
    assert Meldung.objects.count() == 1


def test_form_names_the_page_it_came_from_and_takes_its_short_id(client: Client, chor: Angebot) -> None:
    for query in ("seite=/angebote/chor/", "seite=/angebote/chor/%3Fq%3Dtrauer", "angebot=ABC234"):
        antwort = client.get(f"{ADRESSE}?{query}")
        assert read_felder(antwort)["seite"] == "/angebote/chor/"
        assert "Es geht um diese Seite: <strong>Chor &amp; Klang</strong>" in antwort.content.decode()


@pytest.mark.parametrize(("query", "art"), [("", "angabe"), ("art=barriere", "barriere"), ("art=atlantis", "angabe")])
def test_form_has_chosen_what_the_link_said(client: Client, query: str, art: str) -> None:
    assert read_felder(client.get(f"{ADRESSE}?{query}"))["art"] == art


def test_form_goes_together_with_a_merkzettel(client: Client, chor: Angebot) -> None:
    html = client.get(f"{ADRESSE}?seite=/angebote/chor/&id={chor.pk}").content.decode()
    formular = next(eines for eines in parse_markup(html).find("form") if eines.attrs["method"] == "post")
    assert formular.attrs["action"] == f"/melden/?id={chor.pk}"
    marke = build_marke(JETZT - timedelta(minutes=1))
    daten = {"art": "angabe", "text": TEXT, "seite": "/angebote/chor/", "marke": marke}
    # A page with a list allows no referrer, so an old browser says "null" and nothing else.
    antwort = client.post(formular.attrs["action"], daten, headers={"Origin": "null"})
    meldung = Meldung.objects.get()
    assert antwort["Location"] == f"/melden/danke/{meldung.kennung}/?id={chor.pk}"
    assert meldung.seite == "/angebote/chor/"


def test_nothing_typed_is_logged_even_if_the_database_breaks(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    from pankow_einsamkeit.logfilter import DropQueryString

    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE angebote_meldung")
    client.raise_request_exception = False
    filter_ = DropQueryString()
    with caplog.at_level(logging.DEBUG):
        assert send(client, antwort_an="geheim@example.org").status_code == 500
        assert send(client, text="kurz", seite="/?q=Faxgerät", antwort_an="geheim@example.org").status_code == 200
    zeilen = []
    for eintrag in caplog.records:
        filter_.filter(eintrag)
        zeilen.append(logging.Formatter().format(eintrag))
    assert [zeile for zeile in zeilen if "Internal Server Error: /melden/" in zeile]
    assert [zeile for zeile in zeilen if "Faxgerät" in zeile or "geheim" in zeile] == []


def test_other_methods_are_refused(client: Client) -> None:
    assert client.put(ADRESSE).status_code == 405
