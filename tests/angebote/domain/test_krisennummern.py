import pytest

from angebote.choices import Krisenthema
from angebote.domain.krisennummern import group_for_speech, load_kasten
from angebote.models import Krisenhilfe

pytestmark = pytest.mark.django_db


def test_kasten_holds_two_who_listen_then_the_krisendienst() -> None:
    for reihenfolge, (name, art, thema) in enumerate(
        [
            ("Feuerwehr", "Notruf", Krisenthema.KRISE),
            ("Krisendienst", "", Krisenthema.KRISE),
            ("Krisendienst 2", "", Krisenthema.KRISE),
            ("Chat", "Chat", Krisenthema.REDEN),
            ("A", "", Krisenthema.REDEN),
            ("B", "", Krisenthema.REDEN),
            ("C", "", Krisenthema.REDEN),
            ("D", "", Krisenthema.GEWALT),
        ]
    ):
        nummer = "" if name == "Chat" else f"030 {reihenfolge}"
        Krisenhilfe.objects.create(name=name, art=art, thema=thema, nummer=nummer, reihenfolge=reihenfolge)
    assert [nummer.name for nummer in load_kasten()] == ["A", "B", "Krisendienst"]


@pytest.mark.parametrize(
    ("nummer", "gesprochen"),
    [
        ("112", "112"),
        ("116 117", "116 117"),
        ("0800 1110111", "0800 111 01 11"),
        ("030 84109444", "030 84 10 94 44"),
        ("030 443509821", "030 443 50 98 21"),
        ("0800 111 0 111", "0800 111 0 111"),
        ("WhatsApp 01573 5998143 (SMS)", "WhatsApp 015 73 599 81 43 (SMS)"),
    ],
)
def test_group_for_speech_pairs_long_runs_and_changes_no_digit(nummer: str, gesprochen: str) -> None:
    assert group_for_speech(nummer) == gesprochen
    assert gesprochen.replace(" ", "") == nummer.replace(" ", "")
