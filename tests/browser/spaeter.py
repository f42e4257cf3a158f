"""The site as it is some days later (TAGE_SPAETER), for gunicorn: same data, and nobody has done anything since."""

import os
from datetime import datetime, timedelta

from django.utils import timezone

_jetzt = timezone.now
_vorsprung = timedelta(days=int(os.environ["TAGE_SPAETER"]))


def _later() -> datetime:
    return _jetzt() + _vorsprung


timezone.now = _later

from pankow_einsamkeit.wsgi import application  # noqa: E402

__all__ = ["application"]
