"""Names of the catalogue with their keys, read once, so that no row costs a query to find what it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from angebote.domain.orte import Vorschlag
from angebote.importers.pfad.zellen import fold
from angebote.models import Kategorie, Kiez, Ort, Sprache, Strassenabschnitt, Traeger, Zielgruppe
from pankow_einsamkeit.lib.strasse import normalise_strasse

Hausschluessel = tuple[str, str]  # key of the street, folded house number


@dataclass(frozen=True)
class Namensliste:
    """namen: key → name. schluessel: folded name, slug or code → key."""

    namen: Mapping[int, str]
    schluessel: Mapping[str, int]

    def find(self, text: str) -> int | None:
        return self.schluessel.get(fold(text))


@dataclass(frozen=True)
class Ortsangabe:
    """A place as a row names it."""

    name: str = ""
    strasse: str = ""
    hausnummer: str = ""
    plz: str = ""
    ortsname: str = ""
    lat: float | None = None
    lon: float | None = None

    @property
    def ist_leer(self) -> bool:
        return not (self.name or self.strasse)

    def __str__(self) -> str:
        strasse = f"{self.strasse} {self.hausnummer}".strip()
        stadt = f"{self.plz} {self.ortsname}".strip()
        return ", ".join(teil for teil in (self.name, strasse, stadt) if teil)


@dataclass
class Verzeichnis:
    """bereiche: key of a category → its Bereich. orte and traeger grow while new ones are created."""

    kategorien: Namensliste
    zielgruppen: Namensliste
    sprachen: Namensliste
    kieze: Namensliste
    bereiche: Mapping[int, str]
    strassen: dict[str, str]
    orte: dict[int, Ortsangabe] = field(default_factory=dict)
    orte_je_haus: dict[Hausschluessel, list[int]] = field(default_factory=lambda: defaultdict(list))
    orte_je_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    gebiete: dict[tuple[str, str], Vorschlag] = field(default_factory=dict)
    traeger: dict[int, str] = field(default_factory=dict)
    traeger_je_name: dict[str, int] = field(default_factory=dict)

    def add_ort(self, pk: int, ort: Ortsangabe) -> None:
        self.orte[pk] = ort
        self.orte_je_haus[build_haus(ort)].append(pk)
        self.orte_je_name[fold(ort.name)].append(pk)

    def add_traeger(self, pk: int, name: str) -> None:
        self.traeger[pk] = name
        self.traeger_je_name.setdefault(fold(name), pk)

    def find_ort(self, ort: Ortsangabe) -> int | None:
        """The same name at the same address; without a name or a street what is the only one of that kind."""
        if not ort.strasse:
            gleiche = self.orte_je_name.get(fold(ort.name), [])
            return gleiche[0] if len(gleiche) == 1 else self._find_genau(gleiche, ort)
        im_haus = self.orte_je_haus.get(build_haus(ort), [])
        if ort.name:
            return next((pk for pk in im_haus if fold(self.orte[pk].name) == fold(ort.name)), None)
        return im_haus[0] if len(im_haus) == 1 else None

    def _find_genau(self, pks: list[int], ort: Ortsangabe) -> int | None:
        return next((pk for pk in pks if not self.orte[pk].strasse and self.orte[pk].name == ort.name), None)

    def find_traeger(self, name: str) -> int | None:
        return self.traeger_je_name.get(fold(name))


def build_haus(ort: Ortsangabe) -> Hausschluessel:
    return normalise_strasse(ort.strasse), fold(ort.hausnummer)


def read_verzeichnis() -> Verzeichnis:
    """Eight queries."""
    kategorien = list(Kategorie.objects.values_list("pk", "name", "slug", "bereich"))
    strassen = Strassenabschnitt.objects.order_by().values_list("strasse", flat=True).distinct()
    verzeichnis = Verzeichnis(
        kategorien=build_namensliste([(pk, name, slug) for pk, name, slug, _bereich in kategorien]),
        zielgruppen=build_namensliste(list(Zielgruppe.objects.values_list("pk", "name", "slug"))),
        sprachen=build_namensliste(list(Sprache.objects.values_list("pk", "name", "code"))),
        kieze=build_namensliste(list(Kiez.objects.values_list("pk", "name", "slug"))),
        bereiche={pk: bereich for pk, _name, _slug, bereich in kategorien},
        strassen={normalise_strasse(name): name for name in strassen},
    )
    felder = ("name", "strasse", "hausnummer", "plz", "ortsname")
    for pk, *angaben in Ort.objects.order_by("pk").values_list("pk", *felder):
        verzeichnis.add_ort(pk, Ortsangabe(*angaben))
    for pk, name in Traeger.objects.order_by("pk").values_list("pk", "name"):
        verzeichnis.add_traeger(pk, name)
    return verzeichnis


def build_namensliste(eintraege: list[tuple[int, str, str]]) -> Namensliste:
    schluessel: dict[str, int] = {}
    for pk, name, kurz in eintraege:
        schluessel.setdefault(fold(kurz), pk)
        schluessel[fold(name)] = pk
    return Namensliste({pk: name for pk, name, _kurz in eintraege}, schluessel)
