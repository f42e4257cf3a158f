"""The search against a brute-force reference in plain Python: hits, their order, every count, on random catalogues."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import product

import pytest

from angebote.choices import Status, Tageszeit
from angebote.domain.suche import Suchanfrage, Tag, search_angebote
from angebote.domain.suche.suche import list_ohne_zeiten, list_treffer
from angebote.domain.suche.zaehlung import count_ohne_mehrere
from angebote.models import Angebot, Kiez, PlzAnteil, Postleitzahl, Suchmerkmal, Termin
from pankow_einsamkeit.lib.text import build_vergleichstext, normalise_text

HEUTE = date(2026, 11, 21)
PLZ_KIEZE = {"13086": {"kiez-0": 0.6, "kiez-1": 0.05, "kiez-2": 0.049}, "13187": {"kiez-2": 1.0}}
WERTE = {
    "bereich": ["begegnung", "unterstuetzung"],
    "kategorie": ["kat-0", "kat-1", "kat-2"],
    "kiez": ["kiez-0", "kiez-1", "kiez-2"],
    "ortsteil": ["teil-0", "teil-1"],
    "kosten": ["kostenlos", "spende"],
    "barrierefrei": ["stufenlos", "wc", "aufzug"],
    "zugang": ["vor-ort", "telefon"],
    "anmeldung": ["ohne"],
    "sprache": ["de", "uk"],
    "fuer": ["aeltere", "frauen"],
}
EINFACH = {"bereich", "anmeldung"}
TITEL = ["Café-Treff", "Männer kochen", "Chor", "Frauen singen im Chor", "Weißenseer Runde", "Cafe für alle"]
FRAGEN = ["cafe", "manner", "CHOR", "weissensee", "chor frauen", "gibt es nicht", "e"]
WANN = {"heute": (0, 0), "morgen": (1, 1), "woche": (0, 6), "wochenende": (0, 1)}
TAGE = [tag.value for tag in Tag]
ZEITEN = [zeit.value for zeit in Tageszeit]
BEGINN = {"vormittag": time(10), "nachmittag": time(14, 30), "abend": time(18)}


@dataclass
class Eintrag:
    pk: int
    titel: str
    ist_oeffentlich: bool
    merkmale: dict[str, set[str]]
    termine: list[tuple[date, time, str]] = field(default_factory=list)


def build_katalog(zufall: random.Random, anzahl: int) -> list[Eintrag]:
    kieze = {
        slug: Kiez.objects.create(lor=f"99{n}", name=slug, kurzname=slug, slug=slug, lat=1, lon=1, spalte=n, zeile=99)
        for n, slug in enumerate(WERTE["kiez"])
    }
    for plz, anteile in PLZ_KIEZE.items():
        objekt = Postleitzahl.objects.create(plz=plz, lat=52, lon=13)
        for slug, anteil in anteile.items():
            PlzAnteil.objects.create(postleitzahl=objekt, kiez=kieze[slug], adressanteil=anteil)
    return [_build_eintrag(zufall, nummer) for nummer in range(anzahl)]


def _build_eintrag(zufall: random.Random, nummer: int) -> Eintrag:
    titel = zufall.choice(TITEL)
    art = zufall.random()
    angebot = Angebot.objects.create(
        slug=f"a-{nummer}",
        titel=titel,
        bereich="begegnung",
        status=Status.ENTWURF if art < 0.1 else Status.VEROEFFENTLICHT,
        gueltig_bis=HEUTE - timedelta(days=1) if 0.1 < art < 0.15 else None,
        geprueft_am=HEUTE,
        suchtext=build_vergleichstext(titel),
        sortiertitel=normalise_text(titel),
    )
    merkmale = {
        gruppe: {zufall.choice(werte)} if gruppe == "bereich" else {w for w in werte if zufall.random() < 0.55}
        for gruppe, werte in WERTE.items()
    }
    merkmale["zeitlage"] = {w for w in ("vereinbarung", "unbekannt") if zufall.random() < 0.25}
    Suchmerkmal.objects.bulk_create(
        Suchmerkmal(angebot=angebot, gruppe=gruppe, wert=wert) for gruppe, werte in merkmale.items() for wert in werte
    )
    eintrag = Eintrag(angebot.pk, titel, art >= 0.15, merkmale)
    for tage, zeit in product(range(-2, 10), ZEITEN):
        if zufall.random() < 0.08:
            eintrag.termine.append((HEUTE + timedelta(days=tage), BEGINN[zeit], zeit))
    Termin.objects.bulk_create(
        Termin(angebot=angebot, datum=datum, beginn=beginn, wochentag=datum.weekday(), tageszeit=zeit)
        for datum, beginn, zeit in eintrag.termine
    )
    return eintrag


def build_anfrage(zufall: random.Random, dichte: float) -> Suchanfrage:
    werte: dict[str, object] = {}
    for gruppe, moegliche in WERTE.items():
        if zufall.random() < dichte:
            menge = zufall.sample(moegliche, zufall.randint(1, min(2, len(moegliche))))
            werte[gruppe] = menge[0] if gruppe in EINFACH else tuple(menge)
    if zufall.random() < dichte:
        werte["q"] = zufall.choice(FRAGEN)
    if zufall.random() < dichte:
        werte["plz"] = zufall.choice(list(PLZ_KIEZE))
    if zufall.random() < dichte:
        werte["tag"] = tuple(zufall.sample(TAGE, 2))
    if zufall.random() < dichte:
        werte["zeit"] = tuple(zufall.sample(ZEITEN, zufall.randint(1, 2)))
    if zufall.random() < dichte:
        werte["wann"] = zufall.choice(list(WANN))
    elif zufall.random() < dichte:
        werte["von"] = HEUTE + timedelta(days=zufall.randint(-1, 4))
        werte["bis"] = HEUTE + timedelta(days=zufall.randint(4, 9)) if zufall.random() < 0.5 else None
    if zufall.random() < 0.3:
        werte["sortierung"] = zufall.choice(["name", "termin", "relevanz", "entfernung"])
    return Suchanfrage(**werte)


class Referenz:
    def __init__(self, katalog: list[Eintrag], anfrage: Suchanfrage) -> None:
        self.katalog = [eintrag for eintrag in katalog if eintrag.ist_oeffentlich]
        self.anfrage = anfrage

    def erfuellt(self, eintrag: Eintrag, anfrage: Suchanfrage) -> bool:
        """Everything but time."""
        for gruppe in WERTE:
            gesetzt = getattr(anfrage, gruppe)
            menge = {gesetzt} if isinstance(gesetzt, str) and gesetzt else set(gesetzt)
            if gruppe == "barrierefrei":
                if not menge <= eintrag.merkmale[gruppe]:
                    return False
            elif menge and not menge & eintrag.merkmale[gruppe]:
                return False
        if anfrage.plz:
            kieze = {slug for slug, anteil in PLZ_KIEZE[anfrage.plz].items() if anteil >= 0.05}
            if not kieze & eintrag.merkmale["kiez"]:
                return False
        text = build_vergleichstext(eintrag.titel)
        return all(wort in text for wort in normalise_text(anfrage.q).split())

    def passende_termine(self, eintrag: Eintrag, anfrage: Suchanfrage) -> list[tuple[date, time]]:
        von, bis = max(anfrage.von or HEUTE, HEUTE), anfrage.bis or date.max
        if anfrage.wann:
            von, bis = (HEUTE + timedelta(days=tage) for tage in WANN[anfrage.wann])
        return sorted(
            (datum, beginn)
            for datum, beginn, zeit in eintrag.termine
            if von <= datum <= bis
            and (not anfrage.tag or TAGE[datum.weekday()] in anfrage.tag)
            and (not anfrage.zeit or zeit in anfrage.zeit)
        )

    def treffer(self, anfrage: Suchanfrage) -> list[Eintrag]:
        return [
            eintrag
            for eintrag in self.katalog
            if self.erfuellt(eintrag, anfrage)
            and (not anfrage.fragt_nach_zeit or self.passende_termine(eintrag, anfrage))
        ]

    def ohne_zeiten(self) -> list[Eintrag]:
        if not self.anfrage.fragt_nach_zeit:
            return []
        dabei = {eintrag.pk for eintrag in self.treffer(self.anfrage)}
        return [
            eintrag
            for eintrag in self.katalog
            if self.erfuellt(eintrag, self.anfrage) and eintrag.merkmale["zeitlage"] and eintrag.pk not in dabei
        ]

    def facetten(self) -> dict[str, dict[str, int]]:
        zahlen: dict[str, dict[str, int]] = defaultdict(dict)
        for gruppe, wert, anfrage in self._moegliche_werte():
            if anzahl := len(self.treffer(anfrage)):
                zahlen[gruppe][wert] = anzahl
        return dict(zahlen)

    def _moegliche_werte(self) -> Iterator[tuple[str, str, Suchanfrage]]:
        for gruppe, werte in {**WERTE, "tag": TAGE, "zeit": ZEITEN, "wann": list(WANN)}.items():
            for wert in werte:
                if gruppe == "barrierefrei":
                    neu: object = (*self.anfrage.barrierefrei, wert)
                else:
                    neu = wert if gruppe in EINFACH or gruppe == "wann" else (wert,)
                yield (
                    gruppe,
                    wert,
                    self.anfrage.ohne(gruppe).mit(**{gruppe: neu})
                    if (gruppe != "barrierefrei")
                    else self.anfrage.mit(barrierefrei=neu),
                )

    def ohne_filter(self) -> dict[tuple[str, str | None], int]:
        anfrage = self.anfrage
        filter_ = [(gruppe, None) for gruppe in (*WERTE, "q", "plz", "tag", "zeit") if getattr(anfrage, gruppe)]
        filter_ = [eintrag for eintrag in filter_ if eintrag[0] != "barrierefrei"]
        filter_ += [("barrierefrei", wert) for wert in anfrage.barrierefrei]
        filter_ += [("wann", None)] if anfrage.wann or anfrage.von or anfrage.bis else []
        return {schluessel: len(self.treffer(anfrage.ohne(*schluessel))) for schluessel in filter_}

    def sortiert(self) -> list[int]:
        def schluessel(eintrag: Eintrag) -> tuple[object, ...]:
            titel = normalise_text(eintrag.titel)
            sortierung = self.anfrage.sortierung
            if sortierung == "name":
                return (titel, eintrag.pk)
            termine = self.passende_termine(eintrag, self.anfrage)
            naechster = (0, termine[0]) if termine else (1, (date.max, time.max))
            rang = 0
            if self.anfrage.q and sortierung in ("", "relevanz", "entfernung"):
                treffer = [wort in titel for wort in normalise_text(self.anfrage.q).split()]
                rang = 0 if all(treffer) else 1 if any(treffer) else 2
            return (rang, naechster, titel, eintrag.pk)

        return [eintrag.pk for eintrag in sorted(self.treffer(self.anfrage), key=schluessel)]


@pytest.mark.django_db
@pytest.mark.parametrize("saat", range(6))
def test_search_of_random_catalogue_equals_reference_in_hits_order_and_every_count(saat: int) -> None:
    zufall = random.Random(saat)  # noqa: S311
    katalog = build_katalog(zufall, 45)
    for nummer in range(40):
        anfrage = build_anfrage(zufall, dichte=(nummer % 8) * 0.07)
        referenz = Referenz(katalog, anfrage)
        ergebnis = search_angebote(anfrage, heute=HEUTE, je_seite=7)
        assert [a.pk for a in list_treffer(anfrage, heute=HEUTE)] == referenz.sortiert(), anfrage
        assert {a.pk for a in list_ohne_zeiten(anfrage, heute=HEUTE)} == {e.pk for e in referenz.ohne_zeiten()}, anfrage
        assert ergebnis.anzahl == len(referenz.treffer(anfrage)), anfrage
        assert ergebnis.anzahl_ohne_zeiten == len(referenz.ohne_zeiten()), anfrage
        assert ergebnis.zaehlung.facetten == referenz.facetten(), anfrage
        assert ergebnis.zaehlung.ohne_filter == referenz.ohne_filter(), anfrage


@pytest.mark.django_db
@pytest.mark.parametrize("saat", range(3))
def test_pages_of_random_search_hold_every_hit_once_and_unknown_times_last(saat: int) -> None:
    zufall = random.Random(saat)  # noqa: S311
    build_katalog(zufall, 45)
    anfrage = Suchanfrage(tag=("di", "mi"), zeit=("nachmittag", "abend"))
    alle = [a.pk for a in list_treffer(anfrage, heute=HEUTE)] + [a.pk for a in list_ohne_zeiten(anfrage, heute=HEUTE)]
    seiten = search_angebote(anfrage, heute=HEUTE, je_seite=4).seiten
    assert len(alle) > 8
    assert seiten == -(-len(alle) // 4)
    gezeigt = []
    for seite in range(1, seiten + 1):
        ergebnis = search_angebote(anfrage, heute=HEUTE, seite=seite, je_seite=4)
        gezeigt += [a.pk for a in (*ergebnis.angebote, *ergebnis.angebote_ohne_zeiten)]
    assert gezeigt == alle


@pytest.mark.django_db
@pytest.mark.parametrize("saat", range(3))
def test_count_ohne_mehrere_equals_reference_for_smallest_sets_of_filters(saat: int) -> None:
    zufall = random.Random(saat)  # noqa: S311
    katalog = build_katalog(zufall, 25)
    geprueft = 0
    for _nummer in range(25):
        anfrage = build_anfrage(zufall, dichte=0.5)
        referenz = Referenz(katalog, anfrage)
        filter_ = {*referenz.ohne_filter()}
        zeit = {("tag", None), ("zeit", None), ("wann", None)}
        einheiten = [{schluessel} for schluessel in sorted(filter_ - zeit, key=str)] + (
            [zeit] if filter_ & zeit else []
        )
        for menge, anzahl in count_ohne_mehrere(anfrage, heute=HEUTE).items():
            weite = _ohne_alle(
                anfrage, [s for s in menge if s[0] != "zeit"] + (sorted(zeit) if ("zeit", None) in menge else [])
            )
            assert anzahl == len(referenz.treffer(weite)) > 0
            for einheit in einheiten:
                if einheit & menge:
                    kleiner = (menge - einheit) - ({("zeit", None)} if einheit == zeit else set())
                    rest = [s for s in kleiner if s[0] != "zeit"] + (sorted(zeit) if ("zeit", None) in kleiner else [])
                    assert not referenz.treffer(_ohne_alle(anfrage, rest))
                    geprueft += 1
    assert geprueft > 20


def _ohne_alle(anfrage: Suchanfrage, filter_: list[tuple[str, str | None]]) -> Suchanfrage:
    for gruppe, wert in filter_:
        anfrage = anfrage.ohne(gruppe, wert)
    return anfrage
