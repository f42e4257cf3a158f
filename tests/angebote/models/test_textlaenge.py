"""Texts without a limit of the column still have one, wherever they come from."""

import pytest
from django.core.exceptions import ValidationError

from angebote.models.angebot import TEXT_HOECHSTENS
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("feld", ["beschreibung", "zeiten_hinweis", "interne_notiz"])
def test_endless_text_is_refused_and_the_longest_allowed_is_not(feld: str) -> None:
    angebot = AngebotFactory()
    setattr(angebot, feld, "a" * TEXT_HOECHSTENS)
    angebot.full_clean()
    setattr(angebot, feld, "a" * (TEXT_HOECHSTENS + 1))
    with pytest.raises(ValidationError) as fehler:
        angebot.full_clean()
    assert set(fehler.value.message_dict) == {feld}
