"""What the public may know, and what an address would tell it beside that."""

from datetime import date

import pytest

from konzept.choices import Anzeige
from konzept.domain.ansprechstellen import Ansprechstelle, build_ansprechstelle, list_ansprechstellen
from konzept.domain.zustaendigkeit import list_besetzungen
from konzept.models import Geschaeftsbereich, Zustaendigkeit
from tests.konten import create_konto
from tests.konzept.factories import GeschaeftsbereichFactory, ZustaendigkeitFactory

HEUTE = date(2026, 11, 28)


def build(**felder: object) -> Zustaendigkeit:
    angaben = {"funktion": "Stelle", "anzeige": Anzeige.FUNKTION, "email_zeigen": True, **felder}
    return Zustaendigkeit(geschaeftsbereich=Geschaeftsbereich(name="Soziales"), **angaben)  # type: ignore[misc]


@pytest.mark.django_db
def test_public_sees_function_or_name_or_nothing_as_released() -> None:
    bereich = GeschaeftsbereichFactory(name="Soziales")
    angaben = {"geschaeftsbereich": bereich, "person": "Vorname Name", "telefon": "030 1", "email": "a@example.org"}
    angaben |= {"komponente": None, "email_zeigen": True}
    ZustaendigkeitFactory(funktion="Leitung", ist_haupt=True, anzeige=Anzeige.NEIN, **angaben)
    ZustaendigkeitFactory(funktion="Koordination", anzeige=Anzeige.FUNKTION, **angaben)
    ZustaendigkeitFactory(funktion="Vermittlung", anzeige=Anzeige.NAME, **angaben)

    stellen = list_ansprechstellen(list_besetzungen(heute=HEUTE)[0])

    assert set(stellen) == {
        Ansprechstelle("Koordination", "", "Soziales", "030 1", "a@example.org", ist_haupt=False),
        Ansprechstelle("Vermittlung", "Vorname Name", "Soziales", "030 1", "a@example.org", ist_haupt=False),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("ist_haupt", [True, False])
def test_who_has_left_is_left_out_name_number_and_all(ist_haupt: bool) -> None:
    weg = create_konto("weg", is_active=False)
    ZustaendigkeitFactory(komponente=None, ist_haupt=ist_haupt, person="Name", anzeige=Anzeige.NAME, konto=weg)
    assert list_ansprechstellen(list_besetzungen(heute=HEUTE)[0]) == []


def test_address_is_shown_only_where_staff_have_chosen_it() -> None:
    assert build_ansprechstelle(build(email="eva.beispiel@example.org", email_zeigen=False)).email == ""
    assert build_ansprechstelle(build(email="stelle@example.org", email_zeigen=True)).email == "stelle@example.org"


@pytest.mark.parametrize(
    ("person", "email"),
    [
        ("Vorname Beispielname", "vorname.beispielname@example.org"),
        ("Vorname Beispielname", "VBeispielname@example.org"),
        ("Vorname Beispielname", "vorname@example.org"),
        ("Beispielname, Vorname", "v.beispielname@example.org"),
        ("Vorname Beispielname M.A.", "beispielname@example.org"),
        ("Prof. Dr. Vorname Beispielname", "beispielname@example.org"),
        ("Vorname Müßig-Ölmann", "v.oelmann@example.org"),
        ("Vorname Müßig-Ölmann", "muessig@example.org"),
        ("Vorname Müßig-Ölmann", "mussig.olmann@example.org"),
        ("Jan Beispielname", "jan@example.org"),
        ("Vorname Xy", "v.xy@example.org"),
        ("Vorname Beispielname", "v-beispiel-name@example.org"),
    ],
)
def test_address_that_holds_any_part_of_a_name_is_not_shown(person: str, email: str) -> None:
    assert build_ansprechstelle(build(person=person, email=email)).email == ""
    assert build_ansprechstelle(build(vertretung_person=person, email=email)).email == ""
    assert build_ansprechstelle(build(person=person, email=email, anzeige=Anzeige.NAME)).email == email


@pytest.mark.parametrize(
    ("person", "email"),
    [
        ("Vorname Beispielname", "stelle@beispielname.example"),
        ("Vorname Xy", "xyz@example.org"),
        ("Jan Beispielname", "januar@example.org"),
        ("Prof. Beispielname", "professur@example.org"),
        ("", "stelle@example.org"),
        ("Vorname Beispielname", ""),
    ],
)
def test_address_that_holds_no_name_is_shown(person: str, email: str) -> None:
    assert build_ansprechstelle(build(person=person, email=email)).email == email


def test_name_of_the_deputy_stays_hidden_where_only_the_other_is_released() -> None:
    zeile = build(person="Vorname Eins", vertretung_person="Vorname Zweitname", anzeige=Anzeige.NAME)
    zeile.email = "zweitname@example.org"
    assert build_ansprechstelle(zeile).email == ""
