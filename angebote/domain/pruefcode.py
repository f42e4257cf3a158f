"""The code on a printed sheet: which offers it lists and when it was printed, signed, to be typed or read aloud.

The code is all there is, nothing is stored. Its letters are digits to the base of 29 (KURZ_ID_ALPHABET):

- 6 for the head: the moment in quarter hours, how many bits an id takes (1 to 32), how many ids there are (1 to 30);
- then the ids in the order of the sheet, as one number;
- 5 for the signature, 24 bits of an HMAC over all of that;
- 1 that makes the weighted sum of all letters 0 modulo 29. As 29 is prime, the sum is wrong after any single wrong
  letter and after any swap of neighbours.

The head tells how long the code has to be, so that missing letters are told from wrong ones. Lengths without hyphens
for ids below 4096: 15 letters for one offer, 20 for three, 25 for five, 37 for ten, 87 for thirty. There is room for
dates until summer 2043; whoever changes the format takes another SALZ and goes on reading this one.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from dateutil.relativedelta import relativedelta
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from angebote.domain.schluessel import list_schluessel
from angebote.models.angebot import KURZ_ID_ALPHABET
from pankow_einsamkeit.lib.kalender import BERLIN

HOECHSTENS = 30  # offers on one sheet
GILT_MONATE = 24  # an older sheet is still read, but no longer compared
ANFANG = datetime(2025, 12, 31, 23, tzinfo=UTC)  # the first moment of 2026 in Berlin
VIERTELSTUNDE = timedelta(minutes=15)
SALZ = "angebote.domain.pruefcode"

BASIS = len(KURZ_ID_ALPHABET)
WERT_OF = {zeichen: wert for wert, zeichen in enumerate(KURZ_ID_ALPHABET)}
KOPF, SIGNATUR, PRUEFZEICHEN = 6, 5, 1  # letters
BITS = 32
VIERTELSTUNDEN = BASIS**KOPF // (BITS * HOECHSTENS)
GRUPPE = 4
LAENGSTE_EINGABE = 600  # far more than the longest code with a blank after each letter
TRENNENDES = ".−"
TRENNENDE_ARTEN = frozenset({"Pd", "Pc", "Zs", "Zl", "Zp", "Cc", "Cf"})  # dashes, underscores, blanks, invisibles


@dataclass(frozen=True)
class Pruefzettel:
    """What the code says. code: as it is printed. gedruckt_am: the quarter hour in which it was printed, in Berlin.

    war_vertippt: one letter was wrong or two were swapped, and only one correction was possible.
    ist_alt: printed more than GILT_MONATE ago.
    """

    angebot_ids: tuple[int, ...]
    gedruckt_am: datetime
    code: str
    war_vertippt: bool
    ist_alt: bool


class PruefcodeError(ValueError):
    """Its text is a sentence for whoever typed the code."""


class LeererCodeError(PruefcodeError):
    def __init__(self) -> None:
        super().__init__(_("Bitte geben Sie den Code ein. Er steht auf Ihrem Zettel, neben dem schwarz-weißen Muster."))


class FremdesZeichenError(PruefcodeError):
    def __init__(self, zeichen: str) -> None:
        satz = _(
            "Das Zeichen „%(zeichen)s“ gibt es in unseren Codes nicht. Was man leicht verwechselt, kommt nie vor: "
            "0, 1, I, L, O, U und V. Bitte vergleichen Sie noch einmal mit dem Zettel."
        )
        super().__init__(satz % {"zeichen": zeichen})


class UnvollstaendigError(PruefcodeError):
    """Or two of the first letters are wrong: then nobody knows how long the code has to be."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Da fehlt noch etwas, oder am Anfang stimmt ein Zeichen nicht. "
                "Bitte vergleichen Sie den Code bis zum Ende mit dem Zettel."
            )
        )


class ZuLangError(PruefcodeError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Da ist etwas zu viel, oder am Anfang stimmt ein Zeichen nicht. "
                "Bitte geben Sie nur den Code ein, so wie er auf dem Zettel steht."
            )
        )


class TippfehlerError(PruefcodeError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Da ist ein Zeichen vertauscht oder falsch. Das passiert leicht. "
                "Bitte vergleichen Sie den Code Gruppe für Gruppe mit dem Zettel."
            )
        )


class NichtVonUnsError(PruefcodeError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Dieser Code ist nicht von uns. Vielleicht gehört er zu einem anderen Zettel. "
                "Wenn Sie unsicher sind, rufen Sie gern an."
            )
        )


def build_pruefcode(angebot_ids: Sequence[int], *, gedruckt_am: datetime) -> str:
    """In groups of four letters. Repeated ids count once; ValueError for what no code can hold."""
    ids = list(dict.fromkeys(angebot_ids))
    viertelstunde = (gedruckt_am - ANFANG) // VIERTELSTUNDE
    if not 1 <= len(ids) <= HOECHSTENS:
        raise ValueError(f"a sheet lists 1 to {HOECHSTENS} offers, not {len(ids)}")
    if min(ids) < 1 or max(ids).bit_length() > BITS:
        raise ValueError(f"ids have 1 to {BITS} bits")
    if not 0 <= viertelstunde < VIERTELSTUNDEN:
        raise ValueError(f"no code can hold {gedruckt_am}")
    bits = max(ids).bit_length()
    kopf = (viertelstunde * BITS + bits - 1) * HOECHSTENS + len(ids) - 1
    zahl = 0
    for pk in ids:
        zahl = zahl << bits | pk
    inhalt = _write_zahl(kopf, KOPF) + _write_zahl(zahl, _count_stellen(bits * len(ids)))
    zeichen = inhalt + _sign(inhalt, list_schluessel()[0])
    return _group(zeichen + _find_pruefzeichen(zeichen))


def read_pruefcode(text: str, *, jetzt: datetime) -> Pruefzettel:
    """Big letters, blanks and other hyphens than ours do not matter. Raises PruefcodeError and nothing else."""
    zeichen = _read_zeichen(text)
    ist_stimmig = _sum_up(zeichen) == 0
    kandidaten = [zeichen] if ist_stimmig else _list_korrekturen(zeichen)
    gelesene = [zettel for eines in kandidaten if (zettel := _decode(eines, jetzt=jetzt, war_vertippt=not ist_stimmig))]
    if len(gelesene) == 1:
        return gelesene[0]
    if not gelesene:
        _refuse_wrong_length(zeichen)
    raise NichtVonUnsError if ist_stimmig else TippfehlerError


def _read_zeichen(text: str) -> str:
    if len(text) > LAENGSTE_EINGABE:
        raise ZuLangError
    zeichen = [eines for eines in unicodedata.normalize("NFKC", text) if not _is_trennend(eines)]
    if not zeichen:
        raise LeererCodeError
    fremdes = next((eines for eines in zeichen if eines.lower() not in WERT_OF), None)
    if fremdes is not None:
        raise FremdesZeichenError(fremdes)
    if len(zeichen) > KOPF + _count_stellen(BITS * HOECHSTENS) + SIGNATUR + PRUEFZEICHEN:
        raise ZuLangError
    return "".join(zeichen).lower()


def _is_trennend(zeichen: str) -> bool:
    return zeichen in TRENNENDES or unicodedata.category(zeichen) in TRENNENDE_ARTEN


def _refuse_wrong_length(zeichen: str) -> None:
    """If the head was typed as it is printed, it tells how many letters there should be."""
    laenge = _compute_laenge(zeichen)
    if len(zeichen) < laenge:
        raise UnvollstaendigError
    if len(zeichen) > laenge:
        raise ZuLangError


def _compute_laenge(zeichen: str) -> int:
    """How long a code is that begins like this; the shortest there is where the beginning is not complete."""
    if len(zeichen) < KOPF:
        return KOPF + 1 + SIGNATUR + PRUEFZEICHEN
    _viertelstunde, bits, anzahl = _split_kopf(zeichen)
    return KOPF + _count_stellen(bits * anzahl) + SIGNATUR + PRUEFZEICHEN


def _split_kopf(zeichen: str) -> tuple[int, int, int]:
    """The quarter hour, the bits of an id, and how many ids there are."""
    rest, anzahl = divmod(_read_zahl(zeichen[:KOPF]), HOECHSTENS)
    viertelstunde, bits = divmod(rest, BITS)
    return viertelstunde, bits + 1, anzahl + 1


def _decode(zeichen: str, *, jetzt: datetime, war_vertippt: bool) -> Pruefzettel | None:
    """None for what we never printed, or cannot have printed yet."""
    if len(zeichen) != _compute_laenge(zeichen) or not _is_signed(zeichen):
        return None
    viertelstunde, bits, anzahl = _split_kopf(zeichen)
    gedruckt_am = ANFANG + viertelstunde * VIERTELSTUNDE
    if gedruckt_am > jetzt:
        return None
    zahl = _read_zahl(zeichen[KOPF : -SIGNATUR - PRUEFZEICHEN])
    ids = tuple(zahl >> bits * stelle & (1 << bits) - 1 for stelle in reversed(range(anzahl)))
    gedruckt_am = gedruckt_am.astimezone(BERLIN)
    ist_alt = gedruckt_am + relativedelta(months=GILT_MONATE) < jetzt
    return Pruefzettel(ids, gedruckt_am, _group(zeichen), war_vertippt=war_vertippt, ist_alt=ist_alt)


def _list_korrekturen(zeichen: str) -> list[str]:
    """All that differ in one letter or by one swap of neighbours and have the right sum: about as many as letters."""
    return [eine for eine in (*_replace_je_stelle(zeichen), *_swap_je_paar(zeichen)) if _sum_up(eine) == 0]


def _replace_je_stelle(zeichen: str) -> Iterator[str]:
    """At each place the one letter that mends the sum."""
    summe = _sum_up(zeichen)
    for stelle, eines in enumerate(zeichen):
        wert = (WERT_OF[eines] - summe * pow(_weigh(stelle), -1, BASIS)) % BASIS
        yield zeichen[:stelle] + KURZ_ID_ALPHABET[wert] + zeichen[stelle + 1 :]


def _swap_je_paar(zeichen: str) -> Iterator[str]:
    for stelle in range(len(zeichen) - 1):
        yield zeichen[:stelle] + zeichen[stelle + 1] + zeichen[stelle] + zeichen[stelle + 2 :]


def _weigh(stelle: int) -> int:
    """Never 0, and never the same for neighbours."""
    return stelle % (BASIS - 1) + 1


def _sum_up(zeichen: str) -> int:
    return sum(_weigh(stelle) * WERT_OF[eines] for stelle, eines in enumerate(zeichen)) % BASIS


def _find_pruefzeichen(zeichen: str) -> str:
    wert = -_sum_up(zeichen) * pow(_weigh(len(zeichen)), -1, BASIS) % BASIS
    return KURZ_ID_ALPHABET[wert]


def _sign(inhalt: str, schluessel: str) -> str:
    summe = salted_hmac(SALZ, inhalt, secret=schluessel, algorithm="sha256").digest()
    return _write_zahl(int.from_bytes(summe) % BASIS**SIGNATUR, SIGNATUR)


def _is_signed(zeichen: str) -> bool:
    inhalt, signatur = zeichen[: -SIGNATUR - PRUEFZEICHEN], zeichen[-SIGNATUR - PRUEFZEICHEN : -PRUEFZEICHEN]
    return any(constant_time_compare(signatur, _sign(inhalt, schluessel)) for schluessel in list_schluessel())


def _write_zahl(zahl: int, stellen: int) -> str:
    zeichen = []
    for _stelle in range(stellen):
        zahl, wert = divmod(zahl, BASIS)
        zeichen.append(KURZ_ID_ALPHABET[wert])
    return "".join(reversed(zeichen))


def _read_zahl(zeichen: str) -> int:
    zahl = 0
    for eines in zeichen:
        zahl = zahl * BASIS + WERT_OF[eines]
    return zahl


@cache
def _count_stellen(bits: int) -> int:
    """How many letters hold a number of so many bits."""
    stellen = 1
    while BASIS**stellen < 1 << bits:
        stellen += 1
    return stellen


def _group(zeichen: str) -> str:
    """No letter stands alone: a last one joins the group before it."""
    gruppen = [zeichen[stelle : stelle + GRUPPE] for stelle in range(0, len(zeichen), GRUPPE)]
    if len(gruppen[-1]) == 1:
        gruppen[-2:] = ["".join(gruppen[-2:])]
    return "-".join(gruppen)
