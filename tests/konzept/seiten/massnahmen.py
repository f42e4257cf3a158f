from typing import Any

from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_massnahmen import IndikatorFactory, MeilensteinFactory
from tests.konzept.seiten.typ import Internseite

SEHEN, AENDERN, ANLEGEN = (f"konzept.{recht}_massnahme" for recht in ("view", "change", "add"))


def create_massnahme() -> dict[str, Any]:
    return {"pk": MassnahmeFactory().pk}


SEITEN: tuple[Internseite, ...] = (
    *(
        Internseite(f"konzept:massnahme-{name}", SEHEN)
        for name in ("tafel", "liste", "csv", "ueberfaellig", "kieze", "bereiche", "zeitplan")
    ),
    Internseite("konzept:massnahme-neu", ANLEGEN, nimmt_post=True),
    Internseite("konzept:massnahme-detail", SEHEN, create_massnahme),
    Internseite("konzept:massnahme-bearbeiten", AENDERN, create_massnahme, nimmt_post=True),
    Internseite(
        "konzept:massnahme-verknuepfung",
        AENDERN,
        lambda: {**create_massnahme(), "art": "angebote"},
        query="q=singen",
        nimmt_post=True,
    ),
    Internseite("konzept:massnahme-status", AENDERN, create_massnahme, nimmt_post=True),
    Internseite("konzept:massnahme-meilenstein-neu", AENDERN, create_massnahme, nimmt_post=True),
    Internseite("konzept:massnahme-indikator-neu", AENDERN, create_massnahme, nimmt_post=True),
    Internseite("konzept:massnahme-meilenstein", AENDERN, lambda: {"pk": MeilensteinFactory().pk}, nur_post=True),
    Internseite("konzept:massnahme-wert", AENDERN, lambda: {"pk": IndikatorFactory().pk}, nimmt_post=True),
)
