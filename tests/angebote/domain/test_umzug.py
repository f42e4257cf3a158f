from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from angebote.choices import Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.umzug import Station, Umzug, build_umzugssaetze, find_umzug, ist_umzug, load_umzuege
from angebote.models import Angebot, Fassung, Kosten, Ort, Zugangsweg
from tests.factories import AngebotFactory, OrtFactory

ALT = {"name": "Haus", "strasse": "Berliner Allee", "hausnummer": "12", "plz": "13088", "ortsname": "Berlin"}
NEU = {**ALT, "strasse": "Parkstraße", "hausnummer": "3", "plz": "13187"}
UMZUG = Umzug(date(2026, 11, 3), "Berliner Allee 12, 13088 Berlin", "Parkstraße 3, 13187 Berlin")


@pytest.mark.parametrize(
    "felder",
    [
        {"strasse": "Parkstraße"},
        {"hausnummer": "14"},
        {"plz": "13187"},
        {"strasse": "Berliner Allee 2"},  # a street with a number of its own
        {"strasse": "Parkstraße", "hausnummer": ""},
    ],
)
def test_another_house_is_a_move(felder: dict[str, str]) -> None:
    assert ist_umzug(ALT, {**ALT, **felder})
    assert ist_umzug({**ALT, **felder}, ALT)


@pytest.mark.parametrize(
    "felder",
    [
        {},
        {"name": "Neues Haus"},
        {"strasse": "berliner allee"},
        {"strasse": "Berliner-Allee"},
        {"strasse": "Berliner Alle"},
        {"strasse": "Berlinre Allee"},
        {"hausnummer": "12 A"},
        {"hausnummer": "12-14"},
        {"hausnummer": ""},
        {"plz": ""},
        {"strasse": "", "hausnummer": "", "plz": ""},
        {"ortsname": "Berlin-Weißensee"},
    ],
)
def test_what_is_corrected_or_becomes_known_is_no_move(felder: dict[str, str]) -> None:
    assert not ist_umzug(ALT, {**ALT, **felder})
    assert not ist_umzug({**ALT, **felder}, ALT)


@pytest.mark.parametrize(("alte", "neue"), [(None, ALT), (ALT, None), (None, None), ({}, ALT)])
def test_place_that_is_not_known_has_not_moved(alte: Any, neue: Any) -> None:
    assert not ist_umzug(alte, neue)


def test_numbered_streets_are_no_spelling_of_each_other() -> None:
    assert ist_umzug({**ALT, "strasse": "Straße 43"}, {**ALT, "strasse": "Straße 46"})


def build_stationen(*anschriften: tuple[int, dict[str, str]]) -> list[Station]:
    """Each by the days before 3 November 2026, noon."""
    mittag = datetime.fromisoformat("2026-11-03T12:00:00+01:00")
    return [Station(mittag - timedelta(days=tage), anschrift) for tage, anschrift in anschriften]


def test_move_tells_old_and_new_address_and_since_when() -> None:
    assert find_umzug(build_stationen((300, ALT), (0, NEU))) == UMZUG
    assert build_umzugssaetze(UMZUG) == (
        "Umgezogen, bei uns eingetragen am 3. November 2026.",
        "Früher: Berliner Allee 12, 13088 Berlin.",
    )


def test_day_of_the_move_is_the_day_in_berlin() -> None:
    stationen = [*build_stationen((300, ALT)), Station(datetime.fromisoformat("2026-11-02T23:30:00+00:00"), NEU)]
    assert find_umzug(stationen) == UMZUG


@pytest.mark.parametrize(
    "stationen",
    [
        [(300, ALT), (90, {**ALT, "name": "Neuer Name"}), (0, NEU)],
        [(300, ALT), (0, NEU), (-2, {**NEU, "name": "Neuer Name"})],
        [(300, ALT), (60, {}), (0, NEU)],
        [(300, ALT), (60, {**NEU, "strasse": "Ringweg"}), (0, NEU)],
        [(300, NEU), (60, ALT), (0, NEU)],
    ],
    ids=["other change before", "other change after", "unknown between", "two moves", "came back"],
)
def test_move_is_from_the_oldest_other_address_to_the_newest(stationen: list[tuple[int, dict[str, str]]]) -> None:
    assert find_umzug(build_stationen(*stationen)) == UMZUG


@pytest.mark.parametrize(
    "stationen",
    [
        [],
        [(300, ALT)],
        [(300, ALT), (0, ALT)],
        [(300, {}), (0, NEU)],
        [(300, ALT), (0, {})],
        [(300, ALT), (0.9, NEU), (0, ALT)],
        [(0.9, ALT), (0, NEU)],
        [(0.9, ALT), (0.5, {**ALT, "name": "Neuer Name"}), (0, NEU)],
    ],
    ids=["nothing", "one", "same", "became known", "no longer known", "undone", "slip", "slip with other change"],
)
def test_no_move_is_told(stationen: list[tuple[float, dict[str, str]]]) -> None:
    assert find_umzug(build_stationen(*stationen)) is None  # type: ignore[arg-type]


@pytest.fixture
def move(heute: date) -> Callable[..., Angebot]:
    """An offer that has stood in the catalogue for a year and moved this many days ago."""

    def build(*, tage: int, **felder: Any) -> Angebot:
        angebot = AngebotFactory(ort=OrtFactory(**ALT | {"name": f"Haus {Ort.objects.count()}"}), **felder)
        refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
        date_newest(angebot, heute - timedelta(days=365))
        Ort.objects.filter(pk=angebot.ort.pk).update(**{feld: NEU[feld] for feld in ("strasse", "hausnummer", "plz")})
        refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
        date_newest(angebot, heute - timedelta(days=tage))
        return angebot

    return build


def date_newest(angebot: Angebot, tag: date) -> None:
    neueste = angebot.fassungen.order_by("pk").last()
    moment = datetime.fromisoformat(f"{tag}T12:00:00+01:00")
    Fassung.objects.filter(pk=neueste.pk).update(created_at=moment)


@pytest.mark.django_db
@pytest.mark.parametrize(("tage", "gefunden"), [(18, True), (80, True), (100, False)])
def test_move_is_told_for_three_months(
    move: Callable[..., Angebot], jetzt: datetime, tage: int, gefunden: bool
) -> None:
    angebot = move(tage=tage)
    bleibt = AngebotFactory(ort=OrtFactory(strasse="Parkstraße", hausnummer="3"))
    refresh_angebote(angebot_ids=[bleibt.pk], heute=jetzt.date())
    assert set(load_umzuege([angebot, bleibt], jetzt=jetzt)) == ({angebot.pk} if gefunden else set())


@pytest.mark.django_db
def test_move_stays_told_after_other_facts_have_changed(move: Callable[..., Angebot], jetzt: datetime) -> None:
    angebot = move(tage=18)
    Kosten.objects.create(angebot=angebot, art="kostenlos")
    refresh_angebote(angebot_ids=[angebot.pk], heute=jetzt.date())
    assert angebot.fassungen.count() == 3
    assert load_umzuege([angebot], jetzt=jetzt) == {angebot.pk: UMZUG}


@pytest.mark.django_db
def test_offer_without_way_has_not_moved(move: Callable[..., Angebot], jetzt: datetime) -> None:
    angebot = move(tage=18)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    assert load_umzuege([angebot], jetzt=jetzt) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("anzahl", [1, 3])
def test_moves_need_one_query(
    move: Callable[..., Angebot], jetzt: datetime, anzahl: int, django_assert_num_queries: Any
) -> None:
    pks = [move(tage=18).pk for _nummer in range(anzahl)]
    angebote = list(Angebot.objects.filter(pk__in=pks).prefetch_related("zugangswege"))
    with django_assert_num_queries(1):
        assert len(load_umzuege(angebote, jetzt=jetzt)) == anzahl
