"""Which facts can be written when: exactly in the states the table names."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.kooperationsangaben import ABSCHNITTE, AbschnittGesperrtError, VotumLiegtVorError, save_abschnitt
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Stelle
from tests.konzept.factories_kooperation import (
    ANGABEN,
    TAG,
    KooperationsanfrageFactory,
    add_beteiligung,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

JAHR = "Bitte prüfen Sie das Jahr. Möglich sind die Jahre 2020 bis 2036."
OFFEN = {
    "eingang": {"eingang", "vorpruefung"},
    "angaben": {"eingang", "vorpruefung"},
    "vorpruefung": {"vorpruefung"},
    "recht": {"vorpruefung", "beteiligung", "pruefung_recht"},
    "vereinbarung": {"zugesagt", "vereinbart", "materialfreigabe"},
    "versand": {"versand"},
    "rueckmeldungen": {"rueckmeldungen", "ergebnisbericht"},
    "ergebnis": {"ergebnisbericht"},
}


def save(anfrage: Kooperationsanfrage, name: str, **werte: object) -> Kooperationsanfrage:
    abschnitt = ABSCHNITTE[name]
    bisher = {feld: getattr(anfrage, feld) for feld in abschnitt.felder}
    return save_abschnitt(
        anfrage_id=anfrage.pk, abschnitt=abschnitt, werte=bisher | werte, konto=get_konto(), heute=TAG
    )


@pytest.mark.parametrize("name", ABSCHNITTE)
@pytest.mark.parametrize("status", Anfragestatus)
def test_part_is_written_exactly_in_the_states_that_are_listed(name: str, status: Anfragestatus) -> None:
    anfrage = create_bereit(status)
    if status in OFFEN[name]:
        assert save(anfrage, name).pk == anfrage.pk
        return
    with pytest.raises(AbschnittGesperrtError) as fehler:
        save(anfrage, name)
    assert fehler.value.messages == [
        f"„{ABSCHNITTE[name].titel}“ lässt sich nicht ändern, solange die Anfrage auf „{status.label}“ steht."
    ]


def test_every_fact_belongs_to_exactly_one_part() -> None:
    felder = [feld for abschnitt in ABSCHNITTE.values() for feld in abschnitt.felder]
    eigene = {feld.name for feld in Kooperationsanfrage._meta.concrete_fields}
    assert len(felder) == len(set(felder))
    assert eigene - set(felder) == {"id", "status", "runde", "wiedervorlage_am", "vollmacht_dokument"}


def test_change_is_in_the_history_with_the_person() -> None:
    anfrage = create_bereit()
    save(anfrage, "angaben", zweck="Anders.")
    zeile = anfrage.verlauf.first()
    assert (zeile.zweck, zeile.history_user, zeile.history_change_reason) == (
        "Anders.",
        get_konto(),
        "Die sechs Angaben",
    )


def test_fields_of_other_parts_stay_as_they_are() -> None:
    anfrage = create_bereit()
    Kooperationsanfrage.objects.update(vergleich="Inzwischen geändert")
    save(anfrage, "angaben", zweck="Anders.")
    anfrage.refresh_from_db()
    assert (anfrage.zweck, anfrage.vergleich) == ("Anders.", "Inzwischen geändert")


@pytest.mark.parametrize(
    ("status", "name", "werte", "satz"),
    [
        (
            Anfragestatus.ZUGESAGT,
            "vereinbarung",
            {"vollmacht_bis": TAG - timedelta(days=1)},
            "Die Bevollmächtigung endet, bevor sie beginnt.",
        ),
        (
            Anfragestatus.VERSAND,
            "versand",
            {"versand_anzahl": 1001},
            "Es können nicht mehr Briefe verschickt als gedruckt worden sein.",
        ),
        (
            Anfragestatus.VERSAND,
            "versand",
            {"versand_am": TAG - timedelta(days=1)},
            "Der Versand liegt vor dem Druck. Möglich ist dieser Tag ab dem 9. November 2026.",
        ),
        *(
            (status, name, {feld: TAG + timedelta(days=1)}, "Dieser Tag liegt in der Zukunft.")
            for status, name, feld in (
                (Anfragestatus.EINGANG, "eingang", "eingegangen_am"),
                (Anfragestatus.ZUGESAGT, "vereinbarung", "erklaerung_am"),
                (Anfragestatus.VERSAND, "versand", "versand_am"),
                (Anfragestatus.ERGEBNISBERICHT, "ergebnis", "ergebnis_am"),
            )
        ),
        *(
            (Anfragestatus.EINGANG, "eingang", {"eingegangen_am": tag}, JAHR)
            for tag in (date.min, date(2019, 12, 31), date(2037, 1, 1), date.max)
        ),
        (Anfragestatus.VERSAND, "versand", {"bericht_bis": date.max}, JAHR),
        (
            Anfragestatus.RUECKMELDUNGEN,
            "rueckmeldungen",
            {"ablehnend_anzahl": 41},
            "Es können nicht mehr Antworten ablehnend sein, als es Antworten gab.",
        ),
    ],
)
def test_fact_that_cannot_be_is_refused(status: Anfragestatus, name: str, werte: dict[str, object], satz: str) -> None:
    anfrage = create_bereit(status)
    with pytest.raises(ValidationError) as fehler:
        save(anfrage, name, **werte)
    assert satz in fehler.value.messages


def create_in_pruefung(*, mit_votum: bool, **felder: object) -> Kooperationsanfrage:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.BETEILIGUNG, **(ANGABEN | felder))
    if mit_votum:
        add_beteiligung(anfrage, Stelle.DATENSCHUTZ)
    return anfrage


def test_law_the_datenschutz_has_judged_on_is_not_changed_without_a_step_back() -> None:
    anfrage = create_in_pruefung(mit_votum=True, anlass="Besuche", rechtsgrundlage="e")
    with pytest.raises(VotumLiegtVorError) as fehler:
        save(anfrage, "recht", anlass="Etwas anderes")
    assert fehler.value.message_dict == {
        "anlass": [
            "Dazu hat der Datenschutz schon sein Votum abgegeben. Gehen Sie zurück zur Vorprüfung, dann votiert er neu."
        ]
    }
    anfrage.refresh_from_db()
    assert anfrage.anlass == "Besuche"


def test_law_is_changed_before_the_vote_and_an_open_provision_is_named_after_it() -> None:
    assert save(create_in_pruefung(mit_votum=False, anlass="Besuche"), "recht", anlass="Neu").anlass == "Neu"
    offen = create_in_pruefung(mit_votum=True, rechtsvorschrift="")
    assert save(offen, "recht", rechtsvorschrift="SGB XII").rechtsvorschrift == "SGB XII"


def test_what_the_datenschutz_should_have_judged_on_is_not_filled_in_behind_it() -> None:
    with pytest.raises(VotumLiegtVorError) as fehler:
        save(create_in_pruefung(mit_votum=True, anlass=""), "recht", anlass="Besuche")
    assert set(fehler.value.message_dict) == {"anlass"}
