"""The members of a round: who took a contact back is named by no row typed or left open."""

from __future__ import annotations

from typing import Any

from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _

from konzept.domain.kontaktwiderruf import lock_widerrufene


class Mitgliedszeilen(BaseInlineFormSet):
    def clean(self) -> None:
        """Every row with a function counts, changed or not: it may have been shown before the contact was taken back.

        Needs a transaction, as every form of the section has one (admin/basis.py).
        """
        super().clean()
        genannte = [zeile for zeile in self.forms if self._nennt_jemanden(zeile)]
        widerrufene = lock_widerrufene([zeile.cleaned_data["akteur"].pk for zeile in genannte])
        satz = _(
            "Der Kontakt dieses Akteurs ist widerrufen. Lassen Sie dieses Feld leer, oder tragen Sie auf der Seite des "
            "Akteurs zuerst mit „Kontakt eintragen“ einen neuen Kontakt ein."
        )
        for zeile in genannte:
            if zeile.cleaned_data["akteur"].pk in widerrufene:
                zeile.add_error("funktion", satz)

    def _nennt_jemanden(self, zeile: Any) -> bool:
        daten = getattr(zeile, "cleaned_data", {})
        return bool(daten.get("akteur") and daten.get("funktion") and not daten.get("DELETE"))
