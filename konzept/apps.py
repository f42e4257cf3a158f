from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KonzeptConfig(AppConfig):
    """The internal section on the district's concept. It has no models yet; the catalogue comes first."""

    name = "konzept"
    verbose_name = _("Konzept")
