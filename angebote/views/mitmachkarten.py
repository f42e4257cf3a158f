"""Tasks of helpers as the page and the offers show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.domain.kontakt import Kontakt, build_kontakt
from angebote.domain.steckbrief import Zeile
from angebote.models import Angebot, Mitmachrolle
from pankow_einsamkeit.lib.telefon import parse_telefonliste


@dataclass(frozen=True)
class Mitmachkarte:
    """As templates/angebote/_mitmachkarte.html takes it; `kontakt` is the task's own, else the offer's."""

    angebot_id: int
    titel: str
    url: str
    aufgabe: str
    beschreibung: str
    zeilen: tuple[Zeile, ...]
    kontakt: Kontakt
    stand_satz: str


def build_mitmachkarten(rollen: Iterable[Mitmachrolle], *, nennt_ort: bool = True) -> list[Mitmachkarte]:
    """The roles bring their offers with place and provider along; an offer's own page names its place anyway."""
    return [
        Mitmachkarte(
            angebot_id=rolle.angebot_id,
            titel=rolle.angebot.titel,
            url=rolle.angebot.get_absolute_url(),
            aufgabe=rolle.aufgabe,
            beschreibung=rolle.beschreibung,
            zeilen=tuple(_list_zeilen(rolle, nennt_ort=nennt_ort)),
            kontakt=_build_kontakt(rolle),
            stand_satz=_build_standsatz(rolle.geprueft_am),
        )
        for rolle in rollen
    ]


def list_gesuchte(angebot: Angebot, *, heute: date) -> list[Mitmachrolle]:
    """Of one offer, prefetched or not; each knows the offer at no further query."""
    rollen = [rolle for rolle in angebot.mitmachrollen.all() if rolle.ist_gesucht(heute)]
    for rolle in rollen:
        rolle.angebot = angebot
    return rollen


def _list_zeilen(rolle: Mitmachrolle, *, nennt_ort: bool) -> list[Zeile]:
    zeilen: list[tuple[str | Promise, str]] = [
        (_("Zeit"), f"{capfirst(rolle.get_zeitart_display())}: {rolle.zeitaufwand}"),
        (_("Wo"), _build_wosatz(rolle.angebot) if nennt_ort else ""),
        (_("Mitbringen"), rolle.voraussetzungen),
        (_("So fangen Sie an"), rolle.begleitung),
        (_("Gesucht bis"), date_format(rolle.gesucht_bis, "j. F Y") if rolle.gesucht_bis else ""),
    ]
    return [Zeile(name, wert) for name, wert in zeilen if wert]


def _build_wosatz(angebot: Angebot) -> str:
    """Place and Kiez as on the offer's card; nothing where the place is not known."""
    daten = angebot.kartendaten
    ort = "" if "ort" in daten.get("unbekannt", ()) else daten.get("ortsatz", "")
    return " · ".join(teil for teil in (ort, daten.get("kiez_name", "")) if teil)


def _build_kontakt(rolle: Mitmachrolle) -> Kontakt:
    if not (rolle.telefon or rolle.email):
        return build_kontakt(rolle.angebot)
    telefone = tuple(parse_telefonliste(rolle.telefon))
    return Kontakt("", telefone, "", rolle.email, web="", web_name="", ist_vom_traeger=False)


def _build_standsatz(geprueft_am: date | None) -> str:
    if geprueft_am is None:
        return _("Noch nicht bestätigt. Fragen Sie bitte nach, ob die Aufgabe noch frei ist.")
    return _("Zuletzt geprüft am %(datum)s") % {"datum": date_format(geprueft_am, "j. F Y")}
