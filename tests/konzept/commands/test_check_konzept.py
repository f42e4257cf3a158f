import pytest
from django.core.management import CommandError, call_command

from tests.konzept.factories import ZustaendigkeitFactory

pytestmark = pytest.mark.django_db


def test_vacant_components_end_the_command_with_an_error_that_names_them() -> None:
    with pytest.raises(CommandError) as fehler:
        call_command("check_konzept")
    assert str(fehler.value).splitlines() == [
        "Für „Prävention“ ist heute niemand hauptverantwortlich.",
        "Für „Überwindung und Minderung“ ist heute niemand hauptverantwortlich.",
        "Für „Sensibilisierung und Koordination“ ist heute niemand hauptverantwortlich.",
    ]


def test_covered_components_leave_the_command_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    ZustaendigkeitFactory(komponente=None, ist_haupt=True)
    call_command("check_konzept")
    assert capsys.readouterr().out == "Jede Komponente hat jemanden, auch in den nächsten 30 Tagen.\n"
