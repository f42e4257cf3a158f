"""The life of a report: every pair of states, every refusal, and that nobody's writing is lost."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import product
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from konzept.choices import Berichtsstatus, Komponentenart
from konzept.domain.berichte import (
    GRUND_HOECHSTENS,
    BerichtError,
    GrundFehltError,
    InzwischenGeaendertError,
    NichtMehrEntwurfError,
    RechtFehltError,
    UebergangFehltError,
    ZuZweitError,
    discard_bericht,
    explain_nur_zu_zweit,
    freeze_bericht,
    release_bericht,
    save_texte,
)
from konzept.domain.berichtstexte import Texte, read_textfelder
from konzept.domain.verortung import load_kiezbestand
from konzept.domain.zwischenstaende import VeraltetError
from konzept.models import Bericht, Drucksache
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory, KiezFactory
from tests.konten import create_konto
from tests.konzept.berichtskatalog import create_vollen, refresh_mengen
from tests.konzept.factories import MassnahmeFactory, ZustaendigkeitFactory
from tests.konzept.factories_bericht import (
    JETZT,
    create_eingefrorenen,
    create_entwurf,
    create_fertigen,
    create_freigegebenen,
    fill_pflichten,
    get_freigebende,
    get_schreibende,
)
from tests.konzept.factories_massnahmen import IndikatorwertFactory

pytestmark = pytest.mark.django_db
SCHRITTE: dict[Berichtsstatus, Callable[[int, Konto], Bericht]] = {
    Berichtsstatus.EINGEFROREN: lambda pk, konto: freeze_bericht(
        bericht_id=pk, fassung=Bericht.objects.get(pk=pk).fassung, konto=konto, jetzt=JETZT
    ),
    Berichtsstatus.FREIGEGEBEN: lambda pk, konto: release_bericht(bericht_id=pk, konto=konto, jetzt=JETZT),
    Berichtsstatus.VERWORFEN: lambda pk, konto: discard_bericht(bericht_id=pk, konto=konto, grund="Zahl falsch"),
}
ERLAUBT = {
    (Berichtsstatus.ENTWURF, Berichtsstatus.EINGEFROREN),
    (Berichtsstatus.ENTWURF, Berichtsstatus.VERWORFEN),
    (Berichtsstatus.EINGEFROREN, Berichtsstatus.FREIGEGEBEN),
    (Berichtsstatus.EINGEFROREN, Berichtsstatus.VERWORFEN),
}
WEGE = {
    Berichtsstatus.ENTWURF: (),
    Berichtsstatus.EINGEFROREN: (Berichtsstatus.EINGEFROREN,),
    Berichtsstatus.FREIGEGEBEN: (Berichtsstatus.EINGEFROREN, Berichtsstatus.FREIGEGEBEN),
    Berichtsstatus.VERWORFEN: (Berichtsstatus.VERWORFEN,),
}


def get_gehende(nach: Berichtsstatus) -> Konto:
    return get_freigebende() if nach == Berichtsstatus.FREIGEGEBEN else get_schreibende()


def create_in(status: Berichtsstatus) -> Bericht:
    bericht = create_fertigen()
    for schritt in WEGE[status]:
        SCHRITTE[schritt](bericht.pk, get_gehende(schritt))
    bericht.refresh_from_db()
    return bericht


def build_texte(**anders: str) -> Texte:
    je_komponente = {
        art.value: dict.fromkeys(("getan", "nicht_umgesetzt", "alternativen"), "") for art in Komponentenart
    }
    je_komponente[Komponentenart.PRAEVENTION]["getan"] = anders.get("getan", "Ein Treffpunkt.")
    return Texte(anders.get("einleitung", "Am Anfang."), anders.get("ausblick", "Am Ende."), je_komponente)


@pytest.mark.parametrize(("von", "nach"), list(product(Berichtsstatus, SCHRITTE)))
def test_every_pair_of_states_is_taken_or_refused(von: Berichtsstatus, nach: Berichtsstatus) -> None:
    bericht = create_in(von)
    if (von, nach) in ERLAUBT:
        assert SCHRITTE[nach](bericht.pk, get_gehende(nach)).status == nach
        return
    with pytest.raises(UebergangFehltError) as fehler:
        SCHRITTE[nach](bericht.pk, get_gehende(nach))
    assert fehler.value.messages == [f"Von „{von.label}“ nach „{nach.label}“ führt kein Weg."]
    bericht.refresh_from_db()
    assert bericht.status == von


@pytest.mark.parametrize("nach", SCHRITTE)
def test_step_without_the_right_is_refused(nach: Berichtsstatus) -> None:
    bericht = create_in(Berichtsstatus.ENTWURF if nach != Berichtsstatus.FREIGEGEBEN else Berichtsstatus.EINGEFROREN)
    with pytest.raises(RechtFehltError):
        SCHRITTE[nach](bericht.pk, create_konto("liest", "Redaktion"))


def test_beginning_and_writing_without_the_right_is_refused() -> None:
    bericht, liest = create_entwurf(), create_konto("liest", "Redaktion")
    with pytest.raises(RechtFehltError):
        save_texte(bericht_id=bericht.pk, texte=build_texte(), konto=liest)
    with pytest.raises(RechtFehltError):
        create_entwurf(konto=liest)
    assert Bericht.objects.count() == 1


@pytest.mark.parametrize(
    ("grund", "meldung"),
    [
        (" \n ", "Bitte einen Grund angeben; er steht später beim Bericht."),
        ("x" * (GRUND_HOECHSTENS + 1), "Der Grund darf höchstens 300 Zeichen haben."),
    ],
)
def test_discarding_needs_a_reason_that_fits(grund: str, meldung: str) -> None:
    bericht = create_entwurf()
    with pytest.raises(GrundFehltError) as fehler:
        discard_bericht(bericht_id=bericht.pk, konto=get_schreibende(), grund=grund)
    assert fehler.value.message_dict == {"grund": [meldung]}


def test_freezing_keeps_day_person_and_content() -> None:
    spaet = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # half past midnight in Berlin
    bericht = create_eingefrorenen(jetzt=spaet)
    assert (bericht.stichtag, bericht.eingefroren_am, bericht.eingefroren_von) == (
        date(2026, 11, 22),
        spaet,
        get_schreibende(),
    )
    assert bericht.abbild is not None
    assert set(bericht.abbild) == {
        *("form", "stichtag", "art", "drucksache", "konzept", "berichtigt", "texte", "stand", "zahlen"),
        *("vergleich", "dokument"),
    }


def test_history_names_who_did_what_and_why() -> None:
    bericht = create_in(Berichtsstatus.EINGEFROREN)
    discard_bericht(bericht_id=bericht.pk, konto=get_schreibende(), grund="Zahl falsch")
    zeilen = bericht.verlauf.order_by("history_id").values_list("history_change_reason", "history_user__username")
    assert list(zeilen) == [
        ("Bericht begonnen", "schreibt"),
        ("eingefroren", "schreibt"),
        ("Zahl falsch", "schreibt"),
    ]


def test_texts_are_saved_and_counted() -> None:
    bericht = create_entwurf()
    save_texte(bericht_id=bericht.pk, texte=build_texte(), konto=get_schreibende())
    bericht.refresh_from_db()
    getan = dict(bericht.abschnitte.values_list("komponente__art", "getan"))
    assert (bericht.einleitung, bericht.ausblick, bericht.fassung) == ("Am Anfang.", "Am Ende.", 1)
    assert getan == {"praevention": "Ein Treffpunkt.", "ueberwindung": "", "sensibilisierung": ""}


def test_older_draft_overwrites_nothing() -> None:
    bericht, konto = create_entwurf(), get_schreibende()
    gesehen = read_textfelder(bericht)
    save_texte(bericht_id=bericht.pk, texte=build_texte(), konto=konto)
    with pytest.raises(VeraltetError) as fehler:
        save_texte(bericht_id=bericht.pk, texte=build_texte(einleitung="Anders."), konto=konto, gesehen=gesehen)
    bericht.refresh_from_db()
    assert set(fehler.value.zwischenstaende) == {"einleitung"}
    assert bericht.einleitung == "Am Anfang."


@pytest.mark.parametrize("status", [s for s in Berichtsstatus if s != Berichtsstatus.ENTWURF])
def test_texts_of_anything_but_a_draft_are_refused(status: Berichtsstatus) -> None:
    bericht = create_in(status)
    with pytest.raises(NichtMehrEntwurfError):
        save_texte(bericht_id=bericht.pk, texte=build_texte(), konto=get_schreibende())


@pytest.mark.parametrize("weitere", [0, 5])
def test_freezing_asks_the_same_queries_whatever_there_is(weitere: int, django_assert_num_queries: Any) -> None:
    create_freigegebenen()
    bericht, konto = create_vollen(), get_schreibende()
    konto.has_perm("konzept.change_bericht")  # rights are asked once for each request
    for _nummer in range(weitere):
        MassnahmeFactory(zustaendig=ZustaendigkeitFactory()).kieze.add(KiezFactory())
        IndikatorwertFactory()
        AngebotFactory()
    refresh_mengen()
    load_kiezbestand(heute=JETZT.date())  # kept while the catalogue stays as it is
    with django_assert_num_queries(23):
        freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=konto, jetzt=JETZT)


def test_who_has_frozen_a_report_does_not_release_it() -> None:
    bericht = create_eingefrorenen()
    satz = "Sie haben diesen Bericht eingefroren. Freigeben kann ihn nur jemand anderes: aus Konzept oder Freigabe."
    with pytest.raises(ZuZweitError) as fehler:
        release_bericht(bericht_id=bericht.pk, konto=get_schreibende(), jetzt=JETZT)
    assert fehler.value.messages == [satz]
    assert explain_nur_zu_zweit(bericht, konto=get_schreibende()) == satz
    assert explain_nur_zu_zweit(bericht, konto=get_freigebende()) == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        Bericht.objects.filter(pk=bericht.pk).update(
            status="freigegeben", freigegeben_am=JETZT, freigegeben_von=get_schreibende()
        )


@pytest.mark.parametrize("rolle", ["Konzept", "Freigabe"])
def test_second_account_of_either_role_releases_it(rolle: str) -> None:
    zweites = create_konto("zweites", rolle)
    bericht = release_bericht(bericht_id=create_eingefrorenen().pk, konto=zweites, jetzt=JETZT)
    assert (bericht.status, bericht.eingefroren_von, bericht.freigegeben_von) == (
        "freigegeben",
        get_schreibende(),
        zweites,
    )


def test_errors_are_one_family() -> None:
    with pytest.raises(BerichtError):
        release_bericht(bericht_id=create_entwurf().pk, konto=get_freigebende(), jetzt=JETZT)


def test_drucksache_stays_as_entered() -> None:
    bericht = create_in(Berichtsstatus.FREIGEGEBEN)
    assert Drucksache.objects.get(pk=bericht.drucksache_id).status == "eingebracht"


def test_freezing_texts_that_somebody_has_changed_meanwhile_is_refused() -> None:
    bericht = create_fertigen()
    save_texte(bericht_id=bericht.pk, texte=build_texte(), konto=get_schreibende())
    fill_pflichten(bericht)
    with pytest.raises(InzwischenGeaendertError):
        freeze_bericht(bericht_id=bericht.pk, fassung=0, konto=get_schreibende(), jetzt=JETZT)
    bericht.refresh_from_db()
    assert bericht.status == "entwurf"
