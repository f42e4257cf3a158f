"""What an offer must say before it is published, and what would be good to have; all of it listed at once.

"Unknown" is an answer (a Zeit, Kosten or Barriereangabe that says so), an empty field is none. Each rule is told twice:
for one offer with its parts loaded, and as a condition for the database, so that thousands can be counted in one query.
Sources: anforderungen.md 4 (minimum accessibility set), F4 (first visit), F6, S1, S2.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.choices import ZUGANG_OHNE_WEG, Anmeldung, Bereich, JaNein, Merkmal, Ueberweisung, Zugang
from angebote.domain.nachfrage import find_kontaktquelle
from angebote.domain.zugang import compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot, AngebotQuerySet, Barriereangabe, Kategorie, Kosten, Zeit, Zugangsweg
from angebote.models.angebot import ERSTBESUCHFELDER

# What list_fehlende_angaben reads; to prefetch and select for many offers.
TEILE = ("kategorien", "zugangswege", "zeiten", "kosten", "barriereangaben", "ort__barriereangaben")
BEZUEGE = ("ort", "traeger")
ZEILEN = frozenset({"zeiten", "kosten", "zugangswege", "barriereangaben"})


@dataclass(frozen=True)
class FehlendeAngabe:
    """feld: a field of Angebot, or the name of its rows. ist_pflicht: nothing is published without it."""

    feld: str
    satz: str
    ist_pflicht: bool = True

    @property
    def anker(self) -> str:
        """The id on the form of the offer to jump to: the field itself, or the heading of its rows."""
        return f"{self.feld}-heading" if self.feld in ZEILEN else f"id_{self.feld}"


@dataclass(frozen=True)
class Regel:
    """`fehlt` and `bedingung` say the same; tests/angebote/domain/test_pflichtangaben.py compares them."""

    name: str
    feld: str
    satz: str | Promise
    fehlt: Callable[[Angebot], bool]
    bedingung: Callable[[], Q]


def list_fehlende_angaben(angebot: Angebot) -> list[FehlendeAngabe]:
    """First what must be there, then what would be good to have; each in the order of the form.

    Reads prefetched parts only, if they are prefetched (TEILE, BEZUEGE).
    """
    pflicht = [FehlendeAngabe(regel.feld, str(regel.satz)) for regel in PFLICHT if regel.fehlt(angebot)]
    return [*pflicht, *_list_empfohlene(angebot)]


def find_mit_fehlenden_angaben(angebote: AngebotQuerySet | None = None) -> AngebotQuerySet:
    """The offers that list_fehlende_angaben finds something required missing for. One query, also counted."""
    return (Angebot.objects.all() if angebote is None else angebote).filter(build_fehlbedingung())


def build_fehlbedingung() -> Q:
    bedingung = Q()
    for regel in PFLICHT:
        bedingung |= regel.bedingung()
    return bedingung


# --- conditions in Python and in SQL ---


def _hat_weg(angebot: Angebot) -> bool:
    """Somebody has to go somewhere. Nothing is known of the way where neither access nor place is stated."""
    zugaenge = compute_zugaenge(angebot)
    return bool(zugaenge) and not ist_ohne_weg(zugaenge)


def _q_hat_weg() -> Q:
    mit_weg = [zugang for zugang in Zugang if zugang not in ZUGANG_OHNE_WEG]
    return _q_zugang(*mit_weg) | (~_q_zugang(*Zugang) & Q(ort__isnull=False))


def _hat_haus(angebot: Angebot) -> bool:
    """There is a door to go through: the only way is not a meeting point outdoors."""
    return _hat_weg(angebot) and Zugang.VOR_ORT in compute_zugaenge(angebot)


def _q_hat_haus() -> Q:
    return _q_zugang(Zugang.VOR_ORT) | (~_q_zugang(*Zugang) & Q(ort__isnull=False))


def _q_zugang(*arten: Zugang) -> Q:
    return Q(Exists(Zugangsweg.objects.filter(angebot=OuterRef("pk"), art__in=arten)))


def _hat_angabe(angebot: Angebot, *merkmale: Merkmal) -> bool:
    bezuege = (angebot, angebot.ort)
    return any(
        angabe.merkmal in merkmale for bezug in bezuege if bezug is not None for angabe in bezug.barriereangaben.all()
    )


def _q_hat_angabe(*merkmale: Merkmal) -> Q:
    eigene = Barriereangabe.objects.filter(angebot=OuterRef("pk"), merkmal__in=merkmale)
    des_ortes = Barriereangabe.objects.filter(ort=OuterRef("ort_id"), merkmal__in=merkmale)
    return Q(Exists(eigene)) | Q(Exists(des_ortes))


def _fehlt_ort(angebot: Angebot) -> bool:
    """A meeting point in words is enough outdoors; a house needs a place, or no search by Kiez and way finds it."""
    if angebot.ort_id is not None or not _hat_weg(angebot):
        return False
    return _hat_haus(angebot) or not angebot.treffpunkt


def _q_fehlt_ort() -> Q:
    return Q(ort__isnull=True) & _q_hat_weg() & (_q_hat_haus() | Q(treffpunkt=""))


def _fehlt_kontakt(angebot: Angebot) -> bool:
    """Phone or mail, of whoever the public page names: a website alone answers nobody without internet."""
    quelle = find_kontaktquelle(angebot)
    return not (quelle.telefon or quelle.email)


def _q_fehlt_kontakt() -> Q:
    ohne_eigenen = Q(telefon="", email="", web="")
    traeger_ohne = Q(traeger__isnull=True) | Q(traeger__telefon="", traeger__email="")
    return Q(telefon="", email="") & (~ohne_eigenen | traeger_ohne)


def _build_barriereregel(name: str, satz: Promise, *merkmale: Merkmal, nur_im_haus: bool) -> Regel:
    return Regel(
        name,
        "barriereangaben",
        satz,
        lambda angebot: (_hat_haus if nur_im_haus else _hat_weg)(angebot) and not _hat_angabe(angebot, *merkmale),
        lambda: (_q_hat_haus if nur_im_haus else _q_hat_weg)() & ~_q_hat_angabe(*merkmale),
    )


PFLICHT: Sequence[Regel] = (
    Regel("titel", "titel", _("Der Titel fehlt."), lambda a: not a.titel, lambda: Q(titel="")),
    Regel("nutzen", "nutzen", _("„Was habe ich davon?“ ist leer."), lambda a: not a.nutzen, lambda: Q(nutzen="")),
    Regel(
        "kategorien",
        "kategorien",
        _("Keine Kategorie ist gewählt."),
        lambda a: not a.kategorien.all(),
        lambda: ~Q(Exists(Kategorie.angebote.through.objects.filter(angebot=OuterRef("pk")))),
    ),
    Regel(
        "zeiten",
        "zeiten",
        _("Zeiten fehlen. Gibt es keine festen, wählen Sie „nach Vereinbarung“ oder „nicht bekannt“."),
        lambda a: not a.zeiten.all(),
        lambda: ~Q(Exists(Zeit.objects.filter(angebot=OuterRef("pk")))),
    ),
    Regel("ort", "ort", _("Der Ort fehlt."), _fehlt_ort, _q_fehlt_ort),
    Regel(
        "zugangswege",
        "zugangswege",
        _("Es steht nicht da, wie man teilnimmt: vor Ort, zu Hause, draußen, am Telefon oder online."),
        lambda a: not compute_zugaenge(a),
        lambda: ~_q_zugang(*Zugang) & Q(ort__isnull=True),
    ),
    Regel(
        "kosten",
        "kosten",
        _("Kosten fehlen. Weiß es niemand, wählen Sie „nicht bekannt“."),
        lambda a: not a.kosten.all(),
        lambda: ~Q(Exists(Kosten.objects.filter(angebot=OuterRef("pk")))),
    ),
    Regel(
        "erstbesuch",
        "erstbesuch_ablauf",
        _("Der erste Besuch ist nicht beschrieben: „Was passiert dann?“ ist leer."),
        lambda a: a.bereich == Bereich.BEGEGNUNG and not a.erstbesuch_ablauf,
        lambda: Q(bereich=Bereich.BEGEGNUNG, erstbesuch_ablauf=""),
    ),
    Regel(
        "kontakt",
        "telefon",
        _("Telefon oder E-Mail fehlt, beim Angebot und beim Träger."),
        _fehlt_kontakt,
        _q_fehlt_kontakt,
    ),
    _build_barriereregel(
        "eingang",
        _("Barrierefreiheit: Es steht nicht da, ob der Eingang ohne Stufe ist."),
        Merkmal.ENTRANCE_LEVEL,
        nur_im_haus=True,
    ),
    _build_barriereregel(
        "raum",
        _("Barrierefreiheit: Es steht nicht da, ob es einen Aufzug gibt oder der Raum stufenlos ist."),
        Merkmal.LIFT,
        Merkmal.ROOM_LEVEL,
        nur_im_haus=True,
    ),
    _build_barriereregel(
        "wc",
        _("Barrierefreiheit: Es steht nicht da, ob es ein barrierefreies WC gibt."),
        Merkmal.WC,
        nur_im_haus=False,
    ),
    _build_barriereregel(
        "begleitung",
        _("Barrierefreiheit: Es steht nicht da, ob jemand abholt oder begleitet."),
        Merkmal.ESCORT,
        nur_im_haus=False,
    ),
)


def _list_empfohlene(angebot: Angebot) -> Iterator[FehlendeAngabe]:
    """Never a reason to refuse: these fields say "not known" by themselves, or not every offer has an answer."""
    offene = [feld for feld in ERSTBESUCHFELDER if feld != "erstbesuch_ablauf" and not getattr(angebot, feld)]
    texte: list[tuple[bool, str, str | Promise]] = [
        (angebot.traeger_id is None, "traeger", _("Der Träger fehlt.")),
        (angebot.anmeldung == Anmeldung.UNBEKANNT, "anmeldung", _("Ob man sich anmelden muss, ist nicht bekannt.")),
    ]
    if angebot.bereich == Bereich.UNTERSTUETZUNG:
        ist_offen = angebot.ueberweisung == Ueberweisung.UNBEKANNT
        texte.append((ist_offen, "ueberweisung", _("Ob eine Überweisung nötig ist, ist nicht bekannt.")))
        ist_offen = angebot.vertraulich == JaNein.UNBEKANNT
        texte.append((ist_offen, "vertraulich", _("Ob es vertraulich ist, ist nicht bekannt.")))
    else:
        anfang = offene[0] if offene else ""
        texte.append((bool(offene), anfang, _("Zum ersten Besuch sind noch Fragen ohne Antwort.")))
    yield from (FehlendeAngabe(feld, str(satz), ist_pflicht=False) for fehlt, feld, satz in texte if fehlt)
