"""The filter panel of the list: sections, groups and choices with their counts, ready for the template."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from angebote.domain.suche import Auswahl, Suchanfrage, Unbekannt, Zaehlung

# Short lists stay whole, so that everybody finds Kiez and day at their usual place; long ones hide what gives no hit.
LANGE_GRUPPEN = frozenset({"kategorie", "ortsteil", "sprache", "fuer"})
EINFACHE_GRUPPEN = frozenset({"bereich", "wann"})
KEINE_ANGABE: dict[str, str | Promise] = {"bereich": _("beides"), "wann": _("egal, wann")}
LEGENDEN: dict[str, str | Promise] = {"wann": _("Zeitraum")}  # where the name of the filter is the section's already
# slug, title, icon, groups, further parameters that are set in this section, opened at the start
ABSCHNITTE: tuple[tuple[str, str | Promise, str, tuple[str, ...], tuple[str, ...], bool], ...] = (
    ("wo", _("Wo?"), "map-pin", ("kiez",), (), True),
    ("ortsteil", _("Ortsteil oder Postleitzahl"), "map", ("ortsteil",), ("plz",), False),
    ("wann", _("Wann?"), "calendar-days", ("wann", "tag", "zeit"), ("von", "bis"), True),
    ("kosten", _("Kosten"), "euro", ("kosten",), (), True),
    ("barrieren", _("Ohne Barrieren"), "accessibility", ("barrierefrei",), (), True),
    ("was", _("Was möchten Sie tun?"), "coffee", ("kategorie", "bereich"), (), False),
    ("wie", _("Wie kommen wir zusammen?"), "door-open", ("zugang", "anmeldung"), (), False),
    ("wer", _("Sprache und Menschen"), "users", ("sprache", "fuer"), (), False),
)


class Filterwert(NamedTuple):
    """One choice, in the order the template takes it apart. Without a count `zahl` and `worte` are empty."""

    id: str
    wert: str
    label: str
    zahl: str  # "5"
    worte: str  # "5 Angebote"
    ist_leer: bool  # no hit and not chosen
    gewaehlt: bool


@dataclass(frozen=True)
class Filtergruppe:
    name: str
    legende: str | Promise
    art: str  # type of the input: checkbox or radio
    werte: list[Filterwert]
    auch_unbekannt: tuple[Filterwert, ...] = ()  # the checkbox that loosens a filter once it is set


@dataclass(frozen=True)
class Filterabschnitt:
    """One disclosure of the panel; `gesetzt` filters are set in it."""

    slug: str
    titel: str | Promise
    icon: str
    gruppen: list[Filtergruppe]
    gesetzt: int
    offen: bool


def build_abschnitte(
    anfrage: Suchanfrage,
    *,
    auswahl: Auswahl,
    zaehlung: Zaehlung,
    labels: Mapping[str, str | Promise],
) -> list[Filterabschnitt]:
    abschnitte = []
    for slug, titel, icon, gruppen, weitere, offen in ABSCHNITTE:
        gesetzt = sum(_count_gesetzt(anfrage, name) for name in (*gruppen, *weitere))
        abschnitte.append(
            Filterabschnitt(
                slug=slug,
                titel=titel,
                icon=icon,
                gruppen=[_build_gruppe(name, anfrage, auswahl, zaehlung, labels[name]) for name in gruppen],
                gesetzt=gesetzt,
                offen=offen or gesetzt > 0,
            )
        )
    return abschnitte


def _count_gesetzt(anfrage: Suchanfrage, name: str) -> int:
    wert = getattr(anfrage, name)
    return len(wert) if isinstance(wert, tuple) else int(bool(wert))


def _build_gruppe(
    name: str,
    anfrage: Suchanfrage,
    auswahl: Auswahl,
    zaehlung: Zaehlung,
    legende: str | Promise,
) -> Filtergruppe:
    zahlen = zaehlung.facetten.get(name, {})
    gesetzt = getattr(anfrage, name)
    gewaehlte = set(gesetzt) if isinstance(gesetzt, tuple) else {gesetzt} - {""}
    werte = [
        _build_wert(f"f-{name}-{option.wert}", option.wert, option.label, zahlen.get(option.wert, 0), gewaehlte)
        for option in auswahl.get(name, ())
        if name not in LANGE_GRUPPEN or option.wert in gewaehlte or zahlen.get(option.wert)
    ]
    if name in EINFACHE_GRUPPEN:
        egal = Filterwert(f"f-{name}", "", str(KEINE_ANGABE[name]), "", "", ist_leer=False, gewaehlt=not gewaehlte)
        werte.insert(0, egal)
    art = "radio" if name in EINFACHE_GRUPPEN else "checkbox"
    auch_unbekannt = _build_auch_unbekannt(name, anfrage, zaehlung.mit_unbekannten)
    return Filtergruppe(name, LEGENDEN.get(name, legende), art, werte, auch_unbekannt)


def _build_auch_unbekannt(name: str, anfrage: Suchanfrage, zahlen: Mapping[str, int]) -> tuple[Filterwert, ...]:
    if name not in set(Unbekannt) or not getattr(anfrage, name):
        return ()
    label = gettext("auch zeigen, wenn nicht bekannt")
    return (_build_wert(f"f-unbekannt-{name}", name, label, zahlen.get(name, 0), anfrage.unbekannt),)


def _build_wert(id_: str, wert: str, label: str, anzahl: int, gewaehlte: Collection[str]) -> Filterwert:
    gewaehlt = wert in gewaehlte
    return Filterwert(
        id=id_,
        wert=wert,
        label=_break_after_slash(label),
        zahl=str(anzahl),
        worte=_name_anzahl(anzahl),
        ist_leer=anzahl == 0 and not gewaehlt,
        gewaehlt=gewaehlt,
    )


@lru_cache(maxsize=2000)
def _name_anzahl(anzahl: int) -> str:
    return ngettext("%(anzahl)d Angebot", "%(anzahl)d Angebote", anzahl) % {"anzahl": anzahl}


def _break_after_slash(name: str) -> str:
    """Names of Kieze are long: a line may end after their slashes, rather than in the middle of a word."""
    return name.replace("/", "/\u200b")
