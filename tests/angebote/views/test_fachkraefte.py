import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.choices import (
    Anmeldung,
    Barrierewert,
    Bereich,
    Kapazitaet,
    Kostenart,
    Krisenthema,
    Merkmal,
    Status,
    Ueberweisung,
    Wochentag,
    Zeitart,
    Zugang,
)
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot, Barriereangabe, Kategorie, Kiez, Kosten, Krisenhilfe, Zugangsweg
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db
ADRESSE = "/fachkraefte/"


def create_angebot(kategorie: str = "lotsen-sozialberatung", **felder: Any) -> Angebot:
    angebot = AngebotFactory(**{"bereich": Bereich.UNTERSTUETZUNG, **felder})
    angebot.kategorien.add(Kategorie.objects.get(slug=kategorie))
    return angebot


def refresh() -> None:
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=timezone.localdate())


def fetch(client: Client, query: str = "") -> str:
    refresh()
    antwort = client.get(f"{ADRESSE}?{query}" if query else ADRESSE)
    assert antwort.status_code == 200
    return antwort.content.decode()


def read_ids(html: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'data-angebot="(\d+)"', html)]


def read_zahlen(html: str) -> dict[str, int]:
    """Title of each preset with its number of offers."""
    kacheln = re.findall(r'vorlage__titel">([^<]+)<.*?vorlage__anzahl">(\d+) Angebot', html, re.DOTALL)
    return {titel: int(anzahl) for titel, anzahl in kacheln}


def read_angaben(html: str) -> dict[str, str]:
    """The rows of the first offer."""
    karte = html.split('class="fachkarte__angaben"')[1].split("</dl>", maxsplit=1)[0]
    return {name: unescape(wert) for name, wert in re.findall(r"<dt>([^<]+)</dt><dd>([^<]*)</dd>", karte)}


def read_text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_page_without_choice_shows_presets_with_numbers_and_no_offer(client: Client) -> None:
    zuhause = create_angebot("besuch-begleitung", ort=None)
    Zugangsweg.objects.create(angebot=zuhause, art=Zugang.ZUHAUSE)
    create_angebot("lotsen-sozialberatung")
    create_angebot("lotsen-sozialberatung", status=Status.ENTWURF)
    html = fetch(client)
    assert read_zahlen(html) == {
        "Besuch zu Hause": 1,
        "Begleitung": 1,
        "Mit Abholung": 0,
        "Kostenlos und ohne Anmeldung": 0,
        "Seelische Gesundheit": 0,
        "Lotsen und Sozialberatung": 1,
        "Pflege und Angehörige": 0,
        "Treffpunkte und Cafés": 0,
    }
    assert read_ids(html) == []
    assert "aria-current" not in html.split('class="vorlagen')[1].split("</ul>")[0]


def test_preset_shows_exactly_its_offers_whichever_way_they_are_known(client: Client) -> None:
    passende = {create_angebot("seelische-gesundheit").pk, create_angebot("kontaktstellen").pk}
    create_angebot("trauer")
    html = fetch(client, "vorlage=seelische-gesundheit")
    assert set(read_ids(html)) == passende
    assert read_zahlen(html)["Seelische Gesundheit"] == 2
    assert html.count('aria-current="true"') == 1


def test_kiez_language_steps_and_day_narrow_offers_and_numbers_alike(client: Client) -> None:
    buch = KiezFactory(slug="buch", name="Buch")
    passt = create_angebot(ort=OrtFactory(kiez=buch))
    create_angebot()
    for angebot in Angebot.objects.all():
        ZeitFactory(angebot=angebot, wochentag=Wochentag.DI)
    ZeitFactory(angebot=create_angebot(ort=OrtFactory(kiez=buch)), wochentag=Wochentag.MI)
    html = fetch(client, "vorlage=lotsen&kiez=buch&tag=di")
    assert read_ids(html) == [passt.pk]
    assert read_zahlen(html)["Lotsen und Sozialberatung"] == 1
    assert '<option value="buch" selected>' in html
    assert '<option value="di" selected>' in html
    assert re.search(r'href="/fachkraefte/\?vorlage=pflege&amp;kiez=buch&amp;tag=di#treffer"', html)


def test_offers_whose_times_nobody_knows_stand_below_in_a_group_of_their_own(client: Client) -> None:
    dienstags = ZeitFactory(angebot=create_angebot(), wochentag=Wochentag.DI).angebot
    unbekannt = create_angebot()
    ZeitFactory(angebot=unbekannt, art=Zeitart.UNBEKANNT, wochentag=None, beginn=None, ende=None)
    html = fetch(client, "vorlage=lotsen&tag=di")
    assert read_ids(html) == [dienstags.pk, unbekannt.pk]
    assert read_ids(html.split("Zeiten nicht bekannt oder nach Vereinbarung")[1]) == [unbekannt.pk]


def test_offer_says_what_decides_a_referral_with_its_dates(client: Client) -> None:
    angebot = create_angebot(
        ort=OrtFactory(name="Haus am See", strasse="Am See", hausnummer="1", kiez__name="Weißensee"),
        kapazitaet=Kapazitaet.WARTELISTE,
        kapazitaet_am=date(2026, 11, 3),
        wartezeit_wochen=3,
        wartezeit_am=date(2026, 11, 2),
        anmeldung=Anmeldung.NOETIG,
        ueberweisung=Ueberweisung.KEINE,
        ausschluss="Kinder unter 14 Jahren",
        alter_von=14,
        telefon="030 4442514",
        sprechzeiten="montags 9 bis 12 Uhr",
    )
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.ENTRANCE_LEVEL, wert=Barrierewert.JA)
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DI)
    html = fetch(client, "vorlage=lotsen").replace("\u00a0", " ")
    angaben = read_angaben(html)
    assert {name: angaben[name] for name in angaben if name != "Barrieren"} == {
        "Wann": "Dienstag, 24. November, 14 bis 16 Uhr",
        "Wo": "Haus am See, Am See 1 · Weißensee",
        "Plätze": "Warteliste (Stand 3. November 2026)",
        "Wartezeit": "etwa 3 Wochen (Stand 2. November 2026)",
        "Anmeldung": "Anmeldung nötig",
        "Überweisung": "keine Überweisung nötig",
        "Kosten": "kostenlos",
        "Wer kann kommen": "Alle ab 14 Jahren sind willkommen.",
        "Wer nicht kommen kann": "Kinder unter 14 Jahren",
    }
    assert 'href="tel:+49304442514"' in html
    assert "montags 9 bis 12 Uhr" in html
    assert "Zuletzt geprüft am 1. November 2026" in html
    assert "Nicht bekannt:" not in html


def test_offer_says_what_is_unknown_in_one_line_and_asks_for_it_in_the_script(client: Client) -> None:
    create_angebot(telefon="030 4442514")
    text = read_text(fetch(client, "vorlage=lotsen"))
    assert (
        "Nicht bekannt: erster Termin, Plätze, Wartezeit, ob man sich anmelden muss, Überweisung, "
        "wer nicht kommen kann, Kosten, ob es ohne Stufen geht, Sprechzeiten am Telefon – bitte anrufen" in text
    )
    assert "Was sage ich beim ersten Anruf?" in text
    assert "Gibt es zurzeit freie Plätze?" in text
    assert "Den Namen der Person müssen Sie am Anfang nicht nennen." in text


def test_offer_without_a_number_says_so_and_shows_another_way(client: Client) -> None:
    create_angebot(web="https://www.haus.example/treff")
    html = fetch(client, "vorlage=lotsen")
    assert "Telefon nicht bekannt" in html
    assert 'href="https://www.haus.example/treff"' in html
    assert "Eine Telefonnummer kennen wir nicht." in html


def test_offer_can_be_copied_and_read_as_plain_text(client: Client, settings: Any) -> None:
    settings.BASIS_URL = "https://portal.example"
    erstes = create_angebot(titel="Beratung & <Hilfe>", kurz_id="abc234", telefon="030 4442514", email="a@b.example")
    zweites = create_angebot(titel="Zweites")
    html = fetch(client, "vorlage=lotsen")
    kopien = [unescape(text) for text in re.findall(r'data-kopieren="([^"]*)"', html)]
    assert kopien[0] == ""
    assert kopien[1].split("\n") == [
        "Beratung & <Hilfe>",
        "Wann: nicht bekannt",
        f"Wo: {erstes.ort.name}, Anschrift nicht bekannt – bitte anrufen · {erstes.ort.kiez.name}",
        "Kosten: nicht bekannt",
        "Kontakt: 030 4442514, a@b.example",
        "Zuletzt geprüft am 1. November 2026",
        "https://portal.example/a/abc234/",
    ]
    assert f'href="/merkzettel.txt?id={erstes.pk}&amp;id={zweites.pk}"' in html
    assert f'href="/merkzettel.txt?id={zweites.pk}"' in html
    assert len(re.findall(r"<button[^>]*data-kopieren[^>]* hidden>", html)) == 3


def test_list_stops_at_twenty_and_leads_to_the_whole_search(client: Client) -> None:
    for _nummer in range(21):
        create_angebot()
    html = fetch(client, "vorlage=lotsen")
    assert len(read_ids(html)) == 20
    assert "21 Angebote gefunden – Sie sehen die ersten 20" in read_text(html)
    assert 'href="/angebote/?kategorie=lotsen-sozialberatung#treffer"' in html


def test_preset_without_a_hit_says_what_is_missing_and_where_to_look(client: Client, weissensee: Kiez) -> None:
    create_angebot(ort__kiez=weissensee.nachbarn.get())
    html = fetch(client, "vorlage=lotsen&kiez=weissensee")
    assert read_ids(html) == []
    assert "Wir kennen dafür keine Beratungsstelle." in html
    assert re.findall(r'<a href="(/fachkraefte/\?[^"]*)">', html) == [
        "/fachkraefte/?vorlage=lotsen#treffer",
        "/fachkraefte/?vorlage=lotsen&amp;kiez=weissensee-ost#treffer",
    ]
    assert "Das fehlt hier" in html


def test_offers_that_may_fit_are_one_click_away_and_stay_with_the_preset(client: Client) -> None:
    unklar = create_angebot()
    html = fetch(client, "vorlage=abholung")
    assert read_ids(html) == []
    assert "Kein Angebot hat uns hier gesagt, dass es Menschen abholt." in html
    adresse = "/fachkraefte/?vorlage=abholung&amp;unbekannt=barrierefrei#treffer"
    assert f'<a href="{adresse}">Auch diese zeigen</a>' in html
    assert read_ids(fetch(client, "vorlage=abholung&unbekannt=barrierefrei")) == [unklar.pk]


def test_unknown_values_give_polite_notes_and_narrow_nothing(client: Client) -> None:
    angebot = create_angebot()
    text = read_text(fetch(client, "vorlage=lotsen&kiez=atlantis"))
    assert "Bei „Kiez“ kennen wir „atlantis“ nicht." in text
    assert read_ids(fetch(client, "vorlage=lotsen&kiez=atlantis")) == [angebot.pk]
    html = fetch(client, "vorlage=<quatsch>&kiez=atlantis")
    assert "Die Vorlage „<quatsch>“ kennen wir nicht." in read_text(html)
    assert "<quatsch>" not in html
    assert read_ids(html) == []


def test_filter_the_form_does_not_have_goes_along_and_can_be_taken_away(client: Client) -> None:
    html = fetch(client, "vorlage=lotsen&fuer=frauen&tag=di&tag=mi")
    formular = html.split("<form")[1].split("</form>")[0]
    assert re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', formular) == [
        ("vorlage", "lotsen"),
        ("tag", "mi"),
        ("fuer", "frauen"),
    ]
    assert re.findall(r'class="chip chip--weg" href="([^"]+)"', formular) == [
        "/fachkraefte/?vorlage=lotsen&amp;tag=di&amp;fuer=frauen#treffer",
        "/fachkraefte/?vorlage=lotsen&amp;tag=di&amp;tag=mi#treffer",
    ]


def test_kiez_without_a_preset_asks_for_one(client: Client) -> None:
    KiezFactory(slug="buch")
    assert "Wählen Sie jetzt oben, worum es geht." in fetch(client, "kiez=buch")
    assert "Wählen Sie jetzt oben, worum es geht." not in fetch(client)


def test_worry_card_takes_crisis_services_from_the_records_only(client: Client) -> None:
    html = fetch(client)
    assert set(re.findall(r'href="(tel:[^"]+)"', html)) == {"tel:112"}
    for name, thema, nummer, sichtbar in (
        ("Krisendienst", Krisenthema.KRISE, "030 3906340", True),
        ("Alter Krisendienst", Krisenthema.KRISE, "030 3906341", False),
        ("Zuhören", Krisenthema.REDEN, "0800 1110111", True),
    ):
        Krisenhilfe.objects.create(name=name, art="Hilfe", thema=thema, nummer=nummer, ist_sichtbar=sichtbar)
    html = fetch(client)
    assert set(re.findall(r'href="(tel:[^"]+)"', html)) == {"tel:112", "tel:+49303906340"}
    assert reverse("angebote:krise") in html


@pytest.mark.parametrize("adresse", ["/", "/angebote/"])
def test_pages_lead_to_the_page_for_professionals(client: Client, adresse: str) -> None:
    zahl = client.get(adresse).content.decode().count(f'href="{ADRESSE}"')
    assert zahl == (2 if adresse == "/" else 1)


def test_page_has_no_field_to_write_in(client: Client) -> None:
    """Nothing about a client can be typed, so nothing can be kept (P4)."""
    html = fetch(client, "vorlage=lotsen")
    felder = re.findall(r"<(?:input|textarea)[^>]*>", html)
    assert {art for feld in felder for art in re.findall(r'type="(\w+)"', feld)} == {"hidden", "checkbox"}
    assert "<textarea" not in html
