"""Changes of published offers by somebody who may not publish wait as proposals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from angebote.choices import Vorschlagsherkunft
from angebote.models import Aenderungsvorschlag


def submit_vorschlag(
    *,
    angebot_id: int,
    aenderungen: Mapping[str, Mapping[str, Any]],
    herkunft: Vorschlagsherkunft,
    jetzt: datetime,
    konto: Any = None,
    bemerkung: str = "",
) -> Aenderungsvorschlag:
    return Aenderungsvorschlag.objects.create(
        angebot_id=angebot_id,
        aenderungen=dict(aenderungen),
        herkunft=herkunft,
        konto=konto,
        bemerkung=bemerkung,
        eingereicht_am=jetzt,
    )
