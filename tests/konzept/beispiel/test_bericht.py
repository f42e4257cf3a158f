from datetime import datetime

import pytest

from konzept.beispiel.bericht import save_bericht
from konzept.choices import Komponentenart, Massnahmenstatus
from konzept.domain.berichte import freeze_bericht
from konzept.models import Bericht
from tests.konzept.factories import MassnahmeFactory, get_komponente
from tests.konzept.factories_bericht import get_schreibende


@pytest.mark.django_db
def test_example_is_a_draft_that_says_so_and_can_be_frozen_beside_its_dropped_measure(jetzt: datetime) -> None:
    MassnahmeFactory(komponente=get_komponente(Komponentenart.UEBERWINDUNG), status=Massnahmenstatus.VERWORFEN)
    save_bericht(jetzt=jetzt)
    bericht = Bericht.objects.get()
    texte = [bericht.einleitung, bericht.ausblick, *bericht.abschnitte.values_list("getan", flat=True)]
    texte += [
        text for paar in bericht.abschnitte.values_list("nicht_umgesetzt", "alternativen") for text in paar if text
    ]
    assert len(texte) == 9
    assert [text for text in texte if not text.endswith("(Beispiel)")] == []
    assert (
        freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=jetzt).status
        == "eingefroren"
    )
