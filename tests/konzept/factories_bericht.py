"""Reports as staff leave them: a draft, and one that is frozen."""

from datetime import UTC, datetime
from typing import Any

from konzept.choices import Berichtsart
from konzept.domain.berichte import create_bericht, freeze_bericht
from konzept.models import Bericht, Drucksache
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto

JETZT = datetime(2026, 11, 21, 10, tzinfo=UTC)


def get_schreibende() -> Konto:
    """May do everything with reports."""
    return Konto.objects.filter(username="schreibt").first() or create_konto("schreibt", "Konzept")


def create_entwurf(**kwargs: Any) -> Bericht:
    werte: dict[str, Any] = {
        "drucksache": Drucksache.objects.get(nummer="IX-1179"),
        "art": Berichtsart.ZWISCHENBERICHT,
        "konto": get_schreibende(),
        "jetzt": JETZT,
    }
    return create_bericht(**(werte | kwargs))


def create_eingefrorenen(*, jetzt: datetime = JETZT, **kwargs: Any) -> Bericht:
    return freeze_bericht(bericht_id=create_entwurf(**kwargs).pk, konto=get_schreibende(), jetzt=jetzt)
