"""Days on which an office works: the examples are loaded on any day, and count from it."""

from __future__ import annotations

from datetime import date, timedelta

from pankow_einsamkeit.lib.kalender import ist_feiertag

SAMSTAG = 5


def find_arbeitstag(tag: date) -> date:
    """The day itself, or the last one before it that is no weekend and no public holiday of Berlin."""
    while tag.weekday() >= SAMSTAG or ist_feiertag(tag):
        tag -= timedelta(days=1)
    return tag
