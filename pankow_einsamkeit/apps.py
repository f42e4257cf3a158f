from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PankowEinsamkeitConfig(AppConfig):
    name = "pankow_einsamkeit"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from pankow_einsamkeit import checks  # noqa: F401  registers the deploy checks
        from pankow_einsamkeit.zahlbereich import register_lookups

        register_lookups()
