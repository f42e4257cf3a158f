"""Everything by keyboard: the skip link, the filters, the offer; focus is always seen and never trapped."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seiten import SEITEN

# The calendar button inside a date field is not ours to style: the browser draws its own ring around it.
FOCUS_IS_SEEN = """() => {
    if (document.activeElement.type === 'date' && !document.activeElement.matches(':focus-visible')) return true;
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
}"""
# WCAG 2.4.11, and a little more: not even in part.
FOCUS_IS_COVERED = """() => {
    const schluss = document.querySelector('.filter__schluss');
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    return !schluss.contains(one) && box.bottom > schluss.getBoundingClientRect().top && box.top < innerHeight
        && document.getElementById('filter').contains(one);
}"""
DESCRIBE_FOCUS = """() => {
    const one = document.activeElement;
    return one === document.body ? '' : one.outerHTML.slice(0, 120);
}"""


def test_skip_link_comes_first_and_leads_to_the_content(page: Page) -> None:
    page.goto("/angebote/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhalt")).to_be_focused()


@pytest.mark.parametrize("name", ["start", "liste", "angebot", "fachkräfte mit Treffern", "krise"])
def test_focus_walks_through_the_page_and_is_always_seen(page: Page, name: str) -> None:
    page.goto(SEITEN[name])
    unseen, walked = [], []
    for _step in range(400):
        page.keyboard.press("Tab")
        focus: str = page.evaluate(DESCRIBE_FOCUS)
        if not focus or focus in walked[:1]:
            break
        walked.append(focus)
        if not page.evaluate(FOCUS_IS_SEEN):
            unseen.append(focus)
    else:
        pytest.fail("focus never leaves the page")
    assert len(walked) > 10
    assert unseen == []


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 640})
def test_button_that_stays_in_sight_below_the_open_filter_covers_no_focus(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # judged where the scrolling ends
    page.goto("/angebote/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.locator("#f-q").focus()
    expect(page.locator("#f-zeigen")).not_to_be_in_viewport()
    covered, walked = [], 0
    while page.evaluate("document.activeElement.id") != "f-zeigen":
        page.keyboard.press("Tab")
        walked += 1
        assert walked < 200
        if page.evaluate(FOCUS_IS_COVERED):
            covered.append(page.evaluate(DESCRIBE_FOCUS))
    assert walked > 20
    assert covered == []
    page.locator("#filter input[name=kosten]").first.scroll_into_view_if_needed()
    expect(page.locator("#f-zeigen")).to_be_in_viewport(ratio=1)


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_offer_is_found_and_opened_by_keyboard(page: Page) -> None:
    page.goto("/angebote/?kosten=kostenlos&tag=di&zeit=nachmittag")
    box = page.locator("#suchformular input[name=kiez][value=weissensee]")
    inner = page.locator("input[name=kiez][value=weissensee]")
    for summary in page.locator("#suchformular details:not([open])", has=inner).locator("> summary").all():
        summary.focus()
        page.keyboard.press("Enter")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url(lambda url: "kiez=weissensee" in url)
    page.get_by_role("link", name="Kaffeerunde", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kaffeerunde")


@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})
def test_links_and_buttons_are_large_enough_for_a_thumb(page: Page) -> None:
    """44 px where a control stands alone; links inside sentences are exempt (WCAG 2.5.8)."""
    page.goto("/angebote/")
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, .kern-btn, nav a, input[type=search], select')]
            .filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)
            .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert small == []


@pytest.mark.parametrize("width", [360, 1280])
def test_leaving_the_place_goes_on_to_the_next_control_and_stays_there(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/angebote/")
    page.get_by_label("Nah bei").press_sequentially("Antonplatz")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Mein Standort")).to_be_focused()
    expect(page.locator("#naehe")).to_be_visible()
    page.wait_for_timeout(300)
    expect(page.get_by_role("button", name="Mein Standort")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#filter > summary")).to_be_focused()


def test_one_very_long_place_leaves_the_page_as_wide_as_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"/angebote/?nah={'a' * 170}")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
