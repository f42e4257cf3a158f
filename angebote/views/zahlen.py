"""How many public offers stand behind a link of the start page and the Kiez pages, counted as the search does."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Count, Q

from angebote.domain.suche.anfrage import Zeitraum
from angebote.models import Angebot, Gruppe, Kiez, Suchmerkmal, Termin


def count_je_wert(gruppen: Collection[Gruppe], *, heute: date, kiez: Kiez | None = None) -> dict[tuple[str, str], int]:
    """Public offers per search group and value, in one query; with a Kiez only those the search finds for it."""
    angebote = Angebot.objects.oeffentlich(heute)
    if kiez is not None:
        angebote = angebote.filter(suchmerkmale__gruppe=Gruppe.KIEZ, suchmerkmale__wert=kiez.slug)
    merkmale = Suchmerkmal.objects.filter(gruppe__in=gruppen, angebot__in=angebote)
    zeilen = merkmale.values_list("gruppe", "wert").annotate(anzahl=Count("pk")).order_by("gruppe", "wert")
    return {(gruppe, wert): anzahl for gruppe, wert, anzahl in zeilen}


def count_je_auswahl(auswahlen: Sequence[Sequence[tuple[str, str]]], *, heute: date) -> list[int]:
    """Public offers for each choice, a list of (group, value) pairs of which one must hold; all in one query."""
    if not auswahlen:
        return []
    bedingungen = [_match_any(auswahl) for auswahl in auswahlen]
    merkmale = Suchmerkmal.objects.filter(angebot__in=Angebot.objects.oeffentlich(heute))
    zahlen = merkmale.aggregate(
        **{f"n{i}": Count("angebot", distinct=True, filter=bedingung) for i, bedingung in enumerate(bedingungen)}
    )
    return [zahlen[f"n{i}"] for i in range(len(auswahlen))]


def count_je_zeitraum(zeitraeume: Mapping[str, Zeitraum], *, jetzt: datetime) -> dict[str, int]:
    """Public offers with a Termin ahead in each period (first and last day inclusive), in one query."""
    termine = Termin.objects.kommende(jetzt).filter(angebot__in=Angebot.objects.oeffentlich(jetzt.date()))
    filter_je_name = {name: Q(datum__range=(zeitraum.von, zeitraum.bis)) for name, zeitraum in zeitraeume.items()}
    return termine.aggregate(
        **{name: Count("angebot", distinct=True, filter=bedingung) for name, bedingung in filter_je_name.items()}
    )


def _match_any(auswahl: Sequence[tuple[str, str]]) -> Q:
    bedingung = Q(pk__in=[])
    for gruppe, wert in auswahl:
        bedingung |= Q(gruppe=gruppe, wert=wert)
    return bedingung
