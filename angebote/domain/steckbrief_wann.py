"""The answer to "Wann?" on the page of an offer: real dates first, then the rule, then what deviates from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.choices import Zeitart
from angebote.domain.abweichungssaetze import build_ausnahmesatz, build_schliesssatz
from angebote.domain.karten_wann import build_naechster_termin, sind_zeiten_alt
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.suche import NaechsterTermin
from angebote.domain.zeitsaetze import build_datumssatz, build_terminsatz, build_unbekanntsatz, build_zeitsaetze
from angebote.models import Angebot, Ausnahme, Schliesszeit, Termin, Zeit

ANZAHL_TERMINE = 3


@dataclass(frozen=True)
class Wann:
    """Sentences in the order of the page; an empty tuple leaves its part out."""

    termine: tuple[str, ...]
    alter_satz: str
    ohne_termin_satz: str
    regeln: tuple[str, ...]
    hinweise: tuple[str, ...]
    aenderungen: tuple[str, ...]
    hat_kalender: bool


def build_wann(angebot: Angebot, *, schliesszeiten: Sequence[Schliesszeit], jetzt: datetime) -> Wann:
    """`schliesszeiten`: those of the offer and of its place. Reads prefetched Zeiten and Ausnahmen, and the Termine."""
    heute, zeiten = jetzt.date(), list(angebot.zeiten.all())
    termine = list(angebot.termine.kommende(jetzt).order_by("datum", "beginn"))
    regeln = build_zeitsaetze(zeiten, heute=heute, nachfrage=build_nachfrage(angebot))
    return Wann(
        termine=_build_termine(angebot, termine, heute=heute),
        alter_satz=build_altersatz(angebot, zeiten, heute=heute),
        ohne_termin_satz="" if termine else _build_ohne_termin(angebot, zeiten),
        regeln=tuple(satz[:1].upper() + satz[1:] for satz in regeln),
        hinweise=tuple(teil for teil in (angebot.zeiten_hinweis.strip(), *_build_dauer(angebot, heute)) if teil),
        aenderungen=build_aenderungen(angebot, schliesszeiten, termine, heute=heute),
        hat_kalender=bool(termine),
    )


def _build_termine(angebot: Angebot, termine: Sequence[Termin], *, heute: date) -> tuple[str, ...]:
    if not termine:
        return ()
    weitere = [
        build_terminsatz(termin.datum, termin.beginn, termin.ende, heute=heute) for termin in termine[1:ANZAHL_TERMINE]
    ]
    return (build_naechster_termin(angebot, termine[:2], heute=heute), *weitere)


def build_altersatz(angebot: Angebot, zeiten: Sequence[Zeit], *, heute: date) -> str:
    if not sind_zeiten_alt(angebot, heute=heute) or not {Zeitart.REGEL, Zeitart.EINZELN} & {
        zeit.art for zeit in zeiten
    }:
        return ""
    jahr = angebot.kartendaten.get("stand_jahr")
    if jahr is None:
        return _("Von wann diese Zeiten sind, wissen wir nicht. Bitte fragen Sie, ob sie noch stimmen.")
    return _("Diese Zeiten stammen aus dem Jahr %(jahr)d. Bitte fragen Sie, ob sie noch stimmen.") % {"jahr": jahr}


def _build_ohne_termin(angebot: Angebot, zeiten: Sequence[Zeit]) -> str:
    arten = {zeit.art for zeit in zeiten}
    if arten & {Zeitart.REGEL, Zeitart.EINZELN}:
        nachfrage = capfirst(build_nachfrage(angebot, vorher=True))
        return _("Zurzeit ist kein Termin eingetragen. %(nachfrage)s.") % {"nachfrage": nachfrage}
    # The rule sentence already says "nach Vereinbarung", or that the times are unknown.
    return "" if arten else build_unbekanntsatz(build_nachfrage(angebot))


def _build_dauer(angebot: Angebot, heute: date) -> tuple[str, ...]:
    saetze = []
    if angebot.gueltig_von and angebot.gueltig_von > heute:
        saetze.append(_("Das Angebot beginnt am %(datum)s.") % {"datum": _format(angebot.gueltig_von)})
    if angebot.gueltig_bis:
        saetze.append(_("Das Angebot gibt es bis zum %(datum)s.") % {"datum": _format(angebot.gueltig_bis)})
    return tuple(saetze)


def build_aenderungen(
    angebot: Angebot,
    schliesszeiten: Sequence[Schliesszeit],
    termine: Sequence[NaechsterTermin | Termin],
    *,
    heute: date,
    absolut: bool = False,
) -> tuple[str, ...]:
    """Closing periods and exceptions ahead, the next one first. absolut: without "heute" and "morgen"."""
    schliesssaetze = [
        (zeit.von, build_schliesshinweis(zeit, termine, heute=heute, absolut=absolut))
        for zeit in schliesszeiten
        if zeit.bis >= heute
    ]
    ausnahmesaetze = [
        (eine.datum, build_ausnahmesatz(eine, heute=heute, absolut=absolut))
        for eine in angebot.ausnahmen.all()
        if _is_ahead(eine, heute)
    ]
    return tuple(satz for _datum, satz in sorted([*schliesssaetze, *ausnahmesaetze]))


def _is_ahead(ausnahme: Ausnahme, heute: date) -> bool:
    return max(ausnahme.datum, ausnahme.neues_datum or ausnahme.datum) >= heute


def build_schliesshinweis(
    zeit: Schliesszeit, termine: Sequence[NaechsterTermin | Termin], *, heute: date, absolut: bool = False
) -> str:
    """Says when it opens again only where a real date is known: an offer may end, or close again, before that."""
    satz = build_schliesssatz(zeit, heute=heute, absolut=absolut)
    danach = next((termin.datum for termin in termine if termin.datum > zeit.bis), None)
    if danach is None:
        return satz
    wieder = _("Danach wieder ab %(datum)s.") % {"datum": build_datumssatz(danach, heute=heute, absolut=absolut)}
    return f"{satz} {wieder}"


def _format(datum: date) -> str:
    return date_format(datum, "j. F Y")
