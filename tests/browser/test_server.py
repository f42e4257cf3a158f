"""What only the real server can answer: limits that lie before Django."""

from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests.browser.conftest import Portal


@pytest.mark.parametrize("zeichen", ["a", "ü", "😀"])
def test_server_very_long_search_answers_with_a_page(portal: Portal, zeichen: str) -> None:
    with urlopen(f"{portal.address}/angebote/?q={quote(zeichen * 10_000)}&kiez=weissensee", timeout=20) as answer:
        assert answer.status == 200
        assert "war sehr lang" in answer.read().decode()
