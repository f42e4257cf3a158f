"""What to say at the first call: the offer's own words if it has any, and always a short script made from its facts.

The script asks for what nobody knows and has what nobody confirmed confirmed; it states nothing itself. Square
brackets are blanks for the caller. Nothing in it is about a client, whose name is not needed at first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from angebote.choices import Zugang
from angebote.domain.nachfrage import find_kontaktquelle
from angebote.domain.offene_fragen import list_offene_fragen
from angebote.domain.zugang import compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot


@dataclass(frozen=True)
class Erstanruf:
    """eigenes: what the offer itself asks people to say, else empty. hat_telefon: else it is no call but a message."""

    eigenes: str
    begruessung: str
    fragen: tuple[str, ...]
    schluss: str
    hat_telefon: bool


def build_erstanruf(angebot: Angebot, *, termin_satz: str = "") -> Erstanruf:
    """`termin_satz`: the next date in words, if there is one. Reads prefetched parts only, as list_offene_fragen."""
    offene = list_offene_fragen(angebot, hat_termin=bool(termin_satz))
    fragen = [*_list_bestaetigungen(angebot, termin_satz), *(offene_frage.frage for offene_frage in offene)]
    return Erstanruf(
        eigenes=angebot.anruf_hinweis.strip(),
        begruessung=_(
            "Guten Tag, mein Name ist [Ihr Name], ich arbeite bei [Ihre Stelle]. Es geht um „%(titel)s“. "
            "Ich frage für eine Person, die das Angebot kennenlernen möchte."
        )
        % {"titel": angebot.titel},
        fragen=(*fragen, *_list_empfang(angebot)),
        schluss=_("Den Namen der Person müssen Sie am Anfang nicht nennen."),
        hat_telefon=bool(find_kontaktquelle(angebot).telefon),
    )


def _list_bestaetigungen(angebot: Angebot, termin_satz: str) -> Iterator[str]:
    if termin_satz and not angebot.ist_bestaetigt:
        yield _("Stimmt das noch: %(termin)s?") % {"termin": termin_satz}


def _list_empfang(angebot: Angebot) -> Iterator[str]:
    """Who expects the person, asked in the way the offer reaches people."""
    zugaenge = compute_zugaenge(angebot)
    if not ist_ohne_weg(zugaenge):
        if not angebot.erstbesuch_begruessung:
            yield _("Wer erwartet die Person beim ersten Mal, und wo treffen sie sich?")
    elif Zugang.ZUHAUSE in zugaenge:
        yield _("Wer kommt beim ersten Mal, und wie meldet sich diese Person vorher?")
    else:
        yield _("Mit wem spricht die Person beim ersten Mal?")
