from datetime import date

import pytest

from angebote.choices import Bereich
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.domain.suchluecken import MINDESTZAHL, Lueckensumme
from angebote.models import Angebot, Kiez, Suchluecke
from konzept.domain.gesuchtes import load_gesuchtes
from konzept.domain.kiezlage import Kiezlage, list_kiezlagen
from konzept.domain.verortung import load_kiezbestand
from tests.factories import UNGEPRUEFT, AngebotFactory, KiezFactory, OrtFactory

pytestmark = pytest.mark.django_db
NICHTS = Lueckensumme(0, ist_genau=True)


def add_angebote(kiez: Kiez, anzahl: int, heute: date, *, bereich: Bereich = Bereich.BEGEGNUNG, **fristen) -> None:
    angebote = AngebotFactory.create_batch(anzahl, ort=OrtFactory(kiez=kiez), bereich=bereich)
    pks = [angebot.pk for angebot in angebote]
    refresh_angebote(angebot_ids=pks, heute=heute)
    if fristen:
        Angebot.objects.filter(pk__in=pks).update(**fristen)
        renew_version()


def test_stale_share_counts_what_nobody_has_confirmed_lately_or_ever(heute: date, settings) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = True
    kiez = KiezFactory(name="Aue", einwohner=2000)
    leer = KiezFactory(name="Berg")
    add_angebote(kiez, 3, heute)
    add_angebote(kiez, 2, heute, hinweis_ab=heute)  # the advice is shown from that day on
    add_angebote(kiez, 1, heute, **UNGEPRUEFT)
    add_angebote(kiez, 5, heute, sichtbar_bis=date(2026, 11, 20))

    lagen = list_kiezlagen(load_kiezbestand(heute=heute))

    assert lagen == [Kiezlage(kiez, 6, 2, 1, NICHTS), Kiezlage(leer, 0, 0, 0, NICHTS)]
    assert [(lage.je_tausend, lage.prozent_alt) for lage in lagen] == [(3.0, 50), (None, None)]


def test_unconfirmed_offers_count_only_where_the_public_sees_them(heute: date, settings) -> None:
    settings.UNGEPRUEFTE_ZEIGEN = False
    kiez = KiezFactory()
    add_angebote(kiez, 1, heute, **UNGEPRUEFT)
    assert list_kiezlagen(load_kiezbestand(heute=heute)) == [Kiezlage(kiez, 0, 0, 0, NICHTS)]


def test_bereich_leaves_out_the_other(heute: date) -> None:
    kiez = KiezFactory()
    add_angebote(kiez, 1, heute)
    add_angebote(kiez, 2, heute, bereich=Bereich.UNTERSTUETZUNG)
    [lage] = list_kiezlagen(load_kiezbestand(heute=heute), bereich=Bereich.UNTERSTUETZUNG)
    assert lage.angebote == 2


def test_missed_offers_count_for_twelve_months_and_small_numbers_as_one(heute: date) -> None:
    for monat, kategorie, anzahl in (
        ("2025-11", "spielen", 50),  # too long ago
        ("2025-12", "spielen", MINDESTZAHL),
        ("2026-11", "spielen", MINDESTZAHL + 1),
        ("2026-11", "trauer", MINDESTZAHL - 1),
    ):
        Suchluecke.objects.create(monat=monat, kiez="aue", kategorie=kategorie, anzahl=anzahl)
    Suchluecke.objects.create(monat="2026-11", kiez="", kategorie="spielen", anzahl=70)

    gesuchtes = load_gesuchtes(heute=heute)

    assert gesuchtes.sum_kiez("aue") == Lueckensumme(2 * MINDESTZAHL + 2, ist_genau=False)
    assert gesuchtes.sum_kiez("berg") == NICHTS
    assert gesuchtes.count_kategorie("aue", "spielen") == 2 * MINDESTZAHL + 1
    assert gesuchtes.count_kategorie("aue", "trauer") == 0


@pytest.mark.parametrize(("tag", "erwartet"), [(date(2026, 12, 31), 5), (date(2027, 1, 1), 0)])
def test_missed_offers_of_january_count_to_the_end_of_december(tag: date, erwartet: int) -> None:
    Suchluecke.objects.create(monat="2026-01", kiez="aue", kategorie="spielen", anzahl=5)
    assert load_gesuchtes(heute=tag).sum_kiez("aue").mindestens == erwartet
