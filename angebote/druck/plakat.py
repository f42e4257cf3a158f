"""One offer as a poster (A4 with slips to tear off) or as a card (A6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.karten_wann import OHNE_REGEL, build_wann
from angebote.domain.termine import compute_fenster
from angebote.domain.zeitsaetze import build_terminsatz, build_unbekanntsatz
from angebote.druck.kurzadresse import Kurzadresse, build_kurzadresse
from angebote.druck.programmangebot import Programmangebot, Vorlage, build_programmangebot, ist_unsicher, load_vorlagen
from angebote.druck.rahmen import Rahmen, build_rahmen
from angebote.druck.zeitraum import Zeitraum
from angebote.models import AngebotQuerySet
from pankow_einsamkeit.lib.umbruch import unbroken

TERMINE_HOECHSTENS = 3
REGELN_HOECHSTENS = 3
KURZTITEL_LAENGE = 48  # letters on a slip of two centimetres
KOSTENSATZ_HOECHSTENS = 80
STREIFEN = 9


class Format(TextChoices):
    A4 = "a4", gettext_lazy("Plakat A4 mit Zetteln zum Abreißen")
    A6 = "a6", gettext_lazy("Karte A6 zum Mitgeben")


@dataclass(frozen=True)
class Plakatfakt:
    titel: str
    saetze: tuple[str, ...]


@dataclass(frozen=True)
class Plakat:
    """fakten: when first. kurztitel and streifen: for the slips; a card has none."""

    format: str
    titel: str
    nutzen: str
    fakten: tuple[Plakatfakt, ...]
    gut: tuple[str, ...]
    telefon: str
    vorbehalt: str
    kurztitel: str
    streifen: int
    code: Kurzadresse
    rahmen: Rahmen


def find_plakat(angebote: AngebotQuerySet, *, blatt: Format, jetzt: datetime) -> Plakat | None:
    """Of the only offer among these; None if there is none."""
    heute = jetzt.date()
    zeitraum = Zeitraum(*compute_fenster(heute))
    vorlagen = load_vorlagen(angebote, zeitraum=zeitraum, jetzt=jetzt)
    if not vorlagen:
        return None
    vorlage = vorlagen[0]
    angebot = build_programmangebot(vorlage, zeitraum=zeitraum, heute=heute)
    kosten = angebot.kosten if len(angebot.kosten) <= KOSTENSATZ_HOECHSTENS else angebot.kosten_kurz
    return Plakat(
        format=blatt.value,
        titel=angebot.titel,
        nutzen=angebot.nutzen,
        fakten=tuple(fakt for fakt in _build_fakten(vorlage, angebot, heute=heute) if fakt.saetze),
        gut=tuple(wort for wort in (kosten, *angebot.merkmale) if wort),
        telefon=angebot.telefon,
        vorbehalt=_build_vorbehalt(vorlage, heute=heute),
        kurztitel=Truncator(angebot.titel).chars(KURZTITEL_LAENGE),
        streifen=STREIFEN if blatt == Format.A4 else 0,
        code=build_kurzadresse(
            f"/a/{vorlage.angebot.kurz_id}/", qr_alt=_("QR-Code zur Seite dieses Angebots im Internet")
        ),
        rahmen=build_rahmen(heute=heute),
    )


def _build_fakten(vorlage: Vorlage, angebot: Programmangebot, *, heute: date) -> tuple[Plakatfakt, ...]:
    orte = tuple(satz for satz in (angebot.wo, angebot.haltestelle) if satz)
    if not vorlage.termine:
        return Plakatfakt(_("Wann"), _build_ohne_termin(vorlage, heute=heute)), Plakatfakt(_("Wo"), orte)
    regeln = [satz for satz in vorlage.angebot.kartendaten.get("zeitsaetze", ()) if not satz.startswith(OHNE_REGEL)]
    naechste = tuple(
        unbroken(build_terminsatz(termin.datum, termin.beginn, termin.ende, heute=heute, absolut=True))
        for termin in vorlage.termine[:TERMINE_HOECHSTENS]
    )
    return (
        Plakatfakt(_("Wann"), tuple(unbroken(capfirst(satz)) for satz in regeln[:REGELN_HOECHSTENS])),
        Plakatfakt(_("Nächste Termine"), naechste),
        Plakatfakt(_("Wo"), orte),
    )


def _build_ohne_termin(vorlage: Vorlage, *, heute: date) -> tuple[str, ...]:
    """ "Zeiten nach Vereinbarung", "Zeiten nicht bekannt – bitte anrufen"."""
    saetze = [satz for satz in build_wann(vorlage.angebot, (), heute=heute, geoeffnet=False) if satz]
    nachfrage = vorlage.angebot.kartendaten.get("nachfrage") or _("bitte nachfragen")
    return tuple(unbroken(satz) for satz in saetze) or (build_unbekanntsatz(nachfrage),)


def _build_vorbehalt(vorlage: Vorlage, *, heute: date) -> str:
    if not ist_unsicher(vorlage.angebot, heute=heute):
        return ""
    nachfrage = vorlage.angebot.kartendaten.get("nachfrage_vorher") or _("bitte vorher nachfragen")
    geprueft_am = vorlage.angebot.geprueft_am
    if geprueft_am is None:
        return _("Noch nicht bestätigt: %(nachfrage)s") % {"nachfrage": nachfrage}
    werte = {"datum": date_format(geprueft_am, "j. F Y"), "nachfrage": nachfrage}
    return unbroken(_("Zuletzt geprüft am %(datum)s, das ist länger her: %(nachfrage)s") % werte)
