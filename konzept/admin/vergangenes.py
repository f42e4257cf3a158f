"""Days of what has happened: none of them lies ahead."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _

from konzept.admin.einmaliges import Einmaliges


class Vergangenes(Einmaliges):
    """vergangene_tage: names of fields; those a form does not show are left alone."""

    vergangene_tage: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        daten: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.vergangene_tage:
            tag = daten.get(name)
            if tag is not None and tag > timezone.localdate():
                self.add_error(name, _("Dieser Tag liegt in der Zukunft."))
        return daten
