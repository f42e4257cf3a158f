"""A cooperation request from receipt to closing: each step is refused first, then taken (phases in tests/browser/kooperation).

By the roles Konzept and Datenschutz-Lesen, and by the account that may do everything. axe and 320 px on every page on the way.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.anmeldung import sign_in
from tests.browser.conftest import Portal
from tests.browser.kooperation.abschluss import look_back, post, report
from tests.browser.kooperation.eingang import examine, receive
from tests.browser.kooperation.entfernen import erase
from tests.browser.kooperation.entscheidung import decide, involve, judge
from tests.browser.kooperation.freigabe import release
from tests.browser.kooperation.seite import Weg
from tests.browser.kooperation.vereinbarung import agree


@pytest.fixture(scope="module")
def weg(browser: Browser, portal: Portal, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weg]:
    """The examples hold a request that was refused, to compare with."""
    ordner: Path = tmp_path_factory.mktemp("papiere")
    with ExitStack() as stapel:

        def open_page(konto: str) -> Page:
            context = browser.new_context(
                base_url=portal.address, locale="de-DE", viewport={"width": 1280, "height": 900}
            )
            stapel.callback(context.close)
            page = context.new_page()
            sign_in(page, konto)
            return page

        yield Weg(open_page("konzept"), open_page("datenschutz"), open_page("technik"), ordner)


def test_request_from_receipt_to_closing(weg: Weg) -> None:
    for phase in (receive, examine, involve, judge, decide, agree, erase, release, post, report, look_back):
        phase(weg)
