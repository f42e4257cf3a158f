"""Whether an offer has moved lately, read from its Fassungen: who kept an old list knows the way to the old place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta
from django.db.models import Max, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from angebote.domain.zugang import compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot, Fassung
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.lib.strasse import normalise_strasse

# A list kept as a bookmark is opened again within a season; who comes later has been told by others, or never went.
ZEIGEN_MONATE = 3
VERSEHEN = timedelta(days=1)  # an address put right within a day was a slip of the hand, and hardly on any list
TIPPFEHLER = 2  # letters: the same number in a street that differs by no more is the same house
ZAHL = re.compile(r"\d+")
Anschrift = Mapping[str, str]  # of a Fassung, see fakten.ORTFELDER


@dataclass(frozen=True)
class Station:
    """An address and the moment since which it was the public one."""

    seit: datetime
    anschrift: Anschrift


@dataclass(frozen=True)
class Umzug:
    """eingetragen_am: when the new address became public; when they really moved nobody tells us."""

    eingetragen_am: date
    frueher: str
    jetzt: str


def load_umzuege(angebote: Collection[Angebot], *, jetzt: datetime) -> dict[int, Umzug]:
    """By key, of offers people go to; none for one that stayed. One query; reads zugangswege."""
    pks = [angebot.pk for angebot in angebote if angebot.ort_id and not ist_ohne_weg(compute_zugaenge(angebot))]
    ab = jetzt - relativedelta(months=ZEIGEN_MONATE)
    fassungen = Fassung.objects.filter(angebot_id__in=pks).order_by()
    davor = fassungen.filter(created_at__lte=ab).values("angebot_id").annotate(letzte=Max("pk")).values("letzte")
    zeilen = fassungen.filter(Q(created_at__gt=ab) | Q(pk__in=davor)).order_by("pk")
    stationen: dict[int, list[Station]] = defaultdict(list)
    for pk, seit, anschrift in zeilen.values_list("angebot_id", "created_at", "fakten__tatsachen__anschrift"):
        stationen[pk].append(Station(seit, anschrift or {}))
    gefunden = {pk: find_umzug(liste) for pk, liste in stationen.items()}
    return {pk: umzug for pk, umzug in gefunden.items() if umzug is not None}


def find_umzug(stationen: Sequence[Station]) -> Umzug | None:
    """From the oldest other house to the one of today, whatever stood between them. Oldest first.

    None where no street is known now, or each other address was put right within a day.
    """
    if not stationen or not stationen[-1].anschrift.get("strasse"):
        return None
    haeuser = _join_gleiche([station for station in stationen if station.anschrift.get("strasse")])
    heutige = haeuser[-1]
    for station, naechste in pairwise(haeuser):
        if naechste.seit - station.seit >= VERSEHEN and ist_umzug(station.anschrift, heutige.anschrift):
            return Umzug(
                eingetragen_am=heutige.seit.astimezone(BERLIN).date(),
                frueher=_format_anschrift(station.anschrift),
                jetzt=_format_anschrift(stationen[-1].anschrift),
            )
    return None


def ist_umzug(alte: Anschrift | None, neue: Anschrift | None) -> bool:
    """To another house. No move: what has only become known or more exact, is spelled otherwise or was misspelt."""
    if not (alte and neue and alte["strasse"] and neue["strasse"]):
        return False
    nummer, neue_nummer = _pair("hausnummer", alte, neue)
    plz, neue_plz = _pair("plz", alte, neue)
    strasse, neue_strasse = normalise_strasse(alte["strasse"]), normalise_strasse(neue["strasse"])
    if (nummer, plz, ZAHL.findall(strasse)) != (neue_nummer, neue_plz, ZAHL.findall(neue_strasse)):
        return True
    return OSA.distance(strasse, neue_strasse) > (TIPPFEHLER if nummer else 0)


def build_umzugssaetze(umzug: Umzug) -> tuple[str, str]:
    """Since when, and where it was."""
    datum = date_format(umzug.eingetragen_am, "j. F Y")
    return (
        _("Umgezogen, bei uns eingetragen am %(datum)s.") % {"datum": datum},
        _("Früher: %(adresse)s.") % {"adresse": umzug.frueher},
    )


def _join_gleiche(stationen: Sequence[Station]) -> list[Station]:
    """Each house once for as long as it was the address without a break."""
    verbunden: list[Station] = []
    for station in stationen:
        if not verbunden or ist_umzug(verbunden[-1].anschrift, station.anschrift):
            verbunden.append(station)
    return verbunden


def _pair(feld: str, alte: Anschrift, neue: Anschrift) -> tuple[str, str]:
    """The number that both have in this field, "12" of "12-14 A"; twice nothing where one of them is not known."""
    zahlen = [ZAHL.search(anschrift.get(feld, "")) for anschrift in (alte, neue)]
    vorn, hinten = (treffer[0].lstrip("0") if treffer else "" for treffer in zahlen)
    return (vorn, hinten) if vorn and hinten else ("", "")


def _format_anschrift(anschrift: Anschrift) -> str:
    strasse = f"{anschrift['strasse']} {anschrift.get('hausnummer', '')}".strip()
    stadt = f"{anschrift.get('plz', '')} {anschrift.get('ortsname', '')}".strip()
    return ", ".join(teil for teil in (strasse, stadt) if teil)
