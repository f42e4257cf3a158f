"""The form of the page for professionals: one value of each thing that matters beside a client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from angebote.domain.suche import Auswahl, Suchanfrage, build_filterworte
from angebote.views.vorlagen import Vorlage, build_fachkraefte_url

AUSWAHLFELDER = ("kiez", "sprache", "tag")  # the search itself takes several values of each
STUFENLOS = ("barrierefrei", "stufenlos")
Paar = tuple[str, str]


def build_fachformular(vorlage: Vorlage | None, anfrage: Suchanfrage, auswahl: Auswahl) -> dict[str, Any]:
    """What the form shows, and what else stands in the address: it goes along hidden, and is shown to be taken away."""
    eigene = set(vorlage.paare) if vorlage else set()
    paare = [paar for paar in parse_qsl(anfrage.to_query()) if paar not in eigene]
    gezeigte = _find_gezeigte(paare)
    verborgene = [paar for paar in paare if paar not in gezeigte]
    return {
        "optionen": {name: _build_optionen(name, gezeigte, auswahl) for name in AUSWAHLFELDER},
        "ist_stufenlos": STUFENLOS in gezeigte,
        "ist_genauer": any(name != "kiez" for name, _wert in gezeigte),
        "verborgene": [("vorlage", vorlage.slug), *verborgene] if vorlage else verborgene,
        "chips": _build_chips(vorlage, anfrage, auswahl, ausser=eigene | gezeigte),
    }


def _find_gezeigte(paare: Sequence[Paar]) -> set[Paar]:
    """The first value of each field, and the tick."""
    erste = {name: (name, wert) for name, wert in reversed(paare) if name in AUSWAHLFELDER}
    return {*erste.values(), *({STUFENLOS} & set(paare))}


def _build_optionen(name: str, gezeigte: set[Paar], auswahl: Auswahl) -> list[dict[str, Any]]:
    return [
        {"wert": option.wert, "label": option.label, "gewaehlt": (name, option.wert) in gezeigte}
        for option in auswahl.get(name, ())
    ]


def _build_chips(
    vorlage: Vorlage | None, anfrage: Suchanfrage, auswahl: Auswahl, *, ausser: set[Paar]
) -> list[dict[str, str]]:
    return [
        {"label": wort.label, "href": build_fachkraefte_url(vorlage, wort.ohne)}
        for wort in build_filterworte(anfrage, auswahl=auswahl)
        if (wort.gruppe, wort.wert or getattr(anfrage, wort.gruppe)) not in ausser
    ]
