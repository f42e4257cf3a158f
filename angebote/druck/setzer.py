"""Turns one document into a PDF or pictures: a program of its own, so that it can be stopped and leaves no memory.

Reads a JSON object from standard input: vorlage, wurzel, schriften (paths), daten, aufloesung. Writes a tagged PDF
(PDF/UA-1) to standard output; where aufloesung (dots per inch) is not 0, each page as PNG, a JSON list in base64.
Exit code 1 with typst's message on standard error. Knows neither Django nor the database.

All text of `daten` reaches the template as strings, which typst never reads as markup.
"""

import json
import sys
from base64 import b64encode
from typing import Any

import typst


def main() -> int:
    auftrag = json.load(sys.stdin)
    try:
        ergebnis = draw_seiten(auftrag) if auftrag["aufloesung"] else set_pdf(auftrag)
    except typst.TypstError as fehler:
        sys.stderr.write(fehler.diagnostic or str(fehler))
        return 1
    sys.stdout.buffer.write(ergebnis)
    return 0


def set_pdf(auftrag: dict[str, Any]) -> bytes:
    return bytes(typst.compile(**build_vorgaben(auftrag), pdf_standards=["ua-1"]))


def draw_seiten(auftrag: dict[str, Any]) -> bytes:
    seiten = typst.compile(**build_vorgaben(auftrag), format="png", ppi=auftrag["aufloesung"])
    liste = seiten if isinstance(seiten, list) else [seiten]  # a single page comes without a list around it
    return json.dumps([b64encode(seite).decode() for seite in liste]).encode()


def build_vorgaben(auftrag: dict[str, Any]) -> dict[str, Any]:
    schriften = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[auftrag["schriften"]])
    return {
        "input": auftrag["vorlage"],
        "root": auftrag["wurzel"],
        "font_paths": schriften,
        "sys_inputs": {"daten": json.dumps(auftrag["daten"])},
    }


if __name__ == "__main__":
    sys.exit(main())
