"""Sets of the search for offers whose facts a test makes up, without the parts from which they are derived."""

from collections.abc import Collection, Mapping

from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.fortschreibung import rebuild_terminmengen
from angebote.domain.suche.mengen import build_menge, dump_menge, load_menge
from angebote.models import Angebot, Angebotsmenge


def write_merkmale(angebot: Angebot, merkmale: Mapping[str, Collection[str]]) -> None:
    """Puts the offer into these sets, by group and value, and leaves it in those it is in already."""
    for gruppe, werte in merkmale.items():
        for wert in werte:
            menge, _neu = Angebotsmenge.objects.get_or_create(gruppe=gruppe, wert=wert, defaults={"bits": b""})
            menge.bits = dump_menge(load_menge(menge.bits) | build_menge([angebot.pk]))
            menge.save()
    renew_version()


def write_termine(*angebote: Angebot) -> None:
    """After rows of Termin were made by hand."""
    rebuild_terminmengen(angebot_ids=[angebot.pk for angebot in angebote])
    renew_version()
