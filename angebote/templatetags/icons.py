"""`{% icon "coffee" %}`: one Lucide icon that takes the colour of the words beside it.

The words carry the meaning, always: the drawing is hidden from screen readers. Most icons are drawn where they stand.
The few that a list repeats with every entry stand once in each page, by `{% icon_sheet %}` in base.html, and are
pointed at: that halves the size of a list.
"""

import re
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Node, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()
DRAWING = re.compile(r"<svg\b[^>]*>(?P<shapes>.*)</svg>", re.DOTALL)
ON_THE_SHEET = (
    *("accessibility", "arrow-right", "bookmark-check", "bookmark-plus", "calendar-days", "check", "circle-check"),
    *("circle-help", "euro", "footprints", "map-pin", "phone", "route", "x"),
)


class UnknownIconError(LookupError):
    """The icon set has no drawing of this name, or it is not installed."""


class FixedIcon(Node):
    """Its name stands in the template, so it is drawn once, when the template is read."""

    def __init__(self, drawing: SafeString) -> None:
        self.drawing = drawing

    def render(self, context: Context) -> SafeString:
        return self.drawing

    render_annotated = render  # nothing in it can fail: spares each icon of a list the watch over errors


class ChosenIcon(Node):
    def __init__(self, name: FilterExpression) -> None:
        self.name = name

    def render(self, context: Context) -> SafeString:
        return icon(self.name.resolve(context))


@register.tag("icon")
def compile_icon(parser: Parser, token: Token) -> Node:
    """Raises UnknownIconError for a name outside lucide-static, so that a typing error is found by the first test."""
    _tag, argument = token.split_contents()
    name = parser.compile_filter(argument)
    literal = re.fullmatch(r"""["']([^"']*)["']""", argument)
    return FixedIcon(icon(literal[1])) if literal else ChosenIcon(name)


@register.simple_tag
def icon_sheet() -> SafeString:
    """The drawings that `{% icon %}` points at; once in each page."""
    return _draw_sheet()


@cache
def icon(name: str) -> SafeString:
    # Safe here and below: the shapes come from the icon set installed with the product, never from people.
    context = {"name": name} if name in ON_THE_SHEET else {"shapes": _read_shapes(name)}
    return SafeString(render_to_string("_components/icon.html", context).strip())


@cache
def _draw_sheet() -> SafeString:
    symbols = [{"name": name, "shapes": _read_shapes(name)} for name in ON_THE_SHEET]
    return SafeString(render_to_string("_components/icon_sheet.html", {"symbols": symbols}).strip())


def _read_shapes(name: str) -> SafeString:
    node_modules = Path(getattr(settings, "NODE_MODULES", settings.BASE_DIR / "node_modules"))
    path = node_modules / "lucide-static" / "icons" / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        raise UnknownIconError(f"No icon “{name}” in {path.parent}. Names: lucide.dev/icons; install with `npm ci`.")
    match = DRAWING.search(path.read_text(encoding="utf-8"))
    if match is None:
        raise UnknownIconError(f"{path} holds no drawing.")
    return SafeString(re.sub(r"\s*\n\s*", "", match["shapes"].strip()).replace(" />", "/>"))
