import logging

import pytest
from django.test import Client

from angebote.models import Haltestelle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _halte() -> None:
    for name, lat, lon in (("Antonplatz", 52.5483, 13.4509), ("Albertinenstr.", 52.5498, 13.4578)):
        Haltestelle.objects.create(kennung=name, name=name, lat=lat, lon=lon)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("lat=52.548&lon=13.451", "Antonplatz"),
        ("lat=52.54831234567&lon=+13.45", "Antonplatz"),
        ("lat=52.55&lon=13.458", "Albertinenstraße"),
    ],
)
def test_standort_in_pankow_gives_the_name_of_the_nearest_stop_and_nobody_keeps_it(
    client: Client, query: str, name: str
) -> None:
    antwort = client.get(f"/angebote/standort/?{query.replace('+', '%2B')}")
    assert antwort.json() == {"name": name}
    assert set(antwort["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert "ETag" not in antwort
    assert not antwort.cookies


def test_standort_is_rounded_here_too(client: Client) -> None:
    mitte = (52.5483 + 52.5498) / 2, (13.4509 + 13.4578) / 2
    genau = [client.get(f"/angebote/standort/?lat={mitte[0] + d}&lon={mitte[1] + d}").json() for d in (0.0001, -0.0001)]
    assert genau[0] == genau[1]


@pytest.mark.parametrize(
    "query", ["lat=48.137&lon=11.575", "lat=0&lon=0", "lat=-52.548&lon=13.451", "lat=52.6&lon=13.6"]
)
def test_standort_outside_pankow_says_so(client: Client, query: str) -> None:
    antwort = client.get(f"/angebote/standort/?{query}")
    assert (antwort.status_code, list(antwort.json())) == (200, ["meldung"])
    assert antwort.json()["meldung"].startswith("Sie sind gerade nicht in Pankow.")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "lat=52.5",
        "lat=nan&lon=13.4",
        "lat=52.5&lon=inf",
        "lat=1e400&lon=13.4",
        "lat=5.2e1&lon=13.4",
        "lat=zweiundfuenfzig&lon=13",
        "lat=91&lon=13",
        "lat=52&lon=181",
        "lat=52,5&lon=13,4",
        "lat=%00&lon=13",
        "lat=%D9%A5%D9%A2&lon=13",
        "lat=52.5%0A&lon=13.4",
        "lat=" + "9" * 10_000 + "&lon=13",
    ],
)
def test_standort_that_is_no_position_is_refused_in_german(client: Client, query: str) -> None:
    antwort = client.get(f"/angebote/standort/?{query}")
    assert (antwort.status_code, antwort.json()) == (400, {"meldung": "Diesen Standort können wir nicht lesen."})
    assert set(antwort["Cache-Control"].split(", ")) == {"private", "no-store"}


def test_standort_stands_in_no_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get("/angebote/standort/?lat=52.548&lon=13.451")
        client.get("/angebote/standort/?lat=52.548&lon=13.451x")
    assert [satz.getMessage() for satz in caplog.records if satz.name == "django.request"] == [
        "Bad Request: /angebote/standort/"
    ]
    geloggt = [satz.getMessage() for satz in caplog.records if satz.name != "django.db.backends"]
    assert not [satz for satz in geloggt if "13.451" in satz or "52.548" in satz]


def test_standort_is_asked_for_never_sent(client: Client) -> None:
    assert client.post("/angebote/standort/", {"lat": "52.548", "lon": "13.451"}).status_code == 405
