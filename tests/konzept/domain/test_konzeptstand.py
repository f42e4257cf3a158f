"""Every pair of states: what the table lists is done and told, everything else is refused."""

from itertools import product

import pytest
from django.core.exceptions import ValidationError

from konzept.choices import Konzeptstatus
from konzept.domain.konzeptstand import SchrittFehltError, move_konzept
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto
from tests.konzept.factories import KonzeptFactory

pytestmark = pytest.mark.django_db
ENTWURF, ABSTIMMUNG, GUELTIG, ABGELOEST = Konzeptstatus
ERLAUBTE = {(ENTWURF, ABSTIMMUNG), (ABSTIMMUNG, ENTWURF), (ABSTIMMUNG, GUELTIG), (GUELTIG, ABGELOEST)}


@pytest.fixture
def konto() -> Konto:
    return create_konto("person")


@pytest.mark.parametrize(("von", "nach"), sorted(ERLAUBTE))
def test_step_of_the_table_is_done_and_told(von: Konzeptstatus, nach: Konzeptstatus, konto: Konto) -> None:
    konzept = KonzeptFactory(status=von)
    move_konzept(konzept=konzept, nach=nach, konto=konto)
    konzept.refresh_from_db()
    assert konzept.status == nach
    spur = konzept.verlauf.first()
    assert spur is not None
    assert (spur.history_user, spur.history_change_reason) == (konto, f"Status: {nach.label}")


@pytest.mark.parametrize(("von", "nach"), sorted(set(product(Konzeptstatus, Konzeptstatus)) - ERLAUBTE))
def test_step_that_is_not_listed_is_refused(von: Konzeptstatus, nach: Konzeptstatus, konto: Konto) -> None:
    konzept = KonzeptFactory(status=von)
    with pytest.raises(SchrittFehltError):
        move_konzept(konzept=konzept, nach=nach, konto=konto)
    konzept.refresh_from_db()
    assert konzept.status == von


def test_second_valid_version_is_refused_until_the_first_is_replaced(konto: Konto) -> None:
    KonzeptFactory(status=GUELTIG)
    zweites = KonzeptFactory(status=ABSTIMMUNG)
    with pytest.raises(ValidationError) as fehler:
        move_konzept(konzept=zweites, nach=GUELTIG, konto=konto)
    assert fehler.value.messages == ["Es gilt schon eine Version. Bitte setzen Sie diese zuerst auf „abgelöst“."]
