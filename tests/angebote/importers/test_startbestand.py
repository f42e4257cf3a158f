import re
from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from django.db import transaction
from django.db.models import Count, Q
from pytest_django import DjangoDbBlocker

from angebote.choices import (
    Anmeldung,
    Barrierewert,
    Format,
    Kostenart,
    Merkmal,
    Pruefgruppe,
    Pruefquelle,
    Status,
    Zeitart,
    Zugang,
)
from angebote.domain.aktualitaet import confirm_angebot
from angebote.importers.gebiete import load_gebiete
from angebote.importers.startbestand import Ladebericht, find_sprachen, load_startbestand, parse_alter
from angebote.models import Angebot, Ort, Quellenangabe, Termin, Traeger, Zeit

Finder = Callable[[str], Angebot]


@pytest.fixture(scope="module")
def geladen(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ladebericht]:
    """The whole starting catalogue, loaded once for this file; every test changes it inside its own savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_gebiete()
        yield load_startbestand(heute=date(2026, 11, 21))
        transaction.set_rollback(True)


@pytest.fixture
def bericht(geladen: Ladebericht, db: None) -> Ladebericht:
    return geladen


@pytest.fixture
def finde(bericht: Ladebericht) -> Finder:
    return lambda kennung: Angebot.objects.get(import_kennung=f"startbestand:{kennung}")


def test_startbestand_loads_every_row_once_and_confirms_none(bericht: Ladebericht) -> None:
    assert (len(bericht.geladen), len(bericht.zurueckgehalten), len(bericht.schon_da)) == (142, 33, 0)
    assert Angebot.objects.filter(status=Status.VEROEFFENTLICHT).count() == 142
    assert Angebot.objects.filter(status=Status.ENTWURF).count() == 33
    assert not Angebot.objects.filter(geprueft_am__isnull=False).exists()
    assert (bericht.orte, bericht.traeger) == (Ort.objects.count(), Traeger.objects.count()) == (89, 50)


def test_startbestand_second_run_changes_nothing(bericht: Ladebericht, heute: date) -> None:
    def snapshot() -> list[object]:
        modelle = (Angebot, Ort, Traeger, Zeit, Termin, Quellenangabe)
        return [list(modell.objects.order_by("pk").values()) for modell in modelle]

    vorher = snapshot()
    zweiter = load_startbestand(heute=heute)
    assert (zweiter.geladen, zweiter.zurueckgehalten, len(zweiter.schon_da)) == ([], [], 175)
    assert snapshot() == vorher


def test_startbestand_never_overwrites_the_work_of_staff(bericht: Ladebericht, finde: Finder, heute: date) -> None:
    kiezcafe = finde("q016")
    Angebot.objects.filter(pk=kiezcafe.pk).update(titel="Kiezcafé", slug="kiezcafe")
    confirm_angebot(
        angebot_id=kiezcafe.pk,
        gruppen=list(Pruefgruppe),
        geprueft_am=heute,
        konto=None,
        quelle=Pruefquelle.TELEFON,
        heute=heute,
    )
    Zeit.objects.filter(angebot=finde("q016")).delete()
    load_startbestand(heute=heute)
    kiezcafe = finde("q016")
    assert (kiezcafe.titel, kiezcafe.geprueft_am, kiezcafe.zeiten.count()) == ("Kiezcafé", heute, 0)


def test_startbestand_row_missing_comes_back_to_the_existing_place(
    bericht: Ladebericht, heute: date, finde: Finder
) -> None:
    ort = finde("q087").ort
    finde("q087").delete()
    zweiter = load_startbestand(heute=heute)
    assert (zweiter.geladen, zweiter.orte, zweiter.traeger) == (["q087"], 0, 0)
    assert finde("q087").ort == ort


def test_startbestand_is_public_only_where_unconfirmed_entries_are_shown(
    bericht: Ladebericht, heute: date, settings: pytest.FixtureRequest
) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    assert not Angebot.objects.oeffentlich(heute).exists()
    settings.UNGEPRUEFTE_ZEIGEN = True
    assert Angebot.objects.oeffentlich(heute).count() == 142


def test_startbestand_every_entry_is_complete(bericht: Ladebericht) -> None:
    unvollstaendig = (
        Angebot.objects.annotate(
            zahl_zeiten=Count("zeiten", distinct=True),
            zahl_kategorien=Count("kategorien", distinct=True),
            zahl_zugaenge=Count("zugangswege", distinct=True),
            zahl_quellen=Count("quellen", distinct=True),
        )
        .filter(Q(zahl_zeiten=0) | Q(zahl_kategorien=0) | Q(zahl_zugaenge=0) | ~Q(zahl_quellen=1) | Q(nutzen=""))
        .values_list("import_kennung", flat=True)
    )
    assert set(unvollstaendig) == set()
    assert set(Ort.objects.filter(quellen__isnull=True)) == set(Traeger.objects.filter(quellen__isnull=True)) == set()
    for angebot in Angebot.objects.all():
        angebot.full_clean(validate_unique=False)


def test_startbestand_published_offers_have_a_place_or_need_none(bericht: Ladebericht) -> None:
    ohne_ort = Angebot.objects.filter(status=Status.VEROEFFENTLICHT, ort__isnull=True)
    assert {angebot.import_kennung for angebot in ohne_ort} == {f"startbestand:{nr}" for nr in ("q064", "q073", "q128")}
    assert not ohne_ort.filter(zugangswege__art__in=[Zugang.VOR_ORT, Zugang.DRAUSSEN]).exists()
    ohne_kiez = Angebot.objects.filter(status=Status.VEROEFFENTLICHT, ort__isnull=False, ort__kiez__isnull=True)
    assert {angebot.titel for angebot in ohne_kiez} == {"Sonntags-Club"}


def test_startbestand_held_back_rows_tell_staff_why(bericht: Ladebericht) -> None:
    notizen = Angebot.objects.filter(status=Status.ENTWURF).values_list("interne_notiz", flat=True)
    assert all(notiz.startswith("Zurückgehalten: ") for notiz in notizen)
    assert not Angebot.objects.filter(status=Status.VEROEFFENTLICHT, interne_notiz__contains="Zurückgehalten").exists()


def test_startbestand_recurring_offer_gets_rule_and_dates(finde: Finder) -> None:
    bastelcafe = finde("q006")
    zeiten = bastelcafe.zeiten.values_list("art", "wochentag", "monatswochen", "beginn", "ende")
    assert list(zeiten) == [(Zeitart.REGEL, 0, "2,4", time(15), time(17))]
    termine = bastelcafe.termine.order_by("datum").values_list("datum", flat=True)
    assert list(termine[:3]) == [date(2026, 11, 23), date(2026, 12, 14), date(2026, 12, 28)]


def test_startbestand_institution_gets_its_hours_and_format(finde: Finder) -> None:
    begegnungsstaette = finde("q168")
    assert begegnungsstaette.format == Format.OFFEN
    assert list(begegnungsstaette.zeiten.values_list("wochentag", "beginn", "ende")) == [
        *((tag, time(9), time(17)) for tag in range(4)),
        (4, time(9), time(16)),
    ]
    assert begegnungsstaette.quellen.get().stand_jahr == 2026


@pytest.mark.parametrize(
    ("kennung", "hinweis"),
    [
        ("q016", "laut Quelle von 2022: Dienstag, wöchentlich"),
        ("q026", "laut Quelle von 2023: Montag, 14:30 bis 17:30 Uhr, 14-täglich (16. und 30. Januar genannt)"),
        ("q091", "laut Quelle: 1. und 3. Dienstag im Monat, 16 bis 17:30 Uhr (2020 als wöchentlich beschrieben)"),
        ("q094", "laut Quelle: Montag, 19:30 Uhr, 2024 als regelmäßiges Angebot vorgestellt"),
        ("q001", ""),
    ],
)
def test_startbestand_unclear_times_are_notes_without_dates(finde: Finder, kennung: str, hinweis: str) -> None:
    angebot = finde(kennung)
    assert list(angebot.zeiten.values_list("art", "hinweis")) == [(Zeitart.UNBEKANNT, hinweis)]
    assert not angebot.termine.exists()


def test_startbestand_service_by_phone_has_appointments_and_phone_hours(finde: Finder) -> None:
    hausbesuche = finde("q064")
    assert list(hausbesuche.zeiten.values_list("art", flat=True)) == [Zeitart.VEREINBARUNG]
    assert hausbesuche.sprechzeiten == "Mo-Fr 9 bis 16 Uhr (telefonische Terminvereinbarung)"
    assert (hausbesuche.alter_von, hausbesuche.anmeldung) == (70, Anmeldung.NOETIG)
    assert set(hausbesuche.zugangswege.values_list("art", flat=True)) == {Zugang.ZUHAUSE}


def test_startbestand_offers_of_one_house_share_its_place(finde: Finder) -> None:
    assert {finde(nr).ort.name for nr in ("q023", "q024", "q026", "q099", "q110", "q151")} == {"Bucher Bürgerhaus"}
    assert finde("q001").ort == finde("q080").ort
    assert finde("q049").ort != finde("q153").ort
    assert finde("q125").ort != finde("q137").ort


def test_startbestand_place_has_official_spelling_and_area(finde: Finder) -> None:
    ort = finde("q139").ort
    assert (ort.anschrift, ort.kiez.slug) == ("Erich-Weinert-Straße 37, 10439 Berlin", "prenzlauer-berg-nord")
    assert ort.haltestellen.exists()
    assert finde("q147").ort.plz == "13187"
    assert finde("q075").ort.planungsraum.name == "Weißer See"


def test_startbestand_offer_without_contact_names_whom_the_number_belongs_to(finde: Finder) -> None:
    naehtreff, fruehstueck = finde("q037"), finde("q036")
    assert (naehtreff.telefon, naehtreff.kontakt_name) == ("030 4754702", "Frauenzentrum Paula Panke")
    assert (fruehstueck.telefon, fruehstueck.kontakt_name) == ("030 4754702", "")


def test_startbestand_offer_in_a_shared_house_gets_the_number_of_its_own_provider(finde: Finder) -> None:
    elterncafe, kiezspaziergang = finde("q110"), finde("q024")
    assert elterncafe.ort == kiezspaziergang.ort
    assert elterncafe.telefon == finde("q109").telefon == "030 232530713"
    assert kiezspaziergang.telefon == finde("q023").telefon == "030 9415426; 01578 3053213"
    assert kiezspaziergang.kontakt_name == "Stadtteilzentrum Buch"


def test_startbestand_phone_hours_hold_hours_only(finde: Finder) -> None:
    assert [finde(nr).sprechzeiten for nr in ("q023", "q024", "q140", "q149")] == ["", "", "", ""]


def test_startbestand_claims_nothing_the_remark_takes_back(finde: Finder) -> None:
    """Said of a week of open days; of one of two buildings."""
    assert finde("q097").anmeldung == Anmeldung.UNBEKANNT
    kirche = finde("q113")
    assert (kirche.kartendaten["ist_stufenlos"], finde("q112").kartendaten["ist_stufenlos"]) == (None, None)


def test_startbestand_public_text_speaks_plainly_of_its_sources(bericht: Ladebericht) -> None:
    texte = [
        text
        for angebot in Angebot.objects.filter(status=Status.VEROEFFENTLICHT).prefetch_related("zeiten")
        for text in (
            *(angebot.beschreibung, angebot.kosten_hinweis, angebot.sprachen_hinweis, angebot.anmeldung_hinweis),
            *(angebot.wer_hinweis, angebot.zeiten_hinweis),
            *(zeit.hinweis for zeit in angebot.zeiten.all()),
            *(str(satz) for satz in angebot.kartendaten.values()),
        )
    ]
    assert len(texte) > 142 * 5
    anfang = re.compile(r"laut Quelle(?: von \d{4})?: ", re.IGNORECASE)
    texte = [anfang.sub("", text.removeprefix("Zeiten nicht sicher. ")) for text in texte]
    arbeitssprache = ("laut Quelle", "(Quelle", "(Stand", "erschlossen", "undatiert", "angegeben: Mo", ":00 bis")
    assert [text for text in texte if any(wort in text for wort in arbeitssprache)] == []


def test_startbestand_names_audiences_in_one_style(bericht: Ladebericht) -> None:
    wer = set(Angebot.objects.values_list("wer_hinweis", flat=True))
    assert {text for text in wer if ";" in text or "Innen" in text or "*innen" in text or "&" in text} == set()
    notiz = Angebot.objects.filter(wer_hinweis="Kinder, Seniorinnen und Senioren").values_list(
        "interne_notiz", flat=True
    )
    assert ["Zielgruppe laut Quelle: Kinder; Senior*innen" in text for text in notiz] == [True]


def test_startbestand_keeps_remarks_about_times_beside_the_times(finde: Finder) -> None:
    suppenkueche = finde("q047")
    assert "Kleiderkammer-Ausgabe" in suppenkueche.zeiten_hinweis
    assert "Kleiderkammer-Ausgabe" not in suppenkueche.beschreibung
    assert suppenkueche.zeiten_hinweis.endswith("12:30 bis 14 Uhr")
    assert finde("q049").zeiten.get().hinweis == (
        "laut Quelle von 2016: Mo 10 bis 20 Uhr, Di 10 bis 19 Uhr, Mi 13 bis 19 Uhr, Do 10 bis 19 Uhr, Fr 10 bis 19 Uhr, "
        "Sa 10 bis 13 Uhr"
    )


def test_startbestand_house_without_contact_takes_the_web_address_of_an_offer_but_no_number(finde: Finder) -> None:
    haus = finde("q007")
    assert (haus.telefon, haus.web) == ("", "https://stz-prenzlauerberg.pfefferwerk.de")
    assert finde("q029").web == ""


def test_startbestand_free_only_with_proof_is_not_free(finde: Finder) -> None:
    assert list(finde("q160").kosten.values_list("art", "betrag_cent")) == [(Kostenart.ERMAESSIGT, 0)]
    assert list(finde("q157").kosten.values_list("art", flat=True)) == [Kostenart.KOSTENLOS]
    assert not finde("q156").kosten.exists()


def test_startbestand_access_facts_belong_to_building_or_offer(finde: Finder) -> None:
    teilhabe = finde("q149")
    assert list(teilhabe.barriereangaben.values_list("merkmal", "wert")) == [(Merkmal.SIGN, Barrierewert.JA)]
    assert list(teilhabe.ort.barriereangaben.values_list("merkmal", "wert", "stand")) == [
        (Merkmal.ENTRANCE_LEVEL, Barrierewert.JA, "2023-06-07")
    ]


def test_startbestand_nobody_is_excluded_and_open_needs_no_registration(bericht: Ladebericht) -> None:
    assert not Angebot.objects.filter(exklusiv=True).exists()
    assert not Angebot.objects.filter(format=Format.OFFEN, anmeldung=Anmeldung.NOETIG).exists()


@pytest.mark.parametrize(
    ("kennung", "form"),
    [
        ("q015", Format.OFFEN),  # a house
        ("q024", Format.OFFEN),  # no registration, says the source
        ("q062", Format.OFFEN),  # a café open on four days
        ("q113", Format.UNBEKANNT),  # one evening a week, nothing said
        ("q036", Format.UNBEKANNT),  # registration needed
    ],
)
def test_startbestand_invites_to_come_by_only_where_that_is_known(finde: Finder, kennung: str, form: Format) -> None:
    assert finde(kennung).format == form


@pytest.mark.parametrize(
    ("text", "alter"),
    [
        ("Kinder 6-10 Jahre", (6, 10)),
        ("Menschen ab 70 Jahren in Pankow", (70, None)),
        ("ab 60 Jahren", (60, None)),
        ("Eltern mit Kindern bis 6 Jahre", (None, None)),
        ("Menschen über 50", (None, None)),
        ("Kinder ab 9 Monaten", (None, None)),
    ],
)
def test_alter_only_where_the_source_gives_numbers(text: str, alter: tuple[int | None, int | None]) -> None:
    assert parse_alter(text) == alter


@pytest.mark.parametrize(
    ("text", "ergebnis"),
    [
        ("", ((), "")),
        ("Deutsch; Englisch", (("de", "en"), "")),
        ("Farsi; Dari", (("fa",), "")),
        ("Deutsch; Weitere Sprachen mit Sprachmittlung", (("de",), "Für weitere Sprachen wird gedolmetscht")),
        ("Englisch; Russisch (Quelle 2014)", (("en", "ru"), "Angabe von 2014")),
        ("Dolmetscher auf Wunsch", ((), "Auf Wunsch wird gedolmetscht")),
    ],
)
def test_sprachen_known_ones_are_codes_the_rest_a_note(text: str, ergebnis: tuple[tuple[str, ...], str]) -> None:
    assert find_sprachen(text) == ergebnis


def test_startbestand_krisendienst_costs_the_same_on_its_page_and_among_the_help_lines(finde: Finder) -> None:
    krisendienst = finde("q135")
    assert krisendienst.kartendaten["kostensatz"] == "kostenlos"
    assert "Kosten belegt durch: paritaet-berlin.de" in krisendienst.interne_notiz
