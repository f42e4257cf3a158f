from typing import Any

import pytest
from django.core.exceptions import ValidationError

from konzept.domain.massnahmenverknuepfung import Verknuepfung, link_eintraege, unlink_eintrag
from konzept.models import Akteur, Massnahme
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konten import create_konto
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_netz import AkteurFactory

pytestmark = pytest.mark.django_db

FABRIKEN: dict[Verknuepfung, Any] = {
    Verknuepfung.ANGEBOTE: AngebotFactory,
    Verknuepfung.ORTE: OrtFactory,
    Verknuepfung.PARTNER: TraegerFactory,
    Verknuepfung.AKTEURE: AkteurFactory,
}
je_art = pytest.mark.parametrize("art", Verknuepfung)


@je_art
def test_link_adds_what_was_not_there_and_counts_only_that(art: Verknuepfung) -> None:
    massnahme, alt, neu = MassnahmeFactory(), FABRIKEN[art](), FABRIKEN[art]()
    link_eintraege(massnahme_id=massnahme.pk, art=art, pks=[alt.pk], konto=None)
    assert link_eintraege(massnahme_id=massnahme.pk, art=art, pks=[alt.pk, neu.pk], konto=None) == 1
    assert set(art.find_verknuepfte(massnahme)) == {alt, neu}


@je_art
def test_link_of_what_is_not_there_is_refused_and_links_nothing(art: Verknuepfung) -> None:
    massnahme, eintrag = MassnahmeFactory(), FABRIKEN[art]()
    with pytest.raises(ValidationError, match="gibt es nicht mehr"):
        link_eintraege(massnahme_id=massnahme.pk, art=art, pks=[eintrag.pk, 0], konto=None)
    assert not art.find_verknuepfte(massnahme).exists()


@je_art
def test_unlink_takes_off_one_and_leaves_the_others(art: Verknuepfung) -> None:
    massnahme, einer, anderer = MassnahmeFactory(), FABRIKEN[art](), FABRIKEN[art]()
    link_eintraege(massnahme_id=massnahme.pk, art=art, pks=[einer.pk, anderer.pk], konto=None)
    assert unlink_eintrag(massnahme_id=massnahme.pk, art=art, pk=einer.pk, konto=None) == einer
    assert list(art.find_verknuepfte(massnahme)) == [anderer]


@je_art
def test_unlink_of_what_is_linked_no_more_says_so(art: Verknuepfung) -> None:
    assert unlink_eintrag(massnahme_id=MassnahmeFactory().pk, art=art, pk=FABRIKEN[art]().pk, konto=None) is None


@pytest.mark.parametrize("art", [art for art in Verknuepfung if art != Verknuepfung.AKTEURE])
def test_history_of_the_measure_names_who_linked_and_unlinked(art: Verknuepfung) -> None:
    massnahme, eintrag, konto = MassnahmeFactory(), FABRIKEN[art](), create_konto("person")
    massnahme.verlauf.all().delete()

    link_eintraege(massnahme_id=massnahme.pk, art=art, pks=[eintrag.pk], konto=konto)
    unlink_eintrag(massnahme_id=massnahme.pk, art=art, pk=eintrag.pk, konto=konto)

    zeilen = list(Massnahme.verlauf.order_by("history_id"))
    assert [zeile.history_user for zeile in zeilen] == [konto, konto]
    assert [zeile.history_change_reason.split()[-1] for zeile in zeilen] == ["verknüpft", "verknüpft"]
    assert [getattr(zeile, art.value).count() for zeile in zeilen] == [1, 0]


def test_who_takes_part_stands_in_the_history_of_the_akteur_and_not_of_the_measure() -> None:
    massnahme, akteur, konto = MassnahmeFactory(), AkteurFactory(), create_konto("person")
    massnahme.verlauf.all().delete()
    akteur.verlauf.all().delete()

    link_eintraege(massnahme_id=massnahme.pk, art=Verknuepfung.AKTEURE, pks=[akteur.pk], konto=konto)
    unlink_eintrag(massnahme_id=massnahme.pk, art=Verknuepfung.AKTEURE, pk=akteur.pk, konto=konto)

    zeilen = list(Akteur.verlauf.order_by("history_id"))
    assert [(zeile.history_user, zeile.history_change_reason) for zeile in zeilen] == [
        (konto, "Akteure verknüpft"),
        (konto, "Akteur nicht mehr verknüpft"),
    ]
    assert [zeile.massnahmen.count() for zeile in zeilen] == [1, 0]
    assert not Massnahme.verlauf.exists()
