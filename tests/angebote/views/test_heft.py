from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from angebote.views import heft
from tests.angebote.druck.programmkatalog import create_kiez
from tests.pdf import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def katalog(heute: date, jetzt: datetime, stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(jetzt)
    create_kiez(heute)


def test_page_leads_to_every_booklet_and_every_kiez(client: Client) -> None:
    html = client.get("/programm/").content.decode()
    assert "Im Heft stehen 6 Angebote" in html
    for nach in ("kiez", "tag"):
        assert f'href="/programm.pdf?nach={nach}"' in html
        assert f'href="/programm.pdf?nach={nach}&amp;monat=2026-12"' in html
    assert 'href="/kieze/weissensee/woche/"' in html
    assert 'href="/kieze/weissensee/monat/"' in html


def test_page_says_where_the_booklet_ends(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "passen nicht hinein" not in client.get("/programm/").content.decode()
    monkeypatch.setattr(heft, "HOECHSTENS", 5)
    assert (
        "Mehr als 5 passen nicht hinein; das Heft sagt, wie viele fehlen." in client.get("/programm/").content.decode()
    )


@pytest.mark.parametrize(
    ("query", "dateiname", "worte"),
    [
        ("", "programm-pankow-nach-kiez-2026-11-21.pdf", "geordnet nach Kiez"),
        ("nach=tag&monat=2026-12", "programm-pankow-nach-tag-2026-12-01.pdf", "geordnet nach Wochentag"),
        ("nach=x&monat=y", "programm-pankow-nach-kiez-2026-11-21.pdf", "21. November bis 18. Dezember 2026"),
    ],
)
def test_booklet_is_a_pdf_whatever_is_asked(client: Client, query: str, dateiname: str, worte: str) -> None:
    antwort = client.get(f"/programm.pdf?{query}")
    assert antwort["Content-Type"] == "application/pdf"
    assert antwort["Content-Disposition"] == f'inline; filename="{dateiname}"'
    assert worte in read_text(antwort.content)


def test_kieze_page_leads_to_the_booklet(client: Client) -> None:
    assert 'href="/programm/"' in client.get("/kieze/").content.decode()
