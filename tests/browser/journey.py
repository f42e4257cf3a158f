"""The journey the portal is built for, as steps that run with and without JavaScript."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

WUNSCH = {
    "kiez": "weissensee",
    "kosten": "kostenlos",
    "barrierefrei": "stufenlos",
    "tag": "di",
    "zeit": "nachmittag",
}
BLOECKE = [
    "Was",
    "Wann",
    "Wo",
    "Kosten",
    "Wer kann kommen",
    "So läuft der erste Besuch ab",
    "Kontakt",
    "Barrieren",
    "Zuletzt geprüft",
]


def find_choice(page: Page, group: str, value: str) -> Locator:
    """The checkbox; opens the folded groups it stands in, as a visitor would."""
    inner = page.locator(f"input[name={group}][value={value}]")
    box = page.locator("#suchformular").locator(inner)
    while not box.is_visible():
        page.locator("#suchformular details:not([open])", has=inner).first.locator("> summary").click()
    return box


def label_of(page: Page, box: Locator) -> str:
    return page.locator(f"label[for='{box.get_attribute('id')}']").inner_text()


def choose_everything(page: Page) -> None:
    for group, value in WUNSCH.items():
        box = find_choice(page, group, value)
        assert any(sign.isdigit() for sign in label_of(page, box)), f"no count beside {group}={value}"
        box.check()


def found_ids(page: Page) -> set[int]:
    return {int(one.get_attribute("data-angebot") or 0) for one in page.locator("#angebotsliste [data-angebot]").all()}


def unknown_time_ids(page: Page) -> set[int]:
    return {int(one.get_attribute("data-angebot") or 0) for one in page.locator("#ohne-zeiten [data-angebot]").all()}


def expect_search_in_address(page: Page) -> None:
    assert parse_qs(urlsplit(page.url).query) == {group: [value] for group, value in WUNSCH.items()}


def expect_all_blocks(page: Page) -> None:
    titles = [title.strip() for title in page.locator(".steckbrief h2").all_inner_texts()]
    assert [block for block in BLOECKE if block.casefold() not in {title.casefold() for title in titles}] == []
    expect(page.locator("h1")).to_have_count(1)
