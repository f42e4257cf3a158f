"""Printed on 10 November 2026 at ten past ten; looked at in the early morning of the 21st (see conftest.py)."""

import logging
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angebote.choices import Kostenart, Merkmal, Pruefgruppe, Pruefquelle, Status, Wochentag
from angebote.domain.aktualitaet import confirm_angebot
from angebote.domain.katalog import delete_angebote, refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.domain.pruefcode import build_pruefcode
from angebote.models import (
    Angebot,
    Barriereangabe,
    Fassung,
    Haltestelle,
    Kategorie,
    Kosten,
    OrtHaltestelle,
    Schliesszeit,
)
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import UNGEPRUEFT, AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db
GEDRUCKT = datetime(2026, 11, 10, 10, 10, tzinfo=BERLIN)
Uhr = Callable[[datetime], None]


@pytest.fixture
def publish(stell_uhr: Uhr, jetzt: datetime) -> Callable[..., Angebot]:
    """An offer on Tuesdays from 14 to 16 that was public two days before the print."""

    def build(**felder: Any) -> Angebot:
        stell_uhr(GEDRUCKT - timedelta(days=2))
        werte = {"titel": "Kaffeerunde", "geprueft_am": date(2026, 11, 15)} | felder
        angebot = ZeitFactory(**{f"angebot__{name}": wert for name, wert in werte.items()}).angebot
        refresh(angebot)
        stell_uhr(jetzt)
        return angebot

    return build


def refresh(*angebote: Angebot, heute: date = date(2026, 11, 21)) -> None:
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)


def change(angebot: Angebot, **felder: Any) -> None:
    Angebot.objects.filter(pk=angebot.pk).update(**felder)
    refresh(angebot)


def build_code(*angebote: Angebot, gedruckt_am: datetime = GEDRUCKT) -> str:
    return build_pruefcode([angebot.pk for angebot in angebote], gedruckt_am=gedruckt_am)


def check(client: Client, *angebote: Angebot) -> str:
    antwort = client.get(f"/pruefen/{build_code(*angebote)}/")
    assert antwort.status_code == 200
    return antwort.content.decode()


def read_text(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("\N{NO-BREAK SPACE}", " ").split())


def list_staende(html: str) -> list[str]:
    gefunden = re.findall(r'<p class="pruefstand pruefstand--[\w-]+">.*?<span>(.*?)</span>', html, re.DOTALL)
    return [stand.strip() for stand in gefunden]


def list_aenderungen(html: str) -> list[str]:
    return re.findall(r'<h3 class="unterschied__titel">.*?<span>(.*?)</span>', html, re.DOTALL)


# --- the form ---


def test_form_asks_for_the_code_with_label_and_hint(client: Client) -> None:
    html = client.get("/pruefen/").content.decode()
    assert '<label class="kern-label" for="code">Code auf dem Zettel</label>' in html
    assert "aria-invalid" not in html
    assert re.search(r'<form [^>]*action="/pruefen/" method="get">', html)


@pytest.mark.parametrize(
    "change_text",
    [
        str,
        str.upper,
        lambda code: code.replace("-", " "),
        lambda code: f" {code}.",
        "https://treffen.example/pruefen/{}/".format,
        "https://treffen.example/pruefen/{}/?berichtigt=1".format,
        "https://treffen.example/pruefen/{}/?id=4#inhalt".format,
        "https://treffen.example/pruefen/{}#inhalt".format,
        "HTTPS://TREFFEN.EXAMPLE/PRUEFEN/{}/".format,
        "treffen.example/prüfen/{}".format,
        "https://treffen.example/pr%C3%BCfen/{}/".format,
    ],
)
def test_form_leads_to_the_one_address_of_the_code(client: Client, change_text: Callable[[str], str]) -> None:
    code = build_code(AngebotFactory())
    antwort = client.get("/pruefen/", {"code": change_text(code)})
    assert (antwort.status_code, antwort["Location"]) == (302, f"/pruefen/{code}/")


def test_address_with_other_letters_leads_to_the_one_of_the_code(client: Client) -> None:
    code = build_code(AngebotFactory())
    antwort = client.get(f"/pruefen/{code.replace('-', '').upper()}/")
    assert (antwort.status_code, antwort["Location"]) == (302, f"/pruefen/{code}/")


@pytest.mark.parametrize("weg", ["/pruefen/?code={}", "/pruefen/{}/"])
def test_code_with_one_wrong_letter_is_mended_and_the_page_says_so(client: Client, weg: str) -> None:
    code = build_code(AngebotFactory(pk=7))
    falsch = ("3" if code[0] == "2" else "2") + code[1:]
    antwort = client.get(weg.format(falsch))
    assert antwort["Location"] == f"/pruefen/{code}/?berichtigt=1"
    satz = "Im Code war ein Zeichen falsch oder vertauscht."
    assert satz in client.get(antwort["Location"]).content.decode()
    assert satz not in client.get(f"/pruefen/{code}/").content.decode()


@pytest.mark.parametrize(
    ("text", "satz"),
    [
        ("", "Bitte geben Sie den Code ein."),
        ("08 15", "Das Zeichen „0“ gibt es in unseren Codes nicht."),
        ("abcd", "Da fehlt noch etwas"),
        ("a" * 10_000, "Da ist etwas zu viel"),
        ("2" * 13, "Dieser Code ist nicht von uns."),
        ('"><script>alert(1)</script>', "Das Zeichen „&quot;“ gibt es"),
    ],
)
def test_form_with_a_bad_code_says_why_and_keeps_it(client: Client, text: str, satz: str) -> None:
    antwort = client.get("/pruefen/", {"code": text})
    html = antwort.content.decode()
    assert (antwort.status_code, satz in html) == (200, True)
    assert f'name="code" value="{text.replace(chr(34), "&quot;").replace("<", "&lt;").replace(">", "&gt;")}"' in html
    assert 'aria-describedby="code-hinweis code-fehler" aria-invalid="true"' in html


@pytest.mark.parametrize("wort", ["prüfen", "PRÜFEN", "PRUEFEN", "Pruefen", "pru\u0308fen"])
def test_address_as_people_type_it_leads_to_ours(client: Client, wort: str) -> None:
    ziele = {
        "/": "/pruefen/",
        "/abc/": "/pruefen/abc/",
        "/abc": "/pruefen/abc/",
        "/?code=a%20b": "/pruefen/?code=a%20b",
    }
    antworten = {weg: client.get(f"/{wort}{weg}") for weg in ziele}
    assert {weg: antwort["Location"] for weg, antwort in antworten.items()} == ziele
    assert {antwort["Cache-Control"] for antwort in antworten.values()} == {"private, no-store"}


@pytest.mark.parametrize("weg", ["/", "/{}/"])
def test_thousands_of_parameters_are_no_error(client: Client, weg: str) -> None:
    weg = f"/pruefen{weg}".format(build_code(AngebotFactory()))
    ueberzaehlige = "&".join(f"p{nummer}=1" for nummer in range(1_001))
    assert client.get(f"{weg}?code=0&{ueberzaehlige}").status_code == 200


def test_address_with_a_bad_code_shows_the_form(client: Client) -> None:
    antwort = client.get("/pruefen/abcd/")
    html = antwort.content.decode()
    assert antwort.status_code == 200
    assert 'name="code" value="abcd"' in html
    assert "Da fehlt noch etwas" in html


# --- privacy ---


@pytest.mark.parametrize(
    "weg", ["/pruefen/", "/pruefen/?code={}", "/pruefen/{}/", "/pruefen/0815/", "/pruefen/?code=0"]
)
def test_answer_is_kept_by_nobody_and_told_to_nobody(client: Client, weg: str) -> None:
    antwort: HttpResponse = client.get(weg.format(build_code(AngebotFactory())))
    assert (antwort["Cache-Control"], antwort["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert not antwort.has_header("ETag")
    assert dict(antwort.cookies) == {}


def test_pages_have_a_neutral_title_and_no_place_in_search_engines(client: Client) -> None:
    for html in (client.get("/pruefen/").content.decode(), check(client, AngebotFactory())):
        assert re.findall(r"<title>(.*?)</title>", html) == ["Liste prüfen – Gemeinsam in Pankow"]
        assert '<meta name="robots" content="noindex">' in html


def test_no_code_is_logged_whatever_becomes_of_it(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    code = build_code(AngebotFactory())
    with caplog.at_level(logging.INFO):
        for adresse in (f"/pruefen/{code}/", f"/pruefen/?code={code}", "/pruefen/0815/", "/pruefen/?code=0"):
            client.get(adresse)
        for wort in ("prüfen", "PRUEFEN"):
            client.get(f"/{wort}/{code}/")
    assert [eintrag.getMessage() for eintrag in caplog.records if eintrag.name.startswith("django")] == []


# --- what has changed ---


def test_sheet_without_changes_says_so_first(client: Client, publish: Callable[..., Angebot]) -> None:
    html = check(client, publish(telefon="030 4442514"), publish(titel="Chor"))
    text = read_text(html)
    assert list_staende(html) == ["Unverändert", "Unverändert"]
    erwartet = "Gedruckt am 10. November 2026 um etwa 10 Uhr Keines der 2 Angebote hat sich geändert. 1. Kaffeerunde"
    assert erwartet in text
    assert "hinweis--erfolg" in html
    assert "Nächster Termin: Dienstag, 24. November, 14 bis 16 Uhr danach Dienstag, 1. Dezember" in text
    assert 'href="tel:+49304442514"' in html
    assert "Zuletzt geprüft am 15. November 2026 2. Chor" in text


def test_sheet_keeps_its_order_and_counts_its_changes(client: Client, publish: Callable[..., Angebot]) -> None:
    angebote = [publish(titel=titel) for titel in ("Chor", "Boule", "Aquarell")]
    angebote[1].zeiten.update(beginn=time(15))
    refresh(*angebote)
    html = check(client, angebote[1], angebote[2], angebote[0])
    assert re.findall(r'data-angebot="(\d+)"', html) == [str(angebote[nummer].pk) for nummer in (1, 2, 0)]
    assert list_staende(html) == ["Geändert", "Unverändert", "Unverändert"]
    assert "1 von 3 Angeboten hat sich geändert." in html
    assert "hinweis--warnung" in html
    assert "Neue Zeit Bisher Jeden Dienstag, 14 bis 16 Uhr Jetzt Jeden Dienstag, 15 bis 16 Uhr" in read_text(html)


def test_everything_that_changed_is_told_at_once(client: Client, publish: Callable[..., Angebot]) -> None:
    angebot = publish(ort__strasse="Weg", ort__hausnummer="1", telefon="030 1112223")
    angebot.ausnahmen.create(datum=date(2026, 11, 24))
    angebot.zeiten.update(wochentag=Wochentag.MI)
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Schliesszeit.objects.create(angebot=angebot, von=date(2026, 12, 1), bis=date(2026, 12, 8))
    anderer = OrtFactory(name="Haus Blau", strasse="Allee", hausnummer="2")
    change(angebot, titel="Teerunde", ort=anderer, telefon="030 4442514", anmeldung="noetig")
    html = check(client, angebot)
    assert list_aenderungen(html) == [
        *("Schließzeit", "Termin fällt aus oder ist verschoben", "Neue Zeit", "Umgezogen", "Kosten geändert"),
        *("Anmeldung geändert", "Kontakt geändert", "Neuer Name"),
    ]
    assert "Das Angebot hat sich geändert." in html
    assert "1112223" not in html


def test_change_before_the_print_is_no_change(
    client: Client, publish: Callable[..., Angebot], stell_uhr: Uhr, jetzt: datetime
) -> None:
    angebot = publish()
    stell_uhr(GEDRUCKT - timedelta(hours=1))
    change(angebot, titel="Teerunde")
    stell_uhr(jetzt)
    assert list_staende(check(client, angebot)) == ["Unverändert"]


def test_offer_closed_today_says_so(client: Client, publish: Callable[..., Angebot]) -> None:
    angebot = publish()
    Schliesszeit.objects.create(ort=angebot.ort, von=date(2026, 11, 21), bis=date(2026, 11, 30))
    refresh(angebot)
    html = check(client, angebot)
    assert list_staende(html) == ["Zurzeit geschlossen"]
    assert "Geschlossen vom 21. November 2026 bis 30. November 2026." in read_text(html)
    assert "Nächster Termin: Dienstag, 1. Dezember, 14 bis 16 Uhr" in read_text(html)


@pytest.mark.parametrize(
    ("felder", "stand", "satz"),
    [
        (
            {"status": Status.ARCHIVIERT},
            "Beendet",
            "Dieses Angebot gibt es nicht mehr. Bitte streichen Sie es auf Ihrem Zettel.",
        ),
        (
            {"gueltig_bis": date(2026, 11, 20)},
            "Beendet",
            "Dieses Angebot gab es bis zum 20. November 2026. Bitte streichen Sie es auf Ihrem Zettel.",
        ),
        (
            {"status": Status.PAUSIERT},
            "Macht Pause",
            "Dieses Angebot macht zurzeit eine Pause. Es findet gerade nicht statt.",
        ),
    ],
)
def test_offer_that_is_over_leads_to_similar_ones_not_on_the_sheet(
    client: Client, publish: Callable[..., Angebot], felder: dict[str, Any], stand: str, satz: str
) -> None:
    ort = OrtFactory()
    vorbei, auf_dem_zettel, neues = (
        publish(titel=titel, telefon="030 4442514", ort=ort) for titel in ("Kaffee", "Tee", "Waffeln")
    )
    for angebot in (vorbei, auf_dem_zettel, neues):
        angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    refresh(auf_dem_zettel, neues)
    change(vorbei, **felder)
    html = check(client, vorbei, auf_dem_zettel)
    erster = html[: html.index("pruefeintrag__nummer", html.index("pruefeintrag__nummer") + 1)]
    assert list_staende(html) == [stand, "Unverändert"]
    assert f"1. Kaffee {stand} {satz} " in read_text(html)
    assert re.findall(r'<h3 class="vorschlag__titel"><a [^>]*>(.*?)</a>', html) == ["Waffeln"]
    assert "tel:" not in erster
    assert f'href="/merkzettel/?id={auf_dem_zettel.pk}"' in html


def test_deleted_and_never_public_offers_look_the_same(
    client: Client, publish: Callable[..., Angebot], settings: Any
) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    geloescht, entwurf, ungeprueft, bleibt = (
        publish(titel=titel, telefon="030 4442514") for titel in ("Siebenschläfer", "Murmeltier", "Haselmaus", "Chor")
    )
    delete_angebote(angebot_ids=[geloescht.pk])
    change(entwurf, status=Status.ENTWURF, veroeffentlicht_am=None)
    change(ungeprueft, **UNGEPRUEFT)
    html = check(client, geloescht, entwurf, ungeprueft, bleibt)
    assert list_staende(html) == [*["Nicht mehr im Verzeichnis"] * 3, "Unverändert"]
    assert "3 von 4 Angeboten haben sich geändert." in html
    satz = "Dieses Angebot steht nicht in unserem Verzeichnis. Bitte streichen Sie es auf Ihrem Zettel."
    assert read_text(html).count(satz) == 3
    assert [name for name in ("Siebenschläfer", "Murmeltier", "Haselmaus") if name in html] == []
    assert "Angebot Nummer 2 auf Ihrem Zettel" in html
    assert re.findall(r"/merkzettel/\?[^\"]*", html) == [f"/merkzettel/?id={bleibt.pk}"]


def test_sheet_of_which_nothing_is_left_offers_no_print(client: Client) -> None:
    html = client.get(f"/pruefen/{build_pruefcode([99], gedruckt_am=GEDRUCKT)}/").content.decode()
    assert "/merkzettel/?" not in html
    assert 'href="/angebote/"' in html


@pytest.mark.parametrize(
    ("geprueft_am", "satz"),
    [
        (date(2026, 11, 10), "Zuletzt geprüft am 10. November 2026 "),
        (date(2026, 11, 9), "Zuletzt geprüft am 9. November 2026, seit dem Druck noch nicht wieder"),
        (date(2026, 8, 23), "Zuletzt geprüft am 23. August 2026, seit dem Druck noch nicht wieder"),
        (date(2026, 8, 22), "Zuletzt geprüft am 22. August 2026; das ist länger her. Bitte vorher anrufen."),
        (date(2026, 5, 25), "Zuletzt geprüft am 25. Mai 2026; das ist länger her. Bitte vorher anrufen."),
        (date(2026, 5, 24), "Nicht mehr bestätigt Dieses Angebot ist seit dem 24. Mai 2026 nicht mehr bestätigt"),
        (None, "Noch nicht bestätigt. Bitte vorher anrufen."),
    ],
)
def test_offer_says_when_it_was_checked(
    client: Client, publish: Callable[..., Angebot], geprueft_am: date | None, satz: str
) -> None:
    assert satz in read_text(check(client, publish(geprueft_am=geprueft_am, telefon="030 4442514")))


def test_offer_nobody_confirms_any_more_can_still_be_called_and_is_not_struck_out(
    client: Client, publish: Callable[..., Angebot]
) -> None:
    html = check(client, publish(geprueft_am=date(2026, 5, 24), telefon="030 4442514"))
    assert list_staende(html) == ["Nicht mehr bestätigt"]
    assert "Vielleicht findet es weiter statt." in read_text(html)
    assert 'href="tel:+49304442514"' in html
    assert "Bitte streichen Sie es" not in html
    assert "/merkzettel/?id=" not in html


def test_offer_without_old_facts_shows_today_and_claims_nothing(
    client: Client, publish: Callable[..., Angebot]
) -> None:
    bekannt, unbekannt = publish(), publish(titel="Chor")
    Fassung.objects.filter(angebot=unbekannt).delete()
    html = check(client, bekannt, unbekannt)
    assert list_staende(html) == ["Unverändert", "Stand von heute"]
    assert "Ein Angebot können wir nicht vergleichen." in html
    assert "Sonst hat sich nichts geändert." in html
    assert "Was auf Ihrem Zettel stand, können wir nicht vergleichen." in check(client, unbekannt)


def test_sheet_of_more_than_two_years_is_not_compared(
    client: Client, publish: Callable[..., Angebot], stell_uhr: Uhr
) -> None:
    angebot = publish()
    change(angebot, titel="Teerunde")
    spaeter = GEDRUCKT + timedelta(days=740)
    confirm_angebot(
        angebot_id=angebot.pk,
        gruppen=list(Pruefgruppe),
        geprueft_am=spaeter.date(),
        konto=None,
        quelle=Pruefquelle.TELEFON,
        heute=spaeter.date(),
    )
    stell_uhr(spaeter)
    html = check(client, angebot)
    assert list_staende(html) == ["Stand von heute"]
    assert "Ihr Zettel ist mehr als zwei Jahre alt." in html
    assert f'href="/merkzettel/?id={angebot.pk}"' in html


def test_code_of_a_former_key_is_still_compared(client: Client, publish: Callable[..., Angebot], settings: Any) -> None:
    angebot = publish(telefon="030 1112223")
    code = build_code(angebot)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY += " und mehr"
    assert list_staende(client.get(f"/pruefen/{code}/").content.decode()) == ["Unverändert"]
    change(angebot, telefon="030 4442514")
    assert list_aenderungen(client.get(f"/pruefen/{code}/").content.decode()) == ["Kontakt geändert"]


def test_page_escapes_what_people_type(client: Client, publish: Callable[..., Angebot]) -> None:
    angebot = publish(titel="Tee <script>alert(1)</script>")
    change(angebot, treffpunkt="<b>Saal</b>")
    html = check(client, angebot)
    assert "<script>alert" not in html
    assert "<b>Saal" not in html


def test_page_needs_the_same_queries_for_any_number_of_offers(client: Client, publish: Callable[..., Angebot]) -> None:
    halt = Haltestelle.objects.create(kennung="de:1", name="Tram", lat=52.55, lon=13.45)

    def count_queries(anzahl: int) -> int:
        angebote = [publish(titel=f"Treffen {nummer}", traeger=TraegerFactory()) for nummer in range(anzahl)]
        for angebot in angebote:
            angebot.zeiten.update(beginn=time(15))
            Schliesszeit.objects.create(ort=angebot.ort, von=date(2026, 12, 1), bis=date(2026, 12, 2))
            Barriereangabe.objects.create(ort=angebot.ort, merkmal=Merkmal.WC, wert="ja")
            OrtHaltestelle.objects.create(ort=angebot.ort, haltestelle=halt, meter=250)
        refresh(*angebote)
        renew_version()
        check(client, *angebote)  # fills what is kept per version of the catalogue
        with CaptureQueriesContext(connection) as abfragen:
            check(client, *angebote)
        return len(abfragen)

    assert [count_queries(2), count_queries(4), count_queries(30)] == [17, 17, 17]


def test_page_of_thirty_offers_that_are_over_proposes_for_the_first_three(
    client: Client, publish: Callable[..., Angebot]
) -> None:
    ort = OrtFactory()
    halt = Haltestelle.objects.create(kennung="de:1", name="Tram", lat=52.55, lon=13.45)
    OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=250)
    angebote = [publish(titel=f"Treffen {nummer}", ort=ort) for nummer in range(31)]
    for angebot in angebote:
        angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    *vorbei, neues = angebote
    refresh(neues)
    Angebot.objects.filter(pk__in=[angebot.pk for angebot in vorbei]).update(status=Status.ARCHIVIERT)
    refresh(*vorbei)
    html = check(client, *vorbei)
    assert len(re.findall(r'<h3 class="vorschlag__titel">', html)) == 3
    assert html.rindex("vorschlag__titel") < html.index('id="eintrag-4"')
    knoepfe = re.findall(rf'id="merken-{neues.pk}-(\d)" href="[^"]*\?id={neues.pk}#merken-{neues.pk}-(\d)"', html)
    assert knoepfe == [("1", "1"), ("2", "2"), ("3", "3")]
    with CaptureQueriesContext(connection) as abfragen:
        check(client, *vorbei)
    assert len(abfragen) == 26
