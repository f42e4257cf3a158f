"""Every long text of a request has a limit, and what is longer is refused wherever it is written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from angebote.models.angebot import TEXT_HOECHSTENS
from konzept.domain.kooperation import move_anfrage
from konzept.models import (
    Anfragebeteiligung,
    Anfrageentscheidung,
    Anfragematerial,
    Anfrageschritt,
    Kooperationsanfrage,
)
from tests.konzept.factories_kooperation import ZEIT, create_bereit, get_konto

MODELLE: tuple[type[models.Model], ...] = (
    Kooperationsanfrage,
    Anfragebeteiligung,
    Anfrageentscheidung,
    Anfragematerial,
    Anfrageschritt,
)
TEXTE = [feld for modell in MODELLE for feld in modell._meta.fields if isinstance(feld, models.TextField)]
ZU_LANG = "a" * (TEXT_HOECHSTENS + 1)


def test_models_walked_are_all_with_a_long_text() -> None:
    assert {feld.model for feld in TEXTE} == set(MODELLE)


@pytest.mark.parametrize("feld", TEXTE, ids=str)
def test_text_is_taken_up_to_its_limit_and_refused_above(feld: models.TextField) -> None:
    feld.run_validators(ZU_LANG[1:])
    with pytest.raises(ValidationError):
        feld.run_validators(ZU_LANG)


@pytest.mark.django_db
def test_reason_of_a_step_that_is_too_long_is_refused() -> None:
    anfrage = create_bereit()
    with pytest.raises(ValidationError) as fehler:
        move_anfrage(anfrage_id=anfrage.pk, nach="zurueckgezogen", konto=get_konto(), jetzt=ZEIT, grund=ZU_LANG)
    assert set(fehler.value.message_dict) == {"grund"}
    anfrage.refresh_from_db()
    assert anfrage.status == "eingang"
