"""Whom something can be given to."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from konzept.admin.einmaliges import Einmaliges
from pankow_einsamkeit.models import Konto


class Kontowahl(Einmaliges):
    """Closed accounts and those that may not sign in here are not offered; one that was chosen before stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        feld: Any = self.fields.get("konto")
        if feld is not None:
            waehlbare = Q(is_active=True, is_staff=True) | Q(pk=self.instance.konto_id)
            feld.queryset = Konto.objects.filter(waehlbare).order_by("username")
