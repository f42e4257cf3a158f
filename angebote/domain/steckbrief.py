"""The answers on the page of an offer, in sentences: facts of "Wer", first visit, barriers, frame, sources (F2)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.choices import (
    Anmeldung,
    Barrierewert,
    Format,
    JaNein,
    Kapazitaet,
    Konfidenz,
    Merkmal,
    Ueberweisung,
    Zugang,
)
from angebote.domain import kartendaten
from angebote.domain.barrieren import merge_barriereangaben
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.quellensatz import build_standsatz, shorten_quelle, split_quelle
from angebote.domain.zugang import ist_ohne_weg
from angebote.models import Angebot, Barriereangabe, Quellenangabe
from angebote.models.angebot import ERSTBESUCHFELDER
from pankow_einsamkeit.lib.geo import estimate_walking_minutes

# What the page of an offer and its entry on a sheet read, to be prefetched.
TEILE = (*kartendaten.TEILE, "ausnahmen", "zielgruppen", "sprachen")
# Always answered for an offer with a way to go, if only by "nicht bekannt" (anforderungen.md 4, F6).
MINDESTANGABEN = (Merkmal.ENTRANCE_LEVEL, Merkmal.ROOM_LEVEL, Merkmal.LIFT, Merkmal.WC, Merkmal.ESCORT)


@dataclass(frozen=True)
class Zeile:
    """A fact with its name; `wert` empty means nobody knows yet."""

    name: str | Promise
    wert: str | Promise


@dataclass(frozen=True)
class Angaben:
    """What is known as rows; what is not, as the names of the questions to ask."""

    bekannt: tuple[Zeile, ...]
    offen: str


@dataclass(frozen=True)
class Haltestelle:
    name: str
    meter: int
    minuten: int


@dataclass(frozen=True)
class Barrierepunkt:
    name: str | Promise
    notiz: str
    herkunft: str


@dataclass(frozen=True)
class Barrieregruppe:
    titel: str | Promise
    icon: str
    art: str
    punkte: tuple[Barrierepunkt, ...]


@dataclass(frozen=True)
class Quelle:
    name: str
    url: str
    stand: str
    verlass: str | Promise


def build_haltestellen(angebot: Angebot) -> list[Haltestelle]:
    """Nearest first; minutes on foot are an estimate (lib/geo.py)."""
    if angebot.ort is None:
        return []
    return [
        Haltestelle(nahe.haltestelle.name, nahe.meter, estimate_walking_minutes(nahe.meter))
        for nahe in sorted(angebot.ort.haltestellen.all(), key=lambda nahe: nahe.meter)
    ]


def build_was_angaben(angebot: Angebot) -> Angaben:
    """The form, and where nothing describes the offer, its categories in words."""
    kategorien = "" if angebot.beschreibung else ", ".join(kategorie.name for kategorie in angebot.kategorien.all())
    form = "" if angebot.format == Format.UNBEKANNT else str(angebot.get_format_display())
    zeilen = [Zeile(_("Art"), kategorien), Zeile(_("Form"), form)]
    return Angaben(bekannt=tuple(zeile for zeile in zeilen if zeile.wert), offen="")


def build_wer_angaben(angebot: Angebot) -> Angaben:
    """The groups are left out where the sentence above names them: exclusive offers, and what a source says of them."""
    sind_genannt = angebot.exklusiv or (bool(angebot.wer_hinweis) and not angebot.ist_bestaetigt)
    gruppen = "" if sind_genannt else ", ".join(gruppe.name for gruppe in angebot.zielgruppen.all())
    zeilen = [Zeile(_("Anmeldung"), build_anmeldung(angebot)), Zeile(_("Sprachen"), build_sprachen(angebot))]
    moegliche = [
        (_("Wer leider nicht kommen kann"), angebot.ausschluss),
        (_("Auch gut geeignet für"), gruppen),
        (_("So viele sind dabei"), angebot.gruppengroesse),
        (_("Essen und Trinken"), angebot.bewirtung),
    ]
    return _split_angaben(zeilen + [Zeile(name, wert) for name, wert in moegliche if wert])


def build_erstbesuch(angebot: Angebot) -> list[Zeile]:
    """The guided questions that have an answer, in the words of the form (F4)."""
    return [
        Zeile(angebot._meta.get_field(name).verbose_name, getattr(angebot, name))  # type: ignore[union-attr]
        for name in ERSTBESUCHFELDER
        if getattr(angebot, name)
    ]


def build_rahmen(angebot: Angebot) -> Angaben:
    """What people ask before they go for help (M4, M5), as far as it is known; see build_rahmenfrage."""
    zeilen = [
        Zeile(_("Fachliche Leitung"), _name_janein(angebot.fachliche_leitung)),
        Zeile(_("Vertraulich"), _name_janein(angebot.vertraulich)),
        Zeile(_("Ohne Namen möglich"), _name_janein(angebot.anonym_moeglich)),
        Zeile(_("Überweisung"), name_ueberweisung(angebot)),
        Zeile(_("Wartezeit"), build_wartezeit(angebot)),
        Zeile(_("Plätze"), build_kapazitaet(angebot)),
    ]
    return Angaben(bekannt=tuple(zeile for zeile in zeilen if zeile.wert), offen="")


def build_rahmenfrage(angebot: Angebot) -> str:
    """The two open questions that matter most, as one would say them; a list of gaps helps nobody on the phone."""
    wartezeit, schweigepflicht = angebot.wartezeit_wochen is None, angebot.vertraulich == JaNein.UNBEKANNT
    if wartezeit and schweigepflicht:
        return _("Fragen Sie auch nach Wartezeit und Schweigepflicht.")
    if wartezeit:
        return _("Fragen Sie auch nach der Wartezeit.")
    return _("Fragen Sie auch nach der Schweigepflicht.") if schweigepflicht else ""


def build_kapazitaet(angebot: Angebot) -> str:
    if angebot.kapazitaet == Kapazitaet.UNBEKANNT:
        return ""
    return _add_stand(str(angebot.get_kapazitaet_display()), angebot.kapazitaet_am)


def build_wartezeit(angebot: Angebot) -> str:
    if angebot.wartezeit_wochen is None:
        return ""
    return _add_stand(_build_wochen(angebot.wartezeit_wochen), angebot.wartezeit_am)


def name_ueberweisung(angebot: Angebot) -> str:
    return "" if angebot.ueberweisung == Ueberweisung.UNBEKANNT else str(angebot.get_ueberweisung_display())


def build_anmeldung(angebot: Angebot) -> str:
    anmeldung = "" if angebot.anmeldung == Anmeldung.UNBEKANNT else angebot.get_anmeldung_display()
    return _join(anmeldung, angebot.anmeldung_hinweis)


def build_sprachen(angebot: Angebot) -> str:
    return _join(", ".join(sprache.name for sprache in angebot.sprachen.all()), angebot.sprachen_hinweis)


def build_barrieregruppen(angebot: Angebot, *, zugaenge: Collection[Zugang]) -> list[Barrieregruppe]:
    """Facts by answer; the minimum set is always among them unless there is no way to go."""
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    merkmale = [m for m in Merkmal if m in angaben or (m in MINDESTANGABEN and not ist_ohne_weg(zugaenge))]
    unbekannt = _("Das wissen wir noch nicht – %(nachfrage)s") % {"nachfrage": build_nachfrage(angebot)}
    koepfe = [
        (Barrierewert.JA, _("Das gibt es"), "check", "gut"),
        (Barrierewert.TEILWEISE, _("Das geht zum Teil"), "circle-dot", "teils"),
        (Barrierewert.NEIN, _("Das gibt es nicht"), "x", "nein"),
        (Barrierewert.UNBEKANNT, unbekannt, "circle-help", "unbekannt"),
    ]
    gruppen = [
        Barrieregruppe(
            titel, icon, art, tuple(_build_punkt(m, angaben) for m in merkmale if _get_wert(m, angaben) == wert)
        )
        for wert, titel, icon, art in koepfe
    ]
    return [gruppe for gruppe in gruppen if gruppe.punkte]


def build_quellen(quellen: Sequence[Quellenangabe]) -> list[Quelle]:
    """Each source once, with its own date; a link only where the source is nothing but an address."""
    verlass = {
        Konfidenz.HOCH: _("verlässliche Quelle"),
        Konfidenz.MITTEL: _("bitte nachfragen, ob es noch stimmt"),
        Konfidenz.NIEDRIG: _("unsichere Angabe"),
    }
    zeilen = [
        Quelle(
            name=shorten_quelle(quelle),
            url=quelle if quelle.startswith(("https://", "http://")) and " " not in quelle else "",
            stand=build_standsatz(stand),
            verlass=verlass[Konfidenz(angabe.konfidenz)] if angabe.konfidenz else "",
        )
        for angabe in quellen
        for quelle, stand in split_quelle(angabe)
    ]
    return list(dict.fromkeys(zeilen))


def _split_angaben(zeilen: Sequence[Zeile]) -> Angaben:
    return Angaben(
        bekannt=tuple(zeile for zeile in zeilen if zeile.wert),
        offen=", ".join(str(zeile.name) for zeile in zeilen if not zeile.wert),
    )


def _get_wert(merkmal: Merkmal, angaben: Mapping[Merkmal, Barriereangabe]) -> str:
    return angaben[merkmal].wert if merkmal in angaben else Barrierewert.UNBEKANNT


def _build_punkt(merkmal: Merkmal, angaben: Mapping[Merkmal, Barriereangabe]) -> Barrierepunkt:
    angabe = angaben.get(merkmal)
    if angabe is None:
        return Barrierepunkt(merkmal.label, "", "")
    quelle = shorten_quelle(angabe.quelle) if angabe.quelle else ""
    stand = build_standsatz(angabe.stand) if angabe.stand else ""
    return Barrierepunkt(merkmal.label, angabe.notiz, ", ".join(teil for teil in (quelle, stand) if teil))


def _build_wochen(wochen: int) -> str:
    if wochen == 0:
        return _("keine")
    return _("etwa eine Woche") if wochen == 1 else _("etwa %(wochen)d Wochen") % {"wochen": wochen}


def _add_stand(satz: str, stand: date | None) -> str:
    if stand is None:
        return satz
    return _("%(satz)s (Stand %(datum)s)") % {"satz": satz, "datum": date_format(stand, "j. F Y")}


def _name_janein(wert: str) -> str:
    return "" if wert == JaNein.UNBEKANNT else str(JaNein(wert).label)


def _join(angabe: str, hinweis: str) -> str:
    """The fact with its remark as sentences; a remark alone stands for itself."""
    return ". ".join(capfirst(teil.strip().rstrip(".")) for teil in (str(angabe), hinweis) if teil.strip())
