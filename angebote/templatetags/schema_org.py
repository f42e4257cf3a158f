"""`{% json_ld daten %}`: a block of JSON-LD. Browsers do not run it, so the CSP has no say in it."""

from typing import Any

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def json_ld(daten: dict[str, Any]) -> SafeString:
    """Escapes <, > and & like Django's json_script, so that no text of an offer can close the block."""
    return SafeString(json_script(daten).replace('type="application/json"', 'type="application/ld+json"', 1))
