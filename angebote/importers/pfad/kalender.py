"""iCalendar, see below."""

from angebote.importers.pfad.zeilen import Rohdatei


def read_kalender(inhalt: bytes) -> Rohdatei:
    raise NotImplementedError
