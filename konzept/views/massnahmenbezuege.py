"""What a measure is linked with, each with its page and with what is amiss, said in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Status
from angebote.models import Angebot, Ort, Traeger
from konzept.domain.massnahmenverknuepfung import Verknuepfung
from konzept.models import Akteur


@dataclass(frozen=True)
class Bezug:
    """zusatz: tells it from others of that name. hinweis: why nobody should rely on it; both may be empty."""

    pk: int
    titel: str
    url: str
    zusatz: str = ""
    hinweis: str = ""


def build_bezuege(art: Verknuepfung, eintraege: Iterable[Any], *, heute: date) -> list[Bezug]:
    """In their order. At most one query beside those of `eintraege`."""
    return BAUER[art](list(eintraege), heute)


def _build_angebote(angebote: Sequence[Angebot], heute: date) -> list[Bezug]:
    """What the public does not see leads to the form of the catalogue, which all staff may read."""
    pks = [angebot.pk for angebot in angebote]
    sichtbar = set(Angebot.objects.oeffentlich(heute).filter(pk__in=pks).order_by().values_list("pk", flat=True))
    return [build_angebotsbezug(eines, ist_sichtbar=eines.pk in sichtbar, heute=heute) for eines in angebote]


def build_angebotsbezug(angebot: Angebot, *, ist_sichtbar: bool, heute: date) -> Bezug:
    """angebot: with ort and traeger at hand. ist_sichtbar: whether the public finds it on that day."""
    zusatz = ", ".join(teil.name for teil in (angebot.ort, angebot.traeger) if teil is not None)
    if ist_sichtbar:
        return Bezug(angebot.pk, angebot.titel, angebot.get_absolute_url(), zusatz, describe_alter(angebot, heute))
    verwaltung = reverse("admin:angebote_angebot_change", args=[angebot.pk])
    return Bezug(angebot.pk, angebot.titel, verwaltung, zusatz, describe_verborgenes(angebot, heute=heute))


def describe_alter(angebot: Angebot, heute: date) -> str:
    """Of a public one."""
    if not angebot.ist_bestaetigt:
        return _("noch nie bestätigt")
    return _("länger nicht bestätigt") if angebot.ist_lange_her(heute) else ""


def describe_verborgenes(angebot: Angebot, *, heute: date) -> str:
    """Of one that is not public."""
    if angebot.nachfolger is not None:
        return _("zusammengelegt mit „%(titel)s“") % {"titel": angebot.nachfolger.titel}
    if angebot.status != Status.VEROEFFENTLICHT:
        return _("%(status)s, nicht auf der Website") % {"status": angebot.get_status_display()}
    if angebot.gueltig_bis is not None and angebot.gueltig_bis < heute:
        return _("zu Ende seit %(tag)s") % {"tag": date_format(angebot.gueltig_bis, "j. F Y")}
    return _("zu lange nicht bestätigt, nicht mehr auf der Website")


def _build_orte(orte: Sequence[Ort], _heute: date) -> list[Bezug]:
    """A place has no page of its own."""
    return [
        Bezug(ort.pk, ort.name, reverse("admin:angebote_ort_change", args=[ort.pk]), zusatz=ort.anschrift)
        for ort in orte
    ]


def _build_partner(traeger: Sequence[Traeger], heute: date) -> list[Bezug]:
    """The public page is there only as long as there is a public offer."""
    pks = [einer.pk for einer in traeger]
    gezeigte = set(
        Angebot.objects.oeffentlich(heute).filter(traeger__in=pks).order_by().values_list("traeger", flat=True)
    )
    return [
        Bezug(
            einer.pk,
            einer.name,
            einer.get_absolute_url()
            if einer.pk in gezeigte
            else reverse("admin:angebote_traeger_change", args=[einer.pk]),
            hinweis="" if einer.pk in gezeigte else _("zurzeit ohne Angebot auf der Website"),
        )
        for einer in traeger
    ]


def _build_akteure(akteure: Sequence[Akteur], _heute: date) -> list[Bezug]:
    return [
        Bezug(
            akteur.pk,
            akteur.name,
            akteur.get_absolute_url(),
            zusatz=str(akteur.get_art_display()),
            hinweis="" if akteur.ist_aktiv else _("wirkt nicht mehr mit"),
        )
        for akteur in akteure
    ]


BAUER: dict[Verknuepfung, Callable[[Any, date], list[Bezug]]] = {
    Verknuepfung.ANGEBOTE: _build_angebote,
    Verknuepfung.ORTE: _build_orte,
    Verknuepfung.PARTNER: _build_partner,
    Verknuepfung.AKTEURE: _build_akteure,
}


@dataclass(frozen=True)
class Bezugsart:
    """One kind of links of a measure with its entries."""

    art: Verknuepfung
    bezuege: list[Bezug]


def list_bezugsarten(massnahme: Any, user: Any, *, heute: date) -> list[Bezugsart]:
    """Those that this person may know of."""
    return [
        Bezugsart(art, build_bezuege(art, load_verknuepfte(art, massnahme), heute=heute)) for art in list_arten(user)
    ]


def load_verknuepfte(art: Verknuepfung, massnahme: Any) -> Any:
    eintraege = art.find_verknuepfte(massnahme)
    if art == Verknuepfung.ANGEBOTE:
        return eintraege.select_related("ort", "traeger", "zusammengelegt_mit")
    return eintraege


def list_arten(user: Any) -> list[Verknuepfung]:
    return [art for art in Verknuepfung if art != Verknuepfung.AKTEURE or user.has_perm("konzept.view_akteur")]
