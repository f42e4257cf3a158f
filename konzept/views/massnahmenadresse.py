from django.urls import reverse
from django.utils.translation import gettext as _


def build_pfad(*stellen: tuple[str, str] | str) -> list[dict[str, str]]:
    """Below the measures; a place is its name, or name and address."""
    paare = [stelle if isinstance(stelle, tuple) else (stelle, "") for stelle in stellen]
    erste = (_("Maßnahmen"), reverse("konzept:massnahme-tafel"))
    return [{"label": label, "url": url} for label, url in (erste, *paare)]
