"""How the age of a check shows: day 90 is the last without a note, day 180 the last in search and print."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client

from angebote.choices import Anmeldung, Bereich, Format, Kostenart, Pruefgruppe, Pruefquelle, Zugang
from angebote.domain.aktualitaet import confirm_angebot
from angebote.domain.katalog import refresh_angebote
from angebote.domain.suche import Suchanfrage, count_treffer
from angebote.models import Angebot
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import UNGEPRUEFT, AngebotFactory, KiezFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db
GEPRUEFT = date(2026, 5, 12)
Uhr = Callable[[datetime], None]


@pytest.fixture
def angebot() -> Angebot:
    kiez = KiezFactory(slug="weissensee", name="Weißensee", kurzname="Weißensee")
    ort = OrtFactory(kiez=kiez, strasse="Beispielweg", hausnummer="1", plz="13086", lat=52.55, lon=13.45)
    angebot = AngebotFactory(
        slug="kaffee",
        titel="Kaffeerunde",
        telefon="030 4442514",
        geprueft_am=GEPRUEFT,
        ort=ort,
        traeger=TraegerFactory(slug="haus"),
        format=Format.OFFEN,
        anmeldung=Anmeldung.OHNE,
    )
    ZeitFactory(angebot=angebot)
    angebot.kosten.create(art=Kostenart.KOSTENLOS)
    angebot.zugangswege.create(art=Zugang.VOR_ORT)
    refresh_angebote(angebot_ids=[angebot.pk], heute=GEPRUEFT + timedelta(days=100))
    return angebot


def set_tag(stell_uhr: Uhr, tage: int, uhrzeit: time = time(6)) -> None:
    """So many days after the check."""
    stell_uhr(datetime.combine(GEPRUEFT + timedelta(days=tage), uhrzeit, tzinfo=BERLIN))


def read_text(client: Client, adresse: str, status: int = 200) -> str:
    antwort = client.get(adresse)
    assert antwort.status_code == status
    html = antwort.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("\N{NO-BREAK SPACE}", " ").split())


HINWEIS = "Zuletzt geprüft am 12. Mai 2026; das ist länger her. Bitte vorher anrufen."


@pytest.mark.parametrize(("tage", "mit_hinweis"), [(90, False), (91, True), (180, True)])
def test_card_and_page_say_that_the_check_is_long_ago(
    client: Client, angebot: Angebot, stell_uhr: Uhr, tage: int, mit_hinweis: bool
) -> None:
    set_tag(stell_uhr, tage)
    liste, seite = read_text(client, "/angebote/"), read_text(client, "/angebote/kaffee/")
    assert "Zuletzt geprüft am 12. Mai 2026" in liste
    assert (HINWEIS in liste) is mit_hinweis
    assert ("Das ist länger her. Bitte rufen Sie vorher an." in seite) is mit_hinweis
    assert "Diese Angaben wurden am 12. Mai 2026 geprüft." in seite


WO_ES_STEHT = (
    "/angebote/",
    "/angebote/?q=kaffeerunde",
    "/angebote/?kosten=kostenlos",
    "/angebote/?nah=13086",
    "/kieze/weissensee/",
    "/kieze/weissensee/woche/",
    "/kieze/weissensee/monat/",
    "/traeger/haus/",
    "/fachkraefte/?vorlage=kostenlos-ohne-anmeldung",
)


@pytest.mark.parametrize("adresse", WO_ES_STEHT)
def test_last_day_shows_it_everywhere_and_the_day_after_nowhere(
    client: Client, angebot: Angebot, stell_uhr: Uhr, adresse: str
) -> None:
    set_tag(stell_uhr, 180, time(23, 59))
    refresh_angebote(angebot_ids=[angebot.pk], heute=GEPRUEFT + timedelta(days=180))
    assert "Kaffeerunde" in client.get(adresse).content.decode()
    set_tag(stell_uhr, 181, time(0, 1))
    html = client.get(adresse).content.decode()
    assert "/angebote/kaffee/" not in html
    assert "Kaffeerunde" not in html.replace("kaffeerunde", "")


def test_count_and_list_agree_on_both_sides_of_midnight(client: Client, angebot: Angebot, stell_uhr: Uhr) -> None:
    bleibt = AngebotFactory(titel="Siebenschläfer", geprueft_am=GEPRUEFT + timedelta(days=1))
    refresh_angebote(angebot_ids=[bleibt.pk], heute=GEPRUEFT + timedelta(days=100))
    titel_je_tag = []
    for tage, uhrzeit in ((180, time(23, 59)), (181, time(0, 1)), (182, time(0, 1))):
        set_tag(stell_uhr, tage, uhrzeit)
        titel = set(re.findall(r"Kaffeerunde|Siebenschläfer", client.get("/angebote/").content.decode()))
        jetzt = datetime.combine(GEPRUEFT + timedelta(days=tage), uhrzeit, tzinfo=BERLIN)
        assert count_treffer(Suchanfrage(), jetzt=jetzt).treffer == len(titel)
        titel_je_tag.append(titel)
    assert titel_je_tag == [{"Kaffeerunde", "Siebenschläfer"}, {"Siebenschläfer"}, set()]


def test_sitemap_feed_and_poster_leave_it_out(client: Client, angebot: Angebot, stell_uhr: Uhr) -> None:
    adressen = ("/angebote/kaffee/plakat/", "/angebote/kaffee.ics")
    set_tag(stell_uhr, 180)
    refresh_angebote(angebot_ids=[angebot.pk], heute=GEPRUEFT + timedelta(days=180))
    assert "/angebote/kaffee/" in client.get("/sitemap.xml").content.decode()
    assert [client.get(adresse).status_code for adresse in adressen] == [200, 200]
    set_tag(stell_uhr, 181)
    assert "/angebote/kaffee/" not in client.get("/sitemap.xml").content.decode()
    assert [client.get(adresse).status_code for adresse in adressen] == [404, 404]


def test_page_changes_its_mark_at_midnight_without_anybody_doing_anything(
    client: Client, angebot: Angebot, stell_uhr: Uhr
) -> None:
    set_tag(stell_uhr, 180, time(23, 59))
    marke = client.get("/angebote/kaffee/").headers["ETag"]
    assert client.get("/angebote/kaffee/", headers={"If-None-Match": marke}).status_code == 304
    set_tag(stell_uhr, 181, time(0, 1))
    antwort = client.get("/angebote/kaffee/", headers={"If-None-Match": marke})
    assert antwort.status_code == 200
    assert "nicht mehr bestätigt" in antwort.content.decode()


def test_page_of_what_nobody_confirms_any_more_is_no_dead_end(client: Client, angebot: Angebot, stell_uhr: Uhr) -> None:
    aehnlich = ZeitFactory(
        angebot__titel="Teerunde", angebot__ort__kiez=angebot.ort.kiez, angebot__geprueft_am=GEPRUEFT + timedelta(90)
    ).angebot
    refresh_angebote(angebot_ids=[aehnlich.pk], heute=GEPRUEFT + timedelta(days=181))
    set_tag(stell_uhr, 181)
    text = read_text(client, "/angebote/kaffee/")
    assert "Dieses Angebot ist seit dem 12. Mai 2026 nicht mehr bestätigt – bitte vorher anrufen." in text
    assert "030 4442514" in text
    assert "Teerunde" in text
    assert "gibt es zurzeit nicht" not in text
    assert client.get(f"/a/{angebot.kurz_id}/").status_code in {301, 302}


def test_unconfirmed_entry_of_somebody_without_phone_asks_to_enquire(client: Client, stell_uhr: Uhr) -> None:
    angebot = AngebotFactory(slug="tee", geprueft_am=GEPRUEFT, email="a@haus.example")
    refresh_angebote(angebot_ids=[angebot.pk], heute=GEPRUEFT)
    set_tag(stell_uhr, 181)
    assert "nicht mehr bestätigt – bitte vorher nachfragen." in read_text(client, "/angebote/tee/")


def test_merkzettel_says_that_it_is_not_confirmed_any_more(client: Client, angebot: Angebot, stell_uhr: Uhr) -> None:
    set_tag(stell_uhr, 181)
    text = read_text(client, f"/merkzettel/?id={angebot.pk}")
    assert "Dieses Angebot ist seit dem 12. Mai 2026 nicht mehr bestätigt – bitte vorher anrufen." in text


def test_page_tells_groups_apart_only_where_their_days_differ(client: Client, angebot: Angebot, stell_uhr: Uhr) -> None:
    set_tag(stell_uhr, 30)
    assert "Zeiten geprüft am" not in read_text(client, "/angebote/kaffee/")
    confirm_angebot(
        angebot_id=angebot.pk,
        gruppen=[Pruefgruppe.ZEITEN],
        geprueft_am=GEPRUEFT + timedelta(days=30),
        konto=None,
        quelle=Pruefquelle.TELEFON,
        heute=GEPRUEFT + timedelta(days=30),
    )
    text = read_text(client, "/angebote/kaffee/")
    assert "Zeiten geprüft am 11. Juni 2026 Kontakt geprüft am 12. Mai 2026 Kosten geprüft am 12. Mai 2026" in text
    assert "Diese Angaben wurden am 12. Mai 2026 geprüft." in text


def test_entry_checked_in_part_is_not_confirmed_but_says_what_was_checked(client: Client, stell_uhr: Uhr) -> None:
    angebot = AngebotFactory(slug="tee", bereich=Bereich.BEGEGNUNG, **UNGEPRUEFT)
    confirm_angebot(
        angebot_id=angebot.pk,
        gruppen=[Pruefgruppe.KONTAKT],
        geprueft_am=GEPRUEFT,
        konto=None,
        quelle=Pruefquelle.WEBSITE,
        heute=GEPRUEFT,
    )
    set_tag(stell_uhr, 1)
    text = read_text(client, "/angebote/tee/")
    assert "Noch nicht bestätigt" in text
    assert "Kontakt geprüft am 12. Mai 2026" in text
    assert "Zeiten geprüft am" not in text
