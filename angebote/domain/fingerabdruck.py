"""Telling that a text has changed without keeping it: for contacts, which must be gone once they are taken back (P6).

Under a key of the site, since a bare hash of a phone number is found by trying all numbers.
"""

from collections.abc import Mapping
from functools import cache
from itertools import islice

from django.utils.crypto import salted_hmac

from angebote.domain.schluessel import list_schluessel

SALZ = "angebote.domain.fingerabdruck"
Fingerabdruck = Mapping[str, str]


def build_fingerabdruck(text: str) -> dict[str, str]:
    """By the name of the key: one under each key of the site, the one in use first."""
    return {_name(schluessel): _sum_up(text, schluessel) for schluessel in list_schluessel()}


def keep_newest(fingerabdruck: Fingerabdruck) -> dict[str, str]:
    """Only the one under the key in use: former keys may be known to others."""
    return dict(islice(fingerabdruck.items(), 1))


def ist_derselbe(erster: Fingerabdruck, zweiter: Fingerabdruck) -> bool:
    """Also where the two share no key any more: what nobody can compare must not be called a change."""
    return all(erster[name] == zweiter[name] for name in erster.keys() & zweiter.keys())


@cache
def _name(schluessel: str) -> str:
    return _sum_up("", schluessel)[:8]


def _sum_up(text: str, schluessel: str) -> str:
    return salted_hmac(SALZ, text, secret=schluessel, algorithm="sha256").hexdigest()[:32]
