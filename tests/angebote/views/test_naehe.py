import pytest

from angebote.domain.naehe import Naehe, Stelle, Stellenart
from angebote.domain.suche import Suchanfrage
from angebote.views.naehe import Naehehinweis, Ortslink, build_naehe_hinweise
from pankow_einsamkeit.lib.geo import Punkt

PUNKT = Punkt(52.55, 13.42)
GESCHAETZT = "Die Wege sind geschätzt."


def build_stelle(name: str, art: Stellenart, *, ist_gebiet: bool = True) -> Stelle:
    return Stelle(name, PUNKT, ist_gebiet, art)


@pytest.mark.parametrize(
    ("stelle", "start"),
    [
        (build_stelle("Antonplatz", Stellenart.HALTESTELLE, ist_gebiet=False), "von der Haltestelle Antonplatz."),
        (build_stelle("Haltestelle Buch", Stellenart.HALTESTELLE, ist_gebiet=False), "von der Haltestelle Buch."),
        (build_stelle("Buch", Stellenart.GEBIET), "von der Mitte von „Buch“."),
        (build_stelle("13086", Stellenart.POSTLEITZAHL), "von der Mitte der Postleitzahl 13086."),
        (
            build_stelle("Berliner Straße in Pankow", Stellenart.STRASSE),
            "von „Berliner Straße in Pankow“, etwa von der Mitte der Straße.",
        ),
        (
            Stelle("Kurze Gasse", PUNKT, True, Stellenart.STRASSE, ist_viertelmitte=True),
            "von der Mitte des Viertels, in dem „Kurze Gasse“ liegt.",
        ),
        (build_stelle("Sonnenhaus", Stellenart.HAUS, ist_gebiet=False), "von „Sonnenhaus“."),
        (build_stelle("Sonnenhaus", Stellenart.HAUS), "von „Sonnenhaus“; wo das ist, wissen wir nur ungefähr."),
    ],
)
def test_naehe_hinweis_says_from_where_the_ways_begin(stelle: Stelle, start: str) -> None:
    hinweis = build_naehe_hinweise(Naehe(stelle), Suchanfrage(nah=stelle.name))
    assert hinweis == Naehehinweis(f"Sortiert nach der Entfernung {start} {GESCHAETZT}")


@pytest.mark.parametrize(
    ("naehe", "anfrage"),
    [
        (Naehe(build_stelle("Buch", Stellenart.GEBIET)), Suchanfrage(q="Chor", nah="Buch")),
        (None, Suchanfrage(q="Chor", plz="13125", sortierung="entfernung")),
    ],
)
def test_naehe_hinweis_says_that_words_count_before_distance_if_they_do(
    naehe: Naehe | None, anfrage: Suchanfrage
) -> None:
    worte = "Zuerst stehen Angebote, die besonders gut zu Ihren Wörtern passen, danach die anderen. "
    mit = build_naehe_hinweise(naehe, anfrage, starke_zuerst=True)
    ohne = build_naehe_hinweise(naehe, anfrage)
    assert mit is not None
    assert ohne is not None
    assert mit.satz.count(worte) == 1
    assert mit.satz.replace(worte, "") == ohne.satz


def test_naehe_hinweis_in_another_order_does_not_say_sorted() -> None:
    stelle = build_stelle("Buch", Stellenart.GEBIET)
    hinweis = build_naehe_hinweise(Naehe(stelle), Suchanfrage(nah="Buch", sortierung="name"))
    assert hinweis == Naehehinweis(f"Die Entfernung zählt von der Mitte von „Buch“. {GESCHAETZT}")


def test_naehe_hinweis_of_a_choice_asks_with_links_that_keep_the_search() -> None:
    auswahl = tuple(build_stelle(f"Berliner Straße in {ort}", Stellenart.STRASSE) for ort in ("Pankow", "Blankenfelde"))
    hinweis = build_naehe_hinweise(
        Naehe(auswahl=auswahl, hausnummer="12"), Suchanfrage(q="Chor", nah="berliner str. 12")
    )
    assert hinweis == Naehehinweis(
        "„Berliner Straße“ gibt es in Pankow mehrmals.",
        "Was meinen Sie?",
        (
            Ortslink("Berliner Straße in Pankow", "/angebote/?q=Chor&nah=Berliner+Stra%C3%9Fe+12+in+Pankow"),
            Ortslink(
                "Berliner Straße in Blankenfelde", "/angebote/?q=Chor&nah=Berliner+Stra%C3%9Fe+12+in+Blankenfelde"
            ),
        ),
        ist_offen=True,
    )


def test_naehe_hinweis_of_a_choice_without_a_common_name_repeats_what_was_typed() -> None:
    auswahl = (
        build_stelle("Ortsteil Buch", Stellenart.GEBIET),
        build_stelle("Haltestelle Buchenweg", Stellenart.HALTESTELLE, ist_gebiet=False),
    )
    hinweis = build_naehe_hinweise(Naehe(auswahl=auswahl), Suchanfrage(nah="buch"))
    assert hinweis is not None
    assert hinweis.satz == "„buch“ gibt es in Pankow mehrmals."
    assert [link.label for link in hinweis.links] == ["Ortsteil Buch", "Haltestelle Buchenweg"]


def test_naehe_hinweis_of_a_slip_suggests() -> None:
    vorschlag = build_stelle("Antonplatz", Stellenart.HALTESTELLE, ist_gebiet=False)
    hinweis = build_naehe_hinweise(Naehe(vorschlaege=(vorschlag,)), Suchanfrage(nah="Antonplaz"))
    assert hinweis == Naehehinweis(
        "„Antonplaz“ kennen wir in Pankow nicht.",
        "Meinten Sie:",
        (Ortslink("Haltestelle Antonplatz", "/angebote/?nah=Antonplatz"),),
        ist_offen=True,
    )


def test_naehe_hinweis_of_the_only_likely_place_says_what_was_taken() -> None:
    halt = build_stelle("Antonplatz", Stellenart.HALTESTELLE, ist_gebiet=False)
    hinweis = build_naehe_hinweise(Naehe(halt, ist_vermutet=True), Suchanfrage(nah="Antonplaz"))
    assert hinweis == Naehehinweis(
        "„Antonplaz“ kennen wir in Pankow nicht. Meinten Sie „Antonplatz“?"
        f" Sortiert nach der Entfernung von der Haltestelle Antonplatz. {GESCHAETZT}"
    )


def test_naehe_hinweis_of_a_long_street_offers_its_sections_and_keeps_the_number() -> None:
    halt = build_stelle("S Lange Allee", Stellenart.HALTESTELLE, ist_gebiet=False)
    teil = build_stelle("Lange Allee, 13086", Stellenart.STRASSE)
    hinweis = build_naehe_hinweise(Naehe(halt, abschnitte=(teil,), hausnummer="5a"), Suchanfrage(nah="lange allee 5 a"))
    assert hinweis == Naehehinweis(
        "Die Hausnummer 5a können wir nicht zuordnen."
        f" Sortiert nach der Entfernung von der Haltestelle S Lange Allee. {GESCHAETZT}",
        "Die Straße ist lang. Meinen Sie einen anderen Abschnitt?",
        (Ortslink("Lange Allee, 13086", "/angebote/?nah=Lange+Allee+5a%2C+13086"),),
    )


def test_naehe_hinweis_of_an_unknown_place_says_what_works() -> None:
    assert build_naehe_hinweise(Naehe(), Suchanfrage(nah="Kreuzberg")) == Naehehinweis(
        "„Kreuzberg“ kennen wir in Pankow nicht."
        " Versuchen Sie es mit einer Straße, einer Haltestelle oder einer Postleitzahl.",
        ist_offen=True,
    )


def test_naehe_hinweis_beside_an_area_suggests_something_more_exact() -> None:
    naehe = Naehe(
        build_stelle("Weißensee", Stellenart.GEBIET), vorschlaege=(build_stelle("Ostseestraße", Stellenart.STRASSE),)
    )
    hinweis = build_naehe_hinweise(naehe, Suchanfrage(nah="Ostsestr. in Weißensee"))
    assert hinweis is not None
    assert not hinweis.ist_offen
    assert (hinweis.frage, [link.label for link in hinweis.links]) == ("Oder meinten Sie:", ["Ostseestraße"])


@pytest.mark.parametrize(
    ("anfrage", "hinweis"),
    [
        (Suchanfrage(), None),
        (Suchanfrage(plz="13086"), None),
        (
            Suchanfrage(plz="13086", sortierung="entfernung"),
            Naehehinweis(f"Sortiert nach der Entfernung von der Mitte der Postleitzahl 13086. {GESCHAETZT}"),
        ),
    ],
)
def test_naehe_hinweis_of_a_postcode_only_if_it_sorts(anfrage: Suchanfrage, hinweis: Naehehinweis | None) -> None:
    assert build_naehe_hinweise(None, anfrage) == hinweis
