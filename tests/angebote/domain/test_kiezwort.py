import pytest

from angebote.domain.kiezwort import build_kiezwort


@pytest.mark.parametrize(
    ("name", "wort"),
    [
        ("Weißensee", "in Weißensee"),
        ("Weißensee Ost", "in Weißensee Ost"),
        ("Blankenfelde/Niederschönhausen", "in Blankenfelde/Niederschönhausen"),
        ("Prenzlauer Berg Nord", "in Prenzlauer Berg Nord"),
        ("Helmholtzplatz", "am Helmholtzplatz"),
        ("Komponistenviertel", "im Komponistenviertel"),
        ("Schönhauser Allee", "an der Schönhauser Allee"),
    ],
)
def test_kiezwort_has_the_right_preposition(name: str, wort: str) -> None:
    assert build_kiezwort(name) == wort
