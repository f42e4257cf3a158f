"""A walk over every public page that links reach: no cookie, nothing stored, no foreign request, no complaint."""

from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Portal
from tests.browser.seiten import SEITEN

LIST_PAGES = 15  # of the endless combinations of filters


def find_links(page: Page, portal: Portal) -> set[str]:
    links: list[str] = page.eval_on_selector_all("a[href]", "links => links.map(one => one.href)")
    return {urldefrag(link).url for link in links if link.startswith(portal.address + "/")}


def test_crawl_of_all_public_pages_leaves_no_trace(
    page: Page, context: BrowserContext, portal: Portal, complaints: list[str]
) -> None:
    waiting = [portal.address + path for name, path in SEITEN.items() if name != "nicht gefunden"]
    seen: set[str] = set()
    searches = 0
    while waiting:
        address = waiting.pop(0)
        parts = urlsplit(address)
        if address in seen or parts.path.endswith((".ics", ".pdf", ".xml", ".txt")):
            continue
        seen.add(address)
        if parts.query:
            searches += 1
            if searches > LIST_PAGES:
                continue
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert "set-cookie" not in answer.headers, address
        assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0, address
        waiting += sorted(find_links(page, portal) - seen)
    assert context.cookies() == []
    assert complaints == []
    assert {f"{portal.address}/angebote/{slug}/" for slug in portal.angebote} <= seen


def test_search_words_stay_out_of_the_title(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?q=depression&kiez=weissensee")
    assert "depression" not in page.title().lower()
    assert "weißensee" not in page.title().lower()
