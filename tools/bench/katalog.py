"""A synthetic catalogue with German texts and the real Kieze. Measures are taken on it; it is no product data.

The first VORLAGE offers are complete and go through the product's own refresh_angebote. Larger catalogues repeat them
with what is derived from them, which is what a search reads: computing 100,000 offers properly would take most of an
hour.
"""

import random
from collections.abc import Collection, Iterator, Sequence
from datetime import date, time, timedelta

from django.db import connection, models

from angebote.choices import (
    Anmeldung,
    Barrierewert,
    Bereich,
    Format,
    Kostenart,
    Kosteneinheit,
    Merkmal,
    Status,
    Wochentag,
    Zeitart,
    Zugang,
)
from angebote.domain.fristen import load_rhythmen, set_fristen
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.mengen import Menge, dump_menge, load_menge
from angebote.models import (
    Angebot,
    Angebotsmenge,
    Barriereangabe,
    Kategorie,
    Kosten,
    Ort,
    Ortsteil,
    Planungsraum,
    Sprache,
    Termin,
    Traeger,
    Volltext,
    Zeit,
    Zielgruppe,
    Zugangsweg,
)
from angebote.models.angebot import KURZ_ID_ALPHABET, KURZ_ID_LAENGE

VORLAGE = 3000
STAPEL = 1000
SAAT = 20261121
TAETIGKEITEN = (
    *(
        "Nachbarschaftscafé",
        "Spielenachmittag",
        "Singkreis",
        "Spaziergang",
        "Nähtreff",
        "Reparaturcafé",
        "Mittagstisch",
    ),
    *("Lesekreis", "Skatrunde", "Tanztee", "Gartengruppe", "Sprachcafé", "Handysprechstunde", "Yoga im Sitzen"),
    *("Trauercafé", "Gesprächsgruppe", "Sozialberatung", "Besuchsdienst", "Sorgentelefon", "Elternfrühstück"),
    *("Museumsbesuch", "Kochabend", "Schachgruppe", "Chorprobe", "Malwerkstatt", "Gedächtnistraining"),
)
ZUSAETZE = ("für alle", "im Hof", "am Vormittag", "mit Kuchen", "zum Kennenlernen", "im Kiez", "ohne Vorkenntnisse")
NUTZEN = (
    "Sie kommen mit Menschen aus der Nachbarschaft ins Gespräch.",
    "Sie probieren in Ruhe etwas Neues aus.",
    "Sie verbringen zwei Stunden in guter Gesellschaft.",
    "Sie können einfach zuhören und müssen nichts sagen.",
)
TRAEGERNAMEN = (
    "Nachbarschaftshaus",
    "Begegnungsstätte",
    "Stadtteiltreff",
    "Gemeindehaus",
    "Kulturverein",
    "Bibliothek",
)
STRASSEN = ("Musterstraße", "Beispielallee", "Probeweg", "Testplatz")
ZEITEN = (time(9, 30), time(10), time(11), time(14), time(14, 30), time(15), time(16), time(17, 30), time(18), time(19))
WERT_GEWICHTE = {Barrierewert.JA: 5, Barrierewert.TEILWEISE: 2, Barrierewert.NEIN: 2}


def fill_katalog(anzahl: int, *, heute: date) -> None:
    """Needs an empty catalogue with loaded areas."""
    zufall = random.Random(SAAT)  # noqa: S311  the same catalogue in every run
    orte = _create_orte(zufall, anzahl=min(anzahl, VORLAGE))
    traeger = _create_traeger(zufall, anzahl=max(20, min(anzahl, VORLAGE) // 10))
    angebote = _create_angebote(zufall, orte, traeger, anzahl=min(anzahl, VORLAGE), heute=heute)
    _create_teile(zufall, angebote)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
    _repeat_angebote(zufall, anzahl=anzahl - len(angebote))
    renew_version()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _kurz_ids(zufall: random.Random, *, vergeben: Collection[str] = ()) -> Iterator[str]:
    """Short ids, never the same twice."""
    vergeben = set(vergeben)
    while True:
        kurz_id = "".join(zufall.choices(KURZ_ID_ALPHABET, k=KURZ_ID_LAENGE))
        if kurz_id not in vergeben:
            vergeben.add(kurz_id)
            yield kurz_id


def _create_orte(zufall: random.Random, *, anzahl: int) -> list[Ort]:
    planungsraeume = list(Planungsraum.objects.select_related("kiez"))
    ortsteile = list(Ortsteil.objects.all())
    orte = []
    for nummer in range(max(40, anzahl // 3)):
        planungsraum = zufall.choice(planungsraeume)
        orte.append(
            Ort(
                name=f"{zufall.choice(TRAEGERNAMEN)} {planungsraum.name} {nummer}",
                strasse=zufall.choice(STRASSEN),
                hausnummer=str(nummer + 1),
                plz="13086",
                planungsraum=planungsraum,
                kiez=planungsraum.kiez,
                ortsteil=zufall.choice(ortsteile),
                lat=planungsraum.kiez.lat + zufall.uniform(-0.01, 0.01),
                lon=planungsraum.kiez.lon + zufall.uniform(-0.01, 0.01),
            )
        )
    orte = Ort.objects.bulk_create(orte, batch_size=STAPEL)
    merkmale = [Merkmal.ENTRANCE_LEVEL, Merkmal.ROOM_LEVEL, Merkmal.WC, Merkmal.LIFT, Merkmal.LOOP, Merkmal.QUIET]
    Barriereangabe.objects.bulk_create(
        [
            Barriereangabe(ort=ort, merkmal=merkmal, wert=_choose(zufall, WERT_GEWICHTE))
            for ort in orte
            for merkmal in merkmale
            if zufall.random() < 0.5  # half of all facts are not known
        ],
        batch_size=STAPEL,
    )
    return orte


def _choose(zufall: random.Random, gewichte: dict[Barrierewert, int]) -> Barrierewert:
    return zufall.choices(list(gewichte), weights=list(gewichte.values()))[0]


def _create_traeger(zufall: random.Random, *, anzahl: int) -> list[Traeger]:
    return Traeger.objects.bulk_create(
        [
            Traeger(name=f"{zufall.choice(TRAEGERNAMEN)} Muster {nummer}", slug=f"muster-{nummer}")
            for nummer in range(anzahl)
        ]
    )


def _create_angebote(
    zufall: random.Random, orte: Sequence[Ort], traeger: Sequence[Traeger], *, anzahl: int, heute: date
) -> list[Angebot]:
    kurz_ids = _kurz_ids(zufall)
    angebote = []
    for nummer in range(anzahl):
        ohne_ort = zufall.random() < 0.1  # phone, online, at home
        titel = f"{zufall.choice(TAETIGKEITEN)} {zufall.choice(ZUSAETZE)}"
        angebote.append(
            Angebot(
                kurz_id=next(kurz_ids),
                slug=f"muster-{nummer}",
                status=Status.VEROEFFENTLICHT,
                veroeffentlicht_am=date(2026, 1, 1),
                titel=titel,
                nutzen=zufall.choice(NUTZEN),
                beschreibung=" ".join(zufall.choices(NUTZEN, k=6)),
                bereich=zufall.choices([Bereich.BEGEGNUNG, Bereich.UNTERSTUETZUNG], weights=[7, 3])[0],
                traeger=zufall.choice(traeger),
                ort=None if ohne_ort else zufall.choice(orte),
                anmeldung=zufall.choice(list(Anmeldung)),
                format=zufall.choices([Format.OFFEN, Format.FESTE_GRUPPE, Format.UNBEKANNT], weights=[4, 4, 2])[0],
                telefon="030 0000000",
                geprueft_am=_choose_pruefung(zufall, heute) if zufall.random() < 0.8 else None,
            )
        )
    rhythmen = load_rhythmen()
    for angebot in angebote:
        set_fristen(angebot, rhythmen)
    return Angebot.objects.bulk_create(angebote, batch_size=STAPEL)


def _choose_pruefung(zufall: random.Random, heute: date) -> date:
    """Up to 172 days ago, so that all of them are shown."""
    return heute - timedelta(days=16 * zufall.randint(0, 9) + zufall.randint(1, 28))


def _create_teile(zufall: random.Random, angebote: Sequence[Angebot]) -> None:
    kategorien = {bereich: list(Kategorie.objects.filter(bereich=bereich)) for bereich in Bereich}
    _link(
        Angebot.kategorien.through,
        "kategorie",
        [(a, zufall.sample(kategorien[Bereich(a.bereich)], 2)) for a in angebote],
    )
    sprachen = list(Sprache.objects.all())
    _link(Angebot.sprachen.through, "sprache", [(a, [sprachen[0], *zufall.sample(sprachen[1:], 1)]) for a in angebote])
    gruppen = list(Zielgruppe.objects.all())
    _link(
        Angebot.zielgruppen.through, "zielgruppe", [(a, zufall.sample(gruppen, zufall.randint(0, 3))) for a in angebote]
    )
    Zugangsweg.objects.bulk_create(
        [Zugangsweg(angebot=a, art=art) for a in angebote for art in _zugaenge(zufall, a)], batch_size=STAPEL
    )
    Kosten.objects.bulk_create([_build_kosten(zufall, a) for a in angebote], batch_size=STAPEL)
    Zeit.objects.bulk_create([zeit for a in angebote for zeit in _build_zeiten(zufall, a)], batch_size=STAPEL)


def _link(through: type[models.Model], name: str, paare: Sequence[tuple[Angebot, Sequence[models.Model]]]) -> None:
    through._default_manager.bulk_create(
        [through(angebot_id=angebot.pk, **{f"{name}_id": ziel.pk}) for angebot, ziele in paare for ziel in ziele],
        batch_size=STAPEL,
    )


def _zugaenge(zufall: random.Random, angebot: Angebot) -> list[Zugang]:
    if angebot.ort_id is None:
        return [zufall.choice([Zugang.TELEFON, Zugang.ONLINE, Zugang.ZUHAUSE])]
    return [Zugang.VOR_ORT] + ([Zugang.TELEFON] if zufall.random() < 0.1 else [])


def _build_kosten(zufall: random.Random, angebot: Angebot) -> Kosten:
    art = zufall.choices(
        [Kostenart.KOSTENLOS, Kostenart.SPENDE, Kostenart.BETRAG, Kostenart.KASSE], weights=[6, 2, 3, 1]
    )[0]
    betrag = zufall.choice([200, 300, 500]) if art == Kostenart.BETRAG else None
    return Kosten(angebot=angebot, art=art, betrag_cent=betrag, einheit=Kosteneinheit.TERMIN if betrag else "")


def _build_zeiten(zufall: random.Random, angebot: Angebot) -> Iterator[Zeit]:
    if zufall.random() < 0.15:  # times are often not known
        yield Zeit(angebot=angebot, art=Zeitart.UNBEKANNT)
        return
    for wochentag in zufall.sample(list(Wochentag), zufall.choice([1, 1, 1, 2, 5])):
        beginn = zufall.choice(ZEITEN)
        monatswochen = zufall.choice(["", "", "", "2,4", "-1"])
        yield Zeit(
            angebot=angebot,
            wochentag=wochentag,
            beginn=beginn,
            ende=time(beginn.hour + 2, beginn.minute),
            monatswochen=monatswochen,
        )


def _repeat_angebote(zufall: random.Random, *, anzahl: int) -> None:
    vorlagen = list(Angebot.objects.order_by("pk"))
    hoechste = vorlagen[-1].pk
    kurz_ids = _kurz_ids(zufall, vergeben={vorlage.kurz_id for vorlage in vorlagen})
    runden = [vorlagen[: anzahl - anfang] for anfang in range(0, anzahl, len(vorlagen))]
    for runde, teil in enumerate(runden, start=1):
        versatz = runde * hoechste
        kopien = [_copy(vorlage, versatz=versatz, runde=runde, kurz_id=next(kurz_ids)) for vorlage in teil]
        Angebot.objects.bulk_create(kopien, batch_size=STAPEL)
        for modell in (Termin, Angebot.kategorien.through, Volltext):
            _repeat_rows(modell, versatz=versatz, bis=teil[-1].pk)
    _repeat_mengen([(runde * hoechste, teil[-1].pk) for runde, teil in enumerate(runden, start=1)])


def _copy(vorlage: Angebot, *, versatz: int, runde: int, kurz_id: str) -> Angebot:
    kopie = Angebot(**{feld.attname: getattr(vorlage, feld.attname) for feld in Angebot._meta.concrete_fields})
    kopie.pk = vorlage.pk + versatz
    kopie.slug = f"{vorlage.slug}-{runde}"
    kopie.titel = f"{vorlage.titel} {runde}"
    kopie.sortiertitel = f"{vorlage.sortiertitel} {runde}"
    kopie.kurz_id = kurz_id
    return kopie


def _repeat_rows(modell: type[models.Model], *, versatz: int, bis: int) -> None:
    """Copies the rows of the first offers to those that are `versatz` higher."""
    quote = connection.ops.quote_name
    angebot = quote(next(f.column for f in modell._meta.concrete_fields if f.name == "angebot"))
    spalten = [quote(f.column) for f in modell._meta.concrete_fields if not f.primary_key and f.name != "angebot"]
    tabelle, liste = quote(modell._meta.db_table), ", ".join(spalten)
    auswahl = f"SELECT {angebot} + %s, {liste} FROM {tabelle} WHERE {angebot} <= %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {tabelle} ({angebot}, {liste}) {auswahl}", [versatz, bis])


def _repeat_mengen(kopien: Sequence[tuple[int, int]]) -> None:
    """For each copy how much higher its keys are, and the key of the last offer that was copied."""
    for zeile in Angebotsmenge.objects.all():
        vorlage = load_menge(zeile.bits)
        menge: Menge = vorlage
        for versatz, bis in kopien:
            menge |= (vorlage & ((1 << bis + 1) - 1)) << versatz
        zeile.bits = dump_menge(menge)
        zeile.save()
