"""Somebody tells what is wrong: from the offer to the number, by keyboard, without JavaScript, with a mistake between."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.katalog_namen import PASST
from tests.browser.test_axe import find_violations

TEXT = "Die Telefonnummer ist falsch."
NUMMER = re.compile(r"[2-9a-z]{2}-[2-9a-z]{4}")


def open_form(page: Page) -> None:
    page.goto(f"/angebote/{PASST}/?id=1")
    page.get_by_role("link", name="Stimmt etwas nicht? Sagen Sie es uns.").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Stimmt etwas nicht?")).to_be_visible()
    expect(page.get_by_role("main").get_by_text("Kaffeerunde")).to_be_visible()


def press_send(page: Page) -> None:
    page.get_by_role("button", name="Absenden").focus()
    page.keyboard.press("Enter")


def expect_thanks(page: Page) -> None:
    expect(page.get_by_role("heading", level=1, name="Danke für Ihre Meldung")).to_be_visible()
    number = page.locator(".meldenummer").inner_text()
    assert NUMMER.fullmatch(number)
    assert f"/melden/danke/{number}/" in page.url
    assert TEXT not in page.content()


def test_report_by_keyboard_with_a_mistake_keeps_the_text_and_ends_with_a_number(
    page: Page, complaints: list[str]
) -> None:
    open_form(page)
    page.get_by_label("Was stimmt nicht?").focus()
    page.keyboard.type(TEXT)
    page.keyboard.press("Tab")
    page.keyboard.type("nirgends@")
    press_send(page)
    expect(page.locator("#meldefehler")).to_be_focused()
    expect(page.get_by_label("Was stimmt nicht?")).to_have_value(TEXT)
    expect(page.get_by_label("Wohin dürfen wir antworten?")).to_have_value("nirgends@")
    assert find_violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link of the error leads into its field
    expect(page.get_by_label("Wohin dürfen wir antworten?")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("leserin@example.org")
    page.wait_for_timeout(3000)  # nobody may be faster
    press_send(page)
    expect_thanks(page)
    assert find_violations(page) == []
    assert page.context.cookies() == []


@pytest.mark.browser_context_args(java_script_enabled=False, viewport={"width": 320, "height": 640})
def test_report_without_script_on_a_phone_sent_too_fast_loses_nothing(page: Page) -> None:
    open_form(page)
    page.get_by_label("Was stimmt nicht?").fill(TEXT + " Ohne Skript.")
    page.get_by_role("button", name="Absenden").click()
    page.wait_for_timeout(3500)
    if page.locator("#meldefehler").count():
        expect(page.get_by_label("Was stimmt nicht?")).to_have_value(TEXT + " Ohne Skript.")
        page.get_by_role("button", name="Absenden").click()
    expect_thanks(page)


def test_trap_is_reached_by_no_key_and_seen_by_nobody(page: Page) -> None:
    page.goto("/melden/")
    expect(page.locator("#betreff")).to_be_hidden()
    page.locator("#art-angabe").focus()
    reached = []
    for _step in range(6):
        reached.append(page.evaluate("() => document.activeElement.id"))
        page.keyboard.press("Tab")
    assert reached[:3] == ["art-angabe", "text", "antwort-an"]
    assert "betreff" not in reached


def test_accessibility_statement_leads_to_the_form_with_the_barrier_chosen(page: Page) -> None:
    page.goto("/barrierefreiheit/")
    page.get_by_role("main").get_by_role("link", name="Barriere melden").click()
    expect(page.get_by_label("Eine Barriere auf dieser Website")).to_be_checked()
