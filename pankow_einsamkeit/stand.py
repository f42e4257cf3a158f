"""The mark of what the public can see. The base asks for it here; the module named in settings.SEITENSTAND keeps it.

So fixed pages and their admin follow the same rule as the catalogue, though the base never imports the catalogue.
"""

from datetime import datetime
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings


class Seitenstand(Protocol):
    def read_seitenstand(self, *, jetzt: datetime) -> str: ...

    def renew_version(self) -> None: ...


def read_stand(*, jetzt: datetime) -> str:
    """Changes whenever a public page may look different; empty as long as there is nothing to go by."""
    return _load_seitenstand().read_seitenstand(jetzt=jetzt)


def renew_stand() -> None:
    """In the transaction of a change the public can see, as its last step: see docs/adr/0017."""
    _load_seitenstand().renew_version()


def _load_seitenstand() -> Seitenstand:
    return cast("Seitenstand", import_module(settings.SEITENSTAND))
