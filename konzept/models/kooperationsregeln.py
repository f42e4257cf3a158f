"""What the database refuses of a cooperation request, whoever writes it."""

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
    models.CheckConstraint(
        condition=Q(vollmacht_am__isnull=True)
        | Q(vollmacht_bis__isnull=True)
        | Q(vollmacht_bis__gte=F("vollmacht_am")),
        name="anfrage_vollmacht_ende_nach_beginn",
        violation_error_message=_("Die Bevollmächtigung endet, bevor sie beginnt."),
    ),
    models.CheckConstraint(
        condition=Q(druck_anzahl__isnull=True)
        | Q(versand_anzahl__isnull=True)
        | Q(versand_anzahl__lte=F("druck_anzahl")),
        name="anfrage_versand_hoechstens_druck",
        violation_error_message=_("Es können nicht mehr Briefe verschickt als gedruckt worden sein."),
    ),
    models.CheckConstraint(
        condition=Q(druck_am__isnull=True) | Q(versand_am__isnull=True) | Q(versand_am__gte=F("druck_am")),
        name="anfrage_versand_nach_druck",
        violation_error_message=_("Der Versand liegt vor dem Druck."),
    ),
    models.CheckConstraint(
        condition=Q(versand_am__isnull=True) | Q(druck_am__isnull=False),
        name="anfrage_versand_gedruckt",
        violation_error_message=_("Vor dem Versand steht der Druck. Bitte auch eintragen, wann gedruckt wurde."),
    ),
    models.CheckConstraint(
        condition=Q(versand_am__isnull=True) | Q(vollmacht_am__isnull=True) | Q(versand_am__gte=F("vollmacht_am")),
        name="anfrage_versand_nach_vollmacht",
        violation_error_message=_("Vor Beginn der Bevollmächtigung wird nichts verschickt."),
    ),
    models.CheckConstraint(
        condition=Q(versand_am__isnull=True) | Q(vollmacht_bis__isnull=True) | Q(versand_am__lte=F("vollmacht_bis")),
        name="anfrage_versand_bis_vollmacht_ende",
        violation_error_message=_("Verschickt wird höchstens bis zum Ende der Bevollmächtigung."),
    ),
    models.CheckConstraint(
        condition=Q(druck_anzahl__isnull=True) | Q(druck_anzahl__gte=1),
        name="anfrage_gedruckt_mindestens_einer",
        violation_error_message=_("Bitte mindestens 1 eintragen."),
    ),
    models.CheckConstraint(
        condition=Q(versand_anzahl__isnull=True) | Q(versand_anzahl__gte=1),
        name="anfrage_verschickt_mindestens_einer",
        violation_error_message=_("Bitte mindestens 1 eintragen."),
    ),
    models.CheckConstraint(
        condition=Q(antworten_anzahl__isnull=True)
        | Q(ablehnend_anzahl__isnull=True)
        | Q(ablehnend_anzahl__lte=F("antworten_anzahl")),
        name="anfrage_ablehnend_hoechstens_antworten",
        violation_error_message=_("Es können nicht mehr Antworten ablehnend sein, als es Antworten gab."),
    ),
    models.CheckConstraint(
        condition=Q(erklaerung_am__isnull=True) | Q(erklaerung_am__gte=F("eingegangen_am")),
        name="anfrage_erklaerung_nach_eingang",
        violation_error_message=_("Die Erklärung ist vor dem Eingang der Anfrage unterzeichnet."),
    ),
    models.CheckConstraint(
        condition=Q(erklaerung_traeger="") | ~Q(erklaerung_traeger=F("erklaerung_bezirk")),
        name="anfrage_zwei_unterschriften",
        violation_error_message=_("Für den Träger und für den Bezirk unterzeichnen zwei verschiedene Personen."),
    ),
    models.CheckConstraint(
        condition=Q(druck_am__isnull=True) | Q(auswahl_am__isnull=True) | Q(druck_am__gte=F("auswahl_am")),
        name="anfrage_druck_nach_auswahl",
        violation_error_message=_("Der Druck liegt vor der Auswahl aus dem Melderegister."),
    ),
    models.CheckConstraint(
        condition=Q(bericht_bis__isnull=True) | Q(versand_am__isnull=True) | Q(bericht_bis__gte=F("versand_am")),
        name="anfrage_bericht_nach_versand",
        violation_error_message=_("Der Ergebnisbericht soll vor dem Versand vorliegen."),
    ),
    models.CheckConstraint(
        condition=Q(ergebnis_am__isnull=True) | Q(versand_am__isnull=True) | Q(ergebnis_am__gte=F("versand_am")),
        name="anfrage_ergebnis_nach_versand",
        violation_error_message=_("Das Ergebnis ist vor dem Versand vorgestellt."),
    ),
    models.CheckConstraint(
        condition=Q(antworten_anzahl__isnull=True)
        | Q(versand_anzahl__isnull=True)
        | Q(antworten_anzahl__lte=F("versand_anzahl")),
        name="anfrage_antworten_hoechstens_versand",
        violation_error_message=_("Es können nicht mehr Antworten gekommen als Briefe verschickt worden sein."),
    ),
]
