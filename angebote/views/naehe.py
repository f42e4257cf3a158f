"""What the page says about a search near a place: what was understood, what to choose from, what may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from angebote.domain.naehe import Naehe, Stelle, Stellenart
from angebote.domain.suche import Sortierung, Suchanfrage
from angebote.views.listenadresse import build_liste_url

NAMENSENDE = re.compile(r"(?= in |, |$)")  # of a street, before the area that tells it from others


@dataclass(frozen=True)
class Ortslink:
    label: str
    href: str


@dataclass(frozen=True)
class Naehehinweis:
    """satz: what was understood, or that nothing was. frage leads to the links; both are empty without any.

    ist_offen: people are asked for something, because nothing can be sorted by distance yet.
    """

    satz: str
    frage: str = ""
    links: tuple[Ortslink, ...] = ()
    ist_offen: bool = False


def build_naehe_hinweise(
    naehe: Naehe | None, anfrage: Suchanfrage, *, starke_zuerst: bool = False
) -> Naehehinweis | None:
    """None where no place was asked for and nothing is sorted by distance. starke_zuerst as in Suchergebnis."""
    if naehe is None:
        return _build_plz_hinweis(anfrage, starke_zuerst=starke_zuerst)
    if naehe.stelle is not None:
        frage, stellen = _ask_genauer(naehe)
        wegsatz = _build_wegsatz(_name_start(naehe.stelle), anfrage, starke_zuerst=starke_zuerst)
        satz = " ".join([*_list_vorbehalte(naehe, naehe.stelle, anfrage), wegsatz])
        return Naehehinweis(satz, frage=frage, links=_build_links(stellen, anfrage, naehe.hausnummer))
    if naehe.auswahl:
        satz = _("„%(name)s“ gibt es in Pankow mehrmals.") % {"name": _find_gemeinsamen_namen(naehe, anfrage)}
        return Naehehinweis(
            satz, _("Was meinen Sie?"), _build_links(naehe.auswahl, anfrage, naehe.hausnummer), ist_offen=True
        )
    satz = _("„%(name)s“ kennen wir in Pankow nicht.") % {"name": anfrage.nah}
    if naehe.vorschlaege:
        return Naehehinweis(satz, _("Meinten Sie:"), _build_links(naehe.vorschlaege, anfrage), ist_offen=True)
    tipp = _("Versuchen Sie es mit einer Straße, einer Haltestelle oder einer Postleitzahl.")
    return Naehehinweis(f"{satz} {tipp}", ist_offen=True)


def _build_plz_hinweis(anfrage: Suchanfrage, *, starke_zuerst: bool) -> Naehehinweis | None:
    if not anfrage.plz or anfrage.wirksame_sortierung != Sortierung.ENTFERNUNG:
        return None
    start = _("von der Mitte der Postleitzahl %(name)s") % {"name": anfrage.plz}
    return Naehehinweis(_build_wegsatz(start, anfrage, starke_zuerst=starke_zuerst))


def _ask_genauer(naehe: Naehe) -> tuple[str, tuple[Stelle, ...]]:
    if naehe.abschnitte:
        return _("Die Straße ist lang. Meinen Sie einen anderen Abschnitt?"), naehe.abschnitte
    return (_("Oder meinten Sie:") if naehe.vorschlaege else ""), naehe.vorschlaege


def _list_vorbehalte(naehe: Naehe, stelle: Stelle, anfrage: Suchanfrage) -> Iterator[str]:
    """What of the words was not understood as it stands there."""
    if naehe.ist_vermutet:
        daten = {"text": anfrage.nah, "name": stelle.name}
        yield _("„%(text)s“ kennen wir in Pankow nicht. Meinten Sie „%(name)s“?") % daten
    if naehe.hausnummer:
        yield _("Die Hausnummer %(nummer)s können wir nicht zuordnen.") % {"nummer": naehe.hausnummer}


def _build_links(stellen: Iterable[Stelle], anfrage: Suchanfrage, hausnummer: str = "") -> tuple[Ortslink, ...]:
    return tuple(_build_link(stelle, anfrage, hausnummer) for stelle in stellen)


def _build_link(stelle: Stelle, anfrage: Suchanfrage, hausnummer: str) -> Ortslink:
    """The number stays with the street, for whoever shares the address: "Berliner Straße 12 in Pankow"."""
    label = stelle.name
    if stelle.art == Stellenart.HALTESTELLE and not label.startswith("Haltestelle "):
        label = _("Haltestelle %(name)s") % {"name": label}
    nah = stelle.name
    if hausnummer and stelle.art == Stellenart.STRASSE:
        nah = NAMENSENDE.sub(f" {hausnummer}", nah, count=1)
    return Ortslink(label, build_liste_url(anfrage.mit(nah=nah)))


def _name_start(stelle: Stelle) -> str:
    if stelle.art == Stellenart.HALTESTELLE:
        return _("von der Haltestelle %(name)s") % {"name": stelle.name.removeprefix("Haltestelle ")}
    if stelle.art == Stellenart.POSTLEITZAHL:
        return _("von der Mitte der Postleitzahl %(name)s") % {"name": stelle.name}
    if stelle.art == Stellenart.GEBIET:
        return _("von der Mitte von „%(name)s“") % {"name": stelle.name.removeprefix("Ortsteil ")}
    if stelle.ist_viertelmitte:
        return _("von der Mitte des Viertels, in dem „%(name)s“ liegt") % {"name": stelle.name}
    if stelle.art == Stellenart.STRASSE:
        return _("von „%(name)s“, etwa von der Mitte der Straße") % {"name": stelle.name}
    if stelle.ist_gebiet:
        return _("von „%(name)s“; wo das ist, wissen wir nur ungefähr") % {"name": stelle.name}
    return _("von „%(name)s“") % {"name": stelle.name}


def _build_wegsatz(start: str, anfrage: Suchanfrage, *, starke_zuerst: bool) -> str:
    ist_sortiert = anfrage.wirksame_sortierung == Sortierung.ENTFERNUNG
    satz = _("Sortiert nach der Entfernung %(start)s.") if ist_sortiert else _("Die Entfernung zählt %(start)s.")
    saetze = [satz % {"start": start}]
    if starke_zuerst:
        saetze.append(_("Zuerst stehen Angebote, die besonders gut zu Ihren Wörtern passen, danach die anderen."))
    return " ".join([*saetze, _("Die Wege sind geschätzt.")])


def _find_gemeinsamen_namen(naehe: Naehe, anfrage: Suchanfrage) -> str:
    """ "Berliner Straße" for "berliner str. 12", if that is what all have in common."""
    namen = {stelle.name.removeprefix("Haltestelle ").split(" in ")[0] for stelle in naehe.auswahl}
    return namen.pop() if len(namen) == 1 else anfrage.nah
