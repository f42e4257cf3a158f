"""What the Redaktion is shown is what residents get."""

import html
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import Angebot, Stoppwort, Synonymgruppe
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konten import create_konto, login

PROBE = "/admin/angebote/synonymgruppe/probe/"


def create_angebote(*titel: str) -> list[Angebot]:
    ort = OrtFactory(name="Haus", kiez=KiezFactory(name="Karow"))
    angebote = [AngebotFactory(titel=einer, ort=ort) for einer in titel]
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=timezone.localdate())
    return angebote


def read_text(client: Client, q: str) -> str:
    response = client.get(PROBE, {"q": q})
    assert response.status_code == 200
    inhalt = response.content.decode().split('id="content-main"')[1]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inhalt)).split())


@pytest.fixture(autouse=True)
def _ohne_vorgegebene_worte(db: None) -> None:
    Synonymgruppe.objects.all().delete()
    Stoppwort.objects.all().delete()


def test_probe_without_a_word_only_asks_for_one(staff_client: Client):
    create_angebote("Skatrunde")

    for q in ("", "   ", "\0"):
        assert "Skatrunde" not in read_text(staff_client, q)
        assert "gefunden" not in read_text(staff_client, q)


def test_probe_links_each_hit_to_its_page_and_its_form(staff_client: Client):
    skat, _chor = create_angebote("Skatrunde", "Chor")

    seite = staff_client.get(PROBE, {"q": "skatrunde"}).content.decode()

    assert f'<a href="{skat.get_absolute_url()}">Skatrunde</a>' in seite
    assert reverse("admin:angebote_angebot_change", args=[skat.pk]) in seite
    assert "1 Angebot gefunden" in seite
    assert "Mit allen Wörtern" not in seite
    assert "Chor" not in seite


def test_probe_after_midnight_in_berlin_answers_for_the_new_day(
    staff_client: Client, stell_uhr: Callable[[datetime], None]
):
    skat, vorbei = create_angebote("Skatrunde", "Skatabend")
    Angebot.objects.filter(pk=vorbei.pk).update(gueltig_bis=date(2026, 11, 21))
    renew_version()
    stell_uhr(datetime(2026, 11, 21, 23, 30, tzinfo=UTC))

    seite = staff_client.get(PROBE, {"q": "skat"}).content.decode()

    assert skat.get_absolute_url() in seite
    assert vorbei.get_absolute_url() not in seite


def test_probe_parts_hits_for_all_words_from_hits_for_some(staff_client: Client):
    create_angebote("Skatrunde im Garten", "Skatrunde", "Chor")

    text = read_text(staff_client, "Skatrunde Garten")

    assert "2 Angebote gefunden" in text
    assert "Mit allen Wörtern: 1 Skatrunde im Garten Karow" in text
    assert "Nur mit einem Teil der Wörter: 1 Skatrunde Karow" in text


def test_probe_of_a_new_synonym_finds_at_once_what_it_leads_to(staff_client: Client):
    create_angebote("Smartphone-Sprechstunde", "Chor")
    assert "0 Angebote gefunden" in read_text(staff_client, "Handy")

    staff_client.post(reverse("admin:angebote_synonymgruppe_add"), {"worte": "Handy\nSmartphone"})

    assert "1 Angebot gefunden" in read_text(staff_client, "Handy")


def test_probe_tells_words_left_out_synonyms_and_words_nobody_uses(staff_client: Client):
    create_angebote("Smartphone-Sprechstunde")
    Stoppwort.objects.create(wort="für")
    gruppe = Synonymgruppe.objects.create(worte="Handy\nSmartphone\nMobilfunkgerät")

    seite = staff_client.get(PROBE, {"q": "für Handy"}).content.decode()
    text = read_text(staff_client, "für Handy")

    assert "Weggelassen als Füllwort: für" in text
    assert "andere Wörter: Smartphone" in text
    assert "steht in keinem Angebot: Mobilfunkgerät" in text
    assert reverse("admin:angebote_synonymgruppe_change", args=[gruppe.pk]) in seite


def test_probe_with_a_typing_mistake_says_what_was_searched_instead(staff_client: Client):
    create_angebote("Spaziergang")

    text = read_text(staff_client, "Spatziergang")

    assert "1 Angebot gefunden" in text
    assert "So geschrieben findet es nichts. Gesucht wurde: „Spaziergang“" in text


@pytest.mark.parametrize("q", ["x" * 10_000, "' OR 1=1 --", '"a* NEAR(b', "%_\\", "\u202etxet", "<b>fett</b>", "\0a"])
def test_probe_of_hostile_text_answers_with_a_page(q: str, staff_client: Client):
    create_angebote("Skatrunde")

    seite = staff_client.get(PROBE, {"q": q}).content.decode()

    assert "gefunden</h2>" in seite
    assert "<b>fett</b>" not in seite


def test_probe_needs_few_queries_whatever_the_number_of_hits(staff_client: Client, django_assert_max_num_queries):
    create_angebote(*[f"Skatrunde {nummer}" for nummer in range(60)])
    staff_client.get(PROBE, {"q": "skatrunde"})

    with django_assert_max_num_queries(15):
        text = read_text(staff_client, "skatrunde")

    assert "60 Angebote gefunden" in text
    assert "Hier stehen die ersten 50." in text


@pytest.mark.parametrize(("recht", "status"), [(None, 403), ("view_synonymgruppe", 200)])
def test_probe_is_open_to_who_may_see_the_groups(recht: str | None, status: int):
    konto = create_konto("lesen")
    konto.user_permissions.set(Permission.objects.filter(codename=recht))
    skat = create_angebote("Skatrunde")[0]
    client = login(Client(), konto)

    response = client.get(PROBE, {"q": "skatrunde"})

    assert response.status_code == status
    assert reverse("admin:angebote_angebot_change", args=[skat.pk]) not in response.content.decode()
    assert (PROBE in client.get("/admin/").content.decode()) is (status == 200)


def test_probe_is_linked_from_overview_lists_and_forms(staff_client: Client):
    gruppe = Synonymgruppe.objects.create(worte="Handy\nSmartphone")
    adressen = [
        reverse("admin:index"),
        reverse("admin:angebote_synonymgruppe_changelist"),
        reverse("admin:angebote_stoppwort_changelist"),
        reverse("admin:angebote_synonymgruppe_change", args=[gruppe.pk]),
    ]

    assert [adresse for adresse in adressen if PROBE not in staff_client.get(adresse).content.decode()] == []
