"""axe-core finds nothing on any type of page: light and dark, phone and desk. It finds about half of all barriers;
the rest is looked at by people (docs/testing.md)."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.architecture.quelltext import BASE_DIR
from tests.browser.conftest import Portal
from tests.browser.seiten import SEITEN

AXE = BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = "rules => axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })"


def find_violations(page: Page) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))  # evaluated by the browser's debugger: no gap in the CSP needed
    result: dict[str, list[dict[str, Any]]] = page.evaluate(RUN_AXE, RULES)
    assert len(result["passes"]) > 10, "axe has not looked at the page"
    violations = [(one["id"], node) for one in result["violations"] for node in one["nodes"]]
    return [f"{name}: {node['target']} {node['failureSummary']}" for name, node in violations]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", SEITEN)
def test_page_has_no_violation(browser: Browser, portal: Portal, name: str, width: int, scheme: Any) -> None:
    page = browser.new_page(
        base_url=portal.address, viewport={"width": width, "height": 900}, color_scheme=scheme, locale="de-DE"
    )
    page.goto(SEITEN[name])
    assert find_violations(page) == []
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_list_with_every_filter_opened_has_no_violation(browser: Browser, portal: Portal, width: int) -> None:
    page = browser.new_page(base_url=portal.address, viewport={"width": width, "height": 900})
    page.goto("/angebote/")
    page.evaluate("() => document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert find_violations(page) == []
    page.close()


@pytest.mark.parametrize("name", SEITEN)
def test_page_at_320_pixels_never_scrolls_sideways(browser: Browser, portal: Portal, name: str) -> None:
    page = browser.new_page(base_url=portal.address, viewport={"width": 320, "height": 640})
    page.goto(SEITEN[name])
    page.evaluate("() => document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    page.close()


def test_axe_sees_a_violation(page: Page) -> None:
    """The test of the tests: they could be green because nothing is looked at."""
    page.goto("/")
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert [one.split(":")[0] for one in find_violations(page)] == ["button-name"]
