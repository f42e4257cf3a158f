"""Text checks for the Redaktion (F22, S2, S5, S11): warnings that say why, never walls. Exceptions: ausnahmen.py."""

from angebote.domain.textpruefung.befund import Befund
from angebote.domain.textpruefung.kontakte import check_kontakte
from angebote.domain.textpruefung.saetze import check_lesbarkeit, check_satzlaenge, measure_lesbarkeit
from angebote.domain.textpruefung.textlage import BEZUEGE, TEILE, TEXTFELDER, Textlage, build_textlage
from angebote.domain.textpruefung.titel import check_nutzen, check_titel
from angebote.domain.textpruefung.worte import check_abkuerzungen, check_worte

__all__ = [
    "BEZUEGE",
    "TEILE",
    "TEXTFELDER",
    "Befund",
    "Textlage",
    "build_textlage",
    "check_texte",
    "measure_lesbarkeit",
]

PRUEFUNGEN = (
    check_titel,
    check_nutzen,
    check_worte,
    check_abkuerzungen,
    check_satzlaenge,
    check_lesbarkeit,
    check_kontakte,
)


def check_texte(lage: Textlage) -> list[Befund]:
    """Field by field in the order of the form. The same words in one field are told once per kind."""
    befunde = {(befund.art, befund.feld, befund.kennung): befund for pruefe in PRUEFUNGEN for befund in pruefe(lage)}
    felder = list(lage.texte)
    return sorted(befunde.values(), key=lambda befund: felder.index(befund.feld))
