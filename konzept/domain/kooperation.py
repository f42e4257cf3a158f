"""The way of a cooperation request: the one table of steps, and the one function that takes them (G1 to G18)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.models.verlauf import give_anlass
from konzept.domain.kooperationspruefung import Bedingung, list_fehlendes, load_lage
from konzept.models import Anfrageschritt, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus as Stand
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

GESCHEHEN_AM = ("eingegangen_am", "erklaerung_am", "auswahl_am", "druck_am", "versand_am", "ergebnis_am")
# No request is older than the motion by more than a few years, and nothing is agreed for longer than ten.
FRUEHESTES_JAHR, JAHRE_VORAUS = 2020, 10


class AnfrageError(ValidationError):
    """What is refused; the message is for the person who tried."""


class UebergangFehltError(AnfrageError):
    pass


class NurDurchEntscheidungError(AnfrageError):
    pass


class SchonVerschicktError(AnfrageError):
    pass


class GrundFehltError(AnfrageError):
    pass


class NochNichtVollstaendigError(AnfrageError):
    """fehlende: what is in the way, each with the place where it is answered."""

    def __init__(self, fehlende: list[Bedingung]) -> None:
        super().__init__([str(bedingung.satz) for bedingung in fehlende])
        self.fehlende = fehlende


@dataclass(frozen=True)
class Uebergang:
    """titel: of the button. neue_runde: votes given until now were on another text. durch_entscheidung: see there.

    nur_vor_versand: not once the letters have left the house.
    """

    von: Stand
    nach: Stand
    titel: str | Promise
    ist_weiter: bool = True  # False: a way back or out, for which nothing need be complete
    braucht_grund: bool = False
    neue_runde: bool = False
    durch_entscheidung: bool = False
    nur_vor_versand: bool = False


def _zurueck(von: Stand, nach: Stand, titel: Promise, *, neue_runde: bool = False) -> Uebergang:
    """From posting only as long as nothing is posted."""
    vorher = von == Stand.VERSAND
    return Uebergang(
        von, nach, titel, ist_weiter=False, braucht_grund=True, neue_runde=neue_runde, nur_vor_versand=vorher
    )


def _entschieden(nach: Stand, titel: Promise) -> Uebergang:
    return Uebergang(Stand.ENTSCHEIDUNG, nach, titel, braucht_grund=True, durch_entscheidung=True)


# What was promised the district can stop, and whoever asked can take back, as long as no letter has left the house.
BEENDBARE = (Stand.ZUGESAGT, Stand.VEREINBART, Stand.MATERIALFREIGABE, Stand.VERSAND)
ZURUECKZIEHBARE = (
    *(
        Stand.EINGANG,
        Stand.VORPRUEFUNG,
        Stand.BETEILIGUNG,
        Stand.PRUEFUNG_RECHT,
        Stand.ENTSCHEIDUNG,
        Stand.ZURUECKGESTELLT,
    ),
    *BEENDBARE,
)
UEBERGAENGE = (
    Uebergang(Stand.EINGANG, Stand.VORPRUEFUNG, gettext_lazy("Zur Vorprüfung")),
    Uebergang(Stand.VORPRUEFUNG, Stand.BETEILIGUNG, gettext_lazy("Zur Beteiligung")),
    Uebergang(Stand.BETEILIGUNG, Stand.PRUEFUNG_RECHT, gettext_lazy("Zur Prüfung Recht")),
    Uebergang(Stand.PRUEFUNG_RECHT, Stand.ENTSCHEIDUNG, gettext_lazy("Zur Entscheidung")),
    _entschieden(Stand.ZUGESAGT, gettext_lazy("Zusagen")),
    _entschieden(Stand.ABGELEHNT, gettext_lazy("Ablehnen")),
    _entschieden(Stand.ZURUECKGESTELLT, gettext_lazy("Zurückstellen")),
    # Where no legal basis can be found the road ends here: without one nothing reaches the decision (G2).
    Uebergang(
        Stand.PRUEFUNG_RECHT,
        Stand.ABGELEHNT,
        gettext_lazy("Ablehnen"),
        ist_weiter=False,
        braucht_grund=True,
        durch_entscheidung=True,
    ),
    Uebergang(Stand.ZUGESAGT, Stand.VEREINBART, gettext_lazy("Vereinbarung festhalten")),
    Uebergang(Stand.VEREINBART, Stand.MATERIALFREIGABE, gettext_lazy("Zur Materialfreigabe")),
    Uebergang(Stand.MATERIALFREIGABE, Stand.VERSAND, gettext_lazy("Zum Versand")),
    Uebergang(Stand.VERSAND, Stand.RUECKMELDUNGEN, gettext_lazy("Rückmeldungen sammeln")),
    Uebergang(Stand.RUECKMELDUNGEN, Stand.ERGEBNISBERICHT, gettext_lazy("Zum Ergebnisbericht")),
    Uebergang(Stand.ERGEBNISBERICHT, Stand.ABGESCHLOSSEN, gettext_lazy("Abschließen")),
    _zurueck(Stand.VORPRUEFUNG, Stand.EINGANG, gettext_lazy("Zurück zum Eingang")),
    _zurueck(Stand.BETEILIGUNG, Stand.VORPRUEFUNG, gettext_lazy("Zurück zur Vorprüfung"), neue_runde=True),
    _zurueck(Stand.PRUEFUNG_RECHT, Stand.VORPRUEFUNG, gettext_lazy("Zurück zur Vorprüfung"), neue_runde=True),
    _zurueck(Stand.ENTSCHEIDUNG, Stand.PRUEFUNG_RECHT, gettext_lazy("Zurück zur Prüfung Recht")),
    _zurueck(Stand.ZURUECKGESTELLT, Stand.PRUEFUNG_RECHT, gettext_lazy("Wieder in die Prüfung Recht")),
    _zurueck(Stand.VERSAND, Stand.MATERIALFREIGABE, gettext_lazy("Zurück zur Materialfreigabe")),
    *(_zurueck(von, Stand.BEENDET, gettext_lazy("Vom Bezirk beenden")) for von in BEENDBARE),
    *(_zurueck(von, Stand.ZURUECKGEZOGEN, gettext_lazy("Vom Träger zurückgezogen")) for von in ZURUECKZIEHBARE),
)


def find_uebergang(von: str, nach: str) -> Uebergang | None:
    return next((einer for einer in UEBERGAENGE if (einer.von, einer.nach) == (von, nach)), None)


def find_weiter(von: str) -> Uebergang | None:
    """The button that leads on from this state; none where a decision does, or nothing."""
    return next(
        (einer for einer in UEBERGAENGE if einer.von == von and einer.ist_weiter and not einer.durch_entscheidung), None
    )


def list_uebergaenge(anfrage: Kooperationsanfrage) -> list[Uebergang]:
    """What can be done by a button, whether or not something is still missing."""
    return [
        einer
        for einer in UEBERGAENGE
        if einer.von == anfrage.status
        and not einer.durch_entscheidung
        and not (einer.nur_vor_versand and anfrage.ist_verschickt)
    ]


@transaction.atomic
def create_anfrage(*, werte: Mapping[str, Any], konto: Konto, jetzt: datetime) -> Kooperationsanfrage:
    """Raises ValidationError for what the model refuses, such as a requester that is no legal person (S29).

    AnfrageError for a day that cannot be.
    """
    check_tage(werte, heute=day_of(jetzt))
    anfrage = Kooperationsanfrage(**werte)
    anfrage.full_clean()
    _check_neu(anfrage, konto)
    with give_anlass(grund=_("Anfrage aufgenommen"), konto=konto):
        anfrage.save()
    Anfrageschritt.objects.create(anfrage=anfrage, nach=Stand.EINGANG, konto=konto, am=jetzt)
    return anfrage


@transaction.atomic
def move_anfrage(*, anfrage_id: int, nach: str, konto: Konto, jetzt: datetime, grund: str = "") -> Anfrageschritt:
    """Takes one step of UEBERGAENGE, for superusers too. Raises an AnfrageError where it is not to be taken."""
    anfrage = lock_anfrage(anfrage_id)
    uebergang = find_uebergang(anfrage.status, nach)
    if uebergang is None:
        raise UebergangFehltError(explain_ohne_uebergang(anfrage, nach))
    if uebergang.durch_entscheidung:
        raise NurDurchEntscheidungError(_("Dorthin führt nur eine Entscheidung mit Gründen."))
    if uebergang.nur_vor_versand and anfrage.ist_verschickt:
        raise SchonVerschicktError(_("Die Briefe sind schon verschickt. Von hier geht es nur noch weiter."))
    return take_schritt(anfrage, uebergang, konto=konto, jetzt=jetzt, grund=grund.strip())


def take_schritt(
    anfrage: Kooperationsanfrage, uebergang: Uebergang, *, konto: Konto, jetzt: datetime, grund: str
) -> Anfrageschritt:
    """For a request that is locked. Raises GrundFehltError, NochNichtVollstaendigError, ValidationError by field."""
    if uebergang.braucht_grund and not grund:
        raise GrundFehltError({"grund": _("Bitte einen Grund angeben; er bleibt im Verlauf stehen.")})
    if uebergang.ist_weiter and (fehlende := list_fehlendes(load_lage(anfrage, heute=day_of(jetzt)))):
        raise NochNichtVollstaendigError(fehlende)
    schritt = Anfrageschritt(
        anfrage=anfrage, von=uebergang.von, nach=uebergang.nach, konto=konto, am=jetzt, grund=grund
    )
    schritt.clean_fields(exclude={"anfrage", "konto"})
    anfrage.status = uebergang.nach
    anfrage.runde += uebergang.neue_runde
    with give_anlass(grund=str(uebergang.titel), konto=konto):
        anfrage.save(update_fields=["status", "runde"])
    schritt.save()
    return schritt


def _check_neu(anfrage: Kooperationsanfrage, konto: Konto) -> None:
    """Requests stay for ever; a second click on the button, which may arrive at the same moment, makes none."""
    Konto.objects.select_for_update().get(pk=konto.pk)
    kennzeichen = ("titel", "art", "traeger_name", "eingegangen_am")
    if Kooperationsanfrage.objects.filter(**{name: getattr(anfrage, name) for name in kennzeichen}).exists():
        raise AnfrageError(_("Diese Anfrage ist schon aufgenommen. Sie steht in der Liste der Anfragen."))


def check_tage(werte: Mapping[str, Any], *, heute: date) -> None:
    """Raises AnfrageError by field: what has happened was not tomorrow, and no day is in a year that nobody means."""
    fehler = {}
    letztes = heute.year + JAHRE_VORAUS
    for name, tag in werte.items():
        if not isinstance(tag, date):
            continue
        if not FRUEHESTES_JAHR <= tag.year <= letztes:
            satz = _("Bitte prüfen Sie das Jahr. Möglich sind die Jahre %(von)d bis %(bis)d.")
            fehler[name] = satz % {"von": FRUEHESTES_JAHR, "bis": letztes}
        elif name in GESCHEHEN_AM and tag > heute:
            fehler[name] = _("Dieser Tag liegt in der Zukunft.")
    if fehler:
        raise AnfrageError(fehler)


def lock_anfrage(anfrage_id: int) -> Kooperationsanfrage:
    """As it stands in the database now; nobody else decides about it until the transaction ends."""
    return Kooperationsanfrage.objects.select_for_update().get(pk=anfrage_id)


def day_of(jetzt: datetime) -> date:
    """Of the wall clock in Berlin."""
    return jetzt.astimezone(BERLIN).date()


def explain_ohne_uebergang(anfrage: Kooperationsanfrage, nach: str) -> str:
    namen = dict(Stand.choices)
    werte = {"von": anfrage.get_status_display(), "nach": namen.get(nach, nach)}
    if nach == anfrage.status:
        return _("Die Anfrage steht schon auf „%(von)s“.") % werte
    return _("Von „%(von)s“ nach „%(nach)s“ führt kein Weg.") % werte
