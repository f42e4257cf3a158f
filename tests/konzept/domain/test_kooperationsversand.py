"""Nothing is printed without releases, nothing posted without agreement and authorisation; each refusal by itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.dokumentloeschung import erase_dokument
from konzept.domain.kooperation import move_anfrage
from konzept.domain.kooperationsangaben import ABSCHNITTE, save_abschnitt
from konzept.domain.kooperationsfolge import FolgeError
from konzept.domain.kooperationspruefung import list_fehlendes, load_lage
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus
from tests.konzept.factories_kooperation import (
    ANGABEN,
    EINGEGANGEN,
    FREIGEBENDE,
    TAG,
    ZEIT,
    add_freigabe,
    add_material_fuer,
    create_bereit,
    get_konto,
)

pytestmark = pytest.mark.django_db

GESTERN = TAG - timedelta(days=1)
UNVERSCHICKT = dict.fromkeys(("druck_am", "versand_am"))
ABSCHNITT = ABSCHNITTE["versand"]
OHNE_MATERIAL = "Es fehlt das Material, das verschickt werden soll."
OHNE_PRESSE = "Die Pressestelle hat nicht jedes Material in der neuesten Version freigegeben."
ZU_SPAET = (
    "Verschickt wird höchstens bis zum Ende der Bevollmächtigung. Möglich ist dieser Tag bis zum 8. November 2026."
)


def save(anfrage: Kooperationsanfrage, **werte: object) -> Kooperationsanfrage:
    alle = {name: ANGABEN[name] for name in ABSCHNITT.felder} | werte
    return save_abschnitt(anfrage_id=anfrage.pk, abschnitt=ABSCHNITT, werte=alle, konto=get_konto(), heute=TAG)


def erase_alles(anfrage: Kooperationsanfrage) -> None:
    for dokument in anfrage.dokumente.all():
        erase_dokument(dokument_id=dokument.pk, grund="Falsch.", konto=get_konto(), jetzt=ZEIT)


def test_print_and_posting_are_saved_when_everything_is_there() -> None:
    anfrage = save(create_bereit(Anfragestatus.VERSAND, **UNVERSCHICKT))
    assert (anfrage.druck_am, anfrage.versand_am) == (TAG, TAG)


@pytest.mark.parametrize(("ohne", "satz"), [("material", OHNE_MATERIAL), ("freigabe-presse", OHNE_PRESSE)])
def test_print_without_letter_or_release_is_refused(ohne: str, satz: str) -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND, ohne=ohne, **UNVERSCHICKT)
    with pytest.raises(FolgeError) as fehler:
        save(anfrage, versand_am=None)
    assert fehler.value.message_dict["druck_am"][0] == satz
    assert set(fehler.value.message_dict) == {"druck_am"}


@pytest.mark.parametrize(
    ("ohne", "satz"),
    [
        ("erklaerung", "Es fehlt die unterzeichnete Erklärung der Geschäftsführung."),
        ("vollmacht", "Es fehlt das Schreiben mit der Bevollmächtigung."),
    ],
)
def test_posting_without_a_paper_is_refused(ohne: str, satz: str) -> None:
    with pytest.raises(FolgeError) as fehler:
        save(create_bereit(Anfragestatus.VERSAND, ohne=ohne, **UNVERSCHICKT))
    assert fehler.value.message_dict == {"versand_am": [satz]}


@pytest.mark.parametrize("vorher", [None, GESTERN])
def test_posting_after_the_authorisation_has_ended_is_refused(vorher: date | None) -> None:
    tage = {"auswahl_am": GESTERN, "druck_am": GESTERN, "versand_am": vorher}
    anfrage = create_bereit(Anfragestatus.VERSAND, vollmacht_am=EINGEGANGEN, vollmacht_bis=GESTERN, **tage)
    with pytest.raises(FolgeError) as fehler:
        save(anfrage)
    assert fehler.value.message_dict == {"versand_am": [ZU_SPAET]}


def test_posting_on_the_last_day_can_be_entered_later() -> None:
    vollmacht = {"vollmacht_am": EINGEGANGEN, "vollmacht_bis": GESTERN}
    anfrage = create_bereit(Anfragestatus.VERSAND, ohne="material", **(vollmacht | UNVERSCHICKT))
    brief = add_material_fuer(anfrage)
    for stelle in FREIGEBENDE:
        add_freigabe(brief, stelle, freigegeben_am=GESTERN)
    assert save(anfrage, auswahl_am=GESTERN, druck_am=GESTERN, versand_am=GESTERN).versand_am == GESTERN


def test_posting_without_a_day_of_print_is_refused() -> None:
    """Else the releases would never be asked for."""
    with pytest.raises(ValidationError) as fehler:
        save(create_bereit(Anfragestatus.VERSAND, **UNVERSCHICKT), druck_am=None)
    assert fehler.value.messages == ["Vor dem Versand steht der Druck. Bitte auch eintragen, wann gedruckt wurde."]


def test_posting_can_be_corrected_but_not_taken_back() -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND, versand_am=TAG, auswahl_am=TAG, druck_am=TAG)
    with pytest.raises(FolgeError) as fehler:
        save(anfrage, versand_am=None)
    assert fehler.value.message_dict == {
        "versand_am": ["Die Briefe sind verschickt. Der Tag lässt sich ändern, aber nicht leeren."]
    }
    assert save(anfrage, versand_stelle="Andere Poststelle").versand_stelle == "Andere Poststelle"


@pytest.mark.parametrize("name", ["druck_anzahl", "versand_anzahl"])
def test_no_letter_at_all_is_refused(name: str) -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND, antworten_anzahl=None)
    with pytest.raises(ValidationError) as fehler:
        save(anfrage, **({"druck_anzahl": 1, "versand_anzahl": None} | {name: 0}))
    assert fehler.value.messages == ["Bitte mindestens 1 eintragen."]


def test_erased_files_stop_the_posting_and_the_way_leads_back() -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND, **UNVERSCHICKT)
    erase_alles(anfrage)
    with pytest.raises(FolgeError):
        save(anfrage)
    anfrage.refresh_from_db()
    fehlende = {str(eine.satz) for eine in list_fehlendes(load_lage(anfrage, heute=TAG))}
    assert {OHNE_MATERIAL, "Es fehlt das Schreiben mit der Bevollmächtigung."} < fehlende
    move_anfrage(anfrage_id=anfrage.pk, nach="materialfreigabe", konto=get_konto(), jetzt=ZEIT, grund="Neu.")
    anfrage.refresh_from_db()
    assert anfrage.status == Anfragestatus.MATERIALFREIGABE


def test_facts_of_what_is_posted_can_be_corrected_whatever_was_erased_since() -> None:
    anfrage = create_bereit(Anfragestatus.VERSAND)
    erase_alles(anfrage)
    assert save(anfrage, versand_anzahl=989).versand_anzahl == 989
