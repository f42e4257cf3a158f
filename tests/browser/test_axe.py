"""axe-core finds nothing on any type of page: light and dark, phone and desk. It finds about half of all barriers;
the rest is looked at by people (docs/testing.md)."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.architecture.quelltext import BASE_DIR
from tests.browser.seiten import SEITEN

AXE = BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
RUN_AXE = "([type, values]) => axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] })"


def find_violations(page: Page) -> list[str]:
    return _run_axe(page, "tag", LEVELS, at_least=10)


def find_violations_in_the_dark(page: Page) -> list[str]:
    """Of a page looked at by light before: nothing but its colours is another."""
    _switch(page, "dark")
    found = _run_axe(page, "rule", COLOURS, at_least=1)
    _switch(page, "light")
    return found


def _switch(page: Page, scheme: Literal["dark", "light"]) -> None:
    """Colours that fade into each other have arrived when this returns."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("() => document.getAnimations().forEach(one => one.finish())")


def _run_axe(page: Page, art: str, values: list[str], *, at_least: int) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))  # evaluated by the browser's debugger: no gap in the CSP needed
    result: dict[str, list[dict[str, Any]]] = page.evaluate(RUN_AXE, [art, values])
    assert len(result["passes"]) >= at_least, "axe has not looked at the page"
    violations = [(one["id"], node) for one in result["violations"] for node in one["nodes"]]
    return [f"{name}: {node['target']} {node['failureSummary']}" for name, node in violations]


@pytest.mark.parametrize("name", SEITEN)
def test_page_has_no_violation_and_at_320_pixels_never_scrolls_sideways(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(SEITEN[name])
    found = {"320": find_violations(page), "320 dark": find_violations_in_the_dark(page)}
    page.set_viewport_size({"width": 1280, "height": 900})
    found |= {"1280": find_violations(page), "1280 dark": find_violations_in_the_dark(page)}
    assert found == {key: [] for key in found}

    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("() => document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 1280])
def test_list_with_every_filter_opened_has_no_violation(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/angebote/")
    page.evaluate("() => document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert find_violations(page) == []


def test_axe_sees_a_violation(page: Page) -> None:
    """The test of the tests: they could be green because nothing is looked at."""
    page.goto("/")
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert [one.split(":")[0] for one in find_violations(page)] == ["button-name"]


def test_axe_in_the_dark_sees_a_colour_that_holds_by_light_only(page: Page) -> None:
    page.goto("/")
    page.evaluate(
        """() => {
            const text = document.createElement("p");
            text.append("Kaum zu lesen");
            text.style.color = "light-dark(black, #222)";
            text.style.background = "light-dark(white, black)";
            document.querySelector("main").append(text);
        }"""
    )
    assert find_violations(page) == []
    assert [one.split(":")[0] for one in find_violations_in_the_dark(page)] == ["color-contrast"]
