"""Photos as templates/angebote/_fotos.html shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from angebote.choices import Motiv
from angebote.models import Angebot, Foto


@dataclass(frozen=True)
class Fotobild:
    """breite and hoehe keep the room free until the picture is there; srcset_*: each file with its width."""

    alt_text: str
    motiv: str
    bildnachweis: str
    breite: int
    hoehe: int
    src: str
    srcset_jpg: str
    srcset_webp: str


def build_fotobilder(angebot: Angebot) -> list[Fotobild]:
    """The offer's own photos, then the rooms of its place."""
    raeume = [foto for foto in _list_ortsfotos(angebot) if foto.motiv == Motiv.RAUM]
    return _build_bilder([*angebot.fotos.all(), *raeume])


def build_eingangsbilder(angebot: Angebot) -> list[Fotobild]:
    return _build_bilder(foto for foto in _list_ortsfotos(angebot) if foto.motiv == Motiv.EINGANG)


def _list_ortsfotos(angebot: Angebot) -> list[Foto]:
    return list(angebot.ort.fotos.all()) if angebot.ort else []


def _build_bilder(fotos: Iterable[Foto]) -> list[Fotobild]:
    return [
        Fotobild(
            alt_text=foto.alt_text,
            motiv=foto.get_motiv_display(),
            bildnachweis=foto.bildnachweis,
            breite=foto.breite,
            hoehe=foto.hoehe,
            src=foto.url,
            srcset_jpg=_build_srcset(foto, "jpg"),
            srcset_webp=_build_srcset(foto, "webp"),
        )
        for foto in fotos
    ]


def _build_srcset(foto: Foto, endung: str) -> str:
    return ", ".join(f"{foto.build_url(breite, endung)} {breite}w" for breite in foto.breiten)
