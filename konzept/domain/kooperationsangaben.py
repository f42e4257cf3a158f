"""Which facts of a request can be written in which state, and the one function that writes them.

What a vote or a decision was given on does not change afterwards without a step back, which is logged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.angebotsdaten import Daten
from angebote.models.verlauf import give_anlass
from konzept.domain.kooperation import AnfrageError, check_tage, lock_anfrage
from konzept.domain.kooperationsfolge import check_angaben, check_folge
from konzept.domain.kooperationsversand import check_versand
from konzept.domain.kooperationsvollmacht import renew_vollmacht
from konzept.domain.zwischenstaende import check_gesehenes
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus as Stand
from konzept.models.kooperationswerte import Beteiligungsart, Stelle
from pankow_einsamkeit.models import Konto


class AbschnittGesperrtError(AnfrageError):
    pass


class VotumLiegtVorError(AnfrageError):
    """The Datenschutz has judged on something else."""


@dataclass(frozen=True)
class Abschnitt:
    """Fields that are asked for together. name: part of the address."""

    name: str
    titel: str | Promise
    felder: Sequence[str]
    offen_in: Sequence[Stand]


RECHT, VORSCHRIFT = "recht", "rechtsvorschrift"
PAPIERE = (Stand.EINGANG, Stand.VORPRUEFUNG)
ABSCHNITTE: Mapping[str, Abschnitt] = {
    einer.name: einer
    for einer in (
        Abschnitt(
            "eingang",
            gettext_lazy("Anfrage und Träger"),
            (
                *("titel", "art", "eingegangen_am", "traeger_name", "rechtsform", "traeger"),
                *("ansprechperson", "ansprechkontakt", "referenz"),
            ),
            PAPIERE,
        ),
        Abschnitt(
            "angaben",
            gettext_lazy("Die sechs Angaben"),
            ("zweck", "inhalt", "oeffentliches_interesse", "nutzen", "gewuenschte_daten", "umfang"),
            PAPIERE,
        ),
        Abschnitt(
            "vorpruefung",
            gettext_lazy("Vorprüfung"),
            (
                *("durchfuehrung", "ermoeglicher", "nutzen_traeger", "nutzen_bezirk", "vergleich"),
                *("aufwand_stunden", "aufwand_druck_cent", "aufwand_porto_cent"),
            ),
            (Stand.VORPRUEFUNG,),
        ),
        Abschnitt(
            RECHT,
            gettext_lazy("Prüfung Recht"),
            ("anlass", "rechtsgrundlage", "rechtsvorschrift", "hoheitliche_aufgabe"),
            (Stand.VORPRUEFUNG, Stand.BETEILIGUNG, Stand.PRUEFUNG_RECHT),
        ),
        Abschnitt(
            "vereinbarung",
            gettext_lazy("Vereinbarung"),
            (
                *("erklaerung_am", "erklaerung_traeger", "erklaerung_bezirk"),
                *("vollmacht_person", "vollmacht_am", "vollmacht_bis"),
            ),
            (Stand.ZUGESAGT, Stand.VEREINBART, Stand.MATERIALFREIGABE),
        ),
        Abschnitt(
            "versand",
            gettext_lazy("Druck und Versand"),
            (
                *("auswahl_stelle", "auswahl_am"),
                *("druck_anzahl", "druck_stelle", "druck_am"),
                *("versand_anzahl", "versand_stelle", "versand_am", "bericht_bis"),
            ),
            (Stand.VERSAND,),
        ),
        Abschnitt(
            "rueckmeldungen",
            gettext_lazy("Rückmeldungen"),
            ("antworten_anzahl", "ablehnend_anzahl", "rueckmeldungen_text"),
            (Stand.RUECKMELDUNGEN, Stand.ERGEBNISBERICHT),
        ),
        Abschnitt(
            "ergebnis",
            gettext_lazy("Ergebnisbericht"),
            ("ergebnis", "ergebnis_gremium", "ergebnis_am", "drucksache"),
            (Stand.ERGEBNISBERICHT,),
        ),
    )
}


@transaction.atomic
def save_abschnitt(
    *,
    anfrage_id: int,
    abschnitt: Abschnitt,
    werte: Mapping[str, Any],
    konto: Konto,
    heute: date,
    gesehen: Daten | None = None,
) -> Kooperationsanfrage:
    """gesehen: see check_gesehenes.

    Raises AbschnittGesperrtError, VotumLiegtVorError, SchreibenFehltError, VeraltetError, FolgeError, and
    ValidationError for what the model or check_tage refuses.
    """
    anfrage = lock_anfrage(anfrage_id)
    check_offen(anfrage, abschnitt)
    check_gesehenes(anfrage, gesehen=gesehen, werte=werte)
    check_tage(werte, heute=heute)
    check_folge(anfrage, werte)
    check_angaben(anfrage, werte)
    check_versand(anfrage, werte)
    check_votum(anfrage, abschnitt, werte)
    if "vollmacht_bis" in abschnitt.felder:
        renew_vollmacht(anfrage, werte["vollmacht_bis"])
    for name in abschnitt.felder:
        setattr(anfrage, name, werte[name])
    anfrage.full_clean()
    with give_anlass(grund=str(abschnitt.titel), konto=konto):
        anfrage.save(update_fields=[*abschnitt.felder, "vollmacht_dokument"])
    return anfrage


def check_offen(anfrage: Kooperationsanfrage, abschnitt: Abschnitt) -> None:
    if anfrage.status not in abschnitt.offen_in:
        raise AbschnittGesperrtError(
            _("„%(abschnitt)s“ lässt sich nicht ändern, solange die Anfrage auf „%(stand)s“ steht.")
            % {"abschnitt": abschnitt.titel, "stand": anfrage.get_status_display()}
        )


def check_votum(anfrage: Kooperationsanfrage, abschnitt: Abschnitt, werte: Mapping[str, Any]) -> None:
    """Once the Datenschutz has voted, the law it judged on stays; an open provision may still be named (G10)."""
    if abschnitt.name != RECHT or not anfrage.beteiligungen.filter(
        runde=anfrage.runde, stelle=Stelle.DATENSCHUTZ, art=Beteiligungsart.VOTUM
    ):
        return
    bisher = {name: getattr(anfrage, name) for name in abschnitt.felder}
    geaenderte = [name for name, wert in bisher.items() if wert != werte[name] and (wert or name != VORSCHRIFT)]
    if geaenderte:
        satz = _(
            "Dazu hat der Datenschutz schon sein Votum abgegeben. Gehen Sie zurück zur Vorprüfung, dann votiert er neu."
        )
        raise VotumLiegtVorError(dict.fromkeys(geaenderte, satz))
