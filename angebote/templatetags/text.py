"""Filters that help German words into narrow columns."""

from django import template

register = template.Library()
ZERO_WIDTH_SPACE = "\u200b"


@register.filter
def breakable(name: str) -> str:
    """Lets "Blankenburg/Heinersdorf/Märchenland" break after each slash, which browsers do not do by themselves."""
    return name.replace("/", "/" + ZERO_WIDTH_SPACE)
