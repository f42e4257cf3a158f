"""The page of one offer, its short address and its calendar file. The clock is the real one: views read it."""

import json
import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Ausnahmeart, Bereich, Kostenart, Status, Wochentag, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.zeitsaetze import build_datumssatz
from angebote.models import Angebot, Ausnahme, Kosten, Krisenhilfe, Schliesszeit, Termin, Zugangsweg
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db
UEBERSCHRIFTEN = [
    "Was",
    "Wann",
    "Wo",
    "Kosten",
    "Wer kann kommen",
    "So läuft der erste Besuch ab",
    "Kontakt",
    "Barrieren",
]


def read_page(client: Client, angebot: Angebot, status: int = 200) -> str:
    refresh_angebote(angebot_ids=[angebot.pk], heute=timezone.localdate())
    antwort = client.get(angebot.get_absolute_url())
    assert antwort.status_code == status
    return antwort.content.decode()


def read_text(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def list_headings(html: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", titel).strip() for titel in re.findall(r"<h2[^>]*>(.*?)</h2>", html, re.DOTALL)]


def test_page_of_begegnung_has_answers_in_fixed_order(client: Client) -> None:
    headings = list_headings(read_page(client, AngebotFactory()))
    assert headings[:10] == [*UEBERSCHRIFTEN, "Zuletzt geprüft", "Passt nicht ganz?"]


def test_page_of_unterstuetzung_adds_frame_and_crisis_box(client: Client) -> None:
    Krisenhilfe.objects.create(name="Notruf", art="Notruf", nummer="112")
    html = read_page(client, AngebotFactory(bereich=Bereich.UNTERSTUETZUNG))
    headings = list_headings(html)
    assert headings[5:7] == ["In welchem Rahmen", "So läuft der erste Besuch ab"]
    assert headings[9:12] == ["Zuletzt geprüft", "Sie möchten jetzt mit jemandem sprechen?", "Passt nicht ganz?"]
    assert 'href="tel:112"' in html


def test_page_explains_short_forms_in_words_and_once_in_each_text(client: Client) -> None:
    angebot = AngebotFactory(
        nutzen="Sie sprechen mit dem SpD.",
        beschreibung="Der SpD <berät>.\n\nDen SpD gibt es lange.",
        wer_hinweis="alle, auch in DGS",
        erstbesuch_ablauf="Jemand von der KBS begrüßt Sie.",
    )
    text = unescape(read_text(read_page(client, angebot)))
    assert "Sie sprechen mit dem SpD (Sozialpsychiatrischer Dienst)." in text
    assert "Der SpD (Sozialpsychiatrischer Dienst) <berät>. Den SpD gibt es lange." in text
    assert "Alle, auch in DGS (Deutsche Gebärdensprache)" in text
    assert "Jemand von der KBS (Kontakt- und Begegnungsstätte) begrüßt Sie." in text


def test_page_of_begegnung_shows_no_crisis_box(client: Client) -> None:
    Krisenhilfe.objects.create(name="Notruf", art="Notruf", nummer="112")
    assert 'href="tel:112"' not in read_page(client, AngebotFactory())


def test_page_without_facts_says_unknown_in_every_block(client: Client) -> None:
    text = read_text(read_page(client, AngebotFactory(ort=None)))
    for satz in (
        "Eine Beschreibung liegt uns noch nicht vor. Bitte nachfragen.",
        "Zeiten nicht bekannt – bitte nachfragen",
        "Ort nicht bekannt – bitte nachfragen",
        "Kosten nicht bekannt – bitte nachfragen",
        "Alle sind willkommen. Nicht bekannt – bitte nachfragen: Anmeldung, Sprachen",
        "Dazu liegt uns noch nichts vor. Fragen Sie vorher nach, wer Sie begrüßt.",
        "Eine Telefonnummer liegt uns noch nicht vor.",
        "Das wissen wir noch nicht – bitte nachfragen Eingang ohne Stufe",
    ):
        assert satz in text


def test_page_names_next_three_dates_and_the_rule(client: Client) -> None:
    angebot = ZeitFactory(wochentag=Wochentag.DI).angebot
    text = read_text(read_page(client, angebot))
    heute = timezone.localdate()
    daten = [build_datumssatz(termin.datum, heute=heute) for termin in Termin.objects.order_by("datum")[:4]]
    assert [text.count(datum) for datum in daten] == [1, 1, 1, 0]
    assert "Jeden Dienstag, 14 bis 16 Uhr" in text


def test_page_tells_exceptions_and_closing_periods_ahead_in_order(client: Client) -> None:
    heute = timezone.localdate()
    naechster = heute + timedelta(days=(Wochentag.DI - heute.weekday()) % 7 + 7)
    angebot = ZeitFactory(wochentag=Wochentag.DI).angebot
    Schliesszeit.objects.create(
        ort=angebot.ort, von=naechster + timedelta(days=7), bis=naechster + timedelta(days=8), grund="Umbau."
    )
    Schliesszeit.objects.create(angebot=angebot, von=heute - timedelta(days=9), bis=heute - timedelta(days=8))
    Ausnahme.objects.create(angebot=angebot, datum=naechster, grund="Ausflug")
    Ausnahme.objects.create(
        angebot=angebot,
        art=Ausnahmeart.VERSCHOBEN,
        datum=naechster + timedelta(days=14),
        neues_datum=naechster + timedelta(days=15),
    )
    text = read_text(read_page(client, angebot))

    def satz(tage: int) -> str:
        return build_datumssatz(naechster + timedelta(days=tage), heute=heute)

    hinweis = text[text.index("Bitte beachten") : text.index("Im Überblick")]
    assert hinweis.startswith(f"Bitte beachten Fällt aus: {satz(0)} (Ausflug). Geschlossen vom ")
    assert hinweis.strip().endswith(
        f"(Umbau). Danach wieder ab {satz(15)}. Verschoben: nicht {satz(14)}, sondern {satz(15)}."
    )


def test_page_promises_no_day_after_a_closing_period_the_offer_does_not_outlive(client: Client) -> None:
    heute = timezone.localdate()
    ende = heute + timedelta(days=30)
    angebot = ZeitFactory(angebot__gueltig_bis=ende).angebot
    Schliesszeit.objects.create(angebot=angebot, von=heute, bis=ende)
    text = read_text(read_page(client, angebot))
    assert "Geschlossen vom " in text
    assert "Danach wieder" not in text


def test_page_unconfirmed_asks_to_call_and_shows_sources(client: Client, settings: Any) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = True
    angebot = AngebotFactory(geprueft_am=None, telefon="030 4442514")
    angebot.quellen.create(quelle="https://www.stadtteil.example/a", stand="2019-03", konfidenz="niedrig")
    text = read_text(read_page(client, angebot))
    assert "Noch nicht bestätigt – bitte vorher anrufen" in text
    assert "stadtteil.example , Stand März 2019 – unsichere Angabe" in text.replace("example,", "example ,")


@pytest.mark.parametrize(
    ("jahr", "vermerk", "satz"),
    [
        (2013, "(Angabe von 2013)", "Diese Zeiten stammen aus dem Jahr 2013. Bitte fragen Sie, ob sie noch stimmen."),
        (None, "(Angabe ohne Datum)", "Von wann diese Zeiten sind, wissen wir nicht."),
    ],
)
def test_page_unconfirmed_says_how_old_its_times_are(
    client: Client, settings: Any, jahr: int | None, vermerk: str, satz: str
) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = True
    angebot = ZeitFactory(angebot__geprueft_am=None).angebot
    angebot.quellen.create(quelle="https://www.stadtteil.example/a", stand=str(jahr or ""), stand_jahr=jahr)
    html = read_page(client, angebot)
    assert re.search(rf'<p class="steckbrief__gross">[^<]*{re.escape(vermerk)}</p>', html)
    assert satz in read_text(html)


def test_page_confirmed_says_nothing_about_the_age_of_its_source(client: Client) -> None:
    angebot = ZeitFactory().angebot
    angebot.quellen.create(quelle="https://www.stadtteil.example/a", stand="2013", stand_jahr=2013)
    text = read_text(read_page(client, angebot))
    assert "Angabe von" not in text
    assert "aus dem Jahr" not in text


def test_page_unconfirmed_has_a_button_to_call_in_its_notice(client: Client, settings: Any) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = True
    html = read_page(client, AngebotFactory(geprueft_am=None, telefon="030 4442514"))
    hinweis = html[html.index("unbestaetigt") : html.index('id="was"')]
    assert 'href="tel:+49304442514"' in hinweis
    assert "030 4442514 anrufen" in read_text(f"<main>{hinweis}</main>")
    ohne = read_page(client, AngebotFactory(geprueft_am=None, email="a@haus.example"))
    assert "kern-btn" not in ohne[ohne.index("unbestaetigt") : ohne.index('id="was"')]


def test_page_names_a_place_like_the_offer_only_in_its_heading(client: Client) -> None:
    angebot = AngebotFactory(titel="Haus am See", ort__name="Haus am See", ort__strasse="Weg", ort__hausnummer="1")
    html = read_page(client, angebot)
    adresse = html[html.index("<address>") : html.index("</address>")]
    assert "Haus am See" not in adresse
    assert "Weg 1<br>" in adresse


def test_page_asks_nobody_to_call_about_a_stop(client: Client) -> None:
    assert "Haltestellen" not in read_text(read_page(client, AngebotFactory()))


@pytest.mark.parametrize("web", ["ftp://haus.example/a", "javascript:alert(1)", "//haus.example", "haus.example"])
def test_page_links_no_address_but_http(client: Client, web: str) -> None:
    traeger = TraegerFactory(web=web)
    angebot = AngebotFactory(web=web, traeger=traeger)
    for html in (read_page(client, angebot), client.get(traeger.get_absolute_url()).content.decode()):
        assert f'href="{web}"' not in html


def test_page_shows_providers_contact_where_offer_has_none(client: Client) -> None:
    traeger = TraegerFactory(telefon="030 4442514", web="https://www.haus.example/x")
    html = read_page(client, AngebotFactory(traeger=traeger))
    assert "Sie erreichen den Träger:" in html
    assert 'href="tel:+49304442514"' in html
    assert ">haus.example</a>" in re.sub(r'<span class="kern-sr-only">.*?</span>', "", html)


def test_page_says_what_helps_at_the_first_call(client: Client) -> None:
    AngebotFactory(slug="mit-satz", anruf_hinweis="Sagen Sie <b>Hallo</b>.")
    AngebotFactory(slug="ohne-satz")
    html = {slug: client.get(f"/angebote/{slug}/").content.decode() for slug in ("mit-satz", "ohne-satz")}
    assert "Beim ersten Anruf: Sagen Sie &lt;b&gt;Hallo&lt;/b&gt;." in html["mit-satz"]
    assert "Beim ersten Anruf" not in html["ohne-satz"]


def test_page_of_offer_by_phone_asks_nobody_to_go_anywhere(client: Client) -> None:
    angebot = AngebotFactory(ort=None)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    text = read_text(read_page(client, angebot))
    assert "Sie müssen nirgendwo hingehen." in text
    assert "Das gilt für ganz Pankow." in text
    assert "Haltestellen" not in text


def test_page_escapes_what_people_type(client: Client) -> None:
    boese = "</script><script>alert(1)</script>"
    angebot = AngebotFactory(titel=f"Tee {boese}", beschreibung=boese, nutzen=boese, erstbesuch_dauer=boese)
    html = read_page(client, angebot)
    assert "alert(1)</script>" not in html
    schema = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert schema is not None
    assert json.loads(schema[1])["name"] == f"Tee {boese}"


@pytest.mark.parametrize("status", [Status.ENTWURF, Status.IN_PRUEFUNG])
def test_page_of_draft_is_not_found(client: Client, status: Status) -> None:
    assert "Tee trinken" not in read_page(client, AngebotFactory(titel="Tee trinken", status=status), 404)


@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.PAUSIERT, Status.ARCHIVIERT])
def test_page_of_unconfirmed_offer_is_not_found_in_production(client: Client, settings: Any, status: Status) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    html = read_page(client, AngebotFactory(titel="Tee trinken", status=status, geprueft_am=None), 404)
    assert "Tee trinken" not in html


@pytest.mark.parametrize(
    ("felder", "http_status", "satz"),
    [
        ({"status": Status.ARCHIVIERT}, 410, "Dieses Angebot gibt es zurzeit nicht"),
        ({"gueltig_bis": date(2020, 1, 1)}, 410, "Dieses Angebot gibt es zurzeit nicht"),
        ({"status": Status.PAUSIERT}, 200, "Dieses Angebot macht zurzeit eine Pause"),
    ],
)
def test_page_of_former_offer_leads_on(client: Client, felder: dict[str, object], http_status: int, satz: str) -> None:
    angebot = AngebotFactory(telefon="030 4442514", **felder)
    html = read_page(client, angebot, http_status)
    assert satz in html
    assert f"/kieze/{angebot.ort.kiez.slug}/" in html
    assert "4442514" not in html


def test_page_with_unknown_slug_is_not_found_and_helps(client: Client) -> None:
    antwort = client.get("/angebote/gibt-es-nicht/")
    assert antwort.status_code == 404
    assert "Diese Seite gibt es nicht" in antwort.content.decode()


@pytest.mark.parametrize("kurz_id", ["abc234", "ABC234"])
def test_kurz_id_redirects_to_page_whatever_the_case(client: Client, kurz_id: str) -> None:
    angebot = AngebotFactory(kurz_id="abc234")
    antwort = client.get(f"/a/{kurz_id}/")
    assert (antwort.status_code, antwort["Location"]) == (302, angebot.get_absolute_url())


def test_kurz_id_of_former_offer_leads_to_its_page_too(client: Client) -> None:
    AngebotFactory(kurz_id="abc234", status=Status.ARCHIVIERT)
    assert client.get("/a/abc234/", follow=True).status_code == 410


@pytest.mark.parametrize("kurz_id", ["zzzzzz", "ab", "a" * 300, "äöü"])
def test_kurz_id_unknown_is_not_found(client: Client, kurz_id: str) -> None:
    assert client.get(f"/a/{kurz_id}/").status_code == 404


def test_kurz_id_of_draft_does_not_tell_its_address(client: Client) -> None:
    AngebotFactory(kurz_id="abc234", status=Status.ENTWURF)
    assert client.get("/a/abc234/").status_code == 404


def test_kalender_of_weekly_offer_is_a_calendar_file(client: Client) -> None:
    angebot = ZeitFactory(wochentag=Wochentag.DI, angebot__slug="kaffee").angebot
    refresh_angebote(angebot_ids=[angebot.pk], heute=timezone.localdate())
    antwort = client.get("/angebote/kaffee.ics")
    assert antwort.status_code == 200
    assert antwort["Content-Type"] == "text/calendar; charset=utf-8"
    assert antwort["Content-Disposition"] == 'attachment; filename="kaffee.ics"'
    kalender = icalendar.Calendar.from_ical(antwort.content)
    assert {str(ereignis["SUMMARY"]) for ereignis in kalender.walk("VEVENT")} == {angebot.titel}
    assert client.head("/angebote/kaffee.ics").status_code == 200


def test_kalender_without_dates_is_not_found_and_not_linked(client: Client) -> None:
    zeit = ZeitFactory(art=Zeitart.VEREINBARUNG, wochentag=None, beginn=None, ende=None)
    assert ".ics" not in read_page(client, zeit.angebot)
    assert client.get(f"/angebote/{zeit.angebot.slug}.ics").status_code == 404


def test_kalender_of_draft_is_not_found(client: Client) -> None:
    angebot = ZeitFactory(angebot__status=Status.ENTWURF).angebot
    refresh_angebote(angebot_ids=[angebot.pk], heute=timezone.localdate())
    assert client.get(f"/angebote/{angebot.slug}.ics").status_code == 404


def test_page_names_cost_as_on_the_card(client: Client) -> None:
    angebot = AngebotFactory(ort=OrtFactory())
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    assert "Kosten Kostenlos" in read_text(read_page(client, angebot))
