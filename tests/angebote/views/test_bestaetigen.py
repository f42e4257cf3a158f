"""What a provider can do with the link of a mail, and what nobody can do with it."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from angebote.choices import Anfrageantwort, Kapazitaet, Pruefgruppe, Pruefquelle, Status, Vorschlagsherkunft, Wochentag
from angebote.domain.aenderungsvorschlaege import accept_vorschlag
from angebote.domain.bestaetigungen import create_anfrage
from angebote.domain.bestaetigungslink import build_token
from angebote.domain.katalog import refresh_angebote
from angebote.models import (
    Aenderungsvorschlag,
    Anfragesperre,
    Angebot,
    Bestaetigungsanfrage,
    Pruefung,
    Schliesszeit,
    Termin,
)
from angebote.rollen import FREIGABE
from tests.factories import AngebotFactory, ZeitFactory
from tests.konten import create_konto

pytestmark = pytest.mark.django_db
Uhr = Callable[[datetime], None]
ALT = date(2026, 8, 1)


@pytest.fixture
def angebot(stell_uhr: Uhr, jetzt: datetime) -> Angebot:
    """On Tuesdays from 14 to 16, checked too long ago."""
    stell_uhr(jetzt)
    angebot = ZeitFactory(
        angebot__titel="Kaffeerunde",
        angebot__geprueft_am=ALT,
        angebot__telefon="030 1234567",
        angebot__email="haus@example.org",
    ).angebot
    refresh_angebote(angebot_ids=[angebot.pk], heute=jetzt.date())
    return angebot


@pytest.fixture
def anfrage(angebot: Angebot, jetzt: datetime) -> Bestaetigungsanfrage:
    return create_anfrage(adresse="haus@example.org", angebot_ids=[angebot.pk], jetzt=jetzt)


def url_of(anfrage: Bestaetigungsanfrage, angebot: Angebot | None = None, *, ende: str = "") -> str:
    teil = f"{angebot.kurz_id}/" if angebot else ""
    return f"/bestaetigen/{build_token(anfrage)}/{teil}{ende}"


def read_antwort(anfrage: Bestaetigungsanfrage) -> str:
    return str(anfrage.posten.get().antwort)


def build_korrektur(client: Client, url: str, **felder: Any) -> dict[str, Any]:
    """What a browser sends after somebody has changed only these fields."""
    context = client.get(url).context
    daten: dict[str, Any] = {}
    for form in (context["form"], context["zeiten"].management_form, *context["zeiten"]):
        for feld in form:
            wert = feld.value()
            if wert not in (None, False):
                daten[feld.html_name] = wert
    return daten | felder


def test_opening_every_address_of_the_mail_confirms_nothing(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    for url in (url_of(anfrage), url_of(anfrage, angebot), url_of(anfrage, angebot, ende="aendern/")):
        assert client.get(url, follow=True).status_code == HTTPStatus.OK
        assert client.head(url, follow=True).status_code == HTTPStatus.OK
    assert read_antwort(anfrage) == Anfrageantwort.OFFEN
    assert not Pruefung.objects.filter(quelle=Pruefquelle.ANBIETER).exists()


def test_mail_with_one_entry_leads_straight_to_it(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    assert client.get(url_of(anfrage)).headers["Location"] == url_of(anfrage, angebot)


def test_pages_leave_no_trace(client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot) -> None:
    response = client.get(url_of(anfrage, angebot))
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.cookies == {}


def test_one_click_confirms_all_four_groups_today(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, heute: date
) -> None:
    response = client.post(url_of(anfrage, angebot), {"aktion": "stimmt"})
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert "heute geprüft" in client.get(response.headers["Location"]).content.decode()
    angebot.refresh_from_db()
    assert angebot.geprueft_am == heute
    assert set(
        Pruefung.objects.filter(angebot=angebot, quelle=Pruefquelle.ANBIETER).values_list(
            "gruppe", "geprueft_am", "konto"
        )
    ) == {(gruppe, heute, None) for gruppe in Pruefgruppe}
    assert read_antwort(anfrage) == Anfrageantwort.STIMMT


def test_mail_with_several_entries_lists_them_and_one_click_confirms_all(
    client: Client, angebot: Angebot, jetzt: datetime
) -> None:
    zweites = AngebotFactory(titel="Malen", geprueft_am=ALT, email="haus@example.org")
    fremdes = AngebotFactory(titel="Singen", geprueft_am=ALT)
    anfrage = create_anfrage(adresse="haus@example.org", angebot_ids=[angebot.pk, zweites.pk], jetzt=jetzt)
    seite = client.get(url_of(anfrage)).content.decode()
    assert ("Kaffeerunde" in seite, "Malen" in seite, "Singen" in seite) == (True, True, False)
    client.post(url_of(anfrage), {"aktion": "stimmt"})
    geprueft = dict(Angebot.objects.values_list("pk", "geprueft_am"))
    assert geprueft == {angebot.pk: jetzt.date(), zweites.pk: jetzt.date(), fremdes.pk: ALT}


def read_gesehen(client: Client, url: str) -> list[str]:
    return re.findall(r'name="gesehen" value="([^"]+)"', client.get(url).content.decode())


def test_entry_changed_since_it_was_shown_is_not_confirmed_but_shown_again(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, jetzt: datetime
) -> None:
    url = url_of(anfrage, angebot)
    gesehen = read_gesehen(client, url)
    Angebot.objects.filter(pk=angebot.pk).update(telefon="030 7654321", updated_at=jetzt + timedelta(minutes=1))
    response = client.post(url, {"aktion": "stimmt", "gesehen": gesehen})
    assert "Inzwischen hat sich hier etwas geändert." in client.get(response.headers["Location"]).content.decode()
    angebot.refresh_from_db()
    assert (angebot.geprueft_am, read_antwort(anfrage)) == (ALT, Anfrageantwort.OFFEN)


def test_double_click_on_an_entry_that_nobody_changed_thanks_twice(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot)
    werte = {"aktion": "stimmt", "gesehen": read_gesehen(client, url)}
    ziele = [client.post(url, werte).headers["Location"] for _klick in range(2)]
    assert ziele == [f"{url}?danke=stimmt"] * 2


def test_all_at_once_confirms_what_is_as_it_was_shown(client: Client, angebot: Angebot, jetzt: datetime) -> None:
    zweites = AngebotFactory(titel="Malen", geprueft_am=ALT, email="haus@example.org")
    anfrage = create_anfrage(adresse="haus@example.org", angebot_ids=[angebot.pk, zweites.pk], jetzt=jetzt)
    gesehen = [wert for wert in read_gesehen(client, url_of(anfrage)) if " " in wert]
    Angebot.objects.filter(pk=zweites.pk).update(updated_at=jetzt + timedelta(minutes=1))
    response = client.post(url_of(anfrage), {"aktion": "stimmt", "gesehen": gesehen})
    assert response.headers["Location"].endswith("?danke=geaendert")
    assert dict(Angebot.objects.values_list("pk", "geprueft_am")) == {angebot.pk: jetzt.date(), zweites.pk: ALT}


def test_offer_that_is_not_in_the_mail_cannot_be_answered_for(client: Client, anfrage: Bestaetigungsanfrage) -> None:
    fremdes = AngebotFactory(geprueft_am=ALT)
    assert client.post(url_of(anfrage, fremdes), {"aktion": "stimmt"}).status_code == HTTPStatus.NOT_FOUND
    fremdes.refresh_from_db()
    assert fremdes.geprueft_am == ALT


def test_link_with_a_wrong_sign_says_so_kindly(client: Client, anfrage: Bestaetigungsanfrage) -> None:
    response = client.get(f"/bestaetigen/{build_token(anfrage)[:-1]}x/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "Diesen Link kennen wir nicht." in response.content.decode()


def test_old_link_says_that_it_is_over_and_answers_nothing(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, jetzt: datetime, stell_uhr: Uhr
) -> None:
    stell_uhr(jetzt + timedelta(days=61))
    response = client.post(url_of(anfrage, angebot), {"aktion": "stimmt"})
    assert response.status_code == HTTPStatus.GONE
    assert "gilt nicht mehr" in response.content.decode()
    assert read_antwort(anfrage) == Anfrageantwort.OFFEN


def test_unknown_answer_changes_nothing(client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot) -> None:
    assert client.post(url_of(anfrage, angebot), {"aktion": "löschen"}).status_code == HTTPStatus.OK
    assert read_antwort(anfrage) == Anfrageantwort.OFFEN


def test_correction_waits_and_the_public_sees_no_change(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    daten = build_korrektur(client, url, telefon="030 7654321", bemerkung="Neue Nummer seit Montag.")
    response = client.post(url, daten)
    assert response.headers["Location"] == f"{url_of(anfrage, angebot)}?danke=korrektur"
    vorschlag = Aenderungsvorschlag.objects.get()
    assert vorschlag.aenderungen == {"telefon": {"alt": "030 1234567", "neu": "030 7654321"}}
    assert (vorschlag.herkunft, vorschlag.absender, vorschlag.bemerkung, vorschlag.konto) == (
        Vorschlagsherkunft.ANBIETER,
        "haus@example.org",
        "Neue Nummer seit Montag.",
        None,
    )
    angebot.refresh_from_db()
    assert (angebot.telefon, angebot.geprueft_am) == ("030 1234567", ALT)
    assert read_antwort(anfrage) == Anfrageantwort.KORREKTUR


def test_correction_of_a_time_proposes_the_whole_list_of_times(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    neue = {"zeiten-1-art": "regel", "zeiten-1-wochentag": str(Wochentag.FR.value), "zeiten-1-beginn": "10 Uhr"}
    client.post(url, build_korrektur(client, url, **{"zeiten-0-beginn": "15"}, **neue))
    aenderung = Aenderungsvorschlag.objects.get().aenderungen["zeiten"]
    assert {(zeile["wochentag"], zeile["beginn"]) for zeile in aenderung["alt"]} == {(Wochentag.DI, "14:00:00")}
    assert {(zeile["wochentag"], zeile["beginn"]) for zeile in aenderung["neu"]} == {
        (Wochentag.DI, "15:00:00"),
        (Wochentag.FR, "10:00:00"),
    }
    assert angebot.zeiten.get().beginn == time(14)


def test_remark_alone_waits_for_the_redaktion_too(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    client.post(url, build_korrektur(client, url, bemerkung="Es gibt jetzt einen Aufzug."))
    vorschlag = Aenderungsvorschlag.objects.get()
    assert (vorschlag.aenderungen, vorschlag.bemerkung) == ({}, "Es gibt jetzt einen Aufzug.")
    assert read_antwort(anfrage) == Anfrageantwort.KORREKTUR


def test_accepted_correction_counts_as_checked_on_the_day_it_was_sent(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, jetzt: datetime
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    client.post(url, build_korrektur(client, url, telefon="030 7654321"))
    freigabe = create_konto("freigabe", FREIGABE)
    accept_vorschlag(vorschlag_id=Aenderungsvorschlag.objects.get().pk, konto=freigabe, jetzt=jetzt + timedelta(days=3))
    angebot.refresh_from_db()
    assert (angebot.telefon, angebot.geprueft_am) == ("030 7654321", jetzt.date())


def test_time_that_no_longer_exists_is_missing_in_the_proposal(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    client.post(url, build_korrektur(client, url, **{"zeiten-0-DELETE": "on"}))
    assert Aenderungsvorschlag.objects.get().aenderungen["zeiten"]["neu"] == []
    assert angebot.zeiten.count() == 1


@pytest.mark.parametrize(
    ("feld", "wert", "satz"),
    [
        ("email", "keine Adresse", "gültige E-Mail-Adresse"),
        ("titel", "", ">„Titel“ fehlt noch.</a>"),
        ("beschreibung", "a" * 20_001, "höchstens 20000 Zeichen"),
        ("zeiten_hinweis", "a" * 20_001, "höchstens 20000 Zeichen"),
        ("zeiten-0-beginn", "25 Uhr", "Bitte eine Uhrzeit angeben"),
        ("zeiten-0-ende", "13", "Das Ende muss nach dem Beginn liegen"),
    ],
)
def test_wrong_correction_is_refused_and_nothing_typed_is_lost(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, feld: str, wert: str, satz: str
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    response = client.post(url, build_korrektur(client, url, bemerkung="Danke für alles!", **{feld: wert}))
    seite = response.content.decode()
    assert response.status_code == HTTPStatus.OK
    assert satz in seite
    assert "Danke für alles!" in seite
    assert not Aenderungsvorschlag.objects.exists()


def test_correction_without_any_change_is_no_correction(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    response = client.post(url, build_korrektur(client, url))
    assert "Sie haben nichts geändert." in response.content.decode()
    assert read_antwort(anfrage) == Anfrageantwort.OFFEN


def test_places_are_set_at_once_with_their_date(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, heute: date
) -> None:
    client.post(url_of(anfrage, angebot), {"aktion": "plaetze", "kapazitaet": "warteliste"})
    angebot.refresh_from_db()
    assert (angebot.kapazitaet, angebot.kapazitaet_am) == (Kapazitaet.WARTELISTE, heute)


@pytest.mark.parametrize("wert", ["", "unbekannt", "viele"])
def test_places_that_say_nothing_are_refused(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, wert: str
) -> None:
    response: HttpResponse = client.post(url_of(anfrage, angebot), {"aktion": "plaetze", "kapazitaet": wert})
    assert response.context["plaetze"].errors.keys() == {"kapazitaet"}
    angebot.refresh_from_db()
    assert angebot.kapazitaet == Kapazitaet.UNBEKANNT


def test_pause_takes_the_dates_out_at_once_and_ends_by_itself(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    pause = {"aktion": "pause", "von": "2026-11-23", "bis": "2026-12-06", "grund": "renovierung"}
    for _mal in range(2):  # a second click is no second pause
        client.post(url_of(anfrage, angebot), pause)
    assert list(Schliesszeit.objects.values_list("angebot", "von", "bis", "grund")) == [
        (angebot.pk, date(2026, 11, 23), date(2026, 12, 6), "Renovierung")
    ]
    assert Termin.objects.filter(angebot=angebot).order_by("datum").values_list("datum", flat=True)[0] == date(
        2026, 12, 8
    )


@pytest.mark.parametrize(
    ("von", "bis", "satz"),
    [
        ("2026-12-06", "2026-11-23", "Der letzte Tag liegt vor dem ersten."),
        ("2026-11-01", "2026-11-20", "Dieser Tag ist schon vorbei."),
        ("2026-12-01", "2027-12-01", "länger als ein halbes Jahr"),
        ("9999-12-01", "9999-12-02", "innerhalb des nächsten Jahres"),
        ("", "2026-12-06", "„Erster Tag der Pause“ fehlt noch."),
        ("31.02.2027", "2027-03-03", "gültiges Datum"),
    ],
)
def test_impossible_pause_is_refused_and_stays_in_the_form(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, von: str, bis: str, satz: str
) -> None:
    response = client.post(url_of(anfrage, angebot), {"aktion": "pause", "von": von, "bis": bis, "grund": "ferien"})
    seite = response.content.decode()
    assert satz in seite
    assert 'value="ferien" selected' in seite
    assert not Schliesszeit.objects.exists()


def test_peace_can_be_asked_for_and_taken_back(client: Client, anfrage: Bestaetigungsanfrage) -> None:
    client.post(url_of(anfrage), {"aktion": "sperre"})
    assert list(Anfragesperre.objects.values_list("email", flat=True)) == ["haus@example.org"]
    client.post(url_of(anfrage), {"aktion": "wieder"})
    assert not Anfragesperre.objects.exists()


@pytest.mark.parametrize("felder", [{"email": "neu@example.org"}, {"email": ""}, {"status": Status.ARCHIVIERT}])
def test_entry_the_address_no_longer_speaks_for_cannot_be_answered(
    client: Client, angebot: Angebot, jetzt: datetime, felder: dict
) -> None:
    zweites = AngebotFactory(titel="Malen", geprueft_am=ALT, email="haus@example.org")
    anfrage = create_anfrage(adresse="haus@example.org", angebot_ids=[angebot.pk, zweites.pk], jetzt=jetzt)
    Angebot.objects.filter(pk=zweites.pk).update(**felder)
    for aktion in ({"aktion": "stimmt"}, {"aktion": "plaetze", "kapazitaet": "frei"}):
        assert client.post(url_of(anfrage, zweites), aktion).status_code == HTTPStatus.GONE
    client.post(url_of(anfrage), {"aktion": "stimmt"})
    assert dict(Angebot.objects.values_list("pk", "geprueft_am")) == {angebot.pk: jetzt.date(), zweites.pk: ALT}
    seite = client.get(url_of(anfrage)).content.decode()
    assert seite.count("Für diesen Eintrag können Sie über diesen Link nicht mehr antworten.") == 1
    assert url_of(anfrage, zweites) not in seite


def test_link_whose_only_entry_changed_hands_is_over(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    Angebot.objects.update(email="neu@example.org")
    assert client.get(url_of(anfrage, angebot)).status_code == HTTPStatus.GONE


def test_refusals_leave_no_trace_either(client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot) -> None:
    fremd = client.get(f"{url_of(anfrage)}gibtesnicht/")
    falsch = client.put(url_of(anfrage, angebot))
    assert (fremd.status_code, falsch.status_code) == (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
    for response in (fremd, falsch):
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["Referrer-Policy"] == "no-referrer"


def test_pause_for_words_of_their_own_is_refused(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    pause = {"aktion": "pause", "von": "2026-11-23", "bis": "2026-12-06", "grund": "Kauft bei uns!"}
    assert client.post(url_of(anfrage, angebot), pause).context["pause"].errors.keys() == {"grund"}
    assert not Schliesszeit.objects.exists()


def test_other_reason_is_not_shown(client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot) -> None:
    pause = {"aktion": "pause", "von": "2026-11-23", "bis": "2026-12-06", "grund": "sonstige"}
    client.post(url_of(anfrage, angebot), pause)
    assert Schliesszeit.objects.get().grund == ""


@pytest.mark.parametrize(("bis", "pausen"), [("2027-06-02", 2), ("2027-06-03", 1)])
def test_pauses_together_last_half_a_year_at_most(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, bis: str, pausen: int
) -> None:
    Schliesszeit.objects.create(angebot=angebot, von=date(2026, 1, 1), bis=date(2026, 8, 1))  # over, counts no more
    for von, letzter in (("2026-12-01", "2026-12-30"), ("2027-01-01", bis)):
        client.post(url_of(anfrage, angebot), {"aktion": "pause", "von": von, "bis": letzter})
    assert Schliesszeit.objects.filter(bis__gt=date(2026, 8, 1)).count() == pausen


def test_stimmt_after_an_open_correction_is_refused_kindly(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    client.post(url, build_korrektur(client, url, telefon="030 7654321"))
    response = client.post(url_of(anfrage, angebot), {"aktion": "stimmt"})
    assert "Ihre Änderungen liegen noch bei der Redaktion." in response.content.decode()
    angebot.refresh_from_db()
    assert angebot.geprueft_am == ALT


def test_accepted_correction_with_a_remark_confirms_nothing(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, jetzt: datetime
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    client.post(url, build_korrektur(client, url, telefon="030 7654321", bemerkung="Die Zeiten stimmen nicht."))
    vorschlag = Aenderungsvorschlag.objects.get()
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=create_konto("freigabe", FREIGABE), jetzt=jetzt)
    angebot.refresh_from_db()
    assert (angebot.telefon, angebot.geprueft_am) == ("030 7654321", ALT)


def test_correction_accepted_in_parts_confirms_nothing(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, jetzt: datetime
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    client.post(url, build_korrektur(client, url, telefon="030 7654321", titel="Teerunde"))
    vorschlag, freigabe = Aenderungsvorschlag.objects.get(), create_konto("freigabe", FREIGABE)
    accept_vorschlag(vorschlag_id=vorschlag.pk, konto=freigabe, jetzt=jetzt, namen=["titel"])
    angebot.refresh_from_db()
    assert (angebot.titel, angebot.geprueft_am) == ("Teerunde", ALT)


def test_change_of_somebody_else_meanwhile_is_not_proposed_to_be_undone(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    daten = build_korrektur(client, url, telefon="030 7654321")
    Angebot.objects.update(titel="Teerunde", telefon="030 5555555")
    client.post(url, daten)
    assert Aenderungsvorschlag.objects.get().aenderungen == {"telefon": {"alt": "030 1234567", "neu": "030 7654321"}}


@pytest.mark.parametrize("gesehen", ["", "gefälscht"])
def test_correction_that_does_not_say_what_was_seen_is_refused(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot, gesehen: str
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    response = client.post(url, build_korrektur(client, url, titel="Teerunde", gesehen=gesehen))
    assert "öffnen Sie „Etwas ändern“ noch einmal" in response.content.decode()
    assert not Aenderungsvorschlag.objects.exists()


def test_second_click_makes_no_second_proposal(client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    daten = build_korrektur(client, url, telefon="030 7654321")
    for _mal in range(2):
        assert client.post(url, daten).status_code == HTTPStatus.SEE_OTHER
    client.post(url, daten | {"telefon": "030 5555555"})
    assert Aenderungsvorschlag.objects.count() == 2


def test_refusal_of_a_field_that_is_not_in_the_form_is_said(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    angebot.zeiten.update(intervall_wochen=2, gueltig_von=date(2026, 11, 3))
    url = url_of(anfrage, angebot, ende="aendern/")
    response = client.post(url, build_korrektur(client, url, **{"zeiten-0-monatswochen": ["2"]}))
    assert response.status_code == HTTPStatus.OK
    assert "es lässt sich nicht mit „im Monat“ verbinden" in response.content.decode()


def test_time_replaced_meanwhile_is_refused_with_the_reason(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    daten = build_korrektur(client, url, **{"zeiten-0-beginn": "15"})
    angebot.zeiten.all().delete()
    assert "Die Zeiten wurden gerade von jemand anderem geändert." in client.post(url, daten).content.decode()


def test_time_of_another_offer_is_refused(client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    fremde = ZeitFactory()
    client.post(url, build_korrektur(client, url, **{"zeiten-0-id": str(fremde.pk), "zeiten-0-beginn": "15"}))
    assert not Aenderungsvorschlag.objects.exists()


def test_more_times_than_anybody_has_are_refused(
    client: Client, anfrage: Bestaetigungsanfrage, angebot: Angebot
) -> None:
    url = url_of(anfrage, angebot, ende="aendern/")
    neue = {"zeiten-TOTAL_FORMS": "41"}
    for nummer in range(1, 41):
        neue |= {f"zeiten-{nummer}-art": "regel", f"zeiten-{nummer}-wochentag": "1", f"zeiten-{nummer}-beginn": "10"}
    assert client.post(url, build_korrektur(client, url, **neue)).context["zeiten"].non_form_errors()
    assert not Aenderungsvorschlag.objects.exists()
