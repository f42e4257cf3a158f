"""Where a request comes from: somebody else's page, and which address."""

from typing import Any

import pytest
from django.test import RequestFactory

from pankow_einsamkeit.herkunft import is_foreign, read_adresse


@pytest.mark.parametrize(
    ("kopf", "ist_fremd"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Origin": "http://testserver"}, False),
        ({"Origin": "https://fremd.example", "Referer": "http://testserver/"}, True),
        ({"Referer": "https://fremd.example/melden/"}, True),
        ({"Origin": "http://["}, True),
        ({"Origin": "null"}, False),
        ({}, False),
    ],
)
def test_request_is_foreign_only_if_the_browser_says_so(kopf: dict[str, str], ist_fremd: bool) -> None:
    assert is_foreign(RequestFactory().post("/melden/", headers=kopf)) is ist_fremd


@pytest.mark.parametrize(
    ("hinter_proxy", "weiter", "von", "adresse"),
    [
        (False, "", "192.0.2.1", "192.0.2.1"),
        (False, "198.51.100.7", "192.0.2.1", "192.0.2.1"),
        (True, "198.51.100.7", "10.0.0.1", "198.51.100.7"),
        (True, "127.0.0.1, 198.51.100.7", "10.0.0.1", "198.51.100.7"),
        (True, "", "10.0.0.1", "10.0.0.1"),
        (True, "2001:DB8::0:1", "10.0.0.1", "2001:db8::1"),
        (True, "unknown", "10.0.0.1", ""),
        (False, "", "", ""),
    ],
)
def test_address_is_what_the_nearest_trusted_machine_saw(
    hinter_proxy: bool, weiter: str, von: str, adresse: str, settings: Any
) -> None:
    settings.HINTER_PROXY = hinter_proxy
    kopf = {"X-Forwarded-For": weiter} if weiter else {}
    assert read_adresse(RequestFactory().get("/", headers=kopf, REMOTE_ADDR=von)) == adresse
