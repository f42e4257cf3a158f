"""Asks providers whether their entries are still true: who is due, one mail per address, one reminder, then a person.

Nothing here confirms anything; domain/anfrageantworten.py holds what a provider can answer.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from angebote.choices import Anfrageantwort, Status, Vorschlagsherkunft, Vorschlagsstatus
from angebote.models import Aenderungsvorschlag, Anfrageposten, Anfragesperre, Angebot, Bestaetigungsanfrage
from angebote.models.bestaetigung import build_adresse
from pankow_einsamkeit.models import Konto

VORLAUF = timedelta(days=14)  # asked so long before the public reads that a check is overdue
RUHE = timedelta(days=60)  # nobody is asked about the same offer twice within this time, answered or not


def find_faellige(jetzt: datetime) -> QuerySet[Angebot]:
    """Published offers whose last check is (nearly) too old and that have an address to ask, as `adresse`.

    Not those asked lately, and not those for which a correction of the provider still waits for us.
    """
    heute = jetzt.date()
    gefragt = Anfrageposten.objects.filter(angebot=OuterRef("pk"), anfrage__angelegt_am__gt=jetzt - RUHE)
    korrektur = Aenderungsvorschlag.objects.filter(
        angebot=OuterRef("pk"), status=Vorschlagsstatus.OFFEN, herkunft=Vorschlagsherkunft.ANBIETER
    )
    return (
        Angebot.objects.filter(
            Q(gueltig_bis__isnull=True) | Q(gueltig_bis__gte=heute),
            Q(hinweis_ab__isnull=True) | Q(hinweis_ab__lte=heute + VORLAUF),
            ~Exists(gefragt),
            ~Exists(korrektur),
            status=Status.VEROEFFENTLICHT,
        )
        .annotate(adresse=build_adresse())
        .filter(adresse__isnull=False)
        .exclude(adresse__in=Anfragesperre.objects.values("email"))
    )


def find_unversandte(*, hoechstens: int) -> QuerySet[Bestaetigungsanfrage]:
    """Whom the next mails go to, those who wait longest first."""
    return Bestaetigungsanfrage.objects.unversandte().order_by("angelegt_am", "pk")[:hoechstens]


@transaction.atomic
def plan_anfragen(*, jetzt: datetime, hoechstens: int) -> list[Bestaetigungsanfrage]:
    """One Anfrage for each of the first `hoechstens` addresses with all its due offers, longest unchecked first."""
    faellige = find_faellige(jetzt).order_by(F("geprueft_am").asc(nulls_first=True), "pk")
    je_adresse: dict[str, list[int]] = defaultdict(list)
    for angebot in faellige.only("pk"):
        je_adresse[angebot.adresse].append(angebot.pk)  # type: ignore[attr-defined]
    return [
        create_anfrage(adresse=adresse, angebot_ids=angebot_ids, jetzt=jetzt)
        for adresse, angebot_ids in list(je_adresse.items())[:hoechstens]
    ]


def create_anfrage(*, adresse: str, angebot_ids: list[int], jetzt: datetime) -> Bestaetigungsanfrage:
    anfrage = Bestaetigungsanfrage.objects.create(empfaenger=adresse, angelegt_am=jetzt)
    Anfrageposten.objects.bulk_create(Anfrageposten(anfrage=anfrage, angebot_id=pk) for pk in angebot_ids)
    return anfrage


def find_zu_erinnernde(*, jetzt: datetime, nach: timedelta) -> QuerySet[Bestaetigungsanfrage]:
    return Bestaetigungsanfrage.objects.zu_erinnern(jetzt - nach)


def find_zu_eskalierende(*, jetzt: datetime, nach: timedelta) -> QuerySet[Bestaetigungsanfrage]:
    return Bestaetigungsanfrage.objects.zu_eskalieren(jetzt - nach)


def list_offene_angebote(anfrage: Bestaetigungsanfrage) -> list[Angebot]:
    """Those in this mail nobody has answered for yet, though this address may."""
    posten = anfrage.posten.beantwortbare().filter(antwort=Anfrageantwort.OFFEN)
    offene = Angebot.objects.filter(pk__in=posten.values("angebot"))
    return list(offene.select_related("ort", "traeger").order_by("titel", "pk"))


def mark_gesendet(*, anfrage: Bestaetigungsanfrage, jetzt: datetime) -> None:
    anfrage.gesendet_am = jetzt
    anfrage.save(update_fields=["gesendet_am"])


def mark_erinnert(*, anfrage: Bestaetigungsanfrage, jetzt: datetime) -> None:
    anfrage.erinnert_am = jetzt
    anfrage.save(update_fields=["erinnert_am"])


def mark_unzustellbar(*, anfrage: Bestaetigungsanfrage, jetzt: datetime) -> None:
    """The mail server refused this address for good: somebody has to call."""
    anfrage.unzustellbar_am = jetzt
    anfrage.save(update_fields=["unzustellbar_am"])


def mark_eskaliert(*, anfrage: Bestaetigungsanfrage, konto: Konto, jetzt: datetime) -> None:
    anfrage.eskaliert_am, anfrage.eskaliert_an = jetzt, konto
    anfrage.save(update_fields=["eskaliert_am", "eskaliert_an"])
