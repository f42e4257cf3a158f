"""An address on paper: to type and to scan."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from angebote.druck.qr import build_qr_svg


@dataclass(frozen=True)
class Kurzadresse:
    """anzeige: what people type, without "https://"; qr: the same as an SVG document, qr_alt its words."""

    url: str
    anzeige: str
    qr: str
    qr_alt: str


def build_kurzadresse(pfad: str, *, qr_alt: str) -> Kurzadresse:
    url = settings.BASIS_URL.rstrip("/") + pfad
    return Kurzadresse(url=url, anzeige=name_adresse(pfad), qr=build_qr_svg(url), qr_alt=qr_alt)


def name_adresse(pfad: str) -> str:
    """ "pankow.example/a/abc234"."""
    return str(urlsplit(settings.BASIS_URL).netloc) + pfad.rstrip("/")
