"""Which tasks somebody has: only their own kinds, none that is done, the urgent ones first, in one query."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from angebote.domain.aufgaben import ARTEN, count_aufgaben, list_arten, list_rechte
from angebote.models import Anfrageposten, Bestaetigungsanfrage, Importbezug, Krisenhilfe, Schliesszeit
from angebote.rollen import RECHTE
from angebote.rollen import list_rechte as list_rollenrechte
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Seite
from tests.factories import UNGEPRUEFT, AngebotFactory, MeldungFactory, OrtFactory

pytestmark = pytest.mark.django_db
ESKALIERT = ("gesendet_am", "erinnert_am", "eskaliert_am")


def count(heute: date, *rechte: str) -> dict[str, int]:
    """By the filter of the list."""
    aufgaben = count_aufgaben(rechte or list_rechte(), heute=heute)
    return {f"{aufgabe.art.modell}?{aufgabe.art.query}": aufgabe.anzahl for aufgabe in aufgaben}


def test_nothing_to_do_gives_no_tasks(heute: date) -> None:
    assert count(heute) == {}


def test_no_permission_gives_no_tasks_and_no_query(heute: date, django_assert_num_queries: Any) -> None:
    MeldungFactory()
    with django_assert_num_queries(0):
        assert count_aufgaben(set(), heute=heute) == []


def test_all_kinds_are_counted_in_one_query(heute: date, django_assert_num_queries: Any) -> None:
    MeldungFactory()
    with django_assert_num_queries(1):
        count_aufgaben(list_rechte(), heute=heute)


def test_only_kinds_of_the_permissions_are_counted(heute: date) -> None:
    MeldungFactory()
    AngebotFactory(status="in-pruefung")
    assert count(heute, "angebote.change_meldung") == {"meldung?frist=offen": 1}
    assert count(heute, "angebote.publish_angebot") == {"angebot?status__exact=in-pruefung": 1}


def test_kind_with_two_permissions_needs_both() -> None:
    beide = {"angebote.view_linkpruefung", "angebote.change_angebot"}
    modelle = [{art.modell for art in list_arten(rechte)} for rechte in ({"angebote.view_linkpruefung"}, beide)]
    assert modelle == [set(), {"angebot", "linkpruefung"}]


def test_urgent_kinds_come_first(heute: date) -> None:
    AngebotFactory(status="in-pruefung")
    MeldungFactory(faellig_am=heute)
    AngebotFactory(geprueft_am=heute - timedelta(days=400))
    aufgaben = count_aufgaben(list_rechte(), heute=heute)
    dringende = [aufgabe.art.ist_dringend for aufgabe in aufgaben]
    assert dringende[:3] == [True, True, False]
    assert dringende == sorted(dringende, reverse=True)


@pytest.mark.parametrize(
    ("tage", "erwartet"),
    [(-1, {"frist=heute", "frist=offen"}), (0, {"frist=heute", "frist=offen"}), (1, {"frist=offen"})],
)
def test_report_is_urgent_from_its_last_day_on(heute: date, tage: int, erwartet: set[str]) -> None:
    MeldungFactory(eingegangen_am=heute - timedelta(days=9), faellig_am=heute + timedelta(days=tage))
    assert set(count(heute)) == {f"meldung?{query}" for query in erwartet}


@pytest.mark.parametrize(("tage", "anzahl"), [(None, 1), (61, 1), (60, 0), (0, 0)])
def test_help_line_is_due_after_60_days_or_when_never_checked(heute: date, tage: int | None, anzahl: int) -> None:
    geprueft_am = None if tage is None else heute - timedelta(days=tage)
    Krisenhilfe.objects.create(name="Hilfe", geprueft_am=geprueft_am)
    Krisenhilfe.objects.create(name="Verborgen", ist_sichtbar=False)
    assert sum(count(heute).values()) == anzahl


@pytest.mark.parametrize(("tage", "anzahl"), [(-1, 0), (0, 1), (7, 1), (8, 0)])
def test_closing_period_is_told_in_its_last_week(heute: date, tage: int, anzahl: int) -> None:
    ort = OrtFactory()
    Schliesszeit.objects.create(ort=ort, von=heute - timedelta(days=30), bis=heute + timedelta(days=tage))
    assert count(heute).get("ort?schliesst=endet", 0) == anzahl


@pytest.mark.parametrize(
    ("geprueft_am", "anzahl"),
    [(None, 1), (date(2025, 12, 20), 1), (date(2025, 12, 21), 1), (date(2025, 12, 22), 0), (date(2026, 11, 21), 0)],
)
def test_accessibility_statement_is_a_task_after_eleven_months(
    heute: date, geprueft_am: date | None, anzahl: int
) -> None:
    Seite.objects.filter(slug="impressum").update(ist_platzhalter=False)
    Seite.objects.filter(slug="barrierefreiheit").update(ist_platzhalter=False, geprueft_am=geprueft_am)
    assert sum(count(heute).values()) == anzahl
    assert count(heute).get("seite?pruefung=faellig", 0) == anzahl


def test_accessibility_statement_that_is_still_to_be_written_is_no_task(heute: date) -> None:
    assert Seite.objects.get(slug="barrierefreiheit").ist_platzhalter
    assert count(heute) == {}


def test_place_with_two_closing_periods_is_one_task(heute: date) -> None:
    ort = OrtFactory()
    for tage in (1, 5):
        Schliesszeit.objects.create(ort=ort, von=heute, bis=heute + timedelta(days=tage))
    assert count(heute) == {"ort?schliesst=endet": 1}


@pytest.mark.parametrize(
    ("felder", "anzahl"),
    [
        ({}, 1),
        (UNGEPRUEFT, 1),
        ({"geprueft_am": date(2026, 11, 20)}, 1),
        ({"geprueft_am": date(2026, 11, 21)}, 0),
        ({"status": "pausiert"}, 0),
    ],
)
@pytest.mark.parametrize("art", ["anrufen", "unzustellbar"])
def test_provider_is_a_task_until_the_offer_is_checked_or_gone(
    jetzt: datetime, art: str, felder: dict[str, Any], anzahl: int
) -> None:
    stand = {"unzustellbar_am": jetzt} if art == "unzustellbar" else dict.fromkeys(ESKALIERT, jetzt)
    anfrage = Bestaetigungsanfrage.objects.create(empfaenger="team@example.org", angelegt_am=jetzt, **stand)
    Anfrageposten.objects.create(anfrage=anfrage, angebot=AngebotFactory(email="team@example.org", **felder))
    assert count(jetzt.date()).get(f"bestaetigungsanfrage?antwort={art}", 0) == anzahl


def test_mail_of_the_first_minutes_of_a_day_is_dated_in_berlin() -> None:
    """In UTC it is still the day before, and a check of that day would seem to come after the mail."""
    nachts = datetime(2026, 11, 21, 0, 30, tzinfo=BERLIN)
    anfrage = Bestaetigungsanfrage.objects.create(
        empfaenger="a@example.org", angelegt_am=nachts, unzustellbar_am=nachts
    )
    Anfrageposten.objects.create(anfrage=anfrage, angebot=AngebotFactory(geprueft_am=date(2026, 11, 20)))
    assert count(nachts.date())["bestaetigungsanfrage?antwort=unzustellbar"] == 1


def test_every_kind_is_somebodys() -> None:
    """And its permissions are spelled as in the table of the roles."""
    rollen = [{f"{app}.{codename}" for app, _modell, codename in list_rollenrechte(rolle)} for rolle in RECHTE]
    ohne = [art.query for art in ARTEN if not any(set(art.rechte) <= rechte for rechte in rollen)]
    assert ohne == []


def test_who_only_looks_has_no_tasks() -> None:
    for rolle in ("Konzept", "Datenschutz-Lesen", "Verwaltung"):
        rechte = {f"{app}.{codename}" for app, _modell, codename in list_rollenrechte(rolle)}
        assert list_arten(rechte) == []


@pytest.mark.parametrize(
    ("felder", "anzahl"),
    [
        (UNGEPRUEFT, 1),
        ({"status": "entwurf", **UNGEPRUEFT}, 1),
        ({"status": "archiviert"}, 0),
        ({"geprueft_am": date(2026, 11, 20)}, 1),
        ({"geprueft_am": date(2026, 11, 21)}, 0),
    ],
)
def test_offer_its_source_does_not_name_is_a_task_until_it_is_checked_archived_or_named_again(
    felder: dict[str, Any], anzahl: int
) -> None:
    nachts = datetime(2026, 11, 21, 0, 30, tzinfo=BERLIN)  # in UTC still the day before
    angebot = AngebotFactory(**felder)
    for schluessel in ("A-1", "A-2"):
        Importbezug.objects.create(
            angebot=angebot,
            quelle="Liste",
            schluessel=schluessel,
            zuletzt_gesehen_am=nachts - timedelta(days=9),
            verschwunden_am=nachts,
        )
    assert count(nachts.date()).get("angebot?quelle=verschwunden", 0) == anzahl
    Importbezug.objects.update(verschwunden_am=None)
    assert "angebot?quelle=verschwunden" not in count(nachts.date())
