"""Which facet values an offer has: the rule behind every filter and count of the search that needs no date."""

from collections.abc import Collection
from dataclasses import dataclass, field

from angebote.choices import ANMELDUNG_NICHT_NOETIG, Format, Zeitart, Zugang
from angebote.domain.barrieren import Angaben, compute_barrierefrei, compute_barrieren_offen, merge_barriereangaben
from angebote.domain.kosten import compute_kostenfilter, ist_kosten_offen
from angebote.domain.zugang import compute_zugaenge, hat_einzugsgebiet
from angebote.models import Angebot, Gruppe, Kiez, OrtsteilAnteil

VERWANDTE = ("ort__kiez", "ort__ortsteil")
TEILE = (
    "kategorien",
    "zielgruppen",
    "sprachen",
    "einzugsgebiet",
    "zugangswege",
    "kosten",
    "zeiten",
    "barriereangaben",
    "ort__barriereangaben",
)

Merkmalwert = tuple[Gruppe, str]


@dataclass(frozen=True)
class Gebietsliste:
    """Every Kiez of the district and, by Kiez, the Ortsteile that share addresses with it (slugs)."""

    kieze: frozenset[str]
    ortsteile_je_kiez: dict[str, set[str]] = field(default_factory=dict)


def load_gebietsliste() -> Gebietsliste:
    ortsteile: dict[str, set[str]] = {}
    anteile = OrtsteilAnteil.objects.filter(adressanteil__gt=0).values_list("kiez__slug", "ortsteil__slug")
    for kiez, ortsteil in anteile:
        ortsteile.setdefault(kiez, set()).add(ortsteil)
    return Gebietsliste(frozenset(Kiez.objects.order_by().values_list("slug", flat=True)), ortsteile)


def compute_suchmerkmale(angebot: Angebot, *, gebiete: Gebietsliste) -> set[Merkmalwert]:
    """All facet values of one offer; reads prefetched parts only."""
    zugaenge = compute_zugaenge(angebot)
    angaben = merge_barriereangaben(ort=angebot.ort, angebot=angebot)
    werte: dict[Gruppe, set[str]] = {
        Gruppe.BEREICH: {angebot.bereich},
        Gruppe.KATEGORIE: {kategorie.slug for kategorie in angebot.kategorien.all()},
        Gruppe.KIEZ: _kiez_slugs(angebot, gebiete),
        Gruppe.ORTSTEIL: _ortsteil_slugs(angebot, gebiete),
        Gruppe.KOSTEN: {wert.value for wert in compute_kostenfilter(list(angebot.kosten.all()))},
        Gruppe.BARRIEREFREI: {wert.value for wert in compute_barrierefrei(angaben, zugaenge=zugaenge)},
        Gruppe.ZUGANG: {zugang.value for zugang in zugaenge},
        Gruppe.ANMELDUNG: {"ohne"} if angebot.anmeldung in ANMELDUNG_NICHT_NOETIG else set(),
        Gruppe.SPRACHE: {sprache.code for sprache in angebot.sprachen.all()},
        Gruppe.FUER: {zielgruppe.slug for zielgruppe in angebot.zielgruppen.all()},
        Gruppe.ZEITLAGE: _zeitlagen(angebot),
        Gruppe.FORMAT: {Format.OFFEN.value} & {angebot.format},
        Gruppe.OFFEN: _offenes(angebot, angaben, zugaenge),
    }
    return {(gruppe, wert) for gruppe, menge in werte.items() for wert in menge}


def _zeitlagen(angebot: Angebot) -> set[str]:
    arten = {zeit.art for zeit in angebot.zeiten.all()}
    return (
        {str(art) for art in arten & {Zeitart.VEREINBARUNG, Zeitart.UNBEKANNT}} if arten else {Zeitart.UNBEKANNT.value}
    )


def _offenes(angebot: Angebot, angaben: Angaben, zugaenge: Collection[Zugang]) -> set[str]:
    kosten = {Gruppe.KOSTEN.value} if ist_kosten_offen(list(angebot.kosten.all())) else set()
    return kosten | {wert.value for wert in compute_barrieren_offen(angaben, zugaenge=zugaenge)}


def _catchment(angebot: Angebot, gebiete: Gebietsliste) -> frozenset[str]:
    """Slugs of the Kieze in which the offer reaches people without a place to go to; empty if there is only a place."""
    if not hat_einzugsgebiet(angebot):
        return frozenset()
    return frozenset(kiez.slug for kiez in angebot.einzugsgebiet.all()) or gebiete.kieze


def _kiez_slugs(angebot: Angebot, gebiete: Gebietsliste) -> set[str]:
    slugs = set(_catchment(angebot, gebiete))
    if angebot.ort is not None and angebot.ort.kiez is not None:
        slugs.add(angebot.ort.kiez.slug)
    return slugs


def _ortsteil_slugs(angebot: Angebot, gebiete: Gebietsliste) -> set[str]:
    slugs = {slug for kiez in _catchment(angebot, gebiete) for slug in gebiete.ortsteile_je_kiez.get(kiez, ())}
    if angebot.ort is not None and angebot.ort.ortsteil is not None:
        slugs.add(angebot.ort.ortsteil.slug)
    return slugs
