from angebote.domain.angebotsdaten import list_namen
from angebote.importers.pfad.spalten import list_spalten
from angebote.importers.pfad.spaltenbau import ORT
from angebote.importers.pfad.zellen import fold


def test_every_value_of_an_offer_has_a_column() -> None:
    namen = {spalte.name for spalte in list_spalten()}

    # A place has columns of its own.
    assert set(list_namen()) - namen == {"ort"}
    assert {name for name in namen if name.startswith(ORT)}


def test_no_two_columns_have_the_same_heading() -> None:
    worte = [wort for spalte in list_spalten() for wort in {fold(w) for w in (spalte.titel, *spalte.weitere)}]

    assert sorted(worte) == sorted(set(worte))


def test_every_column_of_the_template_says_what_goes_into_it() -> None:
    ohne = {spalte.name for spalte in list_spalten() if not spalte.hilfe and not spalte.beispiel}

    assert {name for name in ohne if name in {"titel", "zeiten", "kosten", "kategorien", "ort.name"}} == set()
