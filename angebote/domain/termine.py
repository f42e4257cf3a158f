"""From rules to dates: what a Zeit means on the calendar, and the Termine kept in the database.

The first half is pure and takes unsaved model instances. Dates and times are wall clock in Europe/Berlin; nothing here
knows UTC, so a clock change moves no offer. Any window may be asked for: cut into parts it gives the same dates.

What the rules mean:
- A rule does not hold on public holidays and on 24 and 31 December (unless an_feiertagen) and, if in_schulferien is
  off, in school holidays. A single date was chosen by somebody who had a calendar: it holds on both.
- An Ausnahme beats the rule, also on a holiday: "25.12. verschoben auf 28.12." is why people write one. One with
  `beginn` holds for that slot only and beats one for the whole day. A day that is called off also calls off what had
  been moved there from another day. Slots are moved once, never on from their new date.
- A Schliesszeit closes its days for everything, moved dates included; a slot moved out of it takes place.
- The bounds of a Zeit hold for its rule dates (the last may be moved beyond them), those of the offer for everything.
- Where the school holidays are not published yet, the rule holds; kalender.schulferien_bekannt() tells where.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from django.conf import settings
from django.db import transaction
from django.db.models import Q

from angebote.choices import Ausnahmeart, Zeitart
from angebote.domain.katalogstand import renew_version
from angebote.domain.suche.fortschreibung import rebuild_terminmengen
from angebote.models import Angebot, Ausnahme, Schliesszeit, Termin, Zeit
from pankow_einsamkeit.lib.kalender import ist_ruhetag, ist_schulferientag, tageszeit_of
from pankow_einsamkeit.lib.stapel import split_batches

STAPEL = 500  # offers read and written together: bounds memory and the time other writers wait
LOESCHSTAPEL = 5_000  # ids in one statement; SQLite's default limit is 32,766
MITTERNACHT = time()


@dataclass(frozen=True)
class Vorkommen:
    """One dated occurrence. ende None: not known. verschoben_von only if the day has changed, not just the time."""

    datum: date
    beginn: time
    ende: time | None
    verschoben_von: date | None = None

    def __lt__(self, other: "Vorkommen") -> bool:
        return (self.datum, self.beginn, self.ende or MITTERNACHT) < (
            other.datum,
            other.beginn,
            other.ende or MITTERNACHT,
        )


@dataclass(frozen=True)
class Slot:
    """An occurrence and where it comes from: the Zeit and the date its rule names."""

    zeit: Zeit
    regeldatum: date
    vorkommen: Vorkommen

    @property
    def ist_wie_geplant(self) -> bool:
        """It takes place when its rule says, neither moved nor at another time of that day."""
        return self.vorkommen == Vorkommen(self.regeldatum, self.zeit.beginn or MITTERNACHT, self.zeit.ende)

    @property
    def rang(self) -> tuple[bool, time]:
        """Of two slots at the same moment the one in its regular place stays, then the one with the later end."""
        return self.vorkommen.verschoben_von is None, self.vorkommen.ende or MITTERNACHT


def list_regeldaten(zeit: Zeit, *, von: date, bis: date) -> list[date]:
    """The dates the bare rule names within its own bounds, holidays included.

    "Every n weeks" without a first date has no phase and so no dates: they are never guessed.
    """
    von = max(von, zeit.gueltig_von or von)
    bis = min(bis, zeit.gueltig_bis or bis)
    if zeit.art == Zeitart.EINZELN:
        return [zeit.datum] if zeit.datum and von <= zeit.datum <= bis else []
    if zeit.art != Zeitart.REGEL or zeit.wochentag is None or von > bis:
        return []
    if zeit.monatswochen:
        tage = [weekday(zeit.wochentag, woche) for woche in zeit.monatswochen_zahlen]
        regel = rrule(MONTHLY, byweekday=tage, dtstart=_at_midnight(von.replace(day=1)), until=_at_midnight(bis))
    elif zeit.intervall_wochen > 1 and zeit.gueltig_von is None:
        return []
    else:
        # The first such weekday at or after the start sets the phase; rrule alone would count weeks from Monday on.
        anker = zeit.gueltig_von or von
        anker += timedelta(days=(zeit.wochentag - anker.weekday()) % 7)
        regel = rrule(WEEKLY, interval=zeit.intervall_wochen, dtstart=_at_midnight(anker), until=_at_midnight(bis))
    return [tag.date() for tag in regel.xafter(_at_midnight(von), inc=True)]


def expand_zeit(zeit: Zeit, *, von: date, bis: date) -> list[Vorkommen]:
    """What one Zeit says about the days from von to bis (inclusive), before exceptions and closing periods."""
    regeldaten = list_regeldaten(zeit, von=von, bis=bis)
    return [vorkommen for datum in regeldaten if (vorkommen := _regular_vorkommen(zeit, datum))]


def compute_slots(
    *,
    zeiten: Iterable[Zeit],
    ausnahmen: Iterable[Ausnahme],
    schliesszeiten: Iterable[Schliesszeit],
    von: date,
    bis: date,
    gueltig_von: date | None = None,
    gueltig_bis: date | None = None,
) -> list[Slot]:
    """All slots that take place from von to bis (inclusive), sorted, one for each moment; gueltig_* are the offer's."""
    ausnahmen, schliesszeiten = list(ausnahmen), list(schliesszeiten)
    ausnahme_of = {(ausnahme.datum, ausnahme.beginn): ausnahme for ausnahme in ausnahmen}
    beste: dict[tuple[date, time], Slot] = {}
    for zeit in zeiten:
        for regeldatum in _list_kandidaten(zeit, ausnahmen, von=von, bis=bis):
            vorkommen = _apply_ausnahmen(zeit, regeldatum, ausnahme_of)
            if vorkommen is None or not von <= vorkommen.datum <= bis:
                continue
            if not _is_within(regeldatum, gueltig_von, gueltig_bis):
                continue
            if not _is_within(vorkommen.datum, gueltig_von, gueltig_bis):
                continue
            if any(schliesszeit.von <= vorkommen.datum <= schliesszeit.bis for schliesszeit in schliesszeiten):
                continue
            slot = Slot(zeit, regeldatum, vorkommen)
            moment = (vorkommen.datum, vorkommen.beginn)
            if moment not in beste or slot.rang > beste[moment].rang:
                beste[moment] = slot
    return [beste[moment] for moment in sorted(beste)]


def compute_vorkommen(
    *,
    zeiten: Iterable[Zeit],
    ausnahmen: Iterable[Ausnahme],
    schliesszeiten: Iterable[Schliesszeit],
    von: date,
    bis: date,
    gueltig_von: date | None = None,
    gueltig_bis: date | None = None,
) -> list[Vorkommen]:
    """The dates of one offer from von to bis (inclusive), sorted, never two at the same moment.

    schliesszeiten are those of the offer and of its place; gueltig_von and gueltig_bis are the offer's own bounds.
    """
    slots = compute_slots(
        zeiten=zeiten,
        ausnahmen=ausnahmen,
        schliesszeiten=schliesszeiten,
        von=von,
        bis=bis,
        gueltig_von=gueltig_von,
        gueltig_bis=gueltig_bis,
    )
    return [slot.vorkommen for slot in slots]


def _at_midnight(datum: date) -> datetime:
    return datetime.combine(datum, MITTERNACHT)


def _is_within(datum: date, von: date | None, bis: date | None) -> bool:
    return (von is None or von <= datum) and (bis is None or datum <= bis)


def _regular_vorkommen(zeit: Zeit, datum: date) -> Vorkommen | None:
    """None where the rule itself makes a pause; datum is one of its dates."""
    if zeit.beginn is None:
        return None
    if zeit.art == Zeitart.REGEL:
        if ist_ruhetag(datum) and not zeit.an_feiertagen:
            return None
        if ist_schulferientag(datum) and not zeit.in_schulferien:
            return None
    return Vorkommen(datum, zeit.beginn, zeit.ende)


def _list_kandidaten(zeit: Zeit, ausnahmen: Sequence[Ausnahme], *, von: date, bis: date) -> list[date]:
    """Rule dates in the window, and those outside that an Ausnahme moves into it."""
    daten = list_regeldaten(zeit, von=von, bis=bis)
    hereingeholt = {
        ausnahme.datum
        for ausnahme in ausnahmen
        if ausnahme.neues_datum and von <= ausnahme.neues_datum <= bis and not von <= ausnahme.datum <= bis
    }
    for datum in sorted(hereingeholt):
        daten += list_regeldaten(zeit, von=datum, bis=datum)
    return daten


def _apply_ausnahmen(
    zeit: Zeit, regeldatum: date, ausnahme_of: dict[tuple[date, time | None], Ausnahme]
) -> Vorkommen | None:
    ausnahme = ausnahme_of.get((regeldatum, zeit.beginn)) or ausnahme_of.get((regeldatum, None))
    if ausnahme is None:
        return _regular_vorkommen(zeit, regeldatum)
    if ausnahme.art == Ausnahmeart.FAELLT_AUS or zeit.beginn is None:
        return None
    vorkommen = _move_vorkommen(zeit.beginn, zeit.ende, ausnahme)
    if vorkommen.verschoben_von is None:
        return vorkommen
    am_ziel = (ausnahme_of.get((vorkommen.datum, beginn)) for beginn in (vorkommen.beginn, None))
    return None if any(ziel and ziel.art == Ausnahmeart.FAELLT_AUS for ziel in am_ziel) else vorkommen


def _move_vorkommen(beginn: time, ende: time | None, ausnahme: Ausnahme) -> Vorkommen:
    neues_datum = ausnahme.neues_datum or ausnahme.datum
    verschoben_von = ausnahme.datum if neues_datum != ausnahme.datum else None
    if ausnahme.neuer_beginn is None:
        return Vorkommen(neues_datum, beginn, ende, verschoben_von)
    neues_ende = ausnahme.neues_ende or _keep_length(beginn, ende, ausnahme.neuer_beginn)
    return Vorkommen(neues_datum, ausnahme.neuer_beginn, neues_ende, verschoben_von)


def _keep_length(beginn: time, ende: time | None, neuer_beginn: time) -> time | None:
    """The end is unknown again if the slot would run past midnight."""
    if ende is None:
        return None
    tag = date(2000, 1, 1)
    dauer = datetime.combine(tag, ende) - datetime.combine(tag, beginn)
    neues_ende = datetime.combine(tag, neuer_beginn) + dauer
    return neues_ende.time() if neues_ende.date() == tag else None


# --- the Termine in the database ---


def compute_fenster(heute: date) -> tuple[date, date]:
    """First and last day (inclusive) for which Termine are kept."""
    return heute, heute + timedelta(days=settings.TERMIN_FENSTER_TAGE)


def list_schliesszeiten(angebot: Angebot) -> list[Schliesszeit]:
    """Those of the offer and those of its place."""
    return list(Schliesszeit.objects.filter(Q(angebot=angebot) | Q(ort__isnull=False, ort=angebot.ort_id)))


def rebuild_termine(*, angebot_ids: Collection[int] | None, heute: date) -> int:
    """Bring the Termine of these offers (None: of all) in line with their rules; return how many rows were written.

    Writes only what has changed and removes what is past, so that a nightly run writes little. Every batch is one
    transaction with its sets for the search: other writers wait for a batch, not for the whole run.
    """
    if angebot_ids is None:
        angebot_ids = list(Angebot.objects.values_list("pk", flat=True))
    return sum(_rebuild_stapel(ids, heute=heute) for ids in split_batches(sorted(set(angebot_ids)), STAPEL))


@transaction.atomic
def _rebuild_stapel(ids: Sequence[int], *, heute: date) -> int:
    soll = {_row_of(termin): termin for termin in _compute_termine(ids, heute=heute)}
    vorhanden = Termin.objects.filter(angebot_id__in=ids).values_list(
        "angebot_id", "datum", "beginn", "ende", "verschoben_von", "pk"
    )
    ist = {(*row, verschoben_von): pk for *row, verschoben_von, pk in vorhanden}
    veraltet = [pk for row, pk in ist.items() if row not in soll]
    neu = [termin for row, termin in soll.items() if row not in ist]
    for pks in split_batches(veraltet, LOESCHSTAPEL):
        Termin.objects.filter(pk__in=pks).delete()
    Termin.objects.bulk_create(neu)
    rebuild_terminmengen(angebot_ids=ids)
    renew_version()
    return len(veraltet) + len(neu)


def _row_of(termin: Termin) -> tuple[int, date, time, time | None, date | None]:
    return termin.angebot_id, termin.datum, termin.beginn, termin.ende, termin.verschoben_von


def _compute_termine(ids: Sequence[int], *, heute: date) -> list[Termin]:
    von, bis = compute_fenster(heute)
    # Locked, so that two rebuilds of the same offer cannot both insert (SQLite locks the whole file anyway).
    angebote = list(
        Angebot.objects.select_for_update()
        .filter(pk__in=ids)
        .only("ort_id", "gueltig_von", "gueltig_bis")
        .order_by("pk")
    )
    ort_ids = {angebot.ort_id for angebot in angebote if angebot.ort_id}
    zeiten = defaultdict(list)
    for zeit in Zeit.objects.filter(angebot_id__in=ids, art__in=[Zeitart.REGEL, Zeitart.EINZELN]):
        zeiten[zeit.angebot_id].append(zeit)
    ausnahmen = defaultdict(list)
    for ausnahme in Ausnahme.objects.filter(Q(datum__gte=von) | Q(neues_datum__gte=von), angebot_id__in=ids):
        ausnahmen[ausnahme.angebot_id].append(ausnahme)
    je_angebot, je_ort = defaultdict(list), defaultdict(list)
    for schliesszeit in Schliesszeit.objects.filter(
        Q(angebot_id__in=ids) | Q(ort_id__in=ort_ids), bis__gte=von, von__lte=bis
    ):
        je_angebot[schliesszeit.angebot_id].append(schliesszeit)
        je_ort[schliesszeit.ort_id].append(schliesszeit)
    return [
        _build_termin(angebot.pk, vorkommen)
        for angebot in angebote
        for vorkommen in compute_vorkommen(
            zeiten=zeiten[angebot.pk],
            ausnahmen=ausnahmen[angebot.pk],
            schliesszeiten=je_angebot[angebot.pk] + (je_ort[angebot.ort_id] if angebot.ort_id else []),
            von=von,
            bis=bis,
            gueltig_von=angebot.gueltig_von,
            gueltig_bis=angebot.gueltig_bis,
        )
    ]


def _build_termin(angebot_id: int, vorkommen: Vorkommen) -> Termin:
    return Termin(
        angebot_id=angebot_id,
        datum=vorkommen.datum,
        beginn=vorkommen.beginn,
        ende=vorkommen.ende,
        verschoben_von=vorkommen.verschoben_von,
        wochentag=vorkommen.datum.weekday(),
        tageszeit=tageszeit_of(vorkommen.beginn),
    )
