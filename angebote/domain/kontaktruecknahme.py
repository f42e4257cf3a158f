"""Who takes a contact back stands in no old row either (P6): erased in the offer, its history and its proposals."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from angebote.domain.angebotsdaten import apply_angebotsdaten
from angebote.domain.feldtexte import get_feldtitel
from angebote.domain.redaktion import VEROEFFENTLICHEN, RechtFehltError, VerweigertError
from angebote.domain.sperren import lock_angebote
from angebote.models import (
    Aenderungsvorschlag,
    Anfrageposten,
    Angebot,
    Bestaetigungsanfrage,
    Importbezug,
    Mitmachrolle,
)
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

# Texts that can name or reach a person; all of them may be empty.
KONTAKTFELDER = (
    *("kontakt_name", "telefon", "sprechzeiten", "anruf_hinweis", "email"),
    *("anmeldung_hinweis", "erstbesuch_klingeln", "erstbesuch_begruessung", "interne_notiz"),
)
AUFGABENFELDER = frozenset({"telefon", "email"})
MEIST_GEMEINT = frozenset({"kontakt_name", "telefon", "email"})


@transaction.atomic
def erase_kontakt(*, angebot_id: int, konto: Konto, jetzt: datetime, felder: Collection[str] = MEIST_GEMEINT) -> int:
    """Empties these fields now and in all old rows and proposals, for ever; how many old rows were changed.

    Raises a VerweigertError without the right, and for fields that are not among KONTAKTFELDER.
    """
    _check(konto, felder)
    lock_angebote([angebot_id])
    namen = [name for name in KONTAKTFELDER if name in felder]
    werte = {name: _list_einstige(angebot_id, name) for name in namen}
    apply_angebotsdaten(
        angebot=Angebot.objects.get(pk=angebot_id),
        daten=dict.fromkeys(namen, ""),
        heute=jetzt.astimezone(BERLIN).date(),
        konto=konto,
        grund=_("Kontakt überall entfernt"),
    )
    _erase_in_vorschlaegen(angebot_id, namen)
    _erase_in_aufgaben(angebot_id, werte)
    _erase_in_importen(angebot_id, werte)
    _erase_anfragen(angebot_id, werte.get("email", set()))
    alte = 0
    for name in namen:
        alte += Angebot.verlauf.filter(id=angebot_id).exclude(**{name: ""}).update(**{name: ""})
    return alte


def _check(konto: Konto, felder: Collection[str]) -> None:
    if not konto.has_perm(VEROEFFENTLICHEN):
        raise RechtFehltError(_("Kontakte überall entfernen darf nur, wer die Freigabe hat."))
    if not felder or set(felder) - set(KONTAKTFELDER):
        titel = ", ".join(get_feldtitel(name) for name in KONTAKTFELDER)
        raise VerweigertError(_("Bitte auswählen, was entfernt wird: %(felder)s.") % {"felder": titel})


def _erase_in_vorschlaegen(angebot_id: int, namen: Collection[str]) -> None:
    """An open proposal may be left with nothing to decide; whoever looks at it sees that both sides are empty."""
    leer: dict[str, Any] = {"alt": "", "neu": ""}
    for vorschlag in Aenderungsvorschlag.objects.select_for_update().filter(angebot=angebot_id).order_by("pk"):
        betroffen = set(vorschlag.aenderungen) & set(namen)
        if "email" in namen and vorschlag.absender:
            vorschlag.absender = _("entfernt")
        elif not betroffen:
            continue
        vorschlag.aenderungen = vorschlag.aenderungen | dict.fromkeys(betroffen, leer)
        vorschlag.save()


def _list_einstige(angebot_id: int, name: str) -> set[str]:
    """Everything that stands or ever stood there."""
    heute = set(Angebot.objects.filter(pk=angebot_id).values_list(name, flat=True))
    return (heute | set(Angebot.verlauf.filter(id=angebot_id).values_list(name, flat=True))) - {""}


def _erase_in_aufgaben(angebot_id: int, werte: Mapping[str, Collection[str]]) -> None:
    """Tasks for helpers may name the same person; a contact of their own that is another one stays."""
    for name in AUFGABENFELDER & set(werte):
        gleiche = {f"{name}__in": werte[name]}
        Mitmachrolle.objects.filter(angebot=angebot_id, **gleiche).update(**{name: ""})
        Mitmachrolle.verlauf.filter(angebot=angebot_id, **gleiche).update(**{name: ""})
    for vorschlag in Aenderungsvorschlag.objects.filter(angebot=angebot_id, aenderungen__has_key="mitmachrollen"):
        for zeilen in vorschlag.aenderungen["mitmachrollen"].values():
            _empty_zeilen(zeilen, werte)
        vorschlag.save(update_fields=["aenderungen"])


def _empty_zeilen(zeilen: Iterable[dict[str, Any]], werte: Mapping[str, Collection[str]]) -> None:
    for zeile in zeilen:
        zeile.update({name: "" for name in AUFGABENFELDER if zeile.get(name) in werte.get(name, ())})


def _erase_in_importen(angebot_id: int, werte: Mapping[str, Collection[str]]) -> None:
    for bezug in Importbezug.objects.filter(angebot=angebot_id):
        bezug.werte = {name: "" if name in werte else wert for name, wert in bezug.werte.items()}
        _empty_zeilen(bezug.werte.get("mitmachrollen", ()), werte)
        bezug.save(update_fields=["werte"])


def _erase_anfragen(angebot_id: int, adressen: Collection[str]) -> None:
    """Mails that asked this address about this offer; a mail that also asked about others stays for those."""
    klein = {adresse.lower() for adresse in adressen}
    posten = Anfrageposten.objects.filter(angebot=angebot_id, anfrage__empfaenger__in=klein)
    anfrage_ids = list(posten.values_list("anfrage", flat=True))
    posten.delete()
    Bestaetigungsanfrage.objects.filter(pk__in=anfrage_ids, posten__isnull=True).delete()
