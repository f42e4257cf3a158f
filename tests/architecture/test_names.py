"""Names are ASCII (umlauts live in labels), and a file is named after its subject."""

import ast
import re

import pytest

from tests.architecture.quelltext import BASE_DIR, Modul, read_modules

DRAWERS = {"utils", "util", "helpers", "common", "misc", "services"}
MARKUP = re.compile(r"</?(a|b|br|div|em|h[1-6]|img|li|ol|p|small|span|strong|table|td|th|tr|ul)\b[^<]*>")


@pytest.mark.parametrize("modul", read_modules(), ids=str)
def test_identifiers_are_ascii(modul: Modul) -> None:
    names = set()
    for node in ast.walk(modul.tree):
        for field in ("id", "name", "attr", "arg", "asname"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                names.add(value)
    assert {name for name in names if not name.isascii()} == set()


@pytest.mark.parametrize("modul", read_modules(), ids=str)
def test_files_are_ascii_and_no_drawers(modul: Modul) -> None:
    path = str(modul.path.relative_to(BASE_DIR))
    assert path.isascii()
    assert DRAWERS.isdisjoint(modul.name.split("."))


@pytest.mark.parametrize("modul", [m for m in read_modules() if m.folder != "migrations"], ids=str)
def test_markup_lives_in_templates_only(modul: Modul) -> None:
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(modul.tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    found = {
        node.value
        for node in ast.walk(modul.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and MARKUP.search(node.value)
    }
    assert found == set()
