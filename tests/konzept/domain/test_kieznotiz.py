from datetime import date

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.core.exceptions import ValidationError

from konzept.domain.kieznotiz import add_kieznotiz, remove_kieznotiz
from konzept.models import Kieznotiz
from tests.factories import KiezFactory
from tests.konten import create_konto
from tests.konzept.factories_luecken import KieznotizFactory

pytestmark = pytest.mark.django_db


def test_note_keeps_who_wrote_it_and_when(heute: date) -> None:
    kiez, konto = KiezFactory(), create_konto("person")
    add_kieznotiz(kiez=kiez, text="  Ein Raum ist frei. ", konto=konto, heute=heute)
    assert list(Kieznotiz.objects.values_list("kiez", "text", "konto", "datum")) == [
        (kiez.pk, "Ein Raum ist frei.", konto.pk, heute)
    ]


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_note_without_text_or_too_long_is_refused(text: str, heute: date) -> None:
    with pytest.raises(ValidationError):
        add_kieznotiz(kiez=KiezFactory(), text=text, konto=None, heute=heute)
    assert Kieznotiz.objects.count() == 0


def test_second_click_adds_no_second_note(heute: date) -> None:
    kiez, konto = KiezFactory(), create_konto("person")
    erste, zweite = (add_kieznotiz(kiez=kiez, text="Ein Raum ist frei.", konto=konto, heute=heute) for _ in range(2))
    assert (zweite, list(Kieznotiz.objects.all())) == (erste, [erste])


def test_newest_note_comes_first() -> None:
    kiez = KiezFactory()
    alt, neu, selber_tag = (
        KieznotizFactory(kiez=kiez, datum=tag) for tag in (date(2026, 11, 1), date(2026, 11, 3), date(2026, 11, 3))
    )
    assert list(kiez.notizen.all()) == [selber_tag, neu, alt]


def test_removed_note_leaves_its_trace_and_none_of_its_text() -> None:
    notiz = KieznotizFactory(kiez=KiezFactory(name="Aue"), text="Frau Niemand", datum=date(2026, 11, 2))
    bleibt, konto = KieznotizFactory(), create_konto("person")

    remove_kieznotiz(notiz=notiz, konto=konto)

    assert list(Kieznotiz.objects.all()) == [bleibt]
    [zeile] = LogEntry.objects.all()
    assert (zeile.user, zeile.action_flag, zeile.object_repr, zeile.change_message) == (
        konto,
        DELETION,
        "Aue (02.11.2026)",
        "",
    )
