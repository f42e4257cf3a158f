import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.suchworte import (
    Wortgruppe,
    Worthinweise,
    find_gruppen_mit,
    find_hinweise,
    find_stoppwort,
    join_worte,
    read_wortgruppe,
    split_worte,
)
from angebote.models import Stoppwort, Synonymgruppe
from pankow_einsamkeit.lib.text import normalise_text


@pytest.mark.parametrize(
    ("text", "worte"),
    [
        ("", []),
        ("Kaffee", ["Kaffee"]),
        ("Kaffee\r\nTee\r\n", ["Kaffee", "Tee"]),
        ("Kaffee, Tee; Kakao", ["Kaffee", "Tee", "Kakao"]),
        ("  Kaffee   trinken \n\n\t\n Tee", ["Kaffee trinken", "Tee"]),
        ("Café\ncafe\nCAFÉ", ["Café"]),
        ("Männer\nMaenner", ["Männer"]),
        ("Straße\nStrasse", ["Straße"]),
        ("Rat\nRad", ["Rat", "Rad"]),
        (" , -, \n…", []),
        ("Kaffee\u2028Tee\x0bKakao", ["Kaffee", "Tee", "Kakao"]),
    ],
)
def test_worte_of_a_field_are_split_and_named_once(text: str, worte: list[str]):
    assert split_worte(text) == worte


@given(st.text())
def test_worte_written_back_are_read_the_same(text: str):
    worte = split_worte(text)

    assert split_worte(join_worte(worte)) == worte


@given(st.text())
def test_worte_are_all_different_to_the_search_and_never_empty(text: str):
    gefaltet = [normalise_text(wort) for wort in split_worte(text)]

    assert len(set(gefaltet)) == len(gefaltet)
    assert "" not in gefaltet


def create_gruppe(worte: str, findet: str = "", *, zeigt_hilfe: bool = False) -> Synonymgruppe:
    return Synonymgruppe.objects.create(worte=worte, findet=findet, zeigt_hilfe=zeigt_hilfe)


@pytest.fixture
def _ohne_vorgegebene_worte(db: None) -> None:
    Synonymgruppe.objects.all().delete()
    Stoppwort.objects.all().delete()


@pytest.mark.usefixtures("_ohne_vorgegebene_worte")
def test_wortgruppe_of_a_saved_group_holds_its_words():
    gruppe = create_gruppe("allein\neinsam", "Besuch", zeigt_hilfe=True)

    assert read_wortgruppe(gruppe) == Wortgruppe(gruppe.pk, ("allein", "einsam"), ("Besuch",), zeigt_hilfe=True)


@pytest.mark.usefixtures("_ohne_vorgegebene_worte")
def test_hinweise_name_filler_words_in_both_fields():
    fuer, mit = Stoppwort.objects.create(wort="für"), Stoppwort.objects.create(wort="mit")
    Stoppwort.objects.create(wort="und")
    create_gruppe("für\nstatt")  # that a word left out has a second group tells nothing more

    hinweise = find_hinweise(Wortgruppe(None, ("FUER", "Kaffee"), ("Mit", "Tee und Gebäck")))

    assert hinweise == Worthinweise(fuellwoerter=(fuer, mit))


@pytest.mark.usefixtures("_ohne_vorgegebene_worte")
def test_hinweise_name_other_groups_with_the_same_word_but_not_the_group_itself():
    eigene = create_gruppe("Kaffee\nTee")
    andere = create_gruppe("kaffee\nKuchen")
    create_gruppe("Torte", "Kaffee")  # leads to it, which is no second group for whoever searches for it

    hinweise = find_hinweise(read_wortgruppe(eigene))

    assert hinweise == Worthinweise(doppelte=(("Kaffee", andere),))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("gruppe", "ist_wirkungslos"),
    [
        (Wortgruppe(None, ("Zumba",), ()), True),
        (Wortgruppe(None, ("Zumba",), ("zumba",)), True),
        (Wortgruppe(None, ("Zumba",), ("Tanz",)), False),
        (Wortgruppe(None, ("Zumba", "Tanz"), ()), False),
        (Wortgruppe(None, ("Zumba",), (), zeigt_hilfe=True), False),
    ],
)
def test_hinweise_tell_a_lone_word_that_leads_nowhere(gruppe: Wortgruppe, ist_wirkungslos: bool):
    assert find_hinweise(gruppe).ist_wirkungslos is ist_wirkungslos


@pytest.mark.parametrize(
    ("hinweise", "vorhanden"),
    [(Worthinweise(), False), (Worthinweise(ist_wirkungslos=True), True), (Worthinweise((Stoppwort(),)), True)],
)
def test_hinweise_without_content_are_false(hinweise: Worthinweise, vorhanden: bool):
    assert bool(hinweise) is vorhanden


@pytest.mark.usefixtures("_ohne_vorgegebene_worte")
def test_gruppen_mit_a_word_compare_as_the_search_folds():
    gruppe = create_gruppe("Café\nStraßencafé\nStraßencafés\nTasse Kaffee")
    create_gruppe("Kaffee")

    assert find_gruppen_mit(["STRASSENCAFE", "tassen kaffee", "Tee", "Tasse"]) == [
        ("STRASSENCAFE", gruppe),
        ("tassen kaffee", gruppe),
    ]


@pytest.mark.usefixtures("_ohne_vorgegebene_worte")
def test_stoppwort_is_found_in_any_spelling_but_not_as_itself():
    fuer = Stoppwort.objects.create(wort="für")

    assert find_stoppwort("Fuer") == fuer
    assert find_stoppwort("Fuer", ohne_pk=fuer.pk) is None
    assert find_stoppwort("furt") is None
