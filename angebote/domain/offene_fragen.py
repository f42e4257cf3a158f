"""What a professional still has to ask about an offer before a client goes there: the gaps that matter for this one.

Only for what nobody knows and what the offer needs: an open house has no places to ask for, a café no waiting time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from angebote.choices import Anmeldung, Bereich, Format, Kapazitaet, Ueberweisung
from angebote.domain.kosten import ist_preis_offen
from angebote.domain.nachfrage import find_kontaktquelle
from angebote.domain.zugang import compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot

MIT_WARTELISTE = frozenset({Kapazitaet.WARTELISTE, Kapazitaet.VOLL})


@dataclass(frozen=True)
class OffeneFrage:
    """`name` for a list of gaps, `frage` as one says it on the phone."""

    name: str
    frage: str


def list_offene_fragen(angebot: Angebot, *, hat_termin: bool) -> list[OffeneFrage]:
    """In the order of a call. Reads the card and prefetched parts only. hat_termin: a next date is known."""
    return [
        *_list_termin(angebot, hat_termin=hat_termin),
        *_list_aufnahme(angebot),
        *_list_rahmen(angebot),
        *_list_weg(angebot),
    ]


def _list_termin(angebot: Angebot, *, hat_termin: bool) -> Iterator[OffeneFrage]:
    if hat_termin:
        return
    if _ist_unterstuetzung(angebot):
        yield OffeneFrage(_("erster Termin"), _("Wann ist ein erster Termin möglich?"))
    else:
        yield OffeneFrage(_("nächster Termin"), _("Wann ist das nächste Treffen?"))


def _list_aufnahme(angebot: Angebot) -> Iterator[OffeneFrage]:
    if angebot.kapazitaet == Kapazitaet.UNBEKANNT and angebot.format != Format.OFFEN:
        yield OffeneFrage(_("Plätze"), _("Gibt es zurzeit freie Plätze?"))
    muss_warten = _ist_unterstuetzung(angebot) or angebot.kapazitaet in MIT_WARTELISTE
    if angebot.wartezeit_wochen is None and muss_warten:
        yield OffeneFrage(_("Wartezeit"), _("Wie lange ist die Wartezeit?"))
    if angebot.anmeldung == Anmeldung.UNBEKANNT:
        yield OffeneFrage(_("ob man sich anmelden muss"), _("Muss man sich anmelden, und wie geht das?"))
    if _ist_unterstuetzung(angebot) and angebot.ueberweisung == Ueberweisung.UNBEKANNT:
        yield OffeneFrage(_("Überweisung"), _("Ist eine Überweisung nötig, oder muss ein Amt vermitteln?"))


def _list_rahmen(angebot: Angebot) -> Iterator[OffeneFrage]:
    if _ist_unterstuetzung(angebot) and not angebot.ausschluss:
        yield OffeneFrage(_("wer nicht kommen kann"), _("Gibt es Gründe, aus denen jemand nicht kommen kann?"))
    if ist_preis_offen(list(angebot.kosten.all())):
        yield OffeneFrage(_("Kosten"), _("Was kostet es, und was kommt noch dazu?"))


def _list_weg(angebot: Angebot) -> Iterator[OffeneFrage]:
    """Whether there are steps the card knows already: the facts themselves would cost two queries."""
    ist_stufenlos = angebot.kartendaten.get("ist_stufenlos")
    if ist_stufenlos is None and not ist_ohne_weg(compute_zugaenge(angebot)):
        yield OffeneFrage(_("ob es ohne Stufen geht"), _("Kommt man ohne Stufen bis in den Raum?"))
    if find_kontaktquelle(angebot).telefon and not angebot.sprechzeiten:
        yield OffeneFrage(_("Sprechzeiten am Telefon"), _("Wann erreiche ich Sie am besten wieder?"))


def _ist_unterstuetzung(angebot: Angebot) -> bool:
    return angebot.bereich == Bereich.UNTERSTUETZUNG
