"""The facts an offer is compared by, each with the set of all offers of which it is true as well."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from angebote.choices import Bereich, Zeitart, Zugang
from angebote.domain.aehnlichkeit import Art, Vergleichspunkt
from angebote.domain.aehnlichkeitssatz import Namen
from angebote.domain.katalogstand import Zwischenspeicher
from angebote.domain.suche.bestand import Bestand, load_bestand
from angebote.domain.suche.mengen import LEER, Menge, build_menge
from angebote.domain.suche.terminkalender import Termintag
from angebote.domain.zugang import ist_ohne_weg
from angebote.models import Angebot, Gruppe, Kategorie, Kiez, Sprache, Zeit
from pankow_einsamkeit.lib.kalender import tageszeit_of

MUSTER = timedelta(weeks=4)  # "dienstags" is what takes place on two Tuesdays within this time, at least
HOECHSTABSTAND_WOCHEN = 2  # so that a rule names two such days within it
DEUTSCH = "de"  # spoken nearly everywhere, so it makes no offer like another one
EINZELWERTE = (
    (Gruppe.KOSTEN, "kostenlos", Art.KOSTENLOS),
    (Gruppe.ANMELDUNG, "ohne", Art.OHNE_ANMELDUNG),
    (Gruppe.BARRIEREFREI, "stufenlos", Art.STUFENLOS),
    (Gruppe.ZUGANG, Zugang.DRAUSSEN.value, Art.DRAUSSEN),
)
Fakt = tuple[Art, str]


@dataclass(frozen=True)
class Vergleichsdaten:
    """What the sets of the search do not hold.

    kategorien: their slugs by Bereich. orte: by slug of the Kiez the offers whose place lies there, without catchment
    areas. nachbarn: slugs of the neighbouring Kieze. muster: by (TAG, "1") and (TAGESZEIT, "1-nachmittag") the offers
    that take place then, as a rule and not just once.
    """

    namen: Namen
    kategorien: Mapping[str, Sequence[str]]
    orte: Mapping[str, Menge]
    nachbarn: Mapping[str, Sequence[str]]
    muster: Mapping[Fakt, Menge]


def load_vergleichsdaten(*, heute: date, version: str) -> Vergleichsdaten:
    """No query while nothing has changed."""
    return _vergleichsdaten.get(heute, version=version)


def find_kandidaten(angebot: Angebot, *, bestand: Bestand) -> Menge:
    """Who may be proposed at all: public, another one, of the same Bereich, reachable in the same way.

    Who looks for help looks for it with one thing: a counselling centre for another one next door is of no use.
    """
    andere = bestand.sichtbar & bestand.unite_werte(Gruppe.BEREICH, angebot.bereich) & ~(1 << angebot.pk)
    zugaenge = _list_zugaenge(angebot, bestand)
    if ist_ohne_weg(zugaenge):
        return andere & _unite_eigene(angebot, Gruppe.ZUGANG, bestand) & _unite_eigene(angebot, Gruppe.KIEZ, bestand)
    if zugaenge:
        andere &= bestand.unite_werte(Gruppe.ZUGANG, Zugang.VOR_ORT, Zugang.DRAUSSEN)
    if angebot.bereich == Bereich.UNTERSTUETZUNG:
        andere &= _unite_eigene(angebot, Gruppe.KATEGORIE, bestand)
    return andere


def build_vergleichspunkte(angebot: Angebot, *, bestand: Bestand, daten: Vergleichsdaten) -> list[Vergleichspunkt]:
    """What is known of this offer. Reads ort.kiez; of an offer that is not public any more the Zeiten, too."""
    return [
        *_compare_werte(angebot, Gruppe.KATEGORIE, Art.KATEGORIE, daten.kategorien[angebot.bereich], bestand),
        *_compare_werte(angebot, Gruppe.SPRACHE, Art.SPRACHE, daten.namen.sprachen, bestand),
        *_compare_werte(angebot, Gruppe.FUER, Art.ZIELGRUPPE, bestand.gruppen.get(Gruppe.FUER, {}), bestand),
        *(
            punkt
            for gruppe, wert, art in EINZELWERTE
            for punkt in _compare_werte(angebot, gruppe, art, [wert], bestand)
        ),
        *_compare_lage(angebot, bestand, daten),
        *_compare_zeiten(angebot, bestand, daten),
    ]


def list_werte(pk: int, gruppe: Gruppe, bestand: Bestand) -> list[str]:
    """The values the offer with this key has in a group of the search."""
    return [wert for wert, menge in bestand.gruppen.get(gruppe, {}).items() if menge >> pk & 1]


def _compare_werte(
    angebot: Angebot, gruppe: Gruppe, art: Art, werte: Sequence[str] | Mapping[str, object], bestand: Bestand
) -> Iterator[Vergleichspunkt]:
    for wert in werte:
        menge = bestand.gruppen.get(gruppe, {}).get(wert, LEER)
        if menge >> angebot.pk & 1:
            yield Vergleichspunkt(art, wert, menge)


def _compare_lage(angebot: Angebot, bestand: Bestand, daten: Vergleichsdaten) -> Iterator[Vergleichspunkt]:
    """Where people have to go counts the Kiez; where nobody has to go anywhere, only that."""
    zugaenge = _list_zugaenge(angebot, bestand)
    if ist_ohne_weg(zugaenge):
        yield from _compare_werte(angebot, Gruppe.ZUGANG, Art.OHNE_WEG, zugaenge, bestand)
    elif angebot.ort and angebot.ort.kiez:
        kiez = angebot.ort.kiez.slug
        yield Vergleichspunkt(Art.KIEZ, kiez, daten.orte.get(kiez, LEER))
        for nachbar in daten.nachbarn.get(kiez, ()):
            yield Vergleichspunkt(Art.NACHBARKIEZ, nachbar, daten.orte.get(nachbar, LEER))


def _compare_zeiten(angebot: Angebot, bestand: Bestand, daten: Vergleichsdaten) -> Iterator[Vergleichspunkt]:
    """By the Termine ahead; an offer that has ended has none, so its rules say when it used to be."""
    eigene = {fakt for fakt, menge in daten.muster.items() if menge >> angebot.pk & 1}
    if not eigene and not bestand.sichtbar >> angebot.pk & 1:
        eigene = {fakt for zeit in angebot.zeiten.all() for fakt in list_regelfakten(zeit)}
    for art, wert in sorted(eigene, key=lambda fakt: fakt[1]):
        yield Vergleichspunkt(art, wert, daten.muster.get((art, wert), LEER))


def list_regelfakten(zeit: Zeit) -> list[Fakt]:
    """Day and time of day of a rule that holds at least every second week, or on two such days of the month."""
    if zeit.art != Zeitart.REGEL or zeit.wochentag is None or zeit.beginn is None:
        return []
    if zeit.intervall_wochen > HOECHSTABSTAND_WOCHEN or len(zeit.monatswochen_zahlen) == 1:
        return []
    return _build_fakten(zeit.wochentag, tageszeit_of(zeit.beginn))


def build_muster(tage: Sequence[Termintag]) -> dict[Fakt, Menge]:
    """Who takes place on at least two of these days with the same weekday; likewise with the time of day."""
    einmal: dict[Fakt, Menge] = defaultdict(int)
    mehrmals: dict[Fakt, Menge] = defaultdict(int)
    for tag in tage:
        am_tag: dict[Fakt, Menge] = defaultdict(int)
        for tageszeit, menge in tag.je_tageszeit.items():
            for fakt in _build_fakten(tag.datum.weekday(), tageszeit):
                am_tag[fakt] |= menge
        for fakt, menge in am_tag.items():
            mehrmals[fakt] |= einmal[fakt] & menge
            einmal[fakt] |= menge
    return {fakt: menge for fakt, menge in mehrmals.items() if menge}


def _build_fakten(wochentag: int, tageszeit: str) -> list[Fakt]:
    return [(Art.TAG, str(wochentag)), (Art.TAGESZEIT, f"{wochentag}-{tageszeit}")]


def _unite_eigene(angebot: Angebot, gruppe: Gruppe, bestand: Bestand) -> Menge:
    """Offers that share a value of this group with it."""
    return bestand.unite_werte(gruppe, *list_werte(angebot.pk, gruppe, bestand))


def _list_zugaenge(angebot: Angebot, bestand: Bestand) -> list[Zugang]:
    return [Zugang(wert) for wert in list_werte(angebot.pk, Gruppe.ZUGANG, bestand)]


def _load(heute: date) -> Vergleichsdaten:
    """Five queries, one of them over all places of offers."""
    kommende = load_bestand(heute=heute).kalender.kommende
    kategorien = list(Kategorie.objects.values_list("bereich", "slug", "name"))
    kieze = Kiez.objects.prefetch_related("nachbarn")
    pks: dict[str, list[int]] = defaultdict(list)
    for kiez, pk in Angebot.objects.filter(ort__kiez__isnull=False).order_by().values_list("ort__kiez__slug", "pk"):
        pks[kiez].append(pk)
    return Vergleichsdaten(
        namen=Namen(
            kategorien={slug: name for _bereich, slug, name in kategorien},
            kieze={kiez.slug: kiez.name for kiez in kieze},
            sprachen=dict(Sprache.objects.exclude(code=DEUTSCH).values_list("code", "name")),
        ),
        kategorien={
            bereich: [slug for ihr_bereich, slug, _name in kategorien if ihr_bereich == bereich]
            for bereich in Bereich.values
        },
        orte={kiez: build_menge(liste) for kiez, liste in pks.items()},
        nachbarn={kiez.slug: [nachbar.slug for nachbar in kiez.nachbarn.all()] for kiez in kieze},
        muster=build_muster([tag for tag in kommende if tag.datum <= heute + MUSTER]),
    )


_vergleichsdaten = Zwischenspeicher(_load)
