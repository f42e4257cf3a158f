from datetime import date, datetime, timedelta
from itertools import product

import pytest

from angebote.choices import Bereich, Status
from angebote.domain.redaktion import (
    UEBERGAENGE,
    AngabenFehlenError,
    GrundFehltError,
    RechtFehltError,
    UebergangFehltError,
    VerweigertError,
    VierAugenError,
    WarOeffentlichError,
    delete_entwuerfe,
    list_hindernisse,
    list_uebergaenge,
    move_angebot,
    needs_vorschlag,
)
from angebote.models import Angebot, Statuswechsel
from pankow_einsamkeit.models import Konto
from tests.angebote.domain.redaktionsteam import create_freigabe, create_konto, create_redaktion
from tests.angebote.vollstaendig import create_vollstaendiges
from tests.factories import ZeitFactory

pytestmark = pytest.mark.django_db

ERLAUBT = {
    "redaktion": {
        (Status.ENTWURF, Status.IN_PRUEFUNG, False),
        (Status.ENTWURF, Status.ARCHIVIERT, False),
        (Status.IN_PRUEFUNG, Status.ENTWURF, False),
        (Status.VEROEFFENTLICHT, Status.PAUSIERT, True),
        (Status.ARCHIVIERT, Status.ENTWURF, False),
    },
    "nur ansehen": set(),
}
ERLAUBT["freigabe"] = ERLAUBT["verwaltung"] = ERLAUBT["redaktion"] | {
    (Status.IN_PRUEFUNG, Status.VEROEFFENTLICHT, False),
    (Status.IN_PRUEFUNG, Status.ARCHIVIERT, False),
    (Status.VEROEFFENTLICHT, Status.ARCHIVIERT, True),
    (Status.PAUSIERT, Status.VEROEFFENTLICHT, True),
    (Status.PAUSIERT, Status.ARCHIVIERT, True),
    (Status.ARCHIVIERT, Status.PAUSIERT, True),
}
ZUSTAENDE = [
    (Status.ENTWURF, False),
    (Status.IN_PRUEFUNG, False),
    (Status.VEROEFFENTLICHT, True),
    (Status.PAUSIERT, True),
    (Status.ARCHIVIERT, True),
    (Status.ARCHIVIERT, False),
]


def create_konten() -> dict[str, Konto]:
    return {
        "nur ansehen": create_konto("ansehen", "view_angebot"),
        "redaktion": create_redaktion(),
        "freigabe": create_freigabe(),
        "verwaltung": Konto.objects.create_superuser("verwaltung"),
    }


def create_angebot(status: Status, *, war_oeffentlich: bool, **felder: object) -> Angebot:
    zuerst_am = date(2026, 11, 1) if war_oeffentlich else None
    return create_vollstaendiges(status=status, veroeffentlicht_am=zuerst_am, **felder)


def test_every_step_that_is_not_listed_is_refused_for_every_role(jetzt: datetime) -> None:
    konten = create_konten()
    gegangen: dict[str, set[tuple[Status, Status, bool]]] = {rolle: set() for rolle in konten}
    for rolle, (von, war_oeffentlich), nach in product(konten, ZUSTAENDE, Status):
        angebot = create_angebot(von, war_oeffentlich=war_oeffentlich)
        try:
            move_angebot(angebot_id=angebot.pk, nach=nach, konto=konten[rolle], jetzt=jetzt, grund="Probe")
            gegangen[rolle].add((von, nach, war_oeffentlich))
        except (UebergangFehltError, RechtFehltError):
            assert Angebot.objects.get(pk=angebot.pk).status == von
    assert gegangen == ERLAUBT


def test_buttons_offer_exactly_the_steps_of_the_table(jetzt: datetime) -> None:
    konten = create_konten()
    for rolle, (von, war_oeffentlich) in product(konten, ZUSTAENDE):
        angebot = create_angebot(von, war_oeffentlich=war_oeffentlich)
        angeboten = {(von, eines.nach, war_oeffentlich) for eines in list_uebergaenge(angebot, konten[rolle])}
        assert angeboten == {eines for eines in ERLAUBT[rolle] if (eines[0], eines[2]) == (von, war_oeffentlich)}


def test_step_is_written_down_with_who_when_and_why(jetzt: datetime) -> None:
    angebot, konto = create_angebot(Status.VEROEFFENTLICHT, war_oeffentlich=True), create_redaktion()
    move_angebot(angebot_id=angebot.pk, nach=Status.PAUSIERT, konto=konto, jetzt=jetzt, grund=" Sommerpause ")
    wechsel = Statuswechsel.objects.get()
    assert (wechsel.von, wechsel.nach, wechsel.konto, wechsel.grund, wechsel.am) == (
        Status.VEROEFFENTLICHT,
        Status.PAUSIERT,
        konto,
        "Sommerpause",
        jetzt,
    )


def test_first_publication_is_dated_once(jetzt: datetime) -> None:
    angebot, freigabe = create_angebot(Status.IN_PRUEFUNG, war_oeffentlich=False), create_freigabe()
    for tage, nach in enumerate([Status.VEROEFFENTLICHT, Status.PAUSIERT, Status.VEROEFFENTLICHT]):
        zeitpunkt = jetzt + timedelta(days=tage)
        move_angebot(angebot_id=angebot.pk, nach=nach, konto=freigabe, jetzt=zeitpunkt, grund="x")
    assert Angebot.objects.get().veroeffentlicht_am == jetzt.date()


def test_published_offer_is_found_and_answers_also_when_archived(jetzt: datetime) -> None:
    angebot, freigabe = create_angebot(Status.IN_PRUEFUNG, war_oeffentlich=False), create_freigabe()
    move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=freigabe, jetzt=jetzt)
    assert set(Angebot.objects.oeffentlich(jetzt.date())) == {angebot}
    move_angebot(angebot_id=angebot.pk, nach=Status.ARCHIVIERT, konto=freigabe, jetzt=jetzt, grund="beendet")
    assert set(Angebot.objects.oeffentlich(jetzt.date())) == set()
    assert set(Angebot.objects.oeffentlich_gewesen()) == {angebot}


def test_discarded_draft_never_existed_for_the_public(jetzt: datetime) -> None:
    angebot = create_angebot(Status.ENTWURF, war_oeffentlich=False)
    move_angebot(angebot_id=angebot.pk, nach=Status.ARCHIVIERT, konto=create_redaktion(), jetzt=jetzt)
    assert Angebot.objects.get().status == Status.ARCHIVIERT
    assert set(Angebot.objects.oeffentlich_gewesen()) == set()


@pytest.mark.parametrize("uebergang", [eines for eines in UEBERGAENGE if eines.braucht_grund], ids=str)
@pytest.mark.parametrize("grund", ["", "   ", "x" * 301])
def test_missing_or_endless_reason_is_refused(uebergang, grund: str, jetzt: datetime) -> None:
    war_oeffentlich = uebergang.von not in {Status.ENTWURF, Status.IN_PRUEFUNG}
    angebot = create_angebot(uebergang.von, war_oeffentlich=war_oeffentlich)
    with pytest.raises(GrundFehltError) as fehler:
        move_angebot(angebot_id=angebot.pk, nach=uebergang.nach, konto=create_freigabe(), jetzt=jetzt, grund=grund)
    assert set(fehler.value.message_dict) == {"grund"}
    assert not Statuswechsel.objects.exists()


def test_step_taken_by_somebody_else_meanwhile_is_told_kindly(jetzt: datetime) -> None:
    angebot, redaktion = create_angebot(Status.VEROEFFENTLICHT, war_oeffentlich=True), create_redaktion()
    move_angebot(angebot_id=angebot.pk, nach=Status.PAUSIERT, konto=redaktion, jetzt=jetzt, grund="x")
    with pytest.raises(UebergangFehltError) as fehler:
        move_angebot(angebot_id=angebot.pk, nach=Status.PAUSIERT, konto=create_freigabe(), jetzt=jetzt, grund="y")
    assert fehler.value.messages == [
        "Das Angebot ist schon „pausiert“. Das war redaktion am 21. November 2026 um 06:00 Uhr."
    ]


def test_unknown_status_is_refused(jetzt: datetime) -> None:
    angebot = create_angebot(Status.ENTWURF, war_oeffentlich=False)
    with pytest.raises(UebergangFehltError):
        move_angebot(angebot_id=angebot.pk, nach="quatsch", konto=create_freigabe(), jetzt=jetzt)


@pytest.mark.parametrize("superuser", [False, True])
def test_support_is_not_published_by_whoever_submitted_it(superuser: bool, jetzt: datetime) -> None:
    konto = Konto.objects.create_superuser("alle") if superuser else create_freigabe()
    angebot = create_angebot(Status.ENTWURF, war_oeffentlich=False, bereich=Bereich.UNTERSTUETZUNG)
    move_angebot(angebot_id=angebot.pk, nach=Status.IN_PRUEFUNG, konto=konto, jetzt=jetzt)
    with pytest.raises(VierAugenError, match="selbst eingereicht"):
        move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=konto, jetzt=jetzt)
    andere = create_freigabe("andere")
    move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=andere, jetzt=jetzt)
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT


@pytest.mark.parametrize("an_einem_teil", [False, True])
def test_support_is_not_published_by_whoever_edited_it_last(an_einem_teil: bool, jetzt: datetime) -> None:
    redaktion, freigabe = create_redaktion(), create_freigabe()
    angebot = create_angebot(Status.ENTWURF, war_oeffentlich=False, bereich=Bereich.UNTERSTUETZUNG)
    move_angebot(angebot_id=angebot.pk, nach=Status.IN_PRUEFUNG, konto=redaktion, jetzt=jetzt)
    geaendert = ZeitFactory(angebot=angebot) if an_einem_teil else Angebot.objects.get()
    setattr(geaendert, "hinweis" if an_einem_teil else "telefon", "neu")
    geaendert._history_user = freigabe
    geaendert.save()
    with pytest.raises(VierAugenError, match="zuletzt bearbeitet"):
        move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=freigabe, jetzt=jetzt)
    assert Angebot.objects.get().status == Status.IN_PRUEFUNG


def test_support_is_published_by_whoever_saved_it_unchanged(jetzt: datetime) -> None:
    redaktion, freigabe = create_redaktion(), create_freigabe()
    angebot = create_angebot(
        Status.ENTWURF, war_oeffentlich=False, bereich=Bereich.UNTERSTUETZUNG, interne_notiz="eins\nzwei"
    )
    move_angebot(angebot_id=angebot.pk, nach=Status.IN_PRUEFUNG, konto=redaktion, jetzt=jetzt)
    angebot = Angebot.objects.get()
    angebot.interne_notiz = "eins\r\nzwei"  # as browsers send it
    angebot._history_user = freigabe
    angebot.save()
    move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=freigabe, jetzt=jetzt)
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT


def test_meeting_is_published_by_whoever_submitted_it(jetzt: datetime) -> None:
    angebot, freigabe = create_angebot(Status.ENTWURF, war_oeffentlich=False), create_freigabe()
    for nach in (Status.IN_PRUEFUNG, Status.VEROEFFENTLICHT):
        move_angebot(angebot_id=angebot.pk, nach=nach, konto=freigabe, jetzt=jetzt)
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT


def test_missing_facts_are_all_named_and_keep_it_from_the_public(jetzt: datetime) -> None:
    angebot, freigabe = create_angebot(Status.IN_PRUEFUNG, war_oeffentlich=False), create_freigabe()
    angebot.kategorien.clear()
    uebergang = next(eines for eines in list_uebergaenge(angebot, freigabe) if eines.nach == Status.VEROEFFENTLICHT)
    hindernisse = list_hindernisse(angebot, uebergang, freigabe)
    with pytest.raises(AngabenFehlenError) as fehler:
        move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=freigabe, jetzt=jetzt)
    assert fehler.value.messages == [hindernis.satz for hindernis in hindernisse]
    assert "kategorien" in {hindernis.anker.removeprefix("id_") for hindernis in hindernisse}


def test_entry_that_was_public_comes_back_from_a_pause_whatever_is_missing(jetzt: datetime) -> None:
    angebot = create_angebot(Status.PAUSIERT, war_oeffentlich=True)
    angebot.kategorien.clear()
    move_angebot(angebot_id=angebot.pk, nach=Status.VEROEFFENTLICHT, konto=create_freigabe(), jetzt=jetzt)
    assert Angebot.objects.get().status == Status.VEROEFFENTLICHT


@pytest.mark.parametrize(
    ("war_oeffentlich", "ist_freigabe", "bereiche", "wartet"),
    [
        (False, False, ("begegnung", "begegnung"), False),
        (True, False, ("begegnung", "begegnung"), True),
        (True, True, ("begegnung", "begegnung"), False),
        (True, True, ("unterstuetzung", "begegnung"), True),
        (True, True, ("begegnung", "unterstuetzung"), True),
        (False, True, ("unterstuetzung", "unterstuetzung"), False),
    ],
)
def test_change_waits_beside_the_public_version(
    war_oeffentlich: bool, ist_freigabe: bool, bereiche: tuple[str, str], wartet: bool
) -> None:
    konto = create_freigabe() if ist_freigabe else create_redaktion()
    angebot = Angebot(bereich=bereiche[0], veroeffentlicht_am=date(2026, 11, 1) if war_oeffentlich else None)
    assert needs_vorschlag(angebot, konto, neuer_bereich=bereiche[1]) is wartet


def test_draft_is_deleted_but_nothing_that_was_public(jetzt: datetime) -> None:
    entwurf = create_angebot(Status.ENTWURF, war_oeffentlich=False)
    alt = create_angebot(Status.ARCHIVIERT, war_oeffentlich=True, titel="Alter Treff")
    with pytest.raises(WarOeffentlichError, match="Alter Treff"):
        delete_entwuerfe(angebot_ids=[entwurf.pk, alt.pk])
    assert set(Angebot.objects.all()) == {entwurf, alt}
    delete_entwuerfe(angebot_ids=[entwurf.pk])
    assert set(Angebot.objects.all()) == {alt}


def test_refusals_are_shown_as_validation_errors() -> None:
    assert {VierAugenError, RechtFehltError, GrundFehltError, AngabenFehlenError} <= set(
        VerweigertError.__subclasses__()
    )
