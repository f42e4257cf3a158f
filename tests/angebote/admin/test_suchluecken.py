"""No exact number below five anywhere in the admin, and no way around it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from angebote.models import Kategorie, Suchluecke
from pankow_einsamkeit.models import Konto
from tests.factories import KiezFactory
from tests.konten import create_konto, login

LISTE = "/admin/angebote/suchluecke/"
ZELLE = re.compile(r"<t[dh]\b[^>]*>\s*(.*?)\s*</t[dh]>", re.DOTALL)


def create_luecke(anzahl: int, **felder: str) -> Suchluecke:
    return Suchluecke.objects.create(**({"monat": "2026-11"} | felder), anzahl=anzahl)


def read_zellen(client: Client, **parameter: str) -> list[str]:
    response = client.get(LISTE, parameter)
    assert response.status_code == 200
    return ZELLE.findall(response.content.decode())


@pytest.fixture
def _kieze(db: None) -> None:
    KiezFactory(slug="buch", name="Buch")
    KiezFactory(slug="pankow-sued", name="Pankow Süd")


@pytest.mark.usefixtures("_kieze")
def test_liste_names_month_kiez_category_and_time_of_day(staff_client: Client):
    kategorie = Kategorie.objects.order_by("pk").first()
    assert kategorie is not None
    create_luecke(7, kiez="pankow-sued", kategorie=kategorie.slug, tageszeit="abend")
    create_luecke(4, kiez="frueher", kategorie="abgeschafft")
    create_luecke(3)

    zellen = read_zellen(staff_client)

    assert zellen == [
        *["Kiez", "Anzahl"],
        *["Pankow Süd", "7", "frueher", "mindestens 1", "kein Kiez gewählt", "mindestens 1"],
        *["zusammen", "mindestens 9"],
        *["Monat", "Kiez", "Was", "Wann", "Anzahl"],
        *["November 2026", "kein Kiez gewählt", "egal was", "egal wann", "unter 5"],
        *["November 2026", "frueher", "abgeschafft", "egal wann", "unter 5"],
        *["November 2026", "Pankow Süd", kategorie.name.replace("&", "&amp;"), "Abend", "7"],
    ]


@pytest.mark.usefixtures("_kieze")
@pytest.mark.parametrize(
    ("parameter", "anzahlen"),
    [
        ({}, ["5", "6", "8", "9"]),
        ({"monat": "2026-10"}, ["9"]),
        ({"kiez": "buch"}, ["6", "9"]),
        ({"kiez": "-"}, ["5"]),
        ({"monat": "2026-11", "kiez": "buch"}, ["6"]),
        ({"monat": "", "kiez": ""}, ["5", "6", "8", "9"]),
    ],
)
def test_liste_is_filtered_by_month_and_kiez(parameter: dict[str, str], anzahlen: list[str], staff_client: Client):
    create_luecke(5)
    create_luecke(6, kiez="buch")
    create_luecke(8, kiez="pankow-sued")
    create_luecke(9, kiez="buch", monat="2026-10")

    response = staff_client.get(LISTE, parameter)

    assert [str(zeile.anzahl) for zeile in response.context["seite"]] == anzahlen


@pytest.mark.django_db
@pytest.mark.parametrize("parameter", [{"monat": "1999-01"}, {"kiez": "atlantis"}, {"monat": "'; --\x00"}])
def test_liste_filtered_by_something_unknown_says_that_nothing_is_counted(
    parameter: dict[str, str], staff_client: Client
):
    create_luecke(5)

    assert "Dazu ist nichts gezählt." in staff_client.get(LISTE, parameter).content.decode()


@pytest.mark.django_db
def test_liste_without_any_count_says_so(staff_client: Client):
    assert "Bisher ist nichts gezählt." in staff_client.get(LISTE).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("anzahlen", "summe"),
    [
        ([7, 5], "12"),
        ([4], "mindestens 1"),
        ([4, 4], "mindestens 2"),
        ([1, 1], "mindestens 2"),
        ([4, 4, 4, 4, 4], "mindestens 5"),
        ([7, 1], "mindestens 8"),
        ([7, 4], "mindestens 8"),
    ],
)
def test_summe_never_gives_away_a_small_number(anzahlen: list[int], summe: str, staff_client: Client):
    for nummer, anzahl in enumerate(anzahlen):
        create_luecke(anzahl, kiez="buch", kategorie=f"k{nummer}")

    assert read_zellen(staff_client)[2:6] == ["buch", summe, "zusammen", summe]


TRICKS: list[dict[str, Any]] = [
    {"o": "5"},
    {"o": "-5"},
    {"anzahl": "3"},
    {"anzahl__gt": "2"},
    {"anzahl__exact": "3"},
    {"q": "3"},
    {"p": "1"},
    {"all": ""},
    {"_facets": "True"},
    {"_popup": "1"},
    {"e": "1"},
]


@pytest.mark.django_db
@pytest.mark.parametrize("parameter", TRICKS, ids=str)
def test_liste_ignores_every_parameter_of_other_admin_lists(parameter: dict[str, str], staff_client: Client):
    for nummer, anzahl in enumerate([3, 1, 4, 2]):
        create_luecke(anzahl, kategorie=f"k{nummer}")

    assert read_zellen(staff_client, **parameter) == read_zellen(staff_client)


@pytest.mark.django_db
def test_pages_and_actions_of_single_rows_do_not_exist(staff_client: Client):
    luecke = create_luecke(3)

    adressen = [f"{LISTE}{teil}" for teil in ("add/", f"{luecke.pk}/", f"{luecke.pk}/change/")]
    adressen += [f"{LISTE}{luecke.pk}/{teil}/" for teil in ("history", "delete")]
    assert {adresse: staff_client.get(adresse).status_code for adresse in adressen} == dict.fromkeys(adressen, 404)
    for seite in ("add", "change", "history", "delete"):
        with pytest.raises(NoReverseMatch):
            reverse(f"admin:angebote_suchluecke_{seite}", args=[luecke.pk] if seite != "add" else [])
    staff_client.post(LISTE, {"action": "delete_selected", "_selected_action": str(luecke.pk), "post": "yes"})
    assert Suchluecke.objects.get() == luecke


@pytest.mark.django_db
def test_liste_is_open_to_all_staff_and_to_nobody_else():
    create_luecke(3)
    status = {}
    for name, ist_staff in [("ohne-rechte", True), ("besuch", False)]:
        konto = create_konto(name)
        Konto.objects.filter(pk=konto.pk).update(is_staff=ist_staff)
        client = login(Client(), konto)
        status[name] = client.get(LISTE).status_code
        uebersicht = client.get("/admin/").content.decode()
        assert ("Gesucht und nicht gefunden" in uebersicht) is ist_staff
    status["ohne Konto"] = Client().get(LISTE).status_code

    assert status == {"ohne-rechte": 200, "besuch": 403, "ohne Konto": 302}


@pytest.mark.django_db
def test_liste_longer_than_a_page_goes_on_with_the_same_filter(staff_client: Client):
    for nummer in range(201):
        create_luecke(6, kiez="buch", kategorie=f"k{nummer:03}")

    response = staff_client.get(LISTE, {"kiez": "buch", "seite": "2"})

    assert [zeile.kategorie for zeile in response.context["seite"]] == ["k200"]
    assert "?monat=&amp;kiez=buch&amp;seite=1" in response.content.decode()
    assert response.context["gesamt"].mindestens == 1206
