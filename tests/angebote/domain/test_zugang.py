import pytest

from angebote.choices import Zugang
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.models import Zugangsweg
from tests.factories import AngebotFactory


@pytest.mark.parametrize(
    ("zugaenge", "ohne_weg"),
    [
        (set(), False),
        ({Zugang.TELEFON}, True),
        ({Zugang.TELEFON, Zugang.ONLINE, Zugang.ZUHAUSE}, True),
        ({Zugang.TELEFON, Zugang.VOR_ORT}, False),
        ({Zugang.DRAUSSEN}, False),
    ],
)
def test_ohne_weg_only_if_every_access_comes_to_people(zugaenge: set[Zugang], ohne_weg: bool) -> None:
    assert ist_ohne_weg(zugaenge) is ohne_weg


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wege", "saetze"),
    [
        ([], []),
        ([("vor-ort", "")], []),
        ([("telefon", "")], ["am Telefon"]),
        ([("zuhause", "Ehrenamtliche kommen zu zweit.")], ["kommt zu Ihnen nach Hause: Ehrenamtliche kommen zu zweit"]),
        ([("vor-ort", ""), ("telefon", ""), ("online", "per Video")], ["auch am Telefon", "auch online: per Video"]),
        ([("draussen", ""), ("zuhause", "")], ["Treffpunkt draußen", "kommt zu Ihnen nach Hause"]),
        ([("vor-ort", ""), ("draussen", ""), ("zuhause", "")],
         ["auch mit Treffpunkt draußen", "kommt auch zu Ihnen nach Hause"]),
    ],
)  # fmt: skip
def test_zugangssaetze_say_every_way_besides_the_place(wege: list[tuple[str, str]], saetze: list[str]) -> None:
    angebot = AngebotFactory()
    for art, hinweis in wege:
        Zugangsweg.objects.create(angebot=angebot, art=art, hinweis=hinweis)
    assert build_zugangssaetze(angebot) == saetze
    assert build_zugangssaetze(angebot, mit_hinweis=False) == [satz.partition(":")[0] for satz in saetze]


@pytest.mark.django_db
def test_zugaenge_without_rows_follow_from_the_place() -> None:
    assert compute_zugaenge(AngebotFactory()) == {Zugang.VOR_ORT}
    assert compute_zugaenge(AngebotFactory(ort=None)) == set()
