import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Mitmachzeit, Status
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import Angebot, Kategorie, Mitmachrolle
from tests.factories import AngebotFactory, KiezFactory, MitmachrolleFactory, OrtFactory, TraegerFactory

pytestmark = pytest.mark.django_db


def create_rolle(aufgabe: str = "Kaffee ausschenken", **felder: Any) -> Mitmachrolle:
    angebot = felder.pop("angebot", None) or AngebotFactory(telefon="030 4442514", email="treff@haus.example")
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    rolle: Mitmachrolle = MitmachrolleFactory(angebot=angebot, aufgabe=aufgabe, **felder)
    refresh_angebote(angebot_ids=Angebot.objects.values_list("pk", flat=True), heute=timezone.localdate())
    return rolle


def fetch(client: Client, query: str = "") -> str:
    antwort = client.get(f"/mitmachen/{query}")
    assert antwort.status_code == 200
    return antwort.content.decode()


def list_aufgaben(html: str) -> list[str]:
    return re.findall(r'<h3 class="mitmachkarte__aufgabe">(.*?)</h3>', html)


def test_page_shows_a_task_with_offer_place_time_and_contact(client: Client) -> None:
    ort = OrtFactory(name="Haus am See", strasse="Teststraße", hausnummer="1", kiez=KiezFactory(name="Karow"))
    angebot = AngebotFactory(titel="Kaffeerunde", slug="kaffeerunde", ort=ort, telefon="030 4442514")
    create_rolle(
        angebot=angebot,
        zeitart=Mitmachzeit.REGELMAESSIG,
        zeitaufwand="2 Stunden in der Woche",
        voraussetzungen="keine Vorkenntnisse",
        begleitung="Das Team zeigt Ihnen alles.",
    )
    html = fetch(client)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\xa0", " ")
    assert f'data-angebot="{angebot.pk}"' in html
    assert '<a href="/angebote/kaffeerunde/">' in html
    assert 'href="tel:+49304442514"' in html
    for satz in ("Regelmäßig: 2 Stunden in der Woche", "Karow", "keine Vorkenntnisse", "Das Team zeigt Ihnen alles."):
        assert satz in text


def test_contact_of_the_task_beats_that_of_the_offer(client: Client) -> None:
    create_rolle(telefon="030 9999999", email="mithelfen@haus.example")
    html = fetch(client)
    assert 'href="tel:+49309999999"' in html
    assert 'href="mailto:mithelfen@haus.example"' in html
    assert "treff@haus.example" not in html
    assert "4442514" not in html


def test_contact_of_the_provider_is_named_as_such(client: Client) -> None:
    create_rolle(angebot=AngebotFactory(traeger=TraegerFactory(telefon="030 5555555")))
    html = fetch(client)
    assert "Sie erreichen den Träger:" in html
    assert 'href="tel:+49305555555"' in html


def test_task_without_any_contact_says_so(client: Client) -> None:
    create_rolle(angebot=AngebotFactory())
    assert "Ein Kontakt liegt uns noch nicht vor." in fetch(client)


def test_filter_keeps_what_fits_and_shows_the_choice_with_its_number(client: Client) -> None:
    create_rolle("Kaffee ausschenken", zeitart=Mitmachzeit.REGELMAESSIG)
    create_rolle("Kuchen backen", zeitart=Mitmachzeit.AB_UND_ZU)
    html = fetch(client, "?zeitart=ab-und-zu")
    assert list_aufgaben(html) == ["Kuchen backen"]
    assert '<option value="ab-und-zu" selected>ab und zu (1)</option>' in html
    assert '<option value="regelmaessig">regelmäßig (1)</option>' in html
    assert "einmalig" not in html


def test_unknown_values_are_left_out_and_said(client: Client) -> None:
    create_rolle()
    html = fetch(client, "?kiez=atlantis&zeitart=nie&seite=abc")
    assert list_aufgaben(html) == ["Kaffee ausschenken"]
    assert "„atlantis“" in html
    assert "„nie“" in html


def test_choice_without_a_task_leads_back_to_all(client: Client) -> None:
    create_rolle()
    html = fetch(client, "?kategorie=garten-natur")
    assert "Dazu ist gerade keine Aufgabe eingetragen" in html
    assert 'href="/mitmachen/#aufgaben"' in html
    assert '<option value="garten-natur" selected>' in html


def test_page_without_any_task_says_so_without_a_form(client: Client) -> None:
    html = fetch(client)
    assert "Zurzeit ist keine Aufgabe eingetragen" in html
    assert "<form" not in html
    assert 'href="/angebote/?kategorie=mitmachen#treffer"' in html


def test_tasks_that_are_over_or_of_drafts_are_on_no_page(client: Client) -> None:
    heute = timezone.localdate()
    angebot = AngebotFactory(slug="treff")
    create_rolle("Vorbei", angebot=angebot, gesucht_bis=heute - timedelta(days=1))
    create_rolle("Entwurf", angebot=AngebotFactory(status=Status.ENTWURF))
    create_rolle("Offen", angebot=angebot, gesucht_bis=heute)
    assert list_aufgaben(fetch(client)) == ["Offen"]
    assert list_aufgaben(client.get("/angebote/treff/").content.decode()) == ["Offen"]


def test_offer_without_a_task_has_no_such_part(client: Client) -> None:
    AngebotFactory(slug="treff")
    assert 'id="mitmachen"' not in client.get("/angebote/treff/").content.decode()


def test_list_goes_on_on_a_second_page_with_the_same_choice(client: Client, settings: Any) -> None:
    settings.TREFFER_JE_SEITE = 2
    angebot = AngebotFactory()
    for aufgabe in ("Aufbauen", "Basteln", "Chor leiten"):
        create_rolle(aufgabe, angebot=angebot, zeitart=Mitmachzeit.EINMALIG)
    html = fetch(client, "?zeitart=einmalig")
    assert list_aufgaben(html) == ["Aufbauen", "Basteln"]
    assert 'href="/mitmachen/?zeitart=einmalig&amp;seite=2#aufgaben"' in html
    assert list_aufgaben(fetch(client, "?zeitart=einmalig&seite=2")) == ["Chor leiten"]


@pytest.mark.parametrize("anzahl", [1, 3])
def test_page_needs_the_same_queries_for_any_number_of_tasks(
    client: Client, django_assert_num_queries: Any, anzahl: int
) -> None:
    for nummer in range(anzahl):
        create_rolle(f"Aufgabe {nummer}", angebot=AngebotFactory(traeger=TraegerFactory()))
    renew_version()
    fetch(client)
    with django_assert_num_queries(5):
        assert len(list_aufgaben(fetch(client))) == anzahl


def test_page_takes_no_data_about_anybody(client: Client) -> None:
    create_rolle()
    html = fetch(client)
    formular = html[html.index('<form class="mitmachformular') :].split("</form>")[0]
    assert 'method="get"' in formular
    assert re.findall(r"<(?:input|textarea)", formular) == []
    assert client.post("/mitmachen/").status_code == 405


@pytest.mark.parametrize("adresse", ["/", "/angebote/"])
def test_page_is_linked_quietly_from_everywhere(client: Client, adresse: str) -> None:
    assert 'href="/mitmachen/"' in client.get(adresse).content.decode()


def test_page_stands_in_the_sitemap(client: Client) -> None:
    assert "/mitmachen/</loc>" in client.get("/sitemap.xml").content.decode()
