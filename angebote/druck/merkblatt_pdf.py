from dataclasses import asdict

from angebote.druck.blatt import Merkblatt
from angebote.druck.satz import set_pdf


def set_merkblatt(blatt: Merkblatt) -> bytes:
    """A tagged PDF (PDF/UA-1). Raises UeberlastetError and SatzError as set_pdf."""
    return set_pdf("merkzettel", asdict(blatt))
