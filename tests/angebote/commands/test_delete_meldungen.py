from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from angebote.models import Meldung
from tests.factories import MeldungFactory


@pytest.mark.django_db
def test_delete_meldungen_deletes_old_settled_ones_and_prints_how_many() -> None:
    heute = timezone.localdate()
    alt = {"eingegangen_am": heute - timedelta(days=200), "faellig_am": heute - timedelta(days=190)}
    MeldungFactory(status="erledigt", ergebnis="x", erledigt_am=heute - timedelta(days=90), **alt)
    offene = MeldungFactory(**alt)
    ausgabe = [StringIO(), StringIO()]
    for eine in ausgabe:
        call_command("delete_meldungen", stdout=eine)
    assert [eine.getvalue() for eine in ausgabe] == ["1 Meldungen gelöscht.\n", "0 Meldungen gelöscht.\n"]
    assert list(Meldung.objects.all()) == [offene]
