"""The shortlist as plain text, to be copied into a mail or a file of one's own."""

from collections.abc import Iterator

from angebote.druck.blatt import Blattangebot, Merkblatt, Satz


def write_merkblatt(blatt: Merkblatt) -> str:
    """Lines ended by a line feed; one empty line between offers."""
    return "\n".join(_iterate_lines(blatt)) + "\n"


def _iterate_lines(blatt: Merkblatt) -> Iterator[str]:
    yield blatt.titel.text
    yield blatt.zusammengestellt.text
    yield from (satz.text for satz in blatt.fachstelle)
    for angebot in blatt.angebote:
        yield ""
        yield from iterate_angebot(angebot)
    if blatt.nicht_aktuell:
        yield ""
        yield f"{blatt.nicht_aktuell_titel.text}:"
        yield from (f"- {satz}" for satz in blatt.nicht_aktuell)
    yield ""
    yield f"{blatt.hilfe_titel.text}: " + "; ".join(f"{hilfe.name} {hilfe.nummer}" for hilfe in blatt.hilfe)
    if blatt.portal_telefon:
        yield blatt.portal_telefon
    yield f"{blatt.pruefen.text}: {blatt.pruefen_code.adresse}"
    yield blatt.vorbehalt.text


def iterate_angebot(angebot: Blattangebot) -> Iterator[str]:
    yield f"{angebot.nummer}. {angebot.titel}"
    if angebot.nutzen:
        yield angebot.nutzen
    for zeile in angebot.zeilen:
        yield f"{zeile.name.text}: " + "; ".join(_strip_punkt(satz) for satz in zeile.saetze)
    yield angebot.code.adresse


def _strip_punkt(satz: Satz) -> str:
    return satz.text.rstrip(".")
