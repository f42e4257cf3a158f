"""Whatever a sheet prints about an offer is noticed by its check: no row may change while the check says "unverändert"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import models

from angebote.choices import Anmeldung, Kostenart, Merkmal, Wochentag, Zugang
from angebote.domain.aenderungen import Art, compare_fakten
from angebote.domain.fakten import Fakten, build_fakten
from angebote.domain.fassungen import load_mit_teilen
from angebote.domain.katalog import refresh_angebote
from angebote.druck.merkblatt import Druckwunsch, build_merkblatt
from angebote.models import (
    Angebot,
    Barriereangabe,
    Haltestelle,
    Kosten,
    OrtHaltestelle,
    Schliesszeit,
    Sprache,
    Zielgruppe,
)
from angebote.models.angebot import ERSTBESUCHFELDER
from tests.factories import UNGEPRUEFT, AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db
# Told by itself (Pruefung), and no change of the offer.
STAND = "zuletzt geprüft am"
FELDER: dict[str, Any] = {
    **{name: f"Antwort {name}." for name in ERSTBESUCHFELDER[1:]},
    "wer_hinweis": "Auch mit Kindern.",
    "ausschluss": "Hunde",
    "sprachen_hinweis": "langsam gesprochen",
    "anmeldung_hinweis": "am Telefon",
    "kosten_hinweis": "Kuchen bringen alle mit",
    "zeiten_hinweis": "nicht bei Glatteis",
    "treffpunkt": "Saal",
    "kontakt_name": "Team",
    "sprechzeiten": "Montag, 10 bis 12 Uhr",
    "anruf_hinweis": "Fragen Sie nach der Kaffeerunde.",
    "email": "treff@haus.example",
    "web": "https://haus.example",
    "kapazitaet_am": date(2026, 11, 1),
    "wartezeit_am": date(2026, 11, 1),
}


@dataclass(frozen=True)
class Ausdruck:
    """The rows by name, and the facts of that moment."""

    zeilen: dict[str, list[str]]
    fakten: Fakten


@pytest.fixture
def angebot() -> Angebot:
    ort = OrtFactory(name="Haus am See", strasse="Weg", hausnummer="1", plz="13086", eingang="Hof, 2. Etage")
    for name, meter in (("Weitweg", 900), ("Nahebei", 250)):
        halt = Haltestelle.objects.create(kennung=name, name=name, lat=52.55, lon=13.45)
        OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=meter)
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ENTRANCE_LEVEL, wert="ja")
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.WC, wert="teilweise", notiz="schmale Tür")
    treff = AngebotFactory(
        titel="Kaffeerunde", ort=ort, traeger=TraegerFactory(name="Haus e.V.", telefon="030 5556667"), alter_von=60
    )
    Angebot.objects.filter(pk=treff.pk).update(**FELDER, telefon="030 4442514", anmeldung=Anmeldung.OHNE)
    Kosten.objects.create(angebot=treff, art=Kostenart.BETRAG, betrag_cent=300)
    treff.zugangswege.create(art=Zugang.VOR_ORT)
    treff.zugangswege.create(art=Zugang.TELEFON, hinweis="abends")
    treff.sprachen.add(Sprache.objects.get(code="de"))
    treff.zielgruppen.add(Zielgruppe.objects.get(slug="frauen"))
    ZeitFactory(angebot=treff, wochentag=Wochentag.SA, beginn=time(14), ende=time(16))
    return treff


def print_angebot(angebot: Angebot, *, jetzt: datetime) -> Ausdruck:
    refresh_angebote(angebot_ids=[angebot.pk], heute=jetzt.date())
    [eines] = build_merkblatt([angebot.pk], Druckwunsch(), jetzt=jetzt).angebote
    zeilen = {zeile.name.text: [satz.text for satz in zeile.saetze] for zeile in eines.zeilen}
    return Ausdruck(zeilen, build_fakten(load_mit_teilen(Angebot.objects.filter(pk=angebot.pk)).get()))


def list_andere(damals: Ausdruck, jetzt: Ausdruck) -> set[str]:
    namen = damals.zeilen.keys() | jetzt.zeilen.keys()
    return {name for name in namen if damals.zeilen.get(name) != jetzt.zeilen.get(name)}


def update(**felder: Any) -> Callable[[Angebot], None]:
    return lambda angebot: update_zeilen(Angebot.objects.filter(pk=angebot.pk), **felder)


def update_ort(**felder: Any) -> Callable[[Angebot], None]:
    return lambda angebot: update_zeilen(type(angebot.ort).objects.filter(pk=angebot.ort.pk), **felder)


def update_teile(name: str, **felder: Any) -> Callable[[Angebot], None]:
    return lambda angebot: update_zeilen(getattr(angebot, name).all(), **felder)


def update_zeilen(zeilen: models.QuerySet[Any], **felder: Any) -> None:
    assert zeilen.update(**felder) > 0


def add_barriere_of_ort(angebot: Angebot) -> None:
    Barriereangabe.objects.create(ort=angebot.ort, merkmal=Merkmal.LIFT, wert="ja")


def add_barriere_of_angebot(angebot: Angebot) -> None:
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.ENTRANCE_LEVEL, wert="nein")


def change_notiz(angebot: Angebot) -> None:
    update_zeilen(Barriereangabe.objects.filter(ort=angebot.ort, merkmal=Merkmal.WC), notiz="Schlüssel holen")


def change_haltestelle(angebot: Angebot) -> None:
    update_zeilen(OrtHaltestelle.objects.filter(ort=angebot.ort, haltestelle__name="Weitweg"), meter=100)


def close_ort(angebot: Angebot) -> None:
    Schliesszeit.objects.create(ort=angebot.ort, von=date(2026, 12, 1), bis=date(2026, 12, 2))


def add_ausnahme(angebot: Angebot) -> None:
    angebot.ausnahmen.create(datum=date(2026, 11, 28))


def make_exklusiv(angebot: Angebot) -> None:
    Angebot.objects.filter(pk=angebot.pk).update(exklusiv=True, exklusiv_grund="Schutz")


def take_contact_of_traeger(angebot: Angebot) -> None:
    Angebot.objects.filter(pk=angebot.pk).update(telefon="", email="", web="")


QUELLEN = [
    ("Nächste Termine", update_teile("zeiten", wochentag=Wochentag.SO), Art.ZEIT),
    ("Nächste Termine", add_ausnahme, Art.TERMIN),
    ("Nächste Termine", close_ort, Art.GESCHLOSSEN),
    ("Nächste Termine", update(gueltig_bis=date(2026, 11, 28)), Art.DAUER),
    ("Zeiten", update_teile("zeiten", in_schulferien=False), Art.ZEIT),
    ("Zeiten", update_teile("zeiten", hinweis="im Garten"), Art.ZEIT),
    ("Zeiten", update(zeiten_hinweis="nicht bei Sturm"), Art.ZEIT),
    ("Wo", update(ort=None), Art.ORT),
    ("Wo", update(treffpunkt="Garten"), Art.ORT),
    ("Wo", update_ort(name="Haus am Meer"), Art.ORT),
    ("Wo", update_ort(strasse="Allee"), Art.UMGEZOGEN),
    ("Wo", update_ort(hausnummer="2"), Art.UMGEZOGEN),
    ("Wo", update_ort(plz="13088"), Art.UMGEZOGEN),
    ("Wo", update_ort(ortsname="Bernau"), Art.ORT),
    ("Wo", update_ort(eingang="Vorderhaus"), Art.ORT),
    ("Wo", change_haltestelle, Art.ORT),
    ("Wo", update_teile("zugangswege", hinweis="nachts"), Art.ORT),
    ("Wo", lambda angebot: angebot.zugangswege.create(art=Zugang.ONLINE), Art.ORT),
    ("Was kostet es", update_teile("kosten", betrag_cent=400), Art.KOSTEN),
    ("Was kostet es", update_teile("kosten", hinweis="mit Tee"), Art.KOSTEN),
    ("Was kostet es", update(kosten_hinweis="Tee bringen alle mit"), Art.KOSTEN),
    ("Wer kann kommen", update(alter_von=50), Art.WER),
    ("Wer kann kommen", update(alter_bis=90), Art.WER),
    ("Wer kann kommen", make_exklusiv, Art.WER),
    ("Wer kann kommen", update(wer_hinweis="Auch mit Hund."), Art.WER),
    ("Wer kann kommen", update(ausschluss="Katzen"), Art.WER),
    ("Wer kann kommen", update(**UNGEPRUEFT), Art.WER),
    ("Anmeldung", update(anmeldung=Anmeldung.NOETIG), Art.ANMELDUNG),
    ("Anmeldung", update(anmeldung_hinweis="an der Tür"), Art.ANMELDUNG),
    *(("So läuft der erste Besuch ab", update(**{name: "Anders."}), Art.ERSTBESUCH) for name in ERSTBESUCHFELDER),
    ("Kontakt", update(kontakt_name="Empfang"), Art.KONTAKT),
    ("Kontakt", update(telefon="030 1112223"), Art.KONTAKT),
    ("Kontakt", update(sprechzeiten="Dienstag, 10 bis 12 Uhr"), Art.KONTAKT),
    ("Kontakt", update(email="anders@haus.example"), Art.KONTAKT),
    ("Kontakt", update(web="https://anders.example"), Art.KONTAKT),
    ("Kontakt", take_contact_of_traeger, Art.KONTAKT),
    ("Kontakt", update(anruf_hinweis="Fragen Sie nach dem Treff."), Art.ERSTANRUF),
    ("Barrieren", add_barriere_of_ort, Art.BARRIEREN),
    ("Barrieren", add_barriere_of_angebot, Art.BARRIEREN),
    ("Barrieren", change_notiz, Art.BARRIEREN),
    ("Sprachen", lambda angebot: angebot.sprachen.add(Sprache.objects.get(code="en")), Art.SPRACHEN),
    ("Sprachen", update(sprachen_hinweis="mit Bildern"), Art.SPRACHEN),
]


@pytest.mark.parametrize(("zeile", "change", "art"), QUELLEN)
def test_change_of_what_is_printed_is_noticed(
    angebot: Angebot, jetzt: datetime, zeile: str, change: Callable[[Angebot], None], art: Art
) -> None:
    damals = print_angebot(angebot, jetzt=jetzt)
    change(angebot)
    danach = print_angebot(angebot, jetzt=jetzt)
    assert zeile in list_andere(damals, danach)
    arten = [eine.art for eine in compare_fakten(damals.fakten, danach.fakten, heute=jetzt.date())]
    assert art in arten


def test_sources_of_every_row_are_tried(angebot: Angebot, jetzt: datetime) -> None:
    assert set(print_angebot(angebot, jetzt=jetzt).zeilen) - {STAND} == {zeile for zeile, _change, _art in QUELLEN}


def change_wert(feld: models.Field[Any, Any], wert: Any) -> Any:
    if feld.choices:
        return next(anderer for anderer, _name in feld.flatchoices if anderer != wert)
    if isinstance(feld, models.BooleanField):
        return not wert
    if isinstance(feld, models.DateField):
        return (wert or date(2026, 11, 21)) + timedelta(days=8)
    if isinstance(feld, models.IntegerField):
        return (wert or 70) + 7
    return f"{wert}x" if wert else "https://x.example"


def list_felder(modell: type[models.Model], *ausser: str) -> list[Any]:
    return [
        pytest.param(feld, id=feld.name)
        for feld in modell._meta.concrete_fields
        if feld.editable and not feld.is_relation and not feld.primary_key and feld.name not in ausser
    ]


# What is no part of a row, or names the offer: the titel stands above them. exklusiv needs its Grund.
@pytest.mark.parametrize("feld", list_felder(Angebot, "titel", "slug", "status", "exklusiv"))
def test_no_field_of_an_offer_changes_a_row_unnoticed(
    angebot: Angebot, jetzt: datetime, feld: models.Field[Any, Any]
) -> None:
    damals = print_angebot(angebot, jetzt=jetzt)
    wert = Angebot.objects.values_list(feld.name, flat=True).get(pk=angebot.pk)
    update(**{feld.name: change_wert(feld, wert)})(angebot)
    danach = print_angebot(angebot, jetzt=jetzt)
    ist_bemerkt = bool(list(compare_fakten(damals.fakten, danach.fakten, heute=jetzt.date())))
    assert ist_bemerkt == bool(list_andere(damals, danach) - {STAND})


@pytest.mark.parametrize(
    "change",
    [update(exklusiv_grund="Ruhe"), lambda angebot: angebot.zielgruppen.add(Zielgruppe.objects.get(slug="maenner"))],
)
def test_change_of_who_alone_may_come_is_noticed(
    angebot: Angebot, jetzt: datetime, change: Callable[[Angebot], None]
) -> None:
    make_exklusiv(angebot)
    damals = print_angebot(angebot, jetzt=jetzt)
    change(angebot)
    danach = print_angebot(angebot, jetzt=jetzt)
    assert list_andere(damals, danach) == {"Wer kann kommen"}
    assert [eine.art for eine in compare_fakten(damals.fakten, danach.fakten, heute=jetzt.date())] == [Art.WER]


def test_fact_that_no_row_names_is_no_change(angebot: Angebot, jetzt: datetime) -> None:
    """Facts that no sentence names, such as a ramp that is missing where there is no step."""
    damals = print_angebot(angebot, jetzt=jetzt)
    Barriereangabe.objects.create(ort=angebot.ort, merkmal=Merkmal.LOOP, wert="nein")
    Barriereangabe.objects.create(ort=angebot.ort, merkmal=Merkmal.RAMP, wert="nein")
    danach = print_angebot(angebot, jetzt=jetzt)
    assert list_andere(damals, danach) == set()
    assert list(compare_fakten(damals.fakten, danach.fakten, heute=jetzt.date())) == []
