"""What happens to a request has an order: one table of days, and what two facts say about each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from konzept.domain.kooperation import AnfrageError
from konzept.domain.kooperationspruefung import list_neueste
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Ergebnis


class FolgeError(AnfrageError):
    """A day before what has to come first, or two facts that cannot both be."""


@dataclass(frozen=True)
class Folge:
    """The day `spaeter` is not before the day `frueher`: a fact of the request, or of EREIGNISSE. Empty days rest."""

    frueher: str
    spaeter: str
    satz: str | Promise


def find_zusage(anfrage: Kooperationsanfrage) -> date | None:
    return anfrage.entscheidungen.filter(ergebnis=Ergebnis.JA).values_list("entschieden_am", flat=True).first()


def find_letzte_freigabe(anfrage: Kooperationsanfrage) -> date | None:
    """Of the versions that are sent."""
    freigaben = [eine for material in list_neueste(anfrage) for eine in material.freigaben.all() if eine.gilt]
    return max((eine.freigegeben_am for eine in freigaben), default=None)


EREIGNISSE: Mapping[str, Callable[[Kooperationsanfrage], date | None]] = {
    "zusage": find_zusage,
    "freigabe": find_letzte_freigabe,
}
FOLGEN: Sequence[Folge] = (
    Folge(
        "eingegangen_am", "erklaerung_am", gettext_lazy("Die Erklärung ist vor dem Eingang der Anfrage unterzeichnet.")
    ),
    Folge("zusage", "auswahl_am", gettext_lazy("Vor der Zusage wird nichts aus dem Melderegister ausgewählt.")),
    Folge("zusage", "druck_am", gettext_lazy("Vor der Zusage wird nichts gedruckt.")),
    Folge("freigabe", "druck_am", gettext_lazy("Gedruckt wird erst, wenn beide Stellen freigegeben haben.")),
    Folge("auswahl_am", "druck_am", gettext_lazy("Der Druck liegt vor der Auswahl aus dem Melderegister.")),
    Folge("druck_am", "versand_am", gettext_lazy("Der Versand liegt vor dem Druck.")),
    Folge("vollmacht_am", "versand_am", gettext_lazy("Vor Beginn der Bevollmächtigung wird nichts verschickt.")),
    Folge(
        "versand_am",
        "vollmacht_bis",
        gettext_lazy("Verschickt wird höchstens bis zum Ende der Bevollmächtigung."),
    ),
    Folge("versand_am", "bericht_bis", gettext_lazy("Der Ergebnisbericht soll vor dem Versand vorliegen.")),
    Folge("versand_am", "ergebnis_am", gettext_lazy("Das Ergebnis ist vor dem Versand vorgestellt.")),
)


def check_folge(anfrage: Kooperationsanfrage, werte: Mapping[str, Any]) -> None:
    """werte: what is to be written into the request. Raises FolgeError by field.

    Of two days that contradict each other the later one is named, unless only the earlier one is written.
    """
    fehler: dict[str, str] = {}
    for folge in FOLGEN:
        if not {folge.frueher, folge.spaeter} & werte.keys():
            continue
        frueher, spaeter = (_find_tag(anfrage, werte, name) for name in (folge.frueher, folge.spaeter))
        if frueher is None or spaeter is None or frueher <= spaeter:
            continue
        if folge.spaeter in werte:
            fehler.setdefault(folge.spaeter, _say(folge, _("ab dem"), frueher))
        else:
            fehler.setdefault(folge.frueher, _say(folge, _("bis zum"), spaeter))
    if fehler:
        raise FolgeError(fehler)


def _say(folge: Folge, wie: str, tag: date) -> str:
    werte = {"satz": folge.satz, "wie": wie, "tag": date_format(tag, "j. F Y")}
    return _("%(satz)s Möglich ist dieser Tag %(wie)s %(tag)s.") % werte


def check_angaben(anfrage: Kooperationsanfrage, werte: Mapping[str, Any]) -> None:
    """Two people sign (S30), and no more answers come than letters went out. Raises FolgeError by field."""
    traeger, bezirk = (
        " ".join(werte.get(name, "").split()).casefold() for name in ("erklaerung_traeger", "erklaerung_bezirk")
    )
    if traeger and traeger == bezirk:
        satz = _("Für den Träger und für den Bezirk unterzeichnen zwei verschiedene Personen.")
        raise FolgeError({"erklaerung_bezirk": satz})
    antworten, verschickt = werte.get("antworten_anzahl"), anfrage.versand_anzahl
    if antworten is not None and verschickt is not None and antworten > verschickt:
        satz = _("Es können nicht mehr Antworten gekommen als Briefe verschickt worden sein: %(anzahl)d.")
        raise FolgeError({"antworten_anzahl": satz % {"anzahl": verschickt}})


def _find_tag(anfrage: Kooperationsanfrage, werte: Mapping[str, Any], name: str) -> date | None:
    if name in EREIGNISSE:
        return EREIGNISSE[name](anfrage)
    tag: date | None = werte[name] if name in werte else getattr(anfrage, name)
    return tag
