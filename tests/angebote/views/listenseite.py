"""Offers made for the tests of the list, and what stands on its page."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from html import unescape

from django.test import Client
from django.utils import timezone

from angebote.choices import Tageszeit
from angebote.domain.suche.volltext import rebuild_volltext
from angebote.models import Angebot, Termin
from pankow_einsamkeit.lib.text import normalise_text
from tests.angebote.suchbestand import write_merkmale, write_termine
from tests.factories import AngebotFactory

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


def create_angebote(anzahl: int, *, tage: tuple[int, ...] = (), **merkmale: list[str]) -> list[Angebot]:
    """ "Treffen 00" and so on."""
    angebote = [_build_angebot(f"Treffen {nummer:02}", "", tage) for nummer in range(anzahl)]
    _write_bestand(angebote, merkmale)
    return angebote


def create_angebot(
    titel: str = "Treffen", *, tage: tuple[int, ...] = (), nutzen: str = "", **merkmale: list[str]
) -> Angebot:
    """tage: days from today on which it takes place, at two in the afternoon. merkmale: instead of the usual ones."""
    angebot = _build_angebot(titel, nutzen, tage)
    _write_bestand([angebot], merkmale)
    return angebot


def _build_angebot(titel: str, nutzen: str, tage: tuple[int, ...]) -> Angebot:
    angebot = AngebotFactory(titel=titel, nutzen=nutzen, sortiertitel=normalise_text(titel))
    for tag in tage:
        create_termin(angebot, timezone.localdate() + timedelta(days=tag))
    return angebot


def _write_bestand(angebote: list[Angebot], merkmale: Mapping[str, list[str]]) -> None:
    rebuild_volltext(angebot_ids=[angebot.pk for angebot in angebote])
    write_termine(*angebote)
    for angebot in angebote:
        write_merkmale(angebot, {**MERKMALE, **merkmale})


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


def read_abschnitt(html: str, slug: str) -> str:
    """The group of hits with this id; empty if there is none."""
    teile = html.split(f' id="{slug}"')
    return teile[1].split("</section>")[0] if len(teile) > 1 else ""


def get(client: Client, query: str = "", **kopf: str) -> str:
    antwort = client.get(f"/angebote/?{query}", headers=kopf)
    assert antwort.status_code == 200
    return antwort.content.decode()
