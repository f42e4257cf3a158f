"""The decision about one request: for this case only, with reasons, beside the earlier ones (G3, G4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.domain.kooperation import (
    AnfrageError,
    check_tage,
    day_of,
    find_uebergang,
    lock_anfrage,
    take_schritt,
)
from konzept.domain.kooperationsbeteiligung import find_datenschutz
from konzept.models import Anfrageentscheidung, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Ergebnis, Votum
from pankow_einsamkeit.models import Konto

FUEHRT_NACH: Mapping[Ergebnis, Anfragestatus] = {
    Ergebnis.JA: Anfragestatus.ZUGESAGT,
    Ergebnis.NEIN: Anfragestatus.ABGELEHNT,
    Ergebnis.ZURUECKGESTELLT: Anfragestatus.ZURUECKGESTELLT,
}


class EntscheidungError(AnfrageError):
    pass


@dataclass(frozen=True)
class Entscheidungsangaben:
    """wiedervorlage_am: only for one that is postponed."""

    ergebnis: Ergebnis
    gruende: str
    entschieden_von: str
    entschieden_am: date
    gleichbehandlung: str = ""
    wiedervorlage_am: date | None = None


@transaction.atomic
def decide_anfrage(
    *,
    anfrage_id: int,
    angaben: Entscheidungsangaben,
    gesehen: Collection[int],
    voten: Collection[int],
    konto: Konto,
    jetzt: datetime,
) -> Anfrageentscheidung:
    """gesehen, voten: keys of the earlier decisions and of the votes that were on the page (G4, G9).

    Raises an AnfrageError, and ValidationError for what the model refuses.
    """
    anfrage = lock_anfrage(anfrage_id)
    check_entscheidbar(anfrage, angaben.ergebnis)
    vergleichbare = list(list_vergleichbare(anfrage))
    _check_gesehen(vergleichbare, gesehen)
    _check_voten(anfrage, voten)
    check_tage(vars(angaben), heute=day_of(jetzt))
    _check(anfrage, angaben, anzahl=len(vergleichbare), heute=day_of(jetzt))
    felder = {name: wert for name, wert in vars(angaben).items() if name != "wiedervorlage_am"}
    entscheidung = Anfrageentscheidung(anfrage=anfrage, konto=konto, **felder)
    entscheidung.full_clean()
    uebergang = find_uebergang(anfrage.status, FUEHRT_NACH[angaben.ergebnis])
    assert uebergang is not None  # noqa: S101  FUEHRT_NACH names only what the table has; a test compares
    take_schritt(anfrage, uebergang, konto=konto, jetzt=jetzt, grund=angaben.gruende)
    entscheidung.save()
    entscheidung.vergleichbare.set(vergleichbare)
    anfrage.wiedervorlage_am = angaben.wiedervorlage_am
    with give_anlass(grund=_("Entscheidung"), konto=konto):
        anfrage.save(update_fields=["wiedervorlage_am"])
    return entscheidung


def list_vergleichbare(anfrage: Kooperationsanfrage) -> QuerySet[Anfrageentscheidung]:
    """Decisions about other requests of the same kind, newest first."""
    andere = Anfrageentscheidung.objects.filter(anfrage__art=anfrage.art).exclude(anfrage=anfrage)
    return andere.select_related("anfrage")


def list_moegliche(anfrage: Kooperationsanfrage) -> list[Ergebnis]:
    """What can be decided in the present state; nothing in most of them."""
    return [ergebnis for ergebnis, nach in FUEHRT_NACH.items() if find_uebergang(anfrage.status, nach) is not None]


def check_entscheidbar(anfrage: Kooperationsanfrage, ergebnis: Ergebnis) -> None:
    moegliche = list_moegliche(anfrage)
    if not moegliche:
        satz = _("Entschieden wird, wenn die Anfrage auf „Entscheidung“ steht. Jetzt steht sie auf „%(stand)s“.")
        raise EntscheidungError(satz % {"stand": anfrage.get_status_display()})
    if ergebnis not in moegliche:
        satz = _("Solange die Prüfung Recht nicht abgeschlossen ist, lässt sich nur ablehnen.")
        raise EntscheidungError({"ergebnis": satz})


def find_luecken(werte: Mapping[str, Any], *, gibt_fruehere: bool) -> dict[str, str]:
    """What is missing, by field, as far as the facts tell without the request; all of it at once.

    werte: of Entscheidungsangaben; what could not be read may be left out.
    """
    luecken = {}
    if not werte.get("gruende", "").strip():
        luecken["gruende"] = _("Eine Entscheidung braucht Gründe.")
    if gibt_fruehere and not werte.get("gleichbehandlung", "").strip():
        satz = _("Es gibt frühere Entscheidungen. Bitte schreiben Sie, warum diese gleich oder anders ausfällt.")
        luecken["gleichbehandlung"] = satz
    wiedervorlage, ergebnis = werte.get("wiedervorlage_am"), werte.get("ergebnis")
    if ergebnis == Ergebnis.ZURUECKGESTELLT and wiedervorlage is None:
        luecken["wiedervorlage_am"] = _("Bitte sagen Sie, wann wieder vorgelegt wird.")
    if ergebnis in (Ergebnis.JA, Ergebnis.NEIN) and wiedervorlage is not None:
        luecken["wiedervorlage_am"] = _("Eine Wiedervorlage gibt es nur, wenn zurückgestellt wird.")
    return luecken


def _check_gesehen(vergleichbare: Iterable[Anfrageentscheidung], gesehen: Collection[int]) -> None:
    """What is kept as compared was read by somebody."""
    neue = [eine.anfrage.titel for eine in vergleichbare if eine.pk not in gesehen]
    if neue:
        satz = _("Inzwischen ist über Vergleichbares entschieden worden: %(titel)s. ")
        satz += _("Es steht jetzt in der Liste. Bitte vergleichen Sie auch damit und halten Sie dann noch einmal fest.")
        raise EntscheidungError(satz % {"titel": ", ".join(neue)})


def _check_voten(anfrage: Kooperationsanfrage, voten: Collection[int]) -> None:
    """Of this round: another one has votes of its own, so their keys tell the round as well."""
    if set(voten) != {eine.pk for eine in anfrage.beteiligungen.geltende(anfrage.runde)}:
        satz = _("Inzwischen haben die Stellen etwas anderes gesagt. Es steht jetzt oben. ")
        raise EntscheidungError(satz + _("Bitte lesen Sie es und halten Sie dann noch einmal fest."))


def _check(anfrage: Kooperationsanfrage, angaben: Entscheidungsangaben, *, anzahl: int, heute: date) -> None:
    if luecken := find_luecken(vars(angaben), gibt_fruehere=bool(anzahl)):
        raise EntscheidungError(luecken)
    if angaben.entschieden_am > heute:
        raise EntscheidungError({"entschieden_am": _("Dieser Tag liegt in der Zukunft.")})
    if angaben.wiedervorlage_am is not None and angaben.wiedervorlage_am <= heute:
        raise EntscheidungError({"wiedervorlage_am": _("Die Wiedervorlage muss in der Zukunft liegen.")})
    datenschutz = find_datenschutz(anfrage)
    if datenschutz is None:
        raise EntscheidungError(_("Ohne das Votum des Datenschutzes wird nicht entschieden."))
    letzte = max(anfrage.beteiligungen.geltende(anfrage.runde), key=lambda eine: eine.am)
    if angaben.entschieden_am < letzte.am:
        satz = _("Dieser Tag liegt vor der letzten Beteiligung: %(stelle)s, %(tag)s.")
        tag = date_format(letzte.am, "j. F Y")
        raise EntscheidungError({"entschieden_am": satz % {"stelle": letzte.get_stelle_display(), "tag": tag}})
    _check_nach_frueherer(anfrage, angaben.entschieden_am)
    if angaben.ergebnis == Ergebnis.JA and datenschutz.votum == Votum.ABLEHNUNG:
        satz = _("Der Datenschutz hat abgelehnt. Möglich sind „nein“ oder „zurückgestellt“, eine Zusage nicht.")
        raise EntscheidungError({"ergebnis": satz})


def _check_nach_frueherer(anfrage: Kooperationsanfrage, am: date) -> None:
    """One that was postponed is decided again, not before."""
    fruehere = anfrage.entscheidungen.order_by("-entschieden_am").first()
    if fruehere is not None and am < fruehere.entschieden_am:
        satz = _("Dieser Tag liegt vor der früheren Entscheidung: %(ergebnis)s, %(tag)s.")
        werte = {"ergebnis": fruehere.get_ergebnis_display(), "tag": date_format(fruehere.entschieden_am, "j. F Y")}
        raise EntscheidungError({"entschieden_am": satz % werte})
