"""Every address below /intern/ for every role: who holds the right of its row sees it, and nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from angebote.rollen import RECHTE, list_rechte
from tests.konzept.seiten import SEITEN
from tests.konzept.seiten.typ import Internseite
from tests.pages.markup import parse_markup
from tests.pages.test_rollen import OHNE_ROLLE, ROLLEN
from tests.pages.test_urls_table import iterate_names

pytestmark = pytest.mark.django_db
je_seite = pytest.mark.parametrize("seite", SEITEN, ids=str)


def build_adresse(seite: Internseite) -> str:
    adresse = reverse(seite.name, kwargs=seite.create_kwargs())
    return f"{adresse}?{seite.query}" if seite.query else adresse


def find_rolle(seite: Internseite) -> Callable[[], Client]:
    """Signs in as one that may see it."""
    return ROLLEN[next(rolle for rolle in RECHTE if darf(rolle, seite))]


def darf(rolle: str, seite: Internseite) -> bool:
    return not seite.recht or seite.recht in {f"{app}.{codename}" for app, _modell, codename in list_rechte(rolle)}


def test_table_names_every_address_of_the_section() -> None:
    [intern] = [one for one in get_resolver().url_patterns if getattr(one, "namespace", None) == "konzept"]
    assert {f"konzept:{name}" for name in iterate_names(intern)} == {seite.name for seite in SEITEN}


@je_seite
@pytest.mark.parametrize("rolle", ROLLEN)
def test_role_sees_the_page_exactly_if_it_holds_the_right(seite: Internseite, rolle: str) -> None:
    adresse = build_adresse(seite)
    client = ROLLEN[rolle]()

    status = client.get(adresse).status_code

    assert status == ((405 if seite.nur_post else 200) if darf(rolle, seite) else 403)
    if not darf(rolle, seite):
        assert client.post(adresse).status_code == 403


@je_seite
@pytest.mark.parametrize("wer", OHNE_ROLLE)
def test_without_both_factors_the_address_leads_to_them(seite: Internseite, wer: str) -> None:
    adresse = build_adresse(seite)
    machen, ziel = OHNE_ROLLE[wer]
    client = machen()
    for antwort in (client.get(adresse), client.post(adresse)):
        assert (antwort.status_code, antwort["Location"].split("?")[0]) == (302, ziel)


@pytest.mark.parametrize("seite", [eine for eine in SEITEN if not (eine.nimmt_post or eine.nur_post)], ids=str)
def test_page_that_only_shows_takes_no_form(seite: Internseite) -> None:
    assert find_rolle(seite)().post(build_adresse(seite)).status_code == 405


@pytest.mark.parametrize("seite", [eine for eine in SEITEN if not eine.nur_post], ids=str)
def test_page_is_kept_by_no_cache_and_has_one_heading_of_the_first_level(seite: Internseite) -> None:
    antwort = find_rolle(seite)().get(build_adresse(seite))

    assert "no-store" in antwort["Cache-Control"]
    if antwort["Content-Type"].startswith("text/html"):
        assert len(parse_markup(antwort.content.decode()).find("h1")) == 1
