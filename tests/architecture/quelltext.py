"""The product's own Python files, parsed once, for tests that judge code by its syntax tree."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("pankow_einsamkeit", "angebote", "konzept")


@dataclass(frozen=True)
class Modul:
    name: str  # angebote.domain.kosten
    path: Path
    tree: ast.Module

    @property
    def package(self) -> str:
        return self.name.split(".")[0]

    @property
    def folder(self) -> str:
        """The first part below the package: a folder such as domain, or a file such as choices."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    def __str__(self) -> str:
        return self.name


@cache
def read_modules() -> tuple[Modul, ...]:
    modules = []
    for package in PACKAGES:
        for path in sorted((BASE_DIR / package).rglob("*.py")):
            parts = path.relative_to(BASE_DIR).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            modules.append(Modul(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(modules)


def find_imports(modul: Modul) -> set[str]:
    """Full dotted names of everything imported, also inside functions and under TYPE_CHECKING."""
    found = set()
    for node in ast.walk(modul.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{modul}: relative import in line {node.lineno}"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found
