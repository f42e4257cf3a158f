"""Web addresses from German words."""

from django.utils.text import slugify

from pankow_einsamkeit.lib.text import normalise_text


def slugify_german(text: str, *, max_length: int) -> str:
    """ "Café für Größere" → "cafe-fuer-groessere"; cut at a word if possible; empty if no Latin letter or digit."""
    slug = slugify(normalise_text(text)).strip("-")
    if len(slug) <= max_length:
        return slug
    gekuerzt = slug[:max_length]
    if slug[max_length] != "-" and "-" in gekuerzt:
        gekuerzt = gekuerzt.rsplit("-", 1)[0]
    return gekuerzt.strip("-")
