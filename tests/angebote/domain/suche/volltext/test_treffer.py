"""What residents type over a small catalogue, with the starting list of the Redaktion (migration 0011)."""

from datetime import date, time

import pytest

from angebote.choices import Zugang
from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.mengen import list_pks
from angebote.domain.suche.volltext import find_text, rebuild_volltext
from angebote.models import (
    Angebot,
    Haltestelle,
    Kategorie,
    OrtHaltestelle,
    Sprache,
    Synonymgruppe,
    Zeit,
    Zielgruppe,
    Zugangsweg,
)
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, OrtsteilFactory, PlanungsraumFactory

KATALOG = {
    "cafe": ("Nachbarschafts-Café am Anger", "Nachbarn treffen, Kaffee trinken, ins Gespräch kommen.", "cafe-treff"),
    "kiezcafe": ("Kiezcafé", "", "cafe-treff"),
    "stuhl": ("Stuhlgymnastik", "Im Sitzen beweglich bleiben.", "bewegung-sport"),
    "gang": ("Kiezspaziergang", "Zusammen gehen und den Kiez sehen.", "bewegung-sport"),
    "handy": ("Smartphone-Sprechstunde", "Fragen in Ruhe klären.", "handy-computer"),
    "trauer": ("Trauergruppe", "Mit Menschen reden, die auch um jemanden trauern.", "trauer"),
    "zuhoeren": ("Offene Tür", "Hier hört Ihnen jemand zu.", "reden-zuhoeren"),
    "naehen": ("Nähtreff", "Mit den Händen etwas machen.", "kreativ-handwerk"),
    "lesen": ("Literaturkreis", "Zusammen lesen und darüber reden.", "kultur-ausfluege"),
    "schach": ("Schach für alle", "Zusammen spielen.", "spielen"),
}


@pytest.fixture
def katalog(db: None) -> dict[str, Angebot]:
    angebote = {}
    for name, (titel, nutzen, kategorie) in KATALOG.items():
        angebote[name] = AngebotFactory(titel=titel, nutzen=nutzen, ort=None)
        angebote[name].kategorien.set(Kategorie.objects.filter(slug=kategorie))
    angebote["stuhl"].zielgruppen.set(Zielgruppe.objects.filter(slug="aeltere"))
    rebuild_volltext(angebot_ids=[angebot.pk for angebot in angebote.values()])
    return angebote


def find_namen(katalog: dict[str, Angebot], q: str) -> set[str]:
    namen = {angebot.pk: name for name, angebot in katalog.items()}
    return {namen[pk] for pk in list_pks(find_text(q).alle)}


@pytest.mark.parametrize(
    ("q", "erwartet"),
    [
        *((q, {"cafe", "kiezcafe"}) for q in ("cafe", "Café", "CAFÉ", "Cafes")),
        *(
            (q, {"cafe"})
            for q in ("Nachbarschaftscafe", "NACHBARSCHAFTSCAFÉ", "nachbarschafts café", "kaffee nachbarn")
        ),
        *((q, {"stuhl"}) for q in ("Sport für Alte", "gymnastik senioren", "Seniorengymnastik", "stuhlgymnastik")),
        *((q, {"handy"}) for q in ("handy", "Tablet", "smartphone sprechstunde", "Smartphonesprechstunde")),
        *((q, {"gang"}) for q in ("spazieren gehen", "Spaziergänge", "wo kann ich spazieren gehen?")),
        *((q, {"trauer"}) for q in ("Trauer", "trauergruppe", "trauern")),
        *((q, {"naehen"}) for q in ("nähen", "naehen", "nahen", "stricken", "häkeln")),
        *((q, {"lesen"}) for q in ("Bücher", "Bibliothek", "literatur")),
        *((q, {"schach"}) for q in ("schach", "Schachgruppe spielen", "schach für alle")),
        *((q, {"schach"}) for q in ("Schach lernen", "Hilfe bei Schach", "Schachabend")),
        ("Trauung", set()),
        *((q, set()) for q in ("rat", "ei", "ratur", "iterat", "Unterwasserhockey")),
    ],
)
def test_find_text_understands_what_people_type(katalog: dict[str, Angebot], q: str, erwartet: set[str]) -> None:
    assert find_namen(katalog, q) == erwartet


@pytest.mark.parametrize(
    "q", ["allein", "einsam", "reden", "traurig", "ich habe niemanden zum Reden", "Witwe", "mein Mann ist gestorben"]
)
def test_words_of_hardship_lead_to_talking_and_grief(katalog: dict[str, Angebot], q: str) -> None:
    assert {"zuhoeren", "trauer"} <= find_namen(katalog, q)


def test_who_does_not_dare_is_not_led_to_grief_and_separated_verbs_are_understood(katalog: dict[str, Angebot]) -> None:
    assert find_namen(katalog, "ich traue mich nicht") == {"zuhoeren"}
    assert "zuhoeren" in find_namen(katalog, "jemand hört mir zu")


def test_stark_are_the_offers_that_answer_every_word_directly(katalog: dict[str, Angebot]) -> None:
    assert find_text("Café").stark == 1 << katalog["cafe"].pk | 1 << katalog["kiezcafe"].pk
    assert find_text("Unterwasserhockey").stark == 0


@pytest.mark.parametrize(
    ("q", "erwartet"), [("einsam", True), ("Selbstmord", True), ("kiezcafe", False), ("mein Mann ist gestorben", True)]
)
def test_words_of_hardship_show_help(katalog: dict[str, Angebot], q: str, erwartet: bool) -> None:
    assert find_text(q).zeigt_hilfe is erwartet


@pytest.mark.parametrize(
    ("q", "korrektur", "erwartet"),
    [
        ("Spatziergang", "Spaziergang", {"gang"}),
        ("spatziergang im Kiez", "Spaziergang im Kiez", {"gang"}),
        ("Stuhlgimnastik", "Stuhlgymnastik", {"stuhl"}),
        ("Schmartphone", "Smartphone", {"handy"}),
        ("Schachh", "Schach", {"schach"}),
        ("schach", "", {"schach"}),
        ("Unterwasserhockey", "", set()),
    ],
)
def test_typing_mistakes_are_corrected_and_named(
    katalog: dict[str, Angebot], q: str, korrektur: str, erwartet: set[str]
) -> None:
    assert find_text(q).korrektur == korrektur
    assert find_namen(katalog, q) == erwartet


@pytest.mark.parametrize("anfang", ["smartph", "nachbarsch", "stuhlg", "stuhlgimn", "lite"])
def test_last_word_may_be_unfinished(katalog: dict[str, Angebot], anfang: str) -> None:
    assert len(find_namen(katalog, anfang)) == 1


def test_filler_words_fall_away_unless_there_is_nothing_else(katalog: dict[str, Angebot]) -> None:
    assert find_namen(katalog, "ich suche bitte ein Schach") == {"schach"}
    assert find_namen(katalog, "für alle") == {"schach"}


def test_words_like_group_narrow_down_but_are_not_looked_for_alone(katalog: dict[str, Angebot]) -> None:
    treffer = find_text("Schach Gruppe")
    assert treffer.alle | treffer.einige == 1 << katalog["schach"].pk
    assert find_namen(katalog, "Gruppe") >= {"trauer"}


def test_marken_are_the_words_of_the_catalogue_that_made_the_hits(katalog: dict[str, Angebot]) -> None:
    assert find_text("cafe").marken >= {"cafe", "kiezcafe", "nachbarschaftscafe"}
    assert "smartphone" in find_text("handy").marken
    assert find_text("Schach und gut").marken.isdisjoint({"und"})


def test_changes_of_the_redaktion_take_effect_at_once(katalog: dict[str, Angebot]) -> None:
    renew_version()
    assert find_namen(katalog, "Klöppeln") == set()
    Synonymgruppe.objects.create(worte="Klöppeln", findet="Nähen")
    renew_version()
    assert find_namen(katalog, "Klöppeln") == {"naehen"}


def test_word_of_an_offer_that_is_public_no_more_is_known_and_still_corrected(katalog: dict[str, Angebot]) -> None:
    Angebot.objects.filter(pk=AngebotFactory(titel="Schachh").pk).update(status="archiviert")
    weg = Angebot.objects.get(titel="Schachh")
    Angebot.objects.filter(pk=weg.pk).update(status="veroeffentlicht")
    rebuild_volltext(angebot_ids=[weg.pk])
    Angebot.objects.filter(pk=weg.pk).update(status="archiviert")
    rebuild_volltext(angebot_ids=[weg.pk])
    assert find_text("Schachh").korrektur == "Schach"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "q",
    [
        *("Antonplatz", "anton", "Komponistenviertel", "Berlin Weissensee", "Weißenseer Spitze"),
        *(
            "Bizetstraße",
            "bizetstr",
            "Bizetstraße 4",
            "13088",
            "13088 Bizetstrasse",
            "am dienstag nachmittags",
            "telefon",
        ),
        *("Treff auf Ukrainisch", "treff dienstags"),
    ],
)
def test_offers_are_found_by_the_names_of_their_place_and_by_what_filters_say(q: str) -> None:
    ort = OrtFactory(
        name="Haus",
        strasse="Bizetstraße",
        hausnummer="4",
        plz="13088",
        kiez__name="Kiez im Osten",
        planungsraum=PlanungsraumFactory(name="Komponistenviertel"),
        ortsteil=OrtsteilFactory(name="Berlin-Weißensee"),
    )
    for nummer, name in enumerate(("Antonplatz", "Weißenseer Spitze")):
        halt = Haltestelle.objects.create(kennung=str(nummer), name=name, lat=52, lon=13)
        OrtHaltestelle.objects.create(ort=ort, haltestelle=halt, meter=214)
    treffer, andere = AngebotFactory(titel="Treff", ort=ort), AngebotFactory(titel="Schach", ort__name="Heim")
    treffer.sprachen.set(Sprache.objects.filter(code__in=["de", "uk"]))
    Zugangsweg.objects.create(angebot=treffer, art=Zugang.TELEFON)
    Zeit.objects.create(angebot=treffer, wochentag=1, beginn=time(14), gueltig_von=date(2026, 1, 1))
    rebuild_volltext(angebot_ids=[treffer.pk, andere.pk])
    assert find_text(q).alle == 1 << treffer.pk


@pytest.mark.django_db
def test_streets_are_found_by_their_names_and_not_by_what_the_names_are_made_of() -> None:
    garten = AngebotFactory(titel="Gartengruppe", ort__strasse="Hauptstraße")
    strasse = AngebotFactory(titel="Schach", ort__strasse="Gartenstraße")
    rebuild_volltext(angebot_ids=[garten.pk, strasse.pk])
    assert find_text("Garten").alle == 1 << garten.pk
    assert find_text("Gartenstraße").alle == 1 << strasse.pk


@pytest.mark.django_db
def test_offers_without_a_way_are_found_by_their_kieze_unless_they_serve_the_whole_district() -> None:
    buch, karow = KiezFactory(name="Buch"), KiezFactory(name="Karow")
    angebote = {
        "nur Buch": (AngebotFactory(ort=None), [buch]),
        "alle einzeln": (AngebotFactory(ort=None), [buch, karow]),
        "ohne Angabe": (AngebotFactory(ort=None), []),
        "kommt nach Hause": (AngebotFactory(ort__kiez=karow), [buch]),
        "nur vor Ort": (AngebotFactory(ort__kiez=karow), [buch]),
    }
    for angebot, kieze in angebote.values():
        angebot.einzugsgebiet.set(kieze)
    Zugangsweg.objects.create(angebot=angebote["kommt nach Hause"][0], art=Zugang.ZUHAUSE)
    rebuild_volltext(angebot_ids=[angebot.pk for angebot, _kieze in angebote.values()])
    gefunden = set(list_pks(find_text("Buch").alle))
    assert {name for name, (angebot, _kieze) in angebote.items() if angebot.pk in gefunden} == {
        "nur Buch",
        "kommt nach Hause",
    }


def test_find_text_of_word_only_hidden_offers_hold_finds_and_suggests_nothing(db):
    chor = AngebotFactory(titel="Chor am Abend")
    versteckt = AngebotFactory(titel="Quarkstrudelbacken")
    rebuild_volltext(angebot_ids=[chor.pk, versteckt.pk])
    sichtbar = 1 << chor.pk
    assert find_text("Quarkstrudelbacken", sichtbar=sichtbar).alle == 0
    assert find_text("Quarkstrudelbackn", sichtbar=sichtbar).korrektur == ""
    assert find_text("Quarkstrudelbackn").korrektur == "Quarkstrudelbacken"


def test_find_text_of_part_of_a_street_name_does_not_find_the_street(db):
    ort = OrtFactory(strasse="Thomas-Mann-Straße")
    angebot = AngebotFactory(titel="Chor am Abend", ort=ort)
    rebuild_volltext(angebot_ids=[angebot.pk])
    assert find_text("Mann").alle == 0
    assert {find_text(q).alle for q in ("Thomas-Mann-Straße", "thomas mann straße")} == {1 << angebot.pk}
