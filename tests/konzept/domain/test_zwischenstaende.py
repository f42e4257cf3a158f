"""Only what would be lost stands in the way of saving, and it says who, when and what."""

from datetime import date

import pytest

from angebote.models.verlauf import give_anlass
from konzept.domain.zwischenstaende import VeraltetError, check_gesehenes, list_zwischenstaende, read_felder
from konzept.models import Massnahme
from tests.factories import KiezFactory
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_kooperation import KooperationsanfrageFactory

pytestmark = pytest.mark.django_db
NAMEN = ("titel", "beginn", "kieze", "federfuehrung")


def read_werte(massnahme: Massnahme) -> dict[str, object]:
    """As a form has cleaned them."""
    werte: dict[str, object] = {name: getattr(massnahme, name) for name in NAMEN}
    return werte | {"kieze": massnahme.kieze.all()}


def test_cents_are_said_in_euros() -> None:
    anfrage = KooperationsanfrageFactory(aufwand_druck_cent=15_050)
    andere = list_zwischenstaende(anfrage, gesehen={"aufwand_druck_cent": None}, werte={"aufwand_druck_cent": 12_000})
    assert andere["aufwand_druck_cent"].text == "150,50 €"


def test_nothing_changed_is_nothing_to_read() -> None:
    massnahme = MassnahmeFactory()
    gesehen = read_felder(massnahme, NAMEN)
    werte = read_werte(massnahme) | {"titel": "Mein Titel"}
    assert list_zwischenstaende(massnahme, gesehen=gesehen, werte=werte) == {}


def test_each_field_that_would_be_lost_says_value_person_and_time() -> None:
    massnahme, konto = MassnahmeFactory(beginn=date(2026, 12, 1)), create_konto("kollegin")
    gesehen, werte = read_felder(massnahme, NAMEN), read_werte(MassnahmeFactory(beginn=date(2026, 12, 1)))
    werte = werte | {"titel": massnahme.titel, "federfuehrung": massnahme.federfuehrung}
    massnahme.beginn = date(2027, 1, 15)
    with give_anlass(grund="Bearbeitet", konto=konto):
        massnahme.save()
        massnahme.kieze.set([KiezFactory(name="Buch"), KiezFactory(name="Alt-Pankow")])

    andere = list_zwischenstaende(massnahme, gesehen=gesehen, werte=werte)

    letzte = massnahme.verlauf.latest("history_id").history_date
    assert {name: (einer.text, einer.wer, einer.wann) for name, einer in andere.items()} == {
        "beginn": ("15. Januar 2027", "kollegin", letzte),
        "kieze": ("Alt-Pankow\nBuch", "kollegin", letzte),
    }


def test_what_was_typed_as_it_is_saved_now_is_no_loss() -> None:
    massnahme = MassnahmeFactory(titel="Alt")
    gesehen = read_felder(massnahme, NAMEN)
    massnahme.titel = "Neu"
    massnahme.save()
    assert list_zwischenstaende(massnahme, gesehen=gesehen, werte=read_werte(massnahme)) == {}


def test_line_ends_of_the_browser_are_no_change() -> None:
    massnahme = MassnahmeFactory(ziel="Eins")
    massnahme.ziel = "Eins\nZwei"
    assert list_zwischenstaende(massnahme, gesehen={"ziel": "Eins"}, werte={"ziel": "Eins\r\nZwei"}) == {}


def test_refusal_names_the_fields_and_nothing_seen_asks_for_none() -> None:
    massnahme = MassnahmeFactory(titel="Neu")
    check_gesehenes(massnahme, gesehen=None, werte={"titel": "Meins"})
    with pytest.raises(VeraltetError) as fehler:
        check_gesehenes(massnahme, gesehen={"titel": "Alt"}, werte={"titel": "Meins"})
    anfang = "Inzwischen hat jemand gespeichert: „Titel“. Ihre Eingaben stehen noch hier, "
    ende = "der andere Stand steht unter dem Feld. Wenn Sie noch einmal sichern, gelten Ihre Angaben."
    assert fehler.value.messages == [anfang + ende]
