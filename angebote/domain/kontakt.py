from dataclasses import dataclass
from urllib.parse import urlsplit

from angebote.domain.nachfrage import find_kontaktquelle
from angebote.models import Angebot
from pankow_einsamkeit.lib.telefon import Telefonnummer, parse_telefonliste


@dataclass(frozen=True)
class Kontakt:
    """How to reach the offer; with ist_vom_traeger it is the provider's, because the offer states none of its own."""

    name: str
    telefone: tuple[Telefonnummer, ...]
    sprechzeiten: str
    email: str
    web: str
    web_name: str
    ist_vom_traeger: bool

    @property
    def ist_leer(self) -> bool:
        return not (self.telefone or self.email or self.web)


def build_kontakt(angebot: Angebot) -> Kontakt:
    quelle = find_kontaktquelle(angebot)
    return Kontakt(
        name=angebot.kontakt_name,
        telefone=tuple(parse_telefonliste(quelle.telefon)),
        sprechzeiten=angebot.sprechzeiten,
        email=quelle.email,
        web=keep_web_address(quelle.web),
        web_name=name_website(quelle.web),
        ist_vom_traeger=quelle is not angebot,
    )


def keep_web_address(url: str) -> str:
    """Empty for anything but http and https, whatever got into the database: nothing else may become a link."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def name_website(url: str) -> str:
    """ "https://www.haus.de/treff" → "haus.de": short enough to read out and to fit a phone."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or url
