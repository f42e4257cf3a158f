"""The search against a brute-force reference in plain Python: hits, their order, every count, on random catalogues."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import product

import pytest

from angebote.choices import Status, Tageszeit
from angebote.domain.suche import Suchanfrage, Tag, search_angebote
from angebote.domain.suche.suche import list_ohne_zeiten, list_schon_geoeffnet, list_treffer
from angebote.domain.suche.volltext import find_text, rebuild_volltext
from angebote.domain.suche.zaehlung import count_ohne_mehrere
from angebote.models import Angebot, Kiez, Ort, PlzAnteil, Postleitzahl, Termin
from pankow_einsamkeit.lib.geo import Punkt, compute_distance
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.lib.text import normalise_text
from tests.angebote.suchbestand import write_merkmale, write_termine

HEUTE = date(2026, 11, 21)
UHRZEITEN = [time(0, 0), time(0, 59), time(11), time(12, 30), time(15, 29), time(18), time(23, 30)]
PLZ_KIEZE = {"13086": {"kiez-0": 0.6, "kiez-1": 0.05, "kiez-2": 0.049}, "13187": {"kiez-2": 1.0}}
WERTE = {
    "bereich": ["begegnung", "unterstuetzung"],
    "kategorie": ["kat-0", "kat-1", "kat-2"],
    "kiez": ["kiez-0", "kiez-1", "kiez-2"],
    "ortsteil": ["teil-0", "teil-1"],
    "kosten": ["kostenlos", "spende", "ermaessigt", "kasse"],
    "barrierefrei": ["stufenlos", "wc", "aufzug"],
    "zugang": ["vor-ort", "telefon"],
    "anmeldung": ["ohne"],
    "sprache": ["de", "uk"],
    "fuer": ["aeltere", "frauen"],
}
PLZ_PUNKT = Punkt(52.55, 13.45)
PUNKTE = [Punkt(52.55, 13.46), Punkt(52.55, 13.44), Punkt(52.56, 13.45), Punkt(52.6, 13.4), None]
UNBEKANNT = ["kosten", "barrierefrei"]
EINFACH = {"bereich", "anmeldung"}
TITEL = ["Café-Treff", "Männer kochen", "Chor", "Frauen singen im Chor", "Weißenseer Runde", "Cafe für alle"]
FRAGEN = ["cafe", "manner", "CHOR", "weissensee", "chor frauen", "gibt es nicht", "e"]
WANN = {"heute": (0, 0), "morgen": (1, 1), "woche": (0, 6), "wochenende": (0, 1)}
TAGE = [tag.value for tag in Tag]
ZEITEN = [zeit.value for zeit in Tageszeit]
ENDE = [None, time(12, 30), time(13), time(17, 30), time(18), time(20)]
BEGINN = {"vormittag": time(10), "nachmittag": time(14, 30), "abend": time(18)}


@dataclass
class Eintrag:
    pk: int
    titel: str
    ist_oeffentlich: bool
    merkmale: dict[str, set[str]]
    ist_offen: bool
    punkt: Punkt | None
    termine: list[tuple[date, time, time | None, str]] = field(default_factory=list)

    @property
    def ist_ohne_weg(self) -> bool:
        return self.merkmale["zugang"] == {"telefon"}


def build_katalog(zufall: random.Random, anzahl: int) -> list[Eintrag]:
    kieze = {
        slug: Kiez.objects.create(lor=f"99{n}", name=slug, kurzname=slug, slug=slug, lat=1, lon=1, spalte=n, zeile=99)
        for n, slug in enumerate(WERTE["kiez"])
    }
    for plz, anteile in PLZ_KIEZE.items():
        objekt = Postleitzahl.objects.create(plz=plz, lat=PLZ_PUNKT.lat, lon=PLZ_PUNKT.lon)
        for slug, anteil in anteile.items():
            PlzAnteil.objects.create(postleitzahl=objekt, kiez=kieze[slug], adressanteil=anteil)
    eintraege = [_build_eintrag(zufall, nummer) for nummer in range(anzahl)]
    rebuild_volltext(angebot_ids=[eintrag.pk for eintrag in eintraege])
    return eintraege


def _build_eintrag(zufall: random.Random, nummer: int) -> Eintrag:
    titel = zufall.choice(TITEL)
    art = zufall.random()
    punkt = zufall.choice(PUNKTE)
    angebot = Angebot.objects.create(
        slug=f"a-{nummer}",
        titel=titel,
        bereich="begegnung",
        status=Status.ENTWURF if art < 0.1 else Status.VEROEFFENTLICHT,
        veroeffentlicht_am=None if art < 0.1 else HEUTE,
        gueltig_bis=HEUTE - timedelta(days=1) if 0.1 < art < 0.15 else None,
        geprueft_am=HEUTE,
        hinweis_ab=HEUTE + timedelta(days=91),
        sichtbar_bis=HEUTE + timedelta(days=180),
        ort=Ort.objects.create(name=f"Haus {nummer}", lat=punkt.lat, lon=punkt.lon) if punkt else None,
        sortiertitel=normalise_text(titel),
    )
    merkmale = {
        gruppe: {zufall.choice(werte)} if gruppe == "bereich" else {w for w in werte if zufall.random() < 0.55}
        for gruppe, werte in WERTE.items()
    }
    merkmale["zeitlage"] = {w for w in ("vereinbarung", "unbekannt") if zufall.random() < 0.25}
    # As domain/suchmerkmale.py writes them: a fact that is known is never among the unknown ones.
    merkmale["offen"] = {
        w for w in WERTE["barrierefrei"] if w not in merkmale["barrierefrei"] and zufall.random() < 0.6
    }
    if zufall.random() < 0.4:
        merkmale["kosten"] = set()
        merkmale["offen"] |= {"kosten"} if zufall.random() < 0.7 else set()
    merkmale["format"] = {"offen"} if zufall.random() < 0.5 else set()
    write_merkmale(angebot, merkmale)
    eintrag = Eintrag(angebot.pk, titel, art >= 0.15, merkmale, "offen" in merkmale["format"], punkt)
    for tage, zeit in product(range(-2, 10), ZEITEN):
        if zufall.random() < 0.08:
            ende = zufall.choice([ende for ende in ENDE if ende is None or ende > BEGINN[zeit]])
            eintrag.termine.append((HEUTE + timedelta(days=tage), BEGINN[zeit], ende, zeit))
    Termin.objects.bulk_create(
        Termin(angebot=angebot, datum=datum, beginn=beginn, ende=ende, wochentag=datum.weekday(), tageszeit=zeit)
        for datum, beginn, ende, zeit in eintrag.termine
    )
    write_termine(angebot)
    return eintrag


def build_anfrage(zufall: random.Random, dichte: float) -> Suchanfrage:
    werte: dict[str, object] = {}
    for gruppe, moegliche in WERTE.items():
        if zufall.random() < dichte:
            menge = zufall.sample(moegliche, zufall.randint(1, min(2, len(moegliche))))
            werte[gruppe] = menge[0] if gruppe in EINFACH else tuple(menge)
    for name, moegliche, haeufigkeit in (
        ("q", FRAGEN, dichte),
        ("plz", list(PLZ_KIEZE), dichte),
        ("nah", [*PLZ_KIEZE, "Diesen Ort kennt niemand"], 0.2),
    ):
        if zufall.random() < haeufigkeit:
            werte[name] = zufall.choice(moegliche)
    if zufall.random() < dichte:
        werte["tag"] = tuple(zufall.sample(TAGE, 2))
    if zufall.random() < max(dichte, 0.3):
        werte["zeit"] = tuple(zufall.sample(ZEITEN, zufall.randint(1, 2)))
    if zufall.random() < dichte:
        werte["wann"] = zufall.choice(list(WANN))
    elif zufall.random() < dichte:
        werte["von"] = HEUTE + timedelta(days=zufall.randint(-1, 4))
        werte["bis"] = HEUTE + timedelta(days=zufall.randint(4, 9)) if zufall.random() < 0.5 else None
    werte["unbekannt"] = tuple(name for name in UNBEKANNT if zufall.random() < 0.35)
    if zufall.random() < 0.3:
        werte["sortierung"] = zufall.choice(["name", "termin", "relevanz", "entfernung"])
    return Suchanfrage(**werte)


class Referenz:
    def __init__(self, katalog: list[Eintrag], anfrage: Suchanfrage, jetzt: datetime) -> None:
        self.katalog = [eintrag for eintrag in katalog if eintrag.ist_oeffentlich]
        self.anfrage = anfrage
        self.jetzt = jetzt.replace(tzinfo=None)
        self.text = find_text(anfrage.q) if anfrage.q else None

    def erfuellt(self, eintrag: Eintrag, anfrage: Suchanfrage) -> bool:
        """Everything but time."""
        for gruppe in WERTE:
            gesetzt = getattr(anfrage, gruppe)
            menge = {gesetzt} if isinstance(gesetzt, str) and gesetzt else set(gesetzt)
            offen = eintrag.merkmale["offen"] if gruppe in anfrage.unbekannt else set()
            if gruppe == "barrierefrei":
                if not menge <= eintrag.merkmale[gruppe] | offen:
                    return False
            elif menge and not menge & eintrag.merkmale[gruppe] and "kosten" not in offen:
                return False
        if anfrage.plz:
            kieze = {slug for slug, anteil in PLZ_KIEZE[anfrage.plz].items() if anteil >= 0.05}
            if not kieze & eintrag.merkmale["kiez"]:
                return False
        return not anfrage.q or bool(self.text and self.text.alle >> eintrag.pk & 1)

    def passende_termine(self, eintrag: Eintrag, anfrage: Suchanfrage) -> list[tuple[date, time]]:
        return sorted(
            (datum, beginn)
            for datum, beginn, _ende, zeit in self.termine_im_zeitraum(eintrag, anfrage)
            if not anfrage.zeit or zeit in anfrage.zeit
        )

    def offene_termine(self, eintrag: Eintrag, anfrage: Suchanfrage) -> list[tuple[date, time]]:
        """Open houses only: began earlier, and an hour of the asked time of day is left."""
        return sorted(
            (datum, beginn)
            for datum, beginn, ende, _zeit in self.termine_im_zeitraum(eintrag, anfrage)
            if eintrag.ist_offen
            and ende
            and (
                ("nachmittag" in anfrage.zeit and beginn < time(12) and ende >= time(13))
                or ("abend" in anfrage.zeit and beginn < time(17) and ende >= time(18))
            )
        )

    def termine_im_zeitraum(self, eintrag: Eintrag, anfrage: Suchanfrage) -> list[tuple[date, time, time | None, str]]:
        von, bis = max(anfrage.von or HEUTE, HEUTE), anfrage.bis or date.max
        if anfrage.wann:
            von, bis = (HEUTE + timedelta(days=tage) for tage in WANN[anfrage.wann])
        return [
            termin
            for termin in eintrag.termine
            if von <= termin[0] <= bis and (not anfrage.tag or TAGE[termin[0].weekday()] in anfrage.tag)
            if self.ist_ahead(*termin)
        ]

    def ist_ahead(self, datum: date, beginn: time, ende: time | None, _zeit: str) -> bool:
        bis = datetime.combine(datum, ende) if ende else datetime.combine(datum, beginn) + timedelta(hours=1)
        return bis > self.jetzt

    def treffer(self, anfrage: Suchanfrage) -> list[Eintrag]:
        return [
            eintrag
            for eintrag in self.katalog
            if self.erfuellt(eintrag, anfrage)
            and (not anfrage.fragt_nach_zeit or self.passende_termine(eintrag, anfrage))
        ]

    def ohne_termin(self, anfrage: Suchanfrage) -> list[Eintrag]:
        if not anfrage.fragt_nach_zeit:
            return []
        dabei = {eintrag.pk for eintrag in self.treffer(anfrage)}
        return [e for e in self.katalog if self.erfuellt(e, anfrage) and e.pk not in dabei]

    def schon_geoeffnet(self, anfrage: Suchanfrage) -> list[Eintrag]:
        return [e for e in self.ohne_termin(anfrage) if self.offene_termine(e, anfrage)]

    def ohne_zeiten(self, anfrage: Suchanfrage) -> list[Eintrag]:
        return [e for e in self.ohne_termin(anfrage) if e.merkmale["zeitlage"] and not self.offene_termine(e, anfrage)]

    def gelistete(self, anfrage: Suchanfrage) -> int:
        return sum(len(liste(anfrage)) for liste in (self.treffer, self.schon_geoeffnet, self.ohne_zeiten))

    def unbekannte(self) -> int:
        """How many more are listed, below the hits or among them, if nothing need be known."""
        return self.gelistete(self.anfrage.mit(unbekannt=tuple(UNBEKANNT))) - self.gelistete(self.anfrage)

    def mit_unbekannten(self) -> dict[str, int]:
        return {
            name: self.gelistete(self.anfrage.mit(unbekannt=(*self.anfrage.unbekannt, name)))
            for name in UNBEKANNT
            if getattr(self.anfrage, name)
        }

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
                yield gruppe, wert, self.anfrage.mit(**{gruppe: neu})

    def ohne_filter(self) -> dict[tuple[str, str | None], int]:
        anfrage = self.anfrage
        filter_ = [(gruppe, None) for gruppe in (*WERTE, "q", "plz", "tag", "zeit") if getattr(anfrage, gruppe)]
        filter_ = [eintrag for eintrag in filter_ if eintrag[0] != "barrierefrei"]
        filter_ += [("barrierefrei", wert) for wert in anfrage.barrierefrei]
        filter_ += [("wann", None)] if anfrage.wann or anfrage.von or anfrage.bis else []
        return {schluessel: len(self.treffer(anfrage.ohne(*schluessel))) for schluessel in filter_}

    def nach_titel(self, eintraege: list[Eintrag]) -> list[int]:
        return [e.pk for e in sorted(eintraege, key=lambda e: (normalise_text(e.titel), e.pk))]

    @property
    def sortierung(self) -> str:
        """Distance needs a place: a postcode that is known, else the words or the time decide."""
        gewuenscht = self.anfrage.sortierung or ("entfernung" if self.anfrage.nah else "")
        if (
            gewuenscht == "entfernung"
            and self.anfrage.nah not in PLZ_KIEZE
            and (self.anfrage.nah or not self.anfrage.plz)
        ):
            gewuenscht = ""
        return gewuenscht or ("relevanz" if self.anfrage.q else "termin")

    def sortiert(
        self,
        eintraege: list[Eintrag],
        termine_of: Callable[..., list[tuple[date, time]]],
        *,
        nach_termin: bool = False,
    ) -> list[int]:
        raenge = self.text.raenge if self.text else ()

        def schluessel(eintrag: Eintrag) -> tuple[object, ...]:
            titel = normalise_text(eintrag.titel)
            if self.sortierung == "name":
                return (titel, eintrag.pk)
            if self.sortierung == "entfernung" and not nach_termin:
                return (self.entfernung_mit_worten(eintrag), titel, eintrag.pk)
            termine = termine_of(eintrag, self.anfrage)
            naechster = (0, termine[0]) if termine else (1, (date.max, time.max))
            rang = 0
            if self.sortierung == "relevanz" and not nach_termin:
                rang = next(stelle for stelle, menge in enumerate(raenge) if menge >> eintrag.pk & 1)
            return (rang, naechster, titel, eintrag.pk)

        return [eintrag.pk for eintrag in sorted(eintraege, key=schluessel)]

    def treffer_sortiert(self) -> list[int]:
        """By distance, those nobody has to go to are a group of their own, by their Termine."""
        treffer = self.treffer(self.anfrage)
        if self.sortierung != "entfernung":
            return self.sortiert(treffer, self.passende_termine)
        ohne_weg = [eintrag for eintrag in treffer if eintrag.ist_ohne_weg]
        return [
            *self.sortiert([e for e in treffer if not e.ist_ohne_weg], self.passende_termine),
            *self.sortiert(ohne_weg, self.passende_termine, nach_termin=True),
        ]

    def entfernung_mit_worten(self, eintrag: Eintrag) -> tuple[object, ...]:
        """Who answers the words directly comes before who only mentions them, however near."""
        ist_schwach = self.text is not None and not self.text.stark >> eintrag.pk & 1
        return (eintrag.ist_ohne_weg, ist_schwach and not eintrag.ist_ohne_weg, self.entfernung(eintrag))

    def entfernung(self, eintrag: Eintrag) -> tuple[int, int]:
        """Without a position after all others, without a way last."""
        if eintrag.ist_ohne_weg or eintrag.punkt is None:
            return (2 if eintrag.ist_ohne_weg else 1, 0)
        return (0, round(compute_distance(PLZ_PUNKT, eintrag.punkt)))


@pytest.mark.django_db
@pytest.mark.parametrize("saat", range(6))
def test_search_of_random_catalogue_equals_reference_in_hits_order_and_every_count(saat: int) -> None:
    zufall = random.Random(saat)  # noqa: S311
    katalog = build_katalog(zufall, 45)
    geprueft = {"geoeffnet": 0, "ohne_zeiten": 0, "unbekannte": 0}
    for nummer in range(40):
        anfrage = build_anfrage(zufall, dichte=(nummer % 8) * 0.07)
        jetzt = datetime.combine(HEUTE, UHRZEITEN[nummer % 7], tzinfo=BERLIN)
        referenz = Referenz(katalog, anfrage, jetzt)
        ergebnis = search_angebote(anfrage, jetzt=jetzt, je_seite=7)
        treffer, geoeffnet = referenz.treffer(anfrage), referenz.schon_geoeffnet(anfrage)
        ohne_zeiten = referenz.ohne_zeiten(anfrage)
        assert list_treffer(anfrage, jetzt=jetzt) == referenz.treffer_sortiert(), anfrage
        assert list_schon_geoeffnet(anfrage, jetzt=jetzt) == referenz.sortiert(geoeffnet, referenz.offene_termine), (
            anfrage
        )
        assert list_ohne_zeiten(anfrage, jetzt=jetzt) == referenz.nach_titel(ohne_zeiten), anfrage
        assert ergebnis.anzahl == len(treffer), anfrage
        assert ergebnis.anzahl_schon_geoeffnet == len(geoeffnet), anfrage
        assert ergebnis.anzahl_ohne_zeiten == len(ohne_zeiten), anfrage
        assert ergebnis.zaehlung.unbekannte == referenz.unbekannte(), anfrage
        assert ergebnis.zaehlung.mit_unbekannten == referenz.mit_unbekannten(), anfrage
        assert ergebnis.zaehlung.facetten == referenz.facetten(), anfrage
        assert ergebnis.zaehlung.ohne_filter == referenz.ohne_filter(), anfrage
        assert ergebnis.sortierung == referenz.sortierung, anfrage
        geprueft["geoeffnet"] += len(geoeffnet)
        geprueft["ohne_zeiten"] += len(ohne_zeiten)
        geprueft["unbekannte"] += ergebnis.zaehlung.unbekannte
    assert all(geprueft.values())


@pytest.mark.django_db
@pytest.mark.parametrize("saat", range(3))
def test_pages_of_random_search_hold_every_hit_once_then_open_houses_and_unknown_times_last(saat: int) -> None:
    zufall = random.Random(saat)  # noqa: S311
    build_katalog(zufall, 90)
    jetzt = datetime.combine(HEUTE, time(12), tzinfo=BERLIN)
    anfrage = Suchanfrage(tag=("di", "mi", "do"), zeit=("nachmittag",))
    listen = [liste(anfrage, jetzt=jetzt) for liste in (list_treffer, list_schon_geoeffnet, list_ohne_zeiten)]
    alle = [pk for liste in listen for pk in liste]
    seiten = search_angebote(anfrage, jetzt=jetzt, je_seite=4).seiten
    assert all(listen)
    assert len(alle) > 8
    assert seiten == -(-len(alle) // 4)
    gezeigt = []
    for seite in range(1, seiten + 1):
        ergebnis = search_angebote(anfrage, jetzt=jetzt, seite=seite, je_seite=4)
        gezeigt += [
            a.pk for a in (*ergebnis.angebote, *ergebnis.angebote_schon_geoeffnet, *ergebnis.angebote_ohne_zeiten)
        ]
    assert gezeigt == alle


@pytest.mark.django_db
@pytest.mark.parametrize("saat", range(3))
def test_count_ohne_mehrere_equals_reference_for_smallest_sets_of_filters(saat: int) -> None:
    zufall = random.Random(saat)  # noqa: S311
    katalog = build_katalog(zufall, 25)
    geprueft = 0
    for _nummer in range(25):
        anfrage = build_anfrage(zufall, dichte=0.5)
        jetzt = datetime.combine(HEUTE, zufall.choice(UHRZEITEN), tzinfo=BERLIN)
        referenz = Referenz(katalog, anfrage, jetzt)
        filter_ = {*referenz.ohne_filter()}
        zeit = {("tag", None), ("zeit", None), ("wann", None)}
        einheiten = [{schluessel} for schluessel in sorted(filter_ - zeit, key=str)] + (
            [zeit] if filter_ & zeit else []
        )
        for menge, anzahl in count_ohne_mehrere(anfrage, jetzt=jetzt).items():
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
