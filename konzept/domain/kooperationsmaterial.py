"""Letters in versions, and the two releases each version needs (G11 to G13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from konzept.domain.dokumente import build_pruefsumme, read_datei, store_dokument
from konzept.domain.kooperation import AnfrageError, check_tage, lock_anfrage
from konzept.models import Anfragematerial, Kooperationsanfrage, Materialfreigabe
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart, Materialart, Stelle
from konzept.models.material import FREIGEBENDE
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

NIMMT_MATERIAL = (Anfragestatus.VEREINBART, Anfragestatus.MATERIALFREIGABE)


class MaterialError(AnfrageError):
    pass


class FreigabeError(AnfrageError):
    pass


class ZweitesKontoFehltError(FreigabeError):
    pass


@dataclass(frozen=True)
class Materialangaben:
    """What the letter says and how, as its reader will find it."""

    art: Materialart
    absender: str
    rueckruf: str
    freiwillig_satz: str
    freiwillig: bool = False
    ton_wertschaetzend: bool = False
    ton_fuersorglich: bool = False
    ton_verstaendlich: bool = False
    ton_ohne_zuschreibung: bool = False


@transaction.atomic
def add_material(
    *, anfrage_id: int, angaben: Materialangaben, datei: File[bytes], konto: Konto, jetzt: datetime
) -> Anfragematerial:
    """A new version beside the older ones; what was released is not this one. Raises MaterialError, DokumentError."""
    anfrage = lock_anfrage(anfrage_id)
    check_nimmt_material(anfrage)
    if not angaben.freiwillig_satz.strip():
        raise MaterialError({"freiwillig_satz": _("Bitte den Satz zur Freiwilligkeit wörtlich eintragen.")})
    inhalt = read_datei(datei)
    check_neu(anfrage, angaben, inhalt)
    dokument = store_dokument(
        anfrage,
        art=Dokumentart.MATERIAL,
        inhalt=inhalt,
        name=datei.name or "",
        konto=konto,
        jetzt=jetzt,
    )
    letzte = anfrage.materialien.filter(art=angaben.art).aggregate(hoechste=Max("version"))["hoechste"] or 0
    material = Anfragematerial(
        anfrage=anfrage, version=letzte + 1, dokument=dokument, am=jetzt, konto=konto, **vars(angaben)
    )
    material.full_clean()
    material.save()
    return material


def check_neu(anfrage: Kooperationsanfrage, angaben: Materialangaben, inhalt: bytes) -> None:
    """A second click makes no second version, which would need its releases anew. For a request that is locked.

    The same file with other answers is one: a question that was overlooked can be answered. Raises MaterialError.
    """
    neueste = anfrage.materialien.vorhandene().filter(art=angaben.art).select_related("dokument").first()
    if neueste is None or neueste.dokument.sha256 != build_pruefsumme(inhalt):
        return
    if all(getattr(neueste, name) == wert for name, wert in vars(angaben).items()):
        satz = _("Genau diese Fassung gibt es schon: „%(material)s“, mit derselben Datei und denselben Angaben.")
        raise MaterialError(satz % {"material": neueste})


def check_nimmt_material(anfrage: Kooperationsanfrage) -> None:
    if anfrage.status not in NIMMT_MATERIAL:
        satz = _("Material kommt hinzu, wenn die Anfrage vereinbart ist. Jetzt steht sie auf „%(stand)s“.")
        raise MaterialError(satz % {"stand": anfrage.get_status_display()})


@transaction.atomic
def approve_material(
    *, material_id: int, stelle: Stelle, person: str, am: date, konto: Konto, heute: date
) -> Materialfreigabe:
    """Raises FreigabeError, and ValidationError for what the model refuses."""
    material = Anfragematerial.objects.select_related("dokument").get(pk=material_id)
    anfrage = lock_anfrage(material.anfrage_id)
    check_freigebbar(material, anfrage, stelle=stelle, konto=konto)
    check_tage({"freigegeben_am": am}, heute=heute)
    _check_freigabe(material, stelle=stelle, person=person, am=am, heute=heute)
    freigabe = Materialfreigabe(material=material, stelle=stelle, person=person, freigegeben_am=am, konto=konto)
    freigabe.full_clean()
    freigabe.save()
    return freigabe


def check_freigebbar(material: Anfragematerial, anfrage: Kooperationsanfrage, *, stelle: Stelle, konto: Konto) -> None:
    """Raises FreigabeError where this account cannot release this version for this office now."""
    if stelle not in FREIGEBENDE:
        raise FreigabeError(_("Freigeben können nur Datenschutz und Pressestelle."))
    if anfrage.status != Anfragestatus.MATERIALFREIGABE:
        satz = _("Freigegeben wird, wenn die Anfrage auf „Materialfreigabe“ steht. Jetzt steht sie auf „%(stand)s“.")
        raise FreigabeError(satz % {"stand": anfrage.get_status_display()})
    if material.dokument.ist_entfernt:
        raise FreigabeError(_("Die Datei dieser Version ist entfernt. Sie lässt sich nicht mehr freigeben."))
    neuere = anfrage.materialien.vorhandene().filter(art=material.art, version__gt=material.version)
    if neuere.exists():
        raise FreigabeError(_("Von diesem Material gibt es eine neuere Version. Freigegeben wird nur die neueste."))
    freigaben = {eine.stelle: eine for eine in material.freigaben.filter(gilt=True)}
    if stelle in freigaben:
        raise FreigabeError(_("Diese Stelle hat diese Version schon freigegeben."))
    check_zweites_konto(freigaben.values(), konto)


def check_zweites_konto(freigaben: Iterable[Materialfreigabe], konto: Konto) -> None:
    """Two releases mean two people who signed in (G11, adr/0028). freigaben: those of one version that count."""
    for eine in freigaben:
        if eine.konto_id == konto.pk:
            satz = _("Von Ihrem Konto ist schon eine Freigabe dieser Version: „%(stelle)s“. ")
            satz += _("Die andere trägt ein zweites Konto ein.")
            raise ZweitesKontoFehltError(satz % {"stelle": eine.get_stelle_display()})


def _check_freigabe(material: Anfragematerial, *, stelle: Stelle, person: str, am: date, heute: date) -> None:
    if am > heute:
        raise FreigabeError({"freigegeben_am": _("Dieser Tag liegt in der Zukunft.")})
    if am < material.am.astimezone(BERLIN).date():
        raise FreigabeError({"freigegeben_am": _("An diesem Tag gab es die Version noch nicht.")})
    andere = material.freigaben.filter(gilt=True).exclude(stelle=stelle)
    if any(eine.person.strip().casefold() == person.strip().casefold() for eine in andere):
        raise FreigabeError({"person": _("Diese Person hat schon für die andere Stelle freigegeben. Es braucht zwei.")})
