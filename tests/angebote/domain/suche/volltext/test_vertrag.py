"""The contract of both adapters: whatever database runs these tests, it has to give these answers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.mengen import Menge, list_pks
from angebote.domain.suche.volltext import find_text, rebuild_volltext
from angebote.domain.suche.volltext.datenbank import NICHTS, find_feldmengen
from angebote.domain.suche.volltext.felder import Feld
from angebote.models import Angebot, Kategorie, Stoppwort, Synonymgruppe, Volltext
from tests.aufwand import count_aufrufe
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, TraegerFactory

HOSTILE = [
    *(
        '"',
        "'",
        "''",
        '"chor',
        "chor*",
        "chor^2",
        "titel:chor",
        "chor NEAR tanz",
        "NEAR(chor tanz, 5)",
        "AND",
        "NOT chor",
    ),
    *(
        "chor AND",
        "(chor",
        "chor)",
        "-chor",
        "chor & !tanz",
        "chor <-> tanz",
        "chor:*",
        "chor | |",
        "%",
        "_",
        "\\",
        "\x00",
    ),
    *(
        "'; DROP TABLE angebote_angebot; --",
        "\u202echor\u202c",
        "cho\u0301r\u0308",
        "\u0301" * 500,
        "👩‍🦽 chor",
        "ﷺ" * 300,
    ),
    *(
        "a" * 10_000,
        "chor " * 2_000,
        " ".join(f"wort{nummer}" for nummer in range(3_000)),
        "שלום עולם",
        "مرحبا",
        "😀" * 999,
    ),
]


def find_titel(menge: Menge) -> set[str]:
    return set(Angebot.objects.filter(pk__in=list(list_pks(menge))).values_list("titel", flat=True))


@pytest.fixture
def _ohne_wortlisten(db: None) -> None:
    """Only the words a test brings along."""
    Synonymgruppe.objects.all().delete()
    Stoppwort.objects.all().delete()


def create_angebote(*titel: str) -> list[int]:
    pks = [AngebotFactory(titel=einer, ort=None).pk for einer in titel]
    rebuild_volltext(angebot_ids=pks)
    return pks


@pytest.mark.django_db
def test_find_feldmengen_tells_the_field_and_any_stem_of_a_group() -> None:
    ort = OrtFactory(name="Haus", strasse="Chorweg", kiez=KiezFactory(name="Buch"))
    erstes = AngebotFactory(titel="Chor", nutzen="Singen", beschreibung="Tanz am Abend", ort=ort)
    erstes.kategorien.set(Kategorie.objects.filter(slug="musik-tanz"))
    zweites = AngebotFactory(titel="Tanz", ort=None)
    rebuild_volltext(angebot_ids=[erstes.pk, zweites.pk])
    eins, zwei = 1 << erstes.pk, 1 << zweites.pk
    chor, tanz, beides, keins, leer = find_feldmengen([["chor"], ["tanz"], ["chor", "tanz"], ["schach"], []])
    assert dict(zip(Feld, chor, strict=True)) == dict.fromkeys(Feld, 0) | {Feld.TITEL: eins}
    assert dict(zip(Feld, tanz, strict=True)) == dict.fromkeys(Feld, 0) | {
        Feld.TITEL: zwei,
        Feld.KATEGORIEN: eins,
        Feld.TEXT: eins,
    }
    assert beides[Feld.TITEL] == eins | zwei
    assert keins == leer == NICHTS


@pytest.mark.django_db
@pytest.mark.usefixtures("_ohne_wortlisten")
def test_find_text_ranks_title_before_category_before_benefit_before_text() -> None:
    angebote = {
        "text": AngebotFactory(titel="A", beschreibung="Wir haben Musik", ort=None),
        "nutzen": AngebotFactory(titel="B", nutzen="Musik hören", ort=None),
        "kategorie": AngebotFactory(titel="C", ort=None),
        "titel": AngebotFactory(titel="Musik", ort=None),
        "nichts": AngebotFactory(titel="Schach", ort=None),
    }
    angebote["kategorie"].kategorien.set(Kategorie.objects.filter(slug="musik-tanz"))
    rebuild_volltext(angebot_ids=[angebot.pk for angebot in angebote.values()])
    treffer = find_text("musik")
    erwartet = [1 << angebote[name].pk for name in ("titel", "kategorie", "nutzen", "text")]
    assert list(treffer.raenge) == erwartet
    assert treffer.alle == sum(erwartet)
    assert treffer.einige == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("_ohne_wortlisten")
def test_find_text_puts_all_words_before_some_and_rare_words_before_common_ones() -> None:
    titel = ["Tanz am Abend", "Tanz", *(f"Abend mit Gast {nummer}" for nummer in range(9)), "Schach"]
    create_angebote(*titel)
    treffer = find_text("Tanz Abend")
    assert find_titel(treffer.alle) == {"Tanz am Abend"}
    assert find_titel(treffer.einige) == set(titel) - {"Tanz am Abend", "Schach"}
    assert [find_titel(rang) for rang in treffer.raenge[:2]] == [{"Tanz am Abend"}, {"Tanz"}]
    assert treffer.alle & treffer.einige == 0
    assert sum(treffer.raenge) == treffer.alle | treffer.einige


@pytest.mark.django_db
@pytest.mark.parametrize("q", HOSTILE, ids=range(len(HOSTILE)))
def test_find_text_answers_hostile_text_with_the_work_of_any_long_search(q: str) -> None:
    create_angebote("Chor", "Tanz")
    renew_version()
    find_text("Chor")  # loads the words, which are kept from now on
    normal = count_aufrufe(lambda: find_text(" ".join(f"abendwort{buchstabe}" for buchstabe in "abcdefghijklmnop")))
    with CaptureQueriesContext(connection) as queries:
        assert count_aufrufe(lambda: find_text(q)) < 2 * normal
    assert len(queries) <= 3  # the mark of the catalogue, and two for the words
    treffer = find_text(q)
    assert find_titel(treffer.alle | treffer.einige) <= {"Chor", "Tanz"}
    assert "chor" not in q.lower() or treffer.alle | treffer.einige


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(q=st.text(max_size=60) | st.text(alphabet="chortanz \"'*:()-^&|!%_\\\0", max_size=40))
def test_find_text_of_any_text_is_a_partition(q: str) -> None:
    if not Volltext.objects.exists():
        create_angebote("Chor", "Tanz und Chor")
    treffer = find_text(q)
    vereinigt = 0
    for rang in treffer.raenge:
        assert rang
        assert vereinigt & rang == 0
        vereinigt |= rang
    assert vereinigt == treffer.alle | treffer.einige
    assert treffer.alle & treffer.einige == 0
    assert find_text(q) == treffer


@pytest.mark.django_db
def test_find_text_takes_two_queries_more_than_the_words_themselves() -> None:
    create_angebote("Chor", "Schach")
    with CaptureQueriesContext(connection) as leer:
        find_text("!!")
    for q in ("chor", "chor schach", "schachh kor", "wort " * 50):
        with CaptureQueriesContext(connection) as queries:
            find_text(q)
        assert len(queries) - len(leer) <= 2


@pytest.mark.django_db
def test_deleted_and_unpublished_offers_are_found_no_more() -> None:
    bleibt, geht, weg = create_angebote("Chor bleibt", "Chor geht", "Chor weg")
    Angebot.objects.filter(pk=geht).update(status="archiviert")
    Angebot.objects.get(pk=weg).delete()
    assert rebuild_volltext(angebot_ids=[bleibt, geht, weg]) == 1
    assert find_text("chor").alle == 1 << bleibt
    assert set(Volltext.objects.values_list("pk", flat=True)) == {bleibt}


@pytest.mark.django_db
def test_rebuild_volltext_of_many_needs_as_many_queries_as_of_few_and_writes_only_changes() -> None:
    traeger = TraegerFactory(name="Verein")
    ids = [AngebotFactory(titel="Chor", ort=None, traeger=traeger).pk for _nummer in range(60)]
    rebuild_volltext(angebot_ids=ids[:1])
    with CaptureQueriesContext(connection) as wenige:
        assert rebuild_volltext(angebot_ids=ids[:3]) == 2
    with CaptureQueriesContext(connection) as viele:
        assert rebuild_volltext(angebot_ids=ids) == 57
    assert len(viele) == len(wenige)
    assert rebuild_volltext(angebot_ids=ids) == 0
    Angebot.objects.filter(pk=ids[5]).update(titel="Tanz")
    assert rebuild_volltext(angebot_ids=ids) == 1
    assert find_text("Tanz").alle == 1 << ids[5]
