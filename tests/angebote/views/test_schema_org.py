import json
from datetime import date, time
from typing import Any

import pytest

from angebote.choices import Ausnahmeart, Barrierewert, Bereich, Kostenart, Merkmal, Wochentag, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.termine import compute_fenster, list_regeldaten
from angebote.models import Angebot, Ausnahme, Barriereangabe, Kategorie, Kosten, Schliesszeit, Zugangsweg
from angebote.views.schema_org import build_schema_org
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db


HEUTE = date(2026, 11, 21)


def build(angebot: Angebot, *zugaenge: Zugang) -> dict[str, Any]:
    return build_schema_org(
        angebot,
        zugaenge=set(zugaenge) or {Zugang.VOR_ORT},
        schliesszeiten=Schliesszeit.objects.all(),
        heute=HEUTE,
        basis_url="https://portal.example/",
    )


def test_weekly_begegnung_is_event_with_schedule() -> None:
    angebot = ZeitFactory(wochentag=Wochentag.DI, beginn=time(14), ende=time(16), gueltig_von=date(2026, 1, 6)).angebot
    angebot.kategorien.add(Kategorie.objects.get(slug="musik-tanz"))
    daten = build(angebot)
    assert daten["@type"] == "MusicEvent"
    assert daten["url"] == f"https://portal.example{angebot.get_absolute_url()}"
    assert daten["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert daten["eventStatus"] == "https://schema.org/EventScheduled"
    assert daten["eventSchedule"] == [
        {
            "@type": "Schedule",
            "startDate": "2026-01-06",
            "startTime": "14:00",
            "endTime": "16:00",
            "scheduleTimezone": "Europe/Berlin",
            "byDay": "https://schema.org/Tuesday",
            "repeatFrequency": "P1W",
        }
    ]


def test_monthly_and_single_dates_become_schedules_of_their_own() -> None:
    angebot = AngebotFactory()
    ZeitFactory(angebot=angebot, wochentag=Wochentag.MO, monatswochen="2,4", ende=None)
    ZeitFactory(angebot=angebot, art=Zeitart.EINZELN, wochentag=None, datum=date(2026, 12, 24), ende=None)
    monatlich, einzeln = sorted(build(angebot)["eventSchedule"], key=lambda plan: "startDate" in plan)
    assert (monatlich["repeatFrequency"], monatlich["byMonthWeek"]) == ("P1M", [2, 4])
    assert (einzeln["startDate"], einzeln["endDate"]) == ("2026-12-24", "2026-12-24")
    assert "repeatFrequency" not in einzeln


def test_schedule_states_pauses_within_the_window_and_moved_dates_by_themselves(settings: Any) -> None:
    settings.TERMIN_FENSTER_TAGE = 60
    angebot = ZeitFactory(wochentag=Wochentag.DI, beginn=time(14), ende=time(16), in_schulferien=False).angebot
    Schliesszeit.objects.create(angebot=angebot, von=date(2026, 12, 1), bis=date(2026, 12, 2))
    Schliesszeit.objects.create(angebot=angebot, von=date(2027, 3, 1), bis=date(2027, 3, 20))
    Ausnahme.objects.create(
        angebot=angebot,
        art=Ausnahmeart.VERSCHOBEN,
        datum=date(2026, 12, 8),
        neues_datum=date(2026, 12, 9),
        neuer_beginn=time(10),
    )
    Ausnahme.objects.create(angebot=angebot, datum=date(2026, 12, 15))
    regel, verschoben = build(angebot)["eventSchedule"]
    assert regel["exceptDate"] == ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-29"]
    assert verschoben == {
        "@type": "Schedule",
        "startDate": "2026-12-09",
        "endDate": "2026-12-09",
        "startTime": "10:00",
        "endTime": "12:00",
        "scheduleTimezone": "Europe/Berlin",
    }


def test_schedule_names_a_single_date_only_where_it_takes_place() -> None:
    angebot = AngebotFactory()
    for tag in (1, 2, 3):
        ZeitFactory(angebot=angebot, art=Zeitart.EINZELN, wochentag=None, datum=date(2026, 12, tag))
    Ausnahme.objects.create(angebot=angebot, datum=date(2026, 12, 2))
    assert [plan["startDate"] for plan in build(angebot)["eventSchedule"]] == ["2026-12-01", "2026-12-03"]


@pytest.mark.parametrize("monatswochen", ["", "2,4"])
def test_schedule_less_its_pauses_gives_the_dates_of_the_offer(monatswochen: str) -> None:
    zeit = ZeitFactory(wochentag=Wochentag.DO, monatswochen=monatswochen, in_schulferien=False)
    Schliesszeit.objects.create(ort=zeit.angebot.ort, von=date(2026, 12, 3), bis=date(2026, 12, 17))
    refresh_angebote(angebot_ids=[zeit.angebot_id], heute=HEUTE)
    pausen = set(build(zeit.angebot)["eventSchedule"][0]["exceptDate"])
    von, bis = compute_fenster(HEUTE)
    tage = {datum.isoformat() for datum in list_regeldaten(zeit, von=von, bis=bis)}
    assert pausen
    assert tage - pausen == {termin.datum.isoformat() for termin in zeit.angebot.termine.all()}


def test_unterstuetzung_and_offers_without_times_are_services() -> None:
    mit_zeit = ZeitFactory(angebot__bereich=Bereich.UNTERSTUETZUNG).angebot
    assert [build(mit_zeit)["@type"], build(AngebotFactory())["@type"]] == ["Service", "Service"]


def test_service_by_phone_serves_pankow_without_location() -> None:
    angebot = AngebotFactory(ort=None, bereich=Bereich.UNTERSTUETZUNG, traeger=TraegerFactory(name="Haus"))
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    daten = build(angebot, Zugang.TELEFON)
    assert daten["areaServed"] == [{"@type": "Place", "name": "Berlin-Pankow"}]
    assert daten["provider"] == {"@type": "Organization", "name": "Haus"}
    assert "availableChannel" not in daten


@pytest.mark.parametrize(
    ("zugaenge", "modus", "location"),
    [
        ({Zugang.ONLINE}, "Online", {"@type": "VirtualLocation"}),
        ({Zugang.TELEFON, Zugang.ONLINE}, "Online", {"@type": "VirtualLocation"}),
        ({Zugang.DRAUSSEN}, "Offline", {"@type": "Place", "name": "am Teich"}),
        ({Zugang.ZUHAUSE}, "Offline", None),
        (
            {Zugang.DRAUSSEN, Zugang.ONLINE},
            "Mixed",
            [{"@type": "Place", "name": "am Teich"}, {"@type": "VirtualLocation"}],
        ),
    ],
)
def test_event_without_house_says_where_people_meet(zugaenge: set[Zugang], modus: str, location: object) -> None:
    angebot = ZeitFactory(angebot__ort=None, angebot__treffpunkt="am Teich").angebot
    daten = build(angebot, *zugaenge)
    assert daten["eventAttendanceMode"] == f"https://schema.org/{modus}EventAttendanceMode"
    assert daten.get("location") == location


def test_description_holds_no_internal_note_and_no_contact() -> None:
    angebot = ZeitFactory(
        angebot__interne_notiz="Rückruf am Montag", angebot__telefon="030 4442514", angebot__email="a@b.example"
    ).angebot
    text = json.dumps(build(angebot), ensure_ascii=False)
    assert [wort for wort in ("Rückruf", "4442514", "b.example") if wort in text] == []


@pytest.mark.parametrize(
    ("zeilen", "kostenlos", "preise"),
    [
        ([], None, None),
        ([{"art": Kostenart.KOSTENLOS}], True, ["0"]),
        ([{"art": Kostenart.BETRAG, "betrag_cent": 250}], None, ["2.50"]),
        ([{"art": Kostenart.KOSTENLOS}, {"art": Kostenart.EXTRA, "betrag_cent": 300}], None, None),
    ],
)
def test_free_only_if_nothing_has_to_be_paid(
    zeilen: list[dict[str, Any]], kostenlos: bool | None, preise: list[str] | None
) -> None:
    angebot = AngebotFactory()
    for zeile in zeilen:
        Kosten.objects.create(angebot=angebot, **zeile)
    daten = build(angebot)
    assert daten.get("isAccessibleForFree") is kostenlos
    assert ([offer["price"] for offer in daten["offers"]] if "offers" in daten else None) == preise


def test_place_has_address_and_only_certain_features() -> None:
    ort = OrtFactory(name="Haus", strasse="Seeweg", hausnummer="3", plz="13086", lat=52.55, lon=13.45)
    for merkmal, wert in (
        (Merkmal.ENTRANCE_LEVEL, Barrierewert.JA),
        (Merkmal.LIFT, Barrierewert.NEIN),
        (Merkmal.WC, Barrierewert.TEILWEISE),
        (Merkmal.LOOP, Barrierewert.UNBEKANNT),
    ):
        Barriereangabe.objects.create(ort=ort, merkmal=merkmal, wert=wert)
    place = build(ZeitFactory(angebot__ort=ort).angebot)["location"]
    assert place["address"]["streetAddress"] == "Seeweg 3"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 52.55, "longitude": 13.45}
    assert {feature["name"]: feature["value"] for feature in place["amenityFeature"]} == {
        "Eingang ohne Stufe": True,
        "Aufzug": False,
    }


def test_unknown_things_are_left_out() -> None:
    daten = build(AngebotFactory(ort=None, titel="Treffen"))
    assert set(daten) == {"@context", "@type", "@id", "url", "name", "areaServed"}
