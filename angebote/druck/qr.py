"""QR codes for paper, always beside the address they stand for (anforderungen.md 7)."""

from io import BytesIO

import segno


def build_qr_svg(adresse: str) -> str:
    """The code as an SVG document, error level M: it survives a fold and a coffee stain.

    Without the four modules of white that have to surround it (ISO/IEC 18004): those are up to the page.
    """
    datei = BytesIO()
    segno.make(adresse, error="m", micro=False).save(datei, kind="svg", border=0, xmldecl=False, omitsize=True)
    return datei.getvalue().decode()
