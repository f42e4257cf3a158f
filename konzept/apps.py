from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KonzeptConfig(AppConfig):
    """The internal section: the concept's components, who answers for them, measures, gaps, reports."""

    name = "konzept"
    verbose_name = _("Konzept")
