"""How people reach an offer: the access modes that hold for it, with the sentence for each."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from angebote.choices import ZUGANG_OHNE_WEG, Zugang
from angebote.models import Angebot


def compute_zugaenge(angebot: Angebot) -> set[Zugang]:
    """The stated access modes; without any, a place means vor-ort, and without a place nothing is known."""
    zugaenge = {Zugang(zugangsweg.art) for zugangsweg in angebot.zugangswege.all()}
    return zugaenge or ({Zugang.VOR_ORT} if angebot.ort_id else set())


def ist_ohne_weg(zugaenge: Collection[Zugang]) -> bool:
    """Nobody has to go anywhere: at home, by phone, online, and in no other way."""
    return bool(zugaenge) and ZUGANG_OHNE_WEG.issuperset(zugaenge)


def hat_einzugsgebiet(angebot: Angebot) -> bool:
    """It reaches people where they are, besides or instead of at a place: then its Einzugsgebiet counts."""
    return angebot.ort_id is None or any(weg.art in ZUGANG_OHNE_WEG for weg in angebot.zugangswege.all())


def build_zugangssaetze(angebot: Angebot, *, mit_hinweis: bool = True) -> list[str]:
    """One sentence per access mode besides vor-ort, which the place itself tells; beside vor-ort they begin "auch"."""
    wege = list(angebot.zugangswege.all())
    auch = any(weg.art == Zugang.VOR_ORT for weg in wege)
    texte = {
        Zugang.ZUHAUSE: _("kommt auch zu Ihnen nach Hause") if auch else _("kommt zu Ihnen nach Hause"),
        Zugang.DRAUSSEN: _("auch mit Treffpunkt draußen") if auch else _("Treffpunkt draußen"),
        Zugang.TELEFON: _("auch am Telefon") if auch else _("am Telefon"),
        Zugang.ONLINE: _("auch online") if auch else _("online"),
    }
    saetze = []
    for weg in wege:
        if weg.art != Zugang.VOR_ORT:
            hinweis = weg.hinweis.strip().rstrip(".") if mit_hinweis else ""
            text = texte[Zugang(weg.art)]
            saetze.append(f"{text}: {hinweis}" if hinweis else text)
    return saetze
