"""The hints while typing; what the checks themselves say is tested beside them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from angebote.domain.textpruefung import build_textlage, check_texte
from angebote.domain.textpruefung.ausnahmen import excuse_befund
from angebote.models import Angebot, Textausnahme
from pankow_einsamkeit.models import Konto
from tests.angebote.admin.formulardaten import read_form_data
from tests.angebote.domain.redaktionsteam import create_konto
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory
from tests.konten import login

pytestmark = pytest.mark.django_db
ADRESSE = "/admin/angebote/angebot/texthinweise/"


def ask(client: Client, query: str = "", **eingaben: Any) -> dict[str, Any]:
    antwort = client.post(f"{ADRESSE}{query}", eingaben)
    assert antwort.status_code == 200
    inhalt: dict[str, Any] = antwort.context["textpruefung"]
    return inhalt


def stellen_of(inhalt: dict[str, Any]) -> list[tuple[str, str]]:
    return [(feld.anker, befund.stelle) for feld in inhalt["felder"] for befund, _adresse in feld.befunde]


def test_title_that_names_people_is_hinted_at_and_a_mended_one_is_not(redaktion: Client) -> None:
    assert stellen_of(ask(redaktion, titel="Tanz für Senioren")) == [("id_titel", "Senioren")]
    assert ask(redaktion, titel="Tanzen am Montag")["anzahl"] == 0


def test_form_as_it_is_typed_is_checked_as_the_offer_it_would_give(redaktion: Client) -> None:
    angebot = AngebotFactory(titel="Chor 50+", nutzen="Singen.", beschreibung="Unsere Klientel stickt bei XYZ.")
    ZeitFactory(angebot=angebot, hinweis="nur Betroffene")
    seite = reverse("admin:angebote_angebot_change", args=[angebot.pk])
    inhalt = ask(redaktion, f"?angebot={angebot.pk}", **read_form_data(redaktion.get(seite)))
    gespeichert = [(befund.feld, befund.stelle) for befund in check_texte(build_textlage(Angebot.objects.get()))]
    assert len(gespeichert) > 3
    assert [
        (anker.removeprefix("id_").removesuffix("-heading"), stelle) for anker, stelle in stellen_of(inhalt)
    ] == gespeichert


def test_hint_cannot_be_excused_before_it_is_saved(redaktion: Client) -> None:
    angebot = AngebotFactory(titel="Chor 50+")
    [feld] = ask(redaktion, f"?angebot={angebot.pk}", titel="Chor 50+")["felder"]
    assert [adresse for _befund, adresse in feld.befunde] == [""]


def test_what_is_excused_stays_excused_while_typing(redaktion: Client, verwaltung: Konto) -> None:
    angebot = AngebotFactory(titel="Chor 50+", nutzen="Singen.")
    [befund] = [einer for einer in check_texte(build_textlage(angebot)) if einer.feld == "titel"]
    excuse_befund(angebot=angebot, befund=befund, grund="So heißt der Chor.", konto=verwaltung)
    inhalt = ask(redaktion, f"?angebot={angebot.pk}", titel="Chor 50+")
    assert (inhalt["anzahl"], [eines.adresse for eines in inhalt["gelassene"]]) == (0, [""])
    assert ask(redaktion, titel="Chor 50+")["anzahl"] == 1
    assert Textausnahme.objects.count() == 1


def test_rows_are_checked_unless_they_go_and_names_of_place_and_provider_are_none_to_explain(redaktion: Client) -> None:
    zeilen = {"zeiten-0-hinweis": "Klientel", "zeiten-1-hinweis": "Klientel", "zeiten-1-DELETE": "on"}
    leere = {"zeiten-__prefix__-hinweis": "Klientel"}
    assert stellen_of(ask(redaktion, **zeilen, **leere)) == [("zeiten-heading", "Klientel")]
    assert ask(redaktion, **leere)["anzahl"] == 0
    ort, traeger = OrtFactory(name="Haus XYZ"), TraegerFactory(name="QRS e. V.")
    text = {"beschreibung": "Wir treffen uns bei XYZ und QRS."}
    assert ask(redaktion, **text)["anzahl"] == 2
    assert ask(redaktion, **text, ort=ort.pk, traeger=traeger.pk)["anzahl"] == 0


def test_exclusive_offer_may_say_so_in_its_title(redaktion: Client) -> None:
    assert ask(redaktion, titel="Tanz für Senioren", exklusiv="on")["anzahl"] == 0


@pytest.mark.parametrize("wert", ["", "abc", "0", "9" * 40, "²", "1\x00"])
def test_keys_that_name_nothing_are_passed_over(redaktion: Client, wert: str) -> None:
    assert ask(redaktion, f"?angebot={wert}", titel="Tanz\x00en", ort=wert, traeger=wert)["anzahl"] == 0


def test_very_long_text_is_answered(redaktion: Client) -> None:
    assert ask(redaktion, beschreibung="Klientel " * 20_000)["anzahl"] > 0


def test_without_the_right_nothing_is_answered(db: None) -> None:
    client = login(Client(), create_konto("ansehen", "view_angebot"))
    assert client.post(ADRESSE, {"titel": "Senioren"}).status_code == 403


def test_request_from_elsewhere_is_refused(verwaltung: Konto) -> None:
    client = login(Client(enforce_csrf_checks=True), verwaltung)
    assert client.post(ADRESSE, {"titel": "Senioren"}).status_code == 403


def test_form_asks_only_for_those_who_may_change_it(redaktion: Client) -> None:
    angebot = AngebotFactory()
    seite = reverse("admin:angebote_angebot_change", args=[angebot.pk])
    lesend = login(Client(), create_konto("ansehen", "view_angebot"))
    assert f'data-texthinweise="{ADRESSE}?angebot={angebot.pk}"' in redaktion.get(seite).content.decode()
    assert f'data-texthinweise="{ADRESSE}"' in redaktion.get(reverse("admin:angebote_angebot_add")).content.decode()
    assert "texthinweise.js" not in lesend.get(seite).content.decode()
