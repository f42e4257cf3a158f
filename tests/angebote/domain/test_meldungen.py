"""A report: when it is due, which steps it can take, and that nothing of it is left."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Meldungsart, Meldungsstatus
from angebote.domain.meldungen import (
    UEBERGAENGE,
    Eingang,
    OhneErgebnisError,
    Schritt,
    UebergangError,
    build_fristsatz,
    close_meldung,
    compute_frist,
    delete_alte_meldungen,
    reopen_meldung,
    submit_meldung,
    take_meldung,
)
from angebote.models import Meldung, Meldungszaehler
from angebote.models.angebot import KURZ_ID_ALPHABET
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory, MeldungFactory

pytestmark = pytest.mark.django_db
EINGANG = Eingang(art=Meldungsart.ANGABE, text="Die Nummer ist falsch.", seite="/angebote/chor/")


@pytest.fixture
def konto(db: None) -> Konto:
    return Konto.objects.create_user("redaktion")


def create_meldung(status: str) -> Meldung:
    erledigt = {"erledigt_am": date(2026, 11, 25), "ergebnis": "geändert"} if status == "erledigt" else {}
    return MeldungFactory(status=status, **erledigt)


def take_step(schritt: Schritt, meldung: Meldung, *, konto: Konto, heute: date) -> Meldung:
    if schritt == Schritt.UEBERNEHMEN:
        return take_meldung(meldung=meldung, konto=konto)
    if schritt == Schritt.ERLEDIGEN:
        return close_meldung(meldung=meldung, ergebnis="geändert", konto=konto, heute=heute)
    return reopen_meldung(meldung=meldung)


def test_submit_stores_what_was_written_and_when_it_is_due(jetzt: datetime) -> None:
    angebot = AngebotFactory()
    eingang = Eingang(Meldungsart.SONSTIGES, "Es fehlt etwas.", "a@example.org", "/angebote/x/", angebot)
    meldung = submit_meldung(eingang, adresse="192.0.2.1", jetzt=jetzt)
    assert Meldung.objects.values().get() == {
        "id": meldung.pk,
        "kennung": meldung.kennung,
        "art": "sonstiges",
        "text": "Es fehlt etwas.",
        "antwort_an": "a@example.org",
        "seite": "/angebote/x/",
        "angebot_id": angebot.pk,
        "status": "offen",
        "eingegangen_am": date(2026, 11, 21),
        "faellig_am": date(2026, 11, 28),
        "erledigt_am": None,
        "ergebnis": "",
        "zustaendig_id": None,
    }
    assert (len(meldung.kennung), meldung.kennung[2]) == (7, "-")
    assert set(meldung.kennung) <= {*KURZ_ID_ALPHABET, "-"}


def test_submit_of_the_same_text_again_is_the_same_report(jetzt: datetime) -> None:
    erste = submit_meldung(EINGANG, adresse="", jetzt=jetzt)
    assert submit_meldung(EINGANG, adresse="", jetzt=jetzt + timedelta(hours=1)) == erste
    assert Meldung.objects.count() == 1


@pytest.mark.parametrize(
    ("feld", "wert"),
    [("text", "Anderes stimmt nicht."), ("seite", "/"), ("antwort_an", "030 123456"), ("art", "barriere")],
)
def test_submit_of_anything_else_is_another_report(feld: str, wert: str, jetzt: datetime) -> None:
    erste = submit_meldung(EINGANG, adresse="", jetzt=jetzt)
    andere: dict[str, Any] = {**vars(EINGANG), feld: wert}
    assert submit_meldung(Eingang(**andere), adresse="", jetzt=jetzt) != erste


def test_submit_of_the_same_text_after_it_was_settled_or_on_another_day_is_another_report(
    konto: Konto, jetzt: datetime, heute: date
) -> None:
    erste = submit_meldung(EINGANG, adresse="", jetzt=jetzt)
    am_naechsten_tag = submit_meldung(EINGANG, adresse="", jetzt=jetzt + timedelta(days=1))
    close_meldung(meldung=erste, ergebnis="geändert", konto=konto, heute=heute)
    danach = submit_meldung(EINGANG, adresse="", jetzt=jetzt)
    assert len({erste.pk, am_naechsten_tag.pk, danach.pk}) == 3


@pytest.mark.parametrize(
    ("art", "eingang", "frist"),
    [
        (Meldungsart.ANGABE, date(2026, 11, 21), date(2026, 11, 28)),
        (Meldungsart.SONSTIGES, date(2026, 12, 28), date(2027, 1, 4)),
        (Meldungsart.BARRIERE, date(2026, 11, 21), date(2026, 12, 21)),
        (Meldungsart.BARRIERE, date(2027, 1, 31), date(2027, 2, 28)),
        (Meldungsart.BARRIERE, date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_frist_is_a_week_and_for_barriers_one_calendar_month(art: Meldungsart, eingang: date, frist: date) -> None:
    assert compute_frist(art, eingegangen_am=eingang) == frist


@given(eingang=st.dates(date(2026, 1, 1), date(2080, 1, 1)))
def test_frist_for_barriers_is_in_the_next_month_and_never_later_than_31_days(eingang: date) -> None:
    frist = compute_frist(Meldungsart.BARRIERE, eingegangen_am=eingang)
    assert (frist.year * 12 + frist.month) - (eingang.year * 12 + eingang.month) == 1
    assert 28 <= (frist - eingang).days <= 31


def test_frist_of_ordinary_reports_is_a_setting(settings: Any) -> None:
    settings.MELDUNG_FRIST_TAGE = 3
    assert compute_frist(Meldungsart.ANGABE, eingegangen_am=date(2026, 11, 21)) == date(2026, 11, 24)


@pytest.mark.parametrize("schritt", Schritt)
@pytest.mark.parametrize("status", Meldungsstatus)
def test_step_leads_where_the_table_says_and_nowhere_else(
    status: Meldungsstatus, schritt: Schritt, konto: Konto, heute: date
) -> None:
    meldung = create_meldung(status)
    if ziel := UEBERGAENGE.get((status, schritt)):
        take_step(schritt, meldung, konto=konto, heute=heute)
        meldung.refresh_from_db()
        assert meldung.status == ziel
        return
    vorher = Meldung.objects.values().get()
    with pytest.raises(UebergangError, match=f"Die Meldung {meldung.kennung} ist {status.label}."):
        take_step(schritt, meldung, konto=konto, heute=heute)
    assert Meldung.objects.values().get() == vorher


def test_take_names_who_does_it_and_a_colleague_can_take_over(konto: Konto) -> None:
    meldung = take_meldung(meldung=MeldungFactory(), konto=konto)
    assert meldung.zustaendig == konto
    andere = Konto.objects.create_user("vertretung")
    assert take_meldung(meldung=meldung, konto=andere).zustaendig == andere


def test_close_keeps_day_and_note_and_who_had_taken_it(konto: Konto, heute: date) -> None:
    andere = Konto.objects.create_user("vertretung")
    genommene = take_meldung(meldung=MeldungFactory(), konto=konto)
    meldung = close_meldung(meldung=genommene, ergebnis=" Nummer geändert \n", konto=andere, heute=heute)
    assert (meldung.erledigt_am, meldung.ergebnis, meldung.zustaendig) == (heute, "Nummer geändert", konto)
    assert close_meldung(meldung=MeldungFactory(), ergebnis="x", konto=andere, heute=heute).zustaendig == andere


def test_close_without_a_note_is_refused_and_changes_nothing(konto: Konto, heute: date) -> None:
    meldung = MeldungFactory()
    with pytest.raises(OhneErgebnisError):
        close_meldung(meldung=meldung, ergebnis=" \n", konto=konto, heute=heute)
    assert Meldung.objects.get().status == Meldungsstatus.OFFEN


def test_reopen_frees_the_report_and_keeps_note_and_due_date(konto: Konto, heute: date) -> None:
    erledigte = close_meldung(meldung=MeldungFactory(), ergebnis="geändert", konto=konto, heute=heute)
    meldung = reopen_meldung(meldung=erledigte)
    assert (meldung.erledigt_am, meldung.zustaendig, meldung.ergebnis) == (None, None, "geändert")
    assert meldung.faellig_am == date(2026, 11, 28)


def test_delete_takes_what_was_settled_long_enough_ago_and_old_counters(settings: Any, jetzt: datetime) -> None:
    settings.MELDUNG_LOESCHEN_TAGE = 90
    heute = jetzt.date()
    am = {"status": "erledigt", "ergebnis": "x", "eingegangen_am": date(2026, 1, 1), "faellig_am": date(2026, 1, 8)}
    MeldungFactory(erledigt_am=heute - timedelta(days=90), **am)
    junge = MeldungFactory(erledigt_am=heute - timedelta(days=89), **am)
    offene = MeldungFactory(eingegangen_am=date(2020, 1, 1))
    Meldungszaehler.objects.create(stunde=jetzt - timedelta(hours=2), schluessel="alt")
    neuer = Meldungszaehler.objects.create(stunde=jetzt, schluessel="neu")
    assert delete_alte_meldungen(heute=heute, jetzt=jetzt) == 1
    assert set(Meldung.objects.all()) == {junge, offene}
    assert set(Meldungszaehler.objects.all()) == {neuer}


def test_scopes_name_open_overdue_and_due_reports(heute: date) -> None:
    gestern, morgen = heute - timedelta(days=1), heute + timedelta(days=1)
    eingang = {"eingegangen_am": date(2026, 11, 1)}
    alte = MeldungFactory(faellig_am=gestern, status="in-bearbeitung", **eingang)
    heutige = MeldungFactory(faellig_am=heute, **eingang)
    kommende = MeldungFactory(faellig_am=morgen, **eingang)
    erledigte = MeldungFactory(faellig_am=gestern, status="erledigt", ergebnis="x", erledigt_am=heute, **eingang)
    assert set(Meldung.objects.offene()) == {alte, heutige, kommende}
    assert set(Meldung.objects.ueberfaellig(heute)) == {alte}
    assert set(Meldung.objects.faellig_bis(heute)) == {alte, heutige}
    assert list(Meldung.objects.all()) == [alte, heutige, kommende, erledigte]


@pytest.mark.parametrize(
    ("tage", "satz"),
    [
        (-2, "überfällig seit 2 Tagen"),
        (-1, "überfällig seit 1 Tag"),
        (0, "heute fällig"),
        (1, "fällig in 1 Tag"),
        (31, "fällig in 31 Tagen"),
    ],
)
def test_fristsatz_says_how_urgent_it_is(tage: int, satz: str, heute: date) -> None:
    assert build_fristsatz(MeldungFactory.build(faellig_am=heute + timedelta(days=tage)), heute=heute) == satz


def test_fristsatz_of_a_settled_report_names_the_day(heute: date) -> None:
    assert build_fristsatz(MeldungFactory.build(erledigt_am=heute), heute=heute) == "erledigt am 21. November 2026"
