from collections.abc import Iterator

import pytest

from angebote.choices import Adressart, Linkergebnis
from angebote.domain.linkpruefung import Adresse, Befund
from angebote.netz.abruf import Abruf
from tests.angebote.netz.webserver import run_webserver

Gesehen = list[tuple[str, str, str | None]]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Gesehen]]:
    with run_webserver() as (basis, gesehen):
        yield basis, gesehen


def check(adresse: str, *, nur_oeffentlich: bool = False) -> Befund:
    abruf = Abruf(kennung="Portal (+http://portal.example)", nur_oeffentlich=nur_oeffentlich, zeitgrenze=0.5)
    return abruf.check(Adresse(adresse, Adressart.WEB))


@pytest.mark.parametrize(
    ("pfad", "ergebnis"),
    [
        ("/200", Linkergebnis.ERREICHBAR),
        ("/nur-get", Linkergebnis.ERREICHBAR),
        ("/endlos", Linkergebnis.ERREICHBAR),
        ("/403", Linkergebnis.ERREICHBAR),
        ("/429", Linkergebnis.ERREICHBAR),
        ("/302/200", Linkergebnis.ERREICHBAR),
        ("/307/200", Linkergebnis.ERREICHBAR),
        ("/301/200", Linkergebnis.UMGEZOGEN),
        ("/308/301/200", Linkergebnis.UMGEZOGEN),
        ("/302/301/200", Linkergebnis.ERREICHBAR),
        ("/404", Linkergebnis.NICHT_GEFUNDEN),
        ("/410", Linkergebnis.NICHT_GEFUNDEN),
        ("/301/404", Linkergebnis.NICHT_GEFUNDEN),
        ("/500", Linkergebnis.GESTOERT),
        ("/503", Linkergebnis.GESTOERT),
        ("/langsam", Linkergebnis.GESTOERT),
        ("/kreis", Linkergebnis.GESTOERT),
        ("/krumm", Linkergebnis.GESTOERT),
        ("/datei", Linkergebnis.UNZULAESSIG),
    ],
)
def test_answer_of_a_server_is_judged(server: tuple[str, Gesehen], pfad: str, ergebnis: Linkergebnis) -> None:
    assert check(server[0] + pfad).ergebnis == ergebnis


def test_permanent_redirects_name_the_last_address(server: tuple[str, Gesehen]) -> None:
    assert check(f"{server[0]}/301/308/neu#zeiten").ziel == f"{server[0]}/neu"
    assert check(f"{server[0]}/302/neu").ziel == ""


def test_server_is_told_who_asks_and_asked_no_more_than_needed(server: tuple[str, Gesehen]) -> None:
    basis, gesehen = server
    gesehen.clear()
    check(f"{basis}/angebote?jahr=2026#heute")
    check(f"{basis}/404")
    kennung = "Portal (+http://portal.example)"
    assert gesehen == [
        ("HEAD", "/angebote?jahr=2026", kennung),
        ("HEAD", "/404", kennung),
        ("GET", "/404", kennung),
    ]


def test_closed_port_is_a_disturbance() -> None:
    with run_webserver() as (basis, _gesehen):
        pass
    assert check(basis).ergebnis == Linkergebnis.GESTOERT


def test_address_in_our_own_network_is_never_asked(server: tuple[str, Gesehen]) -> None:
    basis, gesehen = server
    gesehen.clear()
    assert check(basis, nur_oeffentlich=True).ergebnis == Linkergebnis.UNZULAESSIG
    assert check(basis.replace("127.0.0.1", "localhost"), nur_oeffentlich=True).ergebnis == Linkergebnis.UNZULAESSIG
    assert gesehen == []


@pytest.mark.parametrize(
    "adresse",
    ["ftp://haus.example", "javascript:alert(1)", "http://", "http://anna:geheim@haus.example", "haus.example"],
)
def test_address_that_is_no_plain_web_address_is_not_tried(adresse: str) -> None:
    assert check(adresse).ergebnis == Linkergebnis.UNZULAESSIG


@pytest.mark.parametrize("adresse", ["http://[::1", "http://haus.example:99999999/", "http://\udce4.example"])
def test_address_nobody_can_read_is_a_disturbance_and_no_crash(adresse: str) -> None:
    assert check(adresse).ergebnis == Linkergebnis.GESTOERT


@pytest.mark.parametrize(
    ("adresse", "ergebnis"),
    [
        ("post@localhost", Linkergebnis.ERREICHBAR),
        ("post@gibt-es-nicht.invalid", Linkergebnis.GESTOERT),
        ("post@@haus", Linkergebnis.NICHT_GEFUNDEN),
        ("post", Linkergebnis.NICHT_GEFUNDEN),
    ],
)
def test_mail_address_needs_spelling_and_a_domain(adresse: str, ergebnis: Linkergebnis) -> None:
    assert Abruf(kennung="Portal").check(Adresse(adresse, Adressart.MAIL)).ergebnis == ergebnis
