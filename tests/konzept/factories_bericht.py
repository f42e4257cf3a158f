"""Reports as staff leave them: a draft, one that could be frozen, one that is, and the second account that releases."""

from datetime import UTC, datetime
from typing import Any

from konzept.choices import Abweichung, Berichtsart, Berichtsstatus
from konzept.domain.berichte import freeze_bericht, release_bericht
from konzept.domain.berichtsbeginn import begin_bericht, correct_bericht
from konzept.models import Bericht, Drucksache
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto

JETZT = datetime(2026, 11, 21, 10, tzinfo=UTC)


def get_schreibende() -> Konto:
    """May do everything with reports, but not release what she has frozen."""
    return Konto.objects.filter(username="schreibt").first() or create_konto("schreibt", "Konzept")


def get_freigebende() -> Konto:
    """Writes nothing; releases what others have frozen."""
    return Konto.objects.filter(username="gibt_frei").first() or create_konto("gibt_frei", "Freigabe")


def create_entwurf(**kwargs: Any) -> Bericht:
    """With a released one as `vorlage`, its correction."""
    vorlage = kwargs.get("vorlage")
    if vorlage is not None and vorlage.status == Berichtsstatus.FREIGEGEBEN:
        return correct_bericht(bericht_id=vorlage.pk, konto=get_schreibende(), jetzt=JETZT)
    werte: dict[str, Any] = {
        "drucksache": Drucksache.objects.get(nummer="IX-1179"),
        "art": Berichtsart.ZWISCHENBERICHT,
        "konto": get_schreibende(),
        "jetzt": JETZT,
    }
    return begin_bericht(**(werte | kwargs))


def fill_pflichten(bericht: Bericht) -> Bericht:
    """The least that a report has to say; what is written already stays."""
    bericht.abschnitte.filter(getan="").update(getan="Angefangen.")
    bericht.abschnitte.filter(abweichung=Abweichung.OFFEN).update(abweichung=Abweichung.KEINE)
    return bericht


def create_fertigen(**kwargs: Any) -> Bericht:
    """A draft that can be frozen."""
    return fill_pflichten(create_entwurf(**kwargs))


def create_eingefrorenen(*, jetzt: datetime = JETZT, **kwargs: Any) -> Bericht:
    bericht = create_fertigen(**kwargs)
    return freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=jetzt)


def create_freigegebenen(**kwargs: Any) -> Bericht:
    return release_bericht(bericht_id=create_eingefrorenen(**kwargs).pk, konto=get_freigebende(), jetzt=JETZT)
