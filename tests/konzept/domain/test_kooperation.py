"""The way of a request: every pair of states, who may take a step, and what is written down of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.kooperation import (
    BEENDBARE,
    UEBERGAENGE,
    ZURUECKZIEHBARE,
    GrundFehltError,
    NochNichtVollstaendigError,
    NurDurchEntscheidungError,
    SchonVerschicktError,
    UebergangFehltError,
    create_anfrage,
    find_uebergang,
    list_uebergaenge,
    move_anfrage,
)
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfrageart, Anfragestatus, Rechtsform
from tests.konzept.factories_kooperation import (
    EINGEGANGEN,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

WEITER = {
    ("eingang", "vorpruefung"),
    ("vorpruefung", "beteiligung"),
    ("beteiligung", "pruefung_recht"),
    ("pruefung_recht", "entscheidung"),
    ("zugesagt", "vereinbart"),
    ("vereinbart", "materialfreigabe"),
    ("materialfreigabe", "versand"),
    ("versand", "rueckmeldungen"),
    ("rueckmeldungen", "ergebnisbericht"),
    ("ergebnisbericht", "abgeschlossen"),
}
ENTSCHIEDEN = {
    ("entscheidung", "zugesagt"),
    ("entscheidung", "abgelehnt"),
    ("entscheidung", "zurueckgestellt"),
    ("pruefung_recht", "abgelehnt"),
}
ZURUECK = {
    ("vorpruefung", "eingang"),
    ("beteiligung", "vorpruefung"),
    ("pruefung_recht", "vorpruefung"),
    ("entscheidung", "pruefung_recht"),
    ("zurueckgestellt", "pruefung_recht"),
    ("versand", "materialfreigabe"),
} | {(von.value, "zurueckgezogen") for von in ZURUECKZIEHBARE}
ZURUECK |= {(von.value, "beendet") for von in BEENDBARE}
NUR_VOR_VERSAND = {(von, nach) for von, nach in ZURUECK if von == "versand"}


def move(anfrage: Kooperationsanfrage, nach: str, grund: str = "Darum."):
    return move_anfrage(anfrage_id=anfrage.pk, nach=nach, konto=get_konto(), jetzt=ZEIT, grund=grund)


def test_table_is_the_one_of_the_guideline() -> None:
    assert {(einer.von.value, einer.nach.value) for einer in UEBERGAENGE} == WEITER | ENTSCHIEDEN | ZURUECK
    assert {(einer.von, einer.nach) for einer in UEBERGAENGE if einer.durch_entscheidung} == ENTSCHIEDEN
    assert {(einer.von, einer.nach) for einer in UEBERGAENGE if einer.nur_vor_versand} == NUR_VOR_VERSAND
    assert len(UEBERGAENGE) == len(WEITER | ENTSCHIEDEN | ZURUECK)


@pytest.mark.parametrize("von", Anfragestatus)
@pytest.mark.parametrize("nach", Anfragestatus)
def test_pair_of_states_is_taken_exactly_if_the_table_lists_it(von: Anfragestatus, nach: Anfragestatus) -> None:
    tage = {"versand_am": None} if (von, nach) in NUR_VOR_VERSAND else {}
    anfrage = create_bereit(von, **tage)
    if (von, nach) in WEITER | ZURUECK:
        move(anfrage, nach)
        anfrage.refresh_from_db()
        assert anfrage.status == nach
        return
    fehler = NurDurchEntscheidungError if (von, nach) in ENTSCHIEDEN else UebergangFehltError
    with pytest.raises(fehler):
        move(anfrage, nach)
    anfrage.refresh_from_db()
    assert (anfrage.status, anfrage.schritte.count()) == (von, 1)


@pytest.mark.parametrize(
    "status",
    [Anfragestatus.ABGESCHLOSSEN, Anfragestatus.ABGELEHNT, Anfragestatus.ZURUECKGEZOGEN, Anfragestatus.BEENDET],
)
def test_ended_request_has_no_step_left(status: Anfragestatus) -> None:
    assert list_uebergaenge(KooperationsanfrageFactory(status=status)) == []


def test_step_to_where_it_stands_is_refused_with_a_sentence_of_its_own() -> None:
    with pytest.raises(UebergangFehltError) as fehler:
        move(create_bereit(), "eingang")
    assert fehler.value.messages == ["Die Anfrage steht schon auf „Eingang“."]


def test_step_that_is_not_listed_names_both_ends() -> None:
    with pytest.raises(UebergangFehltError) as fehler:
        move(create_bereit(), "versand")
    assert fehler.value.messages == ["Von „Eingang“ nach „Versand“ führt kein Weg."]


def test_unknown_state_is_refused() -> None:
    with pytest.raises(UebergangFehltError) as fehler:
        move(create_bereit(), "generell genehmigt")
    assert fehler.value.messages == ["Von „Eingang“ nach „generell genehmigt“ führt kein Weg."]


def test_step_that_only_a_decision_takes_says_so() -> None:
    with pytest.raises(NurDurchEntscheidungError) as fehler:
        move(create_bereit(Anfragestatus.ENTSCHEIDUNG), "zugesagt")
    assert fehler.value.messages == ["Dorthin führt nur eine Entscheidung mit Gründen."]


@pytest.mark.parametrize("paar", sorted(ZURUECK))
@pytest.mark.parametrize("grund", ["", "  "])
def test_way_back_without_a_reason_is_refused(paar: tuple[str, str], grund: str) -> None:
    anfrage = create_bereit(Anfragestatus(paar[0]), versand_am=None)
    with pytest.raises(GrundFehltError) as fehler:
        move(anfrage, paar[1], grund)
    assert fehler.value.message_dict == {"grund": ["Bitte einen Grund angeben; er bleibt im Verlauf stehen."]}


@pytest.mark.parametrize("paar", sorted(ZURUECK))
def test_way_back_asks_for_nothing_but_the_reason(paar: tuple[str, str]) -> None:
    anfrage = KooperationsanfrageFactory(status=paar[0])
    move(anfrage, paar[1])
    anfrage.refresh_from_db()
    assert anfrage.status == paar[1]


@pytest.mark.parametrize("nach", sorted(nach for _von, nach in NUR_VOR_VERSAND))
def test_what_is_posted_can_neither_go_back_nor_end_early(nach: str) -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND)
    assert [einer.nach.value for einer in list_uebergaenge(anfrage)] == ["rueckmeldungen"]
    with pytest.raises(SchonVerschicktError) as fehler:
        move(anfrage, nach)
    assert fehler.value.messages == ["Die Briefe sind schon verschickt. Von hier geht es nur noch weiter."]


def test_purpose_alone_never_is_enough() -> None:
    anfrage = KooperationsanfrageFactory(zweck="Ein guter Zweck.")
    with pytest.raises(NochNichtVollstaendigError) as fehler:
        move(anfrage, "vorpruefung")
    assert fehler.value.messages == [
        "Es fehlt der Inhalt.",
        "Es fehlt das öffentliche Interesse.",
        "Es fehlt der Nutzen für die Menschen.",
        "Es fehlt, welche Daten gewünscht sind.",
        "Es fehlt der Umfang der Daten.",
        "Es fehlt eine feste Ansprechperson beim Träger.",
        "Es fehlt, wie die Ansprechperson zu erreichen ist.",
        "Es fehlt eine Referenz: Woher kennt der Bezirk den Träger?",
    ]


def test_step_is_written_down_with_person_time_and_reason() -> None:
    anfrage = create_bereit(Anfragestatus.VORPRUEFUNG)

    schritt = move(anfrage, "eingang", "  Die Referenz stimmt nicht.  ")

    assert (schritt.von, schritt.nach, schritt.konto, schritt.am, schritt.grund) == (
        "vorpruefung",
        "eingang",
        get_konto(),
        ZEIT,
        "Die Referenz stimmt nicht.",
    )
    assert str(schritt) == "Vorprüfung → Eingang"
    zeile = anfrage.verlauf.first()
    assert (zeile.status, zeile.history_user, zeile.history_change_reason) == (
        "eingang",
        get_konto(),
        "Zurück zum Eingang",
    )


@pytest.mark.parametrize("paar", [("beteiligung", "vorpruefung"), ("pruefung_recht", "vorpruefung")])
def test_going_back_to_the_papers_voids_the_votes(paar: tuple[str, str]) -> None:
    anfrage = create_bereit(Anfragestatus(paar[0]))
    move(anfrage, paar[1])
    move(anfrage, "beteiligung")

    with pytest.raises(NochNichtVollstaendigError) as fehler:
        move(anfrage, "pruefung_recht")

    assert fehler.value.messages == [
        "Der Datenschutz ist noch nicht beteiligt.",
        "Die Pressestelle ist noch nicht beteiligt.",
        "Die Statistikstelle ist noch nicht beteiligt.",
    ]
    assert anfrage.beteiligungen.filter(runde=1).count() == 3


def test_going_back_from_the_decision_keeps_the_votes() -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    move(anfrage, "pruefung_recht")
    move(anfrage, "entscheidung")
    anfrage.refresh_from_db()
    assert (anfrage.status, anfrage.runde) == ("entscheidung", 1)


def test_authorisation_that_ends_today_still_counts_and_one_of_yesterday_does_not() -> None:
    heute = create_bereit(Anfragestatus.MATERIALFREIGABE, vollmacht_bis=TAG)
    gestern = create_bereit(
        Anfragestatus.MATERIALFREIGABE, vollmacht_am=EINGEGANGEN, vollmacht_bis=TAG - timedelta(days=1)
    )
    move(heute, "versand")
    with pytest.raises(NochNichtVollstaendigError) as fehler:
        move(gestern, "versand")
    assert fehler.value.messages == ["Die Bevollmächtigung ist abgelaufen. Der Träger muss eine neue vorlegen."]


def test_request_is_taken_in_with_its_first_step() -> None:
    werte = {
        "titel": "Anschreiben",
        "art": Anfrageart.ANSCHREIBEN,
        "eingegangen_am": EINGEGANGEN,
        "traeger_name": "Träger e. V.",
        "rechtsform": Rechtsform.EV,
    }

    anfrage = create_anfrage(werte=werte, konto=get_konto(), jetzt=ZEIT)

    assert anfrage.status == "eingang"
    [schritt] = anfrage.schritte.all()
    assert (schritt.von, schritt.nach, schritt.konto, schritt.am) == ("", "eingang", get_konto(), ZEIT)
    assert str(schritt) == "Eingang"


@pytest.mark.parametrize("rechtsform", ["", "natuerliche_person", "gbr"])
def test_requester_that_is_no_legal_person_is_refused(rechtsform: str) -> None:
    werte = {
        "titel": "Anschreiben",
        "art": Anfrageart.ANSCHREIBEN,
        "eingegangen_am": EINGEGANGEN,
        "traeger_name": "Jemand",
        "rechtsform": rechtsform,
    }
    with pytest.raises(ValidationError) as fehler:
        create_anfrage(werte=werte, konto=get_konto(), jetzt=ZEIT)
    assert "rechtsform" in fehler.value.message_dict
    assert not Kooperationsanfrage.objects.exists()


def test_second_click_takes_in_no_second_request() -> None:
    werte = {
        "titel": "Anschreiben",
        "art": Anfrageart.ANSCHREIBEN,
        "eingegangen_am": EINGEGANGEN,
        "traeger_name": "Träger e. V.",
        "rechtsform": Rechtsform.EV,
    }
    erste = create_anfrage(werte=werte, konto=get_konto(), jetzt=ZEIT)
    with pytest.raises(ValidationError) as fehler:
        create_anfrage(werte=werte, konto=get_konto(), jetzt=ZEIT)
    assert fehler.value.messages == ["Diese Anfrage ist schon aufgenommen. Sie steht in der Liste der Anfragen."]
    assert list(Kooperationsanfrage.objects.all()) == [erste]


def test_request_of_tomorrow_is_refused() -> None:
    werte = {
        "titel": "Anschreiben",
        "art": Anfrageart.ANSCHREIBEN,
        "eingegangen_am": TAG + timedelta(days=1),
        "traeger_name": "Träger e. V.",
        "rechtsform": Rechtsform.EV,
    }
    with pytest.raises(ValidationError) as fehler:
        create_anfrage(werte=werte, konto=get_konto(), jetzt=ZEIT)
    assert fehler.value.message_dict == {"eingegangen_am": ["Dieser Tag liegt in der Zukunft."]}
    assert not Kooperationsanfrage.objects.exists()


def test_find_uebergang_knows_no_way_from_an_unknown_state() -> None:
    assert find_uebergang("irgendwo", "eingang") is None
