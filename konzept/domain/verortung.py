"""Where the public offers are, and how long ago somebody confirmed them, as sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from angebote.choices import ZUGANG_OHNE_WEG
from angebote.domain.katalogstand import Zwischenspeicher, read_version
from angebote.domain.suche.bestand import Bestand, load_bestand
from angebote.domain.suche.mengen import LEER, Menge, build_menge
from angebote.models import Angebot, Gruppe, Kiez, Zugangsweg


@dataclass(frozen=True)
class Verortung:
    """je_kiez: offers at a place in the Kiez, and those that reach people elsewhere and name it as their area.

    ohne_ort: by phone, online or at home, whatever they name. ausserhalb: at a place that lies in none of the Kieze.
    laenger_her: shown with the advice to call first. unbestaetigt: nobody has ever confirmed them.
    """

    je_kiez: Mapping[str, Menge]
    ohne_ort: Menge
    ausserhalb: Menge
    laenger_her: Menge
    unbestaetigt: Menge

    def find_kiez(self, slug: str) -> Menge:
        return self.je_kiez.get(slug, LEER)

    @property
    def alte(self) -> Menge:
        """Whose facts nobody has confirmed lately or ever."""
        return self.laenger_her | self.unbestaetigt


def compute_prozent(teil: int, ganzes: int) -> int | None:
    """None of nothing."""
    return round(100 * teil / ganzes) if ganzes else None


def _load(heute: date) -> Verortung:
    """Three queries."""
    je_kiez: dict[str, list[int]] = defaultdict(list)
    ohne_ort: list[int] = []
    ausserhalb: list[int] = []
    laenger_her: list[int] = []
    unbestaetigt: list[int] = []
    zeilen = Angebot.objects.oeffentlich(heute).order_by().values_list("pk", "ort", "ort__kiez__slug", "hinweis_ab")
    for pk, ort, kiez, hinweis_ab in zeilen.iterator():
        if ort is None:
            ohne_ort.append(pk)
        elif kiez is None:
            ausserhalb.append(pk)
        else:
            je_kiez[kiez].append(pk)
        if hinweis_ab is None:
            unbestaetigt.append(pk)
        elif hinweis_ab <= heute:
            laenger_her.append(pk)
    orte = {slug: build_menge(pks) for slug, pks in je_kiez.items()}
    return Verortung(
        je_kiez=_add_genannte(orte, ohne_ort=build_menge(ohne_ort)),
        ohne_ort=build_menge(ohne_ort),
        ausserhalb=build_menge(ausserhalb),
        laenger_her=build_menge(laenger_her),
        unbestaetigt=build_menge(unbestaetigt),
    )


_verortung = Zwischenspeicher(_load)


@dataclass(frozen=True)
class Kiezbestand:
    """What every figure about the Kieze is counted from. kieze: all of them, by name."""

    heute: date
    suche: Bestand
    verortung: Verortung
    kieze: Sequence[Kiez]

    def find_basis(self, bereich: str) -> Menge:
        """What the public can find: of one Bereich, or of all if it is empty."""
        alle = self.suche.sichtbar
        return alle & self.suche.unite_werte(Gruppe.BEREICH, bereich) if bereich else alle


def load_kiezbestand(*, heute: date) -> Kiezbestand:
    """Two queries while nothing has changed. All of it is of one state of the catalogue."""
    version = read_version()
    return Kiezbestand(
        heute=heute,
        suche=load_bestand(heute=heute, version=version),
        verortung=_verortung.get(heute, version=version),
        kieze=list(Kiez.objects.all()),
    )


def _add_genannte(orte: Mapping[str, Menge], *, ohne_ort: Menge) -> dict[str, Menge]:
    """Two queries. Who names no area helps in all of Pankow: that says nothing about one Kiez.

    As in hat_einzugsgebiet, an area counts only for what reaches people where they are. What is not public is taken
    out by whoever counts.
    """
    aufsuchend = build_menge(
        Zugangsweg.objects.filter(art__in=ZUGANG_OHNE_WEG).order_by().values_list("angebot", flat=True)
    )
    genannte: dict[str, list[int]] = defaultdict(list)
    for slug, pk in Kiez.objects.filter(angebote_im_einzugsgebiet__isnull=False).values_list(
        "slug", "angebote_im_einzugsgebiet"
    ):
        genannte[slug].append(pk)
    return {
        slug: orte.get(slug, LEER) | build_menge(genannte[slug]) & (aufsuchend | ohne_ort)
        for slug in {*orte, *genannte}
    }
