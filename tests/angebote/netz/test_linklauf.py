import time
from threading import Event, Lock

import pytest

from angebote.choices import Adressart, Linkergebnis
from angebote.domain.linkpruefung import Adresse, Befund
from angebote.netz import linklauf
from angebote.netz.linklauf import run_links

GUT = Befund(Linkergebnis.ERREICHBAR, "gut")


def web(*texte: str) -> list[Adresse]:
    return [Adresse(text, Adressart.WEB) for text in texte]


def test_every_address_is_tried_once() -> None:
    adressen = web(*(f"http://haus{nummer % 5}.example/{nummer}" for nummer in range(40)))
    ergebnisse = list(run_links(adressen, lambda _adresse: GUT, sekunden=10, arbeiter=3, pause=0))
    assert sorted(adresse for adresse, _befund in ergebnisse) == sorted(adressen)


def test_one_host_is_never_asked_twice_at_once_and_gets_a_pause() -> None:
    zeiten: list[float] = []

    def note(_adresse: Adresse) -> Befund:
        zeiten.append(time.monotonic())
        return GUT

    list(run_links(web("http://a.example/1", "http://A.example/2"), note, sekunden=10, arbeiter=4, pause=0.2))
    assert zeiten[1] - zeiten[0] >= 0.2


def test_few_work_at_a_time() -> None:
    gleichzeitig, hoechstens, schloss = 0, 0, Lock()

    def note(_adresse: Adresse) -> Befund:
        nonlocal gleichzeitig, hoechstens
        with schloss:
            gleichzeitig += 1
            hoechstens = max(hoechstens, gleichzeitig)
        time.sleep(0.05)
        with schloss:
            gleichzeitig -= 1
        return GUT

    list(run_links(web(*(f"http://h{n}.example" for n in range(12))), note, sekunden=10, arbeiter=3, pause=0))
    assert hoechstens == 3


def test_run_ends_when_its_time_is_up_and_keeps_what_it_has() -> None:
    nie = Event()

    def hang(adresse: Adresse) -> Befund:
        if "haengt" in adresse.text:
            nie.wait(30)
        return GUT

    beginn = time.monotonic()
    ergebnisse = list(
        run_links(web("http://gut.example", "http://haengt.example"), hang, sekunden=0.5, arbeiter=2, pause=0)
    )
    assert time.monotonic() - beginn < 5
    assert [adresse.text for adresse, _befund in ergebnisse] == ["http://gut.example"]
    nie.set()


def test_address_that_hangs_is_given_up_and_the_next_one_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linklauf, "SEKUNDEN_JE_ADRESSE", 0.2)
    nie = Event()

    def hang(adresse: Adresse) -> Befund:
        if "haengt" in adresse.text:
            nie.wait(30)
        return GUT

    ergebnisse = dict(
        run_links(web("http://haengt.example", "http://z.example"), hang, sekunden=10, arbeiter=1, pause=0)
    )
    assert {adresse.text: befund.ergebnis for adresse, befund in ergebnisse.items()} == {
        "http://haengt.example": Linkergebnis.GESTOERT,
        "http://z.example": Linkergebnis.ERREICHBAR,
    }
    nie.set()


def test_address_that_breaks_a_library_does_not_end_the_run() -> None:
    def break_down(adresse: Adresse) -> Befund:
        raise RuntimeError(adresse.text)

    ((_adresse, befund),) = run_links(web("http://a.example"), break_down, sekunden=10, arbeiter=1, pause=0)
    assert befund.ergebnis == Linkergebnis.GESTOERT
