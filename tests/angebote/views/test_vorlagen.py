import pytest
from django.http import QueryDict

from angebote.domain.suche import Suchanfrage, load_auswahl
from angebote.views.vorlagen import VORLAGEN, Vorlage, add_vorlage, build_fachkraefte_url, find_vorlage

KOSTENLOS = "kostenlos-ohne-anmeldung"


def get_vorlage(slug: str) -> Vorlage:
    vorlage = find_vorlage(slug)
    assert vorlage is not None
    return vorlage


def test_presets_of_the_two_minute_way_are_there_in_their_order() -> None:
    assert [vorlage.slug for vorlage in VORLAGEN] == [
        "besuch-zu-hause",
        "begleitung",
        "abholung",
        KOSTENLOS,
        "seelische-gesundheit",
        "lotsen",
        "pflege",
        "treffpunkte",
    ]
    assert find_vorlage("quatsch") is None


@pytest.mark.django_db
@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda vorlage: vorlage.slug)
def test_preset_uses_only_values_the_search_knows(vorlage: Vorlage) -> None:
    auswahl = load_auswahl()
    bekannte = {(gruppe, option.wert) for gruppe, optionen in auswahl.items() for option in optionen}
    assert vorlage.paare
    assert set(vorlage.paare) <= bekannte


def test_preset_joins_what_is_wanted_besides_and_leaves_it_again() -> None:
    vorlage = get_vorlage("abholung")
    wunsch = Suchanfrage(kiez=("buch",), barrierefrei=("stufenlos",))
    ganze = vorlage.join(wunsch)
    assert ganze == Suchanfrage(kiez=("buch",), barrierefrei=("begleitung", "stufenlos"))
    assert vorlage.leave(ganze) == wunsch
    assert (vorlage.ist_in(ganze), vorlage.ist_in(wunsch)) == (True, False)


def test_preset_stands_in_an_address_for_its_parameters() -> None:
    alle = add_vorlage(QueryDict("kiez=buch&anmeldung=quatsch"), get_vorlage(KOSTENLOS))
    assert (alle.get("kosten"), alle.get("anmeldung"), alle.get("kiez")) == ("kostenlos", "ohne", "buch")


@pytest.mark.parametrize(
    ("slug", "anfrage", "adresse"),
    [
        ("lotsen", Suchanfrage(kategorie=("lotsen-sozialberatung",)), "?vorlage=lotsen"),
        (
            KOSTENLOS,
            Suchanfrage(kosten=("kostenlos",), anmeldung="ohne", unbekannt=("kosten",), kiez=("buch",)),
            f"?vorlage={KOSTENLOS}&kiez=buch&unbekannt=kosten",
        ),
        ("", Suchanfrage(kiez=("buch",)), "?kiez=buch"),
        ("", Suchanfrage(), ""),
    ],
)
def test_address_names_the_preset_instead_of_its_parameters(slug: str, anfrage: Suchanfrage, adresse: str) -> None:
    assert build_fachkraefte_url(find_vorlage(slug), anfrage) == f"/fachkraefte/{adresse}"
