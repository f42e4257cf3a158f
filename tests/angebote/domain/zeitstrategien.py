"""Random rules, exceptions and closing periods around clock changes, a leap day and year ends. Never saved."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from angebote.choices import Ausnahmeart, Wochentag, Zeitart
from angebote.models import Ausnahme, Schliesszeit, Zeit

ANFANG = date(2026, 6, 1)
ENDE = date(2029, 6, 1)
TAGE = st.dates(ANFANG, ENDE)
# No start between 2 and 3 at night, an hour that does not exist on one day of the year.
BEGINN = st.sampled_from([time(0), time(9), time(10, 30), time(14), time(17), time(23, 30)])


@st.composite
def slots(draw: st.DrawFn) -> tuple[time, time | None]:
    beginn = draw(BEGINN)
    minuten = draw(st.sampled_from([None, 5, 29]))
    return beginn, beginn.replace(minute=beginn.minute + minuten) if minuten else None


@st.composite
def zeiten(draw: st.DrawFn, *, art: Zeitart | None = None) -> Zeit:
    beginn, ende = draw(slots())
    art = art or draw(st.sampled_from([Zeitart.REGEL, Zeitart.REGEL, Zeitart.REGEL, Zeitart.EINZELN]))
    if art == Zeitart.EINZELN:
        return Zeit(art=art, datum=draw(TAGE), beginn=beginn, ende=ende)
    intervall = draw(st.sampled_from([1, 1, 2, 3, 8]))
    monatswochen = draw(st.sampled_from(["", "1", "2,4", "-1", "5", "4,-1", "1,3,5"])) if intervall == 1 else ""
    gueltig_von = draw(TAGE if intervall > 1 else st.none() | TAGE)
    laenge = draw(st.none() | st.integers(0, 500))
    return Zeit(
        art=art,
        wochentag=draw(st.sampled_from(Wochentag)),
        beginn=beginn,
        ende=ende,
        intervall_wochen=intervall,
        monatswochen=monatswochen,
        gueltig_von=gueltig_von,
        gueltig_bis=gueltig_von + timedelta(days=laenge) if gueltig_von and laenge is not None else None,
        an_feiertagen=draw(st.booleans()),
        in_schulferien=draw(st.booleans()),
    )


@st.composite
def ausnahmen_of(draw: st.DrawFn, regeln: list[Zeit], *, von: date, bis: date) -> list[Ausnahme]:
    """Most hit a date of a rule; each day or slot has at most one, as the database demands."""
    from angebote.domain.termine import list_regeldaten

    umgebung = (von - timedelta(days=40), bis + timedelta(days=40))
    treffer = sorted({tag for regel in regeln for tag in list_regeldaten(regel, von=umgebung[0], bis=umgebung[1])})
    tage = st.sampled_from(treffer) | st.dates(*umgebung) if treffer else st.dates(*umgebung)
    return draw(st.lists(_ausnahmen(tage), max_size=6, unique_by=lambda ausnahme: (ausnahme.datum, ausnahme.beginn)))


@st.composite
def _ausnahmen(draw: st.DrawFn, tage: st.SearchStrategy[date]) -> Ausnahme:
    ausnahme = Ausnahme(art=draw(st.sampled_from(Ausnahmeart)), datum=draw(tage), beginn=draw(st.none() | BEGINN))
    if ausnahme.art == Ausnahmeart.VERSCHOBEN:
        ausnahme.neues_datum = ausnahme.datum + timedelta(days=draw(st.integers(-30, 30)))
        if draw(st.booleans()):
            ausnahme.neuer_beginn, ausnahme.neues_ende = draw(slots())
    return ausnahme


@st.composite
def schliesszeiten(draw: st.DrawFn) -> Schliesszeit:
    von = draw(TAGE)
    return Schliesszeit(von=von, bis=von + timedelta(days=draw(st.integers(0, 40))))


@st.composite
def fenster(draw: st.DrawFn, *, tage: int = 200) -> tuple[date, date]:
    von = draw(TAGE)
    return von, von + timedelta(days=draw(st.integers(0, tage)))
