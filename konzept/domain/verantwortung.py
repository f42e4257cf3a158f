"""What waits for one person by what they are responsible for (M7), beside the tasks that carry their name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from konzept.domain.zustaendigkeit import Besetzung
from konzept.models import Massnahme, Meilenstein, Zustaendigkeit
from pankow_einsamkeit.models import Konto

VORLAUF = timedelta(days=14)  # so long before its day a milestone is told


@dataclass(frozen=True)
class Faelliges:
    """tag: when it should have been, or should be. art: what it is, in one word."""

    tag: date
    titel: str
    art: str
    massnahme: Massnahme
    ist_ueberfaellig: bool


@dataclass(frozen=True)
class Verantwortung:
    zustaendigkeiten: tuple[Zustaendigkeit, ...]
    faelliges: tuple[Faelliges, ...]


def load_verantwortung(besetzungen: list[Besetzung], *, konto: Konto, heute: date) -> Verantwortung:
    """besetzungen: of list_besetzungen. Of who has none: nothing, and no query; else two."""
    eigene = tuple(zeile for eine in besetzungen for zeile in _list_jetzige(eine) if zeile.konto_id == konto.pk)
    if not eigene:
        return Verantwortung((), ())
    massnahmen = _build_frage(eigene, _list_komponenten(besetzungen, konto))
    faelliges = [*_list_massnahmen(massnahmen, heute), *_list_meilensteine(massnahmen, heute)]
    return Verantwortung(eigene, tuple(sorted(faelliges, key=lambda eines: (eines.tag, eines.titel))))


def _list_jetzige(besetzung: Besetzung) -> list[Zustaendigkeit]:
    return [*([besetzung.haupt] if besetzung.haupt else []), *besetzung.weitere]


def _list_komponenten(besetzungen: list[Besetzung], konto: Konto) -> list[int]:
    """Those this person answers for, alone or with the whole concept."""
    return [
        eine.komponente.pk
        for eine in besetzungen
        if eine.komponente and eine.antwortende and eine.antwortende.konto_id == konto.pk
    ]


def _build_frage(eigene: tuple[Zustaendigkeit, ...], komponenten: list[int]) -> Q:
    """Measures that name one of these, and those of the components that name nobody."""
    return Q(zustaendig__in=[zeile.pk for zeile in eigene]) | Q(zustaendig=None, komponente__in=komponenten)


def _list_massnahmen(frage: Q, heute: date) -> list[Faelliges]:
    return [
        Faelliges(
            tag=eine.ende if eine.ende and eine.ende < heute else eine.beginn,
            titel=eine.titel,
            art=_("Maßnahme"),
            massnahme=eine,
            ist_ueberfaellig=True,
        )
        for eine in Massnahme.objects.ueberfaellig(heute).filter(frage)
    ]


def _list_meilensteine(frage: Q, heute: date) -> list[Faelliges]:
    eigene = Massnahme.objects.offene().filter(frage).order_by().values("pk")
    meilensteine = Meilenstein.objects.offene().filter(massnahme__in=eigene, faellig_am__lte=heute + VORLAUF)
    return [
        Faelliges(
            tag=eine.faellig_am,
            titel=eine.titel,
            art=_("Meilenstein"),
            massnahme=eine.massnahme,
            ist_ueberfaellig=eine.faellig_am < heute,
        )
        for eine in meilensteine.select_related("massnahme")
    ]
