"""The handbook of docs/handbuch/ as pages. Its files change with a release only: a process reads them once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, partial

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from pankow_einsamkeit.lib.handbuchtext import Handbuchtext, render_handbuchtext

INHALT = "README.md"
BILDER = "bilder/"
VERWEIS = re.compile(r"\]\(([a-z-]+)\.md\)")


@dataclass(frozen=True)
class Handbuch:
    """inhalt: the page that lists the chapters. kapitel: by name of the file, in the order of that list."""

    inhalt: Handbuchtext
    kapitel: Mapping[str, Handbuchtext]


@cache
def load_handbuch() -> Handbuch:
    ordner = settings.BASE_DIR / "docs" / "handbuch"
    bilder = frozenset(bild.name for bild in (ordner / BILDER).iterdir())
    inhalt = (ordner / INHALT).read_text(encoding="utf-8")
    namen = tuple(dict.fromkeys(VERWEIS.findall(inhalt)))
    render = partial(
        render_handbuchtext,
        find_adresse=partial(find_adresse, namen=namen),
        find_bild=partial(find_bild, bilder=bilder),
    )
    kapitel = {name: render((ordner / f"{name}.md").read_text(encoding="utf-8")) for name in namen}
    return Handbuch(render(inhalt), kapitel)


def find_adresse(ziel: str, *, namen: Collection[str]) -> str:
    """The page of a chapter. Empty for what lies outside the handbook: the site has no page of it."""
    if ziel.startswith(("#", "https://")):
        return ziel
    datei, raute, anker = ziel.partition("#")
    name = datei.removesuffix(".md")
    if datei == INHALT:
        return reverse("konzept:handbuch") + raute + anker
    if datei == name or name not in namen:
        return ""
    return build_kapiteladresse(name, anker)


def find_bild(ziel: str, *, bilder: Collection[str]) -> str:
    """Served as a static file (STATICFILES_DIRS); empty for any other picture."""
    name = ziel.removeprefix(BILDER)
    return static(f"handbuch/{name}") if ziel.startswith(BILDER) and name in bilder else ""


def build_kapiteladresse(kapitel: str, anker: str = "") -> str:
    adresse = reverse("konzept:handbuch-kapitel", kwargs={"kapitel": kapitel})
    return f"{adresse}#{anker}" if anker else adresse
