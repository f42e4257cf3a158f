"""Notes about Kieze."""

from __future__ import annotations

from datetime import date, timedelta

from angebote.models import Kiez
from konzept.beispiel.grundlagen import BEISPIEL
from konzept.domain.kieznotiz import add_kieznotiz

# Kiez → days ago and text; none of it claims anything about a real place.
NOTIZEN = {
    "buch": (
        (40, "Beim Rundgang gewünscht: ein Treff am Nachmittag, zu Fuß von der S-Bahn erreichbar."),
        (6, "Der Treff am Nachmittag ist als Maßnahme vorgeschlagen. Als Nächstes einen Raum ohne Stufen suchen."),
    ),
    "weissensee": ((15, "Für den Abend fehlt etwas für Menschen, die tagsüber arbeiten. Im Gremium ansprechen."),),
}


def save_kieznotizen(*, heute: date) -> None:
    """Where the areas are loaded."""
    for slug, zeilen in NOTIZEN.items():
        for kiez in Kiez.objects.filter(slug=slug):
            for tage, text in zeilen:
                add_kieznotiz(kiez=kiez, text=f"{text} {BEISPIEL}", konto=None, heute=heute - timedelta(days=tage))
