"""The keys of the site: signatures and fingerprints made under a former key stay good as long as it is a fallback."""

from django.conf import settings


def list_schluessel() -> list[str]:
    """The key in use first."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
