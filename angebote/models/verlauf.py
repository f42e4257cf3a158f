"""Who changed what, and when: django-simple-history keeps a row for every save and delete of what it is put on.

Rows written by bulk_create, bulk_update or update() leave no trace, and shall not: only derived values are written so.
"""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


def build_verlauf(
    name: str, *, m2m_fields: Collection[object] = (), excluded_fields: Collection[str] = ()
) -> HistoricalRecords:
    """name: of one entry, for the admin."""
    return HistoricalRecords(
        verbose_name=_("Verlauf: %(name)s") % {"name": name},
        verbose_name_plural=_("Verlauf: %(name)s") % {"name": name},
        m2m_fields=m2m_fields,
        excluded_fields=list(excluded_fields),
    )
