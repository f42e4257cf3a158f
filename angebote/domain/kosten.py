"""What an offer costs, in one German sentence and in the values of the cost filter. Pure; amounts are euro cents.

Truth rule (F5): "kostenlos" appears only if a row says so and no row asks for money, and every extra cost is stated.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Kostenart, Kosteneinheit, Kostenfilter
from angebote.models import Kosten

KOSTENLOSE_ARTEN = frozenset({Kostenart.KOSTENLOS, Kostenart.VERZEHR_FREIWILLIG})
# A reduction or a subsidy presupposes a price, so neither leaves room for "kostenlos" (F5).
ZAHLPFLICHTIGE_ARTEN = frozenset(
    {
        Kostenart.BETRAG,
        Kostenart.MITGLIEDSCHAFT,
        Kostenart.ANFRAGE,
        Kostenart.KASSENZUSCHUSS,
        Kostenart.ERMAESSIGT,
    }
)
KASSENARTEN = (Kostenart.KASSENZUSCHUSS, Kostenart.KASSE, Kostenart.PFLEGEKASSE)
# Rows that answer "what do I pay?"; all others only say what changes or comes on top.
GRUNDARTEN = frozenset(
    {
        Kostenart.KOSTENLOS,
        Kostenart.VERZEHR_FREIWILLIG,
        Kostenart.SPENDE,
        Kostenart.BETRAG,
        Kostenart.MITGLIEDSCHAFT,
        Kostenart.KASSE,
        Kostenart.PFLEGEKASSE,
        Kostenart.ANFRAGE,
    }
)
WIDERSPRUCH = gettext_lazy(
    "„Kostenlos“ passt nicht zu Kosten, die man bezahlen muss. Bitte eine der beiden Angaben entfernen oder, wenn "
    "niemand die zusätzlichen Kosten bezahlen muss, „freiwillig“ ankreuzen."
)
ARTEN_MIT_BETRAG = frozenset({Kostenart.BETRAG, Kostenart.MITGLIEDSCHAFT, Kostenart.ANFRAGE})


def list_bekannte(kosten: Iterable[Kosten]) -> list[Kosten]:
    """Without the rows that only say that nobody knows: to residents that is the same as no row."""
    return [zeile for zeile in kosten if zeile.art != Kostenart.UNBEKANNT]


def ist_kostenlos(kosten: Sequence[Kosten]) -> bool:
    return any(zeile.art in KOSTENLOSE_ARTEN for zeile in kosten) and not _muss_bezahlen(kosten)


def widersprechen_sich(kosten: Sequence[Kosten]) -> bool:
    """Whether rows say "kostenlos" beside something that has to be paid; no offer may be saved so (F5)."""
    return any(zeile.art in KOSTENLOSE_ARTEN for zeile in kosten) and _muss_bezahlen(kosten)


def compute_kostenfilter(kosten: Sequence[Kosten]) -> set[Kostenfilter]:
    """The filter values the offer is found under; none where cost is unknown or has to be paid in full."""
    arten = {zeile.art for zeile in kosten}
    werte: set[Kostenfilter] = set()
    if ist_kostenlos(kosten):
        werte.add(Kostenfilter.KOSTENLOS)
    if Kostenart.SPENDE in arten and not _muss_bezahlen(kosten):
        werte.add(Kostenfilter.SPENDE)
    if Kostenart.ERMAESSIGT in arten:
        werte.add(Kostenfilter.ERMAESSIGT)
    if arten & {Kostenart.KASSE, Kostenart.PFLEGEKASSE}:
        werte.add(Kostenfilter.KASSE)
    return werte


def ist_kosten_offen(kosten: Sequence[Kosten]) -> bool:
    """Nobody knows what it costs. Whoever asks for money, or says that none is asked for, decides it."""
    return all(zeile.art == Kostenart.EXTRA and zeile.ist_freiwillig for zeile in list_bekannte(kosten))


def ist_preis_offen(kosten: Sequence[Kosten]) -> bool:
    """Nobody knows how much has to be paid: no row says it, or one asks for an amount that it does not name."""
    preise = _rows(kosten, *(GRUNDARTEN - KOSTENLOSE_ARTEN))
    if preise:
        return any(zeile.art in ARTEN_MIT_BETRAG and not zeile.betrag_cent for zeile in preise)
    if ist_kostenlos(kosten):
        return False
    return not _rows(kosten, *KOSTENLOSE_ARTEN) or bool(_rows(kosten, *ZAHLPFLICHTIGE_ARTEN))


def build_kostensatz(kosten: Sequence[Kosten], *, hinweis: str = "", nachfrage: str = "") -> str:
    """One sentence without a full stop: price, reductions, who pays, trial visits, extra costs, free note.

    `nachfrage`: how to find out what is not known, from domain/nachfrage.py; "bitte anrufen" if left out.
    """
    nachfrage = nachfrage or _("bitte anrufen")
    hinweis = hinweis.strip().rstrip(".")
    kosten = list_bekannte(kosten)
    if not kosten:
        if hinweis:
            satz = _("Kosten nicht genau bekannt – %(nachfrage)s (%(hinweis)s)")
            return satz % {"nachfrage": nachfrage, "hinweis": hinweis}
        return _("Kosten nicht bekannt – %(nachfrage)s") % {"nachfrage": nachfrage}
    teile = [
        *_grundteile(kosten, nachfrage),
        *(_ermaessigungsteil(zeile, kosten) for zeile in _rows(kosten, Kostenart.ERMAESSIGT)),
        *(_kassenteil(zeile) for zeile in _rows(kosten, *KASSENARTEN)),
        *(_spendenteil(zeile, kosten) for zeile in _rows(kosten, Kostenart.SPENDE)),
        *_schnupperteile(kosten),
        *(_extrateil(zeile) for zeile in _rows(kosten, Kostenart.EXTRA)),
        hinweis,
    ]
    return "; ".join(_unique(teil for teil in teile if teil))


def format_betrag(cent: int) -> str:
    """250 → "2,50 €", 500 → "5 €", 125000 → "1.250 €"."""
    euro, rest = divmod(cent, 100)
    ganze = f"{euro:,}".replace(",", ".")
    return f"{ganze},{rest:02d} €" if rest else f"{ganze} €"


def _muss_bezahlen(kosten: Iterable[Kosten]) -> bool:
    return any(
        zeile.art in ZAHLPFLICHTIGE_ARTEN
        or (zeile.art == Kostenart.EXTRA and not zeile.ist_freiwillig)
        or (zeile.art in KOSTENLOSE_ARTEN and zeile.betrag_cent)
        for zeile in kosten
    )


def _rows(kosten: Iterable[Kosten], *arten: str) -> list[Kosten]:
    return [zeile for zeile in kosten if zeile.art in arten]


def _unique(teile: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(teile))


def _grundteile(kosten: Sequence[Kosten], nachfrage: str) -> list[str]:
    unbekannt = _("Preis nicht bekannt – %(nachfrage)s") % {"nachfrage": nachfrage}
    teile: list[str] = []
    if ist_kostenlos(kosten):
        teile.append(_kostenlosteil(kosten))
    elif _rows(kosten, *KOSTENLOSE_ARTEN) and not _rows(kosten, *ZAHLPFLICHTIGE_ARTEN):
        # Only extra costs speak against "kostenlos": then the visit itself is free, but the word would mislead.
        teile.extend(_widerspruchsteile(kosten))
    teile.extend(_preisteil(zeile, unbekannt) for zeile in _rows(kosten, Kostenart.BETRAG, Kostenart.MITGLIEDSCHAFT))
    teile.extend(
        _with_hinweis(_("Kosten auf Anfrage – %(nachfrage)s") % {"nachfrage": nachfrage}, zeile)
        for zeile in _rows(kosten, Kostenart.ANFRAGE)
    )
    hat_preis = bool(teile) or any(zeile.art in GRUNDARTEN - KOSTENLOSE_ARTEN for zeile in kosten)
    return teile if hat_preis else [unbekannt]


def _kostenlosteil(kosten: Sequence[Kosten]) -> str:
    zeilen = _rows(kosten, *KOSTENLOSE_ARTEN)
    verzehr = _rows(zeilen, Kostenart.VERZEHR_FREIWILLIG)
    satz = _("kostenlos, Essen und Trinken kosten extra, sind aber freiwillig") if verzehr else _("kostenlos")
    hinweise = _unique(zeile.hinweis.strip() for zeile in zeilen if zeile.hinweis.strip())
    return f"{satz} ({'; '.join(hinweise)})" if hinweise else satz


def _widerspruchsteile(kosten: Sequence[Kosten]) -> list[str]:
    betraege = [zeile for zeile in _rows(kosten, *KOSTENLOSE_ARTEN) if zeile.betrag_cent]
    if betraege:
        return [_amount(zeile) for zeile in betraege]
    return [_("kein Teilnahmebeitrag")]


def _preisteil(zeile: Kosten, unbekannt: str) -> str:
    betrag = _amount(zeile)
    if zeile.art == Kostenart.MITGLIEDSCHAFT:
        satz = _("Mitgliedschaft nötig, %(betrag)s") if betrag else _("Mitgliedschaft nötig, Beitrag nicht bekannt")
        return _with_hinweis(satz % {"betrag": betrag}, zeile)
    return _with_hinweis(betrag or unbekannt, zeile)


def _ermaessigungsteil(zeile: Kosten, kosten: Sequence[Kosten]) -> str:
    if zeile.betrag_cent == 0:
        satz = _("frei mit Nachweis")
    elif zeile.betrag_cent is None:
        satz = _("Ermäßigung mit Nachweis")
    else:
        einheiten = {preis.einheit for preis in _rows(kosten, Kostenart.BETRAG, Kostenart.MITGLIEDSCHAFT)}
        betrag = format_betrag(zeile.betrag_cent) if zeile.einheit in einheiten else _amount(zeile)
        satz = _("ermäßigt %(betrag)s mit Nachweis") % {"betrag": betrag}
    return _with_hinweis(satz, zeile)


def _kassenteil(zeile: Kosten) -> str:
    if zeile.art == Kostenart.KASSE:
        satz = _("Krankenkasse zahlt")
    elif zeile.art == Kostenart.PFLEGEKASSE:
        satz = _("Pflegekasse zahlt (Entlastungsbetrag)")
    elif zeile.betrag_cent:
        satz = _("Krankenkasse gibt %(betrag)s Zuschuss") % {"betrag": format_betrag(zeile.betrag_cent)}
    else:
        satz = _("Krankenkasse gibt einen Zuschuss")
    return _with_hinweis(satz, zeile)


def _spendenteil(zeile: Kosten, kosten: Sequence[Kosten]) -> str:
    ist_allein = not any(andere.art in GRUNDARTEN - {Kostenart.SPENDE} for andere in kosten)
    satz = _("Spende willkommen, freiwillig") if ist_allein else _("Spende willkommen")
    if zeile.betrag_cent:
        satz = _("%(satz)s, zum Beispiel %(betrag)s") % {"satz": satz, "betrag": format_betrag(zeile.betrag_cent)}
    return _with_hinweis(satz, zeile)


def _schnupperteile(kosten: Sequence[Kosten]) -> list[str]:
    anzahlen = [zeile.schnuppern_anzahl for zeile in kosten if zeile.schnuppern_anzahl]
    if not anzahlen or ist_kostenlos(kosten):
        return []
    return [
        _("einmal schnuppern ist frei") if anzahl == 1 else _("%(anzahl)d-mal schnuppern ist frei") % {"anzahl": anzahl}
        for anzahl in anzahlen
    ]


def _extrateil(zeile: Kosten) -> str:
    was = ", ".join(teil for teil in (zeile.hinweis.strip().rstrip("."), _amount(zeile)) if teil)
    if zeile.ist_freiwillig:
        return _("freiwillig dazu: %(was)s") % {"was": was} if was else _("weitere Kosten sind freiwillig")
    if was:
        return _("dazu kommt: %(was)s") % {"was": was}
    return _("dazu kommen weitere Kosten – bitte nachfragen")


def _amount(zeile: Kosten) -> str:
    """ "5 € je Treffen"; empty if the row has no amount."""
    if not zeile.betrag_cent:
        return ""
    betrag = format_betrag(zeile.betrag_cent)
    return f"{betrag} {Kosteneinheit(zeile.einheit).label}" if zeile.einheit else betrag


def _with_hinweis(satz: str, zeile: Kosten) -> str:
    hinweis = zeile.hinweis.strip().rstrip(".")
    return f"{satz} ({hinweis})" if hinweis else satz
