"""Two directions hold everywhere (docs/architektur.md): between the packages, and between the layers inside one."""

import ast

import pytest

from tests.architecture.quelltext import Modul, find_imports, read_modules

PACKAGE_RANK = {"pankow_einsamkeit": 0, "angebote": 1, "konzept": 2}
ABOVE_ALL = {"pankow_einsamkeit.urls"}  # joins the addresses of all packages
LEAVES = {"choices", "interessen", "lib", "permissions", "rollen", "validators"}
LAYER_RANK = dict.fromkeys(LEAVES, 0) | {"models": 1, "domain": 2, "druck": 3}
INTERFACE_RANK = 4  # everything else: views, admin, importers, commands, forms, template tags …
CLOCK_READERS = {"now", "today", "localdate", "localtime", "utcnow"}


def rank_of(name: str) -> int:
    """0 leaf files and lib, 1 models, 2 domain, 3 documents for paper, 4 everything that talks to people or machines."""
    parts = name.split(".")
    return LAYER_RANK.get(parts[1], INTERFACE_RANK) if len(parts) > 1 else 0


def own_imports(modul: Modul) -> set[str]:
    return {name for name in find_imports(modul) if name.split(".")[0] in PACKAGE_RANK}


@pytest.mark.parametrize("modul", read_modules(), ids=str)
def test_imports_between_packages_never_point_upward(modul: Modul) -> None:
    if modul.name in ABOVE_ALL:
        return
    upward = {name for name in own_imports(modul) if PACKAGE_RANK[name.split(".")[0]] > PACKAGE_RANK[modul.package]}
    assert upward == set()


@pytest.mark.parametrize("modul", [m for m in read_modules() if m.folder in LAYER_RANK], ids=str)
def test_imports_between_layers_never_point_upward(modul: Modul) -> None:
    if modul.package == "pankow_einsamkeit" and modul.folder != "lib":
        return  # the base has one layer above lib
    same_package = {name for name in own_imports(modul) if name.split(".")[0] == modul.package}
    assert {name for name in same_package if rank_of(name) > rank_of(modul.name)} == set()


@pytest.mark.parametrize("modul", [m for m in read_modules() if m.folder == "druck"], ids=str)
def test_documents_for_paper_know_no_page_and_no_request(modul: Modul) -> None:
    forbidden = ("angebote.views", "angebote.templatetags", "angebote.forms", "django.http", "django.shortcuts")
    assert {name for name in find_imports(modul) if name.startswith(forbidden)} == set()


@pytest.mark.parametrize("modul", [m for m in read_modules() if m.name.startswith("pankow_einsamkeit.lib")], ids=str)
def test_lib_stays_free_of_database_requests_and_settings(modul: Modul) -> None:
    forbidden = ("django.db", "django.http", "django.conf", "django.shortcuts", "angebote", "konzept")
    assert {name for name in find_imports(modul) if name.startswith(forbidden)} == set()
    assert {name for name in own_imports(modul) if not name.startswith("pankow_einsamkeit.lib")} == set()


@pytest.mark.parametrize("modul", [m for m in read_modules() if m.folder in {"models", "domain", "lib"}], ids=str)
def test_clock_is_read_by_views_and_commands_only(modul: Modul) -> None:
    """Rules get `heute=` or `jetzt=`, so that tests can name the day."""
    readings = {
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(modul.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK_READERS
        and ast.unparse(node.func.value).split(".")[-1] in {"date", "datetime", "timezone"}
    }
    assert readings == set()


@pytest.mark.parametrize("modul", read_modules(), ids=str)
def test_own_logic_hides_in_no_signal(modul: Modul) -> None:
    assert {name for name in find_imports(modul) if ".signals" in name or name.startswith("django.dispatch")} == set()


@pytest.mark.parametrize("modul", [m for m in read_modules() if m.folder == "models"], ids=str)
def test_models_have_no_rules_in_save(modul: Modul) -> None:
    assert [n.lineno for n in ast.walk(modul.tree) if isinstance(n, ast.FunctionDef) and n.name == "save"] == []
