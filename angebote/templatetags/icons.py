"""`{% icon "coffee" %}`: one Lucide icon, drawn inline so that it takes the colour of the words beside it.

The words carry the meaning, always: the drawing is hidden from screen readers.
"""

import re
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()
DRAWING = re.compile(r"<svg\b[^>]*>(?P<shapes>.*)</svg>", re.DOTALL)


class UnknownIconError(LookupError):
    """The icon set has no drawing of this name, or it is not installed."""


@register.simple_tag
def icon(name: str) -> SafeString:
    """Raises UnknownIconError for a name outside lucide-static, so that a typing error is found by the first test."""
    return _draw(name)


@cache
def _draw(name: str) -> SafeString:
    shapes = re.sub(r"\s*\n\s*", "", _read_shapes(name)).replace(" />", "/>")
    # Safe: the shapes come from the icon set installed with the product, never from people.
    return SafeString(render_to_string("_components/icon.html", {"shapes": SafeString(shapes)}).strip())


def _read_shapes(name: str) -> str:
    node_modules = Path(getattr(settings, "NODE_MODULES", settings.BASE_DIR / "node_modules"))
    path = node_modules / "lucide-static" / "icons" / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        raise UnknownIconError(f"No icon “{name}” in {path.parent}. Names: lucide.dev/icons; install with `npm ci`.")
    match = DRAWING.search(path.read_text(encoding="utf-8"))
    if match is None:
        raise UnknownIconError(f"{path} holds no drawing.")
    return match["shapes"].strip()
