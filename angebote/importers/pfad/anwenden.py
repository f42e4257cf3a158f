"""Applies planned rows: each as a whole or not at all, and everything derived once for all of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.angebotsdaten import write_angebotsdaten
from angebote.domain.doppelte import load_doppelindex
from angebote.domain.katalog import refresh_angebote
from angebote.domain.orte import refresh_haltestellen
from angebote.domain.sperren import lock_angebote
from angebote.importers.pfad.anlegen import complete_neue, create_angebote, resolve_neue
from angebote.importers.pfad.dateidoppelte import list_genannte
from angebote.importers.pfad.plan import STAPEL, Auftrag, Ergebnis, Planzeile, plan_zeilen
from angebote.importers.pfad.vergleich import build_basis, resolve_alle
from angebote.importers.pfad.verzeichnis import Verzeichnis, read_verzeichnis
from angebote.importers.pfad.zeilen import Importzeile, Zeilenfehler
from angebote.models import Angebot, Importbezug
from angebote.models.verlauf import Anlass, collect_verlauf, give_anlass
from pankow_einsamkeit.lib.stapel import split_batches

MIT_BEZUG = frozenset({Ergebnis.NEU, Ergebnis.GEAENDERT, Ergebnis.VORSCHLAG, Ergebnis.UNVERAENDERT})


@dataclass(frozen=True)
class Lauf:
    """datei: its name, for history. konto: None where a command writes.

    schluessel: of the whole file, where only a part of its rows is applied at a time.
    """

    auftrag: Auftrag
    datei: str
    jetzt: datetime
    konto: Any = None
    schluessel: Collection[str] = ()

    @property
    def anlass(self) -> str:
        return _("Import %(datei)s") % {"datei": self.datei}


def apply_zeilen(
    zeilen: Sequence[Importzeile], *, lauf: Lauf, fortschritt: Callable[[int], None] = lambda _zahl: None
) -> list[Planzeile]:
    """What became of every row. Planned anew, since the catalogue may have changed since the preview.

    One transaction per batch of 500: whoever is interrupted goes on with the same file. fortschritt: rows done so far.
    """
    schluessel = lauf.schluessel or [zeile.schluessel for zeile in zeilen if not zeile.kurz_id]
    genannte = list_genannte(quelle=lauf.auftrag.quelle, schluessel=schluessel)
    verzeichnis, doppelindex = read_verzeichnis(), load_doppelindex(ausser=genannte)
    fertige: list[Planzeile] = []
    for stapel in split_batches(zeilen, STAPEL):
        with pause_collector():
            plan = list(plan_zeilen(stapel, auftrag=lauf.auftrag, verzeichnis=verzeichnis, doppelindex=doppelindex))
            verzeichnis = apply_stapel(plan, lauf=lauf, verzeichnis=verzeichnis)
        fertige.extend(plan)
        fortschritt(len(fertige))
    return fertige


@contextmanager
def pause_collector() -> Iterator[None]:
    """For one batch: the garbage collector would look at a million objects again and again, a third of the time."""
    lief = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lief:
            gc.enable()


@transaction.atomic
def apply_stapel(plan: Sequence[Planzeile], *, lauf: Lauf, verzeichnis: Verzeichnis) -> Verzeichnis:
    """Changes the results in `plan` where the database refuses a row. Returns the directory that is right now."""
    lock_angebote([planzeile.angebot_id for planzeile in plan if planzeile.angebot_id])
    with give_anlass(grund=lauf.anlass, konto=lauf.konto) as anlass:
        neue = [planzeile for planzeile in plan if planzeile.ergebnis == Ergebnis.NEU]
        verzeichnis = _create_neue(neue, anlass=anlass, verzeichnis=verzeichnis)
        verzeichnis = _apply_bekannte(
            [planzeile for planzeile in plan if planzeile.ergebnis in {Ergebnis.GEAENDERT, Ergebnis.VORSCHLAG}],
            lauf=lauf,
            verzeichnis=verzeichnis,
        )
    write_bezuege(plan, lauf=lauf, verzeichnis=verzeichnis)
    veraenderte = {
        planzeile.angebot_id
        for planzeile in plan
        if planzeile.angebot_id and planzeile.ergebnis in {Ergebnis.NEU, Ergebnis.GEAENDERT}
    }
    _refresh_neue_orte(neue)
    refresh_angebote(angebot_ids=veraenderte, heute=lauf.jetzt.date())
    return verzeichnis


def _create_neue(neue: Sequence[Planzeile], *, anlass: Anlass, verzeichnis: Verzeichnis) -> Verzeichnis:
    """All together; where the database refuses that, one by one, so that only the row that is wrong is left out."""
    try:
        with transaction.atomic():
            _create_zusammen(neue, anlass=anlass, verzeichnis=verzeichnis)
    except (DatabaseError, ValidationError):
        verzeichnis = read_verzeichnis()  # what was created on the way is gone
        for planzeile in neue:
            try:
                with transaction.atomic():
                    _create_zusammen([planzeile], anlass=anlass, verzeichnis=verzeichnis)
            except (DatabaseError, ValidationError) as fehler:
                _refuse(planzeile, fehler)
                verzeichnis = read_verzeichnis()
    return verzeichnis


def _create_zusammen(neue: Sequence[Planzeile], *, anlass: Anlass, verzeichnis: Verzeichnis) -> None:
    if not neue:
        return
    gemeinte = [resolve_alle(planzeile.zeile, verzeichnis=verzeichnis) for planzeile in neue]
    alle_daten = [complete_neue(daten) for daten in resolve_neue(gemeinte, verzeichnis=verzeichnis, anlass=anlass)]
    vergeben = list(Angebot.objects.order_by().values_list("slug", "kurz_id"))
    angebote = create_angebote(
        alle_daten,
        slugs={slug for slug, _kurz_id in vergeben},
        kurz_ids={kurz_id for _slug, kurz_id in vergeben},
        anlass=anlass,
    )
    for planzeile, angebot in zip(neue, angebote, strict=True):
        planzeile.angebot_id = angebot.pk


def _apply_bekannte(bekannte: Sequence[Planzeile], *, lauf: Lauf, verzeichnis: Verzeichnis) -> Verzeichnis:
    angebote = Angebot.objects.in_bulk([planzeile.angebot_id or 0 for planzeile in bekannte])
    with collect_verlauf():
        for planzeile in bekannte:
            angebot = angebote.get(planzeile.angebot_id or 0)
            verzeichnis = _apply_eine(planzeile, angebot, lauf=lauf, verzeichnis=verzeichnis)
    return verzeichnis


def _apply_eine(planzeile: Planzeile, angebot: Angebot | None, *, lauf: Lauf, verzeichnis: Verzeichnis) -> Verzeichnis:
    try:
        if angebot is None:
            raise ValidationError(_("Das Angebot dazu gibt es nicht mehr."))
        with transaction.atomic(), collect_verlauf():
            neue = {name: paar["neu"] for name, paar in planzeile.aenderungen.items()}
            [daten] = resolve_neue([neue], verzeichnis=verzeichnis, anlass=Anlass(lauf.anlass, lauf.konto))
            if planzeile.ergebnis == Ergebnis.VORSCHLAG:
                submit_vorschlag(
                    angebot_id=angebot.pk,
                    aenderungen={n: {"alt": p["alt"], "neu": daten[n]} for n, p in planzeile.aenderungen.items()},
                    herkunft=Vorschlagsherkunft.REDAKTION,
                    jetzt=lauf.jetzt,
                    konto=lauf.konto,
                    bemerkung=lauf.anlass,
                )
            else:
                write_angebotsdaten(angebot=angebot, daten=daten)
    except (DatabaseError, ValidationError) as fehler:
        _refuse(planzeile, fehler)
        if angebot is not None:
            angebot.refresh_from_db()  # another row may mean the same one
        return read_verzeichnis()
    return verzeichnis


def _refuse(planzeile: Planzeile, fehler: Exception) -> None:
    if isinstance(fehler, ValidationError):
        texte = fehler.messages
    else:
        texte = [_("Die Datenbank hat diese Zeile abgelehnt. Bitte die Werte prüfen.")]
    planzeile.zeile.fehler.extend(Zeilenfehler(planzeile.zeile.nummer, "", "", text) for text in texte)
    planzeile.ergebnis = Ergebnis.ABGELEHNT


def write_bezuege(plan: Iterable[Planzeile], *, lauf: Lauf, verzeichnis: Verzeichnis) -> None:
    """What every row said and when it was seen. Rows of an exported file belong to no source."""
    bezuege = [
        _build_bezug(planzeile, lauf=lauf, verzeichnis=verzeichnis)
        for planzeile in plan
        if planzeile.mit_bezug and planzeile.ergebnis in MIT_BEZUG and planzeile.angebot_id
    ]
    Importbezug.objects.bulk_create(
        bezuege,
        batch_size=STAPEL,
        update_conflicts=True,
        unique_fields=["quelle", "schluessel"],
        update_fields=["angebot", "werte", "datei", "zuletzt_gesehen_am", "verschwunden_am"],
    )


def _build_bezug(planzeile: Planzeile, *, lauf: Lauf, verzeichnis: Verzeichnis) -> Importbezug:
    werte = resolve_alle(planzeile.zeile, verzeichnis=verzeichnis)
    ort_id, traeger_id = (wert if isinstance(wert, int) else None for wert in (werte.get("ort"), werte.get("traeger")))
    return Importbezug(
        angebot_id=planzeile.angebot_id or 0,
        quelle=lauf.auftrag.quelle,
        schluessel=planzeile.zeile.schluessel,
        werte=build_basis(planzeile.zeile, ort_id=ort_id, traeger_id=traeger_id),
        datei=lauf.datei[:200],
        zuletzt_gesehen_am=lauf.jetzt,
        verschwunden_am=None,
    )


def _refresh_neue_orte(neue: Iterable[Planzeile]) -> None:
    """Only a place with coordinates has stops; others are spared."""
    pks = [planzeile.angebot_id for planzeile in neue if planzeile.zeile.ort.lat is not None and planzeile.angebot_id]
    if pks:
        refresh_haltestellen(ort_ids=set(Angebot.objects.filter(pk__in=pks).values_list("ort_id", flat=True)))


@transaction.atomic
def mark_verschwundene(*, quelle: str, gesehene: Collection[str], jetzt: datetime) -> int:
    """Keys of this source that the file does not name any more; how many are new among them. Nothing is deleted."""
    fehlende = [bezug.pk for bezug in list_verschwundene(quelle=quelle, gesehene=gesehene)]
    anzahl = 0
    for pks in split_batches(fehlende, STAPEL):
        anzahl += Importbezug.objects.filter(pk__in=pks, verschwunden_am__isnull=True).update(verschwunden_am=jetzt)
    wieder_da = [schluessel for schluessel in gesehene if schluessel]
    for schluessel_stapel in split_batches(wieder_da, STAPEL):
        Importbezug.objects.filter(quelle=quelle, schluessel__in=schluessel_stapel).update(
            verschwunden_am=None, zuletzt_gesehen_am=jetzt
        )
    return anzahl


def list_verschwundene(*, quelle: str, gesehene: Collection[str]) -> list[Importbezug]:
    """Those not marked yet come with those that are; `gesehene` are the keys of the file, refused rows included."""
    bezuege = Importbezug.objects.filter(quelle=quelle).select_related("angebot").defer("werte")
    menge = set(gesehene)
    return [bezug for bezug in bezuege if bezug.schluessel not in menge]
