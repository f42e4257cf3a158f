from angebote.druck.satz import set_pdf
from konzept.domain.berichtsbloecke import Dokument


def set_bericht(dokument: Dokument, *, vermerk: str) -> bytes:
    """A tagged PDF (PDF/UA-1). vermerk: printed on every page, "" once released.

    Raises UeberlastetError and SatzError as set_pdf.
    """
    return set_pdf("bericht", {**dokument, "vermerk": vermerk, "herausgeber": dokument["stelle"]})
