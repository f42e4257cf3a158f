"""Whatever somebody types or puts into an address: the list answers with a page, as fast as always."""

import logging
import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client

from angebote.domain.katalogstand import renew_version
from angebote.filters import AngebotFilter
from tests.aufwand import count_aufrufe
from tests.factories import AngebotFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("katalog")]
PARAMETER = tuple(AngebotFilter.base_filters)
FEINDLICH = {
    "fts-worte": "kaffee AND (kuchen OR NOT NEAR(tee, 3))",
    "fts-zeichen": 'titel:"kaffee* ^ + - : { } ( | & ! <-> :*',
    "fts-offen": '"kaffee',
    "sql": "'; DROP TABLE angebote_angebot; -- \\",
    "muster": "%_%_%\\%" * 20,
    "vorlage": "{{ 7|add:7 }}{% now %} ${7*7} %s %(q)s %d",
    "auszeichnung": '"><script>alert(1)</script><!--',
    "zehntausend": "kaffee" * 1_700,
    "zehntausend-worte": "kaffee " * 1_700,
    "zehntausend-zeichen": "*\"'()" * 2_000,
    "rtl": "\u202eehcuk\u202c \u0642\u0647\u0648\u0629 \u2067\u05e7\u05e4\u05d4\u2069",
    "kombiniert": "k" + "a\u0301\u0323\u0308" * 300,
    "nur-kombiniert": "\u0308" * 500,
    "null": "kaf\x00fee\x00",
    "steuerzeichen": "\x01\x1f\x7f\u200b\ufeff\u2028",
    "grosse-ebene": "\U0001d4b3\U0001f469\u200d\U0001f469\u200d\U0001f467" * 50,
    "ziffern": "٣٤٥\u00b2\u2460" * 10,
}
# Sent as they stand, since no client would write them so.
ROH = ("%", "%zz", "%e4%f6", "%ff%fe%00", "%ed%a0%80", "%C0%AF", "a%0d%0aSet-Cookie:x=1", "+%2B+", "&&==&=;")
TEXTFELDER = ("q", "nah", "plz")


@pytest.mark.parametrize("wert", FEINDLICH.values(), ids=FEINDLICH)
def test_list_answers_whatever_any_parameter_holds(client: Client, wert: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        stati = {parameter: client.get("/angebote/", {parameter: wert}).status_code for parameter in PARAMETER}
        stati["alle"] = client.get("/angebote/", dict.fromkeys(PARAMETER, wert)).status_code
        stati["fachkraefte"] = client.get("/fachkraefte/", dict.fromkeys((*PARAMETER, "vorlage"), wert)).status_code
        mit_vorlage = {**dict.fromkeys(PARAMETER, wert), "vorlage": "treffpunkte"}
        stati["vorlage"] = client.get("/fachkraefte/", mit_vorlage).status_code
        stati["danke"] = client.get("/fehlt-hier/danke/", dict.fromkeys(PARAMETER, wert)).status_code
    assert {name: status for name, status in stati.items() if status != 200} == {}
    assert [eintrag.getMessage() for eintrag in caplog.records] == []


@pytest.mark.parametrize("wert", ROH)
def test_list_answers_broken_percent_encoding_of_any_parameter(client: Client, wert: str) -> None:
    adressen = [f"/angebote/?{parameter}={wert}" for parameter in PARAMETER]
    assert {client.get(adresse).status_code for adresse in adressen} == {200}


@pytest.mark.parametrize("wert", FEINDLICH.values(), ids=FEINDLICH)
def test_hostile_text_is_shown_escaped_and_never_runs(client: Client, wert: str) -> None:
    html = client.get("/angebote/", dict.fromkeys(TEXTFELDER, wert)).content.decode()
    assert "<script>alert" not in html
    assert "\x00" not in html


def test_template_code_is_shown_where_it_was_typed_and_not_computed(client: Client) -> None:
    vorlage = FEINDLICH["vorlage"]
    html = client.get("/angebote/", dict.fromkeys(TEXTFELDER, vorlage)).content.decode()
    felder = dict(re.findall(r'<input [^>]*type="(?:text|search)"[^>]* name="(\w+)" value="([^"]*)"', html))
    assert {name: unescape(wert) for name, wert in felder.items() if name != "plz"} == {"q": vorlage, "nah": vorlage}
    assert html.count("add:7") == html.count("${7*7}") > 2  # in the sentences about it too; computed it would be 14


@pytest.mark.parametrize("parameter", TEXTFELDER)
def test_hostile_text_takes_as_much_work_as_any_search(client: Client, parameter: str) -> None:
    AngebotFactory.create_batch(50)
    renew_version()

    def count(wert: str) -> int:
        adresse = f"/angebote/?{urlencode({parameter: wert})}"
        return count_aufrufe(lambda: client.get(adresse))

    count("kaffee")  # loads what is kept from now on
    normal = max(count("kaffee und kuchen"), count("spaziergang"), count("nicht zu finden"))
    # Decoding a long address takes some calls a character; to search for all of it would take many times as much.
    zu_viel = {name: anzahl for name, wert in FEINDLICH.items() if (anzahl := count(wert)) > 4 * normal}
    assert zu_viel == {}
