"""A number that no database holds, in every field of every form of the admin and in every filter of staff pages."""

from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from angebote.models import Stoppwort, Synonymgruppe
from tests.angebote.admin.test_listen import ANLEGEN, MIT_FORMULAR, REGISTRIERT, address_of
from tests.konten import create_konto, login
from tests.konzept.seiten import SEITEN
from tests.konzept.seiten.typ import Internseite
from tests.pages.markup import FELDER, parse_markup
from tests.pages.test_intern import build_adresse

pytestmark = pytest.mark.django_db
ZU_GROSS = "9" * 25
ZAHLEN = (ZU_GROSS, f"-{ZU_GROSS}")
NICHT_AUSFUELLEN = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother", "_saveasnew", "_popup", "_to_field"}
NUR_WORTE = {Stoppwort, Synonymgruppe}  # where a number is a word like any other
je_modell = pytest.mark.parametrize("modell", REGISTRIERT, ids=lambda modell: modell._meta.label)
je_formular = pytest.mark.parametrize("modell", MIT_FORMULAR, ids=lambda modell: modell._meta.label)
je_seite = pytest.mark.parametrize("seite", SEITEN, ids=str)


@pytest.fixture
def client(db: None) -> Client:
    """Answers 500 as the server does, instead of raising."""
    client = Client(raise_request_exception=False)
    return login(client, create_konto("person", is_superuser=True))


def list_felder(html: str) -> set[str]:
    namen = {element.attrs.get("name", "") for element in parse_markup(html).find(*FELDER)}
    return {name for name in namen if name} - NICHT_AUSFUELLEN


def fill(felder: set[str], wert: str, *, bestehende: int) -> dict[str, str]:
    """One row of every inline, with the empty row's names."""
    daten = {name.replace("__prefix__", "0"): wert for name in felder}
    for name in daten:
        if name.endswith("-TOTAL_FORMS"):
            daten[name] = "1"
        if name.endswith("-INITIAL_FORMS"):
            daten[name] = str(bestehende)
    return daten


def list_filter(modell: type[Model], client: Client) -> set[str]:
    """What the links and forms of the list itself send, and the fields that any address may name."""
    verwaltung = admin.site._registry[modell]
    felder = {feld.name for feld in modell._meta.get_fields() if feld.concrete or feld.auto_created}
    wie = {"", "__exact", "__id__exact", "__in", "__id__in"} | ({"__range"} if modell is not Group else set())
    eigene = {f"{name}{eines}" for name in felder for eines in wie}
    tag = verwaltung.date_hierarchy
    tage = {f"{tag}__{teil}" for teil in ("year", "month", "day")} if tag else set()
    html = client.get(address_of(modell, "changelist")).content.decode()
    return eigene | tage | list_felder(html) | {"p", "q", "o", "all", "seite"}


@je_formular
@pytest.mark.parametrize("wert", ZAHLEN)
@pytest.mark.parametrize("bestehende", [0, 1])
def test_form_for_a_new_row_says_what_is_wrong(modell: type[Model], wert: str, bestehende: int, client: Client) -> None:
    adresse = address_of(modell, "add")
    erste = client.get(adresse)
    if erste.status_code == 403:  # nobody adds such a row by hand
        return
    felder = list_felder(erste.content.decode())

    antwort = client.post(adresse, fill(felder, wert, bestehende=bestehende))

    assert antwort.status_code == (302 if modell in NUR_WORTE else 200)
    assert ("errorlist" in antwort.content.decode()) == (modell not in NUR_WORTE)


@je_formular
@pytest.mark.parametrize("wert", ZAHLEN)
@pytest.mark.parametrize("bestehende", [0, 1])
def test_form_of_an_existing_row_says_what_is_wrong(
    modell: type[Model], wert: str, bestehende: int, client: Client
) -> None:
    adresse = address_of(modell, "change", ANLEGEN[modell](1).pk)
    felder = list_felder(client.get(adresse).content.decode())

    antwort = client.post(adresse, fill(felder, wert, bestehende=bestehende))

    assert antwort.status_code in {200, 302, 403}


@je_formular
def test_form_opened_with_such_values_in_its_address_is_shown(modell: type[Model], client: Client) -> None:
    adresse = address_of(modell, "add")
    erste = client.get(adresse)
    if erste.status_code == 403:
        return
    felder = {name for name in list_felder(erste.content.decode()) if "-" not in name}

    assert client.get(f"{adresse}?{urlencode(dict.fromkeys(felder, ZU_GROSS))}").status_code == 200


@je_formular
def test_row_with_such_a_key_is_not_found(modell: type[Model], client: Client) -> None:
    stati = {client.get(address_of(modell, seite, ZU_GROSS)).status_code for seite in ("change", "delete", "history")}
    assert stati <= {302, 403, 404}


@je_modell
def test_list_passes_over_such_a_filter(modell: type[Model], client: Client) -> None:
    ANLEGEN[modell](1)
    adresse = address_of(modell, "changelist")
    stati = {name: client.get(adresse, {name: ZU_GROSS}).status_code for name in list_filter(modell, client)}
    assert {name: status for name, status in stati.items() if status not in {200, 302, 400}} == {}


@je_modell
def test_action_on_such_a_row_does_nothing(modell: type[Model], client: Client) -> None:
    """What is offered is carried out without asking; deleting asks first."""
    ANLEGEN[modell](1)
    adresse = address_of(modell, "changelist")
    aktionen = {
        "delete_selected",
        *(name for name in admin.site._registry[modell].actions or () if isinstance(name, str)),
    }
    vorher = modell._default_manager.count()

    for aktion in aktionen:
        daten = {"action": aktion, "_selected_action": ZU_GROSS, "index": ZU_GROSS}
        assert client.post(adresse, daten).status_code in {200, 302, 403, 405}

    assert modell._default_manager.count() == vorher


@pytest.mark.parametrize("name", ["einlesen", "texthinweise", "wortprobe"])
def test_other_page_of_the_admin_answers(name: str, client: Client) -> None:
    parameter = dict.fromkeys(("ort", "angebot", "gruppe", "seite", "art", "stelle", "q"), ZU_GROSS)
    assert client.get(reverse(f"admin:angebote_{name}"), parameter).status_code in {200, 404, 405}


def test_choice_of_the_admin_answers(client: Client) -> None:
    parameter = {
        "app_label": "konzept",
        "model_name": "massnahme",
        "field_name": "kieze",
        "term": ZU_GROSS,
        "p": ZU_GROSS,
    }
    assert client.get(reverse("admin:autocomplete"), parameter).status_code in {200, 404}


@je_seite
def test_page_of_the_section_passes_over_such_a_filter(seite: Internseite, client: Client) -> None:
    if seite.nur_post:
        return
    adresse = build_adresse(seite).split("?")[0]
    erste = client.get(adresse)
    namen = {"q", "seite", "kiez", "stand", "art", "ab"}
    if "text/html" in erste["Content-Type"]:
        namen |= list_felder(erste.content.decode())

    stati = {name: client.get(adresse, {name: ZU_GROSS}).status_code for name in namen}

    assert {name: status for name, status in stati.items() if status not in {200, 302, 404}} == {}


@je_seite
def test_form_of_the_section_says_what_is_wrong(seite: Internseite, client: Client) -> None:
    if not (seite.nimmt_post or seite.nur_post):
        return
    adresse = build_adresse(seite)
    erste = client.get(adresse)
    felder = list_felder(erste.content.decode()) if erste.status_code == 200 else {"pk", "id", "wunsch"}

    assert client.post(adresse, fill(felder, ZU_GROSS, bestehende=0)).status_code in {200, 302, 400, 404}


@je_seite
def test_entry_of_the_section_with_such_a_key_is_not_found(seite: Internseite, client: Client) -> None:
    kwargs = seite.create_kwargs()
    if not any(isinstance(wert, int) for wert in kwargs.values()):
        return
    adresse = reverse(seite.name, kwargs={name: int(ZU_GROSS) for name in kwargs})
    assert client.get(adresse).status_code in {404, 405}
    assert client.post(adresse).status_code in {404, 405}
