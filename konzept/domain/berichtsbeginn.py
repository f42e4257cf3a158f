"""How a report begins: empty, with the texts of a discarded one, or as the correction of a released one (adr/0026).

Whoever begins it twice, by two clicks or two people, goes on with the same draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.choices import Berichtsstatus
from konzept.domain.berichte import AENDERN, BerichtError, check_recht
from konzept.domain.berichtsabbild import FELDER, read_texte
from konzept.models import Bericht, Berichtsabschnitt, Drucksache, Komponente
from pankow_einsamkeit.models import Konto


class NichtFreigegebenError(BerichtError):
    pass


class GegenstandError(BerichtError):
    """Chosen was what a correction leaves no choice in, or nothing where a choice is needed."""


@dataclass(frozen=True)
class Gegenstand:
    """What a report answers, and as what."""

    drucksache: Drucksache
    art: str


@transaction.atomic
def begin_bericht(
    *, gegenstand: Gegenstand | None, konto: Konto, jetzt: datetime, vorlage: Bericht | None = None
) -> Bericht:
    """A draft, empty or with the texts of `vorlage`; one that nobody has written in since is given again.

    gegenstand: None for a correction, and only there (find_berichtigten): it is that of what it corrects. Raises
    GegenstandError.
    """
    check_recht(konto, AENDERN)
    if berichtigt := find_berichtigten(vorlage):
        if gegenstand is not None:
            satz = _(
                "Mit diesen Texten beginnt eine Berichtigung: Drucksache und Art bleiben. Bitte noch einmal anlegen."
            )
            raise GegenstandError(satz)
        return correct_bericht(bericht_id=berichtigt.pk, konto=konto, jetzt=jetzt, vorlage=vorlage)
    if gegenstand is None:
        raise GegenstandError(_("Bitte wählen Sie Drucksache und Art des Berichts."))
    _lock_drucksache(gegenstand.drucksache.pk)
    bericht = Bericht(drucksache=gegenstand.drucksache, art=gegenstand.art, angelegt_am=jetzt)
    return _find_unberuehrten(bericht, vorlage) or _create(bericht, vorlage, konto=konto)


@transaction.atomic
def correct_bericht(*, bericht_id: int, konto: Konto, jetzt: datetime, vorlage: Bericht | None = None) -> Bericht:
    """The one draft that corrects a released report: of its kind, for its Drucksache. Raises NichtFreigegebenError.

    vorlage: whose texts it begins with, if not with those of the corrected report: a discarded correction.
    """
    check_recht(konto, AENDERN)
    frueher = Bericht.objects.select_related("drucksache").get(pk=bericht_id)
    _lock_drucksache(frueher.drucksache_id)
    if frueher.status != Berichtsstatus.FREIGEGEBEN:
        raise NichtFreigegebenError(_("Berichtigt wird nur, was freigegeben ist."))
    bericht = Bericht(drucksache=frueher.drucksache, art=frueher.art, berichtigt=frueher, angelegt_am=jetzt)
    return find_berichtigung(frueher) or _create(bericht, vorlage or frueher, konto=konto)


def find_berichtigten(vorlage: Bericht | None) -> Bericht | None:
    """Which report a new one with the texts of `vorlage` corrects, if any: it, or what it was to correct itself."""
    if vorlage is None:
        return None
    return vorlage if vorlage.status == Berichtsstatus.FREIGEGEBEN else vorlage.berichtigt


def find_berichtigung(bericht: Bericht) -> Bericht | None:
    """What corrects it, in whatever state but discarded: what has been corrected once is corrected no second time."""
    return bericht.berichtigungen.exclude(status=Berichtsstatus.VERWORFEN).first()


def _lock_drucksache(pk: int) -> None:
    """Two that begin at the same time come one after the other."""
    Drucksache.objects.select_for_update().get(pk=pk)


def _find_unberuehrten(bericht: Bericht, vorlage: Bericht | None) -> Bericht | None:
    entwuerfe = Bericht.objects.filter(
        drucksache=bericht.drucksache,
        art=bericht.art,
        status=Berichtsstatus.ENTWURF,
        berichtigt=None,
        fassung=0,
    )
    leer = {name: getattr(Berichtsabschnitt(), name) for name in FELDER}
    leere = {"einleitung": "", "ausblick": "", "komponenten": dict.fromkeys(_list_arten(), leer)}
    texte = read_texte(vorlage) if vorlage else leere
    return next((entwurf for entwurf in entwuerfe if read_texte(entwurf) == texte), None)


def _list_arten() -> list[str]:
    return list(Komponente.objects.values_list("art", flat=True))


def _create(bericht: Bericht, vorlage: Bericht | None, *, konto: Konto) -> Bericht:
    alte = {alt.komponente_id: alt for alt in vorlage.abschnitte.all()} if vorlage else {}
    if vorlage:
        bericht.einleitung, bericht.ausblick = vorlage.einleitung, vorlage.ausblick
    with give_anlass(grund=_("Bericht begonnen"), konto=konto):
        bericht.save()
        for komponente in Komponente.objects.all():
            alt = alte.get(komponente.pk)
            texte = {name: getattr(alt, name) for name in FELDER} if alt else {}
            Berichtsabschnitt.objects.create(bericht=bericht, komponente=komponente, **texte)
    return bericht
