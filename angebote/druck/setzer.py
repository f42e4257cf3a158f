"""Turns one document into a PDF: a program of its own, so that a large document can be stopped and leaves no memory.

Reads a JSON object from standard input: vorlage, wurzel, schriften (paths), daten. Writes a tagged PDF (PDF/UA-1) to
standard output. Exit code 1 with typst's message on standard error. Knows neither Django nor the database.

All text of `daten` reaches the template as strings, which typst never reads as markup.
"""

import json
import sys

import typst


def main() -> int:
    auftrag = json.load(sys.stdin)
    schriften = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[auftrag["schriften"]])
    try:
        pdf = typst.compile(
            auftrag["vorlage"],
            root=auftrag["wurzel"],
            font_paths=schriften,
            sys_inputs={"daten": json.dumps(auftrag["daten"])},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as fehler:
        sys.stderr.write(fehler.diagnostic or str(fehler))
        return 1
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
