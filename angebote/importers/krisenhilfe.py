"""Creates the help lines: facts and sources from one table, the sentences residents read from another.

krisenhilfe.csv holds what the sources say, krisenhilfe_texte.csv the same facts said by hand in plain German; "quelle"
names the row of facts. Lines are created once and then belong to the staff, who check the numbers.
"""

from simple_history.utils import bulk_create_with_history

from angebote.importers.tabellen import read_tabelle
from angebote.models import Krisenhilfe
from pankow_einsamkeit.lib.telefon import parse_telefonliste

TEXTE = ("name", "art", "nummer", "erreichbar", "kosten", "sprachen", "zielgruppe", "anschrift", "hinweis")
FAKTEN = ("thema", "region", "web", "quelle_1", "stand_1", "quelle_2", "stand_2", "pruefstatus")
WORTLAUT = ("name", "art", "nummer", "erreichbar", "kosten", "sprachen", "zielgruppe")

Zeile = dict[str, str]


def create_krisenhilfe() -> int:
    """Creates the help lines that were never loaded; returns how many.

    A line counts as loaded when its name or its number is known, however it is written: what staff corrected neither
    comes back nor is overwritten. (To take a line off the site, staff hide it.) geprueft_am stays empty: nobody has
    called yet.
    """
    fakten = {zeile["name"]: zeile for zeile in read_tabelle("krisenhilfe")}
    bekannt: set[str] = set()
    for name, nummer in Krisenhilfe.objects.values_list("name", "nummer"):
        bekannt |= {name, *list_rufnummern(nummer)}
    neue = [
        build_krisenhilfe(texte=zeile, fakten=fakten[zeile["quelle"]])
        for zeile in read_tabelle("krisenhilfe_texte")
        if bekannt.isdisjoint((zeile["name"], zeile["quelle"], *list_rufnummern(zeile["nummer"])))
    ]
    bulk_create_with_history(neue, Krisenhilfe)
    return len(neue)


def build_krisenhilfe(*, texte: Zeile, fakten: Zeile) -> Krisenhilfe:
    return Krisenhilfe(
        reihenfolge=int(fakten["reihenfolge"]),
        bemerkung=build_bemerkung(texte=texte, fakten=fakten),
        **{feld: texte[feld] for feld in TEXTE},
        **{feld: fakten[feld] for feld in FAKTEN},
    )


def build_bemerkung(*, texte: Zeile, fakten: Zeile) -> str:
    """The remark of the collection, then its own wording wherever residents read another one."""
    anders = [f"{feld}: {fakten[feld]}" for feld in WORTLAUT if fakten[feld] and fakten[feld] != texte[feld]]
    teile = [fakten["bemerkung"], f"Wortlaut der Sammlung – {' | '.join(anders)}" if anders else ""]
    return "\n\n".join(teil for teil in teile if teil)


def list_rufnummern(text: str) -> list[str]:
    return [nummer.href for nummer in parse_telefonliste(text) if nummer.href]
