"""Three requests: one on its way to the letter, one refused, one that has just come in; all through the domain.

The pattern is that of a district that invites older people to a voluntary visit; nobody and nothing in it is real.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile

from konzept.beispiel.grundlagen import BEISPIEL
from konzept.domain.dokumente import add_dokument
from konzept.domain.kooperation import create_anfrage, move_anfrage
from konzept.domain.kooperationsangaben import ABSCHNITTE, save_abschnitt
from konzept.domain.kooperationsbeteiligung import Beteiligungsangaben, record_beteiligung
from konzept.domain.kooperationsentscheidung import Entscheidungsangaben, decide_anfrage, list_vergleichbare
from konzept.domain.kooperationsmaterial import Materialangaben, add_material, approve_material
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import (
    Anfrageart,
    Anfragestatus,
    Beteiligungsart,
    Dokumentart,
    Durchfuehrung,
    Ergebnis,
    Materialart,
    Rechtsform,
    Rechtsgrundlage,
    Stelle,
    Votum,
)
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

KONTO, DATENSCHUTZ = "konzept", "datenschutz"  # of the demo's accounts: two, as each letter is released by two
BLATT = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)

EINGANG = {
    "ansprechperson": "Koordination des Besuchsdienstes",
    "ansprechkontakt": "dienstliche Nummer liegt vor",
    "referenz": "Arbeitet seit Jahren in der Runde der Stadtteilarbeit mit.",
}
ANGABEN = {
    "zweck": "Menschen ab 70 wissen, dass sie kostenlos zu Hause besucht und beraten werden können.",
    "inhalt": "Ein Brief stellt den Besuch vor und nennt eine Vertrauensperson für den Rückruf.",
    "oeffentliches_interesse": "Wer früh Rat bekommt, bleibt länger selbstständig und in Kontakt.",
    "nutzen": "Ein Gespräch zu Hause, ohne Antrag und ohne Kosten.",
    "gewuenschte_daten": "Auswahl nach Alter ab 70 und zwei Kiezen. Der Träger erfährt keine Anschrift.",
    "umfang": "Etwa 4.000 Briefe in zwei Kiezen, einmalig.",
}
VORPRUEFUNG = {
    "durchfuehrung": Durchfuehrung.BEZIRK,
    "ermoeglicher": "QPK/Sozialplanung",
    "nutzen_traeger": "Erreicht Menschen, die von selbst nicht anrufen.",
    "nutzen_bezirk": "Erfährt als Zahl, in welchen Kiezen Besuche gewünscht sind.",
    "vergleich": "Verglichen mit allen früheren Anfragen zu Anschreiben.",
    "aufwand_stunden": 24,
    "aufwand_druck_cent": 48_000,
    "aufwand_porto_cent": 340_000,
}
RECHT = {
    "anlass": "Der Bezirk will Menschen ab 70 über Hilfen informieren.",
    "rechtsgrundlage": Rechtsgrundlage.AUFGABE,
    "rechtsvorschrift": "Im Beispiel offen gelassen: hier steht die geprüfte Vorschrift.",
    "hoheitliche_aufgabe": "Information über Angebote der Altenhilfe.",
}


def save_anfragen(*, jetzt: datetime) -> None:
    """Nothing where one of the demo's accounts is missing: every step needs somebody who took it."""
    konten = {konto.username: konto for konto in get_user_model().objects.filter(username__in=(KONTO, DATENSCHUTZ))}
    if len(konten) < 2:
        return
    konto, datenschutz = konten[KONTO], konten[DATENSCHUTZ]
    _save_abgelehnte(konto, datenschutz, jetzt=jetzt - timedelta(days=200))
    _save_laufende(konto, datenschutz, jetzt=jetzt - timedelta(days=30))
    _create("Fragebogen zum Zusammenleben im Haus", Anfrageart.BEFRAGUNG, konto, jetzt, zweck="Ein guter Zweck.")


def _save_laufende(konto: Konto, datenschutz: Konto, *, jetzt: datetime) -> None:
    anfrage = _create("Träger schreibt Menschen ab 70 an", Anfrageart.ANSCHREIBEN, konto, jetzt, **EINGANG, **ANGABEN)
    auflage = "Der Bezirk versendet, Rückläufe ohne Namen."
    _bring_to_decision(anfrage, konto, datenschutz, Votum.AUFLAGEN, auflage, jetzt=jetzt)
    grund, vergleich = "Der Bezirk schreibt selbst, freiwillig und einmalig.", "Anders als damals schreibt der Bezirk."
    _decide(anfrage, Ergebnis.JA, grund, konto, jetzt=jetzt, gleichbehandlung=vergleich)
    tag = _day(jetzt)
    for art, name in ((Dokumentart.ERKLAERUNG, "Erklaerung.pdf"), (Dokumentart.VOLLMACHT, "Vollmacht.pdf")):
        datei = ContentFile(BLATT, name=f"Beispiel_{name}")
        add_dokument(anfrage_id=anfrage.pk, art=art, datei=datei, konto=konto, jetzt=jetzt)
    vereinbarung = {
        "erklaerung_am": tag,
        "erklaerung_traeger": f"Geschäftsführung {BEISPIEL}",
        "erklaerung_bezirk": f"Amtsleitung {BEISPIEL}",
        "vollmacht_person": f"Koordination des Besuchsdienstes {BEISPIEL}",
        "vollmacht_am": tag,
        "vollmacht_bis": tag + timedelta(days=365),
    }
    _save(anfrage, "vereinbarung", vereinbarung, konto, jetzt)
    _move(anfrage, Anfragestatus.VEREINBART, konto, jetzt)
    angaben = Materialangaben(
        art=Materialart.ANSCHREIBEN,
        absender=f"Bezirksbürgermeister*in {BEISPIEL}",
        rueckruf=f"Koordination des Besuchsdienstes {BEISPIEL}",
        freiwillig_satz="Sie entscheiden selbst, ob Sie antworten. Beides ist in Ordnung.",
        freiwillig=True,
        ton_wertschaetzend=True,
        ton_fuersorglich=True,
        ton_verstaendlich=True,
        ton_ohne_zuschreibung=True,
    )
    brief = ContentFile(BLATT, name="Beispiel_Brief.pdf")
    material = add_material(anfrage_id=anfrage.pk, angaben=angaben, datei=brief, konto=konto, jetzt=jetzt)
    _move(anfrage, Anfragestatus.MATERIALFREIGABE, konto, jetzt)
    approve_material(
        material_id=material.pk,
        stelle=Stelle.DATENSCHUTZ,
        person=f"Datenschutz {BEISPIEL}",
        am=tag,
        konto=datenschutz,
        heute=tag,
    )


def _save_abgelehnte(konto: Konto, datenschutz: Konto, *, jetzt: datetime) -> None:
    titel = "Träger möchte selbst anschreiben"
    anfrage = _create(titel, Anfrageart.ANSCHREIBEN, konto, jetzt, **EINGANG, **ANGABEN)
    einwand = "Anschriften gehen an niemanden außerhalb."
    _bring_to_decision(anfrage, konto, datenschutz, Votum.ABLEHNUNG, einwand, jetzt=jetzt)
    grund = "Der Träger wollte Anschriften erhalten. Dafür gibt es keine Rechtsgrundlage."
    _decide(anfrage, Ergebnis.NEIN, grund, konto, jetzt=jetzt)


def _bring_to_decision(
    anfrage: Kooperationsanfrage,
    konto: Konto,
    datenschutz: Konto,
    votum: Votum,
    stellungnahme: str,
    *,
    jetzt: datetime,
) -> None:
    _move(anfrage, Anfragestatus.VORPRUEFUNG, konto, jetzt)
    _save(anfrage, "vorpruefung", VORPRUEFUNG, konto, jetzt)
    _save(anfrage, "recht", RECHT, konto, jetzt)
    _move(anfrage, Anfragestatus.BETEILIGUNG, konto, jetzt)
    for stelle in Stelle:
        votiert = stelle == Stelle.DATENSCHUTZ
        angaben = Beteiligungsangaben(
            art=Beteiligungsart.VOTUM if votiert else Beteiligungsart.INFORMIERT,
            am=_day(jetzt),
            person=f"{stelle.label} {BEISPIEL}",
            votum=votum if votiert else "",
            stellungnahme=stellungnahme if votiert else "",
        )
        wer = datenschutz if votiert else konto
        record_beteiligung(anfrage_id=anfrage.pk, stelle=stelle, angaben=angaben, konto=wer, heute=_day(jetzt))
    _move(anfrage, Anfragestatus.PRUEFUNG_RECHT, konto, jetzt)
    _move(anfrage, Anfragestatus.ENTSCHEIDUNG, konto, jetzt)


def _create(titel: str, art: Anfrageart, konto: Konto, jetzt: datetime, **werte: Any) -> Kooperationsanfrage:
    eingang = {
        "titel": f"Beispiel: {titel}",
        "art": art,
        "eingegangen_am": _day(jetzt),
        "traeger_name": f"Ein Träger der Altenhilfe {BEISPIEL}",
        "rechtsform": Rechtsform.EV,
    }
    return create_anfrage(werte=eingang | werte, konto=konto, jetzt=jetzt)


def _save(
    anfrage: Kooperationsanfrage, abschnitt: str, werte: Mapping[str, Any], konto: Konto, jetzt: datetime
) -> None:
    save_abschnitt(anfrage_id=anfrage.pk, abschnitt=ABSCHNITTE[abschnitt], werte=werte, konto=konto, heute=_day(jetzt))


def _move(anfrage: Kooperationsanfrage, nach: Anfragestatus, konto: Konto, jetzt: datetime) -> None:
    move_anfrage(anfrage_id=anfrage.pk, nach=nach, konto=konto, jetzt=jetzt)


def _decide(
    anfrage: Kooperationsanfrage,
    ergebnis: Ergebnis,
    gruende: str,
    konto: Konto,
    *,
    jetzt: datetime,
    gleichbehandlung: str = "",
) -> None:
    angaben = Entscheidungsangaben(
        ergebnis=ergebnis,
        gruende=gruende,
        entschieden_von=f"Amtsleitung {BEISPIEL}",
        entschieden_am=_day(jetzt),
        gleichbehandlung=gleichbehandlung,
    )
    gesehen = [eine.pk for eine in list_vergleichbare(anfrage)]
    voten = [eine.pk for eine in anfrage.beteiligungen.geltende(anfrage.runde)]
    decide_anfrage(anfrage_id=anfrage.pk, angaben=angaben, gesehen=gesehen, voten=voten, konto=konto, jetzt=jetzt)


def _day(jetzt: datetime) -> date:
    return jetzt.astimezone(BERLIN).date()
