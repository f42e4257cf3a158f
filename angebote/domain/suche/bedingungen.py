"""What a search asks for, as sets of offer numbers that SQL can join and intersect. Two databases, one meaning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import F, Q, QuerySet

from angebote.choices import Format, Tageszeit
from angebote.domain.suche.anfrage import Suchanfrage, Tag, Zeitraum, compute_zeitraum
from angebote.models import Angebot, AngebotQuerySet, Gruppe, PlzAnteil, Suchmerkmal, Termin, TerminQuerySet
from pankow_einsamkeit.lib.text import split_woerter

# A Kiez belongs to a postcode if at least this share of the postcode's addresses lies in it.
PLZ_MINDESTANTEIL = 0.05
MEHRFACHE_GRUPPEN = (
    Gruppe.KATEGORIE,
    Gruppe.KIEZ,
    Gruppe.ORTSTEIL,
    Gruppe.KOSTEN,
    Gruppe.ZUGANG,
    Gruppe.SPRACHE,
    Gruppe.FUER,
)
# Who comes at the beginning of this time of day has an hour left there if the house closes at this time or later.
NOCH_EINE_STUNDE = {Tageszeit.NACHMITTAG: (time(12), time(13)), Tageszeit.ABEND: (time(17), time(18))}
EINFACHE_GRUPPEN = (Gruppe.BEREICH, Gruppe.ANMELDUNG)


@dataclass(frozen=True)
class Bedingung:
    """One filter that can be taken away by itself. `wert` is set only where values combine with AND (barrierefrei)."""

    gruppe: str
    wert: str | None
    angebot_ids: QuerySet[Any, Any]


def build_bedingungen(anfrage: Suchanfrage) -> list[Bedingung]:
    """Everything but time, which is asked on Termine."""
    bedingungen = [
        Bedingung(gruppe.value, None, _merkmale(gruppe, *werte, offen=_name_offenes(anfrage, gruppe, gruppe.value)))
        for gruppe in MEHRFACHE_GRUPPEN
        if (werte := getattr(anfrage, gruppe.value))
    ]
    bedingungen += [
        Bedingung(gruppe.value, None, _merkmale(gruppe, wert))
        for gruppe in EINFACHE_GRUPPEN
        if (wert := getattr(anfrage, gruppe.value))
    ]
    bedingungen += [
        Bedingung(
            Gruppe.BARRIEREFREI.value,
            wert,
            _merkmale(Gruppe.BARRIEREFREI, wert, offen=_name_offenes(anfrage, Gruppe.BARRIEREFREI, wert)),
        )
        for wert in anfrage.barrierefrei
    ]
    if anfrage.plz:
        bedingungen.append(Bedingung("plz", None, _angebote_of_plz(anfrage.plz)))
    if split_woerter(anfrage.q):
        bedingungen.append(Bedingung("q", None, _angebote_with_words(anfrage.q)))
    return bedingungen


def filter_termine(anfrage: Suchanfrage, *, jetzt: datetime, ausser: str = "") -> TerminQuerySet:
    """Termine not over yet on which day, time of day and period hold together; `ausser` leaves one of tag, zeit, wann
    aside.
    """
    termine = Termin.objects.order_by().kommende(jetzt)
    if ausser != "wann":
        termine = filter_zeitraum(termine, compute_zeitraum(anfrage, heute=jetzt.date()))
    if anfrage.tag and ausser != "tag":
        termine = termine.filter(wochentag__in=[Tag(tag).wochentag for tag in anfrage.tag])
    if anfrage.zeit and ausser != "zeit":
        termine = termine.filter(tageszeit__in=anfrage.zeit)
    return termine


def filter_zeitraum(termine: TerminQuerySet, zeitraum: Zeitraum) -> TerminQuerySet:
    termine = termine.filter(datum__gte=zeitraum.von)
    return termine if zeitraum.bis is None else termine.filter(datum__lte=zeitraum.bis)


def filter_angebote(anfrage: Suchanfrage, *, heute: date) -> AngebotQuerySet:
    """Public offers that match everything but time."""
    angebote = Angebot.objects.oeffentlich(heute)
    for bedingung in build_bedingungen(anfrage):
        angebote = angebote.filter(pk__in=bedingung.angebot_ids)
    return angebote


def filter_treffer(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    """The hits proper: where a time is asked, offers with one Termin that fits."""
    angebote = filter_angebote(anfrage, heute=jetzt.date())
    if not anfrage.fragt_nach_zeit:
        return angebote
    return angebote.filter(pk__in=filter_termine(anfrage, jetzt=jetzt).values("angebot_id"))


def fragt_nach_tagesrest(anfrage: Suchanfrage) -> bool:
    """A time of day is asked that a house can have opened before."""
    return any(zeit in NOCH_EINE_STUNDE for zeit in anfrage.zeit)


def filter_offene_termine(anfrage: Suchanfrage, *, jetzt: datetime) -> TerminQuerySet:
    """Opening hours that began before the asked time of day and last at least an hour into it (docs/adr/0011)."""
    noch_offen = Q(pk__in=[])
    for zeit in anfrage.zeit:
        if zeit in NOCH_EINE_STUNDE:
            anfang, mindestens_bis = NOCH_EINE_STUNDE[Tageszeit(zeit)]
            noch_offen |= Q(beginn__lt=anfang, ende__gte=mindestens_bis)
    termine = filter_termine(anfrage, jetzt=jetzt, ausser="zeit").filter(noch_offen)
    return termine.filter(angebot__in=Angebot.objects.order_by().filter(format=Format.OFFEN).values("pk"))


def filter_schon_geoeffnet(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    """Offers that match all else, without a fitting Termin, but open at the asked time of day."""
    return _filter_ohne_termin(anfrage, jetzt=jetzt).filter(
        pk__in=filter_offene_termine(anfrage, jetzt=jetzt).values("angebot_id")
    )


def filter_ohne_zeiten(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    """Offers that match all else, neither fitting nor open then, whose times nobody can tell."""
    return (
        _filter_ohne_termin(anfrage, jetzt=jetzt)
        .filter(pk__in=_merkmale_of_gruppe(Gruppe.ZEITLAGE))
        .exclude(pk__in=filter_offene_termine(anfrage, jetzt=jetzt).values("angebot_id"))
    )


def _filter_ohne_termin(anfrage: Suchanfrage, *, jetzt: datetime) -> AngebotQuerySet:
    """Where a time is asked: offers that match everything but the time; else none."""
    if not anfrage.fragt_nach_zeit:
        return Angebot.objects.none()
    return filter_angebote(anfrage, heute=jetzt.date()).exclude(
        pk__in=filter_termine(anfrage, jetzt=jetzt).values("angebot_id")
    )


def _name_offenes(anfrage: Suchanfrage, gruppe: Gruppe, wert: str) -> str:
    """The value of the group "offen" that is as good as a known one; empty if the search does not allow it."""
    return wert if gruppe.value in anfrage.unbekannt else ""


def _merkmale_of_gruppe(gruppe: Gruppe) -> QuerySet[Any, Any]:
    return Suchmerkmal.objects.order_by().filter(gruppe=gruppe).values("angebot_id")


def _merkmale(gruppe: Gruppe, *werte: str, offen: str = "") -> QuerySet[Any, Any]:
    if not offen:
        return _merkmale_of_gruppe(gruppe).filter(wert__in=werte)
    passt = Q(gruppe=gruppe, wert__in=werte) | Q(gruppe=Gruppe.OFFEN, wert=offen)
    return Suchmerkmal.objects.order_by().filter(passt).values("angebot_id")


def _angebote_of_plz(plz: str) -> QuerySet[Any, Any]:
    kieze = PlzAnteil.objects.filter(postleitzahl__plz=plz, adressanteil__gte=PLZ_MINDESTANTEIL)
    return _merkmale_of_gruppe(Gruppe.KIEZ).filter(wert__in=kieze.values("kiez__slug"))


def _angebote_with_words(q: str) -> QuerySet[Any, Any]:
    angebote = Angebot.objects.order_by()
    for wort in split_woerter(q):
        angebote = angebote.filter(suchtext__contains=wort)
    return angebote.values(angebot_id=F("pk"))
