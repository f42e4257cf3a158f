"""What browsers and proxies may keep, and that "not modified" is said exactly as long as nothing can look different."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from angebote.choices import Status, Tageszeit
from angebote.domain.katalogstand import renew_version
from angebote.models import Angebot, Katalogstand, Termin
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.middleware import forbid_storing
from pankow_einsamkeit.models import Seite
from tests.konten import create_konto, login
from tests.pages.urls_table import ANDERE, DRUCKT, NIMMT_ENTGEGEN, SEITEN, Seitentyp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("katalog")]
NIE_GEPRUEFT = {
    # answers of the moment, redirects
    *("gesund", "angebote:standort", "favicon", "angebote:angebot-kurz", "angebote:pruefen-getippt"),
    *DRUCKT,
    *("angebote:merkzettel", "angebote:pruefen", "angebote:pruefung"),  # kept by nobody, see tests/angebote/views/
    *("angebote:melden", "angebote:melden-danke"),
}
GEPRUEFT = [seite for seite in (*SEITEN, *ANDERE) if seite.name not in NIE_GEPRUEFT]
jede_seite = pytest.mark.parametrize("seite", GEPRUEFT, ids=str)
WIE_GESAGT = ("ETag", "Cache-Control", "Vary")


def build_adresse(seite: Seitentyp) -> str:
    return reverse(seite.name, kwargs=seite.kwargs) + (f"?{seite.query}" if seite.query else "")


def read_regeln(antwort: HttpResponse, kopf: str = "Cache-Control") -> set[str]:
    return set(antwort[kopf].split(", "))


@pytest.fixture
def portal(katalog: dict[str, Angebot]) -> dict[str, Angebot]:
    renew_version()
    return katalog


@pytest.fixture
def staff_client(db: None) -> Client:
    return login(Client(), create_konto("redaktion", is_superuser=True))


@jede_seite
@pytest.mark.usefixtures("portal")
def test_page_is_kept_but_asked_about_each_time(client: Client, seite: Seitentyp) -> None:
    antwort = client.get(build_adresse(seite))
    assert antwort["ETag"].startswith('W/"')
    assert read_regeln(antwort) == {"no-cache", "private" if "q=" in seite.query else "public"}
    assert read_regeln(antwort, "Vary") == {"Accept-Encoding", "HX-Request"}


@jede_seite
@pytest.mark.parametrize("kodierung", ["gzip", "identity"])
@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}], ids=["", "htmx"])
@pytest.mark.usefixtures("portal")
def test_unchanged_page_costs_one_query_and_no_body(
    client: Client, django_assert_num_queries: Any, seite: Seitentyp, kodierung: str, htmx: dict[str, str]
) -> None:
    kopf = {"Accept-Encoding": kodierung, **htmx}
    erste = client.get(build_adresse(seite), headers=kopf)
    assert erste.has_header("Content-Encoding") == (
        kodierung == "gzip" and len(client.get(build_adresse(seite)).content) >= 200
    )
    for methode in (client.get, client.head):
        with django_assert_num_queries(1):
            zweite = methode(build_adresse(seite), headers={**kopf, "If-None-Match": f'"x", {erste["ETag"]}'})
        assert (zweite.status_code, zweite.content) == (304, b"")
        assert [zweite[name] for name in WIE_GESAGT] == [erste[name] for name in WIE_GESAGT]


@jede_seite
@pytest.mark.usefixtures("portal")
def test_head_tells_the_same_as_get(client: Client, seite: Seitentyp) -> None:
    get, head = (methode(build_adresse(seite)) for methode in (client.get, client.head))
    assert [head[name] for name in WIE_GESAGT] == [get[name] for name in WIE_GESAGT]


@pytest.mark.parametrize("seite", [*SEITEN, *ANDERE, *NIMMT_ENTGEGEN], ids=str)
@pytest.mark.usefixtures("portal")
def test_nothing_that_staff_see_is_stored(client: Client, staff_client: Client, seite: Seitentyp) -> None:
    etag = client.get(build_adresse(seite)).get("ETag", 'W/"x"')
    antwort = staff_client.get(build_adresse(seite), headers={"If-None-Match": etag})
    assert antwort.status_code in {200, 301, 302}
    assert not antwort.has_header("ETag")
    assert read_regeln(antwort) == {"private", "no-store"}


@pytest.mark.usefixtures("portal")
def test_staff_pages_are_never_stored(client: Client, staff_client: Client) -> None:
    for name in ("index", "jsi18n", "angebote_angebot_changelist", "angebote_angebot_add"):
        antwort = staff_client.get(reverse(f"admin:{name}"))
        assert (antwort.status_code, read_regeln(antwort)) == (200, {"private", "no-store"})
    anmeldung = client.get(reverse("account_login"))
    assert "csrftoken" in anmeldung.cookies
    assert read_regeln(anmeldung) == {"private", "no-store"}


def test_answer_with_a_cookie_is_stored_by_nobody_whatever_its_view_said() -> None:
    def view(request: Any) -> HttpResponse:
        antwort = HttpResponse(headers={"Cache-Control": "public, max-age=60", "ETag": '"x"'})
        antwort.set_cookie("irgendeiner", "1")
        return antwort

    antwort = forbid_storing(view)(RequestFactory().get("/"))
    assert (antwort["Cache-Control"], antwort.has_header("ETag")) == ("private, no-store", False)


@pytest.mark.parametrize(
    ("methode", "adresse", "status"),
    [
        ("get", "/gibt-es-nicht/", 404),
        ("get", "/angebote/gibt-es-nicht/", 404),
        ("get", "/kieze/gibt-es-nicht/", 404),
        ("get", "/angebote/vorbei/", 410),
        ("post", "/angebote/", 405),
        ("get", "/angebote?q=Trauer", 301),
        ("get", "/a/abc234/", 302),
        ("get", "/gesund/", 200),
    ],
)
def test_what_is_no_page_is_stored_by_nobody(
    client: Client, portal: dict[str, Angebot], methode: str, adresse: str, status: int
) -> None:
    Angebot.objects.filter(pk=portal["pause"].pk).update(slug="vorbei", status=Status.ARCHIVIERT)
    antwort = getattr(client, methode)(adresse)
    assert antwort.status_code == status
    assert not antwort.has_header("ETag")
    assert "no-store" in read_regeln(antwort)


@pytest.mark.usefixtures("portal")
def test_broken_page_is_stored_by_nobody() -> None:
    def refuse(*args: Any) -> None:
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        antwort = Client(raise_request_exception=False).get("/angebote/")
    assert (antwort.status_code, antwort["Cache-Control"]) == (500, "private, no-store")


@pytest.mark.parametrize(
    ("query", "wer"),
    [
        ("", "public"),
        ("kiez=weissensee&tag=di&unbekannt=kosten", "public"),
        ("kiez=weissensee&q=Trauer", "private"),
        ("nah=Antonplatz", "private"),
        ("plz=13086", "private"),
        ("%71=Trauer", "private"),
        ("q", "private"),
    ],
)
@pytest.mark.usefixtures("portal")
def test_search_with_own_words_or_whereabouts_is_kept_by_nobody_in_between(
    client: Client, query: str, wer: str
) -> None:
    assert read_regeln(client.get(f"/angebote/?{query}")) == {"no-cache", wer}


def test_page_before_any_mark_is_never_taken_for_unchanged(client: Client, katalog: dict[str, Angebot]) -> None:
    Katalogstand.objects.all().delete()
    antwort = client.get("/", headers={"If-None-Match": "*"})
    assert (antwort.status_code, antwort.has_header("ETag"), read_regeln(antwort)) == (
        200,
        False,
        {"no-cache", "public"},
    )


@pytest.mark.usefixtures("portal")
def test_page_in_development_is_never_taken_for_unchanged(client: Client, settings: Any) -> None:
    settings.DEBUG = True
    assert not client.get("/").has_header("ETag")


@jede_seite
@pytest.mark.usefixtures("portal")
def test_page_is_new_after_an_editor_has_saved_anything(client: Client, staff_client: Client, seite: Seitentyp) -> None:
    etag = client.get(build_adresse(seite))["ETag"]
    impressum = Seite.objects.get(slug="impressum")
    data = {"titel": "Wer wir sind", "text": impressum.text}
    assert staff_client.post(f"/admin/pankow_einsamkeit/seite/{impressum.pk}/change/", data).status_code == 302
    antwort = client.get(build_adresse(seite), headers={"If-None-Match": etag})
    assert antwort.status_code == 200
    assert antwort["ETag"] != etag


@pytest.mark.parametrize("name", ["PORTAL_TELEFON", "UNGEPRUEFTE_ZEIGEN"])
@pytest.mark.usefixtures("portal")
def test_page_is_new_with_another_setting_that_shows(client: Client, settings: Any, name: str) -> None:
    etag = client.get("/")["ETag"]
    setattr(settings, name, "030 1234567" if name == "PORTAL_TELEFON" else not settings.UNGEPRUEFTE_ZEIGEN)
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 200


@jede_seite
def test_page_is_new_after_the_end_of_a_termin_today_and_at_midnight(
    client: Client, portal: dict[str, Angebot], stell_uhr: Callable[[datetime], None], seite: Seitentyp
) -> None:
    heute = timezone.localdate()
    Termin.objects.filter(datum=heute).delete()
    termin = {"datum": heute, "wochentag": heute.weekday(), "tageszeit": Tageszeit.NACHMITTAG}
    Termin.objects.create(angebot=portal["kaffeerunde"], beginn=time(14), ende=time(16), **termin)
    renew_version()

    def read_etag(uhrzeit: time, tage: int = 0) -> str:
        stell_uhr(datetime.combine(heute + timedelta(days=tage), uhrzeit, tzinfo=BERLIN))
        return str(client.get(build_adresse(seite))["ETag"])

    vorher = {read_etag(uhrzeit) for uhrzeit in (time(0), time(14), time(15, 59, 59))}
    nachher = {read_etag(uhrzeit) for uhrzeit in (time(16), time(23, 59, 59))}
    morgen = {read_etag(time(0), tage=1)}
    assert [len(vorher), len(nachher), len(vorher | nachher | morgen)] == [1, 1, 3]


@pytest.mark.usefixtures("portal")
def test_every_address_and_the_part_for_htmx_have_a_mark_of_their_own(client: Client) -> None:
    adressen = ["/angebote/", "/angebote/?kiez=weissensee", "/angebote/?kiez=weissensee&seite=2", "/kieze/"]
    marken = [
        client.get(adresse, headers=kopf)["ETag"] for adresse in adressen for kopf in ({}, {"HX-Request": "true"})
    ]
    assert len(set(marken)) == 2 * len(adressen)
