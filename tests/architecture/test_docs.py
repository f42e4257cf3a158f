"""What the code offers is written down: settings, commands, words, targets, decisions."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from simple_history.models import HistoricalChanges

from tests.architecture.quelltext import BASE_DIR, PACKAGES

DOCS = BASE_DIR / "docs"
ENV_READERS = ("pankow_einsamkeit/settings.py", "gunicorn.conf.py")
ADR_SECTIONS = ["Status", "Context", "Decision", "Consequences"]


def read(path: str) -> str:
    return (BASE_DIR / path).read_text(encoding="utf-8")


def find_variables() -> set[str]:
    source = "\n".join(read(path) for path in ENV_READERS)
    return set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source)) | set(
        re.findall(r"environ\.get\(\s*['\"]([A-Z_]+)", source)
    )


def find_commands() -> set[str]:
    files = [path for package in PACKAGES for path in (BASE_DIR / package).glob("management/commands/[a-z]*.py")]
    return {path.stem for path in files}


def table_variables() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)`", read("docs/betrieb.md"), re.MULTILINE))


def test_settings_read_from_the_environment_are_all_in_betrieb() -> None:
    assert table_variables() == find_variables()


def test_commands_are_all_in_betrieb() -> None:
    described = set(re.findall(r"^\| `manage\.py (\w+)", read("docs/betrieb.md"), re.MULTILINE))
    assert described == find_commands()


def test_commands_that_run_by_themselves_are_all_in_the_lines_for_cron() -> None:
    betrieb = read("docs/betrieb.md")
    regelmaessige = r"^\| `manage\.py (\w+)[^|]*\| (?:jede Nacht|jede Woche|jeden Werktag|täglich)\b"
    cron = set(re.findall(r"^[\d*].* pankow .* manage\.py (\w+)", betrieb, re.MULTILINE))
    assert cron == {*re.findall(regelmaessige, betrieb, re.MULTILINE), "clearsessions"}  # the last is Django's own


def test_models_are_all_in_the_glossary() -> None:
    models = [model for package in PACKAGES for model in apps.get_app_config(package).get_models()]
    names = {model.__name__ for model in models if not issubclass(model, HistoricalChanges)}
    words = set(re.findall(r"^\| `?(\w+)`?", read("docs/glossar.md"), re.MULTILINE))
    assert names - words == set()


def test_make_targets_all_have_a_line_of_help() -> None:
    makefile = read("Makefile")
    phony = {name for line in re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE) for name in line.split()}
    explained = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    assert phony - explained == {"found"}  # a step of `test`


def test_dockerfile_runs_the_makefile_only() -> None:
    steps = re.findall(r"^RUN (.+)$", read("Dockerfile"), re.MULTILINE)
    assert steps
    assert [step for step in steps if not re.fullmatch(r"make [a-z-]+", step)] == []


def test_readme_fits_on_a_page_and_starts_with_the_two_commands() -> None:
    lines = read("README.md").splitlines()
    assert len(lines) <= 80
    assert [line for line in lines[:20] if line.startswith("make ")] == [
        line for line in lines[:20] if re.match(r"make (demo|test)\b", line)
    ]
    assert any(line.startswith("make demo") for line in lines[:20])


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"])
def test_requirements_are_pinned_with_hashes_and_without_addresses(file: str) -> None:
    text = read(file)
    pinned = re.findall(r"^([\w.\[\], -]+)==\S+(?: ;[^\n\\]*)? \\\n    --hash=sha256:", text, re.MULTILINE)
    named = re.findall(r"^[A-Za-z]\S+", text, re.MULTILINE)
    assert len(pinned) == len(named) > 0
    assert "://" not in text
    assert "index-url" not in text


def test_npm_lock_holds_checksums_and_no_addresses() -> None:
    lock = read("package-lock.json")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def adr_files() -> list[Path]:
    return sorted((DOCS / "adr").glob("*.md"))


def test_decisions_are_numbered_without_gaps() -> None:
    assert [path.name[:4] for path in adr_files()] == [f"{n:04d}" for n in range(1, len(adr_files()) + 1)]


@pytest.mark.parametrize("path", adr_files(), ids=lambda path: path.stem)
def test_decisions_have_date_and_the_four_sections_on_one_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^Date: \d{4}-\d{2}-\d{2}$", text, re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ADR_SECTIONS
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("path", sorted([*DOCS.rglob("*.md"), *BASE_DIR.glob("*.md")]), ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []
