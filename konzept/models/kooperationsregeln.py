"""What the database refuses of a cooperation request, whoever writes it."""

from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from konzept.models.kooperationswerte import Anfragestatus, Rechtsform

# At which field it is said, where one of several is meant. Of the others the domain has more to say.
REGELFELDER = {
    "anfrage_vollmacht_ende_nach_beginn": "vollmacht_bis",
    "anfrage_versand_hoechstens_druck": "versand_anzahl",
    "anfrage_versand_nach_druck": "versand_am",
    "anfrage_versand_gedruckt": "druck_am",
    "anfrage_gedruckt_mindestens_einer": "druck_anzahl",
    "anfrage_verschickt_mindestens_einer": "versand_anzahl",
    "anfrage_ablehnend_hoechstens_antworten": "ablehnend_anzahl",
    "anfrage_erklaerung_nach_eingang": "erklaerung_am",
    "anfrage_zwei_unterschriften": "erklaerung_bezirk",
    "anfrage_druck_nach_auswahl": "druck_am",
    "anfrage_bericht_nach_versand": "bericht_bis",
    "anfrage_ergebnis_nach_versand": "ergebnis_am",
    "anfrage_antworten_hoechstens_versand": "antworten_anzahl",
}


def _regel(name: str, bedingung: Q, *, ohne: tuple[str, ...], satz: Any) -> models.CheckConstraint:
    """ohne: the fields that rest the rule while they are empty."""
    leer = [Q((f"{feld}__isnull", True)) for feld in ohne]
    return models.CheckConstraint(condition=reduce(or_, [*leer, bedingung]), name=name, violation_error_message=satz)


REGELN: list[models.BaseConstraint] = [
    models.CheckConstraint(
        condition=Q(rechtsform__in=Rechtsform.values),
        name="anfrage_nur_juristische_person",
        violation_error_message=_("Anfragen kann nur eine juristische Person, zum Beispiel ein e. V."),
    ),
    models.CheckConstraint(
        condition=Q(status__in=Anfragestatus.values),
        name="anfrage_stand_aus_der_liste",
        violation_error_message=_("Diesen Stand gibt es nicht."),
    ),
    _regel(
        "anfrage_vollmacht_ende_nach_beginn",
        Q(vollmacht_bis__gte=F("vollmacht_am")),
        ohne=("vollmacht_am", "vollmacht_bis"),
        satz=_("Die Bevollmächtigung endet, bevor sie beginnt."),
    ),
    _regel(
        "anfrage_versand_hoechstens_druck",
        Q(versand_anzahl__lte=F("druck_anzahl")),
        ohne=("druck_anzahl", "versand_anzahl"),
        satz=_("Es können nicht mehr Briefe verschickt als gedruckt worden sein."),
    ),
    _regel(
        "anfrage_versand_nach_druck",
        Q(versand_am__gte=F("druck_am")),
        ohne=("druck_am", "versand_am"),
        satz=_("Der Versand liegt vor dem Druck."),
    ),
    models.CheckConstraint(
        condition=Q(versand_am__isnull=True) | Q(druck_am__isnull=False),
        name="anfrage_versand_gedruckt",
        violation_error_message=_("Vor dem Versand steht der Druck. Bitte auch eintragen, wann gedruckt wurde."),
    ),
    _regel(
        "anfrage_versand_nach_vollmacht",
        Q(versand_am__gte=F("vollmacht_am")),
        ohne=("versand_am", "vollmacht_am"),
        satz=_("Vor Beginn der Bevollmächtigung wird nichts verschickt."),
    ),
    _regel(
        "anfrage_versand_bis_vollmacht_ende",
        Q(versand_am__lte=F("vollmacht_bis")),
        ohne=("versand_am", "vollmacht_bis"),
        satz=_("Verschickt wird höchstens bis zum Ende der Bevollmächtigung."),
    ),
    _regel(
        "anfrage_gedruckt_mindestens_einer",
        Q(druck_anzahl__gte=1),
        ohne=("druck_anzahl",),
        satz=_("Bitte mindestens 1 eintragen."),
    ),
    _regel(
        "anfrage_verschickt_mindestens_einer",
        Q(versand_anzahl__gte=1),
        ohne=("versand_anzahl",),
        satz=_("Bitte mindestens 1 eintragen."),
    ),
    _regel(
        "anfrage_ablehnend_hoechstens_antworten",
        Q(ablehnend_anzahl__lte=F("antworten_anzahl")),
        ohne=("antworten_anzahl", "ablehnend_anzahl"),
        satz=_("Es können nicht mehr Antworten ablehnend sein, als es Antworten gab."),
    ),
    _regel(
        "anfrage_erklaerung_nach_eingang",
        Q(erklaerung_am__gte=F("eingegangen_am")),
        ohne=("erklaerung_am",),
        satz=_("Die Erklärung ist vor dem Eingang der Anfrage unterzeichnet."),
    ),
    models.CheckConstraint(
        condition=Q(erklaerung_traeger="") | ~Q(erklaerung_traeger=F("erklaerung_bezirk")),
        name="anfrage_zwei_unterschriften",
        violation_error_message=_("Für den Träger und für den Bezirk unterzeichnen zwei verschiedene Personen."),
    ),
    _regel(
        "anfrage_druck_nach_auswahl",
        Q(druck_am__gte=F("auswahl_am")),
        ohne=("druck_am", "auswahl_am"),
        satz=_("Der Druck liegt vor der Auswahl aus dem Melderegister."),
    ),
    _regel(
        "anfrage_bericht_nach_versand",
        Q(bericht_bis__gte=F("versand_am")),
        ohne=("bericht_bis", "versand_am"),
        satz=_("Der Ergebnisbericht soll vor dem Versand vorliegen."),
    ),
    _regel(
        "anfrage_ergebnis_nach_versand",
        Q(ergebnis_am__gte=F("versand_am")),
        ohne=("ergebnis_am", "versand_am"),
        satz=_("Das Ergebnis ist vor dem Versand vorgestellt."),
    ),
    _regel(
        "anfrage_antworten_hoechstens_versand",
        Q(antworten_anzahl__lte=F("versand_anzahl")),
        ohne=("antworten_anzahl", "versand_anzahl"),
        satz=_("Es können nicht mehr Antworten gekommen als Briefe verschickt worden sein."),
    ),
]
