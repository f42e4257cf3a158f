"""What has become of the offers on a printed sheet. The template reads the fields by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.domain.aenderungen import Befund, Stand, judge_angebot
from angebote.domain.fakten import build_fakten
from angebote.domain.fassungen import load_fassungen, load_mit_teilen
from angebote.domain.merkzettel import Merkzettel
from angebote.domain.pruefcode import Pruefzettel
from angebote.domain.suche import list_naechste_termine
from angebote.models import Angebot
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.pruefeintrag import VORBEI, Eintrag, build_fehlenden, build_laufenden, build_vergangenen
from angebote.views.vorschlaege import load_vorschlaege_statt


@dataclass(frozen=True)
class Pruefseite:
    """art: of the note with the zusammenfassung, see _components/hinweis.html. merkzettel_url: empty for no offer."""

    gedruckt_satz: str
    zusammenfassung: Sequence[str]
    art: str
    eintraege: Sequence[Eintrag]
    merkzettel_url: str


def build_pruefseite(zettel: Pruefzettel, *, jetzt: datetime) -> Pruefseite:
    """A constant number of queries, and three more for each of the first three that are over.

    What was merged since the print is compared with the offer that remains.
    """
    angebote = _load(zettel.angebot_ids)
    angebote |= _load_nachfolger(angebote)
    befunde = _judge(angebote, zettel=zettel, heute=jetzt.date())
    eintraege = list(_iterate_eintraege(angebote, befunde, zettel=zettel, jetzt=jetzt))
    bleibende = [eintrag.angebot.pk for eintrag in eintraege if eintrag.angebot and eintrag.findet_statt]
    return Pruefseite(
        gedruckt_satz=_build_gedrucktsatz(zettel.gedruckt_am),
        zusammenfassung=_build_zusammenfassung(eintraege, ist_alt=zettel.ist_alt),
        art=_choose_art(eintraege, ist_alt=zettel.ist_alt),
        eintraege=eintraege,
        merkzettel_url=build_merkzettel_url(Merkzettel(tuple(dict.fromkeys(bleibende)))) if bleibende else "",
    )


def _load(angebot_ids: Collection[int]) -> dict[int, Angebot]:
    return load_mit_teilen(Angebot.objects.oeffentlich_gewesen()).in_bulk(angebot_ids)


def _load_nachfolger(angebote: Mapping[int, Angebot]) -> dict[int, Angebot]:
    """By the key on the sheet."""
    neue = {pk: angebot.nachfolger.pk for pk, angebot in angebote.items() if angebot.nachfolger is not None}
    geladene = _load(set(neue.values())) if neue else {}
    return {pk: geladene[neuer] for pk, neuer in neue.items() if neuer in geladene}


def _judge(angebote: Mapping[int, Angebot], *, zettel: Pruefzettel, heute: date) -> dict[int, Befund]:
    fassungen = {} if zettel.ist_alt else load_fassungen(list(angebote), gedruckt_am=zettel.gedruckt_am)
    return {
        pk: judge_angebot(
            angebot,
            damals=fassungen.get(pk),
            jetzt=build_fakten(angebot),
            gedruckt_am=zettel.gedruckt_am.date(),
            heute=heute,
        )
        for pk, angebot in angebote.items()
    }


def _iterate_eintraege(
    angebote: Mapping[int, Angebot], befunde: Mapping[int, Befund], *, zettel: Pruefzettel, jetzt: datetime
) -> Iterator[Eintrag]:
    """In the order of the sheet."""
    heute = jetzt.date()
    termine = list_naechste_termine([angebot.pk for angebot in angebote.values()], jetzt=jetzt)
    beendete = [angebote[pk] for pk in zettel.angebot_ids if pk in angebote and befunde[pk].stand in VORBEI]
    vorschlaege = load_vorschlaege_statt(beendete, ausser=zettel.angebot_ids, jetzt=jetzt)
    for nummer, pk in enumerate(zettel.angebot_ids, start=1):
        if pk not in angebote:
            yield build_fehlenden(nummer, heute=heute)
        elif befunde[pk].stand in VORBEI:
            aehnliche = vorschlaege.get(angebote[pk].pk, ())
            yield build_vergangenen(nummer, angebote[pk], befunde[pk].stand, aehnliche=aehnliche, heute=heute)
        else:
            yield build_laufenden(nummer, angebote[pk], befunde[pk], termine.get(angebote[pk].pk, ()), jetzt=jetzt)


def _build_gedrucktsatz(gedruckt_am: datetime) -> str:
    minuten = f":{gedruckt_am.minute:02}" if gedruckt_am.minute else ""
    satz = _("Gedruckt am %(datum)s um etwa %(uhrzeit)s Uhr")
    return satz % {"datum": date_format(gedruckt_am, "j. F Y"), "uhrzeit": f"{gedruckt_am.hour}{minuten}"}


def _choose_art(eintraege: Sequence[Eintrag], *, ist_alt: bool) -> str:
    if ist_alt or any(eintrag.hat_sich_geaendert for eintrag in eintraege):
        return "warnung"
    return "erfolg" if all(eintrag.stand == Stand.UNVERAENDERT for eintrag in eintraege) else ""


def _build_zusammenfassung(eintraege: Sequence[Eintrag], *, ist_alt: bool) -> list[str]:
    """What has changed first, then what nobody can tell."""
    if ist_alt:
        return [
            _("Ihr Zettel ist mehr als zwei Jahre alt. Das ist zu lange her, um zu vergleichen."),
            _("Hier sehen Sie, was heute gilt. Am besten drucken Sie die Liste neu."),
        ]
    geaenderte = sum(eintrag.hat_sich_geaendert for eintrag in eintraege)
    offene = sum(eintrag.stand == Stand.OHNE_VERGLEICH for eintrag in eintraege)
    if not offene:
        return [_build_zahlsatz(len(eintraege), geaenderte)]
    if offene == len(eintraege):
        return [_("Was auf Ihrem Zettel stand, können wir nicht vergleichen."), _("Hier sehen Sie, was heute gilt.")]
    satz = ngettext(
        "Ein Angebot können wir nicht vergleichen. Bitte lesen Sie dort, was heute gilt.",
        "%(anzahl)d Angebote können wir nicht vergleichen. Bitte lesen Sie dort, was heute gilt.",
        offene,
    )
    offensatz = satz % {"anzahl": offene}
    if not geaenderte:
        return [offensatz, _("Sonst hat sich nichts geändert.")]
    return [_build_zahlsatz(len(eintraege), geaenderte), offensatz]


def _build_zahlsatz(anzahl: int, geaenderte: int) -> str:
    if anzahl == 1:
        return _("Das Angebot hat sich geändert.") if geaenderte else _("Das Angebot hat sich nicht geändert.")
    if not geaenderte:
        return _("Keines der %(anzahl)d Angebote hat sich geändert.") % {"anzahl": anzahl}
    satz = ngettext(
        "%(geaenderte)d von %(anzahl)d Angeboten hat sich geändert.",
        "%(geaenderte)d von %(anzahl)d Angeboten haben sich geändert.",
        geaenderte,
    )
    return satz % {"geaenderte": geaenderte, "anzahl": anzahl}
