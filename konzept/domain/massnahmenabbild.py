"""A measure as a report keeps it, as plain data: its facts, the reason of its last step, what was counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from konzept.choices import Massnahmenstatus
from konzept.models import Indikator, Massnahme
from pankow_einsamkeit.lib.kalender import BERLIN

LETZTE = 3  # values of an indicator that a report shows


def describe_massnahme(massnahme: Massnahme, *, zustaendig: str, heute: date) -> dict[str, Any]:
    """massnahme: with federfuehrung, kieze, wechsel and indikatoren__werte at hand. zustaendig: as it may be read."""
    return {
        "id": massnahme.pk,
        "titel": massnahme.titel,
        "ziel": massnahme.ziel.strip(),
        "status": massnahme.status,
        "statuswort": str(Massnahmenstatus(massnahme.status).label),
        "federfuehrung": massnahme.federfuehrung.name,
        "zustaendig": zustaendig,
        "zustaendig_id": massnahme.zustaendig_id,
        "beginn": massnahme.beginn.isoformat(),
        "ende": massnahme.ende.isoformat() if massnahme.ende else "",
        "kieze": [kiez.name for kiez in massnahme.kieze.all()],
        "baut_auf": massnahme.baut_auf.strip(),
        "wechsel": describe_wechsel(massnahme),
        "indikatoren": [describe_indikator(indikator, heute=heute) for indikator in massnahme.indikatoren.all()],
    }


def describe_wechsel(massnahme: Massnahme) -> dict[str, str] | None:
    """The last step, if it needed a reason: what turns back or gives up (M27). None where nothing of that is left."""
    letzter = next(reversed(list(massnahme.wechsel.all())), None)
    if letzter is None or letzter.nach != massnahme.status or not letzter.grund:
        return None
    tag = letzter.am.astimezone(BERLIN).date()
    return {"von": letzter.von, "nach": letzter.nach, "am": tag.isoformat(), "grund": letzter.grund}


def describe_indikator(indikator: Indikator, *, heute: date) -> dict[str, Any]:
    """Figures as text, exact. werte: the last ones up to that day, the oldest first."""
    gezaehlte = [wert for wert in indikator.werte.all() if wert.tag <= heute]
    return {
        "name": indikator.name,
        "einheit": indikator.einheit,
        "start": str(indikator.startwert),
        "ziel": str(indikator.zielwert),
        "bis": indikator.ziel_bis.isoformat(),
        "werte": [{"tag": wert.tag.isoformat(), "wert": str(wert.wert)} for wert in gezaehlte[-LETZTE:]],
    }
