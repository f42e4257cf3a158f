"""Reports as staff leave them: a draft, one that could be frozen, one that is, and the second account that releases."""

from datetime import UTC, datetime
from typing import Any

from konzept.choices import Abweichung, Berichtsart
from konzept.domain.berichte import freeze_bericht, release_bericht
from konzept.domain.berichtsbeginn import Gegenstand, begin_bericht, find_berichtigten
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


def create_entwurf(
    *,
    vorlage: Bericht | None = None,
    drucksache: Drucksache | None = None,
    art: Berichtsart = Berichtsart.ZWISCHENBERICHT,
    konto: Konto | None = None,
) -> Bericht:
    """With a released one or a correction as `vorlage` a correction, of its Drucksache and kind."""
    gegenstand = None
    if find_berichtigten(vorlage) is None:
        gegenstand = Gegenstand(drucksache or Drucksache.objects.get(nummer="IX-1179"), art)
    return begin_bericht(gegenstand=gegenstand, vorlage=vorlage, konto=konto or get_schreibende(), jetzt=JETZT)


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
