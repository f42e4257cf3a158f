"""schema.org description of an offer for search engines: an Event with its schedule, or a Service.

Says only what is known: a missing key means "not known". Vocabulary: https://schema.org/Schedule, Event, Service.
"""

from collections.abc import Collection, Sequence
from datetime import date, time
from typing import Any

from angebote.choices import Barrierewert, Bereich, Kostenart, Merkmal, Wochentag, Zeitart, Zugang
from angebote.domain.barrieren import merge_barriereangaben
from angebote.domain.kosten import ist_kostenlos
from angebote.domain.termine import Slot, compute_fenster, compute_slots, list_regeldaten
from angebote.domain.zugang import ist_ohne_weg
from angebote.models import Angebot, Ort, Schliesszeit, Zeit

ZEITZONE = "Europe/Berlin"
FERN = frozenset({Zugang.ONLINE, Zugang.TELEFON})  # a visit at home is no way to go either, but a real place
TAGE = {
    Wochentag.MO: "Monday",
    Wochentag.DI: "Tuesday",
    Wochentag.MI: "Wednesday",
    Wochentag.DO: "Thursday",
    Wochentag.FR: "Friday",
    Wochentag.SA: "Saturday",
    Wochentag.SO: "Sunday",
}


def build_schema_org(
    angebot: Angebot,
    *,
    zugaenge: Collection[Zugang],
    schliesszeiten: Collection[Schliesszeit],
    heute: date,
    basis_url: str,
) -> dict[str, Any]:
    """Reads prefetched parts only; schliesszeiten are those of the offer and of its place."""
    zeiten = [zeit for zeit in angebot.zeiten.all() if zeit.art in {Zeitart.REGEL, Zeitart.EINZELN}]
    ist_event = angebot.bereich == Bereich.BEGEGNUNG and bool(zeiten)
    plaene = _build_schedules(angebot, zeiten, schliesszeiten, heute=heute) if ist_event else []
    url = basis_url.rstrip("/") + angebot.get_absolute_url()
    daten: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _choose_event_type(angebot) if ist_event else "Service",
        "@id": url,
        "url": url,
        "name": angebot.titel,
        "description": angebot.nutzen or angebot.beschreibung,
        "inLanguage": [sprache.code for sprache in angebot.sprachen.all()],
        "image": [basis_url.rstrip("/") + foto.url for foto in angebot.fotos.all()],
        "offers": _build_offers(angebot),
        **(_build_event(angebot, plaene, zugaenge) if ist_event else _build_service(angebot, zugaenge)),
    }
    if ist_kostenlos(list(angebot.kosten.all())):
        daten["isAccessibleForFree"] = True
    return {schluessel: wert for schluessel, wert in daten.items() if wert not in ("", None, [], {})}


def _choose_event_type(angebot: Angebot) -> str:
    typen = [kategorie.schema_typ for kategorie in angebot.kategorien.all()]
    return next((typ for typ in typen if typ.endswith("Event")), "Event")


def _build_event(angebot: Angebot, plaene: Sequence[dict[str, Any]], zugaenge: Collection[Zugang]) -> dict[str, Any]:
    ist_fern = bool(FERN & set(zugaenge))
    modus = "Offline" if not ist_fern else "Online" if FERN.issuperset(zugaenge) else "Mixed"
    ort = {} if ist_ohne_weg(zugaenge) else _build_place(angebot)
    orte = [ort for ort in (ort, {"@type": "VirtualLocation"} if ist_fern else {}) if ort]
    return {
        "eventSchedule": plaene,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": f"https://schema.org/{modus}EventAttendanceMode",
        "location": orte[0] if len(orte) == 1 else orte,
        "organizer": _build_organisation(angebot),
    }


def _build_service(angebot: Angebot, zugaenge: Collection[Zugang]) -> dict[str, Any]:
    gebiete = [kiez.name for kiez in angebot.einzugsgebiet.all()] or ["Berlin-Pankow"]
    orte = {} if ist_ohne_weg(zugaenge) else _build_place(angebot)
    return {
        "serviceType": [kategorie.name for kategorie in angebot.kategorien.all()],
        "provider": _build_organisation(angebot),
        "areaServed": [{"@type": "Place", "name": name} for name in gebiete],
        "availableChannel": {"@type": "ServiceChannel", "serviceLocation": orte} if orte else {},
    }


def _build_schedules(
    angebot: Angebot, zeiten: Sequence[Zeit], schliesszeiten: Collection[Schliesszeit], *, heute: date
) -> list[dict[str, Any]]:
    """Like the calendar file: the rules with their pauses, and each date that deviates as a Schedule of its own."""
    von, bis = compute_fenster(heute)
    slots = compute_slots(
        zeiten=zeiten,
        ausnahmen=angebot.ausnahmen.all(),
        schliesszeiten=schliesszeiten,
        von=von,
        bis=bis,
        gueltig_von=angebot.gueltig_von,
        gueltig_bis=angebot.gueltig_bis,
    )
    planmaessige = {(slot.zeit.pk, slot.regeldatum) for slot in slots if slot.ist_wie_geplant}
    regeln = [
        _build_rule(zeit, angebot, pausen=[datum for datum in daten if (zeit.pk, datum) not in planmaessige])
        for zeit in zeiten
        if zeit.art == Zeitart.REGEL
        for daten in [list_regeldaten(zeit, von=von, bis=bis)]
    ]
    einzelne = [slot for slot in slots if slot.zeit.art == Zeitart.EINZELN or not slot.ist_wie_geplant]
    return [*regeln, *(_build_single(slot) for slot in einzelne)]


def _build_rule(zeit: Zeit, angebot: Angebot, *, pausen: Sequence[date]) -> dict[str, Any]:
    """Weekly with repeatFrequency P1W; "2nd and 4th Monday" with P1M and byMonthWeek."""
    daten = _build_schedule(
        von=zeit.gueltig_von or angebot.gueltig_von,
        bis=zeit.gueltig_bis or angebot.gueltig_bis,
        beginn=zeit.beginn,
        ende=zeit.ende,
    )
    if zeit.wochentag is not None:
        daten["byDay"] = f"https://schema.org/{TAGE[Wochentag(zeit.wochentag)]}"
        daten["repeatFrequency"] = "P1M" if zeit.monatswochen else f"P{zeit.intervall_wochen}W"
        daten["byMonthWeek"] = list(zeit.monatswochen_zahlen)
    daten["exceptDate"] = [datum.isoformat() for datum in pausen]
    return {schluessel: wert for schluessel, wert in daten.items() if wert != []}


def _build_single(slot: Slot) -> dict[str, Any]:
    vorkommen = slot.vorkommen
    return _build_schedule(von=vorkommen.datum, bis=vorkommen.datum, beginn=vorkommen.beginn, ende=vorkommen.ende)


def _build_schedule(*, von: date | None, bis: date | None, beginn: time | None, ende: time | None) -> dict[str, Any]:
    daten = {
        "@type": "Schedule",
        "startDate": von.isoformat() if von else None,
        "endDate": bis.isoformat() if bis else None,
        "startTime": _format_time(beginn),
        "endTime": _format_time(ende),
        "scheduleTimezone": ZEITZONE,
    }
    return {schluessel: wert for schluessel, wert in daten.items() if wert}


def _build_place(angebot: Angebot) -> dict[str, Any]:
    ort = angebot.ort
    if ort is None:
        return {"@type": "Place", "name": angebot.treffpunkt} if angebot.treffpunkt else {}
    daten: dict[str, Any] = {"@type": "Place", "name": ort.name, "amenityFeature": _build_features(angebot)}
    if ort.strasse:
        daten["address"] = _build_address(ort)
    if ort.lat is not None and ort.lon is not None:
        daten["geo"] = {"@type": "GeoCoordinates", "latitude": ort.lat, "longitude": ort.lon}
    return {schluessel: wert for schluessel, wert in daten.items() if wert}


def _build_address(ort: Ort) -> dict[str, str]:
    return {
        "@type": "PostalAddress",
        "streetAddress": f"{ort.strasse} {ort.hausnummer}".strip(),
        "postalCode": ort.plz,
        "addressLocality": ort.ortsname,
        "addressCountry": "DE",
    }


def _build_features(angebot: Angebot) -> list[dict[str, Any]]:
    """Only what is surely there or surely not; "teilweise" and unknown cannot be said in this vocabulary."""
    werte = {Barrierewert.JA: True, Barrierewert.NEIN: False}
    return [
        {"@type": "LocationFeatureSpecification", "name": str(Merkmal(merkmal).label), "value": werte[wert]}
        for merkmal, angabe in merge_barriereangaben(ort=angebot.ort, angebot=angebot).items()
        if (wert := Barrierewert(angabe.wert)) in werte
    ]


def _build_organisation(angebot: Angebot) -> dict[str, str]:
    return {"@type": "Organization", "name": angebot.traeger.name} if angebot.traeger else {}


def _build_offers(angebot: Angebot) -> list[dict[str, str]]:
    kosten = list(angebot.kosten.all())
    if ist_kostenlos(kosten):
        return [{"@type": "Offer", "price": "0", "priceCurrency": "EUR"}]
    return [
        {"@type": "Offer", "price": f"{zeile.betrag_cent / 100:.2f}", "priceCurrency": "EUR"}
        for zeile in kosten
        if zeile.art == Kostenart.BETRAG and zeile.betrag_cent
    ]


def _format_time(zeit: time | None) -> str | None:
    return zeit.strftime("%H:%M") if zeit else None
