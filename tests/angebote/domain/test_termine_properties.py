"""What holds for every rule, exception and window, checked against a second, day-by-day reading of the rules."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Zeitart
from angebote.domain.termine import compute_vorkommen, expand_zeit, list_regeldaten
from angebote.models import Zeit
from pankow_einsamkeit.lib.kalender import ist_ruhetag, ist_schulferientag
from tests.angebote.domain import zeitstrategien as zs

WOCHE = timedelta(days=7)


def days_between(von: date, bis: date) -> list[date]:
    return [von + timedelta(days=n) for n in range((bis - von).days + 1)]


def names_day(zeit: Zeit, tag: date) -> bool:
    """The rule read by a human: look at one day and say whether it is meant."""
    if zeit.art == Zeitart.EINZELN:
        return tag == zeit.datum
    if tag.weekday() != zeit.wochentag:
        return False
    if tag < (zeit.gueltig_von or date.min) or tag > (zeit.gueltig_bis or date.max):
        return False
    if zeit.monatswochen:
        wievielter = (tag.day - 1) // 7 + 1
        ist_letzter = (tag + WOCHE).month != tag.month
        return wievielter in zeit.monatswochen_zahlen or (ist_letzter and -1 in zeit.monatswochen_zahlen)
    if zeit.intervall_wochen == 1 or zeit.gueltig_von is None:
        return True
    wochen = (tag - zeit.gueltig_von).days // 7
    return wochen % zeit.intervall_wochen == 0


@given(zs.zeiten(), zs.fenster(tage=500))
def test_list_regeldaten_names_the_same_days_as_a_human(zeit: Zeit, fenster: tuple[date, date]) -> None:
    von, bis = fenster

    assert list_regeldaten(zeit, von=von, bis=bis) == [tag for tag in days_between(von, bis) if names_day(zeit, tag)]


@given(zs.zeiten(art=Zeitart.REGEL), zs.fenster(tage=500))
def test_expand_zeit_leaves_out_only_holidays(zeit: Zeit, fenster: tuple[date, date]) -> None:
    von, bis = fenster

    tage = {vorkommen.datum for vorkommen in expand_zeit(zeit, von=von, bis=bis)}

    for tag in list_regeldaten(zeit, von=von, bis=bis):
        pause = (ist_ruhetag(tag) and not zeit.an_feiertagen) or (ist_schulferientag(tag) and not zeit.in_schulferien)
        assert (tag in tage) is not pause


@given(zs.zeiten(), zs.fenster(), st.integers(0, 300))
def test_expand_zeit_from_an_earlier_start_never_changes_the_phase(
    zeit: Zeit, fenster: tuple[date, date], tage_frueher: int
) -> None:
    von, bis = fenster

    frueher = expand_zeit(zeit, von=von - timedelta(days=tage_frueher), bis=bis)

    assert [vorkommen for vorkommen in frueher if vorkommen.datum >= von] == expand_zeit(zeit, von=von, bis=bis)


@given(zs.zeiten(art=Zeitart.REGEL), zs.fenster(tage=800))
def test_expand_zeit_of_a_rule_never_leaves_its_bounds_or_its_time(zeit: Zeit, fenster: tuple[date, date]) -> None:
    von, bis = fenster

    for vorkommen in expand_zeit(zeit, von=von, bis=bis):
        assert max(von, zeit.gueltig_von or von) <= vorkommen.datum <= min(bis, zeit.gueltig_bis or bis)
        assert vorkommen.datum.weekday() == zeit.wochentag
        assert (vorkommen.beginn, vorkommen.ende) == (zeit.beginn, zeit.ende)


@given(st.data(), st.lists(zs.zeiten(), max_size=3), zs.fenster(), st.lists(zs.schliesszeiten(), max_size=2))
def test_compute_vorkommen_of_a_window_cut_into_parts_is_that_of_the_whole(
    data, zeiten, fenster, schliesszeiten
) -> None:
    von, bis = fenster
    teile = {
        "zeiten": zeiten,
        "schliesszeiten": schliesszeiten,
        "ausnahmen": data.draw(zs.ausnahmen_of(zeiten, von=von, bis=bis)),
        "gueltig_von": data.draw(st.none() | zs.TAGE),
        "gueltig_bis": data.draw(st.none() | zs.TAGE),
    }
    schnitte = sorted(data.draw(st.sets(st.dates(von, bis), max_size=4)) | {von, bis + timedelta(days=1)})

    stuecke = [
        vorkommen
        for anfang, naechster in pairwise(schnitte)
        for vorkommen in compute_vorkommen(von=anfang, bis=naechster - timedelta(days=1), **teile)
    ]

    assert stuecke == compute_vorkommen(von=von, bis=bis, **teile)


@given(st.data(), st.lists(zs.zeiten(), max_size=4), zs.fenster(), st.lists(zs.schliesszeiten(), max_size=2))
def test_compute_vorkommen_is_sorted_unique_open_and_within_the_offer(data, zeiten, fenster, schliesszeiten) -> None:
    von, bis = fenster
    gueltig_von, gueltig_bis = data.draw(st.none() | zs.TAGE), data.draw(st.none() | zs.TAGE)

    vorkommen = compute_vorkommen(
        zeiten=zeiten,
        ausnahmen=data.draw(zs.ausnahmen_of(zeiten, von=von, bis=bis)),
        schliesszeiten=schliesszeiten,
        von=von,
        bis=bis,
        gueltig_von=gueltig_von,
        gueltig_bis=gueltig_bis,
    )

    momente = [(eins.datum, eins.beginn) for eins in vorkommen]
    assert momente == sorted(set(momente))
    for eins in vorkommen:
        assert max(von, gueltig_von or von) <= eins.datum <= min(bis, gueltig_bis or bis)
        assert not any(zu.von <= eins.datum <= zu.bis for zu in schliesszeiten)
        assert eins.ende is None or eins.beginn < eins.ende
        assert eins.verschoben_von != eins.datum
