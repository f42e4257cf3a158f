import re
from io import StringIO

import pytest
from django.core.management import call_command

from tests.architecture.quelltext import BASE_DIR, PACKAGES


@pytest.mark.django_db
def test_models_without_a_migration_do_not_exist() -> None:
    output = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=output)  # exits with 1 where one is missing
    assert output.getvalue().strip() == "No changes detected"


def test_migrations_are_named_by_hand() -> None:
    names = {path.name for package in PACKAGES for path in (BASE_DIR / package).glob("migrations/0*.py")}
    assert names
    assert {name for name in names if re.match(r"\d+_(auto|alter|remove|add)_", name)} == set()
