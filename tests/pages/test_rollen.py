"""Every address of the admin for every role: what angebote/rollen.py says, and nothing else."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from angebote.admin.gebiet import NurLesen
from angebote.domain.rollen import grant_rollen
from angebote.models import Angebot, Suchluecke
from angebote.rollen import DATENSCHUTZ, FREIGABE, KONZEPT, NUR_SUPERUSER, RECHTE, REDAKTION, VERWALTUNG, list_rechte
from pankow_einsamkeit.anmeldung.kontenverwaltung import NurLesenUndLoeschen
from tests.angebote.admin.test_listen import ANLEGEN
from tests.konten import create_konto, login
from tests.konzept.anlegen import OHNE_NEU

pytestmark = pytest.mark.django_db
SEITEN = ("changelist", "add", "change", "delete", "history")
ANMELDEN, EINRICHTEN = "/konto/anmelden/", "/konto/zweiter-faktor/"
Person = Callable[[], Client]


def sign_in(*rollen: str, is_superuser: bool = False, mit_faktor: bool = True) -> Client:
    konto = create_konto("person", *rollen, is_superuser=is_superuser, mit_faktor=mit_faktor)
    return login(Client(), konto, mit_faktor=mit_faktor)


ROLLEN: dict[str, Person] = {rolle: partial(sign_in, rolle) for rolle in RECHTE}
OHNE_ROLLE: dict[str, tuple[Person, str]] = {
    "Besuch": (Client, ANMELDEN),
    "ohne zweiten Faktor": (partial(sign_in, *RECHTE, mit_faktor=False), EINRICHTEN),
    "Superuser ohne zweiten Faktor": (partial(sign_in, is_superuser=True, mit_faktor=False), EINRICHTEN),
}
MODELLE = sorted(admin.site._registry, key=lambda modell: modell._meta.label_lower)
je_modell = pytest.mark.parametrize("modell", MODELLE, ids=lambda modell: modell._meta.label_lower)


def list_adressen(modell: type[Model], eintrag: Model) -> dict[str, str]:
    """By kind of page. Counts are only read as a list."""
    name = f"admin:{modell._meta.app_label}_{modell._meta.model_name}"
    seiten = ("changelist",) if modell is Suchluecke else SEITEN
    adressen = {
        seite: reverse(f"{name}_{seite}", args=[] if seite in {"changelist", "add"} else [eintrag.pk])
        for seite in seiten
    }
    if getattr(admin.site._registry[modell], "kann_wiederherstellen", False):
        stand = modell.verlauf.filter(id=eintrag.pk).first().history_date  # type: ignore[attr-defined]
        adressen["zurueck"] = (
            f"{reverse(f'{name}_zurueck', args=[eintrag.pk])}?{urlencode({'stand': stand.isoformat()})}"
        )
    return adressen


def expect_status(rolle: str, modell: type[Model], seite: str) -> int:
    meta = modell._meta
    rechte = RECHTE[rolle].get(meta.app_label, {}).get(str(meta.model_name), "").split()
    if modell is Suchluecke:  # for everyone who works here
        return 200
    if modell is Angebot and seite == "delete" and "change" in rechte:
        return 302  # what was public stays, and the page says why
    if modell in OHNE_NEU and seite == "add":  # begun on pages of their own, or never
        return 403
    noetig = {"add": "add", "delete": "delete", "zurueck": "change"}
    if seite in noetig:
        return 200 if noetig[seite] in rechte else 403
    return 200 if {"view", "change"} & set(rechte) else 403


@je_modell
@pytest.mark.parametrize("rolle", ROLLEN)
def test_role_sees_exactly_what_the_table_gives(modell: type[Model], rolle: str) -> None:
    eintrag = ANLEGEN[modell](1)
    client = ROLLEN[rolle]()
    adressen = list_adressen(modell, eintrag)

    status = {seite: client.get(adresse).status_code for seite, adresse in adressen.items()}

    assert status == {seite: expect_status(rolle, modell, seite) for seite in adressen}


@je_modell
@pytest.mark.parametrize("wer", OHNE_ROLLE)
def test_without_both_factors_every_address_leads_to_them(modell: type[Model], wer: str) -> None:
    eintrag = ANLEGEN[modell](1)
    machen, ziel = OHNE_ROLLE[wer]
    client = machen()
    for adresse in list_adressen(modell, eintrag).values():
        for antwort in (client.get(adresse), client.post(adresse)):
            assert (antwort.status_code, antwort["Location"].split("?")[0]) == (302, ziel)


def iterate_admin_names(patterns: list[URLPattern | URLResolver]) -> list[str]:
    namen = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            namen += iterate_admin_names(pattern.url_patterns)
        elif pattern.name and not pattern.pattern.converters:
            namen.append(pattern.name)
    return namen


def test_every_other_address_of_the_admin_is_judged_here_too() -> None:
    [verwaltung] = [one for one in get_resolver().url_patterns if getattr(one, "namespace", None) == "admin"]
    eigene = {f"{modell._meta.app_label}_{modell._meta.model_name}" for modell in MODELLE}
    namen = set(iterate_admin_names(verwaltung.url_patterns))
    uebrige = {name for name in namen if name.rsplit("_", 1)[0] not in eigene}
    assert uebrige == {*FUER_ALLE, *NACH_RECHT, "app_list", "login", "logout", "password_change"}


FUER_ALLE = ("index", "autocomplete", "jsi18n", "password_change_done")
NACH_RECHT = {
    "angebote_wortprobe": "angebote.view_synonymgruppe",
    "angebote_texthinweise": "angebote.change_angebot",
    "angebote_einlesen": "angebote.import_importbezug",
    "angebote_einlesen_spalten": "angebote.import_importbezug",
}


@pytest.mark.parametrize("name", [*FUER_ALLE, *NACH_RECHT])
@pytest.mark.parametrize("wer", OHNE_ROLLE)
def test_other_addresses_lead_to_both_factors(name: str, wer: str) -> None:
    machen, ziel = OHNE_ROLLE[wer]
    antwort = machen().get(reverse(f"admin:{name}"))
    assert (antwort.status_code, antwort["Location"].split("?")[0]) == (302, ziel)


@pytest.mark.parametrize("rolle", ROLLEN)
def test_other_addresses_open_by_right(rolle: str) -> None:
    client = ROLLEN[rolle]()
    for name, recht in NACH_RECHT.items():
        darf = recht in {f"{app}.{codename}" for app, _modell, codename in list_rechte(rolle)}
        assert client.get(reverse(f"admin:{name}")).status_code == (200 if darf else 403)
    assert client.get(reverse("admin:index")).status_code == 200
    for app in ("angebote", "konzept", "pankow_einsamkeit", "auth", "mfa", "socialaccount", "admin"):
        status = client.get(reverse("admin:app_list", args=[app])).status_code
        assert status == (200 if app in RECHTE[rolle] else 404), app


def test_every_registered_model_has_a_decision() -> None:
    entschieden = {f"{app}.{modell}" for rolle in RECHTE for app, modell, _codename in list_rechte(rolle)}
    registriert = {modell._meta.label_lower for modell in MODELLE}
    assert registriert - entschieden == NUR_SUPERUSER
    assert entschieden & NUR_SUPERUSER == set()


def test_table_names_only_what_is_there() -> None:
    for rolle in RECHTE:
        for app, modell, codename in list_rechte(rolle):
            meta = apps.get_model(app, modell)._meta
            eigene = {name for name, _titel in meta.permissions}
            assert codename in {f"{recht}_{modell}" for recht in meta.default_permissions} | eigene, (rolle, codename)


def test_table_gives_no_right_that_the_admin_refuses_to_everybody() -> None:
    for rolle in RECHTE:
        for modell in MODELLE:
            if isinstance(admin.site._registry[modell], NurLesen | NurLesenUndLoeschen):
                rechte = RECHTE[rolle].get(modell._meta.app_label, {}).get(str(modell._meta.model_name), "").split()
                assert {"add", "change"} & set(rechte) == set(), (rolle, modell)


def read_rechte(rolle: str) -> set[tuple[str, str, str]]:
    felder = ("content_type__app_label", "content_type__model", "codename")
    return set(Group.objects.get(name=rolle).permissions.values_list(*felder))


def test_migrations_have_written_the_table_into_the_database() -> None:
    """Fails where the table was changed without a migration that calls grant_rollen."""
    assert {rolle: read_rechte(rolle) for rolle in RECHTE} == {rolle: list_rechte(rolle) for rolle in RECHTE}


def test_granting_again_takes_away_what_somebody_has_added_and_leaves_other_groups_alone() -> None:
    alle = Group.objects.get(name=REDAKTION).permissions.model.objects.all()
    Group.objects.get(name=REDAKTION).permissions.set(alle)
    Group.objects.get(name=FREIGABE).delete()
    fremd = Group.objects.create(name="Ehemalige")
    fremd.permissions.set(alle[:3])

    grant_rollen(apps=apps)

    assert read_rechte(REDAKTION) == list_rechte(REDAKTION)
    assert read_rechte(FREIGABE) == list_rechte(FREIGABE)
    assert fremd.permissions.count() == 3


@pytest.mark.parametrize("rolle", RECHTE)
@pytest.mark.parametrize("modell", ["angebot", "ort", "traeger", "krisenhilfe", "konto", "seite", "logentry"])
def test_no_role_deletes_what_others_rely_on(rolle: str, modell: str) -> None:
    assert f"delete_{modell}" not in {codename for _app, _modell, codename in list_rechte(rolle)}


def test_only_freigabe_publishes_and_only_verwaltung_looks_after_accounts() -> None:
    def find(*codenames: str) -> set[str]:
        return {rolle for rolle in RECHTE if {name for _a, _m, name in list_rechte(rolle)} & set(codenames)}

    assert find("publish_angebot") == {FREIGABE}
    assert find("add_konto", "change_konto", "delete_authenticator", "delete_socialaccount") == {VERWALTUNG}
    assert find("view_konto", "view_logentry") == {VERWALTUNG, DATENSCHUTZ}
    assert find("add_group", "change_group", "delete_group", "change_permission") == set()


def test_roles_that_only_look_have_no_other_right() -> None:
    andere = {name for _app, _modell, name in list_rechte(DATENSCHUTZ) if not name.startswith("view_")}
    # Its own word about a request, and erasing a file that should not be there: see the tests below.
    assert andere == {"vote_kooperationsanfrage", "add_dokumentloeschung"}
    assert {name.split("_")[0] for app, _modell, name in list_rechte(KONZEPT) if app != "konzept"} == {"view"}


def test_only_konzept_works_on_the_concept() -> None:
    schreibende = {
        rolle
        for rolle in RECHTE
        for app, modell, name in list_rechte(rolle)
        if app == "konzept" and modell != "dokumentloeschung" and not name.startswith(("view_", "vote_", "release_"))
    }
    assert schreibende == {KONZEPT}


def test_second_pair_of_eyes_for_reports_is_konzept_or_freigabe() -> None:
    freigebende = {rolle for rolle in RECHTE if ("konzept", "bericht", "release_bericht") in list_rechte(rolle)}
    assert freigebende == {KONZEPT, FREIGABE}


def test_file_of_a_request_is_erased_by_two_roles_and_its_trace_by_none() -> None:
    rechte = {
        rolle: {name for _a, modell, name in list_rechte(rolle) if modell == "dokumentloeschung"} for rolle in RECHTE
    }
    erwartet = {KONZEPT: {"add_dokumentloeschung"}, DATENSCHUTZ: {"add_dokumentloeschung"}}
    assert {rolle: namen for rolle, namen in rechte.items() if namen} == erwartet


def test_only_the_datenschutz_votes_and_releases_for_itself() -> None:
    recht = ("konzept", "kooperationsanfrage", "vote_kooperationsanfrage")
    assert {rolle for rolle in RECHTE if recht in list_rechte(rolle)} == {DATENSCHUTZ}
