"""The public texts of an offer, field by field, with what the checks must know beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from angebote.models import Angebot
from angebote.models.angebot import ERSTBESUCHFELDER

# Prose: here a readability figure means something.
FLIESSTEXT = ("nutzen", "beschreibung", *ERSTBESUCHFELDER, "anruf_hinweis")
# Lists of hours: long by nature, and read like a table.
ZEITLISTEN = frozenset({"zeiten_hinweis", "sprechzeiten", "zeiten"})
TEXTFELDER = (
    *("titel", "nutzen", "beschreibung", "zeiten_hinweis", "treffpunkt", "kosten_hinweis", "wer_hinweis"),
    *("exklusiv_grund", "ausschluss", "sprachen_hinweis", "anmeldung_hinweis", *ERSTBESUCHFELDER),
    *("sprechzeiten", "anruf_hinweis", "bewirtung", "gruppengroesse"),
)
# Rows of an offer with a text of their own, by their related name.
ZEILEN = {"zeiten": "hinweis", "zugangswege": "hinweis", "kosten": "hinweis", "barriereangaben": "notiz"}
# Everything that build_textlage reads; to prefetch and select for many offers.
TEILE = tuple(ZEILEN)
BEZUEGE = ("ort", "traeger")


@dataclass(frozen=True)
class Textlage:
    """exklusiv: only for the groups named, so that the title may say so. namen: of its place and provider."""

    texte: Mapping[str, str]
    bereich: str = ""
    exklusiv: bool = False
    namen: tuple[str, ...] = field(default=())


def build_textlage(angebot: Angebot) -> Textlage:
    """From the object as it is, saved or not; its rows come from the database."""
    texte = {feld: str(getattr(angebot, feld)) for feld in TEXTFELDER}
    texte |= {name: "\n".join(_list_zeilentexte(angebot, name)) for name in ZEILEN} if angebot.pk else {}
    return Textlage(
        texte={feld: text for feld, text in texte.items() if text},
        bereich=angebot.bereich,
        exklusiv=angebot.exklusiv,
        namen=tuple(bezug.name for bezug in (angebot.ort, angebot.traeger) if bezug is not None),
    )


def _list_zeilentexte(angebot: Angebot, name: str) -> Iterator[str]:
    for zeile in getattr(angebot, name).all():
        if text := getattr(zeile, ZEILEN[name]):
            yield text
